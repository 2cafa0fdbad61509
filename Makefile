# make run   sets up what is missing and opens the window on a sample article
# make test  sets up what is missing and runs every test
# Everything else serves these two.

ARTICLE ?=
GO      ?= go
TAGS    := -tags migrated_fynedo
BINARY  := build/byline
MODEL   := assets/model/en_core_web_sm.bin
KILLS   ?= 300

.PHONY: run test setup build check lint race unit crash window accept bench clean

run: setup build
	@.ci/run-window.sh $(BINARY) "$(ARTICLE)"

test: setup race unit crash window

setup:
	@.ci/setup.sh

build: setup
	$(GO) build $(TAGS) -o $(BINARY) .

# Everything that has no window, with the race detector.
race: setup
	$(GO) test $(TAGS) -race ./graphmodel/... ./assets/... ./app/command/... ./app/session/... ./app/scene/... ./app/paint/...

# What the race detector would slow down or cannot judge: the widgets.
unit: setup
	CGO_ENABLED=0 $(GO) build -tags headless -o build/byline-headless .
	$(GO) test $(TAGS) . ./app ./app/graphview/... ./app/panel/... ./app/dialogs/... ./app/look/... ./app/wording/...

# Programs that save are killed, KILLS times in all; prints what was lost.
crash: setup
	BYLINE_KILLS=$(KILLS) $(GO) test $(TAGS) -count=1 -v -timeout 0 -run '^TestCrash' ./graphmodel/store ./app/session

# The built program in a real window under a virtual display.
window: build
	$(GO) test $(TAGS) -count=1 ./app/windowtest/...

lint: setup
	@.ci/lint.sh

check: lint test

# The shared scorers, where the folder beside the project exists.
accept: build
	@.ci/accept.sh $(BINARY)

bench: setup
	$(GO) test $(TAGS) -run '^$$' -bench . ./graphmodel/... ./app/scene/... ./app/paint/...

clean:
	rm -rf build

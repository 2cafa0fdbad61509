#!/usr/bin/env bash
# Formatting, vet and golangci-lint. The linter is a tool of its own and does
# not enter go.mod.
set -euo pipefail
cd "$(dirname "$0")/.."
version=v2.15.0
bin=$(go env GOPATH)/bin/golangci-lint

unformatted=$(gofmt -l $(git ls-files '*.go'))
if [ -n "$unformatted" ]; then
	printf 'Not formatted (run gofmt -w on them):\n%s\n' "$unformatted" >&2
	exit 1
fi
go vet -tags migrated_fynedo ./...
if ! "$bin" version 2>/dev/null | grep -q "${version#v}"; then
	GOBIN=$(dirname "$bin") go install "github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$version"
fi
"$bin" run --config .ci/golangci.yml ./...

#!/usr/bin/env bash
# Opens the window on an article, or without a display draws its picture.
# usage: run-window.sh BINARY [ARTICLE]
set -euo pipefail
binary=$1
article=${2:-}
[ -n "$article" ] || article=assets/samples/prespa-agreement.md

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; then
	exec "$binary" "$article"
fi
picture=build/$(basename "${article%.*}").png
"$binary" read "$article" -o "$picture"
echo "There is no display here, so the picture of the article lies in $(pwd)/$picture"

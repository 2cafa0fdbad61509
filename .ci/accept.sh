#!/usr/bin/env bash
# The shared scorers and the parity check, where the folder ../shared exists.
# usage: accept.sh BINARY
set -euo pipefail
cd "$(dirname "$0")/.."
binary=$PWD/$1
shared=$PWD/../shared
if [ ! -d "$shared/eval" ]; then
	echo "There is no ../shared beside this project: nothing to measure against." >&2
	exit 1
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

echo "== parity with the real model"
zcat "$shared/parity/docs.jsonl.gz" | "$binary" parse --jsonl >"$out/parse.jsonl"
python3 "$shared/parity/compare.py" "$shared/parity/docs.jsonl.gz" "$out/parse.jsonl" || true

echo "== graphs of the gold articles"
mkdir "$out/gold"
for gold in "$shared"/eval/gold/*.gold.json; do
	name=$(basename "$gold" .gold.json)
	if [ -f "$shared/articles/$name.txt" ]; then cp "$shared/articles/$name.txt" "$out/gold/"; fi
done
"$binary" read --each "$out/gold" -o "$out/graphs.jsonl"
python3 "$shared/eval/graph_score.py" "$shared/eval/gold" "$out/graphs.jsonl"

# Every third article by name was not read while rules were written.
mkdir "$out/read" "$out/held back"
n=0
for gold in "$shared"/eval/gold/*.gold.json; do
	n=$((n + 1))
	if ((n % 3)); then cp "$gold" "$out/read/"; else cp "$gold" "$out/held back/"; fi
done
for part in read "held back"; do
	echo "== articles $part"
	python3 "$shared/eval/graph_score.py" "$out/$part" "$out/graphs.jsonl" --show 0 2>/dev/null | sed -n '1,/^of matched/p'
	python3 .ci/calibration.py "$shared/eval" "$out/$part" "$out/graphs.jsonl" --patterns
done

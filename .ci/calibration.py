#!/usr/bin/env python3
"""Says of links by their confidence, and by the pattern that found them, how many are right in gold.

usage: calibration.py EVAL GOLD GRAPHS.jsonl [--patterns]

EVAL is the folder of the shared scorer, graph_score.py, which decides what is right. A link that the scorer does
not count is left out.
"""
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import graph_score  # noqa: E402
import json  # noqa: E402


def judged(gold_dir, graphs):
    """Yields every counted link as it was written, and whether it is right."""
    golds = graph_score.load_gold(gold_dir)
    preds, _, _ = graph_score.load_pred(graphs, golds)
    raw = {}
    with open(graphs, encoding="utf-8") as f:
        for line in f:
            d = json.loads(line)
            raw[d["id"]] = d
    for name in sorted(preds):
        pred, links = preds[name], preds[name].links
        written = raw.get(name) or raw[golds[name].alias]
        for link, full in zip(links, written["links"], strict=True):
            pred.links = [link]
            count = graph_score.score_article(golds[name], pred).labelled
            if count.predicted:
                yield full, count.right == 1


def table(rows, title):
    """Prints groups of links: how many, the mean of their confidence, the share that is right."""
    print(f"{title:<16}{'links':>6}{'confidence':>12}{'right':>8}")
    for key in sorted(rows):
        found = rows[key]
        mean = sum(c for c, _ in found) / len(found)
        right = sum(r for _, r in found) / len(found)
        print(f"{key:<16}{len(found):>6}{100 * mean:>11.0f}%{100 * right:>7.0f}%")


def main():
    deciles, patterns, error = {}, {}, []
    for link, right in judged(sys.argv[2], sys.argv[3]):
        best = max(link["evidence"], key=lambda e: e["confidence"])
        c = best["confidence"]
        low = min(int(c * 10), 9) * 10
        deciles.setdefault(f"{low} to {low + 10}", []).append((c, right))
        patterns.setdefault(best["pattern"], []).append((c, right))
        error.append((c - right) ** 2)
    table(deciles, "confidence")
    print(f"Brier score {sum(error) / len(error):.3f}; of a confidence that is the mean everywhere "
          f"{(m := sum(r for v in deciles.values() for _, r in v) / len(error)) * (1 - m):.3f}")
    if "--patterns" in sys.argv:
        table(patterns, "pattern")


if __name__ == "__main__":
    main()

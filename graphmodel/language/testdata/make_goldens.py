#!/usr/bin/env python3
"""Write goldens.jsonl: what spaCy's en_core_web_sm 3.8.0 says of the texts in texts.py.

    make_goldens.py MODEL

MODEL is the folder of the published model that holds config.cfg, or the name under which it is
installed. Made with spaCy 3.8.7, thinc 8.3.11 and Python 3.11; the output is the same byte for byte
with the same versions. One object a line: the text, and a list for each property with one item a
token; offsets are bytes of the UTF-8 text. Only the tests read this file.
"""
import json
import sys
from pathlib import Path

import spacy

from texts import NEWS, ODD, PARAGRAPHS

HERE = Path(__file__).resolve().parent


def golden(doc):
    ends = [0]
    for c in doc.text:
        ends.append(ends[-1] + len(c.encode("utf-8")))
    return {
        "text": doc.text,
        "words": [t.text for t in doc],
        "start": [ends[t.idx] for t in doc],
        "space": [int(bool(t.whitespace_)) for t in doc],
        "norm": [t.norm_ for t in doc],
        "shape": [t.shape_ for t in doc],
        "lemma": [t.lemma_ for t in doc],
        "tag": [t.tag_ for t in doc],
        "pos": [t.pos_ for t in doc],
        "morph": [str(t.morph) for t in doc],
        "dep": [t.dep_ for t in doc],
        "head": [t.head.i for t in doc],
        "left": [t.left_edge.i for t in doc],
        "right": [t.right_edge.i + 1 for t in doc],
        "sent_start": [int(bool(t.is_sent_start)) for t in doc],
        "ents": [[e.start, e.end, e.label_] for e in doc.ents],
        "noun_chunks": [[c.start, c.end] for c in doc.noun_chunks] if len(doc) else [],
    }


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    nlp = spacy.load(sys.argv[1])
    if nlp.meta["version"] != "3.8.0":
        sys.exit(f"this is version {nlp.meta['version']} of the model, not 3.8.0")
    texts = NEWS + PARAGRAPHS + ODD
    with open(HERE / "goldens.jsonl", "w", encoding="utf-8", newline="\n") as out:
        for text in texts:
            out.write(json.dumps(golden(nlp(text)), ensure_ascii=False, separators=(",", ":")) + "\n")
    print(f"{len(texts)} texts")


if __name__ == "__main__":
    main()

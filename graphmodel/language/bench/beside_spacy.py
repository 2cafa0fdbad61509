#!/usr/bin/env python3
"""Measure Byline's language engine beside spaCy with the same model, on the same texts, in one run.

    beside_spacy.py [--rounds N] [--model NAME_OR_FOLDER] [TEXT_OR_JSONL ...]

Needs spaCy 3.8 with en_core_web_sm 3.8.0 in the Python that runs it, and go on PATH. Texts are plain
files, or JSON lines with a "text" each; without any the sample articles and the test texts of the
repository are read. Every line is one call on both sides. The lines are dealt into rounds, and in each
round spaCy, Byline on one core, on two, and with the plain kernel take turns; nobody reads a line
twice, so no memory of a line helps. A rate is words (spaCy's tokens) a second. The ratio is the median
over the rounds, by processor time and by the clock: on a machine that does other work the first is the
one to trust. Two cores by processor time are what two free cores would give: the clock is the judge there.
"""
import argparse
import importlib
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
# What spaCy must do in a process of its own for its first article.
FIRST = "import sys, importlib, spacy\nfrom pathlib import Path\n{load}\n" \
        "for line in Path(sys.argv[1]).read_text(encoding='utf-8').splitlines():\n    line.strip() and nlp(line)"


def lines_of(paths):
    if not paths:
        paths = sorted((ROOT / "assets/samples").glob("*.md")) + [HERE.parent / "testdata/goldens.jsonl"]
    for path in map(Path, paths):
        content = path.read_text(encoding="utf-8")
        texts = [content]
        if path.suffix == ".jsonl":
            texts = [json.loads(line)["text"] for line in content.split("\n") if line.strip()]
        for text in texts:
            yield from (line for line in text.splitlines() if line.strip())


def model_loader(name):
    """The Python lines that load the model: some packages of it are not registered under its name."""
    try:
        importlib.import_module(name)
    except ImportError:
        return f"nlp = spacy.load({name!r})"
    return f"nlp = importlib.import_module({name!r}).load()"


class Spacy:
    def __init__(self, loader):
        import spacy
        names = {"spacy": spacy, "importlib": importlib}
        exec(loader, names)
        self.nlp = names["nlp"]
        if self.nlp.meta["version"] != "3.8.0":
            sys.exit(f"this is version {self.nlp.meta['version']} of the model, not 3.8.0")

    def read(self, lines):
        wall, cpu = time.perf_counter(), time.process_time()
        words = sum(len(self.nlp(line)) for line in lines)
        return {"words": words, "seconds": time.perf_counter() - wall, "cpu": time.process_time() - cpu}


class Byline:
    def __init__(self, program, *options):
        self.process = subprocess.Popen([program, *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.loaded = json.loads(self.process.stdout.readline())

    def read(self, lines):
        self.process.stdin.write(json.dumps(lines) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self):
        self.process.stdin.close()
        self.process.wait()


# A process counts the memory of whoever started it as its own, so a small one starts it.
SPAWN = """import json, os, subprocess, sys, time
start = time.perf_counter()
_, status, usage = os.wait4(subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL).pid, 0)
wall = time.perf_counter() - start
print(json.dumps([status, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss]))"""


def once(command):
    """Wall seconds, processor seconds and megabytes of a process from start to end."""
    spawn = [sys.executable, "-S", "-c", SPAWN, *command]
    status, wall, cpu, memory = json.loads(subprocess.run(spawn, stdout=subprocess.PIPE, check=True).stdout)
    if status:
        sys.exit(f"{command[0]} failed")
    return wall, cpu, memory / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def first_article(program, loader, lines, folder):
    article, words = folder / "article.txt", 0
    with open(article, "w", encoding="utf-8") as out:
        for line in lines:
            if words >= 600:
                break
            words += len(line.split())
            out.write(line + "\n")
    print(f"\nprocess start to an article of {words} words read and the process ended, median of 5")
    for name, command in (("spaCy", [sys.executable, "-c", FIRST.format(load=loader), str(article)]),
                          ("Byline", [program, "-once", str(article)])):
        wall, cpu, memory = (statistics.median(column) for column in zip(*(once(command) for _ in range(5))))
        print(f"  {name:<8}{wall:6.2f} s by the clock {cpu:6.2f} s processor {memory:7.0f} MB")


def race(readers, lines, rounds):
    taken = {name: [] for name in readers}
    for k in range(rounds):
        part = lines[k::rounds]
        order = list(readers)
        order = order[k % len(order):] + order[:k % len(order)]  # nobody always comes first
        for name in order:
            taken[name].append(readers[name].read(part))
        if len({takes[-1]["words"] for takes in taken.values()}) != 1:
            sys.exit(f"the numbers of tokens differ: { {n: t[-1]['words'] for n, t in taken.items()} }")
    return taken


def report(taken):
    base = taken["spaCy"]
    print(f"{'':<22}{'words/s, clock':>15}{'× spaCy':>9}{'words/s, CPU':>15}{'× spaCy':>9}")
    for name, takes in taken.items():
        row = ""
        cores = 2 if "two" in name else 1
        for by, times in (("seconds", 1), ("cpu", cores)):
            rate = times * statistics.median(t["words"] / t[by] for t in takes)
            ratio = times * statistics.median(b[by] / t[by] for t, b in zip(takes, base))
            row += f"{rate:15,.0f}{ratio:9.2f}"
        print(f"{name:<22}{row}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--model", default="en_core_web_sm")
    args = parser.parse_args()
    lines = sorted(set(lines_of(args.texts)))
    random.Random(1).shuffle(lines)
    loader = model_loader(args.model)
    with tempfile.TemporaryDirectory() as name:
        program = str(Path(name) / "reader")
        subprocess.run(["go", "build", "-o", program, "./graphmodel/language/bench/reader"], cwd=ROOT, check=True)
        byline = {"Byline, one core": Byline(program), "Byline, two cores": Byline(program, "-workers", "2"),
                  "Byline, plain kernel": Byline(program, "-plain")}
        readers = {"spaCy": Spacy(loader), **byline}
        for reader in readers.values():
            reader.read(["Norway signed a treaty with Iceland on Tuesday."])
        print(f"{len(lines)} lines in {args.rounds} rounds; load average {os.getloadavg()[0]:.1f} "
              f"on {os.cpu_count()} processors")
        report(race(readers, lines, args.rounds))
        loads = sorted(b.loaded["load"] for b in byline.values())
        print(f"\nloading the model: {loads[1] * 1000:.0f} ms; kernel {byline['Byline, one core'].loaded['kernel']}; "
              f"load average {os.getloadavg()[0]:.1f}")
        for b in byline.values():
            b.end()
        first_article(program, loader, lines, Path(name))


if __name__ == "__main__":
    main()

"""Coverage-guided fuzzing: `make fuzz` (needs `atheris`; not in CI).

The first byte chooses the layout, the rest is the text. Whatever it is, `parse` gives a Transcript whose
leaves hold every character in order, `loads(dumps(t))` is it again, and it has rows. A text that breaks
this becomes a test in `tests/test_crashes.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

with atheris.instrument_imports(include=["hansardparse"]):
    import oracle

    from hansardparse import LAYOUTS, dumps, loads, parse, rows

NAMES = sorted(LAYOUTS)


def one(data: bytes) -> None:
    """One input: no exception and nothing lost."""
    layout = NAMES[data[0] % len(NAMES)] if data else NAMES[0]
    text = data[1:].decode("utf-8", "surrogateescape")
    transcript = parse(text, layout=layout)
    faults = oracle.faults(transcript, text)
    if faults or loads(dumps(transcript)) != transcript:
        raise AssertionError(f"{layout}: {faults[:1]} {text[:80]!r}")
    for _ in rows(transcript):
        pass


def samples(folder: Path) -> None:
    """Every sample, cut to what a fuzzer takes, behind the byte of its layout."""
    folder.mkdir(exist_ok=True)
    for sample in (ROOT / "samples").glob("*/*.txt"):
        if sample.parent.name in NAMES:
            data = bytes([NAMES.index(sample.parent.name)]) + sample.read_bytes()[:1500]
            (folder / f"{sample.parent.name}-{sample.stem}").write_bytes(data)


if __name__ == "__main__":
    work = ROOT / "fuzz-corpus"  # what a run adds stays there, out of the repository
    samples(work)
    kept = [str(p) for p in (work, ROOT / "fuzz" / "corpus") if p.is_dir()]
    atheris.Setup([*sys.argv, *kept, "-max_len=2000", f"-artifact_prefix={work}/crash-"], one)
    atheris.Fuzz()

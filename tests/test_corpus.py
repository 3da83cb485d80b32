"""What the layout `parallel` must show on a real page; skipped where the real transcripts are absent."""

from __future__ import annotations

from pathlib import Path

import oracle
import pytest

from hansardparse import Transcript, parse_file
from hansardparse.nodes import Elision, Interruption, Subheading

SEED = "uk-seeds/001_1ea89b1c147f2131.txt"


@pytest.fixture(scope="module")
def page(corpus: Path) -> Transcript:
    return parse_file(corpus / SEED)


def test_contributions_and_labels(page: Transcript) -> None:
    said = list(page.contributions())
    assert len(said) == 111
    assert len({c.speaker.label for c in said}) == 43
    assert [c.kind for c in said if c.speaker.role == "collective"] == ["gesture"]
    assert all(c.speaker.role != "unknown" for c in said)
    assert all(" Portrait " not in c.text and "- Hansard -" not in c.text for c in said)


def test_sections(page: Transcript) -> None:
    sections = list(page.sections())
    titled = [s for s in sections if s.heading]
    assert (len(titled), len(sections)) == (9, 10)
    assert sum(s.date is not None and s.venue is not None for s in titled) == 8
    bare = [s for s in sections if s.date is None]
    assert [(s.heading, s.venue) for s in bare] == [
        ("Investigatory Powers (Amendment) Bill [Lords]", None),
        (None, None),
    ]
    assert {s.excerpts_of for s in titled} == {"James Cleverly"}
    numbers = [i.number for s in sections for i in s.items if i.type == "written_statement"]
    assert numbers == ["HCWS265", "HCWS249", "HCWS235", "HCWS223", "HCWS179", "HCWS176", "HCWS120"]


def test_what_stands_in_them(page: Transcript) -> None:
    said = list(page.contributions())
    numbers = [c.question_number for c in said if c.question_number]
    assert numbers == ["15", "2", "23", "8", "9", "16", "17", "T1", "T3", "T4"]
    assert sum(type(i) is Elision for s in page.sections() for i in s.items) == 6
    assert sum(type(b) is Subheading for c in said for b in c.blocks) == 17
    noises = [
        i.text for c in said for b in c.blocks for i in getattr(b, "inlines", ()) if type(i) is Interruption
    ]
    assert noises == ["[Interruption.]"] * 2
    assert page.problems == ()


def test_nothing_of_any_seed_is_lost(corpus: Path) -> None:
    layouts = []
    for file in sorted((corpus / "uk-seeds").glob("*.txt")):
        transcript = parse_file(file)
        layouts.append(transcript.layout)
        assert oracle.faults(transcript, file.read_bytes().decode("utf-8")) == []
    assert layouts == ["release", "parallel", "parallel-plain", "release", "release"]


def test_pages_of_parallel_parliament_parse_without_an_error(corpus: Path) -> None:
    for file in sorted((corpus / "uk-web-excerpts").glob("pp_*.txt")):
        transcript = parse_file(file)
        assert transcript.layout in ("parallel", "parallel-plain"), file.name
        assert not [p for p in transcript.problems if p.severity == "error"]


def test_no_character_of_any_transcript_is_lost(corpus: Path) -> None:
    for file in sorted(corpus.glob("uk-*/*.txt")):
        if file.stat().st_size < 120_000:
            transcript = parse_file(file, resolve=False)
            text = file.read_bytes().decode("utf-8-sig")
            assert oracle.faults(transcript, text) == [], file.name

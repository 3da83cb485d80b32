"""What the benchmark compares with is what it says: an alternation that finds the lines of a layout."""

from __future__ import annotations

import bisect
import json
from pathlib import Path

import pytest

from benchmarks.__main__ import growing
from benchmarks.floor import LABELS, floor
from benchmarks.gold import Mended, Turn, right
from benchmarks.labels_abroad import EXCERPTS, FOLDERS
from benchmarks.texts import debate
from hansardparse import LAYOUTS, parse
from hansardparse.model.nodes import AgeMark, Heading


def test_a_floor_is_that_of_a_layout() -> None:
    assert LABELS.keys() <= set(LAYOUTS)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_for_every_layout_there_are_texts_that_grow(layout: str) -> None:
    for name, make in growing(layout).items():
        assert 0.9 * 4000 <= len(make(4000)) <= 2 * 4000, name


@pytest.mark.parametrize("layout", LABELS)
def test_the_floor_has_every_line_and_finds_labels_and_headings(layout: str) -> None:
    text = debate(layout, 60_000)
    lines = floor(text, layout)
    assert "".join(line.text for line in lines) == text
    assert all(text[line.start : line.end] == line.text for line in lines)
    transcript = parse(text, layout=layout, resolve=False)
    labels = [c.speaker.span.start for c in transcript.contributions()]
    if layout == "parallel-plain":  # there are no labels: what stands above each debate is all there is
        labels = [i.span.start for s in transcript.sections() for i in s.items if isinstance(i, AgeMark)]
    headings = [i.span.start for s in transcript.sections() for i in s.items if isinstance(i, Heading)]
    # a heading of two words and a bare name look the same
    for kind, there, share in (("label", labels, 0.8), ("heading", headings, 0.6)):
        found = [line for line in lines if line.kind == kind]
        begins = [line.start for line in found]
        hit = {n for at in there if (n := bisect.bisect_right(begins, at) - 1) >= 0 and at < found[n].end}
        assert len(hit) >= share * len(there), kind
        if kind == "label":
            assert len(hit) >= 0.8 * len(found), "most of what it takes for labels are labels"


def test_what_is_wrong_with_a_reference_file_is_counted_and_put_right(tmp_path: Path) -> None:
    rows = [
        {"k": "speech", "speaker": "Ms Ada Marsh", "paras": ["Ms Ada Marsh. Will it be mended?", "When?"]},
        {"k": "speech", "speaker": "[Mr Speaker in the Chair]", "paras": ["None"]},
        {
            "k": "speech",
            "speaker": "Mr Tam Oake",
            "paras": ["It will.", "Some hon. members: Hear!", "So: in spring.", "Oake, G. T."],
        },
    ]
    file = tmp_path / "day.gold.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    mended = Mended(file, set())
    assert mended.wrong == {"own label": 1, "nobody": 1, "inside": 1, "names": 1}
    assert [(turn.label, turn.words) for turn in mended.turns] == [
        ("ms ada marsh", "will it be mended when"),
        ("mr tam oake", "it will"),
        ("some hon members", "hear so in spring"),
    ]
    ours = [Turn.of("Tam Oake", ["It will."]), Turn.of("Tam Oake", ["It will."])]
    assert right(ours, mended.turns) == 1, "each turn counts once"


AKN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13"><debate><debateBody>
<debateSection name="question"><question by="#Oake" to="#Coasts">
<p>1. <b>Deputy Oake</b> asked of the wall.</p></question>
<speech by="#Oake"><p>It leans.</p></speech>
<speech by="#Pugh" as="#Minister_for_Coasts"><p>It will be mended.</p></speech>
<speech by="#Oake"><p>When?</p></speech><speech by="#Pugh"><p>In May.</p></speech></debateSection>
<debateSection name="debate"><speech by="#Pugh"><p>Good morning.</p></speech></debateSection>
<debateSection name="debate" refersTo="#bill.2.dail"><debateSection name="division">
<speech by="#Fell"><p>I vote no.</p>
</speech></debateSection></debateSection></debateBody></debate></akomaNtoso>"""
PAGE = """<p class="SubsQuestion">
<strong>1. ADA MARSH (Fenn)</strong> to the <strong>Minister of Peat</strong>: Is it dry?</p>
<p class="SubsAnswer"><strong>Hon IVOR FELL</strong>: It is.</p><p class="Note">The bell rang.</p>
<p class="Interjection"><strong>Hon Member</strong>: Oh!</p>"""


@pytest.mark.parametrize(
    ("folder", "text", "said"),
    [
        (
            "ie-oireachtas-akn",
            AKN,
            [
                (" asked of the wall.", "q"),
                ("It leans.", "x"),
                ("It will be mended.", "a"),
                ("When?", "s"),
                ("In May.", "a"),
                ("Good morning.", "x"),
                ("I vote no.", "o"),
            ],
        ),
        (EXCERPTS, PAGE, [("to the Minister of Peat : Is it dry?", "q"), (" It is.", "a"), (" Oh!", "i")]),
    ],
)
def test_labels_of_other_parliaments(
    folder: str, text: str, said: list[tuple[str, str]], tmp_path: Path
) -> None:
    file = tmp_path / "day.xml"
    file.write_text(text, "utf-8")
    assert [(words.strip("\n"), letter) for words, letter in FOLDERS[folder][1](file)] == said

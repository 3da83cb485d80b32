"""Bound volumes and pages of Historic Hansard: who speaks, what a list holds, what a volume shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansardparse import Contribution, Section, parse, parse_file
from hansardparse.nodes import Heading, leaves

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"
VOLUME = CORPUS / "uk-historic-lords-volumes" / "S5LV0001P0.txt"


def said(text: str, layout: str) -> list[tuple[str | None, str]]:
    """The label and the words of every contribution."""
    transcript = parse(text, layout=layout, resolve=False)
    return [(c.speaker.label, c.text) for c in transcript.contributions()]


@pytest.mark.parametrize(
    ("line", "label", "words"),
    [
        ("*THE EARL OF UPPER DALE: My Lords, no.", "THE EARL OF UPPER DALE", "My Lords, no."),
        ("THE EARL OF UPPER DALE . I said no.", "THE EARL OF UPPER DALE", "I said no."),
        ("LORD MARSH I do not like to interrupt him.", "LORD MARSH", "I do not like to interrupt him."),
        ("MR. OAKE said, that he had done.", "MR. OAKE", "said, that he had done."),
        ("MR. OAKE, in reply, said so.", "MR. OAKE", "in reply, said so."),
        ("Sir J. OAKE : It is.", "Sir J. OAKE", "It is."),
        ("1. Mr. Oake asked the Secretary of State why.", "Mr. Oake", "asked the Secretary of State why."),
        ("Mr. Oake rose—", "Mr. Oake", "rose—"),
        ("The noble Lord said: My Lords, I rise.", "The noble Lord said", "My Lords, I rise."),
        ("Mr.  Oake  :  It is.", "Mr.  Oake", "It is."),
        ("Sir H. d'Arcy-Marsh: It is.", "Sir H. d'Arcy-Marsh", "It is."),
        ("Mr. SPEAKER (Sir Gerald Oake: Order.", "Mr. SPEAKER (Sir Gerald Oake", "Order."),
        (
            "THE EARL OF UPPER DALE, in moving it, said so.",
            "THE EARL OF UPPER DALE",
            "in moving it, said so.",
        ),
        ("Lord Marsh moved Amendment No. 1:", "Lord Marsh", "moved Amendment No. 1:"),
        ("Lord Marsh could not agree.", "Lord Marsh", "could not agree."),
    ],
)
def test_who_speaks_in_a_volume(line: str, label: str, words: str) -> None:
    assert said(line, "historic") == [(label, words)]


@pytest.mark.parametrize(
    "line",
    [
        "THE PARLIAMENTARY DEBATES commence with the year 1803.",
        "THE KING being seated on the Throne.",
        "HARBOURS BILL: SECOND READING.",
        "LORD CHANCELLOR.",
        "Prime Minister—Rt. Hon. G. OAKE, M.P.",
        "Price: four shillings.",
        "The TUC also runs a school.",
        "Mr. SPEAKER resumed the Chair.",
        "The TA and the UK reserve forces are few.",
    ],
)
def test_who_does_not_speak(line: str) -> None:
    assert said(line, "historic") == []


def test_a_name_told_in_a_speech_is_no_label_where_labels_have_colons() -> None:
    text = "MR. OAKE: I was there.\n\nMr. Marsh said that he was not."
    assert said(text, "historic") == [("MR. OAKE", "I was there.\n\nMr. Marsh said that he was not.")]


def test_one_colon_among_names_that_are_told_is_one_slip() -> None:
    text = "Mr. Oake said no.\n\nMr. Marsh: It is so.\n\nLord Dale begged to ask."
    assert [label for label, _ in said(text, "historic")] == ["Mr. Oake", "Mr. Marsh", "Lord Dale"]


@pytest.mark.parametrize(
    ("mark", "layout"),
    [("4 Mar 1990 : Column 202W", "official-report"), ("202", "historic")],
)
def test_how_columns_are_numbered_tells_two_printed_pages_apart(mark: str, layout: str) -> None:
    page = "Mr. H. Oake: I do.\n\nMr. J. Marsh: When?\n\n" + mark + "\n\nMr. H. Oake: Soon.\n\n1997\n\n14\n"
    assert parse(page, resolve=False).layout == layout


@pytest.mark.parametrize(
    ("line", "label", "words"),
    [
        ("§ Mr. OAKE I think so.", "Mr. OAKE", "I think so."),
        ("§ Mr. Gerald Oake Is the wall sound?", "Mr. Gerald Oake", "Is the wall sound?"),
        ("§ Sir F. Oake Business is slack.", "Sir F. Oake", "Business is slack."),
        ("§ Baroness Marsh of Port Ardle My Lords, yes.", "Baroness Marsh of Port Ardle", "My Lords, yes."),
        ("§ The Prime Minister Mr. Speaker, no.", "The Prime Minister", "Mr. Speaker, no."),
        ("§ HON. MEMBERS Hear, hear.", "HON. MEMBERS", "Hear, hear."),
    ],
)
def test_who_speaks_on_the_site(line: str, label: str, words: str) -> None:
    assert said(line, "historic-site") == [(label, words)]


def test_a_column_in_a_sentence_is_lifted_out_with_its_place() -> None:
    text = "§ Mr. OAKE The wall fell last594year, and every-595thing with it. 596We mourn."
    (found,) = parse(text, layout="historic-site", resolve=False).contributions()
    assert found.text == "The wall fell last year, and everything with it. We mourn."
    marks = [i for i in found.blocks[0].inlines if i.type == "column"]
    assert [(m.column, text[m.span.start : m.span.end]) for m in marks] == [
        (c, c) for c in ("594", "595", "596")
    ]


def test_a_year_and_a_sum_are_no_columns() -> None:
    text = "§ Mr. OAKE In 1918 it was £5 a ton, or 4d. a lb., under the Act of 1916."
    (found,) = parse(text, layout="historic-site", resolve=False).contributions()
    assert found.text == text.removeprefix("§ Mr. OAKE ")


def test_a_total_that_disagrees_with_its_list_is_reported() -> None:
    stated = "Their Lordships divided:—Contents, 3; Not-contents, 1."
    text = f"{stated}\n\nCONTENTS.\n\nDale, L.\tOake, V.\n\nNOT-CONTENTS.\n\nElm, E.\t\n"
    transcript = parse(text, layout="historic", resolve=False)
    assert [p.message for p in transcript.problems] == ["CONTENTS: 3 stated, 2 listed"]


@pytest.mark.skipif(not VOLUME.exists(), reason="the corpus of real transcripts is not here")
def test_a_whole_volume_shows_its_sittings_columns_and_divisions() -> None:
    transcript = parse_file(VOLUME, layout="historic", resolve=False)
    assert transcript.layout == "historic"
    sittings = [s for s in transcript.items if isinstance(s, Section) and s.kind == "sitting"]
    assert len(sittings) == 44
    assert all(s.date is not None for s in sittings)
    first = transcript.items.index(sittings[0])
    assert not [c for i in transcript.items[:first] for c in of(i)], "the front matter speaks"
    last = transcript.items.index(sittings[-1])
    assert not [c for i in transcript.items[last + 1 :] for c in of(i)], "the index speaks"
    listed = [
        {g.option: len(g.votes) + len(g.tellers) for g in d.groups} for s in sittings for d in s.divisions()
    ]
    assert [tuple(x.values()) for x in listed] == [(18, 59), (33, 21), (75, 18), (25, 62), (43, 8), (73, 22)]
    assert [p.code for p in transcript.problems if p.severity != "info"] == []


def of(item: object) -> list[Contribution]:
    """The contributions of an item."""
    return list(item.contributions()) if isinstance(item, Section) else []


def headings(text: str, layout: str) -> list[str]:
    transcript = parse(text, layout=layout, resolve=False)
    return [leaf.text for leaf in leaves(transcript) if isinstance(leaf, Heading)]


@pytest.mark.parametrize("side", ["PENSIONS.]", "SEA WALLS—PORT ARDLE.]"])
def test_a_heading_at_the_side_of_a_turn(side: str) -> None:
    text = f"{side} Mr. Oake rose, and observed that it was so."
    assert headings(text, "historic") == [side]
    assert said(text, "historic") == [("Mr. Oake", "rose, and observed that it was so.")]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Repair of the sea wall at Port Ardle.", True),
        ("I thank the Minister for Coasts.", False),
        ("The wall was built at Port Ardle.", False),
        ("Certainly not at Port Ardle.", False),
        ("Thanks to Mr. Oake.", False),
    ],
)
def test_a_heading_that_ends_as_a_sentence(line: str, heading: bool) -> None:
    text = f"MR. FELL: It is so.\n\n{line}\n\nMR. OAKE: I ask about the wall."
    assert headings(text, "historic") == ([line] if heading else [])
    assert headings(f"MR. FELL: It is so.\n\n{line}\n\nAnd so it was.", "historic") == []


@pytest.mark.parametrize("line", ["§ The Bill does nothing.", "§ The House will know it."])
def test_a_section_mark_makes_no_speaker_by_itself(line: str) -> None:
    text = f"§ Mr. Gerald Oake I am obliged.\n\n{line}"
    assert said(text, "historic-site") == [("Mr. Gerald Oake", "I am obliged.")]
    assert [p.code for p in parse(text, layout="historic-site").problems] == ["stray-text"]

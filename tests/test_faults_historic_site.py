# ruff: noqa: E501 (texts as they are printed)
"""Pages of Historic Hansard as scrapers take them: the mark alone on a line, the label glued to the words."""

from __future__ import annotations

import pytest

from hansardparse import parse

HEAD = "SEA WALLS (UPPER DALE)\n\nHC Deb 03 July 1958 vol 590 cc12-3\n\n"


def said(text: str) -> list[tuple[str | None, str]]:
    transcript = parse(HEAD + text, resolve=False)
    assert transcript.layout == "historic-site"
    return [(c.speaker.label, c.text) for c in transcript.contributions()]


@pytest.mark.parametrize(
    ("line", "label", "words"),
    [
        ("§ Mr. OakeIt has fallen.", "Mr. Oake", "It has fallen."),
        ("§ Mr. SpeakerOrder. We must get on.", "Mr. Speaker", "Order. We must get on."),
        ("§ Mr. Gerald Oakeasked the Minister why.", "Mr. Gerald Oake", "asked the Minister why."),
        ("§ Mr. Tomos Pugh (Lower Ness)The wall is mine.", "Mr. Tomos Pugh (Lower Ness)", "The wall is mine."),
        ("§ The Minister of Housing (Mr. Basil Thorn)No, Sir.", "The Minister of Housing (Mr. Basil Thorn)", "No, Sir."),
        ("§ Mr. Gerald OakeIt has fallen.", "Mr. Gerald Oake", "It has fallen."),
        ("§ Mr. MacOakeIt has.", "Mr. MacOake", "It has."),
        ("§ Mr. McMarsh It has.", "Mr. McMarsh", "It has."),
        ("§ Mr. O'DowdIt has.", "Mr. O'Dowd", "It has."),
    ],
)  # fmt: skip
def test_a_label_that_is_glued_to_the_words(line: str, label: str, words: str) -> None:
    assert said(f"{line}\n\n§ Mr. Fell No.\n") == [(label, words), ("Mr. Fell", "No.")]


def test_the_mark_the_name_the_seat_and_the_words_on_lines_of_their_own() -> None:
    text = (
        "§\nMr. Gerald Oake\n(Upper Dale)\nThe wall has fallen into the sea.\n§\nMr. Speaker\n"
        "Order. We must get on.\n§\nMr. Tomos Pugh\n(Lower Ness)\nOn a point of order, Mr. Speaker.\n"
    )
    transcript = parse(HEAD + text, resolve=False)
    assert [
        (
            c.speaker.surname or c.speaker.office,
            c.speaker.constituency and c.speaker.constituency.name,
            c.text,
        )
        for c in transcript.contributions()
    ] == [
        ("Oake", "Upper Dale", "The wall has fallen into the sea."),
        ("Mr. Speaker", None, "Order. We must get on."),
        ("Pugh", "Lower Ness", "On a point of order, Mr. Speaker."),
    ]

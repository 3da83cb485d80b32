"""Pages of many lands as they were met first: whose record it is, who says what, and which day it is."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from hansardparse import parse


class Page(NamedTuple):
    """What is wrong with many pages, in one: whose record it is, its layout, who begins with which words."""

    parliament: str
    layout: str
    text: str
    turns: list[tuple[str, str]]


PAGES = {
    "a council of a state, its titles in capitals": Page(
        "au",
        "australia",
        "Thursday, 4 May 2017\n\n"
        "THE PRESIDENT (Hon Una Reed) took the chair at 10.00 am, and read prayers.\n\n"
        "LAMPS AND WALLS\nStatement\nTHE PRESIDENT (Hon Una Reed): Members, the lamps are out.\n\n"
        "HON ADA McALLAN (Upper Dale — Minister for Lamps) [10.02 am]: They were lit.\n\n"
        "Hon Gerald Oake: When?\n",
        [
            ("THE PRESIDENT (Hon Una Reed)", "Members, the lamps"),
            ("HON ADA McALLAN (Upper Dale — Minister for Lamps) [10.02 am]", "They were"),
            ("Hon Gerald Oake", "When?"),
        ],
    ),
    "a time before who is called, and questions with their answers": Page(
        "au",
        "australia",
        "Madam SPEAKER - Honourable members, the children are here.\n\nMembers - Hear, hear.\n\n"
        "STATEMENT BY PREMIER\n\nAbsence of Minister\n\n"
        "[10.02 a.m.] Mr OAKE (Upper Dale - Premier) - Madam Speaker, he is ill.\n\nQUESTIONS\n\n"
        "Mr Tomos Fell MP - Lamp Oil - Cost\n\nMs MARSH question to PREMIER, Mr OAKE\n\n"
        "[10.04 a.m.] Who pays?\n\nANSWER\n\nMadam Speaker, I thank the member.\n\n"
        "Ms Marsh - Who?\n\nMr OAKE - You do.\n",
        [
            ("Madam SPEAKER", "Honourable members"),
            ("Members", "Hear, hear."),
            ("Mr OAKE (Upper Dale - Premier)", "Madam Speaker, he is ill."),
            ("Ms MARSH", "question to PREMIER, Mr OAKE Who pays?"),
            ("Ms Marsh", "Who?"),
            ("Mr OAKE", "You do."),
        ],
    ),
    "a page of one speech, its label spaced": Page(
        "au",
        "australia",
        "Legislative Council Thursday 24 May 2018\n\nMs  MARSH  (Upper Dale) - Mr President, it leaks.\n",
        [("Ms  MARSH  (Upper Dale)", "Mr President, it leaks.")],
    ),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_who_says_what(page: Page) -> None:
    transcript = parse(page.text, resolve=False)
    assert (transcript.parliament, transcript.layout) == (page.parliament, page.layout)
    turns = [(c.speaker.label, " ".join(c.text.split())) for c in transcript.contributions()]
    assert [label for label, _ in turns] == [label for label, _ in page.turns]
    assert [words[: len(begin)] for (_, words), (_, begin) in zip(turns, page.turns, strict=True)] == [
        begin for _, begin in page.turns
    ]

"""Labels, offices and divisions of parliaments abroad, as their records print them; the layout is found, not named."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from hansardparse import parse


class Kind(NamedTuple):
    """What is wrong with many texts, in one: its layout, and the labels of its turns."""

    layout: str
    text: str
    labels: list[str]


KINDS = {
    "a committee of Canada, in English": Kind(
        "canada",
        "[English]\n\nThe Chair (Ms. Ada Marsh (Port Ardle—Ness, Lib.)): I call this meeting to order.\n\n"
        "Mr. Ivor Reed (President, Association of Harbours): Nine are shut.\n\n[Translation]\n\n"
        "Mr. Gerald Oake: Which?\n\nThe Clerk of the Committee (Ms. Una Fell): Holme is one.\n",
        [
            "The Chair (Ms. Ada Marsh (Port Ardle—Ness, Lib.))",
            "Mr. Ivor Reed (President, Association of Harbours)",
            "Mr. Gerald Oake",
            "The Clerk of the Committee (Ms. Una Fell)",
        ],
    ),
    "the Speaker of the Senate of Canada": Kind(
        "canada",
        "Hon. Ada Marsh: Honourable senators, Holme is shut.\n\nThe Hon. the Speaker: Order.\n\n"
        "Some Hon. Senators: Hear, hear!\n\nThe Hon. the Speaker pro tempore: Order.\n",
        ["Hon. Ada Marsh", "The Hon. the Speaker", "Some Hon. Senators", "The Hon. the Speaker pro tempore"],
    ),
    "the Premier of Nova Scotia": Kind(
        "canada",
        "MADAM SPEAKER: Order.\n\nTHE PREMIER: Madam Speaker, it will be mended.\n\nHON. ADA MARSH: When?\n",
        ["MADAM SPEAKER", "THE PREMIER", "HON. ADA MARSH"],
    ),
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_who_speaks(kind: Kind) -> None:
    transcript = parse(kind.text, resolve=False)
    assert transcript.layout == kind.layout
    assert [c.speaker.label for c in transcript.contributions()] == kind.labels

"""Lines that look like headings and are none, and headings that do not look like one."""

from __future__ import annotations

import pytest

from hansardparse import parse, rows

BOTH = pytest.mark.parametrize("layout", ["official-report", "historic"])


def found(text: str, layout: str) -> list[tuple[str, str | None, str]]:
    kinds = ("heading", "contribution", "note")
    every = rows(parse(text, layout=layout, resolve=False))
    return [(row["type"], row["speaker_label"], row["text"]) for row in every if row["type"] in kinds]


@BOTH
@pytest.mark.parametrize(
    "cry", ["Front Bench!", "Object.", "Shame!", "Name Him!", "Too Long!", "Withdraw", "Oh!"]
)
@pytest.mark.parametrize(
    "who", ["Hon. Members", "Several Hon. Members", "An Hon. Member", "Noble Lords", "Opposition Members"]
)
def test_a_cry_is_a_turn(who: str, cry: str, layout: str) -> None:
    text = f"Mr. Oake: The wall is old.\n\n{who}: {cry}\n\nMr. Fell: No.\n"
    assert found(text, layout)[1] == ("contribution", who, cry)


@BOTH
@pytest.mark.parametrize("cry", ["Front Bench!", "Order, Order!", "Shame!", "Name Him!"])
def test_a_cry_below_another_is_no_heading(cry: str, layout: str) -> None:
    text = f"Mr. Oake: The wall is old.\n\nHon. Members: Hear, hear.\n\n{cry}\n\nMr. Fell: No.\n"
    assert found(text, layout)[1] == ("contribution", "Hon. Members", f"Hear, hear.\n\n{cry}")


@pytest.mark.parametrize("cry", ["Front Bench!", "Object.", "Name him!"])
def test_a_cry_below_its_label(cry: str) -> None:
    text = f"Mr. Oake: The wall is old.\n\nHon. Members:\n\n{cry}\n\nFerry Fares\n\nMr. Fell: No.\n"
    assert found(text, "official-report")[1:3] == [
        ("contribution", "Hon. Members", cry),
        ("heading", None, "Ferry Fares"),
    ]


@BOTH
@pytest.mark.parametrize(
    "sound",
    [
        "[ Interruption. ]",
        "[Interruption.]",
        "[ Interruption ]",
        "[Interruption]",
        "[ Laughter. ]",
        "[Laughter ]",
        "[Hon. Members: “Hear, hear!”]",
        "[HON. MEMBERS: 'Oh!']",
        "[AN HON. MEMBER: 'No!']",
        '[An hon. Member: "Withdraw"]',
    ],
)
@pytest.mark.parametrize("words", ["The House knows it", "He said so.", "It Leaks", "Mr. Speaker, I"])
def test_a_line_that_ends_in_a_sound_is_said(words: str, sound: str, layout: str) -> None:
    text = f"Mr. Oake: The wall is old.\n\n{words} {sound}\n\nMr. Fell: No.\n"
    assert found(text, layout)[0] == ("contribution", "Mr. Oake", f"The wall is old.\n\n{words} {sound}")


@BOTH
@pytest.mark.parametrize(
    "last", ["Total\t7", "Total", "Totals", "Total 7", "All walls 1,247", "Grand total 12"]
)
@pytest.mark.parametrize("heading", ["", "Ferry Fares\n\n"])
def test_the_last_row_of_a_table(heading: str, last: str, layout: str) -> None:
    text = f"Mr. Oake: The figures are:\n\nYear\tWalls\n1957\t3\n1958\t4\n{last}\n\n{heading}Mr. Fell: No.\n"
    every = found(text, layout)
    assert every[0] == (
        "contribution",
        "Mr. Oake",
        f"The figures are:\n\nYear\tWalls\n1957\t3\n1958\t4\n{last}",
    )
    assert [text for kind, _, text in every if kind == "heading"] == [heading.strip()] * bool(heading)


@pytest.mark.parametrize(
    "heading", ["Ferry Fares", "Fishing 2003", "Sea Walls: Upper Dale", "Public Spending, 2003"]
)
def test_a_heading_below_a_table(heading: str) -> None:
    text = f"Mr. Oake: The figures are:\n\nYear\tWalls\n1957\t3\n\n{heading}\n\nMr. Fell: No.\n"
    assert found(text, "official-report")[1] == ("heading", None, heading)


@BOTH
@pytest.mark.parametrize("heading", ["ferry fares", "the sea wall at Port Ardle", "pensions (old age"])
@pytest.mark.parametrize("before", ["", "Mr. Oake: I agree.\n\n"])
@pytest.mark.parametrize("chair", ["[Sir Ivor Fenn in the Chair]", "[Mr. Fenn in the Chair.]"])
def test_a_heading_in_small_letters_below_the_chair(
    chair: str, before: str, heading: str, layout: str
) -> None:
    heading = heading.replace(" (old age", " for the old")
    text = f"{before}{chair}\n\n{heading}\n\nMr. Fell: No.\n"
    assert [text for kind, _, text in found(text, layout) if kind == "heading"] == [heading]


@BOTH
def test_a_sentence_goes_on_below_the_chair(layout: str) -> None:
    text = "Mr. Oake: I agree that the\n\n[Mr. Fenn in the Chair]\n\nferry fares are high.\n\nMr. Fell: No.\n"
    assert found(text, layout)[0] == ("contribution", "Mr. Oake", "I agree that the ferry fares are high.")


@pytest.mark.parametrize(
    "heading",
    [
        "Old Age Pensions Bill.",
        "Port of Ardle Bill.",
        "Sea Walls (Upper Dale) Bill.",
        "Army Estimates.",
        "Repair of the Wall at Port Ardle.",
        "Land Values (Upper Dale).",
        "Education of the Young.",
    ],
)
def test_a_heading_of_1908_ends_in_a_full_stop(heading: str) -> None:
    text = f"MR. OAKE said that it was so.\n\n{heading}\n\nMR. FELL said that it was not.\n"
    assert found(text, "historic") == [
        ("contribution", "MR. OAKE", "said that it was so."),
        ("heading", None, heading),
        ("contribution", "MR. FELL", "said that it was not."),
    ]


@pytest.mark.parametrize("words", ["Yes, Sir.", "No.", "I have heard the Minister of Coasts."])
def test_a_short_sentence_of_1908_is_said(words: str) -> None:
    text = f"MR. OAKE said that it was so.\n\n{words}\n\nMR. FELL said that it was not.\n"
    assert found(text, "historic")[0] == ("contribution", "MR. OAKE", f"said that it was so.\n\n{words}")

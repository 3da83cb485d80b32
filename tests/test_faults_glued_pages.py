"""Pages of the sites as copies have them: a button behind its label, a number above it, a bracket lost."""

from __future__ import annotations

import pytest

from hansardparse import parse


def said(text: str) -> tuple[str | None, list[tuple[str | None, str]]]:
    transcript = parse(text, resolve=False)
    return transcript.layout, [(c.speaker.label, c.text) for c in transcript.contributions()]


@pytest.mark.parametrize("button", ["Share this specific contribution", "Sharethis specific contribution"])
@pytest.mark.parametrize("gap", ["", " "])
@pytest.mark.parametrize("label", ["Ada Marsh(Upper Dale) (Lab)", "Mr Speaker", "Gerald Oake"])
def test_the_button_behind_its_label(label: str, gap: str, button: str) -> None:
    text = (
        "Sea Walls\n\nVolume 702: debated on Thursday 14 October 2021\n\n"
        f"Una Fell(Lower Ness) (Con){gap}{button}\nThe wall is old.\n{label}{gap}{button}\nIt is mended.\n"
    )
    assert said(text) == (
        "webpage",
        [("Una Fell(Lower Ness) (Con)", "The wall is old."), (label, "It is mended.")],
    )


def test_words_about_sharing_are_said() -> None:
    text = (
        "Sea Walls\n\nVolume 702: debated on Thursday 14 October 2021\n\nUna Fell\n(Lower Ness) (Con)\n"
        "Share this specific contribution\nThe wall is old.\n\nWe should share this contribution\n"
    )
    assert said(text)[1] == [
        ("Una Fell\n(Lower Ness) (Con)", "The wall is old.\n\nWe should share this contribution")
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(("number", "first"), [("31.", "31"), ("32. and 33.", "32")])
def test_a_number_above_its_label_on_a_page_without_marks(number: str, first: str, gap: str) -> None:
    lines = [
        "HC Deb 17 February 1964 vol 689 cc31-3",
        number,
        "Mr. Gerald Oake",
        "asked the Minister of Coasts what dues are paid.",
        "The Minister of Coasts (Mr. Basil Thorn)",
        "Ninepence a ton.",
        "Mr. Oake",
        "That is too much.",
    ]
    transcript = parse(gap.join(lines) + "\n", resolve=False)
    assert transcript.layout == "historic-site"
    assert [(c.speaker.label, c.question_number) for c in transcript.contributions()] == [
        ("Mr. Gerald Oake", first),
        ("The Minister of Coasts (Mr. Basil Thorn)", None),
        ("Mr. Oake", None),
    ]


@pytest.mark.parametrize(
    "label", ["Una Fell (Lower Ness (Lab)", "Una Fell (Lower Ness) (Lab", "Una Fell (Lab"]
)
def test_a_bracket_that_is_lost_in_a_download(label: str) -> None:
    text = (
        "Sea Walls\n\nAda Marsh (Upper Dale) (Con)\nThe wall is old.\n\n"
        f"{label}\nIt is not.\n\nGerald Oake (Port Ardle) (LD)\nIt is.\n"
    )
    assert said(text) == (
        "download",
        [
            ("Ada Marsh (Upper Dale) (Con)", "The wall is old."),
            (label, "It is not."),
            ("Gerald Oake (Port Ardle) (LD)", "It is."),
        ],
    )


@pytest.mark.parametrize("label", ["Mr Deputy Speaker\n(Sir Ivor Fenn)", "Madam Chairman\n(Dame Una Fell)"])
def test_who_presides_below_the_words_for_the_chair(label: str) -> None:
    text = f"Ada Marsh\n(Upper Dale) (Lab)\nThe wall is old.\n{label}\nOrder.\nAda Marsh\nIt is.\n"
    found = parse(text, layout="webpage", resolve=False).contributions()
    assert [(c.speaker.label, c.text) for c in found] == [
        ("Ada Marsh\n(Upper Dale) (Lab)", "The wall is old."),
        (label, "Order."),
        ("Ada Marsh", "It is."),
    ]

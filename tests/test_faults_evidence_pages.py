"""Pages of evidence as the site had them: a hearing cut into pages, and marks lost between words."""

from __future__ import annotations

import pytest

from hansardparse import parse

#: One page of several: who asks the first question stands on the page before.
PAGE = """Examination of Witnesses (Questions 40 - 61)

  40. How deep is the harbour?

  (Mr Reed) Nine feet.

Tomos Pugh

  41. Is that enough?

  (Mr Reed) No.
"""


def said(text: str) -> list[tuple[str | None, str | None, str]]:
    """Number, label and words of each turn; the layout is found out."""
    transcript = parse(text)
    assert transcript.layout == "evidence"
    return [(c.question_number, c.speaker.label, c.text) for c in transcript.contributions()]


def test_a_page_goes_on_with_the_question_that_its_heading_says() -> None:
    assert said(PAGE) == [
        ("40", None, "How deep is the harbour?"),
        (None, "Mr Reed", "Nine feet."),
        ("41", "Tomos Pugh", "Is that enough?"),
        (None, "Mr Reed", "No."),
    ]


@pytest.mark.parametrize("number", ["39", "44", "1"])
def test_another_number_at_the_head_of_a_page_asks_nothing(number: str) -> None:
    text = PAGE.replace("40. How", f"{number}. How")
    assert [label for _, label, _ in said(text)] == ["Mr Reed", "Tomos Pugh", "Mr Reed"]

"""Letters and signs as other systems write them: accents apart, wide forms, references to characters."""

from __future__ import annotations

import unicodedata

import pytest

from hansardparse import parse


def said(text: str, layout: str = "official-report") -> list[tuple[str | None, str]]:
    transcript = parse(text, layout=layout, resolve=False)
    return [(c.speaker.label, c.text) for c in transcript.contributions()]


@pytest.mark.parametrize(
    ("layout", "form"),
    [
        ("official-report", "{}: {}"),
        ("historic", "{}: {}"),
        ("historic-site", "§ {} {}"),
        ("download", "{}\n{}"),
        ("markdown", "**{}**: {}"),
    ],
)
@pytest.mark.parametrize("label", ["Mr. Siôn Pârry (Ynys Fôn)", "Lord Éamon of Pórt"])
def test_accents_behind_their_letters(label: str, layout: str, form: str) -> None:
    turns = [(label, "Mae’r wal yn hen."), ("Mr. Oake (Port Ardle)", "It is.")]
    text = "\n\n".join(form.format(*turn) for turn in turns) + "\n"
    apart = unicodedata.normalize("NFD", text)
    assert said(text, layout) == turns
    assert said(apart, layout) == [(unicodedata.normalize("NFD", a), b) for a, b in turns]


def test_the_names_of_voters_are_as_they_are_printed() -> None:
    text = unicodedata.normalize(
        "NFD", "Division No. 12] [7.14 pm\n\nAYES\n\nPârry, Siôn\n\nNOES\n\nOake, Ivor\n"
    )
    (division,) = parse(text, layout="official-report").divisions()
    names = [vote.name for group in division.groups for vote in group.votes]
    assert names == [unicodedata.normalize("NFD", "Pârry, Siôn"), "Oake, Ivor"]


@pytest.mark.parametrize("label", ["Gerald Oake (Port Ardle) (Con)", "Mr Speaker"])
@pytest.mark.parametrize("gap", ["", " "])
def test_a_wide_colon(label: str, gap: str) -> None:
    text = f"Ada Marsh (Upper Dale) (Lab): The wall is old.\n\n{label}{gap}\uff1aIt is not.\n"
    assert said(text)[1] == (label, "It is not.")


@pytest.mark.parametrize("dash", ["&#151;", "&mdash;", "&#8212;", "—"])
def test_a_dash_that_was_not_decoded(dash: str) -> None:
    text = f"Mr. Oake (Port Ardle): I give way.\n\nSeveral hon. Members rose{dash}\n\nMr. Speaker: Order.\n"
    assert said(text)[1] == (f"Several hon. Members rose{dash}", "")

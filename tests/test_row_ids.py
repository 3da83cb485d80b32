"""The ids of rows: each is the only one in its source, and stays when something else changes."""

from __future__ import annotations

from collections import Counter

import attrs
import pytest
from conftest import SAMPLES
from hypothesis import given
from hypothesis import strategies as st

from hansardparse import Transcript, parse, parse_file, resolve, rows, speeches
from hansardparse.nodes import Contribution, Heading, Note, Paragraph, Section, Speaker

WORDS = st.sampled_from(["Order.", "No.", "The wall leaks.", "\ud800", "", "Order.\nOrder."])
LABELS = st.sampled_from(["Mr Speaker", "Ms Ada Marsh", "Order.", None])
ITEMS = st.one_of(
    st.builds(lambda who, said: Contribution(Speaker(who), (Paragraph(said),)), LABELS, WORDS),
    st.builds(Note, WORDS),
    st.builds(Heading, WORDS),
)


def made(items: list[object], at: int) -> Transcript:
    """A transcript in which some items stand in a section."""
    return Transcript((*items[:at], Section(tuple(items[at:]))))  # type: ignore[arg-type]


def ids(items: list[object], at: int = 0) -> list[str]:
    return [row["id"] for row in rows(made(items, at))]


@given(st.lists(ITEMS, max_size=12), st.integers(0, 12))
def test_each_is_the_only_one_in_its_source(items: list[object], at: int) -> None:
    found = ids(items, at)
    assert len(found) == len(set(found)) == len(items)
    assert all(found)


@given(st.lists(ITEMS, max_size=12), ITEMS, st.integers(0, 12), st.integers(0, 13))
def test_what_is_added_or_taken_away_changes_no_other_but_of_later_equal_ones(
    items: list[object], new: object, at: int, section: int
) -> None:
    before, after = ids(items), ids([*items[:at], new, *items[at:]], section)
    kept = [*after[: min(at, len(items))], *after[min(at, len(items)) + 1 :]]
    for n, (one, other) in enumerate(zip(before, kept, strict=True)):
        if one != other:  # which has the same type, label and text as the new one, and stands behind it
            assert n >= at
            assert items[n] == new


def test_what_is_inferred_changes_none() -> None:
    for sample in SAMPLES[::5]:
        plain = parse_file(sample, layout=sample.parent.name, resolve=False)
        assert [r["id"] for r in rows(plain)] == [r["id"] for r in rows(resolve(plain))]


@pytest.mark.parametrize("sample", SAMPLES[::3], ids=lambda s: f"{s.parent.name}-{s.stem}")
def test_a_line_taken_away_leaves_the_ids_of_turns_that_stay(sample: object) -> None:
    """The same said of text: turns that are still there, as often as before, have the ids that they had."""
    text = sample.read_bytes().decode().replace("\r\n", "\n")  # type: ignore[attr-defined]
    layout = sample.parent.name  # type: ignore[attr-defined]

    def said(page: str) -> dict[tuple[object, ...], list[str]]:
        found: dict[tuple[object, ...], list[str]] = {}
        for row in rows(parse(page, layout=layout, resolve=False)):
            found.setdefault((row["type"], row["speaker_label"], row["text"]), []).append(row["id"])
        return found

    whole, lines = said(text), text.split("\n")
    for n in range(0, len(lines), max(1, len(lines) // 5)):
        for key, after in said("\n".join((*lines[:n], *lines[n + 1 :]))).items():
            both = min(len(after), len(whole.get(key, ())))
            assert whole.get(key, [])[:both] == after[:both]


# --- the speech that a contribution is part of -----------------------------------------------------------


@pytest.mark.parametrize("sample", SAMPLES[::2], ids=lambda s: f"{s.parent.name}-{s.stem}")
def test_rows_and_speeches_tell_the_same_parts(sample: object) -> None:
    transcript = parse_file(sample, layout=sample.parent.name)  # type: ignore[arg-type, attr-defined]
    found = [row for row in rows(transcript) if row["type"] == "contribution"]
    assert all(row["speech"] is None for row in rows(transcript) if row["type"] != "contribution")
    parts = Counter(row["speech"] for row in found if row["kind"] == "speech")
    assert sorted(parts.values()) == sorted(len(speech.turns) for speech in speeches(transcript))
    at = {row["n"]: row for row in found}
    for row in found:
        assert row["speech"] <= row["n"]
        assert at[row["speech"]]["speech"] == row["speech"]
        if row["resumes"] is not None:
            assert row["speech"] == at[row["resumes"]]["speech"]


def test_words_are_counted() -> None:
    found = [r["words"] for r in rows(Transcript((Note("The  wall\nleaks."), Note(""), Note("— No"))))]
    assert found == [3, None, 2]


def test_who_reads_says_what_is_not_printed() -> None:
    import datetime

    from hansardparse.nodes import Given

    page = "Ferries\n\nMonday 4th March 2024\n\nAda Marsh Portrait Ms Ada Marsh (Dale)\n- Hansard -\n\nNo.\n"
    plain = parse(page, layout="parallel")
    told = attrs.evolve(plain, given=Given(date=datetime.date(1999, 1, 2), house="Commons"))
    for before, after in zip(rows(plain), rows(told), strict=True):
        assert before["given"] == {}
        changed = {key for key in before if before[key] != after[key]}  # type: ignore[literal-required]
        assert changed - {"given"} == set(after["given"])
        assert after["date"] == before["date"] == "2024-03-04"
        assert (after["house"], after["given"]) == ("Commons", {"house": "option"})


@given(st.text(alphabet=" \n\t\xa0\u2003.abé\ud800", max_size=20))
def test_words_are_what_stands_between_blanks(text: str) -> None:
    (row,) = rows(Transcript((Note(text),)))
    assert row["words"] == (len(text.split()) or None)

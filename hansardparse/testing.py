"""Random typed transcripts, as Hypothesis strategies: for our tests, and for yours.

    from hypothesis import given
    from hansardparse.testing import transcripts

    @given(transcripts("parallel"))
    def test_my_tool_takes_any_debate(transcript): ...

Every transcript keeps the law `parse(render(t), layout=..., resolve=False) == t`. All names and words are
invented: they are the `examples` of the parliament's profile, set as the layout's head says that it prints
them. Needs `hypothesis` (`pip install hansardparse[testing]`).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import attrs
from hypothesis import strategies as st

from hansardparse import nodes
from hansardparse.build.procedure import procedure
from hansardparse.layouts import LAYOUTS, Layout
from hansardparse.nodes import (
    ColumnMark,
    Constituency,
    Contribution,
    DateMark,
    ExcerptsMark,
    Heading,
    Interruption,
    Paragraph,
    Party,
    QuestionNumber,
    Section,
    Span,
    Speaker,
    Text,
    TimeMark,
    Transcript,
)

__all__ = ["paragraphs", "sections", "speakers", "transcripts"]


def _one_of(layout: Layout, words: str) -> st.SearchStrategy[str]:
    """One of the examples of the layout's parliament."""
    return st.sampled_from(layout.profile.examples[words])


def transcripts(layout: str = "parallel") -> st.SearchStrategy[Transcript]:
    """Transcripts that a layout can carry, by its name."""
    return _transcript(LAYOUTS[layout])


@st.composite
def _transcript(draw: st.DrawFn, layout: Layout) -> Transcript:
    drawn = draw(st.lists(sections(layout), min_size=1, max_size=4))
    return Transcript(tuple(_in_force(drawn)), layout.name)


def _in_force(drawn: list[Section]) -> Iterator[Section]:
    """The sections, each contribution with the time and the column that were printed last."""
    time = column = None
    for section in drawn:
        items: list[Any] = []
        for item in section.items:
            if type(item) is Contribution:
                items.append(attrs.evolve(item, time=time, column=column))
            else:
                items.append(item)
            for mark in (item, *getattr(item, "blocks", ())):
                time = mark.time if type(mark) is TimeMark else time
                column = mark.column if type(mark) is ColumnMark else column
        yield attrs.evolve(section, items=tuple(items))


@st.composite
def sections(draw: st.DrawFn, layout: Layout) -> Section:
    """A heading, what the layout prints under it, and a few contributions."""
    subject, day = draw(_one_of(layout, "subjects")), draw(_days())
    words = {"subject": subject, "SUBJECT": subject.upper(), **_dated(day), **draw(_member(layout))}
    head: list[Any] = [Heading(layout.heading.format_map(words))] if layout.heading else []
    above = [_mark(line.format_map(words), day, words["member"]) for line in layout.above]
    head += above[: draw(st.integers(0 if layout.heading else len(above), len(above)))]
    if layout.time and draw(st.booleans()):
        head.append(_time(layout.time))
    said = contributions(layout)
    body = st.one_of(said, *_asides(layout))
    return Section((*head, draw(said), *draw(st.lists(body, max_size=4)), draw(said)))


def _days() -> st.SearchStrategy[datetime.date]:
    return st.dates(datetime.date(1850, 1, 1), datetime.date(2030, 12, 31))


def _dated(day: datetime.date) -> dict[str, str]:
    """A day in the forms that heads name: `{date}` is `3 July 1918`."""
    return {
        "date": f"{day.day} {day:%B} {day.year}",
        "short-date": f"{day.day} {day:%b} {day.year}",
        "long-date": f"{day:%A} {day.day} {day:%B} {day.year}",
    }


def _mark(line: str, day: datetime.date, member: str) -> Any:
    """A node that a head gives as its class and its text: `VenueMark Commons Chamber`."""
    name, _, text = line.partition(" ")
    if name == "DateMark":
        return DateMark(text, day)
    return ExcerptsMark(text, member) if name == "ExcerptsMark" else getattr(nodes, name)(text)


def _time(pair: str) -> TimeMark:
    """A time that a head gives as printed and on the 24-hour clock: `2.44 pm = 14:44`."""
    printed, _, clock = pair.partition(" = ")
    return TimeMark(printed, clock)


def _asides(layout: Layout) -> Iterator[st.SearchStrategy[Any]]:
    """What may stand between contributions."""
    if procedures := layout.profile.examples.get("procedures"):
        made = [procedure(text, text, Span(0, 0), layout.profile) for text in procedures]
        yield st.sampled_from([attrs.evolve(one, span=Span(0, 0)) for one in made])
    for aside in layout.aside:
        yield st.just(_mark(aside, datetime.date.min, ""))
    if layout.column:
        yield _columns(layout.column)


def _columns(form: str) -> st.SearchStrategy[ColumnMark]:
    day = datetime.date(2009, 10, 28)
    dated = day if "date}" in form else None
    return st.integers(2, 1999).map(
        lambda n: ColumnMark(form.format_map({"column": n, **_dated(day)}), str(n), dated)
    )


# --- who ---------------------------------------------------------------------------------------------


@st.composite
def _member(draw: st.DrawFn, layout: Layout) -> dict[str, str]:
    """The words that a form of a label may ask for."""
    examples = layout.profile.examples
    words = {
        key: draw(_one_of(layout, several))
        for key, several in (
            ("forenames", "forenames"),
            ("surname", "surnames"),
            ("constituency", "constituencies"),
            ("office", "offices"),
            ("chair", "chairs"),
            ("peer", "peers"),
        )
        if several in examples
    }
    given = _one_of(layout, "honorifics")
    named = any("{name}" in form for form in layout.speakers)
    words["honorific"] = (draw(st.none() | given) or "") if named else draw(given)
    words["party"] = draw(st.sampled_from(_codes(layout) or [""]))
    words["party-name"] = draw(st.sampled_from(_names(layout) or [""]))
    words["member"] = f"{words['forenames']} {words['surname']}"
    words["name"] = f"{words['honorific']} {words['member']}".strip()
    return words


def _codes(layout: Layout) -> list[str]:
    """The codes of parties: words in full stand elsewhere than in a label's bracket."""
    return sorted(code for code in layout.profile.parties if len(code) < LONGEST_CODE)


#: The names of parties are longer than their codes, in characters.
LONGEST_CODE = 9


def _names(layout: Layout) -> list[str]:
    """The names of parties that labels print in full."""
    return sorted(code for code, name in layout.profile.parties.items() if code == name)


@st.composite
def speakers(draw: st.DrawFn, layout: str = "parallel") -> Speaker:
    """A Member, a Minister or the Chair, as a label of the layout prints them."""
    return draw(_speaker(LAYOUTS[layout]))


@st.composite
def _speaker(draw: st.DrawFn, layout: Layout) -> Speaker:
    if not layout.speakers:  # the page has lost its labels
        return Speaker()
    form = draw(st.sampled_from(layout.speakers)).replace("\\n", "\n")
    words = draw(_member(layout))
    prints = form + "".join(layout.prints)
    named = "{name}" in form or "{forenames}" in form or "{member}" in form
    party = words["party"] if "{party}" in form else None
    if "{party-name}" in prints or "{position}" in prints:
        party = words["party-name"]
    chair = "{chair}" in form
    return Speaker(
        form.format_map(words),
        (words["honorific"] or None) if "{name}" in form or "{honorific}" in form else None,
        words["forenames"] if named else None,
        words["surname"] if named else words["peer"] if "{peer}" in form else None,
        office=words["chair"] if chair else words["office"] if "{office}" in form else None,
        constituency=Constituency(words["constituency"])
        if "{constituency}" in form or "{position}" in prints
        else None,
        party=Party(party, layout.profile.parties.get(party, party)) if party else None,
        in_chair=chair,
        role="chair" if chair else "member",
        linked_name=words["member"] if "{linked}" in prints else None,
    )


# --- what is said --------------------------------------------------------------------------------------


def _sentences(layout: Layout) -> st.SearchStrategy[str]:
    """One to five sentences of a speech."""
    return st.lists(_one_of(layout, "sentences"), min_size=1, max_size=5).map(
        lambda parts: " ".join(f"{p[0].upper()}{p[1:]}." for p in parts)
    )


def paragraphs(layout: str = "parallel") -> st.SearchStrategy[Paragraph]:
    """A paragraph of speech, sometimes with an interruption in it."""
    return _paragraph(LAYOUTS[layout])


@st.composite
def _paragraph(draw: st.DrawFn, layout: Layout) -> Paragraph:
    text = draw(_sentences(layout))
    if "interruptions" not in layout.profile.examples or draw(st.integers(0, 9)):
        return Paragraph(text)
    noise = draw(_one_of(layout, "interruptions"))
    more = draw(_sentences(layout))
    return Paragraph(f"{text} {noise} {more}", (Text(text), Interruption(noise), Text(more)))


@st.composite
def contributions(draw: st.DrawFn, layout: Layout) -> Contribution:
    """A label and what it introduces; without labels, a paragraph is a contribution by itself."""
    speaker = draw(_speaker(layout))
    words: list[Any] = draw(st.lists(_paragraph(layout), min_size=1, max_size=4 if speaker.label else 1))
    blocks = [*(_mark(line, datetime.date.min, "") for line in draw(_below(layout))), *words]
    kind = "chair" if speaker.in_chair else "speech"
    if layout.column and len(words) > 1 and draw(st.booleans()):
        blocks.insert(-1, draw(_columns(layout.column)))
    elif layout.question and not speaker.in_chair and draw(st.integers(0, 4)) == 0:
        number = draw(st.sampled_from(("1", "15", "T1", "T12", "904")))
        blocks.insert(-len(words), QuestionNumber(layout.question.format(number=number), number))
        kind = "question"
    return Contribution(speaker, tuple(blocks), kind)


def _below(layout: Layout) -> st.SearchStrategy[list[str]]:
    """The line that the page puts under a label, if it does."""
    return st.sampled_from(layout.below).map(lambda line: [line]) if layout.below else st.just([])

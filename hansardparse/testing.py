"""Random typed transcripts, as Hypothesis strategies: for our tests, and for yours.

    from hypothesis import given
    from hansardparse.testing import transcripts

    @given(transcripts("parallel"))
    def test_my_tool_takes_any_debate(transcript): ...

Every transcript keeps the law `parse(render(t), layout=..., resolve=False) == t`. All names and words are
invented. Needs `hypothesis` (`pip install hansardparse[testing]`).
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterator
from typing import Any

import attrs
from hypothesis import strategies as st

from hansardparse.model.nodes import (
    AgeMark,
    ColumnMark,
    Constituency,
    Contribution,
    DateMark,
    Elision,
    ExcerptsMark,
    Furniture,
    Heading,
    Interruption,
    Paragraph,
    Party,
    Procedure,
    QuestionNumber,
    Section,
    Speaker,
    Text,
    TimeMark,
    Transcript,
    VenueMark,
    WrittenStatementReference,
)
from hansardparse.speakers.labels import PARTIES

__all__ = ["paragraphs", "speakers", "transcripts"]

FORENAMES = ("Ada", "Gerald", "Moira", "Tomos", "Priya", "Éilís", "Jean-Luc", "Wilhelmina")
SURNAMES = ("Marsh", "Oake", "Thistlewood", "Pugh", "O’Dowd", "Featherstone-Hay", "Nakamura", "McAllan")
HONORIFICS = ("Mr", "Mrs", "Ms", "Sir", "Dame", "Dr")
PLACES = (
    "Upper Dale",
    "Port Ardle",
    "Harrow Moor and Stoke",
    "Wick, Fenn and Lower Ness",
    "St Brannoc’s South",
    "Na h-Eileanan Beaga",
)
OFFICES = (
    "The Secretary of State for Coasts and Harbours",
    "The Minister for Lighthouses",
    "The Chancellor of the Duchy of Ardle",
)
CHAIRS = ("Mr Speaker", "Madam Deputy Speaker", "Mr Deputy Speaker")
#: The codes of the printed page; the names in full stand on TheyWorkForYou alone.
CODES = tuple(sorted(code for code in PARTIES if len(code) < 9))
SUBJECTS = ("Sea Walls", "Ferries", "Ness Bridge", "Moorland Fires", "Island Schools", "Peat", "Light Dues")
WORDS = (
    "the harbour at Port Ardle needs a wall and not a promise",
    "my constituents have waited nine years for this ferry",
    "nobody on these Benches doubts the cost of peat",
    "there is, I am told, a report on the Ness bridge",
    "we shall publish the figures before the recess",
    "I thank the hon. Lady for her question",
    "will the Minister say when the work begins",
    "that is a matter for the lighthouse board—and for nobody else",
    "he said “never again” and meant it",
)
PROCEDURES = (
    Procedure("Question put and agreed to.", "question_agreed"),
    Procedure("Bill read a Second time.", "bill_read", "Second Reading"),
    Procedure("House adjourned.", "adjourned"),
)


@st.composite
def speakers(draw: st.DrawFn, linked: bool = True, bare: bool = True) -> Speaker:
    """A Member, a Minister or the Chair, as a label prints them.

    `linked` adds the page's own name; `bare` allows a Member's name alone.
    """
    forenames, surname = draw(st.sampled_from(FORENAMES)), draw(st.sampled_from(SURNAMES))
    honorific = draw(st.none() | st.sampled_from(HONORIFICS))
    name = " ".join(p for p in (honorific, forenames, surname) if p)
    page = f"{forenames} {surname}" if linked else None
    form = draw(st.sampled_from(("full", "office", "chair", *(("name",) if bare else ()))))
    if form == "full":
        place, code = draw(st.sampled_from(PLACES)), draw(st.sampled_from(CODES))
        return Speaker(
            f"{name} ({place}) ({code})",
            honorific,
            forenames,
            surname,
            constituency=Constituency(place),
            party=Party(code, PARTIES[code]),
            role="member",
            linked_name=page,
        )
    if form == "name":
        return Speaker(name, honorific, forenames, surname, role="member", linked_name=page)
    offices, role = (OFFICES, "member") if form == "office" else (CHAIRS, "chair")
    office = draw(st.sampled_from(offices))
    return Speaker(
        f"{office} ({name})",
        honorific,
        forenames,
        surname,
        office=office,
        in_chair=form == "chair",
        role=role,
        linked_name=page,
    )


def sentences() -> st.SearchStrategy[str]:
    """One to five sentences of a speech."""
    return st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(
        lambda parts: " ".join(f"{p[0].upper()}{p[1:]}." for p in parts)
    )


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    """A paragraph of speech, sometimes with an interruption in it."""
    text = draw(sentences())
    if draw(st.integers(0, 9)):
        return Paragraph(text)
    noise = draw(st.sampled_from(("[Interruption.]", "[Laughter.]")))
    more = draw(sentences())
    return Paragraph(f"{text} {noise} {more}", (Text(text), Interruption(noise), Text(more)))


def transcripts(layout: str = "parallel") -> st.SearchStrategy[Transcript]:
    """Transcripts that the layout can carry."""
    return _LAYOUTS[layout]()


# --- Parallel Parliament ---------------------------------------------------------------------------------


@st.composite
def _parallel(draw: st.DrawFn) -> Transcript:
    sections = draw(st.lists(_parallel_section(), min_size=1, max_size=4))
    return Transcript(tuple(sections), "parallel")


@st.composite
def _parallel_section(draw: st.DrawFn) -> Section:
    member = f"{draw(st.sampled_from(FORENAMES))} {draw(st.sampled_from(SURNAMES))}"
    head: list[Any] = [Heading(draw(st.sampled_from(SUBJECTS))), ExcerptsMark(f"{member} Excerpts", member)]
    written = draw(st.booleans())
    if written or draw(st.booleans()):
        day = draw(st.dates(datetime.date(2010, 1, 1), datetime.date(2030, 12, 31)))
        head += [
            DateMark(f"{day:%A} {day.day} {day:%B} {day.year}", day),
            AgeMark("(2 months, 3 weeks ago)"),
            VenueMark("Written Statements" if written else "Commons Chamber"),
            Furniture("Read Full debate Watch Debate"),
        ]
    if written:
        said = draw(_parallel_contribution("statement"))
        number = f"HCWS{draw(st.integers(1, 9999))}"
        head += [said, WrittenStatementReference(f"[{number}]", "Commons", number)]
        return Section(tuple(head), "written_statement")
    body = _parallel_contribution("speech") | _parallel_aside()
    return Section((*head, draw(_parallel_contribution("speech")), *draw(st.lists(body, max_size=5))))


def _parallel_aside() -> st.SearchStrategy[Any]:
    rose = Speaker("Several hon. Members rose—", role="collective")
    return st.sampled_from(
        (
            Elision("--- Later in debate ---"),
            Contribution(rose, (Furniture("- Hansard -"),), "gesture"),
            *PROCEDURES,
        )
    )


@st.composite
def _parallel_contribution(draw: st.DrawFn, kind: str) -> Contribution:
    speaker = draw(speakers())
    site = draw(st.sampled_from(("- Hansard - -", "- View Speech - Hansard - - - Excerpts", "- Hansard -")))
    blocks: list[Any] = [Furniture(site)]
    if kind == "speech" and draw(st.integers(0, 4)) == 0:
        number = draw(st.sampled_from(("1", "15", "T1", "T12", "904")))
        blocks.append(QuestionNumber(f"{number}.", number))
        kind = "question"
    elif speaker.in_chair:
        kind = "chair"
    blocks += draw(st.lists(paragraphs(), min_size=1, max_size=4))
    return Contribution(speaker, tuple(blocks), kind)


# --- the other layouts -----------------------------------------------------------------------------------

TIMES = {"download": ("15:37:00", "15:37"), "official-report": ("2.44 pm", "14:44")}
COLUMNS = {
    "webpage": "Column {}is located here",
    "official-report": "28 Oct 2009 : Column {}",
    "historic": "{}",
}
SHARED = Furniture("Share this specific contribution")
PEERS = ("THE EARL OF ARDLE", "LORD OAKE", "LORD MARSH OF UPPER DALE", "THE MARQUESS OF NESS")


@st.composite
def _sitting(draw: st.DrawFn, layout: str) -> Transcript:
    sections = draw(st.lists(_section(layout), min_size=1, max_size=4))
    return Transcript(tuple(_in_force(sections)), layout)


def _in_force(sections: list[Section]) -> Iterator[Section]:
    """The sections, each contribution with the time and the column that were printed last."""
    time = column = None
    for section in sections:
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
def _section(draw: st.DrawFn, layout: str) -> Section:
    subject = draw(st.sampled_from(SUBJECTS))
    head: list[Any] = [Heading(subject)]
    if layout == "historic-site":
        day = draw(st.dates(datetime.date(1850, 1, 1), datetime.date(2004, 12, 31)))
        head = [
            Heading(f"{subject.upper()}. (Hansard, {day.day} {day:%B} {day.year})"),
            DateMark(f"{day:%d %B} {day.year}", day),
        ]
    elif layout == "historic":
        head = [Heading(f"{subject.upper()}.")]
    elif layout == "parallel-plain":
        head = [AgeMark("(1 year, 8 months ago)"), VenueMark("Commons Chamber")]
    if layout in TIMES and draw(st.booleans()):
        head.append(TimeMark(*TIMES[layout]))
    said = _said(layout)
    body = said | _mark(layout) if layout in COLUMNS else said
    if layout not in ("historic-site", "parallel-plain"):
        body |= st.sampled_from(PROCEDURES)
    return Section((*head, draw(said), *draw(st.lists(body, max_size=4)), draw(said)))


def _mark(layout: str) -> st.SearchStrategy[ColumnMark]:
    day = datetime.date(2009, 10, 28) if layout == "official-report" else None
    return st.integers(2, 1999).map(lambda n: ColumnMark(COLUMNS[layout].format(n), str(n), day))


@st.composite
def _said(draw: st.DrawFn, layout: str) -> Contribution:
    words = draw(st.lists(paragraphs(), min_size=1, max_size=3))
    if layout == "parallel-plain":
        return Contribution(Speaker(), (words[0],))
    speaker = draw(_named(layout))
    blocks: list[Any] = [SHARED, *words] if layout == "webpage" else [*words]
    if layout in COLUMNS and draw(st.booleans()):
        blocks[-1:-1] = [draw(_mark(layout))] if len(words) > 1 else []
    return Contribution(speaker, tuple(blocks), "chair" if speaker.in_chair else "speech")


@st.composite
def _named(draw: st.DrawFn, layout: str) -> Speaker:
    """A speaker as the layout prints one."""
    if layout in ("historic", "historic-site"):
        peer = draw(st.sampled_from(PEERS))
        return Speaker(peer, surname=peer, role="member")
    # on the printed page, a name alone before a colon is in doubt until it has been heard
    speaker = draw(speakers(linked=False, bare=layout != "official-report"))
    if layout == "webpage":
        return attrs.evolve(speaker, label=(speaker.label or "").replace(" (", "\n(", 1))
    if layout != "theyworkforyou":
        return speaker
    name = f"{speaker.forenames} {speaker.surname}"
    place = draw(st.sampled_from(PLACES))
    party = draw(st.sampled_from(("Labour", "Conservative", "Liberal Democrat")))
    return Speaker(
        name,
        None,
        speaker.forenames,
        speaker.surname,
        constituency=Constituency(place),
        party=Party(party, party),
        role="member",
        linked_name=name,
    )


_LAYOUTS: dict[str, Callable[[], st.SearchStrategy[Transcript]]] = {
    "parallel": _parallel,
    **{
        name: functools.partial(_sitting, name)
        for name in (
            "parallel-plain",
            "download",
            "webpage",
            "theyworkforyou",
            "official-report",
            "historic",
            "historic-site",
        )
    },
}

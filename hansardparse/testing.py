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
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from hansardparse.attribution import PARTIES
from hansardparse.model import (
    AgeMark,
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
    Transcript,
    VenueMark,
    WrittenStatementReference,
)

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
def speakers(draw: st.DrawFn, linked: bool = True) -> Speaker:
    """A Member, a Minister or the Chair, as a label prints them; `linked` adds the page's own name."""
    forenames, surname = draw(st.sampled_from(FORENAMES)), draw(st.sampled_from(SURNAMES))
    honorific = draw(st.none() | st.sampled_from(HONORIFICS))
    name = " ".join(p for p in (honorific, forenames, surname) if p)
    page = f"{forenames} {surname}" if linked else None
    form = draw(st.sampled_from(("full", "name", "office", "chair")))
    if form == "full":
        place, code = draw(st.sampled_from(PLACES)), draw(st.sampled_from(sorted(PARTIES)))
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
            Furniture("Read Full debate Read Hansard Text"),
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


_LAYOUTS: dict[str, Callable[[], st.SearchStrategy[Transcript]]] = {
    "parallel": _parallel,
}

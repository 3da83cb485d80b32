"""Pictures of a debate, each in one line: who spoke how much, how it went, how the House divided.

Each function gives a chart of Altair: a notebook shows it, and `chart.save("debate.svg")`, or `.png`, writes
it. They need the extra `plot`; without it they raise HansardError, which says what to install.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from hansardparse.errors import extra
from hansardparse.model.nodes import Division, Party, Transcript
from hansardparse.view.amounts import speaker_of
from hansardparse.view.sides import side_name, title
from hansardparse.view.web import colour

__all__ = ["course", "division", "words"]

#: What a picture is made of: a transcript, or the rows of one, as `hansardparse.rows` or a table gives them.
Of = Transcript | Iterable[Mapping[str, Any]]
WIDTH = 560
NEUTRAL = "#8d8880"
#: Who is not among so many of those who spoke most has no row of their own.
MOST = 25
_SIDES = ("#2d6a8f", "#b3541e", "#7a6a58")
_NO_PARTY = "no party printed"


class _Said(NamedTuple):
    """What a picture shows of one turn."""

    name: str
    party: str
    kind: str
    words: int
    colour: str


def words(of: Of, by: str = "person") -> Any:
    """How many words each person spoke, or with `by="party"` each party, the most first.

    Raises ValueError for any other `by`.
    """
    if by not in ("person", "party"):
        raise ValueError(f'by is "person" or "party", not {by!r}')
    altair = _altair()
    found: dict[str, dict[str, Any]] = {}
    for turn in _turns(of):
        name = turn.name if by == "person" else turn.party
        row = found.setdefault(name, {"name": name, "words": 0, "colour": NEUTRAL})
        row["words"] += turn.words
        row["colour"] = turn.colour if turn.colour != NEUTRAL else row["colour"]
    shown = sorted(found.values(), key=lambda row: -row["words"])[:MOST]
    return (
        altair.Chart(altair.Data(values=shown), title=f"Words by {by}", width=WIDTH)
        .mark_bar()
        .encode(
            x=altair.X("words:Q", title="words"),
            y=altair.Y("name:N", sort=[row["name"] for row in shown], title=None),
            color=altair.Color("colour:N", scale=None),
            tooltip=["name:N", "words:Q"],
        )
    )


def course(of: Of) -> Any:
    """How a debate went: each turn on the row of who spoke it, from left to right, as wide as it has words.

    Interventions stand out in a colour of their own. Time is told in words, which every record has.
    """
    altair = _altair()
    turns = list(_turns(of))
    rows: list[dict[str, Any]] = []
    at = 0
    totals: dict[str, int] = {}
    for turn in turns:
        totals[turn.name] = totals.get(turn.name, 0) + turn.words
        kind = "intervention" if turn.kind == "intervention" else "other turn"
        rows.append({"name": turn.name, "from": at, "to": at + turn.words, "kind": kind})
        at += turn.words
    shown = set(sorted(totals, key=lambda name: -totals[name])[:MOST])
    return (
        altair.Chart(
            altair.Data(values=[row for row in rows if row["name"] in shown]),
            title="The course of the debate",
            width=WIDTH,
        )
        .mark_bar()
        .encode(
            x=altair.X("from:Q", title="words spoken so far"),
            x2="to:Q",
            y=altair.Y("name:N", sort=list(dict.fromkeys(row["name"] for row in rows)), title=None),
            color=altair.Color(
                "kind:N",
                title=None,
                scale=altair.Scale(domain=["other turn", "intervention"], range=[_SIDES[0], _SIDES[1]]),
            ),
            tooltip=["name:N", "kind:N"],
        )
    )


def division(of: Division) -> Any:
    """The sides of a division as bars of their totals: those that are printed, else those of the lists."""
    altair = _altair()
    rows = [
        {"side": side_name(group.option), "votes": len(group.votes) if group.stated is None else group.stated}
        for group in of.groups
    ]
    sides = [row["side"] for row in rows]
    colours = [_SIDES[n % len(_SIDES)] for n in range(len(sides))]
    bars = (
        altair.Chart(altair.Data(values=rows), title=title(of), width=WIDTH)
        .mark_bar()
        .encode(
            x=altair.X("votes:Q", title="votes", axis=altair.Axis(tickMinStep=1, format="d")),
            y=altair.Y("side:N", sort=sides, title=None),
            color=altair.Color("side:N", legend=None, scale=altair.Scale(domain=sides, range=colours)),
        )
    )
    return bars + bars.mark_text(align="left", dx=4, color="black").encode(
        text="votes:Q", color=altair.value("black")
    )


def _altair() -> Any:
    with extra("altair", "hansardparse[plot]"):
        import altair

        return altair


def _turns(of: Of) -> Iterable[_Said]:
    """The turns of a transcript, or those among some rows."""
    if isinstance(of, Transcript):
        for turn in of.contributions():
            own = colour(turn.party, of.parliament) or NEUTRAL
            party = str(turn.party) if turn.party else _NO_PARTY
            yield _Said(speaker_of(turn), party, turn.kind, len(turn.text.split()), own)
        return
    for row in of:
        if row["type"] == "contribution":
            party = row["person_party"] or row["party"]
            shade = colour(Party(party), row["parliament"]) if party else None
            name = row["speaker_name"] or row["office"] or row["speaker_label"] or "Nobody named"
            yield _Said(name, party or _NO_PARTY, row["kind"], row["words"] or 0, shade or NEUTRAL)

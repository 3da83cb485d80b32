"""The page that a transcript is read on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hansardparse.model.nodes import Contribution, Division, Section, Transcript
from hansardparse.model.short import counted
from hansardparse.view.amounts import Amount, by_party, by_person, chairs
from hansardparse.view.flow import Flow, party, party_class
from hansardparse.view.markup import file, standalone, tag, words
from hansardparse.view.sides import side_name, title
from hansardparse.view.web import colour

__all__ = ["colours", "facts", "name_of", "page", "spoke"]

#: So many are shown at once of those who spoke; the others unfold.
FIRST = 12


def page(transcript: Transcript) -> str:
    """A transcript as one standalone HTML page: no script, no network, nothing beside it.

    The anchors of turns are `t1`, `t2`, ... in document order, of sections `s1`, ..., of divisions `d1`, ...
    What it shows is the transcript's: who speaks is as resolved, else as printed. Furniture of the site that
    the text was copied from is left out.
    """
    flow = Flow(transcript)
    body = "".join((*flow.items(transcript.items), *flow.rest()))
    if not body.strip():
        body = tag("p", "There is nothing in this text.", class_="mark")
    name = name_of(transcript)
    head = tag("header", (tag("h1", words(name)), facts(transcript)), class_="page")
    aside = tag("div", (_contents(transcript), spoke(transcript)), class_="aside")
    made = f"Made by hansardparse {transcript.version}" + (
        f" from {transcript.source}" if transcript.source else ""
    )
    whole = (
        '<body class="hansardparse">\n'
        + tag("a", "Skip to the debate", href="#debate", class_="skip")
        + f'{head}\n<div class="columns">{aside}\n'
        + tag("main", body, id="debate", tabindex="-1")
        + f"</div>\n{tag('footer', words(made))}\n</body>"
    )
    return standalone(name, (file("reader.css"), file("page.css"), colours(transcript)), whole)


def name_of(transcript: Transcript) -> str:
    """What the page of a transcript is called."""
    first = next((section for section in transcript.sections() if section.heading), None)
    name = transcript.title or (first and first.heading) or transcript.source or "A transcript"
    if first is not None and first.kind == "sitting" and first.date is not None:
        name += f", {first.date.day} {first.date:%B %Y}"
    return " ".join(name.split())


def facts(transcript: Transcript) -> str:
    """Date, place, who presided, how much there is, and how it was read."""
    sections = list(transcript.sections())
    date = transcript.date or next((s.date for s in sections if s.date), None)
    venue = next((s.venue for s in sections if s.venue), None)
    house = transcript.house
    place = venue if venue and (house is None or house in venue) else ", ".join(filter(None, (house, venue)))
    presided = chairs(transcript)
    shown = ", ".join(presided[:3]) + (f" and {len(presided) - 3} more" if len(presided) > 3 else "")
    size = [counted(sum(1 for _ in transcript.contributions()), "turn"), counted(len(sections), "section")]
    divisions = sum(1 for _ in transcript.divisions())
    size += [counted(divisions, "division")] if divisions else []
    size += [counted(len(transcript.problems), "problem")] if transcript.problems else []
    read = transcript.layout or transcript.container or "no layout that is known"
    if transcript.layout and transcript.confidence < 0.9:
        read += f" (in doubt: {transcript.confidence:.0%})"
    given = transcript.given
    rows = {
        "Date": f"{date:%A} {date.day} {date:%B %Y}" if date else "",
        "Date that was given": f"{given.date:%Y-%m-%d}" if given and given.date else "",
        "Place": place,
        "House that was given": (given.house if given else None) or "",
        "In the Chair": shown,
        "Contents": ", ".join(size),
        "Read as": read,
    }
    return tag(
        "dl",
        (tag("div", tag("dt", key) + tag("dd", words(value))) for key, value in rows.items() if value),
        class_="facts",
    )


def _contents(transcript: Transcript) -> str:
    """The divisions, then the sections below each other, as links."""
    divisions = [
        tag("li", tag("a", words(_of_division(one)), href=f"#d{n}"))
        for n, one in enumerate(transcript.divisions(), 1)
    ]
    parts = [tag("p", "Divisions") + tag("ul", divisions)] if divisions else []
    sections = "".join(_sections(transcript.items))
    if sections:
        parts.append((tag("p", "Sections") if divisions else "") + tag("ul", sections))
    if not parts:
        return ""
    unfolded = tag("details", tag("summary", tag("h2", "Contents")) + "".join(parts), open="")
    return tag("nav", unfolded, aria_label="Contents")


def _of_division(one: Division) -> str:
    totals = ", ".join(
        f"{side_name(g.option)} {len(g.votes) if g.stated is None else g.stated}" for g in one.groups
    )
    return f"{title(one)}: {totals}" if totals else title(one)


def _sections(items: Any) -> Iterator[str]:
    """The sections as nested lists, without recursion."""
    n = 0
    stack = [(iter(items), False)]
    while stack:
        inside, listed = stack[-1]
        for item in inside:
            if type(item) is Section:
                n += 1
                heading = " ".join((item.heading or "Without a heading").split())
                below = [each for each in item.items if type(each) is Section]
                yield f"<li>{tag('a', words(heading), href=f'#s{n}')}{'<ul>' if below else ''}"
                stack.append((iter(below), bool(below)))
                break
        else:
            stack.pop()
            yield ("</ul></li>" if listed else "</li>") if stack else ""


def spoke(of: Transcript | Section) -> str:
    """Who spoke how much: a bar for each person, and for each party."""
    turns: list[Contribution] = list(of.contributions())
    people = by_person(turns)
    if not any(one.words for one in people):
        return ""
    most = max(one.words for one in people)
    rows = [_bar(one, most) for one in people]
    inside = [tag("h2", "Who spoke how much"), _bars(rows[:FIRST], "Words by person")]
    if rows[FIRST:]:
        rest = tag("summary", f"{counted(len(rows) - FIRST, 'other')}")
        inside.append(tag("details", rest + _bars(rows[FIRST:], "Words by person, the others")))
    parties = by_party(turns)
    if len(parties) > 1:
        most = max(one.words for one in parties)
        inside += [tag("h3", "By party"), _bars([_bar(one, most) for one in parties], "Words by party")]
    return tag("section", inside, class_="spoke", aria_label="Who spoke how much")


def _bars(rows: list[str], caption: str) -> str:
    head = tag("thead", tag("tr", '<th scope="col">Who</th><th scope="col">Words</th>'))
    return tag("table", tag("caption", caption) + head + tag("tbody", rows))


def _bar(one: Amount, most: int) -> str:
    kind = party_class(one.party) if one.party else ""
    width = 100 * one.words / most if most else 0
    bar = (
        '<svg width="100%" height="6" aria-hidden="true">'
        f'<rect class="bar {kind}" width="{width:.2f}%" height="6" rx="2"/></svg>'
    )
    shown = words(one.name)
    if one.party is not None and str(one.party) != one.name:
        shown += " " + party(one.party)
    if one.in_chair:
        shown += " " + tag("span", "in the Chair", class_="of")
    name = tag("th", shown + bar, scope="row")
    return tag("tr", name + tag("td", f"{one.words:,}"))


def colours(transcript: Transcript) -> str:
    """The style of each party whose colour is known."""
    found = {}
    for turn in transcript.contributions():
        if (own := colour(turn.party, transcript.parliament)) is not None:
            found[party_class(turn.party)] = own
    return "".join(f".hansardparse .{name} {{ --party: {own} }}\n" for name, own in found.items())

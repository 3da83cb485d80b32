"""Content items of GOV.UK: statements and speeches by one speaker, press releases by their text."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hansardparse.read.fields import Fields
from hansardparse.read.lines import Line, folded, heading, iso_date, label
from hansardparse.read.pages import flow, fragment
from hansardparse.read.source import Source
from hansardparse.read.voices import voices_of

__all__ = ["read"]

#: What a document is, as its page calls it, and what that makes of its words.
_TYPES = {
    "speech": ("Speech", "speech"),
    "oral_statement": ("Oral statement to Parliament", "statement"),
    "written_statement": ("Written statement to Parliament", "statement"),
    "authored_article": ("Authored article", "statement"),
    "press_release": ("Press release", ""),
    "news_story": ("News story", ""),
    "government_response": ("Government response", ""),
}
_MONTHS = "January February March April May June July August September October November December".split()


def read(source: Source) -> Iterator[Line]:
    """The lines of an item: by roles where it says who speaks, else as the text of its page."""
    item = Fields(source.json)
    details, links = item.one("details"), item.one("links")
    kind, spoken = _TYPES.get(item.text("document_type"), ("", ""))
    speaker = next((each.text("title") for each in links.each("speaker")), "")
    speaker = speaker or details.text("speaker_without_profile")
    bodies = folded(" and ".join(each.text("title") for each in links.each("organisations")))
    if spoken and speaker:
        yield from _spoken(item, (kind, spoken), bodies, speaker)
    else:
        yield from _released(item, kind, bodies)


def _spoken(item: Fields, kind: tuple[str, str], bodies: str, speaker: str) -> Iterator[Line]:
    """What one person says, or all who take part in a conversation: the titles in it are of its parts."""
    details = item.one("details")
    yield Line("PARLIAMENT", "uk")
    yield heading(item.text("title"), item.text("content_id") or None)
    yield Line("FURNITURE", kind[0], {})
    yield Line("VENUE", folded(details.text("location")), {})
    yield from iso_date(details.text("delivered_on"))
    yield Line("LOOSE", folded(item.text("description")), {})
    if bodies:
        yield Line("FURNITURE", f"From: {bodies}", {})
    body = fragment(details.text("body"))
    voices = voices_of(body, speaker)
    who: Line | None = label(speaker, kind=kind[1])
    for line in flow(body):
        name, said = voices.get(line.text, ("", ""))
        if name:
            who = None
            yield label(name)
            line = Line("SAID", said)
        elif who is not None and line.role != "PART":
            yield who
            who = None
        yield line


def _released(item: Fields, kind: str, bodies: str) -> Iterator[Line]:
    """What a release says, as its page shows it."""
    details = item.one("details")
    for words in (kind, item.text("title"), item.text("description")):
        if words:
            yield Line("TEXT", f"{folded(words)}\n")
    if bodies:
        yield Line("TEXT", f"From:\n\n{bodies}\n")
    published = details.text("first_public_at") or item.text("first_published_at")
    try:
        day = datetime.date.fromisoformat(published[:10])
    except ValueError:
        pass
    else:
        yield Line("TEXT", f"Published {day.day} {_MONTHS[day.month - 1]} {day.year}\n")
    for line in flow(fragment(details.text("body"))):
        yield Line("TEXT", f"{line.text}\n")

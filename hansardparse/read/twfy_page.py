"""Pages of debates on TheyWorkForYou, by their classes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hansardparse.read.lines import Line, clocked, heading, label, positioned, timed
from hansardparse.read.pages import flow, page_of, words
from hansardparse.read.source import Source

__all__ = ["read"]

_DATE = re.compile(r"\b(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? (?P<month>[A-Z][a-z]{2,8}) (?P<year>[0-9]{4})\b")
#: What an address has in it where a page is of another parliament than that of the United Kingdom.
_PLACES = {"/sp/": "sco", "/ni/": "ni", "/senedd/": "wa", "kildarestreet.": "ie", "openaustralia.": "au"}
_PERSON = re.compile(r"[/=]([0-9]{5})\b")


def read(source: Source) -> Iterator[Line]:
    """The lines of a page: its title and day, and the speeches in order."""
    page = page_of(source)
    yield Line("PARLIAMENT", _parliament(page))
    title, lead = words(page.css_first(".debate-header h1")), words(page.css_first(".debate-header .lead"))
    if title:
        yield heading(title)
    date = _DATE.search(lead)
    if lead:
        yield (
            Line("DATE", lead, {part: date.span(part) for part in date.groupdict()})
            if date
            else Line("LINE", lead)
        )
    for node in page.css(".debate-speech"):
        yield from _speech(node)


def _parliament(page: Any) -> str:
    """Whose record a page has, as its address says."""
    for each, of in (("link[rel=canonical]", "href"), ("meta[property='og:url']", "content")):
        node = page.css_first(each)
        address = (node.attributes.get(of) or "") if node is not None else ""
        if code := next((code for part, code in _PLACES.items() if part in address), None):
            return code
    return "uk"


def _speech(node: Any) -> Iterator[Line]:
    """When, who, and what is said; nobody is named for what the House does."""
    yield from timed(clocked(words(node.css_first("li.time")))[0])
    name = words(node.css_first(".debate-speech__speaker__name"))
    content = node.css_first(".debate-speech__content")
    if name:
        link = node.css_first(".debate-speech__speaker a")
        person = _PERSON.search((link.attributes.get("href") or "") if link is not None else "")
        who = label(
            name,
            origin=node.attributes.get("id"),
            identifiers=(f"publicwhip:person/{person[1]}",) if person else (),
        )
        yield positioned(who, words(node.css_first(".debate-speech__speaker__position")))
    if content is not None:
        asked = content.css_first("p[qnum]")
        uin = asked.attributes.get("qnum") if asked is not None else None
        for line in flow(content, said=bool(name)):
            yield line._replace(text=f"{line.text} [{uin}]") if uin and line.role == "SAID" else line
            uin = None

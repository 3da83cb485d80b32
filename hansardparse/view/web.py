"""Where on the web something stands that a text cites, and which colour a party is known by."""

from __future__ import annotations

from urllib.parse import quote

from hansardparse.model.nodes import (
    Act,
    Bill,
    EmailAddress,
    OfficialReportReference,
    Party,
    Reference,
    StatutoryInstrument,
    WebAddress,
    WrittenQuestionReference,
    WrittenStatementReference,
)
from hansardparse.parliaments import profile
from hansardparse.parliaments.web import web

__all__ = ["address", "colour"]

_PLAIN = ("http://", "https://")


def address(cited: Reference, parliament: str | None) -> str | None:
    """The address that follows from what is cited; None where none does.

    What the text prints as an address is one. All others are of the parliament's sites, by its data.
    """
    if type(cited) is WebAddress:
        url = cited.url if cited.url.lower().startswith(_PLAIN) else f"https://{cited.url}"
        return quote(url, safe="!#$%&'()*+,/:;=?@[]~", errors="replace")
    if type(cited) is EmailAddress:
        return f"mailto:{quote(cited.address, safe='@+', errors='replace')}"
    form = web(parliament)["addresses"].get(cited.type) if parliament else None
    parts = _parts(cited)
    if form is None or parts is None:
        return None
    return str(
        form.format_map({key: quote(value, safe="", errors="replace") for key, value in parts.items()})
    )


def _parts(cited: Reference) -> dict[str, str] | None:
    """What the address of something cited is made of; None where something of it is not printed."""
    if isinstance(cited, OfficialReportReference):
        if cited.house is None or cited.date is None:
            return None
        return {"house": cited.house.lower(), "date": cited.date.isoformat()}
    if isinstance(cited, (WrittenStatementReference, WrittenQuestionReference)):
        return {"number": cited.number}
    if isinstance(cited, Act):
        return {"title": cited.title, "year": cited.year} if cited.year else None
    if isinstance(cited, Bill):
        return {"title": cited.title}
    if isinstance(cited, StatutoryInstrument):
        return {"year": cited.year, "number": cited.number}
    return None


def colour(party: Party | None, parliament: str | None) -> str | None:
    """The colour of a party, as `#rrggbb`; None for one not known."""
    if party is None or parliament is None:
        return None
    name = party.name or profile(parliament).parties.get(party.code) or party.code
    return web(parliament)["colours"].get(name.lower())

"""`load_members`: registers as others have them: mySociety's `people.json`, CSV, the UK Members API."""

from __future__ import annotations

import csv
import datetime
import functools
import io
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hansardparse.errors import HansardError
from hansardparse.members.holdings import Holding, Member
from hansardparse.members.members import Members
from hansardparse.parliaments import house_of

__all__ = ["load_members"]

_ORG = "uk.org.publicwhip/"
#: What schemes of identifiers are called in the identifiers of a speaker.
_SCHEMES = {"datadotparl_id": "uk.parliament"}
#: The Houses by the numbers of the Members API.
_HOUSES = {1: "Commons", 2: "Lords"}
_COLUMNS = ("name", "id", "party", "constituency", "house", "office", "from", "to")


@functools.cache
def register(path: str) -> Members:
    """The register of members in a file, read once in a process. Raises as `load_members` does."""
    return load_members(path)


def load_members(path: str | os.PathLike[str]) -> Members:
    """A register of members from a file: mySociety's `people.json` (Popolo), what the UK Members API gives
    (JSON), or a CSV with the columns `name`, `id` and any of `party`, `constituency`, `house`, `office`,
    `from`, `to`, in any order; one line for each seat that somebody held.

    Raises HansardError (`bad-members`) for a file in another form, OSError as `open` does.
    """
    name = os.fspath(path)
    data = Path(name).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _bad(name, f"it is not in UTF-8 (byte {error.start})") from None
    if text.lstrip()[:1] not in ("{", "["):
        return Members(_of_csv(text, name))
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _bad(name, f"its JSON cannot be read: {error}") from None
    try:
        if isinstance(found, dict) and "persons" in found:
            return Members(_of_popolo(found))
        items = found["items"] if isinstance(found, dict) else found
        return Members(_of_api(items))
    except (KeyError, TypeError, AttributeError, ValueError):
        what = "it is neither Popolo (persons, memberships) nor what the Members API gives (items)"
        raise _bad(name, what) from None


def _bad(path: str, what: str) -> HansardError:
    return HansardError(f"no register of members: {what}", code="bad-members", source=path)


def _house(name: str | None) -> str | None:
    """A House as transcripts name it: `house-of-commons` is `Commons`."""
    return (house_of(name.replace("-", " ")) or name) if name else None


# --- CSV -----------------------------------------------------------------------------------------


def _of_csv(text: str, path: str) -> Iterator[Member]:
    first = text.partition("\n")[0]
    parted = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=parted)
    head = [cell.strip().casefold() for cell in next(rows, [])]
    missing = [name for name in ("name", "id") if name not in head]
    if missing:
        needs = f"a CSV needs the columns name and id; it has {', '.join(head)[:80] or 'none'}"
        raise _bad(path, needs)
    names: dict[str, dict[str, None]] = {}
    holdings: dict[str, list[Holding]] = {}
    for cells in rows:
        row = {key: cell.strip() for key, cell in zip(head, cells, strict=False) if key in _COLUMNS}
        if not any(row.values()):
            continue
        if not row.get("name") or not row.get("id"):
            raise _bad(path, f"line {rows.line_num} has no name or no id")
        for key in ("from", "to"):
            if row.get(key) and not _is_date(row[key]):
                raise _bad(path, f"line {rows.line_num}: {key} is no date YYYY-MM-DD: {row[key]!r}")
        names.setdefault(row["id"], {})[row["name"]] = None
        holdings.setdefault(row["id"], []).append(
            Holding(
                house=_house(row.get("house")),
                party=row.get("party") or None,
                constituency=row.get("constituency") or None,
                office=row.get("office") or None,
                start=row.get("from") or None,
                end=row.get("to") or None,
            )
        )
    for number, called in names.items():
        yield Member(
            id=number,
            names=tuple(called),
            holdings=tuple(holdings[number]),
            identifiers=_own(number),
        )


def _is_date(date: str) -> bool:
    try:
        datetime.date.fromisoformat(f"{date}-01-01"[: len("2024-03-05")])
    except ValueError:
        return False
    return len(date) in (4, 7, 10) and "W" not in date


def _own(number: str) -> tuple[str, ...]:
    """The identifier of a speaker that an id of TheyWorkForYou is."""
    return (f"publicwhip:{number.removeprefix(_ORG)}",) if number.startswith(_ORG) else ()


# --- Popolo --------------------------------------------------------------------------------------


def _of_popolo(data: dict[str, Any]) -> Iterator[Member]:
    organizations = {each["id"]: each for each in data.get("organizations", ())}
    posts = {each["id"]: each for each in data.get("posts", ())}
    held: dict[str, list[Holding]] = {}
    seats: dict[str, list[str]] = {}
    for membership in data.get("memberships", ()):
        person = membership.get("person_id")
        if person is not None:
            held.setdefault(person, []).extend(_popolo_holdings(membership, posts, organizations))
            seats.setdefault(person, []).extend(_own(membership.get("id", "")))
    for person in data["persons"]:
        number = person["id"]
        known = [
            f"{_SCHEMES[each['scheme']]}:{each['identifier']}"
            for each in person.get("identifiers", ())
            if each.get("scheme") in _SCHEMES
        ]
        yield Member(
            id=number,
            names=tuple(dict.fromkeys(name for name in _popolo_names(person) if name)),
            holdings=tuple(held.get(number, ())),
            identifiers=(*_own(number), *seats.get(number, ()), *known),
        )


def _popolo_names(person: dict[str, Any]) -> Iterator[str]:
    """Every name of a person, a peer's title as it is printed."""
    yield person.get("name", "")
    for name in person.get("other_names", ()):
        if name.get("lordname") or name.get("lordofname"):
            rank, title, place = (
                name.get(key) or "" for key in ("honorific_prefix", "lordname", "lordofname")
            )
            yield " ".join(word for word in (rank, title, f"of {place}" if place else "") if word)
        else:
            both = f"{name.get('given_name') or ''} {name.get('family_name') or ''}".strip()
            yield both or name.get("name", "")


def _popolo_holdings(
    membership: dict[str, Any], posts: dict[str, Any], organizations: dict[str, Any]
) -> Iterator[Holding]:
    post = posts.get(membership.get("post_id") or "", {})
    body = membership.get("organization_id") or post.get("organization_id") or ""
    start, end = membership.get("start_date") or None, membership.get("end_date") or None
    house, role = house_of(body.replace("-", " ")), membership.get("role") or ""
    area = (post.get("area") or {}).get("name")
    if house is None and area is None and role:
        within = organizations.get(body, {}).get("name", "")
        for office in dict.fromkeys((role, f"{role}, {within}" if within else role)):
            yield Holding(office=office, start=start, end=end)
        return
    party = organizations.get(membership.get("on_behalf_of_id") or "", {}).get("name")
    yield Holding(house=house, party=party, constituency=area, start=start, end=end)


# --- the Members API -----------------------------------------------------------------------------


def _of_api(items: Iterable[Any]) -> Iterator[Member]:
    for item in items:
        value = item.get("value", item)
        number = str(value["id"])
        latest = value.get("latestHouseMembership") or {}
        party = value.get("latestParty") or {}
        names = [value.get(key) or "" for key in ("nameDisplayAs", "nameFullTitle", "nameAddressAs")]
        house = _HOUSES.get(latest.get("house", 0))
        lords = house == "Lords"
        yield Member(
            id=number,
            names=tuple(dict.fromkeys(name for name in names if name)),
            holdings=(
                Holding(
                    house=house,
                    party=party.get("name"),
                    constituency=None if lords else latest.get("membershipFrom"),
                    start=(latest.get("membershipStartDate") or "")[:10] or None,
                    end=(latest.get("membershipEndDate") or "")[:10] or None,
                ),
            ),
            identifiers=(f"uk.parliament:{number}",),
        )

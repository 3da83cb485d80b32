"""What is known of one person while a transcript is read."""

from __future__ import annotations

from hansardparse.model.nodes import Constituency, Party, Person, Speaker
from hansardparse.parliaments import Profile
from hansardparse.resolving.names import fold, linked, office_words, seat_words
from hansardparse.speakers.attendance import Present

__all__ = ["Known"]


class Known:
    """What is known so far of one person: all but `name` and `labels` by its folded words."""

    __slots__ = (
        "fulls",
        "honorifics",
        "identifiers",
        "in_chair",
        "labels",
        "links",
        "listed",
        "name",
        "number",
        "offices",
        "party",
        "place",
        "seat",
        "surnames",
        "titles",
        "words",
    )

    def __init__(self) -> None:
        self.fulls: set[str] = set()
        self.surnames: set[str] = set()
        self.titles: set[str] = set()
        self.links: dict[str, str] = {}
        self.honorifics: dict[str, str] = {}
        self.offices: dict[str, str] = {}
        self.labels: dict[str, None] = {}
        self.identifiers: dict[str, None] = {}
        self.name: str | None = None
        self.listed: Present | None = None  # as a hearing lists them
        self.words = 0  # of the longest name so far
        self.place: Constituency | None = None
        self.seat: frozenset[str] | None = None  # the words that tell the place from others
        self.party: Party | None = None
        self.in_chair = False
        self.number = -1

    def learn(self, speaker: Speaker, profile: Profile) -> None:
        """Take in what one more label of theirs prints."""
        if speaker.label is not None:
            self.labels.setdefault(speaker.label)
        self.identifiers.update(dict.fromkeys(speaker.identifiers))
        name = speaker.name
        if name is not None and len(fold(name).split()) > self.words:
            self.name, self.words = name, len(fold(name).split())
        if speaker.honorific is not None:
            self.honorifics.setdefault(fold(speaker.honorific), speaker.honorific)
        if speaker.office is not None:
            self.offices.setdefault(office_words(speaker.office, profile), speaker.office)
        if self.place is None and speaker.constituency is not None:
            self.place, self.seat = speaker.constituency, seat_words(speaker.constituency.name, profile)
        self.party = self.party or speaker.party
        self.in_chair = self.in_chair or speaker.in_chair
        if speaker.linked_name is not None and linked(speaker, profile) is not None:
            self.links.setdefault(fold(speaker.linked_name), speaker.linked_name)

    def person(self, before: int) -> Person:
        """What is known, as a node; so many persons have been counted before."""
        first_link = next(iter(self.links.values()), None)
        listed = self.listed
        post = (listed.post,) if listed is not None and listed.post else ()
        return Person(
            id=f"p{before + self.number + 1}",
            name=self.name or first_link,
            honorifics=tuple(self.honorifics.values()),
            constituency=self.place,
            party=self.party,
            offices=(*self.offices.values(), *post),
            in_chair=self.in_chair or (listed is not None and listed.in_chair),
            linked_name=first_link,
            labels=tuple(self.labels),
            identifiers=tuple(self.identifiers),
            role=listed.role if listed is not None else None,
            organisation=listed.organisation if listed is not None else None,
        )

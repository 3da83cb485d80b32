"""What a register says: its members, by what they are called, and what each held when."""

from __future__ import annotations

import attrs

__all__ = ["Holding", "Member"]


@attrs.frozen(kw_only=True)
class Holding:
    """What somebody held for a time: a seat in a House, for a party, or an office.

    `start` and `end` are days as `2009-10-26`, months or years, both included; None where there is none.
    """

    house: str | None = None
    party: str | None = None
    constituency: str | None = None
    office: str | None = None
    start: str | None = None
    end: str | None = None

    def on(self, date: str | None, house: str | None = None) -> bool:
        """Whether it was held on a day, in a House; what is not known speaks against nothing."""
        if house is not None and self.house is not None and house != self.house:
            return False
        if date is None:
            return True
        return (self.start is None or self.start <= date[: len(self.start)]) and (
            self.end is None or date[: len(self.end)] <= self.end
        )


@attrs.frozen(kw_only=True)
class Member:
    """One person of a register: the id there, every name, what was held, and the numbers in other registers
    (`uk.parliament:4366`).
    """

    id: str
    names: tuple[str, ...]
    holdings: tuple[Holding, ...] = ()
    identifiers: tuple[str, ...] = ()

    def held(self, date: str | None, house: str | None) -> tuple[Holding, ...]:
        """The seats that were held on a day in a House."""
        return tuple(h for h in self.holdings if h.office is None and h.on(date, house))

"""Faults of a fourth lot of texts, each written down with what is right before the parser had read it."""

from __future__ import annotations

import pytest

from hansardparse import parse


@pytest.mark.parametrize("holder", ["Mr. Bruce Hythe", "Mr. Hythe"])
def test_who_is_named_in_the_bracket_of_an_office_is_heard(holder: str) -> None:
    text = (
        "Rail Fares\n\nHC Deb 30 January 1969 vol 776 cc1521-3\n\n"
        f"§ The Minister of Transport ({holder}) The fare is a matter for the Board.\n\n"
        "§ Mr. Oake London fares have not risen.\n\n"
        "§ Mr. Hythe Northern Railways must pay its way.\n\n"
        "§ Mr. Oake I am obliged to him.\n"
    )
    said = [(c.speaker.label, c.text) for c in parse(text).contributions()]
    assert said[2] == ("Mr. Hythe", "Northern Railways must pay its way.")

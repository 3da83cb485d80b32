"""Faults of a fourth lot of texts, each written down with what is right before the parser had read it."""

from __future__ import annotations

import pytest

from hansardparse import parse, parse_bytes


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


@pytest.mark.parametrize("above", ["", "<!-- a copy -->\n", '<?xml version="1.0" encoding="UTF-8"?>'])
@pytest.mark.parametrize(
    "kind", ['<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">', "<!DOCTYPE html>", ""]
)
def test_a_page_that_is_xml_as_well_is_a_page(above: str, kind: str) -> None:
    page = (
        f'\n{above}{kind}<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Walls</title></head><body>'
        "<h1>Sea Walls</h1><p><b>Ada Marsh (Upper Dale) (Lab):</b> When will it be mended?</p></body></html>"
    )
    transcript = parse_bytes(page.encode())
    assert transcript.container == "html"
    assert [c.text for c in transcript.contributions()] == ["When will it be mended?"]


def test_xml_that_is_no_page_is_none() -> None:
    given = b'<?xml version="1.0"?><section><p>Ada Marsh: When will it be mended?</p></section>'
    assert parse_bytes(given).container != "html"

"""What the head of a record says of all below it: the day, the House, whose record it is."""

from __future__ import annotations

import datetime
import io

import pytest

from hansardparse import parse, parse_bytes, rows
from hansardparse.parliaments import USUAL, house_named, profile
from hansardparse.parliaments.days import day_named

DAY = datetime.date(2021, 12, 14)


@pytest.mark.parametrize(
    "words", ["Tuesday, 14 December 2021", "TUESDAY, 14TH DECEMBER, 2021", "14 Dec. 2021."]
)
def test_a_title_that_is_a_day(words: str) -> None:
    assert day_named(words, profile(USUAL).months) == DAY


@pytest.mark.parametrize(
    "words",
    ["", "2021", "December 2021", "Report of Tuesday, 14 December 2021", "31 February 2021", "14 Walls 2021"],
)
def test_a_title_that_is_no_day(words: str) -> None:
    assert day_named(words, profile(USUAL).months) is None


def _word(*paragraphs: tuple[str, str]) -> bytes:
    """A Word file: what is bold in each paragraph, and the rest of it."""
    import docx

    document = docx.Document()
    for bold, plain in paragraphs:
        para = document.add_paragraph()
        para.add_run(bold).bold = True
        para.add_run(plain)
        if not plain:
            para.alignment = 1
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_word_file_says_its_day_and_whose_it_is() -> None:
    data = _word(
        ("PARLIAMENT OF UGANDA", ""),
        ("Tuesday, 14 December 2021", ""),
        ("", "Parliament met at 2.00 p.m. in Parliament House, Kampala."),
        ("COMMUNICATION FROM THE CHAIR", ""),
        ("THE SPEAKER: ", "Honourable members, I welcome you to this sitting."),
        ("MS MARSH (NRM, Upper Dale): ", "Thank you, Madam Speaker. I rise on the walls of the harbour."),
        ("MR OAKE (FDC, Port Ardle): ", "Madam Speaker, I agree with my colleague from Upper Dale."),
        ("MS MARSH: ", "They leak, Madam Speaker, in every winter and in every storm."),
        ("THE SPEAKER: ", "Minister, what do you say to this?"),
        ("THE MINISTER OF WORKS (Ms Una Fell): ", "Madam Speaker, they will be mended before the winter."),
        ("", "(Question put and agreed to.)"),
    )
    transcript = parse_bytes(data)
    assert (transcript.container, transcript.parliament, transcript.date) == ("docx", "ug", DAY)
    assert {row["date"] for row in rows(transcript) if row["type"] == "contribution"} == {DAY.isoformat()}


HEADS = (
    "PARLIAMENT OF KENYA\n\n{}\n\nTHE HANSARD\n\nTuesday, 14th December, 2021\n\n"
    "[The Deputy Speaker (Hon. (Dr.) Oake) in the Chair]\n\nPRAYERS\n\nSEA WALLS\n\n"
    "Hon. Speaker: Order, Members! We have a quorum, and we begin.\n"
)


@pytest.mark.parametrize(
    ("title", "house"),
    [("THE SENATE", "Senate"), ("NATIONAL ASSEMBLY DEBATES", "National Assembly"), ("DEBATES", None)],
)
def test_the_title_page_names_the_house(title: str, house: str | None) -> None:
    transcript = parse(HEADS.format(title))
    assert (transcript.layout, transcript.parliament) == ("ke-hansard", "ke")
    assert (transcript.house, transcript.date) == (house, DAY)
    assert {row["house"] for row in rows(transcript) if row["type"] == "contribution"} == {house}


def test_a_debate_about_a_house_is_not_of_that_house() -> None:
    transcript = parse(
        "THE SENATE\n\nHon. Ada Marsh (Upper Dale, ODM): It sits too long.\n\n"
        "The Deputy Speaker (Hon. Oake): Order!\n\n"
        "Hon. Una Fell (Port Ardle, UDA): It does not, Hon. Speaker.\n"
    )
    assert transcript.parliament == "ke"
    assert transcript.house is None


def test_two_houses_in_one_volume() -> None:
    transcript = parse(
        "LEGISLATIVE COUNCIL.\n\nTuesday, 23rd July, 1901.\n\n"
        "The Hon. the SPEAKER took the chair at two o'clock.\n\n"
        "SEA WALLS.\n\nThe Hon. Mr. OAKE asked the Minister when the walls would be mended.\n\n"
        "HOUSE OF REPRESENTATIVES.\n\nTuesday, 23rd July, 1901.\n\n"
        "Mr. SPEAKER took the chair at two o'clock.\n\n"
        "HARBOURS.\n\nMr. MARSH (Upper Dale) said he would like to hear of the harbours.\n\n"
        "Mr. FELL.-They are old.\n",
        layout="new-zealand",
    )
    found = [row["house"] for row in rows(transcript) if row["type"] == "contribution"]
    assert found == ["Legislative Council", "House of Representatives", "House of Representatives"]


@pytest.mark.parametrize(
    ("title", "code", "house"),
    [
        ("Senate debates", "au", "Senate"),
        ("House debates", "au", "House of Representatives"),
        ("PROCEEDINGS OF THE NATIONAL ASSEMBLY", "za", "National Assembly"),
        ("THE SEANAD ÉIREANN.", "ie", "Seanad"),
        ("Reform of the Senate", "au", None),
        ("Senate debates", None, None),
        ("Senate debates", "of no parliament", None),
    ],
)
def test_titles_that_name_a_house(title: str, code: str | None, house: str | None) -> None:
    assert house_named(title, code) == house


def test_what_is_written_of_one_parliament_reads_the_profile_of_no_other() -> None:
    profile.cache_clear()
    house_named.cache_clear()
    transcript = parse("SEA WALLS\n\nMs Ada Marsh (Upper Dale) (Lab): When?\n", layout="official-report")
    assert transcript.house is None
    assert list(rows(transcript))
    assert profile.cache_info().currsize == 1

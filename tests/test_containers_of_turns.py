"""Turns as programs keep them: JSON, JSON a line, and tables, whatever the keys are called."""

import concurrent.futures
import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hansardparse
from hansardparse import Transcript, parse_bytes
from hansardparse.write.rows import rows

WORDS = st.text("abcdefgh ", min_size=4, max_size=30).map(lambda words: f"Sir, {' '.join(words.split())}.")
NAMES = st.sampled_from(["Ada Marsh", "Gerald Oake", "Una Fell", "Mr Speaker", "Ivor Reed"])


def said(transcript: Transcript) -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in transcript.contributions()]


def read(*records: dict[str, object]) -> Transcript:
    return parse_bytes(json.dumps(records).encode())


def merged(turns: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Turns of which none follows one of the same name: those are one turn of several paragraphs."""
    found: list[tuple[str, str]] = []
    for name, words in turns:
        if found and found[-1][0] == name:
            found[-1] = (name, f"{found[-1][1]}\n\n{words}")
        else:
            found.append((name, words))
    return found


@given(st.lists(st.tuples(NAMES, WORDS), min_size=1, max_size=12), st.sampled_from(",;\t|"))
def test_a_table_and_json_give_the_turns_that_were_put_in(
    turns: list[tuple[str, str]], delimiter: str
) -> None:
    keyed = [{"speaker": name, "text": words} for name, words in turns]
    table = io.StringIO()
    writer = csv.writer(table, delimiter=delimiter)
    writer.writerows([("speaker", "text"), *turns])
    ways = {
        "turns-json": [
            json.dumps(keyed),
            json.dumps({"turns": keyed}, indent=1),
            "\n".join(map(json.dumps, keyed)),
        ],
        "turns-csv": [table.getvalue()],
    }
    for container, texts in ways.items():
        for text in texts:
            transcript = parse_bytes(text.encode())
            assert transcript.container == container
            assert said(transcript) == merged(turns)
            assert not [p for p in transcript.problems if p.severity != "info"]


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("speaker_name", "speech"),
        ("display_as", "speech"),
        ("Speaker", "content"),
        ("member", "contribution_text"),
        ("Member Name", "body"),
        ("name", "spoken"),
    ],
)
def test_keys_are_known_by_their_names(who: str, words: str) -> None:
    assert said(read({"n": 1, who: "Ada Marsh", words: "Mend it."})) == [("Ada Marsh", "Mend it.")]
    table = f"n,{who},{words}\n1,Ada Marsh,Mend it.\n"
    assert said(parse_bytes(table.encode())) == [("Ada Marsh", "Mend it.")]


def test_a_speaker_may_be_an_object() -> None:
    turn = {"speaker": {"id": 4, "name": "Ada Marsh"}, "text": "Mend it."}
    assert said(read(turn)) == [("Ada Marsh", "Mend it.")]


def test_debates_within_a_day_are_sections_of_it() -> None:
    day = {
        "date": "2024-05-01",
        "debates": [
            {"title": "Sea Walls", "speeches": [{"speaker": "Ada Marsh", "text": "Mend it."}]},
            {"title": "Lamps", "speeches": [{"speaker": "Una Fell", "text": "Light them."}]},
        ],
    }
    transcript = read(day)
    assert [section.heading for section in transcript.sections()] == ["Sea Walls", "Lamps"]
    assert said(transcript) == [("Ada Marsh", "Mend it."), ("Una Fell", "Light them.")]
    assert {str(row["date"]) for row in rows(transcript)} == {"2024-05-01"}


def test_what_stands_within_a_title_or_a_turn_is_read_too() -> None:
    marsh = {"speaker": "Ada Marsh", "paragraphs": ["Mend it.", "Soon."], "replies": []}
    fell = {
        "speaker": "Una Fell",
        "text": "It will be mended.",
        "cries": [{"speaker": "Ada Marsh", "text": "When?"}],
    }
    transcript = read({"type": "section", "title": "Sea Walls", "items": [marsh, fell]})
    assert [section.heading for section in transcript.sections()] == ["Sea Walls"]
    assert said(transcript) == [
        ("Ada Marsh", "Mend it.\n\nSoon."),
        ("Una Fell", "It will be mended."),
        ("Ada Marsh", "When?"),
    ]


def test_our_own_rows_are_read_back() -> None:
    page = "15:37:00\n\nAda Marsh (Upper Dale) (Lab)\n\nMend it.\n\nGerald Oake (Port Ardle) (LD)\n\nHow?\n"
    first = hansardparse.parse(page, layout="download")
    lines = "\n".join(json.dumps(row, default=str) for row in rows(first))
    again = parse_bytes(lines.encode())
    assert again.container == "turns-json"
    assert [c.text for c in again.contributions()] == [c.text for c in first.contributions()]
    assert [c.speaker.name for c in again.contributions()] == [c.speaker.name for c in first.contributions()]


def test_party_and_seat_are_kept_and_an_office_where_neither_is_given() -> None:
    turns = read(
        {"speaker": "Ada Marsh", "party": "Labour", "constituency": "Upper Dale", "text": "Mend it."},
        {"speaker": "Una Fell", "speaker_title": "Minister for Coasts", "text": "It will be mended."},
    )
    marsh, fell = (c.speaker for c in turns.contributions())
    assert marsh.party is not None and marsh.party.name == "Labour"
    assert marsh.constituency is not None and marsh.constituency.name == "Upper Dale"
    assert fell.office == "Minister for Coasts"


def outline(transcript: Transcript) -> list[tuple[str | None, ...]]:
    """The headings above each contribution, the day, and its first words."""
    return [
        (*row["section"], row["date"], row["text"])
        for row in rows(transcript)
        if row["type"] == "contribution"
    ]


def test_titles_of_three_widths_stand_within_each_other() -> None:
    keys = "oral_heading", "major_heading", "minor_heading", "date", "speaker", "text"
    turns = [
        ("", "", "", "2019-03-04", "Mr Speaker", "Order."),
        ("Oral Answers to Questions", "Coasts", "Sea Walls", "2019-03-04", "Ada Marsh", "What was done?"),
        ("Oral Answers to Questions", "Coasts", "Boats", "2019-03-04", "Una Fell", "How many are there?"),
        ("Oral Answers to Questions", "Peat", "Boats", "2019-03-04", "Ivor Reed", "Which are dry?"),
        ("", "Peat Bill", "", "2019-03-05", "Gerald Oake", "I like the Bill."),
    ]
    assert outline(read(*(dict(zip(keys, turn, strict=True)) for turn in turns))) == [
        ("2019-03-04", "Order."),
        ("Oral Answers to Questions", "Coasts", "Sea Walls", "2019-03-04", "What was done?"),
        ("Oral Answers to Questions", "Coasts", "Boats", "2019-03-04", "How many are there?"),
        ("Oral Answers to Questions", "Peat", "Boats", "2019-03-04", "Which are dry?"),
        ("Peat Bill", "2019-03-05", "I like the Bill."),
    ]


def test_the_day_holds_below_the_name_of_the_house() -> None:
    turns = [
        {"date": f"2019-03-0{day}", "heading": title, "speaker": "Ada Marsh", "text": f"It is the {day}th."}
        for day, title in ((4, "House of Commons"), (4, "Coasts"), (5, "House of Commons"), (5, "Peat"))
    ]
    assert [(row[-2], row[-1]) for row in outline(read(*turns))] == [
        ("2019-03-04", "It is the 4th."),
        ("2019-03-04", "It is the 4th."),
        ("2019-03-05", "It is the 5th."),
        ("2019-03-05", "It is the 5th."),
    ]


@pytest.mark.parametrize(
    ("titles", "above"),
    [
        (["Sea Walls Bill", "Sea Walls Bill", "Peat Bill", "Peat Bill"], True),
        (["Minister for Coasts", "Member for Upper Dale", "Minister for Coasts", "Chief Whip"], False),
        (["Mr", "Mr", "Mr", "Mr"], False),
    ],
)
def test_a_title_is_that_of_a_debate_where_it_stays_when_another_speaks(
    titles: list[str], above: bool
) -> None:
    names = ["Ada Marsh", "Una Fell", "Ada Marsh", "Ivor Reed"]
    turns = [
        {"title": title, "speaker": name, "text": "I thank the House."}
        for title, name in zip(titles, names, strict=True)
    ]
    table = "title,speaker,text\n" + "".join(f"{','.join(turn.values())}\n" for turn in turns)
    for transcript in (read(*turns), parse_bytes(table.encode())):
        sections = [title for title, *_ in outline(transcript) if title is not None]
        assert sections == (titles if above else [])


def test_numbers_of_members_are_kept_with_their_register() -> None:
    turns = (
        {"speakername": "Ada Marsh", "speech": "Mend it.", "person_id": "uk.org.publicwhip/person/7"},
        {"speakername": "Una Fell", "speech": "No.", "mnis_id": 41, "person_id": "12"},
        {"speakername": "Ivor Reed", "speech": "Why not?", "mnis_id": 0},
    )
    assert [c.speaker.identifiers for c in read(*turns).contributions()] == [
        ("publicwhip:person/7",),
        ("uk.parliament:41",),
        (),
    ]


@pytest.mark.parametrize("true", [True, 1, "TRUE", "true"])
@pytest.mark.parametrize("key", ["chair", "as_speaker", "In Chair"])
def test_who_speaks_from_the_chair_may_be_said_beside_the_name(key: str, true: object) -> None:
    turns = [{"speaker": "Ada Marsh", "text": "The debate may go on.", key: true}]
    turns.append({"speaker": "Una Fell", "text": "I thank the House.", key: False})
    assert [c.kind for c in read(*turns).contributions()] == ["chair", "speech"]


@pytest.mark.parametrize(
    ("seat", "party", "day"),
    [
        ("speakerriding", "speakerparty", "speechdate"),
        ("const_name", "party_name", "date"),
        ("Constituency Name", "Party", "Sitting Date"),
    ],
)
def test_seat_party_and_day_are_known_by_their_names(seat: str, party: str, day: str) -> None:
    turn = {"speaker": "Ada Marsh", "text": "Mend it.", seat: "Upper Dale", party: "Lab", day: "1994-01-20"}
    (row,) = (row for row in rows(read(turn)) if row["type"] == "contribution")
    assert (row["constituency"], row["party"], row["date"]) == ("Upper Dale", "Lab", "1994-01-20")


def test_whose_record_it_is_may_be_said_by_its_code() -> None:
    turn = {"speaker": "Deputy Ada Marsh", "text": "Mend it.", "iso3country": "IRL"}
    assert read(turn).parliament == "ie"


def test_a_line_that_is_no_json_is_kept_and_reported() -> None:
    first, cut, last = (
        '{"speaker": "Ada Marsh", "text": "Mend it."}',
        '{"speaker": "Una',
        '{"speaker": "Una Fell", "text": "No."}',
    )
    transcript = parse_bytes("\n".join((first, cut, last)).encode())
    assert said(transcript) == [("Ada Marsh", "Mend it."), ("Una Fell", "No.")]
    assert [p.code for p in transcript.problems if p.severity == "error"] == ["damaged-container"]
    assert any('{"speaker": "Una' in row["text"] for row in rows(transcript))


def test_a_cell_may_be_as_long_as_a_speech_in_threads_too() -> None:
    usual = csv.field_size_limit()
    long = "Mend it. " * 40_000
    table = f"speaker,text\nAda Marsh,{long}\n".encode()
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        found = [said(each) for each in pool.map(parse_bytes, 8 * [table])]
    assert [(who, len(words)) for ((who, words),) in found] == 8 * [("Ada Marsh", len(long.strip()))]
    assert csv.field_size_limit() == usual


@pytest.mark.parametrize("container", ["turns-csv", "questions-csv"])
def test_an_empty_file_that_is_said_to_be_a_table_has_no_turns(container: str) -> None:
    transcript = parse_bytes(b"", from_=container)
    assert said(transcript) == []
    assert [p.code for p in transcript.problems] == ["unread-container"]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Speaker, the text, and so on\n\nAda Marsh: Mend it.\n",
        "The speaker, member and text of a debate:\nAda Marsh: Mend it.\n",
        "name\ntext\nAda Marsh: Mend it.\n",
    ],
)
def test_a_text_is_no_table(text: str) -> None:
    assert parse_bytes(text.encode()).container is None

"""Containers as other people's files have them: what the markup says and was lost."""

from __future__ import annotations

from hansardparse import Transcript, parse_bytes, rows


def parse(data: str) -> Transcript:
    return parse_bytes(data.encode())


def _turns(found: Transcript) -> list[tuple[str, ...]]:
    """Each turn: its label, and the words of its blocks."""
    return [(c.speaker.label or "", *(b.text for b in c.blocks)) for c in found.contributions()]


def _others(found: Transcript) -> list[str]:
    """The words of all that is no turn, in order."""
    return [str(row["text"]) for row in rows(found) if row["type"] != "contribution"]


SGML_AS_XML = """<?xml version="1.0" encoding="UTF-8"?>
<root><body><hansard chamber="Reps" date="3/2/1994" page="12" parliament.no="37"><chamber.xscript>
<debate page="13"><title>SEA WALLS</title><speech nameid="K5D"><talk.start><talker>
<name nameid="K5D">Mrs MARSH</name>
</talker><para in-line="1">&#8212;The wall is old.</para></talk.start>
<para><emphasis font-weight="BOLD">Mr DEPUTY SPEAKER (Mr Oake)</emphasis>&#8212;Order!
It is late.</para></speech>
</debate></chamber.xscript></hansard></body></root>"""


def test_the_sgml_of_australia_in_small_letters_is_no_volume() -> None:
    found = parse(SGML_AS_XML)
    assert (found.container, found.house) == ("aph-sgml", "House of Representatives")
    assert _turns(found) == [
        ("Mrs MARSH", "The wall is old."),
        ("Mr DEPUTY SPEAKER (Mr Oake)", "Order! It is late."),
    ]


APH = """<hansard><session.header>
<date>2004-02-03</date><chamber>REPS</chamber></session.header><chamber.xscript>
<business.start><day.start>2004-02-03</day.start><para>
<inline font-weight="bold">The SPEAKER (Mr Oake)</inline> took the chair at 9.00 a.m.</para>
</business.start>
<debate><debateinfo><title>QUESTIONS</title></debateinfo>
<question><talk.start><talker><name role="display">Mrs MARSH</name><name.id>K5D</name.id></talker>
<para>—How old is the wall?</para></talk.start></question>
<interjection><talk.start><talker><name role="display">Mr Reed</name><name.id>K7</name.id></talker>
<para>—It is as old as I am.</para></talk.start></interjection>
<answer><talk.start><talker><name role="display">Ms FELL</name><name.id>K6</name.id></talker>
<para>—It is 40 years old.</para></talk.start><para>The list is:</para>
<quote><para><inline font-weight="bold">Stones</inline>—40 of them.</para></quote>
<para><inline font-weight="bold">Honourable members</inline>—Hear, hear!</para></answer></debate>
<division><division.header><time.stamp>11:01:00</time.stamp><para>The House divided.</para></division.header>
<para>(The Speaker—Mr Oake)</para><division.data><ayes><num.votes>1</num.votes><title>AYES</title><names>
<name>Marsh, A.</name></names></ayes></division.data><para>* denotes teller</para></division>
</chamber.xscript></hansard>"""


def test_a_name_in_bold_begins_a_turn_where_no_element_does() -> None:
    found = parse(APH)
    assert _turns(found)[2:] == [
        ("Ms FELL", "It is 40 years old.", "The list is:", "Stones—40 of them."),
        ("Honourable members", "Hear, hear!"),
    ]


def test_what_is_marked_as_an_interjection_answers_no_question() -> None:
    kinds = [c.kind for c in parse(APH).contributions()]
    assert kinds[:3] == ["question", "intervention", "answer"]


def test_the_house_the_day_and_a_division_of_australia() -> None:
    found = parse(APH)
    assert (found.house, str(found.date)) == ("House of Representatives", "2004-02-03")
    assert _others(found).count("2004-02-03") == 0  # the day begins with it once more
    assert "(The Speaker—Mr Oake)" in _others(found)
    assert [division.time for division in found.divisions()] == ["11:01"]

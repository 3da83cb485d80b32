"""ParlaMint as its corpora are published: speakers by ids alone, roles by `ana`, numbers within words."""

from __future__ import annotations

import pytest

from hansardparse import HansardError, Transcript, parse_bytes

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="ParlaMint-GB_2024-05-01-commons"><text><body>'


def read(*pieces: str) -> Transcript:
    return parse_bytes(f"{TEI}<div>{''.join(pieces)}</div></body></text></TEI>".encode())


def said(words: str, who: str = "AdaMarsh", role: str = "regular") -> str:
    return f'<u who="#{who}" ana="#{role}"><seg>{words}</seg></u>'


@pytest.mark.parametrize(
    ("who", "label"),
    [
        ("AdaMarsh", "Ada Marsh"),
        ("ConorTarn-McRae", "Conor Tarn-McRae"),
        ("IvorMacFenn", "Ivor MacFenn"),
        ("ÉvaŐriReed", "Éva Őri Reed"),
        ("person.12", "person.12"),
        ("AMarsh", "AMarsh"),
    ],
)
def test_who_speaks_is_named_by_an_id_where_nothing_else_does(who: str, label: str) -> None:
    (turn,) = read(said("Mend it.", who)).contributions()
    assert turn.speaker.label == label
    assert turn.speaker.identifiers == (f"parlamint:{who}",)


def test_a_listed_name_is_better_than_an_id() -> None:
    name = "<persName><forename>Ada</forename> <surname>Marsh-Fell</surname></persName>"
    listed = f'<person xml:id="AdaMarsh">{name}</person>'
    (turn,) = read(listed, said("Mend it.")).contributions()
    assert turn.speaker.label == "Ada Marsh-Fell"


def test_who_presides_is_said_by_the_markup() -> None:
    first, second = read(said("So I thought.", "IvorFenn", "chair"), said("Mend it.")).contributions()
    assert (first.kind, first.speaker.in_chair, first.speaker.role) == ("chair", True, "chair")
    assert (second.speaker.in_chair, second.speaker.role) == (False, "member")


def test_a_question_has_its_number_where_its_words_begin_with_it() -> None:
    asked, answered = read(
        said("2. What steps she is taking to mend the wall."), said("20.5 feet of it.", "UnaFell")
    ).contributions()
    assert (asked.question_number, asked.text) == ("2", "What steps she is taking to mend the wall.")
    assert (answered.question_number, answered.text) == (None, "20.5 feet of it.")


def test_a_number_below_a_printed_label_is_of_the_words() -> None:
    note = '<note type="speaker">Ms Marsh</note>'
    (turn,) = read(note, said("1. What is to be done about the wall.")).contributions()
    assert turn.text == "1. What is to be done about the wall."


def test_what_nobody_heard_stands_by_itself() -> None:
    gap = '<gap reason="inaudible"><desc>(inaudible)</desc></gap>'
    (turn,) = read(said(f"Mend it.{gap}")).contributions()
    assert turn.text == "Mend it. (inaudible)"


def test_the_root_of_a_corpus_says_where_its_sittings_are() -> None:
    root = (
        '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude">'
        '<xi:include href="ParlaMint-GB_2024-05-01-commons.xml"/></teiCorpus>'
    )
    with pytest.raises(
        HansardError, match=r"read the files it names, as ParlaMint-GB_2024-05-01-commons\.xml"
    ):
        parse_bytes(root.encode())

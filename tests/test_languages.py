"""Each paragraph has its language where a parliament has two: told by its commonest words, never guessed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hansardparse import dumps, loads, parse, rows
from hansardparse.nodes import Paragraph
from hansardparse.parliaments import known, language_of, profile
from hansardparse.parliaments.languages import _languages

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
EUROPE = Path(__file__).resolve().parents[2] / "shared" / "inputs" / "eu-cre-xml"

SAID = (
    ("ca", "en-CA", "The wall is one that my constituents have waited for."),
    ("ca", "fr-CA", "Monsieur le Président, le mur est dans un état qui nous fait honte."),
    ("ie", "ga-IE", "Tá an balla seo briste agus níl aon airgead againn chun é a dheisiú."),
    ("ie", "en-IE", "An Taoiseach knows that there is no money for it."),
    ("wa", "cy-GB", "Mae'r wal wedi cwympo ac nid oes arian gan y Llywodraeth."),
    ("za", "af-ZA", "Die muur is nie herstel nie en ons moet daaroor praat."),
    ("nz", "mi-NZ", "Tēnā koe e te Māngai o te Whare, ka nui te mihi ki a koe."),
    ("in", "hi-IN", "महोदय, यह दीवार गिर गई है और सरकार कुछ नहीं करती।"),
    ("sg", "ta-SG", "இந்தச் சுவர் இடிந்து விழுந்துவிட்டது."),
    ("eu", "el", "Κύριε Πρόεδρε, το τείχος έπεσε."),
    ("eu", "pl", "Panie Przewodniczący, to jest mur, który nie stoi."),
)


@pytest.mark.parametrize(("code", "tag", "text"), SAID, ids=[tag for _, tag, _ in SAID])
def test_the_commonest_words_say_which_language_it_is(code: str, tag: str, text: str) -> None:
    assert language_of(text, profile(code).languages) == tag


@pytest.mark.parametrize("text", ["", "Fenmark.", "1,204", "(ap Rhys)", "—"])
def test_words_that_do_not_say_have_none(text: str) -> None:
    assert language_of(text, ("en-CA", "fr-CA")) is None


def test_a_script_is_none_of_the_languages_of_a_parliament() -> None:
    assert language_of("Господин председател, стената падна.", ("en-CA", "fr-CA")) is None


def test_the_usual_languages_of_all_parliaments_are_known() -> None:
    for code in known():
        usual = profile(code).languages[:2]
        if len(usual) > 1 and code != "ug":  # Luganda: nobody here reads it
            assert {tag.partition("-")[0] for tag in usual} <= _languages().keys(), code


def test_paragraphs_in_two_languages_stand_in_one_turn() -> None:
    text = (SAMPLES / "canada" / "house-in-french.txt").read_text(encoding="utf-8")
    said = [b for c in parse(text).contributions() for b in c.blocks if isinstance(b, Paragraph)]
    assert said and {b.language for b in said} <= {"fr-CA", "en-CA", None}
    assert sum(b.language == "fr-CA" for b in said) * 2 > len(said)
    told = [row["language"] for row in rows(parse(text), unit="paragraph") if row["block"] == "paragraph"]
    assert told[: len(said)] == [b.language for b in said]
    again = loads(dumps(parse(text)))
    assert [b.language for c in again.contributions() for b in c.blocks if isinstance(b, Paragraph)] == [
        b.language for b in said
    ]


def test_a_parliament_of_one_language_says_none() -> None:
    text = (SAMPLES / "parallel" / "oral-question.txt").read_text(encoding="utf-8")
    assert not re.search(r'"language":"', dumps(parse(text)))


@pytest.mark.skipif(not EUROPE.is_dir(), reason="needs ../shared/inputs/eu-cre-xml")
def test_what_the_record_says_of_the_language_of_a_speech_is_found() -> None:
    pytest.importorskip("lxml")
    from lxml import etree

    of = profile("eu").languages
    right = wrong = 0
    for file in sorted(EUROPE.glob("*.xml")):
        for speech in etree.parse(file).iter("INTERVENTION"):
            label = speech.find("ORATEUR")
            said = (label.get("LG") if label is not None else None) or ""
            for paragraph in speech.iter("PARA"):
                found = language_of("".join(paragraph.itertext()), of)
                if said.lower() in of and found is not None:
                    right, wrong = right + (found == said.lower()), wrong + (found != said.lower())
    assert right + wrong > 300 and right >= 0.98 * (right + wrong), (right, wrong)

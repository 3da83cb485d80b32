"""What is written for other tools and read back by our own readers says the same."""

from __future__ import annotations

import datetime
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import attrs
import pytest
from conftest import ROOT, SAMPLES
from formats import said
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from running import here

from hansardparse import HansardError, Transcript, parse, parse_bytes, parse_file
from hansardparse.nodes import Division, Given, Paragraph, Section, TimeMark, VenueMark
from hansardparse.parliaments import profile
from hansardparse.testing import transcripts
from hansardparse.write.akoma_ntoso import akoma_ntoso
from hansardparse.write.parlamint import parlamint
from hansardparse.write.publicwhip import publicwhip
from hansardparse.write.xml_tree import Written, clean

WRITERS: dict[str, Callable[[Transcript], Written]] = {
    "publicwhip": publicwhip,
    "tei": parlamint,
    "akn": akoma_ntoso,
}
GIVEN = Given(datetime.date(2024, 3, 4), "Commons")
DAY = """House of Commons

Monday 4 March 2024

Ferries

Ms Ada Marsh (Upper Dale) (Lab): The ferry is late.

Column 7

Sir Gerald Oake (Port Ardle) (Con): It is not.

Ms Marsh: It is late again.

Mr Tomos Pugh (Lower Ness) (LD): Order.

Ms Marsh: It is late again.
"""

every = pytest.mark.parametrize("name", WRITERS)


def given(transcript: Transcript) -> Transcript:
    """The transcript with a day and a House of its parliament."""
    houses = profile(transcript.parliament or "uk").chambers.values()
    return attrs.evolve(transcript, given=attrs.evolve(GIVEN, house=next(iter(houses))))


def is_written(name: str, transcript: Transcript) -> bool:
    """Whether a format has a place for the records of a parliament."""
    return name != "publicwhip" or transcript.parliament in (None, "uk", "sco", "ni", "wa")


@every
@pytest.mark.parametrize("sample", SAMPLES, ids=[f"{p.parent.name}/{p.stem}" for p in SAMPLES])
def test_a_sample_read_back_says_the_same(sample: Path, name: str) -> None:
    transcript = given(parse_file(sample, layout=sample.parent.name))
    if not is_written(name, transcript):
        with pytest.raises(HansardError, match="no-such-format"):
            WRITERS[name](transcript)
        return
    again = parse_bytes(WRITERS[name](transcript).text.encode())
    assert said(again) == said(transcript)
    assert not [p for p in again.problems if p.code == "unread-container"]


@every
@pytest.mark.parametrize(
    "file",
    [
        "uk-twfy-2009/debates2009-10-26b.print.txt",
        "uk-twfy-2009/westminster2009-10-28a.hp.txt",
        "uk-twfy-2009/daylord2009-10-26a.dl.txt",
        "uk-twfy-modern/debates2020-12-14b.xml",
        "uk-historic-specs/housecommons_whole_division_following_split_division.txt",
        "uk-seeds/001_1ea89b1c147f2131.txt",
    ],
)
def test_a_real_one_read_back_says_the_same(corpus: Path, file: str, name: str) -> None:
    transcript = given(parse_file(corpus / file))
    assert said(parse_bytes(WRITERS[name](transcript).text.encode())) == said(transcript)


@every
@drawn(invented=transcripts("official-report"))
@settings(max_examples=20)
def test_an_invented_one_read_back_says_the_same(invented: Transcript, name: str) -> None:
    transcript = given(invented)
    written = WRITERS[name](transcript).text
    assert written == WRITERS[name](transcript).text
    assert said(parse_bytes(written.encode())) == said(transcript)


@every
@drawn(words=st.text(st.characters(), min_size=1, max_size=40))
def test_any_words_are_whole_xml(words: str, name: str) -> None:
    page = parse(f"Ms Ada Marsh (Upper Dale) (Lab): A {words} z", layout="official-report")
    item = next(page.contributions())
    item = attrs.evolve(item, blocks=(Paragraph(f"A {words} z"),))
    root = ElementTree.fromstring(WRITERS[name](given(attrs.evolve(page, items=(item,)))).text)
    shown = " ".join("".join(root.itertext()).split())
    assert " ".join(clean(f"A {words} z").split()) in shown


def test_characters_that_xml_has_not_are_shown() -> None:
    assert clean("a\x00b\x1bc\ud800d\ufffe\fe") == "a\u2400b\u241bc\ufffdd\ufffd e"


@every
def test_an_empty_text_has_a_file(name: str) -> None:
    page = given(parse("", layout="official-report"))
    assert parse_bytes(WRITERS[name](page).text.encode()).container is not None


@every
def test_what_is_not_printed_is_asked_for(name: str) -> None:
    page = parse("Ms Ada Marsh (Upper Dale) (Lab): The ferry is late.", layout="official-report")
    with pytest.raises(HansardError, match="--date") as caught:
        WRITERS[name](attrs.evolve(page, given=Given(house="Commons")))
    assert caught.value.code == "not-printed"
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["publicwhip", "tei"])
def test_the_house_is_asked_for(name: str) -> None:
    page = parse("Ms Ada Marsh (Upper Dale) (Lab): The ferry is late.", layout="official-report")
    with pytest.raises(HansardError, match="--house") as caught:
        WRITERS[name](attrs.evolve(page, given=Given(GIVEN.date)))
    assert caught.value.code == "not-printed"


def test_publicwhip_has_no_ids_for_other_parliaments() -> None:
    page = attrs.evolve(given(parse(DAY)), parliament="fm")
    with pytest.raises(HansardError) as caught:
        publicwhip(page)
    assert caught.value.code == "no-such-format"


@every
def test_what_has_no_place_is_said_once(name: str) -> None:
    sample = ROOT / "samples" / "parallel" / "oral-question.txt"
    (problem,) = WRITERS[name](given(parse_file(sample, layout="parallel"))).problems
    assert problem.code == "not-in-format"
    assert re.search(r"\d+ lines of the site or the page", problem.message)


def gids(text: str) -> dict[str, list[str]]:
    """The ids of the speeches of a text, by what they say."""
    root = ElementTree.fromstring(publicwhip(given(parse(text, layout="official-report"))).text)
    found: dict[str, list[str]] = {}
    for speech in root.iter("speech"):
        found.setdefault("".join(speech.itertext()).strip(), []).append(speech.get("id", ""))
    return found


def test_gids_go_by_day_and_column() -> None:
    found = gids(DAY)
    assert re.fullmatch(r"uk.org.publicwhip/debate/2024-03-04a\.0\.[0-9]+", found["The ferry is late."][0])
    assert re.fullmatch(r"uk.org.publicwhip/debate/2024-03-04a\.7\.[0-9]+", found["It is not."][0])
    first, second = found["It is late again."]
    assert int(second.rpartition(".")[2]) == int(first.rpartition(".")[2]) + 1


@drawn(
    at=st.integers(0, 4),
    words=st.sampled_from(["It is early.", "No.", "The sea wall leaks.", "Which ferry?"]),
)
def test_a_second_version_has_the_same_gids_for_what_did_not_change(at: int, words: str) -> None:
    lines = DAY.split("\n\n")
    spoken = [n for n, line in enumerate(lines) if ": " in line]
    changed = list(lines)
    changed.insert(spoken[at], f"Mr Ivor Reed (Elm) (Con): {words}")
    before, after = gids(DAY), gids("\n\n".join(changed))
    assert {said: ids for said, ids in after.items() if said in before} == before


LONG = f"""{DAY}
Sea Walls

Column 8

Mr Ivor Reed (Elm) (Con): I beg to move, That the wall be built.

4.15 pm

Question put, That the motion be agreed to.

The House divided: Ayes 2, Noes 1.

Division No. 9]

AYES

Marsh, Ms Ada

Pugh, Mr Tomos

NOES

Reed, Mr Ivor

Question accordingly agreed to.

Mr Tomos Pugh: Thank you.
"""


def elements(text: str) -> list[tuple[str, str]]:
    """Each element as it is without ids, and its id."""
    found = []
    for element in ElementTree.fromstring(publicwhip(given(parse(text, layout="official-report"))).text):
        own = element.attrib.pop("id")
        for inner in element:
            inner.attrib.pop("pid", None)
        found.append((ElementTree.tostring(element, encoding="unicode"), own))
    return found


@drawn(at=st.integers(0, LONG.count("\n\n") - 1), new=st.sampled_from([None, "Order.", "Mr Ivor Reed: No."]))
def test_what_is_changed_or_taken_away_leaves_the_gids_of_all_else(at: int, new: str | None) -> None:
    """A second version of a day in which one line says something else, or is not there.

    Of those that say the same in one column, later ones may have the number of one before them.
    """
    lines = LONG.split("\n\n")
    second = [*lines[:at], *([] if new is None else [new]), *lines[at + 1 :]]
    before, after = elements(LONG), elements("\n\n".join(second))
    known = {shown: own for shown, own in before if "It is late again." not in shown}
    for shown, own in after:
        assert own == known.get(shown, own)
    assert len({own for _, own in after}) == len(after)


def test_the_place_of_a_debate_is_in_its_gids() -> None:
    page = given(parse(DAY, layout="official-report"))
    hall = attrs.evolve(page, items=(Section((VenueMark("Westminster Hall"), *page.items)),))
    root = ElementTree.fromstring(publicwhip(hall).text)
    assert {e.get("id", "").split("/")[1] for e in root.iter("speech")} == {"westminhall"}


def test_an_id_that_was_read_is_kept() -> None:
    own = "uk.org.publicwhip/debate/2024-03-04b.7.12"
    xml = (
        f'<publicwhip><major-heading id="{own[:-2]}11">Ferries</major-heading>'
        f'<speech id="{own}" speakername="Ada" person_id="uk.org.publicwhip/person/5"><p>No.</p></speech>'
        "</publicwhip>"
    )
    page = parse_bytes(xml.encode())
    (speech,) = ElementTree.fromstring(
        publicwhip(attrs.evolve(page, given=Given(house="Commons"))).text
    ).iter("speech")
    assert speech.get("id") == own
    assert speech.get("person_id") == "uk.org.publicwhip/person/5"


def test_the_command_line_writes_them(tmp_path: Path) -> None:
    sample = ROOT / "samples" / "parallel" / "oral-question.txt"
    for name in WRITERS:
        done = here("parse", str(sample), "--to", name)
        assert done.returncode == 0
        assert done.stderr.count(b"[not-in-format]") == 1
        again = parse_bytes(done.stdout)
        assert said(again) == said(parse_file(sample, layout="parallel"))
    page = ROOT / "samples" / "official-report" / "division.txt"
    refused = here("parse", str(page), "--to", "akn", "-o", str(tmp_path / "out.xml"))
    assert refused.returncode == 2
    assert refused.stderr.count(b"\n") == 1
    assert not list(tmp_path.iterdir())


# --- the root of a ParlaMint corpus ----------------------------------------------------------------------


@pytest.fixture
def days(tmp_path: Path) -> Path:
    """Two days of one House, one of another parliament."""
    folder = tmp_path / "days"
    (folder / "a b").mkdir(parents=True)
    (folder / "2024-03-04.txt").write_text(DAY, encoding="utf-8")
    later = DAY.replace("Monday 4 March", "Tuesday 5 March").replace("Mr Tomos Pugh", "Mrs Ruth Dale")
    (folder / "a b" / "2024-03-05.txt").write_text(later, encoding="utf-8")
    return folder


def corpus_root(folder: Path, *more: str) -> ElementTree.Element:
    done = here("parse", folder, "--to", "tei", "-o", folder.parent / "out", *more)
    assert done.returncode == 0, done.stderr
    return ElementTree.parse(folder.parent / "out" / "ParlaMint-GB.xml").getroot()


TEI, ID = "{http://www.tei-c.org/ns/1.0}", "{http://www.w3.org/XML/1998/namespace}id"


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="the names of files are Unicode")
def test_a_name_that_is_no_utf8_stands_in_the_root(tmp_path: Path) -> None:
    folder = tmp_path / "days"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/b\xff.txt")).write_text(DAY, encoding="utf-8")
    root = corpus_root(folder, "--house", "Commons")
    assert [e.get("href") for e in root if e.tag.endswith("}include")] == ["b%FF.xml"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_folder_of_components_has_its_root(days: Path, jobs: str) -> None:
    root = corpus_root(days, "--house", "Commons", "--jobs", jobs)
    assert [e.get("href") for e in root if e.tag.endswith("}include")] == [
        "2024-03-04.xml",
        "a%20b/2024-03-05.xml",
    ]
    people = {e.get(ID): e for e in root.iter(f"{TEI}person")}
    parties = {e.get(ID) for e in root.iter(f"{TEI}org") if e.get("role") == "politicalParty"}
    assert parties == {"party.labour", "party.conservative", "party.liberal-democrat"}
    for file in ("2024-03-04.xml", "a b/2024-03-05.xml"):
        day = ElementTree.parse(days.parent / "out" / file).getroot()
        assert {u.get("who", "")[1:] for u in day.iter(f"{TEI}u")} <= people.keys()
    assert {"AdaMarsh", "RuthDale", "TomosPugh"} <= people.keys()
    ada = people["AdaMarsh"]
    assert [n.text for n in ada.iter(f"{TEI}surname")] == ["Marsh"]
    assert [n.get("ref") for n in ada.iter(f"{TEI}affiliation")] == ["#party.labour"]
    span = root.find(f".//{TEI}settingDesc//{TEI}date")
    assert span is not None and (span.get("from"), span.get("to")) == ("2024-03-04", "2024-03-05")


def test_a_register_gives_the_root_its_parties(days: Path, tmp_path: Path) -> None:
    (tmp_path / "members.csv").write_text("name,id,party\nAda Marsh,m7,Green Party\n", encoding="utf-8")
    for file in days.rglob("*.txt"):
        file.write_text(file.read_text("utf-8").replace("(Upper Dale) (Lab)", "(Upper Dale)"), "utf-8")
    root = corpus_root(days, "--house", "Commons", "--members", str(tmp_path / "members.csv"))
    (ada,) = [e for e in root.iter(f"{TEI}person") if e.get(ID) == "AdaMarsh.m7"]
    assert [n.get("ref") for n in ada.iter(f"{TEI}affiliation")] == ["#party.green-party"]


def test_each_parliament_of_a_folder_has_a_root_and_each_record_one_file(days: Path, tmp_path: Path) -> None:
    for sample in (ROOT / "samples" / "oireachtas").glob("*.txt"):
        (days / f"dail-{sample.name}").write_bytes(sample.read_bytes())
    (days / "again.txt").write_text(DAY, encoding="utf-8")
    done = here(
        "parse", days, "--to", "tei", "-o", tmp_path / "out", "--house", "Commons", "--date", "1999-01-02"
    )
    assert done.returncode == 0, done.stderr
    assert {file.name for file in (tmp_path / "out").glob("ParlaMint-*.xml")} == {
        "ParlaMint-GB.xml",
        "ParlaMint-IE.xml",
    }
    said = "2024-03-04.xml and again.xml are both the record ParlaMint-GB_2024-03-04-commons"
    assert said in done.stderr.decode()


def test_the_root_is_in_no_ones_place(days: Path, tmp_path: Path) -> None:
    (days / "ParlaMint-GB.txt").write_text(DAY, encoding="utf-8")
    done = here("parse", days, "--to", "tei", "-o", tmp_path / "out", "--house", "Commons")
    assert done.returncode == 2
    assert b"is the name of the root, and of an output" in done.stderr


def test_of_what_fails_the_root_says_nothing(days: Path, tmp_path: Path) -> None:
    (days / "none.txt").write_text("Ferries\n\nMs Ada Marsh (Dale) (Lab): No.\n", encoding="utf-8")
    done = here("parse", days, "--to", "tei", "-o", tmp_path / "out", "--house", "Commons")
    assert done.returncode == 2
    root = ElementTree.parse(tmp_path / "out" / "ParlaMint-GB.xml").getroot()
    assert len([e for e in root if e.tag.endswith("}include")]) == 2


# --- days that stand elsewhere ---------------------------------------------------------------------------

VOLUME = "TENTH VOLUME OF SESSION\n\nColumn 1\n\n"


def test_what_stands_above_the_first_day_is_of_that_day() -> None:
    """The name of a volume needs no `--date`; a turn above it does."""
    page = attrs.evolve(parse(DAY, layout="official-report"), given=Given(house="Commons"))
    front = tuple(parse(VOLUME, layout="official-report").items)
    root = ElementTree.fromstring(publicwhip(attrs.evolve(page, items=(*front, *page.items))).text)
    days = {found[0] for e in root if (found := re.search(r"\d{4}-\d\d-\d\d", e.get("id", "")))}
    assert days == {"2024-03-04"}
    assert len(root) > len(list(page.contributions()))
    spoken = tuple(parse("Ms Ada Marsh (Upper Dale) (Lab): No.", layout="official-report").items)
    with pytest.raises(HansardError, match="--date"):
        publicwhip(attrs.evolve(page, items=(*spoken, *page.items)))


@pytest.mark.parametrize("name", ["tei", "akn"])
def test_a_time_where_no_day_is_printed_is_a_time(name: str) -> None:
    """A division in a section that prints no day, beside one that does."""
    page = attrs.evolve(parse(DAY, layout="official-report"), given=Given(house="Commons"))
    above = Section((TimeMark("4.15 pm", "16:15"), Division(number="9", time="16:20")))
    whole = attrs.evolve(page, items=(above, *page.items))
    text = WRITERS[name](whole).text
    assert "None" not in text
    assert said(parse_bytes(text.encode())) == said(whole)
    if name == "tei":
        assert 'from="2024-03-04T16:15:00"' in text and 'from="2024-03-04T16:20:00"' in text

"""Files that break off, or whose bytes do not all belong: what can be read is, and what is wrong is said."""

from __future__ import annotations

import io
import json
import zipfile

import containers as C
import pytest

from hansardparse import HansardError, parse_bytes

TURN = "<p>Ms Ada Marsh (Upper Dale) (Lab): {}</p>"
#: Forms of XML that are read as a whole tree, and one that is read element by element.
XML = {"akoma-ntoso": C.AKOMA_NTOSO, "cre": C.CRE, "publicwhip": C.PUBLICWHIP, "parlamint": C.PARLAMINT}


def codes(data: bytes, **options: str) -> list[str]:
    return [p.code for p in parse_bytes(data, **options).problems if p.code != "stray-text"]


@pytest.mark.parametrize(
    ("name", "words"),
    [("windows-1251", "Привет, мир."), ("iso-8859-2", "Příliš čaj."), ("Shift_JIS", "こんにちは")],
)
def test_a_page_is_in_the_encoding_that_it_names(name: str, words: str) -> None:
    for meta in (
        f"<meta charset='{name}'>",
        f'<meta http-equiv=Content-Type content="text/html; charset={name}">',
    ):
        page = f"<html><head>{meta}</head><body>{TURN.format(words)}</body></html>"
        (turn,) = parse_bytes(page.encode(name)).contributions()
        assert turn.text == words
        (turn,) = parse_bytes(page.encode()).contributions()
        assert turn.text == words, "UTF-8 shows itself, whatever a page says that was saved once more"


@pytest.mark.parametrize("name", ["nonsense", "utf-8", "utf-16", "base64", "us-ascii", "x-user-defined"])
def test_a_page_that_names_no_encoding_of_its_bytes(name: str) -> None:
    page = f"<html><head><meta charset={name}></head><body>{TURN.format('A café’s wall.')}</body></html>"
    (turn,) = parse_bytes(page.encode("cp1252")).contributions()
    assert turn.text == "A café’s wall."


@pytest.mark.parametrize(
    "whole",
    [
        f"<html><body>{TURN.format('café')}</body></html>",
        "speaker,text\nAda Marsh,café\n",
        json.dumps([{"speaker": "Ada Marsh", "text": "café"}], ensure_ascii=False),
        '<publicwhip><speech speakername="Ada Marsh"><p>café</p></speech></publicwhip>',
        C.AKOMA_NTOSO.replace("It will be mended.", "café"),
    ],
)
@pytest.mark.parametrize("name", ["cp437", "mac-roman", "utf-16-le"])
def test_an_encoding_that_is_told_holds_for_every_container(whole: str, name: str) -> None:
    turns = list(
        parse_bytes(
            whole.replace("Tá", "Ta").replace("Níl", "Nil").encode(name), encoding=name
        ).contributions()
    )
    assert "café" in [turn.text.partition("\n")[0] for turn in turns]


@pytest.mark.parametrize("name", XML)
def test_xml_that_breaks_off_keeps_what_came_before(name: str) -> None:
    whole = [c.text for c in parse_bytes(XML[name].encode()).contributions()]
    data = XML[name].encode()
    before = data[: data.rindex(b"<", 0, len(data) - len(data) // 10) + 2]
    kept = [c.text for c in parse_bytes(before).contributions()]
    assert kept
    assert kept[:-1] == whole[: len(kept) - 1]
    assert "damaged-container" in codes(before)


@pytest.mark.parametrize("name", XML)
@pytest.mark.parametrize(("byte", "code"), [(b"\x01", "damaged-container"), (b"\xe9", "damaged-encoding")])
def test_a_byte_that_no_xml_has_changes_nothing_but_itself(name: str, byte: bytes, code: str) -> None:
    data = f"{XML[name]}<!-- – ’ -->".encode()
    whole = parse_bytes(data)
    word = next(whole.contributions()).text.split()[-1]
    at = data.rindex(word.encode())
    bad = parse_bytes(data[:at] + byte + data[at:])
    shown = {b"\x01": "", b"\xe9": "é"}[byte]
    assert [c.text.replace(shown + word, word) for c in bad.contributions()] == [
        c.text for c in whole.contributions()
    ]
    assert [p.code for p in bad.problems if p not in whole.problems and p.code != "stray-text"] == [code]


@pytest.mark.parametrize(
    "data",
    [
        f"<html><body>{TURN.format('It’s a “wéll” caf')}".encode() + b"\xe9</body></html>",
        "speaker,text\nAda Marsh,“wéll” caf".encode() + b"\xe9\n",
        '[{"speaker":"Ada Marsh","text":"“wéll” caf'.encode() + b'\xe9"}]',
    ],
)
def test_a_byte_that_does_not_belong_is_said_of_every_container(data: bytes) -> None:
    assert codes(data) == ["damaged-encoding"]


def test_a_control_character_is_said_of_every_container() -> None:
    assert codes(b"speaker,text\nAda Marsh,a\x08b\nUna Fell,a\x08b\n") == ["control-character"]
    assert codes(b'[{"speaker":"Ada Marsh","text":"a\\u0008b"}]') == ["control-character"]


def test_what_is_left_of_xml_is_in_the_encoding_that_it_declares() -> None:
    whole = "<?xml version='1.0' encoding='iso-8859-2'?>" + C.AKOMA_NTOSO.replace(
        "It will be mended.", "Příliš čaj."
    )
    for data in (whole[: whole.index("<narrative>")], whole.replace("Příliš", "\x01Příliš")):
        turns = list(parse_bytes(data.replace("í;", "i;").encode("iso-8859-2")).contributions())
        assert turns[-1].text.split("\n")[0].strip() == "Příliš čaj."


def test_quotation_marks_of_windows_are_read_in_broken_xml_as_in_whole() -> None:
    whole = "<?xml version='1.0' encoding='iso-8859-1'?>" + C.AKOMA_NTOSO.replace(
        "It will be mended.", "“Yes.”"
    )
    data = whole.replace("Tá", "Ta").encode("cp1252")
    for read in (data, data[: data.index(b"<narrative>")]):
        assert list(parse_bytes(read).contributions())[-1].text.split("\n")[0].strip() == "“Yes.”"


def test_a_table_and_a_page_that_are_cut_off() -> None:
    assert codes(b'speaker,text\nAda Marsh,"The wall, which is ol') == ["damaged-container"]
    assert codes(b'speaker,text\nAda Marsh,"The ""wall"", which"\n') == []
    assert codes(b'speaker,text\nAda Marsh,a pipe of 5" width\n') == []
    page = f"<html><body>{TURN.format('The wall is wet.')}<p>Mr Pu".encode()
    assert codes(page) == ["damaged-container"]
    assert codes(page + b"gh (Low Dale) (Con): No.</p></body></html>") == []
    assert codes(TURN.format("A piece of a page.").encode()) == []


@pytest.mark.parametrize("name", ["publicwhip", "akoma-ntoso", "volumes"])
def test_what_is_said_to_be_xml_and_is_none(name: str) -> None:
    with pytest.raises(HansardError, match="cannot be read") as caught:
        parse_bytes(b"Ms Ada Marsh (Upper Dale) (Lab): No.\n", from_=name)
    assert caught.value.code == "unread-container"


def test_a_spreadsheet_is_no_damaged_word_file() -> None:
    schema = "http://schemas.openxmlformats.org"
    office = "application/vnd.openxmlformats"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{schema}/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{office}-package.relationships+xml"/><Override '
        f'PartName="/w.xml" ContentType="{office}-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{schema}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{schema}/officeDocument/2006/relationships/officeDocument" Target="w.xml"/></Relationships>',
        "w.xml": f'<workbook xmlns="{schema}/spreadsheetml/2006/main"/>',
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    with pytest.raises(HansardError, match="an Office file that is no Word document; save what") as caught:
        parse_bytes(data.getvalue())
    assert caught.value.code == "unread-container"

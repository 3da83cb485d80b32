"""Damaged containers: a clear error, or what there is of them with a problem; in linear time, never in silence."""

from __future__ import annotations

import gzip
import io
import random
import sys
import zipfile

import containers as C
import pytest

from hansardparse import HansardError, Transcript, parse_bytes
from hansardparse.read import pages
from hansardparse.read.source import Source
from hansardparse.read.trees import elements

SPEECH = '<publicwhip>{}<speech speakername="Ada Marsh"><p>No&amp;{}</p></speech></publicwhip>'


def read(data: str | bytes, **options: object) -> Transcript:
    return parse_bytes(data.encode() if isinstance(data, str) else data, **options)  # type: ignore[arg-type]


def codes(transcript: Transcript) -> list[tuple[str, str]]:
    return [(p.code, p.severity) for p in transcript.problems if p.severity != "info"]


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">',
        '<!ENTITY a "' + "a" * 1000 + '">',
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        '<!ENTITY a PUBLIC "x" "http://port-ardle.example/a">',
        '<!ENTITY % a SYSTEM "http://port-ardle.example/a"> %a;',
        '<!ENTITY a "<p>words</p>">',
    ],
)
def test_a_document_type_brings_in_characters_and_nothing_else(declared: str) -> None:
    for container in (SPEECH.format("", "&a;"), C.AKOMA_NTOSO):
        with pytest.raises(HansardError, match="entities") as caught:
            read(f"<!DOCTYPE publicwhip [\n{declared}\n]>\n{container}")
        assert caught.value.code == "unread-container"


def test_entities_that_are_characters_are_read() -> None:
    types = '<!DOCTYPE publicwhip [\n<!ENTITY ndash   "&#8211;">\n<!ENTITY Ouml "&#214;" >\n]>'
    (turn,) = read(types + SPEECH.format("", " &ndash; &Ouml;")).contributions()
    assert turn.text == "No& – Ö"
    (turn,) = read(SPEECH.format("", " &ndash; &nbsp;&Ouml;")).contributions()
    assert turn.text == "No& – Ö"
    (turn,) = read(
        '<!DOCTYPE publicwhip SYSTEM "http://port-ardle.example/x">' + SPEECH.format("", "")
    ).contributions()
    assert turn.text == "No&"


@pytest.mark.parametrize(
    ("container", "code"),
    [
        (C.PARLAMINT.replace("ParlaMint-GB", "ParlaMint-AT"), "AT"),
        (C.AKOMA_NTOSO.replace('value="gb"', 'value="fen"'), "fen"),
    ],
)
def test_a_parliament_that_nobody_knows_is_said(container: str, code: str) -> None:
    transcript = read(container)
    assert transcript.parliament == "uk"
    assert [(p.code, p.severity) for p in transcript.problems] == [("unknown-parliament", "warning")]
    assert repr(code) in transcript.problems[0].message
    with pytest.raises(HansardError, match="unknown-parliament"):
        read(container, strict=True)


def test_xml_that_is_cut_off_is_parsed_as_far_as_it_goes() -> None:
    transcript = read(C.PUBLICWHIP[: C.PUBLICWHIP.index("<speech nospeaker")])
    assert [c.speaker.label for c in transcript.contributions()] == ["Ada Marsh", "Una Fell"]
    assert codes(transcript) == [("damaged-container", "error")]
    with pytest.raises(HansardError, match="damaged-container"):
        read(C.PUBLICWHIP[:700], strict=True)
    transcript = read(C.AKOMA_NTOSO[: len(C.AKOMA_NTOSO) * 2 // 3])
    assert list(transcript.contributions()) == list(read(C.AKOMA_NTOSO).contributions())
    assert codes(transcript) == [("damaged-container", "error")]
    for nothing in (C.AKOMA_NTOSO[:20], "<publicwhip", "<?xml version='1.0'?><publicwhip>"):
        with pytest.raises(HansardError, match="the XML cannot be read"):
            read(nothing)


@pytest.mark.parametrize(
    ("head", "opening"),
    [
        ("<publicwhip>", "<p>"),
        ("<akomaNtoso><debate><debateBody>", "<debateSection>"),
        ("<!DOCTYPE html><html><body>", "<div>"),
        ('<html>hansard.parliament.uk<div class="debate-item debate-item-x">', "<span>"),
        ('{"type": "transcript", "items": ', '[{"type": "section", "items": '),
    ],
)
def test_what_is_nested_too_deep_is_said(head: str, opening: str) -> None:
    try:
        found = codes(read(head + opening * 100_000 + "Order!"))
    except HansardError as error:
        assert error.code == "unread-container"
    else:
        assert found == [("damaged-container", "error")]


def test_the_depth_of_a_page_is_counted_without_a_parser() -> None:
    deep = b"<div>" * 511
    ends, voids = b"</div>" * 600, b"<p><br><img>" * 600
    assert not pages._is_too_deep(ends + deep + voids + b"</div>" * 9 + b"<DIV><b>")
    assert not pages._is_too_deep(deep + b"<b>")
    assert pages._is_too_deep(ends + deep + b"<DIV><B>")
    assert pages._is_too_deep(deep + b"<b><i>")
    assert read("<html><body>" + "<div>" * 500 + "<p>Order!</p>").items


def test_a_deep_page_costs_no_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", type("Lexbor", (), {"LexborHTMLParser": None}))
    with pytest.raises(HansardError, match="nested more than 512 deep"):
        pages.tree_of("<div>" * 100_000)


def test_text_of_megabytes_within_one_element_is_whole() -> None:
    """lxml loses text of more than 10 MB where it is not told to keep it."""
    words = "stone " * 2_000_000
    data = SPEECH.format("", words).encode()
    element = next(elements(Source(io.BytesIO(data)), {"speech"}))
    assert element[0].text == "No&" + words


def test_elements_that_are_read_are_dropped() -> None:
    data = f"<publicwhip>{'<speech><p>No.</p></speech>' * 500}</publicwhip>".encode()
    most = 0
    for element in elements(Source(io.BytesIO(data)), {"speech"}):
        parent = element.getparent()
        most = max(most, parent.index(element) if parent is not None else 0)
    assert most <= 1, "before it stands the last one at most"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("utf-8", "utf-8"),
        ("utf-16", "utf-16"),
        (None, "cp1252"),
    ],
)
def test_an_encoding_that_is_declared_wrongly_is_seen(declared: str | None, encoding: str) -> None:
    prolog = f'<?xml version="1.0" encoding="{declared}"?>\n' if declared else ""
    heading = "<major-heading>Fähre – Café</major-heading>"
    data = (prolog + SPEECH.format(heading, " – café")).encode(encoding)
    transcript = read(data)
    assert [s.heading for s in transcript.sections()] == ["Fähre – Café"]
    assert next(transcript.contributions()).text == "No& – café"


def test_newlines_of_all_kinds_are_blanks() -> None:
    (turn,) = read(SPEECH.format("", " one\r\ntwo\rthree\nfour")).contributions()
    assert turn.text == "No& one two three four"


def test_a_scanned_pdf_is_said_to_be_one() -> None:
    with pytest.raises(HansardError, match="its pages are pictures"):
        read(C.pdf([], []))


def test_an_encrypted_pdf_is_said_to_be_one() -> None:
    with pytest.raises(HansardError, match="encrypted"):
        read(C.pdf([(72, 700, "Order!")], encrypt=True))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7 and no more", "the PDF cannot be read"),
        (gzip.compress(C.PUBLICWHIP.encode())[:-20], "a gzip file that is cut off"),
        (b"\x1f\x8b\x08" + b"\0" * 7 + b"\xff" * 40, "a gzip file that is damaged"),
        (C.docx(("", "Order!"))[:-500], "a ZIP file|Word file"),
        (b'{"type": "transcript", "items": [', "no whole JSON"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file"),
    ],
)
def test_what_cannot_be_read_at_all_is_named(data: bytes, says: str) -> None:
    with pytest.raises(HansardError, match=says) as caught:
        read(data)
    assert caught.value.code == "unread-container"


def test_what_grows_beyond_measure_is_not_unpacked() -> None:
    bomb = gzip.compress(b"a" * 60_000_000)
    with pytest.raises(HansardError, match="more than 16777216 bytes"):
        read(bomb)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.xml", b"a" * 60_000_000)
    with pytest.raises(HansardError, match="more than 16777216 bytes"):
        read(whole.getvalue())


@pytest.mark.parametrize(
    "data",
    [
        '{"document_type": "speech", "base_path": 1, "details": [], "links": {"speaker": 7, "organisations": [3]}}',
        '[{"Overview": 5, "HRSTag": 1, "Items": [7, {"Value": 3}], "ChildDebates": "x"}]',
        '{"takesSectionVOList": [5, {"title": {}, "content": 3}]}',
        '{"resultHTML": []}',
        '{"type": "transcript", "items": [5, {"type": "contribution", "speaker": 7, "blocks": [[]]}]}',
        '[{"htype": "12", "gid": 5, "speaker": [], "body": 7}, 7]',
        '{"DocumentHtml": "<fragment.text/>"}',
        '"uri","question text","uin"\n"x"\n\n"a","b","c","d"\n',
        "<akomaNtoso/>",
        "<TEI/>",
        "<DEBATS><CHAPTER/><INTERVENTION><PARA>No.</PARA></INTERVENTION></DEBATS>",
        "<Hansard><x/></Hansard>",
        "<hansard><session.header/></hansard>",
        "<html><title>New Zealand Parliament</title></html>",
    ],
)
def test_pieces_of_the_wrong_kind_are_as_if_they_were_not_there(data: str) -> None:
    transcript = read(data)
    assert transcript.container is not None
    assert not list(transcript.contributions())


@pytest.mark.parametrize("name", C.WITH_ROLES)
def test_any_damage_is_an_error_or_a_transcript(name: str) -> None:
    """Every byte of a container, one after another, is taken away, doubled or turned into another."""
    whole = C.WITH_ROLES[name].encode()
    change = random.Random(name)
    for _ in range(60):
        at, size = change.randrange(len(whole)), change.choice((1, 3, 40))
        with_what = change.choice(
            (b"", b"<p>", b"</p>", b"<td>", b"&", b'"', b"\x00", b"\xff", whole[at : at + size] * 2)
        )
        try:
            read(whole[:at] + with_what + whole[at + size :])
        except HansardError as error:
            assert error.code in ("unread-container", "undecodable")


#: A turn whose name was lost, found by damaging a page: no line may be a label without words.
NAMELESS = (
    '<html><title>New Zealand Parliament</title><p class="Speech"><strong>:</strong> I move.</p></html>'
)


def test_a_label_without_a_name_is_none() -> None:
    assert not list(read(NAMELESS).contributions())


@pytest.mark.parametrize(
    ("missing", "data", "extra"),
    [
        ("lxml", C.PUBLICWHIP, "xml"),
        ("lxml", C.AKOMA_NTOSO, "xml"),
        ("selectolax.lexbor", C.HANSARD_PAGE, "html"),
        ("pypdfium2", C.pdf([(72, 700, "Order!")]), "pdf"),
        ("docx", C.docx(("", "Order!")), "docx"),
    ],
)
def test_a_library_that_is_missing_is_named_with_what_installs_it(
    monkeypatch: pytest.MonkeyPatch, missing: str, data: str | bytes, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(HansardError) as caught:
        read(data)
    assert f"pip install 'hansardparse[{extra}]'" in caught.value.message
    assert "\n" not in caught.value.message


# --- values that are none --------------------------------------------------------------------------------


@pytest.mark.parametrize("count", ["x", "9" * 5000, "-1", "1.5", "²"])
def test_a_total_that_is_no_number_is_none(count: str) -> None:
    page = (
        f'<publicwhip><division id="a"><divisioncount ayes="{count}" noes="1"/><mplist vote="aye">'
        '<mpname>Ada Marsh</mpname></mplist><mplist vote="no"><mpname>Ivor Oake</mpname></mplist></division>'
        "</publicwhip>"
    )
    (division,) = parse_bytes(page.encode()).items
    assert [(side.stated, len(side.votes)) for side in division.groups] == [(None, 1), (1, 1)]


def test_a_side_may_have_no_words() -> None:
    page = (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate name="hansard"><debateBody>'
        '<debateSection name="division"><num>7</num><debateSection name="ayes"><p>AYES</p><p><vote by="#a" '
        'choice="#vote_ayes">Marsh, Ada</vote></p></debateSection><debateSection name="noes"><p></p><p/>'
        "</debateSection></debateSection></debateBody></debate></akomaNtoso>"
    )
    assert parse_bytes(page.encode()).container == "akoma-ntoso"


def test_an_order_that_is_no_number_is_the_rows_own() -> None:
    row = "<Table><Meeting_ID>1</Meeting_ID><Contribution_Order_ID>{}</Contribution_Order_ID><Member_name_English>Ada Marsh</Member_name_English>"
    row += "<contribution_verbatim>&lt;p&gt;{}&lt;/p&gt;</contribution_verbatim></Table>"
    rows = "".join(
        row.format(order, words) for order, words in (("10", "Two."), ("9", "One."), ("x", "Three."))
    )
    said = list(parse_bytes(f"<NewDataSet>{rows}</NewDataSet>".encode()).contributions())
    assert [block.text for turn in said for block in turn.blocks] == ["One.", "Two.", "Three."]

"""A file that is no plain text is named as what it is, by its first bytes."""

from __future__ import annotations

import bz2
import io
import lzma
import tarfile
import zipfile

import pytest
from conftest import SAMPLES

from hansardparse import HansardError, parse, parse_bytes
from hansardparse.read.signs import sign_of


def zipped(**files: str) -> bytes:
    """A ZIP of these files."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packed:
        for name, text in files.items():
            packed.writestr(name.replace("__", "/"), text)
    return whole.getvalue()


def tarred(text: str) -> bytes:
    """A tar file of one file."""
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w") as packed:
        member = tarfile.TarInfo("a.txt")
        member.size = len(text)
        packed.addfile(member, io.BytesIO(text.encode()))
    return whole.getvalue()


BINARY = {
    "an old Word file (.doc)": [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)],
    "an OpenDocument text (.odt)": [
        zipped(mimetype="application/vnd.oasis.opendocument.text", content="<office/>")
    ],
    "a ZIP file": [zipped(a="No.", b="No."), zipped(), b"PK\x03\x04 zipped"],
    "a bzip2 file": [bz2.compress(b"No.")],
    "an xz file": [lzma.compress(b"No.")],
    "a tar file": [tarred("No.")],
    "a picture": [
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"GIF89a\x01\x00",
        b"II*\x00\x08",
    ],
    "an SQLite database": [b"SQLite format 3\x00\x10\x00"],
}
TEXT = {
    "an XML file": [
        '<?xml version="1.0" encoding="UTF-8"?>\n<minutes/>',
        '<record xmlns="http://port-ardle.example/record"> <debate>',
        "<days>\n<day/></days>",
        '<?xml version="1.0"?>\n<a><p>No.</p></a>',
        "<!-- of Port Ardle --><minutes><p>No.</p></minutes>",
    ],
    "a JSON file": [
        '{"Title": "Ferries"}',
        '\n[\n  {"a": 1}]',
        "[[1, 2]]",
        '["No.", "Yes."]',
        "{}",
        "[1, 2]",
    ],
    "a rich text file (.rtf)": [r"{\rtf1\ansi No.}"],
}


@pytest.mark.parametrize(("name", "data"), [(name, data) for name in BINARY for data in BINARY[name]])
@pytest.mark.parametrize("encoding", ["auto", "latin-1"])
def test_a_binary_file_is_refused_by_its_name(name: str, data: bytes, encoding: str) -> None:
    with pytest.raises(HansardError) as caught:
        parse_bytes(data, encoding=encoding)
    assert caught.value.code == "unread-container"
    assert caught.value.message.startswith(f"this is {name}: ")


@pytest.mark.parametrize(("name", "text"), [(name, text) for name in TEXT for text in TEXT[name]])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "text"])
def test_markup_is_read_as_the_text_it_is_and_named(name: str, text: str, encoding: str) -> None:
    transcript = parse(text) if encoding == "text" else parse_bytes(text.encode(encoding))
    (problem,) = (p for p in transcript.problems if p.code == "unread-container")
    assert (problem.severity, problem.line, problem.column) == ("warning", 1, 1)
    assert problem.message.startswith(f"this is {name}, read as the text it is: ")


@pytest.mark.parametrize(
    "text",
    [
        "[HCWS12]\n",
        "[Sir Ivor Fenn in the Chair]\n",
        "[12345] To ask the Secretary of State",
        "[“Order!”]",
        "<Column 12>",
        "<page>551</page>\nLEGISLATIVE COUNCIL.\n",
        "< 5 per cent. of the ferries",
        "{Laughter}",
        "PK Marsh: No.",
        "BZh: a firm of Port Ardle",
        "% of the vote",
        "GIF890 is its number",
        "SQLite format 3 is what they chose",
        "",
    ],
)
def test_a_text_is_none_of_them(text: str) -> None:
    assert sign_of(text.encode()) is None


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: f"{s.parent.name}-{s.stem}")
def test_a_sample_is_none_of_them(sample: object) -> None:
    assert sign_of(sample.read_bytes()) is None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "piece", [b" ", b"<!---->", b"<a ", b"[ ", b'{ "', b'<a b="', b"PK\x03\x04", b"<?xml ?>"]
)
def test_a_sign_is_looked_for_in_the_first_bytes_alone(piece: bytes) -> None:
    """Repeats that could be taken in many ways would make this take for ever."""
    sign_of(piece * (1 << 16))

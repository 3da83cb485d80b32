"""The encoding of a file: found, told or damaged; and control characters, which are kept."""

from __future__ import annotations

import io

import pytest

from hansardparse import HansardError, Transcript, parse, parse_bytes, parse_file
from hansardparse.parsing import iter_transcripts
from hansardparse.text import units

WINTER = "before the winter, as all of us here know well"
LABEL = b"Ms Ada Marsh (Upper Dale) (Lab): "
TURN = LABEL + b"No.\n\n"
#: Behind so many turns, a file's first block is read.
MANY = 2 + units.BLOCK // len(TURN)


def read(data: bytes, encoding: str = "auto") -> Transcript:
    return parse_bytes(data, layout="official-report", resolve=False, encoding=encoding)


def said(transcript: Transcript) -> list[str]:
    return [c.text for c in transcript.contributions()]


def problems(transcript: Transcript) -> list[tuple[str, int, int]]:
    return [(p.code, p.line, p.column) for p in transcript.problems]


# --- UTF-8 with bytes that are none ----------------------------------------------------------------------


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_one_bad_byte_leaves_a_text_utf_8(mark: bytes) -> None:
    data = mark + LABEL + "It’s £5 — ".encode() + b"caf\xe9.\n"
    transcript = read(data)
    assert transcript.encoding == ("utf-8-sig" if mark else "utf-8")
    assert said(transcript) == ["It’s £5 — café."]
    (problem,) = transcript.problems
    assert (problem.code, problem.severity) == ("damaged-encoding", "warning")
    assert (problem.line, problem.column) == (1, 47)
    offset = data.index(b"\xe9")
    assert problem.message == f"byte 0xe9 at offset {offset} is not UTF-8, as the rest is; it is read as 'é'"
    with pytest.raises(HansardError, match="damaged-encoding"):
        parse_bytes(data, layout="official-report", strict=True)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("a ’ b".encode() + b"\xe9", "a ’ bé"),  # one of each
        (b"\x92 " + "a ’ b — ".encode(), "’ a ’ b —"),
        ("’ ’ ".encode() + b"\x81", "’ ’ \ufffd"),  # no character in CP1252 either
        ("’ ’ cut ’".encode()[:-1], "’ ’ cut â€"),
        ("’ ’ ".encode() + b"\xff\xfe.", "’ ’ ÿþ."),
    ],
)
def test_bytes_that_do_not_belong_are_read_as_cp1252_and_reported_once(data: bytes, text: str) -> None:
    transcript = read(LABEL + data + b"\n")
    assert said(transcript) == [text]
    assert [code for code, *_ in problems(transcript)] == ["damaged-encoding"]


@pytest.mark.parametrize("size", [1, 3, 1 << 20])
def test_a_bad_byte_behind_the_first_block_is_reported_where_it_is(size: int) -> None:
    class Drip(io.BytesIO):
        def read(self, n: int | None = -1) -> bytes:
            return super().read(min(n or size, size))

    data = TURN * MANY + LABEL + "“Ü".encode() + b"\xfc" + "ber”.\n".encode()
    parts = list(iter_transcripts(Drip(data), layout="official-report", resolve=False))
    assert [p.code for part in parts for p in part.problems] == ["damaged-encoding"]
    whole = parse_file(Drip(data), layout="official-report", resolve=False)
    assert problems(whole) == [("damaged-encoding", 2 * MANY + 1, len(LABEL) + 3)]
    assert f"offset {data.index(0xFC)} " in whole.problems[0].message
    assert said(whole)[-1] == "“Üüber”."


# --- CP1252 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("turns", [0, MANY])
def test_cp1252_is_settled_on_the_first_byte_that_is_not_ascii(turns: int) -> None:
    transcript = read(TURN * turns + LABEL + "“Café” — £9.\n".encode("cp1252"))
    assert transcript.encoding == "cp1252"
    assert said(transcript)[-1] == "“Café” — £9."
    assert transcript.problems == ()


def test_what_is_neither_has_its_offset_behind_the_first_block_too() -> None:
    data = TURN * MANY + LABEL + b"caf\xe9 \x81\n"
    at = data.index(0xE9)
    with pytest.raises(
        HansardError, match=rf"UTF-8 \(offset {at}\) nor CP1252 \(byte 0x81 at offset {at + 2}\)"
    ):
        read(data)


# --- told ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "told", "name"),
    [
        ("utf-16-le", "utf-16-le", "utf-16-le"),
        ("latin-1", "latin-1", "iso8859-1"),
        ("cp1250", "windows-1250", "cp1250"),
        ("utf-8", "UTF8", "utf-8"),
        ("utf-8-sig", "utf-8", "utf-8-sig"),
        ("utf-8", "utf-8-sig", "utf-8"),
        ("mac-roman", "macintosh", "mac-roman"),
    ],
)
def test_an_encoding_that_is_told_is_taken(encoding: str, told: str, name: str) -> None:
    transcript = read((LABEL.decode() + "Café.\n").encode(encoding), told)
    assert (transcript.encoding, said(transcript)) == (name, ["Café."])
    assert transcript.items[0].span.start == 0
    assert transcript.problems == ()


def test_a_told_encoding_that_is_wrong_is_an_error_or_damage() -> None:
    with pytest.raises(HansardError, match="not valid ascii: bad byte at offset 36"):
        read(LABEL + b"caf\xe9.\n", "ascii")
    transcript = read(LABEL + b"caf\xe9.\n", "utf-8")
    assert (transcript.encoding, said(transcript)) == ("utf-8", ["café."])
    assert [code for code, *_ in problems(transcript)] == ["damaged-encoding"]


# --- control characters ----------------------------------------------------------------------------------


@pytest.mark.parametrize("character", ["\0", "\x08", "\x1b", "\x1f", "\x7f"])
@pytest.mark.parametrize("turns", [0, MANY])
def test_a_control_character_is_kept_and_reported_once(character: str, turns: int) -> None:
    text = TURN.decode() * turns + LABEL.decode() + f"A{character}B, {character}C.\n\n" + TURN.decode()
    for transcript in (read(text.encode()), parse(text, layout="official-report", resolve=False)):
        assert said(transcript)[turns] == f"A{character}B, {character}C."
        assert problems(transcript) == [("control-character", 2 * turns + 1, len(LABEL) + 2)]
        assert f"U+{ord(character):04X}" in transcript.problems[0].message


def test_form_feeds_and_tabs_are_no_control_characters() -> None:
    assert read(LABEL + b"A\tB\x0b\x0cC.\r\n").problems == ()


def test_a_text_in_no_layout_has_its_control_character_reported_too() -> None:
    transcript = parse_bytes(b"Dear Sir,\n\nThe ferry\x08 is late.\n")
    assert problems(transcript) == [("no-layout", 1, 1), ("control-character", 3, 10)]


def test_a_file_that_is_a_third_control_characters_is_no_text() -> None:
    with pytest.raises(HansardError, match=r"not a text file: byte 0x00 at offset 1; .* name its encoding"):
        read("Ada".encode("utf-16-le"))
    assert read(b"Ada\0").encoding == "utf-8"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "punycode", "idna"])
def test_what_a_codec_itself_refuses_is_no_text(encoding: str) -> None:
    with pytest.raises(HansardError, match=f"not valid {encoding}") as caught:
        parse_bytes(TURN.replace(b".", b"\xff"), encoding=encoding)
    assert caught.value.code == "undecodable"


@pytest.mark.parametrize("character", ["\0", "\u200b"])
def test_lines_are_joined_where_the_last_ends_in_what_takes_no_room(character: str) -> None:
    lines = (
        "  Ms. MARSH. Mr. Speaker, the wall of the harbour has leaked since the spring tide, and the har-\n"
        f"bour lamps will not mend it {WINTER};{character}\n"
    )
    text = "[Congressional Record Volume 151]\n[House]\n\n" + 6 * f"{lines}\n"
    for turn in parse(text, layout="congressional-record").contributions():
        assert "\r" not in turn.text
        assert turn.text.endswith(f"and the harbour lamps will not mend it {WINTER};{character}")

"""PDF files: paragraphs by where their lines stand, and the page of each."""

from __future__ import annotations

import io

import containers as C

from hansardparse import parse_bytes
from hansardparse.read.opening import read_text


def paged(number: int, *lines: str) -> list[tuple[int, int, str]]:
    """A page with a running head and foot, its lines below one another."""
    head, foot = (72, 780, f"Sea Walls, HC 12 {number}"), (300, 20, str(number))
    return [head, *((72, 740 - 14 * at, line) for at, line in enumerate(lines) if line), foot]


def test_a_pdf_has_its_paragraphs_and_pages_without_heads_and_feet() -> None:
    first = "Ms Ada Marsh (Upper Dale) (Lab): I beg to say that the wall of Port Ardle is old and that it"
    more = [
        "must be mended soon, before the winter comes to the coast and all of the boats are out at sea"
    ] * 4
    data = C.pdf(
        paged(1, "Sea Walls", "", first, *more, "and the"),
        paged(
            2,
            "tide is high again.",
            "",
            "Una Fell: I agree with my hon. Friend, as I have said so often before",
            *more,
            "now.",
        ),
        paged(3, "Ms Marsh: Thank you.", ""),
        paged(4, "Una Fell: Not at all.", ""),
    )
    text = read_text(io.BytesIO(data))
    assert "HC 12" not in text
    assert text.startswith("Sea Walls\n\nMs Ada Marsh")
    transcript = parse_bytes(data)
    assert (transcript.container, transcript.layout) == ("pdf", "official-report")
    turns = [(c.speaker.label, c.origin, c.text) for c in transcript.contributions()]
    assert turns[0][2].endswith("are out at sea and the tide is high again.")
    assert [(label, origin) for label, origin, _ in turns] == [
        ("Ms Ada Marsh (Upper Dale) (Lab)", "page=1"),
        ("Una Fell", "page=2"),
        ("Ms Marsh", "page=3"),
        ("Una Fell", "page=4"),
    ]


def test_the_left_column_of_a_pdf_stands_before_the_right_one() -> None:
    right = [(310, 740 - 14 * n, f"right {n} is one of the lines that go on") for n in range(20)]
    left = [(72, 740 - 14 * n, f"left {n} is one of the lines that go on") for n in range(20)]
    words = " ".join(read_text(io.BytesIO(C.pdf([(72, 770, "Sea Walls"), *right, *left]))).split())
    order = [words.index(what) for what in ("Sea Walls", "left 0", "left 19", "right 0", "right 19")]
    assert order == sorted(order)


def test_a_line_in_bold_and_one_below_capitals_begin_paragraphs_of_a_pdf() -> None:
    said = "Una Fell: The wall is old, and the harbour at Port Ardle is open to the sea in all of the winter."
    more = (
        "nobody has mended it since, and that is what I have come to this House to say to the Minister now."
    )
    lines = ("SHELTER OF THE HARBOUR AT PORT ARDLE AND OF THE BOATS", said, more, said, more, said, more)
    page = paged(1, "Harbours", "", *lines, "", "Thank you.")
    text = read_text(io.BytesIO(C.pdf(page, bold={said})))
    assert text.split("\n\n")[2:6] == [lines[0], *(3 * [f"{said} {more}"])]


def test_who_cuts_in_begins_a_paragraph_of_a_pdf_whose_lines_stand_close() -> None:
    said = (
        "Una Fell: The wall is old, and the harbour at Port Ardle is open to the sea in all of the winter--"
    )
    asked = (
        "Ada Marsh: Will she give way to me for a moment, so that I may say what the ferrymen told me of\x97"
    )
    told = (
        "Una Fell: I will not, for I have little time, and there are many here who have much to say of it\x97"
    )
    more = (
        "Stones are what it wants, and the men of Port Ardle have none of them, for they have sold them all."
    )
    heading = "SHELTER OF THE HARBOUR AT PORT ARDLE AND OF THE BOATS THAT LIE IN IT AND THE MEN WHO"
    below = (
        "Ivor Reed: I shall speak of the ferries, of which nobody has said a word on this long day of ours."
    )
    pages = paged(1, "Harbours", "", said, asked, told, more, "", "", heading), paged(2, "", "", "", below)
    text = read_text(io.BytesIO(C.pdf(*pages))).replace("—", "\x97")
    assert text.strip().split("\n\n")[1:] == [said, asked, f"{told} {more}", heading, below]


def test_a_title_and_a_day_in_the_middle_are_over_without_a_full_stop() -> None:
    said = "Hon. Ada Marsh: I beg to say that the wall of Port Ardle is old and that it must be mended soon."
    page = [
        (170, 760, "COUNTY ASSEMBLY OF ARDLE"),
        (160, 746, "Wednesday, 28th November, 2018"),
        (176, 732, "The House met at 9.24 a.m."),
        *((72, 718 - 14 * at, said) for at in range(6)),
        (258, 634, "Statement-I"),
        (
            72,
            620,
            "The walls that were mended in the last ten years, by their towns and by what each of them cost",
        ),
        (72, 606, said),
    ]
    found = read_text(io.BytesIO(C.pdf(page))).split("\n\n")
    assert found[1:3] == ["Wednesday, 28th November, 2018", "The House met at 9.24 a.m."]
    assert "Statement-I" in found

"""Tables whose cells hold quotes that are not doubled, as data.parliament.uk writes them."""

import csv
import io

from hypothesis import assume, given
from hypothesis import strategies as st

from hansardparse import parse_bytes
from hansardparse.read import tables
from tests import containers

HEAD = (
    '"uri","answer > answer text","answer > answering member printed","question text",'
    '"tabling member printed","uin"'
)
TORN = (
    '"http://x/1","<p>See <a href="http://x/walls" target="_blank">the list</a>, which says, of the wall, '
    '"sound".</p>",'
    '"Una Fell","To ask whether the ""wall"" will be mended.",,"292203"'
)


def rows(text: str, delimiter: str = ",") -> list[list[str]]:
    return [*tables.rows(io.StringIO(text, newline=""), delimiter)]


CELLS = st.lists(st.text('ab",; \n<>=', max_size=12), min_size=3, max_size=5)


def test_a_row_whose_quotes_are_not_doubled_keeps_who_answers_apart_from_the_words() -> None:
    transcript = parse_bytes(f"{HEAD}\r\n{TORN}\r\n".encode())
    assert transcript.container == "questions-csv"
    answer = list(transcript.contributions())[-1]
    assert (answer.speaker.label, answer.text) == (
        "Una Fell",
        'See the list, which says, of the wall, "sound".',
    )
    assert not transcript.problems


def test_rows_around_it_are_read_as_ever() -> None:
    table = containers.QUESTIONS_CSV
    whole = rows(table)
    torn = (
        '"http://x/2","Coasts","<p class="a">It is, it is.</p>","Una Fell","a",'
        '"b","2024-05-01","Sea Walls","To ask.","m","Ada Marsh","2"'
    )
    assert rows(f"{table}{torn}\n")[:-1] == whole
    assert rows(f"{table}{torn}\n")[-1][2:4] == ['<p class="a">It is, it is.</p>', "Una Fell"]


def test_a_row_with_more_cells_than_names_is_said_to_have_them() -> None:
    transcript = parse_bytes(b"speaker,text\nAda Marsh,Mend it.\nUna Fell,No,we will not.\n")
    assert [c.speaker.label for c in transcript.contributions()] == ["Ada Marsh", "Una Fell"]
    assert [(p.code, p.severity) for p in transcript.problems] == [("damaged-container", "error")]


@given(st.lists(CELLS, min_size=1, max_size=4), st.sampled_from(",;\t|"))
def test_a_table_whose_quotes_are_doubled_is_read_as_python_reads_it(
    table: list[list[str]], delimiter: str
) -> None:
    widest = max(map(len, table))
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter).writerows([["name"] * widest, *table])
    text = written.getvalue()
    assert rows(text, delimiter) == [*csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]


@given(CELLS, st.sampled_from(",;|"))
def test_cells_are_told_apart_wherever_the_quotes_within_them_stand(cells: list[str], delimiter: str) -> None:
    torn = [cell.replace("\n", " ") for cell in (*cells, f'<a href="x">a{delimiter} b</a>')]
    assume(not any(f'"{delimiter}' in cell or cell.startswith('"') or cell.endswith('"') for cell in torn))
    head = delimiter.join(["name"] * len(torn))
    row = delimiter.join(f'"{cell}"' for cell in torn)
    read = rows(f"{head}\n{row}\n", delimiter)[-1]
    as_python_does = next(csv.reader([row], delimiter=delimiter))
    assert read == (torn if len(as_python_does) > len(torn) else as_python_does)

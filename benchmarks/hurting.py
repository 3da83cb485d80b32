"""Texts made to hurt: each kind of thing that a text can have many of, over and over, all of it invented.

What goes through all of them at each of them takes four times as long where the text is twice as long.
"""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["TEXTS"]

LINKED = "Una Fell Portrait {}\n- Hansard -\n\n"
OPENED = "Ms Una Fell (Port Ardle) (Lab): {}\n\n"
#: The layouts that every line without a form is tried in.
PAGES = ("parallel", "official-report")


def _many(unit: Callable[[int], str], head: str = "") -> Callable[[int], str]:
    """A text of n characters: `head`, then the unit of each number from 0 on."""

    def made(n: int) -> str:
        pieces, size, at = [head], len(head), 0
        while size < n:
            piece = unit(at)
            pieces.append(piece)
            size += len(piece)
            at += 1
        return "".join(pieces)

    return made


def _half(first: Callable[[int], str], second: Callable[[int], str]) -> Callable[[int], str]:
    """One text, and below it another."""
    return lambda n: _many(first)(n // 2) + _many(second)(n // 2)


def _word(n: int) -> str:
    """A word that no other number has: `Bacd`."""
    return "B" + "".join(chr(ord("a") + int(digit)) for digit in str(n))


def _said(label: str) -> Callable[[int], str]:
    """A turn whose label has a word of its own."""
    return lambda n: label.format(_word(n)) + ": No.\n\n"


#: By its name: the layouts that it is tried in, and what makes so many characters of it.
TEXTS: dict[str, tuple[tuple[str, ...], Callable[[int], str]]] = {
    # who speaks
    "one name, many seats": (
        ("official-report",),
        _many(lambda n: f"Mr Ivor Reed ({_word(n)} {_word(n + 1)}) (Con): No.\n\n"),
    ),
    "one name, seats of one word": (("official-report",), _many(_said("Mr Ivor Reed ({}) (Con)"))),
    "one name, many parties": (("official-report",), _many(_said("Mr Ivor Reed ({}p)"))),
    "one surname, many seats": (
        ("official-report",),
        _many(lambda n: f"Ms {_word(n)} Reed ({_word(n)}) (Lab): No.\n\nMs Reed ({_word(n)}y): No.\n\n"),
    ),
    "one surname, then one seat": (
        ("official-report",),
        _half(_said("Ms {} Reed"), lambda n: f"Ms {_word(n)} Reed (Una Bay): No.\n\n"),
    ),
    "one surname, many short labels": (
        ("official-report",),
        _half(_said("Ms {} Reed (Lab)"), _said("Ms Reed ({})")),
    ),
    "one forename, many short labels": (
        ("official-report",),
        _half(_said("Sir Ivor {} (Lab)"), _said("Sir Ivor ({})")),
    ),
    "one title, many places": (("official-report",), _half(_said("Lord Fell of {}"), _said("Lord Fell"))),
    "one seat, many surnames": (("official-report",), _many(_said("Mr Ivor {} (Upper Dale) (Con)"))),
    "one seat, many surnames of one": (("official-report",), _many(_said("Mr {} Oake (Upper Dale)"))),
    "one link, many names": (
        ("parallel",),
        _many(lambda n: LINKED.format(f"Ms Una {_word(n)} (Dale) (Lab)") + "No.\n\n"),
    ),
    "one link, many seats": (
        ("parallel",),
        _many(lambda n: LINKED.format(f"Ms Una Fell ({_word(n)}) (Lab)") + "No.\n\n"),
    ),
    "one name, many links": (
        ("parallel",),
        _many(lambda n: f"Una {_word(n)} Portrait Ms Una Fell (Lab)\n- Hansard -\n\nNo.\n\n"),
    ),
    "one name, many links and seats": (
        ("parallel",),
        _many(lambda n: f"Una {_word(n)} Portrait Ms Una Fell ({_word(n)})\n- Hansard -\n\nNo.\n\n"),
    ),
    "long names": (
        ("official-report",),
        _many(lambda n: "Mr Ivor" + "".join(f" van {_word(n + k)}" for k in range(20)) + " (Bay): No.\n\n"),
    ),
    "offices alone": (("official-report",), _many(_said("The Secretary of State for {}"))),
    "offices and who holds them": (
        ("official-report",),
        _half(
            lambda n: f"The Secretary of State for {_word(n)} (Mr {_word(n)} Oake): No.\n\n",
            _said("The Secretary of State for the {} Office"),
        ),
    ),
    "one office, many holders": (
        ("official-report",),
        _half(
            lambda n: f"The Secretary of State for Piers (Mr {_word(n)} Oake): No.\n\n",
            lambda n: "The Secretary of State: No.\n\n",
        ),
    ),
    "chairs and names of one": (
        ("parallel",),
        _many(
            lambda n: (
                f"Sea Wall {n} At Ardle\n\n[Ms Una {_word(n)} in the Chair]\n\n"
                + LINKED.format(f"Ms Una {_word(n)}")
                + "Order. I call Mr Reed.\n\n"
            )
        ),
    ),
    "an open surname in many sections": (
        ("official-report",),
        _half(_said("Mr {} Reed (Con)"), lambda n: f"Sea Wall {n} At Ardle\n\nMr Reed: No.\n\n"),
    ),
    "open surnames in one section": (
        ("official-report",),
        _many(lambda n: f"Mr {_word(n % 50)} Reed: No.\n\nMr Reed: No.\n\n"),
    ),
    "mentions of one name": (
        ("official-report",),
        _half(
            lambda n: f"Mr {_word(n)} Reed ({_word(n)}) (Con): No.\n\n",
            lambda n: f"Ms Una Fell: My hon. Friend the Member for {_word(n)} (Mr Reed) is right.\n\n",
        ),
    ),
    "mentions of offices": (
        ("official-report",),
        _half(
            lambda n: f"The Secretary of State for {_word(n)} (Mr {_word(n)} Oake): No.\n\n",
            lambda n: f"Ms Una Fell: I ask the Secretary of State for {_word(n)} Piers.\n\n",
        ),
    ),
    "cries at questions": (
        ("official-report",),
        _many(
            lambda n: "Hon. Members: Oh!\n\n",
            "1. [123456] Ms Una Fell (Port Ardle) (Lab): What steps he is taking.\n\nThe Minister for Piers "
            "(Mr Ivor Reed): None.\n\n",
        ),
    ),
    "debate": (
        ("official-report",),
        _many(lambda n: f"Mr {_word(n)} Oake ({_word(n)}): Will she give way?\n\nMs Una Fell: I will.\n\n"),
    ),
    "tabled questions that nobody answers": (
        ("official-report",),
        _many(lambda n: "The Secretary of State was asked—\n\nAsked by Baroness Fell\n\n"),
    ),
    # what they say
    "sentence cut by columns": (
        PAGES,
        _many(lambda n: f"Column {n % 999}\nthe wall that leaks and\n", OPENED.format("It is")),
    ),
    "columns before any words": (PAGES, _many(lambda n: f"Column {n % 999}\n", OPENED.format(""))),
    "columns behind the last words": (PAGES, _many(lambda n: f"Column {n % 999}\n", OPENED.format("No."))),
    "columns glued into words": (
        ("historic-site",),
        _many(lambda n: f"so{594 + n % 9}and, ", "§ Mr. OAKE It is "),
    ),
    "rows of a table": (PAGES, _many(lambda n: "2003\t1\n\n", OPENED.format("So:"))),
    "rows cut by columns": (
        PAGES,
        _many(lambda n: "2003\t1\n\nColumn 3\n\nand so it is,\n\n", OPENED.format("So:")),
    ),
    "motion of many parts": (
        PAGES,
        _many(lambda n: "the wall be;\n\n", OPENED.format("I beg to move, That it be,")),
    ),
    "motion of many parts in capitals": (
        PAGES,
        _many(lambda n: "The wall be it so;\n\n", OPENED.format("I beg to move, That it be,")),
    ),
    "quotations never closed": (PAGES, _many(lambda n: "“the wall\n\n", OPENED.format("So."))),
    "quotations cut by columns": (PAGES, _many(lambda n: "“the wall\n\nColumn 3\n\n", OPENED.format("So."))),
    "titles before a long line": (
        ("official-report",),
        lambda n: OPENED.format("So.") + "Sea Wall.\n\n" * (n // 22) + OPENED.format("word " * (n // 10)),
    ),
    "buttons": (("webpage",), _many(lambda n: "Share this specific contribution\n", "Ms Una Fell\nrose—\n")),
    # divisions
    "names of a division": (
        ("official-report", "download"),
        _many(lambda n: "Marsh, Ada\n", "Division No. 1]\n\nAYES\n\n"),
    ),
    "sides of a division": (
        ("official-report", "download"),
        _many(lambda n: "AYES\n", "Division No. 1]\n\n"),
    ),
    "seats below one name": (
        ("official-report",),
        _many(lambda n: "(Upper Dale)\n", "Division No. 1]\n\nAYES\n\nMarsh, Ada\n"),
    ),
    # releases
    "those whom a release names": (
        ("release",),
        _many(
            lambda n: (
                f"Piers Secretary {_word(n)} Fell will open it in spring.\n\nThe Piers Secretary said:\n\n"
                "“We will.”\n\n"
            ),
            "Press release\n\nNew Pier\n\n",
        ),
    ),
    "surnames that a release names": (
        ("release",),
        _many(
            lambda n: (
                f"Piers Secretary Una {_word(n)} will open it in spring.\n\nSecretary {_word(n)} said:\n\n"
                "“We will.”\n\n"
            ),
            "Press release\n\nNew Pier\n\n",
        ),
    ),
    "kinds of a release": (("release",), _many(lambda n: "Speech\n\nNew Pier\n\n", "A pier of wood.\n\n")),
    "kinds of one release": (
        ("release",),
        _many(lambda n: "Speech\n", "New Pier\n\nUna Fell said: “No.”\n\n"),
    ),
    "names in a row": (
        ("release",),
        lambda n: (
            _many(lambda n: f"Lord Dr {_word(n)} ", "Press release\n\nNew Pier\n\nIt is said that ")(n)
            + ".\n\nThe Piers Secretary said:\n\n“We will.”\n"
        ),
    ),
    # lines and characters
    "one line with a zero-width space": (PAGES, lambda n: "\u200b\n" + "word " * (n // 5)),
    "many lines with a zero-width space": (PAGES, _many(lambda n: "word\u200b word\n")),
    "returns alone": (PAGES, _many(lambda n: "a\r")),
    "days that are none on one line": (
        ("official-report",),
        _many(lambda n: "Official Report, 31 February 2024, c. 1, ", "Ms Una Fell: "),
    ),
}

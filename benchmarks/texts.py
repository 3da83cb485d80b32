"""Debates of any length in any layout, all of it invented; the same seed gives the same text."""

from __future__ import annotations

import random
from collections.abc import Iterator

FORENAMES = ("Ada", "Gerald", "Moira", "Tomos", "Priya", "Wilhelmina", "Colin", "Ruth")
SURNAMES = ("Marsh", "Oake", "Thistlewood", "Pugh", "Nakamura", "McAllan", "Featherstone", "Dale", "Ness")
PLACES = ("Upper Dale", "Port Ardle", "Harrow Moor and Stoke", "Wick, Fenn and Lower Ness", "Ardle South")
PARTIES = {"Con": "Conservative", "Lab": "Labour", "LD": "Liberal Democrat", "SNP": "Scottish National Party"}
SUBJECTS = ("Sea Walls", "Ferries", "Ness Bridge", "Moorland Fires", "Island Schools", "Peat", "Light Dues")
SENTENCES = (
    "The harbour at Port Ardle needs a wall and not a promise.",
    "My constituents have waited nine years for this ferry, and nobody on these Benches doubts the cost.",
    "There is, I am told, a report on the Ness bridge—and it has been on the Minister’s desk since March.",
    "We shall publish the figures before the recess, as my right hon. Friend the Member for {place} asked.",
    "I thank the hon. Lady for her question.",
    "Will the Minister say when the work begins, and who is to pay for it?",
    "He said “never again” and meant it: the light has been dark for ten years.",
    "I know of no other board that would be left without a single boat for the whole of a winter.",
    "The money was there, the stone was there, and what was lacking was somebody to sign for them.",
    "Other islands have had their schools closed in the winter, and ours have been promised nothing better.",
)

#: So many speak on a day of the House of Commons.
CAST = 150
#: And what is said once in a while.
RARE = (
    "The Moors and Commons Act 1987 gives the board that power under section 12.",
    "As I said on 5 March (Official Report, 5 March 2024; Vol. 746, c. 801), the cost is £4.2 million.",
    "It is the third storm since [Interruption.] I hear what is said from a sedentary position.",
)


class Member:
    """Somebody invented."""

    def __init__(self, chance: random.Random) -> None:
        self.name = f"{chance.choice(FORENAMES)} {chance.choice(SURNAMES)}"
        self.title = chance.choice(("Mr", "Mrs", "Ms", "Sir", "Dr"))
        self.place = chance.choice(PLACES)
        self.party = chance.choice(sorted(PARTIES))

    @property
    def label(self) -> str:
        """As the Official Report prints it."""
        return f"{self.title} {self.name} ({self.place}) ({self.party})"


def paragraph(chance: random.Random) -> str:
    """Three to seven sentences."""
    said = chance.choices(SENTENCES, k=chance.randint(3, 7))
    if chance.random() < 0.08:
        said.append(chance.choice(RARE))
    return " ".join(s.format(place=chance.choice(PLACES)) for s in said)


def opening(layout: str, chance: random.Random) -> str:
    """What a layout prints at the head of a section."""
    subject, member = chance.choice(SUBJECTS), Member(chance)
    return {
        "parallel": f"{subject}\n\n{member.name} Excerpts\nTuesday 20th February 2024\n\n"
        "(2 months ago)\nCommons Chamber\nRead Full debate Watch Debate\n\n",
        "parallel-plain": f"{subject}\n\n(2 months, 1 week ago)\n\nCommons Chamber\n\n",
        "download": f"{subject}\n\n15:37:00\n",
        "webpage": f"{subject}\nVolume 669: debated on Tuesday 20 February 2024\n\n",
        "theyworkforyou": f"{subject}\n\n– in the House of Commons at 2:30 pm on 20th February 2024.\n\n",
        "official-report": f"20 Feb 2024 : Column {chance.randint(100, 999)}\n\n{subject}\n\n",
        "historic": f"{subject.upper()}.\n\n",
        "historic-site": f"{subject.upper()}. (Hansard, 20 February 1918)\n\n",
        "release": f"Press release\n\n{subject}: new money\n\nPublished 20 February 2024\n\n",
    }[layout]


def turn(layout: str, who: Member, chance: random.Random) -> str:
    """One contribution."""
    said = [paragraph(chance) for _ in range(chance.randint(1, 3))]
    capitals = f"MR. {who.name.split()[1].upper()}"
    label = {
        "parallel": f"{who.name} Portrait {who.label}\n- Hansard - - - Excerpts\n\n",
        "parallel-plain": "",
        "download": f"{who.label}\n",
        "webpage": f"{who.title} {who.name}\n({who.place}) ({who.party})\n"
        "Share this specific contribution\n\n",
        "theyworkforyou": f"Photo of {who.name} {who.name} {PARTIES[who.party]}, {who.place}\n\n",
        "official-report": f"{who.label}: ",
        "historic": f"{capitals} said, ",
        "historic-site": f"§ {capitals} ",
        "release": f"Harbours Secretary {who.name} said:\n\n“",
    }[layout]
    return label + "\n\n".join(said) + ("”\n\n" if layout == "release" else "\n\n")


def pieces(layout: str, seed: int = 7) -> Iterator[str]:
    """A debate without end: a heading before every tenth turn or so."""
    chance = random.Random(f"{layout}{seed}")
    cast = [Member(chance) for _ in range(CAST)]
    while True:
        yield opening(layout, chance)
        for _ in range(chance.randint(6, 14)):
            yield turn(layout, chance.choice(cast), chance)


def debate(layout: str, size: int, seed: int = 7) -> str:
    """A debate of at least `size` characters."""
    parts: list[str] = []
    length = 0
    for piece in pieces(layout, seed):
        parts.append(piece)
        length += len(piece)
        if length >= size:
            break
    return "".join(parts)


#: What could take a parser long: each of them of `n` characters, or close to it.
PATHOLOGIES = {
    "one line": lambda n: "word " * (n // 5),
    "short lines": lambda n: "Ada\n" * (n // 4),
    "blank lines": lambda n: "\n" * n,
    "brackets [": lambda n: "[" * n,
    "brackets [ in lines": lambda n: "He said [ and (no more\n" * (n // 23),
    "deep nesting": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "unclosed labels": lambda n: "Ada Marsh (Upper Dale (Lab: \n" * (n // 29),
    "capitals": lambda n: "A. B. C. MARSH AND OAKE " * (n // 24),
    "commas": lambda n: "Marsh, Ada, " * (n // 12),
    "votes": lambda n: "Division No. 1]\nAYES\n" + "Marsh, Ada\n" * (n // 11),
    "digits": lambda n: "1" * n,
    "spaces": lambda n: "a" + " " * n + "b",
    "quotes": lambda n: "“He said: " * (n // 10),
    "titles": lambda n: "Sea Walls\n\n" * (n // 11),
}

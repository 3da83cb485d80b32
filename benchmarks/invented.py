"""Invented stretches of every form, with every order of openings, beside the kinds of their turns.

They widen what the weights of `resolve` are estimated from, and test them: `stretch(form, chance)` gives
labels, words and kinds, `page(stretches)` the page of a debate that they stand on.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

__all__ = ["FORMS", "HEADINGS", "page", "stretch"]

#: Label, words and kind of each turn.
Turns = list[tuple[str, str, str]]

_PLACES = ("Upper Dale", "Port Ardle", "Lower Ness", "Fenn", "Wick", "St Brannoc’s", "Harrow Moor", "Thornby")
_FORENAMES = ("Ada", "Gerald", "Moira", "Tomos", "Priya", "Lindis", "Tobias", "Wilma", "Jonas", "Edith")
_SURNAMES = (
    "Marsh", "Oake", "Pugh", "Fell", "Thistle", "Nakamura", "Hale", "Reeve", "Sallow", "Kemble", "Dunn",
)  # fmt: skip
_PARTIES = ("Con", "Lab", "LD", "SNP")
_OFFICES = (
    "The Minister for Coasts",
    "The Secretary of State for Harbours",
    "The Parliamentary Secretary, Office for Peat",
)
_SENTENCES = (
    "The wall at Port Ardle has stood for a century.",
    "The ferry came twice a day and then once.",
    "The board has met nine times since the spring.",
    "We set aside four million for the light at Fenn.",
    "My constituents walk eleven miles to the nearest harbour.",
    "There is a report on the bridge, and nobody has read it.",
    "The cost of peat has doubled in a year.",
    "The pilots of Thornby asked for a bell.",
    "That is what the harbour board was told.",
    "The work begins when the storms are over.",
)  # fmt: skip
_ASKS = (
    "When will the wall be built?",
    "Will she come and see the harbour?",
    "What does she say to the pilots of Thornby?",
    "How many ferries are there to be?",
    "Does she agree that the light must stay?",
    "Is that not what was promised?",
)
_TABLED = (
    "What steps she is taking to repair the sea wall.",
    "If she will make a statement on the ferry at Lower Ness.",
    "What recent assessment she has made of the cost of peat.",
    "How many lights were lit in each of the last five years.",
    "What discussions her Department has had with the harbour board.",
    "What plans the Government have for the bridge.",
)
_STATEMENT = (
    "With permission, Mr Speaker, I will make a statement about the sea wall.",
    "With your permission, I should like to repeat a statement on ferries.",
    "I am today publishing the report of the inquiry into the bridge.",
    "Last night a storm broke the harbour wall.",
    "The House will wish to know what was agreed on Friday.",
    "Madam Deputy Speaker, the light at Fenn is out.",
    "Today we set out how the ferries will be paid for.",
    "Before I turn to the wall, let me thank the pilots.",
    "Since I last stood here, nine harbours have closed.",
    "On Tuesday the board met for the last time.",
)
_ANNOUNCED = (
    "We now come to the Select Committee statement.",
    "Order. We come to the statement on the harbour wall.",
    "I call the Chair of the Harbours Committee to make a statement.",
    "The next business is a statement.",
)
_REPORTS = (
    "I am grateful to the Backbench Committee for finding time for our report.",
    "It is a pleasure to present the fourth report of the Harbours Committee.",
    "I thank the Clerks and the advisers of the Committee.",
    "Our report on the light at Fenn was published this morning.",
)
_RESPONSE = (
    "I am grateful to the Minister for advance sight of her statement.",
    "I thank the Secretary of State for what she has said.",
    "What a sorry tale this is.",
    "The pilots of Thornby will have listened with dismay.",
    "May I begin by thanking those who kept the light?",
    "We have waited a year for this.",
)
_FOLLOWS = (
    "I welcome what my right hon. Friend has said.",
    "In my constituency the ferry no longer runs.",
    "I thank the Minister for her answer.",
    "Given what we have heard,",
    "Does the Minister accept that the wall is weak?",
    "The hon. Lady speaks of peat.",
    "Further to that answer,",
    "The people of Wick are tired of promises.",
)
_ANSWERS = (
    "My hon. Friend is absolutely right.",
    "I am grateful to the hon. Gentleman for his question.",
    "No.",
    "Yes, we shall.",
    "As I have said, the money is there.",
    "The hon. Lady raises an important matter.",
    "We are working with the board on that.",
    "I do not accept that.",
)
_MOVES = (
    "I beg to move, That the Bill be now read a Second time.",
    "I beg to move, That this House has considered peat.",
)
_SPEECH = (
    "It is a pleasure to follow the hon. Lady.",
    "I rise to support the motion.",
    "I am grateful to have secured this debate.",
    "I congratulate my hon. Friend on her speech.",
    "There are nine harbours in my constituency.",
    "I shall be brief.",
    "We on these Benches will vote against the amendment.",
    "This is a debate about ferries.",
)
_INTERVENES = (
    "Will the hon. Lady give way?",
    "I am grateful to my hon. Friend for giving way.",
    "Does my hon. Friend agree that the wall is weak?",
    "On that point,",
    "The hon. Gentleman speaks of ferries.",
    "Is she aware of the report?",
)
_RESUMES = (
    "I am grateful for that intervention.",
    "My hon. Friend makes a good point.",
    "I will give way in a moment.",
    "I agree.",
    "That is exactly what I was coming to.",
    "I shall make some progress.",
)
_CLOSES = (
    "I commend the Bill to the House.",
    "I urge hon. Members to support the motion.",
    "I look forward to what the Minister will say.",
)
_ORDER = (
    "On a point of order, Mr Speaker.",
    "I seek your guidance, Mr Speaker.",
    "Further to that point of order, Mr Speaker.",
)


def _words(chance: random.Random, opening: str, length: int, ending: str = "") -> str:
    """So many code points, or a few more: an opening, sentences, an ending."""
    parts = [opening] if opening else []
    while sum(map(len, parts)) + len(ending) < length:
        parts.append(chance.choice(_SENTENCES))
    return " ".join((*parts, ending) if ending else parts) or chance.choice(_SENTENCES)


class _House:
    """Members by number, each with a label, long at first and short after that."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.names = chance.sample([f"{a} {b}" for a in _FORENAMES for b in _SURNAMES], 60)
        self.seen: set[int] = set()

    def label(self, number: int, office: bool = False) -> str:
        name = self.names[number]
        if number in self.seen:
            return name
        self.seen.add(number)
        if office:
            return f"{self.chance.choice(_OFFICES)} ({name})"
        return f"{name} ({self.chance.choice(_PLACES)}) ({self.chance.choice(_PARTIES)})"


def _size(chance: random.Random, middle: int, spread: float = 0.5) -> int:
    """A length about `middle`, as lengths are spread: many shorter, few much longer."""
    return max(20, int(middle * chance.lognormvariate(0, spread)))


def _asked(chance: random.Random, house: _House, rounds: int, minister: int, longer: bool) -> Turns:
    """What is asked further, and what is answered."""
    turns: Turns = []
    asker = 1
    for _ in range(rounds):
        asker = asker if chance.random() < 0.15 else asker + 1
        size = _size(chance, 550 if longer else 380)
        ending = chance.choice(_ASKS) if chance.random() < 0.8 else ""
        opening = chance.choice(_FOLLOWS) if chance.random() < 0.6 else ""
        turns.append((house.label(asker), _words(chance, opening, size, ending), "s"))
        if chance.random() < 0.06:
            turns.append(("Mr Speaker", "Order.", "c"))
        opening = chance.choice(_ANSWERS) if chance.random() < 0.6 else ""
        office = chance.random() < 0.5
        turns.append((house.label(minister, office), _words(chance, opening, _size(chance, 450)), "a"))
    return turns


def _questions(chance: random.Random) -> Turns:
    house, minister = _House(chance), 50
    same = chance.choice(_TABLED)
    turns: Turns = [
        (house.label(n), same if chance.random() < 0.7 else chance.choice(_TABLED), "q")
        for n in range(chance.choice((1, 1, 1, 2, 3)))
    ]
    turns.append((house.label(minister, chance.random() < 0.6), _words(chance, "", _size(chance, 400)), "a"))
    return turns + _asked(chance, house, chance.randrange(1, 9), minister, False)


def _urgent(chance: random.Random) -> Turns:
    house, minister = _House(chance), 50
    turns: Turns = [
        (
            house.label(1),
            "(Urgent Question): To ask the Minister if she will make a statement on the wall.",
            "q",
        ),
        (house.label(minister, True), _words(chance, "", _size(chance, 3000)), "a"),
    ]
    return turns + _asked(chance, house, chance.randrange(3, 30), minister, True)


def _statement(chance: random.Random) -> Turns:
    house, minister = _House(chance), 50
    size = _size(chance, chance.choice((500, 900, 6000, 6000)))
    ending = chance.choice(("", "", "I commend this statement to the House."))
    office = chance.random() < 0.6
    turns: Turns = [
        (house.label(minister, office), _words(chance, chance.choice(_STATEMENT), size, ending), "t"),
        (
            house.label(0),
            _words(chance, chance.choice(_RESPONSE), _size(chance, size // 2), chance.choice(_ASKS)),
            "r",
        ),
        (house.label(minister), _words(chance, chance.choice(_ANSWERS), _size(chance, size // 3)), "a"),
    ]
    return turns + _asked(chance, house, chance.choice((0, 2, 8, 30)), minister, True)


def _in_turn(
    chance: random.Random,
    house: _House,
    rounds: int,
    asks: tuple[int, str, Sequence[str], float],
    tells: tuple[int, int, str],
) -> Turns:
    """One Member after another asks one thing, and the same one replies.

    `asks`: how long a turn is that asks, its kind, how it may begin, and how often it does; `tells`: who
    replies, how long that is, and its kind.
    """
    asked, kind, openings, often = asks
    who, told, reply = tells
    turns: Turns = []
    for asker in range(rounds):
        opening = chance.choice(openings) if chance.random() < often else ""
        ending = chance.choice(_ASKS) if chance.random() < 0.8 else ""
        turns.append((house.label(asker), _words(chance, opening, _size(chance, asked), ending), kind))
        opening = chance.choice((*_RESUMES, *_ANSWERS)) if chance.random() < 0.6 else ""
        turns.append((house.label(who), _words(chance, opening, _size(chance, told)), reply))
    return turns


def _reported(chance: random.Random) -> Turns:
    """A statement of a committee's Chair: no Minister makes it, and it begins as speeches do."""
    house, chair = _House(chance), 50
    turns: Turns = []
    if chance.random() < 0.9:
        turns.append(("Mr Speaker", _words(chance, chance.choice(_ANNOUNCED), _size(chance, 200)), "c"))
    size = _size(chance, 4000)
    turns.append((house.label(chair), _words(chance, chance.choice(_REPORTS), size), "t"))
    rounds = chance.randrange(2, 12)
    return turns + _in_turn(chance, house, rounds, (400, "s", (*_SPEECH, *_FOLLOWS), 0.6), (chair, 300, "a"))


def _stated(chance: random.Random) -> Turns:
    """What is asked on a statement that is printed above: the front benches speak before an answer."""
    house, minister = _House(chance), 50
    asks = [chance.choice(_ASKS) if chance.random() < 0.8 else "" for _ in range(2)]
    opening = [chance.choice(_RESPONSE) if chance.random() < 0.6 else "" for _ in range(2)]
    turns: Turns = [
        (house.label(n), _words(chance, opening[n], _size(chance, 900), asks[n]), "s")
        for n in range(chance.choice((1, 2)))
    ]
    office = chance.random() < 0.6
    turns.append((house.label(minister, office), _words(chance, "", _size(chance, 1200)), "a"))
    return turns + _asked(chance, house, chance.randrange(1, 10), minister, False)


def _debate(chance: random.Random) -> Turns:
    house = _House(chance)
    turns: Turns = []
    speakers, middle = chance.randrange(1, 9), chance.choice((900, 3000, 6000))
    readiness = chance.choice((0.0, 0.5, 1.5, 4.0))
    for number in range(speakers):
        office = chance.random() < 0.3
        first = not number and chance.random() < 0.6
        opening = chance.choice(_MOVES) if first else chance.choice(_SPEECH) if chance.random() < 0.6 else ""
        broken = min(12, int(chance.expovariate(1 / readiness))) if readiness else 0
        size = _size(chance, middle) // (broken + 1)
        ending = chance.choice(_CLOSES) if chance.random() < 0.4 else ""
        turns.append(
            (house.label(number, office), _words(chance, opening, size, "" if broken else ending), "d")
        )
        for last in reversed(range(broken)):
            asks = chance.choice(_ASKS) if chance.random() < 0.5 else ""
            who = chance.randrange(20, 35)
            opening = chance.choice(_INTERVENES) if chance.random() < 0.7 else ""
            turns.append((house.label(who), _words(chance, opening, _size(chance, 280), asks), "i"))
            opening = chance.choice(_RESUMES) if chance.random() < 0.7 else ""
            turns.append((house.label(number), _words(chance, opening, size, "" if last else ending), "d"))
    return turns


def _broken(chance: random.Random) -> Turns:
    """A motion whose mover is asked one thing after another, and says so little of each as an answer does."""
    house, mover = _House(chance), 50
    opening, size = chance.choice(_MOVES), _size(chance, chance.choice((300, 900, 3000)))
    turns: Turns = [(house.label(mover, chance.random() < 0.7), _words(chance, opening, size), "d")]
    rounds = chance.randrange(2, 13)
    return turns + _in_turn(chance, house, rounds, (250, "i", _INTERVENES, 0.3), (mover, 500, "d"))


def _remarks(chance: random.Random) -> Turns:
    """A few turns of which nothing says that they ask or answer."""
    house = _House(chance)
    who = [chance.randrange(4) for _ in range(chance.randrange(1, 6))]
    said = [n for n, each in enumerate(who) if not n or each != who[n - 1]]
    return [
        (
            house.label(who[n], chance.random() < 0.3),
            _words(chance, "", _size(chance, chance.choice((60, 150, 500)))),
            "d",
        )
        for n in said
    ]


def _alone(chance: random.Random) -> Turns:
    house = _House(chance)
    return [
        (
            house.label(0),
            _words(chance, "", _size(chance, chance.choice((60, 300, 1500)))),
            "d",
        )
    ]


def _written(chance: random.Random) -> Turns:
    return [
        (
            _House(chance).label(0, True),
            _words(chance, "", _size(chance, chance.choice((100, 900, 3000)))),
            "t",
        )
    ]


def _order(chance: random.Random) -> Turns:
    house = _House(chance)
    turns: Turns = []
    for number in range(chance.randrange(1, 5)):
        turns.append((house.label(number), _words(chance, chance.choice(_ORDER), _size(chance, 400)), "p"))
        turns.append(("Mr Speaker", _words(chance, "", _size(chance, 300)), "c"))
    return turns


FORMS = {
    "questions": _questions,
    "urgent question": _urgent,
    "statement": _statement,
    "debate": _debate,
    "remarks": _remarks,
    "alone": _alone,
    "written": _written,
    "points of order": _order,
    "committee's statement": _reported,
    "stated above": _stated,
    "broken motion": _broken,
}


#: What may stand above a stretch, where that is not any heading at all.
HEADINGS = {
    "points of order": ("Points of Order",),
    "written": ("Written Statements",),
    "alone": ("Business of the House", "Petition", "Sea Walls", "Sea Walls Bill"),
    "debate": ("Sea Walls", "Westminster Hall", "Sea Walls Bill", "Clause 5", "Ferries"),
    "remarks": ("Sea Walls", "Clause 5", "Ferries"),
    "stated above": (
        "Statement\n\nThe following Statement was made in the House of Commons on Tuesday 3 March.",
        "Ferries\n\nThe following Answer to an Urgent Question was given in the House of Commons on Monday.",
    ),
}


def stretch(form: str, chance: random.Random) -> Turns:
    """A stretch of one form: label, words and the letter of the kind of each turn."""
    return FORMS[form](chance)


def page(stretches: Iterable[tuple[str, Sequence[tuple[str, str, str]]]]) -> str:
    """A page of Parallel Parliament with some stretches, each below its heading."""
    parts = []
    for heading, turns in stretches:
        parts.append(f"{heading}\n")
        parts += (f"None Portrait {label}\n- Hansard - -\n\n{words}\n" for label, words, _ in turns)
    return "\n".join(parts)

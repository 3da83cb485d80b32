"""The rules of `resolve`: for each its name, what it says, and an example. `docs/rules.md` is made of it."""

from __future__ import annotations

from typing import NamedTuple

from hansardparse.resolving import form_table, lost_labels, weights

__all__ = ["RULES", "Rule", "table"]


class Rule(NamedTuple):
    """One rule: what it sets (`person`, `kind`, `link` or `mention`), what it says, an example."""

    sets: str
    says: str
    example: str


RULES: dict[str, Rule] = {
    # --- who it is
    "identifier": Rule(
        "person",
        "The container gives the speaker's number in a register, and the same number is the same person.",
        "`uk.parliament:4366` of `Ms Ada Marsh (Upper Dale) (Lab)` and of `The Minister for Coasts`",
    ),
    "register": Rule(
        "person",
        "A register of members that the caller gives has one member of this name, place, title or office on "
        "that day; it sets `person_id`, and what is not printed of `person_party` and `person_constituency`.",
        "`The Minister for Coasts (Ada Marsh)`, who sits for Upper Dale in `--members members.csv`",
    ),
    "linked-name": Rule(
        "person",
        "The page links the label to a name, and the same name is the same person, unless two "
        "constituencies are printed for it.",
        "`Ada Marsh Portrait Ms Marsh` and `Ada Marsh Portrait The Minister for Coasts (Ms Ada Marsh)`",
    ),
    "full-name": Rule(
        "person",
        "Forenames and surname are the same, and neither constituency nor title speaks against it.",
        "`Ms Ada Marsh (Upper Dale) (Lab)` and `The Minister for Coasts (Ada Marsh)`",
    ),
    "constituency": Rule(
        "person",
        "The surname and the constituency are the same, the forename is written another way.",
        "`Mr Nicholas Oake (Port Ardle)` and `Nick Oake (Port Ardle)`",
    ),
    "title": Rule("person", "The whole title of a peer is the same.", "`Lord Marsh of Port Ardle`, twice"),
    "short-title": Rule(
        "person",
        "A peer's title without its place is that of the only peer whose title begins so; where there is "
        "none, it stands for itself.",
        "`Lord Marsh`, where `Lord Marsh of Port Ardle` speaks and no other Lord Marsh",
    ),
    "surname": Rule(
        "person",
        "A surname, with its title or without, is the only person of that surname whose title agrees, "
        "wherever in the transcript the full name stands.",
        "`Mr Oake`, where `Mr Gerald Oake (Port Ardle) (Con)` speaks and no other Mr Oake",
    ),
    "forename": Rule(
        "person",
        "`Sir` or `Dame` and a forename are the only person of that title and forename.",
        "`Sir Gerald`, where `Sir Gerald Oake (Port Ardle) (Con)` speaks",
    ),
    "same-name": Rule(
        "person",
        "A short name that no full name in the transcript explains is one person wherever it stands.",
        "`Mr. Oake` in a volume that never prints his forename",
    ),
    "same-label": Rule(
        "person", "A label in no known form is one person wherever it stands.", "`A. B. ap C.`"
    ),
    "turn-above": Rule(
        "person",
        "In the Lords, whoever has moved something goes on below it under no name of their own.",
        "A label that speaks of a noble Baroness, below what Lady Marsh has moved",
    ),
    "office": Rule(
        "person",
        "An office is whoever is named with it in the same sitting, if that is one person.",
        "`The Minister for Coasts` after `The Minister for Coasts (Ada Marsh)`",
    ),
    "same-office": Rule(
        "person",
        "An office that one person holds at a time is one person throughout a sitting, named or not; the "
        "Speaker's throughout a transcript.",
        "`Mr Speaker`, twice; never `Mr Deputy Speaker`, of whom there are three",
    ),
    "named-nearby": Rule(
        "person",
        "In a release, an office or surname is the person whom the same item names with that office.",
        "`the Prime Minister said:` below `Prime Minister Tobias Fell will open the harbour`",
    ),
    "recent-speaker": Rule(
        "person",
        "Of several people of one name it is the only one who has just spoken in this section, and who was "
        "not the very last to speak.",
        "`Mr Oake`, when of two Members of that name one has spoken two turns before",
    ),
    "same-section": Rule(
        "person",
        "Of several people of one name it is the only one whose full name stands in this section.",
        "`Mr Oake` in a debate in which only one of two Members of that name is named in full",
    ),
    "chair-mark": Rule(
        "person, kind",
        "A mark says who is in the Chair.",
        "`The Chairman`, or `Gerald Oake`, after `[Sir Gerald Oake in the Chair]`",
    ),
    # --- what a turn is by itself
    "chair-label": Rule(
        "kind",
        "The person has a label of the Chair elsewhere in this section.",
        "`Gerald Oake` after `Gerald Oake (in the Chair)`",
    ),
    "chair-words": Rule(
        "kind",
        "The person speaks here as only the Chair speaks, or does so in much of what they say all day.",
        "`Lindis Hale` / `Order. I call Ada Marsh.`",
    ),
    "gesture-words": Rule("kind", "The words are not said but done.", "`Ada Marsh` / `rose—`"),
    "point-of-order": Rule("kind", "The turn begins with the words.", "`On a point of order, Mr Speaker.`"),
    "same-point-of-order": Rule(
        "kind",
        "Only the Chair has spoken since this Member's point of order.",
        "`Mr Oake` / `It will not take long.` after `Mr Speaker` / `Briefly, please.`",
    ),
    "among-points-of-order": Rule(
        "kind",
        "All that is seen of a stretch says that points of order are raised in it.",
        "`Mr Oake` / `I seek your guidance, Mr Speaker.` below `Points of Order`",
    ),
    "into-point-of-order": Rule(
        "kind, link",
        "A few words of another Member between a point of order and the Chair's answer.",
        "`Mr Oake` / `She is right.`",
    ),
    # --- questions and statements
    "tabled-question": Rule(
        "kind",
        "The turn has the form of a tabled question, where one may stand: first in its section, or after "
        "others that have no answer yet; an urgent question, or `To ask ...`, anywhere.",
        "`What steps she is taking to repair the sea wall.`",
    ),
    "likely-question": Rule(
        "kind",
        "Where questions are called by number alone and a page leaves the numbers out: a Member who asks "
        "once. At topical questions, the first of them.",
        "`Moira Pugh` / `Port Ardle has waited for years. When will it come?` below `Engagements`",
    ),
    "answer": Rule(
        "kind, link",
        "The first turn of another Member after a question, and every turn of that Member after one; for "
        "questions taken together the link goes to the last.",
        "`Ada Marsh` / `We have repaired half of it.`",
    ),
    "answer-resumed": Rule(
        "kind, link",
        "The Minister goes on where the Chair or a cry came between: it answers the same question.",
        "`Ada Marsh` / `As I was saying` after `Mr Speaker` / `Order.`",
    ),
    "supplementary": Rule(
        "kind, link",
        "Every turn of another after the first answer, or after a statement; the link goes to the first "
        "of the questions, or to the statement.",
        "`Mr Oake` / `Will she come and see the other half?`",
    ),
    "statement": Rule(
        "kind",
        "Someone announces a statement, or answers all others in turn, or a Minister's words are all that a "
        "section has.",
        "`With permission, Mr Speaker, I will make a statement about the sea wall.`",
    ),
    "personal-statement": Rule(
        "kind",
        "The first turn of a section whose heading, whose Chair or whose first words say that a Member makes "
        "a personal statement or explanation.",
        "`Ada Marsh` / `I am grateful, Mr Speaker, for the opportunity to make a personal statement.`",
    ),
    "statement-resumed": Rule(
        "kind, link",
        "A statement on which nobody has asked anything goes on where the Chair or a point of order came "
        "between.",
        "`Ada Marsh` / `As I was saying, there are four harbours.` after `Mr Speaker` / `Order.`",
    ),
    "first-response": Rule(
        "kind, link",
        "The first turn of another after an oral statement: the official Opposition's.",
        "`Mr Oake` / `I am grateful for advance sight of the statement.`",
    ),
    "interjection": Rule(
        "kind, link",
        "A few words of the Minister, after which the same Member goes on asking; or of another into an "
        "answer.",
        "`Ada Marsh` / `Half of it.`",
    ),
    "cry": Rule("kind, link", "Many voices at once, into the turn before.", "`Hon. Members` / `Hear, hear!`"),
    "whose-turn": Rule(
        "kind",
        "In the Lords, where nobody is in the Chair, somebody says who speaks next.",
        "`My Lords, it is the turn of the Cross Benches.`",
    ),
    # --- hearings
    "listed-member": Rule(
        "kind",
        "The hearing lists them as a member of the committee.",
        "`Gerald Oake` / `Which is it?` below `Members present: Ada Marsh (Chair); Gerald Oake.`",
    ),
    "listed-chair": Rule(
        "kind",
        "The hearing lists them as the Chair.",
        "`Ada Marsh` / `Thank you.` below `Members present: Ada Marsh (Chair); Gerald Oake.`",
    ),
    "asks-questions": Rule(
        "kind",
        "Nothing lists them, and elsewhere they ask a question that has a number.",
        "`Gerald Oake` / `Which is it?` where `Q12 Gerald Oake: How deep is it?` stands as well",
    ),
    "asks-none": Rule(
        "kind",
        "No list has them as a member, and they ask no question that has a number: they give evidence.",
        "`Ivor Reed` / `It is nine feet.`",
    ),
    # --- debate
    "speech": Rule("kind", "Nothing says that it is anything else.", "`Mr Oake` / `I support the motion.`"),
    "speech-resumed": Rule(
        "link",
        "The same Member goes on after interventions, the Chair or a gesture. A reply to the debate is a "
        "speech of its own.",
        "`Ada Marsh` / `I am grateful for that intervention.`",
    ),
    "between-two-turns": Rule(
        "kind, link",
        "The turn stands between two turns of one speech; that is the cheapest reading of the debate.",
        "`Mr Oake` / `It was 1953.` in the middle of Ada Marsh's speech",
    ),
    "asks-to-intervene": Rule(
        "kind, link",
        "The turn asks the speaker to give way, or thanks for it.",
        "`Will the hon. Lady give way?`",
    ),
    "breaks-in": Rule(
        "kind, link",
        "The turn says that it breaks in.",
        "`My Lords, I am sorry to interrupt the noble Baroness.`",
    ),
    "sentence-cut": Rule(
        "kind, link", "The turn before ends in the middle of a sentence.", "`The wall was built in—`"
    ),
    "way-given": Rule("kind, link", "The turn before gives way.", "`I give way to the hon. Gentleman.`"),
    # --- mentions
    "named": Rule(
        "mention",
        "The mention gives a name, and one person of the transcript has it.",
        "`my hon. Friend the Member for Upper Dale (Ada Marsh)`",
    ),
    "member-for": Rule(
        "mention",
        "One person of the transcript sits for that constituency.",
        "`the right hon. Member for Port Ardle`",
    ),
    "only-holder": Rule(
        "mention",
        "One person of the transcript holds that office.",
        "`the Minister for Coasts`",
    ),
}


def table() -> str:
    """`docs/rules.md`."""
    rows = "\n".join(f"| `{name}` | {r.sets} | {r.says} | {r.example} |" for name, r in RULES.items())
    changes = "\n".join(
        f"| `{r.name}` | {str(r.new_turn).lower()} | {r.sentence} | `{r.example}` |"
        for r in lost_labels.RULES
    )
    costs = "\n".join(
        f"| {w.where} | {_sign(w.sign)} | {w.intervenes:g} | {w.speaks:g} | {w.resumes:g} | {w.example} |"
        for w in weights.WEIGHTS
    )
    forms = "\n".join(
        f"| {sign} | {' | '.join(f'{w:g}' if w else '' for w in row.weights)} | {row.example} |"
        for sign, row in form_table.rows().items()
    )
    names = " | ".join(form.value for form in form_table.Form)
    begin = f"\n\n| sign | {names} | example |\n|---|{'---|' * len(form_table.Form)}---|\n"
    told = "\n".join(form_table.provenance())
    return _INTRODUCTION + rows + _FORMS + told + begin + forms + _COSTS + costs + _NEW_TURN + changes + "\n"


def _sign(name: str) -> str:
    """A sign as it is printed: terminals as code."""
    return f"`{name}`" if name.isupper() else name


_INTRODUCTION = """# The rules of `resolve`

Whatever is inferred names its rule: `Contribution.rules` for the person and the kind, `Link.rule`,
`Mention.rule`, and `rules` in the rows. So a whole class of inference can be kept or dropped.

This table is made from `hansardparse/resolving/rules.py`. The signs by which a turn begins or ends are in
`grammars/shared/cues.lark`.

| rule | sets | what it says | example |
|---|---|---|---|
"""
_FORMS = """

## What speaks for which form

Turns that stand together are cut where something new begins, and the form of each piece is decided on all
that is seen in it: each sign has a value from 0 to 1, which counts as often as its weight says for each form,
and below 0 against it. The likeliest form is taken, those in which turns ask and answer weighed as one
against the others; how likely it is goes into the `confidence` of each link. `hansardparse explain --forms
FILE` shows which signs a stretch has. A sign without weights is too rare in what the weights are
estimated from.

- `written`: statements that nobody asks anything on
- `question`: a question, tabled or urgent, its answer, supplementaries
- `answered`: the answer to a question that stands above, or is missing
- `going on`: questions and answers whose beginning is missing
- `statement`: a statement, the response to it, questions on it
- `debate`: speeches and interventions
- `points`: points of order

The table is `hansardparse/resolving/forms.csv`, which a script makes (`benchmarks/forms.py`), from days
whose record types its turns, stretches read by a person (`tests/labels`), days of Australia, Canada and
Ireland and excerpts of New Zealand with types, and invented stretches (`benchmarks/invented.py`).

"""
_COSTS = """

## What a reading of a debate costs

A turn of a debate is an intervention, a speech of its own, or the same speech going on. Each sign adds to
what these readings cost, and the cheapest reading of the whole debate is taken
(`hansardparse/resolving/floor.py`). This table is `hansardparse/resolving/weights.py`; a sign in capitals is
a terminal of `grammars/shared/cues.lark`.

| where | sign | intervention | speech | goes on | example |
|---|---|---|---|---|---|
"""
_NEW_TURN = """

## Where the labels are lost

On pages without speaker lines (`parallel-plain`) a paragraph may be known to be another speaker's than
the one before, or the same one's: `Resolution.new_turn`. The rules, in the order in which they are
tried, are in `hansardparse/resolving/lost_labels.py`.

| rule | `new_turn` | what it says | example |
|---|---|---|---|
"""

"""Who speaks, in which capacity and to whom; all Members, places and words here are invented."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from conftest import ROOT, SAMPLES
from hypothesis import example, given
from hypothesis import strategies as st
from work import work

from hansardparse import (
    Contribution,
    Section,
    Transcript,
    exchanges,
    grammar,
    parse,
    parse_file,
    resolve,
    speeches,
    unresolved,
)
from hansardparse.parliaments import profile
from hansardparse.parliaments.profile import Business, Forms, Lines, Names, Offices, Places, Titles
from hansardparse.resolving.mentions import scanner
from hansardparse.resolving.resolve import Reading, resolved
from hansardparse.resolving.rules import RULES, table
from hansardparse.resolving.weights import WEIGHTS
from hansardparse.testing import transcripts

LONG = "The wall at Port Ardle has stood for a century and nobody has looked after it. " * 40


def page(*turns: tuple[str, str], linked: bool = False, heading: str = "Sea Walls") -> str:
    """A page of Parallel Parliament with these labels and words; without linked names if so wanted."""
    parts = [f"{heading}\n"]
    for label, words in turns:
        if label == "---":
            parts.append("--- Later in debate ---\n")
            continue
        name = re.sub(r"^(?:Mr|Ms|Sir|Dame) |\(.*", "", label).strip() if linked else "None"
        parts.append(f"{name} Portrait {label}\n- Hansard - -\n\n{words}\n")
    return "\n".join(parts)


def read(*turns: tuple[str, str], **how: bool) -> Transcript:
    return parse(page(*turns, **how), layout="parallel")  # type: ignore[arg-type]


def kinds(transcript: Transcript) -> list[str]:
    return [c.kind for c in transcript.contributions()]


def links(transcript: Transcript) -> list[tuple[str, int, int]]:
    return [(link.type, link.source, link.target) for link in transcript.links]


def names(transcript: Transcript) -> list[str | None]:
    return [c.person.name if c.person else None for c in transcript.contributions()]


MARSH = "Ms Ada Marsh (Upper Dale) (Lab)"
OAKE = "Mr Gerald Oake (Port Ardle) (Con)"
MINISTER = "The Minister for Coasts (Moira Pugh)"


# --- debate ------------------------------------------------------------------------------------------


def test_an_intervention_and_the_speech_that_goes_on() -> None:
    debate = read(
        (MARSH, LONG), (OAKE, "Does she agree?"), ("Ms Marsh", "I do."), (OAKE, LONG), (MINISTER, LONG)
    )
    assert kinds(debate) == ["speech", "intervention", "speech", "speech", "speech"]
    assert links(debate) == [("intervention", 1, 0), ("resumption", 2, 0)]
    assert [len(s.turns) for s in speeches(debate)] == [2, 1, 1]
    assert [len(s.items) for s in speeches(debate)] == [3, 1, 1]


def test_the_chair_and_a_gesture_are_looked_through() -> None:
    debate = read(
        (MARSH, LONG + " and the harbour—"),
        ("Mr Deputy Speaker (Sir Tomos Hale)", "Order. The hon. Lady must be brief."),
        (OAKE, "rose—"),
        ("Ms Marsh", "I will not give way."),
        (OAKE, "Will the hon. Lady give way?"),
        ("Ms Marsh", "Very well."),
    )
    assert kinds(debate) == ["speech", "chair", "gesture", "speech", "intervention", "speech"]
    assert links(debate) == [("resumption", 3, 0), ("intervention", 4, 3), ("resumption", 5, 3)]


def test_a_minister_may_be_who_intervenes() -> None:
    debate = read(
        (MARSH, LONG), (MINISTER, "May I advise the hon. Lady?"), ("Ms Marsh", LONG), (MINISTER, LONG)
    )
    assert kinds(debate) == ["speech", "intervention", "speech", "speech"]


def test_a_reply_to_the_debate_is_a_new_speech() -> None:
    debate = read(
        (MARSH, LONG + " I beg to move."),
        (MINISTER, LONG),
        (
            "Ms Marsh",
            "I am grateful to the Minister for her reply. I beg to ask leave to withdraw the amendment.",
        ),
    )
    assert kinds(debate) == ["speech", "speech", "speech"]
    assert links(debate) == []


def test_the_mover_goes_on_after_the_grouping() -> None:
    debate = read(
        (MARSH, "I beg to move amendment 3, in clause 19, page 10."),
        ("The Chair", "With this it will be convenient to discuss amendment 62."),
        ("Ms Marsh", LONG),
    )
    assert links(debate) == [("resumption", 2, 0)]


def test_nothing_is_linked_across_an_elision() -> None:
    debate = read((MARSH, LONG), ("---", ""), (OAKE, "I do not agree."), ("---", ""), ("Ms Marsh", LONG))
    assert links(debate) == []
    assert len(list(speeches(debate))) == 3


def test_turns_of_one_person_on_a_page_of_excerpts_are_not_linked_but_one_speech() -> None:
    text = page((MARSH, LONG), ("Ms Marsh", "I go on."), (OAKE, "On that point—"), ("Ms Marsh", LONG))
    debate = parse(text.replace("\n", "\n\nAda Marsh Excerpts\n", 1), layout="parallel")
    assert links(debate) == [("intervention", 2, 1), ("resumption", 3, 1)]
    assert [len(s.turns) for s in speeches(debate)] == [3]


def test_cries_are_interventions_and_object_is_not() -> None:
    debate = read((MARSH, LONG), ("Hon. Members", "Hear, hear!"), ("Ms Marsh", "I thank them."))
    assert kinds(debate)[1] == "intervention"
    assert kinds(read((MARSH, LONG), ("Hon. Members", "Object.")))[1] == "speech"


def test_bids_for_the_floor_in_the_lords() -> None:
    debate = read(
        ("Lord Oake of Ness (Con)", LONG),
        ("Lord Pugh (LD)", "My Lords—"),
        ("Baroness Hale (CB)", "My Lords—"),
        ("Lord Wick (Lab)", "My Lords, it is the turn of the Cross Benches."),
        ("Baroness Hale", "I am obliged. " + LONG),
    )
    assert kinds(debate) == ["speech"] * 5
    assert links(debate) == []


# --- questions ---------------------------------------------------------------------------------------


def test_questions_taken_together() -> None:
    debate = read(
        (MARSH, "15. What steps she is taking to repair the sea wall."),
        (OAKE, "16. What plans she has for the harbour."),
        (MINISTER, "We are repairing it."),
        ("Ms Marsh", "When will it be done?"),
        ("Moira Pugh", "Soon."),
        ("Mr Speaker", "I call the shadow Minister."),
        ("Tomos Wick (Fenn) (Lab)", "Soon is what she said last year."),
        ("Moira Pugh", "It was true last year."),
    )
    assert kinds(debate) == [
        *("question", "question", "answer", "supplementary", "answer", "chair", "supplementary", "answer"),
    ]
    assert links(debate) == [
        *(
            ("answer", 2, 1),
            ("supplementary", 3, 0),
            ("answer", 4, 3),
            ("supplementary", 6, 0),
            ("answer", 7, 6),
        ),
    ]
    (exchange,) = exchanges(debate)
    assert (len(exchange.questions), len(exchange.answers), len(exchange.supplementaries)) == (2, 3, 2)


def test_an_answer_goes_on_after_the_chair() -> None:
    debate = read(
        (MARSH, "1. If she will visit Port Ardle."),
        (MINISTER, "I shall, and I—"),
        ("Mr Speaker", "Order. That will do."),
        ("Moira Pugh", "I shall."),
    )
    assert links(debate) == [("answer", 1, 0), ("answer", 3, 0)]


def test_an_urgent_question() -> None:
    debate = read(
        (MARSH, "(Urgent Question): To ask the Minister if she will make a statement on the sea wall."),
        (MINISTER, LONG),
        ("Ms Marsh", LONG),
        ("Moira Pugh", "I shall."),
    )
    assert kinds(debate) == ["question", "answer", "supplementary", "answer"]


def test_a_question_before_an_elision_has_no_answer() -> None:
    debate = read(
        (MARSH, "1. If she will visit Port Ardle."),
        (MINISTER, "I shall."),
        (OAKE, "When?"),
        ("Moira Pugh", "In May."),
        (OAKE, "2. If she will visit Fenn."),
        ("---", ""),
        ("Ms Marsh", "Will she bring a spade?"),
        ("Moira Pugh", "I shall."),
    )
    assert kinds(debate)[4:] == ["question", "supplementary", "answer"]
    assert links(debate)[-1] == ("answer", 6, 5)


def test_a_statement_and_the_first_response() -> None:
    debate = read(
        (MINISTER, "With permission, Mr Speaker, I will make a statement about the sea wall. " + LONG),
        (OAKE, LONG),
        ("Moira Pugh", "I thank him."),
        (MARSH, "May I ask about the harbour?"),
        ("Moira Pugh", "She may."),
    )
    assert kinds(debate) == ["statement", "response", "answer", "supplementary", "answer"]
    assert links(debate)[0] == ("response", 1, 0)


@pytest.mark.parametrize(
    "between", ["Order. Hon. Members will listen.", "I thank him for his point of order."]
)
def test_a_statement_goes_on_where_nobody_has_asked_anything(between: str) -> None:
    order = [(MARSH, "On a point of order, Mr Speaker. There are no copies.")] if "point" in between else []
    debate = read(
        (MINISTER, "With permission, Mr Speaker, I will make a statement about the sea wall. " + LONG),
        *order,
        ("Mr Speaker", between),
        ("Moira Pugh", "As I was saying, there are four harbours. " + LONG),
        (OAKE, LONG),
        ("Moira Pugh", "I thank him."),
    )
    at = 2 + len(order)
    assert kinds(debate)[at:] == ["statement", "response", "answer"]
    assert links(debate)[0] == ("resumption", at, 0)
    (exchange,) = [e for e in exchanges(debate) if e.answers]
    assert [c.kind for c in exchange.items] == ["statement", "statement", "response", "answer"]


def test_two_ask_on_a_statement_that_is_printed_above() -> None:
    asked = [
        ("Lord Oake (Lab)", "My Lords, we welcome the Statement. Who will mend the wall? " + LONG[:900]),
        ("Lord Fell (LD)", "My Lords, this was in our manifesto. Has the Minister read it? " + LONG[:700]),
        ("Baroness Pugh (Con)", "My Lords, I am grateful to both noble Lords. " + LONG[:900]),
        ("Lord Thistle (CB)", "My Lords, will there be a bell?"),
        ("Baroness Pugh (Con)", "There will."),
        ("Lord Kemble (Con)", "My Lords, of what metal?"),
        ("Baroness Pugh (Con)", "Of bronze, my Lords."),
    ]
    above = "Statement\n\nThe following Statement was made in the House of Commons on Monday 2 March."
    debate = parse(page(*asked, heading=above), layout="parallel")
    assert kinds(debate) == [*["supplementary"] * 2, *["answer", "supplementary"] * 2, "answer"]


def test_a_chair_of_a_committee_may_make_a_statement_that_the_chair_announces() -> None:
    debate = read(
        ("Mr Speaker", "We now come to the Select Committee statement. Ms Marsh will speak first."),
        (MARSH, "I am grateful to the Backbench Committee for the time. " + LONG),
        (OAKE, "I congratulate the hon. Lady on her report. Did the Committee see the wall?"),
        ("Ms Marsh", "It did."),
        ("Moira Pugh (Fenn) (Lab)", "My constituents have waited for it. When will there be an answer?"),
        ("Ms Marsh", "Within two months."),
    )
    assert kinds(debate) == ["chair", "statement", "response", "answer", "supplementary", "answer"]


def test_points_of_order() -> None:
    debate = read(
        (MARSH, "On a point of order, Mr Speaker. Where is the Minister?"),
        ("Mr Speaker", "That is not a point of order."),
        ("Ms Marsh", "It will not take long."),
        ("Mr Speaker", "It has taken long enough."),
        (OAKE, "Further to that point of order, Mr Speaker. Where is she?"),
    )
    assert kinds(debate) == ["point_of_order", "chair", "point_of_order", "chair", "point_of_order"]
    assert links(debate) == []


def test_the_chair_under_a_bare_name() -> None:
    debate = read(
        (MARSH, LONG), ("Lindis Hale", "Order. I call Gerald Oake."), (OAKE, LONG), ("Lindis Hale", "Order.")
    )
    assert kinds(debate) == ["speech", "chair", "speech", "chair"]
    assert debate.persons[1].in_chair


# --- persons -----------------------------------------------------------------------------------------


def test_a_full_label_may_follow_a_short_one() -> None:
    debate = read(("Mr Oake", "No."), (OAKE, "Yes."), ("The Minister for Coasts", "No."), (MINISTER, "Yes."))
    assert names(debate) == ["Mr Gerald Oake"] * 2 + ["Moira Pugh"] * 2
    assert debate.persons[0].labels == ("Mr Gerald Oake (Port Ardle) (Con)", "Mr Oake")


def test_one_person_under_many_labels() -> None:
    debate = read(
        ("The Minister for Coasts (Sir Gerald Oake)", LONG),
        ("Sir Gerald", "No."),
        ("Gerald Oake", "Yes."),
        ("The Minister for Coasts", "Perhaps."),
    )
    (person,) = debate.persons
    assert person.name == "Sir Gerald Oake"
    assert person.offices == ("The Minister for Coasts",)


def test_two_people_of_one_surname() -> None:
    other = "Mr Tomos Oake (Fenn) (LD)"
    apart = read((OAKE, LONG), (other, LONG), ("Mr Tomos Oake", "No."))
    assert names(apart) == ["Mr Gerald Oake", "Mr Tomos Oake", "Mr Tomos Oake"]
    open_ = read((OAKE, LONG), (other, LONG), (MARSH, "No."), ("Mr Oake", "Yes."))
    assert names(open_)[3] is None
    assert [(p.code, p.severity, p.line) for p in open_.problems] == [("ambiguous-name", "info", 18)]


def test_mr_is_no_woman() -> None:
    debate = read(("Mrs Ada Oake (Fenn) (Lab)", LONG), ("Mr Oake", "No."))
    assert len(debate.persons) == 2


def test_a_hyphen_joins_a_surname() -> None:
    debate = read(("Ada Marsh-Oake (Fenn) (Lab)", LONG), ("Ms Oake", "No."))
    assert len(debate.persons) == 2


def test_a_deputy_speaker_that_two_people_are_stays_open() -> None:
    debate = read(
        ("Mr Deputy Speaker (Sir Tomos Hale)", "Order."),
        ("Mr Deputy Speaker (Nigel Wick)", "Order."),
        ("Mr Deputy Speaker", "Order."),
    )
    assert names(debate) == ["Sir Tomos Hale", "Nigel Wick", None]
    assert [p.code for p in debate.problems] == ["ambiguous-name"]


def test_a_peer_by_a_short_title() -> None:
    debate = read(
        ("Lord Oake of Ness (Con)", LONG), ("Baroness Oake of Fenn (LD)", LONG), ("Lord Oake", "No.")
    )
    assert names(debate)[2] == "Lord Oake of Ness"


def test_a_linked_name_may_be_of_another_day() -> None:
    debate = parse(
        "Sea Walls\n\nLord Oake Portrait The Minister for Coasts (Mr Gerald Oake)\n- Hansard -\n\nNo.\n\n"
        "Lord Oake Portrait Mr Oake\n- Hansard -\n\nYes.\n",
        layout="parallel",
    )
    (person,) = debate.persons
    assert (person.name, person.linked_name) == ("Mr Gerald Oake", "Lord Oake")


# --- mentions ----------------------------------------------------------------------------------------


def test_mentions_and_whom_the_text_settles() -> None:
    words = (
        "My hon. Friend the Member for Port Ardle (Mr Oake) and the right hon. and learned Lady heard the "
        "Minister for Coasts; the hon. Member for Upper Dale did not. Will you, Madam Deputy Speaker, tell "
        "the noble Lord, Lord Wick of Fenn?"
    )
    debate = read((OAKE, words), (MARSH, "No."), (MINISTER, "No."))
    found = [(m.text, m.terms, m.constituency, m.name, m.office, m.person) for m in debate.mentions]
    assert found == [
        (
            "My hon. Friend the Member for Port Ardle (Mr Oake)",
            "My hon. Friend",
            "Port Ardle",
            "Mr Oake",
            None,
            "p1",
        ),
        ("the right hon. and learned Lady", "the right hon. and learned Lady", None, None, None, None),
        ("the Minister for Coasts", None, None, None, "the Minister for Coasts", "p3"),
        ("the hon. Member for Upper Dale", "the hon. Member", "Upper Dale", None, None, "p2"),
        ("you, Madam Deputy Speaker", None, None, None, "Madam Deputy Speaker", None),
        ("the noble Lord, Lord Wick of Fenn", "the noble Lord", None, "Lord Wick of Fenn", None, None),
    ]
    text = page((OAKE, words))
    assert all(text[slice(*m.span)] == m.text for m in debate.mentions)


def test_who_goes_on_with_i_names_themselves() -> None:
    words = (
        "The hon. Member for Upper Dale and I agree, and I’ve heard the noble Lord, Lord Wick of Fenn and I; "
        "the hon. Member for Upper Dale and I’ve met, so have the hon. Members for Upper Dale and Una Fell."
    )
    found = [(m.constituency, m.name, m.person) for m in read((OAKE, words), (MARSH, "No.")).mentions]
    dale = ("Upper Dale", None, "p2")
    assert found == [dale, (None, "Lord Wick of Fenn", None), dale, ("Upper Dale and Una Fell", None, None)]


PIECES = st.sampled_from(
    "the |my |right |hon. |Friend |Member for |Port Ardle|Minister |you, |Mr Speaker|noble |Lord |Secretary "
    "of State |for Coasts |x |. |The |Home Secretary|and learned |Lady".split("|")
)


@given(st.lists(PIECES, max_size=30).map("".join))
@example("Home Secretaryyou, Mr Speaker")
def test_the_gate_lets_every_mention_through(text: str) -> None:
    gated = [m.span() for m in scanner("uk").mentions(text)]
    free = [m.span() for m in re.finditer(rf"(?<![^\W\d_])(?:{scanner('uk').forms.pattern})", text)]
    assert gated == free


# --- what a parliament and a layout say -----------------------------------------------------------------

UK = profile("uk")


def test_which_offices_several_people_bear_is_the_parliaments_to_say() -> None:
    plain = parse(page(("The Harbour Warden", "No.")), layout="parallel", resolve=False)
    told, found = resolved(plain, UK, Reading())
    assert (len(told.persons), found) == (1, [])
    shared = attrs.evolve(UK, offices=attrs.evolve(UK.offices, shared=("warden",)))
    told, found = resolved(plain, shared, Reading())
    assert [p.code for p in found] == ["ambiguous-name"]
    assert (told.persons, told.problems) == ((), plain.problems)


def test_whose_a_title_is_is_the_parliaments_to_say() -> None:
    plain = parse(page((MARSH, "No."), ("Dr Marsh", "Yes.")), layout="parallel", resolve=False)
    assert len(resolved(plain, UK, Reading())[0].persons) == 1
    titles = attrs.evolve(UK.titles, sexes={**UK.titles.sexes, "dr": "m"})
    assert len(resolved(plain, attrs.evolve(UK, titles=titles), Reading())[0].persons) == 2


@pytest.mark.parametrize("sample", SAMPLES, ids=[f"{p.parent.name}/{p.stem}" for p in SAMPLES])
def test_a_parliament_need_not_say_what_its_words_mean(sample: Path) -> None:
    bare = attrs.evolve(
        UK,
        names=Names(),
        titles=Titles(),
        places=Places(),
        offices=Offices(),
        forms=Forms(),
        lines=Lines(),
        business=Business(),
    )
    plain = parse_file(sample, layout=sample.parent.name, resolve=False)
    told, _ = resolved(plain, bare, Reading(labels_lost=True, prose_names=True))
    assert unresolved(told) == plain


def test_a_layout_says_whether_turns_answer_one_another() -> None:
    plain = parse(page((MARSH, LONG), (OAKE, "Does she agree?"), ("Ms Marsh", "I do.")), resolve=False)
    assert resolved(plain, UK, Reading())[0].links
    told, _ = resolved(plain, UK, Reading(exchanges=False))
    assert (told.links, kinds(told)) == ((), ["speech"] * 3)


def test_who_is_named_nearby_changes_nothing_that_is_printed() -> None:
    text = (
        "Harbour lights\n\nPrime Minister Tobias Fell will open the harbour on Tuesday, with the pilots of "
        "Port Ardle.\n\nThe Prime Minister said:\n\n“The light is lit.”\n"
    )
    plain = parse(text, layout="release", resolve=False)
    told = resolve(plain)
    (said,) = told.contributions()
    assert (said.name, said.rules["person"]) == ("Tobias Fell", "named-nearby")
    assert said.speaker == next(iter(plain.contributions())).speaker
    assert said.speaker.surname is None


def test_every_sign_that_has_a_weight_is_a_terminal() -> None:
    terminals = {t.name for t in grammar.build("cues").terminals}
    assert [w.sign for w in WEIGHTS if w.sign.isupper() and w.sign not in terminals] == []


# --- laws --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", SAMPLES, ids=[f"{p.parent.name}/{p.stem}" for p in SAMPLES])
def test_resolving_a_sample_adds_and_changes_nothing(sample: Path) -> None:
    plain = parse_file(sample, layout=sample.parent.name, resolve=False)
    told = resolve(plain)
    assert unresolved(told) == plain
    assert resolve(told) == told == parse_file(sample, layout=sample.parent.name)
    found = {rule for c in told.contributions() for key, rule in c.rules.items() if key != "new_turn"}
    assert found <= RULES.keys()
    assert {link.rule for link in told.links} <= RULES.keys()


@given(transcripts("parallel"))
def test_resolving_adds_and_changes_nothing(plain: Transcript) -> None:
    told = resolve(plain)
    assert unresolved(told) == plain
    assert resolve(told) == told
    assert all(0 <= link.target < link.source for link in told.links)


def later_labels_bare(transcript: Transcript) -> Transcript:
    """The same, no label but a person's first with brackets."""
    from hansardparse.speakers.labels import speaker

    seen: set[str] = set()

    def bare(item: object) -> object:
        if isinstance(item, Section):
            return attrs.evolve(item, items=tuple(map(bare, item.items)))
        if isinstance(item, Contribution) and item.speaker.surname and not item.speaker.office:
            label = item.speaker.label or ""
            short = label.partition(" (")[0]
            label = short if short in seen else label
            seen.add(short)
            return attrs.evolve(
                item,
                speaker=speaker(label, item.speaker.span, item.speaker.linked_name, profile=profile("uk")),
            )
        return item

    return attrs.evolve(transcript, items=tuple(map(bare, transcript.items)))


@given(transcripts("parallel"))
def test_brackets_of_later_labels_are_not_needed(plain: Transcript) -> None:
    """Where each full name is one Member's: two Members of one name and no seat are nobody's guess."""
    seats: dict[str, set[str]] = {}
    for turn in plain.contributions():
        speaker = turn.speaker
        if speaker.surname:
            name = f"{speaker.forenames} {speaker.surname}"
            seats.setdefault(name, set()).add(
                f"{speaker.constituency} {speaker.linked_name} {speaker.honorific}"
            )
    if any(len(places) > 1 for places in seats.values()):
        return

    def same(transcript: Transcript) -> list[str | None]:
        return [c.person.id if c.person else None for c in resolve(transcript).contributions()]

    assert same(later_labels_bare(plain)) == same(plain)


def test_the_rules_are_documented() -> None:
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == table()


def test_every_rule_is_named_in_the_code() -> None:
    code = "".join(p.read_text() for p in (ROOT / "hansardparse").rglob("*.py") if p.name != "rules.py")
    assert [name for name in RULES if f'"{name}"' not in code] == []


# --- the page that the project was begun from ----------------------------------------------------------


@pytest.fixture(scope="module")
def seed(corpus: Path) -> Transcript:
    return parse_file(corpus / "uk-seeds" / "001_1ea89b1c147f2131.txt")


def section_of(transcript: Transcript, turn: Contribution) -> Section:
    return next(s for s in transcript.sections() if turn in s.items)


def test_seed_everybody_is_somebody(seed: Transcript) -> None:
    turns = list(seed.contributions())
    assert len(turns) == 111
    assert all(t.person is not None or t.speaker.role == "collective" for t in turns)


def test_seed_the_second_reading(seed: Transcript) -> None:
    first = next(t for t in seed.contributions() if t.text.startswith("I beg to move"))
    debate = section_of(seed, first)
    assert first.person is not None
    others = {
        *("Mr Alistair Carmichael", "Sir John Hayes", "Mr Kevan Jones", "Joanna Cherry", "Suella Braverman"),
        *("Dame Angela Eagle", "Holly Lynch", "Yvette Cooper", "Sir Julian Lewis"),
    }
    assert {t.name for t in debate.contributions() if t.kind == "intervention"} == others
    assert all(t.kind == "intervention" for t in debate.contributions() if t.name in others)
    own = [t for t in debate.contributions() if t.person == first.person]
    speech = next(s for s in speeches(seed) if s.turns[0] == first)
    assert list(speech.turns) == own
    jones = next(t for t in debate.contributions() if t.speaker.label == "Mr Jones")
    assert (jones.name, str(jones.constituency), str(jones.party)) == (
        "Mr Kevan Jones",
        "North Durham",
        "Lab",
    )
    gale = next(t for t in seed.contributions() if t.name == "Sir Roger Gale")
    assert gale.kind == "chair"
    assert gale.person is not None
    assert gale.person.in_chair


def test_seed_the_untitled_section(seed: Transcript) -> None:
    ellwood = next(t for t in seed.contributions() if t.name == "Mr Tobias Ellwood")
    debate = section_of(seed, ellwood)
    broke_in = [t.name for t in debate.contributions() if t.kind == "intervention"]
    assert broke_in == ["Mr Tobias Ellwood", "Sir William Cash", "Mr Barry Sheerman", "Yvette Cooper"]


def test_seed_oral_answers(seed: Transcript) -> None:
    found = {e.questions[0].question_number: e for e in exchanges(seed) if e.questions}
    for number in ("15", "23", "8", "16", "T1"):
        assert found[number].answers and found[number].supplementaries, number
    for number in ("2", "9", "17", "T3", "T4"):
        assert len(found[number].items) == 1, number


# --- time --------------------------------------------------------------------------------------------


def word(n: int) -> str:
    """A name that no other number has."""
    return "B" + "".join(chr(ord("a") + int(digit)) for digit in str(n))


TURNS = pytest.mark.parametrize(
    "turn",
    [
        pytest.param(
            lambda n: (f"Mr {word(n)} Oake", "I beg to move, That the wall be mended."), id="speeches"
        ),
        pytest.param(lambda n: ("Mr Oake" if n % 2 else f"Mr {word(n)} Oake", "No."), id="one-surname"),
        pytest.param(lambda n: (f"Lord {word(n)}", "My Lords—"), id="titles"),
        pytest.param(lambda n: (f"Sir {word(n)}", "No."), id="forenames"),
        pytest.param(lambda n: (f"Mr {word(n)} Oake ({word(n)} Dale)", "No."), id="seats"),
        pytest.param(
            lambda n: (f"Ada {word(n)}", "Why is that?" if n else "1. What steps she is taking."),
            id="questions",
        ),
    ],
)


@TURNS
def test_work_grows_with_the_text(turn: Callable[[int], tuple[str, str]]) -> None:
    def steps(size: int) -> int:
        plain = parse(page(*map(turn, range(size))), layout="parallel", resolve=False)
        return work(lambda: resolve(plain))

    steps(200)  # what is built once is built
    assert steps(400) < 2.2 * steps(200)

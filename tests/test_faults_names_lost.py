"""Pages that have lost the names of those who speak, all of them or some: nobody has another's words."""

from __future__ import annotations

import pytest

from hansardparse import parse


def said(text: str, layout: str = "auto") -> list[tuple[str | None, str]]:
    transcript = parse(text, layout=layout, resolve=False)
    return [(c.speaker.label, c.text) for c in transcript.contributions()]


WALL = "asked the Minister of Works when the wall will be mended."
HEADS = {
    "webpage": "Sea Walls\n\nVolume 41: debated on Wednesday 20 April 1983\n\n",
    "theyworkforyou": "Part of Sea Walls – in the House of Commons at 2:30 pm on 20 April 1983.\n",
    "historic-site": "HC Deb 20 April 1983 vol 41 cc12-14\n\n",
}


@pytest.mark.parametrize("layout", HEADS)
def test_every_paragraph_of_a_page_without_names_is_somebodys(layout: str) -> None:
    text = f"{HEADS[layout]}{WALL}\n\nI hope that it will be mended soon.\n\nIs that all?\n"
    transcript = parse(text)
    assert transcript.layout == layout
    assert [(c.speaker.label, c.text) for c in transcript.contributions()] == [
        (None, WALL),
        (None, "I hope that it will be mended soon."),
        (None, "Is that all?"),
    ]
    assert [problem.code for problem in transcript.problems] == ["labels-lost"]


def test_a_page_on_which_nobody_speaks_of_himself_is_no_speech() -> None:
    text = f"{HEADS['webpage']}The wall has nine stones.\n\nThe tenth was lost.\n"
    assert said(text) == []


def test_the_number_of_a_question_is_no_text() -> None:
    text = f"{HEADS['webpage']}Sea Walls\n\n9.\n\n{WALL}\n\nIn the spring.\n"
    first = next(parse(text).contributions())
    assert (first.question_number, first.text) == ("9", WALL)


def test_a_ministers_label_does_not_take_what_members_ask() -> None:
    text = (
        f"{HEADS['webpage']}{WALL}\n\nThe Minister of Works\n(Mr. Gerald Oake)\n\nNext year.\n\n"
        "Is he aware that it has fallen?\n\nI am.\n"
    )
    assert said(text) == [
        (None, WALL),
        ("The Minister of Works\n(Mr. Gerald Oake)", "Next year."),
        (None, "Is he aware that it has fallen?"),
        (None, "I am."),
    ]


def test_where_members_have_labels_a_speech_has_its_paragraphs() -> None:
    text = (
        f"{HEADS['webpage']}Mr. Pugh\n\n{WALL}\n\nThe Minister of Works\n(Mr. Gerald Oake)\n\nNext year.\n\n"
        "It will have ten stones.\n\nMr. Pugh\n\nI thank him.\n"
    )
    assert said(text)[1][1] == "Next year.\n\nIt will have ten stones."


def test_a_question_that_has_lost_its_asker_is_not_of_the_one_above() -> None:
    text = (
        "Tuesday, 17 December 1957\nThe House met at half-past Two o'clock\n"
        f"Mr. Oake: asked the Minister of Works when the pier will be painted.\n{WALL}\n"
    )
    assert said(text) == [
        ("Mr. Oake", "asked the Minister of Works when the pier will be painted."),
        (None, WALL),
    ]


def test_lords_questions_for_written_answer_without_who_asks() -> None:
    to_ask = "To ask Her Majesty's Government when the {} will be mended."
    text = (
        f"{to_ask.format('wall')}[HL9224]\n\n"
        "The Minister of State, Department for Harbours (Lord Oake): In the spring. I said so.\n\n"
        f"{to_ask.format('pier')}[HL9225]\n\n"
        "The Minister of State, Department for Harbours (Lord Oake): Not yet.\n"
    )
    assert said(text) == [
        (None, to_ask.format("wall")),
        ("The Minister of State, Department for Harbours (Lord Oake)", "In the spring. I said so."),
        (None, to_ask.format("pier")),
        ("The Minister of State, Department for Harbours (Lord Oake)", "Not yet."),
    ]


def test_one_may_ask_several_on_paper() -> None:
    to_ask = "To ask Her Majesty's Government when the {} will be mended."
    text = (
        f"Asked by Lord Marsh\n\n{to_ask.format('wall')}[HL9224]\n\n{to_ask.format('pier')}[HL9225]\n\n"
        "The Minister of State, Department for Harbours (Lord Oake): In the spring.\n"
    )
    spoken = said(text)
    assert spoken[0] == ("Lord Marsh", f"{to_ask.format('wall')}\n\n{to_ask.format('pier')}")
    assert len(spoken) == 2


def test_only_a_question_tells_the_archive() -> None:
    text = f"The Arts\nMuseums (Piers)\n{WALL}\nIn the spring.\nWales\nSea Walls\n{WALL}\nIt has been.\n"
    transcript = parse(text)
    assert transcript.layout == "webpage"
    assert len(list(transcript.contributions())) == 4


def test_words_below_an_order_that_is_over_are_no_procedure() -> None:
    text = (
        "– in a Public Bill Committee at 12:00 am on 7 February 2017.\nGood morning.\nOrdered,\n"
        "That the Committee shall meet—\n(1) at Port Ardle on Tuesday\n(2) at Upper Dale on Thursday\n"
        "I call the Minister.\n"
    )
    assert [text for _, text in said(text)] == ["Good morning.", "I call the Minister."]


def test_what_the_site_explains_at_the_foot_is_nobodys() -> None:
    text = (
        "– in a Public Bill Committee at 12:00 am on 7 February 2017.\nGood morning.\n"
        "Ministers make up the Government and everybody at Port Ardle knows them.\nThere are nine.\n"
    )
    assert [text for _, text in said(text)] == ["Good morning."]

"""What publishers vary within a container: each once, in a record of a few lines."""

from __future__ import annotations

import json

import pytest

from hansardparse import Transcript, parse_bytes, rows


def read(data: str | bytes) -> Transcript:
    return parse_bytes(data.encode() if isinstance(data, str) else data)


def shown(transcript: Transcript) -> list[str]:
    """Each row on a line: what it is, who speaks, the words."""
    return [
        " / ".join(filter(None, (row["type"], row["speaker_label"], row["text"]))).replace("\n\n", " | ")
        for row in rows(transcript)
    ]


# --- publicwhip


def whipped(house: str, *speeches: str) -> str:
    begin = f'<publicwhip><major-heading id="uk.org.publicwhip/{house}/2016-03-01.1.0">Piers</major-heading>'
    return begin + "".join(speeches) + "</publicwhip>"


def said(*paragraphs: str) -> str:
    return f'<speech speakername="Ada Marsh">{"".join(f"<p>{each}</p>" for each in paragraphs)}</speech>'


@pytest.mark.parametrize(
    "mark", ["(Mr Deputy Speaker [Mr Oake] in the Chair)", "Sitting suspended at 1 pm and resumed at 2 pm."]
)
@pytest.mark.parametrize("house", ["ni", "debate"])
def test_a_change_of_chair_and_a_pause_do_not_end_a_speech(house: str, mark: str) -> None:
    found = read(whipped(house, said("They are dark.", mark, "Very dark.")))
    (turn,) = found.contributions()
    assert turn.text == "They are dark.\n\nVery dark."


@pytest.mark.parametrize(
    ("house", "parliament"),
    [("ni", "ni"), ("spor", "sco"), ("senedd", "wa"), ("debate", "uk"), ("wrans", "uk")],
)
def test_ids_say_whose_record_it_is(house: str, parliament: str) -> None:
    assert read(whipped(house, said("They are dark."))).parliament == parliament


@pytest.mark.parametrize(
    ("kind", "house", "venue"),
    [
        ("debate", "Commons", "Commons"),
        ("lords", "Lords", "Lords"),
        ("westminhall", "Commons", "Westminster Hall"),
        ("wrans", None, None),
    ],
)
def test_ids_say_which_house_it_is(kind: str, house: str | None, venue: str | None) -> None:
    found = rows(read(whipped(kind, said("They are dark."))))
    assert {(row["house"], row["venue"]) for row in found} == {(house, venue)}


def test_the_same_ids_are_of_no_house_of_ours_in_australia() -> None:
    url = 'url="http://parlinfo.aph.gov.au/parlInfo/search"'
    text = whipped("debate", said("They are dark.")).replace("<major-heading ", f"<major-heading {url} ")
    assert read(text).house is None


# --- hansard.parliament.uk and its API


def page(*items: str) -> str:
    return (
        '<!DOCTYPE html><html><body><div class="hero-banner"><h1>Piers Bill</h1></div>'
        f'<div class="child-debate">{"".join(items)}</div></body></html>'
    )


def turn(name: str, words: str) -> str:
    return (
        '<div class="debate-item debate-item-contributiondebateitem"><div class="attributed-to-details">'
        f'<div class="primary-text">{name}</div></div><div class="content">{words}</div></div>'
    )


def other(words: str, tag: str = "hs_Para") -> str:
    return f'<div class="debate-item debate-item-otherdebateitem"><div data-tag="{tag}">{words}</div></div>'


MOVED_BY = other("<p>Moved by</p>")
AMENDMENT = "<p>12: Clause 4, page 3, line 8, leave out “may”</p>"


def test_a_mover_named_below_is_no_turn() -> None:
    found = read(
        page(MOVED_BY, turn("Lord Vane", AMENDMENT), turn("Lord Vane (LD)", "<p>My Lords, I move.</p>"))
    )
    assert shown(found) == [
        "heading / Piers Bill",
        "procedure / Moved by",
        "procedure / Lord Vane",
        "procedure / 12: Clause 4, page 3, line 8, leave out “may”",
        "contribution / Lord Vane (LD) / My Lords, I move.",
    ]


def test_a_mover_with_no_words_is_no_turn() -> None:
    found = read(
        page(MOVED_BY, turn("Lord Vane", ""), turn("Lord Vane", AMENDMENT), turn("Lady Oake", "<p>No.</p>"))
    )
    assert [each.speaker.label for each in found.contributions()] == ["Lady Oake"]


def test_a_mover_who_speaks_at_once_has_a_turn() -> None:
    found = read(page(MOVED_BY, turn("Lord Vane", "<p>My Lords, I beg to move.</p>")))
    assert [each.text for each in found.contributions()] == ["My Lords, I beg to move."]


def test_who_asks_below_asked_by_has_a_turn() -> None:
    found = read(page(other("<p>Asked by</p>"), turn("Lord Vane", "<p>To ask the Government why.</p>")))
    assert [each.text for each in found.contributions()] == ["To ask the Government why."]


@pytest.mark.parametrize("tag", ["hs_7SmCapHdg", "hs_AmendmentHeading"])
def test_the_tag_of_a_title_makes_a_heading(tag: str) -> None:
    assert "heading / Piers of Ardle" in shown(read(page(other("<p>Piers of Ardle</p>", tag))))


def test_the_api_tags_titles_too() -> None:
    item = {"ItemType": "Contribution", "Value": "<p>Piers of Ardle</p>", "HRSTag": "hs_7SmCapHdg"}
    found = read(json.dumps({"Overview": {"Title": "Piers Bill", "ExtId": "a"}, "Items": [item]}))
    assert shown(found) == ["heading / Piers Bill", "heading / Piers of Ardle"]


AYES = (
    "<table><tr><td>Division No. 14.]</td><td>AYES</td><td>[9.59 p.m.</td></tr>"
    "<tr><td>Abel, John</td><td>Marsh, Mrs. Ada</td></tr></table>"
)
NOES = "<table><tr><td></td><td>NOES</td></tr><tr><td>Oake, Sir Hugh</td></tr></table>"


def test_tables_of_the_archive_are_a_division() -> None:
    found = read(page(other(AYES), other(NOES), turn("Mr. Oake", "<p>Order.</p>"), other(NOES)))
    first, second = found.divisions()
    assert (first.number, first.time) == ("14", "21:59")
    assert [[vote.name for vote in group.votes] for group in first.groups] == [
        ["Abel, John", "Marsh, Mrs. Ada"],
        ["Oake, Sir Hugh"],
    ]
    assert [group.option for group in second.groups] == ["no"]


# --- TheyWorkForYou's API


def test_names_in_parts_are_put_together() -> None:
    peer = {
        "title": "Baroness",
        "last_name": "Oake",
        "constituency": "Ardle",
        "house": "2",
        "person_id": "13",
    }
    member = {"title": "", "first_name": "Ada", "last_name": "Marsh", "house": "1", "party": "Labour"}
    found = read(
        json.dumps(
            [{"htype": "12", "gid": "a", "body": "<p>Yes.</p>", "speaker": each} for each in (peer, member)]
        )
    )
    assert [each.speaker.label for each in found.contributions()] == [
        "Baroness Oake of Ardle",
        "Ada Marsh (Labour)",
    ]


def test_what_a_search_finds_stands_below_its_debate() -> None:
    found = [
        {
            "htype": "12",
            "gid": gid,
            "body": "Yes.",
            "parent": {"body": debate},
            "speaker": {"name": "Ada Marsh"},
        }
        for gid, debate in (("a", "Piers"), ("b", "Piers"), ("c", "Buoys"))
    ]
    assert [each.heading for each in read(json.dumps({"rows": found})).sections()] == ["Piers", "Buoys"]


# --- Australia


def of_the_day(body: str) -> str:
    head = "<session.header><date>2004-03-01</date><chamber>REPS</chamber></session.header>"
    return f'<hansard version="2.1">{head}<chamber.xscript>{body}</chamber.xscript></hansard>'


def test_a_motion_with_no_speech_is_its_movers() -> None:
    found = read(
        of_the_day(
            "<debate><debateinfo><title>BUSINESS</title></debateinfo><motionnospeech><name>Mr DUN</name>"
            "<electorate>(Cold Ness</electorate><role>—Whip)</role><time.stamp>15:25:00</time.stamp>"
            "<inline>—by leave—I move:</inline><motion><para>That business be postponed.</para></motion>"
            "<para>Question agreed to.</para></motionnospeech></debate>"
        )
    )
    assert shown(found) == [
        "heading / BUSINESS",
        "time / 15:25",
        "contribution / Mr DUN (Cold Ness—Whip) / by leave—I move: | That business be postponed.",
        "procedure / Question agreed to.",
    ]


def turn_of_2019(*paragraphs: str) -> str:
    words = "".join(f'<p class="HPS-Normal">{each}</p>' for each in paragraphs)
    return of_the_day(
        f"<speech><talk.start><talker/></talk.start><talk.text><body>{words}</body></talk.text></speech>"
    )


def spoken_by(name: str, kind: str = "MemberSpeech") -> str:
    return f'<a href="F2S" type="{kind}"><span class="HPS-{kind}">{name}</span></a>'


def test_who_interjects_without_words_does_not_end_a_speech() -> None:
    found = read(
        turn_of_2019(
            f"{spoken_by('Ms MARSH:')}  They are dark.",
            spoken_by("Mr Oake interjecting—", "MemberIInterjecting"),
            "Very dark.",
        )
    )
    assert [each.text for each in found.contributions()] == [
        "They are dark.\n\nMr Oake interjecting—\n\nVery dark."
    ]


def test_the_colon_of_a_time_ends_no_label() -> None:
    found = read(
        turn_of_2019(f"{spoken_by('The SPEAKER', 'OfficeSpeech')} took the chair at 09:30, and read prayers.")
    )
    assert not list(found.contributions())


def test_a_speech_that_is_read_into_the_record_goes_on_behind_the_leave() -> None:
    found = read(
        turn_of_2019(
            f"{spoken_by('Ms MARSH:')}  I seek leave to incorporate my speech.",
            "Leave granted.",
            "The speech read as follows—",
            "Piers are dark.",
        )
    )
    (turn,) = found.contributions()
    assert turn.text.endswith("Piers are dark.")


# --- New South Wales


def fragment(*pieces: str) -> str:
    return f"<fragment.text>{''.join(pieces)}</fragment.text>"


def named(name: str, words: str, anchor: str = "") -> str:
    return f'{anchor}<p class="Normal-P"><span class="MemberUpper-H">{name}</span>{words}</p>'


def test_a_number_is_of_the_next_paragraph_alone() -> None:
    anchor = '<a name="member" data-value="12"></a>'
    found = read(fragment(named("Ms ADA MARSH:", " I agree.", anchor), named("Mr TAM DUN:", " I do not.")))
    assert [each.speaker.identifiers for each in found.contributions()] == [("parliament.nsw:12",), ()]


def test_a_time_within_the_label_is_none_of_its_words() -> None:
    found = read(fragment(named("Mr TAM DUN", " (Treasurer) (12:02): I agree.")))
    assert shown(found) == ["time / 12:02", "contribution / Mr TAM DUN (Treasurer) / I agree."]


TOTALS = (
    "<table><tr><td>Ayes ..... 3</td></tr><tr><td>Noes</td><td>2</td></tr>"
    "<tr><td>Majority</td><td>1</td></tr></table>"
)
NAMES = (
    "<table><tr><td>AYES</td></tr><tr><td>Dun, T</td><td>Fell, U (teller)</td><td>Lee, J</td></tr></table>"
    "<table><tr><td>NOES</td></tr><tr><td>Marsh, A</td><td>Pugh, M</td></tr>"
    "<tr><td>PAIRS</td></tr><tr><td>Oake, G</td><td>Reed, U</td></tr></table>"
)


def test_the_totals_of_a_division_stand_before_its_names() -> None:
    (division,) = read(fragment(TOTALS, NAMES)).divisions()
    assert division.totals == {"aye": 3, "no": 2}
    assert [[vote.name for vote in group.votes] for group in division.groups] == [
        ["Dun, T", "Lee, J"],
        ["Marsh, A", "Pugh, M"],
    ]
    assert [vote.name for vote in division.groups[0].tellers] == ["Fell, U"]


def test_totals_alone_are_a_division() -> None:
    (division,) = read(fragment(TOTALS, named("Mr TAM DUN:", " I agree."))).divisions()
    assert division.totals == {"aye": 3, "no": 2}


# --- Singapore


def test_a_question_that_is_told_behind_its_number_is_read_as_in_the_text_of_the_report() -> None:
    told = "<p>3 <strong>Mr Tam Dun</strong> asked the Minister why.</p><p><strong>Ms Fell</strong>: So.</p>"
    found = read(json.dumps({"takesSectionVOList": [{"title": "Piers", "content": told}]}))
    assert [(row["type"], row["speaker_label"], row["text"]) for row in rows(found)][1:] == [
        ("procedure", None, "3 Mr Tam Dun asked the Minister why."),
        ("contribution", "Ms Fell", "So."),
    ]


def test_reports_of_the_older_form_have_one_field() -> None:
    html = (
        "<p align=center><b>PIERS BILL</b></p><p><b>The Minister (Mr Lee Jo Wen):</b> I beg to move.</p>"
        "<p>Column: 215</p><p>Piers are dark.</p>"
    )
    found = read(json.dumps({"takesSectionVOList": [], "htmlFullContent": html}))
    assert shown(found) == [
        "heading / PIERS BILL",
        "contribution / The Minister (Mr Lee Jo Wen) / I beg to move. | Piers are dark.",
        "column / Column 215",
    ]


# --- New Zealand


def test_a_time_in_brackets_stands_behind_the_name() -> None:
    found = read(
        '<html><head><title>x - New Zealand Parliament</title></head><body><h2>Piers</h2><p class="Speech">'
        "<strong>JO LEE (Green)</strong> (15:10): I move.</p><p class='x'><b>Mr SPEAKER</b>: Order!</p>"
        "<p class='a'><b>Note</b> the lamps.</p></body></html>"
    )
    assert shown(found) == [
        "heading / Piers",
        "time / 15:10",
        "contribution / JO LEE (Green) / I move.",
        "contribution / Mr SPEAKER / Order! | Note the lamps.",
    ]


# --- volumes


def test_what_the_lords_do_is_no_ones_words() -> None:
    found = read(
        "<houselords><debates><section><title>PIERS BILL.</title><p>SECOND READING.</p>"
        "<p><member>LORD OAKE</member><membercontribution>: I put it.</membercontribution></p>"
        "<p>On Question, <i>agreed to;</i> Bill read 2<sup>a</sup>.</p></section></debates></houselords>"
    )
    assert shown(found) == [
        "heading / PIERS BILL.",
        "heading / SECOND READING.",
        "contribution / LORD OAKE / I put it.",
        "procedure / On Question, agreed to; Bill read 2a.",
    ]


# --- Canada and Ireland


def test_who_asks_and_who_answers_in_writing_have_turns() -> None:
    found = read(
        '<Hansard id="1"><HansardBody><WrittenQuestionResponse><QuestionID>Question No. 12--</QuestionID>'
        '<Questioner><Affiliation DbId="7">Mrs. Una Fell</Affiliation>:</Questioner><QuestionContent>'
        "<ParaText>How many piers are lit?</ParaText></QuestionContent>{}<ResponseContent>"
        "<ParaText>Twelve.</ParaText></ResponseContent></WrittenQuestionResponse></HansardBody></Hansard>".format(
            "<Responder><Affiliation>Hon. Ada Marsh</Affiliation>:</Responder>"
        )
    )
    assert shown(found) == [
        "contribution / Mrs. Una Fell / How many piers are lit?",
        "contribution / Hon. Ada Marsh / Twelve.",
    ]
    assert [row["question_number"] for row in rows(found)] == ["12", None]


def test_the_mark_of_an_item_stands_before_its_words() -> None:
    items = "<li><num>(a)</num><p>piers;</p></li><li><num>(b)</num> lamps.</li>"
    found = read(
        '<akomaNtoso><debate><debateBody><speech by="#a"><from>Ada Marsh</from>'
        f"<p>Two:</p><ol>{items}</ol></speech></debateBody></debate></akomaNtoso>"
    )
    assert shown(found) == ["contribution / Ada Marsh / Two: | (a) piers; | (b) lamps."]


# --- GOV.UK


def spoken(body: str) -> Transcript:
    links = {"speaker": [{"title": "Ada Marsh MP"}]}
    item = {
        "document_type": "speech",
        "base_path": "/x",
        "title": "Piers",
        "details": {"body": body},
        "links": links,
    }
    return read(json.dumps(item))


@pytest.mark.parametrize(
    "body",
    [
        "<p><strong>Question:</strong> Why?</p><p><strong>Minister:</strong> It is.</p><p>So.</p>"
        "<p><strong>Question (the Echo):</strong> Now?</p><p><strong>Minister</strong></p><p>Now.</p>",
        "<p><b>QUESTION</b></p><p>Why?</p><p><b>MINISTER</b></p><p>It is.</p><p>So.</p>"
        "<p><b>QUESTION</b></p><p>Now?</p><p><b>MINISTER</b></p><p>Now.</p>",
        "<p>Question: Why?</p><p>Minister: It is.</p><p>So.</p><p>Question: Now?</p><p>Minister: Now.</p>",
    ],
)
def test_a_conversation_has_turns(body: str) -> None:
    turns = [
        (each.speaker.label.split(" (")[0].capitalize(), each.text) for each in spoken(body).contributions()
    ]
    assert turns == [
        ("Question", "Why?"),
        ("Minister", "It is.\n\nSo."),
        ("Question", "Now?"),
        ("Minister", "Now."),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Thank you.</p><p><b>Piers</b></p><p>They are dark.</p><p><b>Lamps</b></p><p>So.</p>",
        "<h2>Piers</h2><h3>North</h3><p>a</p><h3>South</h3><p>b</p><h2>Lamps</h2><h3>North</h3><p>c</p>",
        "<p>There are two reasons.</p><p>First: cost.</p><p>Second: time.</p><p>First: it is dear.</p>",
        "<p><b>Note:</b> one.</p><p><b>Note:</b> two.</p><p><b>Note:</b> three.</p>",
    ],
)
def test_a_speech_with_bold_type_or_colons_is_no_conversation(body: str) -> None:
    assert {each.speaker.label for each in spoken(body).contributions()} == {"Ada Marsh MP"}


def test_titles_with_the_speakers_name_are_who_speaks() -> None:
    found = spoken(
        "<h2>Questions</h2><h3>Una Reed</h3><p>Why?</p><h3>Ada Marsh</h3><p>So.</p>"
        "<h3>Tom Lee</h3><p>Now?</p><h3>Ada Marsh</h3><p>Now.</p>"
    )
    assert [each.speaker.label for each in found.contributions()] == [
        "Una Reed",
        "Ada Marsh",
        "Tom Lee",
        "Ada Marsh",
    ]


def test_what_stands_before_a_conversation_is_the_speakers() -> None:
    talk = "<p><b>Question:</b> Why?</p><p><b>Minister:</b> So.</p><p><b>Question:</b> Now?</p>"
    found = spoken(f"<p>Good morning.</p>{talk}")
    assert [each.speaker.label for each in found.contributions()] == [
        "Ada Marsh MP",
        "Question",
        "Minister",
        "Question",
    ]

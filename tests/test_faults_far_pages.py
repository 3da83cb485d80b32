"""Pages of many lands as they were met first: whose record it is, who says what, and which day it is."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from hansardparse import parse


class Page(NamedTuple):
    """What is wrong with many pages, in one: whose record it is, its layout, who begins with which words."""

    parliament: str
    layout: str
    text: str
    turns: list[tuple[str, str]]


PAGES = {
    "a council of a state, its titles in capitals": Page(
        "au",
        "australia",
        "Thursday, 4 May 2017\n\n"
        "THE PRESIDENT (Hon Una Reed) took the chair at 10.00 am, and read prayers.\n\n"
        "LAMPS AND WALLS\nStatement\nTHE PRESIDENT (Hon Una Reed): Members, the lamps are out.\n\n"
        "HON ADA McALLAN (Upper Dale — Minister for Lamps) [10.02 am]: They were lit.\n\n"
        "Hon Gerald Oake: When?\n",
        [
            ("THE PRESIDENT (Hon Una Reed)", "Members, the lamps"),
            ("HON ADA McALLAN (Upper Dale — Minister for Lamps) [10.02 am]", "They were"),
            ("Hon Gerald Oake", "When?"),
        ],
    ),
    "a time before who is called, and questions with their answers": Page(
        "au",
        "australia",
        "Madam SPEAKER - Honourable members, the children are here.\n\nMembers - Hear, hear.\n\n"
        "STATEMENT BY PREMIER\n\nAbsence of Minister\n\n"
        "[10.02 a.m.] Mr OAKE (Upper Dale - Premier) - Madam Speaker, he is ill.\n\nQUESTIONS\n\n"
        "Mr Tomos Fell MP - Lamp Oil - Cost\n\nMs MARSH question to PREMIER, Mr OAKE\n\n"
        "[10.04 a.m.] Who pays?\n\nANSWER\n\nMadam Speaker, I thank the member.\n\n"
        "Ms Marsh - Who?\n\nMr OAKE - You do.\n",
        [
            ("Madam SPEAKER", "Honourable members"),
            ("Members", "Hear, hear."),
            ("Mr OAKE (Upper Dale - Premier)", "Madam Speaker, he is ill."),
            ("Ms MARSH", "question to PREMIER, Mr OAKE Who pays?"),
            ("Ms Marsh", "Who?"),
            ("Mr OAKE", "You do."),
        ],
    ),
    "a page of one speech, its label spaced": Page(
        "au",
        "australia",
        "Legislative Council Thursday 24 May 2018\n\nMs  MARSH  (Upper Dale) - Mr President, it leaks.\n",
        [("Ms  MARSH  (Upper Dale)", "Mr President, it leaks.")],
    ),
    "a page of openparliament.ca": Page(
        "ca",
        "openparliament",
        "House of Commons Hansard #12 of the 44th Parliament, 1st Session. (The original is elsewhere.)\n\n"
        "Topics\n\nSea WallsOral Questions\n\n2:15 p.m.\n\nNDP\n\nAda Marsh NDP Upper Dale, AB\n\n"
        "Mr. Speaker, when?\n\nSea Walls\nOral Questions\n\nMarch 23rd, 2023 / 2:20 p.m.\n\n"
        "Port Ardle Manitoba\n\nLiberal\n\nGerald Oake LiberalMinister of Harbours\n\nIn May.\n\n"
        "Sea Walls\nOral Questions\n\n2:20 p.m.\n\nSome hon. members\n\nOh, oh!\n\n"
        "Sea Walls\nOral Questions\n\n2:20 p.m.\n\nLiberal\n\nThe Speaker Una Reed\n\nOrder, please.\n",
        [
            ("Ada Marsh", "Mr. Speaker, when?"),
            ("Gerald Oake", "In May."),
            ("Some hon. members", "Oh, oh!"),
            ("The Speaker", "Order, please."),
        ],
    ),
    "the Senate of Canada, by titles that Ireland has too": Page(
        "ca",
        "canada",
        "Hon. Una Reed (Government Representative in the Senate): Thank you, senator.\n\n155 words\n\n"
        "Senator Oake: I will.\n\nSenator Marsh: When?\n\nThe Hon. the Speaker pro tempore: Order.\n",
        [
            ("Hon. Una Reed (Government Representative in the Senate)", "Thank you, senator."),
            ("Senator Oake", "I will."),
            ("Senator Marsh", "When?"),
            ("The Hon. the Speaker pro tempore", "Order."),
        ],
    ),
    "Alberta, a word before its headings": Page(
        "ca",
        "canada",
        "head: Introduction of Visitors\n\nMR. MARSH: Mr. Speaker, the children are here.\n\n"
        "head: Oral Question Period\n\nDR. OAKE: When?\n",
        [("MR. MARSH", "Mr. Speaker, the children"), ("DR. OAKE", "When?")],
    ),
    "Newfoundland, whose members have no title": Page(
        "ca",
        "canada",
        "May 9, 2006          HOUSE OF ASSEMBLY PROCEEDINGS          Vol. XLVI No. 14\n\n"
        "SERGEANT-AT-ARMS: All rise.\n\nSPEAKER (Reed): Order, please!\n\n"
        "E. MARSH: When will the wharf be mended?\n\nCLERK: Bill 9.\n",
        [
            ("SERGEANT-AT-ARMS", "All rise."),
            ("SPEAKER (Reed)", "Order, please!"),
            ("E. MARSH", "When will the wharf"),
            ("CLERK", "Bill 9."),
        ],
    ),
    "the Lok Sabha's Speaker, in capitals as Canada has ministers": Page(
        "in",
        "in-report",
        "LOK SABHA\n\nFriday, August 2, 2019 / Shravana 11, 1941 (Saka) ______\n\n"
        "HON. SPEAKER: The wall is old.\n\nIt is nine years old.\n",
        [("HON. SPEAKER", "The wall is old. It is")],
    ),
    "the Rajya Sabha, handed on from one reporter to the next": Page(
        "in",
        "in-report",
        "MR. CHAIRMAN: Now, the Minister. ..(Interruptions)..\n\n(Followed by 1C – SK) SK-RPM/1C/11.10\n\n"
        "MR. CHAIRMAN: One minute.\n\n(Ends)\n\nPAPERS LAID ON THE TABLE\n\nMR. CHAIRMAN: Go on.\n",
        [("MR. CHAIRMAN", "Now, the"), ("MR. CHAIRMAN", "One minute."), ("MR. CHAIRMAN", "Go on.")],
    ),
    "a page of KildareStreet": Page(
        "ie",
        "kildarestreet",
        "Dáil debates\n\nWednesday, 1 June 2016\n\n10:30 am\n\n"
        "Photo of Ada MarshAda Marsh (Upper Dale, Labour)\n"
        "Link to this: Individually | In context | Oireachtas source\n\nIt leaks.\n\n"
        "Photo of Gerald Ó DúillGerald Ó Dúill (Port Ardle, Fianna Fail)\n"
        "Link to this: Individually | In context | Oireachtas source\n\nIt does.\n",
        [("Ada Marsh", "It leaks."), ("Gerald Ó Dúill", "It does.")],
    ),
    "a page of OpenAustralia": Page(
        "au",
        "openaustralia",
        "Senate debates\n\nMonday, 14 August 2006\n\nSea Walls\n\n6:28 pm\n\n"
        "Photo of Ada MarshAda Marsh (Upper Dale, Liberal Party) Share this | Hansard source\n\nIt leaks.\n\n"
        "Opposition senators Share this | Hansard source\n\nShame!\n",
        [("Ada Marsh", "It leaks."), ("Opposition senators", "Shame!")],
    ),
    "a page of the Oireachtas that has lost its labels": Page(
        "ie",
        "oireachtas",
        "Skip to main content\nNormal View\n\nDáil Éireann debate -\nThursday, 6 Feb 2025\n\n"
        "Vol. 1062 No. 5\n\n"
        "Sea Walls\n\nThe wall leaks.\n\nIt does.\n",
        [],
    ),
    "South Africa, a slip for a colon behind who presides": Page(
        "za",
        "za-hansard",
        "The House met at 14:03.\n\nMr A B MARSH: On a point of order.\n\n"
        "The SPEAKER: I am not allowing it.\n\n"
        "Mr A B MARSH: I may.\n\nThe SPEAKER. No, you may not.\n",
        [
            ("Mr A B MARSH", "On a point"),
            ("The SPEAKER", "I am not"),
            ("Mr A B MARSH", "I may."),
            ("The SPEAKER", "No, you may not."),
        ],
    ),
    "Fiji, an officer who has retired": Page(
        "fj",
        "fj-hansard",
        "HON. A.B. MARSH.- Madam Speaker, I second it.\n\n"
        "HON. MAJOR-GENERAL (RET’D) G.T. OAKE.- I rise, Madam Speaker.\n",
        [
            ("HON. A.B. MARSH", "Madam Speaker, I second it."),
            ("HON. MAJOR-GENERAL (RET’D) G.T. OAKE", "I rise, Madam Speaker."),
        ],
    ),
    "Papua New Guinea, by the head of its draft": Page(
        "pg",
        "pg-hansard",
        "DRAFT HANSARD ______\n\nSubject: Page No:\n\nWednesday 1 June 2016\n\nSEA WALLS\n\n"
        "Mr GERALD OAKE (Port Ardle –Minister for Lamps) – I move – That it be mended.\n",
        [("Mr GERALD OAKE (Port Ardle –Minister for Lamps)", "I move – That it be mended.")],
    ),
    "Uganda, by a title that says where Parliament met": Page(
        "ug",
        "ug-hansard",
        "Friday, 24 April 2020: Parliament Met at 11.13 A.M. in The Parliament House, Kampala\nPRAYERS\n"
        "THE SPEAKER: Honourable members, I welcome you.\n",
        [("THE SPEAKER", "Honourable members, I welcome you.")],
    ),
    "Victoria, forenames and no titles": Page(
        "au",
        "australia",
        "Thursday, 20 March 2025\n\nSea Walls\n\n"
        "Mary-Ann MARSH (Upper Dale – Minister for Lamps, Minister for Walls) (17:16): I move:\n\n"
        "That it be mended.\n\nMembers interjecting.\n\nMary-Ann MARSH: It is a simple change.\n\n"
        "Gerald OAKE (Port Ardle) (17:20): It is not.\n\nThe SPEAKER: Order!\n",
        [
            ("Mary-Ann MARSH (Upper Dale – Minister for Lamps, Minister for Walls) (17:16)", "I move: That"),
            ("Members", "interjecting."),
            ("Mary-Ann MARSH", "It is a simple change."),
            ("Gerald OAKE (Port Ardle) (17:20)", "It is not."),
            ("The SPEAKER", "Order!"),
        ],
    ),
    "Quebec": Page(
        "ca",
        "canada",
        "Le mardi 5 avril 2011 - Vol. 42 N° 12\n\nJournal des débats\n\n"
        "(Treize heures cinquante-deux minutes)\n\n"
        "Le Secrétaire: Mmes, MM. les députés, bonjour.\n\nDes voix: ...\n\n"
        "M. Marsh (Port-Ardle): J'ai l'honneur.\n\nLE SECRETAIRE: Merci.\n",
        [
            ("Le Secrétaire", "Mmes, MM."),
            ("Des voix", "..."),
            ("M. Marsh (Port-Ardle)", "J'ai l'honneur."),
            ("LE SECRETAIRE", "Merci."),
        ],
    ),
    "a committee of the Senate of Canada, what a witness is beside the name": Page(
        "ca",
        "canada",
        "OTTAWA, Tuesday, November 5, 2002\n\n[English]\n\n"
        "Mr. Ivor Reed, the Clerk of the Committee: Honourable senators, good morning.\n\n"
        "Senator Marsh: I move it.\n\nDr. Una Fell, Director of Harbours, Northern Boats: Nine are shut.\n\n"
        "Mr. Reed: Agreed.\n",
        [
            ("Mr. Ivor Reed, the Clerk of the Committee", "Honourable senators"),
            ("Senator Marsh", "I move it."),
            ("Dr. Una Fell, Director of Harbours, Northern Boats", "Nine are shut."),
            ("Mr. Reed", "Agreed."),
        ],
    ),
    "South Africa, who took the chair": Page(
        "za",
        "za-hansard",
        "The Council met at 14:00.\n\n"
        "The House Chairperson: Committees and Oversight took the Chair and requested "
        "members to observe a moment of silence for prayers or meditation.\n\nMr A B MARSH: I move.\n",
        [("Mr A B MARSH", "I move.")],
    ),
    "Manitoba": Page(
        "ca",
        "canada",
        "Manitoba Hansard\n\nTHE LEGISLATIVE ASSEMBLY OF MANITOBA\n\n"
        "2:30 o’clock, Tuesday, June 9th, 1959\n\n"
        "HONOURABLE ADA MARSH (Provincial Secretary) (Upper Dale): I am commanded to speak.\n\n"
        "HONOURABLE GERALD OAKE (Premier) (Port Ardle): Mr. Clerk, so am I.\n",
        [
            ("HONOURABLE ADA MARSH (Provincial Secretary) (Upper Dale)", "I am commanded"),
            ("HONOURABLE GERALD OAKE (Premier) (Port Ardle)", "Mr. Clerk, so am I."),
        ],
    ),
    "a province's minister, in brackets as Westminster has seats": Page(
        "ca",
        "canada",
        "Mr. Gerald Oake (Leader of the Opposition): Madam Speaker, why does it leak?\n\nIt is new.\n\n"
        "Hon. Ada Marsh (Minister of Harbours): Madam Speaker, it is not.\n",
        [
            ("Mr. Gerald Oake (Leader of the Opposition)", "Madam Speaker, why does it leak? It is new."),
            ("Hon. Ada Marsh (Minister of Harbours)", "Madam Speaker, it is not."),
        ],
    ),
    "New Zealand, a page of its site with little said": Page(
        "nz",
        "new-zealand",
        "Volume 677, Week 1 - Wednesday, 21 December 2011\n\n"
        "[Sitting date: 21 December 2011. Volume:677;Page:7. Text is incorporated into the Bound Volume.]\n\n"
        "Election of Speaker\n\nMr SPEAKER: I have to report it.\n",
        [("Mr SPEAKER", "I have to report it.")],
    ),
    "Fiji, its turns on one line": Page(
        "fj",
        "fj-hansard",
        "WEDNESDAY, 15TH OCTOBER, 2014\n\n"
        "HON. LEADER OF THE GOVERNMENT.- Madam Speaker, I move: That it be so. "
        "HON. CMD. S.T. OAKE.- Madam Speaker, I second it. MADAM SPEAKER.- It is agreed.\n",
        [
            ("HON. LEADER OF THE GOVERNMENT", "Madam Speaker, I move"),
            ("HON. CMD. S.T. OAKE", "Madam Speaker, I second it."),
            ("MADAM SPEAKER", "It is agreed."),
        ],
    ),
    "an order paper of Singapore": Page(
        "sg",
        "sg-hansard",
        "QUESTIONS FOR ORAL ANSWER*\n\n"
        "*1. Dr Tan Oake: To ask the Prime Minister (a) what it costs; and (b) why.\n\n"
        "*2. Mr Lee Marsh: To ask the Minister for Harbours whether it leaks.\n",
        [
            ("Dr Tan Oake", "To ask the Prime Minister (a)"),
            ("Mr Lee Marsh", "To ask the Minister for Harbours"),
        ],
    ),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_who_says_what(page: Page) -> None:
    transcript = parse(page.text, resolve=False)
    assert (transcript.parliament, transcript.layout) == (page.parliament, page.layout)
    turns = [(c.speaker.label, " ".join(c.text.split())) for c in transcript.contributions()]
    assert [label for label, _ in turns] == [label for label, _ in page.turns]
    assert [words[: len(begin)] for (_, words), (_, begin) in zip(turns, page.turns, strict=True)] == [
        begin for _, begin in page.turns
    ]


DAYS = {
    "India, both calendars and a rule": (
        "in-report",
        "Friday, August 2, 2019 / Shravana 11, 1941 (Saka) ______",
        "2019-08-02",
    ),
    "British Columbia, in capitals": ("canada", "THURSDAY, FEBRUARY 11, 2016", "2016-02-11"),
    "Ireland's site, its month shortened": ("oireachtas", "Thursday, 6 Feb 2025", "2025-02-06"),
    "South Africa, as a collection of its records heads it": (
        "za-hansard",
        "House: National Assembly\n\nDate of Meeting: 30 Aug 2022",
        "2022-08-30",
    ),
    "Northern Ireland, as its site heads a sitting": (
        "ni-report",
        "Official Report: Wednesday 25 May 2016",
        "2016-05-25",
    ),
    "Quebec, with volume and number": ("canada", "Le mardi 5 avril 2011 - Vol. 42 N° 12", "2011-04-05"),
    "a committee of Canada's Senate": ("canada", "OTTAWA, Tuesday, November 5, 2002", "2002-11-05"),
    "New Zealand's drafts": ("new-zealand", "Draft transcript - Monday, 20 October 2014", "2014-10-20"),
    "a hearing of Washington, in small letters": ("us-hearing", "Wednesday, June 4, 2003", "2003-06-04"),
    "Manitoba, the hour before the day": ("canada", "2:30 o’clock, Tuesday, June 9th, 1959", "1959-06-09"),
    "Newfoundland, volume and number": (
        "canada",
        "May 9, 2006 HOUSE OF ASSEMBLY PROCEEDINGS Vol. XLVI No. 14",
        "2006-05-09",
    ),
    "Ontario, both languages": ("canada", "L002 - Wed 20 Feb 2013 / Mer 20 fév 2013", "2013-02-20"),
}


@pytest.mark.parametrize(("layout", "line", "day"), DAYS.values(), ids=DAYS.keys())
def test_the_day_of_a_page(layout: str, line: str, day: str) -> None:
    assert str(parse(f"{line}\n\nSea Walls\n\nThe wall is old.\n", layout=layout).date) == day


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("the Northern Ireland Assembly at 11:45 am", "ni"),
        ("the Scottish Parliament at 2:00 pm", "sco"),
        ("the Senedd at 1:30 pm", "wa"),
        ("the House of Commons at 11:45 am", "uk"),
    ],
)
def test_a_page_of_theyworkforyou_is_of_the_parliament_that_it_names(place: str, code: str) -> None:
    page = (
        f"Sea Walls\n\nPrivate Members' Business – in {place} on 4 October 2016.\n\n"
        "Photo of Ada Marsh Ada Marsh Alliance\n\nI beg to move.\n"
    )
    transcript = parse(page)
    assert (transcript.layout, transcript.parliament) == ("theyworkforyou", code)


STRANGERS = {
    "Gibraltar": "Gibraltar, Thursday, 21st March 2019\n\nThe Gibraltar Parliament\n\n",
    "Malaysia": "DEWAN RAKYAT\n\nThursday, 21st March 2019\n\n",
    "Ghana": "Mr First Deputy Speaker: Very well.\n\n",
    "Hong Kong": "MR JAMES MARSH (in Cantonese): President, I rise.\n\n",
    "Trinidad and Tobago": "THE PARLIAMENT OF TRINIDAD AND TOBAGO, OFFICIAL REPORT\n\n",
}
SAID = (
    "The Minister for Coasts (Hon. G. Oake): Mr Speaker, the wall leaks.\n\n"
    "Mr Marsh (Upper Dale): When will it be mended?\n\nThe Minister for Coasts (Hon. G. Oake): In May.\n"
)


@pytest.mark.parametrize("name", STRANGERS)
def test_a_record_of_a_parliament_that_is_not_known_is_in_doubt(name: str) -> None:
    transcript = parse(STRANGERS[name] + SAID, resolve=False)
    assert transcript.confidence <= 0.3
    said = {problem.code: problem.message for problem in transcript.problems}
    assert f"the record of {name}" in said["unknown-parliament"] and "uncertain-layout" in said


@pytest.mark.parametrize("subject", ["Sea Walls", "States of Jersey", "Parliament of Zimbabwe"])
def test_what_is_said_of_another_parliament_makes_no_stranger(subject: str) -> None:
    text = f"{subject}\n\nMs Ada Marsh (Upper Dale) (Lab): I was in the Gibraltar Parliament.\n"
    assert "unknown-parliament" not in {problem.code for problem in parse(text).problems}


def test_a_delegation_that_is_welcomed_makes_no_stranger() -> None:
    text = (
        "REPUBLIC OF KENYA\n\nNATIONAL ASSEMBLY\n\nTHE HANSARD\n\nHon. Speaker: Ring the Quorum Bell.\n"
        "(The Quorum Bell was rung)\nVISITING DELEGATION FROM\nTHE PARLIAMENT OF NAMIBIA\n"
        "Hon. Speaker: Hon. Members, a delegation from the\nNational Assembly of the Parliament of Namibia\n"
        "is here.\nHon. Ada Marsh (Upper Dale, ODM): Thank you, Hon. Speaker.\n"
    )
    transcript = parse(text)
    assert transcript.layout == "ke-hansard"
    assert not {"unknown-parliament", "uncertain-layout"} & {problem.code for problem in transcript.problems}

"""What other days of the records of other lands showed: heads of pages, petitions, and what a House does."""

from hansardparse import parse, rows


def turns(page: str, layout: str) -> list[tuple[str | None, str]]:
    return [(c.speaker.label, c.text) for c in parse(page, layout=layout, resolve=False).contributions()]


def headings(page: str, layout: str) -> list[str | None]:
    return [
        row["text"] for row in rows(parse(page, layout=layout, resolve=False)) if row["type"] == "heading"
    ]


def done(page: str, layout: str) -> list[str | None]:
    return [
        row["text"] for row in rows(parse(page, layout=layout, resolve=False)) if row["type"] == "procedure"
    ]


# --- the head of a page is none of the words that it cuts


def test_the_head_of_an_odd_page_of_uganda_cuts_no_speech() -> None:
    for head in (
        "TUESDAY, 13 MAY 1998                    6671          THE NINTH PARLIAMENT OF UGANDA",
        "6672 THE NINTH PARLIAMENT OF UGANDA TUESDAY, 13 MAY 1998",
        "THE NINTH PARLIAMENT OF UGANDA",
        "[The Speaker]                 6670        TRIBUTE TO GERALD OAKE",
    ):
        page = (
            "THE SPEAKER: Honourable members, the wall at Ardle\n\n"
            f"{head}\n\nis older than all of us here.\n\nMR OAKE: I am older.\n"
        )
        assert turns(page, "ug-hansard") == [
            ("THE SPEAKER", "Honourable members, the wall at Ardle is older than all of us here."),
            ("MR OAKE", "I am older."),
        ]


def test_the_broken_head_of_a_page_of_the_rajya_sabha_is_furniture() -> None:
    for head in (
        "Matters raised\n\n[13 December, 1999]\n\nwith Permission\n\n45",
        "44\n\n[RAJYA SABHA]\n\nStatements by\n\nMinisters",
        "Reports of the Department...\n\n[RAJYA SABHA]\n\n....Committee on Lamps\n\n42",
    ):
        page = (
            "MR. CHAIRMAN: The report is on\n\n"
            f"{head}\n\nthe Table of the House.\n\nSHRI GERALD OAKE (Port Ardle): Sir, which one?\n"
        )
        assert turns(page, "in-report") == [
            ("MR. CHAIRMAN", "The report is on the Table of the House."),
            ("SHRI GERALD OAKE (Port Ardle)", "Sir, which one?"),
        ]


def test_what_a_page_of_fiji_is_about_is_furniture_between_its_number_and_the_day() -> None:
    for head in (
        "364\n\nMinisterial Statements\n\n9th Feb., 1999",
        "9th Feb., 1999\n\nMinisterial Statements\n\n365",
    ):
        page = (
            "HON. A.B. MARSH.- Madam Speaker, the wall fell on Sunday.\n\n"
            f"Page 14\n\n{head}\n\nIt fell on a fence.\n\nMADAM SPEAKER.- Order!\n"
        )
        assert turns(page, "fj-hansard") == [
            ("HON. A.B. MARSH", "Madam Speaker, the wall fell on Sunday.\n\nIt fell on a fence."),
            ("MADAM SPEAKER", "Order!"),
        ]
        assert headings(page, "fj-hansard") == []


# --- petitions


def test_petitions_that_the_clerk_announces_are_none_of_the_clerks_words() -> None:
    page = (
        "The Clerk—Petitions have been lodged for presentation as follows:\n\nLight Dues\n\n"
        "To the Honourable the Speaker and Members of the House of Representatives assembled:\n\n"
        "The petition of certain citizens respectfully showeth that the dues are high.\n\n"
        "And your petitioners, as in duty bound, will ever pray.\n\nPetition received.\n"
    )
    assert turns(page, "australia") == [
        ("The Clerk", "Petitions have been lodged for presentation as follows:")
    ]
    assert headings(page, "australia") == ["Light Dues"]


def test_a_petition_without_a_title_is_none_of_the_clerks_words() -> None:
    for mark in ("—", " —", ": "):
        page = (
            f"The Clerk{mark}Petitions have been lodged for presentation as follows:\n\n"
            "To the Honourable the President and members of the Senate in Parliament:\n\n"
            "This petition of citizens of Australia showeth that the lamps are out.\n\nPetition received.\n"
        )
        ((label, text),) = turns(page, "australia")
        assert (label, text) == ("The Clerk", "Petitions have been lodged for presentation as follows:")


def test_a_petition_that_a_member_reads_is_the_members() -> None:
    page = (
        "Senator OAKE—I present the following petition from 9 citizens:\n\n"
        "To the Honourable the President and Members of the Senate assembled. The lamps are out.\n\n"
        "Petition received.\n"
    )
    ((label, text),) = turns(page, "australia")
    assert label == "Senator OAKE"
    assert text.endswith("The lamps are out.")


# --- what a House does


def test_what_a_house_does_is_nobodys() -> None:
    for layout, said, act in (
        ("oireachtas", "Deputy Ada Marsh: I agree.", "Vote put and agreed to."),
        ("oireachtas", "Deputy Ada Marsh: I agree.", "Members rose."),
        (
            "canada",
            "MR. SPEAKER: I agree.",
            "Bill No. 3 - Entitled an Act to Amend the Lamps Act. (Ms. Ada Marsh)",
        ),
        (
            "za-hansard",
            "Mr. A. B. OAKE: I agree.",
            "On the motion of the Minister of Coasts, the debate was adjourned; to be resumed on 12th March.",
        ),
        ("pg-hansard", "Mr ADA MARSH — I agree.", "Motion — by leave — agreed to."),
        ("verbatim-report", "President. – I agree.", "VORSITZ: ADA MARSH\nVizepräsidentin"),
    ):
        page = f"{said}\n\n{act}\n"
        assert [text for _, text in turns(page, layout)] == ["I agree."]
        assert done(page, layout) == [act]


def test_a_heading_stands_above_the_debate_that_the_house_resumes() -> None:
    page = (
        "Le Président: L'honorable secrétaire parlementaire.\n\nInitiatives ministérielles\n\n"
        "La Chambre reprend l'étude, interrompue le 3 mars, de la motion.\n\nM. Gérald Oake: Non.\n"
    )
    assert headings(page, "canada") == ["Initiatives ministérielles"]
    assert [label for label, _ in turns(page, "canada")] == ["Le Président", "M. Gérald Oake"]


def test_where_questions_are_to_be_seen_is_a_heading() -> None:
    page = "Mr A B OAKE: Mr Speaker, I shall move.\n\nQUESTIONS—see col 1143.\n\nMr SPEAKER: Order!\n"
    assert headings(page, "za-hansard") == ["QUESTIONS—see col 1143."]


def test_a_bill_that_is_called_in_nova_scotia_heads_its_debate() -> None:
    page = (
        "HON. ADA MARSH: Would you please call Bill No. 72.\n\nBill No. 72 - Sea Walls Act.\n\n"
        "MADAM SPEAKER: The honourable Minister.\n"
    )
    assert headings(page, "canada") == ["Bill No. 72 - Sea Walls Act."]
    assert [label for label, _ in turns(page, "canada")] == ["HON. ADA MARSH", "MADAM SPEAKER"]


def test_a_heading_in_capitals_that_breaks_off_behind_a_small_word_is_one() -> None:
    page = (
        "Madam Speaker: Thank you.\n\nREPORT OF THE STANDING POLICY COMMITTEE ON\n\nLAMPS AND LIGHTHOUSES\n\n"
        "DATED FEBRUARY 5, 1999\n\nMadam Speaker: Item 1.\n\nLAMP POLICY COMMITTEE\n\nQUESTION PERIOD\n\n"
        "Councillor Oake: I agree.\n"
    )
    found = [" ".join(str(one).split()) for one in headings(page, "canada")]
    assert found == [
        "REPORT OF THE STANDING POLICY COMMITTEE ON LAMPS AND LIGHTHOUSES DATED FEBRUARY 5, 1999",
        "LAMP POLICY COMMITTEE QUESTION PERIOD",
    ]


def test_the_bills_of_a_list_are_no_headings() -> None:
    page = (
        "FIRST READING OF BILLS\n\nThe following Bills were read a First Time—\n\n"
        "Sea Walls Amendment Bill.\n\nLight Dues Bill.\n\nHARBOURS BILL\n\nMr. A. B. OAKE: I move.\n"
    )
    assert headings(page, "za-hansard") == ["FIRST READING OF BILLS", "HARBOURS BILL"]


def test_the_question_that_is_put_is_the_chairs() -> None:
    page = (
        "  The PRESIDING OFFICER. Is there a sufficient second?\n  There is a sufficient second.\n"
        "  The question is on agreeing to the amendment.\n  The amendment was agreed to.\n"
    )
    ((_, text),) = turns(page, "congressional-record")
    assert text.endswith("The question is on agreeing to the amendment.")
    assert done(page, "congressional-record") == ["The amendment was agreed to."]


# --- who it is


def test_a_minister_of_scotland_who_rises_is_told_by_office_and_name() -> None:
    page = (
        "Ada Marsh (Upper Dale) (SNP): The lamps are out.\n\n"
        "The Minister for Lamps (Gerald Oake) rose—\n\nAda Marsh: No.\n"
    )
    found = list(parse(page, layout="sco-report", resolve=False).contributions())
    assert [(c.speaker.label, c.kind) for c in found][1] == (
        "The Minister for Lamps (Gerald Oake)",
        "gesture",
    )
    assert found[0].text == "The lamps are out."


def test_an_office_has_a_bracket_within_and_its_holder_behind() -> None:
    page = (
        "THE MINISTER OF STATE (INDEPENDENT CHARGE) OF THE MINISTRY OF LAMPS (SHRI GERALD OAKE): Sir, no.\n"
    )
    (said,) = parse(page, layout="in-report").contributions()
    assert said.speaker.office == "THE MINISTER OF STATE (INDEPENDENT CHARGE) OF THE MINISTRY OF LAMPS"
    assert said.name == "SHRI GERALD OAKE"


def test_the_premier_is_an_office_in_the_brackets_of_a_name() -> None:
    (said,) = parse("HON. ADA MARSH (The Premier): I table it.\n", layout="canada").contributions()
    assert (str(said.speaker.office), said.speaker.constituency) == ("The Premier", None)


def test_a_copy_of_the_senedd_has_the_time_below_the_name() -> None:
    page = (
        "2. Questions to the Minister for Lamps\n\nGwen Oake\n14:21:07\nThe lamps are lit.\n\n"
        "Y Llywydd\n14:22:02\nCwestiwn 3, Emrys Marsh.\n\nThe Lamps of Aberarth\n\nEmrys Marsh\n14:22:10\n"
        "3. Will the Minister make a statement on lamps? OQ57001\n"
    )
    found = parse(page, resolve=False)
    assert found.layout == "wa-record"
    assert [c.speaker.label for c in found.contributions()] == ["Gwen Oake", "Y Llywydd", "Emrys Marsh"]
    assert headings(page, "wa-record") == ["2. Questions to the Minister for Lamps", "The Lamps of Aberarth"]

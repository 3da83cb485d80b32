"""Small containers of every kind, all about one minute of an invented House."""

from __future__ import annotations

import io
import json
from collections.abc import Collection

PUBLICWHIP = """<publicwhip scraperversion="a" latest="yes">
<major-heading id="uk.org.publicwhip/debate/2024-05-01a.1.0" colnum="1" time="">Sea Walls</major-heading>
<speech id="uk.org.publicwhip/debate/2024-05-01a.1.1" speakername="Ada Marsh" type="Start Question"
 person_id="uk.org.publicwhip/person/1" oral-qnum="3." colnum="1" time="11:30:00">
<p pid="a1/1" qnum="901234">What steps is she taking&nbsp;to mend <i>the</i> wall?</p></speech>
<speech id="uk.org.publicwhip/debate/2024-05-01a.1.2" speakername="Una Fell"
 person_id="uk.org.publicwhip/person/2" colnum="2" time="11:31:00">
<p>It will be mended.</p><table><tr><td>Stones</td><td>40</td></tr></table></speech>
<speech nospeaker="true" colnum="2" time="11:31:00"><p class="italic">The ferry was heard.</p></speech>
<speech speakername="Una Fell" person_id="uk.org.publicwhip/person/2" colnum="2" time="11:31:00">
<p>So I beg to move.</p><p>Question put and agreed to.</p></speech>
<division id="d" divdate="2024-05-01" divnumber="7" colnum="3" time="012:00:00">
<divisioncount ayes="2" noes="1" tellerayes="1"/>
<mplist vote="aye"><mpname vote="aye">Ada Marsh</mpname><mpname vote="aye" proxy="Una Fell">Ivor Reed</mpname>
<mpname vote="aye" teller="yes">Tomos Pugh</mpname></mplist>
<mplist vote="no"><mpname vote="no">Gerald Oake</mpname></mplist></division></publicwhip>"""

_TURN = """<div class="debate-item debate-item-contributiondebateitem"><div class="contribution"
 data-contribution-id="{id}" id="contribution-{id}"><div class="attributed-to"><a
 class="attributed-to-details with-link" href="/search/MemberContributions?house=Commons&amp;memberId={member}">
<div class="primary-text">{name}</div><div class="secondary-text">{seat}</div></a></div>
<div class="share"><span class="label">Share <span class="sr-only">this specific contribution</span></span></div>
<div class="share-bar">Copy link</div><div class="content">{words}</div></div></div>"""

HANSARD_PAGE = f"""<!DOCTYPE html><html><head><meta content="https://hansard.parliament.uk/x"></head><body>
<div class="breadcrumb"><ul><li>UK Parliament</li><li>Hansard</li><li>Commons</li><li>Commons Chamber</li></ul></div>
<div class="hero-banner"><h1>Sea Walls</h1>
<h2 class="heading-level-3">Volume 1: debated on Wednesday 1 May 2024</h2></div>
<div class="primary-content"><div class="child-debate-list"><div class="child-debate">
<h2 data-tag="hs_8Question">Port Ardle</h2>
<div class="debate-item debate-item-otherdebateitem"><div data-tag="hs_6fDate"><p>
<em>The Secretary of State was asked—</em></p></div></div>
{
    _TURN.format(
        id="a1",
        member=11,
        name="Ada Marsh",
        seat="(Upper Dale) (Lab)",
        words='<p class="Question"><Question>3. <QuestionText>Will she mend the wall?</QuestionText></Question> '
        '<span class="uin">(<abbr>901234</abbr>)</span></p>',
    )
}
<div class="debate-item debate-item-timestampdebateitem"><time datetime="03/03/2025 11:31:00">11.31am</time></div>
{
    _TURN.format(
        id="a2",
        member=12,
        name="The Secretary of State for Coasts",
        seat="(Una Fell)",
        words='<p class="hs_Para">It will be mended, and <span id="826" class="column-number"'
        ' data-column-number="826">Column 826is located here</span><div class="column-number-indicator">'
        "Column 826</div> soon.</p><p></p><p class=hs_Para>The stones are bought.</p>",
    )
}
<div class="debate-item debate-item-columnnumber"><p><span class="column-number column-only"
 data-column-number="826"></span></p></div>
<div class="debate-item debate-item-divisiondebateitem"><a class="card-vote">
<div class="primary-info">Division 7</div><div class="additional-text-before">The House divided:</div>
<div class="item"><div class="label">Ayes</div><div class="value">2</div></div>
<div class="item"><div class="label">Noes</div><div class="value">1</div></div>
<div class="additional-text-after">Question accordingly agreed to.</div></a></div>
</div></div></div></body></html>"""

AKOMA_NTOSO = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate name="x"><meta>
<identification source="#x"><FRBRWork><FRBRcountry value="gb"/></FRBRWork></identification>
<references><TLCPerson eId="AdaMarsh" href="/ontology/person/ada" showAs="Ada Marsh"/></references></meta>
<preface><block name="p"><docProponent>House of Commons</docProponent></block>
<p><docDate date="2024-05-01">1 May 2024</docDate></p></preface><debateBody>
<debateSection name="debate" eId="s1"><heading>Sea Walls <recordedTime time="2024-05-01T11:30:00"/></heading>
<question by="#AdaMarsh" eId="q1"><p>3. <b>Deputy Ada Marsh</b> asked the <b>Minister</b> about the wall.</p>
</question><speech by="#UnaFell" eId="sp1"><from>Una Fell <recordedTime time="2024-05-01T11:31:00"/></from>
<p>It will be mended.</p><table><tr><td>Stones</td><td>40</td></tr></table></speech>
<narrative><p>The ferry was heard.</p></narrative>
<debateSection name="division"><summary title="division">The House divided: Tá,
<quantity refersTo="#ta">2</quantity>; Níl, <quantity refersTo="#nil">1</quantity>.</summary>
<debateSection name="ta"><p>Tá</p><p><person refersTo="#AdaMarsh">Marsh, Ada.</person></p>
<p><person refersTo="#IvorReed">Reed, Ivor.</person></p></debateSection>
<debateSection name="nil"><p>Níl</p><p><person>Oake, Gerald.</person></p></debateSection></debateSection>
</debateSection></debateBody></debate></akomaNtoso>"""

HANSARD_API = json.dumps(
    {
        "Overview": {"Title": "Sea Walls", "Date": "2024-05-01T00:00:00", "Location": "Commons Chamber"},
        "Items": [],
        "ChildDebates": [
            {
                "Overview": {"Title": "Port Ardle", "HRSTag": "hs_8Question", "ExtId": "E1"},
                "Items": [
                    {
                        "ItemType": "Contribution",
                        "MemberId": 11,
                        "AttributedTo": "Ada Marsh (Upper Dale) (Lab)",
                        "Value": '<p class="Question">3. Will she mend the wall? (901234)</p>',
                        "ExternalId": "a1",
                    },
                    {"ItemType": "Timestamp", "Value": "11:31:00"},
                    {
                        "ItemType": "Contribution",
                        "MemberId": 12,
                        "AttributedTo": "Una Fell",
                        "Value": "<p>It will be mended.</p>",
                        "ExternalId": "a2",
                    },
                ],
                "ChildDebates": [],
            }
        ],
    }
)

GOVUK_SPEECH = json.dumps(
    {
        "base_path": "/x",
        "document_type": "oral_statement",
        "title": "Sea walls of Port Ardle",
        "description": "Una Fell on walls.",
        "details": {
            "body": "<div><p>With permission, I speak of walls.</p><h2>Stones</h2><p>They are bought.</p></div>",
            "delivered_on": "2024-05-01T00:00:00+01:00",
            "location": "House of Commons",
        },
        "links": {"speaker": [{"title": "Una Fell MP"}], "organisations": [{"title": "Coasts Office"}]},
    }
)

GOVUK_RELEASE = json.dumps(
    {
        "base_path": "/x",
        "document_type": "press_release",
        "title": "New wall for Port Ardle",
        "description": "A wall is to be built.",
        "first_published_at": "2024-05-01T09:00:00Z",
        "details": {
            "body": "<p>A wall will be built.</p><p>Coasts Secretary Una Fell said:</p><p>“It is a "
            "good wall.”</p>"
        },
        "links": {"organisations": [{"title": "Coasts Office"}]},
    }
)

CRE = """<HTML><HEAD><META CONTENT="text/html">01-05-2024</META></HEAD><DEBATS><CHAPTER NUMBER="1">
<TL-CHAP VL="DE">Deiche</TL-CHAP><TL-CHAP VL="EN">Sea walls</TL-CHAP><INTERVENTION><ORATEUR PP="NULL" LG="DE"
 MEPID="5" CODICT="5" LIB="Una | Fell"><LG>DE</LG><EMPHAS NAME="B">Präsidentin. –</EMPHAS></ORATEUR><PARA> Frau
 Marsh.</PARA></INTERVENTION><INTERVENTION><ORATEUR PP="PPE" LG="EN" MEPID="0" CODICT="77" LIB="Ada | Marsh">
<LG>EN</LG><EMPHAS NAME="B">Ada Marsh (<PP>PPE</PP>).</EMPHAS></ORATEUR><PARA> – The wall is old.</PARA>
<PARA>Mend it.</PARA></INTERVENTION><PARA>(The sitting closed)</PARA></CHAPTER></DEBATS></HTML>"""

SPRS = json.dumps(
    {
        "resultHTML": {
            "title": "Sea Walls",
            "sittingDate": "1-5-2024",
            "content": "<p>[(proc text) Debate resumed. (proc text)]</p><h6>11.30 am</h6><p><strong>3 Ms Ada Marsh"
            "</strong> asked the Minister about the wall.</p><p><strong>Ms Una Fell</strong>: It will be&nbsp;mended."
            "</p><p>The <strong>stones</strong> are bought.</p><p><strong>Mr Gerald Oake</strong> (Upper Dale): How"
            " many?</p>",
        }
    }
)

APH_OLD = """<hansard version="2.1"><session.header><date>1960-05-03</date><chamber>Reps</chamber>
</session.header><chamber.xscript><debate><debateinfo><title>SEA WALLS</title><page.no>12</page.no></debateinfo>
<question><talk.start><talker><name.id>K5D</name.id><name role="metadata">MARSH, Ada</name>
<name role="display">Ms MARSH</name></talker><para>- Will the wall be mended?</para></talk.start></question>
<answer><talk.start><talker><name.id>K6</name.id><name role="display">Ms FELL</name></talker>
<para>(2.05 p.m.)—It will.</para></talk.start><list><item label="(a)"><para>Soon.</para></item></list></answer>
<division><division.header><para>The House divided.</para></division.header><division.data><ayes>
<num.votes>1</num.votes><title>AYES</title><names><name>Marsh, A. (teller)</name></names></ayes></division.data>
<division.result><para>Question agreed to.</para></division.result></division>
</debate></chamber.xscript></hansard>"""

APH_NEW = """<hansard version="2.2"><session.header><date>2021-08-11</date><chamber>Senate</chamber>
</session.header><chamber.xscript><debate><debateinfo><title>WALLS</title><page.no>4639</page.no></debateinfo>
<speech><talk.start><talker><name role="metadata">Marsh, Sen Ada</name><name.id>9</name.id></talker></talk.start>
<talk.text><body><p class="HPS-Normal"><span class="HPS-Normal"><a href="9" type="MemberSpeech"><span
 class="HPS-MemberSpeech">Senator MARSH</span></a> (<span class="HPS-Electorate">Dale</span>) (<span
 class="HPS-Time">09:31</span>): The wall: it is old, and its stones have moved by a foot in each of the last three winters, as I told this House in May, and again in September, when it rained.</span></p><p class="HPS-Normal">It is.</p>
<p class="HPS-Normal"><a href="10" type="MemberInterjecting"><span class="HPS-MemberInterjecting">Senator Oake:
</span></a> No!</p><p class="HPS-Normal"><a type="GeneralInterjecting"><span class="HPS-GeneralInterjecting">A senator
</span></a>: Oh!</p></body></talk.text></speech><question><talk.text><body><p class="HPS-Normal"><a href="10"><span
 class="HPS-MemberQuestion">Senator OAKE</span></a>: How many stones?</p></body></talk.text></question><answer>
<talk.text><body><p class="HPS-Normal"><a href="9"><span class="HPS-MemberAnswer">Senator MARSH</span></a>: It has 40.
</p></body></talk.text></answer></debate></chamber.xscript></hansard>"""

OURCOMMONS = """<Hansard xml:lang="FR" id="1"><ExtractedInformation><ExtractedItem Name="MetaDateNumDay">1
</ExtractedItem><ExtractedItem Name="MetaDateNumMonth">5</ExtractedItem><ExtractedItem Name="MetaDateNumYear">2024
</ExtractedItem></ExtractedInformation><HansardBody><OrderOfBusiness><OrderOfBusinessTitle>Digues
</OrderOfBusinessTitle><SubjectOfBusiness><Timestamp Hr="11" Mn="30">(1130)</Timestamp><SubjectOfBusinessContent>
<Intervention id="77"><PersonSpeaking><Affiliation DbId="5">Mme Ada Marsh (Dale, PCC)</Affiliation>:
</PersonSpeaking><Content><ParaText>La digue est vieille.</ParaText><FloorLanguage>[<I>Traduction</I>]
</FloorLanguage><ParaText>Réparez-la.</ParaText></Content></Intervention><Intervention Type="Question" id="78">
<PersonSpeaking><Affiliation DbId="6">M. Gérald Chêne</Affiliation>: </PersonSpeaking><Content><ParaText>Quand?
</ParaText></Content></Intervention><Intervention Type="Answer" id="79"><PersonSpeaking><Affiliation DbId="5">Mme Ada
 Marsh</Affiliation>: </PersonSpeaking><Content><ParaText>Demain.</ParaText></Content></Intervention></SubjectOfBusinessContent>
</SubjectOfBusiness></OrderOfBusiness></HansardBody></Hansard>"""

NSW = """<fragment.text><p class="SubDebate-H" xmlns="http://www.w3.org/1999/xhtml"><span>Sea Walls</span></p>
<p class="Normal-P"><span style="margin-left:26pt" /><span class="MemberQuestion-H" data-value="63">Ms ADA </span>
<span class="MemberQuestion-H">MARSH</span><span class="GeneralBold-H"> (</span><span class="Electorate-H">Dale
</span><span class="GeneralBold-H">)&nbsp;(</span><span class="Time-H">11:12</span><span class="HiddenTime-H">:29
</span><span class="GeneralBold-H">):</span> The wall: it is old, and its stones have moved by a foot in each of the last three winters, as I told this House in May, and again in September, when it rained.</p><a name="member" data-value="41"></a>
<p class="Normal-P"><span class="OfficeUpper-H">The SPEAKER:</span> Order!</p></fragment.text>"""

VOLUME = """<hansard><titlepage/><housecommons><col>1</col><title>HOUSE OF COMMONS</title>
<date format="1962-06-26">Tuesday, 26th June, 1962</date><debates><section><title>SEA WALLS</title>
<p id="v1">3. <member>Mr. Marsh</member><membercontribution> asked the Minister about the wall.</membercontribution>
</p><p id="v2"><member>The Minister (Mr. Fell)</member><membercontribution>: It will
<image src="x"/><col>2</col> be mended.</membercontribution></p><p>Later—</p>
<division><table><tr><td><b>AYES</b></td></tr><tr><td>Marsh, A.</td><td>Reed, I.</td></tr></table>
<table><tr><td><b>NOES</b></td></tr><tr><td>Oake, G.</td></tr></table></division></section></debates>
</housecommons></hansard>"""

QUESTIONS_CSV = """"uri","answering body","answer > answer text","answer > answering member printed","answer > uri",\
"answer > uri","date","hansard heading","question text","tabling member > uri","tabling member printed","uin"
"http://x/1","Coasts","<p>It will.</p><p>Soon.</p>","Una Fell","a","b","2024-05-01","Sea Walls",\
"To ask, whether the ""wall"" will be mended.","http://x/members/11","Ada Marsh","292203"
"""

NZ = """<html><head><title>New Zealand Parliament - Sea Walls</title>
<meta name="DC.Date" content="2007-08-14T12:00:00.000Z" /></head><body><div class="section"><h1>Sea Walls</h1>
<div class="SubsQuestion"><p class="SubsQuestion"><strong>1. ADA MARSH (Dale)</strong> to the <strong>Minister of
Coasts</strong>: Will she mend it?</p><p class="SubsAnswer"><a name="time_14:12:44"></a><strong>Hon UNA FELL
(Minister of Coasts)</strong> <strong>:</strong> I will.</p><a name="page_11033"></a><p class="a">Soon.</p></div>
<div class="personalVote">A personal vote was called for.<table class="table vote"><caption>Ayes 2</caption><tbody>
<tr><td>Marsh(P)</td><td>Teller:</td></tr><tr><td></td><td>Reed</td></tr></tbody></table></div></div></body></html>"""

PARLAMINT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="ParlaMint-GB_2024-05-01-commons"><teiHeader>
<profileDesc><settingDesc><setting><date when="2024-05-01">1 May</date></setting></settingDesc></profileDesc>
</teiHeader><text><body><div type="debateSection"><head>Sea Walls</head>
<note type="time"><time from="2024-05-01T11:30:00">11.30 am</time></note>
<note type="speaker">Ms Ada Marsh (Upper Dale) (Lab)</note><u xml:id="u1" who="#AdaMarsh"><seg>Mend it.
<vocal type="interruption"><desc>Interruption.</desc></vocal></seg><seg>Soon.</seg></u>
<note>The ferry was heard.</note></div></body></text></TEI>"""

#: The same with every word marked: as they are laid out, a word on a line.
ANNOTATED = PARLAMINT.replace(
    "<seg>Soon.</seg>",
    """<seg>
<s><name>
<w>Ardle</w>
<w join="right">Marsh</w>
</name>
<pc>,</pc>
<w>don’t<w norm="do"/><w norm="not"/></w>
<w join="right">wait</w>
<pc>.</pc></s>
</seg>""",
)

TWFY_API = json.dumps(
    [
        {"htype": "10", "gid": "2024-05-01a.1.0", "hdate": "2024-05-01", "body": "Sea Walls", "speaker": []},
        {
            "htype": "12",
            "gid": "2024-05-01a.1.1",
            "hdate": "2024-05-01",
            "htime": "11:30:00",
            "colnum": "1",
            "body": '<p pid="a1/1">Mend it.</p><p>Soon.</p>',
            "speaker": {"name": "Ada Marsh", "party": "Labour", "person_id": "1"},
        },
        {
            "htype": "13",
            "gid": "x",
            "hdate": "2024-05-01",
            "body": "<p>The ferry was heard.</p>",
            "speaker": [],
        },
    ]
)

PUBLICATIONS = """<html><head><base href="http://www.publications.parliament.uk/pa/"></head><body>
<div class="navLinks">Previous Section</div><a class="anchor-column" name="column_771"></a>
<p><b>1 May 2011 : Column 771</b></p><h3>Sea Walls</h3><p><b>Ms Ada Marsh (Upper Dale) (Lab):</b> Mend it.</p>
<p>Soon.</p><p><b>Una Fell:</b> I will.</p></body></html>"""

CREC = """<html><head><title>Congressional Record, Volume 1</title></head><body><pre>
[Congressional Record Volume 1]

                       SEA WALLS

  Ms. MARSH. Mr. President, the wall
is old.
</pre></body></html>"""


def docx(*paragraphs: tuple[str, str], table: tuple[str, ...] = ()) -> bytes:
    """A Word file of paragraphs, each of words in bold and words that are not."""
    import docx as word

    document = word.Document()
    for bold, plain in paragraphs:
        one = document.add_paragraph()
        if bold:
            one.add_run(bold).bold = True
        one.add_run(plain)
    if table:
        row = document.add_table(rows=1, cols=len(table)).rows[0]
        for cell, words in zip(row.cells, table, strict=True):
            cell.text = words
    whole = io.BytesIO()
    document.save(whole)
    return whole.getvalue()


def pdf(*pages: list[tuple[int, int, str]], encrypt: bool = False, bold: Collection[str] = ()) -> bytes:
    """A PDF of pages, each of lines: how far from the left and from the foot, and the words; some are bold."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        stream = "BT " + " ".join(
            f"/F{1 + (text in bold)} 10 Tf 1 0 0 1 {x} {y} Tm ({text.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj"
            for x, y, text in lines
        )
        stream += " ET"
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> "
            f"/Contents {len(objects) + 2} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    trailer = ""
    if encrypt:
        key = "0" * 64
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>")
        trailer = f" /Encrypt {len(objects)} 0 R /ID [<00><00>]"
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(
        f"{at:010} 00000 n \n" for at in places
    )
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{trailer} >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


#: Where paragraphs alone say what they are, and parties vote.
NZ_NEW = """<!DOCTYPE html><html><head><title>Tuesday, 4 May 2021 - New Zealand Parliament</title></head><body>
<p class="BeginningOfDay">TUESDAY, 4 MAY 2021</p><p class="QOA">ORAL QUESTIONS</p><p class="SubsQuestion">
<strong>1. </strong><a name="time_20210504 14:05:00"></a><strong>ADA MARSH</strong> (Labour—Dale) to the <strong>Minister
of Coasts</strong>: Will she mend it?</p><p class="SubsAnswer"><strong>Hon UNA FELL</strong> (Minister of Coasts): Yes.</p>
<p class="SupQuestion"><strong>Ada Marsh</strong>: When then?</p><p class="SupAnswer"><strong>Hon UNA FELL</strong>: Soon.
</p><p class="VoteReason">A party vote was called for on the question, <em>That it be mended.</em></p><p
 class="VoteCount">Ayes 3</p><p class="VoteText">Port Ardle 2; Dale 1.</p><p class="VoteCount">Noes 1</p><p
 class="VoteText">Ness 1.</p><p class="VoteResult">Motion agreed to.</p><div class="partyVote"><table class="table vote">
<caption><p>A party vote was called for.</p></caption><tbody><tr><td class="VoteCount">Ayes 3</td><td
 class="VoteText">Port Ardle 2; Dale 1.</td></tr></tbody></table></div></body></html>"""

#: Every container that has lines with roles, by its name.
SENEDD = """<?xml version="1.0" encoding="utf-8"?><XML_Plenary_Bilingual>
<Table><Meeting_ID>3</Meeting_ID><Contribution_Order_ID>2</Contribution_Order_ID><Contribution_ID>72</Contribution_ID>
<MeetingDate>2024-05-01T00:00:00</MeetingDate><Agenda_item_english>Sea Walls</Agenda_item_english>
<Agenda_Item_ID>9</Agenda_Item_ID><ContributionTime>2024-05-01T13:31:00</ContributionTime>
<Member_Id>8</Member_Id><Member_name_English>Una Fell</Member_name_English>
<Member_job_title_English>Minister for Coasts</Member_job_title_English>
<contribution_verbatim>&lt;p&gt;It will be mended.&lt;/p&gt;</contribution_verbatim></Table>
<Table><Contribution_Order_ID>1</Contribution_Order_ID><Contribution_ID>71</Contribution_ID>
<MeetingDate>2024-05-01T00:00:00</MeetingDate><Agenda_item_english>Sea Walls</Agenda_item_english>
<Agenda_Item_ID>9</Agenda_Item_ID><ContributionTime>2024-05-01T13:30:00</ContributionTime>
<Member_Id>7</Member_Id><Member_name_English>Ada Marsh</Member_name_English>
<contribution_verbatim>&amp;lt;p&amp;gt;Will she mend the wall?&amp;lt;/p&amp;gt;</contribution_verbatim></Table>
</XML_Plenary_Bilingual>"""

TWFY_PAGE = """<!DOCTYPE html><html><head><title>Sea Walls: 1 May 2024</title></head><body><ul><li>TheyWorkForYou</li></ul>
<div class="debate-header"><h1>Sea Walls</h1><p class="lead">Coasts – in the House of Commons at 11:30 am on 1st May 2024.</p>
<p class="cta">Alert me</p></div><div class="debate-speech" id="g1.1"><h2 class="debate-speech__speaker"><a
 href="/mp/?p=25001"><img alt="Photo of Ada Marsh"><strong class="debate-speech__speaker__name">Ada Marsh</strong><small
 class="debate-speech__speaker__position">Labour, Upper Dale</small></a></h2><div class="debate-speech__content">
<p pid="b1.1/1" qnum="901234">Will the <a href="/x">wall</a> be mended?</p></div><ul><li class="time"><a>11:30 am, 1st May
 2024</a></li><li class="link-to-speech">Link to this speech</li></ul></div><div class="debate-speech" id="g1.2"><div
 class="debate-speech__content"><p class="italic">The ferry was heard.</p></div></div><div class="debate-speech"
 id="g1.3"><h2 class="debate-speech__speaker"><a href="/mp/25002/una_fell/port_ardle"><strong
 class="debate-speech__speaker__name">Una Fell</strong><small class="debate-speech__speaker__position">Minister</small>
</a></h2><div class="debate-speech__content"><p>It will.</p><p>Soon.</p></div></div></body></html>"""

HISTORIC_PAGE = """<html><head><title>SEA WALLS. (Hansard, 19 February 1947)</title></head><body><div id='header'><p>
<a>HANSARD 1803–2005</a></p></div><h1 class='title'>SEA WALLS.</h1><div class='commons'>
<a class='permalink column-permalink' id='column_5' href='#column_5'>5</a><div class='hentry member_contribution' id='S1'>
<a class='speech-permalink permalink' href='#S1'>§</a><span class='question_no'>12.</span>
<cite class='member author entry-title'><a href='/people/x'>Mr. Oake</a></cite><blockquote class='contribution_text'>
<p class='first-para'>asked whether the wall will be mended.</p></blockquote></div><div
 class='hentry member_contribution' id='S2'><a class='speech-permalink permalink' href='#S2'>§</a>
<cite class='member author entry-title'>The Minister of Coasts (Mr. Reed)</cite><blockquote><p class='first-para'>: It is
 <a class='permalink column-permalink' id='column_6'>6</a> being mended.</p><p>By forty men.</p></blockquote></div>
<p class='procedural'>Question put, and agreed to.</p></div><ol class='xoxo'><li>Back</li></ol></body></html>"""

OIREACHTAS_PAGE = """<html><body><nav>Home</nav><main><h1>Dáil Éireann debate - Wednesday, 1 May 2024</h1>
<div class="db-section"><h2>Sea Walls</h2><p>Question again proposed.</p><div class="speech" id="spk_2"><a
 class="c-avatar__name-link" href="/en/members/member/Ada-Marsh.D.2016-10-03/">Deputy Ada Marsh</a><div class="content">
<p>The wall is old.</p><p>Mend it.</p></div></div><div class="speech" id="spk_3"><a class="c-avatar__name-link"
 href="/en/members/member/Una-Fell.D.2011-03-09/">Minister for Coasts (Deputy Una Fell)</a><div class="content"><p>It will
 be mended.</p></div></div></div></main></body></html>"""

API_DIVISION = json.dumps(
    {
        "Time": "2024-05-01T19:01:00",
        "Date": "2024-05-01T00:00:00",
        "DivisionHasTime": True,
        "AyesCount": 1,
        "NoesCount": 1,
        "House": "Commons",
        "DebateSection": "Sea Walls",
        "Number": "84",
        "TextBeforeVote": "<p>The House divided:</p>",
        "TextAfterVote": "<p>Question accordingly negatived.</p>",
        "AyeMembers": [
            {"DisplayAs": "Ada Marsh", "MemberFrom": "Upper Dale", "House": "Commons", "IsTeller": False},
            {"DisplayAs": "Ivor Reed", "MemberFrom": "Lower Ness", "House": "Commons", "IsTeller": True},
        ],
        "NoeMembers": [{"DisplayAs": "Gerald Oake", "House": "Commons", "IsTeller": False}],
    }
)
API_SEARCH = json.dumps(
    {
        "SearchTerms": ["wall"],
        "Results": [
            {
                "AttributedTo": name,
                "MemberId": number,
                "ContributionText": "...",
                "ContributionTextFull": words,
                "DebateSection": title,
                "SittingDate": f"{day}T00:00:00",
            }
            for name, number, words, title, day in (
                ("Ada Marsh (Upper Dale) (Lab)", 11, "The wall is old.", "Sea Walls", "2024-05-01"),
                ("Una Fell", 12, "The wall is new.", "Ferries", "2024-05-02"),
            )
        ],
    }
)

QUESTIONS_JSON = json.dumps(
    {
        "format": "linked-data-api",
        "result": {
            "items": [
                {
                    "_about": "http://x/1",
                    "AnsweringBody": [{"_value": "Coasts"}],
                    "date": {"_value": "2024-05-01", "_datatype": "dateTime"},
                    "hansardHeading": {"_value": "Sea Walls"},
                    "questionText": "To ask whether the wall will be mended.",
                    "tablingMember": {"_about": "http://x/members/11"},
                    "tablingMemberPrinted": [{"_value": "Ada Marsh"}],
                    "uin": "292203",
                    "answer": {
                        "answerText": {"_value": "<p>It will.</p><p>Soon.</p>"},
                        "answeringMemberPrinted": {"_value": "Una Fell"},
                    },
                }
            ]
        },
    }
)
QUESTIONS_SERVED = json.dumps(
    {
        "results": [
            {
                "value": {
                    "askingMemberId": 11,
                    "askingMember": {"name": "Ada Marsh", "memberFrom": "Upper Dale"},
                    "dateTabled": "2024-05-01T00:00:00",
                    "uin": "292203",
                    "questionText": "To ask whether the wall will be mended.",
                    "answeringBodyName": "Coasts",
                    "answeringMember": {"name": "Una Fell"},
                    "answerText": "<p>It will.</p>",
                    "heading": "Sea Walls",
                }
            }
        ]
    }
)

APH_SGML = """<!DOCTYPE hansard PUBLIC "-//PARLINFO//DTD HANSARD STORAGE//EN" []>
<HANSARD DATE="03/02/1994" PAGE="12" CHAMBER = "Reps" PARLIAMENT.NO = "37" SESSION.NO = "1">
<CHAMBER.XSCRIPT><BUSINESS.START><PROCTEXT><INTERJECT CHAIR="1" SPEAKER="The Clerk" NAMEID="10001">
<TALK.START><TALKER><NAME NAMEID="10001">The Clerk</NAME></TALKER>
<PARA IN-LINE="1">&mdash;Petitions have been lodged.</PARA></TALK.START>
</PROCTEXT><DEBATE PAGE="13"><TITLE>SEA WALLS</TITLE><SPEECH PAGE="13" SPEAKER="Marsh" NAMEID="K5D">
<TALK.START><TALKER><NAME NAMEID="K5D">Mrs MARSH</NAME><ELECTORATE>(Dale&mdash;</ELECTORATE>
<ROLE>Minister for Coasts)</ROLE><TIME.STAMP> (2.48 p.m.)</TIME.STAMP></TALKER>
<PARA IN-LINE="1">&mdash;The wall is old.</PARA></TALK.START>
<PARA FIRST-INDENT="16"><TAB TYPE="NORMAL">It <EMPHASIS>must</EMPHASIS> be mended.</PARA></SPEECH>
<DIVISION><DIVISION.HEADER>The House divided.</DIVISION.HEADER><DIVISION.DATA><AYES NUMVOTES="1"><TITLE>AYES</TITLE>
<TABLE><ROW><ENTRY>Marsh, A.*</ENTRY><ENTRY></ENTRY></ROW></TABLE></AYES><PAIRS><TITLE>PAIRS</TITLE><TABLE><ROW><ENTRY>
Reed, I.</ENTRY></ROW></TABLE></PAIRS></DIVISION.DATA><DIVISION.RESULT><PARA>Question agreed to.</PARA></DIVISION.RESULT>
</DIVISION></DEBATE><QUESTION.BLOCK><TITLE>Stones</TITLE><QUESTION SPEAKER="Marsh" NAMEID="K5D">
<TALK.START><TALKER><NAME NAMEID="K5D">Mrs MARSH</NAME></TALKER><PARA>&mdash;How many are there?</PARA></TALK.START>
</QUESTION><ANSWER SPEAKER="Fell" NAMEID="K6"><TALK.START><TALKER><NAME
 NAMEID="K6">Ms FELL</NAME></TALKER><PARA>&mdash;There are 40.</PARA></TALK.START><TABLE><ROW><ENTRY>Stones</ENTRY><ENTRY>
40</ENTRY></ROW></TABLE></ANSWER></QUESTION.BLOCK></HANSARD>"""

TURNS_JSON = json.dumps(
    {
        "meta": {"date": "2024-05-01", "sitting": "afternoon"},
        "transcript": [
            {"type": "heading", "text": "Sea Walls"},
            {
                "id": 7,
                "type": "speech",
                "speaker_name": "Ada Marsh",
                "party": "Labour",
                "time": "11:30",
                "text": "Mend it.\n\nSoon.",
            },
            {"type": "scene", "text": "(The ferry was heard.)"},
            {"type": "speech", "speaker_name": "Mr. Speaker", "text": "Order!"},
            {
                "type": "vote",
                "name": "A recorded vote",
                "yeas": ["Ada Marsh", "Una Fell"],
                "nays": "Gerald Oake",
            },
        ],
    }
)

TURNS_CSV = """date;debate_title;Speaker;constituency;text
2024-05-01;Sea Walls;Ada Marsh;Upper Dale;"Mend it; or it falls."
2024-05-01;Sea Walls;Gerald Oake;Port Ardle;<p>How?</p><p>When?</p>
2024-05-01;Lamps;Ada Marsh;Upper Dale;No.
2024-05-01;Lamps;NA;NA;The ferry was heard.
"""

_COMPONENTS = (
    ("Document Title", "Plenary, 01/05/2024"),
    ("Header", "Sea Walls"),
    ("Time", "11.30 am"),
    ("Question", "3. Ms Marsh asked the Minister for Coasts about the wall."),
    ("Speaker (MinisterAndName)", "Ms Fell (The Minister for Coasts):"),
    ("Spoken Text", "It will be mended."),
    ("Procedure Line", "Question put and agreed to."),
)

NI_COMPONENTS = (
    "<AllHansardComponentsList>"
    + "".join(
        f"<HansardComponent><ComponentType>{kind}</ComponentType><ComponentText>{text}</ComponentText>"
        "</HansardComponent>"
        for kind, text in _COMPONENTS
    )
    + "</AllHansardComponentsList>"
)
NI_COMPONENTS_JSON = json.dumps(
    {
        "AllHansardComponentsList": {
            "HansardComponent": [{"ComponentType": kind, "ComponentText": text} for kind, text in _COMPONENTS]
        }
    }
)

WITH_ROLES = {
    "publicwhip": PUBLICWHIP,
    "hansard-page": HANSARD_PAGE,
    "akoma-ntoso": AKOMA_NTOSO,
    "hansard-api": HANSARD_API,
    "govuk": GOVUK_SPEECH,
    "cre": CRE,
    "sprs": SPRS,
    "senedd": SENEDD,
    "aph": APH_OLD,
    "aph-sgml": APH_SGML,
    "twfy-page": TWFY_PAGE,
    "historic-page": HISTORIC_PAGE,
    "oireachtas-page": OIREACHTAS_PAGE,
    "ourcommons": OURCOMMONS,
    "nsw": NSW,
    "volumes": VOLUME,
    "questions-csv": QUESTIONS_CSV,
    "questions-json": QUESTIONS_JSON,
    "nz": NZ,
    "parlamint": PARLAMINT,
    "ni-components": NI_COMPONENTS,
    "ni-components-json": NI_COMPONENTS_JSON,
    "twfy-api": TWFY_API,
    "turns-json": TURNS_JSON,
    "turns-csv": TURNS_CSV,
}

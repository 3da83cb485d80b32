"""Words that would be markup, script or orders to a page that took them for such."""

from __future__ import annotations

import attrs

from hansardparse.model.nodes import (
    Constituency,
    Contribution,
    Division,
    Heading,
    Note,
    Paragraph,
    Party,
    Problem,
    Procedure,
    Section,
    Span,
    Speaker,
    Table,
    Transcript,
    Unrecognised,
    Vote,
    VoteGroup,
    WebAddress,
)

__all__ = ["HARMLESS", "PAYLOADS", "hostile"]

_MARKUP = (
    "</script>", "<script>alert(1)</script>", "</style><script>alert(1)</script>", "<!--", "-->", "<!-- --!>",
    "]]>", "<![CDATA[", "</title><h1>x", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "</svg>", "</main>",
    "</article></section></main>", "<article class=turn>", "<li class=vote>", "<base href=//x.example>",
    "<meta http-equiv=refresh content=0>", "<iframe srcdoc='<p>x'>", "<form action=//x.example><button>",
    "<style>*{display:none}</style>", "</table><table>", "<template>", "<plaintext>", "<noscript><p title='</noscript>",
    "<math><mtext></math>", "<a href=javascript:alert(1)>x</a>", "<details open ontoggle=alert(1)>",
    "<select><option>", "</textarea>", "<link rel=stylesheet href=//x.example>", "<object data=//x.example>",
    "<script type=application/json>{", "<<script>", "<scr\0ipt>", "\ufeff<b>",
)  # fmt: skip
_QUOTES = (
    '" onmouseover="alert(1)', "' onfocus='alert(1)", "`${alert(1)}`", "&lt;script&gt;", "&#60;b&#62;", "&amp;amp;",
    "&", "\\u003c/script\\u003e", "\\", '\\"', "{{7*7}}", "javascript:alert(1)", "data:text/html,<b>",
    "%3Cscript%3E", "=cmd|' /C calc'!A0",
)  # fmt: skip
_SIGNS = (
    "\x00", "\x1b[2J", "\x07\x08", "\x85", "\u202edrawkcab", "\u2066\u2067isolated", "\u202a\u202b\u202c", "\u2028\u2029",
    "\ud800", "\ufffe\uffff", "\u200b\u200d", "\U000e0041", "e\u0301" * 40, "\U0001f1ec\U0001f1e7", "x" * 3000,
)  # fmt: skip
PAYLOADS = (*_MARKUP, *_QUOTES, *_SIGNS)
#: As many words that nothing could be taken for.
HARMLESS = tuple(f"word{n}" for n in range(len(PAYLOADS)))


def hostile(payloads: tuple[str, ...]) -> Transcript:
    """A transcript that has each of some words wherever words of a source can stand."""
    sections = [_section(n, words) for n, words in enumerate(payloads)]
    problems = [
        Problem("stray-text", words, span=s.span) for s, words in zip(sections, payloads, strict=True)
    ]
    made = Transcript(
        tuple(sections), layout="official-report", problems=tuple(problems), version="1", parliament="uk"
    )
    return attrs.evolve(
        made, source=payloads[0], references=tuple(_cited(n, w) for n, w in enumerate(payloads))
    )


def _cited(n: int, words: str) -> WebAddress:
    return WebAddress("cited", words, Span(10 * n + 1, 10 * n + 3))


def _section(n: int, words: str) -> Section:
    span = Span(10 * n, 10 * n + 9)
    place = Constituency(words)
    speaker = Speaker(f"Ada {words}", surname=f"Ada {words}", office=f"of {words}", constituency=place)
    speaker = attrs.evolve(speaker, party=Party(f"p {words}", f"full {words}"))
    blocks = (
        Paragraph(f"cited {words}", span=span),
        Table(f"a\t{words}\nb\tc", span),
        Unrecognised(words, span),
    )
    turn = Contribution(speaker, blocks, time=f"10:00 {n} {words}", span=span)
    vote = Vote(words, f"v {words}", place, proxy=words, span=span)
    group = VoteGroup(f"aye {words}", words, 3, (vote, Unrecognised(words, span)), span)
    items = (Heading(f"h {words}", span=span), turn, Procedure(words, span=span), Note(words, span=span))
    return Section((*items, Division(words, words, None, words, words, (group,), span)), span=span)

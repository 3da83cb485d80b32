"""What people look at, without a browser: the page, the outline, what a notebook and a prompt show."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES
from hostile import HARMLESS, PAYLOADS, hostile
from hypothesis import given, settings
from running import here
from selectolax.lexbor import LexborHTMLParser

import hansardparse
from hansardparse.model.nodes import Furniture, Section, Transcript, Vote, children, leaves
from hansardparse.testing import transcripts
from hansardparse.view.floor import floor
from hansardparse.view.markup import words
from hansardparse.view.reader import page

LAYOUTS = sorted({path.parent.name for path in SAMPLES})


def votes(of: object) -> int:
    """How many votes a tree has: all that are in it, tellers too."""
    return sum(type(leaf) is Vote for leaf in leaves(of))


def shape(html: str) -> list[str]:
    """The elements of a page in their order, with the names of their attributes."""
    root = LexborHTMLParser(html).root
    assert root is not None
    return [f"{node.tag} {sorted(node.attributes)}" for node in root.traverse()]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_the_page_has_what_the_tree_has(path: Path) -> None:
    tree = hansardparse.parse_file(path)
    made = LexborHTMLParser(page(tree))
    lies = floor(tree)
    assert len(made.css("article.turn")) == sum(1 for _ in tree.contributions())
    assert len(made.css("article.resumed")) == len(lies.resumed)
    broken = lies.breaks_in | {n for n, c in enumerate(tree.contributions()) if c.kind == "intervention"}
    assert len(made.css("article.intervention")) == len(broken)
    assert len(made.css("li.vote")) == sum(votes(d) for d in tree.divisions())
    assert len(made.css("section.division")) == sum(1 for _ in tree.divisions())
    assert len(made.css("section.part")) == sum(1 for _ in tree.sections())
    anchors = [node.attributes["id"] for node in made.css("[id]")]
    assert len(anchors) == len(set(anchors))
    assert {a.attributes["href"][1:] for a in made.css('nav a[href^="#"]')} <= set(anchors)
    assert not made.css("script, [src], link[rel=stylesheet]")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_each_problem_is_shown_once_and_all_words_are_there(path: Path) -> None:
    tree = hansardparse.parse_file(path)
    made = LexborHTMLParser(page(tree))
    marked = [node for node in made.css("main .problem") if node.css(".where")]
    assert len(marked) == len(tree.problems)
    shown = "".join(made.css_first("main").text().split())
    for turn in tree.contributions():
        for block in turn.blocks:
            for leaf in children(block) or (
                (block,) if block.type in ("paragraph", "quote", "motion") else ()
            ):
                if type(leaf) is not Furniture and leaf.type not in ("column", "time"):
                    assert "".join(words(leaf.text).split()) in "".join(words(shown).split())


def test_what_breaks_in_lies_below_what_it_cuts() -> None:
    text = (
        "Ada Marsh (Upper Dale) (Lab): I beg to move, That the Harbours Bill be read a Second time.\n\n"
        "Gerald Oake (Port Ardle) (Con): Will she give way on the lights?\n\n"
        "Ada Marsh: I have given way. I was saying that harbours are deep.\n\n"
    )
    tree = hansardparse.parse(text, layout="official-report")
    lies = floor(tree)
    assert lies.depth == [0, 1, 0]
    assert lies.resumed == {2}


def test_hostile_words_change_no_structure() -> None:
    assert len(PAYLOADS) >= 60
    assert shape(page(hostile(PAYLOADS))) == shape(page(hostile(HARMLESS)))
    for one, other in zip(hostile(PAYLOADS).sections(), hostile(HARMLESS).sections(), strict=True):
        assert shape(one._repr_html_()) == shape(other._repr_html_())
    links = LexborHTMLParser(page(hostile(PAYLOADS))).css("a[href]")
    assert {link.attributes["href"].partition(":")[0].partition("#")[0] for link in links} == {"", "https"}


def test_no_character_turns_or_controls_a_page() -> None:
    every = words("".join(map(chr, range(0x3000))) + "\ud800")
    assert not {chr(n) for n in range(0x20)} - {"\t", "\n"} & set(every)
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069<>\"'\ud800") & set(every)


@given(transcripts())
@settings(max_examples=15)
def test_any_transcript_shows_itself(tree: Transcript) -> None:
    assert page(tree).count("<article ") == sum(1 for _ in tree.contributions())
    assert len(repr(tree)) < 200
    assert tree._repr_html_().startswith("<style>")
    assert len(tree.outline().splitlines()) >= 1
    for part in (*tree.sections(), *tree.contributions(), *tree.divisions()):
        assert len(repr(part)) < 250 and "\n" not in repr(part)
        made = shape(part._repr_html_())
        assert len([s for s in made if s.startswith("div")]) >= 1


def test_deep_nesting_is_no_recursion() -> None:
    deep: tuple[Section, ...] = ()
    for _ in range(3000):
        deep = (Section(deep),)
    tree = Transcript(deep)
    assert page(tree).count('<section class="part"') == 3000
    assert len(tree.outline().splitlines()) == 3001
    assert tree._repr_html_()


def test_a_prompt_shows_what_it_is() -> None:
    tree = hansardparse.parse_file(ROOT / "samples" / "parallel" / "oral-question.txt")
    assert repr(tree) == "<Transcript parallel 2024-03-04 Commons: 6 contributions, 1 section>"
    assert repr(next(tree.sections())).startswith("<Section oral_questions 'Oral Answers to Questions': 6")
    turn = next(tree.contributions())
    assert repr(turn) == (
        "<Contribution question by 'Sir Gerald Oake' (Con): 'What steps she is taking to repair the s…'>"
    )
    lines = tree.outline().splitlines()
    assert len(lines) == 8 and lines[2].startswith("   ├─ Sir Gerald Oake (Con) · question · 13 words: What")


def test_text_for_people_comes_from_any_layout(tmp_path: Path) -> None:
    for layout in LAYOUTS:
        path = next(p for p in SAMPLES if p.parent.name == layout)
        out = tmp_path / layout
        assert here("parse", path, "--to", "text", "-o", out).returncode == 0
        first = next(hansardparse.parse_file(path).contributions(), None)
        if first is not None and first.text:
            assert first.text.split()[0] in out.read_text(encoding="utf-8")


def test_html_of_many_files_goes_to_a_folder(tmp_path: Path) -> None:
    done = here("parse", ROOT / "samples" / "download", "--to", "html", "-o", tmp_path / "out")
    assert done.returncode == 0
    made = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert made == sorted(p.with_suffix(".html").name for p in SAMPLES if p.parent.name == "download")


def test_the_repr_of_a_real_transcript_is_short(corpus: Path) -> None:
    for path in sorted((corpus / "uk-seeds").glob("*.txt"))[:5]:
        tree = hansardparse.parse_file(path)
        assert len(repr(tree)) < 200
        assert hansardparse.loads(hansardparse.dumps(tree)) == tree

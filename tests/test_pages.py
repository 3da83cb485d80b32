"""The pages in a real Chromium: the reader, the inspector."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from browser import axe, browser, looked, overflow
from conftest import CORPUS, ROOT, SAMPLES
from hostile import HARMLESS, PAYLOADS, hostile
from running import here

import hansardparse
from hansardparse.model.nodes import Transcript, Vote, leaves
from hansardparse.view import inspector, page

playwright = pytest.importorskip("playwright.sync_api", reason="run `make test-pages`")
WIDTHS = (360, 768, 1280)
TWO_OF_EACH = [
    path
    for layout in sorted({path.parent.name for path in SAMPLES})
    for path in [p for p in SAMPLES if p.parent.name == layout][:2]
]
#: One of each kind of file that there is.
REAL = (
    "uk-seeds/003_2cd032a15e885a1c.txt",
    "uk-twfy-modern/debates2016-03-11b.print.txt",
    "uk-twfy-modern/debates2016-03-11b.twfy.txt",
    "uk-twfy-modern/debates2016-03-11b.dl.txt",
    "uk-twfy-modern/debates2016-05-10a.hp.txt",
    "uk-twfy-modern/debates2016-05-10a.pp.txt",
    "uk-twfy-modern/debates2016-03-11b.xml",
    "uk-html-publications",
    "ie-oireachtas-akn",
    "uk-historic-lords-volumes",
)
DIVISION = ROOT / "samples" / "official-report" / "division.txt"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as opened:
        yield opened


def real(name: str) -> Path:
    """A real file by its name, or the first of a folder that can be read."""
    path = CORPUS / name
    if not path.exists():
        pytest.skip(f"no real transcripts at {CORPUS}")
    if path.is_file():
        return path
    kinds = (".txt", ".html", ".htm", ".xml")
    return next(each for each in sorted(path.rglob("*")) if each.suffix in kinds and "gold" not in each.name)


def votes(tree: Transcript) -> int:
    return sum(type(leaf) is Vote for one in tree.divisions() for leaf in leaves(one))


def count(page_: Any, selector: str) -> int:
    return int(page_.locator(selector).count())


@pytest.mark.parametrize("path", [*TWO_OF_EACH, *REAL], ids=str)
def test_the_reader(chromium: Any, tmp_path: Path, path: Path | str) -> None:
    tree = hansardparse.parse_file(path if isinstance(path, Path) else real(path))
    file = tmp_path / "page.html"
    file.write_text(page(tree), encoding="utf-8")
    with looked(chromium, file) as shown:
        assert count(shown.page, "article.turn") == sum(1 for _ in tree.contributions())
        cut_in = {link.source for link in tree.links if link.type == "intervention"}
        cut_in |= {n for n, c in enumerate(tree.contributions()) if c.kind == "intervention"}
        assert count(shown.page, "article.intervention") == len(cut_in)
        assert count(shown.page, "li.vote") == votes(tree)
        for width in WIDTHS:
            shown.page.set_viewport_size({"width": width, "height": 900})
            assert overflow(shown.page) <= 0, width
        assert shown.quiet(), (shown.said, shown.asked)


@pytest.mark.parametrize("path", [*TWO_OF_EACH, *REAL], ids=str)
def test_the_inspector(chromium: Any, tmp_path: Path, path: Path | str) -> None:
    source = path if isinstance(path, Path) else real(path)
    file = tmp_path / "page.html"
    assert here("inspect", source, "-o", file).returncode == 0
    with looked(chromium, file) as shown:
        shown.page.wait_for_selector("body[data-ready]")
        assert count(shown.page, "#source .piece") > 0
        assert count(shown.page, "#tree [role=treeitem]") > 0
        assert count(shown.page, ".lost") == 0
        for width in WIDTHS:
            shown.page.set_viewport_size({"width": width, "height": 900})
            assert overflow(shown.page) <= 0, width
        assert shown.quiet(), (shown.said, shown.asked)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [DIVISION, ROOT / "samples/parallel/oral-question.txt"], ids=str)
def test_axe_finds_nothing_serious(chromium: Any, tmp_path: Path, path: Path, scheme: str) -> None:
    tree = hansardparse.parse_file(path)
    for made in (page(tree), inspector(tree, path.read_text(encoding="utf-8"))):
        file = tmp_path / "page.html"
        file.write_text(made, encoding="utf-8")
        with looked(chromium, file, color_scheme=scheme) as shown:
            assert axe(shown.page) == []


def test_it_prints(chromium: Any, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(page(hansardparse.parse_file(DIVISION)), encoding="utf-8")
    with looked(chromium, file) as shown:
        printed = shown.page.pdf()
    assert printed.startswith(b"%PDF")
    import pypdfium2

    document = pypdfium2.PdfDocument(io.BytesIO(printed))
    assert "Abney, Ms Dora" in "".join(one.get_textpage().get_text_range() for one in document)


def test_the_keyboard_reaches_everything(chromium: Any, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    tree = hansardparse.parse_file(ROOT / "samples" / "parallel" / "oral-question.txt")
    for made in (
        page(tree),
        inspector(tree, (ROOT / "samples/parallel/oral-question.txt").read_text("utf-8")),
    ):
        file.write_text(made, encoding="utf-8")
        with looked(chromium, file) as shown:
            wanted = shown.page.evaluate(
                "[...document.querySelectorAll('a[href], button, input, summary, [tabindex=\"0\"]')]"
                ".filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility()).length"
            )
            reached = set()
            for _ in range(wanted + 5):
                shown.page.keyboard.press("Tab")
                reached.add(
                    shown.page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)")
                )
            body = shown.page.evaluate("[...document.querySelectorAll('*')].indexOf(document.body)")
            assert len(reached - {body, -1, 0}) >= wanted


def inspected(chromium: Any, tmp_path: Path) -> Any:
    file = tmp_path / "page.html"
    tree = hansardparse.parse_file(DIVISION)
    file.write_text(inspector(tree, DIVISION.read_text(encoding="utf-8")), encoding="utf-8")
    return looked(chromium, file)


def test_either_side_of_the_inspector_lights_the_other(chromium: Any, tmp_path: Path) -> None:
    with inspected(chromium, tmp_path) as shown:
        page_ = shown.page
        page_.locator(".piece", has_text="Abney, Ms Dora").hover()
        playwright.expect(page_.locator("#tree .row.on .name")).to_have_text("Abney, Ms Dora")
        assert "Abney, Ms Dora" in page_.locator("#detail").inner_text()
        page_.locator("#tree .row", has_text="Question accordingly agreed to.").hover()
        playwright.expect(page_.locator(".piece.on")).to_have_text("Question accordingly agreed to.")


def test_the_keys_go_through_the_tree_and_the_source(chromium: Any, tmp_path: Path) -> None:
    with inspected(chromium, tmp_path) as shown:
        page_ = shown.page
        page_.locator("#tree").focus()
        page_.keyboard.press("ArrowDown")
        lit = page_.locator(".piece.on").all_inner_texts()
        assert lit == ["Question put, That the Bill be now read a Second time."]
        page_.locator("#source").focus()
        page_.keyboard.press("ArrowRight")
        assert page_.locator(".piece.on").all_inner_texts() == ["The House divided: Ayes 4, Noes 2."]
        assert page_.locator("#tree .row.on .kind").inner_text() == "procedure"


def test_the_inspector_finds_and_jumps(chromium: Any, tmp_path: Path) -> None:
    with inspected(chromium, tmp_path) as shown:
        page_ = shown.page
        page_.locator("#find").fill("marsh")
        page_.keyboard.press("Enter")
        assert page_.locator("#found").inner_text() == "1 of 2"
        page_.keyboard.press("Enter")
        assert page_.locator("#found").inner_text() == "2 of 2"
        assert page_.locator("mark.now").inner_text() == "Marsh"


@pytest.mark.timeout(900)
def test_ten_megabytes_open_without_freezing(chromium: Any, tmp_path: Path) -> None:
    sample = (ROOT / "samples" / "official-report" / "columns-and-times.txt").read_text(encoding="utf-8")
    text = sample * (10_000_000 // len(sample) + 1)
    source, file = tmp_path / "long.txt", tmp_path / "page.html"
    source.write_text(text, encoding="utf-8")
    assert here("inspect", source, "-o", file).returncode == 0
    started = time.monotonic()
    with looked(chromium, file) as shown:
        page_ = shown.page
        page_.wait_for_selector("body[data-ready]", timeout=60_000)
        opened = time.monotonic() - started
        assert count(page_, "*") < 30_000
        started = time.monotonic()
        page_.locator("#source").evaluate("e => e.scrollTo(0, e.scrollHeight)")
        page_.wait_for_selector("#source .chunk:last-child .line", timeout=20_000)
        page_.locator("#tree").focus()
        page_.keyboard.press("End")
        page_.wait_for_selector(".piece.on")
        moved = time.monotonic() - started
        assert count(page_, "*") < 30_000
    print(f"10 MB: opened in {opened:.1f} s, moved to its end in {moved:.1f} s")
    assert opened < 20 and moved < 10, (opened, moved)


def shape(page_: Any) -> list[str]:
    found = page_.evaluate(
        "[...document.querySelectorAll('*')].map(e => e.tagName + ' ' + e.getAttributeNames().sort())"
    )
    return list(found)


def test_hostile_words_change_no_structure(chromium: Any, tmp_path: Path) -> None:
    shapes = []
    for words in (PAYLOADS, HARMLESS):
        file = tmp_path / "page.html"
        file.write_text(page(hostile(words)), encoding="utf-8")
        with looked(chromium, file) as shown:
            shapes.append(shape(shown.page))
            assert shown.quiet(), (shown.said, shown.asked)
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("n", range(0, len(PAYLOADS), 22))
def test_hostile_words_change_nothing_in_the_inspector(chromium: Any, tmp_path: Path, n: int) -> None:
    said = [words.encode("utf-8", "replace").decode() for words in PAYLOADS[n : n + 22]]
    text = "".join(f"Ada Marsh (Upper Dale) (Lab): {w}\n\n{w}\n\nGerald Oake ({w}): No.\n\n" for w in said)
    tree = hansardparse.parse(text, layout="official-report")
    file = tmp_path / "page.html"
    file.write_text(inspector(attrs.evolve(tree, source=said[0]), text), encoding="utf-8")
    with looked(chromium, file) as shown:
        shown.page.wait_for_selector("body[data-ready]")
        tags = {name.split()[0] for name in shape(shown.page)}
        assert count(shown.page, "script") == 2
        assert not tags & {"IMG", "SVG", "IFRAME", "OBJECT", "ARTICLE", "B", "BASE", "SELECT", "TEMPLATE"}
        assert shown.quiet(), (shown.said, shown.asked)

"""The playground of `build/site`, which `make site` has built, in a real Chromium with no network."""

from __future__ import annotations

import json
import runpy
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import axe, browser, overflow
from conftest import ROOT

import hansardparse

playwright = pytest.importorskip("playwright.sync_api", reason="run `make test-pages`")
SITE = ROOT / "build" / "site"
SAMPLE = ROOT / "samples" / "parallel" / "oral-question.txt"
#: So many seconds it may take until the page is ready, on a machine that does nothing else.
READY = 15


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address at which the site is served."""
    if not (SITE / "playground" / "index.html").is_file():
        pytest.skip("the site is not built: run `make test-pages`")
    with runpy.run_path(str(ROOT / "site" / "build.py"))["served"](SITE) as address:
        yield address


@pytest.fixture(scope="module")
def opened(site: str) -> Iterator[Any]:
    """The playground when it is ready; only the site can be reached, and what is asked for is noted."""
    with browser() as chromium:
        context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
        context.route("**/*", lambda r: r.continue_() if r.request.url.startswith(site) else r.abort())
        page = context.new_page()
        page.asked = []
        page.said = []
        context.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda m: page.said.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: page.said.append(str(e)))
        page.goto(f"{site}/playground/")
        page.wait_for_selector("body[data-ready]", timeout=180_000)
        yield page


def command_line(*options: str) -> bytes:
    command = [sys.executable, "-m", "hansardparse", "parse", "-", *options]
    return subprocess.run(
        command, input=SAMPLE.read_bytes(), stdout=subprocess.PIPE, check=True, cwd=ROOT
    ).stdout


def paste(page: Any, text: str) -> None:
    page.locator("#text").fill(text)
    page.locator("#parse").click()
    playwright.expect(page.locator("#parse")).to_have_text("Parse", timeout=120_000)


def test_the_table_has_the_turns_of_the_tree(opened: Any) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    paste(opened, text)
    turns = list(hansardparse.parse(text).contributions())
    rows = opened.locator("#table tbody tr")
    assert rows.count() == len(turns)
    for n, turn in enumerate(turns):
        assert turn.text[:300] in rows.nth(n).inner_text()
        assert str(turn.name) in rows.nth(n).inner_text()
    opened.locator("#tab-reader").click()
    playwright.expect(opened.frame_locator("#reader iframe").locator("article.turn")).to_have_count(
        len(turns)
    )
    opened.locator("#tab-inspector").click()
    inspector = opened.frame_locator("#inspector iframe")
    playwright.expect(inspector.locator("body[data-ready]")).to_have_count(1)
    opened.locator("#tab-table").click()


@pytest.mark.parametrize(("to", "options"), [("json", ()), ("csv", ("--to", "csv"))])
def test_what_is_downloaded_is_what_the_command_line_writes(
    opened: Any, tmp_path: Path, to: str, options: tuple[str, ...]
) -> None:
    paste(opened, SAMPLE.read_text(encoding="utf-8"))
    with opened.expect_download() as waited:
        opened.locator(f"[data-to={to}]").click()
    waited.value.save_as(tmp_path / "made")
    assert (tmp_path / "made").read_bytes() == command_line(*options)


def test_a_file_is_taken_and_its_name_kept(opened: Any, tmp_path: Path) -> None:
    opened.locator("#file").set_input_files(SAMPLE)
    playwright.expect(opened.locator("#parse")).to_have_text("Parse", timeout=120_000)
    with opened.expect_download() as waited:
        opened.locator("[data-to=json]").click()
    waited.value.save_as(tmp_path / "made")
    assert json.loads((tmp_path / "made").read_bytes())["source"] == SAMPLE.name


def test_an_error_is_a_sentence(opened: Any, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(bytes(range(32)) * 40)
    opened.locator("#file").set_input_files(tmp_path / "page.txt")
    playwright.expect(opened.locator("#error")).to_be_visible(timeout=120_000)
    said = opened.locator("#error").inner_text()
    assert "Traceback" not in said and len(said) < 200 and "\n" not in said
    assert opened.said == []


def test_nothing_is_asked_of_anybody_else(opened: Any, site: str) -> None:
    assert [url for url in opened.asked if not url.startswith((site, "data:", "blob:", "about:"))] == []
    assert "nothing leaves your machine" in opened.locator("header").inner_text()


def test_it_fits_and_axe_finds_nothing_serious(opened: Any) -> None:
    for scheme in ("light", "dark"):
        opened.emulate_media(color_scheme=scheme)
        assert axe(opened) == []
    for width in (360, 768, 1280):
        opened.set_viewport_size({"width": width, "height": 900})
        assert overflow(opened) <= 0, width


def shared() -> float:
    """How much longer work takes here than it would alone on the machine."""
    wall, own = time.perf_counter(), time.process_time()
    while time.process_time() - own < 0.5:
        sum(range(1000))
    return (time.perf_counter() - wall) / (time.process_time() - own)


def test_it_is_ready_soon(opened: Any) -> None:
    took, slow = float(opened.evaluate("document.body.dataset.seconds")), shared()
    print(f"the playground was ready in {took} s, on a machine that is {slow:.1f} times shared")
    assert took < READY * slow

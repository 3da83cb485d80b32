"""A real Chromium for the tests of pages: Debian's, without a window and without a network.

`make test-pages` sets it up; where it is not, the tests skip and say what is missing, unless
HANSARDPARSE_BROWSER is set: then they fail.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

__all__ = ["DESKTOP", "Looked", "axe", "browser", "looked", "overflow"]

DESKTOP = {"width": 1280, "height": 900}
_AXE = ROOT / "site" / "node_modules" / "axe-core" / "axe.min.js"


@contextmanager
def browser() -> Iterator[Any]:
    """Chromium; skips the test where there is none, or nothing to drive it with."""
    program = shutil.which("chromium")
    if program is None:
        _without("there is no chromium here")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield chromium
        finally:
            chromium.close()


def _without(what: str) -> None:
    if os.environ.get("HANSARDPARSE_BROWSER"):
        pytest.fail(f"{what}, and HANSARDPARSE_BROWSER asks for it")
    pytest.skip(f"{what}: run `make test-pages`")


class Looked:
    """A page that is open, and all that it has said or asked for."""

    def __init__(self, page: Any, address: str) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda m: self.said.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: self.said.append(str(e)))
        page.on("request", lambda r: self.asked.append(r.url))
        page.goto(address)

    def quiet(self) -> bool:
        """Whether nothing went wrong, and nothing beside the page itself was asked for."""
        return not self.said and len(self.asked) == 1


@contextmanager
def looked(chromium: Any, path: Path, **context: Any) -> Iterator[Looked]:
    """A page of a file, open in a browser that is offline."""
    with chromium.new_context(**{"viewport": DESKTOP, "offline": True, **context}) as opened:
        yield Looked(opened.new_page(), path.as_uri())


def overflow(page: Any) -> int:
    """By how many pixels a page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def axe(page: Any) -> list[str]:
    """What axe finds on a page that is serious or worse."""
    if not _AXE.is_file():
        _without("axe-core is not installed")
    # the page's own policy lets no script in, and a debugger has none
    page.context.new_cdp_session(page).send("Runtime.evaluate", {"expression": _AXE.read_text("utf-8")})
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {json.dumps([node['html'] for node in one['nodes'][:3]])}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]

"""Build the site: `make site` runs `python site/build.py`, which leaves it in `build/site`.

The pages are those of `docs/`, with the README, the changelog, a gallery that is made here, and the
playground: Pyodide from npm, the library's wheel and the pure Python wheels that it needs. A warning of
Sphinx is an error.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import re
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hansardparse
from hansardparse.view import inspector, page, pictures

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build"
SOURCE, SITE = BUILD / "site-source", BUILD / "site"
#: What the browser needs of Pyodide; its other packages are not used.
PYODIDE = re.compile(r"pyodide(\.asm)?\.(m?js|wasm)|python_stdlib\.zip|pyodide-lock\.json")
#: A link from a page of `docs/` to what is above it.
LINK = re.compile(r"\[([^\]]*)\]\(\.\./([^)#\s]+)(#[^)]*)?\)")
#: Pages of what is above `docs/`, by the names that they have there.
ABOVE = {"README.md": "readme.md", "CHANGELOG.md": "changelog.md"}


def main() -> None:
    """Build everything anew."""
    for old in (SOURCE, SITE):
        shutil.rmtree(old, ignore_errors=True)
    (SOURCE / "_static").mkdir(parents=True)
    playground(SITE / "playground")
    gallery(SOURCE / "_static")
    texts()
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html"]
    subprocess.run([*command, str(SOURCE), str(SITE)], check=True)
    print(f"the site is in {SITE.relative_to(ROOT)}: python -m http.server -d {SITE.relative_to(ROOT)}")


# --- the pages ----------------------------------------------------------------------------------------------


def texts() -> None:
    """Put the pages together, their links leading to each other."""
    index = (HERE / "index.md").read_text(encoding="utf-8")
    names = sorted(path.stem for path in (ROOT / "docs").glob("*.md"))
    others = [name for name in names if not re.search(rf"^{re.escape(name)}$", index, re.MULTILINE)]
    (SOURCE / "index.md").write_text(index.replace("OTHERS\n", "".join(f"{n}\n" for n in others)), "utf-8")
    shutil.copy(HERE / "conf.py", SOURCE)
    shutil.copy(HERE / "gallery.md", SOURCE)
    for path in (ROOT / "docs").glob("*.md"):
        (SOURCE / path.name).write_text(LINK.sub(_inside, path.read_text(encoding="utf-8")), "utf-8")
    for name, own in ABOVE.items():
        text = (ROOT / name).read_text(encoding="utf-8").replace("](docs/", "](")
        text = re.sub(r"\]\(([A-Z]+\.md)", lambda m: f"]({ABOVE.get(m[1], m[1])}", text)
        (SOURCE / own).write_text(re.sub(r"\[([^\]]*)\]\((?:grammars|samples)[^)]*\)", r"\1", text), "utf-8")


def _inside(match: re.Match[str]) -> str:
    """A link to what is above `docs/`: to its page where it has one, else its words."""
    words, target, fragment = match[1], match[2], match[3] or ""
    return f"[{words}]({ABOVE[target]}{fragment})" if target in ABOVE else words


# --- the playground -----------------------------------------------------------------------------------------


def playground(folder: Path) -> None:
    """The page, Pyodide, and one archive of the wheels."""
    shutil.copytree(HERE / "playground", folder)
    own = folder / "pyodide"
    own.mkdir()
    for path in (HERE / "node_modules" / "pyodide").iterdir():
        if PYODIDE.fullmatch(path.name):
            shutil.copy(path, own)
    shutil.copy(HERE / "debate.txt", folder)
    wheels = BUILD / "wheels"
    shutil.rmtree(wheels, ignore_errors=True)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "-w", str(wheels)]
    subprocess.run([*pip, str(ROOT)], check=True)
    with zipfile.ZipFile(folder / "packages.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for wheel in sorted(wheels.glob("*.whl")):
            if not wheel.name.endswith("-none-any.whl"):
                raise SystemExit(f"{wheel.name} is not pure Python, and no browser runs it")
            with zipfile.ZipFile(wheel) as each:
                for name in each.namelist():
                    packed.writestr(name, each.read(name))


# --- the gallery --------------------------------------------------------------------------------------------


def gallery(folder: Path) -> None:
    """The pictures, and how the pages look in a browser."""
    text = (HERE / "debate.txt").read_text(encoding="utf-8")
    debate = hansardparse.parse(text)
    division = next(debate.divisions())
    charts = {
        "words": pictures.words(debate),
        "parties": pictures.words(hansardparse.rows(debate), by="party"),
        "course": pictures.course(debate),
        "votes": pictures.division(division),
    }
    for name, chart in charts.items():
        chart.save(folder / f"{name}.svg")
    pages = BUILD / "pages"
    pages.mkdir(exist_ok=True)
    (pages / "reader.html").write_text(page(debate), encoding="utf-8")
    (pages / "inspector.html").write_text(inspector(debate, text), encoding="utf-8")
    with browser() as chromium, served(SITE) as address:
        _shots(chromium, pages, folder)
        shown = chromium.new_page(viewport={"width": 1280, "height": 900})
        shown.goto(f"{address}/playground/")
        shown.wait_for_selector("body[data-ready]", timeout=180_000)
        shown.locator("#example").click()
        shown.wait_for_selector("#result:not([hidden])", timeout=180_000)
        shown.screenshot(path=folder / "playground.png")


def _shots(chromium: Any, pages: Path, folder: Path) -> None:
    wide = chromium.new_page(viewport={"width": 1280, "height": 900})
    wide.goto((pages / "reader.html").as_uri())
    wide.screenshot(path=folder / "reader.png")
    wide.locator(".division").screenshot(path=folder / "division.png")
    wide.goto((pages / "inspector.html").as_uri())
    wide.locator(".piece", has_text="One called on Tuesday").hover()
    wide.wait_for_selector("#tree .row.on")
    wide.screenshot(path=folder / "inspector.png")
    narrow = chromium.new_page(viewport={"width": 390, "height": 800}, color_scheme="dark")
    narrow.goto((pages / "reader.html").as_uri() + "#t3")
    narrow.screenshot(path=folder / "reader-narrow.png")


@contextlib.contextmanager
def browser() -> Iterator[Any]:
    """Debian's Chromium, without a window."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    if program is None:
        raise SystemExit("make site needs chromium, which takes the screenshots: apt-get install chromium")
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield chromium
        finally:
            chromium.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word; a module and WebAssembly as what they are."""

    extensions_map = {  # noqa: RUF012 (as the library has it)
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served, to this machine alone."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()


if __name__ == "__main__":
    main()

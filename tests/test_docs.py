"""The documentation does what it says: every example is run, every list is whole.

In `README.md` and the pages of `docs` a `python` block is run and prints what the `text` block right below it
says (nothing, where there is none); a `console` block is typed line by line (`$ ...`), and `...` in its
output stands for anything. The blocks of a page share their names and their folder, in which `samples` is
that of the project. A block below `<!-- needs: X -->` is run only where the module or command X is there.
"""

from __future__ import annotations

import ast
import contextlib
import doctest
import importlib
import importlib.util
import inspect
import io
import os
import pkgutil
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import ROOT

import hansardparse
from hansardparse.grammar import find
from hansardparse.model import nodes
from hansardparse.write.rows import KEYS

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(
    r"(?:^<!-- needs: (?P<needs>\S+) -->\n)?^```(?P<kind>python|console|sh|shell|bash|pycon)\n"
    r"(?P<body>(?:(?!^```).*\n)*)```\n(?:\n```text\n(?P<output>(?:(?!^```).*\n)*)```\n)?",
    re.MULTILINE,
)

#: A file that a page has its reader write.
FILE = re.compile(r"^<!-- file: (\S+) -->\n```[a-z]+\n((?:(?!^```).*\n)*)```\n", re.MULTILINE)


class Block(NamedTuple):
    """One example of a page."""

    page: str
    line: int
    needs: str | None
    kind: str
    body: str
    output: str


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [
        Block(
            page.name,
            text.count("\n", 0, m.start("body")) + 1,
            m["needs"],
            m["kind"],
            m["body"],
            m["output"] or "",
        )
        for m in FENCE.finditer(text)
    ]


def same(want: str, got: str) -> bool:
    return doctest.OutputChecker().check_output(want, got, doctest.ELLIPSIS | doctest.REPORT_NDIFF)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as a reader has it, with the project's commands on the path."""
    for name in ("samples", "grammars"):
        (tmp_path / name).symlink_to(ROOT / name)
    own = tmp_path / ".bin"
    own.mkdir()
    for name, arguments in (("hansardparse", "-m hansardparse"), ("python", "")):
        (own / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n', encoding="utf-8")
        (own / name).chmod(0o755)
    monkeypatch.setattr(hansardparse.LAYOUTS, "_known", dict(hansardparse.LAYOUTS))  # a page may load one
    monkeypatch.setattr(find, "_ADDED", dict(find._ADDED))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{own}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return tmp_path


def run(block: Block, names: dict[str, Any]) -> None:
    where = f"{block.page}:{block.line}"
    if block.kind == "python" and block.body.startswith(">>>"):
        test = doctest.DocTestParser().get_doctest(block.body, names, where, where, block.line)
        said: list[str] = []
        doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append, clear_globs=False)
        assert not said, "".join(said)
        names.update(test.globs)
    elif block.kind == "python":
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile("\n" * (block.line - 1) + block.body, where, "exec"), names)
        assert same(block.output, printed.getvalue()), f"{where} prints\n{printed.getvalue()}"
    else:
        assert block.kind == "console", f"{where}: a shell example is a console block, with its output"
        for command, want in commands(block.body):
            got = make(command, where) if command.startswith("make ") else typed(command)
            assert same(want, got), f"{where}: {command}\n{got}"


def commands(body: str) -> Iterator[tuple[str, str]]:
    """The commands of a console block, each with its output; `> ` goes on with a command."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        while output.startswith(">"):
            more, _, output = output.partition("\n")
            command += "\n" + more[2:]
        yield command, output


def typed(command: str, cwd: Path | None = None) -> str:
    shell = subprocess.run(
        ["bash", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=cwd, check=False
    )
    return shell.stdout.decode()


def make(command: str, where: str) -> str:
    """What a target prints; it is run only where it has nothing to set up."""
    target = command.split()[1]
    ready = subprocess.run(["make", "-q", ".venv/ready"], cwd=ROOT, capture_output=True, check=False)
    if ready.returncode:
        pytest.skip(f"{where}: `make {target}` would set up .venv, which `make test` does")
    return typed(f"make --no-print-directory {target}", ROOT)


def is_there(needed: str) -> bool:
    return shutil.which(needed) is not None or importlib.util.find_spec(needed) is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_a_page_does_what_it_shows(page: Path, folder: Path) -> None:
    names: dict[str, Any] = {"__name__": "__main__"}
    for name, body in FILE.findall(page.read_text(encoding="utf-8")):
        (folder / name).write_text(body, encoding="utf-8")
    for block in blocks(page):
        if is_plain(block):
            run(block, names)


def is_plain(block: Block) -> bool:
    return block.needs is None and not block.body.startswith("$ make")


APART = [b for p in PAGES for b in blocks(p) if not is_plain(b)]


@pytest.mark.parametrize("block", APART, ids=lambda b: f"{b.page}:{b.line}")
def test_an_example_that_needs_more_than_the_library(block: Block, folder: Path) -> None:
    if block.needs is not None and not is_there(block.needs):
        pytest.skip(f"{block.page}:{block.line}: {block.needs} is not here")
    names: dict[str, Any] = {"__name__": "__main__"}
    page = next(p for p in PAGES if p.name == block.page)
    for above in blocks(page):
        if above.line < block.line and is_plain(above) and block.needs is not None:
            run(above, names)
    run(block, names)


def test_what_follows_from_the_code_is_up_to_date() -> None:
    for path, text in runpy.run_path(str(ROOT / "docs" / "__main__.py"))["written"]().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name} is stale: run `python -m docs`"


def modules() -> list[str]:
    return sorted(m.name for m in pkgutil.walk_packages(hansardparse.__path__, "hansardparse."))


@pytest.mark.parametrize("name", ["hansardparse", *modules()])
def test_the_examples_in_docstrings(name: str) -> None:
    if name.endswith("__main__"):
        return
    failed, _ = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert not failed


LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"`[^`\n]*`", "", text)
    for target in LINK.findall(text):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


# --- lists that must be whole ----------------------------------------------------------------------------

ABSTRACT = {"Node", "Reference", "Link", "Span"}
#: No text has these: a caller makes them.
MADE = {"Given"}


def classes() -> set[str]:
    return {n for n in nodes.__all__ if inspect.isclass(getattr(nodes, n))}


def test_every_class_of_the_tree_has_its_example() -> None:
    page = (ROOT / "docs" / "nodes.md").read_text(encoding="utf-8")
    made = runpy.run_path(str(ROOT / "docs" / "__main__.py"))
    assert {m["cls"] for m in made["EXAMPLE"].finditer(page)} == classes() - ABSTRACT - MADE
    table = page.partition("## In other formats")[2]
    named = set(re.findall(r"\w+", " ".join(re.findall(r"^\|([^|]*)", table, re.MULTILINE))))
    cited = {c.__name__ for c in nodes.Reference.__subclasses__()}
    assert classes() - named - cited - {"Node", "Link", "ColumnRange"} == set()


def test_the_api_page_has_every_public_name() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    assert [n for n in hansardparse.__all__ if f"`{n}" not in page] == []


def test_every_key_of_a_row_is_listed_in_its_order() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    table = page.partition("### The rows")[2].partition("### Kinds")[0]
    cells = " ".join(re.findall(r"^\|([^|]*)", table, re.MULTILINE))
    assert tuple(re.findall(r"`(\w+)`", cells)) == KEYS


def codes() -> set[tuple[str, str]]:
    """Every code of a problem in the source with its severities; of errors alone, none."""
    found: set[tuple[str, str]] = set()
    for file in (ROOT / "hansardparse").rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        named = {
            target.id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for call in (n for n in ast.walk(tree) if isinstance(n, ast.Call)):
            function = (
                call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            )
            values = [named.get(getattr(a, "id", ""), a) for a in call.args]
            words = [v.value if isinstance(v, ast.Constant) else None for v in values]
            if function in ("report", "Problem") and words and isinstance(words[0], str):
                found.add((words[0], str(words[2]) if len(words) > 2 else "warning"))
            elif function in ("HansardError", "brought"):
                code = next((k.value for k in call.keywords if k.arg == "code"), None)
                if isinstance(code, ast.Constant):
                    found.add((code.value, "Only"))
    return found


def test_every_code_of_a_problem_is_listed() -> None:
    page = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
    sections = re.findall(r"^## `([a-z-]+)`\n\n(.*\n.*)", page, re.MULTILINE)
    listed = {
        (c, s)
        for c, words in sections
        for s in re.findall(r"\*(\w+)[.,*]|(?<![a-z])(Only)", words)
        for s in s
        if s
    }
    assert listed == codes()

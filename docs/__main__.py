"""Write the parts of the documentation that follow from the code: `python -m docs`.

- the table of layouts in `README.md`
- the JSON below each example source in `docs/nodes.md`
- `docs/api.md`, from the docstrings
- `docs/rules.md`, from the rules
- the tables of what has moved in `docs/migration.md`
- `docs/parliament-data.md`, from the comments of the profile's classes and of the shared `words.lark`

A test fails where one of them is not what this would write.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

import hansardparse
from hansardparse import LAYOUTS
from hansardparse import nodes as model
from hansardparse.moved import MODULES, NAMES
from hansardparse.resolving import rules

DOCS = Path(__file__).resolve().parent
README = DOCS.parent / "README.md"
WIDTH = 100


def written() -> dict[Path, str]:
    """Every file that is written here, and what it should say."""
    return {
        README: layouts(README.read_text(encoding="utf-8")),
        DOCS / "nodes.md": nodes((DOCS / "nodes.md").read_text(encoding="utf-8")),
        DOCS / "api.md": api(),
        DOCS / "rules.md": rules.table(),
        DOCS / "migration.md": migration((DOCS / "migration.md").read_text(encoding="utf-8")),
        DOCS / "parliament-data.md": parliament_data(),
    }


# --- the README ----------------------------------------------------------------------------------------


def layouts(readme: str) -> str:
    """The README with its table of layouts."""
    table = ["| layout | what it is | a line that it prints |", "|---|---|---|"]
    for layout in LAYOUTS.values():
        example = layout.example.replace("|", "\\|")
        table.append(f"| `{layout.name}` | {layout.title} | `{example}` |")
    begin, end = "<!-- layouts: written by python -m docs -->\n", "<!-- end -->"
    before, _, rest = readme.partition(begin)
    return before + begin + "\n".join(table) + "\n" + end + rest.partition(end)[2]


# --- the nodes -----------------------------------------------------------------------------------------

#: The example of a class: its heading, some words, the layout and what is asked for, source and JSON.
EXAMPLE = re.compile(
    r"^### (?P<cls>\w+)\n(?P<words>(?:(?!^#).*\n)*?)"
    r"^<!-- (?P<layout>[a-z-]+)(?: (?P<nth>[0-9]+))? -->\n```text\n(?P<source>(?:(?!^```).*\n)*)```\n\n"
    r"```json\n(?P<json>(?:(?!^```).*\n)*)```\n",
    re.MULTILINE,
)


def nodes(text: str) -> str:
    """The page with the JSON that each example source gives."""

    def fresh(match: re.Match[str]) -> str:
        shown = example(match["cls"], match["layout"], match["source"], int(match["nth"] or 1))
        return match[0][: match.start("json") - match.start()] + shown + "\n```\n"

    return EXAMPLE.sub(fresh, text)


def example(cls: str, layout: str, source: str, nth: int) -> str:
    """The JSON of the nth node of a class in a source."""
    data = json.loads(hansardparse.dumps(hansardparse.parse(source.rstrip("\n"), layout=layout)))
    found = [o for o in _objects(data) if o["type"] == getattr(model, cls).type]
    if len(found) < nth:
        raise SystemExit(f"docs/nodes.md: the example of {cls} has no {cls}")
    return _pretty(found[nth - 1], 0)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in some JSON, an outer one before those in it."""
    if isinstance(value, dict):
        if "type" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _objects(part)


def _pretty(value: Any, indent: int) -> str:
    """JSON on one line where it fits, else a line for each of its parts."""
    line = json.dumps(value, ensure_ascii=False)
    if indent + len(line) <= WIDTH or not isinstance(value, (dict, list)) or not value:
        return line
    pad = " " * (indent + 1)
    if isinstance(value, dict):
        keys = [json.dumps(k, ensure_ascii=False) + ": " for k in value]
        parts = [pad + k + _pretty(v, indent + 1) for k, v in zip(keys, value.values(), strict=True)]
        return "{\n" + ",\n".join(parts) + "\n" + " " * indent + "}"
    return "[\n" + ",\n".join(pad + _pretty(v, indent + 1) for v in value) + "\n" + " " * indent + "]"


# --- what has moved ------------------------------------------------------------------------------------


def migration(text: str) -> str:
    """The page with the tables of the modules and the names that have moved."""
    rows = [f"| `hansardparse.{old}` | `hansardparse.{new}` |" for old, new in sorted(MODULES.items())]
    modules = "\n".join(["| old module | new module |", "|---|---|", *rows])
    names = ", ".join(f"`{name}`" for name in sorted(NAMES))
    begin, end = "<!-- moved: written by python -m docs -->\n", "<!-- end -->"
    before, _, rest = text.partition(begin)
    return (
        before
        + begin
        + f"{modules}\n\nNow in `hansardparse.nodes`: {names}.\n"
        + end
        + rest.partition(end)[2]
    )


# --- what a parliament brings --------------------------------------------------------------------------

PARLIAMENT = """# What a parliament brings

A parliament is a folder: `profile.toml`, `words.lark` and one layout at least ([layouts](layouts.md)).
These are all the keys of a profile and all the words; what is wrong is said with place and what is wanted.

*Written by `python -m docs` from the comments in `hansardparse/parliaments/profile.py` and
`grammars/shared/words.lark`.*
"""
#: A field of a class with the comment above it.
_FIELD = re.compile(r"((?: {4}#: [^\n]*\n)+) {4}(\w+): ([^\n=]+?)(?: = ([^\n]*))?\n")
#: A word with the comment above it, its example lines apart.
_WORD = re.compile(r"((?:// [^\n]*\n)+)((?:_[A-Z_]+: [^\n]*\n(?: {4}\|[^\n]*\n)*)+)")


def parliament_data() -> str:
    """The page of what a profile and `words.lark` may say."""
    source = (DOCS.parent / "hansardparse" / "parliaments" / "profile.py").read_text(encoding="utf-8")
    classes = re.split(r"^class (\w+)", source, flags=re.MULTILINE)[1:]
    bodies = dict(zip(classes[::2], classes[1::2], strict=True))
    tables = {kind: key for _, key, kind, _ in _FIELD.findall(bodies["Profile"]) if kind in bodies}
    parts = [PARLIAMENT, "\n## The profile\n\n", *_keys(bodies["Profile"], tables)]
    for kind, key in tables.items():
        parts += [f"\n### `[{key}]`\n\n", *_keys(bodies[kind], {})]
    return "".join((*parts, "\n## The words\n\n", *_words()))


def _keys(body: str, tables: dict[str, str]) -> Iterator[str]:
    """A table of the keys of one class; what has no default is needed."""
    yield "| key | type | what it is |\n|---|---|---|\n"
    for comment, key, kind, default in _FIELD.findall(body):
        if kind not in tables:
            given = "factory=" in default or (default and "attrs.field" not in default)
            needed = "" if given else ", needed"
            said = " ".join(line.strip().removeprefix("#:").strip() for line in comment.splitlines())
            yield f"| `{key}` | `{kind}`{needed} | {said} |\n".replace(" | None", " or none")


def _words() -> Iterator[str]:
    """A table of the words that the grammars ask for, those of one comment together."""
    text = (DOCS.parent / "grammars" / "shared" / "words.lark").read_text(encoding="utf-8")
    yield "Each is an expression; one in capitals is the same as a page prints it in capitals.\n\n"
    yield "| word | what it is | where none is said |\n|---|---|---|\n"
    for comment, defined in _WORD.findall(text.partition("// --- who speaks")[2]):
        said = " ".join(line[3:] for line in comment.splitlines() if not line.startswith(("//   ", "// ---")))
        names = ", ".join(f"`{name}`" for name in re.findall(r"^(_[A-Z_]+):", defined, re.MULTILINE))
        value = defined.splitlines()[0].partition(": ")[2]
        plain = "nothing" if "_NOTHING" in value else "no guard" if value == "/(?=.)/" else "plain English"
        yield f"| {names} | {said} | {plain} |\n"


# --- the API -------------------------------------------------------------------------------------------

HEAD = """# The API

Everything a program needs is in `hansardparse` itself and, for the classes of the tree, in
`hansardparse.nodes`; what stands below `hansardparse.testing` and `hansardparse.rendering` is for tests, and
what stands below `hansardparse.view` makes [what people look at](looking.md).
Names that begin with an underscore, and modules not named here, may change in any version. The classes of the
tree have a [page of their own](nodes.md).

*Written by `python -m docs` from the docstrings.*
"""
#: The classes of the tree whose methods and properties are part of the API.
WALKED = ("Transcript", "Section", "Contribution", "Speaker", "Division", "VoteGroup", "Table", "Node")


def api() -> str:
    """The page of the API."""
    names = [n for n in hansardparse.__all__ if n not in model.__all__ and n != "__version__"]
    parts = [HEAD, "## Functions and constants\n"]
    parts += [_entry(_home(n), n) for n in sorted(names, key=str.lower)]
    parts.append("### `__version__`\n\nThe version of the library, a `str`.\n")
    parts.append("## What the nodes compute\n\nTheir fields are in [the nodes](nodes.md).\n")
    for name in WALKED:
        parts.append(_members(name, getattr(model, name)))
    from hansardparse import testing, view
    from hansardparse.resolving import groups
    from hansardparse.write import text as rendering

    for cls in (groups.Speech, groups.Exchange):
        parts.append(_members(cls.__name__, cls))
    for module in (rendering, view, testing):
        parts.append(f"## `{module.__name__}`\n\n{inspect.getdoc(module)}\n")
        functions = [(n, getattr(module, n)) for n in module.__all__]
        parts += [_entry(f.__module__, n) for n, f in functions if inspect.isfunction(f)]
    walks = ("children", "leaves")
    classes = ", ".join(f"`{n}`" for n in model.__all__ if n not in walks)
    parts.append(f"## `{model.__name__}`\n\n{classes}: see [the nodes](nodes.md).\n")
    parts += [_entry(getattr(model, n).__module__, n) for n in walks]
    return "\n".join(parts)


def _entry(module: str, name: str) -> str:
    """A function with its signature, or a class or constant with what it is."""
    value = getattr(importlib.import_module(module), name)
    if inspect.isfunction(value):
        return f"### `{name}{_signature(module, name)}`\n\n{_doc(value)}\n"
    return f"### `{name}`\n\n{CONSTANTS[name] if name in CONSTANTS else _doc(value)}\n"


def _home(name: str) -> str:
    """The module in which a public name is defined."""
    return str(getattr(getattr(hansardparse, name), "__module__", "hansardparse"))


def _signature(module: str, name: str) -> str:
    """The parameters of a function and what it returns, as the source of its module has them."""
    scope: Any = ast.parse(inspect.getsource(importlib.import_module(module)))
    for part in name.split("."):
        scope = next(n for n in scope.body if getattr(n, "name", None) == part)
    parameters, gives = scope.args, ast.unparse(scope.returns)
    first = parameters.args[0].arg if parameters.args else None
    if first in ("self", "draw"):
        del parameters.args[0]
    if first == "draw":  # Hypothesis makes a strategy of it
        gives = f"st.SearchStrategy[{gives}]"
    return f"({ast.unparse(parameters)}) -> {gives}"


CONSTANTS = {
    "LAYOUTS": "The layouts by name: a mapping of `Layout(name, title, example, ...)`, which is not changed.",
}


def _members(name: str, cls: type[Any]) -> str:
    """The properties and methods of a class that are not its fields."""
    fields = {a.name for a in attrs.fields(cls)} if attrs.has(cls) else set()
    rows = [f"### `{name}`\n"] if cls.__module__ == nodes.__name__ else [f"### `{name}`\n\n{_doc(cls)}\n"]
    for member, value in vars(cls).items():
        if member.startswith("_") or member in fields:
            continue
        if isinstance(value, property):
            kind = inspect.signature(value.fget).return_annotation  # type: ignore[arg-type]
            rows.append(f"- `{member}: {kind}`: {_doc(value, ' ')}")
        elif inspect.isfunction(value):
            rows.append(f"- `{member}{_signature(cls.__module__, value.__qualname__)}`: {_doc(value, ' ')}")
    return "\n".join(rows) + "\n"


def _doc(value: Any, newline: str = "\n") -> str:
    doc = inspect.getdoc(value)
    assert doc, f"{value!r} has no docstring"
    # a doctest in Markdown is a block of its own
    lines: list[str] = []
    inside = False
    for line in doc.split("\n"):
        if line.lstrip().startswith(">>>") and not inside:
            lines.append("```python")
            inside = True
        lines.append(line)
    if inside:
        lines.append("```")
    return newline.join(lines)


def main() -> None:
    """Write what has changed."""
    for path, text in written().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {path.relative_to(DOCS.parent)}")


if __name__ == "__main__":
    main()

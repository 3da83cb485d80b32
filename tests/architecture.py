"""How the rooms of the library hang together: `python -m tests.architecture` prints and counts it.

A *room* is a folder of `hansardparse`, or a module that stands in no folder. An import is an arrow from room
to room, wherever in a module it stands. `ALLOWED` says which arrows there may be.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from hansardparse.parliaments import known, profile

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "hansardparse"

#: What any room may import: it knows no other room.
GROUND = frozenset({"data", "entry_points", "errors", "moved", "version"})
#: What hands on names of all rooms, and what is made for tests.
OUTSIDE = frozenset({"__init__", "__main__", "nodes", "testing"})
#: Which rooms a room imports. Each line only names rooms that stand below it.
ALLOWED: dict[str, frozenset[str]] = {
    "cli": frozenset(
        {"corpus", "parsing", "explained", "read", "layouts", "citations", "members", "write", "view", "text"}
        | {"model", "parliaments"}
    ),
    "rendering": frozenset({"layouts", "write", "model"}),
    "corpus": frozenset(
        {"layouts", "parsing", "members", "read", "write", "text", "grammar", "model", "parliaments"}
    ),
    "streaming": frozenset({"parsing", "write", "model"}),
    "warming": frozenset({"layouts", "grammar", "parliaments"}),
    "parsing": frozenset({"contained", "reading", "read", "resolving", "text", "model"}),
    "explained": frozenset({"reading", "grammar"}),
    "contained": frozenset({"reading", "layouts", "read", "build", "text", "model", "parliaments"}),
    "reading": frozenset(
        {"layouts", "resolving", "read", "build", "text", "grammar", "model", "parliaments"}
    ),
    "members": frozenset({"resolving", "speakers", "model", "parliaments"}),
    "read": frozenset({"text", "model"}),
    "layouts": frozenset({"build", "lines", "text", "grammar", "parliaments"}),
    "build": frozenset({"lines", "speakers", "text", "grammar", "model", "parliaments"}),
    "lines": frozenset({"speakers", "text", "grammar", "parliaments"}),
    "resolving": frozenset({"citations", "speakers", "grammar", "model", "parliaments"}),
    "citations": frozenset({"text", "grammar", "model", "parliaments"}),
    "speakers": frozenset({"grammar", "model", "parliaments"}),
    "write": frozenset({"model", "parliaments"}),
    "view": frozenset({"model", "parliaments"}),
    "text": frozenset({"model", "parliaments"}),
    "grammar": frozenset({"parliaments"}),
    "model": frozenset({"parliaments"}),
    "parliaments": frozenset(),
}
#: Arrows that go back, each with the reason why it is there.
BACK = {
    ("write", "citations"): "rows of what is not resolved look for references themselves",
    ("model", "view"): "a notebook asks a node itself how it looks, and a prompt for its outline",
    ("model", "resolving"): "Transcript.speeches and .exchanges, which have moved, stay for one release",
}
#: A module is no longer than this, unless it is one of the model's; and no function than that.
LONGEST_MODULE, LONGEST_FUNCTION = 400, 50
#: Codes of the tree, and names of rules and terminals, which are words besides.
OURS = frozenset({"chair", "sitting", "lords", "LORDS", "minister"})
#: What is put between the expressions of terminals says nothing about a transcript.
GLUE = frozenset({"|", "(?:", ")", r")\s*\Z", r"\b"})


def modules() -> dict[str, ast.Module]:
    """Every module of the package by its path below it."""
    files = sorted(PACKAGE.rglob("*.py"))
    return {
        file.relative_to(PACKAGE).as_posix(): ast.parse(file.read_text(encoding="utf-8")) for file in files
    }


def room_of(path: str) -> str:
    """The room in which a module stands."""
    return path.partition("/")[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[str]:
    """The modules of the package that a module imports, anywhere in it, as `grammar.load`."""
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            if name.startswith("hansardparse."):
                yield name.removeprefix("hansardparse.")


def arrows(trees: dict[str, ast.Module]) -> dict[str, set[str]]:
    """Which modules a module imports, both as paths; a package's `__init__` where it names no module."""
    found: dict[str, set[str]] = {path: set() for path in trees}
    for path, tree in trees.items():
        for name in imported(tree):
            parts = name.split(".")
            for size in range(len(parts), 0, -1):
                stem = "/".join(parts[:size])
                target = next((t for t in (f"{stem}.py", f"{stem}/__init__.py") if t in trees), None)
                if target is not None and target != path:
                    found[path].add(target)
                    break
    return found


def rooms(found: dict[str, set[str]]) -> dict[str, set[str]]:
    """Which rooms a room imports."""
    between: dict[str, set[str]] = {}
    for path, targets in found.items():
        room = room_of(path)
        others = {room_of(target) for target in targets} - {room} - GROUND - OUTSIDE
        between.setdefault(room, set()).update(others)
    return between


def back(between: dict[str, set[str]]) -> set[tuple[str, str]]:
    """The arrows between rooms that `ALLOWED` does not have."""
    return {
        (room, other)
        for room, others in between.items()
        if room not in GROUND | OUTSIDE
        for other in others - ALLOWED.get(room, frozenset())
    }


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """The sets of nodes of which each reaches all others (Tarjan's, on a stack of its own)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    found: list[list[str]] = []
    for root in graph:
        work = [(root, iter(sorted(graph[root])))] if root not in index else []
        if work:
            index[root] = low[root] = len(index)
            path.append(root)
        while work:
            node, rest = work[-1]
            for other in rest:
                if other not in index:
                    index[other] = low[other] = len(index)
                    path.append(other)
                    work.append((other, iter(sorted(graph.get(other, ())))))
                    break
                if other in path:
                    low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    at = path.index(node)
                    if len(path) - at > 1:
                        found.append(sorted(path[at:]))
                    del path[at:]
    return found


def forward(found: dict[str, set[str]]) -> dict[str, set[str]]:
    """The arrows between modules without those that go back and those of what stands outside."""
    return {
        path: {t for t in targets if (room_of(path), room_of(t)) not in BACK and room_of(t) not in OUTSIDE}
        for path, targets in found.items()
        if room_of(path) not in OUTSIDE
    }


def too_long(trees: dict[str, ast.Module]) -> list[str]:
    """The modules and functions that are longer than they may be."""
    found: list[str] = []
    for path, tree in trees.items():
        lines = (PACKAGE / path).read_text(encoding="utf-8").splitlines()
        if len(lines) > LONGEST_MODULE and room_of(path) != "model":
            found.append(path)
        for node in ast.walk(tree):
            function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            if function and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION:
                found.append(f"{path}:{node.name}")
    return found


# --- words of a parliament -----------------------------------------------------------------------------

#: Rooms that are data of parliaments, know the forms of others' files, or speak to people in English.
OF_THEIR_OWN = frozenset({"members", "parliaments", "read", "view", "write"})
#: Rooms that are about expressions.
OF_EXPRESSIONS = frozenset({"grammar", "text"})
#: Fields of a profile, or of a table in it, that are codes of ours and no words of a record.
CODES = frozenset(
    {"code", "name", "languages", "tellers_counted", "hours", "releases", "joining", "joints", "examples"}
)
#: Of these tables only the keys are printed.
KEYS = frozenset({"sides", "months", "houses"})
#: A form of so many letters with a space in it is found within a longer literal too.
LONG_FORM = 8
#: Literals that stand where none should, each with its reason: module and literal. At most ten.
EXCEPTIONS = dict.fromkeys(
    (
        ("resolving/lost_labels.py", "My Lords, I am grateful to the Minister."),
        ("resolving/rules.py", "A mark says who is in the Chair."),
        ("resolving/rules.py", "In the Lords, where nobody is in the Chair, somebody says who speaks next."),
        ("resolving/rules.py", "`Gerald Oake` after `Gerald Oake (in the Chair)`"),
        ("resolving/rules.py", "`My Lords, I am sorry to interrupt the noble Baroness.`"),
        ("resolving/rules.py", "`My Lords, it is the turn of the Cross Benches.`"),
        ("resolving/rules.py", "`The Chairman`, or `Gerald Oake`, after `[Sir Gerald Oake in the Chair]`"),
        ("resolving/rules.py", "`With permission, Mr Speaker, I will make a statement about the sea wall.`"),
    ),
    "shown in docs/rules.md, in the words of one parliament",
)


def words_of(value: Any) -> Iterator[str]:
    """The words in a profile, or in a table of one, as they are printed."""
    if attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            held = getattr(value, field.name)
            if field.name in KEYS:
                yield from held
            elif field.name not in CODES:
                yield from words_of(held)
    elif isinstance(value, dict):
        yield from (word for pair in value.items() for word in pair if isinstance(word, str))
    elif isinstance(value, tuple | frozenset):
        yield from value
    elif isinstance(value, str):
        yield value


def literals(tree: ast.Module) -> Iterator[str]:
    """The string literals of a module that are no docstrings and no lists of what it defines."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))
        if isinstance(node, ast.Assign) and any(getattr(t, "id", "") == "__all__" for t in node.targets):
            skipped.update(map(id, ast.walk(node)))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.value


def printed(trees: dict[str, ast.Module]) -> Iterator[tuple[str, str]]:
    """The literals that are words or set forms of some parliament: the module, and the literal."""
    words = {w.strip() for code in known() for w in words_of(profile(code)) if len(w.strip()) > 1}
    forms = [word for word in words if " " in word and len(word) >= LONG_FORM]
    for path, tree in trees.items():
        if room_of(path) not in OF_THEIR_OWN | OUTSIDE:
            for said in literals(tree):
                if said.strip() in words - OURS or any(form in said for form in forms):
                    yield path, said


def expressions(trees: dict[str, ast.Module]) -> Iterator[tuple[str, str]]:
    """The calls of `re` with a literal pattern outside the rooms for these: the module, and the pattern."""
    for path, tree in trees.items():
        if room_of(path) in OF_EXPRESSIONS | OF_THEIR_OWN | OUTSIDE:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and ast.unparse(node.func).startswith("re."):
                pattern = node.args[0]
                for part in pattern.values if isinstance(pattern, ast.JoinedStr) else [pattern]:
                    said = part.value if isinstance(part, ast.Constant) else None
                    if isinstance(said, str) and said not in GLUE:
                        yield path, said


def main() -> None:
    """Print the rooms with their arrows, and the counts."""
    trees = modules()
    found = arrows(trees)
    between = rooms(found)
    wrong = back(between)
    for room in sorted(
        between, key=lambda room: (list(ALLOWED).index(room) if room in ALLOWED else 99, room)
    ):
        size = sum(room_of(path) == room for path in trees)
        print(f"{room} ({size} module{'s' * (size != 1)}) -> {', '.join(sorted(between[room])) or 'none'}")
    print()
    arrows_between = sum(len(others) for room, others in between.items() if room not in OUTSIDE)
    print(
        f"rooms {len(ALLOWED)}, modules {len(trees)}, imports between modules {sum(map(len, found.values()))}"
    )
    print(f"arrows between rooms {arrows_between}, of them back {len(wrong)}")
    for room, other in sorted(wrong):
        print(f"  {room} -> {other}: {BACK.get((room, other), 'NOT ALLOWED')}")
    print(f"circles of modules {circles(forward(found))}")
    print(f"too long {too_long(trees)}")
    for what, find in (("words of parliaments", printed), ("expressions", expressions)):
        every = set(find(trees))
        print(f"{what} in Python {len(every)}, that are no exceptions {len(every - EXCEPTIONS.keys())}")


if __name__ == "__main__":
    sys.exit(main())

"""The names that have moved go on working for one release, and say where they are."""

import importlib
import subprocess
import sys

import pytest

import hansardparse
from hansardparse import nodes
from hansardparse.moved import MODULES, NAMES

#: A name of each old module that is a package now: the module itself is found without a warning.
INSIDE = {
    "build": "Builder",
    "model": "Paragraph",
    "resolving": "unresolved",
}


@pytest.mark.parametrize("old", sorted(MODULES.keys() - INSIDE.keys()))
def test_an_old_module_has_the_names_of_the_new_one(old: str) -> None:
    new = importlib.import_module(f"hansardparse.{MODULES[old]}")
    sys.modules.pop(f"hansardparse.{old}", None)
    with pytest.warns(DeprecationWarning, match=f"hansardparse.{old} has moved to {new.__name__};"):
        found = importlib.import_module(f"hansardparse.{old}")
    assert all(getattr(found, name) is getattr(new, name) for name in new.__all__)
    assert new.__spec__ is not None and new.__spec__.name == new.__name__


@pytest.mark.parametrize("old", sorted(INSIDE))
def test_an_old_module_that_is_a_package_has_the_names_of_the_new_one(old: str) -> None:
    package, new = (importlib.import_module(f"hansardparse.{name}") for name in (old, MODULES[old]))
    with pytest.warns(DeprecationWarning, match=f"has moved to {new.__name__}.{INSIDE[old]};"):
        assert getattr(package, INSIDE[old]) is getattr(new, INSIDE[old])
    with pytest.raises(AttributeError):
        package.papyrus  # noqa: B018


@pytest.mark.parametrize("old", sorted(INSIDE))
def test_every_module_of_such_a_package_can_be_imported_first(old: str) -> None:
    program = (
        "import importlib, pkgutil, sys\n"
        f"import hansardparse.{old} as package\n"
        "names = [f'{package.__name__}.{each.name}' for each in pkgutil.iter_modules(package.__path__)]\n"
        "for name in names:\n"
        "    for known in [known for known in sys.modules if known.startswith('hansardparse')]:\n"
        "        del sys.modules[known]\n"
        "    importlib.import_module(name)\n"
        "print(len(names))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert int(done.stdout) > 5


@pytest.mark.parametrize("name", sorted(NAMES))
def test_an_old_name_on_top_is_that_of_the_nodes(name: str) -> None:
    with pytest.warns(
        DeprecationWarning, match=f"hansardparse.{name} has moved to hansardparse.nodes.{name};"
    ):
        assert getattr(hansardparse, name) is getattr(nodes, name)


def test_a_transcript_hands_on_its_speeches_and_exchanges() -> None:
    debate = hansardparse.parse("15:37:00\n\nAda Marsh (Upper Dale) (Lab)\n\nNo.\n", layout="download")
    with pytest.warns(DeprecationWarning, match="has moved to hansardparse.speeches;"):
        assert list(debate.speeches()) == list(hansardparse.speeches(debate))
    with pytest.warns(DeprecationWarning, match="has moved to hansardparse.exchanges;"):
        assert list(debate.exchanges()) == list(hansardparse.exchanges(debate))


def test_every_way_to_import_a_module_finds_an_old_one_and_warns_at_its_own_line() -> None:
    program = (
        "import hansardparse.parser\n"
        "from hansardparse.tabular import rows\n"
        "from hansardparse import codec\n"
        "from hansardparse.render import *\n"
        "assert rows(hansardparse.parser.parse('')) is not None and codec.dumps and codec.loads and render\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "always::DeprecationWarning", "-c", program], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    lines = [line.partition(": ")[0] for line in done.stderr.splitlines() if "has moved" in line]
    assert lines == [f"<string>:{n}" for n in (1, 2, 3, 4)]


def test_no_module_stands_where_an_old_one_is_looked_for() -> None:
    # an old name that is a module again would hide what has moved
    for old in MODULES.keys() - INSIDE.keys():
        assert importlib.machinery.PathFinder.find_spec(old, hansardparse.__path__) is None

"""The built wheel and sdist find their grammars, with the source tree out of reach."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

from hansardparse.grammar.tables import fingerprint

CODE = """
import hansardparse, sys
assert hansardparse.__file__.startswith(sys.argv[1]), hansardparse.__file__
page = "Ada Marsh Portrait Ms Ada Marsh (Upper Dale) (Lab)\\n- Hansard -\\n\\nSee [HCWS12].\\n"
(said,) = hansardparse.parse(page).contributions()
print(said.name, said.party, hansardparse.find_references(said.text)[0].number, len(hansardparse.LAYOUTS))
"""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def ask(place: Path, cwd: Path) -> str:
    """What CODE prints with the package at `place`, run far from the source tree."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | {"PYTHONPATH": str(place)}
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(place)], cwd=cwd, env=env, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_wheel_works_unpacked_and_as_a_zip(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        packed.extractall(tmp_path / "site")
    assert "hansardparse/grammars/uk/parallel.lark" in names
    assert "hansardparse/py.typed" in names
    made_of = json.loads((tmp_path / "site" / "hansardparse" / "tables" / "made-of.json").read_text("utf-8"))
    assert made_of["uk"] == fingerprint("uk") and "hansardparse/tables/uk/parallel.basic.json" in names
    assert not any(name.startswith(("tests/", "samples/", "grammars/")) for name in names)
    expected = ask(tmp_path / "site", tmp_path)
    assert expected.startswith("Ms Ada Marsh Lab HCWS12 ")
    assert ask(wheel, tmp_path) == expected


def test_the_sdist_has_everything_to_work_on(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    for wanted in ("grammars/uk/parallel.lark", "samples/parallel/chair.txt", "tests/oracle.py", "README.md"):
        assert wanted in names
    # what `make` asks for
    assert {"Makefile", "fuzz/target.py", "docs/__main__.py", "samples/__main__.py"} <= names
    assert any(name.startswith("fuzz/corpus/") for name in names)


def test_the_public_names_are_those_listed() -> None:
    import hansardparse
    from hansardparse.model import nodes

    assert set(hansardparse.nodes.__all__) == set(nodes.__all__)
    for name in hansardparse.__all__:
        assert getattr(hansardparse, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'papyrus'"):
        _ = hansardparse.papyrus

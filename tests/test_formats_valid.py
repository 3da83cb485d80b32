"""What is written for other tools is valid by the receiver's own validator, and a broken copy is not.

The validators stand in environments of their own, which `make test-formats` makes (`.venv-formats`).
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import CORPUS, ROOT, SAMPLES
from running import here
from test_formats import DAY, WRITERS, given, is_written

from hansardparse import Transcript, parse, parse_file
from hansardparse.nodes import Division
from hansardparse.write.parlamint_corpus import parlamint_corpus

HOME = ROOT / ".venv-formats"
SCHEMAS = CORPUS.parent / "schemas" / "parlamint"
#: Of the real transcripts, so many of each folder.
MANY = 12


def _own(script: str, environment: str) -> list[str]:
    python = HOME / environment / "bin" / "python"
    if not python.exists():
        pytest.skip(f"no validator at {python}: make test-formats sets it up")
    return [str(python), str(ROOT / "tests" / "validators" / script)]


def _jing(schema: str) -> list[str]:
    program = HOME / "xml" / "bin" / "pyjing"
    if not program.exists() or shutil.which("java") is None:
        pytest.skip(f"no validator at {program}, or no Java: make test-formats sets it up")
    if not SCHEMAS.is_dir():
        pytest.skip(f"no schemas of ParlaMint at {SCHEMAS}")
    return [str(program), str(SCHEMAS / schema)]


VALIDATORS: dict[str, Callable[[], list[str]]] = {
    "publicwhip": lambda: _own("publicwhip.py", "mysoc"),
    "tei": lambda: _jing("ParlaMint-TEI.rng"),
    "akn": lambda: _own("akoma_ntoso.py", "xml"),
}
#: What makes a file one that its receiver refuses.
BROKEN = {
    "publicwhip": ('person_id="unknown"', 'person_id="nobody"'),
    "tei": ('ana="#regular"', ""),
    "akn": ('by="#', 'by="#nobody_'),
}

every = pytest.mark.parametrize("name", WRITERS)


def refused(name: str, files: list[Path]) -> str:
    """What the validator says of the files that it refuses."""
    done = subprocess.run(
        [*VALIDATORS[name](), *map(str, files)], capture_output=True, text=True, timeout=280, check=False
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout


@every
def test_what_is_nearly_empty_is_valid(name: str, tmp_path: Path) -> None:
    """A record of nothing, and a division of which no side is printed."""
    VALIDATORS[name]()
    outputs = []
    for n, items in enumerate(((), (Division(number="4"),))):
        outputs.append(tmp_path / f"{n}.xml")
        page = given(Transcript(items=items, parliament="uk"))
        outputs[-1].write_text(WRITERS[name](page).text, encoding="utf-8")
    assert refused(name, outputs) == ""


def _written(name: str, files: list[Path], folder: Path) -> list[Path]:
    outputs = []
    for n, file in enumerate(files):
        layout = file.parent.name if file in SAMPLES else "auto"
        transcript = given(parse_file(file, layout=layout))
        if not is_written(name, transcript):
            continue
        outputs.append(folder / f"{n:03}-{file.stem}.xml")
        written = WRITERS[name](transcript)
        outputs[-1].write_text(written.text, encoding="utf-8")
    return outputs


@every
def test_every_sample_is_valid(name: str, tmp_path: Path) -> None:
    VALIDATORS[name]()
    assert refused(name, _written(name, SAMPLES, tmp_path)) == ""


@every
@pytest.mark.parametrize("folder", ["uk-twfy-2009", "uk-twfy-modern", "uk-historic-specs", "uk-seeds"])
def test_real_ones_are_valid(name: str, folder: str, corpus: Path, tmp_path: Path) -> None:
    VALIDATORS[name]()
    files = sorted((corpus / folder).glob("*.txt"))
    some = files[:: max(1, len(files) // MANY)]
    assert refused(name, _written(name, some, tmp_path)) == ""


def test_the_root_that_the_command_line_writes_is_valid(tmp_path: Path) -> None:
    """The root over the samples of several layouts, and each `who` of their components is in it."""
    validator = _jing("ParlaMint-teiCorpus.rng")
    folders = [ROOT / "samples" / name for name in ("official-report", "download", "oireachtas")]
    here("parse", *folders, "--to", "tei", "-o", tmp_path, "--date", "2024-03-04", "--house", "Commons")
    roots = sorted(tmp_path.glob("ParlaMint-*.xml"))
    assert [root.name for root in roots] == ["ParlaMint-GB.xml", "ParlaMint-IE.xml"]
    done = subprocess.run([*validator, *map(str, roots)], capture_output=True, text=True, check=False)
    assert done.stdout == ""
    own = {name for root in roots for name in re.findall(r'xml:id="([^"]+)"', root.read_text("utf-8"))}
    for root in roots:
        for path in re.findall(r'include href="([^"]+)"', root.read_text("utf-8")):
            component = (tmp_path / path).read_text("utf-8")
            assert {name.lstrip("#") for name in re.findall(r'who="([^"]+)"', component)} <= own


@every
def test_a_broken_copy_is_refused(name: str, tmp_path: Path) -> None:
    VALIDATORS[name]()
    sample = ROOT / "samples" / "parallel" / "oral-question.txt"
    (whole,) = _written(name, [sample], tmp_path)
    text = whole.read_text(encoding="utf-8")
    assert BROKEN[name][0] in text
    broken = tmp_path / "broken.xml"
    broken.write_text(text.replace(*BROKEN[name]), encoding="utf-8")
    assert refused(name, [whole]) == ""
    assert refused(name, [broken]) != ""


def test_the_root_of_a_corpus_is_valid_and_knows_everybody(tmp_path: Path) -> None:
    """Each `who` of a component is a person of the root, and each code of `ana` is in a taxonomy there."""
    validator = _jing("ParlaMint-teiCorpus.rng")
    day = given(parse(DAY, layout="official-report"))
    other = given(parse(DAY.replace("Mr Tomos Pugh", "Lord Reed"), layout="official-report"))
    root = tmp_path / "ParlaMint-GB.xml"
    text = parlamint_corpus([("a.xml", day), ("b.xml", other)]).text
    root.write_text(text, encoding="utf-8")
    done = subprocess.run([*validator, str(root)], capture_output=True, text=True, check=False)
    assert done.stdout == ""
    own = set(re.findall(r'xml:id="([^"]+)"', text))
    component = WRITERS["tei"](day).text
    named = {
        code.lstrip("#")
        for codes in re.findall(r'(?:who|ana)="([^"]+)"', component)
        for code in codes.split()
    }
    assert named <= own
    assert 'ref="#party.labour"' in text
    root.write_text(text.replace('role="politicalParty"', ""), encoding="utf-8")
    assert subprocess.run([*validator, str(root)], capture_output=True, text=True, check=False).stdout != ""

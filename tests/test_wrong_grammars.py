"""What is wrong with the files of a parliament from outside: one error, with file and line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from hansardparse import parse
from hansardparse.layouts import layout
from hansardparse.write import text

FOLDER = ROOT / "tests" / "fenmark"
LABEL = "_THE_LABEL: /[^\\n:]{2,200}/"
HERE = "%import .lines (EOL)"

#: What is changed in which file, and what is said then, with the file and the line.
CASES: dict[str, tuple[dict[str, tuple[str, str]], str]] = {
    "circle": (
        {
            "LAYOUT": (HERE, f"{HERE}\n%import .reeds (REED)"),
            "reeds.lark": ("", '%import .herons (HERON)\nREED: "r" HERON\n'),
            "herons.lark": ("", '//\n%import .reeds (REED)\nHERON: "h" REED\n'),
        },
        "herons.lark:2: the import goes round in a circle, reeds → herons → reeds; put what both need",
    ),
    "itself": (
        {"LAYOUT": (HERE, f"{HERE}\n%import .itself (LABEL)")},
        "itself.lark:15: the import goes round in a circle, itself → itself; import nothing from the file",
    ),
    "bracket": (
        {"LAYOUT": (LABEL, "_THE_LABEL: /([^\\n:]{2,200}/")},
        "bracket.lark:21: terminal _THE_LABEL is no expression: missing ), unterminated subpattern; write",
    ),
    "range": (
        {"LAYOUT": (LABEL, "_THE_LABEL: /[^\\n:]{200,2}/")},
        "range.lark:21: terminal _THE_LABEL is no expression: min repeat greater than max repeat; write",
    ),
    "class": (
        {"LAYOUT": (LABEL, "_THE_LABEL: /[Z-A]{2,200}/")},
        "class.lark:21: terminal _THE_LABEL is no expression: bad character range Z-A; write",
    ),
    "flag": (
        {"LAYOUT": (LABEL, "_THE_LABEL: /(?i)[^\\n:]{2,200}/")},
        "flag.lark:21: terminal _THE_LABEL is no expression: global flags not at the start of the "
        "expression; write `/.../i`",
    ),
    "part": (
        {"LAYOUT": ("EOL\n_THE_LABEL", "_THE_SAIDD EOL\n_THE_SAIDD: /[^\\n]{0,9}/\n_THE_LABEL")},
        "part.lark:20: _THE_SAIDD names the part 'saidd', which nothing reads; write 'said'",
    ),
    "title": (
        {"LAYOUT": ("title: the rolls of the Moot of Fenmark", "title:")},
        "title.lark:1: `title` says nothing; write its value",
    ),
    "misspelt-sign": (
        {"LAYOUT": ("sign: LABEL", "sing: LABEL")},
        "misspelt-sign.lark:12: no rule uses sing, and it is no sign; name it one of sign, sure_sign",
    ),
    "no-sign": (
        {"LAYOUT": ("sign: LABEL", "")},
        "no-sign.lark:1: no sign stands before `start:`, so no text is told to be in it; write one of",
    ),
    "form": (
        {"LAYOUT": ('"~ {label}\\n"', '"~ {label}')},
        "form.lark:6: `prints-label` is a text in double quotes as JSON has it",
    ),
    "form-part": (
        {"LAYOUT": ('"~ {label}\\n"', '"~ {labl}\\n"')},
        "form-part.lark:6: `prints-label` names some of {label}, {linked}, {position}, {collective} and no",
    ),
    "form-braces": (
        {"LAYOUT": ('"~ {label}\\n"', '"~ {label\\n"')},
        "form-braces.lark:6: `prints-label` names some of {label}",
    ),
    "way": (
        {"LAYOUT": ("//! lines", "//! prints-ways: in-two-lines\n//! lines")},
        "way.lark:3: `prints-ways` names some of in-one-line, columns-in-words, tells-questions, ends-",
    ),
    "also": (
        {"LAYOUT": ("//! lines", "//! also: nowhere Held in the Fens\n//! lines")},
        "also.lark: `also` names 'nowhere', which is no parliament; known are au, ca,",
    ),
    "imported": (
        {
            "LAYOUT": (HERE, f"{HERE}\n%import .reeds (REED)"),
            "reeds.lark": ("", '//\nREED: "r\n'),
        },
        "reeds.lark:2:7: Unexpected input; see docs/layouts.md",
    ),
    "unused": (
        {"votes.lark": ("", "start: VOTE\nVOTE: /(/\n")},
        "votes.lark:2: terminal VOTE is no expression",
    ),
    "word": (
        {"words.lark": ("/Yeas?|Nays?/", "/Yeas?|(Nays?/")},
        "words.lark:27: terminal _SIDE is no expression: missing ), unterminated subpattern",
    ),
    "twice": (
        {"words.lark": ("_SIDE:", "_DAY: /Eelday/\n_SIDE:")},
        "words.lark:27: terminal _DAY is defined more than once, in line 21 too; leave one",
    ),
    "nested": (
        {"words.lark": ("/Ser|Dam/", "/(?:S*)*/")},
        "words.lark:4: terminal _HONORIFIC: S* and S* can take the same characters; make one",
    ),
}
#: The same of a profile: what is changed in it, and what is said.
PROFILES = {
    "month": ("firstmoon = 1", "firstmoon = 13", "`months.firstmoon` is a number from 1 to 12, not 13"),
    "truth": ("firstmoon = 1", "firstmoon = true", "`months.firstmoon` is a whole number, not True"),
    "number": ('"Fenmark"', "3", "`name` is a text in quotes, not 3"),
    "empty": ('"Fenmark"', '""', "`name` is a text with words in it, not ''"),
    "letters": ('["en"]', '"en"', "`languages` is a list, [...], not 'en'"),
    "table": (
        '[chambers]\nM = "Moot"\n\n[parties]\nReed',
        'chambers = "Moot"\n[parties]\nReed',
        "`chambers` is a",
    ),
    "list": ('Reed = "Party of the Reeds"', 'Reed = ["R"]', "`parties.Reed` is a text in quotes, not ['R']"),
    "teller": (
        '["yea", "nay"]',
        '["yes"]',
        "`tellers_counted` is a list of options that `sides` names; write",
    ),
    "misspelt": ("[parties]", "[partys]", "there is no key `partys`; write `parties`"),
    "missing": ('name = "Fenmark"', "", "the key `name` is missing; add it"),
}
CASES |= {
    name: ({"profile.toml": (old, new)}, f"profile.toml: {said}")
    for name, (old, new, said) in PROFILES.items()
}
#: In a process of its own: what is made known there is not known to the other tests.
LOAD = """
import json, sys
from hansardparse import HansardError
from hansardparse.layouts import load_layout

said = {}
for name in sys.argv[1:]:
    try:
        load_layout(f"{name}/{name}.lark")
        said[name] = "nothing"
    except HansardError as error:
        said[name] = str(error)
print(json.dumps(said))
"""


def _written(name: str, changes: dict[str, tuple[str, str]], folder: Path) -> None:
    """A parliament of a name with one layout of the same name, changed."""
    shutil.copytree(FOLDER, folder / name)
    layout = (folder / name / "fenmark.lark").rename(folder / name / f"{name}.lark")
    layout.write_text(
        layout.read_text("utf-8").replace("parliament: fenmark", f"parliament: {name}"), "utf-8"
    )
    for file, (old, new) in changes.items():
        path = layout if file == "LAYOUT" else folder / name / file
        text = path.read_text("utf-8") if path.is_file() else ""
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is said of each case, and of one in which nothing is wrong."""
    folder = tmp_path_factory.mktemp("wrong")
    _written("right", {}, folder)
    for path in ("right.lark", "words.lark", "profile.toml"):  # a mark before the text is no part of it
        (folder / "right" / path).write_bytes(b"\xef\xbb\xbf" + (folder / "right" / path).read_bytes())
    for name, (changes, _) in CASES.items():
        _written(name, changes, folder)
    done = subprocess.run(
        [sys.executable, "-c", LOAD, "right", *CASES],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_is_said_with_its_file_and_its_line(name: str, said: dict[str, str]) -> None:
    assert said[name].startswith(f"{name}/{CASES[name][1]}")


def test_what_a_head_may_name_is_what_is_printed() -> None:
    assert layout.WAYS == text.WAYS
    read = parse("Ada Marsh (Upper Dale) (Lab): No.\n", layout="official-report")
    said = text.text(read, ["".join(f"{{{part}}}" for part in layout.PARTS)])
    assert said == "No.\n\n"  # nobody has all parts, and none is unknown


def test_of_what_is_right_nothing_is_said(said: dict[str, str]) -> None:
    assert said["right"] == "nothing"


AGAIN = """
import sys
from pathlib import Path
from hansardparse import HansardError, load_layout, parse

folder = Path(sys.argv[1])
layout, words = folder / "fenmark.lark", folder / "words.lark"
right = words.read_text(encoding="utf-8")
words.write_text(right.replace("Ser|Dam", "Ser|Dam("), encoding="utf-8")
try:
    load_layout(layout)
except HansardError as error:
    print(error.code)
words.write_text(right, encoding="utf-8")
load_layout(layout)  # what was wrong has been mended
layout.write_text(layout.read_text(encoding="utf-8").replace('/~ /', '/[~#] /'), encoding="utf-8")
load_layout(layout)
print([c.speaker.label for c in parse("# Dam Ada Marsh\\n\\nNo.\\n", layout="fenmark").contributions()])
words.write_text(right.replace("Ser|Dam", "Ser|Dam|Jarl"), encoding="utf-8")
try:
    load_layout(layout)
except HansardError as error:
    print(error)
"""


def test_a_layout_may_be_loaded_again_and_words_that_have_changed_are_refused(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "fenmark"))
    done = subprocess.run(
        [sys.executable, "-c", AGAIN, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == [
        "bad-grammar",
        "['Dam Ada Marsh']",
        f"{folder}: the words of the parliament 'fenmark' have changed since they were read; "
        "start Python anew [bad-grammar]",
    ], done.stderr

"""Every sample gives the JSON beside it, and every rule has a sample."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import jsonschema
import pytest
from conftest import ROOT, SAMPLES

from hansardparse import LAYOUTS, dumps, parse, parse_file, schema
from hansardparse.text.decoding import shadow


@pytest.mark.parametrize("sample", SAMPLES, ids=[f"{p.parent.name}/{p.stem}" for p in SAMPLES])
def test_a_sample_gives_its_json(sample: Path) -> None:
    expected = json.loads(sample.with_suffix(".json").read_text(encoding="utf-8"))
    transcript = parse_file(sample, layout=sample.parent.name)
    assert transcript.source == str(sample)
    got = json.loads(dumps(attrs.evolve(transcript, source=sample.name)))
    expected["version"] = got["version"]
    assert got == expected


def test_all_samples_keep_to_the_schema() -> None:
    validator = jsonschema.Draft202012Validator(schema())
    for sample in SAMPLES:
        data = json.loads(sample.with_suffix(".json").read_text(encoding="utf-8"))
        assert validator.is_valid(data), sample


@pytest.mark.parametrize("layout", LAYOUTS)
def test_there_are_samples_of_a_layout(layout: str) -> None:
    few = 10 if LAYOUTS[layout].parliament == "uk" else 2
    assert len(list((ROOT / "samples" / layout).glob("*.txt"))) >= few


@pytest.mark.parametrize("layout", LAYOUTS)
def test_samples_together_are_known_by_their_layout(layout: str) -> None:
    whole = "\n\n".join(s.read_text(encoding="utf-8") for s in SAMPLES if s.parent.name == layout)
    assert parse(whole, resolve=False).layout == layout


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_terminal_occurs_in_some_sample(layout: str) -> None:
    parser = LAYOUTS[layout].parser
    folder = ROOT / "grammars" / LAYOUTS[layout].parliament
    own = (folder / f"{layout}.lark").read_text(encoding="utf-8")
    wanted = {t.name for t in parser.terminals if f"\n{t.name}" in own or t.name in own.split("%import")[0]}
    wanted -= {"BLANK", "LINE", "TITLE", *parser.lexer_conf.ignore}
    seen = set()
    for sample in (s for s in SAMPLES if s.parent.name == layout):
        text = shadow(sample.read_text(encoding="utf-8"))
        lexer = parser.parser.lexer.lexer
        seen |= {t.type for t in lexer.lex(text, None)}
    assert wanted - seen == set()

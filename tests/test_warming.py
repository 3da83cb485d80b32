"""Tables of what is built of the grammars, `warm`, and the words by which detection passes over signs."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from conftest import SAMPLES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import hansardparse
from hansardparse import grammar, warming
from hansardparse.grammar import expressions, load, tables
from hansardparse.grammar.literals import literals
from hansardparse.layouts import LAYOUTS
from hansardparse.layouts import signs as signs_module

ARGUMENTS = ("name", "start", "parliament", "lexer", "postlex", "tree_class")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the United Kingdom, in a folder of their own."""
    folder = tmp_path_factory.mktemp("tables")
    for name, text in warming.of_parliament("uk").items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / tables.MADE_OF).write_text(json.dumps({"uk": tables.fingerprint("uk")}), "utf-8")
    return folder


def use(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Start as if nothing had been built, with the tables of a folder; returns what is read from there."""
    monkeypatch.setattr(tables, "TABLES", folder)
    monkeypatch.setattr(load, "_BUILT", {})
    tables.made_of.cache_clear()
    read: list[str] = []

    def noted(table: Any, **given: Any) -> Any:
        read.append("table")
        return tables.restored(table, **given)

    monkeypatch.setattr(load, "restored", noted)
    return read


@pytest.fixture(autouse=True)
def _as_before() -> Any:
    yield
    tables.made_of.cache_clear()


def table_of(parser: Any) -> Any:
    """What a parser does: its steps by state and token, and its terminals in their order."""
    frontend = parser.parser
    lexer = getattr(frontend.lexer, "lexer", frontend.lexer)
    rows, starts = frontend.parser._rows, frontend.parser._parse_table.start_states
    # the numbers of states differ from one build to the next, their order by what leads to them does not
    numbers = {state: place for place, (_, state) in enumerate(sorted(starts.items()))}
    steps, todo = [], list(numbers)
    for state in todo:
        for kind, step in sorted(rows[state].items()):
            if type(step) is tuple:
                steps.append((numbers[state], kind, step[1:]))
                continue
            if step not in numbers:
                numbers[step] = len(numbers)
                todo.append(step)
            steps.append((numbers[state], kind, numbers[step]))
    assert len(numbers) == len(rows)
    every = getattr(lexer, "root_lexer", lexer)
    return steps, [(t.name, t.pattern.to_regexp(), t.priority) for t in every.terminals]


def test_a_table_holds_what_is_built_from_the_grammar(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = use(made, monkeypatch)
    asked = [(f.name, f.start, "uk", f.lexer, None, f.tree_class) for f in warming.PARSERS]
    asked += [
        (each.name, (), "uk", "basic", each.roles, grammar.Raw)
        for each in LAYOUTS.values()
        if each.parliament == "uk"
    ]
    for each in asked:
        name, start, parliament, lexer, postlex, tree_class = each
        stored = grammar.build(
            name, *start, parliament=parliament, lexer=lexer, postlex=postlex, tree_class=tree_class
        )
        assert table_of(stored) == table_of(load.made(*each)), name
    assert len(read) == len(asked)


def kept_of(made: Path) -> dict[str, Any]:
    """What the tables of a folder tell of expressions, by their digests."""
    found: dict[str, Any] = {}
    for file in (made / "uk").glob("*.json"):
        table = json.loads(file.read_text("utf-8"))
        assert table["expressions"]["engine"] == expressions.ENGINE
        found.update(table["expressions"]["told"])
    return found


def test_a_kept_expression_is_what_compiling_it_makes(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "_KEPT", kept_of(made))
    every = [
        text
        for form in warming.PARSERS
        if (parser := form.build("uk"))
        for text in tables._expressions(parser)
    ]
    every += [
        text for one in LAYOUTS.values() if one.parliament == "uk" for text in tables._expressions(one.parser)
    ]
    every += [
        one.sign.within(lambda words: True).pattern for one in LAYOUTS.values() if one.parliament == "uk"
    ]
    assert len(set(every)) > 500
    for text in set(every):
        assert expressions._digest(text) in expressions._KEPT
        own, other = expressions.compiled(text), re.compile(text)
        assert own == other  # with flags and numbers
        assert (own.groupindex, own.groups) == (other.groupindex, other.groups)


def test_an_expression_that_another_engine_has_made_is_compiled(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(expressions, "_KEPT", {})
    told = kept_of(made)
    for engine in (None, [], ["cpython-311", 1, 4, "little"]):
        expressions.keep({"engine": engine, "told": told})
        assert expressions._KEPT == {}
    monkeypatch.setattr(expressions, "ENGINE", [])  # as where there is no such engine
    expressions.keep({"engine": [], "told": told})
    assert expressions._KEPT == {}
    assert expressions.compiled("a(?P<b>c)").match("ac")
    expressions.keep({})
    assert expressions._KEPT == {}


@given(
    st.sampled_from(["", "(?i)", "(?m)"]),
    st.lists(st.sampled_from(["a", "(?P<n>b|c)", "[à-ÿ]{2,4}", "(?<!x)", "d++", "(e)"])),
)
def test_whatever_the_expression_it_is_kept_as_it_is(flags: str, parts: list[str]) -> None:
    text = flags + "|".join(dict.fromkeys(parts))
    expressions.keep(json.loads(json.dumps(expressions.kept([text]))))
    try:
        assert expressions._digest(text) in expressions._KEPT
        assert expressions.compiled(text) == re.compile(text)
    finally:
        del expressions._KEPT[expressions._digest(text)]


@pytest.mark.parametrize("layout", ["parallel", "historic", "release"])
def test_a_sample_is_read_by_tables_as_without(
    made: Path, monkeypatch: pytest.MonkeyPatch, layout: str
) -> None:
    samples = [sample for sample in SAMPLES if sample.parent.name == layout]
    texts = [sample.read_text("utf-8") for sample in samples]
    use(made.parent / "none", monkeypatch)
    without = [hansardparse.dumps(hansardparse.parse(text)) for text in texts]
    read = use(made, monkeypatch)
    assert [hansardparse.dumps(hansardparse.parse(text)) for text in texts] == without
    assert read and texts


def test_tables_of_other_grammars_are_passed_over(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for said in ({"uk": "of other grammars"}, {}, None):
        (tmp_path / "uk").mkdir(exist_ok=True)
        (tmp_path / tables.file_of("headings", ("basic",), "uk")).write_text("no table", "utf-8")
        if said is not None:
            (tmp_path / tables.MADE_OF).write_text(json.dumps(said), "utf-8")
        else:
            (tmp_path / tables.MADE_OF).write_text("cut o", "utf-8")
        assert use(tmp_path, monkeypatch) == []
        assert grammar.build("headings").parse("") is not None
    # the hash fits, the file does not
    (tmp_path / tables.MADE_OF).write_text(json.dumps({"uk": tables.fingerprint("uk")}), "utf-8")
    assert use(tmp_path, monkeypatch) == []
    assert grammar.build("headings") is not None


def test_a_change_of_a_grammar_changes_the_fingerprint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "xx"
    folder.mkdir()
    monkeypatch.setattr(tables, "folders", lambda parliament: (folder,))
    hashes = []
    for text in ("", "A: /a/", "B: /a/", "A: /a/ "):
        (folder / "words.lark").write_text(text, "utf-8")
        tables.fingerprint.cache_clear()
        tables._hash.cache_clear()
        hashes.append(tables.fingerprint("xx"))
    tables.fingerprint.cache_clear()
    tables._hash.cache_clear()
    assert len(set(hashes)) == len(hashes)


def test_parsing_builds_nothing_that_warm_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "_BUILT", {})
    hansardparse.warm()
    warmed = set(load._BUILT)
    for sample in SAMPLES[::3]:
        hansardparse.parse(sample.read_text("utf-8"))
    unwarmed = set(load._BUILT) - warmed
    # the terminals of a layout are asked for once more, to take apart what it has found
    assert {key[0] for key in unwarmed} <= set(LAYOUTS)
    with pytest.raises(KeyError):
        hansardparse.warm("papyrus")


def test_threads_that_parse_first_build_each_parser_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "_BUILT", {})
    built: list[Any] = []
    real_made, real_restored = load.made, load.restored

    def made(*key: Any) -> Any:
        built.append(key)
        return real_made(*key)

    def restored(table: Any, **given: Any) -> Any:
        built.append(json.dumps(table)[:4000])
        return real_restored(table, **given)

    monkeypatch.setattr(load, "made", made)
    monkeypatch.setattr(load, "restored", restored)
    text = next(s for s in SAMPLES if s.parent.name == "parallel").read_text("utf-8")
    together = Barrier(8)

    def parse(_: int) -> str:
        together.wait()
        return hansardparse.dumps(hansardparse.parse(text))

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(parse, range(8)))) == 1
    assert len(built) == len(load._BUILT)


def test_store_makes_a_folder_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "old.json").write_text("{}", "utf-8")
    monkeypatch.setattr(warming, "known", lambda: ())
    warming.store(folder)
    assert [file.name for file in folder.iterdir()] == [tables.MADE_OF]
    assert [file.name for file in tmp_path.iterdir()] == ["tables"]


# --- words without which a sign cannot match -----------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("(?:Hon[.] )?[A-Z]+ Portrait", {" Portrait"}),
        ("(?:Tellers|Ayes): [0-9]+", {"Tellers", "Ayes"}),
        ("a(?:b|cd)?e", {"a"}),
        ("(?:ab){2,}", {"ab"}),
        ("(?:ab)*", set()),
        ("(?i:order) [0-9]", {" "}),
        ("(?i)order", set()),
        ("(?:Order|[A-Z])x", {"x"}),
        ("(?=Order)[A-Z]", set()),
        ("Or(?!x)der", {"Order"}),
    ],
)
def test_literals(expression: str, words: set[str]) -> None:
    assert literals(expression) == words


SIGNS = [sign for layout in LAYOUTS.values() for sign in layout.sign.own]


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_a_sign_matches_has_one_of_its_words(data: st.DataObject) -> None:
    sign = data.draw(st.sampled_from([sign for sign in SIGNS if sign.words]))
    text = data.draw(st.from_regex(sign.expression))
    assert any(words in text for words in sign.words)


def test_a_layout_whose_words_are_not_there_is_not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(signs_module, "_compiled", asked.append)
    assert LAYOUTS["theyworkforyou"].sign.within("Ada Marsh said: No.\n".__contains__) is None
    assert asked == []
    LAYOUTS["theyworkforyou"].sign.within("Photo of Ada Marsh\n".__contains__)
    assert asked

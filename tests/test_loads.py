"""`loads` takes what `dumps` wrote, and says of any other JSON where it differs."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from hansardparse import HansardError, Transcript, dumps, loads, parse, parse_file
from hansardparse.nodes import Note
from hansardparse.write.tree_json import CLASSES

#: Samples that have nodes of most classes between them.
WRITTEN = [
    json.loads(dumps(parse_file(ROOT / "samples" / name, layout=name.split("/")[0])))
    for name in (
        "parallel/oral-question.txt",
        "official-report/label-forms.txt",
        "official-report/lords-division.txt",
        "download/procedure-in-a-speech.txt",
    )
]
PAGE = "Ferries\n\nAda Marsh Portrait Ms Ada Marsh (Dale) (Lab)\n- Hansard -\n\nSee [HCWS12].\n"
OTHERS = (None, True, 5, -1, 1.5, "x", "2024-02-30", [], {}, [None], [3, 1], ["a"], {"type": "papyrus"})


def base() -> Any:
    return json.loads(dumps(parse(PAGE, layout="parallel")))


def refused(data: Any) -> HansardError:
    with pytest.raises(HansardError) as caught:
        loads(data if isinstance(data, (str, bytes)) else json.dumps(data))
    assert caught.value.code == "bad-json"
    return caught.value


Path = tuple[str | int, ...]


def places(value: Any, path: Path = ()) -> Iterator[Path]:
    """The path of every value in some JSON that `loads` reads: not of what a node derives."""
    yield path
    if isinstance(value, dict):
        cls = CLASSES.get(value.get("type", ""))
        for key in value:
            if key not in getattr(cls, "derived", ()):
                yield from places(value[key], (*path, key))
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from places(item, (*path, n))


PLACES = [(n, path) for n, data in enumerate(WRITTEN) for path in places(data) if path]


def holder(data: Any, path: Path) -> Any:
    for key in path[:-1]:
        data = data[key]
    return data


def stands(data: Any) -> None:
    """What `loads` does not refuse is JSON that `dumps` writes: all that is not derived is as it was."""
    try:
        transcript = loads(json.dumps(data))
    except HansardError as error:
        assert error.code == "bad-json"
        assert error.json_path is not None
        assert re.fullmatch(r"\$(\.\w+|\[\d+\])*", error.json_path)
        return
    again = json.loads(dumps(transcript))
    for path in places(data):
        if path and not isinstance(holder(data, path)[path[-1]], (dict, list)):
            assert holder(again, path)[path[-1]] == holder(data, path)[path[-1]], path


@given(st.sampled_from(PLACES), st.sampled_from(OTHERS))
def test_any_value_in_any_place_is_read_as_it_is_or_refused(place: tuple[int, Path], other: Any) -> None:
    n, path = place
    data = copy.deepcopy(WRITTEN[n])
    holder(data, path)[path[-1]] = other
    stands(data)


@given(st.sampled_from(PLACES))
def test_whatever_is_left_out_is_missed(place: tuple[int, Path]) -> None:
    n, path = place
    data = copy.deepcopy(WRITTEN[n])
    del holder(data, path)[path[-1]]
    if isinstance(path[-1], int) or "rules" in path:  # there may be fewer of these
        stands(data)
    else:
        refused(data)


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda x: st.lists(x))
)
def test_other_json_is_refused(data: Any) -> None:
    refused(data)


@pytest.mark.parametrize(
    ("change", "path", "said"),
    [
        ({"persons": None}, "$.persons", "null is no array"),
        ({"items": None}, "$.items", "null is no array"),
        ({"items": "ab"}, "$.items", '"ab" is no array'),
        ({"items": {"0": None}}, "$.items", '{"0": null} is no array'),
        ({"items": [None]}, "$.items[0]", "null is no object"),
        ({"items": [{"type": "papyrus"}]}, "$.items[0]", 'nothing of type "papyrus" stands here'),
        ({"items": [{"type": ["note"]}]}, "$.items[0]", 'nothing of type ["note"] stands here'),
        ({"items": [{"type": "person"}]}, "$.items[0]", 'nothing of type "person" stands here'),
        ({"items": [{"type": "note"}]}, "$.items[0]", 'the key "inlines" is missing'),
        ({"span": "ab"}, "$.span", '"ab" is no span of two offsets'),
        ({"span": [5, 4]}, "$.span", "[5, 4] is no span of two offsets"),
        ({"span": [True, 4]}, "$.span", "[true, 4] is no span of two offsets"),
        ({"confidence": "1"}, "$.confidence", '"1" is no number'),
        ({"confidence": 10**400}, "$.confidence", "is no number"),
        ({"colour": 1}, "$", 'the key "colour" is unknown'),
        ({"format": 7}, "$.format", "7 is not"),
        ({"format": True}, "$.format", "true is not"),
        ({"version": None}, "$.version", "is not said"),
        ({"type": "section"}, "$", "not a transcript"),
        ({"encoding": ["a" * 500]}, "$.encoding", "..."),
    ],
)
def test_a_fault_is_told_with_its_place(change: dict[str, Any], path: str, said: str) -> None:
    error = refused({**base(), **change})
    assert error.json_path == path
    assert said in error.message
    assert str(error).startswith(f"{path}: ")
    assert len(error.message) < 200


def test_a_fault_deep_in_the_tree_is_told_with_its_place() -> None:
    data = base()
    turn = data["items"][0]["items"][1]
    turn["blocks"][1]["inlines"].append({"type": "date"})
    assert refused(data).json_path == "$.items[0].items[1].blocks[1].inlines[0]"
    data = base()
    data["items"][0]["items"][1]["resolution"]["person"] = "nobody"
    assert refused(data).message == '"nobody" is no person of this transcript'
    assert refused(data).json_path == "$.items[0].items[1].resolution"
    date = {"type": "date", "text": "x", "date": "2024-02-30", "month": None, "span": [0, 1]}
    assert refused({**base(), "items": [date]}).json_path == "$.items[0].date"
    number = {"type": "note", "text": 5, "inlines": [], "span": [0, 1]}
    assert str(refused({**base(), "items": [number]})) == "$.items[0].text: 5 is no string [bad-json]"


@pytest.mark.parametrize("end", ["source", "target"])
@pytest.mark.parametrize("number", [-1, 1, 10**30])
def test_a_link_to_nowhere_is_refused(end: str, number: int) -> None:
    link = {
        "type": "answer",
        "source": 0,
        "target": 0,
        "rule": "x",
        "span": None,
        "confidence": None,
        end: number,
    }
    assert refused({**base(), "links": [link]}).json_path == f"$.links[0].{end}"


@pytest.mark.parametrize("deep", ["[", '{"a":', '{"type":"transcript","items":['])
def test_json_that_is_nested_without_end_is_refused(deep: str) -> None:
    assert refused(deep * 100_000).message == "nested deeper than any transcript"


def test_nodes_that_are_nested_without_end_are_refused() -> None:
    inner: Any = None
    for _ in range(300):
        inner = {"type": "provision", "text": "x", "kind": "x", "numbers": [], "of": inner, "span": [0, 1]}
    assert refused({**base(), "references": [inner]}).message == "nested deeper than any transcript"


def test_what_is_no_json_has_its_line_and_column() -> None:
    error = refused('{"type": "transcript",\n "format" 1}')
    assert (error.line, error.column, error.text) == (2, 11, ' "format" 1}')
    assert (
        str(error)
        == "2:11: not JSON: Expecting ':' delimiter [bad-json]\n     \"format\" 1}\n              ^"
    )
    assert refused("").line == 1
    assert "NaN is no number" in refused(json.dumps({**base(), "confidence": float("nan")})).message
    assert refused(b"\xff\xfe\xff").json_path == "$"
    assert refused('{"type":"transcript","format":' + "1" * 5000 + "}").json_path == "$"


def test_bytes_are_read_and_other_things_are_not() -> None:
    transcript = parse(PAGE, layout="parallel")
    assert loads(dumps(transcript).encode()) == transcript
    with pytest.raises(TypeError, match="loads takes JSON as str or bytes, not "):
        loads(ROOT)  # type: ignore[arg-type]


def test_json_of_another_version_may_have_other_keys() -> None:
    data = {**base(), "version": "0.0.1", "colour": "red"}
    del data["mentions"], data["encoding"], data["items"][0]["items"][1]["occasion"]
    data["items"][0]["items"][1]["resolution"] = {"type": "resolution", "person": None, "width": 3}
    read = loads(json.dumps(data))
    assert [c.text for c in read.contributions()] == ["See [HCWS12]."]
    assert (read.mentions, read.version) == ((), "0.0.1")
    del data["items"][0]["items"][0]["text"]
    assert refused(data).message == 'the key "text" is missing'


def test_a_transcript_that_nothing_parsed_comes_back() -> None:
    assert loads(dumps(Transcript((Note("x"),)))) == Transcript((Note("x"),))


@pytest.mark.parametrize("other", [None, "papyrus", 1, True, [], {}])
@pytest.mark.parametrize("key", ["kind", "uin", "question_number"])
def test_what_follows_from_the_others_is_no_other_value(key: str, other: Any) -> None:
    data = base()
    (turn,) = (item for item in data["items"][0]["items"] if item["type"] == "contribution")
    if turn[key] != other or other is True:
        turn[key] = other
        assert f'the key "{key}" has' in str(refused(data))


def test_what_another_version_derived_is_passed_over() -> None:
    data = base() | {"version": "0.0.1", "title": "Papyrus"}
    assert loads(json.dumps(data)).title != "Papyrus"


@pytest.mark.parametrize(("source", "target"), [(0, 0), (0, 1), (1, 1)])
def test_a_link_goes_back_to_an_earlier_contribution(source: int, target: int) -> None:
    text = "Ms Ada Marsh (Upper Dale) (Lab): Why?\n\nMr Pugh: Because.\n"
    data = json.loads(dumps(parse(text, resolve=False)))
    link = {"type": "answer", "source": 1, "target": 0, "rule": "x", "span": None, "confidence": None}
    loads(json.dumps({**data, "links": [link]}))
    wrong = refused({**data, "links": [{**link, "source": source, "target": target}]})
    assert (wrong.code, wrong.json_path) == ("bad-json", "$.links[0].target")

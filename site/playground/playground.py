"""What the playground asks of the library; it runs in the visitor's browser."""

import io
import json
import sys

sys.path.insert(0, "/library")

import attrs

import hansardparse
from hansardparse.parsing import iter_transcripts
from hansardparse.view import inspector, page
from hansardparse.write.writers import Wanted, writer

_given = {"data": b"", "name": None}


def parsed(data, name):
    """What is shown of a file: a sentence, its turns, and two pages, as JSON."""
    data = bytes(data.to_py())
    name = name or None
    _given.update(data=data, name=name)
    tree = attrs.evolve(hansardparse.parse_bytes(data), source=name)
    text = data.decode(tree.encoding or "utf-8", "replace").removeprefix("\ufeff")
    turns = [
        (
            n,
            turn.name or turn.speaker.office or turn.speaker.label,
            str(turn.party or ""),
            turn.kind,
            len(turn.text.split()),
            turn.text[:300],
        )
        for n, turn in enumerate(tree.contributions(), 1)
    ]
    said = [f"{len(turns)} turns", f"{sum(1 for _ in tree.divisions())} divisions"]
    said += [
        f"{len(tree.problems)} problems",
        f"read as {tree.layout or tree.container or 'no known layout'}",
    ]
    shown = {"summary": ", ".join(said), "turns": turns, "reader": page(tree)}
    return json.dumps(shown | {"inspector": inspector(tree, text)})


def written(to):
    """What the command line writes of the same file: `hansardparse parse FILE --to NAME`."""
    form, wanted = writer(to), Wanted()
    if form.whole:
        parts = (hansardparse.parse_bytes(_given["data"]),)
    else:
        parts = iter_transcripts(io.BytesIO(_given["data"]), mentions=False)
    named = (attrs.evolve(part, source=_given["name"]) for part in parts)
    return form.header(wanted) + "".join(form.pieces(named, wanted))


# what a first parse would build is built while the page says that it loads
hansardparse.parse("Ada Marsh (Upper Dale) (Lab): I beg to move, That the Bill be now read a Second time.\n")

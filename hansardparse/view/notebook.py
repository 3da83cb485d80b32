"""How a transcript, or a part of one, shows itself in a notebook."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from hansardparse.model.nodes import Contribution, Division, Section, Transcript
from hansardparse.view.flow import Flow
from hansardparse.view.markup import file, tag, words
from hansardparse.view.reader import colours, facts, name_of, spoke

__all__ = ["shown"]

#: So many items of a whole are written out; a notebook keeps in its file all that it shows.
ITEMS = 40
#: A notebook has colours of its own, light or dark, which a page cannot ask for.
_PLAIN = """
.hansardparse.in-notebook { --ink: inherit; --wash: color-mix(in srgb, currentColor 7%, transparent);
  --quiet: color-mix(in srgb, currentColor 72%, transparent); --link: inherit; --warn: inherit;
  --warn-wash: var(--wash);
  --line: color-mix(in srgb, currentColor 22%, transparent); max-width: 52rem; color: inherit; }
"""


def shown(of: Transcript | Section | Contribution | Division) -> str:
    """HTML to stand among other output: a transcript's figures, and the beginning of what is in it."""
    if isinstance(of, Transcript):
        head, part, items = tag("h2", words(name_of(of))) + facts(of) + spoke(of), of, of.items
    elif isinstance(of, Section):
        head, part, items = "", Transcript((of,)), of.items
    else:
        head, part, items = "", Transcript((of,)), (of,)
    flow = Flow(part if not isinstance(of, Section) else of, anchors=False)
    body = "".join(_closed(flow.items(items)))
    style = tag("style", file("reader.css") + _PLAIN + colours(part))
    return f'{style}<div class="hansardparse in-notebook">{head}{body}</div>'


def _closed(pieces: Iterator[str]) -> Iterator[str]:
    """The first pieces of a flow, with what they open closed behind them."""
    open_, more = 0, False
    for piece in itertools.islice(pieces, ITEMS):
        open_ += piece.startswith('<section class="part"')
        open_ -= piece == "</section>"
        yield piece
    more = next(pieces, None) is not None
    yield "</section>" * open_
    if more:
        yield tag("p", "… and more, which <code>hansardparse.view.page()</code> shows", class_="mark")

"""The one error class."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

__all__ = ["HansardError", "extra"]

#: Each control character as the picture of it, which takes as much room and does nothing to a terminal.
_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421, ord("\t"): ord(" ")}


class HansardError(ValueError):
    """A transcript could not be read, or `strict` found a problem in it.

    - `code`: the problem's code (`docs/problems.md`)
    - `line`, `column`: 1-based place, None where there is none; `text`: the line itself
    - `source`: the file; `json_path`: the place in JSON (`$.items[3].span`)

    It can be copied, and pickled: another process may raise it.
    """

    def __init__(
        self,
        message: str,
        *,
        code: str,
        line: int | None = None,
        column: int | None = None,
        text: str | None = None,
        source: str | None = None,
        json_path: str | None = None,
    ) -> None:
        self.message, self.code = message, code
        self.line, self.column, self.text, self.source = line, column, text, source
        self.json_path = json_path
        super().__init__(self._whole())

    @property
    def of_grammar(self) -> bool:
        """Whether it is of a grammar or a profile, whatever text was to be read by it."""
        return self.code in ("bad-grammar", "bad-profile")

    def of(self, source: str | None) -> HansardError:
        """The same error, said of a file; that of a grammar stays with the grammar."""
        if self.of_grammar:
            return self
        return HansardError(self.message, **{**self._named(), "source": source})

    def __reduce__(self) -> tuple[Any, ...]:
        # an exception is made anew with what `args` holds, which here is not what it was made with
        return functools.partial(HansardError, **self._named()), (self.message,), self.__dict__

    def _named(self) -> dict[str, Any]:
        names = ("code", "line", "column", "text", "source", "json_path")
        return {name: getattr(self, name) for name in names}

    def _whole(self) -> str:
        """The message with its place, and the line with a caret under the spot."""
        where = (self.source, self.line, self.column, self.json_path)
        place = ":".join(str(p) for p in where if p is not None)
        head = f"{place}: {self.message} [{self.code}]" if place else f"{self.message} [{self.code}]"
        if self.text is None or self.column is None:
            return head
        first = max(0, self.column - 40)
        shown = self.text[first : first + 80].translate(_PICTURES)
        return f"{head}\n    {shown}\n    {' ' * (self.column - 1 - first)}^"


@contextmanager
def extra(package: str, install: str) -> Iterator[None]:
    """Import a package that does not come with the library.

    Raises HansardError (`missing-extra`) where it is not there, which says what to install.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != package:
            raise
        said = f"{package} is not installed, which this needs; pip install '{install}'"
        raise HansardError(said, code="missing-extra") from None

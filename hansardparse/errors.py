"""The one error class."""

from __future__ import annotations

__all__ = ["HansardError"]


class HansardError(ValueError):
    """A transcript could not be read, or `strict` found a problem in it.

    - `code`: the problem's code (`docs/problems.md`), `undecodable` or `unreadable`
    - `line`, `column`: 1-based place, None where there is none; `text`: the line itself
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
    ) -> None:
        self.message, self.code = message, code
        self.line, self.column, self.text, self.source = line, column, text, source
        super().__init__(self._whole())

    def of(self, source: str | None) -> HansardError:
        """The same error, said of a file."""
        return HansardError(
            self.message, code=self.code, line=self.line, column=self.column, text=self.text, source=source
        )

    def _whole(self) -> str:
        """The message with its place, and the line with a caret under the spot."""
        place = ":".join(str(p) for p in (self.source, self.line, self.column) if p is not None)
        head = f"{place}: {self.message} [{self.code}]" if place else f"{self.message} [{self.code}]"
        if self.text is None or self.column is None:
            return head
        first = max(0, self.column - 40)
        shown = self.text[first : first + 80].replace("\t", " ")
        return f"{head}\n    {shown}\n    {' ' * (self.column - 1 - first)}^"

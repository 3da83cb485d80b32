"""Arguments and options that more than one command has."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

import click
from click.shell_completion import CompletionItem

from hansardparse.text.dates import OF_NAME

__all__ = [
    "Formats",
    "Loaded",
    "chosen",
    "date_option",
    "encoding_option",
    "files_argument",
    "from_option",
    "grammar_option",
    "house_option",
    "layout_option",
    "loaded",
    "members_option",
    "refuse_members",
    "resolve_option",
]


class Layouts(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.2 on
    """The name of a layout, or `auto`; the table is read only when a name is given."""

    name = "layout"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """Refuse a name that is no layout."""
        from hansardparse.layouts import LAYOUTS

        if value != "auto" and value not in LAYOUTS:
            self.fail(f"{value!r} is none of auto, {', '.join(LAYOUTS)}", param, ctx)
        return str(value)

    def shell_complete(self, ctx: Any, param: Any, incomplete: str) -> list[CompletionItem]:
        """The names that begin so."""
        from hansardparse.layouts import LAYOUTS

        return [CompletionItem(name) for name in ("auto", *LAYOUTS) if name.startswith(incomplete)]


class Formats(click.ParamType):  # type: ignore[type-arg]
    """The name of a format that is written; those of installed packages are asked for only where needed."""

    name = "format"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """Refuse a name that is none."""
        from hansardparse.errors import HansardError
        from hansardparse.write.writers import names, writer

        if value not in names():
            self.fail(f"{value!r} is none of {', '.join(names())}", param, ctx)
        try:
            writer(value)
        except HansardError as error:
            self.fail(str(error), param, ctx)
        return str(value)

    def shell_complete(self, ctx: Any, param: Any, incomplete: str) -> list[CompletionItem]:
        """The names that begin so."""
        from hansardparse.write.writers import names

        return [CompletionItem(name) for name in names() if name.startswith(incomplete)]


class Dates(click.ParamType):  # type: ignore[type-arg]
    """A day, YYYY-MM-DD, or `name` for the one in the name of each file."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> datetime.date | str:
        """Refuse what is no day."""
        if value == OF_NAME or isinstance(value, datetime.date):
            return value  # type: ignore[no-any-return]
        try:
            found: datetime.date | None = datetime.date.fromisoformat(value)
        except ValueError:
            found = None
        if found is None or found.isoformat() != value:
            self.fail(f"{value!r} is no day, YYYY-MM-DD, and not the word name", param, ctx)
        return found


class Registers(click.Path):
    """The path of a register of members, which can be read."""

    name = "register"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """Refuse what is no register."""
        from hansardparse.errors import HansardError
        from hansardparse.members.files import register

        path = str(super().convert(value, param, ctx))
        try:
            register(path)
        except (HansardError, OSError) as error:
            self.fail(str(error), param, ctx)
        return path


class Houses(click.ParamType):  # type: ignore[type-arg]
    """The name of a House, as its parliament spells it where that is known: `commons` is `Commons`."""

    name = "house"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """The name. Fails where there is none."""
        from hansardparse.parliaments import house_of

        if not value.strip():
            self.fail("a House has a name", param, ctx)
        return house_of(value.strip()) or str(value.strip())


class Loaded(NamedTuple):
    """A layout from outside: its name, and the file of its grammar."""

    name: str
    path: str


def loaded(path: str) -> Loaded:
    """The layout of a grammar, made known; a grammar that is wrong is wrong use, said on one line."""
    from hansardparse.errors import HansardError
    from hansardparse.layouts import load_layout

    try:
        return Loaded(load_layout(path).name, path)
    except HansardError as error:
        raise click.UsageError(str(error)) from None


def chosen(layout: str, grammar: Loaded | None) -> str:
    """The layout to read by: that of the grammar that was given, where none is named."""
    return grammar.name if grammar is not None and layout == "auto" else layout


def refuse_members(members: str | None, no_resolve: bool) -> None:
    """Refuse a register where nobody is looked for in it; raises click's UsageError."""
    if members is not None and no_resolve:
        raise click.UsageError("--members says who the persons are that --no-resolve does not look for")


class Encodings(click.ParamType):  # type: ignore[type-arg]
    """Python's name of an encoding, or `auto`."""

    name = "encoding"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """Refuse a name that is no encoding of text."""
        from hansardparse.text.decoding import text_encoding

        try:
            return "auto" if value == "auto" else text_encoding(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class Containers(click.ParamType):  # type: ignore[type-arg]
    """What a file is: `auto`, `text`, a kind of container or the name of one."""

    name = "container"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """Refuse a name that is none."""
        from hansardparse.read.containers import names

        if value not in ("auto", "text", *names()):
            self.fail(f"{value!r} is none of auto, text, {', '.join(names())}", param, ctx)
        return str(value)


from_option = click.option(
    "--from",
    "from_",
    type=Containers(),
    default="auto",
    metavar="NAME",
    help="What the files are: text, html, xml, json, csv, pdf, docx or a container; auto tells it.",
)
layout_option = click.option(
    "--layout", type=Layouts(), default="auto", metavar="NAME", help="The layout; auto detects it."
)
grammar_option = click.option(
    "--grammar",
    type=click.Path(exists=True, dir_okay=False),
    callback=lambda ctx, param, value: value and loaded(value),
    metavar="FILE",
    help="A layout from outside: its grammar (docs/layouts.md).",
)
encoding_option = click.option(
    "--encoding", type=Encodings(), default="auto", metavar="NAME", help="The encoding; auto detects it."
)
date_option = click.option(
    "--date",
    type=Dates(),
    metavar="YYYY-MM-DD|name",
    help="The day of what prints none; name: the file's has it.",
)
house_option = click.option(
    "--house", type=Houses(), metavar="NAME", help="The House, where none is printed."
)
members_option = click.option(
    "--members",
    type=Registers(exists=True, dir_okay=False),
    metavar="FILE",
    help="A register of members: people.json, CSV, or the Members API's JSON.",
)
resolve_option = click.option(
    "--no-resolve", is_flag=True, help="Do not say who each speaker is and to whom they speak."
)
files_argument = click.argument(
    "files", nargs=-1, required=True, metavar="FILE... | -", type=click.Path(allow_dash=True)
)

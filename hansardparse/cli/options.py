"""Arguments and options that more than one command has."""

from __future__ import annotations

from typing import Any

import click

__all__ = ["files_argument", "layout_option"]


class Layouts(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.2 on
    """The name of a layout, or `auto`; the table is read only when a name is given."""

    name = "layout"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """Refuse a name that is no layout."""
        from hansardparse.layouts import LAYOUTS

        if value != "auto" and value not in LAYOUTS:
            self.fail(f"{value!r} is none of auto, {', '.join(LAYOUTS)}", param, ctx)
        return str(value)


layout_option = click.option(
    "--layout", type=Layouts(), default="auto", metavar="NAME", help="The layout; auto detects it."
)
files_argument = click.argument("files", nargs=-1, required=True, metavar="FILE... | -")

"""The command line: one module a command.

Data goes to standard output, everything else to standard error; `status` has the exit statuses. To add a
command, put a module with a function `command` here and its name into COMMANDS.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import io
import os
import sys

import click

from hansardparse.cli.reports import CannotWrite, say
from hansardparse.cli.status import INTERRUPTED, PIPE, UNUSABLE
from hansardparse.errors import HansardError
from hansardparse.version import __version__

__all__ = ["COMMANDS", "main"]


#: The commands, in the order in which they are listed; each is `command` in the module of its name.
COMMANDS = ("parse", "inspect", "text", "check", "explain", "refs", "schema", "layouts", "corpus")


class _Commands(click.Group):
    """The commands; the module of one is imported when it is asked for, so that starting stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of COMMANDS."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"hansardparse.cli.{cmd_name}").command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hansardparse", message="%(prog)s %(version)s")
def cli() -> None:
    """Parliamentary debates as structured data."""


#: So many objects are made before Python looks for circles among them. By itself it looks at every 700 and
#: once more at the end, which takes a tenth of the time of a page, and a page leaves none.
_CIRCLES = 50_000

#: The variable in which a shell that completes a command says what it wants.
_COMPLETE = "_HANSARDPARSE_COMPLETE"


def main() -> None:
    """The entry point: click's, with one line and a documented status for everything else."""
    gc.set_threshold(_CIRCLES)
    atexit.register(gc.disable)
    _open_streams()
    if instruction := os.environ.get(_COMPLETE):
        from click.shell_completion import shell_complete

        sys.exit(shell_complete(cli, {}, "hansardparse", _COMPLETE, instruction))
    try:
        # click's own `main` would take a closed pipe for status 1
        with cli.make_context("hansardparse", sys.argv[1:]) as context:
            cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        usage = io.StringIO()
        error.show(usage)
        say(usage.getvalue().removesuffix("\n"))
        sys.exit(UNUSABLE)
    except HansardError as error:  # of no file: a format whose library is not there
        say(f"hansardparse: {error}")
        sys.exit(UNUSABLE)
    except (click.Abort, KeyboardInterrupt):
        say("hansardparse: interrupted")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _drop_output()
        sys.exit(PIPE)
    except (CannotWrite, OSError) as error:
        known = error if isinstance(error, CannotWrite) else CannotWrite(error.filename, error)
        if known.path is None:
            _drop_output()
        say(f"hansardparse: {known}")
        sys.exit(UNUSABLE)


def _open_streams() -> None:
    """Set up the standard streams; of those that are closed, reading and writing fail as of any closed file.

    They are opened, too: else the first file that is opened would stand in their place.
    """
    for name, flags in (("stdin", os.O_WRONLY), ("stdout", os.O_RDONLY), ("stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]


def _drop_output() -> None:
    """Lose what is still to be written to standard output, which Python would try again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

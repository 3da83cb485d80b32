"""The command line: one module a command.

Data goes to standard output, everything else to standard error; `status` has the exit statuses. To add a
command, put a module with a function `command` here and its name into COMMANDS.
"""

from __future__ import annotations

import importlib
import os
import sys

import click

from hansardparse.cli.status import INTERRUPTED, PIPE, UNUSABLE
from hansardparse.version import __version__

__all__ = ["COMMANDS", "main"]


#: The commands, in the order in which they are listed; each is `command` in the module of its name.
COMMANDS = ("parse", "text", "check", "refs", "schema", "layouts")


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


def main() -> None:
    """The entry point: click's, with one line and a documented status for everything else."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    try:
        # click's own `main` would take a closed pipe for status 1
        with cli.make_context("hansardparse", sys.argv[1:]) as context:
            cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(UNUSABLE)
    except (click.Abort, KeyboardInterrupt):
        click.echo("hansardparse: interrupted", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(PIPE)
    except OSError as error:
        click.echo(f"hansardparse: cannot write: {error.strerror or error}", err=True)
        sys.exit(UNUSABLE)

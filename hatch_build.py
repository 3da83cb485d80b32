"""What the build does besides packing: it makes the tables that let a first parse start quickly."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TABLES = "hansardparse/tables"


class Tables(BuildHookInterface):  # type: ignore[misc,type-arg]
    """Makes the tables for a wheel, and for the checkout that `pip install -e` installs.

    Tables of a checkout whose grammars were changed since are passed over until it is installed anew.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run before the files of the wheel are collected."""
        subprocess.run([sys.executable, "-m", "hansardparse.warming", TABLES], cwd=self.root, check=True)
        build_data["artifacts"].append(f"{TABLES}/**")

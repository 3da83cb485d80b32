"""Nothing is executed, nothing is fetched, nothing is cached where others can write."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

MODULES = sorted((ROOT / "hansardparse").rglob("*.py"))
FORBIDDEN = {
    "pickle",
    "marshal",
    "shelve",
    "socket",
    "urllib",
    "http",
    "ssl",
    "ctypes",
    "subprocess",
    "ftplib",
}
CALLS = {"eval", "exec", "compile", "__import__", "breakpoint"}


@pytest.mark.parametrize("module", MODULES, ids=[m.stem for m in MODULES])
def test_no_module_imports_or_calls_what_executes(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        # taking an address apart asks for none
        asked = {n.partition(".")[0] for n in names if n != "urllib.parse"}
        assert not asked & FORBIDDEN, names
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in CALLS, node.lineno
        if isinstance(node, ast.keyword):
            assert node.arg not in {"cache", "shell"}, node.value.lineno


def test_a_parse_opens_no_file_but_its_own_and_no_connection(tmp_path: Path) -> None:
    """An audit hook sees every file, connection and process that a parse in a fresh process asks for."""
    page = tmp_path / "page.txt"
    page.write_text(
        "Ada Marsh Portrait Ms Ada Marsh (Upper Dale) (Lab)\n- Hansard -\n\nNo.\n", encoding="utf-8"
    )
    code = (
        "import sys, tempfile\n"
        "def hook(event, args):\n"
        "    if event.startswith(('socket.', 'subprocess.', 'os.system', 'os.exec', 'pickle.', 'urllib.')):\n"
        "        print('EVENT', event, flush=True)\n"
        "    if event == 'open' and isinstance(args[1], str) and set(args[1]) & set('wax+'):\n"
        "        print('WRITES', args[0], flush=True)\n"
        "sys.dont_write_bytecode = True\n"
        "sys.addaudithook(hook)\n"
        "from hansardparse import dumps, parse_file, rows\n"
        "t = parse_file(sys.argv[1])\n"
        "dumps(t), list(rows(t))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(page)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == ""
    assert sorted(p.name for p in tmp_path.iterdir()) == ["page.txt"]


def test_start_builds_no_grammar() -> None:
    code = (
        "import sys, hansardparse\n"
        "assert 'lark' not in sys.modules and 'attrs' not in sys.modules\n"
        "import hansardparse.cli.parse\n"
        "assert 'lark' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)

"""No torn output: `python -m benchmarks.kill [TIMES]` kills a run that writes files at random moments.

After each, every file under a final name is whole, and is what an undisturbed run writes.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.texts import debate

ROOT = Path(__file__).resolve().parent.parent
FILES = 4


def run(source: Path, target: Path) -> subprocess.Popen[bytes]:
    """A run that writes one JSON for each file, and one that writes all rows to one file."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "hansardparse", "parse", str(source)]
    command += ["-o", str(target)] if target.suffix == "" else ["--to", "jsonl", "-o", str(target)]
    return subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)


def main() -> None:
    """Kill as often as asked; say how many files were there whole, and how many in part."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    chance = random.Random(7)
    whole = torn = 0
    with tempfile.TemporaryDirectory() as folder:
        source, wanted = Path(folder, "texts"), Path(folder, "wanted")
        source.mkdir()
        for n in range(FILES):
            (source / f"{n}.txt").write_text(debate("parallel", 150_000, n), encoding="utf-8")
        begin = time.perf_counter()
        assert run(source, wanted).wait() == 0
        took = time.perf_counter() - begin
        assert run(source, Path(folder, "wanted.jsonl")).wait() == 0
        for n in range(times):
            target = Path(folder, f"out{n}" if n % 2 else f"out{n}.jsonl")
            running = run(source, target)
            time.sleep(chance.uniform(0.2, 1.1) * took)
            running.send_signal(chance.choice((signal.SIGKILL, signal.SIGTERM, signal.SIGINT)))
            running.wait()
            for file in [target] if target.is_file() else target.glob("*.json"):
                model = Path(folder, "wanted.jsonl") if target.suffix else wanted / file.name
                same = file.read_bytes() == model.read_bytes()
                whole, torn = whole + same, torn + (not same)
        left = sum(1 for _ in Path(folder).rglob("*.part"))
    print(f"killed {times} times: {whole} files whole, {torn} torn, {left} temporary files left by SIGKILL")
    sys.exit(torn > 0)


if __name__ == "__main__":
    main()

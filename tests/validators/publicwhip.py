"""Which files `mysoc-validator` refuses: run in an environment of its own, which has it."""

import sys
from pathlib import Path

from mysoc_validator import Transcript

for name in sys.argv[1:]:
    try:
        Transcript.from_xml_path(Path(name))
    except Exception as error:
        print(name, " ".join(str(error).split())[:300])

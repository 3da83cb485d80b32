"""`python -m hansardparse`."""

import sys
from hansardparse import parse_file, rows
from hansardparse.rows import json_lines

sys.stdout.reconfigure(encoding="utf-8", newline="\n")
f=[a for a in sys.argv[1:] if a.endswith('.txt')][0]
for l in json_lines(rows(parse_file(f))): sys.stdout.write(l)

"""The exit statuses.

0 parsed; 1 a problem of severity `error` from `check`, or any problem but an `info` with `--strict`; 2 wrong
use, unreadable or undecodable input; 130 interrupted; 141 the reader of a pipe went away.
"""

OK, PROBLEM, UNUSABLE, INTERRUPTED, PIPE = 0, 1, 2, 130, 141

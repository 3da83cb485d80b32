"""Parliamentary debates as typed objects.

    >>> import hansardparse
    >>> debate = hansardparse.parse("Ada Marsh Portrait Ms Ada Marsh (Upper Dale) (Lab)\\n- Hansard -\\n\\nNo.")
    >>> [(c.name, str(c.party), c.text) for c in debate.contributions()]
    [('Ms Ada Marsh', 'Lab', 'No.')]
"""

from hansardparse import model
from hansardparse.errors import HansardError
from hansardparse.model import *  # noqa: F403 - the node classes are the public API
from hansardparse.parser import parse, parse_file
from hansardparse.rows import rows
from hansardparse.version import __version__

__all__ = ["HansardError", "__version__", "parse", "parse_file", "rows", *model.__all__]

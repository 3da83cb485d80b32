"""What people look at: a page to read, a page that shows how a text was read, an outline, pictures.

Nothing here is needed to parse, and nothing here changes what was parsed.
"""

from __future__ import annotations

from hansardparse.view import pictures
from hansardparse.view.inspector import inspector
from hansardparse.view.reader import page

__all__ = ["inspector", "page", "pictures"]

"""The classes of the tree: what a Transcript is made of, and what follows from it."""

from hansardparse.model import nodes as _nodes
from hansardparse.model.nodes import *

__all__ = list(_nodes.__all__)

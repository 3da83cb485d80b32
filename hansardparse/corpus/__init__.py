"""Many files to one dataset, on Dask: `convert`."""

from hansardparse.corpus.convert import Summary, convert
from hansardparse.corpus.work import Options

__all__ = ["Options", "Summary", "convert"]

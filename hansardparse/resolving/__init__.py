"""What follows from a transcript: who speaks, in which capacity, to whom, and whom they name."""

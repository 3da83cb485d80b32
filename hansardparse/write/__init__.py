"""From a Transcript to what other tools read."""

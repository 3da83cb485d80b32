"""From bytes to the text that the grammars read: decoding, units, broken lines, invisible characters."""

"""Names from Latin letters into Devanagari."""

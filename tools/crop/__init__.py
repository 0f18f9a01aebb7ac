"""The crop disease detector: from a leaf photo to a checked answer with evidence and advice. Draws nothing."""

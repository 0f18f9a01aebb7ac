"""Where the page meets what answers: one small function for each thing it needs of `tools.chat`. Draws nothing."""

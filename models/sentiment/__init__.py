"""How a headline speaks about one named company."""

"""The legal summariser: an FIR or a court order in, facts with page and quote and a simple summary out."""

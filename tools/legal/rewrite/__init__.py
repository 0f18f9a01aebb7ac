"""Sentences that a language model wrote, and the check that lets none stand which the document does not bear out."""

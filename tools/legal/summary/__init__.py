"""Summaries in simple Hindi and English, written from facts alone."""

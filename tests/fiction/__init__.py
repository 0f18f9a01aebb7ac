"""Fictional Indian legal documents whose every fact is known: FIRs and court orders for tests, benchmarks and samples.

All people, villages and police stations are invented. The same seed gives the same document.
"""

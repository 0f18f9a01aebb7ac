"""Reads court orders and judgments: what court, whose case, what was decided, on what terms, and when it goes on."""

"""A read document to an `Extract`: its kind, facts, sections, outcome, key sentences, and whom the law protects.

Runs in a worker process and needs no model. Knows neither files nor pages of the portal.
"""

from __future__ import annotations

import re
from typing import Final

from tools.documents import Document, Limits, read_document
from tools.legal import privacy
from tools.legal.fir.detect import looks_like_fir
from tools.legal.fir.extract import extract as fir_facts
from tools.legal.fir.extract import story_spans
from tools.legal.law.references import references
from tools.legal.limits import legal_limits
from tools.legal.order.detect import looks_like_order
from tools.legal.order.extract import extract as order_facts
from tools.legal.summary.key_sentences import key_sentences
from tools.legal.types import Extract, Kind, Script

LEAST_SCORE: Final = 0.35  # below, a document is neither an FIR nor an order
MOSTLY: Final = 0.85  # of the letters in one script
_HINDI, _LATIN = re.compile("[\u0900-\u0963\u0966-\u097f]"), re.compile("[A-Za-z]")

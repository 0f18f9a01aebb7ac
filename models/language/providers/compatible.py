"""Any server that speaks as OpenAI's (vLLM, Ollama, TGI, LM Studio): chat completions at its address, key optional."""

from __future__ import annotations

from models.language.providers.completions import client, failure, pieces

__all__ = ["client", "failure", "pieces"]

"""Hosted language models, and any server that speaks as OpenAI's, behind `models.language.types.ChatModel`.

One file per wire format over the official client of each provider, which is imported when it is first asked. Knows no
page and no conversation, and keeps no answer.
"""

from models.language.providers.connect import connect, has_key, models
from models.language.providers.table import Provider, provider, providers

__all__ = ["Provider", "connect", "has_key", "models", "provider", "providers"]

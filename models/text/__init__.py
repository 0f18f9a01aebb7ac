"""The sentence embedder: texts in, unit vectors out."""

from models.text.types import Embedder, EmbedderInfo

__all__ = ["Embedder", "EmbedderInfo"]

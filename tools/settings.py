"""Every setting of the portal, read once from the environment (prefix `PORTAL_`) and `.env`."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from tools.errors import UnsafeSettings

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
ADDRESS = r"^(https?://\S+)?$"


class Settings(BaseSettings):
    """The portal's settings. Sizes are in the unit that the name ends in."""

    model_config = SettingsConfigDict(env_prefix="PORTAL_", env_file=".env", extra="ignore")

    environment: Literal["development", "production"] = "development"

    # documents
    max_upload_mb: int = Field(25, ge=1, le=1024, description="largest single file")
    max_files: int = Field(500, ge=1, le=10_000, description="files in one run")
    max_pages: int = Field(60, ge=1, le=2000, description="pages read of one file; a longer file is refused")
    legal_max_pages: int = Field(200, ge=1, le=2000, description="pages read of one legal document")
    max_pixels: int = Field(60_000_000, ge=1_000_000, description="largest image, width x height")
    file_seconds: float = Field(90, gt=0, le=600, description="time limit for one file")
    worker_memory_mb: int = Field(2048, ge=512, description="address space of one worker process")
    workers: int = Field(default_factory=lambda: max(1, (os.cpu_count() or 2)), ge=1, le=64)
    ocr_language: str = Field("eng+Devanagari", description="Tesseract languages and scripts")

    # models
    device: Literal["auto", "cpu", "cuda"] = "auto"
    cpu_threads: int = Field(0, ge=0, description="intra-op threads for all models together; 0 means half the cores")
    allow_hub: bool = Field(False, description="may weights be fetched from the Hugging Face Hub?")
    hub_seconds: float = Field(10, gt=0, description="how long the Hub may take to answer before the default is used")
    text_model: str = Field("", description="a folder or Hub name of a sentence-transformers model; empty: the default")
    text_revision: str = Field("", description="a Hub commit, to pin the text model")
    leaf_model: str = Field("", description="a folder or Hub name of a leaf classifier; empty: the default")
    leaf_revision: str = Field("", description="a Hub commit, to pin the leaf model")
    sentiment_model: str = Field("", description="a folder or Hub name of a headline classifier; empty: the default")
    sentiment_revision: str = Field("", description="a Hub commit, to pin the sentiment model")
    names_model: str = Field("", description="a folder or Hub name of a names model; empty: the default")
    names_revision: str = Field("", description="a Hub commit, to pin the names model")
    leaf_seconds: float = Field(60, gt=0, description="how long a photo may wait for the leaf model")
    language_model: str = Field("", description="a folder or Hub name of a chat model; empty: none")
    language_revision: str = Field("", description="a Hub commit, to pin the chat model")
    translation_model: str = Field("", description="a folder or Hub name of an English-Hindi translator; empty: none")
    translation_revision: str = Field("", description="a Hub commit, to pin the translator")
    language_seconds: float = Field(180, gt=0, description="how long an answer may wait for and take a language model")
    queue_size: int = Field(256, ge=1, description="requests that may wait for one model")

    # hosted language models
    openai_model: str = Field("", description="the model that is asked first; empty: the portal's default")
    openai_address: str = Field("", pattern=ADDRESS, description="asked instead of api.openai.com: a proxy")
    openai_api: Literal["responses", "chat"] = Field("responses", description="chat: for proxies without Responses")
    anthropic_model: str = Field("", description="the model that is asked first; empty: the portal's default")
    anthropic_address: str = Field("", pattern=ADDRESS, description="asked instead of api.anthropic.com: a proxy")
    gemini_model: str = Field("", description="the model that is asked first; empty: the portal's default")
    gemini_address: str = Field("", pattern=ADDRESS, description="asked instead of Google's host: a proxy")
    compatible_address: str = Field("", pattern=ADDRESS, description="a server that speaks as OpenAI's: http://…/v1")
    compatible_model: str = Field("", description="a model of that server")
    compatible_key: SecretStr | None = Field(None, description="that server's key, if it wants one")
    compatible_context: int = Field(8192, ge=512, description="tokens that the model of that server can hold")
    chat_seconds: float = Field(60, gt=0, le=600, description="how long a hosted model may be silent before a word")
    chat_effort: Literal["", "none", "low", "medium", "high"] = Field(
        "low", description="how much a hosted model may think before it answers; empty: as the provider has it"
    )
    prices: dict[str, tuple[float, float]] = Field(
        default_factory=dict, description="JSON: provider/model to USD per million tokens in and out"
    )

    # prices of shares
    yahoo_address: str = Field("", pattern=ADDRESS, description="asked instead of Yahoo's hosts: a proxy")
    data_folder: str = Field("", description="where fetched prices are kept; empty: the user's cache folder")
    stocks_seconds: float = Field(8, gt=0, le=60, description="how long a page waits for live prices")
    stocks_fresh_minutes: float = Field(5, ge=0, description="in market hours, how old prices may be")
    stocks_store_mb: int = Field(512, ge=1, description="how much the kept prices may take")

    @model_validator(mode="after")
    def _refuse_unsafe(self) -> Settings:
        if self.environment != "production" or not self.allow_hub:
            return self
        for kind, model, revision in (
            ("TEXT", self.text_model, self.text_revision),
            ("LEAF", self.leaf_model, self.leaf_revision),
            ("SENTIMENT", self.sentiment_model, self.sentiment_revision),
            ("LANGUAGE", self.language_model, self.language_revision),
            ("TRANSLATION", self.translation_model, self.translation_revision),
            ("NAMES", self.names_model, self.names_revision),
        ):
            if model and not revision and not Path(model).exists():
                raise ValueError(f"PORTAL_{kind}_MODEL names a Hub model without PORTAL_{kind}_REVISION: pin a commit.")
        return self


def read_settings() -> Settings:
    """Settings from the environment.

    Raises
    ------
    UnsafeSettings
        A value is missing, malformed or not safe in production; the message names it.
    """
    try:
        return Settings()  # type: ignore[call-arg]  # pydantic-settings fills the fields
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        name = f"PORTAL_{where.upper()}: " if where else ""
        raise UnsafeSettings(
            f"The portal does not start: {name}{first['msg'].removeprefix('Value error, ')}"
        ) from error


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The process-wide settings, read at the first call."""
    return read_settings()

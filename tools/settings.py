"""Every setting of the portal, read once from the environment (prefix `PORTAL_`) and `.env`."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import AliasChoices, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from tools.errors import UnsafeSettings

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
ADDRESS = r"^(https?://\S+)?$"
SHORTEST_KEY = 16  # signs of a shared secret


def database_address(address: str) -> str:
    """`address` with the scheme that SQLAlchemy knows; hosts write postgres:// or postgresql://.

    Raises
    ------
    ValueError
        It names no PostgreSQL database and no SQLite file. The message repeats nothing of it: it may hold a password.
    """
    scheme, _, rest = address.strip().partition("://")
    kind = scheme.casefold().partition("+")[0]
    if not address.strip():
        return ""
    if kind == "sqlite" and rest.startswith("/") and rest.strip("/") not in ("", ":memory:"):
        return f"sqlite://{rest}"
    if kind in ("postgres", "postgresql"):
        try:
            parts = urlsplit(f"postgresql://{rest}")
            named = parts.port != 0 and (parts.hostname or "host=" in parts.query) and not any(map(str.isspace, rest))
        except ValueError:
            named = False
        if named:
            return f"postgresql+psycopg://{rest}"
    raise ValueError(
        "Write it (or DATABASE_URL) as postgresql://user:password@host:5432/name or sqlite:////folder/history.sqlite."
    )


class Settings(BaseSettings):
    """The portal's settings. Sizes are in the unit that the name ends in."""

    model_config = SettingsConfigDict(env_prefix="PORTAL_", env_file=".env", extra="ignore", hide_input_in_errors=True)

    environment: Literal["development", "production"] = "development"

    # sign-in; lists are separated by commas
    open: bool = Field(False, description="in production: may everybody come in without signing in?")
    admins: str = Field("", description="who is an admin: addresses, @domain, org:NAME or user:NAME")
    staff: str = Field("", description="who may come in: addresses, @domain, org:NAME, user:NAME, or * for everybody")
    roles_claim: str = Field("", description="the claim that lists a visitor's roles, such as realm_access.roles")
    admin_roles: str = Field("", description="roles of that claim that make an admin")
    staff_roles: str = Field("", description="roles of that claim that let a visitor in")
    trust_unverified_email: bool = Field(False, description="do addresses count that the provider has not verified?")
    session_hours: float = Field(12, ge=0, le=720, description="how long a sign-in lasts; 0: as the provider's token")
    oidc_client_id: str = Field("", description="for `python -m tools.start`: sign-in without a secrets file")
    oidc_client_secret: SecretStr = Field(SecretStr(""), description="the client's secret at the provider")
    oidc_metadata_url: str = Field("", description="the provider's …/.well-known/openid-configuration")
    oidc_redirect_uri: str = Field("", description="this portal's address and /oauth2callback")
    oidc_name: str = Field("", pattern=r"^[A-Za-z0-9 -]*$", description="the provider's name on the sign-in button")
    oidc_scopes: str = Field("openid email profile", description="what the provider is asked to tell")
    cookie_secret: SecretStr = Field(SecretStr(""), description="signs sign-ins; empty: made from the client's")

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

    # guard rails
    user_runs_per_minute: int = Field(30, ge=1, le=6000, description="piles, documents, questions one visitor starts")
    user_runs_at_once: int = Field(2, ge=1, le=100, description="heavy computations of one visitor side by side")
    runs_at_once: int = Field(
        default_factory=lambda: max(2, (os.cpu_count() or 2)), ge=1, le=1000, description="the same, of all visitors"
    )
    run_wait_seconds: float = Field(60, ge=0, le=600, description="how long a computation may wait for its turn")
    user_upload_mb: int = Field(400, ge=1, description="files that one visit may hold together")
    shutdown_seconds: float = Field(20, ge=0, le=600, description="how long running jobs may take when it is stopped")

    # models
    device: Literal["auto", "cpu", "cuda"] = "auto"
    cpu_threads: int = Field(0, ge=0, description="intra-op threads for all models together; 0 means half the cores")
    allow_hub: bool = Field(False, description="may weights be fetched from the Hugging Face Hub?")
    hub_seconds: float = Field(10, gt=0, description="how long the Hub may take to answer before the default is used")
    load_seconds: float = Field(120, gt=0, le=3600, description="how long a page waits for a model to load")
    text_seconds: float = Field(60, gt=0, description="how long a group of texts or headlines may wait for its model")
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
    answer_seconds: float = Field(600, gt=0, le=3600, description="how long an answer may take, however it goes on")
    queue_size: int = Field(256, ge=1, description="requests that may wait for one model")

    # the same models on other machines (`python -m models.serve`)
    engine: Literal["local", "remote"] = Field("local", description="remote: the models of a cluster answer")
    engine_address: str = Field("", pattern=ADDRESS, description="the cluster: http://host:8100")
    engine_key: SecretStr | None = Field(None, description="the secret that portal and cluster share, 16 signs or more")
    engine_seconds: float = Field(20, gt=0, le=600, description="how long the cluster may take, all tries together")
    engine_again_seconds: float = Field(10, gt=0, description="after a failure, when the cluster is asked again")
    cluster_address: str = Field("127.0.0.1", description="on which address of its machine the cluster may be asked")
    cluster_port: int = Field(8100, ge=1, le=65_535, description="where the cluster may be asked")
    cluster_replicas: int = Field(1, ge=1, le=1000, description="copies of each model that always run")
    cluster_most_replicas: int = Field(4, ge=1, le=1000, description="copies of each model under load")
    cluster_cpus: float = Field(1, gt=0, le=256, description="CPU cores of one copy")
    cluster_gpus: float = Field(0, ge=0, le=16, description="GPUs of one copy; 0.25: four copies share one")

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
    data_folder: str = Field("", description="where prices and history are kept; empty: the user's own folders")
    stocks_seconds: float = Field(8, gt=0, le=60, description="how long a page waits for live prices")
    stocks_fresh_minutes: float = Field(5, ge=0, description="in market hours, how old prices may be")
    stocks_store_mb: int = Field(512, ge=1, description="how much the kept prices may take")

    # history
    history: bool = Field(True, description="are runs kept?")
    database_url: str = Field(
        "",
        validation_alias=AliasChoices("PORTAL_DATABASE_URL", "DATABASE_URL"),
        repr=False,  # it may hold a password
        description="postgresql://… or sqlite:///file; empty: a SQLite file in the data folder",
    )
    database_seconds: float = Field(3, gt=0, le=30, description="how long a page waits for the history's database")
    retention_days: int = Field(90, ge=1, le=3650, description="after so many days runs and saved results are deleted")
    saved_kb: int = Field(1024, ge=16, le=16_384, description="largest saved result")
    saved_most: int = Field(100, ge=1, le=10_000, description="results that one visitor may keep")

    # how it is doing
    log_format: Literal["text", "json"] = "text"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    metrics_port: int = Field(0, ge=0, le=65_535, description="where Prometheus asks; 0: nowhere")
    metrics_address: str = Field("127.0.0.1", description="on which address of this machine it may ask")

    @field_validator("database_url")
    @classmethod
    def _one_kind_of_address(cls, value: str) -> str:
        return database_address(value)

    @model_validator(mode="after")
    def _whole_engine(self) -> Settings:
        if self.engine_key is not None and len(self.engine_key.get_secret_value()) < SHORTEST_KEY:
            raise ValueError(f"PORTAL_ENGINE_KEY is too short: make it {SHORTEST_KEY} signs or more.")
        if self.engine == "remote" and not (self.engine_address and self.engine_key):
            raise ValueError("PORTAL_ENGINE=remote needs PORTAL_ENGINE_ADDRESS and PORTAL_ENGINE_KEY.")
        if self.cluster_most_replicas < self.cluster_replicas:
            raise ValueError("PORTAL_CLUSTER_MOST_REPLICAS is less than PORTAL_CLUSTER_REPLICAS: make it as many.")
        return self

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
        name = f"PORTAL_{where.upper().removeprefix('PORTAL_')}: " if where else ""
        raise UnsafeSettings(
            f"The portal does not start: {name}{first['msg'].removeprefix('Value error, ')}"
        ) from error


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The process-wide settings, read at the first call."""
    return read_settings()

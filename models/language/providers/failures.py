"""What can go wrong with a hosted model, each as one sentence with what to do. Knows no client.

A provider's own words are shown only where nothing else would help, cut short and without anything like a key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from time import time
from typing import Final, Literal

from pydantic import SecretStr

from models.language.providers.table import Provider
from tools.errors import (
    BadInput,
    ModelUnavailable,
    NoNetwork,
    Outage,
    PortalError,
    RateLimited,
    TooLarge,
    WrongKey,
)

Kind = Literal[
    "key", "permission", "model", "spent", "rate", "overloaded", "late", "network", "long", "refused", "bad", "server",
    "cut", "malformed", "redirect",
]  # fmt: skip

BROKE_OFF: Final = "The answer of {title} broke off: what came is shown, ask again for the rest."
SENTENCES: Final[dict[Kind, tuple[type[PortalError], str]]] = {
    "key": (WrongKey, "{title} does not accept the key: check {variables}, or type another key beside the model."),
    "permission": (
        ModelUnavailable,
        "{title} does not allow this key to use {model}: choose another model, or ask whoever manages the key.",
    ),
    "model": (ModelUnavailable, "{title} has no model called {model}: choose another."),
    "spent": (
        ModelUnavailable,
        "The credit of this key at {title} is used up: choose another model, or ask whoever manages the key.",
    ),
    "rate": (RateLimited, "{title} wants to be asked less often: try again in {seconds} s."),
    "overloaded": (Outage, "{title} is overloaded: try again in a minute, or choose another model."),
    "late": (Outage, "{title} said nothing for too long: try again, or choose another model."),
    "network": (NoNetwork, "{title} cannot be reached from here: check the network and the address {address}."),
    "long": (TooLarge, "The conversation is too long for {model}: begin a new one, or give it fewer pages."),
    "refused": (BadInput, "{title} does not answer this for reasons of safety: put it another way."),
    "bad": (BadInput, "{title} does not accept this request ({reason}): change it, or choose another model."),
    "server": (Outage, "{title} has a failure of its own: try again in a minute, or choose another model."),
    "cut": (Outage, BROKE_OFF),
    "malformed": (Outage, "{title} at {address} answers with something that is not an answer: check the address."),
    "redirect": (Outage, "{title} at {address} sends requests elsewhere, which is not followed: check the address."),
}
SOON: Final = "{title} wants to be asked less often: try again in a moment."
LONGEST_REASON: Final = 160

_LONG = re.compile(
    r"context[_ ]length|context window|context size|maximum context|prompt is too long|input is too long"
    r"|too many (?:input )?tokens|exceeds? the (?:maximum|available|model)|input token count|string_above_max_length"
    r"|request_too_large|reduce the length|max_new_tokens\W+must be <=|inputs\W+must have less than"
)
_SPENT = re.compile(r"insufficient_quota|credit balance|spend[_ ]limit|billing|payment required|out of credits")
_KEY = re.compile(r"api[_ ]key[_ ](?:not valid|invalid)|invalid[_ ]api[_ ]key|incorrect api key|authentication_error")
_SAFETY = re.compile(r"content[_ ]policy|content[_ ]filter|content management policy|safety|bio_policy|invalid_prompt")
_NO_MODEL = re.compile(
    r"model[_ ]not[_ ]found|model.{0,80}(?:does not exist|not found|not supported for)|not_found_error"
)
_SECRET = re.compile(r"(?i:\b(?:sk|pk|rk|key|gsk|hf|xai)[-_][\w*.·…-]{6,}|\bAIza[\w-]{6,}|\bBearer\s+\S+)")


@dataclass(frozen=True)
class Failure:
    """What happened, in the provider's words where they may help; `seconds` to wait where it says so."""

    kind: Kind
    reason: str = ""
    seconds: float | None = None


class BrokeOff(Exception):
    """The stream ended without the mark that ends an answer."""


class Told(Exception):
    """A provider reported a failure inside its stream.

    Parameters
    ----------
    words
        Its code and message.
    """

    def __init__(self, words: str) -> None:
        super().__init__("the stream reports a failure")
        self.words = words


def of_status(status: int, words: str, seconds: float | None = None) -> Failure:
    """The failure that an HTTP status and the words of its body mean; status 0 for one told inside a stream."""
    lower = words.lower()
    kind = _of_words(lower, status, seconds) or _of_number(status)
    return Failure(kind, words, seconds)


def _of_words(words: str, status: int, seconds: float | None) -> Kind | None:
    """What the words alone say; they are more exact than the status, which proxies change."""
    if status in (401, 407) or _KEY.search(words):
        return "key"
    if _SPENT.search(words) and not (status == 429 and "insufficient_quota" not in words and seconds is not None):
        return "spent"
    if "overloaded" in words or ("unavailable" in words and status in (0, 503)):
        return "overloaded"
    if status == 429 and "request too large" in words:
        return "long"
    if status in (0, 429) and re.search(r"rate[_ ]limit|resource_exhausted|too many requests", words):
        return "rate"
    if status in (0, 400, 413, 422, 500) and _LONG.search(words):
        return "long"
    if status in (0, 400, 404) and _NO_MODEL.search(words):
        return "model"
    return "refused" if status in (0, 400, 403) and _SAFETY.search(words) else None


def _of_number(status: int) -> Kind:
    known: dict[int, Kind] = {
        0: "server", 402: "spent", 403: "permission", 404: "malformed", 408: "late", 413: "long", 429: "rate",
        503: "overloaded", 504: "late", 529: "overloaded",
    }  # fmt: skip
    if status in known:
        return known[status]
    if 300 <= status < 400:
        return "redirect"
    return "bad" if 400 <= status < 500 else "server"


def of_transport(error: BaseException, *, began: bool) -> Failure | None:
    """The failure behind an error of the HTTP client or of reading what came; None for any other error.

    `began`: whether a piece of the answer has come.
    """
    import httpx2

    if isinstance(error, (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.ProxyError, httpx2.UnsupportedProtocol)):
        return Failure("network")
    if isinstance(error, httpx2.TimeoutException):
        return Failure("late")
    if isinstance(error, httpx2.TransportError):
        return Failure("cut" if began else "network")
    if isinstance(error, BrokeOff):
        return Failure("cut" if began else "malformed")
    if isinstance(error, (httpx2.HTTPError, httpx2.InvalidURL, ValueError, LookupError, TypeError, AttributeError)):
        return Failure("malformed")  # a client met what it does not understand
    return None


def seconds_of(headers: Mapping[str, str]) -> float | None:
    """How long the server asks to wait (RFC 9110, ``Retry-After``: seconds or a date); None when it does not say."""
    if (milliseconds := headers.get("retry-after-ms", "")).replace(".", "", 1).isdigit():
        return float(milliseconds) / 1000
    value = headers.get("retry-after", "")
    if value.replace(".", "", 1).isdigit():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time()) if value else None
    except ValueError:
        return None


def error_of(failure: Failure, provider: Provider, model: str, address: str, key: SecretStr | None) -> PortalError:
    """The failure as the error to raise."""
    kind, template = SENTENCES[failure.kind]
    if failure.kind == "rate" and failure.seconds is None:
        template = SOON
    return kind(
        template.format(
            title=provider.title,
            model=model,
            address=without_secrets(address, key),
            variables=" or ".join(provider.variables),
            seconds=f"{max(1.0, failure.seconds or 0):.0f}",
            reason=without_secrets(failure.reason, key) or "no reason given",
        )
    )


def without_secrets(words: str, key: SecretStr | None) -> str:
    """A provider's words on one short line, without the key, parts of it, and anything that looks like one."""
    plain = key.get_secret_value() if key is not None else ""
    text = " ".join(words.split())
    if plain:
        text = text.replace(plain, "…")
    text = _SECRET.sub("…", re.sub(r"//[^/@\s]*@", "//", text))
    return text if len(text) <= LONGEST_REASON else text[: LONGEST_REASON - 1].rstrip() + "…"

"""Whether the outside services that the portal may use answer just now: prices, the Hub, hosted language models.

An answer of any kind counts, a refusal for a missing key too: it is asked whether a request gets there, not whether it
is allowed. Nothing of a visitor is sent.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from tools.settings import Settings

SECONDS: Final = 4.0  # for a name to be found and an answer to begin
GRACE: Final = 1.0  # beyond that, nobody waits
TOO_LATE: Final = "TimeoutError"
YAHOO: Final = "https://query1.finance.yahoo.com"
HUB: Final = "https://huggingface.co"


@dataclass(frozen=True)
class Service:
    """An outside service: its name, the address asked, and what in the portal leans on it."""

    name: str
    address: str
    used_by: str


@dataclass(frozen=True)
class Health:
    """What came back: the HTTP status, or None and the kind of failure; how long it took in milliseconds."""

    service: Service
    status: int | None
    failure: str
    milliseconds: float

    @property
    def reachable(self) -> bool:
        """Whether the service answered at all and is not failing itself."""
        return self.status is not None and self.status < 500


def services(wanted: Settings, models: Iterable[tuple[str, str]] = ()) -> tuple[Service, ...]:
    """What these settings lean on; `models` are names and addresses of hosted language models that are set up."""
    found = [Service("Yahoo Finance", wanted.yahoo_address or YAHOO, "stocks")]
    if wanted.allow_hub:
        found.append(Service("Hugging Face Hub", HUB, "models"))
    return (*found, *(Service(name, address, "chat") for name, address in models))


def ask(asked: Iterable[Service], seconds: float = SECONDS) -> tuple[Health, ...]:
    """Ask all services at once, in at most `seconds` or little more."""
    listed = tuple(asked)
    if not listed:
        return ()
    threads = ThreadPoolExecutor(len(listed), thread_name_prefix="health")
    asking = [threads.submit(_ask, service, seconds) for service in listed]
    threads.shutdown(wait=False)  # an answer that drips in, or a name that is not found, holds nobody up
    done = wait(asking, seconds + GRACE).done
    late = 1000 * (seconds + GRACE)
    return tuple(
        one.result() if one in done else Health(service, None, TOO_LATE, late)
        for one, service in zip(asking, listed, strict=True)
    )


def _ask(service: Service, seconds: float) -> Health:
    import httpx

    begun = time.monotonic()
    status, failure = None, ""
    try:
        parts = urlsplit(service.address)
        # the bare host: the path may name an account, and a HEAD is all that is needed
        with httpx.Client(timeout=seconds, follow_redirects=False) as client:
            status = client.head(f"{parts.scheme}://{parts.netloc}/").status_code
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        failure = type(error).__name__
    return Health(service, status, failure, (time.monotonic() - begun) * 1000)

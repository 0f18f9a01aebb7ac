"""The models of the cluster that the settings name, ready for the pages. One client for all of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from models.language.types import ChatModel
from models.remote.chat import RemoteChat
from models.remote.cluster import Cluster
from models.remote.models import RemoteEmbedder, RemoteLeaf, RemoteNames, RemoteSentiment, switch_to
from tools.settings import settings


@lru_cache(maxsize=1)
def cluster() -> Cluster:
    """The client of the cluster that the settings name, shared by the whole process."""
    wanted = settings()
    assert wanted.engine_key is not None
    return Cluster(wanted.engine_address, wanted.engine_key.get_secret_value())


def embedder() -> RemoteEmbedder:
    """The embedder.

    Raises
    ------
    ModelUnavailable
        Neither the cluster nor this machine has it; so too for the others.
    """
    switch = switch_to("embedder", cluster())
    switch.greet()
    return RemoteEmbedder(switch)


def leaf() -> RemoteLeaf:
    """The leaf classifier."""
    switch = switch_to("leaf", cluster(), settings().leaf_seconds)
    switch.greet()
    return RemoteLeaf(switch)


def names() -> RemoteNames:
    """The names model."""
    switch = switch_to("names", cluster())
    switch.greet()
    return RemoteNames(switch)


def sentiment() -> RemoteSentiment:
    """The sentiment model."""
    switch = switch_to("sentiment", cluster())
    switch.greet()
    return RemoteSentiment(switch)


def language() -> ChatModel | None:
    """The chat model of the cluster; where it serves none, the one that the settings name here, None when they do not.

    Raises
    ------
    ModelUnavailable
        The cluster, which may have one, does not answer, and the settings name none here.
    """
    switch = switch_to("language", cluster())
    if switch.remote() is None and switch.reason == "absent" and not settings().language_model:
        return None
    switch.greet()
    return RemoteChat(switch, settings().language_seconds)


CONNECTED: Final[dict[str, Callable[[], Any]]] = {
    "embedder": embedder,
    "leaf": leaf,
    "names": names,
    "sentiment": sentiment,
    "language": language,
}

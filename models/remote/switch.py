"""One model in two places: the cluster answers while it can, else the same model on this machine, with a notice.

After a failure the cluster is left alone for some seconds (a circuit breaker); then one caller tries it again. Both
places must hold the same model, because their answers are mixed. Knows neither HTTP nor what is asked.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Final, Generic, TypeVar

from msgspec.structs import replace

from models.loading import begin, waited
from models.remote.cluster import Cluster, Reason, Unanswered
from models.remote.wire import Kind, Malformed, Part, Told, decode, encode
from tools.errors import ModelUnavailable, PortalError

log = logging.getLogger(__name__)
GREET_SECONDS: Final = 3.0  # for the cluster to say which model it has
NOTICES: Final[dict[Reason, str]] = {
    "network": "The cluster cannot be reached: the model on this machine answers meanwhile.",
    "late": "The cluster took too long: the model on this machine answers meanwhile.",
    "failing": "The cluster has a failure of its own: the model on this machine answers meanwhile.",
    "busy": "The cluster has too much to do: the model on this machine answers meanwhile.",
    "key": "The cluster does not accept PORTAL_ENGINE_KEY: the model on this machine answers instead.",
    "absent": "The cluster does not run this model: the model on this machine answers instead.",
    "malformed": "The cluster gave something that is not an answer: the model on this machine answers meanwhile.",
    "other": "The cluster runs another model than this portal: the model on this machine answers instead.",
    "refused": "The cluster does not take such a question: the model on this machine answers it.",
}
NOT_THE_SAME: Final = (
    "The cluster does not answer, and the model on this machine is {here} instead of {there}: set both alike."
)
NOT_HERE: Final = "The cluster does not answer, and this machine has no model of its own: try again in a moment."
HERE: Final = "this machine"
PLACE: Final = "in place of the cluster"
UNKNOWN: Final = Told("", "", HERE)
Local = TypeVar("Local")
Reply = TypeVar("Reply")
Answer = TypeVar("Answer")


class Switch(Generic[Local]):
    """Asks the cluster, or the model here. Safe to use from many threads.

    Parameters
    ----------
    kind
        Which model.
    cluster
        Where to ask first.
    load
        Loads the same model here; called when it is first needed.
    tell
        What the model here says of itself, so that it can be compared with the cluster's.
    seconds
        How long the cluster may take for one question, all tries together.
    again
        Seconds before a cluster that failed is asked again.
    """

    def __init__(
        self,
        kind: Kind,
        cluster: Cluster,
        load: Callable[[], Local | None],
        tell: Callable[[Local], Told],
        *,
        seconds: float,
        again: float,
    ) -> None:
        self.kind, self.cluster, self.seconds = kind, cluster, seconds
        self._load, self._tell, self._again = load, tell, again
        self._state = threading.Lock()
        self._loading: Future[Local | None] | None = None
        self._local: Local | None = None
        self._told: Told | None = None
        self._identity: tuple[object, ...] | None = None
        self._reason: Reason | None = None
        self._try_at = 0.0

    def greet(self) -> None:
        """Find out who answers; loads the model here when the cluster does not.

        Raises
        ------
        ModelUnavailable
            Nobody answers.
        """
        if self.remote() is None:
            self.local()

    @property
    def told(self) -> Told:
        """What the model that answers now says of itself, with the notice why it is not the cluster's.

        Asking loads nothing: before the model here is first needed, its device is not known.
        """
        with self._state:
            told, reason, identity = self._told, self._reason, self._identity
        if told is not None and reason is None:
            return replace(told, device=f"{told.device} (cluster)")
        here = self._tell(self._local) if self._local is not None else None
        if here is None or here.identity != identity:
            here = replace(told or UNKNOWN, device=HERE)
        if reason is None:
            return here
        return replace(here, device=f"{here.device} ({PLACE})", notice=NOTICES[reason])

    def ask(
        self,
        requests: Sequence[Part],
        reply: type[Reply],
        read: Callable[[Sequence[Reply]], Answer],
        here: Callable[[Local], Answer],
    ) -> Answer:
        """The cluster's replies as `read` understands them, else what `here` makes of the model on this machine.

        Raises
        ------
        PortalError
            What the model says, wherever it is; or nobody answers.
        """
        if (told := self.remote()) is not None:
            try:
                bodies = [encode(request) for request in requests]
                data = self.cluster.ask(self.kind, bodies, self.seconds, told.mark)
                return read([decode(one, reply) for one in data])
            except Malformed:
                self.failed("malformed")
            except Unanswered as failure:
                self.failed(failure.reason)
        return here(self.local())

    def remote(self) -> Told | None:
        """What the cluster's model says of itself, if the cluster is to be asked now.

        While a failed cluster is left alone it is None; the first caller after that asks the cluster how it is.
        """
        with self._state:
            if self._told is not None and self._reason is None:
                return self._told
            if time.monotonic() < self._try_at:
                return None
            self._try_at = time.monotonic() + max(self._again, GREET_SECONDS)  # others do not wait for this try
        try:
            told = self.cluster.told(self.kind, min(GREET_SECONDS, self.seconds))
        except Unanswered as failure:
            self.failed(failure.reason)
        except PortalError:
            self.failed("malformed")
        else:
            return self._met(told)
        return None

    def failed(self, reason: Reason) -> None:
        """The cluster gave no answer: leave it alone for a while, unless the question was at fault."""
        if reason == "refused":
            return
        with self._state:
            if self._reason is None:
                log.warning("%s: %s", self.kind, NOTICES[reason])
            self._reason, self._try_at = reason, time.monotonic() + self._again

    def local(self) -> Local:
        """The model on this machine, loaded when it is first needed.

        Raises
        ------
        ModelUnavailable
            It cannot be loaded, is still being loaded, or is not the model that the cluster has.
        """
        local = self._local or self._loaded()
        here = self._tell(local)
        with self._state:
            if self._identity is None:
                self._identity = here.identity
            elif self._identity != here.identity:
                there = self._told.name if self._told else ""
                raise ModelUnavailable(NOT_THE_SAME.format(here=here.name, there=there))
        return local

    def _loaded(self) -> Local:
        """The model once it is loaded; whoever comes meanwhile waits for the same loading."""
        with self._state:
            loading = self._loading = self._loading or begin(self._load, f"load-{self.kind}-here")
        try:
            self._local = local = waited(loading)
        except ImportError as error:
            raise ModelUnavailable(NOT_HERE) from error
        finally:
            with self._state:
                if loading.done() and self._loading is loading:  # what failed is tried again by who comes next
                    self._loading = None
        if local is None:  # the settings name none
            raise ModelUnavailable(NOT_HERE)
        return local

    @property
    def reason(self) -> Reason | None:
        """Why the cluster does not answer; None while it does."""
        return self._reason

    @property
    def loaded(self) -> Local | None:
        """The model on this machine if it was ever needed."""
        return self._local

    def _met(self, told: Told) -> Told | None:
        with self._state:
            if self._identity not in (None, told.identity):
                self._reason, self._try_at = "other", time.monotonic() + self._again
                return None
            if self._reason is not None:
                log.warning("%s: the cluster answers again", self.kind)
            self._identity, self._told, self._reason = told.identity, told, None
            return told

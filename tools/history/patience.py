"""A connection to PostgreSQL that does not wait for ever for a server, or a proxy before it, that fell silent.

The server keeps its own limits (`statement_timeout`); this is for when it cannot.
"""

from __future__ import annotations

from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen
from psycopg.pq import TransactionStatus

Answer = TypeVar("Answer")


class Patient(psycopg.Connection[Any]):
    """`patience` is how many seconds one exchange with the server may take."""

    patience = 30.0

    def wait(self, gen: PQGen[Answer], interval: float = 0.1, timeout: float | None = None) -> Answer:
        """As psycopg's own, with a limit.

        Raises
        ------
        psycopg.OperationalError
            The limit was reached; the connection is closed, for its answer may come later.
        """
        try:
            return super().wait(gen, interval, self.patience if timeout is None else timeout)
        except psycopg.OperationalError:
            if self.pgconn.transaction_status == TransactionStatus.ACTIVE:
                self.pgconn.finish()
            raise

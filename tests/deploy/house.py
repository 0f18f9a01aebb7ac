"""Two portals behind nginx, one of which can be stopped and started again."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tests.deploy.running import portal, running

LETTERS = "ab"


@dataclass
class House:
    """Two portals behind nginx."""

    folder: Path
    ports: list[int]
    address: str = ""
    _stacks: dict[int, ExitStack] = field(default_factory=dict)

    def start(self, which: int) -> None:
        command, healthy, environment = portal(self.ports[which], self.folder / LETTERS[which])
        stack = self._stacks[which] = ExitStack()
        stack.enter_context(running(command, healthy, self.folder / f"{LETTERS[which]}.log", environment=environment))

    def stop(self, which: int) -> None:
        if stack := self._stacks.pop(which, None):
            stack.close()

    def direct(self, letter: str) -> str:
        return f"http://127.0.0.1:{self.ports[LETTERS.index(letter)]}"

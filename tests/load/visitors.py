"""What a hundred visitors do: pages, light acts with time to think, and the few heavy jobs that run meanwhile.

Each visitor types or uploads a marker of its own. Acts are chosen by a seeded generator, so two runs ask the same.
"""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final

from tests.load.tab import Run, Tab, Unanswered
from tools.crop.samples import samples as leaves
from tools.resume.samples import sample_resumes

HOME: Final = ""
RESUME: Final = "Resume_Screener"
CROP: Final = "Crop_Disease_Detector"
LEGAL: Final = "Legal_Summariser"
STOCKS: Final = "Stock_Analyser"
RUNS: Final = "My_Runs"
CHAT: Final = "Assistant"
# out of 20 visitors
SHARES: Final = {HOME: 6, RESUME: 3, CROP: 2, LEGAL: 3, STOCKS: 3, RUNS: 2, CHAT: 1}
JOB: Final = "Python Developer\nMust have: Python, SQL. Nice to have: Docker.\n3 to 6 years of experience."
CV: Final = """{name}
Python Developer
Experience
Python Developer, Kaveri Software, Jan 2019 - Mar 2023
Built services in Python and SQL; Docker.
Education
B.E. Computer Science, 2018
Marker {marker}
"""
PAGES: Final = tuple(page for page, share in SHARES.items() for _ in range(share))
Act = Callable[[], Awaitable[Run]]


@dataclass
class Notes:
    """What all visitors together met: seconds of each act by name, failures, and how far the heavy jobs came."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    files_read: int = 0
    photos: int = 0

    def add(self, act: str, run: Run) -> None:
        """Keep one answered act."""
        self.seconds.setdefault(act, []).append(run.total)


def page_of(number: int) -> str:
    """The page of that visitor."""
    return PAGES[number * 7 % len(PAGES)]


def reads_hindi(number: int) -> bool:
    """Whether that visitor's browser asks for Hindi."""
    return number % 7 == 3


class Visitor:
    """One visitor with a tab.

    Parameters
    ----------
    number
        Decides the page, the language and every choice.
    think
        Shortest and longest time between two acts, in seconds.
    """

    def __init__(self, address: str, number: int, notes: Notes, think: tuple[float, float] = (2.0, 5.0)) -> None:
        self._random = random.Random(number)
        self.marker = f"zq{self._random.getrandbits(64):016x}zq"
        self.tab = Tab(address, self.marker, "hi-IN" if reads_hindi(number) else "en-IN")
        self.page = page_of(number)
        self._notes, self._think = notes, think
        self._on = {"on": False}

    async def arrive(self) -> None:
        """Open Home first: every visit begins there."""
        self._notes.add("first paint of Home", await self.tab.open())

    async def settle(self) -> None:
        """Go to one's page and bring it to where light acts are possible: a small pile, a document, the sample."""
        tab = self.tab
        if self.page != HOME:
            self._notes.add("open a page", await tab.visit(self.page))
        if self.page == RESUME:
            await tab.change("resume.job_text", string_value=JOB)
            await tab.upload(
                "resume.files",
                [
                    (f"{n} {self.marker}.txt", CV.format(name=f"Asha {n}", marker=self.marker).encode())
                    for n in ("One", "Two")
                ],
            )
            await self._until(lambda: tab.has("resume.tabs"))
        elif self.page == LEGAL:
            await tab.press("legal.try.fir_english")
            await self._until(lambda: tab.has("legal.tabs"))
        elif self.page == STOCKS:
            await tab.press("stocks.sample")

    async def stay(self, until: float) -> None:
        """Light acts with time to think, until the clock (`time.monotonic`) says so."""
        await asyncio.sleep(self._random.uniform(0, self._think[1]))  # not all at the same moment
        while time.monotonic() < until:
            try:
                self._notes.add(*await self.act())
            except Unanswered as error:
                self._notes.errors.append(f"{self.page or 'Home'}: {error}")
                return
            except LookupError as error:  # what was there is gone: a defect of the page or of this file
                self._notes.errors.append(f"{self.page or 'Home'}: {error}"[:300])
            await asyncio.sleep(self._random.uniform(*self._think))

    async def act(self) -> tuple[str, Run]:
        """One light act: its name and what came of it."""
        name, act = self._choose()
        return name, await act()

    async def _until(self, ready: Callable[[], bool], seconds: float = 180.0) -> None:
        until = time.monotonic() + seconds
        while not ready():
            if time.monotonic() > until or self.tab.errors:
                raise Unanswered(f"{self.page} was not ready within {seconds:g} s: {self.tab.texts()[-5:]}")
            await asyncio.sleep(0.2)

    def _choose(self) -> tuple[str, Act]:
        if self._random.random() < 0.12:
            number = self._random.randrange(2)
            return "language", lambda: self.tab.choose("portal.language.switch", number)
        return {
            HOME: self._home,
            RESUME: self._resume,
            CROP: self._crop,
            LEGAL: self._legal,
            STOCKS: self._stocks,
            RUNS: self._runs,
            CHAT: self._chat,
        }[self.page]()

    def _home(self) -> tuple[str, Act]:
        query = self._random.choice(("resume", "fir", "leaf", "", self.marker))
        return "search on Home", lambda: self.tab.change(self._search(), string_value=query)

    def _search(self) -> str:
        """The search has no key: its label is in the visitor's language."""
        return next(one.key for one in self.tab.drawn.values() if one.kind == "text_input")

    def _resume(self) -> tuple[str, Act]:
        roll = self._random.random()
        if roll < 0.3:
            return "blind mode", lambda: self.tab.change("resume.blind", bool_value=self._flip())
        if roll < 0.6:
            row = json.dumps({"selection": {"rows": [self._random.randrange(2)], "columns": [], "cells": []}})
            return "open a candidate", lambda: self.tab.change("resume.ranking", string_value=row)
        return "resume tab", lambda: self._tab("resume.tabs")

    def _crop(self) -> tuple[str, Act]:
        return "camera toggle", lambda: self.tab.change("crop.use_camera", bool_value=self._flip())

    def _legal(self) -> tuple[str, Act]:
        if self._random.random() < 0.6 or not self.tab.has("legal.fact"):  # facts stand on one of the tabs
            return "legal tab", lambda: self._tab("legal.tabs")
        return "look at a fact", lambda: self.tab.press("legal.fact")

    def _stocks(self) -> tuple[str, Act]:
        return "stock tab", lambda: self._tab("stocks.tabs")

    def _runs(self) -> tuple[str, Act]:
        number = self._random.randrange(3)
        return "my runs, period", lambda: self.tab.choose("runs.period", number)

    def _chat(self) -> tuple[str, Act]:
        return "open the assistant again", lambda: self.tab.visit(CHAT)

    def _flip(self) -> bool:
        self._on["on"] = not self._on["on"]
        return self._on["on"]

    def _tab(self, key: str) -> Awaitable[Run]:
        return self.tab.turn_to(key, self._random.randrange(12))


async def resume_batch(address: str, number: int, notes: Notes, copies: int, until: float) -> None:
    """A recruiter's pile: the sample resumes several times over, each copy with one byte changed, so all are read."""
    visitor = Visitor(address, 10_000 + number, notes)
    tab = visitor.tab
    await tab.open(RESUME)
    await tab.change("resume.job_text", string_value=JOB)
    files = [
        (f"{copy} {name}", data + b" " * (copy + 1 + 40 * number))
        for copy in range(copies)
        for name, data in sample_resumes()
    ]
    await tab.upload("resume.files", files)
    while time.monotonic() < until and tab.shows("progress"):
        await asyncio.sleep(0.5)
    notes.files_read += _number_read(tab, len(files))
    _collect(visitor, notes)
    await tab.close()


async def leaf_photos(address: str, notes: Notes, count: int, until: float) -> None:
    """A farmer's photos: the drawn leaves, each copy with one byte changed."""
    visitor = Visitor(address, 20_000, notes)
    tab = visitor.tab
    await tab.open(CROP)
    drawn = leaves()
    files = [(f"{n} {drawn[n % len(drawn)].name}", drawn[n % len(drawn)].data + bytes([n])) for n in range(count)]
    await tab.upload("crop.files", files)
    await asyncio.sleep(1)
    while time.monotonic() < until and tab.shows("progress"):
        await asyncio.sleep(0.5)
    notes.photos += count if not tab.shows("progress") else 0
    _collect(visitor, notes)
    await tab.close()


def _number_read(tab: Tab, total: int) -> int:
    """What the bar says, or all when there is no bar any more."""
    said = [one.text for one in tab.drawn.values() if one.kind == "progress"]
    return total if not said else next((int(word) for word in said[0].split() if word.isdigit()), 0)


def _collect(visitor: Visitor, notes: Notes) -> None:
    notes.errors.extend(f"{visitor.page or 'Home'}: {error}" for error in visitor.tab.errors)

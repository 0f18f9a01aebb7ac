"""The demos in one table: title, icon, page file, words for the gallery. A demo is listed once its page exists."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from models.readiness import (
    Readiness,
    chat_readiness,
    leaf_readiness,
    names_readiness,
    sentiment_readiness,
    text_readiness,
)
from tools.settings import ROOT
from tools.translations import LANGUAGES, N_, catalogue

NUKTA = "\u093c"
AROUND = ".,;:()।“”"


@dataclass(frozen=True)
class Demo:
    """One entry of the gallery and of the sidebar.

    `page` is the file below the repository's root; `promise` is the page's one sentence; `keywords` help the search.
    """

    key: str
    title: str
    icon: str
    page: str
    promise: str
    does: str
    audience: str
    keywords: str
    readiness: Callable[[], Readiness]

    @property
    def exists(self) -> bool:
        """Whether the page is part of this installation."""
        return (ROOT / self.page).is_file()

    def matches(self, query: str) -> bool:
        """Whether every word of `query` begins a word of the demo's texts, in any of the languages."""
        return all(any(word.startswith(part) for word in self._words) for part in _searched(query))

    @cached_property
    def _words(self) -> tuple[str, ...]:
        texts = (self.title, self.promise, self.does, self.audience, self.keywords)
        return tuple(word for each in LANGUAGES for text in texts for word in _searched(catalogue(each).text(text)))


def _searched(text: str) -> list[str]:
    """The words of a text without case, signs around them, and the dots under Hindi letters that many leave out."""
    bare = unicodedata.normalize("NFD", text.casefold()).replace(NUKTA, "")
    return [word for part in bare.split() if (word := part.strip(AROUND))]


DEMOS = (
    Demo(
        key="resume",
        title=N_("Resume screener"),
        icon=":material/badge:",
        page="pages/Resume_Screener.py",
        promise=N_("Ranks a pile of resumes against a job description and shows the line behind every point."),
        does=N_(
            "Drop resumes (PDF, DOCX, scans) and a job description. Get an explained ranking with quotes, highlighted "
            "pages, warnings and a shortlist to download."
        ),
        audience=N_("For recruiters and hiring managers"),
        keywords=N_("cv hiring hr candidate job jd recruitment shortlist blind fair"),
        readiness=text_readiness,
    ),
    Demo(
        key="crop",
        title=N_("Crop disease detector"),
        icon=":material/eco:",
        page="pages/Crop_Disease_Detector.py",
        promise=N_("Tells a likely crop disease from a photo of one leaf, shows why, and says when it does not know."),
        does=N_(
            "Add leaf photos from files or the camera. Get the likely disease with its probability, a heat map, the "
            "damaged area, and advice in English and Hindi to print."
        ),
        audience=N_("For farmers and agriculture officers"),
        keywords=N_("plant leaf farm farmer agriculture krishi kisan fasal disease pest photo camera hindi advice"),
        readiness=leaf_readiness,
    ),
    Demo(
        key="legal",
        title=N_("Legal summariser"),
        icon=":material/gavel:",
        page="pages/Legal_Summariser.py",
        promise=N_(
            "Says in simple Hindi and English what an FIR or a court order states, every fact with page and quote."
        ),
        does=N_(
            "Add an FIR or a court order (English or Hindi; PDF, scan or photos). Get the facts with their page, "
            "the sections old and new, the outcome, the dates, and a summary to read, hear, print or share."
        ),
        audience=N_("For legal aid, compliance and press staff"),
        keywords=N_("fir court order judgment bail law kanoon police thana adalat vakil hindi bns ipc section dhara"),
        readiness=names_readiness,
    ),
    Demo(
        key="stocks",
        title=N_("Stock analyser"),
        icon=":material/show_chart:",
        page="pages/Stock_Analyser.py",
        promise=N_(
            "Shows what the prices of an NSE share say, how sure that is, and claims no direction without skill."
        ),
        does=N_(
            "Type a company or symbol. Get prices, indicators, risk, a forecast with its back-test, rules with costs, "
            "news mood, comparisons, and a written analysis whose every number can be traced."
        ),
        audience=N_("For treasury, finance and the curious"),
        keywords=N_(
            "nse share price equity market nifty sensex portfolio risk chart forecast news bazaar paisa niveshak"
        ),
        readiness=sentiment_readiness,
    ),
    Demo(
        key="chat",
        title=N_("Assistant"),
        icon=":material/forum:",
        page="pages/Assistant.py",
        promise=N_("Answers questions about your documents and this portal's results, and shows the page behind each."),
        does=N_(
            "Attach documents or bring a result from another demo and ask. The answer streams in with its sources: "
            "press one to see the page. Without a model it quotes; with one it writes."
        ),
        audience=N_("For everybody"),
        keywords=N_("chat ask question document pdf llm gpt claude gemini ollama openai model sawaal jawab sahayak"),
        readiness=chat_readiness,
    ),
)


def available() -> tuple[Demo, ...]:
    """The demos whose page exists, in the gallery's order."""
    return tuple(demo for demo in DEMOS if demo.exists)


def demo(key: str) -> Demo:
    """The demo with this key."""
    return next(found for found in DEMOS if found.key == key)

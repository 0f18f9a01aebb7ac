"""The library: what is found, with and without vectors, while documents come and go, and for ugly questions."""

from __future__ import annotations

import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import document_from_text
from tests.tools.chat.embedders import BagOfWords, Broken
from tools.chat.library import DocumentLibrary

POLICY = """LEAVE POLICY OF SAMPLE MILLS
Every employee gets twelve days of casual leave in a calendar year. Casual leave that is not taken lapses in December.
Maternity leave is twenty-six weeks with full pay. The manager must be told eight weeks before it begins.
\fTRAVEL
Journeys by air need the approval of the head of department. Hotel bills are refunded up to Rs. 4,500 a night.
The claim must reach accounts within 15 days under rule 302. Claims that come later are refused.
\fसुरक्षा नियम
कारखाने में हेलमेट पहनना ज़रूरी है। नियम तोड़ने पर पाँच सौ रुपये का जुर्माना लगेगा।
"""
ORDER = """IN THE COURT OF SESSIONS
The applicant Dinesh Kumar was arrested on 22nd March 2012 under section 420 of the Indian Penal Code.
Bail is granted on a personal bond of Rs. 50,000 with one surety. He shall not leave the country without permission.
"""


@pytest.fixture
def library() -> DocumentLibrary:
    made = DocumentLibrary(BagOfWords())
    made.add(document_from_text("policy.pdf", POLICY))
    made.add(document_from_text("order.pdf", ORDER))
    return made


def best(library: DocumentLibrary, question: str) -> tuple[str, int]:
    passage = library.find(question).found[0].passage
    return passage.document, passage.page


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("How many days of casual leave do I get?", ("policy.pdf", 1)),
        ("What hotel bills are refunded?", ("policy.pdf", 2)),
        ("rule 302", ("policy.pdf", 2)),
        ("What does rule 302. say?", ("policy.pdf", 2)),
        ("Was bail granted?", ("order.pdf", 1)),
        ("ज़मानत मिली या नहीं?", ("order.pdf", 1)),
        ("दिनेश कुमार को कब गिरफ़्तार किया गया?", ("order.pdf", 1)),
        ("What happened on 22.03.2012?", ("order.pdf", 1)),
        ("hotel ka bill kitna refund hoga", ("policy.pdf", 2)),
        ("What is the fine for not wearing a helmet?", ("policy.pdf", 3)),
        ("हेलमेट न पहनने पर कितना जुर्माना है?", ("policy.pdf", 3)),
        ("मातृत्व अवकाश कितने हफ़्ते का है?", ("policy.pdf", 1)),
    ],
)
def test_questions_find_their_page(library: DocumentLibrary, question: str, place: tuple[str, int]) -> None:
    assert best(library, question) == place


def test_what_is_found_is_verbatim_and_in_order(library: DocumentLibrary) -> None:
    evidence = library.find("leave without permission", 4)
    pages = {(document.name, page.number): page.text for document in library.documents for page in document.pages}
    assert 0 < len(evidence.found) <= 4
    for one in evidence.found:
        passage = one.passage
        assert pages[passage.document, passage.page][passage.start : passage.end] == passage.text
    assert [one.score for one in evidence.found] == sorted((one.score for one in evidence.found), reverse=True)


def test_neighbours_are_joined() -> None:
    library = DocumentLibrary()
    library.add(
        document_from_text(
            "deed.txt", "\n".join(f"The deed number {n} names the tenant and the rent." for n in range(60))
        )
    )
    found = library.find("the tenant and the rent in the deed", 3).found
    spans = sorted((one.passage.start, one.passage.end) for one in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_an_answer_is_likely_or_not(library: DocumentLibrary) -> None:
    assert library.find("How many weeks is maternity leave?").answers
    assert not library.find("What is the boiling point of copper?").answers
    assert not library.find("तांबा कितने पर पिघलता है?").answers


def test_a_summary_is_the_passages_of_the_key_sentences(library: DocumentLibrary) -> None:
    evidence = library.find("Summarise this document in five points")
    assert evidence.answers
    assert {one.passage.document for one in evidence.found} == {"policy.pdf", "order.pdf"}
    assert best(library, "summarise the rules about hotel bills") == ("policy.pdf", 2)


def test_an_empty_library_finds_nothing() -> None:
    library = DocumentLibrary(BagOfWords())
    assert library.find("anything?").found == ()
    assert not library.find("summarise").answers
    library.add(document_from_text("blank.pdf", "\f\f"))
    assert library.documents
    assert not library.passages
    assert not library.find("anything?").answers
    assert not library.find("summarise").answers


@pytest.mark.parametrize(
    "question",
    ["", "   ", "?", "🙂🙂", "the of and is what", "क्या है", "x" * 10_000, "bail " * 5_000, "'; DROP TABLE users; --",
     "\x00\ud800", "<script>alert(1)</script>", "कब bail ملا 什么"],
)  # fmt: skip
def test_ugly_questions_are_answered_calmly(library: DocumentLibrary, question: str) -> None:
    evidence = library.find(question)
    assert evidence.milliseconds >= 0
    if not question.strip(" ?🙂"):
        assert not evidence.answers


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.integers(-1, 9))
def test_any_question_and_count(question: str, count: int) -> None:
    found = SHARED.find(question, count).found
    assert len(found) <= max(count, 0)


def test_names_stay_different_and_the_same_file_is_taken_once() -> None:
    library = DocumentLibrary()
    first = library.add(document_from_text("cv.pdf", "Python and SQL."))
    assert library.add(document_from_text("cv.pdf", "Python and SQL.")) is first
    second = library.add(document_from_text("cv.pdf", "Java and Kotlin."))
    assert [document.name for document in library.documents] == ["cv.pdf", "cv.pdf (2)"]
    assert library.add(document_from_text("cv.pdf", "Java and Kotlin.")) is second
    assert best(library, "kotlin") == ("cv.pdf (2)", 1)


def test_a_removed_document_is_found_no_more(library: DocumentLibrary) -> None:
    library.remove("order.pdf")
    library.remove("order.pdf")
    assert [document.name for document in library.documents] == ["policy.pdf"]
    assert all(one.passage.document == "policy.pdf" for one in library.find("Was bail granted?").found)
    library.remove("policy.pdf")
    assert not library.passages


@pytest.mark.parametrize("embedder", [None, Broken()])
def test_without_vectors_words_find(embedder: Broken | None) -> None:
    library = DocumentLibrary(embedder)
    library.add(document_from_text("policy.pdf", POLICY))
    assert best(library, "maternity leave") == ("policy.pdf", 1)
    assert library.find("maternity leave").answers


def test_words_find_while_vectors_are_computed() -> None:
    inside, go_on = threading.Event(), threading.Event()

    class Slow(BagOfWords):
        def embed(self, texts):  # type: ignore[no-untyped-def]
            inside.set()
            assert go_on.wait(30)
            return super().embed(texts)

    library = DocumentLibrary(Slow())
    adding = threading.Thread(target=library.add, args=(document_from_text("policy.pdf", POLICY),))
    adding.start()
    assert inside.wait(30)
    assert best(library, "hotel bills") == ("policy.pdf", 2)
    go_on.set()
    adding.join(30)


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    library = DocumentLibrary(BagOfWords())
    library.add(document_from_text("a.txt", POLICY * 60), lambda done, whole: told.append((done, whole)))
    assert told[-1] == (len(library.passages), len(library.passages))
    assert len(told) > 1


def test_a_document_that_goes_while_it_is_embedded_stays_away() -> None:
    library = DocumentLibrary(BagOfWords())
    library.add(document_from_text("a.txt", POLICY), lambda _done, _whole: library.remove("a.txt"))
    assert library.documents == ()


def test_many_threads_add_find_and_remove() -> None:
    library = DocumentLibrary(BagOfWords())

    def work(number: int) -> None:
        name = f"{number % 5}.txt"
        library.add(document_from_text(name, f"{POLICY} Note {number % 5} about leave."))
        if found := library.find("casual leave days").found:
            assert "leave" in found[0].passage.text.lower()
        if number % 3 == 0:
            library.remove(name)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(60)))
    names = [document.name for document in library.documents]
    assert len(names) == len(set(names)) <= 5


def test_nothing_goes_over_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    library = DocumentLibrary(BagOfWords())
    library.add(document_from_text("policy.pdf", POLICY))
    assert library.find("casual leave").found


SHARED = DocumentLibrary(BagOfWords())
SHARED.add(document_from_text("policy.pdf", POLICY))

from dataclasses import asdict, replace

import pytest

from tests.support import document_from_text
from tests.tools.resume.people import candidate, hindi
from tools.resume.labels import BAR, covered, identity_boxes, label_for, labels_for
from tools.resume.types import Candidate, Flag, Identity


def with_hash(who: Candidate, sha256: str) -> Candidate:
    return replace(who, resume=replace(who.resume, sha256=sha256))


def test_blind_label_is_stable_and_says_nothing() -> None:
    one, renamed = candidate("Asha Rao"), candidate("Bilal Khan")
    assert label_for(one, blind=True) == label_for(renamed, blind=True)
    assert label_for(with_hash(one, "7f3a" + "0" * 60), blind=True) == "Candidate 7F3A"


def test_open_label_is_the_name_else_the_file() -> None:
    assert label_for(candidate(), blind=False) == "Asha Rao"
    assert label_for(candidate(None, file="uploads/cv 7.pdf"), blind=False) == "cv 7.pdf"


def test_clashing_codes_grow_until_they_differ() -> None:
    people = [with_hash(candidate(), "7f3a11" + "0" * 58), with_hash(candidate(), "7f3a22" + "0" * 58), hindi()]
    labels = labels_for(people, blind=True)
    assert labels[:2] == ("Candidate 7F3A11", "Candidate 7F3A22")
    assert len(labels[2]) == len("Candidate 7F3A")


def test_namesakes_and_the_same_file_twice_stay_apart() -> None:
    people = [candidate(file="a.pdf"), candidate(file="b.pdf"), candidate(file="b.pdf")]
    assert labels_for(people, blind=False) == ("Asha Rao (a.pdf)", "Asha Rao (b.pdf)", "Asha Rao (b.pdf) · 2")
    same = [with_hash(candidate(), "ab" * 32)] * 2
    assert len(set(labels_for(same, blind=True))) == 2


def covered_text(text: str, identity: Identity) -> str:
    """What a blind screen shows of a text about the candidate."""
    who = candidate()
    who = replace(who, resume=replace(who.resume, identity=identity), flags=(Flag("duplicate", None, text),))
    return covered(who, blind=True).flags[0].detail


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Asha Rao, Pune", f"{BAR}, Pune"),
        ("ASHA  rao led", f"{BAR} led"),
        ("Call +91 90000 00001.", f"Call {BAR}."),
        ("asha@example.com", BAR),
        ("Mob: +91-90000-00001, 09000000001 or (90000) 00001", f"Mob: {BAR}, {BAR} or ({BAR}"),
        ("order 1900000000012", "order 1900000000012"),
        ("Ashaway and Raod", "Ashaway and Raod"),  # parts of other words stay
        ("C and R", "C and R"),
        ("Asha,Rao", f"{BAR},{BAR}"),
    ],
)
def test_what_is_covered(text: str, expected: str) -> None:
    who = Identity("Asha Rao", "asha@example.com", "+91 90000 00001", terms=("Asha", "Rao", "R", "Asha Rao"))
    assert covered_text(text, who) == expected


def test_hindi_terms_leave_longer_words_alone() -> None:
    who = Identity("राम", terms=("राम",))
    assert covered_text("राम रामपुर में रामा", who) == f"{BAR} रामपुर में रामा"


def test_without_identity_nothing_is_covered() -> None:
    assert covered_text("Asha", Identity()) == "Asha"


def test_covered_leaves_no_trace_of_the_person() -> None:
    flags = (Flag("duplicate", None, "Same person as ravi_iyer.pdf, same file as asha_rao.pdf."),)
    who = replace(candidate(), flags=flags)
    seen = covered(who, blind=True, files={"ravi_iyer.pdf": "Candidate 1A2B"})
    everything = str(asdict(seen)).casefold()
    for trace in ("asha", "rao", "example.com", "90000", "ravi", "pune", "lake view"):
        assert trace not in everything
    assert "Candidate 1A2B" in seen.flags[0].detail
    assert seen.score == who.score
    assert seen.resume.identity == Identity()


def test_not_blind_is_untouched() -> None:
    who = candidate()
    assert covered(who, blind=False) is who


def test_facts_survive_the_cover() -> None:
    who = candidate()
    seen = covered(who, blind=True)
    assert [match.skill for match in seen.matched] == [match.skill for match in who.matched]
    assert [(role.start, role.end) for role in seen.resume.roles] == [
        (role.start, role.end) for role in who.resume.roles
    ]
    assert (seen.parts, seen.missing, seen.resume.terms) == (who.parts, who.missing, who.resume.terms)


def test_initials_alone_on_a_line_are_covered_too() -> None:
    page = document_from_text("cv.txt", "RN\nRohit Nair\nRN to the ward").pages[0]
    boxes = identity_boxes(page, Identity("Rohit Nair", terms=("Rohit", "Nair")))
    assert len(boxes) == 3

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.legal.test_privacy import document
from tools.documents.centrality import centrality, similarities, tokens
from tools.legal.summary.key_sentences import MOST, candidates, key_sentences, ranked, wanted
from tools.legal.summary.roles import cue, place, role_of

ORDER = """IN THE COURT OF SESSIONS JUDGE, DEVPUR
1. This is an application for grant of regular bail filed by the applicant Mohan Lal in this case.
2. As per the prosecution case, the complainant alleged that on 7 March 2021 a motorcycle was stolen from his shop.
3. The first information report was registered and the applicant was arrested on the next day by the police.
4. Learned counsel for the applicant submitted that the applicant has been falsely implicated in this matter.
5. Learned APP for the State opposed the application and submitted that the offence is of a serious nature.
6. The question is whether the applicant deserves the concession of bail at this stage of the matter.
7. The motorcycle has been recovered already and the investigation of the theft of the motorcycle is complete.
8. I am of the considered opinion that no useful purpose would be served by keeping the applicant in jail.
9. Considering the facts and circumstances and the period of custody, the bail application deserves to be allowed.
10. Accordingly, the application is allowed and the applicant is admitted to bail on a bond of Rs. 25,000.
11. Copy of this order be given dasti to the parties and the file be consigned to the record room.
Page 1 of 1"""
STORY = """मैं रामपुर का रहने वाला हूँ और बाज़ार में मेरी दुकान है। कल रात दस बजे मैं दुकान बंद करके घर चला गया था।
सुबह आकर देखा तो दुकान का ताला टूटा हुआ था और सामान बिखरा पड़ा था। दुकान से तीन मोबाइल फ़ोन और नक़द पैसे चोरी हो गए हैं।
पड़ोस के लोगों से पूछा पर किसी ने कुछ नहीं देखा। मेरी रिपोर्ट लिखकर चोर को पकड़ने की कृपा करें।"""


def test_an_order_gets_its_decision_its_facts_and_a_reason() -> None:
    paper = document(ORDER)
    found = key_sentences(paper, most=4)
    texts = [one.text for one in found]
    assert len(texts) == 3
    assert any("admitted to bail" in text for text in texts)
    assert any("prosecution case" in text or "application for grant" in text for text in texts)
    assert not any("dasti" in text or "Page" in text or "IN THE COURT" in text for text in texts)
    assert not any(text[0].isdigit() for text in texts), "without the paragraph's number"


def test_salutations_and_lists_of_parties_are_no_sentences() -> None:
    text = "To, The Station House Officer, Devpur Police Station\nविषय: मोटर साइकिल चोरी होने की रिपोर्ट बाबत महोदय\n"
    assert key_sentences(document(text + "Mohan Lal S/o Ram Lal R/o Village Devpur Sadar .....Petitioner")) == ()


def test_sentences_are_verbatim_in_order_and_boxed() -> None:
    paper = document(ORDER, ORDER.replace("motorcycle", "cycle"))
    found = key_sentences(paper)
    flat = {page.number: page.text.replace("\n", " ") for page in paper.pages}
    places = []
    for one in found:
        assert one.text in flat[one.page]
        assert one.boxes
        assert "\n" not in one.text
        places.append((one.page, flat[one.page].index(one.text)))
    assert places == sorted(places)


def test_a_story_in_hindi() -> None:
    paper = document(STORY)
    found = key_sentences(paper, [(1, 0, len(STORY))], story=True)
    assert 3 <= len(found) <= 5
    assert any("चोरी" in one.text for one in found)


def test_only_the_given_parts_are_used() -> None:
    paper = document(ORDER)
    start, end = ORDER.index("7. The"), ORDER.index("9. Cons")
    assert all("motorcycle has" in one.text or "opinion" in one.text for one in key_sentences(paper, [(1, start, end)]))
    assert key_sentences(paper, [(9, 0, 10)]) == ()


def test_nothing_to_choose_from() -> None:
    assert key_sentences(document("")) == ()
    assert key_sentences(document("FIR No. 12\nDate 1.1.2020")) == ()
    assert ranked([], [], 3) == []
    assert candidates(document(""), ()) == []


@pytest.mark.parametrize(("count", "chosen"), [(0, 0), (2, 2), (5, 3), (25, 4), (50, 7), (500, MOST)])
def test_how_many(count: int, chosen: int) -> None:
    assert wanted(count) == chosen


def test_what_has_been_said_is_not_said_again() -> None:
    texts = ["the stolen motorcycle was found in the field"] * 4 + ["the accused ran away to another city at night"]
    assert 4 in ranked(texts, [0, 0.25, 0.5, 0.75, 1], 2, story=True)


def test_similarity_and_centrality() -> None:
    texts = ["theft of a motorcycle", "motorcycle theft reported", "weather was cold", "motorcycle theft again"]
    similar = similarities(texts)
    assert similar.shape == (4, 4)
    assert similar[0, 1] > similar[0, 2]
    ranks = centrality(similar)
    assert ranks.max() == 1
    assert np.argmin(ranks) == 2
    assert centrality(similarities([])).shape == (0,)
    assert centrality(similarities(["", ""])).tolist() == [1, 1]


def test_tokens_fold_spelling_and_endings() -> None:
    assert tokens("granted granting") == ["grant", "grant"]
    assert tokens("ज़मानत जाँच") == tokens("जमानत जांच")
    assert tokens("the and के है") == []


def test_roles() -> None:
    assert role_of("Accordingly the appeal is hereby dismissed.", 0.98) == "decision"
    assert role_of("As per the prosecution case the complainant alleged that he was beaten.", 0.1) == "facts"
    assert role_of("We are of the considered opinion that there is no evidence.", 0.7) == "reasoning"
    assert role_of("This appeal is directed against the order; the question is whether it stands.", 0.0) == "issue"
    assert role_of("अतः आवेदन खारिज किया जाता है", 1.0) == "decision"
    assert cue("Learned counsel submitted that the appeal is dismissed", "decision") < cue(
        "the appeal is dismissed", "decision"
    )
    assert 0 <= place(0.5, "reasoning") <= 1

"""The assistant reads what a document says to a machine as data: flagged, held within the block, obeyed by nobody."""

from __future__ import annotations

import re

import pytest

from tests.attacks.attacks import HONEST, Attack, GullibleModel, attacked, attacks
from tests.support import document_from_text
from tests.tools.chat.fake_models import ORDER, FakeLibrary
from tools.chat.answering import ask
from tools.chat.conversation import Conversation
from tools.chat.markdown import safe_markdown
from tools.chat.prompt import system_message
from tools.chat.types import Answer, Context, Fact, Options
from tools.instructions import is_instruction
from tools.instructions.invisible import INVISIBLE

ALL = [*attacks("resumes"), *attacks("papers"), *attacks("headlines")]
QUESTION = "What does the order say about costs and the applicant?"
OPTIONS = (
    Options(), Options(document_only=True), Options(language="hi"), Options(system_prompt="Write in short sentences."),
)  # fmt: skip


def asked(
    attack: Attack | None, options: Options, contexts: list[Context] | None = None
) -> tuple[GullibleModel, Answer]:
    library, model = FakeLibrary(ORDER), GullibleModel()
    if attack:
        library.documents = tuple(attacked(each, attack, 0) for each in library.documents)
    answering = ask(QUESTION, Conversation(), library, model, options, contexts)
    list(answering)
    return model, answering.answer


def test_there_are_enough_of_each_kind() -> None:
    for kind in ("resumes", "papers", "headlines"):
        found = attacks(kind)
        assert len(found) >= 12
        assert len({each.name for each in found}) == len(found)


@pytest.mark.parametrize("options", OPTIONS)
def test_the_rules_are_no_instruction_to_be_flagged(options: Options) -> None:
    model, answer = asked(None, options)
    assert answer.text == HONEST
    assert not answer.suspicions
    assert not is_instruction(model.asked[0][0].content)


@pytest.mark.parametrize("attack", ALL, ids=str)
@pytest.mark.parametrize("options", OPTIONS[:3])
def test_a_model_that_obeys_everyone_obeys_no_document(attack: Attack, options: Options) -> None:
    honest, _ = asked(None, options)
    model, answer = asked(attack, options)
    system, message = model.asked[0]
    assert system == honest.asked[0][0]
    assert answer.text == HONEST
    assert [(each.document, each.page) for each in answer.suspicions][:1] == [("order.txt", 1)]
    key = re.match(r"KEY ([0-9a-f]{12})\n", message.content)
    assert key is not None
    before, block, after = re.split(rf"^</?data {key[1]}>$", message.content, flags=re.M)
    assert before == f"KEY {key[1]}\n"
    assert after.strip().endswith(QUESTION)
    assert after.count("\n") == 2
    assert all(line.startswith("| ") or line == "|" for line in block.strip("\n").split("\n"))
    assert not re.search(r"[<>]", block)
    assert not INVISIBLE.search(message.content)
    numbers = {int(number) for number in re.findall(r"\[(\d+)\]", block)}
    assert numbers == set(range(1, len(numbers) + 1))


@pytest.mark.parametrize("attack", [each for each in ALL if not each.hidden], ids=str)
def test_nor_a_result_of_another_demo(attack: Attack) -> None:
    result = {"kind": "order", "facts": {"story": {"value": attack.text}}}
    said = Fact({"en": attack.text, "hi": attack.text}, ("story",))
    for context in (Context("legal", "order.pdf", result), Context("legal", "order.pdf", {}, (said,))):
        model, answer = asked(None, Options(), [context])
        assert answer.text == HONEST
        assert any(each.document == "order.pdf" for each in answer.suspicions)
        assert model.asked[0][0] == system_message(Options())


@pytest.mark.parametrize("attack", ALL, ids=str)
def test_nor_a_file_name(attack: Attack) -> None:
    library, model = FakeLibrary(ORDER), GullibleModel()
    library.documents = (document_from_text(f"{attack.text}.txt", ORDER, gaps=False),)
    answering = ask(QUESTION, Conversation(), library, model)
    list(answering)
    assert answering.answer.text == HONEST


@pytest.mark.parametrize("attack", [each for each in ALL if not each.hidden], ids=str)
def test_a_model_that_repeats_an_attack_fetches_nothing(attack: Attack) -> None:
    shown = safe_markdown(attack.text)
    assert "![" not in shown
    assert not re.search(r"<[a-z/!]", shown, re.I)
    assert not re.search(r"\]\((?!/|#)", shown)

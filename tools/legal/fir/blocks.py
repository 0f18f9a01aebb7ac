"""Where labels stand: a label's words on a row, the same label in a second language beneath or in brackets, its colon.

Works on visual rows and a list of phrases; knows neither which labels there are nor what their values mean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from tools.legal.fir.labels import Phrase
from tools.legal.fir.matching import WIDE, Block, matches_in
from tools.legal.fir.rows import Row
from tools.legal.fir.tokens import Token, joined, text_of
from tools.legal.fir.twins import merged

LONGEST_BRACKET: Final = 40  # tokens within the brackets after a label
COLONS: Final = (":", "：", "-", "–", "—", "।", ";", "ः")
_NUMBER = r"\(?\s?(?:[0-9०-९]{1,2}\s?[.):]{1,2}|(?:[a-zA-Z]|[ivxIVX]{1,4}|[क-हअआइईउऊएऐओऔ])\s?\)[.:]?|[ivx]{1,4}\s?\.)"
ENUMERATED: Final = re.compile(rf"^\s*(?:{_NUMBER}\s*){{1,3}}")
_ENUMERATOR: Final = re.compile(rf"{_NUMBER}(?:\s?{_NUMBER}){{0,2}}$|\(\s?[a-z]$")


class Words(NamedTuple):
    """Words with which a printed label may go on, and those that may stand in its brackets; in plain spelling."""

    after: frozenset[str]
    inside: frozenset[str]
    phrases: str  # plain spellings of whole labels, one a line
    labels: frozenset[str] = frozenset()  # plain spellings of labels that may stand beneath another


def blocks_in(
    rows: Sequence[Row], start: int, stop: int, phrases: Sequence[Phrase], words: Words, known: Sequence[Block] = ()
) -> list[Block]:
    """The labels of `phrases` in the rows from `start` to before `stop`, top to bottom, left to right.

    Tokens of the labels in `known` are passed over.
    """
    taken = {id(token) for block in known for token in block.tokens}
    found: list[Block] = []
    for at in range(start, stop):
        for block in matches_in(rows[at], at, phrases):
            if any(id(token) in taken for token in block.tokens):
                continue
            _extend(block, rows, stop, taken, words)
            if not block.sure:
                continue
            taken.update(id(token) for token in block.tokens)
            found.append(block)
    return merged(found)


def _extend(block: Block, rows: Sequence[Row], stop: int, taken: set[int], words: Words) -> None:
    """Take in what belongs to the label round its phrase: number, brackets, further printed words, colon."""
    row = rows[block.row]
    place = row.tokens.index(block.tokens[0])
    rest = row.tokens[place + len(block.tokens) :]
    before = row.tokens[place - 1] if place else None
    block.isolated = _apart(before, block.tokens[0], WIDE)
    _leftwards(block, row, place, taken)
    depth = max(0, sum(_turn(token) for token in block.tokens))
    depth = _take(block, rest, block.tokens[-1], taken, words, depth, row.page.width)
    following = next((token for token in rest if token not in block.tokens), None)
    block.isolated &= _apart(block.tokens[-1], following, 1.0)
    for at in range(block.row + 1, min(block.row + 4, stop)):
        if depth <= 0 and block.colon:
            return
        if rows[at].page is not row.page or rows[at].box[1] - block.box[3] > 0.9 * row.height:
            return
        group = _beneath(block, rows[at], taken)
        if group and depth <= 0 and (ENUMERATED.match(text_of(group[:8])) or _opens(group, words)):
            return
        if group and depth > 0 and _value_between(block, group[0]):
            continue
        if not group or not (depth > 0 or group[0].text == "(" or (not block.weak and _all_printed(group, words))):
            continue
        depth = _take(block, group, group[0], taken, words, depth, row.page.width)
        block.rows.add(at)


def _value_between(block: Block, first: Token) -> bool:
    """Whether a row within the wrapped brackets of a narrow cell is the value that stands beside them."""
    within = next((token.skeleton for token in reversed(block.tokens) if token.skeleton), "")
    return first.skeleton.isdigit() or bool(within and not _alike(first, within) and first.text not in "()")


def _opens(group: Sequence[Token], words: Words) -> bool:
    """Whether another label begins with the tokens."""
    begun = accumulate(token.skeleton for token in group[:6])
    return any(text in words.labels for text in begun)


def _apart(first: Token | None, second: Token | None, heights: float) -> bool:
    return first is None or second is None or second.box[0] - first.box[2] > heights * second.height


def _leftwards(block: Block, row: Row, place: int, taken: set[int]) -> None:
    """The enumerator before the phrase, "(a)" or "6.", and the opening of brackets that the phrase stands in."""
    near: list[Token] = []
    for token in reversed(row.tokens[max(0, place - 8) : place]):
        gap = (near[0] if near else block.tokens[0]).box[0] - token.box[2]
        if id(token) in taken or gap > 4 * row.height:
            break
        near.insert(0, token)
    for count in range(len(near), 0, -1):
        if count < place and joined(row.tokens[place - count - 1], near[-count]):
            continue  # as the "(s)" of "Km(s)"
        if match := _ENUMERATOR.match(text_of(near[-count:])):
            block.enumerator = re.sub(r"\W", "", match[0])
            block.starts_row = block.starts_row or count == place
            block.tokens[:0] = near[-count:]
            block.numbered = count
            return
    if near and near[-1].text == "(":
        block.tokens.insert(0, near[-1])
        block.bracket = True
        if row.page.source == "ocr":
            block.tokens[:0] = _garbled(near)


def _garbled(near: Sequence[Token]) -> list[Token]:
    """The label's first language before the brackets that hold its second, where a scan garbled it: "9.5 (थाना)"."""
    found: list[Token] = []
    for before, token in pairwise(reversed(near)):
        if before.box[0] - token.box[2] > token.height or re.search(r"[\u0900-\u0963]", token.text):
            break
        found.insert(0, token)
    return found


def _blot(block: Block, tokens: Sequence[Token]) -> bool:
    """Whether a single misread sign stands between a long label and its brackets: "from P.5. (थाने से…"."""
    if block.weak or len(tokens[0].skeleton) > 1 or not tokens[0].text.isascii():
        return False
    gaps = [after.box[0] - before.box[2] for before, after in pairwise([block.tokens[-1], *tokens])]
    return any(token.text == "(" for token in tokens) and max(gaps) < WIDE * tokens[0].height


def _is_colon(token: Token) -> bool:
    """Whether the token ends a label; a hyphen within a word does not."""
    text, after = token.word.text, token.start + len(token.text)
    within = token.start > 0 and after < len(text) and text[token.start - 1].isalpha() and text[after].isalpha()
    return token.text in COLONS and not (within and token.text in "-–—")


def _turn(token: Token) -> int:
    """How many brackets the token opens."""
    return (token.text == "(") - (token.text == ")")


def _take(
    block: Block, tokens: Sequence[Token], last: Token, taken: set[int], words: Words, depth: int, width: float
) -> int:
    """Take in brackets, printed words and the colon that follow; how many brackets stay open."""
    content = ""
    for at, token in enumerate(tokens):
        if id(token) in taken or token.box[0] - last.box[2] > WIDE * token.height:
            break
        if depth > 0:
            if not _inside(tokens[at:], content, words, depth) and not _full(block, tokens[at:], content, words, width):
                break
        elif block.colon or not (_goes_on(block, token, words) or _blot(block, tokens[at : at + 3])):
            break
        block.bracket |= token.text == "("
        block.colon |= depth <= 0 and _is_colon(token)
        content = "" if depth <= 0 else content + token.skeleton
        depth += _turn(token)
        block.tokens.append(token)
        last = token
    return depth


def _inside(tokens: Sequence[Token], content: str, words: Words, depth: int) -> bool:
    """Whether the first token still stands in the open brackets of a label rather than in the value beside it.

    Where they are closed further down, a narrow cell has wrapped, and the value may follow on this very row: then the
    token must go on a known label of which `content` is what was read so far.
    """
    for token in tokens[:LONGEST_BRACKET]:
        depth += _turn(token)
        if depth <= 0:
            return True
    first = tokens[0].skeleton
    if not first or not content or content + first in words.phrases:
        return True
    return content not in words.phrases and _alike(tokens[0], content) and first in words.inside


def _full(block: Block, tokens: Sequence[Token], content: str, words: Words, width: float) -> bool:
    """Whether a long label whose wording is not known fills its row to the right margin and goes on beneath."""
    if block.weak or not block.starts_row or tokens[-1].box[2] <= 0.85 * width or content in words.phrases:
        return False
    return not any(token.text in "():" or token.text.isdigit() or not _alike(token, content) for token in tokens)


def _alike(token: Token, content: str) -> bool:
    """Whether a token is in the script of the brackets' content."""
    return not token.skeleton or token.skeleton[0].isascii() == content[0].isascii()


def _goes_on(block: Block, token: Token, words: Words) -> bool:
    """Whether a token outside brackets still belongs to the label."""
    if _is_colon(token) or token.text in "().,'’/*":
        return True
    if token.text in "0०॰" and not token.skeleton:
        return True
    return token.skeleton in ("s", "es") or (not block.weak and token.skeleton in words.after)


def _all_printed(tokens: Sequence[Token], words: Words) -> bool:
    return all(not token.skeleton or token.skeleton in words.after for token in tokens)


def _beneath(block: Block, row: Row, taken: set[int]) -> list[Token]:
    """Tokens of the row that stand beneath the label, up to a column gap."""
    left, _, right, _ = block.box
    group: list[Token] = []
    for token in row.tokens:
        if id(token) in taken or token.box[2] < left - row.height:
            continue
        if not group and (token.box[0] > right or token.box[0] > block.indent + 3 * row.height):
            break
        if group and token.box[0] - group[-1].box[2] > WIDE * row.height:
            break
        group.append(token)
    return group

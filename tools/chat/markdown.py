"""A model's text before it is shown: nothing in it fetches anything or leads to a stranger's address by one click.

Pictures are taken out everywhere, links outside code are shown as what they are. It goes by the signs that Markdown
needs, so that no reading of the text, however odd, leaves a picture in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

LONGEST_ADDRESS: Final = 200
_LINE: Final = r"(?:^|(?<=\n))[ ]{0,3}"
_CODE: Final = re.compile(
    rf"{_LINE}(```+|~~~+)[^\n]*(?:\n|\Z).*?(?:{_LINE}\1[`~]*[ \t]*(?=\n|\Z)|\Z)|(?<!`)(`+)(?!`)[^\n]+?(?<!`)\2(?!`)",
    re.S,
)
_TAG: Final = re.compile(r"<(?=[/!?A-Za-z])")
_LINK: Final = re.compile(
    r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\]){0,400})\]\(\s*<?([^)\s>]{0,2000})>?(?:\s+[^)\n]{0,300})?\s*\)"
)
_ADDRESS: Final = re.compile(
    r"<?(?:\b(?:https?|ftp|file|data|javascript|vbscript|blob)(?::|&colon;)|(?<![:\w])//(?=[\w-]+\.)|\bmailto:|\bwww\.)[^\s<>`\"']*[^\s<>`\"'.,;:!?)\]]>?",
    re.I,
)
_DEFINITION: Final = re.compile(r"^([ \t>]*(?:[-*+]\s+|\d+[.)]\s+)?\[[^\]\n]{1,200}\]):", re.M)
_INSIDE: Final = re.compile(r"^(?:/(?![/\\])|#)[^\s]*$")


def safe_markdown(text: str) -> str:
    """`text` for a Markdown display: no picture, no HTML, links only within the portal; other addresses as code."""
    parts, at = [], 0
    for code in _CODE.finditer(text):
        parts.append(_prose(text[at : code.start()]))
        parts.append(_no_picture(code[0]))
        at = code.end()
    return _no_picture("".join((*parts, _prose(text[at:]))))


def _no_picture(text: str) -> str:
    """Takes apart what could begin a picture or a tag, in code too: a display may disagree on where code begins."""
    text = re.sub(r"!(?=\[)", "! ", text)
    return _TAG.sub("‹", text)


def _prose(text: str) -> str:
    if not text:
        return text
    text = _TAG.sub("‹", re.sub(r"<(?=(?:https?|mailto):)", "", re.sub(r"!(?=\[)", "", text)))
    text = _LINK.sub(_link, text)
    text = _DEFINITION.sub(r"\1\\:", text).replace("](/", "](\0").replace("](#", "](\1")
    text = text.replace("](", "] (").replace("](\0", "](/")
    return _outside_code(text, lambda piece: _ADDRESS.sub(lambda found: _as_code(found[0]), piece))


def _link(found: re.Match[str]) -> str:
    """A link within the portal stays; of another the words stay, and the address as code."""
    said, address = found[1], found[2]
    if _INSIDE.match(address):
        return found[0]
    return f"{said} ({_as_code(address)})" if address else said


def _as_code(address: str) -> str:
    plain = re.sub(r"[`\s<>]", "", address)
    return f"`{plain if len(plain) <= LONGEST_ADDRESS else plain[:LONGEST_ADDRESS] + '…'}`"


def _outside_code(text: str, made: Callable[[str], str]) -> str:
    """`made` of everything that is not between single backticks."""
    pieces = re.split(r"(`[^`\n]*`)", text)
    return "".join(piece if at % 2 else made(piece) for at, piece in enumerate(pieces))

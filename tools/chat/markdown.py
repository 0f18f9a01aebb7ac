"""A model's text before it is shown: nothing in it fetches anything or leads to a stranger's address by one click.

Pictures are taken apart everywhere, links outside code become words. It goes by the signs that Markdown needs, so that
no reading of the text, however odd, leaves a picture in it.
"""

from __future__ import annotations

import re
from typing import Final

LONGEST_ADDRESS: Final = 200
_LINE: Final = r"(?:^|(?<=\n))[ ]{0,3}"
_CODE: Final = re.compile(
    rf"{_LINE}(?P<fence>`{{3,}}(?=[^`\n]*(?:\n|\Z))|~{{3,}})[^\n]*(?:\n|\Z)"
    rf".*?(?:{_LINE}(?P=fence)[`~]*[ \t]*(?=\n|\Z)|\Z)|(?<![`\\])(?P<signs>`+)(?!`)[^\n]+?(?<!`)(?P=signs)(?!`)",
    re.S,
)
_TAG: Final = re.compile(r"<(?=[/!?A-Za-z])")
_PICTURE: Final = re.compile(r"!(?=\[)")
_AUTOLINK: Final = re.compile(r"<(?=(?:https?|mailto):)", re.I)
_LINK: Final = re.compile(
    r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\]){0,400})\]\(\s*<?([^)\s>]{0,2000})>?(?:\s+[^)\n]{0,300})?\s*\)"
)
_OUTWARD: Final = re.compile(r"\]\((?!/(?![/\\])|#)")
_ADDRESS: Final = re.compile(r"(?:\b[a-z][a-z0-9+.-]{1,20}:)?//(?=\w)|\bmailto:|\bwww\.", re.I)
_DEFINITION: Final = re.compile(r"^([ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*\[[^\]\n]{1,200}\]):", re.M)
_DOLLAR: Final = re.compile(r"(?<!\\)(?:\$\$[^$]+\$\$|\$(?=[A-Za-z\\({|])[^$\n]*?(?<=\S)\$(?![\dA-Za-z])|\$)")
"""A formula, or a dollar sign of its own: two prices in a line are no formula."""
_INSIDE: Final = re.compile(r"(?:/(?![/\\])|#)\S*")


def safe_markdown(text: str) -> str:
    """`text` for a Markdown display: no picture, no HTML, links only within the portal; other addresses as plain text.

    An address loses its ``https://``, by which displays know what to make a link of; in code it stays whole.
    """
    parts, at = [], 0
    for code in _CODE.finditer(text):
        parts += [_prose(text[at : code.start()]), code[0]]
        at = code.end()
    # in code too: a display may disagree on where code begins
    return _TAG.sub("‹", _PICTURE.sub("! ", "".join((*parts, _prose(text[at:])))))


def _prose(text: str) -> str:
    if not text:
        return text
    text = _TAG.sub("‹", _AUTOLINK.sub("", _PICTURE.sub("", text)))
    text = _OUTWARD.sub("] (", _LINK.sub(_link, text))
    text = _DOLLAR.sub(lambda found: found[0] if len(found[0]) > 1 else "\\$", text)
    return _ADDRESS.sub("", _DEFINITION.sub(r"\1\\:", text))


def _link(found: re.Match[str]) -> str:
    """A link within the portal stays; of another the words stay, and the address as text."""
    said, address = found[1], found[2]
    if _INSIDE.fullmatch(address):
        return found[0]
    short = address if len(address) <= LONGEST_ADDRESS else address[:LONGEST_ADDRESS] + "…"
    return f"{said} ({short})" if address else said

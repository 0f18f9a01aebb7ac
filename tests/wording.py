"""The Hindi catalogues held against the texts of the portal.

`python -m tests.wording` lists what the catalogues miss and what they hold for nothing; with `--write` it adds the
missing texts with empty translations, drops the others, and sorts.
"""

from __future__ import annotations

import argparse
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from tests.visible_texts import Found, Text, texts, unreadable
from tools.translations import FOLDER

HEADER: Final = (
    'msgid ""\nmsgstr ""\n'
    '"Language: hi\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
)


def parts() -> list[str]:
    """The names of the catalogues that exist."""
    return sorted(path.stem for path in (FOLDER / "hi").glob("*.po"))


def read(part: str) -> Catalog:
    """The Hindi catalogue of a part; an empty one if there is none yet."""
    path = FOLDER / "hi" / f"{part}.po"
    if not path.exists():
        return Catalog(locale="hi", project="AI demo portal", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale="hi", charset="utf-8")


def one_of(text: Text) -> str:
    """The text, or its form for one: gettext's key."""
    return text if isinstance(text, str) else text[0]


def missing() -> list[Found]:
    """The texts without a translation, each once."""
    said = {one_of(message.id) for part in parts() for message in read(part) if message.id and _whole(message.string)}
    first = {one_of(found.text): found for found in reversed(texts())}
    return sorted((found for key, found in first.items() if key not in said), key=lambda f: (f.part, f.where))


def unused(also: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """The entries, each with its catalogue, that no source and none of the texts `also` asks for."""
    wanted = {one_of(found.text) for found in texts()} | also
    ours = [(part, one_of(message.id)) for part in parts() for message in read(part) if message.id]
    return [(part, key) for part, key in ours if key not in wanted]


def _whole(said: Text | list[str] | None) -> bool:
    return bool(said) if isinstance(said, str) else bool(said and all(said))


def write(also: frozenset[str]) -> None:
    """Adds what is missing, drops what is unused, and writes each catalogue sorted."""
    absent, dropped = missing(), unused(also)
    known = {one_of(message.id) for part in parts() for message in read(part) if message.id}
    absent += [Found(text, "data", "", 0) for text in also - known]
    for part in {*parts(), *(found.part for found in absent)}:
        catalog = read(part)
        for _, key in (pair for pair in dropped if pair[0] == part):
            catalog.delete(key)
        for found in (found for found in absent if found.part == part):
            if found.text not in catalog:
                catalog.add(found.text)
        save(part, catalog)


def save(part: str, catalog: Catalog) -> None:
    """Writes a catalogue as the repository keeps it: sorted, with a short header, without places."""
    plain = Catalog(locale="hi", charset="utf-8")
    for message in catalog:
        if message.id:
            plain.add(message.id, message.string, user_comments=message.user_comments).flags.clear()
    path = FOLDER / "hi" / f"{part}.po"
    with path.open("wb") as file:
        file.write(HEADER.encode())
        write_po(file, plain, width=0, no_location=True, omit_header=True, sort_output=True)


def main() -> None:
    """The command line."""
    from tests.data_texts import data_texts

    parser = argparse.ArgumentParser(description="Lists texts without a Hindi entry.")
    parser.add_argument("--write", action="store_true", help="add them, empty, to the catalogues; drop unused entries")
    given = parser.parse_args()
    also = frozenset(data_texts())
    for found in missing():
        print(f"{found.part:10} {found.where:45} {found.text!r}")
    for part, key in unused(also):
        print(f"{part:10} unused: {key!r}")
    for place in unreadable():
        print(f"cannot be read: {place}")
    if given.write:
        write(also)


if __name__ == "__main__":
    main()

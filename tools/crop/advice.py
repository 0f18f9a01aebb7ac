"""What is written about each crop condition, in English and Hindi: looked up by class id, with the standing sentences.

It does not know which products are licensed today, nor what a photo shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from models.leaf.types import NOT_A_LEAF, crop_of
from tools.crop.advice_table import Advice, Condition, Kind, Source, Table, read_table
from tools.crop.types import Language
from tools.errors import BadInput
from tools.settings import DATA

__all__ = [
    "KINDS",
    "STANDING",
    "Advice",
    "Condition",
    "Kind",
    "Language",
    "Source",
    "advice",
    "class_name",
    "condition",
    "conditions",
    "crop_name",
    "crops",
    "provenance",
]

FOLDER = DATA / "crop"

STANDING: Mapping[Language, str] = {
    "en": (
        "Use only a product whose Indian label (CIB&RC) lists this crop and this disease or pest; follow the label's "
        "dose, waiting period and safety gear; ask the local Krishi Vigyan Kendra (KVK) or call the Kisan Call Centre "
        "1800-180-1551."
    ),
    "hi": (
        "वही दवा डालें जिसके भारतीय लेबल (CIB&RC) पर यह फसल और यह रोग या कीट लिखा हो; मात्रा, छिड़काव के बाद रुकने का समय और "
        "बचाव के कपड़े लेबल के अनुसार रखें; पास के कृषि विज्ञान केंद्र (KVK) से पूछें या किसान कॉल सेंटर 1800-180-1551 पर फ़ोन करें।"
    ),
}
"""The sentence that goes with every list of products."""

KINDS: Mapping[Kind, Mapping[Language, str]] = {
    "fungus": {"en": "fungus", "hi": "फफूंद"},
    "oomycete": {"en": "water mould (oomycete)", "hi": "पानी में पनपने वाली फफूंद जैसा जीव"},
    "bacteria": {"en": "bacteria", "hi": "जीवाणु (बैक्टीरिया)"},
    "virus": {"en": "virus", "hi": "विषाणु (वायरस)"},
    "insect": {"en": "insect", "hi": "कीट"},
    "mite": {"en": "mite", "hi": "माइट (मकड़ी)"},
    "deficiency": {"en": "nutrient deficiency", "hi": "पोषक तत्व की कमी"},
    "mixed": {"en": "several causes", "hi": "कई कारण"},
    "healthy": {"en": "healthy", "hi": "स्वस्थ"},
}
"""What causes a condition, in words."""

NOT_A_LEAF_NAMES: Mapping[Language, str] = {"en": "Not a crop leaf", "hi": "फसल की पत्ती नहीं"}
_READ: Mapping[Language, str] = {
    "en": "Read for this page: {read}. What is not in there is general agronomy knowledge; ask the KVK before acting.",
    "hi": "इस पन्ने के लिए पढ़ा गया: {read}। बाकी बातें खेती की आम जानकारी हैं; अमल करने से पहले KVK से पूछें।",
}
_UNREAD: Mapping[Language, str] = {
    "en": (
        "No source was read for this page: all of it is general agronomy knowledge. Look it up with {named}, and ask "
        "the KVK before acting."
    ),
    "hi": (
        "इस पन्ने के लिए कोई स्रोत नहीं पढ़ा गया: सारी बातें खेती की आम जानकारी हैं। यहाँ देखकर मिला लें: {named}; "
        "और अमल करने से पहले KVK से पूछें।"
    ),
}
# first words of names that keep their capital inside "Banana: Panama wilt"
_PROPER = frozenset({"Alternaria", "Cercospora", "Cordana", "Panama", "Phoma", "Septoria", "Sigatoka"})


def crops() -> tuple[str, ...]:
    """The ids of the crops that something is written about, sorted."""
    return tuple(_table().crops)


def conditions() -> tuple[Condition, ...]:
    """Every condition that something is written about, sorted by class id."""
    return tuple(_table().conditions.values())


def condition(class_id: str) -> Condition:
    """What is written about a class.

    Raises
    ------
    BadInput
        Nothing is written about it; so it is for `NOT_A_LEAF`, always.
    """
    try:
        return _table().conditions[class_id]
    except KeyError:
        raise BadInput(
            f"There is no advice for “{class_id}”: ask the local KVK or the Kisan Call Centre 1800-180-1551."
        ) from None


def advice(class_id: str, language: Language) -> Advice:
    """The texts about a class in one language; raises as `condition` does."""
    return condition(class_id).advice(language)


def crop_name(crop: str, language: Language) -> str:
    """A crop's name for people, such as "Bell pepper" for ``pepper``.

    Raises
    ------
    BadInput
        Nothing is written about this crop.
    """
    try:
        return _table().crops[crop][language]
    except KeyError:
        raise BadInput(f"The crop “{crop}” is not in the list: choose one of {', '.join(crops())}.") from None


def class_name(class_id: str, language: Language) -> str:
    """A class's name for people, such as "Tomato: early blight"; raises as `condition` does, but for `NOT_A_LEAF`."""
    if class_id == NOT_A_LEAF:
        return NOT_A_LEAF_NAMES[language]
    name = advice(class_id, language).name
    if language == "en" and name.split()[0] not in _PROPER:
        name = name[0].lower() + name[1:]
    return f"{crop_name(crop_of(class_id), language)}: {name}"


def provenance(class_id: str, language: Language) -> str:
    """One or two sentences: which sources were read for a class, and that the rest is general knowledge."""
    sources = condition(class_id).sources
    read = [source.name for source in sources if source.read]
    if read:
        return _READ[language].format(read="; ".join(read))
    return _UNREAD[language].format(named="; ".join(source.name for source in sources))


@lru_cache(maxsize=1)
def _table() -> Table:
    return read_table(FOLDER)

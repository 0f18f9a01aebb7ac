"""What the advice must never name, and how to find it in Latin and Devanagari spellings."""

from __future__ import annotations

import re
import unicodedata

# Banned in India, and antibiotics: English stem, Devanagari pattern (after `_fold`), spellings that must be found.
BANNED: dict[str, tuple[str, tuple[str, ...]]] = {
    "dinocap": ("(?:डा[इय]|डि)नोक[ैे]?प", ("डाइनोकैप", "डायनोकैप", "डिनोकैप")),
    "dicofol": ("(?:डा[इय]|डि)कोफ", ("डाइकोफॉल", "डायकोफोल", "डिकोफाल")),
    "methomyl": ("म[ेि]थोम[िा]", ("मेथोमिल", "मिथोमाइल")),
    "benomyl": ("बेनोम[िा]", ("बेनोमिल", "बेनोमाइल")),
    "carbaryl": ("कार्ब[ेा]र[िी]ल", ("कार्बेरिल", "कार्बारिल")),
    "carbofuran": ("कार्बो?फ्?य?[ुू]रा", ("कार्बोफ्यूरान", "कार्बोफुरान")),
    "diazinon": ("डा[इय]ा?ज[िी]नो", ("डायज़िनॉन", "डाइजिनोन", "डायाज़िनॉन")),
    "dichlorvos": ("डा[इय]क्लोरो?व", ("डाइक्लोरवॉस", "डायक्लोरोवास")),
    "fenarimol": ("फ[ेि]नार[िी]मो", ("फेनारिमोल", "फिनारिमॉल")),
    "fenthion": ("(?<![\u0900-\u097f])फ[ेै]ंथ[िाय]", ("फेंथियॉन", "फेन्थियान")),
    "parathion": ("प[ैे]राथ[िा]", ("मिथाइल पैराथियान", "पैराथियॉन")),
    "linuron": ("लिन(?:्य)?[ुू]रो", ("लिनुरॉन", "लिन्यूरॉन")),
    "endosulfan": ("एंडोसल्फ", ("एंडोसल्फान", "एन्डोसल्फ़ान", "एण्डोसल्फान")),
    "monocrotophos": ("मोनोक्रोटो", ("मोनोक्रोटोफॉस", "मोनोक्रोटोफास")),
    "phorate": ("फोरेट", ("फोरेट", "फ़ोरेट")),
    "phosphamidon": ("फास्फामिड|फोस्फ[ेा]मिड", ("फॉस्फेमिडॉन", "फास्फामिडान")),
    "triazophos": ("ट्रा[इय]ा?जोफ", ("ट्रायज़ोफॉस", "ट्राइजोफास", "ट्रायाजोफॉस")),
    "alachlor": ("[एअ]लाक्लोर", ("एलाक्लोर", "अलाक्लोर")),
    "trichlorfon": ("ट्रा[इय]क्लोरफ", ("ट्राइक्लोरफॉन", "ट्रायक्लोरफोन")),
    "methyl bromide": ("ब्रोमा[इय]ड", ("मिथाइल ब्रोमाइड",)),
    "paraquat": ("पैराक्व", ("पैराक्वाट", "पैराक्वेट")),
    "streptom": ("स्ट्रेप्टो", ("स्ट्रेप्टोमाइसिन", "स्ट्रेप्टोसाइक्लिन")),
    "streptocycl": ("स्ट्रेप्टोस", ("स्ट्रेप्टोसाइक्लिन",)),
    "tetracyclin": ("टेट्रासा[इय]क्ल", ("टेट्रासाइक्लिन", "ऑक्सीटेट्रासाइक्लिन")),
}
BRANDS = (
    *("amistar", "antracol", "bavistin", "blitox", "confidor", "contaf", "coragen", "dithane", "indofil", "karathane"),
    *("kavach", "kelthane", "kocide", "lannate", "nativo", "nuvan", "oberon", "plantomycin", "ridomil", "saaf"),
    *("thimet", "thiodan", "डाइथेन", "इंडोफिल", "बाविस्टिन", "ब्लाइटॉक्स", "रिडोमिल", "कोराजन", "कॉन्फिडोर", "नुवान", "थिमेट"),
)
_QUANTITY = r"[0-9०-९](?:[.,]?[0-9०-९])*"
_UNITS = (
    r"(?:g|gm|gms|grams?|ml|mls|cc|kg|kgs|l|lit|lt|litres?|liters?|ppm|per ?cent|ec|wp|sc|sl|wg)\b|[%٪‰]|"
    r"(?:ग्राम|ग्रा|मिली|मि\.? ?ली|मिलि|किलो|किग्रा|कि\.? ?ग्रा|लीटर|ली\.|प्रतिशत|फीसदी|फ़ीसदी|पीपीएम|सीसी)"
)
DOSE = re.compile(
    rf"{_QUANTITY}\s*-?\s*(?:{_UNITS})|\bper (?:lit|acre|ha\b|hectare|kg|tree|plant)|"
    r"(?:प्रति|हर)\s+(?:ली|एकड़|हेक्टेयर|किलो|बीघा)",
    re.I,
)
INTERVAL = re.compile(rf"{_QUANTITY}[\s-]*(?:day|week|hour|दिन|हफ्ते|सप्ताह|घंटे)", re.I)


def banned_in(text: str) -> list[str]:
    """The banned substances that `text` names."""
    folded = _fold(text)
    return [name for name, (pattern, _) in BANNED.items() if re.search(f"{name}|{pattern}", folded)]


def brands_in(text: str) -> list[str]:
    """The brand names in `text`."""
    return [brand for brand in BRANDS if re.search(rf"(?<!\w){_fold(brand)}", _fold(text))]


def _fold(text: str) -> str:
    """Lower case, and one Devanagari spelling for what is written in several ways."""
    text = unicodedata.normalize("NFD", text).casefold().replace("\u093c", "")
    text = text.translate(str.maketrans({"ँ": "ं", "ॉ": "ो", "ऑ": "ओ", "ॅ": "े"}))
    return re.sub("[नणङञम]्(?=[क-धप-भ])", "ं", text)  # एन्डो, एण्डो and एंडो sound alike

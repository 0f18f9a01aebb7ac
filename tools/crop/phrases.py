"""The sentences around an answer, in English and simple Hindi: how likely it is, how severe, why there is none.

It knows no photo and no class; `tools.crop.verdict` puts the two together.
"""

from __future__ import annotations

from typing import Final

from tools.crop.types import Language

# from this probability on, in words (English, Hindi)
LIKELY: Final = (
    (0.98, "Almost certainly", "लगभग तय"),
    (0.85, "Very likely", "बहुत संभव"),
    (0.60, "Likely", "संभव"),
    (0.0, "Possibly", "शायद"),
)
TEXTS: Final[dict[str, tuple[str, str]]] = {
    "healthy": ("a healthy {crop} leaf", "{crop} की स्वस्थ पत्ती"),
    "condition": ("{name} of {crop}", "{crop} – {name}"),
    "found": ("{likely} {what} ({percent})", "{what}: {likely} ({percent})"),
    # no diagnosis
    "unsure": ("Not sure: more than one answer fits this photo.", "पक्का नहीं: इस फ़ोटो पर एक से ज़्यादा जवाब बैठते हैं।"),
    "unsure_next": (
        "Compare the signs below on the plant itself, then photograph one leaf close up, with both sides in daylight.",
        "नीचे दिए लक्षण खेत में पौधे से मिलाइए। फिर एक पत्ती की पास से, दिन की रोशनी में, दोनों तरफ़ की फ़ोटो लीजिए।",
    ),
    "unfamiliar": (
        "Not sure: this photo is unlike those that the model learned from.",
        "पक्का नहीं: ऐसी फ़ोटो मॉडल ने पहले नहीं देखी।",
    ),
    "unfamiliar_next": (
        "It may be a crop or a problem that the model does not know. Photograph one leaf that fills the frame, or show "
        "the plant to your Krishi Vigyan Kendra (KVK).",
        "यह ऐसी फसल या परेशानी हो सकती है जिसे मॉडल नहीं जानता। एक पत्ती की पूरी फ़ोटो लीजिए, या पौधा "
        "कृषि विज्ञान केंद्र (KVK) में दिखाइए।",
    ),
    "unsupported_crop": (
        "This crop is not one of the {count} that the model knows, so it names no disease.",
        "यह फसल उन {count} फसलों में नहीं है जिन्हें मॉडल जानता है, इसलिए कोई रोग नहीं बताया गया।",
    ),
    "unsupported_crop_next": (
        "Show the plant to your Krishi Vigyan Kendra (KVK), or call the Kisan Call Centre at 1800-180-1551.",
        "पौधा अपने कृषि विज्ञान केंद्र (KVK) में दिखाइए, या किसान कॉल सेंटर 1800-180-1551 पर फ़ोन कीजिए।",
    ),
    "other_crop": ("Not sure: this does not look like {crop}.", "पक्का नहीं: यह {crop} जैसा नहीं दिखता।"),
    "other_crop_next": (
        "Check the crop that you named, or name none and let the model say.",
        "बताई हुई फसल जाँचिए, या कोई फसल मत चुनिए।",
    ),
    "retake": ("Please take this photo again.", "कृपया यह फ़ोटो फिर से लीजिए।"),
    "not_a_leaf": ("This does not look like a crop leaf.", "यह फसल की पत्ती नहीं लगती।"),
    "not_a_leaf_next": (
        "Take one leaf, let it fill the frame, in daylight and in focus.",
        "एक पत्ती लीजिए, वह पूरी फ़ोटो में भरी हो, दिन की रोशनी हो और फ़ोटो साफ़ हो।",
    ),
    "unreadable": ("This file could not be read.", "यह फ़ाइल पढ़ी नहीं जा सकी।"),
    # severity
    "severity": ("About {percent} of the leaf shows damage: {grade}.", "पत्ती का लगभग {percent} हिस्सा खराब है: {grade}।"),
    "severity_none": ("No damaged area was found on the leaf.", "पत्ती पर कोई खराब हिस्सा नहीं मिला।"),
    "severity_check": (
        "Counted inside the outline: check that it follows the spots.",
        "गिनती रेखा के अंदर की है: देखिए कि रेखा धब्बों पर ही है।",
    ),
    "severity_unknown": (
        "How much of the leaf is damaged could not be measured in this photo.",
        "इस फ़ोटो में पत्ती का खराब हिस्सा नापा नहीं जा सका।",
    ),
    # headings
    "damage": ("Damage", "नुकसान"),
    "compare": ("Compare these", "इनसे मिलाइए"),
    "resembles": ("What it resembles most (not an answer)", "किससे सबसे ज़्यादा मिलता है (यह जवाब नहीं है)"),
    "recognise": ("Signs", "पहचान"),
    "tell_apart": ("How to tell it apart", "मिलते-जुलते रोगों से फ़र्क"),
    "cause": ("Cause", "कारण"),
    "now": ("Do now", "अभी क्या करें"),
    "prevent": ("Prevent", "बचाव"),
    "organic": ("Organic", "जैविक उपाय"),
    "chemical": ("Chemical", "रासायनिक दवा"),
    "none_organic": ("No organic product is listed for this.", "इसके लिए कोई जैविक दवा सूची में नहीं है।"),
    "none_chemical": ("No chemical treatment is listed for this.", "इसके लिए कोई रासायनिक दवा सूची में नहीं है।"),
    "chances": ("How probable each answer is", "हर जवाब कितना संभव है"),
    "heat": ("Heat map: where the model looked", "हीट मैप: मॉडल ने कहाँ देखा"),
    "outline_on": ("Outline the damage", "खराब हिस्से पर रेखा"),
    "what_to_do": ("What to do", "क्या करें"),
    # in one word, for a card
    "short_unsure": ("Not sure", "पक्का नहीं"),
    "short_retake": ("Take it again", "फिर से लीजिए"),
    "short_not_a_leaf": ("No crop leaf", "फसल की पत्ती नहीं"),
    "short_unreadable": ("Not read", "पढ़ी नहीं गई"),
    # paper
    "report": ("Crop photo report", "फसल फ़ोटो रिपोर्ट"),
    "photo": ("Photo", "फ़ोटो"),
    "evidence": ("Yellow: where the model looked", "पीला रंग: मॉडल ने जहाँ देखा"),
    "outline": ("Outline: the damage that was counted", "रेखा: गिना गया खराब हिस्सा"),
    "footer": (
        "A computer's estimate from one photo. Ask your KVK before you spray.",
        "एक फ़ोटो से कंप्यूटर का अनुमान। छिड़काव से पहले KVK से पूछिए।",
    ),
    "pages": ("Page {page} of {pages}", "पृष्ठ {page} / {pages}"),
    "made": ("{date} · model {model}", "{date} · मॉडल {model}"),
    "drawn": ("A drawing, not a photograph", "यह चित्र है, असली फ़ोटो नहीं"),
}
_COLUMN: Final[dict[Language, int]] = {"en": 0, "hi": 1}


def say(key: str, language: Language, **values: object) -> str:
    """The text `key` with its blanks filled; as it is when there is nothing to fill them with."""
    text = TEXTS[key][_COLUMN[language]]
    return text.format(**values) if values else text


def likely(probability: float, language: Language) -> str:
    """A probability in words."""
    words = next(texts for least, *texts in LIKELY if probability >= least)
    return words[_COLUMN[language]]


def percent(share: float) -> str:
    """A share of 0…1 as a whole percentage; never rounded to a certainty that nobody has."""
    if share > 0.99:
        return "> 99%"
    return "< 1%" if 0 < share < 0.01 else f"{share:.0%}"

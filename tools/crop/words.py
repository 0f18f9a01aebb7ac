"""What the crop detector says about a photo's problems, in English and Hindi: what is wrong and how to mend it.

The languages are ISO 639-1 codes. Knows no photo and no page.
"""

from __future__ import annotations

from tools.crop.types import Grade, Language, Problem

HOW_TO_FIX: dict[Problem, dict[Language, str]] = {
    "too_small": {
        "en": "The picture is too small to show a disease: send the original photo, not a preview of it.",
        "hi": "तस्वीर इतनी छोटी है कि रोग नहीं दिखता: छोटी झलक नहीं, असली फ़ोटो भेजें।",
    },
    "blurred": {
        "en": "The photo is blurred: hold the phone still, tap on the leaf to focus, and take it again.",
        "hi": "फ़ोटो धुंधली है: फ़ोन को स्थिर रखें, फ़ोकस के लिए पत्ती पर टैप करें और फिर से फ़ोटो लें।",
    },
    "dark": {
        "en": "The photo is too dark: take it again in daylight, with your shadow off the leaf.",
        "hi": "फ़ोटो में अंधेरा है: दिन की रोशनी में फिर से लें और पत्ती पर अपनी छाया न पड़ने दें।",
    },
    "over_exposed": {
        "en": "The photo is too bright and its colours are lost: shade the leaf from the sun or turn off the flash, "
        "and take it again.",
        "hi": "फ़ोटो में रोशनी इतनी ज़्यादा है कि रंग नहीं दिखते: पत्ती पर छाया करें या फ़्लैश बंद करें और फिर से फ़ोटो लें।",
    },
    "leaf_too_small": {
        "en": "The leaf is too small in the photo: go closer until one leaf fills most of the picture.",
        "hi": "फ़ोटो में पत्ती बहुत छोटी है: इतना पास जाएँ कि एक ही पत्ती लगभग पूरी तस्वीर में आ जाए।",
    },
}

SEVERITY: dict[Grade, dict[Language, str]] = {
    "none": {"en": "no visible damage", "hi": "कोई दिखने वाला नुकसान नहीं"},
    "mild": {"en": "mild", "hi": "हल्का"},
    "moderate": {"en": "moderate", "hi": "मध्यम"},
    "severe": {"en": "severe", "hi": "गंभीर"},
}

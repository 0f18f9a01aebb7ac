"""Invented police reports and court orders as pictures, clean and spoiled as scanners and phones do, with truth.

Every name, number and case is made up. Drawn at 300 dots an inch on A4, with the fonts that the system has.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tools.documents.fonts import FOLDERS

WIDTH, HEIGHT, MARGIN = 2480, 3508, 250  # pixels
HINDI = ("NotoSansDevanagari-Regular.ttf", "NotoSerifDevanagari-Regular.ttf")
LATIN = ("NotoSans-Regular.ttf", "NotoSerif-Regular.ttf")


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


STORY = _paragraphs(
    """
प्रार्थी {name} पुत्र {father} निवासी ग्राम {place} ने थाना हाजा पर उपस्थित होकर एक लिखित रिपोर्ट इस आशय की
पेश की कि दिनांक {date} को समय करीब {time} बजे मेरे मकान नम्बर {house} का ताला तोड़कर अज्ञात व्यक्ति {sum}
रुपये नगद तथा मोटर साइकिल क्रमांक {vehicle} चोरी कर ले गये।

मौके पर गवाह {name} व {father} मौजूद थे जिनके मोबाइल नम्बर {phone} हैं। रिपोर्ट पर मुकदमा अपराध संख्या
{number}/{year} धारा {section} भारतीय न्याय संहिता में दर्ज कर विवेचना प्रारम्भ की गई।

अभियुक्त दिनांक {date} से न्यायिक अभिरक्षा में है। प्रकरण में अनुसंधान पूर्ण हो चुका है तथा आरोप पत्र दिनांक
{date} को प्रस्तुत किया जा चुका है। विचारण में समय लगने की संभावना है।

आवेदक की ओर से निवेदन किया गया है कि उसे झूठा फंसाया गया है, उसके विरुद्ध पूर्व का कोई आपराधिक प्रकरण नहीं है।
राज्य की ओर से आवेदन का विरोध किया गया।

उभय पक्ष के तर्क सुने गये। केस डायरी का अवलोकन किया गया। आदेशित किया जाता है कि आवेदक को {sum} रुपये के
व्यक्तिगत बंधपत्र तथा इतनी ही राशि की एक प्रतिभूति प्रस्तुत करने पर जमानत पर रिहा किया जाये। प्रकरण दिनांक
{date} को पेश हो।
"""
)
ORDER = _paragraphs(
    """
This bail application has been filed under Section {section} of the Code in FIR No. {number}/{year} dated
{date} registered at Police Station {place}. Heard learned counsel for the applicant {name} and the public
prosecutor.

It is submitted that the applicant has been in custody since {date} and that the charge sheet was filed on
{date}. An amount of Rs. {sum} was recovered from house no. {house} at about {time} hours.

The prosecution has examined {house} witnesses so far. The vehicle bearing registration number {vehicle} was
seized vide memo dated {date}, and the telephone number {phone} was found to be in the name of the co-accused.

Considering the facts and circumstances of the case and without commenting on its merits, the applicant is
directed to be released on bail upon furnishing a personal bond of Rs. {sum} with one surety of the like
amount to the satisfaction of the trial court.

The applicant shall not tamper with the evidence and shall appear before the court on {date}. List on {date}
for further proceedings.
"""
)
FORM = (
    "1. District/Unit (जिला/इकाई): {place}   P.S. (थाना): कोतवाली   Year (वर्ष): {year}",
    "   FIR No. (प्र.सू.रि.सं.): {number}   Date and Time of FIR: {date} {time} बजे",
    "2. S.No.   Acts (अधिनियम)   Sections (धाराएँ)",
    "   1   भारतीय न्याय संहिता (बी एन एस), 2023   {section}",
    "3. (a) Occurrence of offence (अपराध की घटना): Date from (दिनांक से): {date}",
    "   Date To (दिनांक तक): {date}   Time From (समय से): {time} बजे",
    "   (b) Information received at P.S. (थाना जहाँ सूचना प्राप्त हुई): Date (दिनांक): {date}",
    "4. Type of Information (सूचना का प्रकार): लिखित",
    "5. Place of Occurrence (घटनास्थल): Direction and distance from P.S.: उत्तर, {house} किमी",
    "6. Complainant / Informant (शिकायतकर्ता/सूचनाकर्ता): (a) Name (नाम): {name}",
    "   (b) Father's/Husband's Name (पिता/पति का नाम): {father}   (c) Date of Birth: {year}",
    "10. Total value of property (सम्पत्ति का कुल मूल्य): {sum}",
)
KINDS = {"hindi": STORY, "english": ORDER, "form": FORM}
NAMES = {
    True: (("रमेश कुमार", "सुनीता देवी", "मोहन लाल"), ("बाबूलाल", "हरि सिंह"), ("रामपुर", "किशनगढ़", "सीतापुर")),
    False: (("Ramesh Kumar", "Sunita Devi"), ("Babulal", "Hari Singh"), ("Rampur", "Kishangarh", "Sitapur")),
}


@dataclass(frozen=True)
class Sheet:
    """A page as a grey picture and what is printed on it, line by line."""

    kind: str
    spoiled: str
    picture: Any
    lines: tuple[str, ...]


def sheet(kind: str, spoiled: str, seed: int) -> Sheet:
    """A page of `KINDS`, spoiled in one of the ways of `SPOIL`."""
    random_ = random.Random(f"{kind}-{seed}")
    texts = FORM + STORY if kind == "form" else KINDS[kind] * 3
    paragraphs = [_filled(text, random_, hindi=kind != "english") for text in texts]
    picture, lines = _drawn(paragraphs, seed)
    return Sheet(kind, spoiled, SPOIL[spoiled](picture, np.random.default_rng(seed)), tuple(lines))


def _filled(text: str, random_: random.Random, hindi: bool) -> str:
    names, fathers, places = NAMES[hindi]
    while "{" in text:
        start, stop = text.index("{"), text.index("}")
        day, month, year = random_.randint(1, 28), random_.randint(1, 12), random_.randint(2011, 2025)
        value = {
            "name": random_.choice(names),
            "father": random_.choice(fathers),
            "place": random_.choice(places),
            "date": f"{day:02}{'/' if day % 2 else '.'}{month:02}{'/' if day % 2 else '.'}{year}",
            "time": f"{random_.randint(0, 23):02}:{random_.randint(0, 59):02}",
            "house": str(random_.randint(1, 19)),
            "sum": f"{random_.randint(11, 199)},{random_.randint(0, 9)}00",
            "vehicle": f"XX{random_.randint(10, 99)}AB{random_.randint(1000, 9999)}",
            "phone": f"00000{random_.randint(10000, 99999)}",
            "number": f"{random_.randint(1, 1199):04}",
            "year": str(year),
            "section": random_.choice(("303(2)", "115(2)", "318(4)", "331(4)", "109(1)")),
        }[text[start + 1 : stop]]
        text = text[:start] + value + text[stop + 1 :]
    return text


def _font(name: str, size: int) -> Any:
    path = next((folder / name for folder in FOLDERS if (folder / name).is_file()), None)
    return ImageFont.truetype(path, size) if path else ImageFont.load_default(size)


def _drawn(paragraphs: list[str], seed: int) -> tuple[Any, list[str]]:
    """Text of two scripts needs two fonts; words are wrapped at the right margin."""
    picture = Image.new("L", (WIDTH, HEIGHT), 255)
    draw = ImageDraw.Draw(picture)
    size = 46 if seed % 2 else 50
    fonts = {True: _font(HINDI[seed % 2], size), False: _font(LATIN[0], size)}
    y, lines = MARGIN, []
    for paragraph in paragraphs:
        x, line = float(MARGIN), []
        if y > HEIGHT - 2 * MARGIN:
            break
        for word in paragraph.split(" "):
            pieces = _pieces(word)
            wide = sum(fonts[hindi].getlength(text) for text, hindi in pieces)
            if x + wide > WIDTH - MARGIN:
                lines.append(" ".join(line))
                x, y, line = float(MARGIN), y + round(size * 1.75), []
            for text, hindi in pieces:
                draw.text((x, y + size), text, fill=20, font=fonts[hindi], anchor="ls")
                x += fonts[hindi].getlength(text)
            x += size * 0.3
            if word:
                line.append(word)
        lines.append(" ".join(line))
        y += round(size * 2.1)
    return picture, [line for line in lines if line]


def _pieces(word: str) -> list[tuple[str, bool]]:
    pieces: list[tuple[str, bool]] = []
    for letter in word:
        hindi = "\u0900" <= letter <= "\u097f"
        if pieces and pieces[-1][1] == hindi:
            pieces[-1] = pieces[-1][0] + letter, hindi
        else:
            pieces.append((letter, hindi))
    return pieces


def _scan(picture: Any, random_: Any) -> Any:
    """A photocopy: soft edges, specks and grain."""
    grey = np.asarray(picture.filter(ImageFilter.GaussianBlur(1.4)), np.float32)
    grey = grey + random_.normal(0, 14, grey.shape)
    specks = random_.random(grey.shape) < 0.0004
    grey[specks] = 60
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))


def _skew(picture: Any, random_: Any) -> Any:
    angle = float(random_.uniform(2.5, 6.0)) * (1 if random_.random() < 0.5 else -1)
    return _scan(picture, random_).rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def _shadow(picture: Any, random_: Any) -> Any:
    """A phone's photo: paper that is not white, a shadow across it, less sharp."""
    width, height = picture.size
    across, down = np.meshgrid(np.linspace(0, 1, width, dtype=np.float32), np.linspace(0, 1, height, dtype=np.float32))
    light = 0.85 - 0.45 * across * down - 0.28 / (1 + np.exp((across + 0.6 * down - 0.9) * 40))
    grey = np.asarray(picture.filter(ImageFilter.GaussianBlur(1.6)), np.float32) * light
    return Image.fromarray(np.clip(grey + random_.normal(0, 5, grey.shape), 0, 255).astype(np.uint8))


def _small(picture: Any, random_: Any) -> Any:
    """Scanned at 150 dots an inch."""
    small = picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX)
    grey = np.asarray(small, np.float32) + random_.normal(0, 8, (small.height, small.width))
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))


SPOIL = {
    "clean": lambda picture, _: picture,
    "scan": _scan,
    "skew": _skew,
    "shadow": _shadow,
    "small": _small,
    "turned": lambda picture, random_: _scan(picture, random_).rotate(90, expand=True),
}

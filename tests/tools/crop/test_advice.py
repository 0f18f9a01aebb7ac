from __future__ import annotations

import csv
import gzip
import re
import unicodedata
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shared import shared
from tests.tools.crop.forbidden import BANNED, DOSE, INTERVAL, banned_in, brands_in
from tools.crop import advice as table
from tools.crop.advice import Advice, Condition, Kind
from tools.crop.types import Language
from tools.errors import BadInput

CLASS_IDS = frozenset(
    f"{crop}__{condition}"
    for crop, names in {
        "apple": "black_rot cedar_rust healthy scab",
        "banana": "cordana_leaf_spot healthy panama_wilt sigatoka",
        "chilli": "healthy leaf_spot yellow_leaf_virus",
        "coffee": "cercospora healthy leaf_miner phoma rust",
        "cotton": "diseased healthy",
        "grape": "black_rot esca_black_measles healthy leaf_blight",
        "groundnut": "early_leaf_spot healthy late_leaf_spot nutrient_deficiency rust",
        "maize": "common_rust gray_leaf_spot healthy northern_leaf_blight",
        "mango": "anthracnose bacterial_canker cutting_weevil die_back gall_midge healthy powdery_mildew sooty_mould",
        "pepper": "bacterial_spot healthy",
        "potato": "early_blight healthy late_blight",
        "rice": "bacterial_leaf_blight blast brown_spot healthy hispa leaf_smut",
        "sugarcane": "healthy mosaic red_rot rust yellow_leaf",
        "tomato": "bacterial_spot early_blight healthy late_blight leaf_mold mosaic_virus septoria_leaf_spot "
        "spider_mites target_spot yellow_leaf_curl_virus",
        "wheat": "healthy leaf_blight leaf_rust powdery_mildew septoria",
    }.items()
    for condition in names.split()
) | {"not_a_leaf"}
LANGUAGES: tuple[Language, ...] = get_args(Language)
LATIN_IN_HINDI = frozenset({"ICAR", "KVK", "CIB", "RC", "pH"})  # besides the words of the Latin name
CONDITIONS = table.conditions()

each_condition = pytest.mark.parametrize("condition", CONDITIONS, ids=lambda condition: condition.class_id)


def texts(advice: Advice) -> list[str]:
    values = [getattr(advice, field.name) for field in fields(advice)]
    return [text for value in values for text in ((value,) if isinstance(value, str) else value) if text]


def everything(condition: Condition) -> list[str]:
    return texts(condition.en) + texts(condition.hi)


def test_every_class_that_the_detector_can_name_has_advice() -> None:
    assert {condition.class_id for condition in CONDITIONS} == CLASS_IDS - {"not_a_leaf"}
    assert set(table.crops()) == {class_id.partition("__")[0] for class_id in CLASS_IDS - {"not_a_leaf"}}


def test_the_list_of_classes_is_that_of_the_photos() -> None:
    assert len(CLASS_IDS) == 71
    with gzip.open(shared("data/crop/manifest.csv.gz"), "rt", newline="") as file:
        assert {row["class"] for row in csv.DictReader(file)} == CLASS_IDS


@each_condition
def test_says_enough_in_both_languages(condition: Condition) -> None:
    assert condition.class_id in CLASS_IDS
    for language in LANGUAGES:
        advice = condition.advice(language)
        assert 3 <= len(advice.recognise) <= 5
        assert 1 <= len(advice.now) <= 4
        assert 2 <= len(advice.prevent) <= 5
        assert len(advice.organic) <= 3
        assert len(advice.chemical) <= 4
        assert not any(text != text.strip() or "  " in text for text in texts(advice))
        for items in (advice.recognise, advice.now, advice.prevent, advice.organic, advice.chemical):
            assert len(set(items)) == len(items)


@each_condition
def test_healthy_needs_no_product_and_the_sick_have_a_cause(condition: Condition) -> None:
    healthy = condition.class_id.endswith("__healthy")
    assert (condition.kind == "healthy") == healthy
    assert bool(condition.agent) != healthy
    if healthy:
        assert not condition.look_alikes + condition.en.organic + condition.en.chemical


@each_condition
def test_look_alikes_are_other_classes_and_told_apart(condition: Condition) -> None:
    assert set(condition.look_alikes) <= CLASS_IDS - {condition.class_id, "not_a_leaf"}
    assert len(set(condition.look_alikes)) == len(condition.look_alikes)
    assert condition.en.tell_apart or not condition.look_alikes


@each_condition
def test_has_a_source_and_says_whether_it_was_read(condition: Condition) -> None:
    read = [source.name for source in condition.sources if source.read]
    for language in LANGUAGES:
        sentence = table.provenance(condition.class_id, language)
        assert all(name in sentence for name in read)
        assert read or all(source.name in sentence for source in condition.sources)
        assert ("general agronomy knowledge" if language == "en" else "आम जानकारी") in sentence


@each_condition
def test_hindi_is_hindi_and_english_english(condition: Condition) -> None:
    latin_name = set(re.findall(r"[A-Za-z]+", condition.agent))
    for text in texts(condition.hi):
        assert set(re.findall(r"[A-Za-z]+", text)) <= latin_name | LATIN_IN_HINDI, text
        assert re.search("[\u0900-\u097f]", text), text
        assert "|" not in text
    letters = [sign for sign in "".join(texts(condition.hi)) if sign.isalpha()]
    assert sum("\u0900" <= sign <= "\u097f" for sign in letters) / len(letters) > 0.97
    for text in (condition.hi.what, condition.hi.tell_apart, condition.hi.note):
        assert not text or text.endswith("।"), text
    assert not re.search("[\u0900-\u097f]", "".join(texts(condition.en)))
    assert all(text == unicodedata.normalize("NFC", text) for text in everything(condition))


@each_condition
def test_names_nothing_banned_no_brand_and_no_dose(condition: Condition) -> None:
    for text in everything(condition):
        assert not banned_in(text), text
        assert not brands_in(text), text
        assert not DOSE.search(text), text
    for language in LANGUAGES:
        for text in condition.advice(language).organic + condition.advice(language).chemical:
            assert not INTERVAL.search(text), text


@each_condition
def test_no_product_is_said_to_work_on_a_virus(condition: Condition) -> None:
    if condition.kind == "virus":
        for text in condition.en.chemical:
            assert re.search(r"whitefl|aphid|vector|insect", text, re.I), text
        for text in condition.hi.chemical:
            assert re.search("मक्खी|माहू|चेपा|कीट", text), text


@pytest.mark.parametrize(("name", "spellings"), [(name, spellings) for name, (_, spellings) in BANNED.items()])
def test_the_ban_finds_the_spellings(name: str, spellings: tuple[str, ...]) -> None:
    assert name in banned_in(f"Spray {name.capitalize()} today")
    for spelling in spellings:
        assert name in banned_in(f"दवा: {spelling} छिड़कें"), spelling


def test_the_ban_spares_what_is_allowed() -> None:
    allowed = "मैंकोज़ेब क्लोरोथैलोनिल ट्रायज़ोल टेबुकोनाज़ोल ट्राइकोडर्मा कार्बेन्डाज़िम कार्बोक्सिन फेनाज़ाक्विन डायफेंथियूरॉन डाइफेनोकोनाज़ोल"
    assert not banned_in(allowed)
    assert not banned_in("Mancozeb, chlorothalonil, trichoderma, carbendazim, carboxin, diafenthiuron")


@pytest.mark.parametrize(
    "text", ["2 g per litre", "0.25%", "2.5 ml/l", "2 ग्राम", "०.२ प्रतिशत", "प्रति लीटर पानी", "75 WP"]
)
def test_doses_are_seen(text: str) -> None:
    assert DOSE.search(text)


@pytest.mark.parametrize("text", ["spots of 2 to 3 mm", "3 से 15 सेमी लंबे धब्बे", "for 2 years", "2 से 3 साल"])
def test_lengths_and_years_are_no_doses(text: str) -> None:
    assert not DOSE.search(text)


def test_names_for_people() -> None:
    assert table.class_name("tomato__early_blight", "en") == "Tomato: early blight"
    assert table.class_name("tomato__early_blight", "hi") == "टमाटर: अगेती झुलसा"
    assert table.class_name("tomato__septoria_leaf_spot", "en") == "Tomato: Septoria leaf spot"
    assert table.class_name("not_a_leaf", "en") == "Not a crop leaf"
    assert table.crop_name("pepper", "hi") == "शिमला मिर्च"
    assert len({table.class_name(condition.class_id, "hi") for condition in CONDITIONS}) == len(CONDITIONS)


def test_every_kind_has_words() -> None:
    assert set(table.KINDS) == set(get_args(Kind))
    assert all(set(words) == set(LANGUAGES) for words in table.KINDS.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_standing_sentence_names_label_and_help(language: Language) -> None:
    for part in ("CIB&RC", "KVK", "1800-180-1551"):
        assert part in table.STANDING[language]


@given(st.text() | st.sampled_from(["not_a_leaf", "rose__black_spot", "tomato__", "tomato__crop", ""]))
def test_what_is_not_written_about_is_said_in_a_sentence(class_id: str) -> None:
    with pytest.raises(BadInput, match="1800-180-1551"):
        table.condition(class_id)
    with pytest.raises(BadInput, match="choose one of"):
        table.crop_name(class_id, "en")


def test_files_are_in_one_unicode_form() -> None:
    files: list[Path] = sorted(table.FOLDER.glob("*.toml"))
    assert files
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert text == unicodedata.normalize("NFC", text), path.name
        assert "\u200b" not in text, path.name

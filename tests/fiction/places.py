"""Invented villages, quarters and police stations in states and districts that exist."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

from tests.fiction.types import Both
from tools.legal.types import Language


def _pairs(text: str) -> tuple[Both, ...]:
    return tuple(Both(*pair.split("|")) for pair in text.split(";"))


@dataclass(frozen=True)
class State:
    """A state, some of its districts, and its High Court with the seat and letters that open a CNR number."""

    name: Both
    districts: tuple[Both, ...]
    court: Both
    letters: str


STATES: Final = (
    State(Both("राजस्थान", "Rajasthan"), _pairs("अलवर|Alwar;जयपुर ग्रामीण|Jaipur Rural;बीकानेर|Bikaner;कोटा शहर|Kota City"),
          Both("राजस्थान उच्च न्यायालय, जयपुर पीठ", "HIGH COURT OF JUDICATURE FOR RAJASTHAN BENCH AT JAIPUR"), "RJ"),
    State(Both("उत्तर प्रदेश", "Uttar Pradesh"), _pairs("बरेली|Bareilly;मेरठ|Meerut;गोरखपुर|Gorakhpur;बाराबंकी|Barabanki"),
          Both("इलाहाबाद उच्च न्यायालय", "HIGH COURT OF JUDICATURE AT ALLAHABAD"), "UP"),
    State(Both("मध्य प्रदेश", "Madhya Pradesh"), _pairs("भोपाल|Bhopal;सागर|Sagar;उज्जैन|Ujjain;विदिशा|Vidisha"),
          Both("मध्य प्रदेश उच्च न्यायालय, जबलपुर", "HIGH COURT OF MADHYA PRADESH AT JABALPUR"), "MP"),
    State(Both("बिहार", "Bihar"), _pairs("गया|Gaya;नालन्दा|Nalanda;सिवान|Siwan"),
          Both("पटना उच्च न्यायालय", "HIGH COURT OF JUDICATURE AT PATNA"), "BR"),
    State(Both("हरियाणा", "Haryana"), _pairs("रोहतक|Rohtak;करनाल|Karnal;हिसार|Hisar"),
          Both("पंजाब एवं हरियाणा उच्च न्यायालय, चण्डीगढ़", "HIGH COURT OF PUNJAB AND HARYANA AT CHANDIGARH"), "HR"),
    State(Both("दिल्ली", "Delhi"), _pairs("दक्षिण जिला|South;बाहरी उत्तरी|Outer North;द्वारका|Dwarka"),
          Both("दिल्ली उच्च न्यायालय", "HIGH COURT OF DELHI AT NEW DELHI"), "DL"),
    State(Both("महाराष्ट्र", "Maharashtra"), _pairs("नासिक ग्रामीण|Nashik Rural;अमरावती|Amravati;सातारा|Satara"),
          Both("बम्बई उच्च न्यायालय", "HIGH COURT OF JUDICATURE AT BOMBAY"), "MH"),
    State(Both("उत्तराखण्ड", "Uttarakhand"), _pairs("हरिद्वार|Haridwar;नैनीताल|Nainital"),
          Both("उत्तराखण्ड उच्च न्यायालय, नैनीताल", "HIGH COURT OF UTTARAKHAND AT NAINITAL"), "UK"),
)  # fmt: skip
STATIONS: Final = _pairs(
    "हरिपुर खेड़ा|Haripur Khera;चन्दनगढ़|Chandangarh;नवलपुरा|Navalpura;सोनाबाग|Sonabagh;कोतवाली देवनगर|Kotwali Devnagar;"
    "बेलवाड़ी|Belwari;मानसर रोड|Mansar Road;आमला कलां|Amla Kalan;सदर फूलपुरा|Sadar Phoolpura;तालबेहरा|Talbehra"
)
VILLAGES: Final = _pairs(
    "रामपुरा खुर्द|Rampura Khurd;नया गाँव ढाणी|Naya Gaon Dhani;सेमलिया|Semaliya;बाघपुर|Baghpur;पीपलखेड़ी|Pipalkheri;"
    "जोगीवाड़ा|Jogiwara;करनवास|Karanwas;तिलकपुर|Tilakpur"
)
QUARTERS: Final = _pairs(
    "शिव कॉलोनी|Shiv Colony;आज़ाद मोहल्ला|Azad Mohalla;नेहरू विहार|Nehru Vihar;सब्जी मण्डी|Sabzi Mandi;"
    "स्टेशन रोड|Station Road;गाँधी चौक|Gandhi Chowk;इन्द्रा नगर|Indra Nagar"
)
SPOTS: Final = _pairs(
    "बस स्टैंड के सामने|opposite Bus Stand;सरकारी अस्पताल के पास|near Government Hospital;"
    "पुरानी तहसील के पीछे|behind Old Tehsil;बालाजी मंदिर के पास|near Balaji Temple;पेट्रोल पम्प के पास|near Petrol Pump"
)
DIRECTIONS: Final = _pairs("उत्तर|NORTH;दक्षिण|SOUTH;पूर्व|EAST;पश्चिम|WEST;उत्तर-पूर्व|NORTH-EAST;दक्षिण-पश्चिम|SOUTH-WEST")


@dataclass(frozen=True)
class Beat:
    """Where a police station is."""

    state: State
    district: Both
    station: Both


def beat(rng: Random, state: str = "") -> Beat:
    """A police station in `state` (its English name), or anywhere."""
    chosen = next((one for one in STATES if one.name.en == state), None) or rng.choice(STATES)
    return Beat(chosen, rng.choice(chosen.districts), rng.choice(STATIONS))


def home(rng: Random, where: Beat, language: Language) -> str:
    """A home's address as the police write it; some long enough to wrap in a cell."""
    village, quarter = rng.choice(VILLAGES).in_(language), rng.choice(QUARTERS).in_(language)
    number, station = rng.randint(1, 399), where.station.in_(language)
    district, state = where.district.in_(language), where.state.name.in_(language)
    if language == "hi":
        first = rng.choice((f"मकान नं. {number}, {quarter}", f"ग्राम {village}", f"वार्ड नं. {number % 60 + 1}, {quarter}"))
        return f"{first}, थाना {station}, जिला {district}, {state}, भारत"
    first = rng.choice((f"H.No. {number}, {quarter}", f"Village {village}", f"Ward No. {number % 60 + 1}, {quarter}"))
    return f"{first}, {station}, {district}, {state.upper()}, INDIA"


def spot(rng: Random, language: Language) -> str:
    """A place where something happened."""
    near, quarter, village = rng.choice(SPOTS), rng.choice(QUARTERS), rng.choice(VILLAGES)
    if language == "hi":
        return rng.choice((f"{quarter.hi}, {near.hi}", f"ग्राम {village.hi}, {near.hi}", near.hi))
    return rng.choice((f"{quarter.en}, {near.en}", f"Village {village.en}, {near.en}", near.en.capitalize()))

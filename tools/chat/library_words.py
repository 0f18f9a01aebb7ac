"""Texts as the search by words sees them: stems, numbers and dates in one writing, Hindi without its spelling variants.

English stems are Snowball's, Hindi ones A. Ramanathan and D. Rao's ("A Lightweight Stemmer for Hindi", EACL 2003) as
Snowball has them. Knows words, no meanings; the words that every question holds are left out.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache
from typing import Any, Final

_STOP_EN = """
    a about above after again all also am an and any are aren't as at be because been before being below between both
    but by can could did do does doing don't done down during each else ever for from further get give given had has
    have having he her here hers him his how i if in into is it its itself just kindly know let may me mean might more
    most much must my no nor not now of off on once only or other our out over own per please s same say says said she
    should show so some such tell than that the their them then there these they this those through to too under until
    up upon us use very via was we were what whatever when where which while who whom whose why will with within would
    you your many long explain describe mention mentioned find according anything something someone anyone happen
    happened got there's what's summarise summarize summarised summary document documents file pdf page
"""
# Closed classes of Hindi: pronouns, postpositions, conjunctions, light verbs in their forms; set down for this project
_STOP_HI = """
    के है में की से और को का हैं पर भी एक तो नहीं ने कर ही हो लिए कि इस था यह गया किया जो ये करने साथ अपने रहा थे दिया तक थी बाद
    या न किसी वह जब हुआ हुए हुई जा जाता जाती गई गयी गये गए एवं तथा द्वारा उस उसके उसकी उसका इसके इसकी इसका होने अपनी अपना
    कोई कुछ इन उन वे यदि क्या कब कहाँ कैसे कौन किस किसने किसका किसकी किसके किन किसे कितना कितनी कितने क्यों कौनसा कौनसी बताइए
    बताओ बताएं बताएँ मुझे हमें मैं हम आप मेरा मेरी मेरे हमारा इसमें उसमें जिस जिसमें वाला वाली वाले रहे रही होता होती होते करता करते करती
    करना करें दी दे दिए लिया ली लिये लेकिन मगर अब तब यहाँ वहाँ बारे चाहिए सकता सकते सकती था थीं हूँ इसे उसे उन्हें इन्हें उन्होंने इन्होंने
    जिसने सारांश संक्षेप दस्तावेज़ फ़ाइल पेज पन्ने हुये कहा
    देना देने देनी देते देता देती दीजिए देकर लेना लेने लेते लेता लेती लेकर मिला मिले मिली मिलना मिलता मिलती मिलेगा मिलेगी
    होगा होगी होंगे होना हों जाना जाने जाए जाएगा जाएगी जाएँ गयीं गईं करके करेगा करेगी कराया करवाया करवाई किये कीजिए
    रहना रहता रहते रहती रहेगा लगा लगी लगे लगाया लगाई लगाए पड़ा पड़ी पड़े पड़ता चाहता चाहती चाहते चुका चुकी चुके पाया पाई पाए
    दौरान बीच भीतर अंदर ऊपर नीचे सामने ओर तरफ़ बावजूद अनुसार मुताबिक ख़िलाफ़ विरुद्ध अलावा सिवाय बिना केवल सिर्फ़ बल्कि
    जबकि क्योंकि ताकि हालाँकि जैसे जैसा जैसी ऐसा ऐसी ऐसे वैसा इतना इतनी इतने उतना जितना जहाँ तहाँ जिन जिनके जिनकी जिनका
    जिसे जिसका जिसकी जिसके उनका उनकी उनके इनका इनकी इनके उनसे इनसे उससे इससे स्वयं खुद आपका आपकी आपके तुम तुम्हारा
    सब सभी हर प्रत्येक अन्य कई बहुत काफ़ी थोड़ा अभी फिर कभी हमेशा फिलहाल किसलिए कैसा कैसी किससे किसमें
"""
_TELLING_TEXT = """
    kya kyun kyu kyon kab kahan kahaan kaun kisne kiska kiski kiske kisko kitna kitni kitne kaise kaisa kaisi hai hain
    hua hui hoga hogi batao bataiye batayen bataye chahiye karun karoon kare karein nahi nahin mujhe mujhko sabse wala
    wali ka ki ke ko mein aur yeh woh mera meri mere
"""
_STOP_LATIN = f"""
    {_TELLING_TEXT} hue ne se me par ya yah ye wo vah is us iska iski uska uski hum hame aap apna apni tha thi ho
    hota hoti hote kar karo karna karta karti raha rahi rahe gaya gayi gaye diya liya bhi to hi tak liye kuch koi jo kis
    kon kaunsa kaunsi jaata jata jati jaati sakta sakti sakte do dijiye kijiye likha likhi
"""
_MONTHS_EN: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS_HI = "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर"
_MONTH = "|".join(
    ("jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?",
     "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?", *_MONTHS_HI.split())
)  # fmt: skip
_DAY_FIRST: Final = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_MONTH})\.?,?\s+(\d{{4}})\b")
_MONTH_FIRST: Final = re.compile(rf"(?<!\w)({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b")
_NUMERIC: Final = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_ISO: Final = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_INITIALS: Final = re.compile(r"\b(?:[a-z]\.){2,}")
_GROUPED: Final = re.compile(r"(?<=\d),(?=\d{2,3}(?!\d))|(?<=\d),(?=\d{2,3},)")
_TOKEN: Final = re.compile(r"\d+(?:[./:-]\d+)+[a-z]?|[\w\u0900-\u0963]+(?:['’][a-z]+)?")
_DEVANAGARI: Final = re.compile(r"[\u0900-\u0963]")
_NASAL: Final = re.compile(r"ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])")
_FOLDED: Final = str.maketrans({"ी": "ि", "ू": "ु", "ॉ": "ा", "ऑ": "आ", "ई": "इ", "ऊ": "उ", "ः": None, "ॅ": None})
_DROPPED: Final = str.maketrans(dict.fromkeys("\u093c\u200c\u200d\u00ad"))
_ONE_AT_A_TIME: Final = threading.Lock()
_DIGITS: Final = str.maketrans("०१२३४५६७८९", "0123456789")


def terms(text: str) -> list[str]:
    """The words, numbers and dates of `text` as they are compared, in order, without the commonest."""
    return [part for token in tokens(text) for part in stems(token)]


def tokens(text: str) -> list[str]:
    """The words of `text` in small letters and one spelling, the commonest and all others; dates become one word."""
    plain = plain_text(text)
    plain = _ISO.sub(lambda found: _date(found[3], found[2], found[1]), plain)
    plain = _NUMERIC.sub(lambda found: _date(found[1], found[3], found[4]), plain)
    plain = _DAY_FIRST.sub(lambda found: _date(found[1], _month(found[2]), found[3]), plain)
    plain = _MONTH_FIRST.sub(lambda found: _date(found[2], _month(found[1]), found[3]), plain)
    return _TOKEN.findall(_GROUPED.sub("", plain))


def plain_text(text: str) -> str:
    """`text` in small letters, with digits 0–9, without nukta, nasals one way, initials joined (F.I.R. is ``fir``)."""
    plain = unicodedata.normalize("NFKC", text).lower()
    plain = unicodedata.normalize("NFD", plain).translate(_DROPPED).translate(_DIGITS).replace("\u0901", "\u0902")
    plain = unicodedata.normalize("NFC", plain)
    return _INITIALS.sub(lambda found: found[0].replace(".", "") + " ", _NASAL.sub("\u0902", plain))


def is_hindi(text: str) -> bool:
    """Whether most letters of `text` are Devanagari."""
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum("\u0900" <= letter <= "\u097f" for letter in letters) > len(letters)


def is_hindi_in_latin(text: str) -> bool:
    """Whether `text` is Hindi that was typed in Latin letters: "mera resume kahan jata hai"."""
    return any(word in _TELLING for word in tokens(text))


def _date(day: str, month: str, year: str) -> str:
    """A date as one word, its year again as another: a question may name the year alone."""
    full = year if len(year) == 4 else ("19" if int(year) > 50 else "20") + year
    return f" {full}_{int(month):02}_{int(day):02} {full} "


def _month(name: str) -> str:
    if name[:3] in _MONTHS_EN:
        return str(_MONTHS_EN.index(name[:3]) + 1)
    return str(_MONTHS_HI.split().index(name) + 1)


def stems(token: str) -> list[str]:
    """The stems of one of `tokens`: none of the commonest words, several of a number with parts."""
    if token[0].isdigit():
        return _numbers(token)
    word = token.replace("’", "'").removesuffix("'s")
    if word in STOP:
        return []
    return [stem(word)]


def _numbers(token: str) -> list[str]:
    """A number with its parts: 302/34 is found as 302 and as 34, 24735.68 as 24735, 498A as 498a alone."""
    parts = [part for part in re.split(r"[./:-]", token) if len(part) > 1]
    return [token] if parts == [token] else [token, *parts]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of one word in plain small letters; Hindi long and short vowels fall together."""
    if _DEVANAGARI.search(word):
        return _stemmed("hindi", word.replace("यी", "ई").replace("ये", "ए")).translate(_FOLDED)
    return _stemmed("english", word) if word.isascii() else word


def _stemmed(language: str, word: str) -> str:
    with _ONE_AT_A_TIME:  # a Snowball stemmer keeps the word that it works on in itself
        return str(_stemmer(language).stemWord(word))


@lru_cache(maxsize=2)
def _stemmer(language: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(language)


_TELLING: Final = frozenset(_TELLING_TEXT.split())
STOP: Final = frozenset(plain_text(f"{_STOP_EN} {_STOP_HI} {_STOP_LATIN}").split())
"""Words that nearly every question holds."""

"""Two invented answers, an order and an FIR, for the tests of what is made from them. Nobody in them exists."""

from __future__ import annotations

from datetime import date

from tools.legal.result import PageReading, Result, SectionCard
from tools.legal.types import Clock, Extract, Fact, KeySentence, Outcome, SectionMention, SummarySentence

ALLOWED = (
    "The application is allowed and the applicant be released on bail on furnishing a personal bond of Rs. 25,000/-"
)
ORDER_HI = (
    SummarySentence("अदालत ने रमेश कल्पित को ज़मानत दे दी।", ("outcome", "petitioner")),
    SummarySentence("उन्हें ₹25,000 का मुचलका देना होगा।", ("bond",)),
    SummarySentence("अगली तारीख़ 10 अप्रैल 2025 है।", ("next_date",)),
)
ORDER_EN = (
    SummarySentence("The court gave Ramesh Kalpit bail.", ("outcome", "petitioner")),
    SummarySentence("He must give a bond of ₹25,000.", ("bond",)),
    SummarySentence("He must also pay a fine of ₹90,000.", ("fine",), "The number 90,000 is not in the document."),
    SummarySentence("The next date is 10 April 2025.", ("next_date",)),
)
CLOCK = Clock(
    60,
    date(2025, 3, 5),
    date(2025, 5, 3),
    date(2025, 5, 4),
    "BNSS section 187(3)",
    "…ninety days… sixty days…",
    {"en": "The gravest section carries at most 3 years.", "hi": "सबसे बड़ी धारा में 3 साल तक की सज़ा है।"},
    "303(2)",
)


def fact(key: str, value: str, quote: str = "", page: int = 1, *items: Fact) -> Fact:
    return Fact(key, value, page, quote or value, items=items)


def theft(mention: SectionMention) -> SectionCard:
    """The card of the section on theft."""
    return SectionCard(
        mention, "IPC", "379", "BNS", "303(2)",
        {"en": "Theft", "hi": "चोरी"},
        {"en": "Taking someone's thing without asking.", "hi": "बिना पूछे किसी की चीज़ ले जाना"},
        {"en": "Up to 3 years, or fine, or both", "hi": "3 साल तक की जेल, या जुर्माना, या दोनों"},
        {"en": "Cognizable", "hi": "हाँ"}, {"en": "Non-bailable", "hi": "अदालत पर निर्भर"},
        {"en": "Any Magistrate", "hi": "कोई भी मजिस्ट्रेट"}, known=True,
    )  # fmt: skip


def order_facts() -> list[Fact]:
    facts = [
        fact("court", "Court of the Additional Sessions Judge, Kalpanagar"),
        fact("bench", "Ms. Revathi Kumbhar"),
        fact("case_type", "Bail Application"),
        fact("case_number", "412/2025"),
        fact("petitioner", "Ramesh Kalpit"),
        fact("respondent", "State"),
        fact("order_date", "2025-03-12", "12.03.2025"),
        fact("fir_number", "0031/2025"),
        fact("fir_date", "2025-03-03", "03.03.2025"),
        fact("police_station", "Kalpanagar"),
        fact("arrest_date", "2025-03-05", "05.03.2025"),
        fact("bond", "25000", "Rs. 25,000/-", 2),
        fact("surety", "one surety of the like amount", page=2),
    ]
    bond = "The applicant shall not leave the district without the court's leave."
    return [*facts, fact("conditions", bond, bond, 2, fact("conditions", bond, bond, 2))]


def order_result() -> Result:
    mention = SectionMention("BNS", "303(2)", 1, "u/s 303(2) BNS")
    arms = SectionMention("Arms Act", "25", 1, "25 Arms Act", use="cited")
    next_date = fact("next_date", "2025-04-10", "10.04.2025", 2)
    return Result(
        file="order.pdf",
        status="summarised",
        kind="order",
        language="en",
        pages=2,
        readings=(PageReading(1, "text"), PageReading(2, "ocr")),
        extract=Extract(
            kind="order",
            language="en",
            facts={each.key: each for each in (*order_facts(), next_date)},
            sections=(mention, arms),
            outcome=Outcome("bail_granted", 2, ALLOWED),
            next_date=next_date,
            key_sentences=(KeySentence(ALLOWED, 2), KeySentence("The recovery has already been made.", 1)),
        ),
        summary_hi=ORDER_HI,
        summary_en=ORDER_EN,
        cards=(theft(mention), SectionCard(arms)),
        clock=CLOCK,
        code_note={
            "en": "The offence is after 1 July 2024: the new code applies.",
            "hi": "घटना 1 जुलाई 2024 के बाद की है: नया क़ानून लगता है।",
        },
        engine="templates",
        milliseconds=812.4,
        notes=("Page 2 is a scan: check the numbers against the picture.",),
    )


def fir_result() -> Result:
    accused = (fact("accused", "अज्ञात", "अज्ञात"),)
    story = "दिनांक 28.02.2025 को रात करीब 11 बजे मेरी मोटरसाइकिल कल्पना बाज़ार से चोरी हो गई।"
    facts = [
        fact("fir_number", "0031"),
        fact("year", "2025"),
        fact("district", "कल्पनगर"),
        fact("police_station", "कोतवाली"),
        fact("fir_date", "2025-03-03", "03/03/2025"),
        fact("fir_time", "10:30", "10:30 बजे"),
        fact("offence_date_from", "2025-02-28", "28/02/2025"),
        fact("information_date", "2025-03-03", "03/03/2025"),
        fact("complainant_name", "सुशीला कल्पित"),
        fact("complainant_phone", "▮▮▮▮▮▮"),
        fact("accused", "अज्ञात", "अज्ञात", 1, *accused),
        fact("property_value", "45000", "45000"),
        fact("place", "कल्पना बाज़ार के पास, कल्पनगर"),
        fact("story", story, story, 2),
        fact("investigating_officer", "मोहन लाल काल्पनिक", page=2),
    ]
    mention = SectionMention("BNS", "303(2)", 1, "303(2)")
    return Result(
        file="fir.pdf",
        status="summarised",
        kind="fir",
        language="hi",
        pages=2,
        readings=(PageReading(1, "text", "cctns"), PageReading(2, "ocr")),
        extract=Extract(
            "fir",
            "hi",
            {each.key: each for each in facts},
            (mention,),
            key_sentences=(KeySentence(story, 2),),
        ),
        summary_hi=(
            SummarySentence("सुशीला कल्पित ने थाना कोतवाली में चोरी लिखाई।", ("complainant_name", "police_station")),
            SummarySentence("घटना 28 फ़रवरी 2025 की है।", ("offence_date_from",)),
            SummarySentence("चोरी हुए सामान की क़ीमत ₹45,000 बताई गई है।", ("property_value",)),
        ),
        summary_en=(
            SummarySentence("Sushila Kalpit reported a theft at Kotwali police station.", ("complainant_name",)),
            SummarySentence("It happened on 28 February 2025.", ("offence_date_from",)),
        ),
        cards=(theft(mention),),
        engine="templates",
    )

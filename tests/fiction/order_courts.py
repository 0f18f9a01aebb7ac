"""Orders as particular courts print them: the High Courts at Patna, Allahabad, Chandigarh, Jabalpur and Bombay, a trial
court's sheet in Delhi, and a sessions court in Rajasthan. Knows nothing below the head.
"""

from __future__ import annotations

from typing import Final

from tests.fiction.order_paper import Paper

LINE: Final = "=" * 58


def patna(paper: Paper) -> None:
    """Arising out of a police station's case, ruled, an oral order."""
    matter, number = paper.matter, paper.matter.number.replace("/", " of ")
    paper.center("IN THE HIGH COURT OF JUDICATURE AT PATNA", after=0.5)
    paper.center(f"{matter.case_type} No.{number}", after=0.5)
    if matter.sort.has_fir:
        case, year = matter.words["fir"].split("/")
        place = f"Thana- {matter.where.station.en.upper()} District- {matter.where.district.en}"
        paper.center(f"Arising Out of PS. Case No.-{case} Year-{year} {place}", bold=False, after=0.5)
        paper.use_case()
    paper.center(LINE, bold=False, after=0.5)
    person = matter.applicant
    home = f"Resident of {matter.words['home']}"
    paper.left(f"{person.name.en} Son of {person.relative.en} {home}")
    paper.sides("", "... ... Petitioner/s", after=0.5)
    paper.center("Versus", bold=False, after=0.5)
    paper.left(f"The {matter.other}")
    paper.sides("", "... ... Opposite Party/s" if matter.sort.has_fir else "... ... Respondent/s", after=0.5)
    paper.center(LINE, bold=False, after=0.5)
    paper.left("Appearance :", bold=True)
    paper.left(f"For the Petitioner/s     :   {paper.lawyer(0)}, Advocate")
    paper.left(f"For the Opposite Party/s :   {paper.lawyer(1)}, {'APP' if matter.sort.has_fir else 'GP'}")
    paper.center(LINE, bold=False, after=0.5)
    paper.center(f"CORAM: HONOURABLE {'MS.' if paper.madam else 'MR.'} JUSTICE {paper.judge.upper()}", after=0.5)
    paper.center("ORAL ORDER" if not matter.sort.judgment else "ORAL JUDGMENT", after=1)
    paper.left(f"{paper.rng.randint(2, 9)}    {paper.on}", after=2)
    paper.use_head()


def allahabad(paper: Paper) -> None:
    """Case particulars as lines with ":-", the date at the end."""
    matter = paper.matter
    paper.left(f"Court No. - {paper.rng.randint(1, 92)}", bold=True, after=3)
    one, other = ("Applicant", "Opposite Party") if matter.sort.has_fir else ("Petitioner", "Respondent")
    paper.left(f"Case :- {matter.case_type} No. - {matter.number.replace('/', ' of ')}", after=2)
    paper.left(f"{one} :- {matter.applicant.name.en}")
    paper.left(f"{other} :- {matter.other}")
    paper.left(f"Counsel for {one} :- {matter.counsel[0].en}")
    paper.left(f"Counsel for {other} :- {matter.counsel[1].en}", after=2)
    paper.left(f"Hon'ble {paper.judge},J.", bold=True, after=3)
    paper.use(
        "bench", "case_type", "case_number", "petitioner", "respondent", "petitioner_counsel", "respondent_counsel"
    )


def punjab(paper: Paper) -> None:
    """The number in the corner, date of decision, stars before the text."""
    matter = paper.matter
    number = f"{matter.case_type}-{matter.number.replace('/', '-')}"
    paper.sheet.put(paper.sheet.left, 9, paper.sheet.wide, f"{number}            -1-", 9)
    paper.center("IN THE HIGH COURT OF PUNJAB AND HARYANA AT CHANDIGARH", after=3)
    paper.left(number, bold=True, indent=90, after=0.5)
    paper.left(f"Date of decision: {paper.on}", bold=True, indent=90, after=3)
    paper.left(matter.applicant.name.en)
    paper.sides("", "...Petitioner", after=0.5)
    paper.center("Versus", bold=False, after=0.5)
    paper.left(matter.other)
    paper.sides("", "...Respondent", after=2)
    paper.left(f"CORAM:  {paper.justice}", bold=True, after=2)
    paper.left(f"Present:   {paper.lawyer(0)}, Advocate for the petitioner.", after=1)
    paper.left(f"{paper.lawyer(1)}, AAG, Haryana.", indent=18, after=2)
    paper.center("***", bold=False, after=1)
    paper.left(f"{paper.judge.upper()}, J. (Oral)", bold=True, after=3)
    paper.use_head()


def jabalpur(paper: Paper) -> None:
    """BEFORE, BETWEEN and AND; the date in words of the form."""
    matter = paper.matter
    paper.center("IN THE HIGH COURT OF MADHYA PRADESH", after=0.3)
    paper.center("AT JABALPUR", after=0.3)
    paper.center("BEFORE", after=0.3)
    paper.center(f"HON'BLE {'SMT.' if paper.madam else 'SHRI'} JUSTICE {paper.judge.upper()}", after=0.3)
    paper.center(f"ON THE {paper.on.upper()}", after=0.3)
    paper.center(f"{matter.case_type} No. {matter.number.replace('/', ' of ')}", after=2)
    person = matter.applicant
    paper.left("BETWEEN:-", bold=True)
    age = f"AGED ABOUT {2020 - person.birth_year} YEARS, OCCUPATION: {person.occupation.en.upper()}"
    paper.left(f"{person.name.en.upper()} S/O {person.relative.en.upper()}, {age} R/O {matter.words['home'].upper()}")
    one = "APPLICANT" if matter.sort.has_fir else "PETITIONER"
    paper.sides("", f".....{one}", after=0.5)
    paper.left(f"(BY {paper.lawyer(0).upper()} - ADVOCATE)", after=1)
    paper.left("AND", bold=True)
    through = f"THROUGH POLICE STATION {matter.where.station.en.upper()} DISTRICT {matter.where.district.en.upper()}"
    paper.left(f"THE {matter.other.upper()} {through if matter.sort.has_fir else 'THROUGH SECRETARY'} (MADHYA PRADESH)")
    paper.sides("", ".....RESPONDENT", after=0.5)
    paper.left(f"(BY {paper.lawyer(1).upper()} - PANEL LAWYER)", after=2)
    coming = "This application coming on for admission this day, the court passed the following:"
    paper.left(coming, indent=12, after=1)
    paper.center("ORDER", after=3)
    paper.use_head()


def bombay(paper: Paper) -> None:
    """A file name in the corner, V/s., P.C."""
    matter = paper.matter
    number, year = matter.number.split("/")
    paper.sheet.put(paper.sheet.left, 9, paper.sheet.wide, f"1            907-{number}-{year}.odt", 8, align="R")
    paper.center("IN THE HIGH COURT OF JUDICATURE AT BOMBAY", after=0.3)
    paper.center(f"{'CRIMINAL' if matter.sort.has_fir else 'CIVIL'} APPELLATE JURISDICTION", after=1)
    paper.center(f"{matter.case_type} NO. {number} OF {year}", after=3)
    one = "Applicant" if matter.sort.has_fir else "Petitioner"
    paper.sides(matter.applicant.name.en, f"... {one}", after=0.5)
    paper.left("V/s.", indent=30)
    paper.sides(f"The {matter.other}", "... Respondent", after=1)
    paper.center("-----", bold=False, after=0.5)
    paper.left(f"{paper.lawyer(0)} for the {one}.")
    paper.left(f"{paper.lawyer(1)}, {'APP' if matter.sort.has_fir else 'AGP'} for the Respondent-State.")
    paper.center("-----", bold=False, after=0.5)
    paper.left(f"CORAM : {paper.judge.upper()}, J.", bold=True, indent=80)
    paper.left(f"DATED : {paper.on.upper()}", bold=True, indent=80, after=2)
    paper.left("P.C. :-", bold=True, after=2)
    paper.use_head()


def sheet(paper: Paper) -> None:
    """A trial court's sheet: the case in four short lines, no court above it."""
    matter = paper.matter
    paper.left(f"FIR No. {matter.words['fir']}")
    paper.left(f"PS {matter.where.station.en}")
    paper.left(f"U/s {matter.words['sections']}")
    paper.left(f"State Vs. {matter.applicant.name.en}", after=3)
    paper.left(paper.on, bold=True, after=2)
    first, second = (1, 0) if not matter.sort.state_first else (0, 1)
    paper.left(f"Present:   {paper.lawyer(first)}, Ld. APP for the State.")
    who = "accused" if matter.sort.state_first else "applicant/accused"
    paper.left(f"{paper.lawyer(second)}, Ld. Counsel for {who}.", indent=18, after=3)
    paper.use("fir_number", "police_station", "bench", "petitioner_counsel", "respondent_counsel", "court")


def kota(paper: Paper) -> None:
    """Labels with ":-", the State through its prosecutor, who was present."""
    matter = paper.matter
    paper.center(f"न्यायालय :- {paper.office} (राज.)", after=0.5)
    paper.center(f"पीठासीन अधिकारी :- {paper.judge}, आर.जे.एस.", bold=False, after=1.5)
    paper.left(f"{matter.case_type} संख्या :- {matter.number}", after=2)
    person = f"{matter.applicant.known_as('hi')}, निवासी {matter.words['home']}"
    paper.left(person)
    paper.sides("", "-प्रार्थी/अभियुक्त", after=0.5)
    paper.center("बनाम", bold=False, after=0.5)
    paper.left("राजस्थान राज्य जरिये अपर लोक अभियोजक")
    paper.sides("", "-अप्रार्थी", after=1)
    paper.left(f"प्रथम सूचना रिपोर्ट संख्या :- {matter.words['fir']}")
    paper.left(f"पुलिस थाना :- {matter.where.station.hi}, जिला {matter.where.district.hi}")
    paper.left(f"अपराध अन्तर्गत धारा :- {matter.words['sections']}", after=1)
    paper.left("उपस्थित :-", bold=True)
    paper.left(f"1. {paper.lawyer(0)}, अधिवक्ता वास्ते प्रार्थी।", indent=8)
    paper.left(f"2. {paper.lawyer(1)}, अपर लोक अभियोजक वास्ते राज्य।", indent=8, after=2)
    paper.center(":: आदेश ::", after=0.5)
    paper.left(f"दिनांक :- {paper.on}", indent=95, after=2)
    paper.use_head()
    paper.use_case()

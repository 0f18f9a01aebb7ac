"""Which words head a section of a resume, in English and Hindi. Knows single lines only, not their place or style."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

SectionKind = Literal[
    "header",
    "summary",
    "experience",
    "education",
    "skills",
    "projects",
    "certifications",
    "languages",
    "interests",
    "personal",
    "references",
    "declaration",
    "other",
]

_PHRASES: dict[SectionKind, str] = {
    "summary": """summary|profile|objective|objectives|career objective|career objectives|career summary|career focus|
        career profile|professional summary|professional profile|professional overview|profile summary|executive summary|
        executive profile|summary of qualifications|qualifications summary|summary of experience|experience summary|
        overview|career overview|about|about me|synopsis|professional synopsis|profile synopsis|personal statement|
        professional objective|job objective|employment objective|objective statement|carrier objective|statement|
        introduction|bio|biography|who am i|career highlights|profile overview|core profile|उद्देश्य|कैरियर उद्देश्य|
        करियर उद्देश्य|परिचय|सारांश|प्रोफ़ाइल|profil|zusammenfassung|résumé|perfil""",
    "experience": """experience|experiences|work experience|work experiences|professional experience|job experience|
        professional experiences|employment|employment history|employment details|employment record|employment summary|
        work history|career history|job history|experience details|experience detail|company details|work profile|
        work details|working experience|industry experience|industrial experience|relevant experience|other experience|
        relevant work experience|related experience|additional experience|additional work experience|teaching experience|
        other work experience|career experience|corporate experience|organizational experience|organisational experience|
        organisation experience|professional background|work background|employment experience|internship|internships|
        internship experience|internship details|industrial training|job profile|current employment|previous employment|
        present employment|past employment|previous experience|current experience|past experience|military experience|
        work and experience|professional career|career|career chronology|career graph|career path|career contour|
        clinical experience|research experience|leadership experience|field experience|business experience|
        banking experience|accounting experience|it experience|technical experience|experience in brief|
        details of experience|details of employment|job details|service record|work exposure|professional exposure|
        professional history|experience profile|experience highlights|professional journey|work|employers|
        अनुभव|कार्य अनुभव|कार्यानुभव|कार्य का अनुभव|नौकरी का अनुभव|व्यावसायिक अनुभव|रोजगार|रोज़गार|रोजगार विवरण|कार्य इतिहास|
        berufserfahrung|expérience|expériences|expérience professionnelle|expériences professionnelles|experiencia""",
    "education": """education|educations|education details|education detail|educational details|educational qualification|
        educational qualifications|education qualification|education qualifications|educational background|education history|
        education background|academic qualification|academic qualifications|academic background|academic details|
        academic profile|academic record|academic records|academic credentials|academics|academic|academia|qualification|
        qualifications|professional qualification|professional qualifications|scholastics|scholastic record|
        technical qualification|technical qualifications|academic and professional qualification|academic chronicle|
        education summary|education profile|education and training|education and credentials|schooling|
        academic history|academic summary|academic performance|academic achievements|academic projection|
        basic academic credentials|professional and academic qualification|studies|formation|diplomas|degrees|
        academic qualification details|educational credentials|educational profile|educational attainment|educational record|
        शिक्षा|शैक्षिक योग्यता|शैक्षणिक योग्यता|शैक्षणिक विवरण|शैक्षिक विवरण|योग्यता|ausbildung|bildung|educación""",
    "skills": """skills|skill|skill set|skillset|skills set|key skills|key skill|technical skills|technical skill|it skills|
        it skill|computer skills|computer skill|computer knowledge|core skills|professional skills|soft skills|skill details|
        technical skill set|technical skillset|technical expertise|technical proficiency|technical proficiencies|
        technical knowledge|technical competencies|technical summary|technical profile|technical purview|technologies|
        technology|technology skills|areas of expertise|area of expertise|areas of interest and expertise|expertise|
        core competencies|core competency|core competence|competencies|key competencies|core strengths|strengths|strength|
        key strengths|personal strengths|highlights|skill highlights|skills highlights|key skills and competencies|
        software skills|software proficiency|software knowledge|software|computer proficiency|computer literacy|tools|
        tools and technologies|technologies and tools|technical tools|top skills|skills summary|summary of skills|
        skills and abilities|skills and expertise|skills and competencies|skills and tools|skills and interests|
        skills and strengths|key qualifications|key expertise|functional skills|managerial skills|interpersonal skills|
        personal skills|professional strengths|additional skills|other skills|relevant skills|specialties|specialities|
        programming skills|programming languages|programming|professional expertise|operating systems|databases|
        proficiencies|abilities|capabilities|key capabilities|domain expertise|domain knowledge|special skills|
        trade skills|clinical skills|language and technologies|qualifications and skills|technical|talents|
        non technical skills|computer awareness|it proficiency|it knowledge|skills possessed|key proficiencies|
        कौशल|मुख्य कौशल|तकनीकी कौशल|कंप्यूटर ज्ञान|कम्प्यूटर ज्ञान|दक्षता|fähigkeiten|kenntnisse|compétences|habilidades""",
    "projects": """projects|project|project details|project detail|project experience|projects undertaken|projects handled|
        project undertaken|academic project|academic projects|key projects|major projects|personal projects|minor project|
        project profile|project work|project works|projects details|project summary|selected projects|side projects|
        final year project|major project|live projects|research projects|project highlights|college projects|
        notable projects|recent projects|relevant projects|projects profile|open source|open source projects|परियोजना|परियोजनाएं""",
    "certifications": """certifications|certification|certificates|certificate|licenses|licences|license|licensure|
        licenses and certifications|certifications and licenses|licenses certifications|certification details|
        professional certifications|professional certification|technical certifications|certifications licenses groups|
        certifications and training|training and certifications|trainings and certifications|courses and certifications|
        certification and training|courses|course|trainings|training|training undertaken|professional training|
        training and development|professional development|certification and licenses|credentials|certificate courses|
        training details|trainings attended|training attended|online courses|technical certification|certifications and awards|
        प्रमाणपत्र|प्रमाण पत्र|प्रशिक्षण""",
    "languages": """languages|language|languages known|language known|language skills|linguistic skills|known languages|
        language proficiency|linguistic proficiency|linguistic abilities|languages spoken|भाषा|भाषाएं|भाषाएँ|भाषा ज्ञान|भाषाओं का ज्ञान|
        sprachen|langues|idiomas""",
    "interests": """interests|interest|hobbies|hobby|hobbies and interests|interests and hobbies|personal interests|
        extra curricular|extra curricular activities|extracurricular|extracurricular activities|co curricular activities|
        extra curricular activity|extra curriculum activities|extra curricular activities and achievements|activities|
        leisure|area of interest|areas of interest|activities and interests|fields of interest|volunteering|volunteer work|
        volunteer experience|volunteer|community service|community involvement|social activities|शौक|रुचियां|रुचि|रुचियाँ""",
    "personal": """personal details|personal detail|personal information|personal profile|personal data|personal dossier|
        personal particulars|personal vitae|personal info|personal|bio data|biodata|contact|contact details|contact info|
        contact information|contact me|contacts|address|personal memoranda|personal minutiae|personal snippets|other details|
        personal background|get in touch|व्यक्तिगत विवरण|व्यक्तिगत जानकारी|निजी विवरण|निजी जानकारी|संपर्क|संपर्क विवरण""",
    "references": """references|reference|referees|professional references|personal references|recommendations|संदर्भ""",
    "declaration": """declaration|self declaration|declarations|घोषणा|वचन""",
    "other": """additional information|additional info|other information|miscellaneous|achievements|achievement|awards|award|
        accomplishments|accomplishment|honors|honours|honors and awards|honours and awards|awards and honors|honors awards|
        awards and achievements|achievements and awards|awards and recognition|awards and recognitions|rewards|
        key achievements|major achievements|professional achievements|rewards and recognition|rewards and recognitions|
        publications|selected publications|publication|patents|papers|research|research interests|conferences|
        presentations|affiliations|professional affiliations|memberships|membership|professional memberships|
        memberships and affiliations|links|additional details|positions of responsibility|position of responsibility|
        leadership|seminars|workshops|workshops attended|salary details|expected salary|availability|other|others|
        groups|military service|talks|press|scholarships|test scores|coursework|relevant coursework|workshop|seminar|
        recognition|key responsibilities area|professional associations|hackathons|उपलब्धियां|उपलब्धियाँ|अन्य जानकारी""",
}
_KIND: dict[str, SectionKind] = {
    " ".join(phrase.split()): kind
    for kind, phrases in _PHRASES.items()
    for phrase in phrases.split("|")
    if phrase.strip()
}
_TAILS: tuple[tuple[re.Pattern[str], SectionKind], ...] = (
    (re.compile(r"\b(?:projects?)$"), "projects"),
    (re.compile(r"\b(?:experiences?|employment|work history|internships?)$"), "experience"),
    (
        re.compile(
            r"^(?:experience|employment|work experience|professional experience) (?:with|at|in|and|details|summary)\b"
        ),
        "experience",
    ),
    (re.compile(r"^acad\w* (?:credentials?|details?|background|profile|records?)$|^educ\w* (?:details?|qualif\w*|background)$"), "education"),
    (re.compile(r"\b(?:education|qualifications?|academics|academic credentials)$"), "education"),
    (re.compile(r"\b(?:skills?|skill ?set|expertise|competenc(?:ies|e)|proficienc(?:y|ies))$"), "skills"),
    (re.compile(r"\b(?:certifications?|trainings?|courses)$"), "certifications"),
    (re.compile(r"\b(?:personal (?:details|information|profile))$"), "personal"),
    (re.compile(r"\b(?:objectives?|summary)$"), "summary"),
    (re.compile(r"\b(?:achievements?|awards?|honou?rs|publications?|activities)$"), "other"),
)
_SPACED = re.compile(r"^(?:\S ){3,}\S$")
_EDGE = re.compile(r"^[^\w'’]+|[^\w'’)]+$")
_LABEL = re.compile(
    r"^[\W_]{0,6}([A-Za-z\u0900-\u097F][A-Za-z\u0900-\u097F &/,'’.-]{2,45}?)\s*(?::-?|:–|\s[-–—]{1,2}\s)\s*(?=\S)"
)
_GLUED = re.compile(
    r"(?<=[\w.)%;])\s{0,3}(?=(?:Education|Company|Skill|Project) Details\b)|(?<=\bCompany Details)\s+(?=\S)"
)


@lru_cache(maxsize=4096)
def find_heading(text: str) -> tuple[SectionKind, str, str, bool] | None:
    """(kind, heading, rest of the line, is the phrase known as it stands) when `text` reads like a heading."""
    if not 2 <= len(text) <= 400:
        return None
    if len(text) <= 90:
        joined = unspace(text)
        kind = _KIND.get(_plain(joined)) or _composite(joined)
        if kind is not None:
            return (kind, text.strip(), "", True) if _starts_like_heading(joined) else None
        kind = _by_tail(joined)
        if kind is not None:
            return kind, text.strip(), "", False
    label = _LABEL.match(text)
    if label is not None:
        kind = _KIND.get(_plain(label[1]))
        if kind is not None and _starts_like_heading(label[1]):
            return kind, label[1].strip(), text[label.end() :], True
    return None


def is_heading_like(text: str) -> bool:
    """Does a line without known style look like a heading: upper case or a trailing colon?"""
    stripped = text.strip()
    return (stripped.isupper() and len(stripped) > 3) or stripped.endswith((":", ":-"))


def unspace(text: str) -> str:
    """`E X P E R I E N C E` as one word; double spaces or an ampersand part the words. Other text as it is."""
    stripped = text.strip()
    if not _SPACED.match(stripped):
        return stripped
    words = re.split(r"\s{2,}|\s&\s", stripped)
    if len(words) > 1:
        return " and ".join(word.replace(" ", "") for word in words)
    return _segment(stripped.replace(" ", ""))


def inline_split(text: str) -> list[str]:
    """A flattened line cut where a heading is glued into it (`… B.Tech.Education Details`)."""
    return [piece for piece in (part.strip() for part in _GLUED.split(text)) if piece] or [text]


def _segment(letters: str) -> str:
    """`WORKEXPERIENCE` to `WORK EXPERIENCE` when the two halves make a known heading."""
    low = letters.lower()
    for at in range(3, len(low) - 2):
        if f"{low[:at]} {low[at:]}" in _KIND:
            return f"{letters[:at]} {letters[at:]}"
    return letters


def _plain(text: str) -> str:
    text = _EDGE.sub("", text.strip()).casefold().replace("&", " and ").replace("/", " and ")
    text = re.sub(r"^(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)]\s+|^(?:my|the|your)\s+", "", text)
    text = re.sub(r"[-–—_,()\[\]|.]+", " ", text.replace("’s", "").replace("'s", ""))
    return " ".join(text.split())


def _composite(text: str) -> SectionKind | None:
    """The first part's kind when a heading joins known headings: `Education & Certifications`."""
    parts = [part for part in re.split(r"\s+and\s+|\s*[,&/|+]\s*", _EDGE.sub("", text.casefold())) if part]
    if not 2 <= len(parts) <= 4:
        return None
    kinds = [_KIND.get(_plain(part)) for part in parts]
    return kinds[0] if all(kinds) else None


def _by_tail(text: str) -> SectionKind | None:
    plain = _plain(text)
    words = plain.split()
    if (
        not 1 < len(words) <= 5
        or any(character.isdigit() for character in plain)
        or text.rstrip().endswith((".", ",", ";"))
    ):
        return None
    if not (text.isupper() or text.istitle() or text.rstrip().endswith(":") or _title_case(text)):
        return None
    if words[0] in (
        "years",
        "having",
        "with",
        "have",
        "good",
        "hands",
        "no",
        "excellent",
        "strong",
        "total",
        "overall",
        "over",
    ):
        return None
    return next((kind for pattern, kind in _TAILS if pattern.search(plain)), None)


def _title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words)


def _starts_like_heading(text: str) -> bool:
    first = next((character for character in text if character.isalpha()), "")
    return bool(first) and (first.isupper() or not first.islower() or text.strip().endswith(":"))

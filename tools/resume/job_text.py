"""Reads the shape of a job description: its title, which lines are boilerplate, and how binding each clause is.

Works line by line on cues in English and Hindi; it knows nothing of skills.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Force = Literal["must", "nice", "wanted", "duty", "plain"]
"""How binding a clause is: required, optional, asked for without saying how badly, a task, or none of these."""

_HEADINGS: tuple[tuple[re.Pattern[str], Force | Literal["boilerplate"]], ...] = tuple(
    (re.compile(pattern, re.I), force)
    for pattern, force in (
        (
            r"(?:good|nice|great|useful) to have|preferred|desir(?:ed|able)|(?:added )?advantage|bonus|optional|plus(?:es)?$|"
            r"additional (?:skills|qualifications)|secondary skills|वांछनीय",
            "nice",
        ),
        (
            r"must[ -]haves?|mandatory|essential|required|minimum (?:requirements?|qualifications?)|primary skills|अनिवार्य|आवश्यक",
            "must",
        ),
        (
            r"^(?:about (?:us|the (?:company|organi[sz]ation|client|team|employer)|our|.{2,30} (?:ltd|limited|inc|llp|bank|group))|"
            r"company (?:profile|overview|description|website|address)|who we are|our (?:story|mission|vision|values|culture|company)|"
            r"why (?:work|join|us|choose).*|what we (?:offer|provide)|(?:what|we) offers?|what.s in it for you|(?:the )?benefits.*|"
            r"perks.*|compensation.*|salary.*|ctc.*|pay (?:range|scale)|remuneration|how to apply.*|to apply|apply (?:now|here|online)|"
            r"application process|interview (?:process|details|rounds?)|walk.?in.*|disclaimer.*|equal (?:employment )?opportunit.*|eeo.*|"
            r"diversity.*|contact (?:us|details|person|information)|work(?:ing)? (?:hours|timings?|days|schedule)|office hours|"
            r"equipment|physical (?:demands|requirements).*|working conditions|"
            r"location|job location|posted date|view all jobs.*|similar jobs|share this job|recruiter|note)$",
            "boilerplate",
        ),
        (
            r"responsibilit|duties|what you(?:.ll| will) (?:do|be doing)|(?:the|your) role|day.to.day|essential functions|job functions|"
            r"scope of work|role (?:overview|purpose|summary)|key (?:tasks|accountabilities|result areas)|kras?$|tasks$|"
            r"how you will contribute|जिम्मेदारियाँ|कार्य विवरण",
            "duty",
        ),
        (
            r"requirements?|qualifications?|skills?|what (?:we.re|we are) looking for|who you are|what you(?:.ll)? (?:need|bring|offer)|"
            r"about you|eligibility|experience|expertise|competenc|candidate profile|desired profile|ideal candidate|knowledge|"
            r"technolog|tech stack|you (?:have|are)|education|योग्यता|कौशल|अनुभव",
            "wanted",
        ),
        (
            r"job (?:description|summary|purpose|overview|details)|summary|overview|description|position|profile|role",
            "plain",
        ),
    )
)
_BOILERPLATE = re.compile(
    r"equal.{0,12}opportunit|regard(?:less)? (?:to|of) (?:race|age|gender|colou?r|religion)|protected (?:veteran|class)|affirmative action|"
    r"reasonable accommodation|criminal histor|fair chance|drug.free|e-?verify|authorized to work|terms of (?:use|service)|"
    r"background (?:check|screening)|\bvaccinat|apply (?:now|today|online|via|through|directly)|click (?:here|on|apply)|"
    r"(?:send|mail|share|forward|submit|drop|email) (?:\w+ ){0,3}(?:resumes?|cvs?|updated|profile|application)|whats ?app|walk.?in|"
    r"\b(?:401|k savings|medical insurance|health insurance|dental|paid time off|\bpto\b|life insurance|retirement plan|provident fund|"
    r"gratuity|perks|signon bonus|sign.on bonus|cafeteria|cab facility|food facility|maternity leave|sick leave)\b|"
    r"\b(?:ctc|lpa|lakhs?|lacs?|per annum|p\.a\.|per month|salary|stipend|take.?home|compensation)\b|"
    r"^\W*(?:industry type|industry|department|employment type|role category|location|job location|website|notice period|no\.? of openings|"
    r"openings|vacanc(?:y|ies)|job type|shift|work mode|office hours|timings?|company|posted|job id|reference|ref|contact|phone)\s*[:\-]|"
    r"\bfounded in\b|\bfortune \d|\bis (?:a|an|one of) (?:the )?(?:\w+[ -]){0,4}(?:company|firm|bank|organi[sz]ation|provider|leader|group)\b|"
    r"\bwe are (?:a|an|one of) (?:the )?(?:leading|global|fast|growing|world|multinational|well)|(?:our|the) (?:mission|vision|culture|values) (?:is|are)|"
    r"has been (?:aggregated|in business)|disclaimer|work from office|immediate joiners?|\bjob posting\b|candidates are advised|"
    r"committed to (?:diversity|creating|providing an inclusive)|inclusive (?:work|environment)|download the .{0,20}app\b|read more$|"
    r"^\W*(?:disclaimer|skills highlighted with)|https?://|www\.|\S@\S",
    re.I,
)
_MUST = re.compile(
    r"\b(?:must|mandatory|required|requires|essential|compulsory|prerequisite|pre-requisite|should (?:have|be|possess|know)|need(?:s)? to|"
    r"non-negotiable|proficien(?:t|cy)|expert(?:ise)? (?:in|with|on|level)|strong (?:\w+ ){0,2}(?:knowledge|experience|proficiency|command|"
    r"background|hands|understanding|expertise|skills? in|programming|grasp)|solid (?:\w+ ){0,2}(?:experience|knowledge|understanding)|"
    r"in-?depth|thorough|at least|minimum|min\.?|hands[- ]on experience)\b|अनिवार्य|आवश्यक|ज़रूरी|जरूरी",
    re.I,
)
_NICE = re.compile(
    r"\b(?:preferred|preferably|prefer|preference|desir(?:ed|able)|(?:good|nice|great) to have|(?:a|an|is|big|added|huge|definite) plus|plus\b(?=\s*[.)]|$)|"
    r"plus point|(?:added |an )?advantage(?:ous)?|bonus|optional(?:ly)?|beneficial|ideal(?:ly)?|not (?:mandatory|required|necessary|essential|a must)|"
    r"familiarity|familiar|exposure|awareness|an asset|helpful|welcome)\b|वांछनीय|बेहतर",
    re.I,
)
_TITLE_LABEL = re.compile(
    r"^\W*(?:job\s+title|job\s+role|position(?:\s+title)?|role|designation|post(?:\s+name)?|job\s+profile|title|vacancy|opening|profile|पद)"
    r"(?:\s+name)?\s*(?::|-|–)\s*(?P<title>\S.{1,90})$",
    re.I,
)
_HIRING = re.compile(
    r"\b(?:hiring|looking for|seeking|searching for|in search of|requirement for|opening for|recruiting|need|wanted)\s*[:\-]?\s*"
    r"(?:(?:an?|for|the|our|some|multiple|experienced|skilled|talented|motivated|passionate|enthusiastic|dynamic|qualified|"
    r"dedicated|highly|and|full[- ]?time|part[- ]?time|immediate)\s+)*"
    r"(?P<title>[^\W\d_][\w+#./&() -]{2,60}?)(?=\s+(?:to|with|who|for|at|in|from|on|having|that|based|fulltime|parttime|and (?:a|two|several))\b|[,.;:!\n]|$)",
    re.I,
)
_NOT_A_TITLE = re.compile(
    r"^\W*(?:job (?:description|summary|details|purpose|overview|responsibilities|requirements?)|description|summary|overview|responsibilities|"
    r"requirements?|about\b.*|key skills|skills|dear\b.*|hi\b.*|hello\b.*|greetings.*|we are.*|we re.*|our .*|company.*|location.*|office hours.*|job|jd)\W*$",
    re.I,
)
_SKILL_LABEL = re.compile(
    r"(?:^|[\n,;.|–-])[ \t]*((?:(?:key|required|mandatory|technical|must[- ]have|primary|secondary|good[- ]to[- ]have|preferred|core|it|desired)\s+)*"
    r"(?:key ?)?skills?(?:\s+(?:required|needed|set|preferred))?)[ \t]*(?::-?|=|–)[ \t]*",
    re.I,
)


@dataclass(frozen=True)
class Clause:
    """A piece of a sentence with the force that its words or its section give it; `listed` in a list of skills."""

    text: str
    force: Force
    listed: bool = False
    wanted: bool = False  # stands in a section or sentence about the candidate


def useful_lines(text: str) -> list[tuple[str, Force, bool]]:
    """(line, force of its section, is it a list of skills), without headings and boilerplate."""
    kept: list[tuple[str, Force, bool]] = []
    force: Force | Literal["boilerplate"] = "plain"
    listed = False
    for raw in _SKILL_LABEL.sub(lambda match: f"\n{match[1].strip()}: ", text).split("\n"):
        line = raw.strip()
        heading, rest = _heading(line)
        if heading is not None:
            force, listed = heading, bool(re.search(r"\bskills?\b|technolog|tech stack", line[:60], re.I))
            line = rest
        if not line or force == "boilerplate":
            continue
        sentences = [part for part in re.split(r"(?<=[.!?])\s+(?=[A-Z•])", line) if not _BOILERPLATE.search(part)]
        if sentences:
            kept.append((" ".join(sentences), force, listed and _is_list(line, labelled=bool(rest))))
    return kept


def clauses(text: str) -> list[Clause]:
    """The description in clauses, each with its force."""
    found: list[Clause] = []
    for line, section, listed in useful_lines(text):
        for sentence in re.split(r"(?<=[.;!?])\s+", line):
            parts = [part for part in re.split(r"[()\[\]]", sentence) if part.strip()] if not listed else [sentence]
            for part in parts:
                found.append(Clause(part.strip(), _force(part, section), listed, section in ("must", "wanted", "nice")))
    return found


def find_title(text: str) -> str | None:
    """The job's title: after a label, as a short first line, or after "hiring a"."""
    lines = [line.strip() for line in text.split("\n") if line.strip()][:15]
    for line in lines:
        label = _TITLE_LABEL.match(line)
        if label is not None and len(label["title"].split()) <= 10:
            return tidy_title(label["title"])
    if lines:
        first = _SKILL_LABEL.split(lines[0])[0].strip(" ,;:.-–|")
        if (
            0 < len(first.split()) <= 10
            and not _NOT_A_TITLE.match(first)
            and not _HIRING.match(first)
            and not first.endswith(".")
        ):
            return tidy_title(first)
    for line in lines:
        hiring = _HIRING.search(line)
        if hiring is not None:
            return tidy_title(hiring["title"])
    return None


def tidy_title(title: str) -> str:
    """A title without markup, years in brackets and places after a dash; at most 90 characters."""
    title = re.sub(
        r"\s*[(\[][^)\]]*(?:yrs?|years?|location|openings?|immediate|wfh|remote|batch|required)[^)\]]*[)\]]?",
        "",
        title,
        flags=re.I,
    )
    title = re.sub(
        r"^\W*(?:urgent(?:ly)?|hiring|required|wanted|job opening|opening)\b[\s:!-]*(?:for\s+)?", "", title, flags=re.I
    )
    return " ".join(title.split()).strip(" ,;:.-–|*#[]")[:90]


def _heading(line: str) -> tuple[Force | Literal["boilerplate"] | None, str]:
    """(section, what follows on the line) when `line` is or begins with a heading."""
    label, colon, rest = line.partition(":")
    bare = label.strip(" \t*#•-–—_=>.").strip()
    words = bare.split()
    if not words or len(words) > 7 or (not colon and (len(bare) > 60 or line.endswith((".", ",", ";")))):
        return None, line
    if not colon and len(words) > 4 and not bare.istitle() and not bare.isupper():
        return None, line
    for pattern, force in _HEADINGS:
        if pattern.search(bare):
            if force == "plain" and rest.strip():
                return None, line
            if not colon and force in ("wanted", "must", "nice") and not _bare_heading(words):
                return None, line
            return force, rest.strip(" -\t")
    return None, line


def _bare_heading(words: list[str]) -> bool:
    """A heading without a colon holds only words that headings are made of."""
    plain = {word.casefold().strip(",&/") for word in words}
    known = set(
        "job key required requirement requirements preferred desired desirable minimum basic essential mandatory must have haves "
        "good nice to skills skill set qualifications qualification and or & experience education technical candidate profile the "
        "what we are were looking for you need bring offer who about ideal competencies capabilities knowledge abilities "
        "expertise eligibility criteria additional other professional educational tech stack technologies us your i.e. "
        "us expected specific role position योग्यता कौशल अनुभव अनिवार्य वांछनीय आवश्यक".split()
    )
    return plain <= known


def _is_list(line: str, *, labelled: bool) -> bool:
    pieces = [piece for piece in re.split(r"[,;|•]", line) if piece.strip()]
    average = sum(len(piece.split()) for piece in pieces) / max(1, len(pieces))
    return average <= 3.5 and (len(pieces) > 1 or labelled or len(line.split()) <= 4)


def _force(clause: str, section: Force | Literal["boilerplate"]) -> Force:
    if _NICE.search(clause):
        return "nice"
    if section == "nice":
        return "nice"
    if section == "must" or (_MUST.search(clause) and section != "duty"):
        return "must"
    return section if section != "boilerplate" else "plain"

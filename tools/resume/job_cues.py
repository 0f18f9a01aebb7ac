"""The wordings of job descriptions, in English and Hindi: headings, boilerplate, and what makes a skill a must.

Only patterns; how they are applied is in `job_text.py`.
"""

from __future__ import annotations

import re
from typing import Literal

Force = Literal["must", "nice", "wanted", "duty", "plain"]
"""How binding a clause is: required, optional, asked for without saying how badly, a task, or none of these."""
Section = Force | Literal["boilerplate"]

_HEADING_CUES: tuple[tuple[str, Section], ...] = (
    (
        r"(?:good|nice|great|useful) to have|preferred|desir(?:ed|able)|(?:added )?advantage|bonus|optional|"
        r"plus(?:es)?$|"
        r"additional (?:skills|qualifications)|secondary skills|वांछनीय",
        "nice",
    ),
    (
        r"must[ -]haves?|mandatory|essential|required|minimum (?:requirements?|qualifications?)|primary skills|"
        r"अनिवार्य|आवश्यक",
        "must",
    ),
    (
        r"^(?:about (?:us|the (?:company|organi[sz]ation|client|team|employer)|our|.{2,30} (?:ltd|limited|inc|"
        r"llp|bank|group))|"
        r"company (?:profile|overview|description|website|address)|who we are|our (?:story|mission|vision|"
        r"values|culture|company)|"
        r"why (?:work|join|us|choose).*|what we (?:offer|provide)|(?:what|we) offers?|what.s in it for you|"
        r"(?:the )?benefits.*|"
        r"perks.*|compensation.*|salary.*|ctc.*|pay (?:range|scale)|remuneration|how to apply.*|to apply|"
        r"apply (?:now|here|online)|"
        r"application process|interview (?:process|details|rounds?)|walk.?in.*|disclaimer.*|"
        r"equal (?:employment )?opportunit.*|eeo.*|"
        r"diversity.*|contact (?:us|details|person|information)|work(?:ing)? (?:hours|timings?|days|schedule)|"
        r"office hours|"
        r"equipment|physical (?:demands|requirements).*|working conditions|"
        r"location|job location|posted date|view all jobs.*|similar jobs|share this job|recruiter|note)$",
        "boilerplate",
    ),
    (
        r"responsibilit|duties|what you(?:.ll| will) (?:do|be doing)|(?:the|your) role|day.to.day|"
        r"essential functions|job functions|"
        r"scope of work|role (?:overview|purpose|summary)|key (?:tasks|accountabilities|result areas)|kras?$|tasks$|"
        r"how you will contribute|जिम्मेदारियाँ|कार्य विवरण",
        "duty",
    ),
    (
        r"requirements?|qualifications?|skills?|what (?:we.re|we are) looking for|who you are|"
        r"what you(?:.ll)? (?:need|bring|offer)|"
        r"about you|eligibility|experience|expertise|competenc|candidate profile|desired profile|"
        r"ideal candidate|knowledge|"
        r"technolog|tech stack|you (?:have|are)|education|योग्यता|कौशल|अनुभव",
        "wanted",
    ),
    (
        r"job (?:description|summary|purpose|overview|details)|summary|overview|description|position|profile|role",
        "plain",
    ),
)
HEADINGS = tuple((re.compile(pattern, re.I), force) for pattern, force in _HEADING_CUES)
BOILERPLATE = re.compile(
    r"equal.{0,12}opportunit|regard(?:less)? (?:to|of) (?:race|age|gender|colou?r|religion)|"
    r"protected (?:veteran|class)|affirmative action|"
    r"reasonable accommodation|criminal histor|fair chance|drug.free|e-?verify|authorized to work|"
    r"terms of (?:use|service)|"
    r"background (?:check|screening)|\bvaccinat|apply (?:now|today|online|via|through|directly)|click (?:here|"
    r"on|apply)|"
    r"(?:send|mail|share|forward|submit|drop|email) (?:\w+ ){0,3}(?:resumes?|cvs?|updated|profile|application)|"
    r"whats ?app|walk.?in|"
    r"\b(?:401|k savings|medical insurance|health insurance|dental|paid time off|\bpto\b|life insurance|"
    r"retirement plan|provident fund|"
    r"gratuity|perks|signon bonus|sign.on bonus|cafeteria|cab facility|food facility|maternity leave|sick leave)\b|"
    r"\b(?:ctc|lpa|lakhs?|lacs?|per annum|p\.a\.|per month|salary|stipend|take.?home|compensation)\b|"
    r"^\W*(?:industry type|industry|department|employment type|role category|location|job location|website|"
    r"notice period|no\.? of openings|"
    r"openings|vacanc(?:y|ies)|job type|shift|work mode|office hours|timings?|company|posted|job id|reference|"
    r"ref|contact|phone)\s*[:\-]|"
    r"\bfounded in\b|\bfortune \d|\bis (?:a|an|one of) (?:the )?(?:\w+[ -]){0,4}(?:company|firm|bank|"
    r"organi[sz]ation|provider|leader|group)\b|"
    r"\bwe are (?:a|an|one of) (?:the )?(?:leading|global|fast|growing|world|multinational|well)|(?:our|"
    r"the) (?:mission|vision|culture|values) (?:is|are)|"
    r"has been (?:aggregated|in business)|disclaimer|work from office|immediate joiners?|\bjob posting\b|"
    r"candidates are advised|"
    r"committed to (?:diversity|creating|providing an inclusive)|inclusive (?:work|environment)|"
    r"download the .{0,20}app\b|read more$|"
    r"^\W*(?:disclaimer|skills highlighted with)|https?://|www\.|\S@\S",
    re.I,
)
MUST = re.compile(
    r"\b(?:must|mandatory|required|requires|essential|compulsory|prerequisite|pre-requisite|should (?:have|be|"
    r"possess|know)|need(?:s)? to|"
    r"non-negotiable|proficien(?:t|cy)|expert(?:ise)? (?:in|with|on|level)|strong (?:\w+ ){0,2}(?:knowledge|"
    r"experience|proficiency|command|"
    r"background|hands|understanding|expertise|skills? in|programming|grasp)|solid (?:\w+ ){0,2}(?:experience|"
    r"knowledge|understanding)|"
    r"in-?depth|thorough|at least|minimum|min\.?|hands[- ]on experience)\b|अनिवार्य|आवश्यक|ज़रूरी|जरूरी",
    re.I,
)
NICE = re.compile(
    r"\b(?:preferred|preferably|prefer|preference|desir(?:ed|able)|(?:good|nice|great) to have|(?:a|an|is|big|"
    r"added|huge|definite) plus|plus\b(?=\s*[.)]|$)|"
    r"plus point|(?:added |an )?advantage(?:ous)?|bonus|optional(?:ly)?|beneficial|ideal(?:ly)?|"
    r"not (?:mandatory|required|necessary|essential|a must)|"
    r"familiarity|familiar|exposure|awareness|an asset|helpful|welcome)\b|वांछनीय|बेहतर",
    re.I,
)
TITLE_LABEL = re.compile(
    r"^\W*(?:job\s+title|job\s+role|position(?:\s+title)?|role|designation|post(?:\s+name)?|job\s+profile|title|"
    r"vacancy|opening|profile|पद)"
    r"(?:\s+name)?\s*(?::|-|–)\s*(?P<title>\S.{1,90})$",
    re.I,
)
HIRING = re.compile(
    r"\b(?:hiring|looking for|seeking|searching for|in search of|requirement for|opening for|recruiting)\s*[:\-]?\s*"
    r"(?:(?:an?|for|the|our|some|multiple|experienced|skilled|talented|motivated|passionate|enthusiastic|"
    r"dynamic|qualified|"
    r"dedicated|highly|and|full[- ]?time|part[- ]?time|immediate)\s+)*"
    r"(?P<title>[^\W\d_][\w+#./&() -]{2,60}?)(?=\s+(?:to|with|who|for|at|in|from|on|having|that|based|fulltime|"
    r"parttime|and (?:a|two|several))\b|[,.;:!\n]|$)",
    re.I,
)
ROLE = re.compile(
    r"^(?!(?:lover|contributor|for|or|our|your|their|per|other|number|order|under|over|after|customer|computer|member|center|"
    r"career|major|"
    r"sector|offer|better|higher|senior|junior|paper|power|water|master|matter|summer|user|together|several|"
    r"client|student|"
    r"different|important|excellent|current|department|management|environment|development|exist|assist|consist)s?$)"
    r"\w{2,}(?:er|or|ist|ant|ent|yst|ian|eer|man)s?$|^(?:nurse|chef|cook|clerk|pilot|lead|head|executive|"
    r"representative|associate|"
    r"intern|trainee|tutor|architect|expert|advocate|attendant|generalist|specialist|admin|agent|staff|aide|"
    r"guard|assistant|"
    r"consultant|accountant|apprentice|fresher|officer|teller|dba|principal|coach|electrician)s?$",
    re.I,
)
NOT_A_TITLE = re.compile(
    r"^\W*(?:job (?:description|summary|details|purpose|overview|responsibilities|requirements?|number|category|id)|"
    r"(?:position|role|company) (?:overview|summary|purpose|description)|description|"
    r"summary|overview|responsibilities|"
    r"requirements?|about\b.*|key skills|skills|dear\b.*|hi\b.*|hello\b.*|greetings.*|we are.*|we re.*|our .*|"
    r"company.*|location.*|office hours.*|job|jd)\W*$",
    re.I,
)
SKILL_LABEL = re.compile(
    r"(?:^|[\n,;.|–-])[ \t]*((?:(?:key|required|mandatory|technical|must[- ]have|primary|secondary|"
    r"good[- ]to[- ]have|preferred|core|it|desired)\s+)*"
    r"(?:key ?)?skills?(?:\s+(?:required|needed|set|preferred))?)[ \t]*(?::-?|=|–)[ \t]*",
    re.I,
)
HEADING_WORDS = frozenset(
    [
        "&",
        "abilities",
        "about",
        "additional",
        "and",
        "are",
        "basic",
        "bring",
        "candidate",
        "capabilities",
        "competencies",
        "criteria",
        "desirable",
        "desired",
        "education",
        "educational",
        "eligibility",
        "essential",
        "expected",
        "experience",
        "expertise",
        "for",
        "good",
        "have",
        "haves",
        "i.e.",
        "ideal",
        "job",
        "key",
        "knowledge",
        "looking",
        "mandatory",
        "minimum",
        "must",
        "need",
        "nice",
        "offer",
        "or",
        "other",
        "position",
        "preferred",
        "professional",
        "profile",
        "qualification",
        "qualifications",
        "required",
        "requirement",
        "requirements",
        "role",
        "set",
        "skill",
        "skills",
        "specific",
        "stack",
        "tech",
        "technical",
        "technologies",
        "the",
        "to",
        "us",
        "we",
        "were",
        "what",
        "who",
        "you",
        "your",
        "अनिवार्य",
        "अनुभव",
        "आवश्यक",
        "कौशल",
        "योग्यता",
        "वांछनीय",
    ]
)
"""A heading without a colon holds only these."""

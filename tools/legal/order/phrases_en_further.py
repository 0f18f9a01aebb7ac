"""English phrases for what courts do beside allowing, dismissing and granting bail. Knows no case.

They come after those of `phrases_en`: of two phrases that match the same words the earlier one counts.
"""

from __future__ import annotations

from typing import Final

from tools.legal.order.english import IS, WE, en

FURTHER: Final = (
    en(
        "quash",
        r"\b(?P<object>(?:F\.?I\.?R|first\s+information|crime|case|complaint|charge-?\s?sheet|"
        r"(?:criminal\s+)?proceedings?|order|notification|notice|detention|"
        rf"judgment|award|letter|communication|cognizance|summon\w*)[^;]{{0,220}}?){IS}(?:quashed|"
        rf"set\s+aside\s+and\s+quashed)\b",
    ),
    en(
        "quash",
        rf"(?:{WE}|\bby\s+|\bto\s+the\s+extent\s+of\s+|hereby\s+|deems?\s+it\s+\w+\s+to\s+)"
        rf"quash(?:ing)?\s+(?P<object>(?:\S+\s+){{1,6}})",
    ),
    en("quash", rf"{IS}quashed\b"),
    en(
        "set_aside",
        rf"{IS}(?:set-?\s?aside|reversed|quashed\s+and\s+set\s+aside|overturned|vacated|"
        rf"modified\s+and\s+set\s+aside)\b",
    ),
    en("set_aside", r"\b(?:setting\s+aside|set\s+aside)\s+the\s+(?:impugned\s+)?(?:order|judg|decree|convict|award)"),
    en(
        "remit",
        r"\b(?:remitted|remanded|remand|remit|restored|sent\s+back|relegated)\s+(?:\w+\s+){0,5}?(?:back\s+)?(?:to|"
        r"for|with)\s+(?!judicial|police|custody|jail)(?:\w+\s+){0,8}"
        r"(?:court|tribunal|authority|officer|judge|board|respondent|commission\w*|magistrate|afresh|fresh|"
        r"consider\w*|decision|retrial|adjudication)",
    ),
    en(
        "custody",
        r"\b(?:remanded|remand|sent|committed|taken)\s+(?:\w+\s+){0,4}?(?:to|in|into)\s+(?:judicial|police|jail|"
        r"J/?\.?C|P/?\.?C)\b|\b(?:judicial|police)\s+(?:custody|remand)\s+"
        r"(?:\w+\s+){0,4}?(?:is|stands|be)?\s*(?:extended|granted|allowed)|\bJC\s+(?:is\s+)?extended",
    ),
    en(
        "stay",
        r"\b(?:stay(?:ed)?|status\s+quo|no\s+coercive|interim\s+(?:protection|stay|relief|injunction)|"
        r"not\s+be\s+arrested|injunction)\b[^.]{0,110}?\b(?:shall\s+(?:remain|be)|is|be|are|stands?)\s+"
        r"(?:hereby\s+)?(?:stayed|granted|maintained|taken|allowed|passed|restrained|continued|extended|in\s+abeyance)",
    ),
    en(
        "stay",
        r"\b(?:proceedings?|operation|execution|effect|judgment|order|sale|auction|demolition|recovery|decree)"
        r"\b[^.;]{0,160}?\b(?:shall\s+(?:remain\s+|be\s+)?|is|are|be|remain|stands?)\s+"
        r"(?:hereby\s+)?stayed\b|\bthere\s+shall\s+be\s+(?:an?\s+)?(?:interim\s+)?stay\b|\bno\s+coercive\s+(?:steps?|"
        r"action|measures?)\s+(?:shall|be|is|will)\b|"
        r"\bbe\s+not\s+arrested|\b(?:shall|be|is|are)\s+(?:not\s+be\s+arrested|maintain(?:ed)?\s+status\s+quo|"
        r"restrained\s+from)|"
        r"\bparties\s+(?:are\s+directed\s+to|shall)\s+maintain",
    ),
    en(
        "no_stay",
        rf"\b(?:stay|interim\s+relief|injunction)\b[^.;]{{0,50}}?{IS}(?:rejected|refused|declined|dismissed|denied)",
    ),
    en(
        "notice",
        r"\b(?:let\s+|issue\s+(?:fresh\s+|show\s+cause\s+)?)notices?\b(?:\s+(?:be\s+)?(?:issued?|to|returnable|on|of|"
        r"for|\.|in|by|through)|\s*[.,;])|\bnotices?\s+(?:\w+\s+){0,6}?(?:be|is|are)\s+"
        r"(?:hereby\s+)?issued|\bissue\s+notice\b|\brule\s+(?:nisi|issued)|\bnotice\s+returnable|\blet\s+summons\s+be",
    ),
    en(
        "adjourn",
        r"\b(?:list|put\s+up|re-?notif(?:y|ied)|post(?:ed)?|fixed|adjourned|listed|stands?\s+over|taken\s+up|"
        r"relist(?:ed)?|come\s+up|placed?)\b[^.;]{0,70}?"
        r"\b(?:on|to|for|before|after|in)\s+(?:\w+\s+){0,6}?(?:\d{1,2}(?:[./-]|st|nd|rd|th|\s+[A-Z])|next\b|weeks?\b|"
        r"tomorrow|january|february|march|april|may\s+\d|june|july|"
        r"august|september|october|november|december)|\badjourned\s+(?:sine|at\s+(?:the\s+)?request|by)\b|"
        r"\bnext\s+date\s+(?:of\s+hearing\s+)?(?:is|:)",
    ),
    en(
        "reserve",
        r"\b(?:order|judg?e?ment|orders)\s+(?:is\s+|are\s+|stands\s+)?(?:hereby\s+)?reserved\b|"
        r"\breserved\s+for\s+(?:order|judg)",
    ),
    en(
        "charges",
        r"\bcharges?\b[^.;]{0,140}?\b(?:is|are|be|been|stands?|was|were)\s+(?:hereby\s+|accordingly\s+|"
        r"also\s+)?framed\b|\blet\s+(?:the\s+)?charges?\s+(?:\w+\s+){0,8}be\s+framed|\bframe\s+charges?\b",
    ),
    en(
        "cognizance",
        r"\bcogni[sz]ance\s+[^;]{0,160}?\b(?:is|be|stands)\s+(?:hereby\s+)?taken\b|\b(?:i|court)"
        r"\s+(?:hereby\s+)?(?:take|takes)\s+cogni[sz]ance",
    ),
    en(
        "compromise",
        r"\b(?:matter|dispute|case|suit|claim|petition)\b[^.;]{0,70}?\b(?:is|stands|are|has\s+been)"
        r"\s+(?:\w+\s+)?(?:settled|compromised|compounded)\b|"
        r"\boffence\b[^;]{0,90}?\b(?:is|stands)\s+(?:\w+\s+)?compounded|"
        r"\bin\s+terms\s+of\s+(?:the\s+)?(?:settlement|compromise|mediation)",
    ),
    en(
        "convict",
        rf"{IS}(?:held\s+guilty\s+(?:and\s+)?)?(?:convicted|found\s+guilty|held\s+guilty)\b|{WE}(?:convict|hold)"
        rf"\s+(?:\w+\s+){{0,8}}?(?:guilty|under|for|u/s|of)\b(?<!\bnot)|"
        r"\bhence,?\s+(?:\w+\s+){0,3}convicted\b|\bfinds?\s+(?:\w+\s+){1,5}?guilty\s+(?:of|under|for|u/s)\b",
    ),
    en(
        "acquit",
        rf"{IS}(?:entitled\s+to\s+be\s+)?acquitted\b|{WE}acquit\b|\bacquitted\s+(?:of|from|for|u/s|under)\b|"
        rf"\bbenefit\s+of\s+doubt\s+(?:is|and)\b[^.]{{0,60}}(?:given|extended|acquit)",
    ),
    en(
        "sentence",
        r"\b(?:is|are|stands?|be|hereby)\s+(?:also\s+|further\s+|hereby\s+)*sentenced\b|\bsentence\s+(?:him|her|them|"
        r"the\s+(?:convict|accused|appellant)\w*)\b|"
        r"\b(?:award|impose)\s+(?:\w+\s+){0,6}?imprisonment|\bsentence\b[^.;]{0,60}\b(?:is|be)\s+(?:reduced|modified|"
        r"altered)|\bcommute\s+(?:his|her|the)\s+(?:\w+\s+)?sentence",
    ),
    en(
        "discharge",
        r"\b(?:accused|petitioner|applicant|revisionist)\w*\b[^.;]{0,60}?\b(?:is|are|stands?|be)\s+(?:hereby\s+|"
        r"accordingly\s+)?discharged\b(?!\s+from\s+(?:hospital|service))",
    ),
    en(
        "dismiss",
        r"\b(?:no\s+merits?|devoid\s+of\s+(?:any\s+)?merits?|without\s+any\s+merit|bereft\s+of\s+merit|"
        r"not\s+maintainable|liable\s+to\s+be\s+(?:dismissed|rejected)|deserves?\s+(?:to\s+be\s+)?(?:dismiss\w*|"
        r"reject\w*))\b",
        "weak",
    ),
    en("allow", r"\b(?:deserves?|liable|fit|entitled)\s+to\s+(?:be\s+)?(?:allowed|succeed)\b", "weak"),
)

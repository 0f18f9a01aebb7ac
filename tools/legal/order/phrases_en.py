"""The English phrases with which courts decide, each with what it decides. Knows no case.

Of two phrases that match the same words the earlier one counts.
"""

from __future__ import annotations

import re
from typing import Final

from tools.legal.order.phrases import Act, Force, Phrase

_ADVERB = (
    r"(?:[\s,]+(?:hereby|accordingly|therefore|thus|also|consequently|finally|ordered\s+to\s+be|hence|the\s+same|"
    r"same|in\s+limine|"
    r"be|and|is|are|being|stands?|found|devoid\s+of\s+(?:any\s+)?merits?|without\s+(?:any\s+)?(?:merit|substance)|"
    r"meritless|"
    r"as\s+such|fails\s+and|for\s+the\s+(?:above|aforesaid)\s+reasons?)\b,?){0,6}"
)
_IS = rf"\b(?:is/are|is|are|stands?|stand|be|being|am|was\s+hereby|were\s+hereby)\b{_ADVERB}\s+"
_WE = (
    r"\b(?:we|i|court|bench)\b(?:[\s,]+(?:hereby|therefore|accordingly|thus|also|do|would|must|are|am|"
    r"constrained\s+to|proceed\s+to|"
)
_WE += r"have\s+no\s+(?:option|hesitation)\s+(?:but\s+to|in)|in\s+the\s+result)){0,4}[\s,]+"
_MATTER = r"(?:appeals?|petitions?|applications?|revisions?|suits?|case|complaint|matter|reference|O\.?A\.?|prayer)"
_BARE = r"(?:^|(?<=[.\n;:]))\s*(?:\d{1,3}\.\s*)?"


def _en(act: Act, pattern: str, force: Force = "plain") -> Phrase:
    return Phrase(act, re.compile(pattern, re.I | re.M), force)


ENGLISH: Final = (
    _en(
        "withdrawn",
        rf"{_IS}(?:dismissed|disposed\s+of|rejected|closed|permitted\s+to\s+be)"
        rf"\s+(?:\w+\s+){{0,3}}?(?:as\s+)?(?:having\s+been\s+)?"
        r"(?:withdrawn|not\s+(?:being\s+)?pressed)",
        "free",
    ),
    _en("withdrawn", r"\b(?:dismissed|disposed\s+of|rejected)\s+as\s+(?:being\s+)?(?:withdrawn|not\s+pressed)"),
    _en("withdrawn", r"\b(?:permitted|allowed)\s+to\s+(?:be\s+)?withdraw"),
    _en(
        "default",
        rf"{_IS}(?:dismissed|rejected)\s+(?:\w+\s+){{0,3}}?(?:in\s+default|for\s+(?:non-?\s?prosecution|"
        rf"want\s+of\s+prosecution|default|"
        r"non-?\s?appearance)|due\s+to\s+non-?\s?prosecution)",
        "free",
    ),
    _en("default", r"\bdismissed\s+(?:in\s+default|for\s+(?:non-?\s?prosecution|want\s+of\s+prosecution|default))"),
    _en(
        "infructuous",
        r"\b(?:dismissed|disposed\s+of|closed|rejected)"
        r"\s+(?:\w+\s+){0,2}?(?:as\s+)?(?:having\s+(?:been\s+)?(?:become\s+|rendered\s+)?)?infructuous",
        "free",
    ),
    _en("infructuous", r"\b(?:has|have)\s+(?:been\s+rendered|become|rendered)\s+infructuous"),
    _en(
        "part",
        rf"{_IS}(?:partly|partially)\s+(?:\w+\s+)?(?:allowed|decreed|accepted|granted)|\b(?:allowed|decreed|accepted|"
        rf"succeeds?)\s+"
        r"(?:in\s+part|partly|partially|to\s+the\s+(?:limited\s+)?extent|to\s+the\s+above\s+extent|"
        r"to\s+the\s+aforesaid\s+extent)",
        "free",
    ),
    _en(
        "part",
        rf"{_WE}(?:partly|partially)\s+allow|{_BARE}(?:\w+\s+){{0,2}}{_MATTER}\s+partly\s+(?:allowed|decreed)\s*\.|"
        rf"is\s+partial(?:ly)?\s+(?:success|allowed)",
    ),
    _en(
        "allow",
        rf"{_IS}(?:allowed|accepted|granted|decreed|made\s+absolute|ordered\s+accordingly|answered\s+accordingly)"
        rf"\b(?!\s+to\s+(?!the\b|this\b|that\b|such\b))",
    ),
    _en("allow", rf"{_WE}allow\b(?!\s+to)"),
    _en(
        "allow",
        rf"\b{_MATTER}\s+(?:\w+\s+){{0,2}}?(?:must\s+|therefore\s+|accordingly\s+|thus\s+|hereby\s+){{0,2}}succeeds?\b|"
        r"\b(?:will|shall|must)\s+(?:\w+\s+)?(?:stand\s+|be\s+)allowed|\bdeems?\s+it\s+(?:appropriate|fit|proper)"
        r"\s+to\s+allow\s+(?:the|this)",
    ),
    _en("allow", r"\brule\s+(?:is\s+)?(?:accordingly\s+)?(?:made\s+)?absolute"),
    _en(
        "allow",
        rf"{_BARE}(?:\w+\s+){{0,3}}{_MATTER}\s+(?:is\s+)?(?:allowed|decreed)\s*(?:\.|$|with\b|in\b)|"
        rf"{_BARE}(?:allowed|ordered\s+accordingly)\s*\.",
        "free",
    ),
    _en(
        "allow",
        r"\bmarriage\b[^.;]{0,200}?\b(?:is|stands?)\s+(?:hereby\s+)?dissolved\b|\b(?:award|decree)"
        r"\b[^.;]{0,80}?\b(?:is|are|be)\s+(?:hereby\s+)?passed\s+in\s+favou?r|\b(?:decree\s+of\s+\w+\s+(?:is|be)"
        r"\s+(?:hereby\s+)?(?:passed|granted)|"
        r"suit\s+(?:\w+\s+){0,4}is\s+(?:hereby\s+)?decreed)",
    ),
    _en(
        "dismiss", rf"{_IS}(?:dismissed|rejected|refused|declined|turned\s+down|negatived|repelled|denied|disallowed)\b"
    ),
    _en("dismiss", rf"{_WE}(?:dismiss|reject|decline)\b|\bwhile\s+dismissing\s+the\s+(?:appeal|petition)"),
    _en(
        "dismiss",
        rf"\b{_MATTER}\s+(?:\w+\s+){{0,3}}?(?:must\s+|therefore\s+|accordingly\s+|thus\s+|shall\s+){{0,2}}fails?\b|"
        r"\b(?:will|shall|must)\s+(?:\w+\s+)?(?:stand|be)\s+dismissed",
    ),
    _en(
        "dismiss",
        rf"{_BARE}(?:\w+\s+){{0,3}}{_MATTER}\s+(?:is\s+)?(?:dismissed|rejected)\s*(?:\.|$|with\b)|"
        rf"{_BARE}(?:dismissed|rejected)\s*\.|"
        r"\brule\s+(?:is\s+|stands\s+)?discharged",
        "free",
    ),
    _en("dispose", rf"{_IS}(?:(?:finally|also)\s+)?(?:disposed\s+of+|disposed|closed|answered)\b"),
    _en(
        "dispose",
        rf"{_WE}dispose\s+of\b|{_BARE}(?:\w+\s+){{0,3}}(?:{_MATTER}\s+)?(?:stands?\s+)?disposed\s+of{{1,2}}\s*(?:\.|"
        rf"$|in|with)|{_BARE}order\s+accordingly\s*\.",
    ),
    _en(
        "anticipatory",
        r"\b(?:event|case)\s+of\s+(?:the\s+|his\s+|her\s+|their\s+|any\s+)?(?:his\s+|"
        r"her\s+)?arrest\b.{0,260}?\b(?:bail|released|enlarged)\b"
        r"(?!\s+(?:application|is\s+(?:not|refused)))",
    ),
    _en(
        "anticipatory",
        r"\b(?:released|enlarged|admitted)\s+(?:\w+\s+){0,2}?(?:on|to)"
        r"\s+(?:\w+\s+)?(?:anticipatory\s+)?bail\b.{0,80}\bin\s+(?:the\s+)?(?:event|case)\s+of\s+"
        r"(?:\w+\s+){0,2}arrest",
    ),
    _en(
        "anticipatory",
        rf"{_IS}(?:admitted\s+to|granted)\s+(?:\w+\s+){{0,4}}?(?:anticipatory|pre-?arrest)\s+bail|"
        rf"\banticipatory\s+bail\s+(?:\w+\s+)?(?:is|stands)\s+(?:hereby\s+)?granted|"
        r"\binclined\s+to\s+(?:grant|allow|extend)\s+(?:\w+\s+){0,5}?anticipatory|interim\s+(?:order|protection|bail)"
        r"[^.]{0,60}\b(?:made\s+absolute|confirmed)",
    ),
    _en(
        "no_bail",
        r"\b(?:not\s+(?:inclined|persuaded|find\s+it\s+(?:a\s+)?fit)|disinclined)\s+(?:to\s+)?(?:grant|enlarge|"
        r"release|admit|allow|extend|accede|exercise|entertain|consider)",
    ),
    _en(
        "no_bail",
        r"\bno\s+(?:good\s+|sufficient\s+|valid\s+|case\s+or\s+)?(?:ground|case|reason)s?\s+(?:is\s+|are\s+|"
        r"has\s+been\s+|have\s+been\s+)?(?:made\s+out\s+|found\s+|exists?\s+)?"
        r"(?:for|to)\s+(?:the\s+)?(?:grant|release|enlarg|admit)\w*",
        "weak",
    ),
    _en(
        "no_bail",
        r"\bnot\s+(?:a\s+fit\s+case|entitled)\s+(?:for|to|where)\s+(?:the\s+)?(?:\w+\s+){0,4}?(?:bail|enlarg|"
        r"concession|benefit)\w*",
        "weak",
    ),
    _en(
        "no_bail",
        rf"\bbail\b[^.;]{{0,60}}?{_IS}(?:rejected|refused|declined|dismissed|denied|turned\s+down|disallowed)\b|"
        rf"\bbail\s+(?:rejected|refused|declined|dismissed)\s*\.|"
        rf"{_WE}(?:reject|refuse|decline)\s+(?:\w+\s+){{0,5}}bail",
    ),
    _en(
        "cancel_bail",
        rf"\bbail\b(?!\s*-?\s*bonds?)[^.;]{{0,70}}?{_IS}(?:cancelled|canceled|recalled|set\s+aside)\b|"
        rf"{_WE}cancel\s+the\s+(?:\w+\s+)?bail",
    ),
    _en(
        "bail",
        r"\b(?:released|enlarged|admitted|let\s+out|set\s+free|enlarge|release|admit)\s+(?:[\w/()]+\s+){0,6}?(?:on|"
        r"to)\s+(?:\w+\s+){0,3}?bail\b",
    ),
    _en(
        "bail",
        r"\b(?:released|set\s+at\s+liberty|enlarged)\s+(?:\w+\s+){0,6}?(?:on|upon|subject\s+to)"
        r"\s+(?:[\w/]+\s+){0,6}?(?:bonds?|furnishing|executing|execution)",
    ),
    _en(
        "bail",
        rf"\bbail\b[^.;]{{0,50}}?{_IS}(?:granted|allowed|accepted)\b|{_IS}granted\s+(?:\w+\s+){{0,6}}?bail\b|"
        rf"\bbail\s+(?:allowed|granted)\s*\.|"
        r"\b(?:inclined|constrained|fit|proper|appropriate|persuaded)\s+(?:case\s+)?(?:to|for)\s+(?:grant|allow|"
        r"extend|enlarge)\w*\s+(?:of\s+)?(?:[\w/]+\s+){0,6}?bail\b",
    ),
    _en(
        "bail",
        r"\bsentence\w*\s+(?:\w+\s+){0,8}?(?:is|be|shall\s+remain|stands?|remain)\s+(?:hereby\s+)?suspended\b",
        "weak",
    ),
    _en(
        "quash",
        r"\b(?P<object>(?:F\.?I\.?R|first\s+information|crime|case|complaint|charge-?\s?sheet|"
        r"(?:criminal\s+)?proceedings?|order|notification|notice|detention|"
        rf"judgment|award|letter|communication|cognizance|summon\w*)[^;]{{0,220}}?){_IS}(?:quashed|"
        rf"set\s+aside\s+and\s+quashed)\b",
    ),
    _en(
        "quash",
        rf"(?:{_WE}|\bby\s+|\bto\s+the\s+extent\s+of\s+|hereby\s+|deems?\s+it\s+\w+\s+to\s+)"
        rf"quash(?:ing)?\s+(?P<object>(?:\S+\s+){{1,6}})",
    ),
    _en("quash", rf"{_IS}quashed\b"),
    _en(
        "set_aside",
        rf"{_IS}(?:set-?\s?aside|reversed|quashed\s+and\s+set\s+aside|overturned|vacated|"
        rf"modified\s+and\s+set\s+aside)\b",
    ),
    _en("set_aside", r"\b(?:setting\s+aside|set\s+aside)\s+the\s+(?:impugned\s+)?(?:order|judg|decree|convict|award)"),
    _en(
        "remit",
        r"\b(?:remitted|remanded|remand|remit|restored|sent\s+back|relegated)\s+(?:\w+\s+){0,5}?(?:back\s+)?(?:to|"
        r"for|with)\s+(?!judicial|police|custody|jail)(?:\w+\s+){0,8}"
        r"(?:court|tribunal|authority|officer|judge|board|respondent|commission\w*|magistrate|afresh|fresh|"
        r"consider\w*|decision|retrial|adjudication)",
    ),
    _en(
        "custody",
        r"\b(?:remanded|remand|sent|committed|taken)\s+(?:\w+\s+){0,4}?(?:to|in|into)\s+(?:judicial|police|jail|"
        r"J/?\.?C|P/?\.?C)\b|\b(?:judicial|police)\s+(?:custody|remand)\s+"
        r"(?:\w+\s+){0,4}?(?:is|stands|be)?\s*(?:extended|granted|allowed)|\bJC\s+(?:is\s+)?extended",
    ),
    _en(
        "stay",
        r"\b(?:stay(?:ed)?|status\s+quo|no\s+coercive|interim\s+(?:protection|stay|relief|injunction)|"
        r"not\s+be\s+arrested|injunction)\b[^.]{0,110}?\b(?:shall\s+(?:remain|be)|is|be|are|stands?)\s+"
        r"(?:hereby\s+)?(?:stayed|granted|maintained|taken|allowed|passed|restrained|continued|extended|in\s+abeyance)",
    ),
    _en(
        "stay",
        r"\b(?:proceedings?|operation|execution|effect|judgment|order|sale|auction|demolition|recovery|decree)"
        r"\b[^.;]{0,160}?\b(?:shall\s+(?:remain\s+|be\s+)?|is|are|be|remain|stands?)\s+"
        r"(?:hereby\s+)?stayed\b|\bthere\s+shall\s+be\s+(?:an?\s+)?(?:interim\s+)?stay\b|\bno\s+coercive\s+(?:steps?|"
        r"action|measures?)\s+(?:shall|be|is|will)\b|"
        r"\bbe\s+not\s+arrested|\b(?:shall|be|is|are)\s+(?:not\s+be\s+arrested|maintain(?:ed)?\s+status\s+quo|"
        r"restrained\s+from)|"
        r"\bparties\s+(?:are\s+directed\s+to|shall)\s+maintain",
    ),
    _en(
        "no_stay",
        rf"\b(?:stay|interim\s+relief|injunction)\b[^.;]{{0,50}}?{_IS}(?:rejected|refused|declined|dismissed|denied)",
    ),
    _en(
        "notice",
        r"\b(?:let\s+|issue\s+(?:fresh\s+|show\s+cause\s+)?)notices?\b(?:\s+(?:be\s+)?(?:issued?|to|returnable|on|of|"
        r"for|\.|in|by|through)|\s*[.,;])|\bnotices?\s+(?:\w+\s+){0,6}?(?:be|is|are)\s+"
        r"(?:hereby\s+)?issued|\bissue\s+notice\b|\brule\s+(?:nisi|issued)|\bnotice\s+returnable|\blet\s+summons\s+be",
    ),
    _en(
        "adjourn",
        r"\b(?:list|put\s+up|re-?notif(?:y|ied)|post(?:ed)?|fixed|adjourned|listed|stands?\s+over|taken\s+up|"
        r"relist(?:ed)?|come\s+up|placed?)\b[^.;]{0,70}?"
        r"\b(?:on|to|for|before|after|in)\s+(?:\w+\s+){0,6}?(?:\d{1,2}(?:[./-]|st|nd|rd|th|\s+[A-Z])|next\b|weeks?\b|"
        r"tomorrow|january|february|march|april|may\s+\d|june|july|"
        r"august|september|october|november|december)|\badjourned\s+(?:sine|at\s+(?:the\s+)?request|by)\b|"
        r"\bnext\s+date\s+(?:of\s+hearing\s+)?(?:is|:)",
    ),
    _en(
        "reserve",
        r"\b(?:order|judg?e?ment|orders)\s+(?:is\s+|are\s+|stands\s+)?(?:hereby\s+)?reserved\b|"
        r"\breserved\s+for\s+(?:order|judg)",
    ),
    _en(
        "charges",
        r"\bcharges?\b[^.;]{0,140}?\b(?:is|are|be|been|stands?|was|were)\s+(?:hereby\s+|accordingly\s+|"
        r"also\s+)?framed\b|\blet\s+(?:the\s+)?charges?\s+(?:\w+\s+){0,8}be\s+framed|\bframe\s+charges?\b",
    ),
    _en(
        "cognizance",
        r"\bcogni[sz]ance\s+[^;]{0,160}?\b(?:is|be|stands)\s+(?:hereby\s+)?taken\b|\b(?:i|court)"
        r"\s+(?:hereby\s+)?(?:take|takes)\s+cogni[sz]ance",
    ),
    _en(
        "compromise",
        r"\b(?:matter|dispute|case|suit|claim|petition)\b[^.;]{0,70}?\b(?:is|stands|are|has\s+been)"
        r"\s+(?:\w+\s+)?(?:settled|compromised|compounded)\b|"
        r"\boffence\b[^;]{0,90}?\b(?:is|stands)\s+(?:\w+\s+)?compounded|"
        r"\bin\s+terms\s+of\s+(?:the\s+)?(?:settlement|compromise|mediation)",
    ),
    _en(
        "convict",
        rf"{_IS}(?:held\s+guilty\s+(?:and\s+)?)?(?:convicted|found\s+guilty|held\s+guilty)\b|{_WE}(?:convict|hold)"
        rf"\s+(?:\w+\s+){{0,8}}?(?:guilty|under|for|u/s|of)\b(?<!\bnot)|"
        r"\bhence,?\s+(?:\w+\s+){0,3}convicted\b|\bfinds?\s+(?:\w+\s+){1,5}?guilty\s+(?:of|under|for|u/s)\b",
    ),
    _en(
        "acquit",
        rf"{_IS}(?:entitled\s+to\s+be\s+)?acquitted\b|{_WE}acquit\b|\bacquitted\s+(?:of|from|for|u/s|under)\b|"
        rf"\bbenefit\s+of\s+doubt\s+(?:is|and)\b[^.]{{0,60}}(?:given|extended|acquit)",
    ),
    _en(
        "sentence",
        r"\b(?:is|are|stands?|be|hereby)\s+(?:also\s+|further\s+|hereby\s+)*sentenced\b|\bsentence\s+(?:him|her|them|"
        r"the\s+(?:convict|accused|appellant)\w*)\b|"
        r"\b(?:award|impose)\s+(?:\w+\s+){0,6}?imprisonment|\bsentence\b[^.;]{0,60}\b(?:is|be)\s+(?:reduced|modified|"
        r"altered)|\bcommute\s+(?:his|her|the)\s+(?:\w+\s+)?sentence",
    ),
    _en(
        "discharge",
        r"\b(?:accused|petitioner|applicant|revisionist)\w*\b[^.;]{0,60}?\b(?:is|are|stands?|be)\s+(?:hereby\s+|"
        r"accordingly\s+)?discharged\b(?!\s+from\s+(?:hospital|service))",
    ),
    _en(
        "dismiss",
        r"\b(?:no\s+merits?|devoid\s+of\s+(?:any\s+)?merits?|without\s+any\s+merit|bereft\s+of\s+merit|"
        r"not\s+maintainable|liable\s+to\s+be\s+(?:dismissed|rejected)|deserves?\s+(?:to\s+be\s+)?(?:dismiss\w*|"
        r"reject\w*))\b",
        "weak",
    ),
    _en("allow", r"\b(?:deserves?|liable|fit|entitled)\s+to\s+(?:be\s+)?(?:allowed|succeed)\b", "weak"),
)

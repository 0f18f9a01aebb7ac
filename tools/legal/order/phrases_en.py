"""The English phrases with which courts decide, each with what it decides. Knows no case.

Of two phrases that match the same words the earlier one counts.
"""

from __future__ import annotations

from typing import Final

from tools.legal.order.english import BARE, IS, MATTER, WE, en
from tools.legal.order.phrases_en_further import FURTHER

ENGLISH: Final = (
    en(
        "withdrawn",
        rf"{IS}(?:dismissed|disposed\s+of|rejected|closed|permitted\s+to\s+be)"
        rf"\s+(?:\w+\s+){{0,3}}?(?:as\s+)?(?:having\s+been\s+)?"
        r"(?:withdrawn|not\s+(?:being\s+)?pressed)",
        "free",
    ),
    en("withdrawn", r"\b(?:dismissed|disposed\s+of|rejected)\s+as\s+(?:being\s+)?(?:withdrawn|not\s+pressed)"),
    en("withdrawn", r"\b(?:permitted|allowed)\s+to\s+(?:be\s+)?withdraw"),
    en(
        "default",
        rf"{IS}(?:dismissed|rejected)\s+(?:\w+\s+){{0,3}}?(?:in\s+default|for\s+(?:non-?\s?prosecution|"
        rf"want\s+of\s+prosecution|default|"
        r"non-?\s?appearance)|due\s+to\s+non-?\s?prosecution)",
        "free",
    ),
    en("default", r"\bdismissed\s+(?:in\s+default|for\s+(?:non-?\s?prosecution|want\s+of\s+prosecution|default))"),
    en(
        "infructuous",
        r"\b(?:dismissed|disposed\s+of|closed|rejected)"
        r"\s+(?:\w+\s+){0,2}?(?:as\s+)?(?:having\s+(?:been\s+)?(?:become\s+|rendered\s+)?)?infructuous",
        "free",
    ),
    en("infructuous", r"\b(?:has|have)\s+(?:been\s+rendered|become|rendered)\s+infructuous"),
    en(
        "part",
        rf"{IS}(?:partly|partially)\s+(?:\w+\s+)?(?:allowed|decreed|accepted|granted)|\b(?:allowed|decreed|accepted|"
        rf"succeeds?)\s+"
        r"(?:in\s+part|partly|partially|to\s+the\s+(?:limited\s+)?extent|to\s+the\s+above\s+extent|"
        r"to\s+the\s+aforesaid\s+extent)",
        "free",
    ),
    en(
        "part",
        rf"{WE}(?:partly|partially)\s+allow|{BARE}(?:\w+\s+){{0,2}}{MATTER}\s+partly\s+(?:allowed|decreed)\s*\.|"
        rf"is\s+partial(?:ly)?\s+(?:success|allowed)",
    ),
    en(
        "allow",
        rf"{IS}(?:allowed|accepted|granted|decreed|made\s+absolute|ordered\s+accordingly|answered\s+accordingly)"
        rf"\b(?!\s+to\s+(?!the\b|this\b|that\b|such\b))",
    ),
    en("allow", rf"{WE}allow\b(?!\s+to)"),
    en(
        "allow",
        rf"\b{MATTER}\s+(?:\w+\s+){{0,2}}?(?:must\s+|therefore\s+|accordingly\s+|thus\s+|hereby\s+){{0,2}}succeeds?\b|"
        r"\b(?:will|shall|must)\s+(?:\w+\s+)?(?:stand\s+|be\s+)allowed|\bdeems?\s+it\s+(?:appropriate|fit|proper)"
        r"\s+to\s+allow\s+(?:the|this)",
    ),
    en("allow", r"\brule\s+(?:is\s+)?(?:accordingly\s+)?(?:made\s+)?absolute"),
    en(
        "allow",
        rf"{BARE}(?:\w+\s+){{0,3}}{MATTER}\s+(?:is\s+)?(?:allowed|decreed)\s*(?:\.|$|with\b|in\b)|"
        rf"{BARE}(?:allowed|ordered\s+accordingly)\s*\.",
        "free",
    ),
    en(
        "allow",
        r"\bmarriage\b[^.;]{0,200}?\b(?:is|stands?)\s+(?:hereby\s+)?dissolved\b|\b(?:award|decree)"
        r"\b[^.;]{0,80}?\b(?:is|are|be)\s+(?:hereby\s+)?passed\s+in\s+favou?r|\b(?:decree\s+of\s+\w+\s+(?:is|be)"
        r"\s+(?:hereby\s+)?(?:passed|granted)|"
        r"suit\s+(?:\w+\s+){0,4}is\s+(?:hereby\s+)?decreed)",
    ),
    en("dismiss", rf"{IS}(?:dismissed|rejected|refused|declined|turned\s+down|negatived|repelled|denied|disallowed)\b"),
    en("dismiss", rf"{WE}(?:dismiss|reject|decline)\b|\bwhile\s+dismissing\s+the\s+(?:appeal|petition)"),
    en(
        "dismiss",
        rf"\b{MATTER}\s+(?:\w+\s+){{0,3}}?(?:must\s+|therefore\s+|accordingly\s+|thus\s+|shall\s+){{0,2}}fails?\b|"
        r"\b(?:will|shall|must)\s+(?:\w+\s+)?(?:stand|be)\s+dismissed",
    ),
    en(
        "dismiss",
        rf"{BARE}(?:\w+\s+){{0,3}}{MATTER}\s+(?:is\s+)?(?:dismissed|rejected)\s*(?:\.|$|with\b)|"
        rf"{BARE}(?:dismissed|rejected)\s*\.|"
        r"\brule\s+(?:is\s+|stands\s+)?discharged",
        "free",
    ),
    en("dispose", rf"{IS}(?:(?:finally|also)\s+)?(?:disposed\s+of+|disposed|closed|answered)\b"),
    en(
        "dispose",
        rf"{WE}dispose\s+of\b|{BARE}(?:\w+\s+){{0,3}}(?:{MATTER}\s+)?(?:stands?\s+)?disposed\s+of{{1,2}}\s*(?:\.|"
        rf"$|in|with)|{BARE}order\s+accordingly\s*\.",
    ),
    en(
        "anticipatory",
        r"\b(?:event|case)\s+of\s+(?:the\s+|his\s+|her\s+|their\s+|any\s+)?(?:his\s+|"
        r"her\s+)?arrest\b.{0,260}?\b(?:bail|released|enlarged)\b"
        r"(?!\s+(?:application|is\s+(?:not|refused)))",
    ),
    en(
        "anticipatory",
        r"\b(?:released|enlarged|admitted)\s+(?:\w+\s+){0,2}?(?:on|to)"
        r"\s+(?:\w+\s+)?(?:anticipatory\s+)?bail\b.{0,80}\bin\s+(?:the\s+)?(?:event|case)\s+of\s+"
        r"(?:\w+\s+){0,2}arrest",
    ),
    en(
        "anticipatory",
        rf"{IS}(?:admitted\s+to|granted)\s+(?:\w+\s+){{0,4}}?(?:anticipatory|pre-?arrest)\s+bail|"
        rf"\banticipatory\s+bail\s+(?:\w+\s+)?(?:is|stands)\s+(?:hereby\s+)?granted|"
        r"\binclined\s+to\s+(?:grant|allow|extend)\s+(?:\w+\s+){0,5}?anticipatory|interim\s+(?:order|protection|bail)"
        r"[^.]{0,60}\b(?:made\s+absolute|confirmed)",
    ),
    en(
        "no_bail",
        r"\b(?:not\s+(?:inclined|persuaded|find\s+it\s+(?:a\s+)?fit)|disinclined)\s+(?:to\s+)?(?:grant|enlarge|"
        r"release|admit|allow|extend|accede|exercise|entertain|consider)",
    ),
    en(
        "no_bail",
        r"\bno\s+(?:good\s+|sufficient\s+|valid\s+|case\s+or\s+)?(?:ground|case|reason)s?\s+(?:is\s+|are\s+|"
        r"has\s+been\s+|have\s+been\s+)?(?:made\s+out\s+|found\s+|exists?\s+)?"
        r"(?:for|to)\s+(?:the\s+)?(?:grant|release|enlarg|admit)\w*",
        "weak",
    ),
    en(
        "no_bail",
        r"\bnot\s+(?:a\s+fit\s+case|entitled)\s+(?:for|to|where)\s+(?:the\s+)?(?:\w+\s+){0,4}?(?:bail|enlarg|"
        r"concession|benefit)\w*",
        "weak",
    ),
    en(
        "no_bail",
        rf"\bbail\b[^.;]{{0,60}}?{IS}(?:rejected|refused|declined|dismissed|denied|turned\s+down|disallowed)\b|"
        rf"\bbail\s+(?:rejected|refused|declined|dismissed)\s*\.|"
        rf"{WE}(?:reject|refuse|decline)\s+(?:\w+\s+){{0,5}}bail",
    ),
    en(
        "cancel_bail",
        rf"\bbail\b(?!\s*-?\s*bonds?)[^.;]{{0,70}}?{IS}(?:cancelled|canceled|recalled|set\s+aside)\b|"
        rf"{WE}cancel\s+the\s+(?:\w+\s+)?bail",
    ),
    en(
        "bail",
        r"\b(?:released|enlarged|admitted|let\s+out|set\s+free|enlarge|release|admit)\s+(?:[\w/()]+\s+){0,6}?(?:on|"
        r"to)\s+(?:\w+\s+){0,3}?bail\b",
    ),
    en(
        "bail",
        r"\b(?:released|set\s+at\s+liberty|enlarged)\s+(?:\w+\s+){0,6}?(?:on|upon|subject\s+to)"
        r"\s+(?:[\w/]+\s+){0,6}?(?:bonds?|furnishing|executing|execution)",
    ),
    en(
        "bail",
        rf"\bbail\b[^.;]{{0,50}}?{IS}(?:granted|allowed|accepted)\b|{IS}granted\s+(?:\w+\s+){{0,6}}?bail\b|"
        rf"\bbail\s+(?:allowed|granted)\s*\.|"
        r"\b(?:inclined|constrained|fit|proper|appropriate|persuaded)\s+(?:case\s+)?(?:to|for)\s+(?:grant|allow|"
        r"extend|enlarge)\w*\s+(?:of\s+)?(?:[\w/]+\s+){0,6}?bail\b",
    ),
    en(
        "bail",
        r"\bsentence\w*\s+(?:\w+\s+){0,8}?(?:is|be|shall\s+remain|stands?|remain)\s+(?:hereby\s+)?suspended\b",
        "weak",
    ),
    *FURTHER,
)

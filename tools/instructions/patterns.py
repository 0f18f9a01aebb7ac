"""What talk to a machine looks like, as patterns: English, Hindi, the commonest phrase in other languages, and marks.

Each was tried on resumes, judgments and headlines that talk to nobody: verbs must be orders ("ignore", not "ignored"),
and words of every trade ("rules", "directions", "system prompts") count only within an order.
"""

# ruff: noqa: E501 (one way of putting it a line)
from __future__ import annotations

import re
from typing import Final

# the beginning of an order: of a line or sentence, or after words that ask
_ORDER: Final = (
    r"(?:(?:^|[\x1e.!?:;,।|>\"'“”‘’()\[\]{}#*–—-])\s*|\b(?:please|kindly|must|should|now|then|you|and|to|also|just)\s+)"
)
_MACHINE: Final = (
    r"(?:ai|a\.i\.|llm|llms|gpt|chat\s?gpt|claude|gemini|copilot|chat\s?bot|bot|bots|language model|ats|parser|"
    r"(?:sentiment |news |headline |text |resume |document )?(?:classifier|summari[sz]er|screener)|"
    r"(?:ai|sentiment|language|forecast\w*|legal|screening|summary) (?:model|assistant|system|tool|engine|reviewer|reader)s?)"
)
_TOLD: Final = r"(?:instructions?|prompts?|system messages?|programming|training|guardrails?|safety (?:rules|filters?))"
_RULED: Final = r"(?:rules?|criteria|guidelines|directions|directives?|policies|constraints|commands|orders|context)"
_OVERRIDE: Final = (
    r"\b(?:ignore|disregard|forget|override|bypass|overrule|discard)\b[^.\n]{0,30}\b(?:previous|prior|above|preceding|"
    rf"earlier|all|any|other|your|these|the|every\w*|system|initial|original)\b[^.\n]{{0,25}}?\b{_TOLD}\b"
    rf"|{_ORDER}(?:ignore|disregard|forget|override|bypass|overrule)\s+(?:all|any|every|the|your|these|those|this|other|"
    rf"previous|prior|above|earlier)\b[^.\n]{{0,35}}\b(?:{_RULED}|candidates?|resumes?|applicants?)\b"
    r"|\b(?:ignore|disregard|forget)\s+(?:everything|anything|all|what)\s+(?:you|above|before|that (?:was|came)|said)\b"
    r"|\bnew (?:system )?instructions?\s*(?::|for (?:you|the (?:ai|model|assistant)))"
    r"|\b(?:updated|new|real|actual|true) (?:system prompt|developer message)\b"
    r"|\bend of (?:the )?(?:document|data|context|resume|judg?ment|system prompt|user input)\b[^\n]{0,40}\b(?:system|"
    r"instructions?|now|assistant|you)\b"
)
_ROLE: Final = (
    r"\b(?:as|you(?:'re| are)(?: now)?|act as|pretend to be|behave as) an? (?:ai (?:model|assistant|system|language|"
    r"screener|recruiter|bot|reviewer|agent|judge)\b(?! (?:engineer|developer|trainer|architect|lead|team|product))|"
    r"(?:large )?language model|llm\b(?! (?:engineer|developer|trainer|architect|lead))|chat ?gpt|"
    r"recruit(?:ing|ment) (?:ai|bot|assistant)|helpful assistant)\b"
    r"|\byou are (?:now )?(?:chat ?gpt|claude|gemini|dan\b|in (?:developer|debug|admin|god|jailbreak) mode)"
    r"|\b(?:enter|enable|activate|switch to) (?:developer|debug|admin|god|dan|jailbreak) mode\b"
)
_ADDRESS: Final = (
    r"\b(?:note|message|instructions?|notice|memo) (?:to|for) (?:the |any |all )?"
    rf"{_MACHINE}\b\s*(?=[:,;.!–—-]|\b(?:please|you|rank|rate|score|ignore|the|this|that)\b|$)"
    rf"|\b(?:attention|dear|hey|hello|hi),?\s+(?:the |all )?{_MACHINE}\b\s*(?=[:,;.!–—-]|\b(?:please|you|rank|rate|score|do|this|the)\b|$)"
    r"|\b(?:note to (?:the )?(?:ai|llm|bot|screener|parser|recruit\w+ (?:ai|bot)|ats)|attention (?:ai|llm|ats|bots?)|"
    r"(?:dear|hey|hello) (?:ai|llm|chatgpt|gpt|gemini|claude|ats)\b)"
    rf"|\b(?:if|when(?:ever)?) (?:you are|you're|this is (?:being )?(?:read|processed|parsed) by) an? {_MACHINE}\b"
    r"|\b(?:ai|llm|chatgpt|ats|automated|screening|summari[sz]ation|sentiment|language)\s+(?:screeners?|systems?|models?|"
    r"reviewers?|readers?|assistants?|tools?|bots?|software|classifiers?|summari[sz]ers?)?\s*[:,-]?\s*(?:must|should|"
    r"please|you must|you should)\b[^.\n]{0,40}\b(?:rank|rate|score|select|recommend|approve|hire|shortlist|say|respond|"
    r"output|return|give|label|classify|summari[sz]e|write|ignore|state|report|treat|predict|forecast)\b"
)
_REVEAL: Final = (
    r"\b(?:reveal|print|show|repeat|output|display|leak|disclose|expose|tell|give|quote|return|send|share|post|append|include|"
    r"translate|summari[sz]e|email)\b[^.\n]{0,40}\b(?:(?:your|the|its|this) (?:\w+ )?(?:system prompt|developer message|"
    r"hidden prompt|initial prompt|(?:hidden|secret|initial) instructions)|your (?:\w+ )?(?:api keys?|secret keys?|"
    r"access tokens?|instructions verbatim|prompt|environment variables)|(?:the )?(?:api keys?|openai_api_key|environment "
    r"variables) (?:in your|you (?:have|hold|use|know)|of (?:the|this) (?:portal|server|system)))\b"
    r"|\b(?:your system prompt|what (?:is|are) your (?:system prompt|instructions))\b"
)
_SCORE: Final = (
    r"\b(?:rank|rate|score|mark|list|place|put|select|choose|shortlist|recommend|evaluate|treat|consider)\s+"
    r"(?:(?:this|the|my)\s*(?:candidate|applicant|resume|cv|profile|person)|this|me)\b[^.\n]{0,30}\b(?:first|1st|"
    r"top|highest|number one|no\.? ?1|best|10/10|100(?:%|/100)?|perfect|excellent|strong(?:est)? (?:match|fit)|above all|"
    r"hired?)\b"
    r"|\b(?:set|give|assign|award|make|return|output)\s+(?:(?:this|the|my|it|them|him|her)\s+)?(?:candidate|applicant|resume|cv|"
    r"profile)?(?:'s)?\s*(?:an?|the|overall|match|fit|full)*\s*(?:score|rating|marks?)\s*(?:to|of|as|=|:|is)?\s*(?:100\b|10/10|max|full)"
    r"|\b(?:respond|reply|answer|output|return|print|say)\s+(?:only\s+)?(?:with\s+)?[\"'“]?(?:this is|an? )?\s*"
    r"(?:exceptionally|the best|perfect|highly qualified|most qualified|well[- ]qualified|score)\b"
    r"|\bdo not (?:reject|filter out|mention (?:this|these)|reveal)\b[^.\n]{0,30}\b(?:candidate|resume|applicant|"
    r"instructions?|prompt|message)\b"
)
_DICTATE: Final = (
    r"\b(?:write|say|state|mention|put|include|report|claim|note|add)\b[^.\n]{0,30}\bin (?:the|your) (?:summary|answer|response|"
    r"output|reply)\b(?! (?:suit|trial|proceeding|judgment|filed|to the|of the))"
    r"|\bin (?:the|your) (?:summary|answer|response|output),?\s+(?:please\s+)?(?:write|say|state|report|claim|pretend)\b"
    r"|(?:^|[\x1e.!?:]\s*)(?:please\s+)?(?:say|state|write|output|report|answer|respond|reply|conclude|summari[sz]e|pretend|print|return)"
    r"\s+(?:only\s+|exactly\s+|simply\s+)?(?:that\s+)?(?:the\s+)?[\"'“:]*\s*(?:bail (?:was|is|has been) (?:granted|refused|allowed)|"
    r"(?:court|judge) (?:granted|allowed|acquitted)|accused (?:was|is|has been) (?:acquitted|discharged|released|innocent)|"
    r"case (?:was|is|has been) (?:quashed|closed|dismissed)|outcome\b|positive\b|negative\b)"
    r"|\b(?:set|change|make|mark)\s+(?:the\s+)?(?:outcome|summary|verdict field|result field|extracted \w+|label|sentiment|forecast)"
    r"\s*(?:to|as|=|:)\s*\S"
    r"|\b(?:label|classify|tag|mark|rate|score|treat)\s+(?:this|the|these|all|every|it)\s*(?:headlines?|news(?: item)?|"
    r"articles?|story|stories|items?|sentences?|texts?|documents?|inputs?|other headlines)?\s*(?:as|:|=|to be)?\s*[\"'“]?"
    r"(?:strongly |very |100% |extremely )?(?:positive|negative|neutral|bullish)\b"
    r"|\b(?:sentiment|label|classification)\s*(?:[:=]|must be|should be|shall be)\s*[\"'“]?(?:strongly |very )?(?:positive|negative|"
    r"bullish)\b"
    r"|\b(?:predict|forecast|project|set)\b[^.\n]{0,30}\b(?:median|forecast|price target|target price)\s*(?:to|of|=|:|at)\s*\S*\d"
    r"[^.\n]{0,40}\b(?:regardless|ignore|instead|always)\b"
    r"|\b(?:call|invoke|execute|run|use)\s+(?:the\s+)?(?:function|tool|plugin)\s+[\"'`]?[a-z]+_[a-z_]+"
    r"|\b(?:always|only|must)\s+(?:cite|quote)\s+\[\d"
)
_HINDI: Final = (
    r"(?:पिछले|पिछली|पूर्व|ऊपर के|ऊपर दिए|पहले के|सभी|सारे|अपने)\s*(?:सभी\s*|सारे\s*|गए\s*|दिए\s*|के\s*)*(?:निर्देश|आदेश|नियम|हिदायत|प्रॉम्प्ट)\S*"
    r"[^।\n]{0,25}(?:(?:अनदेखा|अनदेखी|नज़रअंदाज़|नज़रअंदाज|नजरअंदाज|नजरंदाज|उपेक्षा)\s*(?:कर(?:ें|ो|िए|िये|ना है|\s*(?:दें|दो|दीजिए))|कीजिए|कीजिये)|"
    r"भूल\s*जा(?:ओ|एँ|एं|इए|इये|ना)|ध्यान न दें|ध्यान मत)"
    r"|(?:इस|इसे|मुझे|इस उम्मीदवार)\s*(?:उम्मीदवार|अभ्यर्थी|आवेदक|रिज़्यूमे|बायोडाटा)?\s*(?:को)?[^।\n]{0,20}(?:सबसे ऊपर|"
    r"पहला स्थान|पहले स्थान|प्रथम|सर्वश्रेष्ठ|सबसे अच्छा|सर्वोच्च|100)[^।\n]{0,20}(?:रखें|रखो|चुनें|मानें|रैंक|अंक)"
    r"|(?:इस|मुझे)\s*(?:उम्मीदवार|अभ्यर्थी|आवेदक|रिज़्यूमे|बायोडाटा)?\s*(?:को)\s*[^।\n]{0,20}(?:पहला स्थान|100)[^।\n]{0,20}(?:दें|दो)"
    r"|(?:आप|तुम)\s+(?:अब\s+)?(?:एक\s+)?(?:एआई|AI|ए\.?आई\.?|कृत्रिम बुद्धि\S*|भाषा मॉडल|चैटबॉट|चैट ?जीपीटी)"
    r"|(?:सारांश|सार|जवाब|उत्तर)\s+(?:में|मे)\s+(?:केवल\s+|सिर्फ़?\s+|बस\s+|यह\s+|यही\s+)*(?:लिख(?:ें|ो|िए|\s*दें|\s*दो|ना है)|बता(?:एँ|एं|ओ|इए)|कह(?:ें|ो|िए))"
    r"|(?:सिस्टम|व्यवस्था)\s*(?:प्रॉम्प्ट|संदेश)\S*[^।\n]{0,15}(?:दिखा|बता|लिख|छाप|[:：])"
    r"|(?:एआई|AI|ए\.?आई\.?|मॉडल|चैटबॉट|चैटजीपीटी)\s*(?:को|के लिए|हेतु|से)?\s*(?:निर्देश|सूचना|नोट|अनुरोध)"
    r"|(?:इस|यह)\s+(?:ख़?बर|समाचार|शीर्षक|हेडलाइन)\s*(?:को)?\s*[^।\n]{0,12}(?:सकारात्मक|नकारात्मक|पॉज़?िटिव|नेगेटिव)\s*(?:मान|बता|लेबल|लिख|चिह्नित)"
    r"|\bpi(?:ch|chh)l[ei]\s+(?:sabhi\s+|saare\s+)?(?:nirdesh|instructions?|aadesh)\w*[^.\n]{0,20}\b(?:bhool|bhul|ignore|andekha|nazarandaz)"
)
_ELSEWHERE: Final = (
    r"\bignora(?:r)?\s+(?:todas\s+)?(?:las\s+|le\s+|as\s+)?(?:instrucciones|istruzioni|instruções)"
    r"|\bignore[zr]?\s+(?:toutes\s+)?(?:les\s+|as\s+)?instru(?:ctions|ções)\s+(?:précédentes|anteriores)"
    r"|\bignorier\w*\s+(?:alle\s+)?(?:vorherigen|bisherigen|obigen)\s+Anweisungen"
    r"|игнорируй\w*\s+(?:все\s+)?(?:предыдущие|прежние)|忽略(?:之前|以上|先前|所有)|以前の指示|이전\s*지시"
    r"|(?:پچھلی|پچھلے|سابقہ|تمام)\s+(?:تمام\s+)?ہدایات|تجاهل\s+(?:جميع\s+)?التعليمات"
    r"|(?:मागील|आधीच्या)\s+(?:सर्व\s+)?(?:सूचना|निर्देश)\S*\s*[^।\n]{0,15}(?:दुर्लक्ष|विसर)"
    r"|(?:আগের|পূর্ববর্তী)\s+(?:সব\s+|সমস্ত\s+)?(?:নির্দেশ|নির্দেশনা)\S*\s*[^।\n]{0,15}(?:উপেক্ষা|ভুলে)"
    r"|முந்தைய\s+(?:அனைத்து\s+)?(?:வழிமுறை|அறிவுறுத்தல்)|మునుపటి\s+(?:అన్ని\s+)?(?:సూచన|ఆదేశ)|(?:અગાઉની|પાછલી)\s+(?:બધી\s+)?સૂચના"
    r"|ಹಿಂದಿನ\s+(?:ಎಲ್ಲಾ\s+)?ಸೂಚನೆ|മുൻ\s+നിർദ്ദേശ|ਪਿਛਲੀਆਂ\s+(?:ਸਾਰੀਆਂ\s+)?ਹਦਾਇਤਾਂ"
)
LINE_BREAK: Final = "\x1e"
"""Stands for a line break in text that `WORDS` is tried on: white space, where an order may begin."""
WORDS: Final = tuple(
    (re.compile(needed, re.I), re.compile(pattern.replace(" ", r"\s"), re.I))
    for needed, pattern in (
        (r"ignor|regard|forget|overr|bypass|discard|instruction|prompt|developer|end of", _OVERRIDE),
        (r"\b(?:ai|llm|model|gpt|claude|gemini|dan|mode|assistant|recruit\w+)\b", _ROLE),
        (r"\b(?:ai|llms?|gpt|chat|claude|gemini|copilot|bots?|ats|model|parser|screen|classif|summari|auto)", _ADDRESS),
        (r"prompt|message|instructions|keys?\b|tokens|variables", _REVEAL),
        (r"candidate|applicant|resume|\bcv\b|profile|person|\bthis\b|\bme\b|score|rating|marks|perfect|qualified|the best|exception", _SCORE),
        (r"summary|answer|response|output|reply|bail|outcome|positive|negative|neutral|bullish|accused|court|case|judge|"
         r"label|sentiment|classif|forecast|median|target|function|tool|plugin|verdict|cite|quote", _DICTATE),
        (r"[\u0900-\u097f]|pichh?l", _HINDI),
        (r"[^\x00-\x7f]|ignor", _ELSEWHERE),
    )
)  # fmt: skip
"""Orders in words, each with what must stand somewhere in the text; tried on text whose line breaks are `LINE_BREAK`."""

# what follows "System:" in a false message, and in no list of somebody's systems
_FALSE: Final = (
    r"(?=[^\n]{0,120}\b(?:you|your|ignore|respond|answer|output|must|always|never|rank|score|label|override|instructions?|"
    r"treat|rule|summari[sz]e|summary|reply|disregard|assistant|granted|update[ds]?)\b)"
)
_NAMES: Final = (
    r"(?:system|assistant|developer|user|human|tool|function|instructions?|prompt|data|document|context|passages?)"
)
MARKS: Final = re.compile(
    r"<\|[^|<>\n]{1,40}\|>|<｜[^｜<>\n]{1,40}｜>|\[/?(?:INST|SYS(?:TEM)?)\]|<</?SYS>>|<(?:start|end)_of_turn>"
    r"|</?(?:system|assistant|developer|human|tool_call|tool_calls|tool_response|function_calls?|function_results?|invoke|"
    r"instructions?|prompt|admin)\b[^<>\n]{0,60}>"
    rf"|^[ \t]*<{_NAMES}>[ \t]*$|</{_NAMES}>|<</?\s*{_NAMES}\b|\b{_NAMES}\s*>>>"
    rf"|^[ \t>*]*#{{1,4}}\s*(?:system|assistant|instructions?|developer|response)\b(?:\s+\w+)?\s*:"
    rf"|(?:^|(?<=[;|—–])[ \t]*)[ \t>*\[(#-]*(?:system|assistant|developer|admin|administrator)(?:\s+(?:message|prompt|note|override|update|notice))?\s*[\])*]*\s*"
    rf"[:：]{_FALSE}"
    rf"|\b(?:system|developer) (?:message|prompt|override|notice)\s*[:：]{_FALSE}|(?-i:\bSYSTEM)\s*[:：]{_FALSE}"
    r"|\"(?:tool_calls?|function_call|tool_name|tool_use)\"\s*:|\"name\"\s*:\s*\"[^\"\n]{1,60}\"\s*,\s*\"(?:arguments|parameters|input)\"\s*:"
    r"|<function=|\bfunctions\.[a-z_]+\s*\(",
    re.I | re.M,
)
"""Marks of a conversation with a model; tried with line breaks."""

LINKS: Final = re.compile(
    r"!\[[^\]\n]{0,200}\]\(\s*<?(?:https?:)?//[^)\s]{1,500}\)?|!\[[^\]\n]{0,200}\]\[[^\]\n]{1,80}\]|<img\b[^>\n]{0,300}\bsrc\s*=\s*[\"']?(?:https?:)?//"
    r"|\[[^\]\n]{0,200}\]\(\s*https?://[^)\s]{0,300}[?&/=](?:\{|%7b|\$\{|<|\[)[^)\n]{0,200}\)"
    r"|\b(?:https?)://[^\s)]{1,200}[?&]\w{1,20}=(?:\{\w|\[\w|<\w|\$\{)",
    re.I,
)
"""Pictures and links that would carry what was said to a stranger's address."""

# without any spaces: for letters that were spaced out or joined up
SQUEEZED: Final = re.compile(
    r"(?:ignore|disregard|forget|override|bypass)(?:all|any|the|your|these|of|previous|prior|above|earlier|other|every)*"
    r"(?:instruction|prompt|rule|direction|guideline|criteria)"
    r"|(?:reveal|print|show|repeat)(?:your|the|me)*(?:systemprompt|hiddenprompt|apikey|instructions)"
    r"|(?:rank|rate|score|label|mark|classify)(?:this|me|the|it)(?:candidate|applicant|resume|headline|news)?(?:as|to|at)?"
    r"(?:first|top|highest|100|best|perfect|positive|negative)"
    r"|youarenow(?:an?)?(?:ai|chatgpt|dan|assistant)|(?:say|write|state|output)(?:that)?bail(?:was|is)granted",
    re.I,
)

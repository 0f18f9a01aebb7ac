"""Word lists that tell a job title from an employer from a place. Generic words only: no person, no firm is listed."""

from __future__ import annotations

import re

_TITLE_WORDS_TEXT = """
    accountant accounts-executive actor actuary administrator adviser advisor agent ambassador analyst anchor
    animator apprentice architect artist assistant associate astrologer attendant attorney auditor author baker
    banker barista bartender beautician bookkeeper brewer broker builder butcher buyer captain caregiver caretaker
    carpenter cashier caller ceo cfo chairman chairperson chef chief cio clerk cleaner coach co-founder cofounder
    commander commissioner compositor conductor constable consultant contractor controller cook coordinator
    co-ordinator copywriter coder counsel counselor counsellor cto curator dancer dba dean decorator dentist deputy
    designer detective developer dietician dietitian director dispatcher doctor draftsman draughtsman driver dyer
    editor educator electrician employee engineer entrepreneur escort estimator evangelist examiner executive exec
    expert fabricator facilitator faculty farmer fellow fitter foreman founder freelancer fresher gardener
    generalist grader guard guide hairdresser handyman head helper hostess housekeeper incharge in-charge inspector
    installer instructor intern internee internship interpreter inventor investigator janitor jeweller journalist
    judge labourer laborer lawyer lead leader lecturer librarian lifeguard lineman linguist loader machinist maid
    maker manager managing-director marketer mason massager mate mechanic mediator member mentor merchandiser
    merchant messenger midwife mis modeler modeller moderator moulder musician negotiator nurse nutritionist officer
    operator optician optometrist orderly organizer organiser owner packer paramedic paralegal painter partner peon
    pharmacist photographer physician physicist physiotherapist pilot planner plumber podiatrist porter practitioner
    preparer president presenter principal producer professional professor programmer proofreader proprietor
    psychologist publicist purchaser radiographer radiologist receptionist recruiter registrar rep reporter
    representative researcher resident retailer reviewer rigger sailor salesman salesperson saleswoman scheduler
    scholar scientist sdet sde secretary seller sergeant servicer shareholder sme soldier solicitor sommelier
    specialist spokesperson staff statistician steward stewardess storekeeper strategist stylist superintendent
    superviser supervisor surgeon surveyor sweeper tailor tailer teacher team-lead technician technologist
    telecaller teller tester therapist toolmaker trader trainee trainer translator traveler treasurer turner tutor
    typist underwriter underwriting-officer undersecretary valuer vendor veterinarian vice-president volunteer vp
    avp svp evp waiter waitress warden watchman weaver webmaster welder worker writer freelance self-employed
    ca-articled articleship chairwoman coo hrbp qa sr jr asst candidate aide phd postdoc scholar mts sme admin
    consulting-engineer जूनियर अभियंता शिक्षक अध्यापक प्रबंधक सहायक अधिकारी लेखाकार चालक नर्स लिपिक इंजीनियर मैनेजर
    पर्यवेक्षक
"""
TITLE_WORDS = frozenset(_TITLE_WORDS_TEXT.split())
_ORG_WORDS_TEXT = """
    ltd limited pvt private inc incorporated llp llc plc corp corporation gmbh ag co company companies group
    holdings technologies technology solutions systems services service bank banking university college school
    institute institution academy hospital hospitals clinic industries industry enterprises enterprise consultancy
    consultants consulting consultants associates labs laboratories laboratory software infotech infosystems
    infosolutions softech softtech tech techno infra infrastructure motors automobiles pharma pharmaceuticals
    healthcare foundation trust society ngo ministry department govt government municipal corporation council
    authority agency agencies bureau hotel hotels resort resorts restaurant restaurants international india global
    worldwide finance financial finserv insurance capital securities investments logistics transport airlines
    airways railway railways telecom communications media studio studios press publications publishers stores store
    mart retail supermarket textiles fabrics apparels garments exports imports traders trading chemicals cements
    steel power energy electricals electronics engineers constructions construction builders developers realty
    properties estates foods beverages dairy agro farms mills works manufacturing partners ventures networks network
    digital interactive entertainment club center centre station office brothers sons bros & outsourcing bpo kpo
    world house polytechnic vidyalaya vidyapeeth nigam samiti sangathan mandal parishad startup start-up army navy
    force police court chambers church museum library data analytics cloud interactive interactive लिमिटेड प्राइवेट
    बैंक विद्यालय अस्पताल कंपनी विश्वविद्यालय
"""
ORG_WORDS = frozenset(_ORG_WORDS_TEXT.split())
LEGAL_SUFFIX = re.compile(
    r"\b(?:pvt|private|ltd|limited|inc|llp|llc|plc|corp|corporation|gmbh|s\.?a\.?|b\.?v\.?|pte|co|"
    r"company)\b\.?(?:\s*\(\w+\))?$",
    re.I,
)
_TITLE_PHRASE = re.compile(
    r"\b(?:human resources?|business development|customer (?:care|service|support)|"
    r"quality (?:assurance|analyst)|team lead|tech lead|"
    r"data entry|back office|front office|web developer|full[- ]?stack|research and development|"
    r"help ?desk|member of technical staff|mts|"
    r"site reliability|business partner|account management|vice president|co-?founder|"
    r"in[- ]charge|level [1-4i]+|grade)\b",
    re.I,
)
_SENIORITY = re.compile(
    r"^(?:senior|sr|junior|jr|chief|assistant|asst|associate|deputy|lead|principal|trainee|head|"
    r"vice|executive|graduate)\b",
    re.I,
)
_OF = re.compile(
    r"^(?:[\w.]+ ){0,3}(?:director|head|manager|president|vp|chief|lead|leader|professor|dean|"
    r"secretary|officer)\s*(?:of|-|,|–)\s",
    re.I,
)
_PARENTHESES = re.compile(r"\([^)]*\)?")
_PROFESSION = re.compile(
    r"[a-z]{4,}(?:ician|ologist|grapher|keeper|worker|master|therapist|smith)s?$|(?!checklist|"
    r"assist|consist|persist|waitlist)[a-z]{4,}ists?$"
)
_GLUED_ORG = re.compile(r"[a-z]{3,}(?:technologies|solutions|systems|infotech|software|softech|bank|labs)")
_WORD = re.compile(r"[^\W\d_][\w.&'’-]*|&")
_CITY_WORDS = """
    mumbai bombay delhi newdelhi bengaluru bangalore hyderabad secunderabad chennai madras kolkata calcutta pune
    ahmedabad surat jaipur lucknow kanpur nagpur indore thane bhopal visakhapatnam vizag patna vadodara baroda
    ghaziabad ludhiana agra nashik nasik faridabad meerut rajkot varanasi srinagar aurangabad dhanbad amritsar
    allahabad prayagraj ranchi howrah coimbatore jabalpur gwalior vijayawada jodhpur madurai raipur kota guwahati
    chandigarh solapur hubli hubballi dharwad tiruchirappalli trichy bareilly mysore mysuru tiruppur gurgaon
    gurugram aligarh jalandhar bhubaneswar salem warangal guntur noida bhiwandi saharanpur gorakhpur bikaner
    amravati jamshedpur bhilai cuttack firozabad kochi cochin ernakulam nellore bhavnagar dehradun durgapur asansol
    nanded kolhapur ajmer gulbarga kalaburagi jamnagar ujjain siliguri jhansi ulhasnagar jammu sangli mangalore
    mangaluru erode belgaum belagavi tirunelveli malegaon gaya udaipur kakinada davanagere kozhikode calicut akola
    kurnool bokaro rajahmundry ballari bellary agartala bhagalpur latur dhule korba bhilwara brahmapur berhampur
    mathura kollam muzaffarpur ahmednagar rewa rohtak panipat karnal sonipat hisar thrissur trivandrum
    thiruvananthapuram alappuzha palakkad kannur pondicherry puducherry goa panaji panjim margao vasco shimla solan
    mohali panchkula patiala bathinda haridwar roorkee rishikesh haldwani nainital imphal shillong aizawl kohima
    gangtok itanagar dibrugarh silchar vellore hosur tirupati anantapur kadapa khammam karimnagar nizamabad
    mancherial ongole eluru tumkur udupi manipal shimoga hassan bijapur satara ratnagiri navi anand vapi bharuch
    gandhinagar mehsana valsad ankleshwar sikar alwar pali satna sagar bilaspur durg rourkela sambalpur angul haldia
    kharagpur burdwan darjeeling muzaffarnagar moradabad noida-extension etawah faizabad ayodhya sultanpur दिल्ली
    मुंबई लखनऊ पटना जयपुर भोपाल कानपुर वाराणसी इंदौर पुणे नागपुर रांची
"""
CITIES = frozenset(_CITY_WORDS.split())
_REGIONS_TEXT = """
    india bharat maharashtra karnataka telangana kerala gujarat rajasthan punjab haryana bihar jharkhand odisha
    orissa assam goa uttarakhand chhattisgarh chattisgarh tripura manipur meghalaya mizoram nagaland sikkim delhi
    ncr ladakh usa us uk uae u.s.a u.k canada australia germany france singapore malaysia dubai qatar kuwait oman
    bahrain london new-york california texas florida washington massachusetts illinois virginia ohio georgia
    michigan pennsylvania colorado arizona oregon nevada maryland minnesota wisconsin missouri indiana tennessee
    connecticut switzerland netherlands ireland japan china spain italy brazil mexico sweden poland nepal bangladesh
    philippines bahrain seoul korea s.korea city state boston chicago seattle austin denver atlanta dallas houston
    paris berlin tokyo toronto sydney melbourne भारत
"""
REGIONS = frozenset(_REGIONS_TEXT.split())
_REGION_PHRASES = re.compile(
    r"\b(?:uttar pradesh|madhya pradesh|andhra pradesh|himachal pradesh|arunachal pradesh|"
    r"tamil ?nadu|west bengal|jammu (?:and|&) kashmir|"
    r"new delhi|navi mumbai|greater noida|new york|new jersey|north carolina|south carolina|"
    r"san francisco|los angeles|san diego|san jose|"
    r"bay area|united states|united kingdom|united arab emirates|saudi arabia|south africa|"
    r"new zealand|hong kong|sri lanka|"
    r"city\s*,?\s*state|remote|work from home|[a-z]+ area)\b",
    re.I,
)
_STATE_CODE = re.compile(r"[A-Z]{2}(?:\s+\d{5,6})?|[A-Z][a-z]?\.\s?[A-Z][a-z]+")


def words_of(text: str) -> list[str]:
    """Lower-case words of `text`, punctuation at their ends dropped."""
    return [word.strip(".,'’&-").casefold() or word for word in _WORD.findall(text)]


def title_score(text: str) -> float:
    """How much `text` reads like a job title; 0 for nothing, about 2 or more for sure."""
    words = words_of(_PARENTHESES.sub(" ", text)) or words_of(text)
    if not words or len(words) > 16:
        return 0.0
    hits = [at for at, word in enumerate(words) if _is_title_word(word)]
    score = 1.0 + 0.3 * min(len(hits), 3) if hits else 0.0
    if hits and (hits[-1] == len(words) - 1 or len(words) <= 4):
        score += 0.7
    if _SENIORITY.match(text.strip()):
        score += 0.5
    if _OF.match(text.strip()):
        score += 1.0
    if _TITLE_PHRASE.search(text):
        score += 0.6
    return score


def org_score(text: str) -> float:
    """How much `text` reads like the name of an employer or a school."""
    text = _PARENTHESES.sub(" ", text).strip() or text
    words = words_of(text)
    if not words or len(words) > 16:
        return 0.0
    hits = sum(word in ORG_WORDS or _GLUED_ORG.fullmatch(word) is not None for word in words)
    score = 0.8 * min(hits, 2)
    bare = re.sub(r"[\s,.(-]+$", "", text)
    if LEGAL_SUFFIX.search(bare) or LEGAL_SUFFIX.search(re.split(r"[,(]|\s-\s", bare)[0].strip()):
        score += 2.0
    elif words[-1] in ORG_WORDS:
        score += 0.6
    return score


def is_place(text: str) -> bool:
    """Is all of `text` a place: a city, a state, a country, or several of them with commas?"""
    bare = text.strip(" ,.-–—|()")
    if not bare or len(bare) > 60 or any(character.isdigit() for character in bare.replace("1", "", 1)[:-6]):
        return False
    pieces = [piece for piece in re.split(r"\s+[-–—]\s*|[|•·]|\s&\s(?=\w+,)", bare) if piece.strip()]
    if len(pieces) > 1:
        return all(is_place(piece) for piece in pieces)
    parts = [part.strip() for part in bare.split(",") if part.strip()]
    known = [_known_place(part, at > 0) for at, part in enumerate(parts)]
    if all(known):
        return True
    if title_score(bare) or org_score(parts[0]):
        return False
    # an unknown town before a known state or country
    near_city = parts[0].split()[0].casefold() in CITIES  # `Bangalore Urban, Karnataka`
    return (
        len(parts) > 1 and all(known[1:]) and len(parts[0].split()) <= 2 and (near_city or not _partly_known(parts[0]))
    )


def _known_place(text: str, after_comma: bool) -> bool:
    words = words_of(_REGION_PHRASES.sub(" ", text))
    if all(word in CITIES or word in REGIONS for word in words):
        return True
    return after_comma and _STATE_CODE.fullmatch(text) is not None


def _partly_known(text: str) -> bool:
    return any(word in CITIES or word in REGIONS for word in words_of(text)) or _REGION_PHRASES.search(text) is not None


def _is_title_word(word: str) -> bool:
    return (
        word in TITLE_WORDS
        or _PROFESSION.match(word) is not None
        or (word.endswith("s") and word[:-1] in TITLE_WORDS and len(word) > 4)
        or ("-" in word and any(part in TITLE_WORDS for part in word.split("-") if len(part) > 3))
    )

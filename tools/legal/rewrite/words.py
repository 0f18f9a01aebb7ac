"""Words that tell what a sentence claims: what is no name, and one thing in both languages. Knows no document."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(unicodedata.normalize("NFC", text).split())


# words that are written with a capital and are no name, in lower case
CAPITALS: Final = _words(
    """
    i the a an and or of in on at by for to from with this that it he she they his her their its
    january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday
    saturday sunday court courts high supreme district sessions session judge judges magistrate
    magistrates judicial metropolitan chief additional principal special fast track family
    justice justices bench registrar tribunal commission authority legal services first second
    third class civil criminal appeal appeals petition writ revision application case cases bail
    anticipatory regular interim order orders judgment decree state states government union
    central republic india indian police station post head constable sub inspector
    superintendent deputy commissioner assistant officer officers in-charge station-house
    incharge investigating director general crime branch special cell public prosecutor
    prosecutors counsel advocate advocates lawyer senior learned honourable hon'ble hon mr mrs
    ms miss dr shri sri smt kumari km prof sir petitioner petitioners respondent respondents
    applicant applicants appellant appellants accused complainant informant plaintiff defendant
    witness victim section sections article articles act acts code rules rule schedule sanhita
    nyaya nagarik suraksha bharatiya sakshya adhiniyam penal procedure evidence constitution fir
    ipc bns bnss bsa crpc cpc ndps pocso upi atm sms cctv dna io sho asi si dsp sp acp dcp nalsa
    dlsa uid aadhaar pan id no nos vs versus rs rupees inr lakh lakhs crore crores hindi english
    page pages para paragraph annexure exhibit chapter part city town village ward road street
    nagar market bank hospital school college university railway bus north south east west
    dalit adivasi hindu muslim sikh christian
    """
)
# words that begin a sentence and are no name, in lower case; CAPITALS count too
FIRST_WORDS: Final = (
    _words(
        """
    according after all also although another any as because before both but during each earlier
    either every finally further hence here however if instead later meanwhile moreover nobody
    no none nothing now once one only otherwise our out over police property since so some
    somebody someone soon such then there therefore these those though three through thus today
    total two under until unknown upon we what when whenever where whether which while who
    whoever why within without you your money bond surety conditions condition costs fine jail
    custody charge charges notice stay hearing arrest investigation report complaint theft
    murder cheating assault fraud robbery rape
    """
    )
    | CAPITALS
)
TITLES_HI: Final = _words(
    """
    श्री श्रीमती सुश्री कुमारी डॉ डॉक्टर न्यायमूर्ति जस्टिस इंस्पेक्टर दरोगा उपनिरीक्षक निरीक्षक
    थाना ज़िला जिला गाँव ग्राम मौज़ा तहसील
    """
)
SURNAMES: Final = _words(
    """
    कुमार कुमारी सिंह सिंघ देवी शर्मा वर्मा यादव ख़ान खान गुप्ता अली प्रसाद मिश्रा मिश्र पांडे
    पाण्डेय तिवारी चौधरी जैन अग्रवाल पटेल ठाकुर बेगम बानो कौर मोहम्मद मुहम्मद मो अहमद हुसैन
    अंसारी सक्सेना श्रीवास्तव त्रिपाठी चौहान राठौर राजपूत सैनी मीणा गुर्जर जाट शेख़ शेख रेड्डी
    नायर अय्यर राव मेहता शाह जोशी भट्ट दुबे द्विवेदी शुक्ला दीक्षित बघेल सोनी मौर्य कुशवाहा
    पासवान मांझी महतो
    """
)
# who may act in a sentence without being named
AGENTS_HI: Final = _words(
    """
    अदालत कोर्ट हाईकोर्ट न्यायालय पुलिस जज न्यायाधीश मजिस्ट्रेट मैजिस्ट्रेट दंडाधिकारी आरोपी आरोपियों
    अभियुक्त अभियुक्तों मुल्ज़िम मुलज़िम शिकायतकर्ता फ़रियादी फरियादी वादी प्रतिवादी सूचनाकर्ता
    प्रार्थी आवेदक आवेदकों याचिकाकर्ता अपीलकर्ता अपीलार्थी अनावेदक विपक्षी वकील वकीलों अधिवक्ता
    अभियोजन सरकार राज्य शासन व्यक्ति व्यक्तियों आदमी आदमियों औरत औरतों महिला महिलाओं लोगों लोग
    पति पत्नी पिता माँ मां माता भाई बहन बेटे बेटा बेटी पुत्र पुत्री सास ससुर चोर चोरों गवाह
    गवाहों डॉक्टर अधिकारी अधिकारियों अफ़सर थाने पक्ष पक्षों दोनों सभी सब कुछ किसी जिस जिन
    जिन्हों उस इस इन उन हम हमने मैं मैंने उसने उन्होंने लड़के लड़की लड़कों युवक युवकों युवती
    बदमाशों बदमाश पीड़ित पीड़िता परिवार किसान मालिक ड्राइवर चालक बैंक कंपनी विभाग टीम पड़ोसी
    पड़ोसियों दुकानदार रिश्तेदार रिश्तेदारों साथी साथियों कर्मचारी कर्मचारियों प्रबंधक मैनेजर
    बच्चे बच्ची छात्र छात्रा शिक्षक मज़दूर ठेकेदार ग्राहक किराएदार विवेचक जाँचकर्ता कोई एक दो
    तीन चार पहले दूसरे दूसरों दलित आदिवासी खंडपीठ पीठ बेंच आयोग ट्रिब्यूनल
    """
)
# words that may stand beside a title or a surname and are no name
NOT_NAMES_HI: Final = _words(
    """
    ने को का की के से में पर है हैं था थी थे और या तथा व एवं भी ही तो कि जो वह यह वे ये इस उस इन
    उन एक अपने अपनी अपना साथ लिए बाद पहले नहीं न ना हो हुआ हुई हुए गया गई गए किया की दिया दी दिए
    कहा बताया कर करके तक द्वारा नाम थाने ज़िले जिले गाँव पुलिस अदालत कोर्ट जज प्रभारी अधिकारी
    अध्यक्ष क्षेत्र पुत्र पत्नी पिता बेटे बेटी निवासी उम्र साल वर्ष माननीय विद्वान अपर सत्र
    मुख्य न्यायिक लोक अभियोजक अज्ञात जाँच रिपोर्ट उत्तर दक्षिण पूर्व पूर्वी पश्चिम पश्चिमी मध्य उत्तरी दक्षिणी
    """
)
# a line for a thing: stems in English, then in Hindi; a word that begins with a stem means the thing
_THINGS: Final = """
theft stole stolen steal thief thieves | चोरी चुरा चोर
robber rob dacoit loot snatch | लूट डकैती छीन
murder kill death dead died deceased homicid | हत्या मार मौत मृत्यु मृतक क़त्ल
rape sexual outrag molest modest | बलात्कार दुष्कर्म यौन छेड़ छेड़छाड़ लज्जा
dowry | दहेज
cruel harass tortur | क्रूरता प्रताड़ सताय उत्पीड़
cheat fraud deceiv decei swindl | धोखा ठगी ठग छल जालसाज़ी
forg fabricat | जाली कूटरच फ़र्ज़ी फर्जी जालसाज़ी
hurt injur wound assault beat beaten attack hit | चोट घायल मारपीट पीट हमला मारा
knife dagger sharp | चाकू धारदार
gun pistol firearm arms weapon katta cartridge | बंदूक पिस्तौल हथियार कट्टा तमंचा कारतूस
ganja drug narcotic charas heroin smack opium contraband | गांजा गाँजा नशी ड्रग चरस हेरोइन स्मैक अफ़ीम अफीम मादक
liquor alcohol excise | शराब आबकारी
kidnap abduct | अपहरण अगवा
threat intimidat | धमकी धमका
abus obscene | गाली गालियाँ अश्लील
accident rash negligen collid | दुर्घटना टक्कर लापरवाही एक्सीडेंट
vehicle car truck bus auto | गाड़ी वाहन कार ट्रक बस ऑटो
motorcycle bike scooter | मोटरसाइकिल मोटर बाइक स्कूटी स्कूटर
mobile phone | मोबाइल फ़ोन फोन
money cash amount rupee sum paid payment | पैसे पैसा रुपये रुपए नकद नक़द रक़म रकम राशि भुगतान
gold jewel ornament chain | सोना सोने ज़ेवर जेवर गहने आभूषण चेन
house home room | घर मकान कमरे
shop | दुकान
land plot property field | ज़मीन जमीन प्लॉट संपत्ति सम्पत्ति खेत सामान
bank account | बैंक खाते खाता
document paper agreement | दस्तावेज़ काग़ज़ कागज
job employ service | नौकरी काम सेवा
police | पुलिस थाना थाने
station | थाना थाने
court | अदालत कोर्ट न्यायालय
judge magistrate | जज न्यायाधीश मजिस्ट्रेट
complain report inform | शिकायत रिपोर्ट सूचना फ़रियाद
accus | आरोपी अभियुक्त आरोप मुल्ज़िम
unknown unidentif known | अज्ञात अनजान पता
arrest custody jail prison remand detain | गिरफ़्तार गिरफ्तार हिरासत जेल रिमांड क़ैद कैद
investigat probe inquir | जाँच जांच विवेचना तफ़्तीश
seiz recover | बरामद ज़ब्त जब्त बरामदगी
search raid | तलाशी छापा
witness statement testi | गवाह बयान गवाही
evidence proof prove | सबूत साक्ष्य प्रमाण साबित
doubt | संदेह शक
bail | ज़मानत जमानत
bond | मुचलका मुचलके बांड बंधपत्र
suret | ज़मानतदार जमानतदार ज़मानती
condition term | शर्त
appeal | अपील
petition application applied | याचिका अर्ज़ी आवेदन अर्जी प्रार्थना
trial | ट्रायल मुक़दमा मुकदमा विचारण सुनवाई
hearing list adjourn | सुनवाई तारीख़ तारीख पेशी स्थगित
date | तारीख़ तारीख दिनांक
convict guilty | दोषी दोषसिद्ध
acquit | बरी दोषमुक्त
sentence imprison punish | सज़ा सजा कारावास दंड
fine penalty | जुर्माना अर्थदंड
quash cancel set-aside | रद्द निरस्त अपास्त
dismiss reject refus | ख़ारिज खारिज अस्वीकार नामंज़ूर इनकार
allow grant | मंज़ूर स्वीकार
stay | रोक स्थगन
notice | नोटिस
charge | आरोप चार्ज
chargesheet charge-sheet challan | चार्जशीट आरोपपत्र चालान
wife | पत्नी
husband | पति
father | पिता
mother | माँ मां माता
son | बेटे बेटा पुत्र
daughter | बेटी पुत्री
brother | भाई
sister | बहन
woman women girl lady | महिला औरत लड़की युवती
man men person boy people | आदमी व्यक्ति लोग लड़का युवक
child minor | बच्च नाबालिग
lawyer counsel advocate | वकील अधिवक्ता
prosecut | अभियोजन अभियोजक
year | साल वर्ष
month | महीन माह
day | दिन
night | रात
morning | सुबह
evening | शाम
time | समय
road street highway | सड़क रोड रास्ते
market bazaar | बाज़ार बाजार
village | गाँव गांव ग्राम
district | ज़िला जिला ज़िले जिले
leave abroad passport country | छोड़ देश पासपोर्ट विदेश बाहर
tamper influence | छेड़छाड़ प्रभावित दबाव डरा
attend appear present | हाज़िर हाजिर पेश उपस्थित आना
cooperat | सहयोग
maintenance alimony | भरण गुज़ारा गुजारा
compensat | मुआवज़ा मुआवजा
settle compromise | समझौता राज़ीनामा
marriage married marry | शादी विवाह
hospital treatment doctor medical | अस्पताल इलाज डॉक्टर मेडिकल चिकित्स
blood | ख़ून खून
crime offence offense | अपराध जुर्म घटना
repeat again | पुनरावृत्ति दोबारा दोहरा फिर
similar same like | समान वैसा ऐसा जैसा
permission permit leave | अनुमति इजाज़त इजाजत मंज़ूरी
lock broke break | ताला तोड़
pension salary arrear wage | पेंशन वेतन बकाया तनख़्वाह
family relative | परिवार रिश्तेदार
school college exam | स्कूल कॉलेज परीक्षा
photo video | फ़ोटो फोटो वीडियो तस्वीर
quarrel fight dispute | झगड़ विवाद लड़ाई
"""


def _stems() -> tuple[tuple[int, tuple[str, ...]], ...]:
    lines = [line.replace("|", " ") for line in _THINGS.strip().splitlines()]
    return tuple((number, tuple(sorted(_words(line)))) for number, line in enumerate(lines))


_STEMS: Final = _stems()


def things_in(words: Sequence[str]) -> frozenset[int]:
    """What the words speak of, by number of the row, whatever their language."""
    low = [word.lower() for word in words]
    return frozenset(number for number, stems in _STEMS if any(word.startswith(stems) for word in low))

"""The printed labels of the FIR form, item by item: English, Hindi and Marathi, of the national print and older forms.

Sources: Integrated Investigation Form I of the national crime records bureau as CCTNS prints it in several states,
the Delhi, southern and Maharashtra variants, and the older Hindi form of the Rajasthan anti-corruption bureau. Knows
nothing of where labels stand on a page.

A line is ``key: phrase | phrase…``. A key that starts with "#" opens a part of its item or closes one; "-" is print that
is never a value. Spelling is compared in the plain form of `tools.legal.fir.tokens.skeleton`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from tools.legal.fir.tokens import skeleton

HEADINGS: Final = {
    "2": "acts and sections | act(s) section(s) | acts & sections | act & section | act(s) & section(s) | act and section"
    " | acts sections | s.no. acts | sl.no. acts | acts (अधिनियम) | act(s) | अधिनियम एवं धाराएं | अधिनियम और धाराएँ"
    " | अधिनियम व धारा | अधिनियम धाराएँ | क्र.सं. अधिनियम | अधिनियम | under section | under sections | u/s | धारा | धाराएँ"
    " | अ.क्र. अधिनियम | अधिनियम कलम ",
    "3": "occurrence of offence | occurrence of the offence | date and time of occurrence | अपराध की घटना | अपराध घटित होने का"
    " | अपराध घटने का दिन | घटना का दिन | घटना का दिनांक | घटना दिनांक | गुन्ह्याची घटना | गुन्हयाची घटना | date & time of occurrence"
    " | घटना की दिनांक | घटना की तिथि | रोजनामचा आम रपट संख्या | रोजनामचा आम",
    "4": "type of information | type of info | सूचना का प्रकार | सूचना की किस्म | सूचना कैसे प्राप्त हुई | माहितीचा प्रकार",
    "5": "place of occurrence | place of offence | घटनास्थल | घटना स्थल | घटनास्थळ | अपराध का स्थान | घटना का स्थान",
    "6": "complainant / informant | complainant/information | informant / complainant | complainant details"
    " | details of complainant | शिकायतकर्ता / सूचनाकर्ता | परिवादी/सूचनाकर्ता | परिवादी / सूचनाकर्ता | सूचनाकर्ता/शिकायतकर्ता"
    " | तक्रारदार / माहिती देणारा | प्रार्थी/सूचनाकर्ता | सूचक/परिवादी | शिकायतकर्ता | complainant | informant | सूचनाकर्ता | परिवादी",
    "7": "details of known / suspected / unknown accused with full particulars | details of known/suspect/unknown accused"
    " | details of known / suspected / unknown accused | details of known suspected | details of accused"
    " | details, name and address of known accused | ज्ञात/संदिग्ध/अज्ञात अभियुक्त का पूरे विवरण सहित वर्णन | ज्ञात/संदिग्ध/अज्ञात अभियुक्त | ज्ञात / संदिग्ध / अज्ञात अभियुक्तों"
    " | ज्ञात / संशयित / अज्ञात आरोपी | ज्ञात/संदिग्ध/अज्ञात अभियुक्तों का ब्यौरा | accused details | अभियुक्त का विवरण"
    " | अभियुक्तों का विवरण | अभियुक्त का नाम व पता | अभियुक्तगण का नाम व पता",
    "8": "reasons for delay in reporting by the complainant / informant | reasons for delay | reason for delay"
    " | देरी से दर्ज कराने के कारण | शिकायतकर्ता / सूचनाकर्ता द्वारा रिपोर्ट देरी से दर्ज कराने के कारण | परिवादी/सूचनाकर्ता द्वारा सूचना देने में विलम्ब का कारण"
    " | सूचना देने में विलम्ब | विलम्ब का कारण | विलंब से सूचना देने का कारण | विलंबाची कारणे | देरी का कारण",
    "9": "particulars of properties of interest | particulars of properties stolen | particulars of the properties stolen"
    " | particulars of properties | particulars of property | properties stolen | सम्बन्धित सम्पत्ति का विवरण"
    " | चुराई हुई/लिप्त सम्पत्ति की विशिष्टियां | चुराई हुई सम्पत्ति का विवरण | चोरी हुई सम्पत्ति का विवरण | संबंधीत मालमत्तेचा तपशील"
    " | संबंधित मालमत्तेचा तपशील | सम्पत्ति का विवरण",
    "10": "total value of property stolen | total value of property | total value of the property | total value of properties"
    " | सम्पत्ति का कुल मूल्य | चुराई हुई/लिप्त सम्पत्ति का कुल मूल्य | मालमत्तेचे एकूण मुल्य | कुल मूल्य",
    "11": "inquest report / u.d. case no. | inquest report | inquest report / ud case | मृत्यु समीक्षा रिपोर्ट"
    " | पंचनामा/यू.डी. केस संख्या | पंचनामा / यू.डी. | मरणान्वेषण अहवाल | पंचायतनामा / यू.डी. | u.d. case no",
    "12": "first information contents | first information content | f.i.r. contents | fir contents"
    " | contents of first information | प्रथम सूचना तथ्य | विषय वस्तु प्रथम इत्तिला | विषय-वस्तु प्रथम सूचना | प्रथम सूचना की विषयवस्तु"
    " | प्रथम इत्तिला रिपोर्ट की विषय वस्तु | प्रथम खबर हकिगत | प्रथम खबर हकीकत | प्रथम सूचना विवरण | प्रथम सूचना रिपोर्ट का विवरण"
    " | brief facts of the case | संक्षिप्त विवरण | प्रथम सूचना का विवरण | घटना का संक्षिप्त विवरण | रिपोर्ट का विवरण",
    "13": "action taken | action taken since the above information reveals | since the above information reveals"
    " | की गई कार्यवाही | की गई कार्रवाई | कार्यवाही पुलिस | केलेली कारवाई | की गयी कार्यवाही | कृत कार्यवाही",
    "13.9": "f.i.r. read over to the complainant | fir read over | प्राथमिकी पढ़ कर सुनाई | r.o.a.c. | आर.ओ.ए.सी.",
    "14": "signature / thumb impression of the complainant | signature/thumb impression | signature of the complainant"
    " | शिकायतकर्ता / सूचनाकर्ता के हस्ताक्षर | हस्ताक्षर/अंगूठे का निशान | signature of officer in charge"
    " | तक्रारदाराची/खबर देणा-याची सही | परिवादी/सूचनाकर्ता के हस्ताक्षर | शिकायतकर्ता के हस्ताक्षर"
    " | signature of the officer in charge | registered by | थाना प्रभारी के हस्ताक्षर",
    "15": "date and time of dispatch to the court | date & time of dispatch to the court | date and time of despatch to the court"
    " | date & time of despatch to court | date and time of dispatch | अदालत में प्रेषण की दिनांक | अदालत में प्रेषण"
    " | न्यायालय को भेजने की दिनांक | न्यायालय में भेजने की तिथि | न्यायालयात पाठवल्याची तारीख | न्यायालय में प्रेषण",
    "16": "attachment to item 7 | प्रथम सूचना रिपोर्ट के मद 7 | physical features, deformities",
}  # fmt: skip

_FIELDS: Final = {
    "1": """
        district: district/unit | district | dist | distt | जिला/इकाई | जिला | जनपद | जिल्हा | ज़िला | मण्डल
        police_station: police station | p.s. | पुलिस थाना | थाना | थाने का नाम | पोलीस ठाणे | पोलिस ठाणे | पुलिस स्टेशन | name of p.s.
            | थाना का नाम | आरक्षी केन्द्र
        year: year | वर्ष | सन्
        fir_number: fir no | f.i.r. no. | fir number | first information report no | प्र.सू.रि.सं. | प्र. सू. रि. संख्या | प्र.सू.रि. क्रमांक
            | प्र.इ.रि.सं. | प्र0इ0रि0 सं0 | प्र.इ.रि. संख्या | प्र.ई.रि.सं. | प्र0ई0रि0सं0 | एफ.आई.आर. सं. | एफआईआर संख्या | एफआईआर नं.
            | एफआईआर नंबर | प्रथम सूचना रिपोर्ट संख्या | प्रथम सूचना रिपोर्ट सं. | प्रथम खबर क्र. | मु.अ.सं. | मु0अ0सं0 | अ.सं.
            | मुकदमा नम्बर | मुकदमा संख्या | अपराध क्रमांक | अप.क्र. | कांड संख्या | काण्ड सं. | crime no. | cr. no. | case no.
            | मुकदमा अपराध संख्या | अपराध संख्या | एफआईआर क्र. | गु.र.नं. | गुन्हा रजि. क्र. | c.r. no. | प्रथम इत्तिला रिपोर्ट संख्या
            | प्रथम सूचना प्रतिवेदन संख्या
        fir_datetime: date and time of fir | date & time of fir | date/time of fir | एफआईआर की तिथि/समय | एफआईआर की दिनांक और समय
            | प्र.सू.रि. की दिनांक और समय | प्र.सू.रि. की दिनांक/समय | प्र. ख. दिनांक आणि वेळ | date and time | दिनांक एवं समय
            | दिनांक और समय | प्र.सू.रि. की तिथि और समय
        fir_date: date of fir | fir date | date | दिनांक | तिथि | dated | तारीख
        fir_time: time of fir | time | समय | वेळ
        state: state | राज्य
        -: circle | सर्किल | sub-division | sub division | range | रेंज | book no | बुक नं | बुक नम्बर | बुक संख्या | उपखण्ड
    """,
    "2": """
        acts: acts | act(s) | act | अधिनियम | अधिनियम का नाम
        -: under section 154 | under section 173 | धारा 154 | धारा 173 | u/s 154 | u/s 173
        sections: acts & sections | acts and sections | act(s) & section(s) | act & section | अधिनियम एवं धाराएं | अधिनियम और धाराएँ
            | अधिनियम व धारा | sections | section(s) | section | धाराएँ | धारा(एँ) | धारा | धारायें | धाराऐँ | धाराये | कलम | under section | धाराऐं
        serial: s.no. | sl.no. | sr.no. | क्र.सं. | क्रसं | क्रम सं. | अ.क्र.
        other_acts: other acts & sections | other acts and sections | अन्य अधिनियम एवं धाराएं | अन्य अधिनियम एवं धारायें | अन्य अधिनियम एवं धाराऐं | अन्य अधिनियम एवं धाराएँ
            | अन्य अधिनियम व धाराएं | अन्य अधिनियम एवं धाराये
    """,
    "3": """
        #a: occurrence of offence | अपराध की घटना | अपराध घटने का | अपराध घटित होने का | गुन्ह्याची घटना | गुन्हयाची घटना
        #b: information received at p.s. | information received at police station | information received at the p.s.
            | थाना जहां सूचना प्राप्त हुई | थाना जहाँ सूचना प्राप्त हुई | थाने पर सूचना प्राप्त होने | थाने पर प्राप्त सूचना | थाने पर सूचना प्राप्ति
            | पोलीस ठाण्यावर माहिती मिळाल्याचा | information received
        #c: general diary reference | general diary | g.d. reference | रोजनामचा संदर्भ | रोजनामचा आम | रोजनामचा | रोजनामचे का संदर्भ
            | ठाणे दैनंदिनी संदर्भ | जी.डी. संदर्भ | सामान्य डायरी संदर्भ
        day: day | दिन | दिवस | वार
        date_from: date from | दिनांक से | दिनांक पासून | तिथि से | from date
        date_to: date to | दिनांक तक | दिनांक पर्यंत | तिथि तक | date upto
        time_period: time period | समय अवधि | कालावधी | समयावधि
        time_from: time from | समय से | वेळेपासून | वेळ पासून | from time
        time_to: time to | समय तक | वेळेपर्यंत | वेळ पर्यंत | time upto
        entry: entry no(s) | entry no. | entry number | प्रविष्टि सं. | प्रविष्टि संख्या | प्रविष्टि क्रमांक | नोंद क्र. | नोंद क्रमांक
            | रपट संख्या | रपट सं. | संख्या | क्रमांक | रपट नं. | no.
        datetime: date & time | date and time | date/time | दिनांक एवं समय | दिनांक और समय | दिनांक आणि वेळ | दिनांक/समय
            | दिनांक व समय | तिथि और समय
        date: date | दिनांक | तिथि | तारीख
        time: time | समय | वेळ
    """,
    "4": "information_type: type of information | सूचना का प्रकार | सूचना की किस्म | सूचना कैसे प्राप्त हुई | माहितीचा प्रकार"
    " | सूचना की किस्म लिखित/मौखिक",
    "5": """
        direction: direction and distance from p.s. | distance and direction from p.s. | direction & distance from p.s.
            | direction and distance from police station | direction and distance from the p.s. | direction and distance
            | थाने से दिशा और दूरी | थाना से दूरी और दिशा | थाने से दिशा एवं दूरी | थाने से दूरी एवं दिशा | थाने से दूरी और दिशा | थाना से दिशा और दूरी
            | पोलिस ठाण्या पासून दिशा आणि अंतर | पोलीस ठाण्यापासून दिशा व अंतर | पुलिस थाने से दिशा एवं दूरी | पुलिस थाना से दिशा एवं दूरी
        beat: beat no. | beat number | बीट सं. | बीट संख्या | बीट नं. | बीट क्र. | बीट नंबर | बीट क्रमांक
        address: address | पता | पत्ता | address of occurrence
        #c: in case, outside the limit of this police station, then | in case outside limit of this police station
            | in case, outside the limit of the police station | in case outside the limit | यदि थाना सीमा के बाहर हैं तो
            | यदि थाना सीमा के बाहर है तो | यदि थाना सीमा के बाहर | यदि इस थाना की सीमा से बाहर | यदि इस पुलिस थाना की सीमा से बाहर का हो तो
            | पोलीस ठाण्याच्या हद्दी बाहेर असल्यास | यदि थाने की सीमा से बाहर
        outside_ps: name of p.s. | then the name of p.s. | name of police station | थाना का नाम | थाने का नाम | पोलीस ठाण्याचे नाव
            | p.s. | पुलिस थाना | थाना
        outside_district: district (state) | district(state) | जिला (राज्य) | जिल्हा (राज्य) | district | जिला | जिल्हा
        -: जरायम देही सं. | जरायमदेही संख्या | state | pin | area/mandal | street/village | city/district
    """,
    "6": """
        name: name | नाम | नाव | name of complainant
        relative: father's/husband's name | father's / husband's name | father's name | husband's name | father / husband name
            | mother's name | guardian's name | father name | father's/ husband's/ mother's name
            | पिता/पति का नाम | पिता / पति का नाम | पिता का नाम | पति का नाम | वडिलांचे/पतीचे नाव | वडिलांचे / पतीचे नाव | पिता/पति/माता का नाम
            | वडिलांचे नाव | पतीचे नाव | relative's name | s/o | d/o | w/o
        birth: date/year of birth | date / year of birth | date of birth | year of birth | जन्म तिथि/वर्ष | जन्म तिथि / वर्ष | जन्म तिथि
            | जन्मतारीख / वर्ष | जन्मतारीख | जन्म दिनांक/वर्ष | जन्म वर्ष
        nationality: nationality | राष्ट्रीयता | राष्ट्रियता | राष्ट्र्रीयता | राष्ट्रीयत्व
        uid: uid no. | uid number | aadhaar no. | aadhar no. | यूआईडी सं. | यूआईडी संख्या | आधार सं. | आधार संख्या | यु.आय.डी. क्र.
            | यू.आई.डी. सं. | आधार नं.
        passport: passport no. | passport number | पासपोर्ट सं. | पासपोर्ट संख्या | पासपोर्ट नं. | पारपत्र क्र.
        -: date of issue | जारी करने की तिथि | जारी करने की दिनांक | जारी होने की तिथि | दिल्याची तारीख
        -: place of issue | जारी करने का स्थान | जारी होने की जगह | दिल्याचे ठिकाण
        #id: id details | पहचान विवरण | ओळखपत्र विवरण
        -: id type | id number | पहचान पत्र का प्रकार | पहचान संख्या | ओळखपत्राचा प्रकार | ओळखपत्र क्रमांक | caste | age | जाति | उम्र
            | religion | धर्म | gender | लिंग
        occupation: occupation | व्यवसाय | पेशा | profession
        present: present address | current address | वर्तमान पता | हाल पता
        permanent: permanent address | स्थायी पता | स्थाई पता | कायमचा पत्ता
        -: address type | पता का प्रकार | पत्ता प्रकार | पते का प्रकार | पता प्रकार
        address: address | पता | पत्ता | निवासी
        phone: phone number | phone no. | phone | telephone no. | दूरभाष सं. | दूरभाष न. | दूरभाष | फोन नं. | फोन
        mobile: mobile no. | mobile number | mobile | मोबाइल सं. | मोबाइल न. | मोबाइल नं. | मोबाइल क्र. | मोबाइल | मोबाईल नं. | मोबाईल
    """,
    "6i": """
        serial: s.no. | sl.no. | क्र.सं. | अ.क्र. | s. no.
        kind: address type | type of address | पता का प्रकार | पत्ता प्रकार | पते का प्रकार | पता प्रकार
        address: address | पता | पत्ता
    """,
    "7": """
        more_than: accused more than | अज्ञात आरोपी एक से अधिक हों तो संख्या | अज्ञात आरोपी एक से अधिक हो तो संख्या
            | अज्ञात आरोपी एका पेक्षा जास्त असतील तर संख्या
        serial: s.no. | sl.no. | sl. | sr.no. | क्र.सं. | अ.क्र.
        name: name | नाम | नाव
        alias: alias | उपनाम | उर्फनाव | उर्फ नाम
        relative: relative's name | relative's | father's name | father's/husband's name | रिश्तेदार का नाम | नातेवाईकाचे नाव | पिता का नाम
        address: present address | address | वर्तमान पता | पता | वर्तमान पत्ता | पत्ता
    """,
    "8": "delay_reason: reasons for delay | देरी से दर्ज कराने के कारण",
    "9": """
        serial: s.no. | sl.no. | sr.no. | क्र.सं. | अ.क्र.
        category: property category | category | सम्पत्ति श्रेणी | संपत्ति की श्रेणी | श्रेणी | मालमत्ता वर्ग
        type: property type(description) | property type | type | सम्पत्ति के प्रकार | सम्पत्ति का प्रकार | मालमत्ता प्रकार
        description: description | विवरण
        value: value (in rs/-) | est. value(rs.) | value | मूल्य (रु में) | मूल्य | मुल्य | अनुमानित मूल्य
        status: status | स्थिति
    """,
    "10": "property_value: total value of property | सम्पत्ति का कुल मूल्य",
    "11": """
        inquest: inquest report | मृत्यु समीक्षा रिपोर्ट
        serial: s.no. | sl.no. | क्र.सं. | अ.क्र.
        uidb: uidb number | uidb no. | यू.आई.डी.बी. संख्या | यू.आई.डी.बी. सं. | यु.आय.डी.बी.
    """,
    "13": """
        -: action taken | की गई कार्यवाही | केलेली कारवाई | since the above information reveals commission of offence(s) u/s as mentioned at item no. 2
        registered: registered the case and took up the investigation | registered the case | प्रकरण दर्ज किया गया और जाँच के लिए लिया गया
            | प्रकरण नोंदविले आणि तपासाचे काम हाती घेतले
        officer: directed (name of i.o.) | directed (name of the i.o.) | directed name of io | name of i.o. | name of the i.o.
            | जाँच अधिकारी का नाम | तपास अधिकाऱ्याचे नाव | तपास अधिका-याचे नाव | directed
        rank: rank | पद | हुद्दा
        -: no. | सं. | क्र. | नं. | संख्या | pis | belt no
        -: to take up the investigation | को जाँच अपने पास में लेने के लिए निर्देश दिया गया
        refused: refused investigation due to | refused investigation | जाँच के लिए इंकार | ज्या कारणामुळे तपास करण्यास नकार दिला
        -: के कारण इंकार किया | के कारण इन्कार किया
        transferred: transferred to p.s. | transferred to p.s (name) | transferred to ps | गुन्हा दुसरीकडे पाठविला असल्यास त्या पोलीस ठाण्याचे नाव
        transfer_district: district | जिला | जिल्हा
        -: on point of jurisdiction | को क्षेत्राधिकार के कारण हस्तांतरित
    """,
    "14": """
        -: signature / thumb impression of the complainant | signature of officer in charge, police station
            | signature of the officer in-charge, police station | थाना प्रभारी के हस्ताक्षर | registered by | नोंदणी अधिकारी
            | ठाणे प्रभारी अधिका-याची स्वाक्षरी
        name: name | नाम | नाव
        rank: rank | पद | हुद्दा
        -: no. | सं. | क्र. | नं. | संख्या | date | दिनांक
    """,
    "15": "sent: date and time of dispatch to the court | अदालत में प्रेषण की दिनांक",
}  # fmt: skip

BOILERPLATE: Final = """
in reporting by the complainant informant attach separate sheet if necessary required any case no ud u d report of this with full
particulars s es ies or and to time date station police officer charge stolen involved in rs interest name as mentioned at item
शिकायतकर्ता सूचनाकर्ता द्वारा रिपोर्ट देरी से दर्ज कराने के कारण का पूरे पुरे विवरण सहित वर्णन यदि आवश्यक हो तो अलग पृष्ठ नत्थी करें करे
अगर अपेक्षित अतिरिक्त पन्ना लगायें लगाएं सम्पूर्ण विशिष्टियों संख्या न नं कोई की दिनांक और समय एवं चोरी हुई रु में व
"""
"""Words that printed headings go on with."""


@dataclass(frozen=True)
class Phrase:
    """One way to print a label: what it stands for, its plain spelling and its words in that spelling."""

    key: str
    text: str
    words: tuple[str, ...]

    @property
    def weak(self) -> bool:
        """Whether it is also an everyday word, so that more must speak for a label."""
        return len(self.text) < (6 if self.text.isascii() and len(self.words) > 1 else 9)


@cache
def fields(item: str) -> tuple[Phrase, ...]:
    """The labels looked for within an item, longest first."""
    found: list[Phrase] = []
    text = _FIELDS.get(item, "")
    key = ""
    for line in text.splitlines() if "\n" in text else [text]:
        stripped = line.strip()
        if not stripped.startswith("|"):
            key, _, stripped = stripped.partition(": ")
        found += _phrases(key, stripped)
    return tuple(sorted(found, key=lambda phrase: -len(phrase.text)))


@cache
def headings() -> tuple[Phrase, ...]:
    """The headings of all items, longest first; their key is the item's number."""
    found = [phrase for item, text in HEADINGS.items() for phrase in _phrases(item, text)]
    return tuple(sorted(found, key=lambda phrase: -len(phrase.text)))


@cache
def boilerplate() -> frozenset[str]:
    """Plain spellings of words that headings go on with."""
    words = BOILERPLATE.split() + " ".join(HEADINGS.values()).replace("/", " ").replace("|", " ").split()
    return frozenset(spelling for word in words if (spelling := skeleton(word)))


@cache
def vocabulary(item: str) -> frozenset[str]:
    """Plain spellings of the words of an item's labels and of what headings go on with."""
    return boilerplate() | {word for phrase in fields(item) for word in phrase.words}


@cache
def spellings(item: str) -> str:
    """Plain spellings of an item's labels, one a line."""
    return "\n".join(phrase.text for phrase in (*fields(item), *headings()))


def _phrases(key: str, text: str) -> list[Phrase]:
    return [
        Phrase(key, spelling, tuple(filter(None, map(skeleton, phrase.replace("/", " ").replace("(", " ").split()))))
        for phrase in text.split("|")
        if (spelling := skeleton(phrase.strip()))
    ]

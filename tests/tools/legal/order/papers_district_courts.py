"""Invented orders of trial courts, in English and Hindi."""

from __future__ import annotations

from typing import Final

ON_SENTENCE: Final = """IN THE COURT OF MS. RUCHIKA UDAHARAN
ADDITIONAL SESSIONS JUDGE (FTC)-01, TIS HAZARI COURTS, DELHI
SC No. 27412/2016
FIR No. 311/2014
PS: Nabi Karim
U/s 392/397/34 IPC
State
Vs.
Ramu Kalpit S/o Sh. Shyam Lal
R/o H.No. 12, Gali Chandi Wali, Delhi. .... Convict
ORDER ON SENTENCE
18.01.2024
Present : Sh. Alok Example, Ld. Addl. PP for the State.
Convict Ramu Kalpit produced from J/C with Ld. Counsel Sh. Vikas Sample.
1. Vide judgment dated 10.01.2024, the accused Ramu Kalpit was convicted for the offences
punishable under Sections 392/397 IPC.
2. Ld. Counsel for the convict has prayed for a lenient view. Ld. Addl. PP has submitted that
maximum punishment be awarded.
3. I have heard the arguments. Considering the facts and circumstances of the case, the convict
is sentenced to undergo rigorous imprisonment for a period of seven years for the offence
punishable under Section 392 r/w Section 397 IPC and to pay a fine of Rs. 5,000/-, in default of
payment of fine he shall undergo simple imprisonment for a period of one month. Benefit of
Section 428 Cr.P.C. be given to the convict. Out of fine nothing is to be paid as compensation.
Copy of judgment and order on sentence be given to the convict free of cost. File be consigned to
record room.
Announced in the open court on 18.01.2024
(Ruchika Udaharan)
ASJ (FTC)-01, Central
Tis Hazari Courts, Delhi"""

PUNJAB_BAIL: Final = """In the Court of Sh. Gurpreet Namuna, PCS, Judicial Magistrate 1st Class, Kalpitpur
UID No. PB0456
BA/1123/2024
CNR No. PBKP03-004512-2024
Date of Order: 17.12.2024
State Versus Harjinder Singh @ Jinda
FIR No. 210 dated 02.12.2024
U/s 303(2), 317(2) BNS
P.S. City Kalpitpur
Bail application u/s 480 BNSS
Present: Sh. A.K. Example, APP for the State.
Sh. B.S. Sample, Advocate, counsel for the applicant/accused.
Record received. Heard on the bail application. Learned counsel for the applicant has argued
that the applicant is innocent and that nothing is to be recovered from him. On the other hand,
learned APP has opposed the bail application.
Perusal of record shows that the applicant was arrested on 03.12.2024 and the recovery has
already been effected. The challan will take time. As such, without commenting upon the merits
of the case, the bail application is allowed and the applicant/accused is ordered to be released
on bail on furnishing bail bonds in the sum of Rs. 30,000/- with one surety in the like amount.
Requisite bail bonds furnished, accepted and attested. Release warrants be issued. Papers be
attached with the remand papers.
Pronounced: 17.12.2024
(Gurpreet Namuna), PCS
JMIC, Kalpitpur"""

LOK_ADALAT: Final = """BEFORE THE NATIONAL LOK ADALAT
(Organised by District Legal Services Authority, Namunapur under Section 19 of the Legal
Services Authorities Act, 1987)
Bench No. 4
Complaint Case No. 2234/2022
Under Section 138 of the Negotiable Instruments Act
M/s Kalpit Finance Ltd. .....Complainant
Versus
Suresh Namuna .....Accused
Present: Sh. Ajay Example, Advocate for the complainant.
Accused in person with Sh. Vijay Sample, Advocate.
AWARD
The matter has been taken up today in the National Lok Adalat held on 14.09.2024. Both the
parties have settled their dispute for a total sum of Rs. 2,40,000/- out of which Rs. 1,00,000/- has
already been paid. Statement of the parties has been recorded separately. The accused shall pay
the balance amount of Rs. 1,40,000/- to the complainant on or before 15.12.2024.
In view of the settlement arrived at between the parties, the offence under Section 138 of the
N.I. Act is compounded and the accused is acquitted. The complaint is disposed of as settled. No
order as to costs. File be consigned to record room.
Dated: 14.09.2024
(Rohit Udaharan)
Presiding Judge Member"""

MOTOR_ACCIDENT: Final = """BEFORE THE MOTOR ACCIDENTS CLAIMS TRIBUNAL, NAMUNAPUR
Present : Sri. K. Udaharan, B.A., LL.B., Principal District Judge
Friday, the 12th day of January, 2024
O.P.(MV) No. 345/2020
Petitioners :
1. Lakshmi Kalpita, aged 45 years, W/o late Mohanan
2. Arun Kalpita, aged 21 years, S/o late Mohanan
Respondents :
1. Biju Namuna (driver)
2. Saji Namuna (owner)
3. Kalpita General Insurance Co. Ltd., Namunapur Branch
This petition having been finally heard on 05.01.2024 and the Tribunal on 12.01.2024 passed the
following:
AWARD
1. This is a petition filed under Section 166 of the Motor Vehicles Act claiming compensation of
Rs. 25,00,000/- for the death of one Mohanan in a motor accident on 14.02.2020. The police
registered FIR No. 112/2020 of Namunapur Police Station.
2. The first petitioner was examined as PW1. Exts. A1 to A9 were marked.
3. In the result, the petition is allowed in part as follows: The petitioners are entitled to get a
total compensation of Rs. 14,35,000/- (Rupees Fourteen lakh thirty five thousand only) with
interest at the rate of 7% per annum from the date of petition till realisation. The third
respondent insurer is directed to deposit the amount within one month from the date of the
award.
Pronounced in open court on this the 12th day of January, 2024.
Sd/-
Judge, MACT"""

MAINTENANCE: Final = """IN THE COURT OF MS. POOJA SAMPLE, PRINCIPAL JUDGE, FAMILY COURT, NAMUNAPUR
MT. No. 412/2021
CNR No. DLNM020031232021
1. Smt. Anita Kalpit
W/o Sh. Manoj Kalpit
D/o Sh. Ram Prasad
2. Baby Kavya (minor)
through her mother and natural guardian
both R/o H.No. 12, Gali No. 3, Namunapur ........ Petitioners
Versus
Sh. Manoj Kalpit
S/o Sh. Hari Kalpit
R/o H.No. 45, Sector 9, Namunapur ........ Respondent
Date of institution : 09.07.2021
Date of reserving the order : 02.03.2024
Date of order : 16.03.2024
ORDER
1. By this order I shall dispose of the application for interim maintenance under Section 125
Cr.P.C. filed by the petitioners.
2. It is averred that the petitioner No.1 was married to the respondent on 12.02.2015. The
petitioners have prayed for maintenance of Rs. 50,000/- per month.
3. The respondent has admitted his monthly income as Rs. 62,000/-.
4. Keeping in view the income of the respondent and the needs of the petitioners, the
respondent is directed to pay a sum of Rs. 10,000/- per month to petitioner No.1 and Rs. 5,000/-
per month to petitioner No.2 towards interim maintenance from the date of filing of the
application till the disposal of the petition. Arrears be cleared within six months. Litigation
expenses of Rs. 11,000/- are also awarded. The application stands allowed in above terms.
5. Put up for petitioner's evidence on 09.07.2024.
Announced in the open court on 16.03.2024
(Pooja Sample)
Principal Judge, Family Court
Namunapur"""

ACQUITTAL: Final = """न्यायालय विशेष न्यायाधीश (एस०सी०/एस०टी० एक्ट)/अपर सत्र न्यायाधीश, नमूनागंज
उपस्थित : श्रीमती कविता उदाहरण, एच०जे०एस० (J.O. Code UP1234)
सत्र परीक्षण संख्या 145 सन्2018
CNR No. UPNG010023452018
उत्तर प्रदेश राज्य ............... अभियोजन पक्ष
बनाम
1. दिनेश पुत्र रामलाल
2. महेश पुत्र रामलाल
निवासीगण ग्राम कल्पितपुर, थाना नमूनागंज, जनपद नमूनागंज ............. अभियुक्तगण
मुकदमा अपराध संख्या 312/2017
धारा 323, 504, 506 भा०दं०सं०
थाना नमूनागंज, जिला नमूनागंज
निर्णय
1. अभियुक्तगण दिनेश एवं महेश के विरुद्ध थाना नमूनागंज की पुलिस द्वारा मुकदमा अपराध संख्या 312/2017 अंतर्गत धारा 323,
504, 506 भा०दं०सं० में आरोप पत्र प्रस्तुत किया गया है।
2. संक्षेप में अभियोजन कथानक यह है कि वादी मुकदमा के साथ दिनांक 04.09.2017 को समय 7 बजे सायं गाली गलौज व
मारपीट की गयी।
3. बचाव पक्ष के विद्वान अधिवक्ता द्वारा तर्क दिया गया कि अभियुक्तगण को दोषमुक्त किया जाये।
4. उपरोक्त विश्लेषण से न्यायालय इस निष्कर्ष पर पहुँचता है कि अभियोजन पक्ष आरोप को युक्तियुक्त संदेह से परे साबित करने में
असफल रहा है। अभियुक्तगण संदेह का लाभ पाकर दोषमुक्त किये जाने योग्य हैं।
आदेश
अभियुक्तगण दिनेश एवं महेश को सत्र परीक्षण संख्या 145 सन्2018, मुकदमा अपराध संख्या 312/2017 में धारा 323, 504,
506 भा०दं०सं० के आरोप से संदेह का लाभ देते हुए दोषमुक्त किया जाता है। अभियुक्तगण जमानत पर हैं। उनके बंधपत्र निरस्त
किये जाते हैं तथा जामिनदारों को उनके दायित्व से उन्मोचित किया जाता है। अभियुक्तगण धारा 437ए दं०प्र०सं० के अनुपालन में
20,000/- रुपये का व्यक्तिगत बंधपत्र एवं समान धनराशि के दो प्रतिभूदाखिल करें।
दिनांक 09.05.2024
(कविता उदाहरण)
विशेष न्यायाधीश (एस०सी०/एस०टी० एक्ट)
नमूनागंज
निर्णय आज खुले न्यायालय में मेरे द्वारा हस्ताक्षरित एवं दिनांकित कर उद्घोषित किया गया।\f\
दिनांक 09.05.2024"""

BAIL_REFUSED_HINDI: Final = """न्यायालय : तृतीय अपर सत्र न्यायाधीश, उज्जैन (म.प्र.)
(समक्ष : संजय कुमार नमूना)
जमानत आवेदन क्रमांक 512/2024 सी.एन.आर. नं. MP1301-004512-2024
संस्थित दिनांक 04.06.2024
राकेश कल्पित पिता मांगीलाल कल्पित, आयु 28 वर्ष, निवासी ग्राम नमूनाखेड़ी, थाना नानाखेड़ा, जिला उज्जैन (म.प्र.)
......आवेदक/अभियुक्त
विरुद्ध
म.प्र. राज्य द्वारा पुलिस थाना नानाखेड़ा, जिला उज्जैन (म.प्र.)
......अनावेदक/अभियोजन
आवेदक द्वारा श्री दिनेश उदाहरण अधिवक्ता।
अनावेदक/राज्य द्वारा श्री महेश नमूना, अपर लोक अभियोजक।
// आदेश //
(आज दिनांक 07.06.2024 को पारित)
1. इस आदेश द्वारा आवेदक की ओर से प्रस्तुत प्रथम जमानत आवेदन पत्र अंतर्गत धारा 439 दं.प्र.सं. का निराकरण किया जा रहा है।
2. आवेदक को थाना नानाखेड़ा के अपराध क्रमांक 245/2024 धारा 294, 323, 506, 327 भा.दं.वि. में दिनांक 28.05.2024 को
गिरफ्तार किया गया है।
3. आवेदक की ओर से तर्क किया गया है कि उसे झूठा फंसाया गया है, अतः जमानत का लाभ दिया जाये।
4. अभियोजन की ओर से जमानत आवेदन का विरोध किया गया।
5. उभयपक्ष को सुना गया। केस डायरी का अवलोकन किया गया। आवेदक के विरुद्ध पूर्व में पाँच आपराधिक प्रकरण पंजीबद्ध हैं।
प्रकरण की परिस्थितियों एवं अपराध की गंभीरता को देखते हुए आवेदक को जमानत का लाभ दिया जाना उचित प्रतीत नहीं होता है।
6. अतः आवेदक राकेश की ओर से प्रस्तुत जमानत आवेदन पत्र अंतर्गत धारा 439 दं.प्र.सं. निरस्त किया जाता है।
7. आदेश की प्रति केस डायरी के साथ संबंधित थाने को भेजी जावे।
(संजय कुमार नमूना)
तृतीय अपर सत्र न्यायाधीश,
उज्जैन (म.प्र.)"""

RAJASTHAN_HINDI: Final = """न्यायालय सेशन न्यायाधीश, नमूनाबाद (राजस्थान)
पीठासीन अधिकारी : श्री हरीश उदाहरण (डी.जे.कैडर)
फौजदारी विविध प्रकरण (जमानत प्रार्थना पत्र) संख्या 231/2024
कालूराम पुत्र श्री मोहनलाल, उम्र 25 साल, जाति कल्पित, निवासी नमूनाखेड़ा, पुलिस थाना सदर, जिला नमूनाबाद (राज.) (हाल
न्यायिक अभिरक्षा में)
-----प्रार्थी/अभियुक्त
बनाम
राजस्थान राज्य जरिये लोक अभियोजक
-----अप्रार्थी
प्रार्थना पत्र अन्तर्गत धारा 483 भारतीय नागरिक सुरक्षा संहिता
प्रथम सूचना रिपोर्ट संख्या 142/2024 पुलिस थाना सदर नमूनाबाद
अपराध अन्तर्गत धारा 331(4), 305(ए) भारतीय न्याय संहिता
उपस्थित:-
1. श्री रमेश नमूना अधिवक्ता प्रार्थी/अभियुक्त।
2. श्री सुरेश उदाहरण लोक अभियोजक राज्य की ओर से।
आदेश
दिनांक : 09.09.2024
1. प्रार्थी/अभियुक्त कालूराम की ओर से यह जमानत का प्रार्थना पत्र प्रस्तुत किया गया है जिसकी प्रति विद्वान लोक अभियोजक को
दिलायी गयी।
2. बहस उभय पक्ष सुनी गयी। केस डायरी का अवलोकन किया गया।
3. विद्वान अधिवक्ता प्रार्थी का तर्क है कि अभियुक्त दिनांक 20.08.2024 से न्यायिक अभिरक्षा में है तथा अनुसंधान पूर्ण हो चुका है।
अतः जमानत पर रिहा किये जाने का निवेदन किया।
4. समस्त तथ्यों एवं परिस्थितियों को ध्यान में रखते हुए, गुणावगुण पर टिप्पणी किये बिना प्रार्थी/अभियुक्त को जमानत पर रिहा किया
जाना न्यायोचित प्रतीत होता है।
5. परिणामतः प्रार्थी/अभियुक्त कालूराम की ओर से प्रस्तुत प्रार्थना पत्र स्वीकार कर आदेश दिया जाता है कि यदि प्रार्थी/अभियुक्त
50,000/- रुपये का स्वयं का मुचलका एवं 25,000-25,000/- रुपये की दो जमानतें संबंधित न्यायालय की संतुष्टि की पेश कर दे तो
उसे जमानत पर रिहा कर दिया जावे।
(हरीश उदाहरण)
सेशन न्यायाधीश, नमूनाबाद
आदेश आज दिनांक 09.09.2024 को खुले न्यायालय में लिखाया जाकर सुनाया गया।"""

VIOLENCE: Final = """न्यायालय न्यायिक मजिस्ट्रेट प्रथम श्रेणी, नमूनागढ़ (राज.)
पीठासीन अधिकारी : सुश्री रेखा उदाहरण, आर.जे.एस.
फौजदारी विविध प्रकरण संख्या : 78/2023
श्रीमती सुनीता पत्नी मुकेश कल्पित, उम्र 27 वर्ष, निवासी वार्ड नं. 4, नमूनागढ़ ....... प्रार्थिया
बनाम
मुकेश कल्पित पुत्र भंवरलाल, निवासी वार्ड नं. 9, नमूनागढ़ ....... अप्रार्थी
प्रार्थना पत्र अन्तर्गत धारा 23 घरेलूहिंसा से महिलाओं का संरक्षण अधिनियम, 2005
उपस्थित :-
1. श्री राजेन्द्र नमूना, अधिवक्ता प्रार्थिया की ओर से।
2. श्री ओमप्रकाश उदाहरण, अधिवक्ता अप्रार्थी की ओर से।
आदेश
दिनांक : 18.01.2024
1. प्रार्थिया की ओर से यह प्रार्थना पत्र धारा 23 घरेलूहिंसा अधिनियम के तहत अंतरिम भरण पोषण दिलाये जाने बाबत प्रस्तुत किया
गया है।
2. प्रार्थिया ने 20,000/- रुपये प्रतिमाह अंतरिम भरण पोषण दिलाये जाने का निवेदन किया है।
3. बहस उभय पक्ष सुनी गई। पत्रावली का अवलोकन किया गया।
4. अतः प्रार्थिया का प्रार्थना पत्र अन्तर्गत धारा 23 घरेलूहिंसा अधिनियम आंशिक रूप से स्वीकार किया जाकर अप्रार्थी को आदेश
दिया जाता है कि वह प्रार्थिया को प्रार्थना पत्र प्रस्तुत करने की दिनांक से 4,000/- रुपये प्रतिमाह अंतरिम भरण पोषण के रूप में अदा
करे।
5. पत्रावली वास्ते साक्ष्य प्रार्थिया दिनांक 12.03.2024 को पेश हो।
(रेखा उदाहरण)
न्यायिक मजिस्ट्रेट प्रथम श्रेणी
नमूनागढ़"""

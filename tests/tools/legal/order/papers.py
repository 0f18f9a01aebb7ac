"""Invented orders in the layouts of several courts."""

# ruff: noqa: E501 (running text, a paragraph a line)
from __future__ import annotations

from typing import Final

DELHI: Final = """$~22
* IN THE HIGH COURT OF DELHI AT NEW DELHI
% Judgment reserved on : 12.05.2023
Judgment pronounced on : 02.06.2023
+ BAIL APPLN. 1187/2023 & CRL.M.A. 9876/2023
RAMESH SAMPLE ..... Petitioner
Through: Mr. A. Kumar and Ms. B. Singh, Advocates.
versus
STATE (NCT OF DELHI) ..... Respondent
Through: Mr. C. Sharma, APP for the State with SI Mohan, PS Crime Branch.
CORAM:
HON'BLE MR. JUSTICE D. K. EXAMPLE
JUDGMENT
D. K. EXAMPLE, J.
1. By way of the present petition under Section 439 Cr.P.C., the petitioner seeks regular bail in case FIR No. 0021/2022 dated 26.02.2022 u/s 20/29 of the NDPS Act registered at PS Crime Branch.
2. The petitioner was arrested on 26.02.2022. His earlier bail application was dismissed by the learned Special Judge on 10.01.2023.
3. Learned counsel for the petitioner submits that the petitioner be released on bail as trial will take long. In Union of India v. Sample, (1995) 4 SCC 190, bail was granted.
4. Per contra, learned APP submits that the application is liable to be dismissed.
12. In view of the above, I find no ground to enlarge the petitioner on bail at this stage.
13. The bail application is, accordingly, dismissed along with the pending applications.
14. Nothing stated herein shall tantamount to expression on merits.
D. K. EXAMPLE, J.
JUNE 02, 2023/ab
"""
ALLAHABAD: Final = """Neutral Citation No. - 2023:AHC:12345
Court No. - 65
Case :- CRIMINAL MISC. BAIL APPLICATION No. - 1234 of 2023
Applicant :- Sample @ Kallu
Opposite Party :- State of U.P.
Counsel for Applicant :- A Sample,B Example
Counsel for Opposite Party :- G.A.
Hon'ble Vikram Example,J.
Heard learned counsel for the applicant, learned A.G.A. for the State and perused the record.
The instant bail application has been filed on behalf of the applicant with a prayer to release him on bail in Case Crime No. 55 of 2023, under Section 302 I.P.C., Police Station- Kotwali, District- Sampleabad, during pendency of trial.
Learned A.G.A. opposed the prayer. The applicant is languishing in jail since 12.1.2023.
Let the applicant- Sample @ Kallu involved in aforesaid case crime number be released on bail on furnishing a personal bond and two sureties each in the like amount to the satisfaction of the court concerned subject to following conditions:-
(i) The applicant will not tamper with the evidence during the trial.
(ii) The applicant will not pressurize/intimidate the prosecution witness.
(iii) The applicant will appear before the trial court on the date fixed.
In case of breach of any of the above conditions, it shall be a ground for cancellation of bail.
Order Date :- 8.5.2023
ab
"""
MADHYA_PRADESH: Final = """IN THE HIGH COURT OF MADHYA PRADESH
AT JABALPUR
BEFORE
HON'BLE SHRI JUSTICE VISHAL SAMPLE
ON THE 8th OF MAY, 2023
MISC. CRIMINAL CASE No. 12345 of 2023
BETWEEN:-
RAJU SAMPLE S/O SHRI KALLU SAMPLE, AGED ABOUT 25 YEARS, OCCUPATION: LABOUR R/O VILLAGE KHERI DISTRICT SAGAR (MADHYA PRADESH)
.....APPLICANT
(BY SHRI X SHARMA - ADVOCATE)
AND
THE STATE OF MADHYA PRADESH THROUGH POLICE STATION BANDA DISTRICT SAGAR (MADHYA PRADESH)
.....RESPONDENT
(BY SHRI Y VERMA - PANEL LAWYER)
This application coming on for orders this day, the court passed the following:
ORDER
This is first application under Section 439 of the Code of Criminal Procedure for grant of bail. The applicant was arrested on 12.03.2023 in connection with Crime No.123/2023 registered at Police Station Banda, District Sagar (M.P.) for the offence punishable under Section 379 of the IPC.
Learned counsel for the applicant submits that he has been falsely implicated. It is prayed that he be released on bail.
Considering the facts and circumstances, without commenting on merits, the application is allowed. It is directed that the applicant be released on bail on his furnishing a personal bond in the sum of Rs.50,000/- (Rupees Fifty Thousand Only) with one solvent surety in the like amount to the satisfaction of the trial Court.
This order will remain operative subject to compliance of the following conditions by the applicant :-
1. The applicant will comply with all the terms and conditions of the bond executed by him;
2. The applicant will cooperate in the investigation/trial, as the case may be;
3. The applicant will not indulge himself in extending inducement, threat or promise to any person acquainted with the facts of the case;
Certified copy as per rules.
(VISHAL SAMPLE)
JUDGE
"""
SUPREME_COURT: Final = """REPORTABLE
IN THE SUPREME COURT OF INDIA
CRIMINAL APPELLATE JURISDICTION
CRIMINAL APPEAL NO. 1234 OF 2022
(Arising out of SLP (Crl.) No. 5678 of 2021)
RAMESH SAMPLE …APPELLANT(S)
VERSUS
THE STATE OF MAHARASHTRA & ANR. …RESPONDENT(S)
J U D G M E N T
A.B. SAMPLE, J.
1. Leave granted.
2. The present appeal challenges the judgment and order dated 12.03.2021 passed by the High Court of Judicature at Bombay whereby the application filed by the appellant under Section 482 of the Code of Criminal Procedure, 1973 for quashing of FIR No. 45 of 2019 registered with Police Station Andheri was dismissed.
12. In Bhajan Lal (supra), this Court held that where the allegations do not disclose an offence, the FIR is liable to be quashed.
20. In the result, we pass the following order:
(i) The appeal is allowed;
(ii) The impugned judgment and order dated 12.03.2021 passed by the High Court is quashed and set aside; and
(iii) FIR No. 45 of 2019 registered with Police Station Andheri and all proceedings arising therefrom are quashed.
21. Pending application(s), if any, shall stand disposed of.
…….......................J.
[A.B. SAMPLE]
…….......................J.
[C.D. EXAMPLE]
NEW DELHI;
MARCH 12, 2022.
"""
REPORT: Final = """PETITIONER:
RAM SAMPLE

	Vs.

RESPONDENT:
STATE OF EXAMPLE

DATE OF JUDGMENT: 12/03/1998

BENCH:
A.B. SAMPLE, C.D. EXAMPLE

ACT:

HEADNOTE:
The appellant was convicted. Held: allowing the appeal in part, the sentence is reduced.

JUDGMENT:
J U D G M E N T
EXAMPLE, J.
The appellant has been convicted under Section 302 IPC by the Sessions Court. His appeal was dismissed by the High Court. Hence this appeal.
We see no reason to differ with the view taken by both the courts below. This appeal is, therefore, dismissed.
"""
GAUHATI: Final = """GAHC010123452020
THE GAUHATI HIGH COURT
(HIGH COURT OF ASSAM, NAGALAND, MIZORAM AND ARUNACHAL PRADESH)
Case No. : AB 1234/2020
1:ABDUL SAMPLE
S/O- LATE RAHIM SAMPLE, VILL- SAMPLEPARA, P.S.- DHUBRI, DIST- DHUBRI, ASSAM
VERSUS
1:THE STATE OF ASSAM
REPRESENTED BY PP, ASSAM
Advocate for the Petitioner : MR. A SAMPLE
Advocate for the Respondent : PP, ASSAM
BEFORE
HONOURABLE MR. JUSTICE R. EXAMPLE
ORDER
Date : 05-06-2020
Heard Mr. A Sample, learned counsel for the petitioner and Mr. B, learned Addl. P.P., Assam.
This is an application under Section 438 Cr.P.C. praying for pre-arrest bail of the petitioner in connection with Dhubri PS Case No. 1023/2020 under Sections 420/406 IPC.
Accordingly, it is provided that in the event of arrest of the petitioner in connection with the aforesaid case, he shall be released on bail on furnishing bond of Rs. 20,000/- with one local surety of like amount to the satisfaction of the arresting authority.
This disposes of the anticipatory bail application.
JUDGE
"""
DAILY: Final = """IN THE COURT OF SH. RAKESH SAMPLE, ASJ-03, SAKET COURTS, NEW DELHI
SC No. 123/2021
State Vs. Mohan Kumar
FIR No. 45/2021
PS Hauz Khas
U/s 302 IPC
12.03.2024
Present: Ld. Addl. PP for the State.
Accused produced from JC with counsel Sh. A. Kumar.
PW-5 examined and discharged. No other witness is present.
Issue summons to remaining witnesses. Put up on 18.04.2024 for PE.
(Rakesh Sample)
ASJ-03, Saket Courts, New Delhi
12.03.2024
"""
UTTAR_PRADESH: Final = """न्यायालय सत्र न्यायाधीश, नमूनागंज।
उपस्थित: श्री रामलाल नमूना, एच०जे०एस०
जमानत प्रार्थना पत्र संख्या ४५६/२०२३
CNR No. UPNG010012342023
रामू पुत्र श्यामू, निवासी ग्राम खेड़ा, थाना कोतवाली, जिला नमूनागंज
.......प्रार्थी/अभियुक्त
बनाम
उ०प्र० राज्य
.......विपक्षी
मु०अ०सं० १२३/२०२३
धारा ३७९, ४११ भा०दं०सं०
थाना कोतवाली, जनपद नमूनागंज
आदेश
दिनांक: १२.०५.२०२३
यह जमानत प्रार्थना पत्र अभियुक्त रामू की ओर से मु०अ०सं० १२३/२०२३ धारा ३७९, ४११ भा०दं०सं० थाना कोतवाली जनपद नमूनागंज में जमानत पर रिहा किये जाने हेतु प्रस्तुत किया गया है।
अभियुक्त के विद्वान अधिवक्ता का तर्क है कि अभियुक्त निर्दोष है, उसे जमानत पर रिहा किया जाये। अभियुक्त दिनांक ०१.०४.२०२३ से जेल में निरुद्ध है।
विद्वान जिला शासकीय अधिवक्ता ने जमानत का विरोध करते हुए प्रार्थना पत्र निरस्त किये जाने की प्रार्थना की।
उभय पक्ष को सुना तथा पत्रावली का अवलोकन किया।
मामले के समस्त तथ्यों एवं परिस्थितियों में जमानत का आधार पर्याप्त है।
आदेश
अभियुक्त रामू का जमानत प्रार्थना पत्र स्वीकार किया जाता है। अभियुक्त को रु० ५०,०००/- का व्यक्तिगत बंधपत्र एवं समान धनराशि की दो प्रतिभू प्रस्तुत करने पर निम्न शर्तों के अधीन जमानत पर रिहा किया जाये-
१. अभियुक्त साक्ष्य के साथ छेड़छाड़ नहीं करेगा।
२. अभियुक्त विवेचना में सहयोग करेगा।
शर्तों का उल्लंघन करने पर जमानत निरस्त की जा सकेगी।
(रामलाल नमूना)
सत्र न्यायाधीश, नमूनागंज।
"""
TRIAL_HINDI: Final = """न्यायालय मुख्य न्यायिक मजिस्ट्रेट, नमूनापुर (म.प्र.)
(पीठासीन अधिकारी : श्रीमती सीता उदाहरण)
दाण्डिक प्रकरण क्रमांक 123/2019
संस्थित दिनांक 05.02.2019
मध्यप्रदेश राज्य द्वारा आरक्षी केन्द्र सिविल लाईन, जिला नमूनापुर
........अभियोजन
विरुद्ध
1. मोहन पिता सोहन, उम्र 30 वर्ष
2. कालू पिता बालू, उम्र 28 वर्ष
........अभियुक्तगण
निर्णय
(आज दिनांक 18.08.2022 को घोषित)
1. अभियुक्तगण पर भारतीय दण्ड संहिता की धारा 457, 380 के अंतर्गत आरोप है कि उन्होंने दिनांक 01.01.2019 को चोरी की।
2. अभियोजन के अनुसार अपराध क्रमांक 12/2019 पंजीबद्ध किया गया।
10. अतः अभियुक्त मोहन को धारा 457, 380 भा.दं.सं. के आरोप में दोषसिद्ध ठहराया जाता है। अभियुक्त कालू को संदेह का लाभ देते हुए दोषमुक्त किया जाता है।
11. अभियुक्त मोहन को धारा 457 के अपराध में एक वर्ष के सश्रम कारावास एवं 1000/- रुपये के अर्थदण्ड से दण्डित किया जाता है। अर्थदण्ड अदा न करने की दशा में एक माह का अतिरिक्त कारावास भुगताया जावे।
(सीता उदाहरण)
मुख्य न्यायिक मजिस्ट्रेट, नमूनापुर
"""
WRIT: Final = """IN THE HIGH COURT OF SAMPLE AT SAMPLE
W.P.(C) 77/2021
A SAMPLE ..... Petitioner
versus
THE STATE ..... Respondent
Dated this the 5th day of July, 2022
JUDGMENT
1. The petitioner seeks reimbursement of Rs. 24,02,380/- spent by him on his treatment at the respondent no.5 hospital.
2. Learned counsel for the respondent submits that only Rs.7,08,500/- is payable and prays that the petition be dismissed with costs of Rs. 5,000/-.
3. Heard learned counsel for the parties.
4. The writ petition is, accordingly, allowed by directing the respondents to pay within four weeks the balance amount of Rs.16,93,880/- to the petitioner. The respondents shall also pay costs of Rs. 10,000/-.
5. The respondent no.1 is directed to file a compliance report. List on 12.09.2022 for reporting compliance.
"""

"""Invented orders as the Supreme Court and High Courts print them; a form feed parts pages."""

from __future__ import annotations

from typing import Final

SUPREME_COURT_RECORD: Final = """ITEM NO.12 COURT NO.5  SECTION II
SUPREMECOURTOFINDIA
RECORD OF PROCEEDINGS
Petition(s) for Special Leave to Appeal (Crl.) No(s). 9876/2024
[Arising out of impugned final judgment and order dated 11-07-2024 in CRMABA No. 5521/2024
passed by the High Court of Judicature at Allahabad]
DHARMVEER NAMUNA Petitioner(s)
VERSUS
THE STATE OF UTTAR PRADESH & ANR. Respondent(s)
(IA No. 170011/2024 - EXEMPTION FROM FILING C/C OF THE IMPUGNED JUDGMENT)
Date : 23-09-2024 This matter was called on for hearing today.
CORAM :
HON'BLE MR. JUSTICE ABHIRAM OAKLEY
HON'BLE MR. JUSTICE PRASHANT BHADRAWATI
For Petitioner(s) Mr. Sidhant Udaharan, Sr. Adv.
Mr. Rohan Namdar, AOR
Ms. Kavya Misal, Adv.
For Respondent(s) Mr. Garvesh Kalpit, AOR
Mr. Arun Bhaskar Kalpanik, Adv.
UPON hearing the counsel the Court made the following
ORDER
Leave granted.
The appellant apprehends his arrest in connection with FIR No. 214 of 2024 registered at Police
Station Sadar Bazar, District Saharanpur for the offences punishable under Sections 420, 467,
468 and 471 of the Indian Penal Code, 1860. The High Court by the impugned order has rejected
the application for anticipatory bail.
By an order dated 02.08.2024, this Court had granted interim protection to the appellant subject
to his joining the investigation. It is stated by the learned counsel for the State that the appellant
has joined the investigation and that custodial interrogation is not required.
In view of the above, the appeal is allowed. The impugned order is set aside. In the event of
arrest, the appellant shall be released on bail on such terms and conditions as may be imposed\f\
by the Investigating Officer. The appellant shall continue to cooperate with the investigation.\f\
Pending application(s), if any, shall stand disposed of.
(ANITA NAMUNA) (RENU UDAHARAN)
ASTT. REGISTRAR-cum-PS COURT MASTER (NSH)"""

BOMBAY: Final = """908-BA-1433-2024.doc
IN THE HIGH COURT OF JUDICATURE AT BOMBAY
CRIMINAL APPELLATE JURISDICTION
BAIL APPLICATION NO. 1433 OF 2024
Vinayak Dattatray Kalpanik .. Applicant
Versus
The State of Maharashtra .. Respondent
....................
Mr. Aniket Namdar a/w. Mr. Rohan Misal i/b. Ms. Prachi Udaharan, Advocates for
Applicant.
Ms. Mahalaxmi Example, APP for the Respondent - State.
PSI Rahul Patil, Manpada Police Station, Thane.
...................
CORAM : MILIND N. SAMPLEKAR, J.
DATE : AUGUST 14, 2024
P.C.:
1. Heard Mr. Namdar, learned Advocate for Applicant and Ms. Example, learned APP for the
Respondent - State.
2. This is an Application seeking regular bail in connection with C.R. No. 566 of 2022 registered
with Manpada Police Station, Dombivli, District Thane for offences punishable under Sections
302, 201 read with 34 of the Indian Penal Code, 1860. Applicant is arrested on 18.09.2022.
3. Trial has not commenced. There is no likelihood of trial concluding in the near future.
4. In view of the above observations, Application is allowed. Hence, the following order:-
(i) Applicant is directed to be released on bail on furnishing P.R. Bond in the sum of Rs. 25,000/-
with one or two sureties in the like amount;
(ii) Applicant shall report to the Investigating Officer of the concerned Police Station once every
month on the first Saturday between 10:00 a.m. to 12:00 noon for a period of three months;
(iii) Applicant shall not leave the State of Maharashtra without prior permission of the Trial
Court;\f\
(iv) Applicant shall not influence any of the witnesses or tamper with the evidence in any
manner;
(v) Any infraction of any of the above conditions shall entail cancellation of this order.
5. Bail Application is allowed in the above terms and disposed.
[ MILIND N. SAMPLEKAR, J. ]
Ajay"""

KERALA: Final = """2024:KER:71234
IN THE HIGH COURT OF KERALA AT ERNAKULAM
PRESENT
THE HONOURABLE MR.JUSTICE P.V.MAATHRUKAKRISHNAN
TUESDAY, THE 24
TH
DAY OF SEPTEMBER 2024 / 2ND ASWINA, 1946
BAIL APPL. NO. 7342 OF 2024
CRIME NO.689/2024 OF ALUVA EAST POLICE STATION, ERNAKULAM
PETITIONER/ACCUSED NO.2:
SAJEEV MAATHRUKA
AGED 34 YEARS
S/O. RAGHAVAN, MAATHRUKA HOUSE, ALUVA, ERNAKULAM, PIN - 683101
BY ADVS.
JOHN S. UDAHARANAM
ANJALI MENON
RESPONDENTS/STATE & COMPLAINANT:
STATE OF KERALA
REPRESENTED BY THE PUBLIC PROSECUTOR, HIGH COURT OF KERALA, ERNAKULAM,
PIN - 682031
BY ADV.
SR PP - SRI. HRITHIK MAATHRUKA
THIS BAIL APPLICATION HAVING COME UP FOR ADMISSION ON 24.09.2024, THE COURT ON
THE SAME DAY PASSED THE FOLLOWING:
ORDER
This Bail Application is filed under Section 483 of the Bharatiya Nagarik Suraksha Sanhita
(BNSS).
2. The petitioner is the 2nd accused in Crime No.689/2024 of Aluva East Police Station. The
above case is registered against the petitioner and others alleging offences punishable under
Sections 20(b)(ii)(B) and 29 of the Narcotic Drugs and Psychotropic Substances Act. The
petitioner was arrested on 02.08.2024.
3. Heard the learned counsel for the petitioner and the learned Public Prosecutor.\f\
4. The quantity involved is an intermediate quantity. There is no criminal antecedent against
the petitioner.
Therefore, this Bail Application is allowed with the following conditions:
1. The petitioner shall be released on bail on executing a bond for Rs.50,000/- (Rupees Fifty
Thousand only) with two solvent sureties each for the like sum to the satisfaction of the
jurisdictional Court.
2. The petitioner shall appear before the Investigating Officer for interrogation as and when
required.
3. The petitioner shall not leave India without permission of the jurisdictional Court.
4. The petitioner shall not commit any offence similar to the offence of which he is accused.
Sd/-
P.V.MAATHRUKAKRISHNAN
JUDGE
DM"""

KARNATAKA: Final = """- 1 -
NC: 2024:KHC:33871
CRL.P No. 6021 of 2024
IN THE HIGH COURT OF KARNATAKA AT BENGALURU
DATED THIS THE 20TH DAY OF AUGUST, 2024
BEFORE
THE HON'BLE MR JUSTICE M. UDAHARANAPRASANNA
CRIMINAL PETITION NO. 6021 OF 2024
BETWEEN:
1. SRI. MANJUNATH NAMUNE
S/O LATE SIDDAPPA,
AGED ABOUT 41 YEARS,
R/AT NO.12, 3RD CROSS,
HEBBAL, BENGALURU - 560 024.
2. SMT. ROOPA NAMUNE
W/O MANJUNATH,
AGED ABOUT 36 YEARS,
R/AT NO.12, 3RD CROSS,
HEBBAL, BENGALURU - 560 024.
...PETITIONERS
(BY SRI. PRASHANTH EXAMPLE, ADVOCATE)
AND:
1. STATE OF KARNATAKA
BY HEBBAL POLICE STATION,
REPRESENTED BY SPP,
HIGH COURT BUILDING,
BENGALURU - 560 001.
2. SRI. VENKATESH KALPITA
S/O NARAYANAPPA,
AGED ABOUT 50 YEARS,
R/AT HEBBAL, BENGALURU.
...RESPONDENTS\f\
(BY SRI. THEJESH SAMPLE, HCGP FOR R1;
SRI. KIRAN UDAHARANA, ADVOCATE FOR R2)
THIS CRL.P IS FILED U/S 482 OF CR.P.C PRAYING TO QUASH THE ENTIRE PROCEEDINGS IN
C.C.NO.5231/2023 PENDING ON THE FILE OF THE VII ADDL. CHIEF METROPOLITAN
MAGISTRATE, BENGALURU FOR THE OFFENCES P/U/S 420, 506 R/W 34 OF IPC.
THIS PETITION, COMING ON FOR ADMISSION, THIS DAY, ORDER WAS MADE THEREIN AS
UNDER:
ORAL ORDER
The petitioners are before this Court calling in question proceedings in C.C.No.5231 of 2023
arising out of Crime No.77 of 2022 registered by Hebbal Police Station for offences punishable
under Sections 420, 506 r/w 34 of the IPC.
2. Heard the learned counsel appearing for the petitioners and the learned High Court
Government Pleader.
3. The dispute is purely civil in nature, arising out of an agreement of sale dated 04.01.2021.
4. For the aforesaid reasons, the following:
ORDER
(i) Criminal Petition is allowed.
(ii) Proceedings in C.C.No.5231 of 2023 pending before the VII Addl. Chief Metropolitan
Magistrate, Bengaluru stand quashed qua the petitioners.
Sd/-
(M. UDAHARANAPRASANNA)
JUDGE
nvj
List No.: 1 Sl No.: 32"""

RAJASTHAN: Final = """[2024:RJ-JD:31245]
HIGH COURT OF JUDICATURE FOR RAJASTHAN AT JODHPUR
S.B. Criminal Misc. 2nd Bail Application No. 8841/2024
Bhanwar Lal Kalpit S/o Mangi Lal, Aged About 32 Years, R/o Village Namunagarh, Tehsil Osian,
Dist. Jodhpur. (At Present Lodged In Central Jail, Jodhpur)
----Petitioner
Versus
State Of Rajasthan, Through PP
----Respondent
__________________________________________
For Petitioner(s) : Mr. Mahipal Udaharan
For Respondent(s) : Mr. Shrawan Example, PP
Mr. Hemant Sample, for complainant
__________________________________________
HON'BLE MR. JUSTICE FARJAND NAMUNA
Order
01/08/2024
1. The jurisdiction of this court has been invoked by way of filing the instant bail application
under Section 439 CrPC at the instance of the accused-petitioner. The requisite details of the
matter are tabulated herein below:
S.No. Particulars of the case
1. FIR Number 87/2023
2. Concerned Police Station Osian
3. District Jodhpur Rural
4. Offences alleged in the FIR Sections 8/15 of NDPS Act
5. Offences added, if any Section 8/29 of NDPS Act
2. The first bail application of the petitioner was dismissed as not pressed vide order dated
12.12.2023.\f\
3. It is contended on behalf of the petitioner that he has been behind the bars since 22.06.2023.
4. Per contra, learned Public Prosecutor vehemently opposed the bail application.
5. Heard and perused the material available on record. The contraband recovered is above
commercial quantity and the embargo of Section 37 of the NDPS Act is attracted.
6. In view of the aforesaid, this Court is not inclined to enlarge the petitioner on bail at this
stage.
7. Accordingly, the second bail application under Section 439 Cr.P.C. is hereby dismissed. The
trial court is directed to conclude the trial expeditiously, preferably within a period of six
months.
(FARJAND NAMUNA),J
12-Mamta/-"""

"""Invented orders of courts in the east of India."""

from __future__ import annotations

from typing import Final

CALCUTTA: Final = """14.06.2024
Item No. 27
Court No. 28
ss
IN THE HIGH COURT AT CALCUTTA
CRIMINAL MISCELLANEOUS JURISDICTION
C.R.M.(A) 1876 of 2024
In Re: An application for anticipatory bail under Section 438 of the Code of Criminal Procedure
filed on 22.05.2024 in connection with Kotulpur Police Station Case No. 118 of 2024 dated
09.04.2024 under Sections 341/323/325/354/34 of the Indian Penal Code.
And
In the matter of: Haripada Udaharan @ Habu & Ors. ... Petitioners.
Mr. Sourav Namuna
Ms. Rituparna Kalpana ... for the Petitioners.
Mr. Debasish Example, ld. APP
Mr. Pinak Sample ... for the State.
Learned advocate for the petitioners submits that the petitioners have been falsely implicated
out of a land dispute. There is a case and a counter case.
Learned advocate for the State opposes the prayer for anticipatory bail and produces the case
diary.
We have considered the materials in the case diary. The injury is simple in nature. Custodial
interrogation of the petitioners is not necessary.
Accordingly, we direct that in the event of arrest the petitioners shall be released on bail upon
furnishing a bond of Rs. 10,000/- each, with two sureties of like amount each, to the satisfaction
of the arresting officer and also subject to the conditions as laid down under Section 438(2) of
the Code of Criminal Procedure and on further condition that the petitioners shall meet the
Investigating Officer once in a week until further orders.
The application for anticipatory bail is, thus, disposed of.
(Partha Sarathi Namuna, J.) (Joymala Udaharan, J.)"""

ORISSA: Final = """IN THE HIGH COURT OF ORISSA AT CUTTACK
BLAPL No.5123 of 2024
Pradeep Kalpit .... Petitioner
Mr. S.K. Udaharan, Advocate
-versus-
State of Odisha .... Opposite Party
Ms. S. Example, ASC
CORAM:
JUSTICE V. NAMUNA
ORDER
25.06.2024
Order
No.
02.
1. Heard learned counsel for the petitioner and learned counsel for the
State.
2. The petitioner being in custody in connection with Kodala P.S. Case
No.98 of 2024 corresponding to G.R. Case No.112 of 2024 pending in the
court of learned J.M.F.C., Kodala, registered for commission of offence
under Sections 341/294/323/307/506/34 of IPC, has filed this petition for his
release on bail.
3. Considering the nature of allegation and the fact that the injured has
been discharged, it is directed that the petitioner shall be released on bail
in the aforesaid case on such terms and conditions as deemed just and
proper by the court in seisin over the matter, with the condition that he
shall not commit any offence while on bail.
4. The BLAPL is accordingly disposed of.
5. Issue urgent certified copy as per rules.
( V. Namuna )
Judge"""

JHARKHAND: Final = """IN THE HIGH COURT OF JHARKHAND AT RANCHI
Cr. Appeal (SJ) No. 412 of 2008
[Against the judgment of conviction dated 12.03.2008 and order of sentence dated 14.03.2008
passed by the Additional Sessions Judge, F.T.C.-II, Kalpitpur in S.T. No. 121 of 2005]
Somra Kalpit, son of Budhu Kalpit, resident of village Namuna, P.S. Kalpitpur, District Gumla
... ... Appellant
Versus
The State of Jharkhand
... ... Respondent
---------
For the Appellant : Mr. A.K. Udaharan, Amicus Curiae
For the State : Mrs. Nehala Example, Spl. P.P.
---------
PRESENT
HON'BLE MR. JUSTICE GAUTAM NAMUNA
---------
JUDGMENT
C.A.V. On: 02/02/2024 Pronounced On: 22/02/2024
1. The instant criminal appeal is directed against the judgment of conviction dated 12.03.2008
and order of sentence dated 14.03.2008, whereby the appellant has been convicted for the
offence under Section 304 Part-II of the Indian Penal Code and sentenced to undergo R.I. for
seven years.
2. The prosecution case arises out of Kalpitpur P.S. Case No. 33 of 2005.
3. Heard learned counsel for the parties and perused the record. None of the eye-witnesses
supported the prosecution case.
4. In view of the aforesaid discussion, the prosecution has failed to prove the charge beyond all
reasonable doubt. The judgment of conviction dated 12.03.2008 and order of sentence dated
14.03.2008 are hereby set aside. The appellant is acquitted of the charge. The appellant is on
bail; he is discharged from the liability of his bail bonds.
5. In the result, this appeal is allowed.\f\
(Gautam Namuna, J.)"""

COGNIZANCE: Final = """IN THE COURT OF CHIEF JUDICIAL MAGISTRATE, NAMUNAPUR
G.R. Case No. 1123/2023
State of Jharkhand Vs. Bablu Kalpit & others
Namunapur (Sadar) P.S. Case No. 77/2023
ORDER
Order No. 5 dated 21.02.2024
The case record is put up today. The Investigating Officer has submitted charge-sheet No.
14/2024 dated 31.01.2024 against the accused persons (1) Bablu Kalpit (2) Ramesh Kalpit under
Sections 341, 323, 504, 34 of the Indian Penal Code.
Perused the charge-sheet, F.I.R. and case diary. From perusal of the record a prima facie case is
made out against the accused persons for the offences under Sections 341, 323, 504, 34 I.P.C.
Accordingly, cognizance of the offences under Sections 341, 323, 504, 34 I.P.C. is taken against
both the accused persons.
Office is directed to issue summons against the accused persons. Put up on 18.04.2024 for
appearance.
Dictated
Sd/-
Chief Judicial Magistrate
Namunapur"""

BIHAR: Final = """न्यायालय जिला एवं अपर सत्र न्यायाधीश-प्रथम, नमूनापुर
अग्रिम जमानत आवेदन सं0- 642/2024
(नमूनापुर नगर थाना काण्ड सं0- 210/2024 से उद्भूत)
मो0 इरफान कल्पित ...........आवेदक
बनाम
बिहार सरकार ...........विपक्षी
आदेश दिनांक 05.08.2024
1. आवेदक मो0 इरफान कल्पित की ओर से अग्रिम जमानत आवेदन भारतीय नागरिक सुरक्षा संहिता की धारा 482 के अन्तर्गत
नमूनापुर नगर थाना काण्ड सं0- 210/2024 अन्तर्गत धारा 341, 323, 504/34 भा0द0वि0 में दाखिल किया गया है।
2. आवेदक के विद्वान अधिवक्ता तथा विद्वान अपर लोक अभियोजक को सुना।
3. अभियोजन का कथन संक्षेप में यह है कि सूचक के साथ मारपीट की गयी। सभी धाराएं जमानतीय प्रकृति की हैं तथा जख्म
साधारण है।
4. अतः आवेदक का अग्रिम जमानत आवेदन स्वीकृत किया जाता है। आवेदक को निर्देश दिया जाता है कि वह चार सप्ताह के अन्दर
विद्वान निचले न्यायालय में आत्मसमर्पण करे तथा गिरफ्तारी या आत्मसमर्पण की स्थिति में उसे 10,000/- (दस हजार) रूपये के
बंधपत्र एवं समान राशि के दो जमानतदारों के साथ जमानत पर मुक्त किया जाये, इस शर्त पर कि वह अनुसंधान में सहयोग करेगा।
लेखापित
ह0/-
(विनोद कुमार उदाहरण)
अपर सत्र न्यायाधीश-प्रथम
नमूनापुर"""

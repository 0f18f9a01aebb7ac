"""How courts end orders, in invented cases: kind of case, what the last paragraphs say, what that decides."""

# ruff: noqa: E501 (running text, a paragraph a line)
from __future__ import annotations

from typing import Final

BAIL = (
    "BAIL APPLN. 12/2023\n1. This is an application under Section 439 Cr.P.C. seeking regular bail in FIR No. 1/2023."
)
EARLY = "1. The petitioner apprehends arrest and has filed this application under Section 438 Cr.P.C. for anticipatory bail."
QUASH = "1. This petition under Section 482 of the Code of Criminal Procedure is filed for quashing of FIR No. 5/2022."
WRIT = "W.P.(C) 77/2021\n1. By this writ petition the petitioner challenges the order dated 1.2.2021 of the respondent."
APPEAL = "CRIMINAL APPEAL NO. 9 OF 2015\n1. This appeal is directed against the judgment of conviction dated 3.4.2015."
CIVIL = "FIRST APPEAL NO. 3 OF 2012\n1. This appeal is filed against the decree by which the suit of the plaintiff was dismissed."
TRIAL = "SESSIONS CASE NO. 44/2019\nState Vs. Sample\n1. The accused is facing trial under Section 302 IPC. PW-1 to PW-9 were examined."
CHEQUE = "CC No. 100/2020\n1. The present complaint is filed under Section 138 of the Negotiable Instruments Act."
SUIT = "CIVIL SUIT NO. 12/2018\n1. This suit for recovery of Rs. 5,00,000/- is filed by the plaintiff against the defendant."
DAILY = "SC No. 5/2020\nState Vs. Sample\nPresent: Ld. APP for the State. Accused with counsel."
REVISION = (
    "CRIMINAL REVISION No. 8 of 2019\n1. This revision is directed against the order dated 5.6.2019 of the Magistrate."
)
HINDI = "यह जमानत प्रार्थना पत्र अभियुक्त रामू की ओर से मु0अ0सं0 12/2023 धारा 379 भा0दं0सं0 में प्रस्तुत किया गया है।"
HINDI_EARLY = "यह अग्रिम जमानत प्रार्थना पत्र धारा 438 दं0प्र0सं0 के अंतर्गत प्रस्तुत किया गया है।"
HINDI_TRIAL = "दाण्डिक प्रकरण क्रमांक 12/2019\nअभियुक्त पर धारा 379 भा.दं.सं. का आरोप है। अभियोजन साक्षी अ0सा0-1 का परीक्षण हुआ।"
HINDI_WRIT = "यह याचिका आदेश दिनांक 01.02.2020 के विरुद्ध प्रस्तुत की गई है।"
HINDI_APPEAL = "दाण्डिक अपील क्रमांक 45/2018\nयह अपील निर्णय दिनांक 01.02.2018 के विरुद्ध प्रस्तुत की गई है।"
CANCEL = "CRL.M.C. 10/2023\n1. This petition under Section 439(2) Cr.P.C. seeks cancellation of bail granted to respondent no.2 by order dated 1.2.2023."
SLP = "SLP (C) No. 123/2022\n1. This petition is filed against the judgment dated 1.2.2022 of the High Court."
MAINT = (
    "MAINTENANCE PETITION No. 3/2020\n1. This petition under Section 125 Cr.P.C. is filed by the wife for maintenance."
)
DIV = "HMA No. 5/2019\n1. This petition under Section 13 of the Hindu Marriage Act is filed by the husband for divorce."
MACT = "MACP No. 7/2018\n1. This claim petition is filed for compensation under Section 166 of the Motor Vehicles Act."
DISCH = "CRL. REV. P. 5/2020\n1. This revision is filed against the order framing charge dated 1.1.2020."
STATE = "CRIMINAL APPEAL NO. 4/2010\n1. This appeal by the State is directed against the judgment of acquittal dated 2.3.2009."
CONT = "CONT. CAS(C) 5/2021\n1. This contempt petition alleges disobedience of the order dated 1.2.2020."
RAJ = "यह जमानत आवेदन अंतर्गत धारा 439 दं.प्र.सं. प्रार्थी की ओर से प्रस्तुत किया गया है।"

ENDINGS: Final = (
    # bail
    (BAIL, "Let the petitioner be released on bail on furnishing bail bond of Rs. 10,000/- with two sureties of the like amount each to the satisfaction of learned C.J.M.", "bail_granted"),
    (BAIL, "In view of the above, the petitioner is admitted to bail on his furnishing a personal bond in the sum of Rs. 25,000/-. The petition is disposed of.", "bail_granted"),
    (BAIL, "Without commenting upon the merits, the present petition is allowed and the petitioner is ordered to be released on bail.", "bail_granted"),
    (BAIL, "Let the applicant-Sample involved in aforesaid case crime number be released on bail on furnishing a personal bond and two sureties. In case of breach of any of the above conditions, it shall be a ground for cancellation of bail.", "bail_granted"),
    (BAIL, "The bail application stands allowed. If the applicant misuses the liberty, the bail shall stand cancelled.", "bail_granted"),
    (BAIL, "The BLAPL is accordingly disposed of directing release of the petitioner on bail. Let the petitioner be released on bail by the court in seisin.", "bail_granted"),
    (BAIL, "Rule is made absolute. The applicant is ordered to be released on regular bail.", "bail_granted"),
    (BAIL, "I am not inclined to enlarge the petitioner on bail. Hence, the prayer for bail is rejected.", "bail_refused"),
    (BAIL, "In view of the gravity, I do not find it a fit case for grant of bail. The application is, therefore, dismissed.", "bail_refused"),
    (BAIL, "The prayer for bail of the petitioner stands rejected. However, the trial court is directed to conclude the trial within six months.", "bail_refused"),
    (BAIL, "Accordingly, the bail application is hereby rejected. It is made clear that the observations shall not affect the trial.", "bail_refused"),
    (BAIL, "Bail is declined. The petitioner may renew his prayer after examination of the prosecutrix.", "bail_refused"),
    (BAIL, "Learned counsel seeks permission to withdraw the application with liberty to file afresh. Dismissed as withdrawn with the aforesaid liberty.", "dismissed_withdrawn"),
    (BAIL, "Learned counsel does not press this application. Accordingly, it is dismissed as not pressed.", "dismissed_withdrawn"),
    (BAIL, "None appears for the applicant even in the second call. The application is dismissed for want of prosecution.", "dismissed_default"),
    (BAIL, "Criminal Petition is allowed. The petitioner/accused No.2 shall be enlarged on bail in Crime No. 5/2023 subject to the following conditions:", "bail_granted"),
    (BAIL, "Accordingly, this Criminal Original Petition is dismissed.", "bail_refused"),
    (BAIL, "Accordingly, the petitioner is ordered to be released on bail on executing a bond for a sum of Rs.10,000/-. If the petitioner absconds, a fresh FIR can be registered.", "bail_granted"),
    (BAIL, "Considering the period of custody, the sentence of the appellant is suspended and he be released on bail during the pendency of the appeal.", "bail_granted"),
    # anticipatory
    (EARLY, "In the event of arrest, the petitioner shall be released on bail on furnishing personal bond of Rs. 25,000/- to the satisfaction of the Arresting Officer.", "anticipatory_bail_granted"),
    (EARLY, "In the event of arrest or surrender before the court below within four weeks, the petitioner be released on bail subject to the conditions as laid down under Section 438(2).", "anticipatory_bail_granted"),
    (EARLY, "The interim order dated 4.5.2022 is made absolute. The petition stands allowed.", "anticipatory_bail_granted"),
    (EARLY, "The application for anticipatory bail is allowed.", "anticipatory_bail_granted"),
    (EARLY, "Custodial interrogation of the petitioner is necessary. Dismissed.", "anticipatory_bail_refused"),
    (EARLY, "The prayer for pre-arrest bail is refused. However, if the petitioner surrenders and prays for regular bail, the same shall be considered on its own merit.", "anticipatory_bail_refused"),
    (EARLY, "This Court is not inclined to extend the privilege of anticipatory bail to the petitioner. The application is rejected.", "anticipatory_bail_refused"),
    # quash
    (QUASH, "In view of the settlement, FIR No. 5/2022 and all consequential proceedings are quashed. The petition is disposed of.", "quashed"),
    (QUASH, "Consequently, the petition is allowed and the FIR along with all consequential proceedings arising therefrom is hereby quashed.", "quashed"),
    (QUASH, "No ground for interference is made out. The petition is dismissed.", "quash_refused"),
    (QUASH, "The application under Section 482 Cr.P.C. lacks merit and is accordingly rejected.", "quash_refused"),
    (QUASH, "The Crl.O.P. stands dismissed. Consequently, connected miscellaneous petitions are closed.", "quash_refused"),
    (QUASH, "Issue notice to the respondent, returnable within four weeks. Till the next date, no coercive action shall be taken against the petitioner.", "stay_granted"),
    # writs
    (WRIT, "The writ petition is allowed. The impugned order dated 1.2.2021 is set aside. The respondent shall pay Rs. 50,000/- as costs within four weeks. Pending applications, if any, stand disposed of.", "allowed"),
    (WRIT, "In view of the statement, nothing survives and the petition is dismissed as infructuous.", "infructuous"),
    (WRIT, "The petition has been rendered infructuous and is accordingly disposed of.", "infructuous"),
    (WRIT, "The writ petition is disposed of with a direction to the respondent to decide the representation of the petitioner within six weeks.", "disposed"),
    (WRIT, "We find no merit in the writ petition. It is dismissed, leaving the parties to bear their own costs.", "dismissed"),
    (WRIT, "The rule is discharged. No order as to costs.", "dismissed"),
    (WRIT, "The petition is partly allowed. The penalty is reduced to Rs. 5,000/-.", "partly_allowed"),
    (WRIT, "In the meantime, the operation of the order dated 1.2.2021 shall remain stayed. Issue notice. List on 12.3.2022.", "stay_granted"),
    (WRIT, "Issue notice to the respondents by all modes. List on 12.3.2022.", "notice_issued"),
    (WRIT, "Arguments heard. Judgment reserved.", "reserved"),
    (WRIT, "At request of learned counsel for the petitioner, adjourned to 15.07.2022.", "adjourned"),
    (WRIT, "Resultantly, this writ petition fails and is hereby dismissed. Interim order, if any, stands vacated.", "dismissed"),
    (WRIT, "With the aforesaid observations, this writ petition stands finally disposed off.", "disposed"),
    # appeals
    (APPEAL, "The appeal is allowed. The conviction and sentence are set aside. The appellant is acquitted of the charge and shall be released forthwith if not required in any other case.", "allowed"),
    (APPEAL, "The appeal, being devoid of merit, is dismissed. The appellant is on bail; his bail bonds are cancelled and he shall surrender within four weeks.", "dismissed"),
    (APPEAL, "The conviction is altered from Section 302 to Section 304 Part I IPC. The appeal is partly allowed to the extent indicated above.", "partly_allowed"),
    (CIVIL, "For the foregoing reasons the appeal succeeds and is allowed; the suit of the plaintiff is decreed with costs.", "allowed"),
    (CIVIL, "The appeal is allowed, the impugned decree is set aside and the matter is remanded to the trial court for fresh decision.", "allowed"),
    (CIVIL, "The result is that the appeal fails and is dismissed with costs.", "dismissed"),
    (CIVIL, "We, therefore, allow this appeal, set aside the judgment of the High Court and dismiss the writ petition filed by the respondent.", "allowed"),
    (CIVIL, "The impugned order is unsustainable and is set aside. The matter is remitted to the Tribunal to decide afresh.", "remanded"),
    (REVISION, "The criminal revision is allowed. The order impugned is set aside.", "allowed"),
    (REVISION, "The revision petition is without any merit and is, hence, dismissed at the admission stage.", "dismissed"),
    # trials
    (TRIAL, "The prosecution has failed to prove its case beyond reasonable doubt. The accused is acquitted of the offence under Section 302 IPC. His bail bonds are cancelled and sureties discharged.", "acquitted"),
    (TRIAL, "Accordingly, accused Sample is convicted for the offence under Section 302 IPC. Let him be heard on the quantum of sentence on 12.3.2022.", "convicted"),
    (TRIAL, "The accused is held guilty and convicted. The convict is sentenced to undergo rigorous imprisonment for seven years and to pay a fine of Rs. 10,000/-.", "convicted"),
    (TRIAL, "Giving benefit of doubt, accused A is acquitted. Accused B is convicted under Section 304 IPC.", "partly_convicted"),
    (CHEQUE, "The accused Sample stands convicted for the offence punishable under Section 138 of the Negotiable Instruments Act.", "convicted"),
    (CHEQUE, "The complaint is dismissed and the accused is acquitted.", "acquitted"),
    (SUIT, "The suit of the plaintiff is decreed for a sum of Rs. 5,00,000/- with interest at 6% per annum. Decree sheet be prepared accordingly. File be consigned to record room.", "allowed"),
    (SUIT, "The suit is dismissed with costs. Decree sheet be drawn.", "dismissed"),
    (DAILY, "Accused is remanded to judicial custody till 12.03.2022. Put up on 12.03.2022.", "custody_remand"),
    (DAILY, "Charge under Section 302 IPC has been framed against the accused to which he pleaded not guilty. Put up for PE on 12.03.2022.", "charges_framed"),
    (DAILY, "PW-1 examined in part. Put up for further evidence on 12.03.2022.", "adjourned"),
    (DAILY, "Cognizance of the offence is taken. Issue summons to the accused for 12.03.2022.", "cognizance_taken"),
    (DAILY, "No sufficient material to frame charge. The accused is discharged.", "discharged"),
    # Hindi
    (HINDI, "अतः अभियुक्त का जमानत प्रार्थना पत्र स्वीकार किया जाता है।", "bail_granted"),
    (HINDI, "अभियुक्त के विद्वान अधिवक्ता ने जमानत पर रिहा किये जाने की प्रार्थना की। अपराध गंभीर है। अतः जमानत प्रार्थना पत्र निरस्त किया जाता है।", "bail_refused"),
    (HINDI, "अभियुक्त की ओर से प्रस्तुत जमानत आवेदन पत्र अस्वीकार कर निरस्त किया जाता है।", "bail_refused"),
    (HINDI, "यदि अभियुक्त 50,000/- रूपये का बंधपत्र एवं इतनी ही राशि की दो जमानतें प्रस्तुत करे तो उसे जमानत पर मुक्त किया जावे।", "bail_granted"),
    (HINDI, "अभियुक्त के अधिवक्ता ने प्रार्थना पत्र पर बल नहीं दिया। प्रार्थना पत्र बल न देने के कारण निरस्त किया जाता है।", "dismissed_withdrawn"),
    (HINDI, "आवेदन वापस लिये जाने के कारण निरस्त किया जाता है।", "dismissed_withdrawn"),
    (HINDI_EARLY, "गिरफ्तारी की दशा में प्रार्थी को 25,000/- रु0 का व्यक्तिगत बंधपत्र प्रस्तुत करने पर अग्रिम जमानत पर रिहा किया जाये।", "anticipatory_bail_granted"),
    (HINDI_EARLY, "अग्रिम जमानत प्रार्थना पत्र खारिज किया जाता है।", "anticipatory_bail_refused"),
    (HINDI_TRIAL, "अभियोजन अपना मामला संदेह से परे साबित करने में असफल रहा है। अतः अभियुक्त को धारा 379 के आरोप से दोषमुक्त किया जाता है।", "acquitted"),
    (HINDI_TRIAL, "अभियुक्त को धारा 379 भा.दं.सं. के अपराध में दोषसिद्ध किया जाता है। अभियुक्त को एक वर्ष के सश्रम कारावास एवं 1000 रुपये के अर्थदण्ड से दण्डित किया जाता है।", "convicted"),
    (HINDI_WRIT, "याचिका अदम पैरवी में खारिज की जाती है।", "dismissed_default"),
    (HINDI_WRIT, "याचिका उपरोक्त निर्देश के साथ निस्तारित की जाती है।", "disposed"),
    (HINDI_WRIT, "याचिका सारहीन होने से निरस्त की जाती है।", "dismissed"),
    (HINDI_APPEAL, "परिणामतः अपील आंशिक रूप से स्वीकार की जाती है।", "partly_allowed"),
    (HINDI_APPEAL, "अपील स्वीकार की जाती है। विचारण न्यायालय का निर्णय अपास्त किया जाता है तथा अपीलार्थी को दोषमुक्त किया जाता है।", "allowed"),
    (HINDI_APPEAL, "अपील में कोई बल नहीं है, अतः निरस्त की जाती है।", "dismissed"),
    # more of every kind
    (CANCEL, "The bail granted to respondent no.2 is hereby cancelled. He shall surrender within one week.", "bail_cancelled"),
    (CANCEL, "No supervening circumstance is made out for cancellation of bail. The petition is, therefore, dismissed.", "dismissed"),
    (CANCEL, "The petition is allowed and the order dated 1.2.2023 granting bail to respondent no.2 is set aside.", "bail_cancelled"),
    (SLP, "We are not inclined to interfere with the impugned judgment. The Special Leave Petition is, accordingly, dismissed. Pending application(s), if any, stands disposed of.", "dismissed"),
    (SLP, "Delay condoned. Issue notice, returnable in four weeks. There shall be stay of the impugned judgment in the meantime.", "stay_granted"),
    (MAINT, "The petition is allowed. The respondent is directed to pay Rs. 10,000/- per month as maintenance from the date of filing.", "allowed"),
    (DIV, "The petition is allowed. The marriage between the parties is dissolved by a decree of divorce.", "allowed"),
    (DIV, "Accordingly, the marriage solemnised between the parties on 1.2.2010 is hereby dissolved by a decree of divorce. Decree sheet be prepared.", "allowed"),
    (MACT, "An award of Rs. 12,50,000/- is passed in favour of the petitioners with interest at 7.5% per annum.", "allowed"),
    (MACT, "The claim petition is partly allowed. The respondents shall pay Rs. 3,00,000/- as compensation.", "partly_allowed"),
    (DISCH, "I find no infirmity in the impugned order. The revision petition is dismissed along with pending application.", "dismissed"),
    (STATE, "The view taken by the trial court is a possible view. The appeal against acquittal is dismissed.", "dismissed"),
    (STATE, "The appeal is allowed. The judgment of acquittal is set aside. The respondents are convicted under Section 302 IPC and sentenced to imprisonment for life.", "allowed"),
    (CONT, "In view of the compliance affidavit, the contempt petition is closed. Notice discharged.", "disposed"),
    (WRIT, "This Writ Petition stands allowed. No costs. Consequently, connected W.M.P. is closed.", "allowed"),
    (WRIT, "The matter has been settled between the parties. The petition is disposed of in terms of the settlement.", "disposed"),
    (WRIT, "None for the petitioner. Dismissed in default.", "dismissed_default"),
    (WRIT, "Permission granted. The petition is dismissed as withdrawn with liberty as prayed for.", "dismissed_withdrawn"),
    (WRIT, "The petitioner is permitted to withdraw the petition. It is disposed of as withdrawn.", "dismissed_withdrawn"),
    (WRIT, "The impugned order dated 1.2.2021 is quashed and the respondents are directed to reinstate the petitioner.", "set_aside"),
    (WRIT, "Writ petition succeeds and is allowed in part.", "partly_allowed"),
    (BAIL, "Prayer for bail is turned down.", "bail_refused"),
    (BAIL, "Considering the facts, I am inclined to allow this application. Let the applicant be enlarged on bail. It is clarified that the observations would not be construed as an opinion. The trial court may cancel the bail if conditions are violated.", "bail_granted"),
    (BAIL, "The applicant is directed to be released on bail. The application stands disposed of.", "bail_granted"),
    (BAIL, "The prayer for bail is rejected at this stage. The petitioner will be at liberty to renew his prayer for bail after one year. If so filed, it shall be allowed or considered on its own merits.", "bail_refused"),
    (BAIL, "Accordingly, the instant bail application is hereby rejected. The trial court is directed to expedite the trial; if the trial is not concluded within a year, the applicant may be released on bail.", "bail_refused"),
    (BAIL, "Issue notice. Status report be filed. List on 12.05.2023. In the meanwhile, the petitioner be released on interim bail for two weeks.", "bail_granted"),
    (EARLY, "The petitioner be not arrested till the next date of hearing. List on 12.05.2023.", "stay_granted"),
    (EARLY, "In the meantime, the petitioner is directed to join investigation. In the event of arrest, he shall be released on interim bail. Adjourned to 12.05.2023.", "anticipatory_bail_granted"),
    (APPEAL, "The appeal is dismissed. The sentence is however reduced to the period already undergone.", "dismissed"),
    (APPEAL, "Appeal stands partly allowed; conviction under Section 307 is set aside while that under Section 324 is maintained.", "partly_allowed"),
    (TRIAL, "I, therefore, hold the accused guilty of the offence under Section 302 IPC and convict him thereunder.", "convicted"),
    (TRIAL, "Accordingly, accused persons namely A and B are hereby acquitted of all the charges leveled against them. Bail bonds discharged. File be consigned to Record Room.", "acquitted"),
    (SUIT, "In view of the above, suit of the plaintiff stands dismissed as withdrawn. File be consigned to record room after due compliance.", "dismissed_withdrawn"),
    (SUIT, "A decree for permanent injunction is passed in favour of the plaintiff and against the defendant.", "allowed"),
    (RAJ, "अतः प्रार्थी का जमानत आवेदन स्वीकार किया जाकर आदेश दिया जाता है कि प्रार्थी 50,000/- रूपये का मुचलका पेश करे तो उसे जमानत पर रिहा किया जावे।", "bail_granted"),
    (RAJ, "परिणामस्वरूप जमानत आवेदन खारिज किया जाता है। आदेश की प्रति केस डायरी के साथ लौटाई जावे।", "bail_refused"),
    (RAJ, "अभियुक्त को 10,000/-रू के मुचलके पर रिहा किया जाए।", "bail_granted"),
    (RAJ, "आवेदन पत्र निरस्त। पत्रावली दाखिल दफ्तर हो।", "bail_refused"),
    (RAJ, "बाद विचार जमानत आवेदन पत्र स्वीकार योग्य नहीं पाये जाने से निरस्त किया जाता है।", "bail_refused"),
    (HINDI_TRIAL, "अतः अभियुक्त मोहन को संदेह का लाभ दिया जाकर भा.दं.सं. की धारा 379 के आरोप से दोषमुक्त घोषित किया जाता है। अभियुक्त के जमानत मुचलके निरस्त किये जाते हैं।", "acquitted"),
    (HINDI_TRIAL, "प्रकरण में उभय पक्ष के मध्य राजीनामा हो गया है। राजीनामा के आधार पर अभियुक्त को धारा 323 के आरोप से दोषमुक्त किया जाता है।", "acquitted"),
    (HINDI_WRIT, "वाद वादी डिक्री किया जाता है।", "allowed"),
    (HINDI_WRIT, "निगरानी स्वीकार की जाती है। आलोच्य आदेश निरस्त किया जाता है।", "allowed"),
    (HINDI_WRIT, "निगरानी अस्वीकार की जाती है।", "dismissed"),
    (HINDI_WRIT, "पत्रावली वास्ते साक्ष्य दिनांक 12.05.2023 को पेश हो।", "adjourned"),
)  # fmt: skip

"""The summary's sentences in plain English: templates of facts, and what each outcome says and means.

No word says whether a person is a man or a woman. Holds text alone; `template.py` says how it is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tools.legal.types import OutcomeKind

FIR: Final = (
    (
        "This is a complaint registered by the police (an FIR); it is about {offences}.{kind}",
        "This is a complaint registered by the police (an FIR).{kind}",
    ),
    (
        "The police at {police_station} police station[ ({place_of_station})] registered the case[ {fir_when}] on the "
        "complaint of {complainant}.",
        "The police registered the case[ {fir_when}] on the complaint of {complainant}.",
        "The police at {police_station} police station[ ({place_of_station})] registered the case[ {fir_when}].",
        "The police registered the case {fir_when}.",
    ),
    ("The FIR number is {fir_number}.",),
    (
        "The complaint says that it happened {offence_when}[; place: {place}].",
        "The complaint gives this place: {place}.",
    ),
    (
        "The complaint is against these people: {accused}.",
        "The complaint is against {one_accused}.",
        "The complaint names no accused person; who did it is not known.{accused_unknown}",
    ),
    (
        "The complaint lists this property: {property}[; total value {property_value}].",
        "The complaint puts the value of the property at {property_value}.",
    ),
    ("The police have used these sections of law: {sections}.",),
    ("{officer} has been given the investigation.",),
    ("The FIR was sent to the court on {sent_to_court_date}.",),
    ("{refused}The police have refused to investigate this case.",),
    ("{transferred}The case has been sent to another police station.",),
)

FIR_NEXT: Final = (
    "What happens next (general information): the police investigate, talk to people and look at the evidence.{kind}",
    "When the police have finished, they give their report to the court; the court decides what follows.{kind}",
)

CLOCK: Final = (
    "If an accused person is in jail, the police must file the charge sheet within {clock_days} days"
    "[, that is by {clock_due}]; otherwise there is a right to bail.",
)

ORDER: Final = (
    (
        "This order was made by the {court}[ on {order_date}][; judge: {bench}].",
        "This order is dated {order_date}[; judge: {bench}].",
        "Judge: {bench}.",
    ),
    ("It is {case_kind}[, case number {case_number}].", "The case number is {case_number}."),
    (
        "The case is between {petitioner} and {respondent}.",
        "The case was brought by {petitioner}.",
        "The other side is {respondent}.",
    ),
    ("The court was asked for this: {relief}.",),
    ("The case is about {offences}.",),
    (
        "It comes from FIR number {fir_number}[ of {police_station} police station].",
        "It comes from {police_station} police station.",
    ),
    ("These sections of law are used: {sections}.",),
    ("The date of the first remand or arrest is {arrest_date}.",),
)
"""What a court's paper is about; the decision stands before it, its conditions behind."""

ORDER_AFTER: Final = (
    ("The sentence is: {sentence}[; fine {fine}].", "The fine is {fine}."),
    ("A bond of {bond}[ and {surety}] must be given.", "For this, {surety} must be given."),
    ("The conditions are: {conditions}.",),
    ("The court names these amounts: {money}.",),
    ("The court has given this much time: {compliance}.",),
    ("The court says: “{direction}”",),
    ("The next date is {next_date}[, for {next_purpose}].", "Next comes {next_purpose}."),
)

DECIDED: Final[Mapping[OutcomeKind, tuple[str, ...]]] = {
    "bail_granted": ("The court granted bail to {person}.", "The court granted bail."),
    "bail_refused": ("The court did not grant bail to {person}.", "The court did not grant bail."),
    "anticipatory_bail_granted": (
        "The court granted bail before arrest (anticipatory bail) to {person}.",
        "The court granted bail before arrest (anticipatory bail).",
    ),
    "anticipatory_bail_refused": (
        "The court did not grant bail before arrest (anticipatory bail) to {person}.",
        "The court did not grant bail before arrest (anticipatory bail).",
    ),
    "bail_cancelled": ("The court took back the bail that was given before.",),
    "allowed": ("The court agreed with {person}: the case is allowed.", "The court allowed this case."),
    "partly_allowed": ("The court agreed with {person} in part.", "The court allowed this case in part."),
    "dismissed": (
        "The court did not agree with {person}: the case is dismissed.",
        "The court dismissed this case, so what was asked for was not given.",
    ),
    "dismissed_withdrawn": ("The case was taken back, so the court dismissed it.",),
    "dismissed_default": ("Nobody came to court, or a needed step was not taken, so the court dismissed the case.",),
    "infructuous": ("There is no more need for this case, so the court closed it.",),
    "disposed": ("The court finished this case and closed it.",),
    "convicted": ("The court found {person} guilty.", "The court found the accused guilty."),
    "acquitted": ("The court found {person} not guilty.", "The court found the accused not guilty."),
    "partly_convicted": ("The court found some of the charges true and others not.",),
    "sentenced": ("The court gave {person} a sentence.", "The court gave a sentence."),
    "discharged": ("The court let {person} go before any trial.", "The court let the accused go before any trial."),
    "quashed": ("The court cancelled this case or FIR.",),
    "quash_refused": ("The court refused to cancel the case or FIR.",),
    "set_aside": ("The court set aside an earlier order or judgment.",),
    "remanded": ("The court sent the case back to the lower court to be heard again.",),
    "custody_remand": (
        "The court sent {person} to custody (remand).",
        "The court sent the accused to custody (remand).",
    ),
    "notice_issued": ("The court sent notice to the other side, that is, it asked for an answer.",),
    "stay_granted": ("The court has stopped the matter for now (a stay).",),
    "stay_refused": ("The court refused to stop the matter for now (no stay).",),
    "adjourned": ("Nothing was decided today; the case will be heard on another date.",),
    "reserved": ("The hearing is over; the court will give its decision later.",),
    "charges_framed": ("The court framed charges against {person}.", "The court framed charges."),
    "cognizance_taken": ("The court found enough to go on with the case (took cognizance).",),
    "compromise": ("Both sides came to an agreement, and the court accepted it.",),
}

MEANS: Final[Mapping[OutcomeKind, str]] = {
    "bail_granted": "release from jail follows once the bond is given and the conditions are kept; the case goes on.",
    "bail_refused": "jail goes on for now; bail can be asked for again later or in a higher court.",
    "anticipatory_bail_granted": "if the police make an arrest in this case, they must give bail; the case goes on.",
    "anticipatory_bail_refused": "the police may make an arrest; a higher court can be asked for bail.",
    "bail_cancelled": "it is back to jail now; a higher court can be asked.",
    "allowed": "what was asked for has been given; the other side may go to a higher court.",
    "partly_allowed": "a part of what was asked for has been given; both sides may go to a higher court.",
    "dismissed": "what was asked for was not given; the time to go to a higher court is short, so ask a lawyer soon.",
    "dismissed_withdrawn": "the court has not decided who is right.",
    "dismissed_default": "the court can be asked to start the case again; do not wait long.",
    "infructuous": "the court has not decided who is right.",
    "disposed": "the case is over in this court; what the order says must be done.",
    "convicted": "the sentence comes next; an appeal to a higher court is possible.",
    "acquitted": "there will be no punishment in this case; the other side may go to a higher court.",
    "partly_convicted": "there is a sentence for the charges found true; an appeal to a higher court is possible.",
    "sentenced": "an appeal against the sentence to a higher court is possible.",
    "discharged": "there will be no trial in this case; the other side may go to a higher court.",
    "quashed": "the case or FIR that was cancelled will not go on.",
    "quash_refused": "the case goes on.",
    "set_aside": "the earlier order no longer counts.",
    "remanded": "the lower court will hear the case again.",
    "custody_remand": "there is a right to meet a lawyer and to ask for bail during this time as well.",
    "notice_issued": "nothing is decided yet; the court will hear the case when the other side has answered.",
    "stay_granted": "the matter stands still while the stay lasts; it is not the final decision.",
    "stay_refused": "the matter goes on for now; it is not the final decision.",
    "adjourned": "it is important to come to court on the next date.",
    "reserved": "one must wait for the decision.",
    "charges_framed": "there will be a trial now and witnesses will be called; it is not a punishment.",
    "cognizance_taken": "the court may now call the accused; it is not a punishment.",
    "compromise": "both sides must do what the agreement says.",
}

MEANING: Final = "In general this means: {meaning}{outcome}"
ALSO: Final = "In the same order: {also}{outcome}"
HIDDEN_PERSON: Final = "a person (name withheld)"
HIDDEN: Final = "(withheld)"

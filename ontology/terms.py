"""The ontology's terms as Python constants; a test holds them to the Turtle."""

ONTOLOGY = "https://w3id.org/bilateral/ontology/"
SCHEME = "https://w3id.org/bilateral/scheme/"
ID = "https://w3id.org/bilateral/id/"

# kind -> (PLOVER 2.0 category, CAMEO code, PLOVER score); None where PLOVER has no category
EVENT_KINDS: dict[str, tuple[str | None, str | None, float | None]] = {
    "consultation": ("CONSULT", "040", 2.5),
    "visit": ("CONSULT", "042", 4.0),
    "meeting": ("CONSULT", "040", 2.5),
    "call": ("CONSULT", "041", 1.5),
    "summit": ("CONSULT", "044", 4.0),
    "negotiation": ("CONSULT", "046", 2.5),
    "mediation": ("CONSULT", "045", 1.0),
    "signing": ("SUPPORT", "057", 5.0),
    "agreement": ("AGREE", "030", 2.5),
    "cooperation": ("COOPERATE", "060", 9.5),
    "concession": ("CONCEDE", "080", 4.5),
    "support": ("SUPPORT", "050", 5.0),
    "praise": ("SUPPORT", "051", 5.0),
    "recognition": ("SUPPORT", "054", 5.0),
    "aid": ("AID", "070", 10.0),
    "request": ("REQUEST", "100", 0.0),
    "accusation": ("ACCUSE", "111", -3.0),
    "rejection": ("REJECT", "120", -2.0),
    "threat": ("THREATEN", "130", -3.5),
    "protest": ("PROTEST", "140", -5.0),
    "sanction": ("SANCTION", "160", -6.0),
    "expulsion": ("SANCTION", "166", -5.5),
    "mobilization": ("MOBILIZE", "150", -5.5),
    "coercion": ("COERCE", "170", -7.0),
    "assault": ("ASSAULT", "190", -9.0),
    "decision": (None, None, None),
    "vote": (None, None, None),
    "exhibition": (None, None, None),
}
EVENT_GROUPS: dict[str, tuple[str, ...]] = {
    "meet": ("consultation", "visit", "meeting", "call", "summit", "negotiation", "mediation"),
    "accord": ("signing", "agreement", "cooperation", "concession"),
    "support": ("support", "praise", "recognition", "aid"),
    "contest": ("request", "accusation", "rejection", "threat"),
    "conflict": ("protest", "sanction", "expulsion", "mobilization", "coercion", "assault"),
    "decide": ("decision", "vote"),
    "other": ("exhibition",),
}
EVENT_STATUSES: tuple[str, ...] = ("held", "ongoing", "planned", "postponed", "cancelled")
# stance -> polarity
STANCES: dict[str, int] = {
    "supports": 1,
    "calls-for": 1,
    "welcomes": 1,
    "affirms": 1,
    "neutral": 0,
    "concerned": -1,
    "opposes": -1,
    "condemns": -1,
}
ROLES: tuple[str, ...] = ("party", "source", "target", "host", "chair", "delegate", "mediator")
MEMBER_ROLES: tuple[str, ...] = (
    "member", "founding member", "permanent member", "non-permanent member", "observer", "associate",
    "partner", "candidate", "host", "chair", "suspended", "former member",
)

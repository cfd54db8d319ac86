"""The ontology's terms as Python constants; a test holds them to the Turtle, both ways.

``bir.inEvent`` is the IRI of a class or property of core.ttl as text; the tables below it are those of
schemes.ttl under the keys that records use, and the functions turn such a key into the concept's IRI.
"""

ONTOLOGY = "https://w3id.org/bilateral/ontology/"
SCHEME = "https://w3id.org/bilateral/scheme/"
ID = "https://w3id.org/bilateral/id/"


class bir:
    """IRIs of the classes and properties of core.ttl, under their own names."""

    # classes
    Actor = ONTOLOGY + "Actor"
    State = ONTOLOGY + "State"
    Organization = ONTOLOGY + "Organization"
    People = ONTOLOGY + "People"
    Person = ONTOLOGY + "Person"
    Place = ONTOLOGY + "Place"
    Post = ONTOLOGY + "Post"
    Name = ONTOLOGY + "Name"
    ReferenceSource = ONTOLOGY + "ReferenceSource"
    Import = ONTOLOGY + "Import"
    Record = ONTOLOGY + "Record"
    Event = ONTOLOGY + "Event"
    Participation = ONTOLOGY + "Participation"
    AgendaItem = ONTOLOGY + "AgendaItem"
    Membership = ONTOLOGY + "Membership"
    PostHolding = ONTOLOGY + "PostHolding"
    DiplomaticTie = ONTOLOGY + "DiplomaticTie"
    Position = ONTOLOGY + "Position"
    Vote = ONTOLOGY + "Vote"
    Commitment = ONTOLOGY + "Commitment"
    Agreement = ONTOLOGY + "Agreement"
    Mention = ONTOLOGY + "Mention"
    Happening = ONTOLOGY + "Happening"
    CodedEvent = ONTOLOGY + "CodedEvent"
    PersonMatch = ONTOLOGY + "PersonMatch"
    EventSeries = ONTOLOGY + "EventSeries"
    BilateralRelation = ONTOLOGY + "BilateralRelation"
    Issue = ONTOLOGY + "Issue"
    Proposition = ONTOLOGY + "Proposition"
    Article = ONTOLOGY + "Article"
    Evidence = ONTOLOGY + "Evidence"
    Correction = ONTOLOGY + "Correction"

    # object properties
    inEvent = ONTOLOGY + "inEvent"
    hasParticipant = ONTOLOGY + "hasParticipant"
    hasRole = ONTOLOGY + "hasRole"
    hasDirection = ONTOLOGY + "hasDirection"
    actsFor = ONTOLOGY + "actsFor"
    actsAs = ONTOLOGY + "actsAs"
    takesPartIn = ONTOLOGY + "takesPartIn"
    hasEventType = ONTOLOGY + "hasEventType"
    hasEventStatus = ONTOLOGY + "hasEventStatus"
    takesPlaceIn = ONTOLOGY + "takesPlaceIn"
    isEditionOf = ONTOLOGY + "isEditionOf"
    precedes = ONTOLOGY + "precedes"
    discusses = ONTOLOGY + "discusses"
    concerns = ONTOLOGY + "concerns"
    hasSourceRole = ONTOLOGY + "hasSourceRole"
    hasTargetRole = ONTOLOGY + "hasTargetRole"
    hasMember = ONTOLOGY + "hasMember"
    inOrganization = ONTOLOGY + "inOrganization"
    isMemberOf = ONTOLOGY + "isMemberOf"
    isUnitOf = ONTOLOGY + "isUnitOf"
    isPostOf = ONTOLOGY + "isPostOf"
    hasHolder = ONTOLOGY + "hasHolder"
    ofPost = ONTOLOGY + "ofPost"
    comesFrom = ONTOLOGY + "comesFrom"
    goesTo = ONTOLOGY + "goesTo"
    hasKind = ONTOLOGY + "hasKind"
    hasName = ONTOLOGY + "hasName"
    liesIn = ONTOLOGY + "liesIn"
    hasCapital = ONTOLOGY + "hasCapital"
    hasSeat = ONTOLOGY + "hasSeat"
    liesInRegion = ONTOLOGY + "liesInRegion"
    isSucceededBy = ONTOLOGY + "isSucceededBy"
    isHeldBy = ONTOLOGY + "isHeldBy"
    hasStance = ONTOLOGY + "hasStance"
    onProposition = ONTOLOGY + "onProposition"
    isAbout = ONTOLOGY + "isAbout"
    hasTarget = ONTOLOGY + "hasTarget"
    favours = ONTOLOGY + "favours"
    disfavours = ONTOLOGY + "disfavours"
    isVoicedBy = ONTOLOGY + "isVoicedBy"
    isVoicedAt = ONTOLOGY + "isVoicedAt"
    isMadeBy = ONTOLOGY + "isMadeBy"
    foresees = ONTOLOGY + "foresees"
    isSignedAt = ONTOLOGY + "isSignedAt"
    isDoneBy = ONTOLOGY + "isDoneBy"
    isDoneTo = ONTOLOGY + "isDoneTo"
    inRelation = ONTOLOGY + "inRelation"
    hasSide = ONTOLOGY + "hasSide"
    isSupportedBy = ONTOLOGY + "isSupportedBy"
    evidenceFor = ONTOLOGY + "evidenceFor"
    isQuotedFrom = ONTOLOGY + "isQuotedFrom"
    isTakenFrom = ONTOLOGY + "isTakenFrom"
    isPublishedBy = ONTOLOGY + "isPublishedBy"
    hasDateline = ONTOLOGY + "hasDateline"
    mentions = ONTOLOGY + "mentions"
    refersTo = ONTOLOGY + "refersTo"
    hasClaimStatus = ONTOLOGY + "hasClaimStatus"
    conflictsWith = ONTOLOGY + "conflictsWith"
    hasReport = ONTOLOGY + "hasReport"
    isShownBy = ONTOLOGY + "isShownBy"
    isRepresentedBy = ONTOLOGY + "isRepresentedBy"
    involves = ONTOLOGY + "involves"
    disagreesOn = ONTOLOGY + "disagreesOn"
    resembles = ONTOLOGY + "resembles"
    isSamePersonAs = ONTOLOGY + "isSamePersonAs"
    matches = ONTOLOGY + "matches"
    isKnownAs = ONTOLOGY + "isKnownAs"
    isMergedWith = ONTOLOGY + "isMergedWith"
    isKeptApartFrom = ONTOLOGY + "isKeptApartFrom"
    hasAction = ONTOLOGY + "hasAction"
    hasOutcome = ONTOLOGY + "hasOutcome"
    corrects = ONTOLOGY + "corrects"
    inArticle = ONTOLOGY + "inArticle"
    isWithdrawnBy = ONTOLOGY + "isWithdrawnBy"

    # data properties
    earliestDate = ONTOLOGY + "earliestDate"
    latestDate = ONTOLOGY + "latestDate"
    dateText = ONTOLOGY + "dateText"
    validFrom = ONTOLOGY + "validFrom"
    validUntil = ONTOLOGY + "validUntil"
    startText = ONTOLOGY + "startText"
    endText = ONTOLOGY + "endText"
    attestedOn = ONTOLOGY + "attestedOn"
    foundedOn = ONTOLOGY + "foundedOn"
    dissolvedOn = ONTOLOGY + "dissolvedOn"
    roundNumber = ONTOLOGY + "roundNumber"
    venue = ONTOLOGY + "venue"
    placeText = ONTOLOGY + "placeText"
    personText = ONTOLOGY + "personText"
    bodyText = ONTOLOGY + "bodyText"
    postText = ONTOLOGY + "postText"
    personalTitle = ONTOLOGY + "personalTitle"
    undertaking = ONTOLOGY + "undertaking"
    nameText = ONTOLOGY + "nameText"
    quote = ONTOLOGY + "quote"
    quoteStart = ONTOLOGY + "quoteStart"
    quoteEnd = ONTOLOGY + "quoteEnd"
    readByRule = ONTOLOGY + "readByRule"
    ordinal = ONTOLOGY + "ordinal"
    text = ONTOLOGY + "text"
    textHash = ONTOLOGY + "textHash"
    readFrom = ONTOLOGY + "readFrom"
    datelineText = ONTOLOGY + "datelineText"
    readerVersion = ONTOLOGY + "readerVersion"
    publishedOn = ONTOLOGY + "publishedOn"
    updatedAt = ONTOLOGY + "updatedAt"
    confidence = ONTOLOGY + "confidence"
    outletCount = ONTOLOGY + "outletCount"
    sign = ONTOLOGY + "sign"
    blockKey = ONTOLOGY + "blockKey"
    textSketch = ONTOLOGY + "textSketch"
    numberTold = ONTOLOGY + "numberTold"
    codedAs = ONTOLOGY + "codedAs"
    rowText = ONTOLOGY + "rowText"
    rowNumber = ONTOLOGY + "rowNumber"
    votedOn = ONTOLOGY + "votedOn"
    fileHash = ONTOLOGY + "fileHash"
    importedAt = ONTOLOGY + "importedAt"
    rowsRead = ONTOLOGY + "rowsRead"
    rowsKept = ONTOLOGY + "rowsKept"
    iso2 = ONTOLOGY + "iso2"
    iso3 = ONTOLOGY + "iso3"
    isoNumeric = ONTOLOGY + "isoNumeric"
    polarity = ONTOLOGY + "polarity"
    ploverCode = ONTOLOGY + "ploverCode"
    ploverScore = ONTOLOGY + "ploverScore"
    cameoCode = ONTOLOGY + "cameoCode"
    reason = ONTOLOGY + "reason"
    withdrawalReason = ONTOLOGY + "withdrawalReason"
    outcomeText = ONTOLOGY + "outcomeText"
    anchor = ONTOLOGY + "anchor"
    wantedFields = ONTOLOGY + "wantedFields"
    asRead = ONTOLOGY + "asRead"


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
    "member",
    "founding member",
    "permanent member",
    "non-permanent member",
    "observer",
    "associate",
    "partner",
    "candidate",
    "host",
    "chair",
    "suspended",
    "former member",
)

# member role -> local name of its concept
MEMBER_ROLE_KEYS: dict[str, str] = {
    "member": "full",
    "founding member": "founding",
    "permanent member": "permanent",
    "non-permanent member": "nonpermanent",
    "observer": "observer",
    "associate": "associate",
    "partner": "partner",
    "candidate": "candidate",
    "host": "hosting",
    "chair": "chair",
    "suspended": "suspended",
    "former member": "former",
}
# kind of event -> (role of its source, role of its target) where they are narrower than source and target
DIRECTED_ROLES: dict[str, tuple[str, str]] = {
    "visit": ("guest", "host"),
    "support": ("giver", "recipient"),
    "aid": ("giver", "recipient"),
}
CLAIM_STATUSES: tuple[str, ...] = (
    "reported",
    "corroborated",
    "confirmed",
    "disputed",
    "withdrawn",
    "inferred",
    "machine-coded",
    "listed",
)
CORRECTION_ACTIONS: tuple[str, ...] = ("accept", "reject", "edit", "add", "merge", "split")
CORRECTION_OUTCOMES: tuple[str, ...] = ("applied", "conflict", "unneeded", "superseded", "withdrawn")


def event_type(kind: str) -> str:
    """IRI of an event kind: ``event_type("visit")`` is ``…/scheme/event-visit``."""
    return f"{SCHEME}event-{kind}"


def event_group(group: str) -> str:
    """IRI of a group of event kinds."""
    return f"{SCHEME}group-{group}"


def event_status(status: str) -> str:
    """IRI of an event status."""
    return f"{SCHEME}status-{status}"


def stance(name: str) -> str:
    """IRI of a stance."""
    return f"{SCHEME}stance-{name}"


def role(name: str, kind: str | None = None) -> str:
    """IRI of a participant's role; with the kind of event, source and target become the narrower role."""
    source, target = DIRECTED_ROLES.get(kind or "", ("source", "target"))
    return SCHEME + "role-" + {"source": source, "target": target}.get(name, name)


def member_role(name: str) -> str:
    """IRI of a member's role; raises KeyError for a role that MEMBER_ROLES does not have."""
    return f"{SCHEME}member-{MEMBER_ROLE_KEYS[name]}"


def claim_status(name: str) -> str:
    """IRI of a claim status."""
    return f"{SCHEME}claim-{name}"


def issue(key: str) -> str:
    """IRI of an issue: ``issue("palestinian-question")`` is ``…/scheme/issue-palestinian-question``."""
    return f"{SCHEME}issue-{key}"

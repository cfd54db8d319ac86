"""The JSON that the REST routes answer with: one place, every field described.

``start`` and ``end`` of a record are offsets of its quote; days are ``earliest``/``latest`` for events and
``start_date``/``end_date`` for posts and memberships.
"""

from api.models.actors import (
    Organization,
    OrganizationDetail,
    Person,
    State,
    StateDetail,
)
from api.models.articles import (
    Article,
    ArticleSummary,
    ArticleText,
    NewArticle,
    Stored,
)
from api.models.base import (
    Divided,
    FacetValue,
    Model,
    Note,
    Page,
    Record,
    Thing,
)
from api.models.corrections import Correction, NewCorrection
from api.models.overview import (
    Cell,
    Change,
    Likeness,
    Matrix,
    NetworkMeasures,
    StateMeasures,
)
from api.models.records import (
    AgendaItem,
    Agreement,
    Commitment,
    Event,
    Happening,
    Membership,
    Participation,
    Position,
    PostHolding,
    Report,
    Tie,
)
from api.models.relations import (
    Comparison,
    Involved,
    KindCount,
    Moment,
    MonthScore,
    Pair,
    Relation,
    SharedOrganization,
    YearCount,
)
from api.models.server import (
    Found,
    Health,
    Hit,
    Stats,
)

__all__ = [
    "AgendaItem",
    "Agreement",
    "Article",
    "ArticleSummary",
    "ArticleText",
    "Cell",
    "Change",
    "Commitment",
    "Comparison",
    "Correction",
    "Divided",
    "Event",
    "FacetValue",
    "Found",
    "Happening",
    "Health",
    "Hit",
    "Involved",
    "KindCount",
    "Likeness",
    "Matrix",
    "Membership",
    "Model",
    "Moment",
    "MonthScore",
    "NetworkMeasures",
    "NewArticle",
    "NewCorrection",
    "Note",
    "Organization",
    "OrganizationDetail",
    "Page",
    "Pair",
    "Participation",
    "Person",
    "Position",
    "PostHolding",
    "Record",
    "Relation",
    "Report",
    "SharedOrganization",
    "State",
    "StateDetail",
    "StateMeasures",
    "Stats",
    "Stored",
    "Thing",
    "Tie",
    "YearCount",
]

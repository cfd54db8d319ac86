"""Named questions to a store, answered with the dataclasses of :mod:`graph.lookups.views`.

Every function takes the store first. Lists take ``limit`` and the opaque ``after`` of the page before and
give a Page; single things raise NotFoundError where there is none. States are taken as alpha-3 codes or as
names in English or Arabic, other things as keys (``CICA``) or IRIs.
"""

from graph.lookups.actors import organization, organizations, people, person, state, states
from graph.lookups.actorviews import OrganizationView, PersonView, StateView
from graph.lookups.changing import ChangeView, changes
from graph.lookups.describing import describe
from graph.lookups.faceting import EVENT_FACETS, POSITION_FACETS, Division, FacetValue, divide
from graph.lookups.filtering import EventFilter, PositionFilter
from graph.lookups.happenings import (
    article,
    articles,
    event,
    events,
    position,
    positions,
)
from graph.lookups.matrix import MatrixView, matrix
from graph.lookups.mixed import records, things
from graph.lookups.naming import actor_iri, state_code
from graph.lookups.overview import count_articles, search, stats
from graph.lookups.relating import pair_of, pairs, relation, relations_of
from graph.lookups.relationviews import (
    Comparison,
    Involved,
    KindCount,
    Moment,
    MonthScore,
    PairView,
    RelationView,
    SharedOrganization,
    YearCount,
)
from graph.lookups.timeline import timeline
from graph.lookups.views import (
    AgreementView,
    ArticleRecordsView,
    ArticleView,
    CommitmentView,
    EventView,
    Hit,
    HoldingView,
    MembershipView,
    Note,
    Page,
    Part,
    PositionView,
    Shown,
    Stats,
    Subject,
    Thing,
    TieView,
)
from graph.lookups.voting import VotingView, voting
from graph.queries import prefixes

PREFIXES = prefixes()
"""Prefixes that answers are written with."""

__all__ = [
    "EVENT_FACETS",
    "POSITION_FACETS",
    "PREFIXES",
    "AgreementView",
    "ArticleRecordsView",
    "ArticleView",
    "ChangeView",
    "CommitmentView",
    "Comparison",
    "Division",
    "EventFilter",
    "EventView",
    "FacetValue",
    "Hit",
    "HoldingView",
    "Involved",
    "KindCount",
    "MatrixView",
    "MembershipView",
    "Moment",
    "MonthScore",
    "Note",
    "OrganizationView",
    "Page",
    "PairView",
    "Part",
    "PersonView",
    "PositionFilter",
    "PositionView",
    "RelationView",
    "SharedOrganization",
    "Shown",
    "StateView",
    "Stats",
    "Subject",
    "Thing",
    "TieView",
    "VotingView",
    "YearCount",
    "actor_iri",
    "article",
    "articles",
    "changes",
    "count_articles",
    "describe",
    "divide",
    "event",
    "events",
    "matrix",
    "organization",
    "organizations",
    "pair_of",
    "pairs",
    "people",
    "person",
    "position",
    "positions",
    "records",
    "relation",
    "relations_of",
    "search",
    "state",
    "state_code",
    "states",
    "stats",
    "things",
    "timeline",
    "voting",
]

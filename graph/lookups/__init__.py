"""Named questions to a store, answered with the dataclasses of :mod:`graph.lookups.views`.

Every function takes the store first. Lists take ``limit`` and the opaque ``after`` of the page before and
give a Page; single things raise NotFoundError where there is none. States are taken as alpha-3 codes or as
names in English or Arabic, other things as keys (``CICA``) or IRIs.

``states(store, *, limit=100, after=None) -> Page[StateView]``, only those that records speak of
``state(store, state) -> StateView``
``state_code(store, name) -> str``
``relations_of(store, state, *, limit=100, after=None) -> Page[PairView]``
``pairs(store, *, limit=100, after=None) -> Page[PairView]``
``relation(store, a, b) -> RelationView``
``organizations(store, *, limit=100, after=None) -> Page[OrganizationView]``
``organization(store, key) -> OrganizationView``
``events(store, *, type=None, status=None, participants=(), since=None, until=None, place=None, limit=100, after=None) -> Page[EventView]``
``event(store, key) -> EventView``
``positions(store, *, holder=None, issue=None, stance=None, polarity=None, target=None, since=None, until=None, limit=100, after=None) -> Page[PositionView]``
``position(store, key) -> PositionView``
``people(store, *, limit=100, after=None) -> Page[PersonView]``
``person(store, key) -> PersonView``
``articles(store, *, limit=100, after=None) -> Page[ArticleView]``
``article(store, key) -> ArticleRecordsView``
``search(store, words, *, limit=20) -> list[Hit]``
``stats(store) -> Stats``
"""  # noqa: E501

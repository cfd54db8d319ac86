"""Organizations and their members."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.access import TheStore
from api.errors import documented
from api.models import Organization, OrganizationDetail, Page
from api.paging import Cursor, Limit, page
from graph import lookups

router = APIRouter(tags=["Organizations"])


@router.get("/organizations", summary="List organizations")
def organizations(
    request: Request, response: Response, store: TheStore, limit: Limit = 100, cursor: Cursor = None
) -> Page[Organization]:
    """Organizations, with their names."""
    return page(request, response, lookups.organizations(store, limit=limit, after=cursor), Organization)


@router.get("/organizations/{id}", responses=documented(404), summary="Show an organization")
def organization(id: str, store: TheStore) -> OrganizationDetail:
    """An organization by its short English form: members, their roles and dates."""
    return OrganizationDetail.model_validate(lookups.organization(store, id))

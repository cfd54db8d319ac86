"""Happenings: what several articles report, joined; computed from their reports and never edited.

A report is an event node of one article. ``report`` gathers what is known of it, ``blocking`` says where to
look for others of the same happening, ``matching`` judges two of them, ``clustering`` divides many,
``lives`` adds a cluster up, ``telling`` makes triples of that and ``keeping`` keeps a store up to date.
"""

from graph.happenings.accounts import Account, account_of
from graph.happenings.asking import Change, Link
from graph.happenings.clustering import Judgements, components
from graph.happenings.keeping import renewal, tell_all
from graph.happenings.lives import Happening, happening_of
from graph.happenings.matching import alike, forbidden
from graph.happenings.remembered import Remembered
from graph.happenings.report import Outlook, Report, reports_of

__all__ = [
    "Account",
    "Change",
    "Happening",
    "Judgements",
    "Link",
    "Outlook",
    "Remembered",
    "Report",
    "account_of",
    "alike",
    "components",
    "forbidden",
    "happening_of",
    "renewal",
    "reports_of",
    "tell_all",
]

"""Kinds of office and their Arabic names, by the English name that the table of holdings uses."""

from __future__ import annotations

POST_KINDS = {
    "head of state": ("head-of-state", "رئيس الدولة"),
    "head of government": ("head-of-government", "رئيس الحكومة"),
    "foreign minister": ("foreign-minister", "وزير الخارجية"),
    "deputy foreign minister": ("deputy-minister", "نائب وزير الخارجية"),
    "ruler": ("ruler", "الحاكم"),
    "secretary-general": ("secretary-general", "الأمين العام"),
    "director-general": ("secretary-general", "المدير العام"),
    "defence minister": ("minister", "وزير الدفاع"),
    "ambassador to the United Nations": ("ambassador", "السفير لدى الأمم المتحدة"),
    "special envoy": ("envoy", "المبعوث الخاص"),
    "speaker of parliament": ("speaker", "رئيس البرلمان"),
    "crown prince": ("other", "ولي العهد"),
    "vice president": ("other", "نائب الرئيس"),
    "high representative": ("other", "الممثل الأعلى للشؤون الخارجية"),
}
WORDS = {
    "envoy": "envoy",
    "coordinator": "envoy",
    "representative": "envoy",
    "ambassador": "ambassador",
    "spokesperson": "spokesperson",
    "speaker": "speaker",
    "minister": "minister",
}


def office_kind(name: str) -> str:
    """The kind of an office (a concept ``post-…``), by a word of its name where it has no row."""
    if name in POST_KINDS:
        return POST_KINDS[name][0]
    return next((kind for word, kind in WORDS.items() if word in name), "other")


def office_in_arabic(name: str) -> str:
    """The Arabic name of an office, "" where it has no set one."""
    return POST_KINDS.get(name, ("", ""))[1]

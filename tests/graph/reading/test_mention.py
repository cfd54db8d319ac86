"""A mention before anything is known of it."""

from graph.reading.mention import SIDES, Mention


def test_mentions_do_not_share_their_lists() -> None:
    one, other = Mention(0, 1, "person"), Mention(1, 2, "person")
    one.posts.append("president")
    assert other.posts == [] and other.preposition == "" and not other.joined


def test_sides_are_phrases_for_actors_named_elsewhere() -> None:
    assert set(SIDES) == {"pair", "all", "counterpart", "own"}

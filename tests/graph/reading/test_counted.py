"""Groups told by their number."""

from typing import Any

LIST = "اجتمع وزراء خارجية فنلندا والنرويج والدنمارك في أوسلو الأحد. "


def test_the_three_states_are_the_last_three_of_a_list(read: Any) -> None:
    found = read(LIST + "ورحبت الدول الثلاث بالقرار الأوروبي.", "ar").positions
    assert [p.holders for p in found] == [("FIN", "NOR", "DNK")]


def test_a_number_without_such_a_list_stands_for_nobody(read: Any) -> None:
    assert read(LIST + "ورحبت الدول الأربع بالقرار الأوروبي.", "ar").positions == ()

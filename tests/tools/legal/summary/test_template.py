from __future__ import annotations

from tools.legal.summary.template import Value, fill, gaps, tidy

NAME = Value("राम कुमार (Ram Kumar)", ("complainant_name",), "राम कुमार")
PLACE = Value("Sadar", ("police_station",))


def test_takes_the_first_template_that_can_be_filled() -> None:
    found = fill(("{name} at {place}.", "{name}."), {"name": NAME}, set())
    assert found is not None
    assert found.text == "राम कुमार (Ram Kumar)."
    assert found.facts == ("complainant_name",)


def test_leaves_out_a_bracket_with_a_missing_value_and_its_facts() -> None:
    found = fill(("{name}[ at {place}[, {district}]].",), {"name": NAME, "place": PLACE}, set())
    assert found is not None
    assert found.text == "राम कुमार (Ram Kumar) at Sadar."
    assert found.facts == ("complainant_name", "police_station")


def test_a_missing_value_in_an_inner_bracket_does_not_drop_the_outer() -> None:
    found = fill(("A[ {place}[ {missing}] B] C.",), {"place": PLACE}, set())
    assert found is not None
    assert found.text == "A Sadar B C."


def test_says_nothing_without_a_fact() -> None:
    assert fill(("Nothing to say.",), {}, set()) is None
    assert fill(("{name}",), {}, set()) is None
    assert fill((), {}, set()) is None


def test_a_name_is_explained_once() -> None:
    told: set[str] = set()
    first = fill(("{name}.",), {"name": NAME}, told)
    second = fill(("{name} and {name}.",), {"name": NAME}, told)
    assert first is not None
    assert second is not None
    assert "(Ram Kumar)" in first.text
    assert second.text == "राम कुमार and राम कुमार."


def test_a_name_in_a_dropped_bracket_counts_as_not_said() -> None:
    told: set[str] = set()
    fill(("{place}[ {name} {missing}].",), {"name": NAME, "place": PLACE}, told)
    assert NAME.text not in told


def test_a_silent_value_proves_a_sentence() -> None:
    found = fill(("The court decided.{outcome}",), {"outcome": Value("", ("outcome",))}, set())
    assert found is not None
    assert found.facts == ("outcome",)


def test_tidies_spaces_and_stops() -> None:
    assert tidy("A  b , c .") == "A b, c."
    assert tidy("said so..") == "said so."
    assert gaps("{a}[ {b}]") == {"a", "b"}

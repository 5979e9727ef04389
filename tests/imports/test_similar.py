"""Titles that may mean the same plan are found among many, and the time for it has an end."""

from __future__ import annotations

from planlint.imports.similar import SimilarTitles, similar

WORDS = ("klima", "skole", "kultur", "bolig", "havn", "helse", "omsorg", "friluftsliv")


def titles(number: int, step: int) -> list[str]:
    """Give titles of a few words each, the same ones each time."""
    words = [WORDS[k * step % len(WORDS)] for k in range(number + 3)]
    return [f"plan for {words[k]} og {words[k + 1]} i {words[k + 3]}krets {k}" for k in range(number)]


def test_as_long_as_there_is_time_each_is_held_against_all() -> None:
    """The answers are those of holding a title against every other."""
    there = dict.fromkeys(titles(200, 3))
    known = SimilarTitles(there)
    for title in titles(50, 5):
        assert known.to(title, [there]) == similar(title, there)


def test_after_that_those_are_found_that_share_a_rare_word() -> None:
    """A title with a slip in one word is found by its others; what is in none of the collections is not."""
    there = dict.fromkeys([*titles(2_000, 3), "trafikksikkerhetsplan for grunnkretsene"])
    known = SimilarTitles(there, most=0)
    assert known.to("trafiksikkerhetsplan for grunnkretsene", [there]) == ["trafikksikkerhetsplan for grunnkretsene"]
    assert known.to("trafiksikkerhetsplan for grunnkretsene", [{"noe annet": None}]) == []
    assert known.to("ukjent", [there]) == []


def test_a_title_that_comes_later_is_found_too() -> None:
    """Rows are known one after the other."""
    known = SimilarTitles(most=0)
    known.add("kulturplan for bygda")
    assert known.to("kulturplanen for bygda", [{"kulturplan for bygda": None}]) == ["kulturplan for bygda"]

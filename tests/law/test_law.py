"""The law as data: well formed, with days, links and a named degree of certainty."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planlint.base import add_years
from planlint.law import Bestemmelse, applies_on, bestemmelser, read, text_of

ALL = bestemmelser()
WORDINGS = [(provision, wording) for provision in ALL.values() for wording in provision.ordlyder]


@pytest.mark.parametrize("bestemmelse", ALL.values(), ids=str)
def test_a_provision_is_whole(bestemmelse: Bestemmelse) -> None:
    """Each has a requirement, an address at Lovdata, a certainty and a time that runs forwards."""
    assert bestemmelse.krav.endswith(".")
    assert bestemmelse.address.startswith("https://lovdata.no/dokument/") or not bestemmelse.lovnummer
    assert bestemmelse.sikkerhet in {"A", "B", "C"}
    assert bestemmelse.last_day is None or bestemmelse.first_day < bestemmelse.last_day
    assert not bestemmelse.avloest_av or ALL[bestemmelse.avloest_av].first_day > bestemmelse.first_day


def test_name_and_link() -> None:
    """A reader sees the law's name and paragraph, and comes to the right place."""
    assert ALL["pbl-10-1"].navn == "plan- og bygningsloven § 10-1"
    assert ALL["pbl-10-1"].address == "https://lovdata.no/dokument/NL/lov/2008-06-27-71/§10-1"
    assert ALL["spr-klima-2024"].navn == "statlige planretningslinjer for klima og energi (2024)"
    assert ALL["spr-klima-2024"].address == "https://lovdata.no/dokument/SF/forskrift/2024-12-20-3359"


def test_the_day_decides() -> None:
    """The school report ended on 1 August 2024; the barnevern plan began on 1 January 2022, in the former act."""
    assert ALL["opplaeringslova-1998-13-10"].applies_on(date(2024, 7, 31))
    assert not ALL["opplaeringslova-1998-13-10"].applies_on(date(2024, 8, 1))
    both = ("barnevernloven-1992-3-1", "barnevernsloven-15-1")
    assert [applies_on(both, date(year, 1, 1)) for year in (2021, 2022, 2023)] == [False, True, True]


def test_what_ended_names_what_came_instead() -> None:
    """A planner who meets a stale provision is told the new one."""
    ended = [item for item in ALL.values() if item.last_day]
    assert ended
    assert all(item.avloest_av for item in ended)


def test_a_broken_list_of_provisions_is_refused() -> None:
    """A slip in the law data must not pass for a law that asks for nothing."""
    with pytest.raises(ValueError, match="bestemmelser"):
        read("pbl-2-2: {}\npbl-2-2: {}\n")


@pytest.mark.parametrize("provision", ALL.values(), ids=lambda provision: provision.id)
def test_wordings_follow_each_other_without_overlap_or_gap(provision: Bestemmelse) -> None:
    """On any day from the first to the last, exactly one wording was the law."""
    for older, newer in zip(provision.ordlyder, provision.ordlyder[1:], strict=False):
        assert older.til is not None
        assert newer.fra == older.til + timedelta(days=1)
        assert not older.applies_on(newer.fra)
        assert older.applies_on(older.til)


def test_an_older_wording_is_the_law_of_its_day() -> None:
    """§ 11-4 said 30 days until November 2019 and says 14 since; the provision itself has not ended."""
    provision = ALL["pbl-11-4"]
    old, new = provision.wording_on(date(2019, 10, 31)), provision.wording_on(date(2019, 11, 1))
    assert old
    assert new
    assert ("30 dager" in old.krav, "14 dager" in new.krav) == (True, True)
    assert provision.wording_on(date(2009, 6, 30)) is None
    assert provision.last_day is None
    assert provision.applies_on(date(2015, 1, 1))


def test_a_is_said_only_of_words_that_were_read() -> None:
    """A names the edition and the day, and the text itself lies beside the data; anything else names another source."""
    for provision, wording in WORDINGS:
        read_ = wording.sikkerhet == "A"
        assert read_ == bool(wording.utgave and wording.lest), provision.id
        assert not read_ or wording is provision.newest, f"{provision.id}: bare den nyeste ordlyden er lest i loven"
        assert not read_ or provision.paragraf.removeprefix("§ ").removeprefix("punkt ") in text_of(provision)
        assert (wording.kildetype is None) == (wording.sikkerhet == "C"), provision.id
    unread = [provision for provision, wording in WORDINGS if wording.sikkerhet != "A" and wording is provision.newest]
    assert {"kart-og-planforskriften-9", "spr-bolig-areal-transport-2014"} <= {provision.id for provision in unread}
    assert not any(text_of(provision) for provision in unread)


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("pbl-10-1", "senest innen ett år etter konstituering"),
        ("pbl-10-1-boer", "Planstrategien bør omfatte en drøfting av kommunens strategiske valg"),
        ("pbl-6-1", "Dette skal følges opp i planleggingen etter denne lov"),
        ("pbl-11-4", "minst 14 dager før kommunestyrets behandling"),
        ("pbl-11-2-tredje-ledd", "Handlingsdelen skal revideres årlig"),
        ("koml-23-3", "senest innen utgangen av året etter"),
        ("folkehelseoversikt-5", "ved oppstart av arbeidet med planstrategi"),
        ("boligsosialloven-10", "senest fire år etter at loven trer i kraft"),
        ("barnevernsloven-tilstand", "en redegjørelse om tilstanden i barnevernstjenesten"),
        ("kulturlova-4", "skriftleg oversikt over status og utviklingsbehov"),
        ("spr-klima-2024", "minst hvert fjerde år"),
    ],
)
def test_what_a_rule_rests_on_stands_in_the_text(id_: str, words: str) -> None:
    """The words that a rule measures by are in the paragraph that it names."""
    assert words in " ".join(text_of(ALL[id_]).split())


def test_the_kinds_of_duty_are_told_apart() -> None:
    """A plan, an overview and a yearly account are three things, and how plans are made is a fourth."""
    kinds = {id_: ALL[id_].pliktslag for id_ in ("pbl-10-1", "kulturlova-4", "koml-25-2", "pbl-11-14")}
    assert list(kinds.values()) == ["plan", "oversikt", "årlig", "annet"]
    assert {"plan", "oversikt", "årlig", "annet"} == {provision.pliktslag for provision in ALL.values()}


def test_only_one_provision_of_a_paragraph_has_its_bare_name() -> None:
    """Two rows about one paragraph are told apart by the ledd."""
    names = [provision.navn for provision in ALL.values()]
    assert len(names) == len(set(names))


def test_what_is_repealed_lies_where_lovdata_keeps_it() -> None:
    """A link to an act that has ended goes to the collection of ended acts."""
    assert ALL["opplaeringslova-1998-13-10"].address == "https://lovdata.no/dokument/NLO/lov/1998-07-17-61/§13-10"
    assert ALL["folkehelseloven-7-b"].address.endswith("/§7b")
    assert ALL["spr-arealbruk-2024"].address == ""


ROW = "pliktslag: plan, krav: K., fra: 2020-01-01, grunnlag: G"


@pytest.mark.parametrize(
    "row",
    [
        f"{{{ROW}, sikkerhet: A}}",
        f"{{{ROW}, sikkerhet: A, lest: 2026-11-29, kildetype: lovtekst}}",
        f"{{{ROW}, sikkerhet: B}}",
        f"{{{ROW}, sikkerhet: C, kildetype: etat}}",
        f"{{{ROW}, sikkerhet: D}}",
        f"{{{ROW}, sikkerhet: C, kilde: etat}}",
        "{pliktslag: bok, krav: K., fra: 2020-01-01, grunnlag: G, sikkerhet: C}",
        "{pliktslag: plan, krav: K., fra: i fjor, grunnlag: G, sikkerhet: C}",
    ],
)
def test_a_row_that_says_more_than_was_read_is_refused(row: str) -> None:
    """A without edition and day, a source where there is none, an unknown kind or field: no such row is taken."""
    with pytest.raises(ValueError, match="validation error"):
        read(f"lov: loven\nbestemmelser:\n  en-rad: {row}\n")
    good = read(f"lov: loven\nbestemmelser:\n  en-rad: {{{ROW}, sikkerhet: C}}\n")
    assert good["en-rad"].navn == "loven"


def stale(day: date) -> list[str]:
    """Give the provisions that were read in the statute itself more than twelve months before a day."""
    return sorted(
        provision.id
        for provision, wording in WORDINGS
        if wording.lest and wording.til is None and add_years(wording.lest, 1) < day
    )


def test_no_provision_is_left_out_when_the_others_are_read() -> None:
    """Evidence 4.8: the law is read once a year (docs/develop/law.md); what the newest reading left out is named.

    The day is that of the newest reading, not today's: what passes now passes in a year, too.
    """
    assert stale(max(wording.lest for _, wording in WORDINGS if wording.lest)) == []


def test_a_row_that_nobody_reads_is_named() -> None:
    """The day after a year has gone, every row that was read then is."""
    oldest = min(wording.lest for _, wording in WORDINGS if wording.lest)
    assert stale(add_years(oldest, 1)) == []
    assert stale(add_years(oldest, 1) + timedelta(days=1))

"""More changes that planners make to Bærum's plans: moving, splitting, merging, postponing, correcting, declaring.

Kept and read as those of `test_thirty_changes.py`, by `--update-expected` too.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from support.baerum_changes import Change, baerum, both, gone, kept, plan, repo, swap

__all__ = ["baerum", "repo"]
MOBILITET = "planer/strategidokumenter/mobilitetsstrategi.yaml"
SYKKEL = "planer/strategidokumenter/sykkelstrategi.yaml"
RUS = "planer/temaplaner/rusmiddelpolitisk-handlingsplan-2016-2020.yaml"
REHAB = "planer/temaplaner/plan-for-habilitering-og-rehabilitering.yaml"
SYKKELHOTELL = "tiltak/handlingsplan-klimastrategi-2030/klimatiltak-1-sykkelhotell.yaml"
UTGIFTER = "indikatorer/administrasjon/administrasjon-driftsutgifter-per-innbygger.yaml"
GOAL = "maal/samfunnsdel-2021/4-handlekraftig-og-innovativ/4-1-aapen-og-digital/2021-4-1-aapen-og-digital.yaml"
SAMFUNN = "planer/overordnede-planer/kommuneplanens-samfunnsdel-2021.yaml"
KLIMA_2025 = "klima-personreiser-kollektiv-sykkel-gange-2025"
VEDTATT = "\n  - {hva: vedtatt, dato: 2026-10-28, organ: kommunestyret, sak: 88/26}"
NY = """\
tittel: %s
type: %s
status: vedtatt
sammendrag: Planen viser hva kommunen vil gjøre.
periode: {fra: 2026, til: 2034}
hendelser:%s
ansvarlig: %s
forankring: [%s]
erstatter: [%s]
kilder: [{kilde: grunnlagsdokument-2019}]
"""


def new(tittel: str, slag: str, sektor: str, maal: str, gammel: str) -> str:
    """Give the file of a new plan that replaces others."""
    return NY % (tittel, slag, VEDTATT, sektor, maal, gammel)


SPLIT = both(
    plan(new("Sykkelstrategi for skoleveier", "strategi", "miljoe-idrett-kultur", KLIMA_2025, "sykkelstrategi"),
         "planer/strategidokumenter/sykkelstrategi-skoleveier.yaml"),
    plan(new("Sykkelstrategi for pendlere", "strategi", "miljoe-idrett-kultur", KLIMA_2025, "sykkelstrategi"),
         "planer/strategidokumenter/sykkelstrategi-pendlere.yaml"),
    swap(SYKKEL, "status: vedtatt", "status: erstattet"),
)  # fmt: skip
MERGED = both(
    plan(new("Plan for rus, habilitering og rehabilitering", "temaplan", "bistand-og-omsorg",
             "2021-1-3-mestring-og-livskvalitet",
             "rusmiddelpolitisk-handlingsplan-2016-2020, plan-for-habilitering-og-rehabilitering"),
         "planer/temaplaner/plan-for-rus-og-rehabilitering.yaml"),
    swap(RUS, "status: vedtatt", "status: erstattet"),
    swap(REHAB, "status: vedtatt", "status: erstattet"),
)  # fmt: skip
REGIONAL = """\
tittel: Regional plan for sykkel
type: regional-plan
status: vedtatt
hendelser:
  - {hva: vedtatt, dato: 2026-06-17, kilde: grunnlagsdokument-2019}
erstatter: [sykkelstrategi]
kilder: [{kilde: grunnlagsdokument-2019}]
"""
VERBAL = "sak: 103/19, kilde: handlingsprogram-2020-2023}"
DELVEDTAK = (
    f'{VERBAL}\n  - {{hva: verbalvedtak, dato: 2026-10-28, organ: kommunestyret, sak: 89/26, tekst: "Sommersykling"}}'
)
WORDS = both(
    swap(GOAL, "er åpen", "er helt åpen"),
    swap(
        SAMFUNN, "hendelser:\n", "hendelser:\n  - {hva: revidert, dato: 2026-10-28, organ: kommunestyret, sak: 90/26}\n"
    ),
)
EXTENDED = """\
kilde: grunnlagsdokument-2019}
  - {hva: forlenget, dato: 2026-10-28, organ: kommunestyret, sak: 91/26, til: 2028-12-31}
"""
OLD = ("advarsel PL311", *("advarsel PL613",) * 8, "advarsel PL616", "advarsel PL617")
"""What main says of plansystem.yaml, which folds out last."""
TYPE = """\
  beredskapsstrategi:
    navn: beredskapsstrategi
    nivå: strategisk-utdyping
    forankring: påkrevd
    lengste_periode: 4
"""
CHANGES = {
    "plan-til-annen-sektor": Change(swap(MOBILITET, "ansvarlig: miljoe-idrett-kultur", "ansvarlig: barn-og-unge")),
    "plan-delt-i-to": Change(SPLIT),
    "to-planer-slaatt-sammen": Change(MERGED, ("advarsel PL613",)),
    "revisjon-utsatt": Change(swap(MOBILITET, "{neste: 2020, kilde: handlingsprogram-2020-2023}", "{neste: 2028}")),
    "vedtaksdato-rettet": Change(
        swap(MOBILITET, "dato: 2019-06-19, organ", "dato: 2019-06-20, organ"), ("advarsel PL911",)
    ),
    "nytt-delvedtak": Change(swap(MOBILITET, VERBAL, DELVEDTAK)),
    "tiltak-slettet": Change(gone(SYKKELHOTELL), ("feil PL102",)),
    "erstattet-av-regional-plan": Change(
        both(
            plan(REGIONAL, "planer/regionale-planer/regional-plan-for-sykkel.yaml"),
            swap(SYKKEL, "status: vedtatt", "status: erstattet"),
        )
    ),
    "maalets-ord-med-vedtak": Change(WORDS),
    "ny-plantype": Change(swap("plansystem.yaml", "\nmåltyper:\n", f"{TYPE}\nmåltyper:\n"), OLD),
    "tall-skrevet-feil": Change(swap(UTGIFTER, "2018: 3130", "2018: 3310"), ("advarsel PL711",)),
    "plan-forlenget": Change(
        swap(RUS, "kilde: grunnlagsdokument-2019}\n", EXTENDED),
        ("advarsel PL613",),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_another_change_to_real_plans(name: str, repo: Path, update_expected: bool) -> None:
    """The comment is the one that was read, the worst first, short; and the rules it tells of are the right ones."""
    _, found = kept(name, repo, CHANGES[name], update=update_expected)
    assert found == sorted(CHANGES[name].told)

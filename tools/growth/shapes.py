"""How the time of whole commands grows, on plan systems made to be slow: chains, rings, like names, long texts."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import xlsxwriter

from growth.clock import Growth, growth
from growth.copies import EXAMPLES
from planlint.base import Spelling
from planlint.change import Comparison
from planlint.check import Request, report_of
from planlint.edit import Document, carry_out, read
from planlint.fixes import FixRequest, repair
from planlint.imports import ImportOrder, read_import
from planlint.output import coverage_as_text
from planlint.register import CoverageDemand, measure_dekning
from planlint.site import build
from planlint.source import SourceFile, entity_of
from planlint.system import system_of
from planlint.tables import Nettsted
from planlint.text import language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planlint.system import System

DAY = date(2024, 6, 15)
Files = dict[str, str]
Work = Callable[[], Any] if TYPE_CHECKING else None
_PLAN = """\
tittel: {tittel}
type: strategi
status: vedtatt
periode: {{fra: 2022, til: 2030}}
hendelser:
  - {{hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}}
ansvarlig: miljoe
forankring: [{forankring}]
kilder: [{{kilde: plandokument}}]
"""
_GOAL = "tittel: {tittel}\ntype: delmål\nplan: samfunnsdel-2020\nkilder: [{{kilde: plandokument}}]\n"


def _plan(n: int, more: str = "", tittel: str = "", forankring: str = "trygg-oppvekst") -> Files:
    return {
        f"planer/p-{n}.yaml": _PLAN.format(tittel=tittel or f"Strategi nummer {n} om noe", forankring=forankring) + more
    }


def _goal(n: int, more: str) -> Files:
    return {f"maal/m-{n}.yaml": _GOAL.format(tittel=f"Mål nummer {n}") + more}


def _all(parts: Iterator[Files]) -> Files:
    return {path: text for part in parts for path, text in part.items()}


def _anchored_in_each_other(n: int) -> Files:
    """Give as many links as n, where every plan is anchored in every other."""
    size = max(2, round(n**0.5))
    names = ", ".join(f"{{plan: p-{number}}}" for number in range(size))
    return _all(_plan(number, forankring=names) for number in range(size))


def _misspelt(n: int) -> Files:
    """Give n goals, and one plan with n references that are each one slip away from one of them."""
    wrong = ", ".join(f"mm-{number}" for number in range(n))
    return {**_all(_goal(number, "") for number in range(n)), **_plan(0, forankring=wrong)}


def _unlike(n: int) -> Files:
    """Give n goals, and one plan with n references that are like many of them, and near none."""
    wrong = ", ".join(f"maal-nr-{number}" for number in range(n))
    return {**_all(_goal(number, "") for number in range(n)), **_plan(0, forankring=wrong)}


MANY: dict[str, Callable[[int], Files]] = {
    "kjede av mål": lambda n: _all(_goal(k, f"overordnet: m-{k - 1}\n" if k else "") for k in range(n)),
    "barn av ett mål": lambda n: _all(_goal(k, "overordnet: gode-liv\n") for k in range(n)),
    "ring av mål": lambda n: _all(_goal(k, f"overordnet: m-{(k + 1) % n if n else 0}\n") for k in range(n)),
    "kjede av erstatninger": lambda n: _all(_plan(k, f"erstatter: [p-{k - 1}]\n" if k else "") for k in range(n)),
    "ring av forankringer": lambda n: _all(_plan(k, forankring=f"{{plan: p-{(k + 1) % n}}}") for k in range(n)),
    "alle i alle": _anchored_in_each_other,
    "like titler": lambda n: _all(_plan(k, tittel="Strategi for gode liv i alle grender") for k in range(n)),
    "feilskrevne id-er": _misspelt,
    "ukjente id-er": _unlike,
}
"""Plan systems of n small files, by what is special about them."""
_WORDS = " ".join
_SYSTEM = (EXAMPLES / "felles/plans/plansystem.yaml").read_text(encoding="utf-8")


def _said(items: list[str], declared: str = "") -> Files:
    """Give a plan with these entries for its sources, and the sources that are declared for them."""
    plan = _PLAN.format(tittel="Strategi", forankring="trygg-oppvekst")
    listed = "".join(f"  - {{{item}}}\n" for item in items)
    return {
        "planer/p-0.yaml": plan.replace("kilder: [{kilde: plandokument}]", f"kilder:\n{listed}"),
        "plansystem.yaml": _SYSTEM.replace("\nkilder:\n", f"\nkilder:\n{declared}"),
    }


def _day(number: int) -> str:
    return date.fromordinal(DAY.toordinal() - number).isoformat()


def _unlike_days(n: int) -> Files:
    """Give two sources that each name many days for one event, none of them the same."""
    said = [f"kilde: k-{k % 2}, hva: vedtatt, dato: {_day(k)}" for k in range(n // 40)]
    return _said(said, "".join(f"  k-{k}: {{tittel: Kilde {k}}}\n" for k in range(2)))


def _unlike_sources(form: str) -> Callable[[int], Files]:
    """Give how many sources each say something that no other says."""

    def files(n: int) -> Files:
        numbers = range(n // 60)
        declared = "".join(f"  k-{k}: {{tittel: Kilde nr {k}, dato: {_day(2 * k)}}}\n" for k in numbers)
        return _said([f"kilde: k-{k}, {form.format(day=_day(2 * k + 1))}" for k in numbers], declared)

    return files


LONG: dict[str, Callable[[int], Files]] = {
    "unntak": lambda n: _plan(0, f"# planlint: unntak[PL201] x{' ' * n}y\n"),
    "unntak uten slutt": lambda n: _plan(0, f"# planlint: unntak[{'PL201,' * (n // 6)}\n"),
    "unntak med dag": lambda n: _plan(0, f"# planlint: unntak[PL201] {'til 1 ' * (n // 6)}!\n"),
    "lang tittel": lambda n: {
        **_plan(0, tittel=_WORDS(f"ord{k:05}" for k in range(n // 9))),
        **_plan(1, tittel=_WORDS(f"ord{k:05}" for k in range(n // 9))),
    },
    "mellomrom på slutten": lambda n: _plan(
        0, f"merknad: a{' ' * n}b\nsammendrag: |\n{'  a   ' * 3}\n" + "# b   \n" * (n // 8)
    ),
    "hendelser": lambda n: {
        "planer/p-0.yaml": _PLAN.format(tittel="Strategi", forankring="trygg-oppvekst").replace(
            "hendelser:\n", "hendelser:\n" + "  - {hva: revidert, dato: 2023-01-01}\n" * (n // 40)
        )
    },
    "ukjente felt": lambda n: _plan(0, "".join(f"felt-{k}: 1\n" for k in range(n // 10))),
    "gjentatte felt": lambda n: _plan(0, "merknad: a\n" * (n // 11)),
    "tema": lambda n: _plan(0, f"tema: [{', '.join(f'tema {k}' for k in range(n // 10))}]\n"),
    "sifre": lambda n: _plan(0, f"merknad: {'1 2' * (n // 3)}\n"),
    "krøllalfaer": lambda n: _plan(0, f"merknad: {'a@' * (n // 2)}\n"),
    "klammer": lambda n: _plan(0, f"merknad: [{'[' * (n // 2)}\n"),
    "kommentarer": lambda n: _plan(0, "# planlint: \n" * (n // 13)),
    "kilder, dager": _unlike_days,
    "kilder, hver sin dag": _unlike_sources("hva: vedtatt, dato: {day}"),
    "kilder, status": _unlike_sources("status: vedtatt"),
    "kilder": lambda n: _plan(0).__class__(
        {
            "planer/p-0.yaml": _PLAN.format(tittel="Strategi", forankring="trygg-oppvekst").replace(
                "kilder: [{kilde: plandokument}]",
                "kilder:\n" + "".join(f"  - {{kilde: plandokument, sted: side {k}}}\n" for k in range(n // 40)),
            )
        }
    ),
}
"""One or two files of about n letters, by what is special about them."""


def _laid(files: Files) -> tuple[list[SourceFile], dict[str, bytes | OSError]]:
    shared = {f"plans/{path.relative_to(EXAMPLES / 'felles/plans').as_posix()}": path.read_bytes()
              for path in sorted((EXAMPLES / "felles/plans").rglob("*.yaml"))}  # fmt: skip
    contents: dict[str, bytes | OSError] = {
        **shared,
        **{f"plans/{path}": text.encode() for path, text in files.items()},
    }
    found = []
    for path in sorted(contents):
        kind, slash, _ = entity_of(path).rpartition("/")
        found.append(SourceFile(path, kind if slash and "/" not in kind and kind != "plans" else ""))
    return found, contents


def system(files: Files) -> System:
    """Give Fjordvik with some files more, read anew."""
    found, contents = _laid(files)
    return system_of(Path("/fjordvik"), found, contents, DAY)


def _check(files: Files) -> Callable[[], Any]:
    return lambda: report_of(system(files), Request(DAY))


def _diff(files: Files) -> Callable[[], Any]:
    changed = {path: text.replace("tittel: ", "tittel: Ny ") for path, text in files.items()}
    before, after = system(files), system(changed)
    return lambda: report_of(after, Request(DAY, base="main"), Comparison(before, after, "main"))


def _fix(files: Files) -> Callable[[], Any]:
    before = system({path: text.replace("status: ", "Status: ") for path, text in files.items()})
    return lambda: repair(before, DAY, FixRequest())


def _fix_names(n: int) -> Callable[[], Any]:
    before = system(_misspelt(n))
    assert repair(before, DAY, FixRequest(unsafe=True)).changes or not n
    return lambda: repair(before, DAY, FixRequest(unsafe=True))


def _fix_unntak(n: int) -> Callable[[], Any]:
    text = _PLAN.format(tittel="Strategi", forankring="trygg-oppvekst")
    lines = "".join(f"# planlint: unntak[PL201] grunn {k}\n" for k in range(n))
    before = system({"planer/p-0.yaml": text.replace("forankring:", f"{lines}forankring:")})
    return lambda: repair(before, DAY, FixRequest())


def _of_added(form: str) -> Callable[[int], Callable[[], Any]]:
    """Give how a list gets n more items, of which none is there."""
    text = _PLAN.format(tittel="Strategi", forankring="trygg-oppvekst")
    register = system({}).register
    assert register

    def make(n: int) -> Callable[[], Any]:
        asked = read("tema+=" + ",".join(form.format(k) for k in range(n + 1)))
        return lambda: carry_out(Document(text), "plan", asked, register)

    return make


def _of_set(n: int) -> Callable[[], Any]:
    """Give how a list is given n items of which half are there."""
    register = system({}).register
    assert register
    there = ", ".join(f"tema {k}" for k in range(n))
    text = _PLAN.format(tittel="Strategi", forankring="trygg-oppvekst") + f"tema: [{there}]\n"
    asked = read("tema=" + ",".join(f"tema {2 * k}" for k in range(n + 1)))
    return lambda: carry_out(Document(text), "plan", asked, register)


def _of_removed(form: str, shown: str) -> Callable[[int], Callable[[], Any]]:
    """Give how n items of a list go, of those that are there."""
    register = system({}).register
    assert register

    def make(n: int) -> Callable[[], Any]:
        text = _PLAN.format(tittel="Strategi", forankring="trygg-oppvekst") + shown.format(
            "".join(form.format(k) for k in range(2 * n + 1))
        )
        asked = read("tema-=" + ",".join(f"tema {2 * k}" for k in range(n + 1)))
        return lambda: carry_out(Document(text), "plan", asked, register)

    return make


def _fix_removed(n: int) -> Callable[[], Any]:
    """Give how fix takes n known deviations that nothing matches out of one list."""
    marks = ", ".join(f'"{k:012x}"' for k in range(n + 1))
    known = f"per: {DAY}\navvik:\n  - {{regel: PL201, grunn: Avtalt, gjelder: {{plan/arealdel-2021: [{marks}]}}}}\n"
    before = system({"avvik.yaml": known})
    assert repair(before, DAY, FixRequest(unsafe=True)).changes
    return lambda: repair(before, DAY, FixRequest(unsafe=True))


def _build(files: Files) -> Callable[[], Any]:
    opened = system(files)
    assert opened.register
    site = Nettsted(opened.register, report_of(opened, Request(DAY)), language("nb"))
    return lambda: build.files(site, ("html",), None)


def _coverage(n: int) -> Callable[[], Any]:
    """Give how the coverage of n goals under one goal, each with a measure, is measured and told."""
    goals = (_goal(k, "overordnet: gode-liv\n") for k in range(n + 1))
    measures = ({f"tiltak/t-{k}.yaml": f"tittel: Tiltak nr {k}\nmål: [m-{k}]\nstatus: pågår\n"} for k in range(n + 1))
    register = system({**_all(goals), **_all(measures)}).register
    assert register
    assert measure_dekning(register).maal.antall > n
    return lambda: coverage_as_text(measure_dekning(register.at(DAY)), CoverageDemand(), language("nb"))


def _import(n: int) -> Callable[[], Any]:
    opened = system(_all(_plan(k) for k in range(n)))
    assert opened.register
    register = opened.register
    rows = "".join(f"Strategien nr {k} om noe;strategi;vedtatt 28.2.18;2018-2030;Miljø\n" for k in range(n))
    file = Path(tempfile.mkdtemp()) / "planer.csv"
    file.write_text("Plan;Type;Status;Periode;Ansvarlig\n" + rows, encoding="utf-8")
    return lambda: read_import(file, opened, register, ImportOrder())


def _import_like(n: int) -> Callable[[], Any]:
    """Give how two tables are read that have n plans each, of which none is quite like another."""
    opened = system({})
    assert opened.register
    register = opened.register
    file = Path(tempfile.mkdtemp()) / "planer.xlsx"
    with xlsxwriter.Workbook(file) as book:
        for name, form in (("En", "Plan for grend {} og {}"), ("To", "Strategi om sak {} med {}")):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Plan", "Type", "Periode"])
            for k in range(n):
                title = form.format(f"{k * 7919 % 100_003:x}", f"{k * 104_729 % 1_000_003:x}")
                sheet.write_row(k + 1, 0, [title, "strategi", "2018-2030"])
    return lambda: read_import(file, opened, register, ImportOrder())


def _import_goals(n: int) -> Callable[[], Any]:
    """Give how a table of n goals is read in which each names another by its title."""
    opened = system({})
    assert opened.register
    register = opened.register
    rows = "".join(f"Kultur nr {k};delmål;Kultur nr {k - 1}\n" for k in range(1, n + 1))
    file = Path(tempfile.mkdtemp()) / "maal.csv"
    file.write_text("Mål;Type;Under\nKultur nr 0;hovedmål;\n" + rows, encoding="utf-8")
    return lambda: read_import(file, opened, register, ImportOrder(kind="maal", plan="samfunnsdel-2020"))


def _spelling(form: str) -> Callable[[int], Callable[[], Any]]:
    def make(n: int) -> Callable[[], Any]:
        names = [f"maalet-om-kultur-{k}-og-mer" for k in range(n)]
        words = [form.format(k) for k in range(n)]
        return lambda: [spelling.nearest(word) for spelling in [Spelling(names)] for word in words]

    return make


def _of_plans(work: Callable[[Files], Callable[[], Any]]) -> Callable[[int], Callable[[], Any]]:
    return lambda n: work(_all(_plan(k) for k in range(n)))


_SIZES = {"ukjente id-er": 300}  # so many that the time for suggestions is spent; before that it grows as it must
COMMANDS: dict[str, tuple[Callable[[int], Callable[[], Any]], int]] = {
    "diff": (_of_plans(_diff), 20),
    "fix": (_of_plans(_fix), 10),
    "fix, feilskrevne id-er": (_fix_names, 40),
    "fix, unntak": (_fix_unntak, 100),
    "set +=, id-er": (_of_added("maal-nr-{}"), 100),
    "set +=, tall": (_of_added("{}"), 100),
    "set =": (_of_set, 120),  # fewer are compared one by one, which takes longer than more do
    "set -=": (_of_removed("  - tema {}\n", "tema:\n{}"), 240),
    "set -=, på én linje": (_of_removed("tema {}, ", "tema: [{}]\n"), 240),
    "set -=, med unntak": (_of_removed("  - tema {}  # planlint: unntak[PL201] Avtalt i møtet\n", "tema:\n{}"), 240),
    "fix, avvik": (_fix_removed, 20),
    "build": (_of_plans(_build), 10),
    "dekning": (_coverage, 400),
    "import": (_import, 30),
    "import, to tabeller": (_import_like, 40),
    "import, mål": (_import_goals, 40),
    "forslag, én feil": (_spelling("maalet-om-kulturr-{}-og-mer"), 200),
    "forslag, fjernt": (_spelling("mlet-om-kltr-{}-og-mer"), 200),
}


@cache
def cases() -> dict[str, tuple[Callable[[int], Callable[[], Any]], int]]:
    """Give everything that is measured: how it is made at a size, and the size to begin with."""
    many = {
        f"check, {name}": ((lambda n, form=form: _check(form(n))), _SIZES.get(name, 40)) for name, form in MANY.items()
    }
    long = {f"check, {name}": ((lambda n, form=form: _check(form(n))), 4_000) for name, form in LONG.items()}
    return {**COMMANDS, **many, **long}


def of_case(name: str, larger: int = 1) -> Growth:
    """Measure one case, beginning at its own size or some times that."""
    make, start = cases()[name]
    return growth(name, make, start * larger, start * larger, tries=1, rest=True)

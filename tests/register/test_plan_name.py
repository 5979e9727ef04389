"""What a plan is called where others may be taken for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.helpers import check, fjordvik, write

from planlint.register import plan_name
from planlint.site.build import files
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language

DAY = date(2024, 6, 15)
NB = language("nb")
NEW = "tittel: Temaplan for sykkel 2022–2030\ntype: fagplan\nerstatter: [sykkel-2016]\nstatus: vedtatt\n"
NEW += "hendelser: [{hva: vedtatt, dato: 2022-05-05}]\n"
OLD = "tittel: Temaplan for sykkel\ntype: fagplan\nhendelser: [{hva: vedtatt, dato: 2016-05-05}]\n"


def names(root: Path, lang: str = "nb") -> dict[str, str]:
    """Give what each plan of a folder is called."""
    register = open_system(root, DAY).register
    assert register is not None
    return {id_: plan_name(register, language(lang), plan) for id_, plan in register.planer.items()}


@pytest.mark.parametrize(("lang", "word"), [("nb", "erstattet"), ("nn", "erstatta"), ("en", "replaced")])
def test_a_replaced_plan_that_its_successor_begins_with_is_told_by_year(tmp_path: Path, lang: str, word: str) -> None:
    """The old one is named with its year and how it ended; the new one, whose title says it all, is not."""
    root = fjordvik(tmp_path)
    write(root, "planer/sykkel-2022.yaml", NEW)
    write(root, "planer/sykkel-2016.yaml", OLD)
    found = names(root, lang)
    assert found["sykkel-2016"] == f"Temaplan for sykkel (2016, {word})"
    assert found["sykkel-2022"] == "Temaplan for sykkel 2022–2030"


def test_plans_with_one_title_are_told_by_what_is_known(tmp_path: Path) -> None:
    """By the adoption, else the period; a year that the title has is not told twice, and nothing is told of nothing."""
    root = fjordvik(tmp_path)
    write(root, "planer/a.yaml", "tittel: Næringsplan 2019\ntype: fagplan\nperiode: {fra: 2019}\nstatus: opphevet\n")
    write(root, "planer/b.yaml", "tittel: Næringsplan 2019\ntype: fagplan\nperiode: {fra: 2021, til: 2030}\n")
    write(root, "planer/c.yaml", "tittel: Næringsplan 2019\ntype: fagplan\n")
    write(root, "planer/d.yaml", "tittel: Næringsplan 2019\ntype: fagplan\nstatus: igangsatt\n")
    found = names(root)
    assert (found["a"], found["b"]) == ("Næringsplan 2019 (opphevet)", "Næringsplan 2019 (2021)")
    assert (found["c"], found["d"]) == ("Næringsplan 2019", "Næringsplan 2019 (under arbeid)")


def test_every_page_names_the_edition(tmp_path: Path) -> None:
    """No page of the site says the bare title of the replaced plan in a link."""
    root = fjordvik(tmp_path)
    write(root, "planer/sykkel-2022.yaml", NEW)
    write(root, "planer/sykkel-2016.yaml", OLD)
    register = open_system(root, DAY).register
    assert register is not None
    made = files(Nettsted(register, check(root, DAY), NB), ("html",), None)
    pages = {path: data.decode() for path, data in made.items() if path.endswith(".html")}
    assert not [path for path, text in pages.items() if ">Temaplan for sykkel</a>" in text]
    assert sum(">Temaplan for sykkel (2016, erstattet)</a>" in text for text in pages.values()) > 1

"""The pages on health, rules, the site itself and search: right rows, honest words, harmless text, links that lead."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from support.helpers import PLAN, check, fjordvik, run, write

from planlint.check.engine import count_findings, diagnose
from planlint.check.settings import read_settings
from planlint.rules.all_rules import RULES
from planlint.site.build import files
from planlint.site.pages import health_page as helse
from planlint.site.pages.about_page import MEANING, pages as about_pages
from planlint.site.pages.change_example import ChangeExample, change_example
from planlint.site.search_words import search_words
from planlint.site.trend import REGLER
from planlint.system.system import open_system
from planlint.tables.nettsted import Nettsted
from planlint.text import language
from planlint.text.names import STATUS

DAY = date(2024, 6, 15)
HOSTILE = "<script>alert(1)</script> {{ 7*7 }} «'\""
EXPIRED = PLAN.replace("Klimastrategi", "Vannstrategi").replace("til: 2030", "til: 2023")
UNANCHORED = PLAN.replace("Klimastrategi", "Næringsstrategi").replace("forankring: [trygg-oppvekst]\n", "")


def nettsted(root: Path, lang: str = "nb", day: date = DAY) -> Nettsted:
    """Give the site of a folder, ready to be drawn."""
    system = open_system(root, day)
    assert system.register is not None
    return Nettsted(system.register, check(system.root, day, lang=lang), language(lang))


def pages(root: Path, lang: str = "nb") -> dict[str, str]:
    """Draw the pages; give them by path."""
    drawn = files(nettsted(root, lang), ("html",), None)
    return {path: data.decode() for path, data in drawn.items() if path.endswith(".html")}


def words(page: str) -> str:
    """Give what a reader sees, on one line."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page.partition("<main")[2])))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik with an expired plan and one without an anchor."""
    fjordvik(tmp_path)
    write(tmp_path, "planer/vann.yaml", EXPIRED)
    write(tmp_path, "planer/naering.yaml", UNANCHORED)
    return tmp_path


def accept(root: Path, code: str, *more: str) -> None:
    """Enter what a rule finds as known."""
    done = run("avvik", "add", "--select", code, "--reason", "Venter på sak", "--date", str(DAY), *more, cwd=root)
    assert done.returncode == 0, done.stderr


def test_without_findings_every_part_says_so(tmp_path: Path) -> None:
    """An empty state is a sentence, and the trend is there all the same."""
    drawn = pages(fjordvik(tmp_path))
    text = words(drawn["helse.html"])
    for sentence in (
        "Kontrollen har ingen nye funn.",
        "Registeret viser ingen planer over fristen når lovens egne frister ikke regnes med.",
        "Registeret viser en rød tråd fra alle planer i kraft som kan ha en.",
        "Det er ingen nye funn.",
        "Ingen regel har funn.",
        "Ingen funn er ført som kjente avvik.",
    ):
        assert sentence in text
    assert "1.1.2020" in text
    assert not any(path.startswith("helse/") for path in drawn)


def test_each_finding_is_in_its_place(root: Path) -> None:
    """Overdue, unanchored, in full with how to mend it, by rule, and on the rule's own page; all link to the plan."""
    drawn = pages(root)
    page = drawn["helse.html"]
    overdue = page.partition('id="forfalt"')[2].partition('id="uforankret"')[0]
    unanchored = page.partition('id="uforankret"')[2].partition('id="regler"')[0]
    rest = page.partition('id="nye"')[2].partition('id="forfalt"')[0] + page.partition('id="regler"')[2]
    assert 'href="plan/vann.html"' in overdue
    assert 'href="regel/PL301.html"' in overdue
    assert 'href="plan/naering.html"' in unanchored
    assert 'href="plan/vann.html"' not in unanchored
    assert "Slik retter du" in rest
    assert "plans/planer/vann.yaml:5" in rest
    assert re.search(r"Kontrollen har \d+ nye funn: \d feil", words(page))
    rule = drawn["helse/PL301.html"]
    assert 'href="../plan/vann.html"' in rule
    assert 'href="../regel/PL301.html"' in rule
    assert "data-pagefind-body" not in rule


def test_known_findings_stand_with_reason_and_last_day(root: Path) -> None:
    """Known ones are grouped by rule and reason, are no longer new, and still count as overdue."""
    accept(root, "PL301", "--until", "2025-12-31")
    accept(root, "PL201")
    drawn = pages(root)
    text = words(drawn["helse.html"])
    assert "PL301 utløpt-plan Venter på sak 31.12.2025 1" in text
    assert "PL201 uforankret-plan Venter på sak uten sluttdato 1" in text
    assert "2 funn er kjente avvik" in text
    assert "kjent avvik" in text.partition("Planer over fristen")[2].partition("Uten forankring")[0]
    assert "Dette gjelder til og med 31.12.2025." in words(drawn["helse/PL301.html"])


def test_suppressed_findings_stand_with_their_reason(root: Path) -> None:
    """A suppression in a file is told of with its reason and last day."""
    comment = "periode: # planlint: unntak[PL301] grunn Sak kommer til 2024-12-31"
    write(root, "planer/vann.yaml", EXPIRED.replace("periode: {", f"{comment}\n  {{"))
    text = words(pages(root)["helse.html"])
    assert "1 funn er unntatt i filen det gjelder" in text
    assert "PL301 utløpt-plan : Sak kommer (til og med 31.12.2024)" in text


def test_many_new_findings_are_told_rule_by_rule(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that would be too long points to the rules' own pages instead."""
    monkeypatch.setattr(helse, "_MOST", 1)
    assert "De står samlet under hver regel" in words(pages(root)["helse.html"])


def test_the_trend_looks_back_on_the_same_files(root: Path) -> None:
    """An expired plan counts from the day after its period, and the parts add up."""
    site = nettsted(root)
    front = next(iter(helse.pages(site)))
    trend = front.innhold["trend"]
    assert [point.dag for point in trend] == ["1.1.2020", "1.1.2021", "1.1.2022", "1.1.2023", "1.1.2024", "15.6.2024"]
    assert trend[2].fordelt[1] < trend[4].fordelt[1]
    assert all(sum(point.fordelt) == point.antall for point in trend)
    assert [point.dag for point in next(iter(helse.pages(nettsted(root, day=date(2024, 1, 1))))).innhold["trend"]][
        -2:
    ] == ["1.1.2023", "1.1.2024"]


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_every_rule_has_a_page(root: Path, lang: str) -> None:
    """The list links to all; each page has requirement, reason, and examples with what the check says."""
    drawn = pages(root, lang)
    assert set(re.findall(r'href="regel/(PL\d{3})\.html"', drawn["regler.html"])) == set(RULES)
    assert {path[6:-5] for path in drawn if path.startswith("regel/")} == set(RULES)
    page = drawn["regel/PL301.html"]
    assert html.escape(language(lang).gettext(RULES["PL301"].krav), quote=False) in html.unescape(page)
    assert page.count("<pre>") >= 3
    assert 'href="../helse/PL301.html"' in page
    assert "lovdata.no" in drawn["regel/PL601.html"]


def test_a_rule_that_is_off_says_so(tmp_path: Path) -> None:
    """The municipality's own setting is what the pages show."""
    declared = fjordvik(tmp_path) / "plans/plansystem.yaml"
    declared.write_text(
        declared.read_text(encoding="utf-8") + "\nregler: {PL303: av, PL304: {alvor: feil}}\n", encoding="utf-8"
    )
    drawn = pages(tmp_path)
    assert "Regelen er slått av" in drawn["regel/PL303.html"]
    assert "slått av" in drawn["regler.html"]
    assert "Alvor feil" in words(drawn["regel/PL304.html"])


def test_every_status_is_explained() -> None:
    """No status without words for what it means."""
    assert list(MEANING) == list(STATUS)


def test_what_nobody_has_looked_at(tmp_path: Path) -> None:
    """A list by kind with its count and a link to each; none where all is fresh, no promise where files are lost."""
    root = fjordvik(tmp_path)
    fresh = "Lista er tom fordi registeret er ajourført 1.5.2024, for mindre enn ett år siden."
    assert fresh in words(pages(root)["om.html"])
    later = {page.sti: page for page in about_pages(nettsted(root, day=date(2026, 11, 29)))}["om.html"].innhold
    assert [(group.navn, group.sett, [link.sti for link in group.rader]) for group in later["usett"]] == [
        ("2 planer", "registeret er ajourført 1.5.2024", ["plan/arealdel-2021.html", "plan/samfunnsdel-2020.html"]),
        ("1 tiltak", "registeret er ajourført 1.5.2024", ["tiltak.html#aapne-moeteplasser"]),
    ]
    write(root, "planer/rot.yaml", "tittel: [\n")
    assert fresh not in words(pages(root)["om.html"])
    assert "noen av filene kan ikke leses" in words(pages(root)["om.html"])


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("post@fjordvik.no", 'href="mailto:post@fjordvik.no"'),
        ("https://fjordvik.no/spør", 'href="https://fjordvik.no/spør"'),
        ("Plankontoret, telefon 12 34 56 78", "Plankontoret, telefon 12 34 56 78"),
        ("javascript:alert(1)@x", "Spør her: javascript:alert(1)@x"),
    ],
)
def test_whom_to_ask(tmp_path: Path, contact: str, link: str) -> None:
    """An address becomes a link, anything else is text; where nothing is declared, a sentence."""
    declared = fjordvik(tmp_path) / "plans/plansystem.yaml"
    assert "Ingen kontaktadresse er ført opp." in words(pages(tmp_path)["om.html"])
    before = declared.read_text(encoding="utf-8")
    declared.write_text(f"{before}\nnettsted: {{kontakt: {json.dumps(contact)}}}\n", encoding="utf-8")
    drawn = pages(tmp_path)
    for path in ("om.html", "endre.html", "tilgjengelighet.html"):
        assert link in drawn[path] or link in words(drawn[path])
        assert 'href="javascript' not in drawn[path]


def example(root: Path) -> ChangeExample:
    """Give the example that the site of a plan system shows."""
    return change_example(nettsted(root))


def test_how_to_change_a_plan_is_true(tmp_path: Path) -> None:
    """The example is accepted, the faulty one gets the answer the page shows, and each common change is valid."""
    shown = example(fjordvik(tmp_path))
    before = PLAN[PLAN.index("hendelser:") : PLAN.index("ansvarlig:")]
    write(tmp_path, "planer/klima.yaml", PLAN.replace(before, shown.feil))
    assert run("check", "--date", str(DAY), cwd=tmp_path).stdout.startswith(shown.svar)
    for common in shown.vanlige:
        line = common.linjer
        text = PLAN.replace(before, shown.etter + (f"  {line}\n" if line.startswith("-") else ""))
        text = text if line.startswith("-") else re.sub(rf"(?m)^{line.split(':')[0]}: .*\n", "", text) + line + "\n"
        write(tmp_path, "planer/klima.yaml", text)
        done = run("check", "--date", str(DAY), "--select", "PL0,PL1", cwd=tmp_path)
        assert done.returncode == 0, done.stdout


def test_the_example_is_of_the_municipality(tmp_path: Path) -> None:
    """Its sector, its body and the day are those of the plan system and the page, not of another municipality."""
    shown, declared = example(fjordvik(tmp_path)), nettsted(tmp_path).register.plansystem
    sectors = {f"ansvarlig: {id_}" for id_ in declared.sektorer}
    assert shown.felt in sectors
    assert {common.linjer for common in shown.vanlige} & sectors
    assert "kommunestyret" in declared.organer
    assert "organ: kommunestyret" in shown.etter
    assert f"dato: {DAY}" in shown.etter


def test_the_change_page_has_no_steps_that_cannot_be_taken(tmp_path: Path) -> None:
    """Without a repository the form gives a file to hand over and nothing to send; with one there are all the steps."""
    declared = fjordvik(tmp_path) / "plans/plansystem.yaml"
    alone = words(pages(tmp_path)["endre.html"])
    steps = ("Foreslå endring", "Send forslaget", "Last ned forslaget", "Steg for steg")
    assert [word for word in steps if word in alone] == ["Foreslå endring", "Last ned forslaget", "Steg for steg"]
    assert "Logg inn" not in alone
    before = declared.read_text(encoding="utf-8")
    declared.write_text(f"{before}\nnettsted: {{repositorium: 'https://github.com/fjordvik/plan'}}\n", encoding="utf-8")
    drawn = pages(tmp_path)
    assert all(word in words(drawn["endre.html"]) for word in steps)
    assert 'href="https://github.com/fjordvik/plan"' in drawn["om.html"]


def test_the_search_page_reads_without_scripts(tmp_path: Path) -> None:
    """A labelled field, a sentence in noscript, and the lists; the script's texts are on the form."""
    page = pages(fjordvik(tmp_path))["sok.html"]
    assert '<label for="sokeord">' in page
    assert "<noscript>" in page
    assert all(f'href="{path}"' in page for path in ("planer.html", "maal.html", "tema.html"))
    assert re.search(r'<select id="valg-type" name="type"><option value="">Alle</option><option>Plan</option>', page)
    assert 'data-ingen="Ingen treff på «{ord}».' in page
    assert 'aria-live="polite"' in page


def test_hostile_text_is_harmless(root: Path) -> None:
    """A title and a reason with markup and templates are text wherever findings are shown."""
    write(
        root, "planer/vann.yaml", EXPIRED.replace("Vannstrategi for Fjordvik", json.dumps(HOSTILE, ensure_ascii=False))
    )
    done = run("avvik", "add", "--select", "PL301", "--reason", HOSTILE, "--date", str(DAY), cwd=root)
    assert done.returncode == 0, done.stderr
    drawn = pages(root)
    for path in ("helse.html", "helse/PL301.html"):
        assert "<script>alert" not in drawn[path]
        assert HOSTILE in words(drawn[path].replace("&lt;", "‹").replace("&gt;", "›")).replace("‹", "<").replace(
            "›", ">"
        )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Boligsosial handlingsplan", {"bolig", "sosial", "bustad", "handling", "plan"}),
        ("Trafikksikkerhetsplan", {"trafikk", "sikkerhet", "trafikktryggleiksplan"}),
        ("Helsetjenestene", {"helse", "tjeneste", "teneste", "helseteneste"}),
        ("Bustadplan", {"bolig", "boligplan"}),
        ("Tenester for born", {"tjeneste", "barn"}),
        ("Tryggleik", {"sikkerhet", "trygghet"}),
    ],
)
def test_words_that_shall_be_found(text: str, found: set[str]) -> None:
    """Parts of compounds and the other written norm."""
    assert found <= set(search_words(text).split())


def test_words_are_not_guessed() -> None:
    """What is not made of known parts is left whole, nothing is repeated, and the order is fixed."""
    assert search_words("Planstrateg Kirkenes fornebulandet planen") == ""
    assert search_words("barnehageplan", "barnehageplan plan") == "barnehage"
    assert search_words("") == ""


def test_a_plan_page_has_the_words(root: Path) -> None:
    """They are in the page, out of sight, and marked for the index."""
    page = pages(root)["plan/vann.html"]
    assert re.search(r'data-pagefind-meta="soekeord">[^<]*\bvatn\b', page)


def test_what_the_sources_do_not_say_has_a_page_of_its_own(root: Path) -> None:
    """Gaps stand by what is missing, with their sources; an anchor that is missing counts as missing all the same."""
    plansystem = (root / "plans/plansystem.yaml").read_text(encoding="utf-8")
    silent = "dato: 2022-10-01, oppgir_ikke: {plan: [ansvarlig, forankring]}"
    write(root, "plansystem.yaml", plansystem.replace("dato: 2021-10-01", silent))
    write(root, "planer/naering.yaml", UNANCHORED.replace("plandokument", "planoversikt-2021"))
    drawn = pages(root)
    said = words(drawn["hull.html"])
    assert "1 opplysning mangler her. Ifølge registeret oppgir ingen av kildene til filen den." in said
    assert "Næringsstrategi for Fjordvik Plan Planoversikten 2021 PL201" in said
    assert "Planoversikten 2021 (1.10.2022) Plan: ansvarlig sektor og forankring." in said
    assert "1 hull, som er en opplysning som kildene ifølge registeret ikke oppgir: forankring (1)." in words(
        drawn["helse.html"]
    )
    assert "Det som mangler, er regnet som manglende i tallene her." in words(drawn["dekning.html"])
    assert "Dette oppgir ikke kildene: forankring." in words(drawn["plan/naering.html"])
    assert "1 hull i kildene" in words(drawn["regel/PL201.html"])
    assert (
        "Næringsstrategi"
        in words(drawn["helse.html"]).rpartition("Uten dokumentert rød tråd")[2].partition("Nye funn")[0]
    )
    assert "1 planer i kraft uten dokumentert rød tråd" in words(drawn["index.html"])


def test_many_gaps_of_one_kind_stand_on_light_pages(root: Path) -> None:
    """What is missing most often is cut into pages: each gap stands once, and each page says how many are on it."""
    many = 240
    plansystem = (root / "plans/plansystem.yaml").read_text(encoding="utf-8")
    silent = "dato: 2022-10-01, oppgir_ikke: {plan: [ansvarlig, forankring]}"
    write(root, "plansystem.yaml", plansystem.replace("dato: 2021-10-01", silent))
    about = UNANCHORED.replace("plandokument", "planoversikt-2021")
    for at in range(many):
        write(root, f"planer/p-{at:03}.yaml", about.replace("tittel: ", f"tittel: Nummer {at:03} av mange planer, "))
    drawn = pages(root)
    found = {path: page for path, page in drawn.items() if path.startswith("hull/1")}
    shown = Counter(id_ for page in found.values() for id_ in re.findall(r'href="../plan/(p-\d+)\.html"', page))
    assert shown == Counter(f"p-{at:03}" for at in range(many))
    assert len(found) > 1
    for path, page in found.items():
        number = len(re.findall(r'href="../plan/p-', page))
        assert f"{number} opplysninger mangler her." in words(page)
        assert len(page.encode()) < 70_000, path
    assert f"(side 1 av {len(found)})" in words(found["hull/1.html"])
    assert f"({many})" in words(drawn["hull.html"])


def test_a_register_without_gaps_says_so(root: Path) -> None:
    """The page is there all the same."""
    assert "Det er ikke ført hva kildene ikke oppgir." in words(pages(root)["hull.html"])


def test_the_trend_counts_what_a_check_of_that_day_would_find(root: Path) -> None:
    """Each rule gives as many as when all that is to be told of its findings is made."""
    site = nettsted(root)
    settings, _ = read_settings(site.register.plansystem, REGLER)
    for year in (2024, 2026):
        register = site.register.at(date(year, 1, 1))
        told = Counter(item.code for item in diagnose(register, (), settings, register.broken))
        assert told
        assert count_findings(register, settings) == told


def test_one_severity_in_the_table_and_in_the_list() -> None:
    """Where a rule's findings are not equally serious, the table says how many there are of each, as the lists do."""
    root = Path(__file__).parents[2]
    site = nettsted(root, day=date(2026, 11, 30))
    rows = helse.all_rows(site)
    mixed = 0
    (page,) = helse.pages(site)
    for line in page.innhold["regler"]:
        told = Counter(row.funn.alvorsord for row in rows if row.funn.kode == line.kode)
        mixed += len(told) > 1
        assert line.alvor in told if len(told) == 1 else all(word[:5] in line.alvor for word in told), line
        assert len(told) == 1 or {int(number) for number in re.findall(r"\d+", line.alvor)} == set(told.values())
    assert mixed

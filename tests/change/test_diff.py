"""`planlint diff`: what a change does to the plan system, told in planners' words from two versions in git."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.gittools import commit, git
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.change.diff_model import Diff
from planlint.change.git import GitError
from planlint.change.revision import pair
from planlint.check.judged_change import judged
from planlint.model import KINDS, Model, Plansystem
from planlint.output.diff import diff_as_markdown, diff_as_text, markdown_section
from planlint.output.diff_json import diff_as_json
from planlint.output.diff_labels import LABELS
from planlint.text import language

NB = language("nb")
DAY = date.fromisoformat(DATE)
KLIMA = "planer/klima.yaml"
GOAL = "maal/trygg-oppvekst.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik in git since 2022, with a plan that is anchored in a goal."""
    write(fjordvik(tmp_path), KLIMA, PLAN)
    commit(tmp_path, "2022-03-01")
    return tmp_path


def edit(root: Path, path: str, *pairs: tuple[str, str]) -> None:
    """Change a file, each text for another."""
    file = root / "plans" / path
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def compared(root: Path, base: str = "HEAD", head: str = "") -> Diff:
    """Compare as the command does."""
    return judged(pair(root, base, head, DAY), DAY)


def told(root: Path, base: str = "HEAD", head: str = "") -> list[str]:
    """Give what a terminal shows, the first line left out."""
    return diff_as_text(compared(root, base, head), NB).splitlines()[1:]


def data(root: Path) -> dict[str, Any]:
    """Give the JSON."""
    found: dict[str, Any] = json.loads(diff_as_json(compared(root), NB, "."))
    return found


def after(rows: list[str], heading: str) -> list[str]:
    """Give the rows under a heading, without their indentation."""
    start = next(number for number, row in enumerate(rows) if row.strip() == heading)
    rest = rows[start + 1 :]
    return [row.strip() for row in rest[: rest.index("") if "" in rest else None]]


def test_nothing_is_changed(root: Path) -> None:
    """The same files are no change, in any format, and there is nothing to judge."""
    assert told(root) == ["Ingen endringer i plansystemet."]
    assert "Ingen endringer i plansystemet." in diff_as_markdown(compared(root), NB)
    assert markdown_section(compared(root), NB, 1000) == "Ingen endringer i plansystemet.\n"
    assert data(root)["changed"] is False
    assert data(root)["findings"] is None


def test_a_plan_is_adopted(root: Path) -> None:
    """Status, period, the decision with body and case, sector and revision: each in a line; then what follows."""
    begun = "{hva: oppstart, dato: 2022-02-16}\n  - {hva: vedtatt, dato: 2024-06, planlagt: true}"
    adopted = "{hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}"
    edit(root, KLIMA, ("status: vedtatt", "status: igangsatt"), (adopted, begun))
    commit(root, "2024-01-01")
    edit(
        root,
        KLIMA,
        ("status: igangsatt", "status: vedtatt"),
        ("dato: 2024-06, planlagt: true}", "dato: 2024-06-12, organ: kommunestyret, sak: 40/24}"),
        ("{fra: 2022, til: 2030}", "{fra: 2024, til: 2025-06-01, usikker: true}"),
        ("ansvarlig: miljoe", "ansvarlig: oppvekst\nrevisjon: {rulleres: hvert 4. år, neste: 2025}"),
    )  # fmt: skip
    rows = told(root)
    assert rows[0] == "Endret: 1 plan."
    assert after(rows, "Planer (1)") == [
        "~ Klimastrategi for Fjordvik (plan/klima)",
        "Status: Under arbeid → Vedtatt",
        "Periode: 2022–2030 → 2024–1.6.2025 (usikker)",
        "Vedtatt 12.6.2024 av kommunestyret, sak 40/24 (før: varslet juni 2024: vedtatt)",
        "Rulleres: hvert 4. år (ikke oppgitt før)",
        "Neste revisjon: 2025 (ikke oppgitt før)",
        "Ansvarlig: Miljø → Oppvekst",
    ]
    assert after(rows, "Står nå som i kraft (1)") == ["+ Klimastrategi for Fjordvik (plan/klima)"]
    assert after(rows, "Utløper innen ett år (1)") == ["! Klimastrategi for Fjordvik (plan/klima): 1.6.2025"]


def test_a_hovedmaal_is_removed(root: Path) -> None:
    """What hung under it says so; plans lose the thread when the goals above them go."""
    (root / "plans/maal/gode-liv.yaml").unlink()
    (root / "plans" / GOAL).unlink()
    rows = told(root)
    assert rows[0] == "Fjernet: 2 mål."
    assert after(rows, "Mål (2)")[:3] == [
        "- Barn og unge har en trygg oppvekst (maal/trygg-oppvekst): fjernet",
        "Type: delmål",
        "- Gode liv i Fjordvik (maal/gode-liv): fjernet",
    ]
    assert after(rows, "Mål som mister målet over seg (1)") == ["- Alle har kort vei til natur (maal/naer-natur)"]
    heading = "Planer som mister den røde tråden til samfunnsdelen (1)"
    assert after(rows, heading) == ["- Klimastrategi for Fjordvik (plan/klima)"]
    found = data(root)
    assert found["consequences"]["threadLost"] == [{"entity": "plan/klima", "title": "Klimastrategi for Fjordvik"}]
    assert "PL102" in {item["code"] for item in found["findings"]["new"]}
    git(root, "add", "-A")
    commit(root, "2024-02-01")
    git(root, "checkout", "-q", "HEAD~1", "--", "plans")
    assert after(told(root), "Planer som nå har rød tråd til samfunnsdelen (1)") == [
        "+ Klimastrategi for Fjordvik (plan/klima)"
    ]


def test_a_goal_that_is_gone_is_no_slip_of_the_pen(root: Path) -> None:
    """An id that was there before the change is not taken for a misspelling of one that is like it."""
    twin = (root / "plans" / GOAL).read_text(encoding="utf-8").replace("trygg", "tryggere")
    write(root, "maal/trygg-oppvekst2.yaml", twin)
    commit(root, "2024-01-01")
    (root / "plans" / GOAL).unlink()
    heading = "Planer som mister den røde tråden til samfunnsdelen (1)"
    assert after(told(root), heading) == ["- Klimastrategi for Fjordvik (plan/klima)"]


def test_a_file_is_renamed(root: Path) -> None:
    """A new id is one thing: who referred to it has not changed anchor, and no thread, goal or finding is lost."""
    old, new = root / "plans" / GOAL, root / "plans/maal/oppvekst.yaml"
    new.write_text(old.read_text(encoding="utf-8") + "tidligere_id: [trygg-oppvekst]\n", encoding="utf-8")
    old.unlink()
    edit(root, KLIMA, ("trygg-oppvekst", "oppvekst"))
    edit(root, "tiltak/aapne-moeteplasser.yaml", ("trygg-oppvekst", "oppvekst"))
    rows = told(root)
    assert rows[0].startswith("Nytt navn: 1 mål. Bare rettet til nye navn: 1 plan og 1 tiltak.")
    assert after(rows, "Mål (1)") == [
        "~ Barn og unge har en trygg oppvekst (maal/oppvekst)",
        "Nytt navn: trygg-oppvekst → oppvekst",
    ]
    nothing = (
        "  Endringen har ingen følger for den røde tråden (hvilke mål planene følger opp), "
        "lovkrav eller hva som gjelder."
    )
    assert nothing in [row[2:] for row in rows]
    assert "Ingen funn kommer til eller blir borte." in rows[-1]


def test_a_rename_is_known_by_its_content_too(root: Path) -> None:
    """The same content under another id is a rename, and the reader learns where to write the old one."""
    (root / "plans" / KLIMA).rename(root / "plans/planer/klimastrategi.yaml")
    assert after(told(root), "Planer (1)")[1:] == [
        "Nytt navn: klima → klimastrategi",
        "Innholdet er det samme, så dette er regnet som nytt navn. Skriv «klima» i «tidligere_id».",
    ]
    write(root, "planer/tvilling.yaml", PLAN)
    assert told(root)[0] == "Nye: 2 planer. Fjernet: 1 plan."


def test_a_rename_reaches_into_decisions(root: Path) -> None:
    """Ids that are keys, and ids under them, follow a rename as any other; two files may be renamed at once."""
    write(root, "planstrategier/ps.yaml", STRATEGI)
    write(root, "planer/a.yaml", PLAN.replace("Klimastrategi", "Plan A") + "tema: [a]\n")
    decided = "beslutninger: {ps: {valg: slås_sammen, inn_i: a}}\nerstatter: [a]\n"
    write(root, KLIMA, PLAN + decided)
    write(root, "indikatorer/i.yaml", INDIKATOR + "sitat: {trygg-oppvekst: Trygt}\n")
    commit(root, "2024-01-01")
    (root / "plans/planstrategier/ps.yaml").rename(root / "plans/planstrategier/ny-ps.yaml")
    (root / "plans/planer/a.yaml").rename(root / "plans/planer/b.yaml")
    (root / "plans" / GOAL).rename(root / "plans/maal/oppvekst.yaml")
    edit(root, KLIMA, ("{ps:", "{ny-ps:"), ("inn_i: a", "inn_i: b"), ("[a]", "[b]"), ("[trygg-", "["))
    edit(root, "indikatorer/i.yaml", ("trygg-", ""))
    edit(root, "tiltak/aapne-moeteplasser.yaml", ("trygg-", ""))
    head = "Nytt navn: 1 plan, 1 planstrategi og 1 mål. Bare rettet til nye navn: "
    assert told(root)[0] == f"{head}1 plan, 1 tiltak og 1 indikator."
    assert not compared(root).consequences


def test_findings_follow_a_rename(root: Path) -> None:
    """A finding that was there under the old id is neither new nor gone."""
    edit(root, KLIMA, ("forankring: [trygg-oppvekst]\n", ""))
    commit(root, "2024-01-01")
    file = root / "plans" / KLIMA
    (root / "plans/planer/nytt.yaml").write_text(file.read_text(encoding="utf-8") + "tidligere_id: [klima]\n")
    file.unlink()
    found = compared(root).findings
    assert found is not None
    assert not found


def test_only_a_comment_is_changed(root: Path) -> None:
    """Comments, order and quotes are form: the reader hears exactly that, and not even of no effects."""
    edit(root, KLIMA, ("tittel: Klimastrategi for Fjordvik", "# en kommentar\ntittel: 'Klimastrategi for Fjordvik'"))
    assert told(root) == [
        "Bare kommentarer eller skrivemåte er endret: 1 plan.",
        "",
        "Bare kommentarer eller skrivemåte er endret, innholdet er det samme (1)",
        "  ~ plans/planer/klima.yaml",
    ]
    (root / "plans/plansystem.yaml").write_bytes(b"# mer\n" + (root / "plans/plansystem.yaml").read_bytes())
    assert "1 plan og plans/plansystem.yaml" in told(root)[0]


def test_line_breaks_of_this_disk_are_no_change(root: Path) -> None:
    """Git on Windows gives files CRLF: on disk that is nobody's edit."""
    for file in (root / "plans").rglob("*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert not compared(root)


def test_a_file_is_only_moved(root: Path) -> None:
    """Another folder and the same id is a move, with from and to."""
    write(root, "planer/strategier/klima.yaml", PLAN)
    (root / "plans" / KLIMA).unlink()
    assert after(told(root), "Bare flyttet til en annen mappe (1)") == [
        "~ plans/planer/strategier/klima.yaml",
        "Flyttet: plans/planer/klima.yaml → plans/planer/strategier/klima.yaml",
    ]


def test_a_goal_is_reworded_and_moved(root: Path) -> None:
    """Old and new words stand side by side, and so do the goals above."""
    edit(root, GOAL, ("trygg oppvekst", "god oppvekst"), ("overordnet: gode-liv", "overordnet: naer-natur"))
    assert after(told(root), "Mål (1)") == [
        "~ Barn og unge har en god oppvekst (maal/trygg-oppvekst)",
        "Ordlyd: «Barn og unge har en trygg oppvekst» → «Barn og unge har en god oppvekst»",
        "Overordnet mål: «Gode liv i Fjordvik» (gode-liv) → «Alle har kort vei til natur» (naer-natur)",
    ]


STRATEGI = "tittel: Planstrategi 2023–2027\nvalgperiode: 2023-2027\nkapasitet: {miljoe: 2}\n"
INDIKATOR = (
    "tittel: Trivsel\nenhet: prosent\nmål: [trygg-oppvekst]\nverdier: {2022: 70}\nmåltall: {2025: {minst: 80}}\n"
)
OPPVEKST = "«Barn og unge har en trygg oppvekst» (trygg-oppvekst)"
AREALDEL = "«Kommuneplanens arealdel 2021–2032» (arealdel-2021)"
NATUR = "«Alle har kort vei til natur» (naer-natur)"
PS = "«Planstrategi 2023–2027» (ps)"
MORE = [
    (
        KLIMA,
        "[trygg-oppvekst]",
        "[{mål: trygg-oppvekst, bekreftet: 2024-01-02}]",
        f"Forankring {OPPVEKST}, bekreftet: 2.1.2024 (ikke oppgitt før)",
    ),
    (KLIMA, "[trygg-oppvekst]", "[naer-natur, {plan: arealdel-2021}]", f"Forankring lagt til: {NATUR} og {AREALDEL}"),
    (KLIMA, "[trygg-oppvekst]", "[naer-natur]", f"Forankring tatt bort: {OPPVEKST}"),
    (
        KLIMA,
        "sak: 7/22",
        "sak: 8/22",
        "Vedtatt 16.2.2022 av kommunestyret, sak 8/22 (før: vedtatt 16.2.2022 av kommunestyret, sak 7/22)",
    ),
    (
        KLIMA,
        "sak: 7/22}",
        "sak: 7/22}\n  - {hva: forlenget, dato: 2024-03-01, til: 2034, usikker: true}",
        "Forlenget 1.3.2024, til 2034, usikker",
    ),
    (
        KLIMA,
        "  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n",
        "  - {hva: oppstart, dato: 2022-02-16}\n",
        "Tatt bort: vedtatt 16.2.2022 av kommunestyret, sak 7/22",
    ),
    (KLIMA, "{fra: 2022, til: 2030}", "{til: 2030}", "Periode: 2022–2030 → til 2030"),
    (KLIMA, "{fra: 2022, til: 2030}", "{fra: 2022}", "Periode: 2022–2030 → fra 2022"),
    (KLIMA, "ansvarlig: miljoe\n", "", "Ansvarlig: tatt bort (var Miljø)"),
    (KLIMA, "kutte utslipp", "kutte mer", "Sammendrag: skrevet om"),
    (KLIMA, "type: strategi", "type: temaplan", "Type: strategi → temaplan"),
    (
        KLIMA,
        "[{kilde: plandokument}]",
        "[{kilde: plandokument, sted: side 1}]",
        "Kilde: Plandokumentet → Plandokumentet, side 1",
    ),
    (KLIMA, "[{kilde: plandokument}]", "[{kilde: plandokument}]\nlovpålagt: true", "Lovpålagt: ja (ikke oppgitt før)"),
    (
        KLIMA,
        "[{kilde: plandokument}]",
        '[{kilde: plandokument}]\nlenker: [{tittel: Sak, url: "https://a.no"}]',
        "Lenke lagt til: «Sak» (https://a.no)",
    ),
    (
        KLIMA,
        "[{kilde: plandokument}]",
        "[{kilde: plandokument}]\ntema: [klima, natur]",
        "Tema lagt til: klima og natur",
    ),
    (
        KLIMA,
        "[{kilde: plandokument}]",
        "[{kilde: plandokument}]\narbeid: {oppstart: 2024-K3, ferdig: 2025}",
        "Arbeidet begynner: 3. kvartal 2024 (ikke oppgitt før)",
    ),
    (
        KLIMA,
        "[{kilde: plandokument}]",
        (
            "[{kilde: plandokument}]\nbeslutninger: {ps: {valg: slås_sammen, inn_i: arealdel-2021, oppstart: 2024, "
            "ferdig: 2025, ansvarlig: oppvekst}}"
        ),
        f"Beslutning {PS} lagt til: slås sammen, oppstart i 2024, ferdig i 2025, {AREALDEL}, Oppvekst",
    ),
    ("planer/samfunnsdel-2020.yaml", "valg: ny,", "valg: revideres,", f"Beslutning {PS}, valg: Ny plan → Revideres"),
    (
        "planer/samfunnsdel-2020.yaml",
        "ferdig: 2026",
        "oppstart: 2026",
        f"Beslutning {PS}, ferdig: tatt bort (var 2026)",
    ),
    (
        "planer/samfunnsdel-2020.yaml",
        "ferdig: 2026",
        "ferdig: 2026, prioritet: høy",
        f"Beslutning {PS}, prioritet: høy (ikke oppgitt før)",
    ),
    (
        "planer/samfunnsdel-2020.yaml",
        "ferdig: 2026",
        "ferdig: 2026, årsverk: {2025: 0.5}",
        f"Beslutning {PS}, årsverk 2025 lagt til: 0,5",
    ),
    (
        "planer/samfunnsdel-2020.yaml",
        "ferdig: 2026",
        "ferdig: 2026, venter_på: [arealdel-2021]",
        f"Beslutning {PS}, venter på lagt til: {AREALDEL}",
    ),
    (
        "planer/samfunnsdel-2020.yaml",
        "ferdig: 2026",
        "ferdig: 2026, deretter: [{valg: oppheves, vilkår: når ny plan er vedtatt}]",
        f"Beslutning {PS}, deretter lagt til: oppheves, når ny plan er vedtatt",
    ),
    (
        "planer/samfunnsdel-2020.yaml",
        "ferdig: 2026",
        "ferdig: 2026, bestilt: {sak: 1/24}",
        f"Beslutning {PS}, bestilt i sak: 1/24 (ikke oppgitt før)",
    ),
    (
        "planer/samfunnsdel-2020.yaml",
        "ferdig: 2026",
        "ferdig: 2026, begrunnelse: Ja",
        f"Beslutning {PS}, begrunnelse: lagt til",
    ),
    (
        KLIMA,
        "[{kilde: plandokument}]",
        "[{kilde: plandokument}]\nbeslutninger: {ps: {valg: utsettes, deretter: [{valg: utgår, ferdig: 2026}]}}",
        f"Beslutning {PS} lagt til: utsettes; deretter utgår, ferdig i 2026",
    ),
    (
        "planstrategier/ps.yaml",
        "{miljoe: 2}",
        "{miljoe: {2025: 2, 2026: 1.5}}",
        "Kapasitet Miljø: 2 → 2025: 2; 2026: 1,5",
    ),
    ("planstrategier/ps.yaml", "kapasitet", "årsverk: {2025: 8.5}\nkapasitet", "Årsverk 2025 lagt til: 8,5"),
    (
        "planstrategier/ps.yaml",
        "kapasitet",
        "oppgaver: [{tittel: Utbyggingsavtaler, ferdig: 2026}]\nkapasitet",
        "Annet planarbeid lagt til: «Utbyggingsavtaler», ferdig i 2026",
    ),
    ("planer/samfunnsdel-2020.yaml", "tema: [a, b]", "tema: [b, a]", "Tema: rekkefølgen er endret"),
    ("planer/samfunnsdel-2020.yaml", "revisjon: {neste: 2028}\n", "", "Neste revisjon: tatt bort (var 2028)"),
    ("tiltak/aapne-moeteplasser.yaml", "status: pågår", "status: gjennomført", "Status: Pågår → Gjennomført"),
    (
        "tiltak/aapne-moeteplasser.yaml",
        "frist: 2026",
        "frist: 2026\neffekt: {verdi: -1.5, enhet: tonn, til: 2030}",
        "Effekt: -1,5 tonn, 2030 (ikke oppgitt før)",
    ),
    (
        "tiltak/aapne-moeteplasser.yaml",
        "frist: 2026",
        "frist: 2026\ndriftsramme: {2026: 500000}",
        "Driftsramme 2026 lagt til: 500\N{NO-BREAK SPACE}000",
    ),
    (
        "tiltak/aapne-moeteplasser.yaml",
        "frist: 2026",
        "frist: 2026\ntotalramme: 1000000",
        "Totalramme: 1\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000 (ikke oppgitt før)",
    ),
    ("indikatorer/trivsel.yaml", "{2022: 70}", "{2022: 71.5, 2023: 72}", "Verdi 2022: 70 → 71,5"),
    ("indikatorer/trivsel.yaml", "{2022: 70}", "{2022: 70, 2023: 72}", "Verdi 2023 lagt til: 72"),
    (
        "indikatorer/trivsel.yaml",
        "{minst: 80}",
        "{over: 80, under: 90}",
        "Måltall 2025: minst 80 → over 80 og under 90",
    ),
    ("planstrategier/ps.yaml", "{miljoe: 2}", "{oppvekst: 2}", "Kapasitet Oppvekst lagt til: 2"),
    (
        "planstrategier/ps.yaml",
        "valgperiode: 2023-2027",
        "valgperiode: 2019-2023",
        "Valgperiode: 2023-2027 → 2019-2023",
    ),
]


@pytest.mark.parametrize(("path", "old", "new", "line"), MORE, ids=[row[3][:40] for row in MORE])
def test_every_change_is_told_plainly(root: Path, path: str, old: str, new: str, line: str) -> None:
    """Each field of each kind has a name and its values the reader's words."""
    write(root, "planstrategier/ps.yaml", STRATEGI)
    write(root, "indikatorer/trivsel.yaml", INDIKATOR)
    own = "beslutninger: {ps: {valg: ny, ferdig: 2026}}\ntema: [a, b]\nrevisjon"
    edit(root, "planer/samfunnsdel-2020.yaml", ("revisjon", own))
    commit(root, "2024-01-01")
    edit(root, path, (old, new))
    assert line in [row.strip() for row in told(root)]


def _fields(model: type[Model], seen: set[type[Model]]) -> set[str]:
    """Give the YAML keys of a model and of those in it."""
    import typing  # noqa: PLC0415 - only here

    seen.add(model)
    found = set()

    def models(annotation: Any) -> None:
        if isinstance(annotation, type) and issubclass(annotation, Model):
            if annotation not in seen:
                found.update(_fields(annotation, seen))
        else:
            for part in typing.get_args(annotation):
                models(part)

    for name, info in model.model_fields.items():
        found.add(info.alias or name)
        models(info.annotation)
    return found


def test_every_field_has_a_name() -> None:
    """A new field in a model needs a label before it can be told of."""
    inside = {"hva", "organ", "sak", "fra", "til", "planlagt", "sted", "oppgir", "verdi", "minst", "høyst", "over"}
    whole = {"arbeid", "revisjon", "kommune", "nettsted"}
    known = {part for key in LABELS for part in (key, key.rpartition(".")[2])}
    models: list[type[Model]] = [*KINDS.values(), Plansystem]
    keys = {key for model in models for key in _fields(model, set())}
    assert keys - known - inside - whole == set()


def test_plansystem_yaml(root: Path) -> None:
    """A rule turned off or made milder comes first, with what it demands; the rest is told by name."""
    rules = "{PL301: av, PL201: info, PL204: feil, PL303: {valg: {dager: 90}}}"
    edit(
        root,
        "plansystem.yaml",
        ("sektorer:", f"regler: {rules}\nsektorer:\n  kultur: {{navn: Kultur}}"),
        ("  oppvekst: {navn: Oppvekst}", "  oppvekst: {navn: Oppvekst og skole}"),
        ("lengste_periode: 12", "lengste_periode: 16"),
        ("krav: {vedtatt: [sammendrag]}", "krav: {vedtatt: [ansvarlig]}"),
        ("under: [hovedmål], skal_følges_opp: true", "under: [hovedmål]"),
        ("  hovedutvalget: {navn: hovedutvalget}\n", ""),
        ("[kommunestyret, hovedutvalget]", "[kommunestyret]"),
    )  # fmt: skip
    rows = told(root)
    assert after(rows, "Mildere krav, kjente avvik og unntak (5)") == [
        "! Regel PL201: feil → opplysning",
        (
            "Kravet gjelder fortsatt, men teller mindre: "
            "En plan av en type som skal forankres, viser til minst ett mål eller én plan over seg."
        ),
        "! Regel PL301: feil → slått av",
        (
            "Kreves ikke lenger: Når planperioden er over, viser registeret hva som skal skje med planen: en "
            "forlengelse, en beslutning i gjeldende planstrategi, en revisjon som er i gang, eller at planen er "
            "gått ut. Det gjelder også en plan som ikke er vist å være vedtatt."
        ),
        "! Plantype temaplan: Lengste periode: 12 år → 16 år",
        "! Plantype temaplan: Krav (Vedtatt) tatt bort: sammendrag",
        "! Måltype delmål: Skal følges opp: ja → nei",
    ]
    rest = after(rows, "Oppsettet (6)")
    assert "~ Plantype temaplan: Krav (Vedtatt) lagt til: ansvarlig" in rest
    assert "~ Plantype handlingsplan: Vedtas av tatt bort: hovedutvalget" in rest
    assert "~ Sektor Oppvekst og skole (oppvekst): Navn: Oppvekst → Oppvekst og skole" in rest
    assert "~ Sektor Kultur (kultur): ny" in rest
    assert "~ Organ hovedutvalget: tatt bort" in rest
    declared = data(root)["declared"]
    assert {"code": "PL301", "old": "feil", "new": "av", "milder": True} in declared["rules"]


def test_a_source_newly_declared_silent_demands_less(root: Path) -> None:
    """What is no longer asked for stands first; what was found is no longer there, and is not told as mended."""
    overview = "  planoversikt-2021: {tittel: Planoversikten 2021, dato: 2021-10-01"
    edit(root, KLIMA, ("ansvarlig: miljoe\n", ""), ("2022-02-16", "2021-02-17"), ("plandokument", "planoversikt-2021"))
    commit(root, "2024-01-01")
    edit(root, "plansystem.yaml", (overview, f"{overview}, oppgir_ikke: {{plan: [ansvarlig, organ]}}"))
    rows = told(root)
    assert after(rows, "Mildere krav, kjente avvik og unntak (2)") == [
        "! Kilde Planoversikten 2021 (planoversikt-2021): Oppgir ikke om planer lagt til: ansvarlig",
        "! Kilde Planoversikten 2021 (planoversikt-2021): Oppgir ikke om planer lagt til: organ",
    ]
    assert "1 opplysning er nå et hull: kildene oppgir den ikke." in "\n".join(rows)
    assert data(root)["findings"] == {"new": [], "gone": [], "covered": 0, "idle": 0, "mended": 0, "gaps": 1}
    commit(root, "2024-01-02")
    edit(
        root,
        "plansystem.yaml",
        ("dato: 2021-10-01, opp", "dato: 2023-10-01, opp"),
        ("[ansvarlig, organ]", "[ansvarlig]"),
    )
    rows = told(root)
    assert after(rows, "Mildere krav, kjente avvik og unntak (1)") == [
        "! Kilde Planoversikten 2021 (planoversikt-2021): Dagen som hullene rekker til: 1.10.2021 → 1.10.2023"
    ]
    assert after(rows, "Oppsettet (1)") == [
        "~ Kilde Planoversikten 2021 (planoversikt-2021): Oppgir ikke om planer tatt bort: organ"
    ]
    commit(root, "2024-01-03")
    edit(root, "plansystem.yaml", ("kilder:\n", "kilder:\n  ny: {tittel: Ny kilde, dato: 2024, oppgir_ikke: [sak]}\n"))
    rows = told(root)
    assert after(rows, "Mildere krav, kjente avvik og unntak (1)") == [
        "! Kilde Ny kilde (ny): Oppgir ikke lagt til: sak"
    ]
    assert after(rows, "Oppsettet (1)") == ["~ Kilde Ny kilde (ny): ny"]


def test_known_findings_and_suppressions(root: Path) -> None:
    """What is accepted anew is counted per rule with its reason; a comment that suppresses is more than a comment."""
    known = "per: 2024-05-01\navvik:\n  - {regel: PL801, grunn: Kilden er ute, gjelder: {plan/a: [%s], plan/b: [%s]}}\n"
    write(root, "avvik.yaml", known % ('"aaaaaaaaaaaa"', '"bbbbbbbbbbbb"'))
    commit(root, "2024-01-01")
    write(root, "avvik.yaml", known % ('"cccccccccccc", "dddddddddddd"', '"bbbbbbbbbbbb"'))
    edit(root, KLIMA, ("ansvarlig:", "# planlint: unntak[PL408] Venter på ny sektor til 2024-12-31\nansvarlig:"))
    rows = after(told(root), "Mildere krav, kjente avvik og unntak (2)")
    assert rows == [
        "! Kjente avvik fra PL801 uten-kilde: 2 nye og 1 tatt bort",
        "Kilden er ute",
        "! Nytt unntak fra PL408 uten-ansvarlig i plans/planer/klima.yaml, til og med 31.12.2024",
        "Venter på ny sektor",
    ]
    commit(root, "2024-01-02")
    edit(root, KLIMA, ("# planlint: unntak[PL408] Venter på ny sektor til 2024-12-31\n", ""))
    write(root, "avvik.yaml", (known % ('"cccccccccccc"', '"bbbbbbbbbbbb"')))
    rows = after(told(root), "Kjente avvik og unntak (2)")
    assert rows[0] == "~ Kjente avvik fra PL801 uten-kilde: 1 tatt bort"
    gone = "- Unntaket fra PL408 uten-ansvarlig i plans/planer/klima.yaml er tatt bort"
    assert rows[1] == f"{gone}; siste dag var satt til 31.12.2024"
    commit(root, "2024-01-03")
    edit(root, "avvik.yaml", ("grunn: Kilden er ute", "grunn: Kilden er borte"))
    assert after(told(root), "Kjente avvik (1)") == [
        "~ Kjente avvik fra PL801 uten-kilde: grunn eller siste dag er endret"
    ]


def test_a_file_that_cannot_be_read_ends_no_plan(root: Path) -> None:
    """A slip of the pen is told as that; what the file said before counts until it can be read."""
    edit(root, KLIMA, ("tittel: Klima", "tittel: [Klima"))
    edit(root, GOAL, ("type: delmål", "type: 12"))
    rows = told(root)
    assert "! Klimastrategi for Fjordvik (plan/klima): kan ikke leses etter endringen" in after(rows, "Planer (1)")
    goal = "! Barn og unge har en trygg oppvekst (maal/trygg-oppvekst)"
    assert after(rows, "Mål (1)") == [f"{goal}: kan ikke leses etter endringen"]
    assert compared(root).consequences is not None
    assert not compared(root).consequences
    commit(root, "2024-01-01")
    git(root, "checkout", "-q", "HEAD~1", "--", "plans")
    rows = told(root)
    plan = "+ Klimastrategi for Fjordvik (plan/klima)"
    assert f"{plan}: kunne ikke leses før, og kan leses nå" in after(rows, "Planer (1)")
    assert not compared(root).consequences


def test_a_field_that_cannot_be_read(root: Path) -> None:
    """One bad value is told as that, and its plan is not called out of force."""
    edit(root, KLIMA, ("status: vedtatt", "status: vedtatt2"))
    assert after(told(root), "Planer (1)")[1:] == ["Status: kan ikke leses"]
    assert not compared(root).consequences
    commit(root, "2024-01-01")
    edit(root, KLIMA, ("status: vedtatt2", "status: vedtatt"))
    assert after(told(root), "Planer (1)")[1:] == ["Status: kunne ikke leses før"]
    assert not compared(root).consequences


def test_files_that_hold_no_entity(root: Path) -> None:
    """A file in no known folder is told by path; one whose id another has by its title, if it can be read."""
    write(root, "annet/x.yaml", "tittel: x\n")
    write(root, "planer/z/klima.yaml", PLAN)
    rows = told(root)
    assert after(rows, "Andre filer (1)") == ["+ plans/annet/x.yaml: ny"]
    twin = "! Klimastrategi for Fjordvik (plan/klima): ikke lest, for en annen fil har samme filnavn"
    assert after(rows, "Planer (1)")[0] == twin
    commit(root, "2024-01-01")
    (root / "plans/annet/x.yaml").unlink()
    write(root, "planer/z/klima.yaml", "tittel: [")
    assert "- plans/annet/x.yaml: fjernet" in after(told(root), "Andre filer (2)")


def test_a_plansystem_that_cannot_be_used(root: Path) -> None:
    """Without plansystem.yaml nothing is judged, and the reader is told why; the files are compared all the same."""
    write(root, "plansystem.yaml", "kommune: [")
    edit(root, KLIMA, ("status: vedtatt", "status: utgått"))
    rows = told(root)
    assert "Hva endringen fører til, er ikke kjent før plans/plansystem.yaml kan brukes." in rows
    assert "! plans/plansystem.yaml: kan ikke leses etter endringen" in after(rows, "Andre filer (1)")
    found = data(root)
    assert found["consequences"] is None
    assert found["findings"] is None
    assert found["unjudged"] == ["plans/plansystem.yaml"]


def test_a_slip_in_the_declaration_changes_nothing_else(root: Path) -> None:
    """A field of plansystem.yaml that cannot be read is as it was; where all of it is lost, nothing is made up."""
    edit(root, "plansystem.yaml", ("språk: nb", "språk: 1"))
    found = compared(root)
    assert found.consequences is not None
    assert not found.consequences
    write(root, "plansystem.yaml", "[")
    write(root, KLIMA, "[")
    lost = compared(root)
    assert (lost.consequences, lost.unjudged) == (None, ("plans/plansystem.yaml",))


def test_a_plansystem_that_is_new(tmp_path: Path) -> None:
    """The change that brings the plan system has nothing to be compared with, and is not refused."""
    write(tmp_path, "../les.txt", "x")
    commit(tmp_path, "2022-01-01")
    fjordvik(tmp_path)
    rows = told(tmp_path)
    assert rows[0] == "Nye: 2 planer, 3 mål, 1 tiltak og plans/plansystem.yaml."
    assert rows[1] == "Plansystemet er nytt, så det er ingenting å sammenligne følger og funn med."


def test_what_ends_and_why(root: Path) -> None:
    """Repealed, replaced, removed, period over: each plan that is in force no longer says which."""
    for name in ("a", "b", "c"):
        write(root, f"planer/{name}.yaml", PLAN.replace("Klimastrategi", f"Plan {name.upper()}"))
    commit(root, "2024-01-01")
    edit(root, "planer/a.yaml", ("status: vedtatt", "status: opphevet"))
    edit(root, "planer/b.yaml", ("til: 2030", "til: 2023"))
    (root / "plans/planer/c.yaml").unlink()
    edit(root, KLIMA, ("status: vedtatt", "status: erstattet"))
    new = PLAN.replace("Klimastrategi", "Ny strategi").replace("2022-02-16", "2024-05-15") + "erstatter: [klima]\n"
    write(root, "planer/ny.yaml", new)
    assert after(told(root), "Står ikke lenger som i kraft (4)") == [
        "- Klimastrategi for Fjordvik (plan/klima): erstattet av Ny strategi for Fjordvik (plan/ny)",
        "- Plan A for Fjordvik (plan/a): status er nå opphevet, men vedtaket er ikke registrert",
        "- Plan B for Fjordvik (plan/b): planperioden gikk ut ved utgangen av 2023",
        "- Plan C for Fjordvik (plan/c): filen er fjernet",
    ]
    ended = {item["entity"]: item for item in data(root)["consequences"]["outOfForce"]}
    assert ended["plan/b"]["date"] == "2023"
    assert ended["plan/klima"]["by"][0]["entity"] == "plan/ny"


def test_goals_that_nobody_follows_up(root: Path) -> None:
    """A goal that loses the last plan in force behind it is told, and told again when it gets one."""
    edit(root, KLIMA, ("[trygg-oppvekst]", "[naer-natur]"))
    edit(root, "planer/arealdel-2021.yaml", ("forankring: [naer-natur]\n", ""))
    commit(root, "2024-01-01")
    edit(root, KLIMA, ("status: vedtatt", "status: utgått"))
    goal = "Alle har kort vei til natur (maal/naer-natur)"
    assert after(told(root), "Mål som registeret ikke lenger viser oppfølging av (1)") == [f"- {goal}"]
    commit(root, "2024-01-02")
    git(root, "checkout", "-q", "HEAD~1", "--", "plans")
    assert after(told(root), "Mål som nå blir fulgt opp av noe som står som i kraft (1)") == [f"+ {goal}"]


def test_duties_in_the_law(root: Path) -> None:
    """A provision that is answered less well than before is told, with the plan that answered it; and the way back."""
    edit(root, KLIMA, ("kilder:", "hjemmel: [smittevernloven-7-1]\nkilder:"))
    commit(root, "2024-01-01")
    edit(root, KLIMA, ("til: 2030", "til: 2023"))
    assert after(told(root), "Lovkrav som er dårligere dekket (1)") == [
        "- smittevernloven § 7-1: Ja → Perioden er over",
        "Klimastrategi for Fjordvik (plan/klima)",
    ]
    law = data(root)["consequences"]["law"]
    assert [(one["id"], one["lost"]) for one in law] == [("smittevernloven-7-1", True)]
    commit(root, "2024-01-02")
    git(root, "checkout", "-q", "HEAD~1", "--", "plans")
    assert after(told(root), "Lovkrav som er bedre dekket (1)")[0] == "+ smittevernloven § 7-1: Perioden er over → Ja"


def test_findings_come_and_go(root: Path) -> None:
    """New findings and those that are gone, the rules that compare with the base among them."""
    edit(root, KLIMA, ("ansvarlig: miljoe\n", ""), ("forankring: [trygg-oppvekst]\n", ""))
    found = data(root)["findings"]
    assert "PL201" in {item["code"] for item in found["new"]}
    commit(root, "2024-01-01")
    git(root, "checkout", "-q", "HEAD~1", "--", "plans")
    assert "PL201" in {item["code"] for item in data(root)["findings"]["gone"]}
    git(root, "reset", "-q", "--hard", "HEAD~1")
    (root / "plans" / KLIMA).unlink()
    assert "PL912" in {item["code"] for item in data(root)["findings"]["new"]}


def test_known_findings_are_counted(root: Path) -> None:
    """A finding that avvik.yaml or a comment answers for is no new one, and an answer to nothing is counted."""
    edit(root, KLIMA, ("type:", "# planlint: unntak[PL201] Venter\ntype:"), ("forankring: [trygg-oppvekst]\n", ""))
    change = compared(root).findings
    assert change is not None
    assert (change.covered, change.new) == (1, ())
    assert "  1 nytt funn er et kjent avvik eller unntak." in [row[2:] for row in told(root)]
    commit(root, "2024-01-02")
    edit(root, KLIMA, ("kilder:", "forankring: [trygg-oppvekst]\nkilder:"))
    assert "  1 kjent avvik eller unntak faller bort." in [row[2:] for row in told(root)]


def test_compared_from_where_the_change_began(root: Path) -> None:
    """What has come to the base since is not the change's doing; a line says what was compared from."""
    start = git(root, "rev-parse", "HEAD")
    git(root, "checkout", "-q", "-b", "endring")
    edit(root, KLIMA, ("ansvarlig: miljoe", "ansvarlig: oppvekst"))
    commit(root, "2024-01-01")
    git(root, "checkout", "-q", "main")
    edit(root, GOAL, ("trygg oppvekst", "god oppvekst"))
    commit(root, "2024-01-02")
    rows = told(root, "main", "endring")
    where = f"Sammenlignet fra {start[:10]}, der endringen begynte, og ikke fra det nyeste i main."
    assert rows[:2] == [where, "Endret: 1 plan."]
    git(root, "checkout", "-q", "endring")
    assert told(root, "main")[:2] == [where, "Endret: 1 plan."]
    assert compared(root, "main").commit == start


def test_versions_without_a_common_history(root: Path) -> None:
    """They are compared as they are, and the reader is told."""
    git(root, "checkout", "-q", "--orphan", "annen")
    edit(root, KLIMA, ("ansvarlig: miljoe", "ansvarlig: oppvekst"))
    commit(root, "2024-01-01")
    assert told(root, "main", "annen")[0] == (
        "De to versjonene har ingen felles historie, så det er sammenlignet med main slik den er nå."
    )


def test_a_shallow_clone(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where too little of the history is here, one sentence says what to fetch; a guess would blame the innocent."""
    git(root, "checkout", "-q", "-b", "endring")
    edit(root, KLIMA, ("ansvarlig: miljoe", "ansvarlig: oppvekst"))
    commit(root, "2024-01-01")
    git(root, "checkout", "-q", "main")
    edit(root, GOAL, ("trygg oppvekst", "god oppvekst"))
    commit(root, "2024-01-02")
    clone = tmp_path_factory.mktemp("klon")
    git(clone, "clone", "-q", "--depth", "1", "--no-single-branch", f"file://{root}", ".")
    done = run("diff", "origin/main", "origin/endring", "--date", DATE, cwd=clone)
    assert done.returncode == 2
    assert "for lite av historien er hentet hit" in done.stderr
    assert "fetch-depth: 0" in done.stderr
    lone = tmp_path_factory.mktemp("en")
    git(lone, "clone", "-q", "--depth", "1", f"file://{root}", ".")
    done = run("diff", "origin/endring", "--date", DATE, cwd=lone)
    assert done.returncode == 2
    assert "git kjenner ingen versjon som heter origin/endring." in done.stderr
    assert "Bare en del av historien er hentet hit." in done.stderr


def test_a_merge_that_ci_made_is_enough(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A shallow clone of a merge, with the base it was made from, can be compared."""
    git(root, "checkout", "-q", "-b", "endring")
    edit(root, KLIMA, ("ansvarlig: miljoe", "ansvarlig: oppvekst"))
    commit(root, "2024-01-01")
    git(root, "checkout", "-q", "main")
    commit(root, "2024-01-02")
    git(root, "checkout", "-q", "-b", "flettet")
    git(root, "merge", "-q", "--no-ff", "-m", "flett", "endring", day="2024-01-03")
    clone = tmp_path_factory.mktemp("klon")
    git(clone, "clone", "-q", "--depth", "1", "--no-single-branch", f"file://{root}", ".")
    assert told(clone, "origin/main", "origin/flettet")[0] == "Endret: 1 plan."


def test_the_command_line(root: Path) -> None:
    """0 when it could compare, 2 with a sentence when not; what looks like an option is no revision."""
    edit(root, KLIMA, ("ansvarlig: miljoe\n", ""), ("forankring: [trygg-oppvekst]\n", ""))
    done = run("diff", "HEAD", "--date", DATE, cwd=root)
    assert done.returncode == 0
    assert done.stdout.startswith("Endringer i plansystemet fra HEAD til filene på disken, per 15.6.2024\n")
    for args, said in (
        (("finnes-ikke",), "git kjenner ingen versjon som heter finnes-ikke."),
        (("HEAD", "finnes-ikke"), "git kjenner ingen versjon som heter finnes-ikke."),
        (("--", "--output=x"), "er ikke navnet på en versjon"),
        (("HEAD", ""), "er ikke navnet på en versjon"),
        ((), "FRA"),
    ):
        done = run("diff", "--date", DATE, *args, cwd=root)
        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr
        assert "Traceback" not in done.stderr
    assert "\x1b[1m" in run("diff", "HEAD", "--date", DATE, "--color", "always", cwd=root).stdout
    assert run("diff", "HEAD", "--date", DATE, "--output", "markdown", cwd=root).stdout.startswith("# Endringer i ")
    assert json.loads(run("diff", "HEAD", "--date", DATE, "--output", "json", cwd=root).stdout)["schema"] == 1


def test_no_plan_system_at_the_head(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A version without plans/ as the newer one, and a folder without git, are told in a sentence."""
    git(root, "rm", "-q", "-r", "plans")
    commit(root, "2024-01-01")
    with pytest.raises(GitError, match="Det er ingen filer i plans/ i versjonen HEAD"):
        pair(root, "HEAD~1", "HEAD", DAY)
    done = run("diff", "HEAD", "--date", DATE, cwd=fjordvik(tmp_path_factory.mktemp("uten")))
    assert done.returncode == 2
    assert "git kjenner ikke mappen" in done.stderr


def test_the_same_bytes_whatever_is_shared(root: Path) -> None:
    """What is parsed once for both versions is what parsing it twice gives, faults and doubtful files included."""
    from planlint.change.revision import system_at  # noqa: PLC0415 - only here

    write(root, "planer/feil.yaml", PLAN.replace("status: vedtatt", "status: x"))
    write(root, "planer/Stor Bokstav.yaml", PLAN)
    write(root, "planer/y/klima.yaml", PLAN)
    write(root, "planer/ulest.yaml", "tittel: [")
    commit(root, "2024-01-01")
    edit(root, GOAL, ("trygg", "god"))
    before = pair(root, "HEAD", "", DAY).before
    alone = system_at(root, "HEAD", DAY)
    for name in ("opaque", "broken", "names", "findings", "entities"):
        assert getattr(before.loaded, name) == getattr(alone.loaded, name)
    assert [list(those) for those in before.loaded.entities.values()] == [
        list(those) for those in alone.loaded.entities.values()
    ]


HOSTILE = "##[add-mask]x ::error::x @alle #1 | <img onerror=x> [a](javascript:x) \\u001b[31m"


def test_hostile_text_does_nothing(root: Path) -> None:
    """Titles are shown and do nothing: no mention, reference, table cell, tag, link or terminal code."""
    plan = PLAN.replace("Klimastrategi for Fjordvik", f'"{HOSTILE}"')
    write(root, "planer/vond.yaml", plan)
    diff = compared(root)
    for text in (diff_as_markdown(diff, NB), markdown_section(diff, NB, 60_000)):
        assert "<img" not in text.replace("\\<img", "")
        assert "@alle" not in text
        assert "#1" not in text
        assert "##[" not in text
        assert "\x1b" not in text
    assert "\x1b" not in diff_as_text(diff, NB)
    assert "##[" not in diff_as_json(diff, NB, ".")


def test_a_long_section_is_cut_and_says_so(root: Path) -> None:
    """At most so many characters: lists are cut with counts, and the reader learns how to see the rest."""
    for number in range(300):
        write(root, f"planer/p{number}.yaml", PLAN.replace("for Fjordvik", f"nummer {number} {'x' * 400}"))
    diff = compared(root)
    for limit in (2_000_000, 20_000, 3_000, 500):
        text = markdown_section(diff, NB, limit)
        assert len(text) <= limit
        assert "Nye: 300 planer." in text
        assert ("Listene er kortet ned." in text) == (limit < 2_000_000)
    assert "### Planer (300)" in markdown_section(diff, NB, 20_000)
    assert "til" in markdown_section(diff, NB, 3_000)
    assert "Nye funn" not in markdown_section(diff, NB, 60_000)


def test_json_is_stable(root: Path) -> None:
    """The documented keys are always there, and the same change gives the same bytes."""
    edit(root, KLIMA, ("{fra: 2022, til: 2030}", "{fra: 2022, til: 2026}"))
    found = data(root)
    assert list(found) == [
        "schema", "planlint", "date", "root", "base", "head", "comparedFrom", "changed", "entries", "declared",
        "consequences", "findings", "unjudged", "unread",
    ]  # fmt: skip
    assert found["entries"][0]["details"] == [
        {
            "change": "changed",
            "path": ["periode"],
            "old": {"fra": "2022", "til": "2030"},
            "new": {"fra": "2022", "til": "2026"},
            "message": "Periode: 2022–2030 → 2022–2026",
        }
    ]
    assert list(found["consequences"]) == [
        *("threadLost", "threadRegained", "goalsUnfollowed", "goalsResting", "goalsFollowedAgain"),
        *("goalsPromised", "goalsNoLongerPromised", "goalsWithoutParent"),
        *("inForce", "outOfForce", "expires", "late", "inTime", "law"),
        *("children", "reanchor", "goalsLost", "measures", "challenges", "budgetItems", "others"),
    ]
    assert diff_as_json(compared(root), NB, ".") == diff_as_json(compared(root), NB, ".")


def test_two_processes_give_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules may be tried on both versions at once: the answer is the same, also when the other process fails."""
    import planlint.check.judged_change as module  # noqa: PLC0415 - only here
    from planlint.base import second_process  # noqa: PLC0415 - as above

    edit(root, KLIMA, ("forankring: [trygg-oppvekst]\n", ""))
    one = diff_as_json(compared(root), NB, ".")
    monkeypatch.setattr(module, "WORTHWHILE", 1)
    assert diff_as_json(compared(root), NB, ".") == one
    monkeypatch.setattr(second_process, "can_fork", lambda: True)
    assert diff_as_json(compared(root), NB, ".") == one
    assert second_process.Beside(lambda: 1, worthwhile=False).result() == 1

    def only_here() -> int:
        import os  # noqa: PLC0415 - only here

        if os.getpid() != here:
            raise ValueError
        return 2

    import os  # noqa: PLC0415 - only here

    here = os.getpid()
    assert second_process.Beside(only_here, worthwhile=True).result() == 2

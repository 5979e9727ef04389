"""PL009 to PL410: what the examples cannot show at the edges, such as the plans that come after one passed over."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support.helpers import check, DATE, PLAN, fjordvik, found, write


EVENT = "  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"
SAMFUNNSDEL = "planer/samfunnsdel-2020.yaml"
GOAL = "tittel: Mål om {id}\ntype: {type}\nplan: {plan}\nkilder: [{{kilde: plandokument}}]\n"


def plan(*changes: tuple[str, str], more: str = "") -> str:
    """Give a plan with words changed, and with more keys."""
    text = PLAN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text + more


def status(word: str, events: str = EVENT, more: str = "") -> str:
    """Give a plan with another status and other events; without any where they are empty."""
    return plan(("status: vedtatt", f"status: {word}"), more=more).replace(
        f"hendelser:\n{EVENT}", f"hendelser:\n{events}" if events else ""
    )


def changed(path: str, old: str, new: str) -> dict[str, str]:
    """Give one of Fjordvik's own files with words changed."""
    text = (Path(__file__).parent / "felles/plans" / path).read_text(encoding="utf-8")
    assert old in text
    return {path: text.replace(old, new)}


def told(root: Path, code: str, files: dict[str, str], day: str = DATE) -> list[dict[str, Any]]:
    """Give what the texts of each finding say when Fjordvik has these files too."""
    fjordvik(root)
    for path, text in files.items():
        write(root, path, text)
    report = check(root, date.fromisoformat(day), select=(code,))
    return [dict(item.diagnostic.finding.args) for item in report.findings]


@pytest.mark.parametrize(
    ("code", "passed_over", "last", "variants"),
    [
        ("PL107", plan(("periode: {fra: 2022, til: 2030}\n", "")), plan(("for Fjordvik", "2023–2030")), {"b": "fra"}),
        (
            "PL205",
            plan(("type: strategi", "type: handlingsplan")),
            plan(("type: strategi", "type: handlingsplan")),
            {"a": "", "b": ""},
        ),
        ("PL401", status("igangsatt", events=""), status("vedtatt", events=""), {"b": ""}),
        ("PL402", status("utkast"), status("igangsatt"), {"b": ""}),
        ("PL402", status("til_vedtak", "  - {hva: oppstart, dato: 2022-02-16}\n"), status("igangsatt"), {"b": ""}),
        ("PL403", status("igangsatt"), plan(("kommunestyret", "hovedutvalget")), {"b": ""}),
        (
            "PL406",
            status("igangsatt", events="", more="arbeid: {ferdig: 2024-12}\n"),
            status("igangsatt", events="", more="arbeid: {ferdig: 2023-12}\n"),
            {"b": ""},
        ),
        (
            "PL409",
            plan(("status: vedtatt\n", "")),
            plan(("status: vedtatt\n", ""), (f"hendelser:\n{EVENT}", "")),
            {"a": "hendelser", "b": ""},
        ),
    ],
)
def test_the_plans_after_one_that_is_done_with_are_judged_too(
    code: str, passed_over: str, last: str, variants: dict[str, str], tmp_path: Path
) -> None:
    """Each rule goes on to the next plan, whether it has nothing to say about one or has said it already."""
    files = {"planer/a.yaml": passed_over, "planer/b.yaml": last}
    assert found(tmp_path, code, files) == [(f"plan/{id_}", variant) for id_, variant in variants.items()]


def test_a_broken_period_silences_only_the_rules_that_rest_on_it(tmp_path: Path) -> None:
    """What a plan's status is worth rests on its period; what its type and title say does not."""
    late = status("igangsatt", events="", more="arbeid: {ferdig: 2023-12}\n")
    files = {"planer/a.yaml": late.replace("Klimastrategi", "Handlingsplan")}
    assert found(tmp_path, "PL406", files) == [("plan/a", "")]
    assert found(tmp_path, "PL106", files) == [("plan/a", "forslag")]
    files = {path: text.replace("til: 2030", "til: snart") for path, text in files.items()}
    assert found(tmp_path, "PL406", files) == []
    assert found(tmp_path, "PL106", files) == [("plan/a", "forslag")]


@pytest.mark.parametrize(
    ("confirmed", "codes"),
    [("2020-06-16", ["PL210"]), ("2020-06-17", ["PL202"]), ("2022-01-01", ["PL202"])],
    ids=["the day before", "the same day", "before the new plan was revised"],
)
def test_a_tie_confirmed_from_the_day_of_the_new_plan_on_is_an_error(
    confirmed: str, codes: list[str], tmp_path: Path
) -> None:
    """PL202 tells of it, for whoever confirmed it could know; PL210 has only what was confirmed before that day."""
    revised = (
        ", sak: 40/20}\n  - {hva: revidert, dato: 2023-06-14, organ: kommunestyret, sak: 30/23}\nerstatter: [gammel]\n"
    )
    files = {
        **changed(SAMFUNNSDEL, ", sak: 40/20}\n", revised),
        "planer/gammel.yaml": plan(("type: strategi", "type: samfunnsdel"), ("status: vedtatt", "status: erstattet")),
        "maal/gammelt.yaml": GOAL.format(id="gammelt", type="hovedmål", plan="gammel"),
        "planer/a.yaml": plan(("[trygg-oppvekst]", f"[{{mål: gammelt, bekreftet: {confirmed}}}]")),
    }
    files["planer/gammel.yaml"] = files["planer/gammel.yaml"].replace("2022-02-16", "2012-02-15")
    assert [code for code in ("PL202", "PL210") if found(tmp_path, code, files)] == codes


def test_a_ring_is_told_once_also_when_another_plan_led_into_it_first(tmp_path: Path) -> None:
    """PL104 does not begin again at a plan that it has been through."""
    files = {f"planer/{id_}.yaml": plan(more="erstatter: [b]\n") for id_ in "ab"}
    assert found(tmp_path, "PL104", files) == [("plan/b", "selv")]


def test_plans_alike_in_theme_are_told_after_one_that_is_told_already(tmp_path: Path) -> None:
    """PL105 goes on to the last pair, also after a plan that is alike another both in title and in theme."""
    titles = {"a": "Klimastrategi", "b": "Klimastrategi", "c": "Energistrategi"}
    more = "tema: [klima]\nmålgruppe: [barn]\n"
    files = {
        f"planer/{id_}.yaml": plan(("Klimastrategi for Fjordvik", name), more=more) for id_, name in titles.items()
    }
    assert found(tmp_path, "PL105", files) == [("plan/b", ""), ("plan/c", "tema")]


def test_of_two_words_for_the_kind_the_first_is_proposed(tmp_path: Path) -> None:
    """PL106 proposes the type that is named as the first of them."""
    files = {"planer/a.yaml": plan(("Klimastrategi for Fjordvik", "Analyse – handlingsplan for klima"))}
    assert [(args["ord"], args["forslag"]) for args in told(tmp_path, "PL106", files)] == [("analyse", "analyse")]


def test_a_plan_on_its_way_to_a_new_samfunnsdel_hides_no_broken_thread(tmp_path: Path) -> None:
    """PL204 passes over a plan that is not adopted yet, and tells of the next, whose thread is broken."""
    files = {
        **changed("plansystem.yaml", "  temaplan:\n", "  program: {navn: program, nivå: samfunn}\n  temaplan:\n"),
        "planer/a.yaml": status("igangsatt").replace("[trygg-oppvekst]", "[nytt]"),
        "planer/b.yaml": plan(("[trygg-oppvekst]", "[{plan: c}]")),
        "planer/c.yaml": plan(("type: strategi", "type: program"), ("forankring: [trygg-oppvekst]\n", "")),
        "planer/ny.yaml": "tittel: Samfunnsdel\ntype: samfunnsdel\nstatus: igangsatt\n",
        "maal/nytt.yaml": GOAL.format(id="nytt", type="hovedmål", plan="ny"),
    }
    assert found(tmp_path, "PL204", files) == [("plan/b", "")]


@pytest.mark.parametrize("adopted", [("2022-02-16", "2023-02-15"), ("2023-02-15", "2022-02-16")])
def test_an_arealdel_is_compared_with_the_newest_arealstrategi(tmp_path: Path, adopted: tuple[str, str]) -> None:
    """PL206 names the samfunnsdel that was adopted last, whatever the files are called, and tells of it once."""
    files = {
        path: text
        for id_, day in zip("ab", adopted, strict=True)
        for path, text in {
            f"planer/samfunnsdel-{id_}.yaml": plan(("type: strategi", "type: samfunnsdel"), ("2022-02-16", day)),
            f"maal/natur-{id_}.yaml": GOAL.format(id=id_, type="arealstrategi", plan=f"samfunnsdel-{id_}"),
        }.items()
    }
    assert [str(args["dato"]) for args in told(tmp_path, "PL206", files)] == ["2023-02-15"]


def test_an_older_arealdel_hides_no_plan_without_a_tie(tmp_path: Path) -> None:
    """PL206 tells of the one that is older than the arealstrategi, and of the newer one that has none."""
    files = changed(SAMFUNNSDEL, "2020-06-17", "2021-06-16")
    files["planer/b.yaml"] = plan(("type: strategi", "type: arealdel"), ("forankring: [trygg-oppvekst]\n", ""))
    assert found(tmp_path, "PL206", files) == [("plan/arealdel-2021", "eldre"), ("plan/b", "")]


def test_a_goal_of_an_unknown_type_hides_no_goal_that_hangs_loose(tmp_path: Path) -> None:
    """PL208 leaves the one to PL102 and tells of the other."""
    files = {
        f"maal/{id_}.yaml": GOAL.format(id=id_, type=type_, plan="samfunnsdel-2020")
        for id_, type_ in (("a", "ukjent"), ("b", "delmål"))
    }
    assert found(tmp_path, "PL208", files) == [("maal/b", "")]


def test_every_plan_that_was_replaced_is_compared_with_its_successor(tmp_path: Path) -> None:
    """PL309 tells of the one that was adopted after its successor, also where another one was adopted before it."""
    files = {
        "planer/a.yaml": plan(("2022-02-16", "2014-02-12")),
        "planer/b.yaml": plan(("2022-02-16", "2023-02-15")),
        "planer/ny.yaml": plan(more="erstatter: [a, b]\n"),
    }
    assert [str(args["dato"]) for args in told(tmp_path, "PL309", files)] == ["2023-02-15"]


def test_a_revision_that_the_new_council_decides_on_hides_none_before_the_next_election(tmp_path: Path) -> None:
    """PL310 passes over the autumn after the election once the planstrategi is adopted, and looks at the next plan."""
    strategi = "tittel: Planstrategi\nvalgperiode: 2023-2027\nstatus: vedtatt\nhendelser:\n"
    strategi += EVENT.replace("2022-02-16", "2024-04-24")
    files = {
        "planstrategier/planstrategi-2023-2027.yaml": strategi.replace("2023-2027", '"2023-2027"'),
        "planer/a.yaml": plan(more="revisjon: {neste: 2024-10-02}\n"),
        "planer/b.yaml": plan(more="revisjon: {neste: 2027-06}\n"),
    }
    assert found(tmp_path, "PL310", files) == [("plan/b", "")]


def test_a_municipality_can_ask_for_a_register_brought_up_to_date_more_often(tmp_path: Path) -> None:
    """PL311 counts the months that plansystem.yaml sets, not its own twelve."""
    files = changed("plansystem.yaml", "ajourført: 2024-05-01", "ajourført: 2024-02-01")
    assert found(tmp_path, "PL311", files) == []
    files["plansystem.yaml"] += "regler: {PL311: {valg: {maaneder: 3}}}\n"
    assert found(tmp_path, "PL311", files) == [("plansystem", "")]


def test_a_plan_published_on_the_day_of_its_revision_is_not_under_revision_again(tmp_path: Path) -> None:
    """PL402 compares the work that began with the newest adoption, which it led to, not with the first."""
    again = "  - {hva: oppstart, dato: 2023-01-10}\n"
    again += "  - {hva: revidert, dato: 2024-02-14, organ: kommunestyret, sak: 7/24}\n"
    again += "  - {hva: offentliggjort, dato: 2024-02-14}\n"
    assert found(tmp_path, "PL402", {"planer/a.yaml": status("vedtatt", EVENT + again)}) == []


def test_a_plan_whose_successor_is_not_adopted_hides_none_whose_successor_is(tmp_path: Path) -> None:
    """PL404 passes over the one and tells of the other."""
    files = {
        "planer/a.yaml": PLAN,
        "planer/b.yaml": PLAN,
        "planer/c.yaml": status("igangsatt", events="", more="erstatter: [a]\n"),
        "planer/d.yaml": plan(more="erstatter: [b]\n"),
    }
    assert found(tmp_path, "PL404", files) == [("plan/b", "")]

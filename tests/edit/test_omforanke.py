"""`planlint omforanke`: what pointed at the goals of a replaced samfunnsdel points at those that continue them."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.fixes.fix_comments import comments
from planlint.register.avtrykk import avtrykk_of, goal_core
from planlint.system.system import open_system

REAL = Path(__file__).parents[2]
REAL_DATE = "2026-11-21"
OLD_PLAN = """\
tittel: Kommuneplanens samfunnsdel {fra}–{til}
type: samfunnsdel
status: erstattet
sammendrag: Samfunnsdelen viste hva Fjordvik ville oppnå.
periode: {{fra: {fra}, til: {til}}}
hendelser:
  - {{hva: vedtatt, dato: {fra}-06-18, organ: kommunestyret, sak: 31/{aar:02}}}
ansvarlig: oppvekst
kilder: [{{kilde: plandokument}}]
"""
GOAL = "tittel: {tittel}\ntype: {type}\nplan: {plan}\n{mer}kilder: [{{kilde: plandokument}}]\n"
FROM, TO = "samfunnsdel-2012", "samfunnsdel-2020"
HEAD = "Fra «Kommuneplanens samfunnsdel 2012–2024» til «Kommuneplanens samfunnsdel 2020–2032»:\n\n"
SAFE = "«1.1 Barn og unge har en trygg oppvekst»"


def goal(root: Path, id_: str, tittel: str, mer: str = "", type_: str = "delmål") -> None:
    """Write a goal of the old samfunnsdel."""
    write(root, f"maal/{id_}.yaml", GOAL.format(tittel=tittel, type=type_, plan=FROM, mer=mer))


def continues(root: Path, id_: str, *old: str) -> None:
    """Let a goal of the samfunnsdel in force say which goals it continues."""
    path = root / f"plans/maal/{id_}.yaml"
    path.write_text(path.read_text(encoding="utf-8") + f"viderefører: [{', '.join(old)}]\n", encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik with an older samfunnsdel: a goal with one heir, one with two, one with none, and who points there."""
    fjordvik(tmp_path)
    new = tmp_path / "plans/planer/samfunnsdel-2020.yaml"
    new.write_text(new.read_text(encoding="utf-8") + f"erstatter: [{FROM}]\n", encoding="utf-8")
    write(tmp_path, f"planer/{FROM}.yaml", OLD_PLAN.format(aar=2012 % 100, fra=2012, til=2024))
    goal(tmp_path, "2012-gode-liv", "Et godt liv", type_="hovedmål")
    above = "overordnet: 2012-gode-liv\n"
    goal(tmp_path, "2012-barn", "Barn og unge er trygge", above)
    goal(tmp_path, "2012-fritid", "Alle har en aktiv fritid", above)
    goal(tmp_path, "2012-vei", "Veiene er gode", above)
    continues(tmp_path, "gode-liv", "2012-gode-liv")
    continues(tmp_path, "trygg-oppvekst", "2012-barn", "2012-fritid")
    continues(tmp_path, "naer-natur", "2012-fritid")
    return tmp_path


def plan(root: Path, id_: str, anchors: str, status: str = "vedtatt") -> None:
    """Write a plan that is anchored in something."""
    text = PLAN.replace("Klimastrategi for Fjordvik", f"{id_.capitalize()} i Fjordvik").replace(
        "vedtatt\n", f"{status}\n"
    )
    write(root, f"planer/{id_}.yaml", text.replace("[trygg-oppvekst]", anchors))


def anchors(root: Path, id_: str) -> str:
    """Give a plan's anchors as they are written."""
    text = (root / f"plans/planer/{id_}.yaml").read_text(encoding="utf-8")
    return text.partition("forankring: ")[2].partition("\nkilder:")[0]


def tree(root: Path) -> dict[str, str]:
    """Give every file below a root."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in files}


def move(root: Path, *args: str) -> str:
    """Run the command, which is to succeed; give what it says."""
    done = run("omforanke", FROM, TO, *args, "--date", DATE, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def codes(root: Path) -> list[str]:
    """Give the rules that find anything new."""
    said = run("check", "--date", DATE, "--fail-on", "info", cwd=root).stdout
    return [row.split()[2] for row in said.split("\n") if row.startswith("plans/")]


def test_a_goal_with_one_heir_is_moved(root: Path) -> None:
    """The anchor keeps comment, quote and remark; nobody has confirmed the new one, and the command says so."""
    plan(root, "skole", "[2012-barn]  # vedtatt sammen")
    anchor = (
        '{mål: 2012-barn, bekreftet: 2019-02-01, avtrykk: "1:000000000000", sitat: Trygge barn, merknad: Se kap. 2}'
    )
    plan(root, "helse", anchor.join(("[", "]")))
    before = tree(root)
    assert codes(root) == ["PL210", "PL202"]
    shown = move(root, "--diff")
    assert tree(root) == before
    assert "+forankring: [trygg-oppvekst]  # vedtatt sammen\n" in shown
    said = move(root)
    assert said.startswith(
        f"{HEAD}Flyttes:\n"
        f"  «Helse i Fjordvik»: «Barn og unge er trygge» → {SAFE}\n"
        f"  «Skole i Fjordvik»: «Barn og unge er trygge» → {SAFE}\n\n"
        "plans/planer/helse.yaml: endret\nplans/planer/skole.yaml: endret\n"
        "1 forankring er ikke bekreftet lenger: målet er et annet. Les det, og kjør «planlint bekreft PLAN MÅL».\n"
    )
    assert "2 funn er borte." in said
    assert anchors(root, "skole") == "[trygg-oppvekst]  # vedtatt sammen"
    assert anchors(root, "helse") == "[{mål: trygg-oppvekst, sitat: Trygge barn, merknad: Se kap. 2}]"
    changed = {path for path, text in tree(root).items() if before[path] != text}
    assert changed == {"plans/planer/helse.yaml", "plans/planer/skole.yaml"}
    assert "PL202" not in codes(root)
    again = move(root)
    assert again == (
        f"{HEAD}Ingen som gjelder eller er under arbeid, viser til målene i «Kommuneplanens samfunnsdel 2012–2024».\n\n"
        "Ingen filer er endret.\n"
    )


def test_a_goal_with_several_heirs_is_chosen_for(root: Path) -> None:
    """They are listed with the choices; the rest is moved all the same, and a choice moves this one too."""
    plan(root, "idrett", "[2012-fritid, 2012-barn]")
    said = move(root)
    assert (
        "Flere mål fører disse videre. Velg ett, og kjør igjen med valget til slutt:\n"
        "  «Alle har en aktiv fritid» (2012-fritid)\n"
        "    --velg 2012-fritid=naer-natur  «Alle har kort vei til natur»\n"
        f"    --velg 2012-fritid=trygg-oppvekst  {SAFE}\n"
        "    Viser til det: «Idrett i Fjordvik»\n"
    ) in said
    assert anchors(root, "idrett") == "[2012-fritid, trygg-oppvekst]"
    move(root, "--velg", "2012-fritid=naer-natur")
    assert anchors(root, "idrett") == "[naer-natur, trygg-oppvekst]"
    assert codes(root) == []


def test_a_goal_without_an_heir_is_work_to_do(root: Path) -> None:
    """It is listed and left; somebody may choose any goal of the new plan."""
    plan(root, "vei", "[2012-vei] # veiene")
    said = move(root)
    assert "Ingen mål som kan brukes her, fører disse videre." in said
    assert said.endswith(
        "  «Veiene er gode» (2012-vei)\n    Viser til det: «Vei i Fjordvik»\n\nIngen filer er endret.\n"
    )
    assert anchors(root, "vei") == "[2012-vei] # veiene"
    move(root, "--velg", "maal/2012-vei=maal/naer-natur")
    assert anchors(root, "vei") == "[naer-natur] # veiene"


@pytest.mark.parametrize(
    ("why", "sentence"),
    [
        ("", "Registeret sier at målet ikke føres videre."),
        (", begrunnelse: Veiene er bygget", "Registeret sier at målet ikke føres videre: «Veiene er bygget»."),
    ],
)
def test_a_goal_that_was_dropped_on_purpose_is_told_as_that(root: Path, why: str, sentence: str) -> None:
    """Who is to choose another goal, is not told that somebody forgot to."""
    plan(root, "vei", "[2012-vei]")
    goal = root / "plans" / "maal" / "2012-vei.yaml"
    goal.write_text(f"{goal.read_text(encoding='utf-8')}blir: [{{utfall: utgått{why}}}]\n", encoding="utf-8")
    assert f"  «Veiene er gode» (2012-vei)\n    {sentence}\n    Viser til det" in move(root)


def test_two_goals_become_one(root: Path) -> None:
    """What is there already is not written twice; words of its own are put together by a person."""
    plan(root, "skole", "[trygg-oppvekst, 2012-barn]")
    plan(root, "idrett", "[2012-fritid, 2012-barn, naer-natur]")
    plan(root, "helse", "[trygg-oppvekst, {mål: 2012-barn, merknad: Se kap. 2}]")
    said = move(root, "--velg", "2012-fritid=trygg-oppvekst")
    assert (
        f"  «Skole i Fjordvik»: «Barn og unge er trygge» → {SAFE} (står der fra før, så det gamle tas bort)\n" in said
    )
    assert "Viser til det nye målet fra før, og har egne ord om det gamle. Slå dem sammen for hånd:\n" in said
    assert anchors(root, "skole") == "[trygg-oppvekst]"
    assert anchors(root, "idrett") == "[trygg-oppvekst, naer-natur]"
    assert anchors(root, "helse") == "[trygg-oppvekst, {mål: 2012-barn, merknad: Se kap. 2}]"


def test_heirs_over_several_samfunnsdeler(root: Path) -> None:
    """A goal of 2004 that one of 2012 continues, goes to the goal of 2020 that continues that one."""
    write(root, "planer/samfunnsdel-2004.yaml", OLD_PLAN.format(aar=2004 % 100, fra=2004, til=2012))
    write(root, "maal/2004-barn.yaml",
          GOAL.format(tittel="Barna først", type="hovedmål", plan="samfunnsdel-2004", mer=""))  # fmt: skip
    continues(root, "2012-barn", "2004-barn")
    plan(root, "skole", "[2004-barn]")
    done = run("omforanke", "plan/samfunnsdel-2004", TO, "--date", DATE, cwd=root)
    assert (done.returncode, anchors(root, "skole")) == (0, "[trygg-oppvekst]")


def test_only_goals_of_a_type_that_the_plan_may_be_anchored_in(root: Path) -> None:
    """An heir that PL203 would refuse is none; nor can it be chosen."""
    path = root / "plans/plansystem.yaml"
    text = path.read_text(encoding="utf-8")
    head, sep, rest = text.partition("  strategi:\n")
    assert sep
    path.write_text(f"{head}{sep}    forankres_i: [hovedmål]\n{rest}".replace(
        rest, "\n".join(row for row in rest.split("\n") if "forankres_i" not in row)), encoding="utf-8")  # fmt: skip
    plan(root, "skole", "[2012-barn]")
    for args in ((), ("--velg", "2012-barn=trygg-oppvekst")):
        assert "Ingen mål som kan brukes her" in move(root, *args)
        assert anchors(root, "skole") == "[2012-barn]"
    move(root, "--velg", "2012-barn=gode-liv")
    assert anchors(root, "skole") == "[gode-liv]"


def test_measures_indicators_challenges_and_goals_below_follow(root: Path) -> None:
    """An indicator's own words for the goal follow too; what is done is left; --bare-planer leaves all of them."""
    write(root, "tiltak/gaa.yaml", "tittel: Gå\nmål: [2012-barn] # nå\nansvarlig: oppvekst\nstatus: pågår\n")
    write(root, "tiltak/ferdig.yaml", "tittel: Ferdig\nmål: [2012-barn]\nansvarlig: oppvekst\nstatus: gjennomført\n")
    write(root, "indikatorer/trygge.yaml",
          "tittel: Trygge\nenhet: prosent\nmål: [2012-barn, gode-liv]\nsitat: {2012-barn: Trygge barn}\n")  # fmt: skip
    write(root, "utfordringer/uro.yaml", "tittel: Uro\ntype: målkonflikt\nsider: [a, b]\n"
          "mål_på_side: {2012-barn: a}\nmål:\n  # om barna\n  - 2012-barn\n")  # fmt: skip
    plan(root, "skole", "[trygg-oppvekst]")
    write(
        root,
        "maal/lese.yaml",
        GOAL.format(tittel="Alle leser", type="delmål", plan="skole", mer="overordnet: 2012-barn\n"),
    )
    plan(root, "gammel", "[2012-barn]", "utgått")
    before = tree(root)
    assert "1 henvisning fra planer og annet som ikke gjelder" in move(root, "--bare-planer")
    assert tree(root) == before
    said = move(root)
    assert "2 henvisninger fra planer og annet som ikke gjelder lenger, blir stående.\n" in said
    after = tree(root)
    assert "mål: [trygg-oppvekst] # nå\n" in after["plans/tiltak/gaa.yaml"]
    assert (
        "mål: [trygg-oppvekst, gode-liv]\nsitat: {trygg-oppvekst: Trygge barn}\n"
        in after["plans/indikatorer/trygge.yaml"]
    )
    assert "  # om barna\n  - trygg-oppvekst\n" in after["plans/utfordringer/uro.yaml"]
    assert "mål_på_side: {trygg-oppvekst: a}\n" in after["plans/utfordringer/uro.yaml"]
    assert "overordnet: trygg-oppvekst\n" in after["plans/maal/lese.yaml"]
    assert {path for path, text in before.items() if after[path] == text} >= {
        "plans/tiltak/ferdig.yaml", "plans/planer/gammel.yaml", "plans/maal/2012-vei.yaml",
    }  # fmt: skip
    assert all(comments(text) == comments(after[path]) for path, text in before.items())


def test_an_anchor_in_the_whole_plan_is_moved_by_choice(root: Path) -> None:
    """That a plan follows up the old samfunnsdel as a whole says nothing of the new one."""
    plan(root, "skole", f"[{{plan: {FROM}, merknad: Hele}}]")
    said = move(root)
    assert f"Gjelder det samme den nye, kjør igjen med --velg {FROM}={TO}:\n" in said
    assert said.endswith("Ingen filer er endret.\n")
    move(root, "--velg", f"{FROM}={TO}")
    assert anchors(root, "skole") == f"[{{plan: {TO}, merknad: Hele}}]"


def test_a_moved_anchor_can_be_confirmed(root: Path) -> None:
    """What omforanke leaves, bekreft takes on."""
    plan(root, "skole", '[{mål: 2012-barn, bekreftet: 2019-02-01, avtrykk: "1:000000000000"}]')
    move(root)
    assert run("bekreft", "skole", "trygg-oppvekst", "--date", DATE, cwd=root).returncode == 0
    goal_now = open_system(root, date.fromisoformat(DATE)).register
    assert goal_now is not None
    mark = avtrykk_of(goal_core(goal_now.maal["trygg-oppvekst"]))
    assert anchors(root, "skole") == f'[{{mål: trygg-oppvekst, bekreftet: {DATE}, avtrykk: "{mark}"}}]'


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        ((FROM, FROM), "De to planene er den samme."),
        ((TO, FROM), f"«{FROM}» gjelder ikke. Registrer vedtaket først: «planlint vedta {FROM} --dato … --sak …»"),
        (("samfunnsdel-2021", TO), "Fant ingen med id «samfunnsdel-2021». Mente du «samfunnsdel-202"),
        ((FROM, "2012-barn"), "maal/2012-barn er ingen plan."),
        ((FROM, "skole"), "«skole» har ingen mål i registeret."),
        ((FROM, TO, "--velg", "2012-barn"), "skriv «GAMMELT=NYTT», med id-en til begge målene, og ikke «2012-barn»."),
        ((FROM, TO, "--velg", "2012-bar=naer-natur"), "har ikke noe mål «2012-bar». Mente du «2012-barn»?"),
        ((FROM, TO, "--velg", "2012-barn=2012-vei"), "--velg: samfunnsdel-2020 har ikke noe mål «2012-vei»."),
        ((FROM, TO, "--velg", "2012-barn=a", "--velg", "2012-barn=b"), "2012-barn kan ikke bli både a og b."),
    ],
)
def test_what_is_refused(root: Path, args: tuple[str, ...], sentence: str) -> None:
    """A sentence that says what to do, exit code 2, and every file as it was."""
    plan(root, "skole", "[2012-barn]")
    before = tree(root)
    done = run("omforanke", *args, "--date", DATE, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(root) == before


def test_all_or_none(root: Path) -> None:
    """Where one file is written so that it cannot be edited safely, none is."""
    plan(root, "skole", "[2012-barn]")
    (root / "plans/.planlint").symlink_to(root / "et-annet-sted")
    before = tree(root)
    done = run("omforanke", FROM, TO, "--date", DATE, cwd=root)
    assert (done.returncode, tree(root)) == (2, before)
    assert "Ingenting er endret" in done.stderr


def test_the_real_goals_of_2016_have_no_heirs(tmp_path: Path) -> None:
    """No source says which of Bærum's goals of 2021 continue one of 2016, so nothing is moved, and all is listed."""
    shutil.copytree(REAL / "plans", tmp_path / "plans")
    before = tree(tmp_path)
    ids = ("kommuneplanens-samfunnsdel-2016", "kommuneplanens-samfunnsdel-2021")
    done = run("omforanke", *ids, "--date", REAL_DATE, cwd=tmp_path)
    assert (done.returncode, tree(tmp_path)) == (0, before)
    assert "Flyttes:" not in done.stdout
    assert "«Klimastrategi 2030»" in done.stdout
    assert done.stdout.endswith("Ingen filer er endret.\n")
    chosen = run("omforanke", *ids, "--velg", "=".join(ids), "--date", REAL_DATE, cwd=tmp_path)
    assert chosen.returncode == 0
    after = tree(tmp_path)
    changed = {path for path in after if after[path] != before[path]}
    whole = done.stdout.partition("Forankret i hele den gamle planen")[2]
    assert len(changed) == chosen.stdout.count(": endret\n") == whole.count("«") > 0
    for path in changed:
        rows = list(zip(before[path].split("\n"), after[path].split("\n"), strict=True))
        assert [old.replace(ids[0], ids[1]) for old, new in rows if old != new] == [
            new for old, new in rows if old != new
        ]


CONFLICT = """\
tittel: Vei eller ro
type: målkonflikt
mål: [2012-barn, 2012-fritid]
sider: [ro, fart]
mål_på_side: {{2012-barn: ro, 2012-fritid: {side}}}
kilder: [{{kilde: plandokument}}]
"""


def test_sides_of_a_conflict_are_never_put_together(root: Path) -> None:
    """Two goals on different sides that become one are left to a person; on one side the old key goes with its goal."""
    write(root, "utfordringer/konflikt.yaml", CONFLICT.format(side="fart"))
    choose = ("--velg", "2012-fritid=trygg-oppvekst")
    said = move(root, *choose)
    assert "Mål på hver sin side av en målkonflikt er blitt ett." in said
    assert tree(root)["plans/utfordringer/konflikt.yaml"] == CONFLICT.format(side="fart")
    write(root, "utfordringer/konflikt.yaml", CONFLICT.format(side="ro"))
    move(root, *choose)
    text = tree(root)["plans/utfordringer/konflikt.yaml"]
    assert "mål: [trygg-oppvekst]" in text
    assert "2012" not in text


def test_what_stands_under_a_dropped_draft_is_named(root: Path) -> None:
    """A draft that became no goal takes nothing with it: who is anchored in it, is told by title."""
    text = GOAL.format(
        tittel="Flere lekeplasser", type="delmål", plan=TO, mer="utkast: true\nblir: [{utfall: utgått}]\n"
    )
    write(root, "maal/lek.yaml", text)
    plan(root, "skole", "[lek]")
    said = move(root)
    assert "  «Flere lekeplasser» (lek): ble ikke noe mål\n    Viser til det: «Skole i Fjordvik»\n" in said

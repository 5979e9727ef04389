"""`planlint bekreft`: it writes two values beside a goal, and leaves every other character of the file alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from support.helpers import DATE, PLAN, check, fjordvik, run, write

from planlint.edit.bekreft import bekreft
from planlint.edit.error import EditError
from planlint.register.avtrykk import GoalCore, avtrykk_of, fold, is_known, is_same

MARK = "1:9e464aa8f740"  # of trygg-oppvekst in Fjordvik
NEW = f'bekreftet: {DATE}, avtrykk: "{MARK}"'
FILE = "plans/planer/klima.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik with one plan that is anchored in a goal."""
    write(fjordvik(tmp_path), "planer/klima.yaml", PLAN)
    return tmp_path


def edited(text: str, maal: str = "a") -> str:
    """Confirm a goal in a text."""
    return bekreft(text.encode(), maal, "2024-06-15", "1:0123456789ab").decode()


def test_a_bare_id_becomes_a_mapping(root: Path) -> None:
    """Only the anchor changes, the file is told, and the check that follows is content."""
    done = run("bekreft", "klima", "trygg-oppvekst", "--date", DATE, cwd=root)
    assert (done.returncode, done.stdout) == (0, f"{FILE}: bekreftet\n")
    text = (root / FILE).read_text(encoding="utf-8")
    assert text == PLAN.replace("[trygg-oppvekst]", f"[{{mål: trygg-oppvekst, {NEW}}}]")
    assert run("check", "--date", DATE, "--fail-on", "info", cwd=root).returncode == 0
    again = run("bekreft", "plan/klima", "maal/trygg-oppvekst", "--date", DATE, cwd=root)
    assert again.stdout == f"{FILE}: var bekreftet fra før\n"


def test_a_changed_goal_is_confirmed_anew(root: Path) -> None:
    """PL210 speaks when the goal gets other words, and is silent again after the command that its help names."""
    run("bekreft", "klima", "trygg-oppvekst", "--date", "2024-01-01", cwd=root)
    goal = root / "plans/maal/trygg-oppvekst.yaml"
    goal.write_text(goal.read_text(encoding="utf-8").replace("trygg oppvekst", "god oppvekst"), encoding="utf-8")
    done = run("check", "--date", DATE, cwd=root)
    goal = "Målet «Barn og unge har en god oppvekst» (trygg-oppvekst)"
    assert f"{goal} er endret etter at forankringen ble bekreftet 1.1.2024." in done.stdout
    assert "kjør «planlint bekreft klima trygg-oppvekst»." in done.stdout
    run("bekreft", "klima", "trygg-oppvekst", "--date", DATE, cwd=root)
    assert "PL210" not in run("check", "--date", DATE, cwd=root).stdout
    assert f'{{mål: trygg-oppvekst, bekreftet: {DATE}, avtrykk: "{MARK}"' not in (root / FILE).read_text("utf-8")


def test_all_plans_that_follow_up_a_goal(root: Path) -> None:
    """Plans in force or under work are confirmed; one that is repealed is history and stays as it is."""
    write(root, "planer/miljoe.yaml", PLAN.replace("[trygg-oppvekst]", "[gode-liv, trygg-oppvekst]"))
    gone = write(root, "planer/gammel.yaml", PLAN.replace("status: vedtatt", "status: opphevet"))
    done = run("bekreft", "--alle-til", "trygg-oppvekst", "--date", DATE, cwd=root)
    assert done.stdout == f"{FILE}: bekreftet\nplans/planer/miljoe.yaml: bekreftet\n"
    assert f"[gode-liv, {{mål: trygg-oppvekst, {NEW}}}]" in (root / "plans/planer/miljoe.yaml").read_text("utf-8")
    assert "avtrykk" not in gone.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[a, b]", "[{mål: a, NEW}, b]"),
        ("[{plan: a}, {mål: b}, a]", "[{plan: a}, {mål: b}, {mål: a, NEW}]"),
        ('[b, "a"]  # hvorfor', '[b, {mål: "a", NEW}]  # hvorfor'),
        ("[b,\n  a,   # bare a\n  c]", "[b,\n  {mål: a, NEW},   # bare a\n  c]"),
        ("\n- b\n# om a\n- a   # mer om a\n- c", "\n- b\n# om a\n- {mål: a, NEW}   # mer om a\n- c"),
        ("[{mål: a,  merknad: 'x'}]", "[{mål: a, NEW,  merknad: 'x'}]"),
        ("[{merknad: x, mål: a}, a]", "[{merknad: x, mål: a, NEW}, {mål: a, NEW}]"),
        ("[{bekreftet: 2020-01-01, mål: a}]", "[{NEW, mål: a}]"),
        ("[{mål: a, avtrykk: 'gammelt'}]", "[{mål: a, NEW}]"),
        ("[{mål: a, bekreftet: , avtrykk: ~}]", "[{mål: a, BEKREFTET , AVTRYKK}]"),
        ("[{mål: a, bekreftet}]", "[{mål: a, NEW}]"),
        ("[{mål: a, avtrykk : }]", '[{mål: a, BEKREFTET, avtrykk : "1:0123456789ab" }]'),
        ("\n  - mål: a  # ja\n    # om sitatet\n    sitat: >-\n      Ord\n      og ord\n  # om b\n  - b",
         "\n  - mål: a  # ja\n    BLOCK\n    # om sitatet\n    sitat: >-\n      Ord\n      og ord\n  # om b\n  - b"),
        ("\n  -  mål: a", "\n  -  mål: a\n     BEKREFTET\n     AVTRYKK"),
        ("\n  - bekreftet: 2020-01-01  # den dagen\n    mål: a\n",
         "\n  - BEKREFTET  # den dagen\n    AVTRYKK\n    mål: a\n"),
        ("\n  - mål: a\n    bekreftet:\n\n# slutt\n", "\n  - mål: a\n    BEKREFTET\n    AVTRYKK\n\n# slutt\n"),
    ],
)  # fmt: skip
def test_every_way_of_writing_an_anchor(before: str, after: str) -> None:
    """Comments, order, quotes, line breaks and doubtful values elsewhere stay as they are."""
    for name, text in (
        ("BLOCK", "BEKREFTET\n    AVTRYKK"),
        ("NEW", "BEKREFTET, AVTRYKK"),
        ("BEKREFTET", "bekreftet: 2024-06-15"),
        ("AVTRYKK", 'avtrykk: "1:0123456789ab"'),
    ):
        after = after.replace(name, text)
    head = "tittel:   'Å  æ'  # navnet\nsak: 012\ntype: [ x,y ]\nforankring: "
    for tail in ("", "\nlenker:\n- {tittel: 😀, url:   x}\n"):
        assert edited(head + before + tail) == head + after + tail
        windows = (head + before + tail).replace("\n", "\r\n")
        assert edited("\ufeff" + windows) == "\ufeff" + (head + after + tail).replace("\n", "\r\n")


def test_real_files_change_in_one_place_only() -> None:
    """Whatever else stands in a plan of Bærum, before the anchor or after it, is the same, byte for byte."""
    files = sorted((Path(__file__).parents[2] / "plans/planer").rglob("*.yaml"))
    texts = [text for file in files if "forankring:" not in (text := file.read_text(encoding="utf-8"))]
    assert len(texts) > 50
    for text in texts:
        for whole in (f"{text}forankring:\n- a\n", f"forankring: [a]\n{text}"):
            new = '{mål: a, bekreftet: 2024-06-15, avtrykk: "1:0123456789ab"}'
            assert edited(whole) == whole.replace("- a\n", f"- {new}\n").replace("[a]", f"[{new}]")


@pytest.mark.parametrize("text", ["forankring: [mål: a]\n", "forankring: [a\n"])
def test_what_cannot_be_changed_safely_is_refused(text: str) -> None:
    """Where the file would say something else than before, it is left as it is."""
    with pytest.raises(EditError):
        edited(text)


def test_a_refusal_says_what_to_write(root: Path) -> None:
    """With --alle-til one such file is enough for none to be written."""
    odd = PLAN.replace("[trygg-oppvekst]", "[mål: trygg-oppvekst]")
    write(root, "planer/rar.yaml", odd)
    done = run("bekreft", "--alle-til", "trygg-oppvekst", "--date", DATE, cwd=root)
    assert done.returncode == 2
    assert "plans/planer/rar.yaml: filen er skrevet slik at linjen ikke kan endres trygt." in done.stderr
    assert NEW in done.stderr
    assert (root / FILE).read_text(encoding="utf-8") == PLAN
    assert (root / "plans/planer/rar.yaml").read_text(encoding="utf-8") == odd


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("klimaa", "trygg-oppvekst"), "Fant ingen plan med id «klimaa». Mente du «klima»?"),
        (("klima", "trygg-opvekst"), "Fant ikke noe mål med id «trygg-opvekst». Mente du «trygg-oppvekst»?"),
        (("klima", "noe-helt-annet-og-langt"), "Fant ikke noe mål med id «noe-helt-annet-og-langt».\n"),
        (("trygg-oppvekst", "klima"), "klima er ikke et mål. Skriv planen først"),
        (("klima", "gode-liv"), "er ikke forankret i målet «gode-liv». Den er forankret i trygg-oppvekst."),
        (("samfunnsdel-2020", "gode-liv"), "Registeret viser ikke hvilket mål den er forankret i."),
        (
            ("--alle-til", "gode-liv"),
            "Registeret viser ingen plan i kraft eller under arbeid som er forankret i målet «gode-liv».",
        ),
        (("klima", "--alle-til", "gode-liv"), "Skriv «planlint bekreft PLAN MÅL», eller"),
        (("klima",), "Skriv «planlint bekreft PLAN MÅL», eller"),
        ((), "Skriv «planlint bekreft PLAN MÅL», eller"),
    ],
)
def test_mistakes_get_a_sentence_and_exit_code_2(root: Path, args: tuple[str, ...], sentence: str) -> None:
    """Unknown ids get a suggestion, and nothing is written."""
    done = run("bekreft", *args, "--date", DATE, cwd=root)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert (root / FILE).read_text(encoding="utf-8") == PLAN


def test_files_that_are_at_fault_come_first(root: Path) -> None:
    """A goal, a plan or a declaration with faults of its own is mended before anything is confirmed."""

    def told(path: str, text: str, *args: str) -> str:
        file = root / "plans" / path
        before = file.read_text(encoding="utf-8")
        write(root, path, text)
        done = run("bekreft", *args, "--date", DATE, cwd=root)
        file.write_text(before, encoding="utf-8")
        assert done.returncode == 2
        return done.stderr

    both = ("klima", "trygg-oppvekst")
    goal = (root / "plans/maal/trygg-oppvekst.yaml").read_text(encoding="utf-8")
    assert "Filen til målet «trygg-oppvekst» kan ikke leses." in told("maal/trygg-oppvekst.yaml", "tittel: [", *both)
    assert "har feil i overordnet." in told(
        "maal/trygg-oppvekst.yaml", goal.replace(": gode-liv", ": finnes-ikke"), *both
    )
    assert "Filen til planen «klima» kan ikke leses." in told("planer/klima.yaml", "tittel: [", *both)
    faulty = PLAN.replace("[trygg-oppvekst]", "[trygg-oppvekst, {mål: Æ}]")
    assert "Planen «klima» har feil i «forankring»." in told("planer/klima.yaml", faulty, *both)
    assert "plansystem.yaml kan ikke brukes." in told("plansystem.yaml", "kommune: [", *both)


def test_a_goal_that_no_longer_applies_is_not_confirmed(root: Path) -> None:
    """The goal that continues it is named, where there is one."""
    samfunnsdel = root / "plans/planer/samfunnsdel-2020.yaml"
    text = samfunnsdel.read_text(encoding="utf-8")
    samfunnsdel.write_text(text.replace("status: vedtatt", "status: opphevet"), encoding="utf-8")
    done = run("bekreft", "klima", "trygg-oppvekst", "--date", DATE, cwd=root)
    assert done.returncode == 2
    assert "gjelder ikke lenger: planen «samfunnsdel-2020» er opphevet. Bytt det ut.\n" in done.stderr
    write(root, "planer/samfunnsdel-2024.yaml", text.replace("2020-06-17", "2024-05-15"))
    new = "tittel: Trygge unge\ntype: delmål\nplan: samfunnsdel-2024\nviderefører: [trygg-oppvekst]\n"
    write(root, "maal/trygge-unge.yaml", new)
    done = run("bekreft", "klima", "trygg-oppvekst", "--date", DATE, cwd=root)
    assert "Bytt det ut med «trygge-unge», som fører målet videre." in done.stderr


def test_a_file_that_cannot_be_written_is_told(root: Path) -> None:
    """A folder that allows nothing new in it gives a sentence, and the file is whole."""
    folder = root / "plans/planer/laast"
    folder.mkdir()
    file = (root / FILE).rename(folder / "klima.yaml")
    folder.chmod(0o500)
    try:
        done = run("bekreft", "klima", "trygg-oppvekst", "--date", DATE, cwd=root)
    finally:
        folder.chmod(0o700)
    if done.returncode:  # root may write anywhere
        assert (done.returncode, file.read_text(encoding="utf-8")) == (2, PLAN)
        assert "kan ikke skrive plans/planer/laast/klima.yaml" in done.stderr


def test_a_quotation_of_a_goal_that_cannot_be_read_is_not_judged(root: Path) -> None:
    """PL211 is silent when the goal's own words cannot be had, and when PL210 already asks for another look."""
    text = "tittel: Trygge unge\nenhet: prosent\nmål: [trygg-oppvekst]\nsitat: {trygg-oppvekst: Andre ord}\n"
    write(root, "indikatorer/unge.yaml", text)
    anchor = "{mål: trygg-oppvekst, sitat: Andre ord, avtrykk: MARK}"
    write(root, "planer/klima.yaml", PLAN.replace("trygg-oppvekst", anchor.replace("MARK", f'"{MARK}"')))

    def codes() -> list[str]:
        report = check(root, date.fromisoformat(DATE), select=("PL210", "PL211"))
        return [item.diagnostic.code for item in report.findings]

    assert codes() == ["PL211", "PL211"]
    write(root, "planer/klima.yaml", PLAN.replace("trygg-oppvekst", anchor.replace("MARK", '"1:000000000000"')))
    assert codes() == ["PL211", "PL210"]
    write(root, "maal/trygg-oppvekst.yaml", "tittel: [")
    assert codes() == []


@given(st.text(min_size=1), st.sampled_from(["delmål", "hovedmål"]), st.none() | st.just("over"))
def test_a_mark_is_of_what_the_goal_means(tittel: str, type_: str, over: str | None) -> None:
    """White space and the way letters are put together change nothing; title, type and the goal above do."""
    fields = GoalCore(tittel, type_, over)
    mark = avtrykk_of(fields)
    assert is_known(mark)
    assert is_same(mark, GoalCore(f" {fold(tittel)}\n", type_, over))
    assert not is_same(mark, GoalCore(f"{tittel}x", type_, over))
    assert not is_same(mark, fields._replace(type="strategi"))
    assert not is_same(mark, fields._replace(overordnet="et-annet"))
    assert is_same(mark, fields._replace(overordnet="nytt-navn"), ("noe", over or ""))


def test_marks_are_as_they_were() -> None:
    """A mark in a file means the same in every version of planlint."""
    assert avtrykk_of(GoalCore("Barn og unge har en trygg oppvekst", "delmål", "gode-liv")) == MARK
    assert avtrykk_of(GoalCore("Barn  og unge har\nen trygg oppvekst", "delma\u030al", "gode-liv")) == MARK
    assert not is_known("9e464aa8f740")
    assert not is_known("2:9e464aa8f740")


def test_a_mark_stays_when_a_title_is_divided(root: Path) -> None:
    """A goal whose title becomes short name and sentence is the goal that was confirmed; one that says more is not."""
    write(root, "maal/kort.yaml", GOAL_IN_TWO.format(tittel="'Fjorden: Alle har kort vei til sjøen'", kort=""))
    mark = avtrykk_of(GoalCore("Fjorden: Alle har kort vei til sjøen", "delmål", "gode-liv"))
    anchor = f"[{{mål: kort, bekreftet: 2024-06-01, avtrykk: '{mark}'}}]"
    write(root, "planer/k.yaml", PLAN.replace("[trygg-oppvekst]", anchor))

    def suspected() -> bool:
        return bool(check(root, date.fromisoformat(DATE), select=("PL210",)).findings)

    assert not suspected()
    divided = GOAL_IN_TWO.format(tittel="Alle har kort vei til sjøen", kort="kortnavn: Fjorden\n")
    write(root, "maal/kort.yaml", divided)
    assert not suspected()
    write(root, "maal/kort.yaml", divided.replace("sjøen", "skogen"))
    assert suspected()


GOAL_IN_TWO = "tittel: {tittel}\n{kort}type: delmål\nplan: samfunnsdel-2020\noverordnet: gode-liv\n"


SAYS_NOTHING = "Blir målet endret siden, sier PL210 likevel ikke fra om «Klimastrategi for Fjordvik»."
EVENT = "  - {hva: vedtatt, dato: 2022-02-16, organ: kommunestyret, sak: 7/22}\n"
ONLY_ACTIVE = "Regelen ser bare på planer i kraft eller under arbeid."


def pl210_speaks(root: Path) -> bool:
    """Give whether a check tells of the plan once the goal has other words."""
    goal = root / "plans/maal/trygg-oppvekst.yaml"
    before = goal.read_text(encoding="utf-8")
    goal.write_text(before.replace("trygg oppvekst", "god oppvekst"), encoding="utf-8")
    told = "PL210" in run("check", "--date", DATE, cwd=root).stdout
    goal.write_text(before, encoding="utf-8")
    return told


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("status: vedtatt\n", "status: vedtatt\n", None),
        ("status: vedtatt\n", "status: under_revisjon\n", None),
        ("status: vedtatt\n", "status: igangsatt\n", None),
        (f"status: vedtatt\n|hendelser:\n{EVENT}", "|", f"Statusen til planen er ikke dokumentert. {ONLY_ACTIVE}"),
        ("til: 2030", "til: 2023", f"Perioden til planen gikk ut ved utgangen av 2023. {ONLY_ACTIVE}"),
        ("status: vedtatt", "status: opphevet", f"Statusen til planen er «Opphevet». {ONLY_ACTIVE}"),
        ("status: vedtatt", "status: planlagt", f"Statusen til planen er «Planlagt». {ONLY_ACTIVE}"),
        ("til: 2030", "til: 20x0", "Filen har feil i «periode». Kjør «planlint check» og rett det først."),
        ("status: vedtatt", "status: vedtat", "Filen har feil i «status». Kjør «planlint check» og rett det først."),
        (
            "forankring: [trygg-oppvekst]",
            "# planlint: unntak[PL210] Planen følges opp på annen måte\nforankring: [trygg-oppvekst]",
            "Et unntak i filen dekker det.",
        ),
    ],
)
def test_a_plan_of_which_pl210_will_say_nothing_is_told_so(root: Path, old: str, new: str, reason: str | None) -> None:
    """Whatever keeps the rule silent is told with its reason, and only where a check of a changed goal is silent."""
    text = PLAN
    for one, other in zip(old.split("|"), new.split("|"), strict=True):
        assert one in text
        text = text.replace(one, other)
    write(root, "planer/klima.yaml", text)
    for file_line in (f"{FILE}: bekreftet\n", f"{FILE}: var bekreftet fra før\n"):
        done = run("bekreft", "klima", "trygg-oppvekst", "--date", DATE, cwd=root)
        assert done.stdout == file_line + (f"{SAYS_NOTHING} {reason}\n" if reason else "")
    assert pl210_speaks(root) == (reason is None)


def test_a_plan_that_another_has_replaced_is_told_so(root: Path) -> None:
    """What counts is what the whole register shows: the file itself may still say that the plan is adopted."""
    new = PLAN.replace("2022", "2024").replace("7/22", "7/24").replace("status:", "erstatter: [klima]\nstatus:")
    write(root, "planer/klima-2024.yaml", new)
    done = run("bekreft", "klima", "trygg-oppvekst", "--date", DATE, cwd=root)
    assert done.stdout == f"{FILE}: bekreftet\n{SAYS_NOTHING} Statusen til planen er «Erstattet». {ONLY_ACTIVE}\n"
    assert not pl210_speaks(root)


def test_a_rule_that_is_switched_off_is_told_of_every_plan(root: Path) -> None:
    """With --alle-til too, and beside the other reasons that hold."""
    file = root / "plans/plansystem.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "regler:\n  PL210: {alvor: av}\n", encoding="utf-8")
    done = run("bekreft", "--alle-til", "trygg-oppvekst", "--date", DATE, cwd=root)
    assert done.stdout == f"{FILE}: bekreftet\n{SAYS_NOTHING} Regelen er slått av i plansystem.yaml.\n"
    assert not pl210_speaks(root)
    write(root, "planer/klima.yaml", PLAN.replace("status: vedtatt", "status: opphevet"))
    done = run("bekreft", "klima", "trygg-oppvekst", "--date", DATE, cwd=root)
    reasons = f"Regelen er slått av i plansystem.yaml. Statusen til planen er «Opphevet». {ONLY_ACTIVE}"
    assert done.stdout.endswith(f"{SAYS_NOTHING} {reasons}\n")

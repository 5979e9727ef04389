"""What somebody has gone through, when it was last seen and by what, and what nobody has looked at for a year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from support.helpers import PLAN, fjordvik, write

from planlint.output.seen import seen_sentence, seen_words
from planlint.register.gjennomgang import gone_through_until, last_seen, reviewable, unseen
from planlint.system.system import open_system, usable
from planlint.text.language import language

if TYPE_CHECKING:
    from pathlib import Path

    from planlint.register.register import Register

LATER = date(2026, 11, 29)
INDIKATOR = "tittel: Elever\nenhet: prosent\nmål: [{maal}]\nkilder: [{{kilde: plandokument}}]\n"


def register(root: Path, day: date = LATER, **files: str) -> Register:
    """Read Fjordvik (brought up to date 1.5.2024) with some files more, on a day."""
    fjordvik(root)
    for name, text in files.items():
        write(root, f"{name.replace('__', '/').replace('_', '-')}.yaml", text)
    return usable(open_system(root, day))


def names(found: list[object]) -> list[str]:
    """Give the entities of a list by kind and id."""
    return [one.entity for one in found]  # type: ignore[attr-defined]


def seen(root: Path, extra: str, day: date = LATER) -> tuple[str, str] | None:
    """Give when and by what a plan with some lines more was last seen."""
    read = register(root, day, planer__klima=PLAN + extra)
    known = last_seen(read, read.planer["klima"])
    return (str(known.day), known.field) if known else None


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("", ("2024-05-01", "ajourført")),
        ("gjennomgått: 2026-11-29\n", ("2026-11-29", "gjennomgått")),
        ("gjennomgått: 2026-11-30\n", ("2024-05-01", "ajourført")),
        ("gjennomgått: 2023-11-29\n", ("2024-05-01", "ajourført")),
    ],
)
def test_the_latest_day_counts(tmp_path: Path, extra: str, expected: tuple[str, str]) -> None:
    """A day to come is not counted, and one before the register was brought up to date neither."""
    assert seen(tmp_path, extra) == expected


def test_a_later_event_or_source_shows_that_somebody_looked(tmp_path: Path) -> None:
    """What happened or came out after `ajourført` counts from its first day, and is told as vaguely as it is known."""
    text = PLAN.replace("sak: 7/22}", "sak: 7/22}\n  - {hva: revidert, dato: 2025, organ: kommunestyret, sak: 1/25}")
    read = register(tmp_path, planer__klima=text)
    plan = read.planer["klima"]
    assert last_seen(read, plan)[:2] == (date(2025, 1, 1), "hendelser")  # type: ignore[index]
    assert seen_words(read, language("nb"), plan) == "siste hendelse 2025"
    file = tmp_path / "plans/plansystem.yaml"
    told = file.read_text(encoding="utf-8").replace(
        "kilder:\n", "kilder:\n  ny: {tittel: Ny oversikt, dato: 2026-08}\n"
    )
    file.write_text(told, encoding="utf-8")
    read = register_again(tmp_path, text.replace("[{kilde: plandokument}]", "[{kilde: ny}]"))
    assert seen_words(read, language("nb"), read.planer["klima"]) == "kilden «Ny oversikt» er fra august 2026"
    assert seen_sentence(read, language("nb"), read.planer["klima"]) == (
        "Den nyeste kilden til opplysningene, «Ny oversikt», er fra august 2026."
    )


def register_again(root: Path, text: str) -> Register:
    """Read what lies there, with another plan."""
    write(root, "planer/klima.yaml", text)
    return usable(open_system(root, LATER))


def test_what_ends_needs_nobody(tmp_path: Path) -> None:
    """Ended plans, measures that are done and indicators of what has ended are left out, and so are goals."""
    done = "tittel: Gjort\nstatus: gjennomført\nmål: [trygg-oppvekst]\nkilder: [{kilde: plandokument}]\n"
    read = register(
        tmp_path,
        planer__klima=PLAN.replace("status: vedtatt", "status: utgått"),
        planer__gammel=PLAN,
        planer__ny=PLAN.replace("ansvarlig:", "erstatter: [gammel]\nansvarlig:"),
        tiltak__gjort=done,
        tiltak__venter=done.replace("gjennomført", "utsatt"),
        indikatorer__elever=INDIKATOR.format(maal="trygg-oppvekst"),
        utfordringer__uvisst="tittel: Uvisst\n",
    )
    assert names(list(reviewable(read))) == [
        "plan/arealdel-2021",
        "plan/ny",
        "plan/samfunnsdel-2020",
        "tiltak/aapne-moeteplasser",
        "tiltak/venter",
        "indikator/elever",
        "utfordring/uvisst",
    ]


def test_a_year_and_a_day(tmp_path: Path) -> None:
    """A year to the day is fresh, as for PL311; the day after it is not."""
    assert unseen(register(tmp_path, date(2025, 5, 1))) == []
    assert len(unseen(register(tmp_path, date(2025, 5, 2)))) == 3
    assert len(unseen(register(tmp_path, date(2025, 5, 1)), months=0)) == 3


def test_the_register_is_as_old_as_its_oldest_part(tmp_path: Path) -> None:
    """All of it has been gone through since the oldest of the days; where one has none, nobody can say."""
    assert gone_through_until(register(tmp_path, planer__klima=PLAN + "gjennomgått: 2026-11-29\n")) == date(2024, 5, 1)
    file = tmp_path / "plans/plansystem.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("ajourført: 2024-05-01\n", ""), encoding="utf-8")
    write(tmp_path, "utfordringer/uvisst.yaml", "tittel: Uvisst\n")
    bare = usable(open_system(tmp_path, LATER))
    assert gone_through_until(bare) is None
    assert "utfordring/uvisst" in names(list(unseen(bare)))
    told = seen_words(bare, language("nb"), bare.entities["utfordring"]["uvisst"])
    assert told == "ingen dag er ført"
    assert seen_sentence(bare, language("en"), bare.entities["utfordring"]["uvisst"]).startswith("It is not recorded")


def test_a_page_says_what_age_means(tmp_path: Path) -> None:
    """Fresh is told plainly; old is told with what it means, and never as «no change»."""
    read = register(tmp_path, planer__klima=PLAN + "gjennomgått: 2026-11-29\n")
    nb = language("nb")
    assert seen_sentence(read, nb, read.planer["klima"]) == "Opplysningene ble sist gått gjennom 29.11.2026."
    assert seen_sentence(read, nb, read.planer["arealdel-2021"]) == (
        "Registeret er ajourført 1.5.2024. Ingen har ført at opplysningene er gått gjennom etter det, så noe kan ha "
        "endret seg."
    )

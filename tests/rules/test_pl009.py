"""PL009 and every number of a day: which are identity numbers, and which belong to a service."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.helpers import FELLES, PLAN, check, found, write
from support.rule_cases import TODAY


def _number(day: int, month: int, serial: int) -> str:
    """Give a number with the right control digits, as Skatteetaten describes them; nobody was ever given these.

    The year is 45: the series 500 to 899 is for those born in 1854 to 1899 and in 2000 to 2039.
    """
    known = [int(digit) for digit in f"{day:02}{month:02}45{serial}"]
    d1, d2, m1, m2, y1, y2, i1, i2, i3 = known
    first = -(3 * d1 + 7 * d2 + 6 * m1 + m2 + 8 * y1 + 9 * y2 + 4 * i1 + 5 * i2 + 2 * i3) % 11
    second = -(5 * d1 + 4 * d2 + 3 * m1 + 2 * m2 + 7 * y1 + 6 * y2 + 5 * i1 + 4 * i2 + 3 * i3 + 2 * first) % 11
    return "" if 10 in {first, second} else f"{day:02}{month:02}45 {serial}{first}{second}"


def numbers(day: int, month: int) -> list[str]:
    """Give some numbers of a day and a month."""
    return [number for serial in range(500, 600) if (number := _number(day, month, serial))][:9]


@pytest.mark.parametrize(("day", "month"), [(1, 1), (31, 12), (9, 10), (28, 3), (41, 1), (71, 12)])
def test_every_number_of_a_day_and_a_month_is_an_identity_number(day: int, month: int, tmp_path: Path) -> None:
    """PL009 knows fødselsnummer and D-nummer (the day plus 40) by both control digits."""
    files = {f"planer/a{at}.yaml": f"{PLAN}merknad: {text}\n" for at, text in enumerate(numbers(day, month))}
    assert found(tmp_path, "PL009", files) == [(f"plan/a{at}", "") for at in range(9)]


@pytest.mark.parametrize(("day", "month"), [(0, 1), (32, 1), (40, 1), (72, 1), (1, 0), (1, 13), (61, 20)])
def test_no_number_without_a_day_and_a_month_is_an_identity_number(day: int, month: int, tmp_path: Path) -> None:
    """PL009 leaves other numbers of eleven digits alone, whatever their control digits."""
    files = {f"planer/a{at}.yaml": f"{PLAN}merknad: {text}\n" for at, text in enumerate(numbers(day, month))}
    assert len(files) == 9
    assert found(tmp_path, "PL009", files) == []


def test_a_wrong_control_digit_makes_no_identity_number(tmp_path: Path) -> None:
    """PL009 asks for both digits."""
    right = numbers(23, 4)[0]
    for at in (-1, -2):
        wrong = f"{right[:at]}{(int(right[at]) + 1) % 10}{right[at:][1:]}"
        assert found(tmp_path, "PL009", {"planer/a.yaml": f"{PLAN}merknad: {wrong}\n"}) == []


@pytest.mark.parametrize(
    ("text", "variants"),
    [
        ("Resepsjonen har tlf. 67 50 44 63.", []),
        ("Ring Kari, tlf. 67 50 44 63.", ["telefon"]),
        (f"{'Legevakten, åpen hele døgnet,':30}telefon 67 50 44 63.", []),
        (f"{'Legevakten, åpen hele døgnet,':31}telefon 67 50 44 63.", ["telefon"]),
    ],
)
def test_a_service_named_just_before_a_number_makes_it_the_services_own(
    text: str, variants: list[str], tmp_path: Path
) -> None:
    """PL009 looks back over the thirty characters before the number, to the beginning of the text where it is near."""
    told = found(tmp_path, "PL009", {"planer/a.yaml": f"{PLAN}merknad: '{text}'\n"})
    assert [variant for _, variant in told] == variants


STRATEGI = "tittel: Planstrategi 2023–2027\nvalgperiode: 2023-2027\nstatus: planlagt\n"


@pytest.mark.parametrize(
    ("decision", "where"),
    [
        ("{valg: ny, merknad: kari@fjordvik.example}", "merknad"),
        ("{valg: ny, vilkår: kari@fjordvik.example}", "vilkår"),
        ("{valg: ny, deretter: [{valg: utgår}, {valg: utgår, vilkår: kari@fjordvik.example}]}", "deretter 1 vilkår"),
        ("{valg: ny, deretter: [{valg: utgår, merknad: kari@fjordvik.example}]}", "deretter 0 merknad"),
        ("{valg: ny, bestilt: {organ: kommunestyret, dato: 2024-01-10, sak: kari@fjordvik.example}}", "bestilt sak"),
    ],
)
def test_every_text_of_a_decision_is_read(decision: str, where: str, root: Path) -> None:
    """PL009 reads what a planstrategi decides about a plan, at whatever depth, and tells the field it stands in."""
    write(root, "planstrategier/strategien.yaml", STRATEGI)
    write(root, "planer/a.yaml", f"{PLAN}beslutninger: {{strategien: {decision}}}\n")
    [item] = check(root, TODAY, select=("PL009",)).findings
    assert " ".join(map(str, item.diagnostic.place.path)) == f"beslutninger strategien {where}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{navn: Oppvekst}", "{navn: 'Oppvekst, ved kari.nes@fjordvik.no'}"),
        ("{navn: kommunestyret}", "{navn: 'kommunestyret, ved kari.nes@fjordvik.no'}"),
        ("horisont: 12 år", "horisont: '12 år, spør kari.nes@fjordvik.no'"),
        ("spørsmål: Hva skal vi oppnå?", "spørsmål: ['Hva? Spør kari.nes@fjordvik.no']"),
        ("organer:", "nettsted: {kontakt: kari.nes@fjordvik.no}\norganer:"),
        (
            "organer:",
            "hjul: {ett: {navn: Hjul, rulleres: årlig, steg: [{hva: kari.nes@fjordvik.no}]}}\norganer:",
        ),
    ],
)
def test_what_plansystem_says_of_a_person_is_told_wherever_it_stands(old: str, new: str, tmp_path: Path) -> None:
    """PL009 reads each text of plansystem.yaml, as it does in the other files."""
    system = (FELLES / "plans/plansystem.yaml").read_text(encoding="utf-8")
    assert system.count(old) == 1
    assert found(tmp_path, "PL009", {"plansystem.yaml": system.replace(old, new)}) == [("plansystem", "epost")]


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("merknad: Saksbehandler Kari Nordmann.", ["merknad"]),
        ("merknad: 'Kontaktperson: Anne-Grete Berg-Hansen'", ["merknad"]),
        ("merknad: Rådmannen er ansvarlig for at Kari Nordmanns vei blir bygd", []),
        ("merknad: 'Ansvarlig: Kari Nordmann Stiftelse'", []),
        ("partnere: [Anne Nordmann]", ["partnere"]),
        ("partnere: [Fylke Nord, Jan Mayen, Kari]", []),
    ],
)
def test_a_name_is_told_where_it_can_be_nothing_else(field: str, expected: list[str], root: Path) -> None:
    """PL009 knows who is responsible by name, and a partner that is a person; not a street, a firm or a place."""
    write(root, "planer/a.yaml", f"{PLAN}{field}\n")
    assert [item.diagnostic.place.path[0] for item in check(root, TODAY, select=("PL009",)).findings] == expected

"""An input that somebody writes in a form: it becomes a file with a role and no person."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from support.helpers import PLAN, fjordvik, write
from support.issueform import FILLED, body, lay_out

from planlint.forms.answer import paper
from planlint.forms.form_error import FormError
from planlint.forms.proposed_change import ProposedChange, propose
from planlint.system.system import open_system
from planlint.text import language

FROM = FILLED["innspill"]
DRAFT = "tittel: Benker overalt\ntype: delmål\nplan: klima\nutkast: true\n"
FILE = "plans/innspill/flere-benker-langs-turveien.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Fjordvik with a plan, a draft of a goal in it, and the forms."""
    fjordvik(tmp_path)
    write(tmp_path, "planer/klima.yaml", PLAN)
    write(tmp_path, "maal/utkast-benker.yaml", DRAFT)
    return lay_out(tmp_path)


def proposed(root: Path, **answers: str) -> ProposedChange:
    """Give what the form leads to, some answers changed."""
    return propose(open_system(root, date(2024, 6, 15)), body(root, "innspill", **{**FROM, **answers}))


def refused(root: Path, **answers: str) -> str:
    """Give what the refusal says."""
    with pytest.raises(FormError) as error:
        proposed(root, **answers)
    return "\n".join(problem.in_language(language("nb")) for problem in error.value.problems)


def text(found: ProposedChange, file: str = FILE) -> str:
    """Give the new file."""
    return (found.work.files[file] or b"").decode()


def test_the_form_becomes_a_file(root: Path) -> None:
    """Goals and drafts are named by title or id, the time is as exact as it was said, and the title is the change's."""
    found = proposed(root, Mål="Benker overalt\nnaer-natur")
    assert yaml.safe_load(text(found)) == {
        "tittel": "Flere benker langs turveien", "plan": "klima", "mål": ["utkast-benker", "naer-natur"],
        "tema": ["friluftsliv", "eldre"], "avsender": "innbygger", "arena": "høring", "dato": "2024-03", "nummer": "14",
        "tekst": "Det er langt å gå.", "stemmer": 3,
    }  # fmt: skip
    assert paper(found).tittel == "Innspill: Flere benker langs turveien"
    assert found.report.findings == ()


def test_a_person_is_refused_before_anything_is_written(root: Path) -> None:
    """A name where the role should be, and a telephone number anywhere, are told, and no file is made."""
    assert "ser ut til å ha navnet på en person" in refused(root, Hvem_innspillet_er_fra="Kari Nordmann")
    assert "telefonnummer" in refused(root, Hele_innspillet="Ring meg på tlf. 91 23 45 67.")
    assert "e-postadresse" in refused(root, Hele_innspillet="Skriv til kari.nordmann@firma.no.")


def test_a_signature_is_left_out_and_not_said_again(root: Path) -> None:
    """What stands under the text is no part of it, and the name is not repeated in any answer."""
    found = proposed(root, Hele_innspillet="Det er langt å gå.\n\nVennlig hilsen\nKari Nordmann")
    assert yaml.safe_load(text(found))["tekst"] == "Det er langt å gå."
    told = paper(found)
    assert "Underskriften er ikke tatt med." in told.svar
    assert "Kari" not in "".join(told)


def test_a_little_is_enough(root: Path) -> None:
    """Only the plan, what it is about, from whom and when are asked for."""
    blank = dict.fromkeys(
        ("Hvor_innspillet_kom", "Mål", "Tema", "Nummer", "Stemmer", "Hele_innspillet"), "_No response_"
    )
    assert list(yaml.safe_load(text(proposed(root, **blank)))) == ["tittel", "plan", "avsender", "dato"]
    assert yaml.safe_load(text(proposed(root, Stemmer="0")))["stemmer"] == 0


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ({"Mål": "Finnes ikke i det hele tatt"}, "Ikke noe mål eller utkast i registeret har id eller tittel"),
        ({"Plan": "Finnes ikke i det hele tatt"}, "Ingen plan i registeret"),
        ({"Når_innspillet_kom": "2031"}, "Datoen er ikke kommet ennå. Skriv når innspillet kom."),
        ({"Stemmer": "mange"}, "Feltet «Stemmer» må ha et helt tall, ikke «mange»."),
        ({"Stemmer": "-3"}, "må ha et helt tall"),
        ({"Hvor_innspillet_kom": "På puben"}, "har ikke valget"),
        ({"Innspillet_kort": "Con"}, "Windows har reservert"),
    ],
)
def test_what_cannot_be_used_is_told(root: Path, answer: dict[str, str], told: str) -> None:
    """Each slip has its own sentence."""
    assert told in refused(root, **answer)


def test_the_same_twice_is_one_and_two_that_share_a_title_are_two(root: Path) -> None:
    """An input is not written over; one that says something else gets a name of its own, and asks for a look."""
    first = text(proposed(root))
    write(root, "innspill/flere-benker-langs-turveien.yaml", first)
    assert "er i registeret fra før" in refused(root)
    other = proposed(root, Hele_innspillet="Også i skogen.")
    assert [*other.work.changes()] == [FILE.replace(".yaml", "-2.yaml")]

"""PL009: a national identity number, or a person's e-mail address or phone number, in text meant for publishing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planlint.base import Finding, Place, RuleClass, Severity
from planlint.model import PerEntity, own_texts
from planlint.rules.first_names import ALSO_WORDS, FIRST_NAMES
from planlint.rules.rule import FindingText, finding, rule
from planlint.source import PLANSYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planlint.base import Step
    from planlint.model import Model
    from planlint.register import Register

_PERSON = r"[A-ZÆØÅ][a-zæøåéèü]+(?:-[A-ZÆØÅ][a-zæøåéèü]+)?"
_HOLDER = re.compile(
    r"\b(?:[Aa]nsvarlig|[Ss]aksbehandl[ea]r|[Kk]ontaktperson|[Pp]rosjektleder|[Pp]rosjektleiar)(?: er|:)? "
    rf"({_PERSON}) {_PERSON}\b(?!-| +(?:{_PERSON}|AS|SA|BA|IKS|KF|gate|vei|veg|plass|skole|stiftelse|legat|fond)\b)"
)
"""Who has a task, by name. What goes on is perhaps called after a person: a street, a school, a firm."""
_ALONE = re.compile(rf"({_PERSON}) {_PERSON}")
_PLACES = frozenset(("Jan Mayen",))
_DOUBTFUL = re.compile(r"@|\d(?:[ .]?\d){7}|nsvarlig|aksbehandl|ontaktperson|rosjektle")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBER = re.compile(r"(?<!\w)\d{6} ?\d{5}(?!\w)")
_EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)
_PHONE = re.compile(
    r"(?:\b(?:tlf|telefon|mobil|mob)(?:nummer|nr)?\b[^\d\n+]{0,30}(?:(?:\+|00)47 ?)?|(?<!\w)(?:\+|00)47 ?)"
    r"(?=[2-79])(?:\d{8}|\d\d(?: \d\d){3}|\d\d(?:\.\d\d){3}|\d{3} \d\d \d{3}|\d{4} \d{4})(?!\w)",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"sentralbord|servicetorg|innbyggertorg|resepsjon|kundesenter|kundeservice|legevakt|vaktsentral|vakttelefon",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:post|postmottak|epost|firmapost|kundeservice|servicetorg|innbyggertorg|info|informasjon|kontakt|service"
    r"|support|resepsjon|sentralbord|presse|personvern|personvernombud|plan|planer|planlegging|planstrategi|planprogram"
    r"|kommuneplan|arealplan|samfunnsplan|byplan|byggesak|medvirkning|innspill|politikk|noreply"
    r"|\w*(?:avdelingen|seksjonen|enheten|kontoret|tjenesten|utvalget|sekretariatet|mottak))"
)
_WEIGHTS = ((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))


def _is_identity_number(text: str) -> bool:
    """Tell whether eleven digits are a fødselsnummer or a D-nummer: a day, a month and both control digits."""
    digits = [int(char) for char in text if char != " "]
    day, month = digits[0] * 10 + digits[1], digits[2] * 10 + digits[3]
    if not ((1 <= day <= 31 or 41 <= day <= 71) and 1 <= month <= 12):  # noqa: PLR2004 - D-nummer: day + 40
        return False
    return all(sum(w * d for w, d in zip(weights, digits, strict=False)) % 11 == 0 for weights in _WEIGHTS)


def _is_role(name: str, roles: frozenset[str]) -> bool:
    """Tell whether the part before @ names an office and not a person."""
    name = name.casefold()
    return name in roles or any(word in roles or _ROLE.fullmatch(word) for word in re.split(r"[.+_-]", name))


def _kinds(text: str, roles: frozenset[str]) -> Iterator[str]:
    """Give the kinds of personal data in a text, as names of the rule's variants; "" is an identity number."""
    if any(_is_identity_number(match[0]) for match in _NUMBER.finditer(text)):
        yield ""
    if any(not _is_role(match[1], roles) for match in _EMAIL.finditer(text)):
        yield "epost"
    if any(not _SERVICE.search(text, max(0, match.start() - 30), match.end()) for match in _PHONE.finditer(text)):
        yield "telefon"
    if any(_is_first(match[1]) for match in _HOLDER.finditer(text)):
        yield "ansvarlig"


def _is_first(word: str) -> bool:
    """Tell whether a word begins with a common first name, and no other word than that."""
    first = word.partition("-")[0]
    return first in FIRST_NAMES and first not in ALSO_WORDS


def _is_person(text: str) -> bool:
    """Tell whether a text is a person's name and nothing else: a first name and a name behind it."""
    found = _ALONE.fullmatch(text.strip())
    return bool(found and _is_first(found[1]) and found[0] not in _PLACES)


def _has_name(text: str) -> bool:
    """Tell whether a word of a text is a common first name: with a name behind it, or one that is nothing else."""
    words = _WORD.findall(text)
    names = [(at, word) for at, word in enumerate(words) if word in FIRST_NAMES]
    return any(word not in ALSO_WORDS or (at + 1 < len(words) and words[at + 1].istitle()) for at, word in names)


def _places(register: Register) -> Iterator[tuple[str, str, tuple[Step, ...], str]]:
    """Give (entity, file, keys, text) for the texts that hold digits or an @ at all."""
    for path, text in _doubtful(register.plansystem):
        yield "plansystem", PLANSYSTEM, path, text
    for entities in register.entities.values():
        for entity in entities.values():
            for path, text in _of_entity(entity):
                yield entity.entity, entity.file, path, text


def _doubtful(model: Model) -> tuple[tuple[tuple[Step, ...], str], ...]:
    return tuple((path, text) for path, text in own_texts(model) if _DOUBTFUL.search(text))


_of_entity = PerEntity(_doubtful)


@rule(
    "PL009",
    "personopplysning",
    Severity.ADVARSEL,
    RuleClass.FORMAT,
    kilde="personvernforordningen artikkel 5 nr. 1 bokstav c",
    krav=(
        "Tekster som vises for alle, har ikke fødselsnummer eller personers e-postadresse og telefonnummer. Den som "
        "har gitt et innspill eller er ansvarlig for noe, står med rolle og ikke med navn."
    ),
    hvorfor=(
        "Planfilene er åpne, og git husker alt som har stått der. En personopplysning som er publisert, kan ikke "
        "kalles tilbake. Adressen til et postmottak eller et servicetorg virker også når den ansatte slutter."
    ),
    tekst=FindingText(
        melding="Teksten i `{felt}` har et tall som er et gyldig fødselsnummer eller D-nummer.",
        merke="fødselsnummer",
        hjelp=(
            "slett nummeret, og meld fra til personvernombudet. Be den som har ansvar for planfilene (kodelageret), "
            "om å fjerne det fra historikken også."
        ),
    ),
    varianter={
        "epost": FindingText(
            melding="Teksten i `{felt}` har en e-postadresse som ser ut til å tilhøre en person.",
            merke="personlig e-postadresse",
            hjelp="bruk adressen til et postmottak eller en avdeling, eller slett adressen.",
        ),
        "ansvarlig": FindingText(
            melding="Teksten i `{felt}` ser ut til å ha navnet på en person.",
            merke="navnet på en person?",
            hjelp="skriv kommunen, avdelingen eller rollen, og ta bort navnet.",
        ),
        "navn": FindingText(
            melding="Teksten i `{felt}` ser ut til å ha navnet på en person.",
            merke="navnet på en person?",
            hjelp="skriv rollen, for eksempel «innbygger» eller «medlem av ungdomsrådet», og ta bort navnet.",
        ),
        "telefon": FindingText(
            melding="Teksten i `{felt}` har et telefonnummer som kan tilhøre en person.",
            merke="telefonnummer",
            hjelp="skriv nummeret til sentralbordet eller servicetorget, med navnet foran, eller slett nummeret.",
        ),
    },
)
def check(register: Register, *, rolleadresser: str = "") -> Iterator[Finding]:
    """Yield one finding for each kind of personal data in each text; the data itself is never repeated.

    `rolleadresser` are more words, with spaces between, that make an e-mail address an office's own.
    """
    roles = frozenset(rolleadresser.casefold().split())
    for entity, file, path, text in _places(register):
        for variant in _kinds(text, roles):
            args = {"felt": next(step for step in reversed(path) if isinstance(step, str))}
            yield Finding(entity, Place(file, path), args, variant=variant)
    for plan in register.planer.values():
        if any(_is_person(partner) for partner in plan.partnere):
            yield finding(plan, "partnere", variant="ansvarlig", felt="partnere")
    for item in register.innspill.values():
        if item.avsender and _has_name(item.avsender):
            yield finding(item, "avsender", variant="navn", felt="avsender")

"""What all kinds share: the base model, ids, numbers, periods, events and sources."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    PrivateAttr,
    StrictBool,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from planlint.model.ord import Hva, Status
from planlint.model.tidspunkt import Tidspunkt

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_PLAIN = re.compile(r"[0-9A-Za-zÆØÅæøå]")
_LETTERS = frozenset(("Lu", "Ll", "Lt", "Lo", "Nd", "Nl", "No"))
_UNSEEN = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters or signs by name, and nothing on the screen


_WORD = 4
"""A word alone with fewer letters and digits gives no reason."""
_NO_TITLES = frozenset((
    "todo", "fixme", "tbd", "tba", "xxx", "n/a", "tittel", "tittelen", "title", "uten tittel", "ingen tittel",
    "untitled", "fyll inn", "fyll inn tittel", "fyll ut", "skriv tittelen her", "lorem ipsum",
))  # fmt: skip


def norwegian_key(name: str) -> str:
    """Give the YAML key of a Python name: ae, oe, aa become æ, ø, å."""
    return name.replace("aa", "å").replace("ae", "æ").replace("oe", "ø")


def read_number(value: Any) -> int | float:
    """Accept a number as it stands; text that only looks like one is an error."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PydanticCustomError("tall", "not a number", {"verdi": str(value)})
    return value


def is_name(text: str) -> bool:
    """Tell whether a text has a letter or a digit that can be seen: what has none, nobody can be called by."""
    if _PLAIN.search(text):
        return True
    return any(unicodedata.category(char) in _LETTERS and char not in _UNSEEN for char in text)


def is_reason(text: str) -> bool:
    """Tell whether a text can say why, or where it stands: «ok» alone cannot, and the number of a case can."""
    return is_name(text) and (len(text.split()) > 1 or sum(map(str.isalnum, text)) >= _WORD)


def _read_text(text: str) -> str:
    """Accept a text with anything to be seen in it: a sign is enough («%»), a blank is not."""
    if not _PLAIN.search(text) and all(unicodedata.category(char)[0] in "ZCM" or char in _UNSEEN for char in text):
        raise PydanticCustomError("string_too_short", "nothing to be seen", {})
    return text


def _read_name(text: str) -> str:
    if not is_name(text):
        raise PydanticCustomError("uten_ord", "no letter or digit", {})
    return text


def _read_title(text: str) -> str:
    """Accept a title; a word that stands where one is to be filled in is none."""
    if " ".join(text.casefold().strip(" \t.:!?…<>[](){}«»\"'*_-").split()) in _NO_TITLES:
        raise PydanticCustomError("plassholder", "to be filled in", {})
    return text


Id = Annotated[str, Field(pattern=SLUG, max_length=100)]
TypeId = Annotated[str, Field(pattern=r"^[a-zæøå0-9]+(-[a-zæøå0-9]+)*$", max_length=100)]
PROSE = "prose"
"""What marks a field as text that a person writes."""
Text = Annotated[str, Field(min_length=1), AfterValidator(_read_text), PROSE]
Name = Annotated[Text, AfterValidator(_read_name)]
Title = Annotated[Name, AfterValidator(_read_title)]
Number = Annotated[int | float, PlainValidator(read_number), WithJsonSchema({"type": "number"})]
Year = Annotated[int, Field(strict=True, ge=1800, le=2200)]


class Model(BaseModel):
    """The base of every model: unknown keys are errors, values are frozen, keys are Norwegian."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=norwegian_key, defer_build=True)


class Periode(Model):
    """Tiden noe gjelder for."""

    fra: Tidspunkt | None = Field(None, title="Fra", description="Første år eller dag. Et år betyr 1. januar.")
    til: Tidspunkt | None = Field(None, title="Til", description="Siste år eller dag. Et år betyr 31. desember.")
    usikker: StrictBool = Field(
        default=False, title="Usikker", description="Kilden er selv i tvil, for eksempel «2021?»."
    )


class Hendelse(Model):
    """Noe som skjedde (eller er varslet) på en dag: hva, når, hvem, i hvilken sak."""

    hva: Hva = Field(title="Hva", description="Hva som skjedde.", examples=["vedtatt"])
    dato: Tidspunkt = Field(title="Dato", description="Dagen, så nøyaktig som kilden sier.", examples=["2018-02-28"])
    organ: Id | None = Field(None, title="Organ", description="Hvem som gjorde det: et organ i plansystem.yaml.")
    sak: Name | None = Field(None, title="Sak", description="Saksnummer.", examples=["19/18"])
    til: Tidspunkt | None = Field(None, title="Til", description="Ny sluttdato når planen er forlenget.")
    tekst: Name | None = Field(
        None, title="Tekst", description="Ordene i vedtaket, slik kilden gjengir dem. Et verbalvedtak er vedtatt i ord."
    )
    maal: tuple[Id, ...] = Field((), title="Mål", description="Målene som vedtaket gjelder, om ikke hele planen.")
    innspill: Annotated[int, Field(strict=True, ge=0)] | None = Field(
        None,
        title="Innspill",
        description="Hvor mange innspill som kom inn i høringen, når kilden sier det. 0 betyr at det ikke kom noen.",
    )
    planlagt: StrictBool = Field(
        default=False, title="Planlagt", description="Varslet, men ikke kjent som gjennomført."
    )
    usikker: StrictBool = Field(default=False, title="Usikker", description="Kilden er selv i tvil om dagen.")
    kilde: Id | None = Field(None, title="Kilde", description="Kilden som sier det: en kilde i plansystem.yaml.")
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")


class Kildehenvisning(Model):
    """Hva en kilde sier, og hvor den sier det."""

    kilde: Id = Field(title="Kilde", description="En kilde i plansystem.yaml.", examples=["grunnlagsdokument-2019"])
    sted: Text | None = Field(None, title="Sted", description="Kapittel, side eller tabell.", examples=["tabell 7.10"])
    oppgir: Text | None = Field(None, title="Oppgir", description="Det kilden sier, med kildens egne ord.")
    hva: Hva | None = Field(None, title="Hva", description="Hendelsen som kilden daterer.")
    dato: Tidspunkt | None = Field(None, title="Dato", description="Dagen som kilden oppgir for hendelsen.")
    organ: Id | None = Field(None, title="Organ", description="Organet som kilden oppgir.")
    sak: Name | None = Field(None, title="Sak", description="Saksnummeret som kilden oppgir.")
    status: Status | None = Field(None, title="Status", description="Statusen som kilden oppgir.")
    usikker: StrictBool = Field(
        default=False,
        title="Usikker",
        description="Kilden er selv i tvil om det den oppgir, som om planen er i bruk.",
    )


class Lenke(Model):
    """En lenke til et dokument eller en sak."""

    tittel: Name = Field(title="Tittel", description="Det leseren ser.")
    url: Text = Field(title="Adresse", description="Adressen, med https://.")


class Effekt(Model):
    """Virkningen av et tiltak eller et mål, som et tall med enhet."""

    verdi: Number = Field(title="Verdi", description="Tallet. Negativt når noe går ned.")
    enhet: Text = Field(title="Enhet", description="Måleenheten.", examples=["1000 tonn CO2"])
    til: Tidspunkt | None = Field(None, title="Til", description="Året effekten er ventet.")


def _sdg(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise PydanticCustomError("baerekraftsmaal", "no SDG", {"verdi": str(value)})
    return str(value)


Baerekraftsmaal = Annotated[
    str,
    BeforeValidator(_sdg),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 1, "maximum": 17},
                {"type": "string", "pattern": r"^(1[0-7]|[1-9])(\.[0-9a-d]{1,2})?$"},
            ]
        }
    ),
]


class Enhet(Model):
    """The base of what has a file of its own. The id is the file's stem, and is never written in the file."""

    kind: ClassVar[str]
    default_when_missing: ClassVar[dict[str, str]] = {}
    """What a required field is where a file lacks it, or has it wrong, and can be shown all the same."""
    _id: str = PrivateAttr("")
    _file: str = PrivateAttr("")

    tittel: Title = Field(title="Tittel", description="Navnet, slik det står i vedtaket.")

    def placed(self, id_: str, file: str) -> Self:
        """Tell the entity its id and file; called once, by the loader."""
        self._id = id_
        self._file = file
        return self

    @property
    def id(self) -> str:
        """The file's stem."""
        return self.__pydantic_private__["_id"]  # type: ignore[index, no-any-return] # ten times as fast as self._id

    @property
    def entity(self) -> str:
        """Its name in reports: kind and id."""
        return f"{self.kind}/{self.id}"

    @property
    def file(self) -> str:
        """The file's path from the root, with forward slashes."""
        return self.__pydantic_private__["_file"]  # type: ignore[index, no-any-return] # as above

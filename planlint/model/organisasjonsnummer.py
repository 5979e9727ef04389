"""Organisation numbers in Enhetsregisteret: nine digits, the last of which checks the others."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

ORGANISASJONSNUMMER = r"^\d{9}$"
_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2, 1)


def _read_organisasjonsnummer(text: str) -> str:
    """Accept an organisation number whose control digit fits (Enhetsregisteret: modulus 11)."""
    if sum(int(digit) * weight for digit, weight in zip(text, _WEIGHTS, strict=True)) % 11:
        raise PydanticCustomError("kontrollsiffer", "the control digit does not fit", {"verdi": text})
    return text


Organisasjonsnummer = Annotated[str, Field(pattern=ORGANISASJONSNUMMER), AfterValidator(_read_organisasjonsnummer)]

"""Norwegian sentences, as plans have them, in endless variety and the same every time."""

from __future__ import annotations

import random
from datetime import date, timedelta

WHO = (
    "Kommunen", "Hver virksomhet", "Barnehagene", "Skolene", "Helsetjenesten", "Frivilligheten", "Næringslivet",
    "Kulturlivet", "Ungdomsrådet", "Beredskapsrådet", "Innbyggerne", "Naboene", "Idretten", "Kommunestyret",
)  # fmt: skip
DOES = (
    "skal styrke", "arbeider for", "tar ansvar for", "samarbeider om", "legger til rette for", "følger opp",
    "måler hvert år", "prioriterer", "skal bidra til", "vil sikre",
)  # fmt: skip
WHAT = (
    "trygge skoleveier", "gode møteplasser", "levende kultur", "rent vann i fjorden", "lave utslipp",
    "nok kompetanse", "korte ventetider", "varierte boliger", "et mangfold av arter", "sykkelveier uten hull",
    "dyrket jord", "god beredskap", "åpne tjenester", "likeverdige tilbud", "aktive eldre", "tidlig innsats",
    "grønn omstilling", "ny kollektivtrafikk", "digital deltakelse", "økt gjenbruk",
)  # fmt: skip
HOW = (
    "i alle deler av kommunen", "sammen med dem det gjelder", "gjennom hele livet", "innen 2030",
    "uten å bygge ned marka", "i tråd med samfunnsdelen", "også når økonomien er stram", "på tvers av sektorene",
    "for både små og store", "slik at færre faller utenfor", "der folk bor og ferdes", "etter råd fra brukerne",
)  # fmt: skip
TEMAER = (
    "barn",
    "natur",
    "klima",
    "bolig",
    "skole",
    "helse",
    "idrett",
    "kultur",
    "næring",
    "beredskap",
    "fjorden",
    "ære",
)
UNITS = ("oppvekst", "miljoe")


def title(rng: random.Random) -> str:
    """Give two of the things that plans are about."""
    return " og ".join(rng.sample(WHAT, 2))


def sentence(rng: random.Random) -> str:
    """Give a sentence of about a hundred characters."""
    return f"{rng.choice(WHO)} {rng.choice(DOES)} {title(rng)} {', '.join(rng.sample(HOW, 2))}."


def prose(rng: random.Random, sentences: int) -> str:
    """Give so many sentences, on one line."""
    return " ".join(sentence(rng) for _ in range(sentences))


def day(rng: random.Random, year: int) -> date:
    """Give a day in September, or soon after it, on which a council meets: a Wednesday."""
    found = date(year, 9, rng.randint(1, 28))
    return found + timedelta((2 - found.weekday()) % 7)

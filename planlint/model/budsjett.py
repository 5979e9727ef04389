"""A budget in a plan, such as a climate budget: rows with what each is expected to give, and the declared sum of them.

The numbers are expected effects. What is to be reached is a goal, with its indicator's `måltall`.
"""

from __future__ import annotations

from pydantic import Field, StrictBool

from planlint.model.shared import Id, Model, Name, Number, Text
from planlint.model.tidspunkt import Tidspunkt


class Budsjettpost(Model):
    """En post i et budsjett: hva den gjelder, og hva den er ventet å gi."""

    tittel: Name = Field(title="Tittel", description="Navnet på posten.", examples=["Lastebiler"])
    verdi: Number | None = Field(
        None, title="Verdi", description="Tallet. Negativt når noe går ned. Tomt når kilden ikke har noe tall."
    )
    maal: tuple[Id, ...] = Field((), title="Mål", description="Målene som posten er ført under.")
    tiltak: tuple[Id, ...] = Field((), title="Tiltak", description="Tiltakene som skal bidra til posten.")
    oppgir: Text | None = Field(None, title="Oppgir", description="Det kilden sier om posten, med kildens egne ord.")
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")


class Budsjett(Model):
    """Et budsjett: poster i samme enhet, og summen av dem. Tallene er ventede virkninger, ikke måltall."""

    tittel: Name = Field(title="Tittel", description="Navnet på budsjettet.", examples=["Klimabudsjett"])
    enhet: Text = Field(title="Enhet", description="Måleenheten.", examples=["1000 tonn CO2"])
    fra: Tidspunkt | None = Field(None, title="Fra", description="Året endringen regnes fra.", examples=[2009])
    til: Tidspunkt | None = Field(None, title="Til", description="Året budsjettet gjelder for.", examples=[2030])
    sum: Number | None = Field(None, title="Sum", description="Summen som kilden oppgir.", examples=[-57.1])
    avrundet: StrictBool = Field(
        default=False,
        title="Avrundet",
        description="Postene og summen er rundet av hver for seg, så de trenger ikke gå helt opp.",
    )
    kilde: Id | None = Field(None, title="Kilde", description="Kilden til tallene: en kilde i plansystem.yaml.")
    sted: Text | None = Field(None, title="Sted", description="Kapittel, side eller tabell.", examples=["tabell 9.3"])
    oppgir: Text | None = Field(None, title="Oppgir", description="Det kilden sier om summen, med kildens egne ord.")
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst (Markdown).")
    poster: tuple[Budsjettpost, ...] = Field((), title="Poster", description="Postene, i kildens rekkefølge.")

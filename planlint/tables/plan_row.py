"""One plan as a row of a table: texts only, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planlint.law import bestemmelser
from planlint.model import VEDTAK
from planlint.register import kortstatus, plan_name, type_name
from planlint.text import BEGINS, BESLUTNING_NAMES, DONE, STATUS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planlint.model import Arbeid, Beslutning, Bestilling, Deretter, Forankring, Oppgave, Plan, TidspunktValue
    from planlint.register import Register
    from planlint.text import Language


def hjemmel(ids: Iterable[str], register: Register) -> list[str]:
    """Give the names of provisions, planlint's own and those that plansystem.yaml declares."""
    known, own = bestemmelser(), register.plansystem.bestemmelser
    return [own[id_].navn if id_ in own else known[id_].navn if id_ in known else id_ for id_ in ids]


def per_year(numbers: Mapping[int, float], lang: Language) -> str:
    """Give amounts year by year in a line: «2024: 8,5; 2025: 9»; "" for none."""
    return "; ".join(f"{year}: {lang.number(number)}" for year, number in sorted(numbers.items()))


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan in the table of plans; an empty text is what nobody has documented.

    `status` is the short status, made of all that is known of it; `statusord` is the status alone.
    """

    id: str
    tittel: str
    type: str
    status: str
    vedtatt: str
    periode: str
    revisjon: str
    arbeid: str
    ansvarlig: str
    forankring: str
    utgaar: bool
    statusord: str


@dataclass(frozen=True, slots=True)
class BeslutningRow:
    """What the planstrategi decided about a plan."""

    tittel: str
    oppstart: str
    ferdig: str
    ansvarlig: str
    prioritet: str
    hjemmel: str
    merknad: str
    vilkaar: str = ""
    aarsverk: str = ""
    kostnad: str = ""
    utvalg: str = ""
    venter_paa: str = ""
    deretter: str = ""
    bestilt: str = ""
    begrunnelse: str = ""


class RowMaker:
    """Makes rows from a register in a language."""

    def __init__(self, register: Register, lang: Language) -> None:
        """Keep both."""
        self.register = register
        self.lang = lang
        self._made: dict[int, tuple[Plan, PlanRow]] = {}

    def name(self, plan: Plan) -> str:
        """Give what a plan is called: its title, and which edition it is where that does not tell."""
        return plan_name(self.register, self.lang, plan)

    def plan(self, plan: Plan) -> PlanRow:
        """Give a plan's row, made once: a dozen pages and tables show it."""
        if id(plan) not in self._made:
            self._made[id(plan)] = plan, self._plan(plan)
        return self._made[id(plan)][1]

    def _plan(self, plan: Plan) -> PlanRow:
        end = self.register.periodeslutt(plan)
        return PlanRow(
            id=plan.id,
            tittel=self.name(plan),
            type=self.lang.value(type_name(self.register, plan)),
            status=kortstatus(self.register, self.lang, plan),
            vedtatt=self._vedtatt(plan),
            periode=self._periode(plan),
            revisjon=self._revisjon(plan),
            arbeid=self._work(plan.arbeid),
            ansvarlig=self._sektor(plan.ansvarlig),
            forankring=self._forankring(plan),
            utgaar=end is not None and end.year == self.register.today.year,
            statusord=self.lang.gettext(STATUS[self.register.status(plan)]),
        )

    def beslutning(self, plan: Plan, decision: Beslutning) -> BeslutningRow:
        """Make the row of what the planstrategi decided about a plan."""
        return BeslutningRow(
            tittel=self.name(plan),
            oppstart=self._point(decision.oppstart),
            ferdig=self._point(decision.ferdig) + self._doubt(usikker=decision.usikker and decision.ferdig is not None),
            ansvarlig=self._sektor(decision.ansvarlig or plan.ansvarlig),
            prioritet=str(decision.prioritet or decision.innsats or ""),
            hjemmel=", ".join(hjemmel(decision.hjemmel or plan.hjemmel, self.register)),
            merknad=decision.merknad or "",
            vilkaar=decision.vilkaar or "",
            aarsverk=per_year(decision.aarsverk, self.lang),
            kostnad=per_year(decision.kostnad, self.lang),
            utvalg=self._organ(decision.utvalg),
            venter_paa="; ".join(self.name(plan) for plan in map(self.register.find_plan, decision.venter_paa) if plan),
            deretter="; ".join(map(self._later, decision.deretter)),
            bestilt=self._ordered(decision.bestilt) if decision.bestilt else "",
            begrunnelse=decision.begrunnelse or "",
        )

    def oppgave(self, task: Oppgave) -> BeslutningRow:
        """Make the row of work in a planstrategi that is no plan."""
        return BeslutningRow(
            tittel=task.tittel,
            oppstart=self._point(task.oppstart),
            ferdig=self._point(task.ferdig),
            ansvarlig=self._sektor(task.ansvarlig),
            prioritet="",
            hjemmel="",
            merknad=task.merknad or "",
            aarsverk=per_year(task.aarsverk, self.lang),
            kostnad=per_year(task.kostnad, self.lang),
            utvalg=self._organ(task.utvalg),
        )

    def _later(self, later: Deretter) -> str:
        """Say what is decided for afterwards: «Oppheves, når ny plan er vedtatt, ferdig 2026»."""
        _, into = self.lang.gettext, self.register.find_plan(later.inn_i)
        parts = [_(BESLUTNING_NAMES[later.valg]), later.vilkaar or ""]
        parts += [_("inn i {plan}").format(plan=self.name(into))] if into else []
        parts += [self.lang.render(BEGINS, {"tid": later.oppstart})] if later.oppstart else []
        parts += [self.lang.render(DONE, {"tid": later.ferdig})] if later.ferdig else []
        return ", ".join(part for part in (*parts, later.merknad) if part)

    def _ordered(self, order: Bestilling) -> str:
        sak = self.lang.gettext("sak {sak}").format(sak=order.sak) if order.sak else ""
        return ", ".join(part for part in (self._organ(order.organ), self._point(order.dato), sak) if part)

    def _organ(self, id_: str | None) -> str:
        organ = self.register.plansystem.organer.get(self.register.assumed.get(("organ", id_ or ""), id_ or ""))
        return organ.navn if organ else ""

    def _point(self, point: TidspunktValue | None) -> str:
        return self.lang.tidspunkt(point) if point else ""

    def _doubt(self, *, usikker: bool) -> str:
        return f" ({self.lang.gettext('usikkert')})" if usikker else ""

    def _vedtatt(self, plan: Plan) -> str:
        event = self.register.last_event(plan, *VEDTAK)
        if event is None:
            return ""
        organ = self.register.plansystem.organer.get(event.organ or "")
        sak = self.lang.gettext("sak {sak}").format(sak=event.sak) if event.sak else ""
        parts = [self.lang.tidspunkt(event.dato, usikker=event.usikker), organ.navn if organ else "", sak]
        return ", ".join(part for part in parts if part)

    def _periode(self, plan: Plan) -> str:
        if plan.periode is None:
            return ""
        start, end = self._point(plan.periode.fra), self._point(plan.periode.til)
        until = self.lang.gettext("til {tid}").format(tid=end) if end else ""
        return (f"{start}–{end}" if start else until) + self._doubt(usikker=plan.periode.usikker)

    def _revisjon(self, plan: Plan) -> str:
        if plan.revisjon is None:
            return ""
        parts = [self._point(plan.revisjon.neste), plan.revisjon.rulleres or ""]
        return ", ".join(part for part in parts if part) + self._doubt(usikker=plan.revisjon.usikker)

    def _work(self, work: Arbeid | None) -> str:
        if work is None or not (work.oppstart or work.ferdig):
            return ""
        start, end = self._point(work.oppstart), self._point(work.ferdig)
        return self._span(start, end) + self._doubt(usikker=work.usikker)

    def _span(self, start: str, end: str) -> str:
        """Give a time in words: «2018–2020», «2020», «fra 2018», «til 2020»."""
        if start and end:
            return start if start == end else f"{start}–{end}"
        text = self.lang.gettext("fra {tid}") if start else self.lang.gettext("til {tid}")
        return text.format(tid=start or end)

    def _sektor(self, id_: str | None) -> str:
        sektor = self.register.plansystem.sektorer.get(id_ or "")
        return sektor.navn if sektor else ""

    def _forankring(self, plan: Plan) -> str:
        return self.lang.enumeration([name for anchor in plan.forankring if (name := self._above(anchor))])

    def _above(self, anchor: Forankring) -> str:
        maal, over = self.register.find_maal(anchor.maal), self.register.find_plan(anchor.plan)
        return maal.tittel if maal else self.name(over) if over else ""

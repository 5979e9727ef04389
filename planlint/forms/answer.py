"""What is answered in the issue, and the title, text and branch of the pull request; all of it safe to post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planlint.base import N_, Severity, shortened, slug
from planlint.forms.quote import quote, safe
from planlint.output import alvor, counted, markdown_section, words_of
from planlint.text import EVENT_NAMES, language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.base import Message
    from planlint.check import Located
    from planlint.forms.proposed_change import ProposedChange
    from planlint.text import Language

# The workflow finds its own comment by this line and its author, and edits it.
MARK = "<!-- planlint-skjema -->"
_PLAIN = re.compile(r"[^\w .,;()/&%+\-–—'’«»]|_")
_LONGEST_TITLE, _MOST, _MOST_TOLD, _ROOM = 120, 30, 10, 15_000
_AGAIN = N_(
    "Rett det i skjemaet øverst i saken (de tre prikkene og «Edit»), og lagre. La overskriftene stå. planlint prøver "
    "på nytt da."
)
_BY_PERSON = N_(
    "Kontrollen er kjørt i nettleseren til den som sendte forslaget, mot plansystemet slik nettstedet hadde det. "
    "Den blir kjørt igjen på forslaget."
)
_READ = N_("En kollega må lese og godkjenne forslaget før det blir en del av plansystemet.")
_NOT_STARTED = N_(
    "Kontrollen er kjørt da skjemaet ble lest, mot den nyeste utgaven av plansystemet. GitHub starter ikke den vanlige "
    "kontrollen når det er en arbeidsflyt som lager forslaget. Lukk og åpne det igjen for å kjøre den."
)


class Paper(NamedTuple):
    """The texts of a proposal: the answer in the issue, and the pull request's title, text and branch."""

    svar: str
    tittel: str
    tekst: str
    gren: str


def refusal(problems: Sequence[Message], lang: Language) -> str:
    """Give the answer to a form that cannot be used: every problem on a line of its own, and what to do."""
    rows = [f"- {told}" for told in dict.fromkeys(problem.in_language(lang) for problem in problems)]
    head = f"{lang.gettext('planlint kan ikke bruke skjemaet ennå. Ingenting er endret.')}\n\n{lang.gettext(_AGAIN)}"
    return "\n".join([MARK, head, "", *rows, ""])


def _title(proposal: ProposedChange, lang: Language) -> str:
    given = proposal.given
    plan = shortened(" ".join(_PLAIN.sub(" ", proposal.tittel).split()), _LONGEST_TITLE)
    what = lang.gettext(EVENT_NAMES[given.hva]) if given.hva else ""
    when = lang.tidspunkt(given.dato) if given.dato else ""
    about = " ".join(part for part in (what, when) if part)
    return f"{given.form.title}: {plan}{f' ({about})' if about else ''}"


def _path(path: str) -> str:
    return f"`{path}`" if re.fullmatch(r"[\w./-]+", path) else safe(path)


def _row(item: Located, lang: Language) -> str:
    words = words_of(item, lang)
    help_ = f"{lang.gettext('Slik retter du')}: {safe(words.help)}"
    where = _path(item.diagnostic.place.file)
    return f"- **{safe(alvor(item.diagnostic, lang))}** {where}: {safe(words.message)} {help_}"


def _findings(proposal: ProposedChange, lang: Language, most: int) -> list[str]:
    """Give what the check of the proposal finds, errors first, with what to do."""
    found = sorted(proposal.report.findings, key=lambda item: item.diagnostic.severity.rank)
    rows = [_row(item, lang) for item in found[:most]]
    if len(found) > most:
        rows.append(lang.gettext("- … og {n} til. Kontrollen av forslaget viser alle.").format(n=len(found) - most))
    return [_verdict(proposal, lang), *([""] if rows else []), *rows]


def _consequences(proposal: ProposedChange, lang: Language) -> list[str]:
    """Give what is changed and what it leads to, as on any other pull request."""
    change = proposal.report.change
    return ["", markdown_section(change, lang, _ROOM).strip()] if change else []


def _verdict(proposal: ProposedChange, lang: Language) -> str:
    counts = {one: sum(item.diagnostic.severity is one for item in proposal.report.findings) for one in Severity}
    if not any(counts.values()):
        return lang.gettext("Kontrollen har ingen nye funn.")
    return lang.gettext("Kontrollen av forslaget viser {antall}:").format(antall=counted(counts, lang))


def _plans_below(proposal: ProposedChange, lang: Language) -> list[str]:
    if not proposal.under:
        return []
    head = lang.gettext(
        "Disse planene gjelder fortsatt og hører inn under planen. Knytt dem til en annen, eller opphev dem:"
    )
    return ["", head, "", *(f"- {safe(plan.tittel)} ({safe(plan.id)})" for plan in proposal.under)]


def paper(proposal: ProposedChange, issue: int | None = None, *, by_person: bool = False) -> Paper:
    """Give the texts of a proposal; `issue` is the number of the issue that it comes from.

    `by_person` says that no workflow makes it, but a person, from the page: then the usual check starts by itself.
    """
    plansystem = proposal.work.system.loaded.plansystem
    lang = language(plansystem.spraak if plansystem else "nb")
    _, form = lang.gettext, proposal.given.form
    under = _plans_below(proposal, lang)
    files = [f"- {_path(path)}" for path in sorted(proposal.work.changes())]
    told = [row for note in proposal.given.told for row in ("", note.in_language(lang))]  # safe already: see `quote`
    told += [row for note in proposal.work.told for row in ("", safe(note.in_language(lang)))]
    made = _("Laget av skjemaet «{skjema}» for {plan}.").format(skjema=form.title, plan=quote(proposal.tittel))
    body = [made, "", _("Endrede filer:"), "", *files, *told, *under, *_consequences(proposal, lang)]
    body += [
        "",
        f"### {_('Kontrollen')}",
        "",
        *_findings(proposal, lang, _MOST),
        "",
        _(_BY_PERSON if by_person else _NOT_STARTED),
        "",
        _(_READ),
    ]
    body += ["", f"Closes #{issue}"] if issue else []
    answer = [
        MARK,
        _("planlint har laget et forslag av skjemaet."),
        "",
        *_findings(proposal, lang, _MOST_TOLD),
        *told,
        *under,
        "",
        _(_READ),
    ]
    branch = f"skjema/{issue}" if issue else f"skjema/{form.name}-{slug(proposal.tittel)}"
    rows = ("\n".join([*part, ""]) for part in (answer, body))
    return Paper(next(rows), _title(proposal, lang), next(rows), branch)

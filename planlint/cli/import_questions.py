"""`planlint import` on a terminal: its questions one by one, each answer read as the option it stands for."""

from __future__ import annotations

import re
import shlex
import sys
from typing import TYPE_CHECKING

import click

from planlint.base import N_, Message, typed_option
from planlint.cli.common import CommandStop
from planlint.cli.editing import clean
from planlint.cli.import_options import typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from planlint.base import Ord
    from planlint.cli.import_options import Given
    from planlint.imports import ImportResult, OpenQuestion
    from planlint.text import Language

_LEFT_TO_SAY = re.compile(r"(?:(?<==)|^)(ID|TYPE)$")
_HINT = N_("Svar med nummeret, eller skriv valget selv. Tom linje: stopp, ingenting blir skrevet.")
_SKIP = N_("Svar med nummeret. Tom linje: hopp over.")
_WHICH = N_("Hvilken (id-en)")
_WRITE = N_("Skriv «ja» for å skrive filene")


class Asking:
    """Asks until nothing is open; `answers` are the options chosen, to be typed in a script."""

    def __init__(self, given: Given, options: Mapping[str, click.Option], lang: Language) -> None:
        """Keep what the command line says, the command's options by what is typed, and the language to ask in."""
        self.given, self.options, self.lang = given, options, lang
        self.answers: list[str] = []
        self.passed: set[str] = set()
        self.ended = False

    def go(self, read: Callable[[Given], ImportResult]) -> ImportResult:
        """Read, ask the next question, and read again; give the last result, which is open where somebody stopped."""
        result = read(self.given)
        while (found := next(self._open(result), None)) is not None:
            question, optional = found
            result, going = self._one(question, read, result, optional=optional)
            if not going:
                return result
        return result

    def is_to_be_written(self) -> bool:
        """Ask whether the files are to be written, when everything is answered."""
        yes = self.lang.gettext("ja").casefold()
        return bool(self.answers) and self._asked(_WRITE).casefold() in {yes, yes[0]}

    def script(self) -> str:
        """Give the command line that says the same without being asked: what was typed, and what was answered."""
        words = typed({**self.given, "yes": True}, self.options.values())
        return " ".join(["planlint", "import", *words])

    def _open(self, result: ImportResult) -> Iterator[tuple[OpenQuestion, bool]]:
        """Yield what is to be asked: what may be declared first, as it answers much; what may be left last."""
        offers = [one for one in result.offered if self._key(one) not in self.passed]
        yield from ((one, True) for one in offers if one.is_first)
        yield from ((one, False) for one in result.all_questions())
        yield from ((one, True) for one in offers if not one.is_first)

    def _key(self, question: OpenQuestion) -> str:
        return question.options[0][1]

    def _one(
        self, question: OpenQuestion, read: Callable[[Given], ImportResult], result: ImportResult, *, optional: bool
    ) -> tuple[ImportResult, bool]:
        """Ask one question until the answer can be used; tell whether to go on."""
        options = [(told, option) for told, option in question.options if option not in self.answers]
        self._tell(question, options)
        while True:
            self._say(self.lang.gettext(_SKIP if optional else _HINT))
            text = self._asked(N_("Svar"))
            if not text:
                self.passed.add(self._key(question))
                return result, optional and not self.ended
            if not (option := self._option(text, [option for _, option in options])):
                continue
            try:
                given = self._with(option)
                found = read(given)
            except CommandStop as error:
                self._say(error.melding.in_language(self.lang))
                continue
            if wrong := [one for one in found.faults if one not in result.faults]:
                self._say("\n".join(one.in_language(self.lang) for one in wrong))
                continue
            self.given = given
            self.answers.append(option)
            return found, True

    def _option(self, text: str, options: list[str]) -> str:
        """Give the option that an answer means, its id asked for where it lacks one; "" for no answer."""
        if text.startswith("--"):
            return text
        if not text.isdecimal() or not 0 < int(text) <= len(options):
            return ""
        option = options[int(text) - 1]
        name, value = _parts(option)
        if not _LEFT_TO_SAY.search(value):
            return option
        id_ = self._asked(_WHICH)
        return typed_option(name, _LEFT_TO_SAY.sub(lambda _: id_, value)) if id_ else ""

    def _with(self, option: str) -> Given:
        """Give the command line with one more option. Raises CommandStop where there is none of the name."""
        name, value = _parts(option)
        known = self.options.get(name)
        if known is None or known.name is None or bool(value) is known.is_flag:
            raise CommandStop(N_("{valg} er ikke et valg her."), valg=option)
        before = self.given[known.name]
        return self.given | {known.name: True if known.is_flag else (*before, value) if known.multiple else value}

    def _tell(self, question: OpenQuestion, options: list[tuple[Message, str]]) -> None:
        self._say("\n" + question.text.in_language(self.lang))
        for line in question.about:
            self._say(f"  {line.in_language(self.lang)}")
        for number, (told, option) in enumerate(options, 1):
            self._say(f"  {number}  {told.in_language(self.lang)} ({option})")

    def _say(self, text: str) -> None:
        click.echo(clean(text))

    def _asked(self, text: Ord) -> str:
        click.echo(f"{clean(self.lang.gettext(text))}: ", nl=False)
        line = sys.stdin.readline()
        self.ended = not line
        return line.strip()


def _parts(option: str) -> tuple[str, str]:
    """Part an option as it is shown, or as somebody typed it, from its value; marks of quotation are the shell's."""
    name, _, value = option.partition(" ")
    value = value.strip()
    try:
        words = shlex.split(value)
    except ValueError:
        return name, value
    return name, " ".join(words)

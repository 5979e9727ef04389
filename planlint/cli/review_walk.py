"""The walk of `planlint review`: one card at a time, an answer by letter, and each answer written at once."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import click

from planlint.base import N_, NN_, Message
from planlint.cli.common import CommandStop
from planlint.cli.editing import all_or_nothing, clean, edit
from planlint.cli.opening import open_register
from planlint.cli.review_card import MOVED, card, how_to_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planlint.base import SayableText
    from planlint.edit import Workspace
    from planlint.model import Enhet
    from planlint.register import Register
    from planlint.system import System
    from planlint.text import Language

UNCHANGED, CHANGE, SKIP, ENDED, STOP = "uendret", "endre", "hopp over", "avsluttet", "stopp"
ANSWERS = {
    UNCHANGED: N_("uendret"),
    CHANGE: N_("endre"),
    SKIP: N_("hopp over"),
    ENDED: N_("avsluttet"),
    STOP: N_("stopp"),
}
_HINT = N_("Svar med den første bokstaven, og trykk Enter.")
_FIELD = N_("felt=verdi (tom linje når du er ferdig)")
_ENDED = N_("Slik fører du at den er avsluttet:")
_BEGIN = NN_("{n} er ikke sett på.", "{n} er ikke sett på.")
_DONE = NN_("{n} er gått gjennom, {igjen} gjenstår.", "{n} er gått gjennom, {igjen} gjenstår.")


class _StopError(Exception):
    """Somebody asked to stop, or there are no more answers."""


class Walk:
    """Goes through files with a person, and keeps what has been answered."""

    def __init__(self, system: System, register: Register, lang: Language) -> None:
        """Keep what is gone through, and the language to ask in."""
        self.system, self.register, self.lang = system, register, lang
        self.words = {lang.gettext(word).casefold(): answer for answer, word in ANSWERS.items()}
        self.done: set[str] = set()

    def go(self, found: Sequence[Enhet]) -> list[Enhet]:
        """Ask about each; give what is left. What was answered is written, also when somebody stops in the middle."""
        self._tell(_BEGIN, n=len(found))
        self._tell(_HINT)
        try:
            for number, entity in enumerate(found, 1):
                self._say(f"\n[{number}/{len(found)}] {card(self.register, self.lang, entity)}")
                self._one(entity)
        except _StopError:
            self._say("")
        finally:
            rest = [entity for entity in found if entity.entity not in self.done]
            self._tell(_DONE, n=len(self.done), igjen=len(rest))
        self._finish()
        return rest

    def _say(self, text: str) -> None:
        click.echo(clean(text))

    def _tell(self, text: SayableText, **args: object) -> None:
        self._say(Message.of_text(text, **args).in_language(self.lang))

    def _asked(self, text: str) -> str:
        """Ask, and give the answer. Raises _StopError where there are no more of them."""
        click.echo(f"{clean(text)}: ", nl=False)
        line = sys.stdin.readline()
        if not line:
            raise _StopError
        return line.strip()

    def _answer(self) -> str:
        """Give which of the answers a word or its first letter means."""
        words = [re.sub(r"^(.)", r"[\1]", word) for word in self.words]
        while True:
            told = self._asked(", ".join(words)).casefold()
            for word, answer in self.words.items():
                if told and told in {word, word[0]}:
                    return answer
            self._tell(_HINT)

    def _one(self, entity: Enhet) -> None:
        while True:
            answer = self._answer()
            if answer == STOP:
                raise _StopError
            if answer == ENDED:
                self._tell(_ENDED)
                self._say("\n".join(f"  {row}" for row in how_to_end(entity, self.lang)))
            if answer in {ENDED, SKIP}:
                return
            if answer == UNCHANGED or self._changed(entity):
                self._mark(entity)
                return

    def _changed(self, entity: Enhet) -> bool:
        """Carry out what is typed as `planlint set` does; tell whether anything was changed."""
        changed = False
        while words := self._asked(self.lang.gettext(_FIELD)):
            try:
                changed |= self._set(entity, words)
            except CommandStop as error:
                self._say(error.melding.in_language(self.lang))
        return changed

    def _set(self, entity: Enhet, words: str) -> bool:
        from planlint.edit import carry_out, read

        before = self.system.contents[entity.file]

        def make(work: Workspace) -> None:
            with all_or_nothing(self.lang):
                carry_out(work.open(entity.file, entity.kind), entity.kind, read(words), self.register)

        edit(self.system, make, diff=False)
        self.system, self.register = open_register(self.system.root, self.register.today)
        return self.system.contents[entity.file] != before

    def _mark(self, entity: Enhet) -> None:
        """Write at once that an entity is gone through: what is answered is not lost, whatever comes next."""
        from planlint.edit import Workspace, apply, mark_unchanged

        work = Workspace(self.system)
        with all_or_nothing(self.lang):
            mark_unchanged(work, [entity], self.register.today)
            apply(self.system.root, work.changes(), work.was())
        self.done.add(entity.entity)

    def _finish(self) -> None:
        """Move `ajourført` when nothing is left."""
        from planlint.edit import Workspace, apply, move_ajourfoert

        system, register = open_register(self.system.root, self.register.today)
        work = Workspace(system)
        with all_or_nothing(self.lang):
            new = move_ajourfoert(work, register, (), register.today)
            apply(system.root, work.changes(), work.was())
        if new:
            self._tell(MOVED, dag=new)

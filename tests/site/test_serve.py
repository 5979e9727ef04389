"""`planlint serve`: the site over HTTP, drawn again at a save, the last good page kept, and a clean end."""

from __future__ import annotations

import http.client
import queue
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import date
from pathlib import Path

import pytest
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.check import Request
from planlint.site import living_site
from planlint.site.living_site import LivingSite, ShownFile
from planlint.site.serve import LISTEN, SCRIPT, AskedFile, Showing, as_shown, make_server
from planlint.site.serve_index import ServeIndex
from planlint.site.serve_loop import BEAT, GRACE, ServeLoop

SECONDS = 30


class Serving:
    """A running `planlint serve` with a port of its own."""

    def __init__(self, root: Path) -> None:
        """Start it, and wait until it says where it is."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "planlint", "serve", "--port", "0", "--date", DATE],
            cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - whoever ran us may ignore it
        )  # fmt: skip
        self._said: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.port = int(self.hear("http://127.0.0.1:").split("127.0.0.1:")[1].split("/")[0])

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._said.put(line)

    def hear(self, words: str) -> str:
        """Wait for a line with these words."""
        while words not in (line := self._said.get(timeout=SECONDS)):
            pass
        return line

    def get(self, path: str, **headers: str) -> tuple[int, str, str]:
        """Give status, kind and text of a page."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, str(answer.getheader("Content-Type")), answer.read().decode(errors="replace")
        finally:
            connection.close()

    def changes(self) -> Iterator[str]:
        """Give what the stream of changes says, one at a time."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        connection.request("GET", LISTEN)
        answer = connection.getresponse()
        assert answer.getheader("Content-Type") == "text/event-stream"
        try:
            while line := answer.readline():
                if line.startswith(b"data: "):
                    yield line.decode().strip()
        finally:
            connection.close()


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    """Fjordvik with a plan, being served."""
    write(fjordvik(tmp_path), "planer/klima.yaml", PLAN)
    server = Serving(tmp_path)
    yield server
    if server.process.poll() is None:
        server.process.kill()
    server.process.wait(timeout=SECONDS)
    assert server.process.stdout
    server.process.stdout.close()


def test_a_save_reaches_the_browser(serving: Serving, tmp_path: Path) -> None:
    """The page is there with the script; a save is told on the stream, and the page says the new words."""
    status, kind, page = serving.get("/")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert page.count(f'<script src="{SCRIPT}" defer></script></body>') == 1
    assert "EventSource" in serving.get(SCRIPT)[2]
    assert serving.get("/assets/planlint.css")[:2] == (200, "text/css; charset=utf-8")
    stream = serving.changes()
    first = next(stream)
    write(tmp_path, "planer/klima.yaml", PLAN.replace("Klimastrategi for Fjordvik", "Ny klimastrategi"))
    assert "plans/planer/klima.yaml" in serving.hear("Endret:")
    assert next(stream) != first
    stream.close()
    assert "Ny klimastrategi" in serving.get("/plan/klima.html?x=1")[2]
    assert not (tmp_path / "site").exists()


def test_a_broken_file_keeps_its_last_page(serving: Serving, tmp_path: Path) -> None:
    """The page stays, the error is on top of every page; when the file is mended the error is gone."""
    write(tmp_path, "planer/klima.yaml", "tittel: [\n")
    serving.hear("klima.yaml:")
    for path in ("/plan/klima.html", "/", "/finnes-ikke.html"):
        assert '<div role="alert"' in serving.get(path)[2]
    assert "Klimastrategi for Fjordvik" in serving.get("/plan/klima.html")[2]
    write(tmp_path, "plansystem.yaml", "kommune: [\n")
    serving.hear("plansystem.yaml:")
    assert serving.get("/maal.html")[0] == 200
    fjordvik(tmp_path)
    write(tmp_path, "planer/klima.yaml", PLAN)
    stream = serving.changes()
    for _ in stream:
        if '<div role="alert"' not in serving.get("/plan/klima.html")[2]:
            break
    stream.close()


def test_only_what_the_site_holds_is_given(serving: Serving) -> None:
    """No file of the machine, no other host's name; what is missing is a page that says so."""
    assert serving.get("/../plans/plansystem.yaml")[0] == 404
    assert serving.get("/%2e%2e/%2e%2e/etc/passwd")[0] == 404
    status, _, page = serving.get("/plan/borte.html")
    assert status == 404
    assert "Siden finnes ikke" in page
    assert SCRIPT in page
    assert serving.get("/", Host="ond.example")[0] == 421


def test_ctrl_c_ends_it_cleanly(serving: Serving) -> None:
    """Also while a browser listens: a sentence, exit code 0, no stack trace."""
    stream = serving.changes()
    next(stream)
    serving.process.send_signal(signal.SIGINT)
    assert serving.hear("Avsluttet.")
    assert serving.process.wait(timeout=SECONDS) == 0
    stream.close()


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    """One sentence with the way out, exit code 2."""
    fjordvik(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("serve", "--port", str(taken.getsockname()[1]), cwd=tmp_path)
    assert done.returncode == 2
    assert "den er opptatt" in done.stderr
    assert "--port 0" in done.stderr


def test_no_plan_system_is_told(tmp_path: Path) -> None:
    """Nothing is served where there is nothing to show."""
    done = run("serve", "--port", "0", cwd=tmp_path)
    assert done.returncode == 2
    assert "plans/" in done.stderr


def site_of(root: Path) -> LivingSite:
    """Give the site of a folder, as it is served."""
    return LivingSite(root, lambda: Request(date.fromisoformat(DATE)))


def page_of(site: LivingSite, path: str) -> str:
    """Give a page as the browser gets it."""
    return as_shown(site.find(path), site.lang.code).decode()


def test_a_faulty_template_is_told_on_the_page(tmp_path: Path) -> None:
    """The page stays as it was, and the box names the template and the line, on every page; mended, it is gone."""
    site, own = site_of(fjordvik(tmp_path)), tmp_path / "templates/forside.html.j2"
    good = site.find("index.html").data
    own.parent.mkdir()
    own.write_text("linje 1\n{% if %}<script>\n", encoding="utf-8")
    site.changed([str(own)])
    shown = site.find("index.html")
    assert shown.data == good
    page = page_of(site, "index.html")
    assert re.search(r'<body[^>]*><div role="alert"', page)
    assert "forside.html.j2, linje 2" in page
    assert page.count('role="alert"') == 1
    assert page.count("forside.html.j2") == 1
    assert "forside.html.j2, linje 2" in page_of(site, "planer.html")
    own.write_text("{{ finnes_ikke }}", encoding="utf-8")
    site.changed([str(own)])
    assert not site.find("planer.html").faults
    assert site.find("index.html").data == good
    assert "finnes_ikke" in page_of(site, "index.html")
    own.unlink()
    site.changed([str(own)])
    assert 'role="alert"' not in page_of(site, "index.html")


def test_a_page_that_never_was_drawn_says_so(tmp_path: Path) -> None:
    """Where a fault was there from the start, no page is said to be missing."""
    own = fjordvik(tmp_path) / "templates/forside.html.j2"
    own.parent.mkdir()
    own.write_text("{{ finnes_ikke }}", encoding="utf-8")
    page = page_of(site_of(tmp_path), "index.html")
    assert "Siden kan ikke lages nå" in page
    assert "finnes_ikke" in page
    write(tmp_path, "plansystem.yaml", "kommune: [\n")
    page = page_of(site_of(tmp_path), "index.html")
    assert "Siden kan ikke lages nå" in page
    assert "plansystem.yaml:" in page
    assert "Siden finnes ikke" not in page


def turns(loop: ServeLoop) -> None:
    """Let the one who draws do all there is to do."""
    end = time.monotonic() + SECONDS
    while loop.turn(0) != BEAT:
        assert time.monotonic() < end


def ask(showing: Showing, path: str) -> Future[ShownFile]:
    """Ask for a file without waiting for it."""
    question = AskedFile(path, Future())
    showing.inbox.put(question)
    return question.answer


def test_the_search_index_is_made_when_somebody_searches(tmp_path: Path) -> None:
    """Not before; whoever asks for it first waits, and after a save the old one answers until the new one is there."""
    site, showing, made = site_of(fjordvik(tmp_path)), Showing(), list[int]()

    def make(folder: Path, language: str) -> None:
        made.append(len(list(folder.rglob("*.html"))))
        (folder / "pagefind").mkdir()
        (folder / "pagefind/a").write_text(f"{language} {len(made)}", encoding="utf-8")

    loop = ServeLoop(site, showing, ServeIndex(make), lambda _: None, lambda _: None)
    first = ask(showing, "index.html")
    turns(loop)
    assert first.result(0).data
    assert not made
    held = ask(showing, "pagefind/a")
    turns(loop)
    assert held.result(0).data == b"nb 1"
    assert made[0] > 100
    site_file = write(tmp_path, "planer/klima.yaml", PLAN)
    showing.tell([str(site_file)])
    assert len(made) == 1
    old = ask(showing, "pagefind/a")
    loop.turn(0)
    loop.turn(0)
    assert old.result(0).data == b"nb 1"
    turns(loop)
    assert len(made) == 2
    new = ask(showing, "pagefind/a")
    turns(loop)
    assert new.result(0).data == b"nb 2"
    none = ask(showing, "pagefind/b")
    turns(loop)
    assert none.result(0).data is None


def test_the_page_comes_before_its_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where judging is slow, the new page is there first and says that its findings are old; then it is loaded anew."""
    monkeypatch.setattr(living_site, "SLOW", -1.0)
    site, showing = site_of(fjordvik(tmp_path)), Showing()
    loop = ServeLoop(site, showing, ServeIndex(None), lambda _: None, lambda _: None)
    showing.tell([str(write(tmp_path, "planer/klima.yaml", PLAN))])
    loop.turn(0)
    seen = showing.utgave
    assert 0 < loop.turn(0) <= GRACE
    asked = ask(showing, "plan/klima.html")
    loop.turn(0)
    page = as_shown(asked.result(0), "nb").decode()
    assert "Klimastrategi for Fjordvik" in page
    assert 'role="status"' in page
    assert "før du lagret sist" in page
    later = ask(showing, "index.html")
    loop.turn(0)
    assert later.result(0).is_former
    loop.turn(0)
    showing.tell([str(write(tmp_path, "planer/klima.yaml", PLAN + "merknad: Ny\n"))])
    turns(loop)
    assert showing.utgave == seen + 2
    assert site.is_judged
    assert 'role="status"' not in page_of(site, "plan/klima.html")


def test_head_is_answered(tmp_path: Path) -> None:
    """A request for the head alone gets the length and no body."""
    shown = Showing()
    loop = ServeLoop(site_of(fjordvik(tmp_path)), shown, ServeIndex(None), lambda _: None, lambda _: None)
    server = make_server(shown, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    threading.Thread(target=loop.run, daemon=True).start()
    try:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=SECONDS)
        connection.request("HEAD", "/")
        answer = connection.getresponse()
        assert answer.status == 200
        assert int(answer.getheader("Content-Length") or 0) > 0
        assert answer.read() == b""
        connection.close()
    finally:
        server.shutdown()
        server.server_close()


def test_it_is_made_for_this_machine_only() -> None:
    """Nobody else on the network can read it."""
    server = make_server(Showing(), 0)
    try:
        assert server.server_address[0] == "127.0.0.1"
    finally:
        server.server_close()


def test_a_value_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """The box names file, line and value, in sight; the page denies nothing of it; what is for planners is open."""
    root = fjordvik(tmp_path)
    write(root, "planer/x.yaml", "tittel: Xplanen\ntype: fagplan\nstatus: vedtat\n")
    write(root, "planer/y.yaml", "tittel: Yplanen\ntype: fagplan\nstatus: vedtatt\nforankring: [{plan: x}]\n")
    site = site_of(root)
    assert any("x.yaml:3: «vedtat»" in fault for fault in site.faults), site.faults
    page = page_of(site, "plan/x.html")
    assert '<div role="alert" style="position:sticky;top:0' in page
    assert '<details open class="planleggere' in page
    main = page.partition("<main")[2].partition("<details")[0]
    assert "Statusen kan ikke leses" in main
    assert "så hva planen er nå, er ikke kjent her." in main
    assert "Ikke dokumentert" not in main
    over = page_of(site, "plan/y.html")
    assert "statusen kan ikke leses" in over
    assert "status ikke dokumentert" not in over
    assert "kan ikke leses: «Xplanen»." in over


@pytest.mark.parametrize(
    ("path", "page", "field", "value", "named"),
    [
        ("planer/x.yaml", "plan/x.html", "periode", "{til: 20x30}", "periode"),
        ("planer/x.yaml", "plan/x.html", "hendelser", "[{hva: vedtatt, dato: 16/2}]", "hendelse"),
        ("planer/x.yaml", "plan/x.html", "revisjon", "{neste: snart}", "revisjon"),
        ("planer/x.yaml", "plan/x.html", "forankring", "[{mål: Et Mål}]", "forankring"),
        ("planer/x.yaml", "plan/x.html", "type", "Rar Type", "type"),
        ("indikatorer/i.yaml", "indikator/i.html", "verdier", "{2020: ett}", "verdi"),
        ("indikatorer/i.yaml", "indikator/i.html", "måltall", "{2030: tja}", "måltall"),
        ("indikatorer/i.yaml", "indikator/i.html", "mål", "[Et Mål]", "mål"),
        ("indikatorer/i.yaml", "indikator/i.html", "kilder", "{kilde: a}", "kilde"),
        ("tiltak/t.yaml", "tiltak.html", "plan", "X Y", "«Tiltaket»"),
        ("utfordringer/u.yaml", "utfordringer.html", "mål", "[Et Mål]", "«Utfordringen»"),
        ("planstrategier/ps.yaml", "planstrategi/ps.html", "hendelser", "[{hva: vedtatt, dato: x}]", "hendelse"),
    ],
)
def test_nothing_that_cannot_be_read_is_taken_to_be_lacking(  # noqa: PLR0913 - a case
    tmp_path: Path, path: str, page: str, field: str, value: str, named: str
) -> None:
    """Whatever a page says is lacking, it says first which field, or which file, cannot be read; others say it, too."""
    root = fjordvik(tmp_path)
    files = {
        "planer/x.yaml": {"tittel": "Xplanen", "type": "fagplan", "status": "vedtatt"},
        "indikatorer/i.yaml": {"tittel": "Luft", "enhet": "mg", "plan": "x"},
        "tiltak/t.yaml": {"tittel": "Tiltaket", "mål": "[trygg-oppvekst]"},
        "utfordringer/u.yaml": {"tittel": "Utfordringen", "type": "utfordring"},
        "planstrategier/ps.yaml": {"tittel": "Planstrategi", "valgperiode": '"2023-2027"'},
    }
    for name, fields in files.items():
        told = fields | ({field: value} if name == path else {})
        write(root, name, "".join(f"{key}: {text}\n" for key, text in told.items()))
    site = site_of(root)
    assert site.faults
    shown, front = page_of(site, page), page_of(site, "index.html")
    (note,) = [row for row in shown.splitlines() if "kan ikke leses: " in row and 'role="note"' in row]
    assert named in note.partition("kan ikke leses: ")[2].partition(".")[0]
    assert "kan ikke leses: «" in front
    assert "Ingen sluttdato er dokumentert" not in (shown if field == "periode" else "")

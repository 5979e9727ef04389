"""From a click on the site to CI's answer: the page in a real browser, a server for the forge, and its runner."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, Route
from support.chromium import needs_chromium, served
from support.endring import KLIMA
from support.fakegithub import REPOSITORY
from support.formrepository import Repository
from support.gittools import commit, git
from support.helpers import DATE, PLAN, write
from support.issueform import prefilled
from support.runner import orders

from planlint.cli.build import command as build

pytestmark = needs_chromium
HOST = f"https://github.com/{REPOSITORY}"
REFUSED = {"comment": "Vis\n# planlint: tillat PL201 -- fordi jeg vil", "order": "::set-output name=code::0"}
ORDERS = "$(touch eid) `touch eid` '; touch eid; echo '"


class Proposing:
    """A planner at the site of a repository: the page of a plan, and what comes of what is sent."""

    def __init__(self, repository: Repository, page: Page, address: str) -> None:
        """Open the plan's page, and the form from there, as a reader does."""
        self.repository, self.page = repository, page
        page.goto(f"{address}plan/klima.html")
        page.click("footer a:has-text('Foreslå endring')")
        page.wait_for_selector("#skjema:not([hidden])")

    def send(self, field: str, text: str) -> list[str]:
        """Change one field and send: the forge opens its form filled in, the issue comes; give the jobs that ran."""
        self.page.fill(f"#felt-{field}", text)
        self.page.click("#send")
        self.page.wait_for_url(f"{HOST}/issues/new?*")
        return self.repository.issue(prefilled(self.repository.origin, self.page.url))

    def lines(self) -> list[str]:
        """Give the lines that the proposal changes, as in a patch."""
        told = git(self.repository.branch(), "diff", "--unified=0", "HEAD~1").splitlines()
        return [line for line in told if re.match(r"[+-](?![+-])", line)]


DECLARED = f"\nnettsted: {{repositorium: '{HOST}'}}\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the site of main once: each test has a repository of its own with the very same files; give its address."""
    folder = tmp_path_factory.mktemp("nettsted")
    repository = Repository(folder, DECLARED)
    repository.github.close()
    asked = ["--root", str(repository.origin), "--date", DATE, "--out", str(folder / "site"), "--format", "html"]
    done = CliRunner().invoke(build, asked)
    assert done.exit_code == 0, done.output
    with served(folder / "site") as address:
        yield address


@pytest.fixture
def proposing(browser: Browser, site: str, tmp_path: Path) -> Iterator[Callable[[], Proposing]]:
    """Give what opens the form of a plan on the site of a repository, which may move on after that."""
    repository = Repository(tmp_path, DECLARED)
    context = browser.new_context()

    def forge(route: Route) -> None:
        route.fulfill(body="<!doctype html><title>New issue</title>", content_type="text/html")

    context.route(f"{HOST}/**", forge)
    yield lambda: Proposing(repository, context.new_page(), site)
    context.close()
    repository.github.close()


def test_a_click_becomes_a_pull_request_of_two_lines_that_ci_answers(proposing: Callable[[], Proposing]) -> None:
    """The runner makes a branch with one line out and one in and a pull request; CI judges it and says what it does."""
    planner = proposing()
    assert planner.send("tittel", "Klimastrategi, ny utgave") == ["les", "svar"]
    assert planner.lines() == ["-tittel: Klimastrategi for Fjordvik", "+tittel: Klimastrategi, ny utgave"]
    github = planner.repository.github
    (pull,) = github.pulls
    assert (pull["head"], pull["base"]) == ("skjema/12", "main")
    assert planner.repository.answer.endswith(f"Forslaget er #{pull['number']}.")
    check = planner.repository.check()
    assert check.ok, check.log
    told = github.comments[-1]["body"]
    assert told.startswith("<!-- planlint -->\n## Kontrollen er bestått")
    assert "Klimastrategi, ny utgave" in told


def test_a_stale_page_writes_nothing_over_a_colleagues_work(proposing: Callable[[], Proposing]) -> None:
    """A page made before the colleague's change is answered with both versions, and no branch is made."""
    planner = proposing()
    origin = planner.repository.origin
    git(origin, "checkout", "-q", "main")
    write(origin, "planer/klima.yaml", PLAN.replace("tittel: ", "tittel: Kollegaens "))
    commit(origin, "2024-02-01")
    git(origin, "checkout", "-q", "--detach")
    assert planner.send("tittel", "Klimaplan nr. 2") == ["les", "svar"]
    assert planner.repository.branches == ["main"]
    assert planner.repository.github.pulls == []
    assert "er endret etter at siden ble laget" in planner.repository.answer
    assert "Kollegaens" in planner.repository.answer
    assert "Klimaplan nr. 2" in planner.repository.answer


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_would_be_more_than_a_text_is_refused(proposing: Callable[[], Proposing], text: str) -> None:
    """What would silence the check, or is an order to a runner, is answered, and nothing is made of it."""
    planner = proposing()
    assert planner.send("sammendrag", text) == ["les", "svar"]
    assert planner.repository.branches == ["main"]
    assert "planlint kan ikke bruke skjemaet ennå." in planner.repository.answer
    assert orders(planner.repository.log) == []


def test_orders_to_the_machine_are_text(proposing: Callable[[], Proposing]) -> None:
    """What a shell would take as an order becomes the text that it is, and nothing is run."""
    planner = proposing()
    assert planner.send("sammendrag", ORDERS) == ["les", "svar"]
    assert [line for line in planner.lines() if line[0] == "+" and "touch eid" in line]
    assert not list(planner.repository.tmp.rglob("eid"))
    assert orders(planner.repository.log) == []


def test_a_plan_must_have_a_title(proposing: Callable[[], Proposing]) -> None:
    """A title that is taken away is answered in words that name the field, and no branch is made."""
    planner = proposing()
    assert planner.send("tittel", "") == ["les", "svar"]
    assert planner.repository.branches == ["main"]
    assert "tittel" in planner.repository.answer


def test_a_long_title_is_taken_whole_and_a_longer_one_stops_at_the_page(proposing: Callable[[], Proposing]) -> None:
    """300 letters are two lines of a proposal that CI judges; at 301 the page says so, and there is nothing to send."""
    planner = proposing()
    planner.page.fill("#felt-tittel", "x" * 301)
    assert planner.page.get_attribute("#send", "href") is None
    assert "er på 301 tegn. Kort ned til 300." in (planner.page.text_content("#svar") or "")
    assert planner.send("tittel", "x" * 300) == ["les", "svar"]
    assert planner.lines() == ["-tittel: Klimastrategi for Fjordvik", f"+tittel: {'x' * 300}"]
    assert planner.repository.check().ok
    assert KLIMA in str(planner.repository.github.pulls)

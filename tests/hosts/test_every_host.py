"""One comment on every host: made once, found again among others', brought up to date, and nobody else's touched.

Each host is a server on this machine, written from the host's published interface; the page stands in tests/support.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from support import stands
from support.fakegithub import GitHub
from support.fakegitlab import REFS
from support.stands import Stand

from planlint.hosts.choose import where
from planlint.hosts.comment import main, run
from planlint.hosts.handed_on import HandedOn, write
from planlint.hosts.host import Suggestion
from planlint.hosts.host_error import HostError
from planlint.hosts.suggestions import MOST

REPORT = "<!-- planlint -->\n## Kontrollen er ikke bestått: 1 feil\n\nRett dette.\n"
FIX = Suggestion("plans/planer/klima.yaml", 4, 5, ("vedtatt: 2024-02-01",), "planlint kan rette dette: x", "ab12")


@pytest.fixture(params=stands.ALL, ids=lambda make: make.__name__)
def stand(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stand]:
    """Every host, one after the other."""
    yield from _standing(request.param, monkeypatch)


def _standing(make: Callable[[], Stand], monkeypatch: pytest.MonkeyPatch) -> Iterator[Stand]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    made = make()
    yield made
    made.server.close()


@pytest.fixture
def on_github(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stand]:
    """GitHub alone."""
    yield from _standing(stands.github, monkeypatch)


@pytest.fixture
def on_gitlab(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stand]:
    """GitLab alone."""
    yield from _standing(stands.gitlab, monkeypatch)


@pytest.fixture
def on_azure(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stand]:
    """Azure DevOps alone."""
    yield from _standing(stands.azure, monkeypatch)


@pytest.fixture
def on_data_center(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stand]:
    """Bitbucket Data Center alone."""
    yield from _standing(stands.bitbucket_server, monkeypatch)


def answered(stand: Stand, tmp_path: Path, report: str = REPORT, **more: Any) -> str:
    """Answer the change with a report; give the log."""
    handed = HandedOn(report, **{"language": "nb", "quiet": False, "site": False, "passed": False, **more})
    write(tmp_path / "svar", handed)
    return "\n".join(run({**stand.env, "HANDED_ON": str(tmp_path / "svar"), "ROOT": more.get("root", ".")}))


def ours(stand: Stand) -> list[str]:
    """Give the comments that we have written, as they stand on the host."""
    return [text for text in stand.texts if text.startswith(("<!-- planlint", "[//]: # (planlint"))]


def test_one_comment_that_is_kept_up_to_date(stand: Stand, tmp_path: Path) -> None:
    """Made the first time; left when it is the same; edited when it is not; never doubled."""
    assert answered(stand, tmp_path) == "Kommentaren er skrevet."
    assert len(ours(stand)) == 1
    assert "## Kontrollen er ikke bestått: 1 feil\n\nRett dette." in ours(stand)[0]
    stand.server.calls.clear()
    assert answered(stand, tmp_path) == "Kommentaren er den samme som før."
    assert not [one for one in stand.server.calls if one.path.endswith(("comments", "notes", "threads")) and one.fields]
    assert answered(stand, tmp_path, REPORT.replace("1 feil", "2 feil")) == "Kommentaren er oppdatert."
    assert len(ours(stand)) == 1
    assert "2 feil" in ours(stand)[0]


def test_it_is_found_behind_many_others(stand: Stand, tmp_path: Path) -> None:
    """However many have written before us and after us, page after page."""
    for number in range(120):
        stand.of_stranger(f"Innlegg {number}")
    answered(stand, tmp_path)
    for number in range(120):
        stand.of_stranger(f"Svar {number}")
    assert answered(stand, tmp_path, REPORT.replace("1 feil", "3 feil")) == "Kommentaren er oppdatert."
    assert len(ours(stand)) == 1


def test_the_comment_of_another_is_not_touched(stand: Stand, tmp_path: Path) -> None:
    """Anybody can write our mark: their comment stays as it is, and ours comes beside it, once."""
    forged = ["<!-- planlint -->\nHei", "[//]: # (planlint)\n\nHei"]
    for text in forged:
        stand.of_stranger(text)
    answered(stand, tmp_path)
    assert answered(stand, tmp_path, REPORT.replace("1 feil", "2 feil")) == "Kommentaren er oppdatert."
    assert set(forged) < set(stand.texts)
    assert len(ours(stand)) == 3


def test_quiet_where_nothing_was_said(stand: Stand, tmp_path: Path) -> None:
    """Who changes something else is left alone; an answer that is old is made right."""
    assert "trengs ingen kommentar" in answered(stand, tmp_path, quiet=True)
    assert ours(stand) == []
    answered(stand, tmp_path)
    assert answered(stand, tmp_path, REPORT.replace("1 feil", "0"), quiet=True) == "Kommentaren er oppdatert."


def test_two_plan_systems_have_a_comment_each(stand: Stand, tmp_path: Path) -> None:
    """The folder is a part of the mark."""
    answered(stand, tmp_path)
    handed = {"HANDED_ON": str(tmp_path / "svar"), "ROOT": "bydel nord (a)"}
    assert run({**stand.env, **handed}) == ["Kommentaren er skrevet."]
    assert run({**stand.env, **handed}) == ["Kommentaren er den samme som før."]
    assert len(ours(stand)) == 2


def test_a_long_report_fits(stand: Stand, tmp_path: Path) -> None:
    """What a host has no room for is cut between two lines, nothing is left open, and the way to the rest is told."""
    row = "- Planen er gått ut, og noe må gjøres med den før sommeren.\n"
    long = REPORT + "<details><summary>Vis hvilke</summary>\n\n" + row * 60_000 + "\n</details>\n"
    assert answered(stand, tmp_path, long[:2_000_000]) == "Kommentaren er skrevet."
    (text,) = ours(stand)
    assert "Det var ikke plass til alt her. Resten står i [kjøringen](http" in text
    assert text.count("<details>") == text.count("</details>")
    assert answered(stand, tmp_path, long[:2_000_000]) == "Kommentaren er den samme som før."


def test_a_key_that_does_not_count_fails_nothing(stand: Stand, tmp_path: Path) -> None:
    """401: the key is what is wrong; no advice on rights."""
    stand.env[stand.key] = "feil-noekkel"
    said = answered(stand, tmp_path)
    assert "planlint fikk ikke skrevet kommentaren: " in said
    assert "Nøkkelen mangler, er gått ut eller gjelder ikke her." in said
    assert stand.advice not in said
    assert "feil-noekkel" not in said
    assert ours(stand) == []


@pytest.mark.parametrize("key", ["", "  ", "$(System.AccessToken)", "nøkkel", "a b", "a\nb"])
def test_a_key_that_is_none(stand: Stand, tmp_path: Path, key: str) -> None:
    """A missing key, an unset variable and a slip of the pen are told before anything is asked."""
    stand.env[stand.key] = key
    said = answered(stand, tmp_path)
    assert "nøkkelen mangler. Sett PLANLINT_TOKEN." in said or "er ingen nøkkel." in said
    assert stand.server.calls == []


@pytest.mark.parametrize(("status", "fits"), [(403, True), (404, True), (422, False), (500, False), (400, False)])
def test_advice_fits_the_error(stand: Stand, tmp_path: Path, status: int, fits: bool) -> None:
    """Rights are named where a right may be what is missing, and nowhere else."""
    stand.server.scripted = [(status, {}, {"message": "No."})] * 9
    said = answered(stand, tmp_path)
    assert f"svarte {status}" in said
    assert (stand.advice in said) is fits


def test_a_host_that_cannot_be_reached(stand: Stand, tmp_path: Path) -> None:
    """No network: a sentence with the reason, no advice on rights, and the check alone decides."""
    stand.server.server.server_close()
    said = answered(stand, tmp_path)
    assert "kan ikke nås: " in said
    assert stand.advice not in said


def test_a_run_without_a_change(stand: Stand, tmp_path: Path) -> None:
    """A push has nothing to comment on, and nothing is asked."""
    for name in ("PULL_REQUEST", "CI_MERGE_REQUEST_IID", "SYSTEM_PULLREQUEST_PULLREQUESTID", "BITBUCKET_PR_ID",
                 "PLANLINT_PULL_REQUEST"):  # fmt: skip
        stand.env.pop(name, None)
    assert "Kjøringen gjelder ikke et endringsforslag" in answered(stand, tmp_path)
    assert stand.server.calls == []


def test_the_key_goes_to_the_host_and_nowhere_else(stand: Stand, tmp_path: Path) -> None:
    """A host that leads us to another server gets no further."""
    thief = GitHub()
    try:
        stand.server.scripted = [(302, {"Location": f"{thief.address}/"}, None)] * 9
        assert "dit går ikke nøkkelen" in answered(stand, tmp_path)
        assert thief.calls == []
    finally:
        thief.close()


@pytest.mark.parametrize(
    ("make", "fork"),
    [
        (stands.github, {"HEAD_REPOSITORY": "nabo/plan"}),
        (stands.gitea, {"HEAD_REPOSITORY": "nabo/plan"}),
        (stands.gitlab, {"CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "8", "CI_PROJECT_ID": "8"}),
        (stands.azure, {"SYSTEM_PULLREQUEST_ISFORK": "True"}),
    ],
    ids=["github", "gitea", "gitlab", "azure"],
)  # fmt: skip
def test_a_copy_of_the_repository_has_no_key(make: Callable[[], Stand], fork: dict[str, str], tmp_path: Path) -> None:
    """A change from a fork is told where its answer stands; nothing is tried, so a missing key is no error."""
    stand = make()
    try:
        stand.env |= {**fork, stand.key: ""}
        assert "fra en kopi av repositoriet (fork)" in answered(stand, tmp_path)
        assert stand.server.calls == []
    finally:
        stand.server.close()


def test_suggestions_are_made_once(stand: Stand, tmp_path: Path) -> None:
    """Where a host takes them: on the lines, once, however often it runs; elsewhere the comment is all."""
    one_line = replace(FIX, first=5)
    first, again = (answered(stand, tmp_path, suggestions=(one_line,)) for _ in range(2))
    takes = stand.name in {"github", "gitlab", "azure", "bitbucket server"}
    assert ("1 rettelse er foreslått på linjene." in first) is takes
    assert "foreslått" not in again


def test_a_suggestion_on_github(on_github: Stand, tmp_path: Path) -> None:
    """https://docs.github.com/en/rest/pulls/comments: the last line, the first where there are several, the commit."""
    one = Suggestion("plans/maal/x.yaml", 9, 9, ("```", "a: '````'"), "Sagt", "cd34")
    answered(on_github, tmp_path, suggestions=(FIX, one))
    made = [one.fields for one in on_github.server.calls if one.path.endswith("pulls/7/comments") and one.fields]
    body = "<!-- planlint-rettelse ab12 -->\nplanlint kan rette dette: x\n\n```suggestion\nvedtatt: 2024-02-01\n```"
    assert made[0] == {
        "body": body, "commit_id": "1" * 40, "path": FIX.file, "line": 5, "side": "RIGHT", "start_line": 4,
        "start_side": "RIGHT",
    }  # fmt: skip
    assert made[1]["line"] == 9
    assert "start_line" not in made[1]
    assert "`````suggestion\n```\na: '````'\n`````" in made[1]["body"]


def test_a_suggestion_on_gitlab(on_gitlab: Stand, tmp_path: Path) -> None:
    """https://docs.gitlab.com/api/discussions: a position between the newest commits; the block reaches up."""
    answered(on_gitlab, tmp_path, suggestions=(FIX,))
    (made,) = [one.fields for one in on_gitlab.server.calls if one.path.endswith("/discussions")]
    assert made["body"].endswith("```suggestion:-1+0\nvedtatt: 2024-02-01\n```")
    assert made["position"] == {
        **REFS, "position_type": "text", "new_path": FIX.file, "old_path": FIX.file, "new_line": 5
    }  # fmt: skip


def test_a_suggestion_on_azure(on_azure: Stand, tmp_path: Path) -> None:
    """learn.microsoft.com, pull-request-threads: a thread on the lines of the right side, which waits for an answer."""
    answered(on_azure, tmp_path, suggestions=(FIX,))
    (made,) = [one for one in on_azure.kept if one["threadContext"] and one["id"] >= 200]
    assert made["status"] == "active"
    assert made["threadContext"] == {
        "filePath": f"/{FIX.file}", "rightFileStart": {"line": 4, "offset": 1}, "rightFileEnd": {"line": 5, "offset": 1}
    }  # fmt: skip
    assert made["comments"][0]["content"].endswith("```suggestion\nvedtatt: 2024-02-01\n```")


def test_a_suggestion_on_bitbucket_data_center(on_data_center: Stand, tmp_path: Path) -> None:
    """On one line that is added; the mark is one that nobody sees; what is of several lines is left to the comment."""
    one = replace(FIX, first=5)
    assert "1 rettelse er foreslått" in answered(on_data_center, tmp_path, suggestions=(FIX, one))
    (made,) = [it for it in on_data_center.kept if "anchor" in it]
    assert made["anchor"] == {
        "path": FIX.file, "line": 5, "lineType": "ADDED", "fileType": "TO", "diffType": "EFFECTIVE"
    }  # fmt: skip
    assert made["text"].startswith("[//]: # (planlint-rettelse ab12)\n")


def test_lines_that_are_no_part_of_the_change_any_more(on_github: Stand, tmp_path: Path) -> None:
    """Somebody pushed meanwhile: GitHub says 422, the comment stands, and nobody is told of an error."""
    on_github.server.outside = True
    assert answered(on_github, tmp_path, suggestions=(FIX,)) == "Kommentaren er skrevet."


def test_suggestions_that_may_not_be_made(on_github: Stand, tmp_path: Path) -> None:
    """Without the right, the sentence says which; the comment was written before."""
    answered(on_github, tmp_path)
    on_github.server.readonly = True
    said = answered(on_github, tmp_path, suggestions=(FIX,))
    assert "403: Resource not accessible by integration. Gi jobben pull-requests: write." in said


def test_a_suggestion_that_another_has_copied(on_github: Stand, tmp_path: Path) -> None:
    """A stranger's comment with our mark keeps no suggestion away."""
    on_github.server.on_lines.append({"id": 1, "user": stands.STRANGER, "body": "<!-- planlint-rettelse ab12 -->"})
    assert "1 rettelse er foreslått" in answered(on_github, tmp_path, suggestions=(FIX,))


def test_a_report_beside_the_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bitbucket shows how it went (Code Insights); the same report is brought up to date."""
    for stand in _standing(stands.bitbucket, monkeypatch):
        answered(stand, tmp_path)
        answered(
            stand, tmp_path, REPORT.replace("Kontrollen er ikke bestått: 1 feil", "Endringen er i orden"), passed=True
        )
        (report,) = stand.server.reports.values()
        assert report["result"] == "PASSED"
        assert report["details"] == "Endringen er i orden"
        assert report["report_type"] == "TEST"


def test_html_is_not_shown_as_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bitbucket shows HTML as it is written, so there is none: the mark is a link nobody sees, what folds is open."""
    folded = f"{REPORT}<details><summary>Vis hvilke</summary>\n\n- a\n\n</details>\n"
    for make in (stands.bitbucket, stands.bitbucket_server):
        for stand in _standing(make, monkeypatch):
            answered(stand, tmp_path, folded)
            (text,) = ours(stand)
            assert "<" not in text
            assert text.startswith("[//]: # (planlint)\n\n## Kontrollen")
            assert "**Vis hvilke**\n\n- a" in text


def test_a_run_that_nobody_knows(tmp_path: Path) -> None:
    """On a machine of one's own there is nowhere to write, and that is told."""
    with pytest.raises(HostError, match="ingen kjøring planlint kjenner"):
        where({})
    stand = stands.azure()
    stand.server.close()
    stand.env["BUILD_REPOSITORY_PROVIDER"] = "GitHub"
    assert "repositoriet ligger ikke i Azure Repos (GitHub)." in answered(stand, tmp_path)
    del stand.env["SYSTEM_TEAMPROJECT"]
    assert "variabelen SYSTEM_TEAMPROJECT mangler" in answered(stand, tmp_path)


def test_the_log_speaks_as_its_host_reads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A remark on the run where there are such, a row of the log elsewhere; nothing handed on is exit code 1."""
    nothing = {"HANDED_ON": str(tmp_path / "ingen")}
    for env, said in (
        ({"GITHUB_ACTIONS": "true"}, "::error::planlint: svaret fra kontrollen kan ikke leses\n"),
        ({"TF_BUILD": "True"}, "##vso[task.logissue type=error]planlint: svaret fra kontrollen kan ikke leses\n"),
        ({"GITLAB_CI": "true"}, "planlint: svaret fra kontrollen kan ikke leses\n"),
    ):
        assert main({**env, **nothing}) == 1
        assert capsys.readouterr().out == said


def test_never_more_than_a_handful() -> None:
    """As many suggestions as a reader can look through."""
    assert MOST <= 5

"""The forms' answers go the same way as the rest: a pull request made once, one answer, and nothing of a stranger's."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import stands
from support.stands import Stand

from planlint.hosts.form_reply import MARK, main


@pytest.fixture(params=[stands.github, stands.enterprise, stands.gitea], ids=["github", "enterprise", "gitea"])
def stand(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Stand]:
    """A host whose issues can hold forms, and what the reading job handed on."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    made: Stand = request.param()
    made.env |= {
        "NUMBER": "7", "BASE": "main", "CODE": "0", "ROOT": str(tmp_path), "GITHUB_OUTPUT": str(tmp_path / "output"),
        "ANSWER": coded(f"{MARK}\nSkjemaet er lest."), "TITLE": coded("Klimastrategi: vedtatt"),
        "TEXT": coded("Fra sak 7."),
    }  # fmt: skip
    yield made
    made.server.close()


def coded(text: str) -> str:
    """Give a text as the reading job hands it on."""
    return base64.b64encode(text.encode()).decode()


def test_a_pull_request_is_made_once(stand: Stand, tmp_path: Path) -> None:
    """The first time it is opened, after that brought up to date; its number is handed on."""
    for title in ("Klimastrategi: vedtatt", "Klimastrategi: vedtatt 2024"):
        stand.env["TITLE"] = coded(title)
        assert main(stand.env, "pull") == 0
        for pull in stand.server.pulls:
            pull["head"] = {"ref": "skjema/7"}
    (pull,) = stand.server.pulls
    assert pull["title"] == "Klimastrategi: vedtatt 2024"
    assert (pull["base"], pull["body"]) == ("main", "Fra sak 7.")
    assert (tmp_path / "output").read_text(encoding="utf-8") == f"number={pull['number']}\n" * 2


def test_one_answer_that_is_kept_up_to_date(stand: Stand) -> None:
    """A stranger's comment with our mark is left, and ours is edited."""
    stand.of_stranger(f"{MARK}\nHei")
    stand.env["PULL"] = "9"
    assert main(stand.env, "answer") == 0
    stand.env["PULL"] = "10"
    assert main(stand.env, "answer") == 0
    assert stand.texts == [f"{MARK}\nHei", f"{MARK}\nSkjemaet er lest.\n\nForslaget er #10."]


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({"ASK": "true"}, "sett merkelappen «godkjent skjema» på saken."),
        ({"STATE": "pushed"}, "Åpne det selv: https://github.example/fjordvik/plan/compare/main...skjema/7?expand=1"),
        ({"STATE": "taken"}, "Noen har arbeidet videre på grenen skjema/7."),
        ({}, "Skjemaet er lest, men forslaget kunne ikke lages."),
        ({"CODE": "2"}, "Skjemaet er lest."),
        ({"ANSWER": "a"}, "Skjemaet er lest, men forslaget kunne ikke lages."),
    ],
    ids=["ask", "pushed", "taken", "not made", "refused", "unreadable"],
)
def test_what_is_answered(stand: Stand, env: dict[str, str], said: str) -> None:
    """What came of it, in the one comment with our mark."""
    stand.env |= env
    assert main(stand.env, "answer") == 0
    (text,) = stand.texts
    assert text.startswith(f"{MARK}\n")
    assert said in text


def test_what_may_not_be_done_is_told(stand: Stand, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A pull request that may not be opened is a notice, for the answer leads on; an answer that fails is an error."""
    stand.server.scripted = [(200, {}, []), (403, {}, {"message": "GitHub Actions is not permitted to create"})]
    assert main(stand.env, "pull") == 0
    assert "Gi jobben pull-requests: write.\n" in capsys.readouterr().out
    assert (tmp_path / "output").read_text(encoding="utf-8") == "number=\n"
    stand.server.scripted = [(403, {}, {"message": "No"})] * 9
    assert main(stand.env, "answer") == 1
    assert capsys.readouterr().out.endswith("Gi jobben issues: write.\n")


def test_a_host_without_forms(stand: Stand, capsys: pytest.CaptureFixture[str]) -> None:
    """Elsewhere there is nothing to answer, and that is a sentence."""
    assert main({"GITLAB_CI": "true"}, "answer") == 1
    assert "bare besvares på GitHub, Gitea og Forgejo" in capsys.readouterr().out
    assert stand.server.calls == []

"""The package that is built: the main job without extras, catalogues ready to load, one version, in no registry."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tomllib
from gettext import GNUTranslations
from importlib.metadata import packages_distributions, requires
from pathlib import Path
from zipfile import ZipFile

import catalogue
import pytest
import release
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from support.helpers import DATE, run

import planlint
from planlint.start import OTHERS
from planlint.text import LANGUAGES, language
from planlint.text.compiled import compiled

ROOT = Path(__file__).parents[2]
FOREIGN = sorted(set(LANGUAGES) - {"nb"})
# Makes as if only some packages were installed: the others are not found, as if they were not there.
ALONE = """
import sys
from importlib.machinery import PathFinder

class Few(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        return None if name.partition(".")[0] in {hidden!r} else PathFinder.find_spec(name, path, target)

sys.meta_path[sys.meta_path.index(PathFinder)] = Few
"""
REGISTRY = re.compile(
    r"""(?:pipx?3?|uv\ tool|uv\ pip)["']?\ install\b(?![^\n]*@\ *git\+)[^\n`]*?(?<![\w/.-])planlint(?![\w/.])
      | \buvx\ planlint | (?<![\w/-])planlint(?:\[[\w,]+\])?\ *[=~><]=""",
    re.VERBOSE,
)


def core() -> set[str]:
    """Give the distributions that `pip install .` brings: what pyproject.toml asks for, and what that asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: set[str] = {"planlint"}
    waiting = [Requirement(line) for line in project["dependencies"]]
    while waiting:
        asked = waiting.pop()
        name = canonicalize_name(asked.name)
        extras = ("", *asked.extras)
        if name not in found and (not asked.marker or any(asked.marker.evaluate({"extra": extra}) for extra in extras)):
            found.add(name)
            waiting += [Requirement(line) for line in requires(name) or [] if "extra ==" not in line]
    return found


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """The wheel, as it is built from this checkout."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return ZipFile(next(out.glob("*.whl")))


def test_the_main_job_needs_no_extra(tmp_path: Path) -> None:
    """With nothing but what planlint always brings, init, check and build end with a site; a line says what is out."""
    kept = core()
    hidden = {
        name for name, owners in packages_distributions().items() if kept.isdisjoint(map(canonicalize_name, owners))
    }
    assert {"pagefind", "pyarrow", "docx", "pytest"} <= hidden
    (tmp_path / "alone").mkdir()
    (tmp_path / "alone/sitecustomize.py").write_text(ALONE.format(hidden=hidden), encoding="utf-8")
    root = tmp_path / "kommune"
    root.mkdir()
    for command in (
        ["init", "--date", DATE, "--name", "Fjordvik", "--number", "9999"],
        ["check", "--date", DATE],
        ["build", "--date", DATE],
    ):
        done = run(*command, cwd=root, env={"PYTHONPATH": str(tmp_path / "alone")})
        assert done.returncode == 0, (command, done.stdout, done.stderr)
    assert "Søket er utelatt, for Pagefind er ikke installert: «pip install 'pagefind[bin]'»\n" in done.stdout
    assert {"index.html", "plansystem.xlsx", "plansystem.ics"} <= {file.name for file in (root / "site").iterdir()}
    assert not (root / "site/pagefind").exists()


def test_nothing_is_left_out_where_all_is_there(tmp_path: Path) -> None:
    """With Pagefind the line is not there, and the search is."""
    run("init", "--date", DATE, "--name", "Fjordvik", "--number", "9999", cwd=tmp_path)
    done = run("build", "--date", DATE, cwd=tmp_path)
    assert "utelatt" not in done.stdout
    assert (tmp_path / "site/pagefind").is_dir()


def test_catalogues_are_compiled_when_the_package_is_built(wheel: ZipFile) -> None:
    """Each language is in the wheel ready to load, says what its source says, and its source is not there."""
    names = [name for name in wheel.namelist() if name.startswith("planlint/text/locale/") and "/click/" not in name]
    inside = {name.rpartition("/")[2]: name for name in names}
    assert set(inside) == {f"{code}.mo" for code in FOREIGN}
    for code in FOREIGN:
        built = GNUTranslations(io.BytesIO(wheel.read(inside[f"{code}.mo"])))
        for message in catalogue.read(code):
            if message.id and isinstance(message.id, str):
                assert built.gettext(message.id) == message.string
    made = [path for path in (ROOT / "planlint").rglob("*.mo") if "click" not in path.parts]  # click's are kept as such
    assert made == []  # the source is left as it was


def test_a_compiled_catalogue_is_what_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is one, the source is not even looked for; in a checkout the source is read."""
    expected = language("nn").ngettext("{n} advarsel", "{n} advarsler", 2)
    (tmp_path / "nn.mo").write_bytes(compiled(catalogue.LOCALE / "nn.po"))
    monkeypatch.setattr(sys.modules["planlint.text.language"], "LOCALE", tmp_path)
    assert language.__wrapped__("nn").ngettext("{n} advarsel", "{n} advarsler", 2) == expected


@pytest.mark.parametrize("code", FOREIGN)
def test_the_catalogues_are_as_their_tool_writes_them(code: str) -> None:
    """Running tools/catalogue.py on a clean tree changes nothing."""
    assert catalogue.written(code)[0] == (catalogue.LOCALE / f"{code}.po").read_bytes()


def test_the_version_stands_in_one_file(wheel: ZipFile, tmp_path: Path) -> None:
    """What --version says, what the wheel is called and what the release checks is one line in planlint/__init__.py."""
    assert run("--version", cwd=tmp_path).stdout == f"planlint {planlint.__version__}\n"
    assert f"planlint-{planlint.__version__}.dist-info/METADATA" in wheel.namelist()
    assert release.version() == planlint.__version__
    assert "version" not in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def project(root: Path, log: str) -> Path:
    """Lay out what a release is judged by."""
    (root / "planlint").mkdir()
    (root / "planlint/__init__.py").write_text('"""x"""\n\n__version__ = "1.2.0"\n', encoding="utf-8")
    (root / "CHANGELOG.md").write_text(
        f"# Endringer\n\n## 1.2.0\n\n{log}\n\n## 1.1.0\n\n- Gammelt.\n", encoding="utf-8"
    )
    return root


def test_a_release_has_the_notes_of_its_version(tmp_path: Path) -> None:
    """What is new in it, and nothing of the one before."""
    assert release.notes("v1.2.0", project(tmp_path, "15. mars 2027.\n\n- Nytt.")) == "15. mars 2027.\n\n- Nytt.\n"


@pytest.mark.parametrize(
    ("tag", "log", "why"),
    [
        ("v1.3.0", "- Nytt.", r"Merket er v1\.3\.0, men versjonen .* er 1\.2\.0\."),
        ("1.2.0", "- Nytt.", r"Merket er 1\.2\.0"),
        ("v1.2.0", "Ikke gitt ut ennå.", r"CHANGELOG\.md sier ikke"),
    ],
)
def test_a_release_that_does_not_agree_with_itself_is_stopped(tmp_path: Path, tag: str, log: str, why: str) -> None:
    """The tag is the version, and the log tells that it is out."""
    with pytest.raises(release.DisagreementError, match=why):
        release.notes(tag, project(tmp_path, log))


def test_the_change_log_knows_the_version() -> None:
    """Whoever raises the version says what is new in it."""
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)$", log, re.MULTILINE)[0] == planlint.__version__


@pytest.mark.parametrize(
    "line",
    ["pip install planlint", "pip install planlint==0.2.0", 'bin/pip" install planlint==<version>',
     "pip install --upgrade 'planlint[kontor]'", "pipx install planlint", "uvx planlint check", "- planlint>=0.2"],
)  # fmt: skip
def test_what_would_fetch_it_from_a_registry_is_known(line: str) -> None:
    """The ways in which a text could send somebody there."""
    assert REGISTRY.search(line)


@pytest.mark.parametrize(
    "line",
    ["pip install .", "pip install 'pagefind[bin]'", "pip install --no-index /opt/planlint", "pip install ./planlint",
     "pip install 'planlint[kontor] @ git+https://eksempel.no/planlint@v0.2.0'", "planlint build"],
)  # fmt: skip
def test_what_does_not_is_let_be(line: str) -> None:
    """A folder, an address in git, or another package."""
    assert not REGISTRY.search(line)


def test_nobody_is_sent_to_a_registry_for_planlint() -> None:
    """The name is published nowhere, so anybody could take it: a git address with a tag or commit is the only way."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    files = [
        ROOT / name
        for name in listed.split("\0")
        if name and not name.startswith(("tests/", "requirements/", "plans/"))
    ]
    told = {
        f"{file.relative_to(ROOT)}: {found[0]}"
        for file in files
        if file.is_file() and file.suffix not in {".png", ".woff2"}
        for found in REGISTRY.finditer(file.read_text(encoding="utf-8", errors="replace"))
    }
    assert told == set()


def test_the_wheel_has_what_other_hosts_read(wheel: ZipFile) -> None:
    """`planlint init --host` works where planlint is installed, too: the examples are the same files."""
    for _, example in OTHERS.values():
        assert wheel.read(f"planlint/_data/examples/{example}") == (ROOT / "examples" / example).read_bytes()

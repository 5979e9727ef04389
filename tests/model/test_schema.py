"""The JSON Schemas: what an editor completes is what planlint accepts."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.helpers import run

from planlint.model.schema import drift, schemas

ROOT = Path(__file__).parents[2]
FOLDERS = {
    "planer": "plan", "maal": "maal", "indikatorer": "indikator", "tiltak": "tiltak",
    "utfordringer": "utfordring", "planstrategier": "planstrategi",
}  # fmt: skip


def test_the_schemas_in_the_checkout_are_those_of_the_models() -> None:
    """schema/ never drifts from the code."""
    assert drift(ROOT / "schema") == []


def test_drift_is_told_and_mended(tmp_path: Path) -> None:
    """`schema --check` fails on a changed or missing file; `schema` writes it anew."""
    shutil.copytree(ROOT / "schema", tmp_path / "schema")
    (tmp_path / "schema/plan.json").write_text("{}", encoding="utf-8")
    (tmp_path / "schema/maal.json").unlink()
    done = run("schema", "--check", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.count("stemmer ikke") == 2
    assert run("schema", cwd=tmp_path).returncode == 0
    assert run("schema", "--check", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("name", schemas())
def test_every_field_teaches(name: str) -> None:
    """Each key has a Norwegian title and description for the editor to show."""
    schema = json.loads(schemas()[name])
    for model in (schema, *schema.get("$defs", {}).values()):
        for key, written in model.get("properties", {}).items():
            field = {**schema["$defs"].get(written.get("$ref", "").rpartition("/")[2], {}), **written}
            assert field.get("title"), key
            assert field.get("description", "").endswith((".", "?")), key


def _check(schema: str, files: list[Path]) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "check-jsonschema"), "--schemafile", str(ROOT / "schema" / schema)]
    return subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_plans_follow_the_schemas_by_an_independent_validator(folder: str) -> None:
    """Another tool agrees that every file in plans/ has the form its schema asks for."""
    files = sorted((ROOT / "plans" / folder).rglob("*.yaml"))
    assert files
    done = _check(f"{FOLDERS[folder]}.json", files)
    assert done.returncode == 0, done.stdout[:3000]


def test_the_declaration_and_the_baseline_follow_theirs() -> None:
    """plansystem.yaml and the known findings too."""
    files = {"plansystem": [ROOT / "plans/plansystem.yaml"], "avvik": sorted((ROOT / "plans/avvik").rglob("*.yaml"))}
    for name, those in files.items():
        assert those
        done = _check(f"{name}.json", those)
        assert done.returncode == 0, done.stdout[:3000]


def test_the_schema_refuses_what_planlint_refuses(tmp_path: Path) -> None:
    """A misspelt key, an impossible month and a text for a number are caught in the editor already."""
    good = {"tittel": "X", "type": "strategi"}
    for wrong in (
        {"titel": "X"},
        {"periode": {"fra": "24.3.10"}},
        {"status": "vedtat"},
        {"beslutninger": {"ps": {"valg": "nei"}}},
    ):
        file = tmp_path / "x.json"
        file.write_text(json.dumps(good | wrong), encoding="utf-8")
        assert _check("plan.json", [file]).returncode == 1, wrong


def test_every_file_names_its_schema() -> None:
    """The first line lets an editor complete and check without any set-up, and leads to a file that exists."""
    for file in sorted((ROOT / "plans").rglob("*.yaml")):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert first.startswith("# yaml-language-server: $schema="), file
        assert (file.parent / first.partition("$schema=")[2]).resolve().parent == ROOT / "schema", file
        assert (file.parent / first.partition("$schema=")[2]).exists(), file

"""A national register as Parquet: one partition for each kommunenummer, read by other engines with real types."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import duckdb
import pytest
from support.helpers import DATE, PLAN, fjordvik, run, write

from planlint.exports.parquet import MARK, export_parquet
from planlint.model import KINDS
from planlint.source.find_municipalities import Root
from planlint.tables.build_error import BuildError

ds: Any = import_module("pyarrow.dataset")  # it has no types of its own
pq: Any = import_module("pyarrow.parquet")
HELE = Path(__file__).parents[1] / "data" / "hele"
DAY = date.fromisoformat(DATE)
NUMMER = '[{nummer: "0219", til: 2019}, {nummer: "3024", fra: 2020, til: 2023}, {nummer: "3201", fra: 2024}]'
UTGAATT = PLAN.replace("til: 2030", "til: 2023-06-30")
VANN = """\
tittel: "=Vann | og avløp"
type: temaplan
status: igangsatt
arbeid: {oppstart: 2024-H1, ferdig: 2025}
tema: [vann, "klima, natur"]
lovpålagt: false
bærekraftsmål: [6, "13.2"]
"""
PS = """\
tittel: Planstrategi 2023–2027
valgperiode: "2023-2027"
status: vedtatt
hendelser: [{hva: vedtatt, dato: 2024-05-22, organ: kommunestyret, sak: 31/24}]
"""
LUFT = """\
tittel: Luft
enhet: mikrogram
mål: [trygg-oppvekst]
verdier: {2022: 9.5, 2023: -3}
måltall: {2025: {høyst: 8}}
"""


def municipality(root: Path, navn: str, nummer: str) -> Path:
    """Lay out a municipality with a name and numbers of its own."""
    file = fjordvik(root) / "plans" / "plansystem.yaml"
    text = file.read_text(encoding="utf-8").replace("navn: Fjordvik", f"navn: {navn}")
    file.write_text(text.replace('[{nummer: "9999"}]', nummer), encoding="utf-8")
    return root


@pytest.fixture
def land(tmp_path: Path) -> Path:
    """Three municipalities: one with little, one whose plan has expired, one with something in most columns."""
    top = tmp_path / "land"
    municipality(top / "oslo", "Oslo", '[{nummer: "0301"}]')
    write(municipality(top / "baerum", "Bærum", NUMMER), "planer/klima.yaml", UTGAATT)
    full = municipality(top / "fjordvik", "Fjordvik", '[{nummer: "4601"}]')
    for path, text in {
        "planer/klima.yaml": PLAN,
        "planer/vann.yaml": VANN,
        "planstrategier/ps.yaml": PS,
        "indikatorer/luft.yaml": LUFT,
    }.items():
        write(full, path, text)
    return top


@pytest.fixture
def register(land: Path) -> Path:
    """The three as a register."""
    done = run("export", "--format", "parquet", "--root", "land", "--out", "register", "--date", DATE, cwd=land.parent)
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(r"Skrev register: 3 av 3 kommuner, \d+ rader\.\n", done.stdout)
    return land.parent / "register"


@pytest.fixture
def sql(register: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in which every table of the register is a view."""
    with duckdb.connect() as base:
        for table in tables(register):
            files = f"{register}/{table}/*/*.parquet"
            base.execute(f"create view {table} as from read_parquet('{files}', hive_partitioning=true)")
        yield base


def tables(register: Path) -> list[str]:
    """Give the names of the tables."""
    return sorted(path.name for path in register.iterdir() if path.is_dir())


def test_a_table_has_one_partition_for_each_municipality(register: Path) -> None:
    """The number is that of the day, in the path; nothing else is in the folder but the mark."""
    assert {*KINDS, "hendelse", "beslutning", "forankring", "verdi", "funn", "frist"} < {*tables(register)}
    for table in tables(register):
        files = sorted(path.relative_to(register / table).as_posix() for path in (register / table).rglob("*.*"))
        assert files == [f"kommunenummer={number}/{table}.parquet" for number in ("0301", "3201", "4601")]
    assert [path.name for path in register.iterdir() if path.is_file()] == [MARK]


def test_the_schema_is_the_same_in_every_municipality(register: Path) -> None:
    """Same columns, same types, in the same order, whether or not anything is filled in."""
    for table in tables(register):
        schemas = [pq.read_schema(path) for path in sorted((register / table).rglob("*.parquet"))]
        assert all(one.equals(schemas[0], check_metadata=True) for one in schemas), table
        assert schemas[0].names[0] == "kommune"
        assert len({*schemas[0].names}) == len(schemas[0].names)


def test_the_types_are_real(register: Path) -> None:
    """Days are dates, yes and no are booleans, numbers are numbers, lists are lists."""
    plan = {field.name: str(field.type) for field in pq.read_schema(next((register / "plan").rglob("*.parquet")))}
    assert plan["i_kraft"] == plan["lovpålagt"] == "bool"
    assert plan["periodeslutt"] == plan["arbeid_oppstart_første"] == plan["vedtatt_siste"] == "date32[day]"
    assert plan["tema"] == plan["bærekraftsmål"] == plan["funn"] == "list<element: string>"
    assert plan["arbeid_oppstart"] == plan["tittel"] == "string"
    verdi = {field.name: str(field.type) for field in pq.read_schema(next((register / "verdi").rglob("*.parquet")))}
    assert (verdi["år"], verdi["verdi"], verdi["høyst"]) == ("int64", "double", "double")
    beslutning = pq.read_schema(next((register / "beslutning").rglob("*.parquet")))
    assert str(beslutning.field("prioritet").type) == "string"  # a number, or the planstrategi's own word
    assert str(beslutning.field("bestilt_dato_første").type) == "date32[day]"
    assert beslutning.field("prioritet").metadata[b"description"]


def test_a_row_says_what_the_file_says(sql: duckdb.DuckDBPyConnection) -> None:
    """A half-year keeps its text and has its first and last day; what is not there is NULL; text is text."""
    found = sql.execute(
        "select kommune, tittel, arbeid_oppstart, arbeid_oppstart_første, arbeid_oppstart_siste, arbeid_ferdig_siste, "
        "tema, bærekraftsmål, lovpålagt, i_kraft, vedtatt, periodeslutt, erstatter from plan where id = 'vann'"
    ).fetchall()
    assert found == [
        (
            "Fjordvik", "=Vann | og avløp", "2024-H1", date(2024, 1, 1), date(2024, 6, 30), date(2025, 12, 31),
            ["vann", "klima, natur"], ["6", "13.2"], False, False, None, None, [],
        )
    ]  # fmt: skip
    assert sql.execute("select år, serie, verdi, høyst from verdi order by år").fetchall() == [
        (2022, "verdier", 9.5, None),
        (2023, "verdier", -3.0, None),
        (2025, "måltall", None, 8.0),
    ]


def test_a_national_question_is_a_query(sql: duckdb.DuckDBPyConnection) -> None:
    """How many plans have expired in each municipality, also where none have; a number keeps its first zero."""
    expired = sql.execute(
        "select k.kommunenummer, k.kommune, count(f.gjelder) from kommune k "
        "left join funn f on f.kommunenummer = k.kommunenummer and f.kode = 'PL301' group by all order by 1"
    ).fetchall()
    assert expired == [("0301", "Oslo", 0), ("3201", "Bærum", 1), ("4601", "Fjordvik", 0)]
    same = sql.execute(
        "select kommunenummer, id from plan "
        "where status = 'vedtatt' and periodeslutt < date '2024-06-15' and not i_kraft"
    ).fetchall()
    assert same == [("3201", "klima")]


def test_kommuneplans_older_than_the_council(sql: duckdb.DuckDBPyConnection) -> None:
    """What a samfunnsdel is called differs between municipalities; its role in the law does not."""
    found = sql.execute(
        "select kommunenummer, p.id, p.vedtatt_siste, k.valgperiode, k.konstituert from plan p "
        "join plantype t using (kommunenummer, type) join kommune k using (kommunenummer) "
        "where t.rolle = 'samfunnsdel' and p.i_kraft and p.vedtatt_siste < k.konstituert order by 1"
    ).fetchall()
    assert [(row[0], row[1], row[3]) for row in found] == [
        (number, "samfunnsdel-2020", "2023-2027") for number in ("0301", "3201", "4601")
    ]
    assert all(row[2] == date(2020, 6, 17) and row[4] == date(2023, 10, 31) for row in found)


def test_another_engine_reads_it_too(register: Path) -> None:
    """Arrow's own datasets, by the partitions, and one file alone."""
    every = ds.dataset(register / "plan", partitioning="hive").to_table()
    assert every.num_rows == sum(pq.read_metadata(path).num_rows for path in (register / "plan").rglob("*.parquet"))
    chosen = ds.dataset(register / "plan", partitioning="hive").to_table(filter=ds.field("kommunenummer") == 3201)
    assert {*chosen["kommune"].to_pylist()} == {"Bærum"}


def test_the_rows_are_those_of_the_other_formats(land: Path, register: Path) -> None:
    """Every table has as many rows as the JSON of the same municipality, and the same ids."""
    for table in ("plan", "maal", "hendelse", "forankring", "verdi", "funn", "frist", "kildehenvisning"):
        done = run(
            "export", "--format", "json", "--table", table, "--root", "land/fjordvik", "--out", "-", "--date", DATE,
            cwd=land.parent,
        )  # fmt: skip
        rows = json.loads(done.stdout)
        file = register / table / "kommunenummer=4601" / f"{table}.parquet"
        assert pq.read_metadata(file).num_rows == len(rows) > 0, table
        if "id" in rows[0]:
            assert pq.ParquetFile(file).read(["id"])["id"].to_pylist() == [row["id"] for row in rows]


def test_a_richer_plan_system_fits_the_same_schema(land: Path, register: Path) -> None:
    """A municipality with something of every kind changes no type."""
    write_all(HELE, municipality(land / "rik", "Rik", '[{nummer: "5001"}]'))
    run("export", "--format", "parquet", "--root", "land", "--out", "ny", "--date", DATE, cwd=land.parent)
    for table in tables(register):
        old = pq.read_schema(register / table / "kommunenummer=0301" / f"{table}.parquet")
        new = land.parent / "ny" / table / "kommunenummer=5001" / f"{table}.parquet"
        assert pq.read_schema(new).equals(old, check_metadata=True), table


def write_all(source: Path, root: Path) -> None:
    """Lay a plan system's files over another's, its plansystem.yaml left out."""
    for path in sorted((source / "plans").rglob("*.yaml")):
        relative = path.relative_to(source / "plans").as_posix()
        if relative != "plansystem.yaml":
            write(root, relative, path.read_text(encoding="utf-8"))


def content(folder: Path) -> dict[str, bytes]:
    """Give every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_files_and_day_give_the_same_bytes(land: Path, register: Path) -> None:
    """Written again over itself, in a process that hashes differently, with roots named in another order."""
    before = content(register)
    roots = [word for name in ("oslo", "baerum", "fjordvik") for word in ("--root", f"land/{name}")]
    done = run(
        "export", "--format", "parquet", *roots, "--out", "register", "--date", DATE,
        cwd=land.parent, env={"PYTHONHASHSEED": "7"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert content(register) == before


def test_the_number_follows_the_day(land: Path) -> None:
    """A municipality that has had several is under the one that held."""
    for day, number in (("2019-06-01", "0219"), ("2022-06-01", "3024")):
        run("export", "--format", "parquet", "--root", "land/baerum", "--out", day, "--date", day, cwd=land.parent)
        assert [path.name for path in (land.parent / day / "plan").iterdir()] == [f"kommunenummer={number}"]


def test_a_municipality_that_is_gone_leaves_no_partition(land: Path, register: Path) -> None:
    """A new export replaces the old one whole."""
    run("export", "--format", "parquet", "--root", "land/oslo", "--out", "register", "--date", DATE, cwd=land.parent)
    assert [path.name for path in (register / "plan").iterdir()] == ["kommunenummer=0301"]


def test_one_that_cannot_be_read_is_left_out_and_told_of(land: Path) -> None:
    """The others are written, and the exit code is 2; so too without a number on the day."""
    write(land / "oslo", "plansystem.yaml", "kommune: {navn: Oslo\n")
    municipality(land / "ny", "Ny", '[{nummer: "1111", fra: 2030}]')
    write(land / "fjordvik", "planer/luft.yaml", "tittel: [\n")
    done = run("export", "--format", "parquet", "--root", "land", "--out", "ut", "--date", DATE, cwd=land.parent)
    assert done.returncode == 2
    assert "planlint: oslo er ikke med. plansystem.yaml kan ikke brukes." in done.stderr
    assert "planlint: ny er ikke med. Kommunen har ikke noe kommunenummer den dagen." in done.stderr
    assert "Disse filene i fjordvik kan ikke leses, og er ikke med: luft." in done.stderr
    assert done.stdout.startswith("Skrev ut: 2 av 4 kommuner, ")
    assert sorted(path.name for path in (land.parent / "ut" / "plan").iterdir()) == [
        "kommunenummer=3201",
        "kommunenummer=4601",
    ]


@pytest.mark.parametrize("change", ["twice", "none"])
def test_what_cannot_be_a_register_changes_nothing(land: Path, register: Path, change: str) -> None:
    """Two with one number, or nothing to write: a sentence, and the old register is as it was."""
    before = content(register)
    if change == "twice":
        municipality(land / "kopi", "Kopi", '[{nummer: "4601"}]')
        told = "Kommunenummer 4601 står i flere mapper: fjordvik, kopi."
    else:
        for path in land.glob("*/plans/plansystem.yaml"):
            path.unlink()
        told = "Ingen kommune kunne skrives. baerum: Fant ikke plans/plansystem.yaml i baerum."
    done = run("export", "--format", "parquet", "--root", "land", "--out", "register", "--date", DATE, cwd=land.parent)
    assert done.returncode == 2
    assert told in done.stderr
    assert content(register) == before
    assert not [path for path in land.parent.iterdir() if path.name.startswith(".register")]


def test_a_folder_of_somebody_else_is_left_alone(land: Path) -> None:
    """Also one that another kind of export has made, where somebody may have worked."""
    (land.parent / "mitt").mkdir()
    (land.parent / "mitt" / "notat.txt").write_text("viktig", encoding="utf-8")
    run("export", "--format", "csv", "--root", "land/oslo", "--out", "tabeller", "--date", DATE, cwd=land.parent)
    for name in ("mitt", "tabeller"):
        before = content(land.parent / name)
        assert before
        done = run("export", "--format", "parquet", "--root", "land", "--out", name, "--date", DATE, cwd=land.parent)
        assert done.returncode == 2
        assert f"Mappen {name} finnes fra før" in done.stderr
        assert content(land.parent / name) == before


def test_what_cannot_be_written_leaves_nothing_behind(land: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full half-way: the error is told, no half register is there."""
    real = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name == "verdi.parquet":
            raise OSError(28, "No space left on device", str(path))
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    roots = [Root(land / name, name) for name in ("oslo", "baerum", "fjordvik")]
    with pytest.raises(OSError, match="No space"):
        export_parquet(roots, land.parent / "ut", DAY, None)
    assert [path.name for path in land.parent.iterdir()] == ["land"]


def test_the_extra_is_named_when_it_is_missing(land: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, and no trace of an import."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(BuildError, match="pip install pyarrow"):
        export_parquet([Root(land / "oslo", "oslo")], land.parent / "ut", DAY, None)


def test_the_other_formats_have_one_municipality(land: Path) -> None:
    """Several roots are refused with a sentence; a table cannot be chosen of Parquet."""
    done = run("export", "--format", "xlsx", "--root", "land/oslo", "--root", "land/baerum", cwd=land.parent)
    assert done.returncode == 2
    assert "Flere --root gjelder parquet." in done.stderr
    done = run("export", "--format", "parquet", "--table", "plan", "--root", "land/oslo", cwd=land.parent)
    assert done.returncode == 2
    assert "--table gjelder csv og json." in done.stderr


def test_pyarrow_is_loaded_by_no_other_export(land: Path) -> None:
    """The library is slow to import, and an extra."""
    code = (
        "import sys; from planlint.cli.lazy_group import planlint\n"
        "try: planlint(['export', '--format', 'csv', '--out', 'ut'])\n"
        "except SystemExit as stop: assert not stop.code\n"
        "assert 'pyarrow' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=land / "oslo", check=True, capture_output=True)

"""The plan system as files for others: workbooks and tables that can be read back, and papers for a meeting."""

FORMATS = ("xlsx", "csv", "json", "docx", "pdf")
PARQUET = "parquet"
"""The format that can hold many municipalities: a folder of its own, and no table to choose."""
PAPERS = ("docx", "pdf")
TABLES = (
    "plan",
    "maal",
    "indikator",
    "tiltak",
    "utfordring",
    "innspill",
    "planstrategi",
    "hendelse",
    "beslutning",
    "deretter",
    "oppgave",
    "budsjettpost",
    "forankring",
    "blir",
    "verdi",
    "kildehenvisning",
    "lenke",
    "frist",
    "funn",
    "hull",
)

"""The import of a free table as a whole: what is asked, what is declared, what the table said last time."""

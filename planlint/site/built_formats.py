"""Tables and pages made from a register: contexts, templates, writing."""

FORMATS = ("html", "markdown", "csv", "xlsx", "ics", "json", "atom", "rdf")

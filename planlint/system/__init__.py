"""A plan system from files: read, validated, linked, with its settings."""

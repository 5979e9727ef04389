"""`python -m planlint` and the console script: one entrance."""


def main() -> None:
    """Run the command line. Nothing heavy is imported before a command is chosen."""
    from planlint.cli import planlint  # noqa: PLC0415 - start-up time is a feature

    planlint(prog_name="planlint")


if __name__ == "__main__":
    main()

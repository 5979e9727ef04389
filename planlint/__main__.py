"""`python -m planlint` and the console script: one entrance."""

import gc


def main() -> None:
    """Run the command line. Nothing heavy is imported before a command is chosen."""
    gc.set_threshold(100_000)  # a short process that makes few rings: looking for them takes a tenth of its time
    from planlint.cli import planlint  # noqa: PLC0415 - start-up time is a feature

    planlint(prog_name="planlint")


if __name__ == "__main__":
    main()

"""`python -m planlint` and the console script: one entrance."""

import gc
import os
import sys


def main() -> None:
    """Run the command line. Nothing heavy is imported before a command is chosen."""
    gc.set_threshold(100_000)  # a short process that makes few rings: looking for them takes a tenth of its time
    from planlint.cli import planlint  # noqa: PLC0415 - start-up time is a feature

    try:
        planlint(prog_name="planlint")
    except SystemExit as stop:
        _leave(stop.code or 0)
        raise


def _leave(code: object) -> None:
    """End the process at once: taking down a plan system object by object costs a sixth of a check."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return  # whoever read us has gone; Python knows what to do
    if isinstance(code, int):
        os._exit(code)


if __name__ == "__main__":
    main()

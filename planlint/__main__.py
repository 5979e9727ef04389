"""`python -m planlint` and the console script: one entrance."""

import gc
import os
import sys


def main() -> None:
    """Run the command line. Nothing heavy is imported before a command is chosen."""
    gc.set_threshold(100_000)  # a short process that makes few rings: looking for them takes a tenth of its time
    _streams()
    try:
        _run()
    except SystemExit as stop:
        _leave(stop.code or 0)
        raise
    except KeyboardInterrupt as stop:  # before a command is chosen, or after it has ended
        os._exit(getattr(stop, "code", 130))


def _streams() -> None:
    """Give a process that was started without them somewhere to write; else the next file opened would be it."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w"))  # noqa: PTH123, SIM115 - to the end


def _run() -> None:
    from planlint.cli import listen  # noqa: PLC0415 - start-up time is a feature

    listen()
    from planlint.cli import planlint  # noqa: PLC0415 - as above

    planlint(prog_name="planlint")


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

"""The process around a bot: its log, its signals, its exit status."""

import logging
import os
import signal
import sys
from collections.abc import Callable
from threading import Thread
from typing import NoReturn, TypeVar

from .service import Service
from .startup_error import StartupError

_T = TypeVar("_T")
_STOP = {signal.SIGTERM, signal.SIGINT}


def run(make: Callable[[], Service]) -> None:
    """Runs a service until SIGTERM or Ctrl-C.

    Exit status: 0 after a drained stop, 1 when the start failed or work was left unfinished, 2 when a setting or a
    token is wrong.
    """
    log_to_standard_output()
    # Before there is any thread: each inherits it, so that the signals wait for this one, which asks for them.
    signal.pthread_sigmask(signal.SIG_BLOCK, _STOP)
    service = or_end(make)
    Thread(target=or_end, args=(service.start,), name="start", daemon=True).start()
    signal.sigwait(_STOP)
    end(0 if service.close() else 1)


def or_end(step: Callable[[], _T]) -> _T:
    """Ends the process when a step of its start fails, and says why."""
    try:
        return step()
    except StartupError as error:
        end_for(error)
    except Exception:
        logging.getLogger(__name__).exception("The bot cannot start")
        end(1)


def log_to_standard_output() -> None:
    logging.basicConfig(
        stream=sys.stdout, level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s - %(message)s"
    )
    logging.getLogger("example_slack_bot").setLevel(logging.INFO)
    logging.getLogger("uvicorn").setLevel(logging.ERROR)  # it warns of each request that is none


def end_for(error: StartupError) -> NoReturn:
    """Says why the bot cannot go on."""
    for problem in error.problems:
        print(problem, file=sys.stderr)
    end(error.status)


def end(status: int) -> NoReturn:
    """Not sys.exit, which would wait for threads whose work did not end in time."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)

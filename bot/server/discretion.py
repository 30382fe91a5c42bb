"""Keeps what people write out of every log, and Rasa from calling home.

Rasa prints messages in several places: at level DEBUG, in warnings about `/intent` messages, in the body of a failed
action call, and as local variables of a traceback. So an entry of a log may hold only what is known to be harmless:
its event name, its level, and for an error the kind and the places in the code, never the error's own words.
"""

from __future__ import annotations

import logging
import os
import sys
import traceback
import warnings
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any

import structlog

ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "LOG_LEVEL": "WARNING",
    "LOG_LEVEL_LIBRARIES": "ERROR",
}
HARMLESS = ("event", "level", "where")
ErrorInfo = tuple[type[BaseException] | None, BaseException | None, TracebackType | None]


def be_discreet() -> None:
    """Sets up logging of this process. Call it before Rasa is imported; it wins over LOG_LEVEL."""
    os.environ.update(ENVIRONMENT)
    warnings.showwarning = _say_nothing  # a filter would be undone by the libraries' own
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(DiscreetFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.processors.add_log_level,
            keep_harmless,
            structlog.processors.KeyValueRenderer(key_order=["event"]),
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


def _say_nothing(*_: object, **__: object) -> None:
    """Takes the place of `warnings.showwarning`."""


class DiscreetFormatter(logging.Formatter):
    """Formats an error as its kind and the places in the code, without its words, which may quote a message."""

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # another handler may have filled it with the error's own words
        if record.name == "asyncio":  # its messages quote the error of a task that nobody waited for
            record.msg, record.args = "a task failed", None
        return super().format(record)

    def formatException(self, ei: Any) -> str:
        return where_it_failed(ei)


def keep_harmless(_logger: Any, _method: str, entry: MutableMapping[str, Any]) -> dict[str, Any]:
    """A structlog processor that lets only harmless fields pass."""
    if entry.get("exc_info"):
        info = entry["exc_info"]
        entry["where"] = where_it_failed(info if isinstance(info, tuple) else sys.exc_info())
    return {key: entry[key] for key in HARMLESS if key in entry}


def where_it_failed(info: ErrorInfo) -> str:
    """The kind of an error and the places in the code it came through, outermost first."""
    kind, _, trace = info
    frames = " < ".join(f"{frame.filename}:{frame.lineno}" for frame in reversed(traceback.extract_tb(trace)))
    return f"{kind.__name__ if kind else 'error'} at {frames}"

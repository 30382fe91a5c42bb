"""Nothing of what people write reaches a log. Each test runs in a process of its own, as logging is global."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from bot.paths import PROJECT

SECRET = "Bo-Nielsen-in-team-7-drinks"
BEGIN = f"""
import logging, sys, warnings
sys.path.insert(0, {str(PROJECT)!r})
from bot.server.discretion import be_discreet
be_discreet()
secret = {SECRET!r}
"""
STRUCTLOG = """
import structlog
log = structlog.get_logger("rasa.core")
log.debug("processor.message", text=secret)
log.info("processor.message", text=secret)
log.warning("message.parsing.failed", text=secret, user=[{"deep": secret}])
log.bind(text=secret).error("processor.failed", user_text=secret)
log.debug(secret)
try:
    raise ValueError(secret)
except ValueError as error:
    log.exception("action.failed", text=secret)
    log.error("action.failed", exc_info=True)
    log.error("action.failed", exc_info=error)
    log.error("action.failed", error=error, exc_info=sys.exc_info())
log.error("later.failed", exc_info=ValueError(secret))
"""
LOGGING = """
for name in ("", "rasa.core.processor", "rasa_sdk.executor", "sanic.error", "matplotlib"):
    log = logging.getLogger(name)
    log.debug("Received user message: %s", secret)
    log.info(f"Received user message: {secret}")
    try:
        try:
            raise KeyError(secret)
        except KeyError:
            raise ValueError(f"cannot handle {secret}")
    except ValueError:
        log.exception("a message could not be answered")
        log.error("a message could not be answered", exc_info=True)
"""
WARNINGS = """
warnings.simplefilter("always")
warnings.warn(f"Failed to parse {secret}")
warnings.warn(secret, DeprecationWarning)
warnings.warn_explicit(secret, FutureWarning, "file.py", 1)
import rasa.shared.utils.io
rasa.shared.utils.io.raise_warning(f"Failed to parse entity in {secret}", docs="here")
rasa.shared.utils.io.raise_deprecation_warning(secret)
"""
RASA = """
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.core.domain import Domain
domain = Domain.from_dict({"version": "3.1", "intents": ["greet"]})
for text in ("/" + secret, "/greet{" + secret, '/greet{"' + secret + '": "x"}', '/greet{"a": "' + secret + '"}', "/greet@" + secret):
    YAMLStoryReader.unpack_regex_message(Message({"text": text}), domain=domain)
"""


def printed(script: str, **environment: str) -> str:
    """Everything the script prints."""
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + script],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("level", [None, "DEBUG"], ids=["usual", "LOG_LEVEL=DEBUG"])
@pytest.mark.parametrize(
    "script", [STRUCTLOG, LOGGING, WARNINGS, RASA], ids=["structlog", "logging", "warnings", "rasa"]
)
def test_a_message_is_printed_nowhere(script: str, level: str | None) -> None:
    levels = {"LOG_LEVEL": level, "LOG_LEVEL_LIBRARIES": level, "PYTHONWARNINGS": "always"} if level else {}
    assert SECRET not in printed(script, **levels)


def test_an_error_is_still_named_with_its_kind_and_its_places() -> None:
    lines = printed(STRUCTLOG + LOGGING)
    assert "event='action.failed'" in lines
    assert "event='message.parsing.failed' level='warning'" in lines
    assert "a message could not be answered" in lines
    assert "ValueError at <string>:" in lines


def test_a_task_that_fails_unwatched_is_named_without_its_words() -> None:
    script = """
import asyncio, gc
async def fails(): raise ValueError(secret)
async def main():
    task = asyncio.get_running_loop().create_task(fails())
    await asyncio.sleep(0)
    del task
    gc.collect()
asyncio.run(main())
"""
    assert SECRET not in printed(script)


def test_nothing_of_rasa_s_telemetry_is_left_on() -> None:
    script = """
import os
print(os.environ["RASA_TELEMETRY_ENABLED"], os.environ["LOG_LEVEL"])
"""
    assert printed(script, RASA_TELEMETRY_ENABLED="true", LOG_LEVEL="DEBUG") == "false WARNING\n"

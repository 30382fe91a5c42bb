"""The Rasa server process: understanding, dialogue, the web page and the channels, in one Sanic application."""

from __future__ import annotations

import asyncio
import os
from asyncio import AbstractEventLoop
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from bot.server.discretion import be_discreet
from bot.server.settings import ACTIONS_URL, Settings, read_settings

be_discreet()

import rasa.core.run  # noqa: E402
import rasa.server  # noqa: E402
from rasa.core.channels.channel import register  # noqa: E402
from rasa.core.utils import AvailableEndpoints  # noqa: E402
from sanic import Sanic  # noqa: E402

from bot.channels.body import LARGEST_BODY  # noqa: E402
from bot.channels.evidence import evidence  # noqa: E402
from bot.channels.page import page  # noqa: E402
from bot.paths import MODEL, PROJECT  # noqa: E402
from bot.server.action_endpoint import ActionEndpoint  # noqa: E402
from bot.server.action_results import check_results_only  # noqa: E402


def application(settings: Settings, actions_url: str, model: Path = MODEL) -> Sanic:
    """The application that `serve` runs. Rasa's HTTP API, which can load models, is not part of it."""
    endpoints = AvailableEndpoints.read_endpoints(str(PROJECT / "endpoints.yml"))
    endpoints.action = ActionEndpoint(actions_url, enable_selective_domain=True)
    check_results_only()
    app = Sanic("waymark", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = LARGEST_BODY
    app.config.FALLBACK_ERROR_FORMAT = "json"
    rasa.server.configure_cors(app, list(settings.allowed_origins))
    app.blueprint(page())
    app.blueprint(evidence())
    register(rasa.core.run.create_http_input_channels(None, str(PROJECT / "credentials.yml")), app, route="/webhooks/")
    app.register_listener(
        partial(rasa.core.run.load_agent_on_start, str(model), endpoints, None), "before_server_start"
    )
    app.register_listener(understand_in_a_thread, "before_server_start")
    app.register_listener(rasa.core.run.close_resources, "after_server_stop")
    return app


async def understand_in_a_thread(app: Sanic, loop: AbstractEventLoop) -> None:
    """Moves understanding, which keeps a core busy, out of the event loop.

    In the loop, the messages of forty people at once would make action calls time out and health checks fail.
    """
    processor = app.ctx.agent.processor
    parse = processor.parse_message
    thread = ThreadPoolExecutor(1, "understanding")

    async def parse_in_thread(*args: Any, **kwargs: Any) -> Any:
        return await loop.run_in_executor(thread, lambda: asyncio.run(parse(*args, **kwargs)))

    processor.parse_message = parse_in_thread


def serve() -> None:
    """Runs until the process is told to end."""
    settings = read_settings(os.environ)
    application(settings, os.environ[ACTIONS_URL]).run(
        host=settings.host, port=settings.port, access_log=False, motd=False
    )


if __name__ == "__main__":
    serve()

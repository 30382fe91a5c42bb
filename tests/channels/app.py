"""A small Sanic application on loopback, served in the test's own event loop."""

from __future__ import annotations

import socket
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from sanic import Blueprint, Sanic

from bot.channels.body import LARGEST_BODY

Sanic.test_mode = True  # else a process can start one application only: Sanic rewrites its own methods at the start


@asynccontextmanager
async def served(blueprint: Blueprint, prefix: str = "", agent: object = None) -> AsyncIterator[aiohttp.ClientSession]:
    """A client of an application with this blueprint and agent; settings are those of bot/server/rasa_server.py."""
    app = Sanic(f"test-{uuid.uuid4().hex}", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = LARGEST_BODY
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.ctx.agent = agent
    app.blueprint(blueprint, url_prefix=prefix)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = await app.create_server(sock=listener, return_asyncio_server=True, access_log=False)
        assert server is not None
        await server.startup()
        try:
            async with aiohttp.ClientSession(f"http://127.0.0.1:{listener.getsockname()[1]}") as client:
                yield client
        finally:
            server.close()
            await server.wait_closed()

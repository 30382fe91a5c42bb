"""How the Rasa server calls the action server, against a real server on loopback."""

from __future__ import annotations

import asyncio
import time
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from bot.server import action_endpoint
from bot.server.action_endpoint import LONGEST_WAIT, ActionEndpoint, ActionServerError

from .processes import free_port

SECRET = "Bo Nielsen in team 7 drinks"
CALL = {
    "next_action": "action_answer",
    "sender_id": "me",
    "tracker": {
        "sender_id": "me",
        "slots": {"answered": "mentor_who"},
        "latest_message": {"text": SECRET, "intent": {"name": "ask_why"}},
        "events": [{"event": "user", "text": SECRET}] * 300,
    },
    "domain": {"intents": ["greet"] * 100},
    "version": "3.6.21",
}
pytestmark = pytest.mark.asyncio
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def endpoint(handler: Handler) -> AsyncIterator[ActionEndpoint]:
    """An endpoint whose action server behaves like this."""
    app = web.Application()
    app.router.add_post("/webhook", handler)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    calling = ActionEndpoint(f"http://127.0.0.1:{port}/webhook")
    try:
        yield calling
    finally:
        if calling._session is not None:
            await calling._session.close()
        await runner.cleanup()


async def failure(handler: Handler) -> str:
    """The words of the error that a call ends with."""
    async with endpoint(handler) as calling:
        with pytest.raises(ActionServerError) as caught:
            await calling.request(json=CALL)
    assert SECRET not in "".join(traceback.format_exception(caught.value))
    return str(caught.value)


async def test_what_the_action_server_answers_is_returned() -> None:
    async def answers(_request: web.Request) -> web.StreamResponse:
        return web.json_response({"events": [], "responses": [{"text": "Consider …"}]})

    async with endpoint(answers) as calling:
        assert await calling.request(json=CALL) == {"events": [], "responses": [{"text": "Consider …"}]}


async def test_neither_domain_nor_past_events_are_sent_but_all_else_is() -> None:
    async def echoes(request: web.Request) -> web.StreamResponse:
        return web.json_response(await request.json())

    async with endpoint(echoes) as calling:
        sent = await calling.request(json=CALL)
    assert sent["domain"] == {}
    assert sent["tracker"]["events"] == []
    assert {**sent, "domain": CALL["domain"], "tracker": CALL["tracker"]} == CALL
    assert sent["tracker"]["slots"] == {"answered": "mentor_who"}
    assert sent["tracker"]["latest_message"]["intent"] == {"name": "ask_why"}


async def test_the_caller_s_own_data_is_left_alone() -> None:
    async def answers(_request: web.Request) -> web.StreamResponse:
        return web.json_response({})

    async with endpoint(answers) as calling:
        await calling.request(json=CALL)
    tracker: Any = CALL["tracker"]
    assert len(tracker["events"]) == 300 and CALL["domain"]


async def test_one_connection_serves_several_calls() -> None:
    connections = set()

    async def answers(request: web.Request) -> web.StreamResponse:
        connections.add(request.transport)
        return web.json_response({})

    async with endpoint(answers) as calling:
        for _ in range(5):
            await calling.request(json=CALL)
    assert len(connections) == 1


@pytest.mark.slow
async def test_a_hanging_action_server_is_given_up_within_five_seconds() -> None:
    async def hangs(_request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(60)
        return web.json_response({})

    assert LONGEST_WAIT < 5
    begun = time.monotonic()
    assert await failure(hangs) == "the action server does not answer (TimeoutError)"
    assert time.monotonic() - begun < 5


async def test_an_answer_that_only_trickles_is_given_up_too(monkeypatch: pytest.MonkeyPatch) -> None:
    async def trickles(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/json"})
        await response.prepare(request)
        for _ in range(100):
            await response.write(b" ")
            await asyncio.sleep(0.1)
        return response

    monkeypatch.setattr(action_endpoint, "LONGEST_WAIT", 0.5)
    assert "does not answer" in await failure(trickles)


@pytest.mark.parametrize("status", [400, 404, 500, 503])
async def test_an_error_answer_is_named_by_its_status_and_never_quoted(status: int) -> None:
    async def fails(request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, text=f"cannot handle {await request.text()}")

    assert await failure(fails) == f"the action server answered with status {status}"


async def test_an_answer_that_is_no_json_is_an_error_that_quotes_nothing() -> None:
    async def talks(_request: web.Request) -> web.StreamResponse:
        return web.Response(text=f"cannot handle {SECRET}")

    assert SECRET not in await failure(talks)


async def test_an_answer_that_only_calls_itself_json_is_an_error_that_quotes_nothing() -> None:
    async def lies(_request: web.Request) -> web.StreamResponse:
        return web.Response(text=f"{{cannot handle {SECRET}", content_type="application/json")

    assert SECRET not in await failure(lies)


async def test_a_closed_connection_is_an_error() -> None:
    async def hangs_up(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    assert "does not answer" in await failure(hangs_up)


async def test_an_action_server_that_is_away_is_an_error() -> None:
    calling = ActionEndpoint(f"http://127.0.0.1:{free_port()}/webhook")
    with pytest.raises(ActionServerError, match="does not answer"):
        await calling.request(json=CALL)
    assert calling._session is not None
    await calling._session.close()


async def test_the_next_call_works_once_the_action_server_is_back() -> None:
    calls = []

    async def recovers(_request: web.Request) -> web.StreamResponse:
        calls.append(1)
        return web.Response(status=500) if len(calls) == 1 else web.json_response({"events": []})

    async with endpoint(recovers) as calling:
        with pytest.raises(ActionServerError):
            await calling.request(json=CALL)
        assert await calling.request(json=CALL) == {"events": []}

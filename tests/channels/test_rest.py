"""The REST channel, over real HTTP, with a stand-in for Rasa behind it."""

from __future__ import annotations

import asyncio
import io
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import aiohttp
import pytest
from rasa.core.channels.channel import UserMessage

from bot.channels.body import LARGEST_BODY, LONGEST_SENDER
from bot.channels.danger_gate import NOT_AN_EMERGENCY
from bot.channels.incoming import LONGEST, sorry
from bot.channels.rest import RestChannel
from bot.knowledge import texts
from bot.nlu.danger_revealed import NO_EMERGENCY
from bot.server.discretion import DiscreetFormatter

from .app import served

URL = "/webhooks/rest/webhook"
PATH = "/evidence/question/mentor_who"
SECRET = "Bo Nielsen in team 7 drinks"
Behind = Callable[[UserMessage], Awaitable[Any]]
pytestmark = pytest.mark.asyncio


def channel(behind: Behind) -> AbstractAsyncContextManager[aiohttp.ClientSession]:
    return served(RestChannel().blueprint(behind), "/webhooks/rest")


@asynccontextmanager
async def answers(behind: Behind, message: object, sender: object = "me") -> AsyncIterator[Any]:
    """What the channel answers to one message."""
    async with channel(behind) as client, client.post(URL, json={"sender": sender, "message": message}) as answer:
        assert answer.status == 200
        yield await answer.json()


async def says_nothing(_message: UserMessage) -> None:
    """A bot whose action server is away: Rasa swallows the error and says nothing."""


async def repeats(message: UserMessage) -> None:
    """A bot that answers with what it was given, and a button."""
    assert message.output_channel is not None
    given = {"text": message.text, "sender": message.sender_id, "channel": message.input_channel}
    await message.output_channel.send_text_with_buttons(
        message.sender_id, json.dumps(given), [{"title": "Why?", "payload": "/ask_why"}]
    )
    await message.output_channel.send_text_message(message.sender_id, "second")


async def links(message: UserMessage) -> None:
    """A bot whose answer has a link, a button and a message that is a picture."""
    assert message.output_channel is not None
    await message.output_channel.send_text_with_buttons(
        message.sender_id, f"Sources: one. {PATH}", [{"title": "Why?", "payload": f"{PATH}"}]
    )
    await message.output_channel.send_image_url(message.sender_id, PATH)


async def finds_danger(message: UserMessage) -> None:
    """A bot that finds danger in every message, unless its sender said that it is no emergency."""
    assert message.output_channel is not None
    if message.metadata and message.metadata[NO_EMERGENCY]:
        await message.output_channel.send_text_message(message.sender_id, f"answer to {message.text}")
    else:
        await message.output_channel.send_custom_json(message.sender_id, {"danger": "abuse"})


async def breaks(message: UserMessage) -> None:
    """A bot that fails with an error that quotes the message."""
    raise RuntimeError(f"cannot handle {message.text}")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged at any level, formatted as the server formats it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(DiscreetFormatter("%(levelname)s %(name)s: %(message)s"))
    root, level = logging.getLogger(), logging.getLogger().level
    root.handlers.insert(0, handler)  # before pytest's own, which would leave its wording of an error in the record
    root.setLevel(logging.DEBUG)
    yield stream
    root.setLevel(level)
    root.removeHandler(handler)


async def test_danger_that_the_bot_finds_gets_the_same_reply_as_that_of_phrases_and_the_way_back() -> None:
    async with channel(finds_danger) as client:

        async def say(text: str) -> Any:
            async with client.post(URL, json={"sender": "me", "message": text}) as answer:
                return await answer.json()

        [warned] = await say("Her fridge is empty and her nephew has a new car.")
        assert warned["text"].startswith(texts().get("danger.abuse"))
        assert warned["buttons"] == [{"title": texts().get("danger.back"), "payload": NOT_AN_EMERGENCY}]
        [answered] = await say(NOT_AN_EMERGENCY)
        assert answered["text"] == "answer to Her fridge is empty and her nephew has a new car."
        [nothing] = await say(NOT_AN_EMERGENCY)
        assert nothing["text"] == texts().get("danger.nothing_held")


async def test_the_bot_s_messages_and_buttons_pass_through() -> None:
    async with answers(repeats, "who should mentor her?") as replies:
        first, second = replies
        assert json.loads(first["text"]) == {"text": "who should mentor her?", "sender": "me", "channel": "rest"}
        assert first["buttons"] == [{"title": "Why?", "payload": "/ask_why"}]
        assert second == {"recipient_id": "me", "text": "second"}


@pytest.mark.parametrize("text", ["/restart", '/restart{"question": "x"}', '/affirm{"x": "y"}'])
async def test_a_typed_command_is_answered_without_rasa(text: str) -> None:
    async with answers(breaks, text) as replies:
        assert replies == [{"recipient_id": "me", "text": texts().get("problems.command")}]


async def test_ordinary_text_with_a_slash_in_front_reaches_rasa_without_it() -> None:
    async with answers(repeats, "/restart the talk?") as replies:
        assert json.loads(replies[0]["text"])["text"] == "restart the talk?"


async def test_danger_comes_before_a_word_on_commands() -> None:
    async with answers(breaks, '/affirm{"x": "she says she will kill herself tonight"}') as replies:
        assert "112" in replies[0]["text"]


async def test_a_button_s_message_reaches_rasa_as_it_is() -> None:
    async with answers(repeats, '/ask_why{"question": "mentor_who"}') as replies:
        assert json.loads(replies[0]["text"])["text"] == '/ask_why{"question": "mentor_who"}'


@pytest.mark.parametrize(
    ("environment", "found_at"),
    [
        ({}, "http://127.0.0.1:5005"),
        ({"HOST": "0.0.0.0", "PORT": "8080"}, "http://127.0.0.1:8080"),
        ({"PUBLIC_URL": "https://waymark.example/"}, "https://waymark.example"),
        ({"PORT": "8080", "PUBLIC_URL": "https://a.example/bot"}, "https://a.example/bot"),
    ],
)
async def test_links_begin_with_where_people_find_the_bot_and_nothing_else_changes(
    environment: dict[str, str], found_at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOST", "PORT", "PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    async with answers(links, "who should mentor her?") as replies:
        assert replies == [
            {
                "recipient_id": "me",
                "text": f"Sources: one. {found_at}{PATH}",
                "buttons": [{"title": "Why?", "payload": PATH}],
            },
            {"recipient_id": "me", "image": PATH},
        ]


async def test_silence_becomes_an_apology() -> None:
    async with answers(says_nothing, SECRET) as replies:
        assert replies == [{"recipient_id": "me", "text": sorry()}]


async def test_an_error_becomes_an_apology_and_the_log_says_where_but_not_what_was_written(log: io.StringIO) -> None:
    async with answers(breaks, SECRET) as replies:
        assert replies == [{"recipient_id": "me", "text": sorry()}]
    assert "RuntimeError" in log.getvalue()
    assert SECRET not in log.getvalue()


async def test_what_was_said_before_an_error_is_not_lost() -> None:
    async def breaks_late(message: UserMessage) -> None:
        await repeats(message)
        raise RuntimeError

    async with answers(breaks_late, "who?") as replies:
        assert replies[-1]["text"] == "second"


@pytest.mark.parametrize("text", ["", "   ", "/"])
async def test_an_empty_message_is_answered_without_rasa(text: str) -> None:
    async with answers(breaks, text) as replies:
        assert replies == [{"recipient_id": "me", "text": texts().get("problems.empty")}]


async def test_a_message_beyond_all_length_is_answered_without_rasa() -> None:
    async with answers(breaks, "m" * (LONGEST + 1)) as replies:
        assert str(LONGEST) in replies[0]["text"]


WRONG = {
    "no JSON": (b"{sender", "JSON"),
    "not even text": (b"\xff\xfe\x00", "JSON"),
    "nothing": (b"", "JSON"),
    "an array": (b'[{"sender": "me", "message": "hi"}]', "JSON object"),
    "a text": (b'"hi"', "JSON object"),
    "null": (b"null", "JSON object"),
    "no sender": (b'{"message": "hi"}', "sender"),
    "an empty sender": (b'{"sender": "", "message": "hi"}', "sender"),
    "a number as sender": (b'{"sender": 1, "message": "hi"}', "sender"),
    "a long sender": (b'{"sender": "%s", "message": "hi"}' % (b"m" * (LONGEST_SENDER + 1)), "sender"),
    "no message": (b'{"sender": "me"}', "message"),
    "a number as message": (b'{"sender": "me", "message": 1}', "message"),
    "a list as message": (b'{"sender": "me", "message": ["hi"]}', "message"),
}


@pytest.mark.parametrize(("body", "about"), WRONG.values(), ids=WRONG.keys())
async def test_a_wrong_body_is_refused_with_a_sentence(body: bytes, about: str, log: io.StringIO) -> None:
    async with channel(breaks) as client:
        async with client.post(URL, data=body, headers={"Content-Type": "application/json"}) as answer:
            assert answer.status == 400
            error = (await answer.json())["error"]
        assert about in error and error.endswith(".")
    assert "Traceback" not in log.getvalue() and "ERROR" not in log.getvalue()


async def test_the_file_of_an_earlier_check_reaches_rasa_as_what_only_a_channel_sends() -> None:
    kept = json.dumps({"kind": "…", "answers": {"training": "no"}}, indent=2) + SECRET
    async with (
        channel(repeats) as client,
        client.post("/webhooks/rest/result", json={"sender": "me", "result": kept}) as answer,
    ):
        assert answer.status == 200
        given = json.loads((await answer.json())[0]["text"])
    intent, carried = given["text"][:12], json.loads(given["text"][12:])
    assert (intent, carried, given["sender"]) == ("/load_result", {"result": kept}, "me")


@pytest.mark.parametrize(
    ("body", "about"),
    [(b"{", "JSON"), (b'{"sender": "me"}', "“result”"), (b'{"sender": "me", "result": {}}', "“result”"), (b'{"result": "{}"}', "“sender”")],
)  # fmt: skip
async def test_a_result_that_is_no_text_is_refused_with_a_sentence(body: bytes, about: str) -> None:
    async with channel(breaks) as client, client.post("/webhooks/rest/result", data=body) as answer:
        assert answer.status == 400
        error = (await answer.json())["error"]
    assert about in error and error.endswith(".")


async def test_the_longest_sender_is_taken() -> None:
    async with answers(repeats, "hi", "m" * LONGEST_SENDER) as replies:
        assert len(replies) == 2


@pytest.mark.parametrize("text", ["hm 🙂", "æøåÆØÅ", "a\0b", "\x1b[31m", "<script>alert(1)</script>"])
async def test_any_text_arrives_unchanged(text: str) -> None:
    async with answers(repeats, text) as replies:
        assert json.loads(replies[0]["text"])["text"] == text


async def test_half_of_a_character_is_no_server_error() -> None:
    body = b'{"sender": "me", "message": "\\ud83d"}'
    async with channel(repeats) as client, client.post(URL, data=body) as answer:
        assert answer.status in (200, 400)


async def test_a_body_beyond_all_size_is_refused() -> None:
    async with channel(breaks) as client, client.post(URL, data=b"m" * (LARGEST_BODY + 1)) as answer:
        assert answer.status == 413


async def test_the_health_check_answers_without_rasa() -> None:
    async with channel(breaks) as client, client.get("/webhooks/rest/") as answer:
        assert (answer.status, await answer.json()) == (200, {"status": "ok"})


async def test_messages_at_the_same_time_get_each_their_own_answer() -> None:
    async with channel(repeats) as client:

        async def ask(number: int) -> str:
            async with client.post(URL, json={"sender": f"s{number}", "message": f"m{number}"}) as answer:
                given = json.loads((await answer.json())[0]["text"])
                return f"{given['sender']} {given['text']}"

        assert await asyncio.gather(*map(ask, range(20))) == [f"s{number} m{number}" for number in range(20)]

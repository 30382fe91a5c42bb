"""The document route, over real HTTP, with a real tracker store behind it."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

import aiohttp
import docx
import pytest
from rasa.core.channels.channel import UserMessage
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet

from bot.channels.body import LARGEST_BODY, LONGEST_SENDER
from bot.channels.documents import NOTHING_KNOWN
from bot.channels.rest import RestChannel
from bot.documents.as_html import style_source
from bot.documents.offered import names
from bot.knowledge import rule_base
from bot.paths import PROJECT
from bot.readiness.file import from_file

from ..evidence.markup import Page
from .app import served

URL = "/webhooks/rest/document"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SECRET = "Bo Nielsen in team 7 drinks"
SITUATION = {"mentor_named": ["no", SECRET], "psw_started": ["no", ""]}
pytestmark = pytest.mark.asyncio


async def says_nothing(_message: UserMessage) -> None:
    """Rasa, which has nothing to say to this route."""


async def kept(**slots: object) -> InMemoryTrackerStore:
    """A store with one conversation, that of the sender “me”, which holds these slots; empty without any."""
    store = InMemoryTrackerStore(Domain.load(str(PROJECT / "domain")))
    if slots:
        tracker = await store.get_or_create_tracker("me")
        for name, value in slots.items():
            tracker.update(SlotSet(name, value))
        await store.save(tracker)
    return store


@asynccontextmanager
async def client(store: InMemoryTrackerStore | None = None, **slots: object) -> AsyncIterator[aiohttp.ClientSession]:
    """A client of the channel, with a store of its own unless it is given one."""
    agent = SimpleNamespace(tracker_store=store or await kept(**slots))
    async with served(RestChannel().blueprint(says_nothing), "/webhooks/rest", agent) as session:
        yield session


def wanted(**changed: object) -> dict[str, object]:
    return {"sender": "me", "document": "plan", "format": "docx", **changed}


async def test_a_plan_comes_as_a_word_file_to_save() -> None:
    async with client(situation=SITUATION) as session, session.post(URL, json=wanted()) as answer:
        assert (answer.status, answer.headers["Content-Type"]) == (200, DOCX)
        assert answer.headers["Content-Disposition"] == 'attachment; filename="waymark-plan.docx"'
        file = docx.Document(io.BytesIO(await answer.read()))
    assert file.paragraphs[0].text == "Plan for peer support"
    assert "no mentor has been named yet" in [paragraph.text for paragraph in file.paragraphs]


async def test_it_comes_as_a_page_whose_style_its_policy_lets_through() -> None:
    async with client(situation=SITUATION) as session, session.post(URL, json=wanted(format="html")) as answer:
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        policy = answer.headers["Content-Security-Policy"]
        page = Page((await answer.read()).decode())
    assert f"default-src 'none'; style-src {style_source()}" in policy
    assert page.title == "Plan for peer support" and "no mentor has been named yet" in page.text


@pytest.mark.parametrize("own_words", [True, False])
async def test_own_words_stand_in_it_only_when_asked_for(own_words: bool) -> None:
    body = wanted(format="html", own_words=own_words)
    async with client(situation=SITUATION) as session, session.post(URL, json=body) as answer:
        assert (SECRET in await answer.text()) == own_words


async def test_the_answer_given_last_is_in_the_plan() -> None:
    async with client(answered="mentor_who") as session, session.post(URL, json=wanted(format="html")) as answer:
        assert "Who should mentor the PSW?" in await answer.text()


async def test_the_result_of_a_readiness_check_comes_too() -> None:
    check = {"answers": {"steering_group": "no"}, "pending": None, "earlier": None}
    async with client(check=check) as session, session.post(URL, json=wanted(document="readiness")) as answer:
        file = docx.Document(io.BytesIO(await answer.read()))
    assert file.paragraphs[0].text == "Readiness check"
    assert "✗ missing" in [cell.text for table in file.tables for row in table.rows for cell in row.cells]


async def test_the_result_can_be_kept_as_a_file_that_is_taken_again_later() -> None:
    check = {"answers": {"steering_group": "no"}, "pending": None, "earlier": None}
    body = wanted(document="readiness", format="json")
    async with client(check=check) as session, session.post(URL, json=body) as answer:
        assert answer.headers["Content-Type"] == "application/json"
        assert 'filename="waymark-readiness.json"' in answer.headers["Content-Disposition"]
        earlier = from_file(await answer.text(), rule_base())
    assert dict(earlier.answers) == {"steering_group": "no"}
    async with client() as session, session.post(URL, json=body) as answer:
        assert answer.status == 409


@pytest.mark.parametrize("document", [name for name in names(rule_base()) if name not in ("plan", "readiness")])
@pytest.mark.parametrize("format_", ["docx", "html"])
async def test_every_template_can_be_had_by_anybody(document: str, format_: str) -> None:
    async with client() as session, session.post(URL, json=wanted(document=document, format=format_)) as answer:
        assert answer.status == 200
        assert f'filename="waymark-{document.replace("_", "-")}.{format_}"' in answer.headers["Content-Disposition"]
        assert len(await answer.read()) > 1000


@pytest.mark.parametrize("sender", ["me", "somebody else"])
async def test_where_nothing_is_known_there_is_no_plan_but_a_sentence(sender: str) -> None:
    async with client(language_told=True) as session, session.post(URL, json=wanted(sender=sender)) as answer:
        assert (answer.status, await answer.json()) == (409, {"error": NOTHING_KNOWN})
    assert NOTHING_KNOWN.endswith("first.")


async def test_asking_for_a_document_starts_and_changes_no_conversation() -> None:
    store = await kept(situation=SITUATION)
    before = dict(store.store)
    async with client(store) as session:
        for sender in ("me", "new"):
            async with session.post(URL, json=wanted(sender=sender)) as answer:
                assert answer.status == (200 if sender == "me" else 409)
    assert store.store == before and [*before] == ["me"]


WRONG: dict[str, tuple[Any, str]] = {
    "no JSON": (b"{sender", "JSON"),
    "an array": (b"[]", "JSON object"),
    "no sender": (wanted(sender=None), "sender"),
    "a long sender": (wanted(sender="m" * (LONGEST_SENDER + 1)), "sender"),
    "no document": ({"sender": "me", "format": "docx"}, "“document” must be one of: plan, readiness, staff_questions"),
    "an unknown document": (wanted(document="poster"), "“document” must be one of"),
    "a list as document": (wanted(document=["plan"]), "“document” must be one of"),
    "no format": ({"sender": "me", "document": "plan"}, "“format” must be one of: docx, html"),
    "an unknown format": (wanted(format="pdf"), "“format” must be one of: docx, html"),
    "a plan as a result file": (wanted(format="json"), "“format” must be one of: docx, html."),
    "a table as format": (wanted(format={"a": 1}), "“format” must be one of: docx, html"),
    "words as a text": (wanted(own_words="yes"), "“own_words” must be true or false"),
}


@pytest.mark.parametrize(("body", "about"), WRONG.values(), ids=WRONG.keys())
async def test_a_wrong_body_is_refused_with_a_sentence(body: Any, about: str, caplog: pytest.LogCaptureFixture) -> None:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    with caplog.at_level(logging.WARNING):
        async with client(situation=SITUATION) as session, session.post(URL, data=data) as answer:
            assert answer.status == 400
            error = (await answer.json())["error"]
    assert about in error and error.endswith(".")
    assert caplog.text == ""


async def test_a_body_beyond_all_size_is_refused() -> None:
    async with client() as session, session.post(URL, data=b"m" * (LARGEST_BODY + 1)) as answer:
        assert answer.status == 413


async def test_a_document_cannot_be_had_by_a_link() -> None:
    async with client(situation=SITUATION) as session, session.get(f"{URL}?sender=me&document=plan") as answer:
        assert answer.status == 405

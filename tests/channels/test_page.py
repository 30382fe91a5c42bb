"""The chat page's routes, over real HTTP."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio

from bot.channels.incoming import without_commands
from bot.channels.page import FILES, WEB, page
from bot.knowledge import texts

from .app import served

SCRIPTS = {file.name: file.read_text(encoding="utf-8") for file in sorted(WEB.glob("*.js"))}
WIDGET = "".join(SCRIPTS.values())
INDEX = (WEB / "index.html").read_text(encoding="utf-8")
LONGEST_SCRIPT = 500


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with served(page()) as session:
        yield session


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("route", FILES)
async def test_each_file_is_served_whole_with_its_type(client: aiohttp.ClientSession, route: str) -> None:
    name, kind = FILES[route]
    async with client.get(route) as answer:
        assert answer.status == 200
        assert answer.headers["Content-Type"] == kind
        assert await answer.read() == (WEB / name).read_bytes()


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("route", FILES)
async def test_head_gives_the_same_headers_without_the_body(client: aiohttp.ClientSession, route: str) -> None:
    async with client.head(route) as head, client.get(route) as get:
        assert head.status == 200
        assert await head.read() == b""
        assert head.headers["Content-Type"] == get.headers["Content-Type"]
        assert head.headers["Content-Security-Policy"] == get.headers["Content-Security-Policy"]


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("route", [*FILES, "/welcome.json"])
async def test_every_answer_forbids_foreign_scripts_and_framing(client: aiohttp.ClientSession, route: str) -> None:
    async with client.get(route) as answer:
        policy = answer.headers["Content-Security-Policy"].split("; ")
        assert "default-src 'self'" in policy
        assert "object-src 'none'" in policy
        assert "frame-ancestors 'self'" in policy
        assert not any("unsafe" in rule or "http" in rule or "*" in rule for rule in policy)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.asyncio(loop_scope="module")
async def test_the_welcome_has_its_text_and_six_questions_and_the_readiness_check_which_the_channels_accept(
    client: aiohttp.ClientSession,
) -> None:
    async with client.get("/welcome.json") as answer:
        assert answer.headers["Content-Type"].startswith("application/json")
        welcome = await answer.json()
    assert welcome["text"] == texts().get("welcome.text")
    assert "\n\n" not in welcome["text"]
    *questions, check = welcome["questions"]
    assert len(questions) == 6
    assert all(question["title"].endswith("?") for question in questions)
    assert check == {"title": "Readiness check", "payload": "/start_check"}
    for question in welcome["questions"]:
        assert without_commands(question["payload"]) == question["payload"]
        assert question["payload"].startswith("/")


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("route", ["/page.py", "/../page.py", "/%2e%2e/page.py", "/web/index.html", "/index.html"])
async def test_nothing_else_is_served(client: aiohttp.ClientSession, route: str) -> None:
    async with client.get(route) as answer:
        assert answer.status == 404


@pytest.mark.parametrize("script", SCRIPTS)
def test_each_script_of_the_widget_stays_small_and_is_served(script: str) -> None:
    assert len(SCRIPTS[script].splitlines()) <= LONGEST_SCRIPT
    assert script in {name for name, _ in FILES.values()}


@pytest.mark.parametrize(
    "way", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "setHTML", "srcdoc"]
)
def test_the_widget_makes_no_markup_or_code_from_text(way: str) -> None:
    assert way not in WIDGET


def test_the_widget_names_no_host_but_the_one_of_its_example() -> None:
    assert set(re.findall(r"(?:https?:)?//([a-z0-9-]+\.[a-z.]+)", WIDGET + INDEX)) == {"waymark.example"}


def test_the_page_holds_no_script_or_style_that_its_own_policy_forbids() -> None:
    assert re.findall(r"<script(?![^>]* src=)", INDEX) == []
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=", INDEX) == []


def test_every_text_of_the_widget_is_used_and_every_used_text_is_there() -> None:
    known = set(json.loads((WEB / "texts.en.json").read_text(encoding="utf-8")))
    quoted = set(re.findall(r"'([a-z_]+)'", WIDGET))
    said = set(re.findall(r"(?:\.say|\btell|\.word|\.button)\('([a-z_]+)'", WIDGET))
    said |= set(re.findall(r"worded\('[a-z]+', '([a-z_]+)'", WIDGET)) | set(
        re.findall(r"'data-label': '(\w+)'", WIDGET)
    )
    assert known <= quoted | set(re.findall(r"\b(name)\b", WIDGET))
    assert said <= known

"""The routes of the evidence, over real HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from urllib.parse import quote

import aiohttp
import pytest
import pytest_asyncio
from yarl import URL

from bot.channels.evidence import evidence
from bot.evidence.pages import stylesheet

from .app import served

PAGES = {
    "/evidence": "What Waymark knows, and where it comes from",
    "/evidence/coverage": "Coverage",
    "/evidence/topic/mentor": "Mentors",
    "/evidence/question/mentor_who": "Who should mentor the PSW?",
    "/evidence/study/lerbaek": "Lerbæk 2024",
}
CSS = "/evidence/evidence.css"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with served(evidence(), "/evidence") as session:
        yield session


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("slash", ["", "/"])
@pytest.mark.parametrize("route", PAGES)
async def test_each_kind_of_page_is_served_with_and_without_a_slash_at_the_end(
    client: aiohttp.ClientSession, route: str, slash: str
) -> None:
    async with client.get(route + slash, allow_redirects=False) as answer:
        assert answer.status == 200
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert f"<h1>{PAGES[route]}</h1>" in await answer.text()


@pytest.mark.asyncio(loop_scope="module")
async def test_the_style_is_served_as_a_style(client: aiohttp.ClientSession) -> None:
    async with client.get(CSS) as answer:
        assert answer.headers["Content-Type"] == "text/css; charset=utf-8"
        assert await answer.text() == stylesheet()


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("route", [*PAGES, CSS, "/evidence/?q=mentor", "/evidence/finding/nothing"])
async def test_head_gives_the_same_headers_without_the_body(client: aiohttp.ClientSession, route: str) -> None:
    async with client.head(route) as head, client.get(route) as get:
        assert head.status == get.status
        assert await head.read() == b""
        for name in ("Content-Type", "Content-Security-Policy", "Cache-Control"):
            assert head.headers[name] == get.headers[name]


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("route", [*PAGES, CSS, "/evidence?q=mentor", "/evidence/finding/nothing"])
async def test_every_answer_forbids_scripts_foreign_styles_and_framing(
    client: aiohttp.ClientSession, route: str
) -> None:
    async with client.get(route) as answer:
        policy = answer.headers["Content-Security-Policy"].split("; ")
        assert {"default-src 'none'", "style-src 'self'", "form-action 'self'", "base-uri 'none'"} <= set(policy)
        assert "frame-ancestors 'self'" in policy
        assert not any("unsafe" in rule or "script" in rule or "http" in rule or "*" in rule for rule in policy)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "Set-Cookie" not in answer.headers


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("route", ["/evidence", "/evidence/"])
async def test_a_query_is_searched_for(client: aiohttp.ClientSession, route: str) -> None:
    async with client.get(route, params={"q": " who should mentor "}) as answer:
        found = await answer.text()
    assert "<h1>Search results for “who should mentor”</h1>" in found
    assert 'href="/evidence/question/mentor_who"' in found


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("query", ["", "?", "?q", "?q=", "?q=+%20", "?x=mentor"])
async def test_without_a_query_it_is_the_overview(client: aiohttp.ClientSession, query: str) -> None:
    async with client.get(f"/evidence/{query}") as answer:
        assert f"<h1>{PAGES['/evidence']}</h1>" in await answer.text()


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("query", ["<script>alert(1)</script>", '"><img src=x>', "{{7*7}}", "%", "[", "\0", "ø 😀"])
async def test_a_hostile_query_is_answered_and_escaped(client: aiohttp.ClientSession, query: str) -> None:
    async with client.get(URL(f"/evidence/?q={quote(query)}", encoded=True)) as answer:
        assert answer.status == 200
        shown = await answer.text()
    assert "<script" not in shown and "<img" not in shown
    assert shown.count("<input") == 1


@pytest.mark.asyncio(loop_scope="module")
async def test_bytes_that_are_no_text_are_answered_too(client: aiohttp.ClientSession) -> None:
    async with client.get(URL("/evidence/?q=%ff%fe", encoded=True)) as answer:
        assert answer.status == 200
        assert "Search results for" in await answer.text()


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    "path",
    [
        "topic/nothing", "question/nothing", "finding/nothing", "study/nothing", "topic", "topic/", "finding//",
        "topic/mentor/more", "topic/MENTOR", "question/mentor", "missing", "missing/x", "results/x", "__init__/x",
        "base.html", "../evidence/base.html", "%2e%2e/pages.py", "finding/..%2f..%2fetc%2fpasswd", "finding/%ff",
        "finding/%00", "finding/<script>",
    ],
)  # fmt: skip
async def test_an_address_where_nothing_is_gets_a_friendly_page(client: aiohttp.ClientSession, path: str) -> None:
    async with client.get(URL(f"/evidence/{path}", encoded=True)) as answer:
        assert answer.status == 404
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        shown = await answer.text()
    assert "<h1>There is nothing at this address</h1>" in shown
    assert "<script" not in shown


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
async def test_nothing_can_be_written(client: aiohttp.ClientSession, method: str) -> None:
    async with client.request(method, "/evidence/topic/mentor", data=b"x") as answer:
        assert answer.status == 405

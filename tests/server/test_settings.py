"""Settings from the environment."""

from __future__ import annotations

import os
import socket

import pytest

from bot.server.settings import SettingError, Settings, read_settings, require_free

from .processes import free_port


def test_without_any_setting_the_bot_listens_on_this_machine_only() -> None:
    assert read_settings({}) == Settings("127.0.0.1", 5005, ())
    assert read_settings({"HOST": " ", "PORT": "", "ALLOWED_ORIGINS": "  "}) == read_settings({})


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"PORT": "1"}, Settings("127.0.0.1", 1, ())),
        ({"PORT": " 65535 "}, Settings("127.0.0.1", 65535, ())),
        ({"HOST": "0.0.0.0"}, Settings("0.0.0.0", 5005, ())),
        ({"HOST": " ::1 "}, Settings("::1", 5005, ())),
        ({"ALLOWED_ORIGINS": "https://a.example"}, Settings("127.0.0.1", 5005, ("https://a.example",))),
        (
            {"ALLOWED_ORIGINS": "https://a.example  http://b.example:8080"},
            Settings("127.0.0.1", 5005, ("https://a.example", "http://b.example:8080")),
        ),
    ],
)
def test_good_settings_are_taken(environment: dict[str, str], expected: Settings) -> None:
    assert read_settings(environment) == expected


@pytest.mark.parametrize(
    "port", ["0", "65536", "-1", "80.5", "5005a", "five", "0x50", "٣", "5 005", "+80", "99999999999"]
)
def test_a_wrong_port_is_named_with_a_remedy(port: str) -> None:
    with pytest.raises(SettingError) as caught:
        read_settings({"PORT": port})
    assert f"PORT is “{port}”" in str(caught.value)
    assert "PORT=5005" in str(caught.value)


@pytest.mark.parametrize(
    "origin",
    [
        "*",
        "null",
        "intranet.example",
        "https://intranet.example/",
        "https://intranet.example/chat",
        "ftp://intranet.example",
        "https:/intranet.example",
        "https://a.example,https://b.example",
        "//intranet.example",
    ],
)
def test_a_wrong_origin_is_named_with_a_remedy(origin: str) -> None:
    with pytest.raises(SettingError) as caught:
        read_settings({"ALLOWED_ORIGINS": f"https://good.example {origin}"})
    assert f"ALLOWED_ORIGINS holds “{origin}”" in str(caught.value)
    assert "https://intranet.example" in str(caught.value)


@pytest.mark.parametrize(
    "origin", ["https://", "https://*", "https://*.intranet.example", "https://intranet?example", "https://a]b"]
)
def test_an_origin_that_sanic_cors_would_read_as_a_pattern_is_refused(origin: str) -> None:
    """Read as a pattern, “https://*.a.example” lets https://xa.example.evil.example in."""
    with pytest.raises(SettingError, match="ALLOWED_ORIGINS"):
        read_settings({"ALLOWED_ORIGINS": origin})


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:5005/"),
        ("0.0.0.0", "http://127.0.0.1:5005/"),
        ("::", "http://[::1]:5005/"),
        ("::1", "http://[::1]:5005/"),
        ("localhost", "http://localhost:5005/"),
    ],
)
def test_the_address_to_open_is_one_that_a_browser_here_can_reach(host: str, url: str) -> None:
    assert Settings(host, 5005, ()).url == url


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("https://waymark.example", "https://waymark.example"),
        (" https://waymark.example/ ", "https://waymark.example"),
        ("https://waymark.example//", "https://waymark.example"),
        ("http://10.0.0.7:8080", "http://10.0.0.7:8080"),
        ("https://intranet.example/help/way-mark_2/", "https://intranet.example/help/way-mark_2"),
    ],
)
def test_links_begin_with_the_public_address_without_a_slash_at_the_end(given: str, taken: str) -> None:
    settings = read_settings({"HOST": "0.0.0.0", "PORT": "8080", "PUBLIC_URL": given})
    assert settings.found_at == settings.public_url == taken
    assert settings.url == "http://127.0.0.1:8080/"


@pytest.mark.parametrize(
    ("environment", "found_at"),
    [
        ({}, "http://127.0.0.1:5005"),
        ({"PUBLIC_URL": ""}, "http://127.0.0.1:5005"),
        ({"PUBLIC_URL": " "}, "http://127.0.0.1:5005"),
        ({"HOST": "0.0.0.0", "PORT": "80"}, "http://127.0.0.1:80"),
        ({"HOST": "::"}, "http://[::1]:5005"),
    ],
)
def test_without_a_public_address_links_begin_with_where_the_bot_listens(
    environment: dict[str, str], found_at: str
) -> None:
    assert read_settings(environment).found_at == found_at


@pytest.mark.parametrize(
    "address",
    [
        "waymark.example",
        "//waymark.example",
        "ftp://waymark.example",
        "javascript:alert(1)",
        "https:/waymark.example",
        "https://",
        "/",
        "https://waymark.example?x=1",
        "https://waymark.example/#top",
        "https://waymark.example/a//b",
        "https://waymark.example/a b",
        "https://waymark.example/\nb",
        "https://user:secret@waymark.example",
        "https://waymark.example:port",
        "https://a.example https://b.example",
        'https://waymark.example/"><script>',
    ],
)
def test_a_wrong_public_address_is_named_with_a_remedy(address: str) -> None:
    with pytest.raises(SettingError) as caught:
        read_settings({"PUBLIC_URL": address})
    assert f"PUBLIC_URL is “{address}”" in str(caught.value)
    assert "for example https://waymark.example" in str(caught.value)


@pytest.mark.parametrize("environment", [{}, {"FORGET_AFTER_HOURS": " "}])
def test_conversations_are_kept_for_a_day_unless_set_otherwise(environment: dict[str, str]) -> None:
    assert read_settings(environment).forget_after == 24


@pytest.mark.parametrize("hours", ["1", "8", " 720 "])
def test_conversations_are_kept_for_as_many_hours_as_is_set(hours: str) -> None:
    assert read_settings({"FORGET_AFTER_HOURS": hours}).forget_after == int(hours)


@pytest.mark.parametrize("hours", ["0", "721", "-1", "1.5", "24h", "a day", "٣", "1e2", "inf", "99999999999"])
def test_a_time_to_keep_conversations_that_cannot_be_is_named_with_a_remedy(hours: str) -> None:
    with pytest.raises(SettingError) as caught:
        read_settings({"FORGET_AFTER_HOURS": hours})
    assert f"FORGET_AFTER_HOURS is “{hours}”" in str(caught.value)
    assert "from 1 to 720, for example FORGET_AFTER_HOURS=24" in str(caught.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "localhost"])
def test_a_free_port_raises_nothing_and_stays_free(host: str) -> None:
    port = free_port()
    require_free(Settings(host, port, ()))
    require_free(Settings(host, port, ()))


def test_a_taken_port_is_named_with_another_one_to_choose() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SettingError) as caught:
            require_free(Settings("127.0.0.1", port, ()))
    assert f"PORT {port} is taken" in str(caught.value)
    assert f"PORT={port + 1}" in str(caught.value)


@pytest.mark.parametrize("host", ["no such host", "300.1.1.1", "[::1]", "a..b", "x" * 70, "http://localhost"])
def test_a_host_that_is_no_address_is_named_with_a_remedy(host: str) -> None:
    with pytest.raises(SettingError) as caught:
        require_free(Settings(host, free_port(), ()))
    assert f"HOST is “{host}”" in str(caught.value)
    assert "HOST=127.0.0.1" in str(caught.value)


def test_an_address_of_another_machine_is_named_with_a_remedy() -> None:
    with pytest.raises(SettingError) as caught:
        require_free(Settings("192.0.2.1", free_port(), ()))  # reserved for documentation, so never ours
    assert "HOST “192.0.2.1” does not belong to this machine" in str(caught.value)
    assert "HOST=127.0.0.1" in str(caught.value)


def test_a_port_that_needs_rights_is_named_with_a_remedy() -> None:
    """Root may take any port; then there is nothing to refuse."""
    if os.geteuid() == 0:
        require_free(Settings("127.0.0.1", 913, ()))
        return
    with pytest.raises(SettingError, match=r"PORT 80 needs special rights.*above 1023"):
        require_free(Settings("127.0.0.1", 80, ()))

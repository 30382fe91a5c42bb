"""The Rasa server's application, built but not started."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.paths import PROJECT

SCRIPT = """
from bot.server.rasa_server import application
from bot.server.settings import read_settings
app = application(read_settings({"ALLOWED_ORIGINS": "https://a.example"}), "http://127.0.0.1:1/webhook")
for route in app.router.routes:
    print("/" + route.path.lstrip("/"))
print(app.config.REQUEST_MAX_SIZE, app.config.FALLBACK_ERROR_FORMAT)
"""


@pytest.mark.slow
def test_page_evidence_and_channel_are_served_and_nothing_of_rasa_s_own_interface() -> None:
    """Rasa's HTTP interface can load models and read conversations, so it must not be there."""
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    *routes, settings = done.stdout.splitlines()
    assert {route.rstrip("/") or "/" for route in routes} == {
        "/",
        "/waymark-chat.js",
        "/waymark-documents.js",
        "/texts.en.json",
        "/welcome.json",
        "/evidence",
        "/evidence/<path:path>",
        "/webhooks/rest",
        "/webhooks/rest/webhook",
        "/webhooks/rest/document",
        "/webhooks/rest/result",
    }
    assert settings == "100000 json"

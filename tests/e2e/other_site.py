"""A small site of another origin that embeds the chat."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PAGE = """<!doctype html>
<html lang="en">
<head>
  <meta name="viewport" content="width=device-width">
  <title>Intranet</title>
  <script src="{bot}waymark-chat.js" defer data-open="no"></script>
</head>
<body><main><h1>Our intranet</h1><p>News for <a href="#managers">managers</a>.</p></main></body>
</html>"""


class Site:
    """Serves the same page at every address while it is open. The page embeds the chat by one line."""

    def __init__(self) -> None:
        site = self
        self.page = "nothing here yet"

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                content = site.page.encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: Any) -> None:
                """Says nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def embed(self, bot: str) -> str:
        """Embeds the chat of the bot at an address; returns the address of the page that does."""
        self.page = PAGE.format(bot=bot)
        return f"{self.origin}/"

    def __enter__(self) -> Site:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

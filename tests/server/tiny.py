"""A tiny server that stands in for a service: `tiny.py PORT [BEHAVIOUR]`. It prints its process id."""

from __future__ import annotations

import os
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(500 if behaviour == "ill" else 200)
        self.end_headers()
        if behaviour == "short-lived":
            self.wfile.flush()
            os._exit(4)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


port, behaviour = int(sys.argv[1]), (sys.argv[2:] or ["well"])[0]
os.write(1, f"{os.getpid()}\n".encode())  # in one piece: two of these write to one pipe
if behaviour == "broken":
    sys.exit(3)
if behaviour == "silent":
    time.sleep(60)
HTTPServer.allow_reuse_address = True
HTTPServer(("127.0.0.1", port), Handler).serve_forever()

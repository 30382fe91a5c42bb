"""The action server process."""

from __future__ import annotations

import sys

from bot.server.discretion import be_discreet


def serve(port: int) -> None:
    """Serves the actions on loopback until the process is told to end."""
    be_discreet()
    from rasa_sdk.endpoint import create_app

    from bot.knowledge import beginnings, rule_base, tellings, texts, wordings

    rule_base()
    texts()
    tellings()
    beginnings()
    wordings()
    create_app("actions", cors_origins="").run(host="127.0.0.1", port=port, access_log=False, motd=False)


if __name__ == "__main__":
    serve(int(sys.argv[1]))

"""Settings from the environment, checked before anything starts."""

from __future__ import annotations

import re
import socket
from collections.abc import Mapping
from dataclasses import dataclass

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - read, never chosen for the user
ACTIONS_URL = "WAYMARK_ACTIONS_URL"
"""The variable by which the supervisor tells the Rasa server where the action server listens."""
MOST_HOURS = 720
"""Thirty days: the longest that a conversation can be kept after its last message."""

SPIN_COUNT = "GOMP_SPINCOUNT"
"""The variable that bounds how long threads of OpenMP keep a core busy while they wait; read when OpenMP is loaded."""


class SettingError(Exception):
    """A setting that cannot work, with its name and the remedy."""


@dataclass(frozen=True)
class Settings:
    """Where the bot listens, who may embed the chat, where people find it, and how long conversations are kept."""

    host: str
    port: int
    allowed_origins: tuple[str, ...]
    public_url: str = ""
    """Without a slash at the end; empty when it is where the bot listens."""
    forget_after: int = 24
    """Hours after its last message that a conversation is forgotten."""

    @property
    def url(self) -> str:
        """The address to open in a browser on this machine."""
        host = self.probe_host
        return f"http://[{host}]:{self.port}/" if ":" in host else f"http://{host}:{self.port}/"

    @property
    def found_at(self) -> str:
        """The address that links in answers begin with, without a slash at the end."""
        return self.public_url or self.url.rstrip("/")

    @property
    def probe_host(self) -> str:
        """The host under which this machine reaches the bot, also when it listens on every address."""
        return EVERYWHERE.get(self.host, self.host)


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Settings from HOST, PORT, ALLOWED_ORIGINS, PUBLIC_URL and FORGET_AFTER_HOURS.

    Raises:
        SettingError: when one of them cannot work.
    """
    port = environment.get("PORT", "").strip() or "5005"
    if not port.isascii() or not port.isdigit() or not 1 <= int(port) <= 65535:
        raise SettingError(
            f"PORT is “{port}”, which is no port number. Set it to a number from 1 to 65535, for example PORT=5005."
        )
    origins = tuple(environment.get("ALLOWED_ORIGINS", "").split())
    for origin in origins:
        if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?", origin):  # no “*”: sanic_cors reads it as a pattern
            raise SettingError(
                f"ALLOWED_ORIGINS holds “{origin}”, which is no origin. Write scheme and host, for example https://intranet.example, and separate several by spaces."
            )
    public_url = environment.get("PUBLIC_URL", "").strip()
    if public_url and not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~-]+)*/*", public_url):
        raise SettingError(
            f"PUBLIC_URL is “{public_url}”, which is no address. Write where people open the bot, for example https://waymark.example."
        )
    hours = environment.get("FORGET_AFTER_HOURS", "").strip() or "24"
    if not hours.isascii() or not hours.isdigit() or not 1 <= int(hours) <= MOST_HOURS:
        raise SettingError(
            f"FORGET_AFTER_HOURS is “{hours}”, which is no time to keep conversations for. Set it to a whole number of hours from 1 to {MOST_HOURS}, for example FORGET_AFTER_HOURS=24."
        )
    host = environment.get("HOST", "").strip() or "127.0.0.1"
    return Settings(host, int(port), origins, public_url.rstrip("/"), int(hours))


def require_free(settings: Settings) -> None:
    """Makes sure that the bot can listen where it is told to.

    Raises:
        SettingError: when the port is taken, needs other rights, or the host is not this machine.
    """
    try:
        found = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)
        family, kind, protocol, _, address = found[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except PermissionError:
        raise SettingError(
            f"PORT {settings.port} needs special rights. Choose one above 1023, for example PORT=5005."
        ) from None
    except (socket.gaierror, UnicodeError):  # the latter for a name that cannot be one: “a..b”
        raise SettingError(
            f"HOST is “{settings.host}”, which is no address. Set HOST=127.0.0.1 (this machine only) or HOST=0.0.0.0 (the whole network)."
        ) from None
    except OSError as error:
        if error.errno == 98:
            raise SettingError(
                f"PORT {settings.port} is taken by another program. Stop that one, or choose another port, for example PORT={settings.port + 1} make run."
            ) from None
        raise SettingError(
            f"HOST “{settings.host}” does not belong to this machine ({error.strerror}). Set HOST=127.0.0.1 or HOST=0.0.0.0."
        ) from None

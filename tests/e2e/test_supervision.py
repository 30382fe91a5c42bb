"""The bot as a service: it heals itself, ends as a whole, and says in one line why it cannot start."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from .conftest import new_sender
from .knowledge import MENTOR, apology, right_answer
from .running import PROJECT, Bot, command_of, eventually, free_port, left_alive, waymark

pytestmark = pytest.mark.slow

ANSWER_WITHIN = 6.0
"""Seconds until a user reads an answer or an apology."""
HEALED_WITHIN = 20.0


class TestHealing:
    @pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP], ids=["dead", "hanging"])
    def test_with_the_action_server_gone_it_apologises_and_soon_answers_again(
        self, own_bot: Bot, number: signal.Signals
    ) -> None:
        own_bot.action_server().send_signal(number)
        end = time.monotonic() + HEALED_WITHIN
        text = ""
        while text != right_answer("mentor_who"):
            assert time.monotonic() < end, own_bot.printed
            asked = time.monotonic()
            text = own_bot.ask(new_sender(), MENTOR)
            assert time.monotonic() - asked < ANSWER_WITHIN
            assert text in (apology(), right_answer("mentor_who"))
        assert eventually(lambda: "The action server is replaced" in own_bot.printed, within=5)

    def test_a_conversation_goes_on_after_the_action_server_was_replaced(self, own_bot: Bot, sender: str) -> None:
        own_bot.ask(sender, MENTOR)
        before = own_bot.action_server()
        before.kill()
        assert eventually(lambda: self.replaced(own_bot, before), HEALED_WITHIN)
        assert eventually(lambda: own_bot.ask(sender, "why?").startswith("Why I say this:"), HEALED_WITHIN)

    @staticmethod
    def replaced(bot: Bot, before: psutil.Process) -> bool:
        return any("bot.server.action_server" in command_of(each) and each != before for each in bot.tree())


@pytest.fixture
def made_bot(tmp_path: Path) -> Iterator[Bot]:
    """A bot started by `make run`."""
    bot = Bot(tmp_path, command=("make", "run"))
    bot.start()
    yield bot
    bot.end()


class TestEnding:
    def test_term_to_make_leaves_no_process(self, made_bot: Bot) -> None:
        tree = made_bot.tree()
        assert len(tree) >= 4  # make, waymark and its two servers
        made_bot.process.terminate()
        assert not left_alive(tree, within=10)
        assert "Waymark has ended." in made_bot.printed

    def test_ctrl_c_leaves_no_process(self, made_bot: Bot) -> None:
        tree = made_bot.tree()
        assert len(tree) >= 4
        made_bot.press_ctrl_c()
        assert not left_alive(tree, within=10)
        assert "Waymark has ended." in made_bot.printed
        assert "Traceback" not in made_bot.printed

    def test_killing_the_supervisor_leaves_no_server(self, own_bot: Bot) -> None:
        tree = own_bot.tree()
        assert len(tree) == 3
        own_bot.process.kill()
        assert not left_alive(tree, within=5)


class TestStarting:
    def test_a_second_start_trains_nothing(self, own_bot: Bot) -> None:
        assert "Training" not in own_bot.printed

    def test_a_port_that_is_taken_gives_one_error_that_names_port(self, bot: Bot) -> None:
        ended = waymark("run", PORT=str(bot.port))
        assert ended.returncode == 1
        assert not ended.stdout
        [line] = ended.stderr.splitlines()
        assert f"PORT {bot.port} is taken" in line

    @pytest.mark.parametrize("port", ["http", "0", "70000", "-1", "5005.5", "٥٠٠٥"])
    def test_a_port_that_is_none_gives_one_error_that_names_port(self, port: str) -> None:
        ended = waymark("run", PORT=port)
        assert ended.returncode == 1
        [line] = ended.stderr.splitlines()
        assert f"PORT is “{port}”" in line

    def test_an_origin_that_is_none_gives_one_error_that_names_allowed_origins(self) -> None:
        ended = waymark("run", PORT=str(free_port()), ALLOWED_ORIGINS="intranet.example")
        assert ended.returncode == 1
        [line] = ended.stderr.splitlines()
        assert "ALLOWED_ORIGINS holds “intranet.example”" in line

    def test_a_broken_rule_file_gives_its_name_and_line(self, project_copy: Path) -> None:
        for name in (".venv", "models"):
            (project_copy / name).symlink_to(PROJECT / name)
        broken = project_copy / "rules" / "mentor" / "advice.yml"
        text = broken.read_text(encoding="utf-8")
        broken.write_text(f"{text}nonsense: 1\n", encoding="utf-8")
        ended = waymark("run", project=project_copy, PORT=str(free_port()))
        assert ended.returncode == 1
        assert re.search(rf"^rules/mentor/advice\.yml:{len(text.splitlines()) + 1}: ", ended.stderr, re.MULTILINE)
        assert "Traceback" not in ended.stderr

    def test_without_its_packages_it_says_how_to_install_them(self, project_copy: Path) -> None:
        ended = waymark("run", project=project_copy)
        assert ended.returncode == 1
        [line] = ended.stderr.splitlines()
        assert "make setup" in line

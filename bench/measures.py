"""What is measured. Both bots take turns in everything, and who goes first alternates."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from bench.bots import INSTALL_WITHIN, TRAIN_WITHIN, Bot, Running, Workshop
from bench.client import Client, NoAnswer
from bench.figures import Figure, Lengthening, medians, p95s
from bench.growth import Growth
from bench.memory import Memory, memory_of, strangers_sharing_with

GB = 1024**3


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    trainings: int
    starts: int
    warm_up: int
    senders: int
    conversations: int
    turns: int
    blocks: int
    block: int
    repeats: int
    """How many times as many turns a long conversation has as one of the others."""
    clients: int = 2


FULL = Size(trainings=2, starts=3, warm_up=20, senders=200, conversations=5, turns=20, blocks=5, block=20, repeats=15)
QUICK = Size(trainings=1, starts=1, warm_up=20, senders=20, conversations=1, turns=5, blocks=2, block=20, repeats=4)


@dataclass
class Findings:
    """What came out. Failures are Waymark's answers that were none; silences are what the starter bot said nothing to."""

    figures: list[Figure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    silences: list[str] = field(default_factory=list)
    cores_used_by_others: dict[str, float] = field(default_factory=dict)
    growth: list[Growth] = field(default_factory=list)
    lengthenings: list[Lengthening] = field(default_factory=list)


@dataclass(frozen=True)
class Setting:
    """What every measure needs."""

    workshop: Workshop
    bots: tuple[Bot, Bot]
    size: Size
    findings: Findings
    say: Callable[[str], None]

    def in_turn(self, round_: int) -> tuple[Bot, Bot]:
        """Both bots; who goes first alternates."""
        return self.bots if round_ % 2 == 0 else (self.bots[1], self.bots[0])

    def samples(self) -> tuple[dict[str, list[float]], list[float], list[float]]:
        """Room for the samples of both: by name, and Waymark's and the starter bot's again for the figures."""
        by_name: dict[str, list[float]] = {bot.name: [] for bot in self.bots}
        waymark, starter = by_name.values()
        return by_name, waymark, starter


def measure_install(workshop: Workshop, findings: Findings, say: Callable[[str], None]) -> None:
    """Sets up a fresh copy of the project. The starter bot needs the same Rasa, so there is no ratio worth giving."""
    copy = workshop.copy_of_the_project("install")
    took = workshop.seconds(("scripts/setup", "run"), copy, INSTALL_WITHIN)
    say(f"installed in {took:.1f} s")
    findings.figures += [
        Figure("install", "s", 1, took),
        Figure("installed size", "GB", 1, _disk_space(copy / ".venv") / GB),
    ]
    findings.notes.append(
        "Install: scripts/setup into a fresh folder with uv's cache as it was (warm after `make bench` set up the "
        "project, so no download). The starter bot needs the same Rasa: a ratio would mean nothing."
    )


def measure_train(setting: Setting) -> None:
    """Trains from nothing, each time in a fresh process. Both bots ran before, so Python's compiled code is there."""
    samples, waymark, starter = setting.samples()
    for round_ in range(setting.size.trainings):
        for bot in setting.in_turn(round_):
            with setting.workshop.untrained(bot) as folder:
                took = setting.workshop.seconds(bot.train, folder, TRAIN_WITHIN)
            samples[bot.name].append(took)
            setting.say(f"{bot.name} trained in {took:.1f} s")
    setting.findings.figures.append(medians("train", "s", waymark, starter))


def measure_start(setting: Setting) -> None:
    """From the start of the process to the first right answer."""
    samples, waymark, starter = setting.samples()
    for round_ in range(setting.size.starts):
        for bot in setting.in_turn(round_):
            with setting.workshop.running(bot) as running:
                samples[bot.name].append(running.seconds)
            setting.say(f"{bot.name} answered {running.seconds:.1f} s after its start")
    setting.findings.figures.append(medians("start to first answer", "s", waymark, starter))


def measure_memory(setting: Setting) -> None:
    """Before and after a load, each bot alone, because two that run at once would share the pages of libraries."""
    readings: list[tuple[Memory, Memory]] = []
    for bot in setting.bots:
        with setting.workshop.running(bot) as running:
            talk = Talk(running, setting.findings)
            talk.warm_up(setting.size.warm_up)
            before = memory_of(running.process.pid)
            talk.send_all(bot.varied(setting.size.senders, "memory"))
            after = memory_of(running.process.pid)
            strangers = strangers_sharing_with(running.process.pid)
        readings.append((before, after))
        setting.say(f"{bot.name} takes {before.proportional:.0f} MB, {after.proportional:.0f} MB after the load")
        if strangers:
            setting.findings.notes.append(
                f"Memory of {bot.name}: {strangers} processes outside the benchmark shared its libraries, so PSS reads low; anonymous memory does not."
            )
    (waymark_before, waymark), (starter_before, starter) = readings
    load = f"after {setting.size.senders} messages"
    setting.findings.figures += [
        Figure("memory (PSS) after warm-up", "MB", 1, waymark_before.proportional, starter_before.proportional),
        Figure(f"memory (PSS) {load}", "MB", 1, waymark.proportional, starter.proportional),
        Figure(f"anonymous memory {load}", "MB", 1, waymark.anonymous, starter.anonymous),
    ]


def measure_messages(setting: Setting) -> None:
    """Both bots run at once; one message to one, one to the other, and so on."""
    with ExitStack() as stack:
        talks = {
            bot.name: Talk(stack.enter_context(setting.workshop.running(bot)), setting.findings) for bot in setting.bots
        }
        for talk in talks.values():
            talk.warm_up(setting.size.warm_up)
        setting.say("both are warm")
        _measure_new_senders(setting, talks)
        _measure_conversations(setting, talks)
        _measure_throughput(setting, talks)
    silent = len(setting.findings.silences)
    if silent:
        setting.findings.notes.append(f"The starter bot kept silent {silent} times, which is cheaper than an answer.")


def _measure_new_senders(setting: Setting, talks: dict[str, Talk]) -> None:
    samples, waymark, starter = setting.samples()
    messages = {bot.name: bot.varied(setting.size.senders, "senders") for bot in setting.bots}
    for number in range(setting.size.senders):
        for bot in setting.in_turn(number):
            samples[bot.name].append(talks[bot.name].milliseconds(new_sender(), messages[bot.name][number]))
    setting.say(f"{setting.size.senders} new senders done")
    what = "message of a new sender"
    setting.findings.figures += [medians(what, "ms", waymark, starter), p95s(what, "ms", waymark, starter)]


def _measure_conversations(setting: Setting, talks: dict[str, Talk]) -> None:
    samples, waymark, starter = setting.samples()
    for conversation in range(setting.size.conversations):
        sender = new_sender()
        messages = {bot.name: bot.varied(setting.size.turns, f"talk {conversation}") for bot in setting.bots}
        for turn in range(setting.size.turns):
            for bot in setting.in_turn(turn):
                samples[bot.name].append(talks[bot.name].milliseconds(sender, messages[bot.name][turn]))
    setting.say(f"conversations done: {setting.size.conversations} of {setting.size.turns} turns")
    what = f"message among {setting.size.turns} turns"
    setting.findings.figures += [medians(what, "ms", waymark, starter), p95s(what, "ms", waymark, starter)]


def _measure_throughput(setting: Setting, talks: dict[str, Talk]) -> None:
    samples, waymark, starter = setting.samples()
    for number in range(setting.size.blocks):
        for bot in setting.in_turn(number):
            messages = bot.varied(setting.size.block, f"block {number}")
            samples[bot.name].append(_seconds_of_block(talks[bot.name], messages, setting.size.clients))
    setting.say("throughput done")
    count = setting.size.blocks * setting.size.block
    what = f"throughput, {setting.size.clients} clients at once"
    setting.findings.figures.append(Figure(what, "/s", count, count / sum(waymark), count / sum(starter), "more"))


def _seconds_of_block(talk: Talk, messages: Sequence[str], clients: int) -> float:
    """How long several clients together need for the messages, which they share out like cards."""
    with ThreadPoolExecutor(clients) as pool:
        users = [talk.of_another_client() for _ in range(clients)]
        begin = time.perf_counter()
        for done in [pool.submit(user.send_all, messages[first::clients]) for first, user in enumerate(users)]:
            done.result()
        took = time.perf_counter() - begin
    for user in users:
        user.close()
    return took


class Talk:
    """A client's talk with a running bot, which notes what goes wrong."""

    def __init__(self, running: Running, findings: Findings) -> None:
        self._running = running
        self._findings = findings
        self._client = Client(running.port)

    def milliseconds(self, sender: str, message: str) -> float:
        """How long the answer to a message takes.

        Raises:
            NoAnswer: when there is none.
        """
        bot = self._running.bot
        try:
            answer = self._client.say(sender, message)
        except NoAnswer as error:
            raise NoAnswer(f"{bot.name} gave no answer to “{message}”: {error}") from None
        if bot.is_failure(answer):
            self._findings.failures.append(f"{bot.name} answered “{message}” with “{answer.text}”.")
        elif not answer.messages:
            self._findings.silences.append(message)
        return answer.milliseconds

    def send_all(self, messages: Sequence[str]) -> None:
        for message in messages:
            self.milliseconds(new_sender(), message)

    def warm_up(self, count: int) -> None:
        self.send_all(self._running.bot.varied(count, "warm-up"))

    def of_another_client(self) -> Talk:
        return Talk(self._running, self._findings)

    def close(self) -> None:
        self._client.close()


def new_sender() -> str:
    """Somebody who has not written before."""
    return f"bench-{uuid4()}"


def _disk_space(folder: Path) -> int:
    """Bytes on disk of all files in a folder, hard links counted once."""
    sizes = {status.st_ino: status.st_blocks * 512 for status in (path.lstat() for path in folder.rglob("*"))}
    return sum(sizes.values())

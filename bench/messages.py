"""What messages cost: time, one by one and at once, and memory."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

from bench.figures import figure, medians, p95s
from bench.memory import memory_of, strangers_sharing_with
from bench.setting import Setting
from bench.talk import Talk, new_sender


def measure_memory(setting: Setting) -> None:
    """Before and after a load, each bot alone, because two that run at once would share the pages of libraries."""
    after_warm_up, after_load, anonymous = setting.samples(), setting.samples(), setting.samples()
    for bot in setting.bots:
        with setting.workshop.running(bot) as running:
            talk = Talk(running, setting.findings)
            talk.warm_up(setting.size.warm_up)
            before = memory_of(running.process.pid)
            talk.send_all(bot.varied(setting.size.senders, "memory"))
            after = memory_of(running.process.pid)
            strangers = strangers_sharing_with(running.process.pid)
        after_warm_up[bot.name].append(before.proportional)
        after_load[bot.name].append(after.proportional)
        anonymous[bot.name].append(after.anonymous)
        setting.workshop.say(
            f"{bot.name} takes {before.proportional:.0f} MB, {after.proportional:.0f} MB after the load"
        )
        if strangers:
            setting.findings.notes.append(
                f"Memory of {bot.name}: {strangers} processes outside the benchmark shared its libraries, so PSS reads low; anonymous memory does not."
            )
    load = f"after {setting.size.senders} messages"
    setting.findings.figures += [
        figure("memory (PSS) after warm-up", "MB", after_warm_up, sum),
        figure(f"memory (PSS) {load}", "MB", after_load, sum),
        figure(f"anonymous memory {load}", "MB", anonymous, sum),
    ]


def measure_messages(setting: Setting) -> None:
    """All bots run at once; one message to one, one to the next, and so on."""
    with ExitStack() as stack:
        talks = {
            bot.name: Talk(stack.enter_context(setting.workshop.running(bot)), setting.findings) for bot in setting.bots
        }
        for talk in talks.values():
            talk.warm_up(setting.size.warm_up)
        setting.workshop.say("all are warm")
        _measure_new_senders(setting, talks)
        _measure_conversations(setting, talks)
        _measure_throughput(setting, talks)
    setting.findings.notes += [
        f"{name} kept silent {times} times, which is cheaper than an answer."
        for name, times in setting.findings.silences.items()
    ]


def _measure_new_senders(setting: Setting, talks: dict[str, Talk]) -> None:
    samples = setting.samples()
    messages = {bot.name: bot.varied(setting.size.senders, "senders") for bot in setting.bots}
    for number in range(setting.size.senders):
        for bot in setting.in_turn(number):
            samples[bot.name].append(talks[bot.name].milliseconds(new_sender(), messages[bot.name][number]))
    setting.workshop.say(f"{setting.size.senders} new senders done")
    what = "message of a new sender"
    setting.findings.figures += [medians(what, "ms", samples), p95s(what, "ms", samples)]


def _measure_conversations(setting: Setting, talks: dict[str, Talk]) -> None:
    samples = setting.samples()
    for conversation in range(setting.size.conversations):
        sender = new_sender()
        messages = {bot.name: bot.varied(setting.size.turns, f"talk {conversation}") for bot in setting.bots}
        for turn in range(setting.size.turns):
            for bot in setting.in_turn(turn):
                samples[bot.name].append(talks[bot.name].milliseconds(sender, messages[bot.name][turn]))
    setting.workshop.say(f"conversations done: {setting.size.conversations} of {setting.size.turns} turns")
    what = f"message among {setting.size.turns} turns"
    setting.findings.figures += [medians(what, "ms", samples), p95s(what, "ms", samples)]


def _measure_throughput(setting: Setting, talks: dict[str, Talk]) -> None:
    samples = setting.samples()
    for number in range(setting.size.blocks):
        for bot in setting.in_turn(number):
            messages = bot.varied(setting.size.block, f"block {number}")
            samples[bot.name].append(_seconds_of_block(talks[bot.name], messages, setting.size.clients))
    setting.workshop.say("throughput done")
    what = f"throughput, {setting.size.clients} clients at once"
    block = setting.size.block
    setting.findings.figures.append(figure(what, "/s", samples, lambda took: len(took) * block / sum(took), "more"))


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

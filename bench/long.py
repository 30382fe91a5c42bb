"""What a message costs as its conversation gets longer: with Waymark's store of conversations, and with Rasa's own."""

from __future__ import annotations

from contextlib import ExitStack

from bench.figures import Lengthening, lengthening
from bench.setting import Setting
from bench.talk import Talk, new_sender

MOST_TIMES = 1.5
"""How many times as long the last messages of a long conversation may take as the first."""


def measure_long(setting: Setting) -> None:
    """The end of a long conversation and the beginning of another, in turns, with each bot and the same messages.

    So the machine's other load, which comes and goes, hits both ends alike.
    """
    messages = setting.bots[0].varied(setting.size.turns, "long")
    with ExitStack() as stack:
        ends = [
            _Ends(bot.name, Talk(stack.enter_context(setting.workshop.running(bot)), setting.findings))
            for bot in setting.bots
        ]
        for _ in range(setting.size.repeats - 1):
            for message in messages:
                for end in ends:
                    end.go_on(message)
        setting.workshop.say("both conversations are long")
        for number, message in enumerate(messages):
            for end in ends if number % 2 else reversed(ends):
                end.measure(message, first_first=number % 4 < 2)
    ours, peers = (lengthening(end.store, setting.size.repeats * len(messages), end.first, end.last) for end in ends)
    setting.findings.lengthenings += [ours, peers]
    setting.findings.failures += too_long(ours)


class _Ends:
    """A long conversation with one bot and, when it is long, a new one beside it."""

    def __init__(self, store: str, talk: Talk) -> None:
        self.store = store
        self.first: list[float] = []
        self.last: list[float] = []
        self._talk = talk
        self._old, self._new = new_sender(), new_sender()

    def go_on(self, message: str) -> None:
        self._talk.milliseconds(self._old, message)

    def measure(self, message: str, first_first: bool) -> None:
        """Sends the message to both conversations, to the new one first or second."""
        both = [(self._new, self.first), (self._old, self.last)]
        for sender, samples in both if first_first else reversed(both):
            samples.append(self._talk.milliseconds(sender, message))


def too_long(ours: Lengthening) -> list[str]:
    """A sentence if the last messages take too long."""
    if ours.ratio <= MOST_TIMES:
        return []
    return [
        f"the last messages of {ours.turns} take {ours.ratio:.2f} times as long as the first; at most {MOST_TIMES} is wanted"
    ]

"""One turn of talk with an action: a real tracker in, what was said and what is to be remembered out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.presentation.reply import Button


@dataclass(frozen=True)
class Turn:
    """What an action did."""

    text: str
    buttons: tuple[Button, ...]
    image: str
    events: list[dict[str, Any]]
    documents: tuple[dict[str, Any], ...] = ()

    @property
    def remembered(self) -> dict[str, Any]:
        """The slots that the action set."""
        return {event["name"]: event["value"] for event in self.events if event["event"] == "slot"}


def turn(
    action: Action,
    intent: str = "",
    *,
    carried: object = None,
    answered: object = None,
    told: object = None,
    situation: object = None,
    asked_fact: object = None,
    check: object = None,
    entities: Iterable[dict[str, object]] = (),
    language_told: object = None,
    text: str = "…",
    facts: Iterable[tuple[object, str]] = (),
    ranking: Sequence[str] = (),
    chance: float = 0.05,
) -> Turn:
    """Runs an action after a message of this intent.

    A button may have carried a question, one may have been answered, and findings may have been told on it; a
    situation may be known, a fact of it have been asked for, a readiness check be going on, and the language of answers
    been told. Each intent of the ranking is as likely as `chance` says. `facts` are those that the message tells, each with the words of the message that tell it; `entities` is
    what else it carries.
    """
    found = [*entities, *([] if carried is None else [{"entity": "question", "value": carried}])]
    found += [_fact(value, text.index(words), len(words)) for value, words in facts]
    message: dict[str, Any] = {"text": text, "intent": {"name": intent, "confidence": 1.0}, "entities": found}
    message["intent_ranking"] = [{"name": name, "confidence": chance} for name in ranking or [intent]]
    slots = {"answered": answered, "told": told, "situation": situation, "asked_fact": asked_fact, "check": check}
    tracker = Tracker(
        "anybody", {**slots, "language_told": language_told}, message, [], False, None, {}, "action_listen"
    )
    dispatcher = CollectingDispatcher()
    events = action.run(dispatcher, tracker, {})
    assert len(dispatcher.messages) == 1, "one message, so that no channel tears the answer apart"
    said = dispatcher.messages[0]
    buttons = tuple(Button(**button) for button in said["buttons"])
    documents = tuple(said["custom"].get("documents", ()))
    return Turn(said["text"], buttons, said["image"] or "", list(events), documents)


def _fact(value: object, start: int, length: int) -> dict[str, object]:
    return {"entity": "fact", "value": value, "start": start, "end": start + length}

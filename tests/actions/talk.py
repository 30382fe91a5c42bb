"""One turn of talk with an action: a real tracker in, what was said and what is to be remembered out."""

from __future__ import annotations

from collections.abc import Sequence
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
    events: list[dict[str, Any]]

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
    ranking: Sequence[str] = (),
) -> Turn:
    """Runs an action after a message of this intent.

    A button may have carried a question, one may have been answered, and findings may have been told on it.
    """
    entities = [] if carried is None else [{"entity": "question", "value": carried}]
    message: dict[str, Any] = {"text": "…", "intent": {"name": intent, "confidence": 1.0}, "entities": entities}
    message["intent_ranking"] = [{"name": name, "confidence": 0.05} for name in ranking or [intent]]
    slots = {"answered": answered, "told": told}
    dispatcher = CollectingDispatcher()
    events = action.run(dispatcher, Tracker("anybody", slots, message, [], False, None, {}, "action_listen"), {})
    assert len(dispatcher.messages) == 1, "one message, so that no channel tears the answer apart"
    said = dispatcher.messages[0]
    return Turn(said["text"], tuple(Button(**button) for button in said["buttons"]), list(events))

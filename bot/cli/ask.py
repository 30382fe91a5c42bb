"""`waymark ask`: the bot's answer in a terminal, by the same model, dialogue and actions as in the chat."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from typing import Any

from bot.paths import MODEL
from bot.server.discretion import be_discreet
from bot.server.training import TrainingError, is_current

SENDER = "terminal"


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "ask",
        help="ask the bot in the terminal",
        description="Prints what the bot answers to one or several messages of one conversation. Loading the model takes some seconds.",
        epilog="Example: waymark ask 'who should mentor our new peer worker?' 'who says so?'",
    )
    parser.add_argument("message", nargs="+", help="what a manager types; several make a conversation")
    parser.set_defaults(command=_ask)


def _ask(options: argparse.Namespace) -> int:
    if not is_current():
        raise TrainingError(
            "The model is missing or older than the files it was trained on. Run `./waymark train` first."
        )
    print("Loading the model …", file=sys.stderr)
    be_discreet()
    asyncio.run(_converse(options.message))
    return 0


async def _converse(messages: list[str]) -> None:
    from rasa.core.agent import Agent
    from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

    from bot.channels.gates import Gates
    from bot.channels.incoming import sorry
    from bot.knowledge import texts
    from bot.nlu.danger_revealed import NO_EMERGENCY

    gates = Gates(texts(), forget_after=1)  # hour; this process ends long before
    agent = Agent.load(str(MODEL), action_endpoint=actions_in_this_process())
    for message in messages:
        passed = gates.look(SENDER, message)
        collected, about = CollectingOutputChannel(), {NO_EMERGENCY: passed.no_emergency}
        if passed.reply is None:
            await agent.handle_message(UserMessage(passed.text, collected, SENDER, metadata=about))
        reply = passed.reply or gates.instead(SENDER, passed.text, collected.messages)
        said: list[dict[str, Any]] = collected.messages
        if reply is not None:
            said = [{"text": reply.text, "buttons": [vars(button) for button in reply.buttons]}]
        for each in said or [{"text": sorry()}]:
            if "text" in each:
                print(each["text"])
            for button in each.get("buttons", []):
                print(f"  [{button['title']}]")
        print()


def actions_in_this_process() -> Any:
    """An endpoint that runs the actions in this process."""
    from rasa.utils.endpoints import EndpointConfig
    from rasa_sdk.executor import ActionExecutor

    from bot.server.action_results import check_results_only

    check_results_only()
    executor = ActionExecutor()
    executor.register_package("actions")

    class InThisProcess(EndpointConfig):
        async def request(self, *_: Any, **kwargs: Any) -> Any:
            # Through JSON, as over the wire, so that nothing is shared between dialogue and actions.
            return await executor.run(json.loads(json.dumps(kwargs["json"])))

    return InThisProcess("in this process")

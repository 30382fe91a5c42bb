"""`python -m bench.accuracy MODEL`: prints how often a trained model is right on the held-out messages, as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evaluate.measures import share
from evaluate.peers import parsed
from evaluate.questions import NOT_COVERED, held_out

DECLINED = NOT_COVERED | {"nlu_fallback"}


def shares(model: Path) -> Mapping[str, float]:
    """In percent: questions whose likeliest intent is right, those answered rightly, and other messages declined.

    The first counts also what the model's own threshold would not let it answer.
    """
    messages = held_out()
    found = list(zip(messages, parsed(model, [each.text for each in messages]), strict=True))
    covered = [(asked.meant, guesses) for asked, guesses in found if asked.covered]
    others = [guesses for asked, guesses in found if not asked.covered]
    return {
        "held-out questions, likeliest intent right": 100
        * share([_likeliest(each) == meant for meant, each in covered]),
        "held-out questions, answered rightly": 100
        * share([each["intent"]["name"] == meant for meant, each in covered]),
        "messages not covered, declined": 100 * share([each["intent"]["name"] in DECLINED for each in others]),
    }


def _likeliest(parsed_message: dict[str, Any]) -> str | None:
    return next((each["name"] for each in parsed_message["intent_ranking"] if each["name"] != "nlu_fallback"), None)


if __name__ == "__main__":
    print(json.dumps(shares(Path(sys.argv[1]))))

"""How the Rasa server checks what an action answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from rasa.core.actions.action import RemoteAction

from bot.server.action_results import check_results_only


@pytest.fixture
def action(monkeypatch: pytest.MonkeyPatch) -> Iterator[RemoteAction]:
    """An action whose answers are checked our way; afterwards Rasa checks them its own way again."""
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)
    check_results_only()
    yield RemoteAction("action_answer", None)


@pytest.mark.parametrize(
    "answer",
    [
        {"events": [], "responses": []},
        {"events": [{"event": "slot", "name": "answered", "value": "mentor_who"}], "responses": [{"text": "Yes."}]},
    ],
)
def test_an_answer_as_it_should_be_passes(action: RemoteAction, answer: dict[str, Any]) -> None:
    assert action._validate_action_result(answer)


@pytest.mark.parametrize(
    "answer", [[], None, {"responses": "Yes."}, {"events": "none"}, {"events": [{"event": "slot"}], "responses": []}]
)
def test_an_answer_of_another_shape_is_refused(action: RemoteAction, answer: Any) -> None:
    with pytest.raises(jsonschema.ValidationError):
        action._validate_action_result(answer)


def test_the_schema_itself_is_not_checked_again(action: RemoteAction, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RemoteAction, "action_response_format_spec", lambda: {"type": "no such type"})
    assert action._validate_action_result({"events": [], "responses": []})

"""The command line of the benchmark."""

from __future__ import annotations

import pytest

from bench.__main__ import main


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--only", "speed"], "“speed” is not among growth, install, long"),
        (["--peers", "starter,gpt"], "“gpt” is not among starter, stock"),
        (["--epochs", "0"], "“0” is no whole number above 0"),
    ],
)
def test_what_it_does_not_know_is_named(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert complaint in capsys.readouterr().err

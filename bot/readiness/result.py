"""What a readiness check comes to: how each component stands, what to do first, and what has moved. No score."""

from __future__ import annotations

from dataclasses import dataclass

from bot.readiness.check import Check, Earlier, standing
from bot.reasoning.evaluate import Situation
from bot.rulebase.model import PHASES, Component, RuleBase

OPEN = ""
"""How a component stands that was not asked for yet."""
STANDS = ("yes", "partly", "no", "unknown", "open")
"""How a component is shown to stand; what was skipped is as open as what was not asked yet."""
IN_ORDER = ("no", "partly", "yes")
"""The answers that can be compared over time, from what is missing to what is in place."""


@dataclass(frozen=True)
class Standing:
    """How a component stands: one of ANSWERS, or OPEN. `told` where it was known without being asked in the check."""

    component: Component
    answer: str
    told: bool = False

    @property
    def stands(self) -> str:
        """One of STANDS."""
        return "open" if self.answer in ("skipped", OPEN) else self.answer


@dataclass(frozen=True)
class Move:
    """A component that stands otherwise than at the earlier check."""

    component: Component
    before: str
    now: str

    @property
    def forward(self) -> bool:
        return IN_ORDER.index(self.now) > IN_ORDER.index(self.before)


@dataclass(frozen=True)
class Result:
    """How every component stands, in the order in which the check asks."""

    standings: tuple[Standing, ...]
    earlier: Earlier | None = None

    def at(self, level: str) -> tuple[Standing, ...]:
        """The components of a level."""
        return tuple(each for each in self.standings if each.component.level == level)

    @property
    def strengths(self) -> tuple[Standing, ...]:
        return tuple(each for each in self.standings if each.stands == "yes")

    @property
    def gaps(self) -> tuple[Standing, ...]:
        """What is missing or only partly there, what matters earliest first, what is missing before what is partly there."""
        found = [each for each in self.standings if each.stands in ("no", "partly")]
        return tuple(sorted(found, key=lambda each: (PHASES.index(each.component.phase), IN_ORDER.index(each.answer))))

    @property
    def unsettled(self) -> tuple[Standing, ...]:
        """What is not known, was skipped or was not asked yet."""
        return tuple(each for each in self.standings if each.stands in ("unknown", "open"))

    @property
    def moves(self) -> tuple[Move, ...]:
        """What stands otherwise than at the earlier check, as far as both answers can be compared."""
        before = self.earlier.answers if self.earlier else {}
        return tuple(
            Move(each.component, before[each.component.id], each.answer)
            for each in self.standings
            if each.answer in IN_ORDER
            and before.get(each.component.id) in IN_ORDER
            and before[each.component.id] != each.answer
        )


def result(check: Check, situation: Situation, base: RuleBase) -> Result:
    """What the answers so far and the known facts come to."""
    standings = (
        Standing(
            each, standing(each, check, situation) or OPEN, each.fact in situation and each.id not in check.answers
        )
        for each in base.components.values()
    )
    return Result(tuple(standings), check.earlier)

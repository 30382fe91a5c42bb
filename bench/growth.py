"""What an answer costs as the rule base grows: load time, memory, and time per advice, with synthetic rule bases.

The rules are spread over proportionally more topics, questions and facts. What matches stays the same: each question
has two rules, each fact is compared by two concerns, and a described situation states five facts.
"""

from __future__ import annotations

import gc
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bot.reasoning.advise import advise
from bot.reasoning.concerns import assess
from bot.rulebase.loader import load

SIZES = (100, 1_000, 20_000)
RULES_PER_TOPIC = 50
ROUNDS, CALLS = 30, 50
STUDY = """\
studies:
  alpha:
    name: Alpha
    year: 2024
    citation: Alpha A. A study. A Journal, 2024.
    doi: 10.1000/alpha
    licence: CC BY 4.0
    country: Denmark
    period: interviews in 2022
    speaker: manager
    setting: {en: two teams}
    design: {en: interviews}
    cannot_tell: {en: It measured no effects.}
    places: {theme: {en: theme}}
"""


@dataclass(frozen=True)
class Growth:
    """Of a rule base with so many rules: seconds to load, megabytes held, microseconds for each kind of advice."""

    rules: int
    load_s: float
    memory_mb: float
    question_us: float
    situation_us: float


MOST_TIMES = {"question_us": 1.5, "situation_us": 3.0}
"""How many times as long advice may take with the most rules as with the fewest."""


def too_slow(growth: list[Growth]) -> list[str]:
    """A sentence for each kind of advice that takes too long with many rules."""
    few, many = growth[0], growth[-1]
    times = {name: getattr(many, name) / getattr(few, name) for name in MOST_TIMES}
    return [
        f"{name} with {many.rules} rules takes {times[name]:.2f} times as long as with {few.rules}; at most {most} is wanted"
        for name, most in MOST_TIMES.items()
        if times[name] > most
    ]


def measure_growth(progress: Callable[[str], None]) -> list[Growth]:
    """Measures each size; the calls of all sizes take turns, so that the machine's other load hits all alike."""
    with tempfile.TemporaryDirectory(prefix="waymark-growth-") as folder:
        bases, loads, memories = [], [], []
        for size in SIZES:
            progress(f"growth: {size} rules")
            root = Path(folder) / str(size) / "rules"
            write_rules(root, size)
            begin = time.perf_counter()
            load(root)
            loads.append(time.perf_counter() - begin)
            gc.collect()
            tracemalloc.start()
            bases.append(load(root))
            gc.collect()
            memories.append(tracemalloc.get_traced_memory()[0] / 1e6)
            tracemalloc.stop()
    questions = [f"question_{size // 4}" for size in SIZES]
    situations = [{f"fact_{size // 4 + number}": "yes" for number in range(5)} for size in SIZES]
    asked = _in_turns(
        [lambda b=base, q=question: advise(b, q, {}) for base, question in zip(bases, questions, strict=True)]
    )
    described = _in_turns(
        [lambda b=base, s=situation: assess(b, s) for base, situation in zip(bases, situations, strict=True)]
    )
    return [Growth(*values) for values in zip(SIZES, loads, memories, asked, described, strict=True)]


def write_rules(root: Path, size: int) -> None:
    """Writes a rule base of so many rules, and half as many questions, facts and concerns."""
    half = size // 2
    root.mkdir(parents=True)
    (root / "studies.yml").write_text(STUDY, encoding="utf-8")
    (root / "readiness.yml").write_text("components: {}\n", encoding="utf-8")
    (root / "takeaway.yml").write_text("templates: {}\n", encoding="utf-8")
    (root / "facts.yml").write_text("facts:\n" + "".join(map(_fact, range(half))), encoding="utf-8")
    per_topic = RULES_PER_TOPIC // 2
    for number, start in enumerate(range(0, half, per_topic)):
        topic = root / f"topic_{number}"
        topic.mkdir()
        mine = range(start, min(start + per_topic, half))
        findings = "".join(map(_finding, mine))
        (topic / "findings.yml").write_text(f"topic: {topic.name}\nfindings:\n{findings}", encoding="utf-8")
        sections = {"questions": _question, "rules": _rules, "concerns": lambda n: _concern(n, half)}
        advice = "".join(f"{name}:\n{''.join(map(make, mine))}" for name, make in sections.items())
        (topic / "advice.yml").write_text(f"topic: {topic.name}\ntitle: {{en: Topic}}\n{advice}", encoding="utf-8")


def _fact(number: int) -> str:
    return f"  fact_{number}:\n    type: yes_no\n    asks: {{en: Is it?}}\n    said: {{yes: {{en: it is}}, no: {{en: it is not}}}}\n"


def _finding(number: int) -> str:
    return f"  finding_{number}: {{study: alpha, place: theme, voice: some, kind: practice, says: {{en: Some managers did thing {number}.}}}}\n"


def _question(number: int) -> str:
    return f"  question_{number}: {{asks: {{en: What about {number}?}}}}\n"


def _rules(number: int) -> str:
    statement = f"{{says: {{en: Consider thing {number}.}}, because: [finding_{number}], basis: done_elsewhere}}"
    rule = (
        "  rule_{number}_{value}:\n    answers: question_{number}\n    phase: [considering]\n"
        "    when: {{fact: fact_{number}, is: {value}}}\n    bottom_line: {statement}\n    steps: [{statement}]\n"
    )
    return "".join(rule.format(number=number, value=value, statement=statement) for value in ("yes", "no"))


def _concern(number: int, half: int) -> str:
    return (
        f"  concern_{number}:\n    phase: [first_weeks]\n"
        f"    when: {{all: [{{fact: fact_{number}, is: yes}}, {{fact: fact_{(number + 1) % half}, is: no}}]}}\n"
        f"    says: {{en: Others met thing {number}.}}\n    because: [finding_{number}]\n"
    )


def _in_turns(calls: list[Callable[[], object]]) -> list[float]:
    """The median microseconds of each call over rounds in which all take turns."""
    times: list[list[float]] = [[] for _ in calls]
    for _ in range(ROUNDS):
        for call, found in zip(calls, times, strict=True):
            begin = time.perf_counter()
            for _ in range(CALLS):
                call()
            found.append((time.perf_counter() - begin) / CALLS * 1e6)
    return [median(found) for found in times]

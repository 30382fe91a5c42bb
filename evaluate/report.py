"""The report: tables and pictures in docs/."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import matplotlib

from bot.presentation.texts import Texts
from bot.rulebase.model import RuleBase
from evaluate.measures import Band, Outcome, calibration, calibration_error, confusions, share, sweep
from evaluate.questions import NOT_COVERED

THRESHOLDS = (0.0, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5)
STYLES = ("plain", "terse", "situational", "sloppy", "conversational")
MOST_CONFUSIONS = 20
PICTURES = ("by-style.svg", "bands.svg", "calibration.svg")
COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7")
"""Of Okabe and Ito, which colour-blind people tell apart."""

Found = Mapping[str, Sequence[Outcome]]
"""What each peer made of the held-out messages, by what a reader calls it; Waymark first."""


def write_report(file: Path, found: Found, threshold: float, base: RuleBase, texts: Texts) -> None:
    """Writes the report to a file, and its pictures into a folder of the same name beside it."""
    folder = file.with_suffix("")
    folder.mkdir(exist_ok=True)
    _draw(folder, found, threshold)
    file.write_text("\n".join(_lines(folder.name, found, threshold, base, texts)) + "\n", encoding="utf-8")


def _lines(folder: str, found: Found, threshold: float, base: RuleBase, texts: Texts) -> Iterator[str]:
    own = next(iter(found.values()))
    covered, others = _parted(own)
    yield "# How well questions are understood"
    yield ""
    yield (
        f"Written by `make evaluate`. {len(covered)} held-out questions and {len(others)} messages that are not covered, "
        "by writers who saw neither the examples nor the pipeline, and never trained on (`tests/nlu/held_out.yml`). "
        "All learn from the same examples of questions, but BM25, which searches the rule base and learns from none; "
        "Waymark learns also from messages that ask for one finding and teach no question (`data/findings/`)."
    )
    yield ""
    yield "## Right at the first answer, by style"
    yield ""
    yield f"A message is answered if its likeliest intent is at least {threshold} likely; the peers answer whatever is likeliest."
    yield ""
    yield "| | all | " + " | ".join(STYLES) + " | within three | not covered, declined | calibration error |"
    yield "|---|" + "---:|" * (len(STYLES) + 4)
    for name, outcomes in found.items():
        yield _row(name, outcomes, threshold if outcomes is own else 0.0)
    yield ""
    yield f"![Right at the first answer, by style]({folder}/by-style.svg)"
    yield ""
    yield "## Where to stop answering"
    yield ""
    yield "| threshold | right at first | asked back | not covered, not answered |"
    yield "|---:|---:|---:|---:|"
    yield from (_band(band, threshold) for band in sweep(own, THRESHOLDS))
    yield ""
    yield f"![Bands]({folder}/bands.svg)"
    yield ""
    yield "## Is a confidence what it says?"
    yield ""
    yield f"![Calibration]({folder}/calibration.svg)"
    yield ""
    yield f"## What is taken for what (Waymark, the {MOST_CONFUSIONS} most frequent)"
    yield ""
    yield "| meant | taken for | times |"
    yield "|---|---|---:|"
    for meant, taken, times in confusions(own)[:MOST_CONFUSIONS]:
        yield f"| {_asks(meant, base, texts)} | {_asks(taken, base, texts)} | {times} |"


def _row(name: str, outcomes: Sequence[Outcome], threshold: float) -> str:
    covered, others = _parted(outcomes)
    by_style = [share([each.right(threshold) for each in covered if each.asked.style == style]) for style in STYLES]
    cells = [share([each.right(threshold) for each in covered]), *by_style, share([each.offered() for each in covered])]
    declined = share([each.declined(threshold) for each in others])
    probabilities = all(each.confidence <= 1 for each in outcomes)
    error = f"{calibration_error(outcomes):.3f}" if probabilities else "no probability"
    return f"| {name} | " + " | ".join(f"{cell:.1%}" for cell in [*cells, declined]) + f" | {error} |"


def _band(band: Band, threshold: float) -> str:
    mark = "**" if band.threshold == threshold else ""
    cells = [f"{band.threshold}", f"{band.right:.1%}", f"{band.asked_back:.1%}", f"{band.declined:.1%}"]
    return "| " + " | ".join(f"{mark}{cell}{mark}" for cell in cells) + " |"


def _asks(intent: str, base: RuleBase, texts: Texts) -> str:
    return texts.say(base.questions[intent].asks) if intent in base.questions else f"`{intent}`"


def _parted(outcomes: Sequence[Outcome]) -> tuple[list[Outcome], list[Outcome]]:
    return [each for each in outcomes if each.asked.covered], [
        each for each in outcomes if each.asked.meant in NOT_COVERED
    ]


def _draw(folder: Path, found: Found, threshold: float) -> None:
    matplotlib.use("Agg")
    matplotlib.rcParams.update({"svg.hashsalt": "waymark", "svg.fonttype": "none", "font.size": 11})
    import matplotlib.pyplot as plt

    own = next(iter(found.values()))
    figure, axes = plt.subplots(figsize=(9, 4))
    width = 0.8 / len(found)
    for number, (name, outcomes) in enumerate(found.items()):
        covered, _ = _parted(outcomes)
        limit = threshold if outcomes is own else 0.0
        heights = [
            100 * share([each.right(limit) for each in covered if each.asked.style == style]) for style in STYLES
        ]
        places = [place + (number - (len(found) - 1) / 2) * width for place in range(len(STYLES))]
        bars = axes.bar(places, heights, width, label=name, color=COLOURS[number % len(COLOURS)])
        axes.bar_label(bars, fmt="%.0f", fontsize=8)
    axes.set_xticks(range(len(STYLES)), STYLES)
    axes.set_ylabel("right at the first answer, %")
    axes.set_ylim(0, 105)
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncol=len(found), frameon=False, fontsize=9)
    _save(figure, folder / "by-style.svg")

    figure, axes = plt.subplots(figsize=(7, 4))
    bands = sweep(own, [number / 100 for number in range(0, 61, 2)])
    limits = [band.threshold for band in bands]
    for label, colour, style, values in (
        ("right at first", COLOURS[0], "-", [band.right for band in bands]),
        ("not covered, not answered", COLOURS[2], "--", [band.declined for band in bands]),
        ("asked back", COLOURS[1], ":", [band.asked_back for band in bands]),
    ):
        axes.plot(limits, [100 * value for value in values], style, color=colour, label=label)
    axes.axvline(threshold, color="#666666", linewidth=1)
    axes.annotate(f"in use: {threshold}", (threshold, 50), xytext=(5, 0), textcoords="offset points")
    axes.set_xlabel("threshold of probability")
    axes.set_ylabel("% of messages")
    axes.legend(frameon=False)
    _save(figure, folder / "bands.svg")

    figure, axes = plt.subplots(figsize=(5, 5))
    axes.plot([0, 1], [0, 1], color="#999999", linewidth=1)
    for number, (name, outcomes) in enumerate(found.items()):
        if all(each.confidence <= 1 for each in outcomes):
            points = calibration(outcomes)
            axes.plot(
                [mean for mean, _, _ in points],
                [right for _, right, _ in points],
                ("o-", "s-", "^-")[number % 3],
                color=COLOURS[number % len(COLOURS)],
                label=name,
                markersize=4,
            )
    axes.set_xlabel("confidence")
    axes.set_ylabel("share that is right")
    axes.legend(frameon=False)
    _save(figure, folder / "calibration.svg")
    plt.close("all")


def _save(figure: matplotlib.figure.Figure, file: Path) -> None:
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})

"""What can be asked after an answer: why, sources, pitfalls, a checklist, related questions; and what all of this shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.presentation.answer import BULLET, MOST_WORDS
from bot.presentation.conditions import whether
from bot.presentation.reply import Button, Reply, payload
from bot.presentation.sources import finding_path, full_sources, in_short, question_path, study_in_words
from bot.presentation.texts import Texts
from bot.reasoning.advise import Advice
from bot.rulebase.model import RuleBase, Statement, Topic

IN_WORDS = ("ask_example", "ask_first", "ask_others", "ask_more", "ask_effect", "ask_change", "take_away")
"""What can be asked after an answer beside its buttons."""
ON_SITUATION = ("ask_situation", "affirm", "deny")
"""What can be said about one's situation in words that name no fact."""
BEGINNING = 5
"""Words by which a step is named."""
MOST = 5
"""How many items a follow-up lists: what fits on a phone."""


def why(advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    """The findings behind the bottom line, then those behind warnings and steps, what each step rests on, and which
    unknown facts matter."""
    reasons = (*advice.bottom_lines, *advice.watch_out, *advice.steps)
    findings = list(dict.fromkeys(finding for point in reasons for finding in point.findings))[:MOST]
    lines = [texts.get("follow_ups.why")]
    lines += [f"{BULLET}{in_short(finding, base, texts)} {finding_path(finding)}" for finding in findings]
    if advice.steps:
        bases = (
            texts.get(
                "follow_ups.basis_step",
                step=_beginning(texts.say(point.statement.says)),
                basis=texts.get(f"bases.{point.statement.basis}"),
            )
            for point in advice.steps
        )
        lines.append(" ".join([texts.get("follow_ups.basis"), *bases]))
    if advice.missing:
        facts = texts.get("labels.and").join(whether(base.facts[fact], texts) for fact in advice.missing)
        lines.append(texts.get("follow_ups.missing", facts=facts))
    return Reply("\n".join(lines), related_buttons(advice, base, texts))


def sources(advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    """The full citation of each study with the places used."""
    lines = [BULLET + line for line in full_sources(advice.findings(), base, texts)]
    lines.append(texts.get("follow_ups.evidence", address=question_path(advice.question)))
    return Reply("\n".join([texts.get("follow_ups.sources"), *lines]), related_buttons(advice, base, texts))


def pitfalls(advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    """The pitfalls others met in the question's topic, those closest to the advice first, each with its study."""
    return _listed("follow_ups.pitfalls", base.topics[advice.question.topic].pitfalls, advice, base, texts)


def typical_pitfalls(base: RuleBase, texts: Texts) -> Reply:
    """One pitfall from each of several topics, for who asks before anything was answered; a button leads to each topic's."""
    topics = [base.topics[key] for key in texts.at("follow_ups.typical_topics")]
    lines = [_of_topic(topic, next(iter(topic.pitfalls.values())), base, texts) for topic in topics]
    first = {topic.id: next(each for each in base.questions.values() if each.topic == topic.id) for topic in topics}
    buttons = (Button(texts.say(topic.title), payload("ask_pitfalls", question=first[topic.id].id)) for topic in topics)
    return Reply("\n".join([texts.get("follow_ups.typical_pitfalls"), *lines]), tuple(buttons))


def checklist(advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    """The checklist of the question's topic, what is closest to the advice first, each item with its study."""
    return _listed("follow_ups.checklist", base.topics[advice.question.topic].checks, advice, base, texts)


def checklist_items(advice: Advice, base: RuleBase, texts: Texts) -> list[str]:
    """The items of the checklist alone, as lines of a list."""
    return _closest(base.topics[advice.question.topic].checks, advice, base, texts)


def related(advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    """The related questions, in words and as buttons."""
    if not advice.question.related:
        return Reply(texts.get("follow_ups.nothing_listed"))
    asked = [BULLET + texts.say(base.questions[other].asks) for other in advice.question.related]
    return Reply("\n".join([texts.get("follow_ups.related"), *asked]), related_buttons(advice, base, texts))


def related_buttons(advice: Advice, base: RuleBase, texts: Texts) -> tuple[Button, ...]:
    """A button for each related question."""
    return question_buttons(advice.question.related, base, texts)


def question_buttons(questions: Iterable[str], base: RuleBase, texts: Texts) -> tuple[Button, ...]:
    """Buttons that ask these questions."""
    return tuple(Button(texts.say(base.questions[key].asks), payload(key)) for key in questions)


def fitting(items: Sequence[str], *around: str) -> int:
    """How many of the items a message holds beside the lines around them; one at least, if there is one."""
    room = MOST_WORDS - sum(len(line.split()) for line in around)
    for number, item in enumerate(items):
        room -= len(item.split())
        if room < 0:
            return max(number, 1)
    return len(items)


def _beginning(says: str) -> str:
    """The first words of a statement: steps have no numbers where they are told, and some may have given way."""
    words = says.rstrip(".").split()
    return " ".join(words) if len(words) <= BEGINNING else " ".join(words[:BEGINNING]).rstrip(",;:") + "…"


def _listed(label: str, items: Mapping[str, Statement], advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    closest = _closest(items, advice, base, texts)
    if not closest:
        return Reply(texts.get("follow_ups.nothing_listed"), related_buttons(advice, base, texts))
    heading = texts.get(label, topic=texts.say(base.topics[advice.question.topic].title))
    return Reply("\n".join([heading, *closest]), related_buttons(advice, base, texts))


def _closest(items: Mapping[str, Statement], advice: Advice, base: RuleBase, texts: Texts) -> list[str]:
    """Items of a topic, those that share most findings with the advice first, each with its studies."""
    cited = {finding.id for finding in advice.findings()}
    closest = sorted(items.values(), key=lambda item: -len(cited.intersection(item.because)))[:MOST]
    return [_item(statement, base, texts) for statement in closest]


def _of_topic(topic: Topic, statement: Statement, base: RuleBase, texts: Texts) -> str:
    says = texts.get("follow_ups.of_topic", topic=texts.say(topic.title), says=texts.say(statement.says))
    return _with_studies(says, statement, base)


def _item(statement: Statement, base: RuleBase, texts: Texts) -> str:
    return _with_studies(texts.say(statement.says), statement, base)


def _with_studies(says: str, statement: Statement, base: RuleBase) -> str:
    studies = dict.fromkeys(base.findings[key].study for key in statement.because)
    names = ", ".join(study_in_words(base.studies[study]) for study in studies)
    return f"{BULLET}{says} ({names})"

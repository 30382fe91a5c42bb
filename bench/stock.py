"""Builds the second peer: what `rasa init` suggests, trained on the questions that Waymark answers.

It learns from the very examples, with one intent, one rule and one fixed text a question: the answer that Waymark
gives when it knows nothing of the situation. Pipeline, policies and channels are those that Rasa suggests.
"""

from __future__ import annotations

import hashlib
import shutil
from importlib.metadata import version
from pathlib import Path
from typing import Any

import rasa
import yaml
from rasa.shared.nlu.constants import TEXT

from bench.bot import Bot
from bench.bots import RASA, SERVE
from bench.kept import Kept
from bench.workshop import Workshop
from bot.knowledge import rule_base, texts
from bot.nlu.importer import RuleBaseImporter
from bot.nlu.taught import intent_taught
from bot.paths import MODELS, PROJECT
from bot.presentation.answer import answer
from bot.reasoning.advise import advise

SUGGESTED_EPOCHS = 100
"""What Rasa suggests."""
KEPT = MODELS / "bench"
MODEL = "stock"
TRAIN_WITHIN = 8 * 3600.0
"""Seconds. An epoch over 16,000 examples takes one to three minutes on two cores."""
RASA_PACKAGE = Path(rasa.__file__).parent
SUGGESTED = RASA_PACKAGE / "engine" / "recipes" / "config_files" / "default_config.yml"
INITIAL = RASA_PACKAGE / "cli" / "initial_project"
TRAIN = (*RASA, "train", "--fixed-model-name", MODEL)


def stock(workshop: Workshop, waymark: Bot, epochs: int, *, anew: bool) -> Bot:
    """Stock Rasa on Waymark's questions; trained where no earlier run trained it on the same, or always if `anew`.

    After one epoch it is as large and as fast as after the hundred that Rasa suggests, but not as often right.

    Raises:
        BenchError: when the training fails or takes too long.
    """
    folder = workshop.folder / MODEL
    model = folder / "models" / f"{MODEL}.tar.gz"
    write_project(folder, epochs)
    kept = Kept(KEPT / f"{epochs}-epochs", digest_of(folder))
    if anew:
        kept.forget()
    bot = Bot(
        name=f"stock Rasa, epochs: {epochs}",
        folder=folder,
        examples=Path("data/nlu.yml"),
        train_anew=(*TRAIN, "--force"),
        train=TRAIN,
        train_within=TRAIN_WITHIN,
        run=SERVE,
        model=model,
        question=waymark.question,
        is_right=lambda answer: True,  # it serves nothing before its model is loaded, and may keep silent if unsure
        is_failure=lambda answer: False,
        messages=waymark.messages,
        kept=kept,
    )
    if kept.model:
        model.parent.mkdir()
        shutil.copy(kept.model, model)
    else:
        _train(workshop, bot, kept, model)
    return bot


def _train(workshop: Workshop, bot: Bot, kept: Kept, model: Path) -> None:
    workshop.say(
        f"training {bot.name}, on Waymark's questions (at most {bot.train_within / 3600:.0f} hours; it is kept for later runs) …"
    )
    took = workshop.seconds(bot.train_anew, bot.folder, bot.train_within)
    kept.keep_model(model)
    kept.keep_seconds("train", took)


def write_project(folder: Path, epochs: int) -> None:
    """Writes what `rasa init` does, with Waymark's examples, and a rule and a text for each of their intents."""
    folder.mkdir()
    for name in ("endpoints.yml", "credentials.yml"):
        shutil.copy(INITIAL / name, folder)
    config = yaml.safe_load(SUGGESTED.read_text(encoding="utf-8"))
    for component in (*config["pipeline"], *config["policies"]):
        if "epochs" in component:
            component["epochs"] = epochs
    examples = _examples()
    intents = [
        {"intent": name, "examples": "".join(f"- {text}\n" for text in texts)} for name, texts in examples.items()
    ]
    rules = [{"rule": name, "steps": [{"intent": name}, {"action": f"utter_{name}"}]} for name in examples]
    responses = {f"utter_{name}": [{"text": _answer(name)}] for name in examples}
    _write(folder / "config.yml", config)
    _write(folder / "domain.yml", {"version": "3.1", "intents": [*examples], "responses": responses})
    _write(folder / "data" / "nlu.yml", {"version": "3.1", "nlu": intents})
    _write(folder / "data" / "rules.yml", {"version": "3.1", "rules": rules})


def digest_of(folder: Path) -> str:
    """A digest of all that the training of a project depends on."""
    digest = hashlib.sha256(version("rasa").encode())
    for file in (folder / "config.yml", folder / "domain.yml", *sorted((folder / "data").iterdir())):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _examples() -> dict[str, list[str]]:
    """All that teaches Waymark intents, by intent."""
    importer = RuleBaseImporter(domain_path=str(PROJECT / "domain"), training_data_paths=[str(PROJECT / "data")])
    examples: dict[str, list[str]] = {}
    for message in importer.get_nlu_data().nlu_examples:
        intent = intent_taught(message)
        if intent is not None:
            examples.setdefault(intent, []).append(message.get(TEXT))
    return examples


def _answer(intent: str) -> str:
    """What Waymark answers when it knows nothing else; what only makes sense after an answer gets its own name."""
    base = rule_base()
    if intent in base.questions:
        return answer(advise(base, intent, {}), base, texts()).text
    replies = texts().at("replies")
    return str(replies[intent]["text"]) if intent in replies else intent


def _write(file: Path, content: dict[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100_000), encoding="utf-8")

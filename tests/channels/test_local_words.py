"""Local words for peer support workers are understood, and asked about where they can mean two people."""

from __future__ import annotations

import pytest

from bot.channels.local_words import LocalWords
from bot.knowledge import texts
from bot.paths import RULES
from bot.presentation.reply import Reply

pytestmark = pytest.mark.asyncio
ASKED = "Should our recovery-mentor have supervision?"
TO_PSW, TO_MENTOR = "/means_recovery_mentor_psw", "/means_recovery_mentor_mentor"


@pytest.fixture
def words() -> LocalWords:
    return LocalWords(texts(), 24, RULES)


def reply(words: LocalWords, text: str, sender: str = "a") -> Reply:
    found = words.look(sender, text).reply
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("local", "read"),
    [
        ("Må en peer-medarbejder skrive i journalen?", "Må en PSW skrive i journalen?"),
        ("Hur ska vi presentera Erfarenhetsexperten?", "Hur ska vi presentera PSW?"),
        ("who pays the erfaringskonsulent", "who pays the PSW"),
        ("Vores medarbejdere med brugererfaring trives", "Vores PSW trives"),
    ],
)
async def test_a_local_word_is_read_as_psw(local: str, read: str, words: LocalWords) -> None:
    assert words.look("a", local).text == read


@pytest.mark.parametrize("text", ["Har du erfaring med mentorer?", "Who should mentor her?", "vår erfarenhet", ""])
async def test_other_words_stay_as_they_are(text: str, words: LocalWords) -> None:
    assert words.look("a", text).text == text


async def test_a_word_that_can_mean_two_people_is_asked_about_and_the_question_then_goes_on(words: LocalWords) -> None:
    assert [button.payload for button in reply(words, ASKED).buttons] == [TO_PSW, TO_MENTOR]
    assert words.look("a", TO_PSW).text == "Should our PSW have supervision?"


async def test_it_is_asked_once_in_a_conversation(words: LocalWords) -> None:
    reply(words, ASKED)
    words.look("a", TO_MENTOR)
    assert words.look("a", "Is a recoverymentor paid more?").text == "Is a mentor paid more?"
    assert reply(words, ASKED, "b").buttons


@pytest.mark.parametrize("button", [TO_PSW, "/means_recovery_mentor_boss", "/means_nothing_psw"])
async def test_a_choice_that_nobody_was_offered_gets_a_plain_word(button: str, words: LocalWords) -> None:
    assert reply(words, button).text == texts().get("local_words.nothing_asked")


async def test_every_meaning_has_a_title(words: LocalWords) -> None:
    for word in words._ambiguous.values():
        assert set(texts().at(f"local_words.{word.id}.means")) == set(word.means)


async def test_a_question_is_lost_for_no_wrong_choice(words: LocalWords) -> None:
    reply(words, ASKED)
    reply(words, "/means_recovery_mentor_boss")
    assert words.look("a", TO_PSW).text == "Should our PSW have supervision?"

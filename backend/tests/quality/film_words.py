"""Words of a film, and whether one speaks of a thing in any inflection."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import lemminflect

from dailies.domain.story import Shot, Story

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
ARTICLE = re.compile(r"\b(?:a|an|the)\s+", re.IGNORECASE)


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, in American spelling where that is a matter of letters."""
    return [_spelt(each) for each in WORD.findall(text.casefold())]


def _spelt(word: str) -> str:
    word = re.sub(r"['’]s?$", "", word)
    return re.sub(r"(?<=[a-z])our", "or", word).replace("grey", "gray").replace("metre", "meter")


@cache
def forms(word: str) -> frozenset[str]:
    """The word and every lemma it may have."""
    found = {word}
    for lemmas in lemminflect.getAllLemmas(word).values():
        found.update(lemmas)
    return frozenset(found)


def times_said(phrase: str, words: list[str]) -> int:
    """How often the words hold the phrase; ``a|b`` is either."""
    return sum(_times(words_of(each), words) for each in phrase.split("|"))


def _times(phrase: list[str], words: list[str]) -> int:
    last = len(words) - len(phrase)
    return sum(all(forms(want) & forms(words[at + step]) for step, want in enumerate(phrase)) for at in range(last + 1))


def says(phrase: str, text: str) -> bool:
    """Whether the text holds the phrase in any inflection; ``a|b`` is either."""
    return times_said(phrase, words_of(text)) > 0


def shot_text(story: Story, shot: Shot) -> str:
    """What a shot shows and says, with the names and looks of who is in it."""
    shown = [entity for each in shot.who if (entity := story.entity(each)) is not None]
    looks = [f"{entity.name}, {entity.description}." for entity in shown]
    return " ".join([shot.action, shot.line, shot.caption, *looks])


def scene_text(story: Story, number: int) -> str:
    """What a scene shows and says, with its place. ``number`` from 1, or -1 for the last."""
    scene = story.scenes[number - 1 if number > 0 else number]
    place = story.entity(scene.place)
    where = f"{place.name}, {place.description}." if place else ""
    return " ".join([where, *(shot_text(story, shot) for shot in scene.shots)])


def film_text(story: Story) -> str:
    """What the whole film shows and says; neither its title nor its logline, which may repeat the brief."""
    texts = (scene_text(story, number) for number in range(1, len(story.scenes) + 1))
    return " ".join([*texts, story.call_to_action])


def sentences(story: Story) -> Iterator[str]:
    """Sentences of actions and lines, with the story's own names masked, without articles, in lower case.

    Sentences of one or two words are left out.
    """
    names = sorted((entity.name for entity in story.entities), key=len, reverse=True)
    masks = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names), re.IGNORECASE) if names else None
    for _, shot in story.shots():
        for text in (shot.action, shot.line):
            masked = masks.sub("@", text) if masks else text
            for sentence in re.split(r"(?<=[.!?…])\s+", masked):
                if len(WORD.findall(sentence)) > 2:
                    yield bare(sentence)


def bare(text: str) -> str:
    """The text without articles and case, which may change when scenes change places."""
    return " ".join(ARTICLE.sub("", text.casefold()).split())

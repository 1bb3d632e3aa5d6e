"""The automatic checks on one story: each returns its faults as sentences, none when it passes."""

from __future__ import annotations

import re
from collections.abc import Callable

import lemminflect

from dailies.domain.errors import InvalidInput
from dailies.domain.story import Story, check_story
from tests.quality.film_words import film_text, forms, says, words_of
from tests.quality.sets import BriefCase

Check = Callable[[BriefCase, Story], list[str]]

NOT_CONTENT = frozenset(
    """a about above after again all also almost am an and another any are around as at back be because been before
    but by can could did do does doesn't don't each either else end ends even every everyone everything for from get
    gets had has have he her here hers him his how i if in into is isn't it its itself just last let like lol make
    many may me more most much must my neither never no nobody not nothing now of off old on once one only or other
    our out over own please pls same shall she should show shows so some somebody something start starts than that
    the their them then there these they they're this those through till to too turn turns under until up us use uses
    very was we what when where which while who whom whose why will with w without would you your
    ad advert aim animation aspect audience b2b beginning brief call caption captions character characters cinematic
    clip commercial cut cuts dialogue documentary dry end ending explain explainer fast feel film footage format
    framework funny genre half hands hero idea internal key length line lines logline loop main minute minutes mobile
    middle mood movie music narrator opening overhead pain people portrait prices product promo quick recruitment reel
    scene scenes script sec second seconds sentence shot shots short silent slow social sound spot start step steps
    story style talking tone title trailer treatment tutorial twist upbeat vertical video voiceover walk walkthrough
    website words warm calm professional premium romantic epic mysterious sweet horror comedy sci fi""".split()
)
"""Words of a brief that ask for a film rather than being in it."""

LONG_BRIEF = 60
"""Content words from which a brief is a treatment whose every word need not be in the film."""

PERSON = re.compile(
    r"\b(?:man|men|woman|women|person|people|boys?|girls?|child|children|someone|somebody|lady|guy|passers?-?by|"
    r"visitors?|customers?|passengers?|crowd|neighbours?|tourists?|presenter|narrator)\b",
    re.IGNORECASE,
)
SLOT = re.compile(r"[{}<>|]|\bNone\b|\bnull\b|\bundefined\b|__|%s|\bTODO\b")
CLICHE = re.compile(
    r"heart of gold|against all odds|magic of|journey of|\bbeacon\b|tapestry|\bdreams\b|never give up|more than just|"
    r"every moment|as if by|little did",
    re.IGNORECASE,
)
ABOUT_THE_FILM = re.compile(
    r"\b(?:b2b|tiktok|voice-?over|explainer|walk-?through|unboxing|set-?up|animation|trailer|promo|overhead shots|"
    r"vertical|working title|logline|treatment|audience|(?:main )?characters?|\d+ (?:scenes?|steps|shots)|hands only|"
    r"no (?:people|humans|dialogue|talking|captions|voice)|call to action|end line)\b",
    re.IGNORECASE,
)
AN_BUT_CONSONANT = re.compile(
    r"\ban (?=[^aeiou\W\d])(?!hour|honest|honou?r|heir|herb|x-|f-|h-|l-|m-|n-|r-|s-)\w+", re.I
)
A_BUT_VOWEL = re.compile(r"\ba (?=[aeiou])(?!uni|use|usu|euro|one\b|once\b|ukulele|ufo|utensil|utility)\w+", re.I)
DOUBLED = re.compile(r"\b(the|a|an|of|to|in|and|is|at|on|with|for)\s+(?:\1|the an?|an? the)\b", re.IGNORECASE)
A_THE = re.compile(r"\b(?:an? the|the an?|an? an?|an? (?:his|her|their|its))\b", re.IGNORECASE)
PLURAL_WITH_S = re.compile(r"\b(they|we|people|men|women|children) ([a-z]{3,}s)\b", re.IGNORECASE)
A_PLURAL = re.compile(
    r"\b(?:a|an) ((?:[a-z]+ )?)([a-z]{3,}s)(?=[.,;:!?]| (?:and|in|on|of|at|with|is|from|to)\b|$)", re.I
)
SINGULAR_S = frozenset(
    """glass bus gas lens class series species means loss mess kiss dress press boss cross grass cactus canvas
    business process address news circus status atlas bias chess compass success princess actress waitress witness
    virus bonus focus chorus crossroads gallows headquarters less this always perhaps yes us works barracks""".split()
)
PRONOUN_FIRST = re.compile(r"(?:he|she|it|they|this|these|those)\b", re.IGNORECASE)


def seconds(case: BriefCase, story: Story) -> list[str]:
    """The shots' seconds sum exactly to the brief's."""
    return [] if story.seconds == case.brief.duration_s else [f"{story.seconds} s, not {case.brief.duration_s}"]


def structure(case: BriefCase, story: Story) -> list[str]:
    """The parts fit together."""
    try:
        check_story(story)
    except InvalidInput as fault:
        return [str(fault)]
    return []


def scene_count(case: BriefCase, story: Story) -> list[str]:
    """As many scenes as asked, or 3 to 8."""
    wanted = case.expect.get("scenes")
    number = len(story.scenes)
    if wanted is not None:
        return [] if number == wanted else [f"{number} scenes, {wanted} asked"]
    return [] if 3 <= number <= 8 else [f"{number} scenes"]


def wanted_entities(case: BriefCase) -> list[str]:
    """Everything that must be in the film."""
    expect = case.expect
    product = [expect["product"]] if "product" in expect else []
    return [*expect.get("names", ()), *product, *expect.get("places", ()), *expect.get("things", ())]


def entities(case: BriefCase, story: Story) -> list[str]:
    """Every person, product, place and thing of the brief is in the film."""
    text = film_text(story)
    return [f"no “{each}”" for each in wanted_entities(case) if not says(each, text)]


def casting(case: BriefCase, story: Story) -> list[str]:
    """People and animals of the brief are characters and nothing else; its product is a product and nobody."""
    expect = case.expect
    product = [expect["product"]] if "product" in expect else []
    wanted = {"character": [*expect.get("names", ()), *expect.get("roles", ())], "product": product}
    faults = []
    for kind, names in wanted.items():
        of_kind = " . ".join(f"{each.name}, {each.description}" for each in story.entities if each.kind == kind)
        others = " . ".join(each.name for each in story.entities if each.kind != kind)
        faults += [f"{name} is no {kind}" for name in names if not says(name, of_kind)]
        faults += [f"{name} is something else too" for name in names if says(name, others) and kind == "product"]
    return faults


def content_words(case: BriefCase) -> list[str]:
    """The brief's words that should be in the film, each once."""
    text = re.sub(r"\b(?:\d+\s*-?\s*(?:s|sec|seconds?|minutes?)|\d+:\d+)\b", " ", case.brief.prompt)
    words = (word for word in words_of(text) if len(word) > 2 and not word.isdigit())
    return list(dict.fromkeys(word for word in words if not forms(word) & NOT_CONTENT))


def content(case: BriefCase, story: Story) -> list[str]:
    """At least 80 % of the brief's content words are in the film. Not asked of treatments and other languages."""
    wanted = content_words(case)
    if len(wanted) > LONG_BRIEF or "language_of_brief" in case.expect:
        return []
    said = frozenset().union(*(forms(word) for word in words_of(film_text(story))))
    missing = [word for word in wanted if not forms(word) & said]
    share = 1 - len(missing) / max(1, len(wanted))
    return [] if share >= 0.8 else [f"{share:.0%} of the brief's words; missing {', '.join(missing)}"]


def _texts(story: Story) -> list[str]:
    shots = [text for _, shot in story.shots() for text in (shot.action, shot.line, shot.caption) if text]
    looks = [entity.description for entity in story.entities]
    return [story.title, story.logline, *(scene.title for scene in story.scenes), *looks, *shots]


def slots(case: BriefCase, story: Story) -> list[str]:
    """No slot of a template is left open."""
    return [text for text in _texts(story) if SLOT.search(text)]


def grammar(case: BriefCase, story: Story) -> list[str]:
    """Articles and agreement."""
    faults = []
    for text in _texts(story):
        for pattern in (AN_BUT_CONSONANT, A_BUT_VOWEL, DOUBLED, A_THE):
            faults += [f"“{found.group(0)}” in: {text}" for found in pattern.finditer(text)]
        faults += [
            f"“{found.group(0)}” in: {text}"
            for found in PLURAL_WITH_S.finditer(text)
            if "VERB" in lemminflect.getAllLemmas(found.group(2).lower())
            and "NOUN" not in lemminflect.getAllLemmas(found.group(2).lower())
        ]
        faults += [f"“{found.group(0)}” in: {text}" for found in A_PLURAL.finditer(text) if _plural(found.group(2))]
    return faults


def _plural(word: str) -> bool:
    word = word.lower()
    if word in SINGULAR_S or word.endswith("ss"):
        return False
    lemmas = lemminflect.getAllLemmas(word)
    return set(lemmas) == {"NOUN"} and word not in lemmas["NOUN"]


def written_out(case: BriefCase, story: Story) -> list[str]:
    """Actions are sentences: a capital, an end, clean spaces and stops."""
    faults = []
    for _, shot in story.shots():
        action = shot.action
        clean = not re.search(r" {2}|\s[,.;:!?]|\.\.(?!\.)|[?!,;:]\.|,,", action)
        if not clean or not re.match(r"[“\"'(]?[A-Z0-9À-Þ]", action) or not re.search(r"[.!?…][”\"')]?$", action):
            faults.append(action)
    return faults


def pronouns(case: BriefCase, story: Story) -> list[str]:
    """Every action can be drawn alone: it doesn't begin with a pronoun."""
    return [shot.action for _, shot in story.shots() if PRONOUN_FIRST.match(shot.action)]


def introduced(case: BriefCase, story: Story) -> list[str]:
    """Nothing is “the” before it was “a”."""
    faults = []
    known: dict[str, int] = {}
    actions = [shot.action.casefold() for _, shot in story.shots()]
    for number, action in enumerate(actions):
        for noun in re.findall(r"\bthe ([a-z]{3,})\b", action):
            known.setdefault(noun, number)
        for noun in re.findall(r"\ban? ([a-z]{3,})\b(?=[.,;]| (?:and|in|on|at|to|from|with|is|that|who)\b)", action):
            if known.get(noun, number) < number and "NOUN" in lemminflect.getAllLemmas(noun):
                faults.append(f"“the {noun}” in shot {known[noun] + 1}, “a {noun}” in shot {number + 1}")
    return faults


def cast(case: BriefCase, story: Story) -> list[str]:
    """Who is named in an action is in the shot, and who speaks is too."""
    faults = []
    people = [entity for entity in story.entities if entity.kind == "character" and entity.name[:1].isupper()]
    for _, shot in story.shots():
        for entity in people:
            # A possessive ("Mia's coat") may show the thing alone.
            if re.search(rf"\b{re.escape(entity.name)}\b(?!['’]s)", shot.action) and entity.id not in shot.who:
                faults.append(f"{entity.name} is not in who of: {shot.action}")
        if shot.speaker and shot.speaker not in shot.who:
            faults.append(f"the speaker is out of frame in: {shot.action}")
    return faults


def cliches(case: BriefCase, story: Story) -> list[str]:
    """No empty phrase the brief didn't bring."""
    own = case.brief.prompt.casefold()
    return [
        text
        for text in _texts(story)
        if (found := CLICHE.search(text)) is not None and found.group(0).casefold() not in own
    ]


def instructions(case: BriefCase, story: Story) -> list[str]:
    """What the brief says about the film isn't in the film: no “B2B” on a bench, no “4 scenes” on a label."""
    names = [entity.name for entity in story.entities]
    words = [(text, ABOUT_THE_FILM.search(text)) for text in (*names, *_texts(story)) if text != story.logline]
    return [f"“{found.group(0)}” in: {text}" for text, found in words if found]


def constraints(case: BriefCase, story: Story) -> list[str]:
    """What must or must not be in it, its time and weather, and silence where silence was asked."""
    expect, text, faults = case.expect, film_text(story), []
    faults += [f"“{each}” is there" for each in expect.get("must_not", ()) if says(each, text)]
    if expect.get("no_people") and (found := PERSON.search(text)) is not None:
        faults.append(f"“{found.group(0)}” in a film without people")
    spoken = [shot.line for _, shot in story.shots() if shot.line]
    if expect.get("no_dialogue") and spoken:
        faults.append(f"“{spoken[0]}” in a film without dialogue")
    said = " ".join([*spoken, *(shot.caption for _, shot in story.shots()), story.call_to_action]).casefold()
    faults += [f"nobody says “{each}”" for each in expect.get("must_say", ()) if each.casefold().strip(".") not in said]
    for field, seen in (
        ("time_of_day", {s.time for s in story.scenes}),
        ("weather", {s.weather for s in story.scenes}),
    ):
        if field in expect and expect[field] not in seen:
            faults.append(f"never {expect[field]}")
    return faults


def kind(case: BriefCase, story: Story) -> list[str]:
    """A call to action in an ad and only there; words on most steps of an explainer or a walk-through."""
    wanted = case.expect["kind"]
    calls = bool(story.call_to_action.strip())
    if calls != (wanted == "ad"):
        return ["an ad without a call to action" if wanted == "ad" else f"a call to action in a {wanted}"]
    if wanted in ("explainer", "walkthrough") and not case.expect.get("no_dialogue"):
        worded = sum(any(shot.line or shot.caption for shot in scene.shots) for scene in story.scenes)
        return [] if worded * 2 >= len(story.scenes) else ["most steps have neither a line nor a caption"]
    return []


CHECKS: dict[str, Check] = {
    "seconds": seconds,
    "structure": structure,
    "scene count": scene_count,
    "entities": entities,
    "casting": casting,
    "content words": content,
    "no open slot": slots,
    "grammar": grammar,
    "whole sentences": written_out,
    "no pronoun subject": pronouns,
    "introduced": introduced,
    "cast in shot": cast,
    "no cliche": cliches,
    "instructions kept out": instructions,
    "constraints": constraints,
    "kind": kind,
}

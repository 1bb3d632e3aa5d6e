"""Notes about tone: other things are done and other lines are said."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from dailies.adapters.providers.rehearsal.writer.changing.room import Draftroom, insert_shot
from dailies.adapters.providers.rehearsal.writer.changing.said import Found, Said
from dailies.adapters.providers.rehearsal.writer.changing.wishes import Wish
from dailies.adapters.providers.rehearsal.writer.figures import Figure
from dailies.adapters.providers.rehearsal.writer.lexicon import table
from dailies.adapters.providers.rehearsal.writer.phrases import Binding, fill
from dailies.domain.story import CameraMove, Scene

MOODS = {
    "funny": "as if nothing had happened",
    "warm": "gentle",
    "dark": "low",
    "calm": "still",
    "tense": "tightening",
    "bold": "hard",
    "premium": "composed",
    "playful": "light-footed",
}
MORE = r"(?:more|extra|very|super|much|far|way|rather|a lot|some|add|be|feel\w*|too|so|not enough|needs?|have|with|make it|make this|make §\d+§|keep it|something|it|tone|mood|vibe|style|kind|completely|totally|§\d+§|(?:the )?(?:film|story|video|ad|whole thing|thing|spot|piece|clip))"  # noqa: E501
WORDS: dict[str, tuple[str, str]] = {
    "playful": (
        r"playful|whimsical|childlike|quirky|cute|mischievous|cheeky|fun for (?:the )?kids|kid[- ]friendly|bubbly|light-?hearted|youthful",  # noqa: E501
        r"cuter|cheekier|quirkier|bubblier|less (?:serious|formal|stiff|grown[- ]up|corporate)|lighten (?:it|the mood|things) up|lighter",  # noqa: E501
    ),
    "funny": (
        r"funny|humou?r(?:ous)?|comic(?:al)?|comed(?:y|ic)|witty|silly|absurd|hilarious|fun|goofy|slapstick|ridiculous|ironic|amusing|entertaining|joky",
        r"funn(?:y|ier)|sillier|wittier|goofier|zanier|jokes?|laughs?|gags?|punch ?lines?|crack up|comic relief|(?:make )?(?:us|me|people|them|everyone|the audience|viewers)(?: to)? laugh|tickle|less (?:earnest|solemn|dull|dry)",  # noqa: E501
    ),
    "warm": (
        r"warm(?:th)?|tender(?:ness)?|heart(?:warming|felt)?|emotional|moving|touching|hope(?:ful)?|romantic|human|sweet|gentle|kind|cosy|cozy|happy|joyful|cheerful|optimistic|uplifting|loving|sentimental|intimate|friendly|affectionate|feel[- ]good|soft|inviting|nostalgic|positive|emotion|sincere|heartfelt",  # noqa: E501
        r"warm(?:er|th)|sweeter|gentler|kinder|cosier|cozier|happier|softer|friendlier|tenderer|heart(?:warming|felt)|tug at (?:the|our|my) heart\w*|feel[- ]?good|cheer (?:it|things) up|cheerier|sunnier mood|"  # noqa: E501
        r"less (?:cold|dark|sad|bleak|scary|creepy|gloomy|depressing|grim|harsh|clinical|distant|aggressive|cynical|mean|negative)|more (?:feeling|love|heart|soul|hope)|hopeful|romantic|emotional|uplifting",  # noqa: E501
    ),
    "dark": (
        r"dark|sad(?:ness)?|bleak|moody|gritty|melanchol\w+|somb(?:er|re)|serious|noir|gloomy|grim|tragic|heavy|bitter(?:sweet)?|lonely|brooding|cynical|raw|mournful|haunting|wistful|depressing|heartbreaking",
        r"darker|sadder|bleaker|moodier|grittier|gloomier|grimmer|heavier|melanchol\w+|noir|heartbreaking|tearjerker|(?:make )?(?:us|me|people|them|everyone|the audience|viewers)(?: to)? cry|"  # noqa: E501
        r"less (?:funny|cheesy|cute|silly|jokey|happy|cheerful|childish|kitschy|sweet|playful|sugary|goofy|comic\w*|humou?r\w*|sunny|upbeat|cheery|sentimental|twee|fluffy|light-?hearted)|(?:too|so|not so) (?:funny|cheesy|cute|silly|sweet|happy|cheerful|childish|sugary|jolly|cheery)|fewer jokes|no jokes",  # noqa: E501
    ),
    "calm": (
        r"calm|slow|quiet|peaceful|still|minimal\w*|relaxed|poetic|meditative|serene|tranquil|gentle pace|understated|contemplative|soothing|dreamy|laid[- ]back|subtle|restful|reflective|lyrical|zen|subdued|chilled?",  # noqa: E501
        r"calm(?:er)?(?: (?:it )?down)?|slower|quieter|dreamier|stiller|subtler|poetic|soothing|breathe|breathing (?:room|space)|take (?:your|its|our) time|"  # noqa: E501
        r"less (?:hectic|busy|frantic|dramatic|loud|intense|stressful|noisy|rushed|fast|aggressive|tense|chaotic|exciting|energetic|action|over the top|hurried|manic|nervous)|slow (?:it |things |this |everything )?down|tone (?:it|this|things) down|(?:too|so|not so|not as) (?:hectic|fast|busy|loud|frantic|dramatic|rushed|stressful|intense|nervous|chaotic)",  # noqa: E501
    ),
    "premium": (
        r"premium|luxur\w+|elegan(?:t|ce)|refined|sophisticated|high[- ]end|stylish|classy|sleek|exclusive|upscale|expensive|polished|glamorous|chic|glossy|upmarket|posh|fancy|fashionable|tasteful|cinematic",  # noqa: E501
        r"classier|sleeker|luxur\w+|premium|glossier|posher|fancier|high[- ]end|upmarket|upscale|elegant|sophisticated|less (?:cheap|trashy|tacky|rough|messy|homemade|shabby|ordinary)|(?:too|so|looks|feels) (?:cheap|trashy|tacky|shabby|homemade)",  # noqa: E501
    ),
    "tense": (
        r"tense|dramatic|suspense\w*|thrilling|intense|myster(?:y|ious)|scary|creepy|eerie|drama|tension|spooky|frightening|dangerous|danger|menacing|unsettling|gripping|nerve-?wracking|conflict|horror|edgy|stressful|ominous|urgent|claustrophobic|threatening|uncanny|sinister",
        r"tenser|scarier|creepier|spookier|eerier|edgier|edge of (?:the|my|our|your|their) seats?|more (?:is )?at stake|(?:raise|higher|up|more|bigger) (?:the )?stakes|(?:add|build|ramp up|crank up|turn up|up|increase|raise|heighten|more|bring|needs) (?:up )?(?:the |some |a bit of |a little |real )?(?:tension|drama|suspense|mystery|conflict|danger|thrill)|suspenseful|dramatic|mysterious|goose ?bumps|thriller",  # noqa: E501
    ),
    "bold": (
        r"bold|punchy|energ(?:y|etic)|dynamic|epic|exciting|upbeat|action|powerful|fast(?:[- ]paced)?|quick|snappy|adventurous|lively|vibrant|heroic|strong|intense energy|thrill|inspiring|motivating|confident|high[- ]energy|edgy|loud|wild|action-packed|pep|punch|impact(?:ful)?|excitement|drive|inspirational|zippy|brisk",  # noqa: E501
        r"bolder|punchier|faster|snappier|livelier|zippier|wilder|louder|stronger|quicker|brisker|energetic|pick up the (?:pace|tempo)|speed (?:it |things |this |everything )?up|liven (?:it|things|this) up|spice (?:it|things|this) up|jazz (?:it|things|this) up|pump (?:it|things) up|more (?:oomph|punch|energy|action|pace|tempo|life|power|bite|pep|wow)|"  # noqa: E501
        r"less (?:slow|boring|static|sleepy|dull|flat|tame|lame|calm|passive|quiet|lifeless)|(?:too|so|bit|is|feels|not so) (?:slow|boring|static|sleepy|dull|flat|tame|lame|lifeless)|quicken",  # noqa: E501
    ),
}
EXTRA = {
    "playful": "magical|childish|silly|naive|colourful|colorful|fairy[- ]tale|cartoonish|cartoony|cheery|festive|joy|fantastical|imaginative|wonder|fantasy|surprising|weird|odd|strange|surreal|crazy|zany|random|innocent",  # noqa: E501
    "funny": "ironic|sarcastic|tongue-in-cheek|deadpan|comedic|wit|laughter|satirical|parody|satire|sitcom|farce",
    "warm": "personal|homely|homey|caring|compassionate|wholesome|family|love|romance|comforting|tenderness|kindness|honest|authentic|natural|relatable|poignant|soulful|feel-?good|peace",  # noqa: E501
    "dark": "depressed|sadness|tragedy|desperate|angry|cold|harsh|mature|adult|sober|realistic|documentary|melancholy|sorrow|grief|grown-up|solemn|tears",  # noqa: E501
    "calm": "simple|reserved|silence|dreamlike|ethereal|mellow|easygoing|unhurried|leisurely|hypnotic|spiritual|light-footed|airy|thoughtful|introspective|patient",  # noqa: E501
    "premium": "professional|modern|artistic|arty|cool|trendy|formal|corporate|serious|timeless|minimalist|aspirational|iconic|editorial|vogue|slick|couture|business-like",  # noqa: E501
    "tense": "thriller|horror|mystery|melodrama|paranoid|unnerving|disturbing|anxious|anxiety|fear|urgency|danger|spy|crime|western|hitchcock",  # noqa: E501
    "bold": "sporty|rebellious|urgent|rousing|triumphant|dramatic action|ambitious|daring|provocative|brave|youthful energy|blockbuster|spectacular|grand|explosive|electric|rhythmic|hype|tempo|pace|adventure|motivational|uplifting energy",  # noqa: E501
}
OPPOSITE = {
    "playful": "premium",
    "funny": "dark",
    "warm": "dark",
    "dark": "warm",
    "calm": "bold",
    "premium": "warm",
    "tense": "calm",
    "bold": "calm",
}
TOO = r"(?:less|not so|not as|not that|not too|too|so|far too|way too|a bit too|rather|very|overly|tone down (?:the|on the)|dial (?:down|back) (?:the)|reduce (?:the)|lower (?:the)|take out (?:the)|cut (?:the|down on the)|drop (?:the)|lose (?:the)|without|no|too much|remove (?:the)|get rid of (?:the)|ease (?:up|off) on (?:the)|turn down (?:the)|take (?:out )?(?:the))"  # noqa: E501
UP = r"(?:add|bring in|inject|bring|dial up|turn up|ramp up|crank up|up|boost|increase|raise|sprinkle|pour|put|give|needs?|want|with|have|build|heighten|infuse|breathe|throw|turn|make|amp up|pump up|play up|lean into|go for|aim for|as|like|feel\w*|into|towards|style of|full of|bring out|look\w*|sound\w*|could use|lacks?|missing|could be|should be|must be|want it|a sense of)(?: (?:in|up|it|this|some|a|an|more|bit|of|little|dose|touch|hint|dash|lot|the|sense|extra|into|like|to|be|feel|that|lots|even|much|almost|real|pinch|layer|note|story|film|whole thing|completely|proper))*"  # noqa: E501


def compared(words: str) -> str:
    """The comparatives of the plain one-word adjectives in an alternation."""
    plain = [word for word in words.split("|") if word.isalpha() and 3 < len(word) < 9]
    return "|".join(
        f"{word[:-1]}ier" if word.endswith("y") else f"{word}r" if word.endswith("e") else f"{word}er" for word in plain
    )


EXPRESSED = {
    tone: re.compile(
        rf"\b(?:{MORE},? (?:and |a bit |a little |a lot |even |much |far |slightly |of |in |on (?:the )?)?(?:more |less so )?(?:{plain})|(?:in|with) an? (?:more )?(?:{plain}) (?:way|tone|mood|style|manner|feel\w*)|"  # noqa: E501
        rf"(?:an? |the )?(?:{plain}) (?:tone|mood|version|feel|feeling|vibe|style|take|atmosphere|touch|note|film|story|edge)|{own})\b",  # noqa: E501
        re.IGNORECASE,
    )
    for tone, (short, own) in WORDS.items()
    for plain in (f"{short}|{EXTRA[tone]}",)
}
WANTED = {
    tone: re.compile(
        rf"\b(?:{UP} (?:{plain}|{EXTRA[tone]})|(?:{compared(plain)}|{compared(EXTRA[tone])}))\b", re.IGNORECASE
    )
    for tone, (plain, _) in WORDS.items()
}
UNWANTED = {
    tone: re.compile(rf"\b{TOO} (?:a bit |much |overly |all the |of the )?(?:{plain}|{EXTRA[tone]})\b", re.IGNORECASE)
    for tone, (plain, _) in WORDS.items()
}
ALONE = {
    tone: re.compile(
        rf"^(?:(?:and|but|,|more|very|tone|mood|to|be|it|a)\W*)*(?:{plain}|{EXTRA[tone]})\W*$", re.IGNORECASE
    )
    for tone, (plain, _) in WORDS.items()
}
NOT_TONE = re.compile(
    r"\b(?:(?:slower|faster|shorter|longer) (?:shots?|cuts?)|warm(?:er)? (?:light|colou?rs?|clothes|coat)|dark(?:er)? (?:hair|coat|suit|clothes|jacket|dress|blue|green|red|room)|quieter place|soft(?:er)? light)\b",  # noqa: E501
    re.IGNORECASE,
)
LESS = re.compile(r"\b(?:less|not so|not as|not|too|so) ", re.IGNORECASE)


def read(said: Said) -> Found | None:
    """A tone, for the whole film or for the scenes the piece names."""
    if NOT_TONE.search(said.text):
        return None
    hits = []
    for tone, pattern in EXPRESSED.items():
        match = pattern.search(said.text) or ALONE[tone].search(said.text.strip())
        if match is not None:
            hits.append((not LESS.match(match.group()), match.start(), tone, match))
    if not hits:
        turned = [(tone, match) for tone, pattern in UNWANTED.items() if (match := pattern.search(said.text))]
        hits = [(False, match.start(), OPPOSITE[tone], match) for tone, match in turned[:1]]
    if not hits:
        hits = [
            (True, match.start(), tone, match)
            for tone, pattern in WANTED.items()
            if (match := pattern.search(said.text))
        ]
    if not hits:
        return None
    # "Less dark" also holds the word of another tone: what starts with "less" or "too" is the wish.
    lessened = [hit for hit in hits if not hit[0]]
    chosen = lessened or sorted(hits, key=lambda hit: hit[1])
    wishes = []
    text = said.text
    where = said.scenes() or said.whole or _whose(said, min(hit[1] for hit in chosen))
    taken: list[tuple[int, int]] = []
    for _, _, tone, match in chosen:
        if any(match.start() < end and begin < match.end() for begin, end in taken):
            continue
        taken.append(match.span())
        wishes.append(Wish("tone", where, (tone,), apart=said.apart))
    for begin, end in sorted(taken, reverse=True):
        text = text[:begin] + " " + text[end:]
    return Found(tuple(wishes), text)


WHOSE = re.compile(
    r"^\W*(?:make|let|have|get|turn|the way) (?P<who>(?:the )?[\w'-]+(?: [\w'-]+)?)(?: (?:be|feel|sound|look|act|seem|a bit|a little|much|more|even|way|far|less|into|not|so|too))* *$",  # noqa: E501
    re.IGNORECASE,
)


def _whose(said: Said, until: int) -> tuple[int, ...]:
    """The scenes of somebody whom the tone is asked for: "make the dog funnier"."""
    match = WHOSE.match(said.text[:until])
    if match is None or re.search(
        r"\b(?:it|this|that|things?|everything|film|story|video|ad|whole|tone|mood|scenes?|us|me)\b",
        match.group("who"),
        re.IGNORECASE,
    ):
        return ()
    entity = said.cast.meant(match.group("who"), places=False)
    if entity is None or entity.kind != "character":
        return ()
    return tuple(
        number
        for number, scene in enumerate(said.story.scenes, 1)
        if any(entity.id in (*shot.who, shot.speaker) for shot in scene.shots)
    )


def follow(room: Draftroom, wish: Wish) -> None:
    """Change the tone by what is done and said: a new shot, another line, another mood."""
    tone = wish.words[0]
    scenes = room.targets(wish)
    # A tone is heard in two scenes; more would be another film.
    chosen = scenes if len(scenes) <= 2 else scenes[1:2] if len(scenes) == 3 else scenes[1:3]
    for scene in scenes:
        room.put(replace(scene, mood=MOODS[tone]))
    for scene in chosen:
        _toned(room, replace(scene, mood=MOODS[tone]), tone, table("tones")[tone])


def _toned(room: Draftroom, scene: Scene, tone: str, row: dict[str, list[str]]) -> None:
    """One scene in another tone."""
    being = room.being_in(scene)
    told = room.told()
    texts: list[tuple[str, bool]] = []
    for pool, alive in ((row["details"], True), (row["things"], False)):
        for each in room.dice.shuffled(pool, scene.id, tone):
            text = fill(each, Binding(being)) if alive and being is not None else "" if alive else each
            if text and text not in told:
                texts.append((text, alive))
    if texts:
        text, alive = texts[0]
        who = (being.key,) if being is not None and alive else ()
        had = {shot.id for shot in scene.shots}
        scene = insert_shot(room, scene, max(1, len(scene.shots) - 1), text, who)
        move = cast(CameraMove, row["moves"][0])
        shots = tuple(shot if shot.id in had else replace(shot, move=move) for shot in scene.shots)
        scene = replace(scene, shots=shots)
    room.put(_respoken(room, scene, row["lines"], tone, being))


def _respoken(room: Draftroom, scene: Scene, lines: list[str], tone: str, being: Figure | None) -> Scene:
    """The scene's line in the new tone; a line for somebody who had none; calm takes lines away."""
    spoken = {shot.line for _, shot in room.story.shots()}
    fresh = [each for each in room.dice.shuffled(lines, scene.id, tone, "line") if each not in spoken]
    had = next((index for index, shot in enumerate(scene.shots) if shot.line), -1)
    shots = list(scene.shots)
    if had >= 0:
        shots[had] = replace(shots[had], line=fresh[0] if fresh else "", speaker=shots[had].speaker if fresh else "")
    elif fresh and being is not None and being.kind == "person":
        at = next((index for index, shot in enumerate(shots) if being.key in shot.who and not shot.caption), -1)
        if at >= 0:
            shots[at] = replace(shots[at], line=fresh[0], speaker=being.key)
    return replace(scene, shots=tuple(shots))

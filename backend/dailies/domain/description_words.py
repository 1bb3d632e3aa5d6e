"""The small words of descriptions: what joins them, what ends them, and what every picture has."""

from __future__ import annotations

import re

ITEM_NOUNS = frozenset(
    """shot shots frame frames clip clips scene scenes picture pictures image images panel panels one ones sheet sheets
    reference references""".split()
)

LINKS: tuple[tuple[str, ...], ...] = (
    ("without",),
    ("in", "which"),
    ("that", "shows"),
    ("that", "show"),
    ("that", "has"),
    ("that", "have"),
    ("where",),
    ("with",),
    ("showing",),
    ("featuring",),
    ("when",),
    ("of",),
    ("inside",),
    ("outside",),
    ("on",),
    ("in",),
    ("at",),
    ("near",),
    ("by",),
    ("about",),
)
"""What joins "the shot" to what it shows; the longer first."""

ENDS = frozenset(
    """should must need needs could would can will please but except too not enough make makes making has have to so
    because instead more less add remove change set give turn use put closer wider than seem seems feel feels looks look
    be been does do don't doesn't isn't aren't if just again excluding apart only lacks now here""".split()
)
"""A description ends before one of these."""

COMPARATIVE = re.compile(r"\w{2,}(?:ier|er)")
COMPARATIVES = frozenset(
    """brighter darker warmer cooler colder hotter sharper softer closer wider tighter slower faster steadier longer
    shorter bigger smaller larger calmer tenser funnier lighter cleaner dirtier messier older younger happier sadder
    louder quieter richer deeper higher lower taller thinner thicker stronger weaker simpler smoother moodier greener
    bluer redder emptier busier fuller rainier snowier foggier""".split()
)

FUNCTION_WORDS = frozenset(
    """a an the this that these those it its it's he she him her his hers they them their we you i me my your our of in
    on at to for from by with and or but as is are was were be been being has have had do does did there here where
    when which who whose what why how then than so too very really quite just only also still again all every each any
    both some no not one ones us if up ups into onto over under about around out off down same more most less few lot
    please bit little much many while during after before shot shots frame frames clip clips scene scenes picture
    pictures image images panel panels""".split()
)

PLAIN_ADJECTIVES = frozenset(
    """whole same other others entire next previous new old original first last final second third selected stale failed
    failing current full only single main rest remaining missing broken good best better worst right wrong
    second-last penultimate middle odd even numbered following opening closing ending half more actual exact very own
    certain particular different various another such few two three four five six seven eight nine ten eleven twelve
    outdated earlier later latest""".split()
)
"""Words before "shot" that describe nothing it shows."""

ADDING = frozenset(
    "add put place show include insert give gives use have bring introduce with wear wearing see want need".split()
)
"""After these a thing need not be there yet."""

ASPECTS = frozenset(
    """light lights lighting sky background backgrounds foreground colour colours color colors palette shadow shadows
    mood contrast framing angle camera composition grain saturation style picture pictures image images look looks tone
    tones weather atmosphere exposure focus horizon sun depth film video story board storyboard clip clips frame frames
    shot shots scene scenes brightness temperature hue tint highlights blacks whites midtones skin edges outlines lines
    line texture textures brush brushwork motion movement pace pacing speed move zoom pan transition transitions cut
    cuts music captions caption subtitles title titles sound whole thing things time day night morning evening afternoon
    dawn dusk sunset sunrise noon end ending beginning start opening left right top bottom middle centre center front
    back side sides corner corners edge ground air feel feeling vibe energy drama detail details perspective lens crop
    format ratio resolution quality rest others other same way lot bit moment moments part parts series set everything
    reds blues greens yellows yellow red blue green viewer audience brief plan note change changes first last previous
    size scale proportions distance space view position pose poses expression expressions emotion emotions outfit
    outfits clothes clothing costume costumes face faces hair hairstyle hairstyles eyes eye hands hand body bodies
    posture head age
    setting settings subject subjects weather season street-level noise blur sharpness dissolve dissolves logline
    price cost budget money key keys work result results references reference sheets sheet prompt prompts take takes
    version versions""".split()
)
"""What every picture has: it points at no item."""

KIND_NOUNS = frozenset(
    """character characters person people place places location locations room rooms building buildings product products
    object objects prop props cast crew actor actors extras man woman boy girl guy lady kid child men women""".split()
)

EVERYONE = re.compile(
    r"\b(?:everyone|everybody|(?:all|both) (?:of )?(?:the )?(?:characters|people|actors|cast|persons|faces|of them "
    r"people)|the (?:whole )?cast|the characters|the people|each (?:character|person|of the (?:characters|"
    r"people))|every (?:character|person|face))\b",
    re.IGNORECASE,
)

TRAIT_WORDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("closeup", "closeups", "close"), frozenset({"close-up"})),
    **dict.fromkeys(("wide", "wides", "establishing"), frozenset({"wide"})),
    "insert": frozenset({"insert"}),
    "inserts": frozenset({"insert"}),
    **dict.fromkeys(("rainy", "rain", "raining"), frozenset({"rain"})),
    **dict.fromkeys(("snowy", "snow", "snowing"), frozenset({"snow"})),
    **dict.fromkeys(("foggy", "fog", "misty"), frozenset({"fog"})),
    **dict.fromkeys(("stormy", "storm"), frozenset({"storm"})),
    **dict.fromkeys(("windy", "wind"), frozenset({"wind"})),
    **dict.fromkeys(("sunny", "clear"), frozenset({"clear"})),
    **dict.fromkeys(("cloudy", "overcast"), frozenset({"overcast"})),
    **dict.fromkeys(("night", "nighttime"), frozenset({"night"})),
    **dict.fromkeys(("morning", "mornings"), frozenset({"morning", "dawn"})),
    **dict.fromkeys(("dawn", "sunrise"), frozenset({"dawn"})),
    **dict.fromkeys(("dusk", "sunset", "evening"), frozenset({"dusk", "golden hour"})),
    **dict.fromkeys(("golden", "hour"), frozenset({"golden hour"})),
    **dict.fromkeys(("noon", "midday"), frozenset({"noon"})),
    **dict.fromkeys(("day", "daytime", "daylight"), frozenset({"morning", "noon", "afternoon"})),
    **dict.fromkeys(("static", "still"), frozenset({"static"})),
    **dict.fromkeys(("handheld",), frozenset({"handheld"})),
    **dict.fromkeys(("dialogue", "dialog", "speaking", "spoken", "talking", "line", "lines"), frozenset({"dialogue"})),
    **dict.fromkeys(("silent", "wordless"), frozenset({"silent"})),
    **dict.fromkeys(("caption", "captions"), frozenset({"caption"})),
    **dict.fromkeys(("empty", "nobody"), frozenset({"empty"})),
    **dict.fromkeys(("people", "person", "somebody", "someone", "characters"), frozenset({"people"})),
    **dict.fromkeys(("together",), frozenset({"together"})),
}
"""How people call a shot's size, time, weather, camera and words."""


def stem(word: str) -> str:
    """A word without its commonest endings, the same for "ties", "tying" and "tied" where that is easy."""
    word = word.lower().removesuffix("'s").removesuffix("’s").removesuffix("s'")
    for ending, other in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ied", "y"), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + other
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in "bdgmnprt":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


JOINED_VERBS = frozenset(
    "make add remove why what can could please change give put keep leave set turn use so then how where who".split()
)
"""After "and", one of these begins something else."""

JUDGEMENTS = frozenset(
    """dark bright blurry blurred sharp soft cold warm cool flat dull noisy grainy boring bad ugly wrong good weird
    strange nice slow fast long short shaky""".split()
)
"""What pictures are found to be: nobody wrote it into the story."""

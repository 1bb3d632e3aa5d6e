"""Times of day, weather and season in words."""

from __future__ import annotations

import re

from dailies.domain.story import TimeOfDay, Weather

TIMES: dict[str, TimeOfDay] = {
    "dawn": "dawn",
    "sunrise": "dawn",
    "daybreak": "dawn",
    "first light": "dawn",
    "early morning": "dawn",
    "morning": "morning",
    "breakfast": "morning",
    "noon": "noon",
    "midday": "noon",
    "lunchtime": "noon",
    "afternoon": "afternoon",
    "golden hour": "golden hour",
    "sunset": "golden hour",
    "evening": "dusk",
    "dusk": "dusk",
    "twilight": "dusk",
    "night": "night",
    "midnight": "night",
    "moonlight": "night",
    "stars": "night",
    "nighttime": "night",
    "after dark": "night",
}
WEATHERS: dict[str, Weather] = {
    "rain": "rain",
    "rains": "rain",
    "snows": "snow",
    "rainy": "rain",
    "raining": "rain",
    "drizzle": "rain",
    "downpour": "rain",
    "wet day": "rain",
    "snow": "snow",
    "snowy": "snow",
    "snowing": "snow",
    "blizzard": "snow",
    "fog": "fog",
    "foggy": "fog",
    "mist": "fog",
    "misty": "fog",
    "storm": "storm",
    "stormy": "storm",
    "thunder": "storm",
    "thunderstorm": "storm",
    "lightning": "storm",
    "wind": "wind",
    "windy": "wind",
    "gale": "wind",
    "sun": "clear",
    "sunny": "clear",
    "sunshine": "clear",
    "overcast": "overcast",
    "cloudy": "overcast",
    "grey": "overcast",
    "clear": "clear",
}

SEASONS = {
    "winter": "winter",
    "wintry": "winter",
    "december": "winter",
    "january": "winter",
    "february": "winter",
    "christmas": "winter",
    "new year": "winter",
    "spring": "spring",
    "april": "spring",
    "easter": "spring",
    "may day": "spring",
    "summer": "summer",
    "july": "summer",
    "august": "summer",
    "heatwave": "summer",
    "autumn": "autumn",
    "autumnal": "autumn",
    "october": "autumn",
    "november": "autumn",
    "halloween": "autumn",
    "harvest": "autumn",
}
FIRST_HOURS = re.compile(
    r"before anyone is awake|first (?:ferry|train|bus|light)|milk round|before (?:the )?(?:city|town|village) wakes|early alarm"  # noqa: E501
)
DARK_HOURS = re.compile(
    r"closing time|can't sleep|cannot sleep|insomnia|sleepless|midnight snack|bedtime|babysitter|nightclub|ghosts?\b|haunted|burglars?\b|firefl(?:y|ies)|star(?:s|gaz)|new year's eve"  # noqa: E501
    r"|christmas eve|fireworks?|campfire|night shelter|lanterns"
)


def words_in(text: str, table: dict[str, str]) -> list[str]:
    """The table's values whose words are in the text, in the order the text names them."""
    lowered = text.lower()
    found = [(match.start(), word) for word in table for match in re.finditer(rf"\b{word}\b", lowered)]
    return [table[word] for _, word in sorted(found)]


def times_in(text: str) -> list[TimeOfDay]:
    """Times of day in the order named; what the text implies where it names none."""
    lowered = re.sub(r"night ?(?:shelter|train|bus|club|shift nurse)|first light bulb|good morning", " ", text.lower())
    found = [(match.start(), word) for word in TIMES for match in re.finditer(rf"\b{word}\b", lowered)]
    if found:
        return [TIMES[word] for _, word in sorted(found)]
    if FIRST_HOURS.search(text.lower()):
        return ["dawn"]
    return ["night"] if DARK_HOURS.search(text.lower()) else []


def weathers_in(text: str) -> list[Weather]:
    """Weathers in the order named; winter without a weather brings snow."""
    lowered = re.sub(
        r"storm(?:ing)? out|brainstorm|rain ?(?:coat|jacket|boots)|snow globe|wind ?(?:mill|ow|screen)",
        " ",
        text.lower(),
    )
    words = [(match.start(), word) for word in WEATHERS for match in re.finditer(rf"\b{word}\b", lowered)]
    found = [WEATHERS[word] for _, word in sorted(words) if word not in {"clear", "grey"}]
    return found or (["snow"] if season_in(text) == "winter" else [])


def season_in(text: str) -> str:
    """The season the text names, or ""."""
    return next(iter(words_in(text, SEASONS)), "")

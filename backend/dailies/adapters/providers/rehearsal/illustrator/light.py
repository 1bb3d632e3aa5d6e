"""What the time of day and the weather do: sky, light, shadow and haze, by lookup."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, lighter, mix


@dataclass(frozen=True)
class Light:
    """How one zone of a picture is lit.

    ``towards``: direction to the light, y down. ``drop``: lightness factor of shadows. ``ambient`` and
    ``tint``: the colour every material is drawn towards, and how far. ``dim``: factor on its lightness.
    """

    key: Colour
    shadow: Colour
    towards: tuple[float, float] = (-0.9, -0.6)
    drop: float = 0.64
    key_share: float = 0.24
    shadow_share: float = 0.42
    ambient: Colour = (0.5, 0.0, 0)
    tint: float = 0.0
    dim: float = 1.0

    def material(self, colour: Colour) -> Colour:
        """The colour of a thing as this zone shows it."""
        tinted = mix(colour, self.ambient, self.tint) if self.tint else colour
        return (tinted[0] * self.dim, tinted[1], tinted[2])

    def lit(self, colour: Colour) -> Colour:
        """The lit side of a material."""
        mixed = mix(colour, self.key, self.key_share)
        return min(0.97, max(mixed[0], colour[0]) + 0.02), mixed[1], mixed[2]

    def shade(self, colour: Colour) -> Colour:
        """The shadow side of a material: drawn to the scene's shadow colour, never only darker."""
        mixed = mix(colour, self.shadow, self.shadow_share)
        return min(mixed[0], colour[0] * self.drop), mixed[1], mixed[2]


@dataclass(frozen=True)
class Sun:
    """The disc in the sky: its place as shares of the frame and of the height above the horizon."""

    x: float
    height: float
    colour: Colour
    size: float
    glow: float
    moon: bool = False


@dataclass(frozen=True)
class Atmosphere:
    """Sky and air of a scene. ``sky``: from the zenith to the horizon. ``haze``: 0 clear to 1 hidden.
    ``dark``: 0 day to 1 night; lamps and windows come on with it. ``fall``: "", "rain" or "snow".
    ``season``: "", "spring", "summer", "autumn" or "winter". ``quality``: "", "candle" or "neon".
    ``wind``: 0 still to 1 blowing. ``white``: whether snow lies. ``aurora``: whether northern lights are seen."""

    name: str
    sky: tuple[Colour, ...]
    cloud: Colour
    light: Light
    sun: Sun | None
    haze: float
    dark: float
    room: Light
    fall: str = ""
    clouds: float = 0.5
    wet: bool = False
    white: bool = False
    season: str = ""
    quality: str = ""
    wind: float = 0.0
    aurora: bool = False

    @property
    def horizon(self) -> Colour:
        """The colour that distance fades to."""
        return self.sky[-1]

    @property
    def veil(self) -> Colour:
        """The colour of the air between: at twilight the sky above the glow, which would turn greens to mud."""
        return mix(self.horizon, self.sky[-2], 0.62) if 0.3 < self.dark < 0.9 and self.sun else self.horizon

    def far(self, colour: Colour, distance: float) -> Colour:
        """A material at a distance (0 near, 1 far), seen through the air."""
        share = min(0.94, distance * (0.42 + 0.5 * self.haze) + self.haze * 0.22)
        return mix(self.light.material(colour), self.veil, share)


def _room(key: Colour, shadow: Colour, ambient: Colour, tint: float, dim: float = 1.0) -> Light:
    return Light(key, shadow, (-0.85, -0.6), 0.64, 0.24, 0.42, ambient, tint, dim)


_DAY_ROOM = _room((0.97, 0.04, 90), (0.40, 0.06, 50), (0.9, 0.03, 85), 0.04)
_LAMP_ROOM = _room((0.90, 0.11, 72), (0.30, 0.08, 30), (0.55, 0.11, 55), 0.20, 0.86)

TIMES: dict[str, Atmosphere] = {
    "dawn": Atmosphere(
        "dawn",
        ((0.42, 0.075, 268), (0.60, 0.08, 295), (0.78, 0.10, 35), (0.91, 0.09, 78)),
        (0.74, 0.09, 25),
        Light((0.88, 0.10, 65), (0.32, 0.08, 278), (0.9, -0.4), 0.62, 0.25, 0.44, (0.55, 0.08, 300), 0.14, 0.90),
        Sun(0.62, 0.03, (0.96, 0.09, 80), 0.030, 0.75),
        0.34,
        0.45,
        _room((0.90, 0.09, 70), (0.34, 0.07, 330), (0.7, 0.07, 50), 0.10, 0.92),
    ),
    "morning": Atmosphere(
        "morning",
        ((0.70, 0.085, 245), (0.82, 0.06, 230), (0.92, 0.04, 95), (0.95, 0.05, 85)),
        (0.96, 0.02, 85),
        Light((0.96, 0.07, 88), (0.42, 0.07, 268), (0.9, -0.7), 0.66, 0.24, 0.42, (0.8, 0.05, 85), 0.05),
        Sun(0.74, 0.40, (0.98, 0.06, 95), 0.030, 0.55),
        0.16,
        0.0,
        _DAY_ROOM,
    ),
    "noon": Atmosphere(
        "noon",
        ((0.64, 0.115, 248), (0.74, 0.09, 240), (0.85, 0.06, 230), (0.92, 0.035, 215)),
        (0.97, 0.01, 220),
        Light((0.98, 0.04, 95), (0.42, 0.075, 265), (-0.5, -0.9), 0.66, 0.22, 0.42),
        Sun(0.28, 0.86, (0.99, 0.04, 95), 0.026, 0.4),
        0.08,
        0.0,
        _DAY_ROOM,
    ),
    "afternoon": Atmosphere(
        "afternoon",
        ((0.62, 0.10, 246), (0.74, 0.08, 235), (0.86, 0.05, 200), (0.93, 0.05, 95)),
        (0.96, 0.02, 85),
        Light((0.96, 0.07, 85), (0.42, 0.07, 270), (-0.9, -0.6), 0.65, 0.24, 0.42, (0.8, 0.06, 80), 0.05),
        Sun(0.24, 0.50, (0.98, 0.06, 92), 0.028, 0.5),
        0.13,
        0.0,
        _DAY_ROOM,
    ),
    "golden hour": Atmosphere(
        "golden hour",
        ((0.58, 0.07, 262), (0.72, 0.075, 40), (0.84, 0.12, 68), (0.92, 0.11, 84)),
        (0.86, 0.10, 58),
        Light((0.92, 0.12, 75), (0.36, 0.085, 310), (-0.95, -0.35), 0.62, 0.30, 0.42, (0.75, 0.12, 65), 0.16, 0.95),
        Sun(0.30, 0.14, (0.98, 0.09, 88), 0.042, 0.9),
        0.28,
        0.12,
        _room((0.93, 0.11, 75), (0.36, 0.085, 25), (0.75, 0.11, 65), 0.14, 0.95),
    ),
    "dusk": Atmosphere(
        "dusk",
        ((0.30, 0.075, 275), (0.44, 0.09, 290), (0.62, 0.11, 340), (0.78, 0.12, 45)),
        (0.52, 0.10, 330),
        Light((0.80, 0.11, 45), (0.25, 0.075, 280), (-0.9, -0.3), 0.60, 0.22, 0.44, (0.42, 0.09, 290), 0.26, 0.80),
        Sun(0.34, 0.01, (0.90, 0.13, 50), 0.034, 0.6),
        0.26,
        0.75,
        _LAMP_ROOM,
    ),
    "night": Atmosphere(
        "night",
        ((0.17, 0.045, 268), (0.23, 0.05, 265), (0.31, 0.055, 258), (0.40, 0.055, 250)),
        (0.30, 0.04, 262),
        Light((0.76, 0.05, 235), (0.18, 0.05, 268), (0.7, -0.7), 0.58, 0.18, 0.45, (0.30, 0.06, 262), 0.40, 0.66),
        Sun(0.76, 0.70, (0.93, 0.03, 95), 0.030, 0.5, moon=True),
        0.18,
        1.0,
        _LAMP_ROOM,
        clouds=0.35,
    ),
}
"""By the time words of a story."""


_PART = (
    r"day|morning|noon|afternoon|evening|night|light|sun|air|sky|garden|park|meadow|field|forest|wood|street|village"
)
_WORN = r"coat|jacket|boot|hat|scarf|glove|cap|clothes|dress|sweater|collection"
_SEASONS = {
    "spring": (
        rf"(?:in|early|late|mid|this|it's|make it) spring|spring (?:{_PART})|springtime|\w*blossom\w*|cherry trees"
    ),
    "summer": rf"summer(?! (?:{_WORN}))|summertime|midsummer|in (?:july|august)",
    "autumn": rf"autumn(?! (?:{_WORN}))|autumnal|fallen leaves|falling leaves|in (?:october|november)|indian summer",
    "winter": rf"winter(?! (?:{_WORN}))|wintry|snowy|snow-covered|snowed|in (?:january|february)",
}
_QUALITIES = {
    "candle": r"candle[- ]?lit|candle[- ]?light|by candles?|fire[- ]?lit|fire[- ]?light|lantern light",
    "neon": r"neon|cyberpunk|club lights?|blacklight",
}


def season_in(words: str) -> str:
    """The season a text speaks of last, or ""."""
    return _named(_SEASONS, words)


def _named(table: dict[str, str], words: str) -> str:
    low = words.lower()
    found = [(hit.start(), name) for name, pattern in table.items() for hit in re.finditer(rf"\b(?:{pattern})", low)]
    return max(found)[1] if found else ""


def atmosphere(time: str, weather: str, words: str = "") -> Atmosphere:
    """Sky and air for a time of day in a weather; unknown words mean afternoon and clear.

    ``words``: the whole description, for its season and the quality of its light.
    """
    air = TIMES.get(time, TIMES["afternoon"])
    season, quality = season_in(words), _named(_QUALITIES, words)
    if change := _WEATHER.get(weather):
        air = change(air)
    if season in _SEASON_TINTS:
        air = _seasonal(air, season)
    air = replace(air, season="winter" if air.white else season, quality=quality)
    if air.dark > 0.7 and not air.fall and re.search(r"northern lights|aurora|polar lights", words.lower()):
        air = replace(air, aurora=True)
    if season == "winter" and not air.fall:
        air = replace(air, white=True)
    return _QUALITY_CHANGES[quality](air) if quality else air


def facing(air: Atmosphere, towards: tuple[float, float] | None) -> Atmosphere:
    """The same air with its light from another side; the sun or the moon goes there too. None leaves it."""
    if towards is None:
        return air
    sun = air.sun
    if sun is not None:
        behind = abs(towards[0]) < 0.6
        across = 0.5 + 0.06 * towards[0] if behind else 0.5 + 0.33 * towards[0]
        sun = replace(sun, x=across, glow=min(1.0, sun.glow + (0.3 if behind else 0.0)))
        if behind and not sun.moon:
            sun = replace(sun, height=min(sun.height, 0.22))
    return replace(
        air,
        light=replace(air.light, towards=towards),
        room=replace(air.room, towards=towards),
        sun=sun,
    )


_SEASON_TINTS: dict[str, tuple[Colour, float, float]] = {
    "spring": ((0.90, 0.05, 130), 0.05, 0.02),
    "autumn": ((0.78, 0.09, 65), 0.12, 0.06),
    "winter": ((0.84, 0.03, 245), 0.10, 0.04),
}
"""Colour of the air, how far the sky goes towards it, and how much haze is added."""


def _seasonal(air: Atmosphere, season: str) -> Atmosphere:
    tint, share, haze = _SEASON_TINTS[season]
    share *= 1 - 0.8 * air.dark

    def tinted(colour: Colour) -> Colour:
        return mix(colour, (colour[0], tint[1], tint[2]), share * 2)

    return replace(
        air,
        sky=tuple(tinted(c) for c in air.sky),
        light=replace(air.light, key=mix(air.light.key, (air.light.key[0], tint[1] * 1.4, tint[2]), share * 2)),
        haze=air.haze + haze,
    )


def _candle(air: Atmosphere) -> Atmosphere:
    """A small warm light in a dark room; outdoors the flames only warm what is near."""
    room = _room((0.92, 0.13, 68), (0.17, 0.06, 32), (0.42, 0.11, 48), 0.34, 0.66)
    light = replace(air.light, key=mix(air.light.key, (0.88, 0.13, 65), 0.5))
    return replace(air, room=room, light=light, dark=max(air.dark, 0.9))


def _neon(air: Atmosphere) -> Atmosphere:
    """Magenta keys over blue shadows."""
    room = Light((0.74, 0.21, 345), (0.20, 0.10, 275), (-0.85, -0.5), 0.56, 0.34, 0.50, (0.42, 0.13, 290), 0.38, 0.72)
    if air.dark < 0.4:
        return replace(air, room=room, dark=max(air.dark, 0.7))
    light = replace(air.light, key=(0.72, 0.20, 345), shadow=(0.18, 0.09, 275), key_share=0.30)
    return replace(air, room=room, light=light, dark=1.0)


_QUALITY_CHANGES = {"candle": _candle, "neon": _neon}


def _veiled(air: Atmosphere, veil: Colour, share: float, haze: float, chroma: float = 0.35) -> Atmosphere:
    """The sky drawn towards a grey of its own lightness; the sun gone, the light soft."""

    def grey(colour: Colour) -> Colour:
        level = (colour[0] * 0.75 + air.sky[-1][0] * 0.25, veil[1], veil[2])
        mixed = mix(colour, level, share)
        return mixed[0], mixed[1] * (1 - share * (1 - chroma)), mixed[2]

    light = air.light
    soft = replace(
        light,
        key=grey(light.key),
        key_share=light.key_share * 0.75,
        drop=min(0.74, light.drop + 0.07),
        ambient=mix(light.ambient, grey(air.sky[-1]), 0.5),
        tint=min(0.45, light.tint + 0.10),
        dim=light.dim * 0.95,
    )
    room = replace(air.room, dim=air.room.dim * 0.97)
    return replace(
        air,
        sky=tuple(grey(c) for c in air.sky),
        cloud=grey(air.cloud),
        light=soft,
        room=room,
        sun=None,
        haze=haze,
        clouds=1.0,
    )


def _overcast(air: Atmosphere) -> Atmosphere:
    return _veiled(air, (0.78, 0.015, 240), 0.75, max(air.haze, 0.26))


def _rain(air: Atmosphere) -> Atmosphere:
    wet = _veiled(air, (0.6, 0.025, 245), 0.72, 0.42)
    darker = tuple(lighter(c, -0.07 if c[0] > 0.45 else 0.0) for c in wet.sky)
    return replace(wet, sky=darker, fall="rain", wet=True, dark=max(wet.dark, 0.3))


def _storm(air: Atmosphere) -> Atmosphere:
    wet = _rain(air)
    darker = tuple((max(0.21 + 0.075 * i, c[0] * 0.80), max(c[1], 0.035), c[2]) for i, c in enumerate(wet.sky))
    light = replace(wet.light, dim=max(0.62, wet.light.dim * 0.88), tint=min(0.48, wet.light.tint + 0.06))
    return replace(
        wet,
        sky=darker,
        cloud=lighter(wet.cloud, -0.18 if wet.cloud[0] > 0.5 else 0.03),
        light=light,
        dark=max(wet.dark, 0.55),
        wind=1.0,
    )


def _snow(air: Atmosphere) -> Atmosphere:
    white = _veiled(air, (0.85, 0.018, 245), 0.55, 0.40, 0.6)
    return replace(white, fall="snow", white=True)


def _fog(air: Atmosphere) -> Atmosphere:
    return replace(_veiled(air, (0.8, 0.012, 235), 0.7, 0.85), clouds=0.2)


def _wind(air: Atmosphere) -> Atmosphere:
    return replace(air, clouds=0.75, haze=air.haze * 0.8, wind=1.0)


_WEATHER = {
    "overcast": _overcast,
    "cloudy": _overcast,
    "rain": _rain,
    "storm": _storm,
    "snow": _snow,
    "fog": _fog,
    "wind": _wind,
}

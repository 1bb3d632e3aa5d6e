"""Places, light and styles: every place is drawn, and weather, season, time and style show."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from dailies.adapters.providers.rehearsal.illustrator.artist import draw_now
from dailies.adapters.providers.rehearsal.illustrator.light import atmosphere, facing, season_in
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter, Pixels
from dailies.adapters.providers.rehearsal.illustrator.places import DRAWINGS, INDOORS, Site
from dailies.adapters.providers.rehearsal.illustrator.styles import LOOKS
from dailies.adapters.providers.rehearsal.illustrator.words import PLACES
from dailies.ports import ImageRequest

SMALL = (320, 180)


def place(name: str, time: str = "afternoon", weather: str = "clear", size: tuple[int, int] = SMALL) -> Pixels:
    """The bare drawing of a place."""
    air = atmosphere(time, weather)
    painter = Painter(*size, LOOKS["gouache"], air.room if name in INDOORS else air.light, 7)
    DRAWINGS[name](Site(painter, air, name))
    return painter.pixels()


def picture(setting: str, style: str = "gouache") -> Pixels:
    """A finished wide picture of nobody in a place."""
    prompt = f"Wide. The place.\nSetting: {setting}.\nStyle: {style}."
    done = draw_now(ImageRequest(prompt, *SMALL, 7), lambda _: None).image
    read = cv2.imdecode(np.frombuffer(done, np.uint8), cv2.IMREAD_COLOR)
    assert read is not None
    return np.asarray(read[..., ::-1], np.uint8)


def apart(first: Pixels, second: Pixels) -> float:
    """Mean difference of two pictures in 8-bit steps."""
    return float(np.abs(first[..., :3].astype(int) - second[..., :3].astype(int)).mean())


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_a_place_fills_every_format_with_values_from_dark_to_light(name: str) -> None:
    for size in (SMALL, (180, 320), (240, 240)):
        drawn = place(name, size=size)
        assert drawn.shape[:2] == (size[1], size[0])
        assert int(drawn[..., 3].min()) == 255
        luma = drawn[..., :3].mean(2)
        assert np.percentile(luma, 97) - np.percentile(luma, 3) > 40
    assert np.array_equal(place(name), place(name))


def test_every_word_for_a_place_has_a_drawing() -> None:
    assert set(PLACES.values()) <= set(DRAWINGS)


@pytest.mark.parametrize("name", ["park", "street", "kitchen", "harbour", "church"])
def test_the_time_of_day_shows(name: str) -> None:
    noon, dusk, night = (place(name, time) for time in ("noon", "dusk", "night"))
    assert noon[..., :3].mean() > night[..., :3].mean() + 12
    assert apart(noon, dusk) > 10
    assert np.percentile(night[..., :3].mean(2), 99) > 90


@pytest.mark.parametrize("weather", ["rain", "snow", "fog", "storm", "wind", "overcast"])
def test_the_weather_shows(weather: str) -> None:
    assert apart(picture(f"The park, a park, noon, {weather}"), picture("The park, a park, noon, clear")) > 4


def test_the_seasons_show() -> None:
    spring, autumn, winter = (picture(f"The park, a park in {season}, noon, clear") for season in SEASONS)
    assert apart(spring, autumn) > 4
    assert apart(autumn, winter) > 10
    assert winter[110:].mean() > spring[110:].mean() + 25


SEASONS = ("spring", "autumn", "winter")


@pytest.mark.parametrize(
    ("words", "season"),
    [
        ("the park in autumn", "autumn"),
        ("a woman in a winter coat", ""),
        ("she springs up", ""),
        ("cherry blossoms along the lane", "spring"),
        ("a snowy street. Change: make it summer", "summer"),
    ],
)
def test_the_season_is_read_but_not_from_clothes(words: str, season: str) -> None:
    assert season_in(words) == season


def test_candles_and_neon_change_a_room() -> None:
    plain = picture("The bar, a bar, night, clear")
    candles, neon = picture("The bar, a candlelit bar, night, clear"), picture("The bar, a neon bar, night, clear")
    assert candles.mean() < plain.mean()
    assert neon[..., 2].mean() / neon[..., 1].mean() > plain[..., 2].mean() / plain[..., 1].mean() * 1.2


def test_the_sun_goes_where_the_light_comes_from() -> None:
    air = atmosphere("afternoon", "clear")
    left, right, back = facing(air, (-0.95, -0.35)), facing(air, (0.95, -0.35)), facing(air, (0.1, -1.0))
    assert left.sun is not None
    assert right.sun is not None
    assert back.sun is not None
    assert left.sun.x < 0.5 < right.sun.x
    assert back.sun.height <= 0.22
    assert facing(air, None) == air


def test_the_styles_are_clearly_distinct() -> None:
    drawn = {style: picture("The street, a street of shops, dusk, clear", style) for style in LOOKS}
    for first in drawn:
        for second in drawn:
            if first < second:
                assert apart(drawn[first], drawn[second]) > 9, (first, second)
    for grey in ("pencil", "noir"):
        assert float(np.ptp(drawn[grey].astype(int), axis=2).mean()) < 14

"""Adjusting pixels: what each control does, on colours whose answer is known."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from dailies.domain.adjusting import Adjustment, Crop, adjustment_words, checked_adjustment
from dailies.domain.errors import InvalidInput
from dailies.media.adjust import adjusted, adjusted_image, kept_size
from dailies.media.planes import Plane


def flat(*colour: int, width: int = 8, height: int = 6) -> Plane:
    return np.full((height, width, 3), colour, np.uint8)


def ramp() -> Plane:
    return np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2).repeat(4, axis=0)


def luminance(plane: Plane) -> float:
    value = plane.astype(float) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    return float((linear @ [0.2126, 0.7152, 0.0722]).mean())


def test_one_stop_is_twice_the_light() -> None:
    grey = flat(100, 100, 100)
    assert luminance(adjusted(grey, Adjustment(exposure=1))) == pytest.approx(2 * luminance(grey), rel=0.02)
    assert luminance(adjusted(grey, Adjustment(exposure=-1))) == pytest.approx(luminance(grey) / 2, rel=0.02)


def test_lights_keep_their_drawing_when_raised() -> None:
    raised = adjusted(ramp(), Adjustment(exposure=1))[0, :, 0]
    assert (np.diff(raised.astype(int)) >= 0).all()
    assert len(set(raised[200:].tolist())) > 15


@pytest.mark.parametrize("contrast", [0.5, 1.0])
def test_contrast_keeps_black_middle_grey_and_white(contrast: float) -> None:
    result = adjusted(ramp(), Adjustment(contrast=contrast))[0, :, 0].astype(int)
    assert (result[0], result[255]) == (0, 255)
    assert abs(result[117] - 117) <= 2
    assert result[60] < 60
    assert result[200] > 200
    assert (np.diff(result) >= 0).all()


def test_no_contrast_is_middle_grey() -> None:
    assert np.ptp(adjusted(ramp(), Adjustment(contrast=-1))) <= 1


def test_no_saturation_is_grey_of_the_same_lightness() -> None:
    for colour in ((200, 60, 40), (40, 90, 200), (90, 160, 60)):
        grey = adjusted(flat(*colour), Adjustment(saturation=-1))
        assert np.ptp(grey[0, 0].astype(int)) <= 1
        more = adjusted(flat(*colour), Adjustment(saturation=0.3))
        assert np.ptp(more[0, 0].astype(int)) > np.ptp(np.array(colour))


def test_warmth_and_tint_keep_the_luminance_of_grey() -> None:
    grey = flat(120, 120, 120)
    warm = adjusted(grey, Adjustment(temperature=0.6))
    assert int(warm[0, 0, 0]) > 125 > 115 > int(warm[0, 0, 2])
    assert luminance(warm) == pytest.approx(luminance(grey), rel=0.02)
    magenta = adjusted(grey, Adjustment(tint=0.8))[0, 0]
    assert magenta[1] < min(magenta[0], magenta[2])


def test_shape() -> None:
    picture = np.zeros((60, 100, 3), np.uint8)
    picture[:, :10] = 255
    assert adjusted(picture, Adjustment(flip=True))[0, -1, 0] == 255
    cropped = adjusted(picture, Adjustment(crop=Crop(0.1, 0.5, 0.6, 1.0)))
    assert cropped.shape == (30, 50, 3)
    assert cropped.max() == 0
    turned = adjusted(flat(90, 120, 150, width=160, height=90), Adjustment(straighten=7))
    assert turned.shape == (90, 160, 3)
    assert np.ptp(turned, axis=(0, 1)).max() == 0
    assert kept_size(160, 90, 0) == (160, 90)
    width, height = kept_size(160, 90, -20)
    assert width / height == pytest.approx(160 / 90, rel=0.03)


def test_nothing_asked_changes_nothing() -> None:
    noise = np.random.default_rng(3).integers(0, 256, (20, 30, 3), dtype=np.uint8)
    assert np.array_equal(adjusted(noise, Adjustment()), noise)


def test_encoded_pictures_keep_their_alpha() -> None:
    picture = Image.new("RGBA", (40, 20), (90, 100, 110, 255))
    picture.putalpha(Image.linear_gradient("L").resize((40, 20)))
    data = io.BytesIO()
    picture.save(data, "PNG")
    result = Image.open(io.BytesIO(adjusted_image(data.getvalue(), Adjustment(exposure=1, flip=True))))
    assert (result.mode, result.size, result.format) == ("RGBA", (40, 20), "PNG")
    look = Image.open(io.BytesIO(adjusted_image(data.getvalue(), Adjustment(exposure=1), longest_side=16)))
    assert (look.format, look.size) == ("JPEG", (16, 8))


@pytest.mark.parametrize(
    ("adjustment", "code"),
    [
        (Adjustment(), "nothing_adjusted"),
        (Adjustment(exposure=4.5), "adjustment_out_of_range"),
        (Adjustment(tint=float("nan")), "adjustment_out_of_range"),
        (Adjustment(crop=Crop(0.5, 0, 0.4, 1)), "adjustment_out_of_range"),
        (Adjustment(crop=Crop(0, 0, 1, 1.2)), "adjustment_out_of_range"),
        (Adjustment(crop=Crop(0, 0, 0.01, 1)), "crop_too_small"),
    ],
)
def test_what_can_not_be_made_is_refused(adjustment: Adjustment, code: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        checked_adjustment(adjustment)
    assert refusal.value.code == code


def test_words() -> None:
    assert checked_adjustment(Adjustment(exposure=0.5)) == Adjustment(exposure=0.5)
    words = adjustment_words(Adjustment(exposure=0.5, temperature=-0.25, flip=True, crop=Crop(0.1)))
    assert words == "exposure +0.5, temperature -0.25, flipped, cropped"

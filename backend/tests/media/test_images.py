from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageCms

from dailies.domain.errors import InvalidInput
from dailies.media.images import Fit, check_image, fitted, thumbnail
from tests.media.pictures import encoded, scene


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_decoded_and_encoded_anew(kind: str) -> None:
    checked = check_image(encoded(scene(), kind))
    assert (checked.width, checked.height, checked.media_type) == (320, 180, "image/jpeg")
    assert Image.open(io.BytesIO(checked.data)).size == (320, 180)


def test_a_picture_on_its_side_is_turned_upright_and_loses_its_metadata() -> None:
    picture = Image.fromarray(scene())
    exif = picture.getexif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera of a private person"
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    checked = check_image(out.getvalue())
    assert (checked.width, checked.height) == (180, 320)
    assert b"private person" not in checked.data


def test_a_colour_profile_is_applied_and_dropped() -> None:
    out = io.BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.fromarray(scene()).save(out, "PNG", icc_profile=profile)
    checked = check_image(out.getvalue())
    assert "icc_profile" not in Image.open(io.BytesIO(checked.data)).info


def test_transparency_is_kept() -> None:
    picture = Image.fromarray(scene()).convert("RGBA")
    picture.putalpha(128)
    out = io.BytesIO()
    picture.save(out, "PNG")
    assert check_image(out.getvalue()).media_type == "image/png"


def test_sixteen_bits_a_sample_keep_their_tones() -> None:
    grey = (np.linspace(0, 65535, 64 * 64).reshape(64, 64)).astype(np.uint16)
    out = io.BytesIO()
    Image.fromarray(grey).save(out, "PNG")
    pixels = np.asarray(Image.open(io.BytesIO(check_image(out.getvalue()).data)))
    assert 120 < pixels.mean() < 135


@pytest.mark.parametrize(
    "data",
    [b"", b"<script>alert(1)</script>", encoded(scene())[:3000], b"GIF89a" + bytes(40)],
    ids=["nothing", "a script", "half a file", "another kind"],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_image(data)
    assert refused.value.code == "image_unreadable"


def test_a_decompression_bomb_is_refused_before_it_is_decoded() -> None:
    out = io.BytesIO()
    Image.new("1", (8_000, 8_000)).save(out, "PNG")
    assert len(out.getvalue()) < 100_000
    with pytest.raises(InvalidInput) as refused:
        check_image(out.getvalue())
    assert refused.value.code == "image_too_large"


def test_a_thumbnail_is_as_wide_as_asked_and_never_enlarged() -> None:
    small = Image.open(io.BytesIO(thumbnail(encoded(scene()), 160)))
    assert (small.size, small.format) == ((160, 90), "WEBP")
    assert Image.open(io.BytesIO(thumbnail(encoded(scene()), 900))).size == (320, 180)


@pytest.mark.parametrize(
    ("fit", "size", "kept"),
    [
        ("whole", (300, 300), (300, 300)),
        ("whole", (2000, 1000), (640, 320)),
        ("crop", (300, 300), (300, 169)),
        ("crop", (1000, 1000), (320, 180)),
        ("crop", (320, 181), (320, 181)),
        ("pad", (100, 100), (178, 100)),
        ("pad", (1000, 1000), (320, 180)),
    ],
)
def test_an_own_picture_is_fitted_and_never_enlarged(fit: Fit, size: tuple[int, int], kept: tuple[int, int]) -> None:
    image = fitted(check_image(encoded(scene(*size))), fit, (320, 180))
    assert (image.width, image.height) == kept
    assert Image.open(io.BytesIO(image.data)).size == kept


def test_a_padded_picture_stands_whole_on_the_colour_of_its_border() -> None:
    plain = np.full((100, 100, 3), (10, 200, 30), np.uint8)
    plain[30:70, 30:70] = 255
    pixels = np.asarray(Image.open(io.BytesIO(fitted(check_image(encoded(plain)), "pad", (320, 180)).data)))
    assert np.abs(pixels[5, 5].astype(int) - (10, 200, 30)).max() < 6
    assert (pixels[pixels.shape[0] // 2, pixels.shape[1] // 2] > 240).all()

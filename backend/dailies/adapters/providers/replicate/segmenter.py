"""Finds the region a few words name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops

from dailies.adapters.calls.pictures import png
from dailies.adapters.providers.replicate.files import InputFile, picture_file
from dailies.adapters.providers.replicate.pictures import MOST_BYTES, opened_rgb, read_picture, stretched
from dailies.adapters.providers.replicate.prediction import urls_of
from dailies.adapters.providers.replicate.work import Hired
from dailies.domain.errors import ProviderError
from dailies.domain.quantities import Terms, picture_quantities
from dailies.ports import Progress

MASK_KEYS = ("combined_mask", "mask", "masks")
NOT_THE_MASK = ("annotated", "inverted", "neg")
MOST_MASKS = 16


@dataclass(frozen=True)
class ReplicateSegmenter(Hired):
    """A segmenter. Grey edges and the losses of JPEG are cut at the middle."""

    @property
    def name(self) -> str:
        """The vendor's id."""
        return self.model.vendor

    async def find(self, image: bytes, words: str, progress: Progress) -> bytes:
        """A mask (PNG, 8 bits, white where the thing is) of the image's size. Raises ProviderError, with code
        ``nothing_found`` where there is no such thing; InvalidInput before anything is sent; PaymentRequired."""
        size = opened_rgb(image).size
        terms: Terms = {"image": self._sent(image), "words": words}
        done = await self.run("mask", terms, picture_quantities(self.model, *size, 1), progress)

        def read(paths: Sequence[Path]) -> Image.Image:
            found = Image.new("L", size)
            for path in paths:
                found = ImageChops.lighter(found, read_picture(path).convert("L").resize(size))
            return found.point([0] * 128 + [255] * 128)

        nothing = ProviderError(
            f"{self.model.title} found no {words} in the picture. Say it in other words, or paint the mask.",
            code="nothing_found",
            charged=done.cost > 0,
            retryable=False,
        )

        def pick(output: object) -> Sequence[str]:
            if isinstance(output, Mapping) and not urls_of(output):
                raise nothing
            return mask_urls(output)

        mask = await self.fetch(done, pick, read, MOST_BYTES, progress)
        progress(1.0)
        if mask.getbbox() is None:
            raise nothing
        return png(mask)

    def _sent(self, image: bytes) -> InputFile:
        """The picture, smaller where the model has a longest side."""
        picture, most = opened_rgb(image), self.model.max_side
        if not most or max(picture.size) <= most:
            return picture_file(image)
        scale = most / max(picture.size)
        width, height = (max(1, round(side * scale)) for side in picture.size)
        return InputFile(png(stretched(picture, (width, height))), "image/png")


def mask_urls(output: object) -> tuple[str, ...]:
    """Of what a segmenting model gives, the files that are the mask: white things on black.

    Models give one file, several masks under a name, or pictures beside the mask: then the file's name tells.
    """
    if isinstance(output, Mapping):
        named = next((output[key] for key in MASK_KEYS if output.get(key)), output)
        return urls_of(named)[:MOST_MASKS]
    urls = urls_of(output)
    exact = [url for url in urls if _stem(url) == "mask"]
    likely = [url for url in urls if "mask" in _stem(url) and not any(word in _stem(url) for word in NOT_THE_MASK)]
    return tuple((exact or likely or urls)[:1])


def _stem(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2].partition(".")[0].lower()

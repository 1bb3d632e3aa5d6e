"""What a folder of weights says of itself: ``scorer.toml`` beside the ONNX files."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from dailies.domain.errors import InvalidInput

Kind = Literal["clip", "pick", "aesthetic", "vqa"]


class Part(BaseModel):
    """Base of all: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PictureInput(Part):
    """The network that sees. ``size``: side in pixels of the square it takes; ``mean`` and ``std``: by channel, of
    values from 0 to 1. Its input is float32 of shape (1, 3, size, size)."""

    file: str = "visual.onnx"
    size: int = Field(default=224, ge=8, le=2048)
    mean: tuple[float, float, float] = (0.48145466, 0.4578275, 0.40821073)
    std: tuple[float, float, float] = (0.26862954, 0.26130258, 0.27577711)
    input: str = "pixel_values"
    output: str = "image_embeds"


class WordsInput(Part):
    """The network that reads, or the words of the one that does both. ``length``: tokens; ``start``, ``end``: the
    tokens a text begins with and ends with; ``template``: the text, with {prompt} in it. Its input is int64 of shape
    (1, length)."""

    file: str = "textual.onnx"
    vocabulary: str = "vocab.json"
    merges: str = "merges.txt"
    length: int = Field(default=77, ge=4, le=4096)
    start: int = 49406
    end: int = 49407
    template: str = "{prompt}"
    input: str = "input_ids"
    output: str = "text_embeds"


class Head(Part):
    """The network over a picture's features, of shape (1, n), that gives one number."""

    file: str = "head.onnx"
    input: str = "features"
    output: str = "score"


class Manifest(Part):
    """A scorer. ``scale``: what the cosine is multiplied by (``logit_scale`` of a model, already as a factor);
    ``yes``, ``no``: tokens of the two answers, where the network gives logits of the whole vocabulary."""

    kind: Kind
    source: str
    picture: PictureInput = PictureInput()
    words: WordsInput | None = None
    head: Head | None = None
    scale: float = 100.0
    yes: int | None = None
    no: int | None = None

    @model_validator(mode="after")
    def _complete(self) -> Manifest:
        if self.kind != "aesthetic" and self.words is None:
            raise ValueError(f"a scorer of kind {self.kind} needs [words]")
        if self.kind == "aesthetic" and self.head is None:
            raise ValueError("a scorer of kind aesthetic needs [head]")
        if self.kind == "vqa" and (self.yes is None or self.no is None):
            raise ValueError("a scorer of kind vqa needs the tokens yes and no")
        return self


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder. Raises InvalidInput ``scorer_bad`` with a sentence that names the file."""
    file = folder / "scorer.toml"
    try:
        return Manifest.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidInput(f"{file} can't be read: {error}", code="scorer_bad") from error
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(map(str, problem["loc"]))
        raise InvalidInput(f"{file}: {where or 'scorer'}: {problem['msg']}", code="scorer_bad") from error

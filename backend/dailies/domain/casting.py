"""Who makes what: the model chosen for each part of the work. The built-in artists are the default."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Literal

from dailies.domain.errors import InvalidInput
from dailies.domain.registry import REHEARSAL, ModelKind, Registry

Part = Literal["story", "references", "storyboard", "video", "director", "editing", "narration", "scoring"]

KIND_OF_PART: dict[Part, ModelKind] = {
    "story": "text",
    "references": "image",
    "storyboard": "image",
    "video": "video",
    "director": "text",
    "editing": "inpaint",
    "narration": "speech",
    "scoring": "vision",
}
"""What kind of model does a part of the work."""


@dataclass(frozen=True)
class Casting:
    """Model ids by part of the work."""

    story: str = REHEARSAL
    references: str = REHEARSAL
    storyboard: str = REHEARSAL
    video: str = REHEARSAL
    director: str = REHEARSAL
    editing: str = REHEARSAL
    narration: str = REHEARSAL
    scoring: str = REHEARSAL

    def model_of(self, part: Part) -> str:
        """The model id chosen for a part."""
        chosen: str = getattr(self, part)
        return chosen

    @property
    def rehearsal(self) -> bool:
        """Whether everything is made by the built-in artists."""
        return all(getattr(self, part.name) == REHEARSAL for part in fields(self))


def cast(casting: Casting, choices: dict[Part, str], registry: Registry) -> Casting:
    """The casting with some parts chosen anew.

    Raises NotFound ``no_such_model``, InvalidInput ``wrong_model_kind``.
    """
    for part, model_id in choices.items():
        if model_id == REHEARSAL:
            continue
        model = registry.model(model_id)
        if model.kind != KIND_OF_PART[part]:
            sentence = f"{model.title} makes {model.kind}; the {part} needs a model for {KIND_OF_PART[part]}."
            raise InvalidInput(sentence, code="wrong_model_kind")
    return replace(casting, **choices)

"""Words about the camera: angle, lens, depth of field, light direction and composition."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

Angle = Literal["eye level", "low", "high", "overhead", "dutch"]


@dataclass(frozen=True)
class Camera:
    """How the scene is seen. ``shoulder``: over somebody's shoulder. ``lens``: -1 wide to 1 long. ``focus``: -1 all
    sharp, 1 a soft background. ``light``: "" (as the time has it), "back", "left", "right", "top" or "silhouette".
    ``side``: where the subject stands, -1 left third to 1 right third, or None. ``point_of_view``: seen through
    somebody's eyes, who isn't in the picture."""

    angle: Angle = "eye level"
    shoulder: bool = False
    lens: float = 0.0
    focus: float = 0.0
    light: str = ""
    side: float | None = None
    point_of_view: bool = False


_ANGLES: tuple[tuple[str, Angle], ...] = (
    (r"top[- ]shot|top[- ]down|overhead(?! light)|bird'?s[- ]eye|from (?:directly |right )?above|aerial", "overhead"),
    (r"low[- ]angle|worm'?s[- ]eye|from below|from the ground|low camera|looking up at (?:him|her|them)", "low"),
    (r"high[- ]angle|looking down (?:on|at)|high camera", "high"),
    (r"dutch(?:[- ]angle)?|canted(?:[- ]angle)?|tilted (?:frame|camera|horizon)|oblique angle", "dutch"),
    (r"eye[- ]level|straight[- ]on|level camera", "eye level"),
)  # fmt: skip
_SHOULDER = r"over[- ](?:the|his|her|their|\w+'s)[- ]shoulder|over[- ]shoulder|\bots\b"
_VIEW = r"point[- ]of[- ]view|\bpov\b"
_LENSES = (
    (r"wide[- ]angle|fish[- ]?eye|\b(?:14|16|18|20|21|24|28) ?mm", -1.0),
    (r"tele(?:photo)?|long lens|\b(?:85|100|105|135|200|300) ?mm|compressed perspective", 1.0),
    (r"normal lens|\b(?:35|40|50) ?mm", 0.0),
)
_FOCUS = (
    (r"deep focus|everything sharp|sharp background|large depth of field|pan focus", -1.0),
    (r"shallow (?:depth of field|focus)|(?:soft|blurr(?:ed|y)|out[- ]of[- ]focus) background|bokeh|rack focus", 1.0),
)  # fmt: skip
_LIGHTS = (
    (r"silhouett\w*", "silhouette"),
    (r"back[- ]?lit|back[- ]?light(?:ing)?|contre[- ]jour|rim[- ]?light|lit from behind|light from behind", "back"),
    (r"(?:lit|light) from the left|left[- ]lit|key (?:from )?left", "left"),
    (r"(?:lit|light) from the right|right[- ]lit|key (?:from )?right", "right"),
    (r"top[- ]?light|lit from above|overhead light|light from above", "top"),
)
_SIDES = (
    (r"(?:on|in|at) the left(?: third| side)?|left third|frame left|screen left", -1.0),
    (r"(?:on|in|at) the right(?: third| side)?|right third|frame right|screen right", 1.0),
    (r"centred|centered|in the (?:centre|center|middle) of the (?:frame|picture)|symmetrical", 0.0),
)
_OTHER = (
    r"\b(?:(?:cinematic|establishing|tracking|static|handheld|steady) (?:shot|camera)|rule of thirds|leading room|"
    r"depth of field|aspect ratio|camera angle|cinematic)\b"
)


def camera_in(text: str, base: Camera | None = None) -> Camera:
    """What a text says of the camera; what it doesn't say is as in ``base``."""
    low, camera = text.lower().replace("’", "'"), base or Camera()
    for pattern, angle in _ANGLES:
        if re.search(rf"\b(?:{pattern})", low):
            camera = replace(camera, angle=angle)
            break
    if re.search(_SHOULDER, low):
        camera = replace(camera, shoulder=True)
    if re.search(_VIEW, low):
        camera = replace(camera, point_of_view=True)
    for pattern, lens in _LENSES:
        if re.search(rf"\b(?:{pattern})", low):
            camera = replace(camera, lens=lens)
            break
    for pattern, focus in _FOCUS:
        if re.search(pattern, low):
            camera = replace(camera, focus=focus)
            break
    for pattern, light in _LIGHTS:
        if re.search(pattern, low):
            camera = replace(camera, light=light)
            break
    for pattern, side in _SIDES:
        if re.search(rf"\b(?:{pattern})\b", low):
            camera = replace(camera, side=side)
            break
    return camera


def without_camera_words(text: str) -> str:
    """The text without its words about the camera, so that they aren't taken for things."""
    patterns = [pattern for pattern, _ in (*_ANGLES, *_LENSES, *_FOCUS, *_LIGHTS)]
    for pattern in (*patterns, _SHOULDER, _VIEW, r"left third|right third|frame left|frame right", _OTHER):
        text = re.sub(rf"(?i)(?:\b(?:with|in|a|an|the|from|shot)\s+)*(?<!\w)(?:{pattern})(?!\w)", " ", text)
    return re.sub(r"\s+([,.;])", r"\1", re.sub(r" {2,}", " ", text)).strip(" ,")

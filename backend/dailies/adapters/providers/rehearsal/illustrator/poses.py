"""What bodies do. A pose is data; ``figures`` gives it arms and legs."""

from __future__ import annotations

from dataclasses import dataclass, replace

Place = tuple[float, float]


@dataclass(frozen=True)
class Pose:
    """``near`` and ``far``: hands, in torso lengths from the middle of the shoulder line, x forward, y down.
    ``near_foot`` and ``far_foot``: ankles, in leg lengths from under the hip, y up from the ground; seen from the
    front, x outward. ``drop``: how far the hip is lowered, in leg lengths. ``lean``: degrees forward. ``side``:
    whether the body moves in its side plane. ``held``: where a held thing's middle is, and ``grip``: whether the hands
    close about it. ``near_hand``, ``far_hand``: "" relaxed, open, fist, point or flat. ``near_turn``, ``far_turn``:
    degrees a heel is raised below zero, a toe above. ``lift``: how far the body is off the ground, in heads.
    ``lying``: 1 on the back, -1 on the front."""

    near: Place = (-0.46, 1.10)
    far: Place = (0.47, 1.10)
    near_foot: Place = (0.0, 0.0)
    far_foot: Place = (0.0, 0.0)
    drop: float = 0.0
    lean: float = 0.0
    side: bool = False
    held: Place | None = None
    grip: bool = False
    expression: str = "neutral"
    surface: bool = False
    near_hand: str = ""
    far_hand: str = ""
    near_turn: float = 0.0
    far_turn: float = 0.0
    lift: float = 0.0
    lying: float = 0.0


STAND = Pose()
_SIT = Pose(
    side=True,
    near=(0.46, 0.84),
    far=(0.56, 0.80),
    near_foot=(0.60, 0.0),
    far_foot=(0.48, 0.0),
    drop=0.42,
    held=(0.62, 0.70),
)

POSES: dict[str, Pose] = {
    "stand": STAND,
    "look": Pose(near=(-0.45, 1.10), far=(0.47, 1.08)),
    "hold": Pose(near=(0.02, 0.66), far=(0.40, 0.62), held=(0.22, 0.54), grip=True, expression="smile"),
    "drink": Pose(near=(0.02, 0.10), far=(0.38, 0.08), held=(0.20, -0.06), grip=True, expression="calm"),
    "eat": Pose(near=(0.04, 0.16), far=(0.36, 0.14), held=(0.20, -0.02), grip=True, expression="smile"),
    "read": Pose(near=(-0.06, 0.70), far=(0.46, 0.64), held=(0.21, 0.52), grip=True, expression="focus"),
    "write": Pose(
        near=(-0.04, 0.76),
        far=(0.44, 0.76),
        held=(0.30, 0.98),
        surface=True,
        expression="focus",
        near_hand="fist",
        far_hand="flat",
    ),
    "type": Pose(
        near=(0.0, 0.80),
        far=(0.40, 0.78),
        held=(0.22, 0.98),
        surface=True,
        expression="focus",
        near_hand="flat",
        far_hand="flat",
    ),
    "work": Pose(
        near=(-0.12, 0.74),
        far=(0.40, 0.72),
        held=(0.28, 0.92),
        surface=True,
        expression="focus",
        near_hand="fist",
        far_hand="flat",
    ),
    "cook": Pose(
        near=(0.10, 0.62),
        far=(0.50, 0.74),
        held=(0.36, 0.94),
        surface=True,
        expression="focus",
        near_hand="fist",
        far_hand="fist",
    ),
    "reach": Pose(near=(-0.44, 1.08), far=(0.98, 0.06), held=(1.20, 0.0), expression="focus", far_hand="open"),
    "point": Pose(near=(-0.45, 1.08), far=(1.02, 0.04), held=(1.20, 0.0), expression="focus", far_hand="point"),
    "wave": Pose(near=(-0.45, 1.08), far=(0.78, -0.52), held=(0.8, -0.7), expression="smile", far_hand="open"),
    "cheer": Pose(
        near=(-0.72, -0.62), far=(0.74, -0.66), held=(0.80, -0.86), expression="joy", near_hand="open", far_hand="fist"
    ),
    "phone": Pose(near=(-0.44, 1.08), far=(0.30, -0.14), held=(0.25, -0.26), grip=True, expression="smile"),
    "think": Pose(near=(0.16, 0.62), far=(0.13, -0.10), expression="thinking", near_hand="fist", far_hand="fist"),
    "hips": Pose(near=(-0.36, 0.86), far=(0.36, 0.86), expression="proud", near_hand="fist", far_hand="fist"),
    "folded": Pose(near=(0.26, 0.46), far=(-0.20, 0.52), expression="neutral", near_hand="fist", far_hand="fist"),
    "cry": Pose(near=(-0.06, -0.14), far=(0.20, -0.14), expression="cry", lean=5),
    "laugh": Pose(near=(0.04, 0.72), far=(0.52, 0.90), expression="laugh", lean=-7, near_hand="flat"),
    "pray": Pose(near=(0.02, 0.36), far=(0.20, 0.34), expression="calm", near_hand="flat", far_hand="flat"),
    "salute": Pose(near=(-0.45, 1.08), far=(0.30, -0.36), expression="proud", far_hand="flat"),
    "sing": Pose(near=(-0.52, 0.66), far=(0.74, 0.38), expression="shout", lean=-4, near_hand="open", far_hand="open"),
    "dance": Pose(
        near=(-0.70, -0.34),
        far=(0.88, 0.20),
        near_foot=(0.10, 0.0),
        far_foot=(0.34, 0.24),
        expression="joy",
        lean=-6,
        near_hand="open",
        far_hand="open",
    ),
    "violin": Pose(near=(0.30, 0.42), far=(0.84, 0.02), expression="calm", near_hand="fist", far_hand="fist"),
    "guitar": Pose(near=(0.02, 0.72), far=(0.86, 0.36), expression="calm", near_hand="fist", far_hand="fist"),
    "piano": replace(
        _SIT, near=(0.74, 0.62), far=(0.82, 0.58), held=(1.0, 0.7), expression="calm", near_hand="flat", far_hand="flat"
    ),
    "walk": Pose(
        side=True,
        near=(-0.32, 0.98),
        far=(0.40, 0.92),
        near_foot=(0.36, 0.0),
        far_foot=(-0.40, 0.05),
        lean=3,
        held=(0.44, 1.0),
        far_turn=-34,
        near_turn=12,
    ),
    "run": Pose(
        side=True,
        near=(-0.46, 0.60),
        far=(0.50, 0.34),
        near_foot=(0.36, 0.26),
        far_foot=(-0.56, 0.36),
        lift=0.15,
        lean=15,
        held=(0.64, 0.24),
        expression="focus",
        near_hand="fist",
        far_hand="fist",
        far_turn=-62,
        near_turn=10,
    ),
    "jump": Pose(
        side=True,
        near=(0.36, -0.72),
        far=(0.52, -0.66),
        near_foot=(0.24, 0.26),
        far_foot=(-0.30, 0.30),
        lean=6,
        held=(0.5, -0.9),
        expression="joy",
        near_hand="open",
        far_hand="open",
        far_turn=-55,
        near_turn=-18,
    ),
    "sit": _SIT,
    "ride": replace(_SIT, near=(0.72, 0.60), far=(0.78, 0.58), lean=10, near_hand="fist", far_hand="fist", held=None),
    "kneel": Pose(
        side=True,
        near=(0.42, 0.78),
        far=(0.52, 0.74),
        near_foot=(-0.52, 0.02),
        far_foot=(0.32, 0.0),
        drop=0.44,
        lean=8,
        held=(0.62, 0.72),
        expression="focus",
        near_turn=-80,
    ),
    "crouch": Pose(
        side=True,
        near=(0.74, 0.78),
        far=(0.86, 0.72),
        near_foot=(0.30, 0.0),
        far_foot=(-0.14, 0.05),
        drop=0.56,
        lean=24,
        held=(0.92, 0.90),
        expression="focus",
        far_turn=-40,
    ),
    "climb": Pose(
        side=True,
        near=(0.42, -0.60),
        far=(0.56, -0.10),
        near_foot=(0.30, 0.04),
        far_foot=(0.36, 0.34),
        lean=6,
        expression="focus",
        near_hand="fist",
        far_hand="fist",
    ),
    "lift": Pose(
        side=True,
        near=(0.62, 1.02),
        far=(0.70, 1.0),
        near_foot=(0.18, 0.0),
        far_foot=(-0.10, 0.0),
        drop=0.30,
        lean=34,
        held=(0.78, 1.06),
        expression="angry",
        near_hand="fist",
        far_hand="fist",
    ),
    "carry": Pose(
        side=True,
        near=(0.52, 0.66),
        far=(0.58, 0.62),
        near_foot=(0.30, 0.0),
        far_foot=(-0.32, 0.05),
        lean=-5,
        held=(0.66, 0.50),
        grip=True,
        far_turn=-30,
        near_turn=10,
    ),
    "push": Pose(
        side=True,
        near=(0.84, 0.34),
        far=(0.92, 0.28),
        near_foot=(0.16, 0.0),
        far_foot=(-0.64, 0.05),
        drop=0.12,
        lean=26,
        held=(1.2, 0.4),
        expression="angry",
        near_hand="flat",
        far_hand="flat",
        far_turn=-38,
    ),
    "pull": Pose(
        side=True,
        near=(0.74, 0.56),
        far=(0.82, 0.52),
        near_foot=(0.52, 0.0),
        far_foot=(0.10, 0.0),
        drop=0.14,
        lean=-24,
        held=(1.0, 0.52),
        expression="angry",
        near_hand="fist",
        far_hand="fist",
        near_turn=10,
    ),
    "throw": Pose(
        side=True,
        near=(-0.60, -0.40),
        far=(0.82, 0.12),
        lean=-12,
        held=(-0.68, -0.62),
        expression="focus",
        near_hand="fist",
        far_hand="open",
        far_turn=-30,
        near_foot=(0.42, 0.0),
        far_foot=(-0.34, 0.04),
    ),
    "hug": Pose(
        side=True,
        near=(0.50, 0.34),
        far=(0.44, 0.20),
        near_foot=(0.06, 0.0),
        far_foot=(-0.10, 0.0),
        lean=5,
        expression="love",
        near_hand="fist",
        far_hand="fist",
    ),
    "shake": Pose(
        side=True,
        near=(0.80, 0.52),
        far=(-0.14, 1.04),
        near_foot=(0.16, 0.0),
        far_foot=(-0.14, 0.0),
        lean=3,
        held=(0.86, 0.5),
        expression="smile",
        near_hand="fist",
    ),
    "give": Pose(
        side=True,
        near=(0.74, 0.56),
        far=(0.80, 0.52),
        near_foot=(0.12, 0.0),
        far_foot=(-0.12, 0.0),
        lean=4,
        held=(0.94, 0.44),
        grip=True,
        expression="smile",
    ),
    "swim": Pose(
        near=(-0.30, -0.95),
        far=(0.34, 0.30),
        near_foot=(0.08, 0.10),
        far_foot=(0.10, 0.0),
        lying=-1,
        expression="focus",
        near_hand="flat",
        far_hand="flat",
    ),
    "lie": Pose(near=(-0.40, 1.02), far=(0.30, 0.70), lying=1, expression="calm"),
    "bow": Pose(
        side=True, near=(0.06, 0.98), far=(0.14, 0.96), lean=34, expression="calm", near_hand="flat", far_hand="flat"
    ),
    "sleep": Pose(expression="calm"),
}
"""By the names in ``verbs``."""

CHEER_IN_A_ROW = Pose(
    near=(-0.40, -0.90),
    far=(0.42, -0.94),
    held=(0.42, -1.2),
    expression="joy",
    near_hand="open",
    far_hand="fist",
)
"""Cheering where there is no room to spread the arms."""

SEEN_FROM_THE_WAIST: dict[str, Pose] = {
    "walk": Pose(near=(-0.34, 0.98), far=(0.36, 0.80), lean=3, near_hand="fist", far_hand="fist"),
    "run": Pose(near=(-0.40, 0.52), far=(0.46, 0.24), lean=13, expression="focus", near_hand="fist", far_hand="fist"),
}
"""Poses of the side plane as they look, turned to us, where the legs are not seen."""

IN_HAND_WHILE_SITTING: dict[str, Pose] = {
    "read": replace(_SIT, near=(0.50, 0.58), far=(0.58, 0.56), held=(0.62, 0.46), grip=True, expression="focus"),
    "drink": replace(_SIT, near=(0.34, 0.05), far=(0.42, 0.08), held=(0.42, -0.06), grip=True, expression="calm"),
    "eat": replace(_SIT, near=(0.34, 0.12), far=(0.42, 0.14), held=(0.44, 0.0), grip=True, expression="smile"),
    "hold": replace(_SIT, near=(0.46, 0.66), far=(0.54, 0.62), held=(0.56, 0.52), grip=True, expression="smile"),
}

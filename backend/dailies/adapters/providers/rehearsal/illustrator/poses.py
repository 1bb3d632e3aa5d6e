"""What bodies do. A pose is data; ``figures`` gives it arms and legs."""

from __future__ import annotations

from dataclasses import dataclass

Place = tuple[float, float]


@dataclass(frozen=True)
class Pose:
    """``near`` and ``far``: hands, in torso lengths from the middle of the shoulder line, x forward, y down.
    ``near_foot`` and ``far_foot``: ankles, in leg lengths from under the hip, y up from the ground. ``drop``: how far
    the hip is lowered, in leg lengths. ``lean``: degrees forward. ``side``: whether the body is seen from the side.
    ``held``: where a held thing's middle is, and ``grip``: whether the hands close about it."""

    near: Place = (-0.48, 1.145)
    far: Place = (0.48, 1.145)
    near_foot: Place = (0.0, 0.0)
    far_foot: Place = (0.0, 0.0)
    drop: float = 0.0
    lean: float = 0.0
    side: bool = False
    held: Place | None = None
    grip: bool = False
    expression: str = "neutral"
    surface: bool = False
    head_turn: float = 0.0


STAND = Pose()

POSES: dict[str, Pose] = {
    "stand": STAND,
    "look": Pose(near=(-0.47, 1.14), far=(0.48, 1.13)),
    "hold": Pose(near=(0.02, 0.66), far=(0.40, 0.62), held=(0.22, 0.54), grip=True, expression="smile"),
    "drink": Pose(near=(0.02, 0.10), far=(0.38, 0.08), held=(0.20, -0.06), grip=True, expression="calm"),
    "eat": Pose(near=(0.04, 0.16), far=(0.36, 0.14), held=(0.20, -0.02), grip=True, expression="smile"),
    "read": Pose(near=(-0.06, 0.70), far=(0.46, 0.64), held=(0.21, 0.52), grip=True, expression="focus"),
    "write": Pose(near=(-0.04, 0.76), far=(0.44, 0.76), held=(0.30, 0.98), surface=True, expression="focus"),
    "work": Pose(near=(-0.12, 0.74), far=(0.40, 0.72), held=(0.28, 0.92), surface=True, expression="focus"),
    "reach": Pose(near=(-0.44, 1.08), far=(0.98, 0.06), held=(1.20, 0.0), expression="focus"),
    "cheer": Pose(near=(-0.72, -0.62), far=(0.74, -0.66), held=(0.80, -0.86), expression="joy"),
    "phone": Pose(near=(-0.44, 1.08), far=(0.34, 0.36), held=(0.36, 0.24), grip=True, expression="smile"),
    "violin": Pose(near=(0.30, 0.42), far=(0.84, 0.02), expression="calm"),
    "guitar": Pose(near=(0.02, 0.72), far=(0.86, 0.36), expression="calm"),
    "walk": Pose(
        side=True,
        near=(-0.34, 0.98),
        far=(0.42, 0.92),
        near_foot=(0.40, 0.0),
        far_foot=(-0.40, 0.06),
        lean=3,
        held=(0.44, 1.0),
    ),
    "run": Pose(
        side=True,
        near=(-0.44, 0.56),
        far=(0.60, 0.30),
        near_foot=(0.34, 0.20),
        far_foot=(-0.62, 0.34),
        drop=0.0,
        lean=14,
        held=(0.64, 0.24),
        expression="joy",
    ),
    "jump": Pose(
        side=True,
        near=(0.36, -0.72),
        far=(0.52, -0.66),
        near_foot=(0.30, 0.34),
        far_foot=(-0.22, 0.44),
        lean=6,
        held=(0.5, -0.9),
        expression="joy",
    ),
    "sit": Pose(
        side=True,
        near=(0.50, 0.86),
        far=(0.60, 0.84),
        near_foot=(0.62, 0.0),
        far_foot=(0.54, 0.0),
        drop=0.42,
        held=(0.62, 0.70),
    ),
    "crouch": Pose(
        side=True,
        near=(0.74, 0.78),
        far=(0.86, 0.72),
        near_foot=(0.34, 0.0),
        far_foot=(-0.20, 0.04),
        drop=0.56,
        lean=22,
        held=(0.92, 0.90),
        expression="focus",
    ),
    "sleep": Pose(expression="calm"),
}
"""By the names in ``words``."""

IN_HAND_WHILE_SITTING: dict[str, Pose] = {
    "read": Pose(
        side=True,
        near=(0.50, 0.58),
        far=(0.58, 0.56),
        near_foot=(0.62, 0.0),
        far_foot=(0.54, 0.0),
        drop=0.42,
        held=(0.62, 0.46),
        grip=True,
        expression="focus",
    ),
    "drink": Pose(
        side=True,
        near=(0.34, 0.05),
        far=(0.42, 0.08),
        near_foot=(0.62, 0.0),
        far_foot=(0.54, 0.0),
        drop=0.42,
        held=(0.42, -0.06),
        grip=True,
        expression="calm",
    ),
}

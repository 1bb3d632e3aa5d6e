"""A person's measures, by age, sex and build."""

from __future__ import annotations

from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.illustrator.cast import Person

_HEADS = {"adult": 7.0, "teen": 6.5, "child": 5.3, "old": 6.6, "baby": 4.0}
_HIP = {"child": 0.435, "baby": 0.36}
_NECK = {"child": 0.53, "baby": 0.47}
_SHOULDER = {"child": 0.79, "baby": 0.68}
_WIDE = {"slim": 0.92, "average": 1.0, "stout": 1.2, "muscular": 1.1}


@dataclass(frozen=True)
class Body:
    """Measures in heads, y up from the ground negative. ``shoulder``, ``waist``, ``hip``: half widths; ``deep``: half
    the depth of the chest; ``limb``: factor on the thickness of limbs; ``neck``: its radius."""

    heads: float
    head_y: float
    neck_y: float
    shoulder_y: float
    hip_y: float
    shoulder: float
    waist: float
    hip: float
    limb: float
    neck: float
    deep: float

    @property
    def torso(self) -> float:
        """Length from the shoulder line to the hips."""
        return self.hip_y - self.shoulder_y

    @property
    def leg(self) -> float:
        """Length from the hips to the ground."""
        return -self.hip_y


def body_of(person: Person) -> Body:
    """A person's measures."""
    heads, age, feminine = height_of(person), person.age, person.feminine
    young = age in ("child", "baby")
    wide = _WIDE.get(person.build, 1.0)
    base = 0.60 if age == "baby" else 0.70 if young else 0.82 if feminine else 0.97
    if age == "teen":
        base *= 0.93
    head_y = -(heads - 0.5)
    return Body(
        heads,
        head_y,
        head_y + _NECK.get(age, 0.585),
        head_y + _SHOULDER.get(age, 0.93),
        -heads * _HIP.get(age, 0.475),
        base * (1.08 if person.build == "muscular" else 0.55 + 0.45 * wide),
        (0.54 if young else 0.56 if feminine else 0.68) * (wide if person.build != "muscular" else 0.98),
        (0.56 if young else 0.72 if feminine else 0.68) * wide,
        (0.86 if young else 0.90 if feminine else 1.0) * (0.5 + 0.5 * wide),
        0.17 if young else 0.18 if feminine else 0.225,
        (0.45 if feminine else 0.49) * (1.15 if person.build == "stout" else 1.0) * (base / 0.95) ** 0.5,
    )


def height_of(person: Person) -> float:
    """Height in heads."""
    return _HEADS.get(person.age, 7.0)

"""How garments are cut, by the names of the garments table; an unknown one is drawn as the plainest of its place."""

from __future__ import annotations

from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.illustrator.cast import Garment, Person


@dataclass(frozen=True)
class Cut:
    """``hem``: how far below the hips it reaches, in heads; ``flare``: how much wider it grows there; ``loose``: width
    factor; ``sleeve``: none, short, long or wide; ``front``: plain, open, buttons, zip, double, wrap or plates;
    ``collar``: none, round, turtle, shirt, lapel, stand, hood or vee; ``trim``: "", bands, badge or belt."""

    hem: float
    flare: float = 0.0
    loose: float = 1.0
    sleeve: str = "long"
    front: str = "plain"
    collar: str = "none"
    trim: str = ""


TOPS: dict[str, Cut] = {
    "shirt": Cut(0.20, 0.0, 1.0, "long", "buttons", "shirt"),
    "blouse": Cut(0.14, 0.04, 1.04, "wide", "plain", "vee"),
    "sweater": Cut(0.22, -0.02, 1.08, "long", "plain", "round"),
    "turtleneck": Cut(0.22, -0.02, 1.04, "long", "plain", "turtle"),
    "hoodie": Cut(0.28, -0.03, 1.14, "long", "pouch", "hood"),
    "t-shirt": Cut(0.22, 0.02, 1.03, "short", "plain", "round"),
    "tank": Cut(0.20, 0.0, 0.98, "none", "plain", "vee"),
    "scrubs": Cut(0.32, 0.02, 1.06, "short", "plain", "vee"),
    "uniform": Cut(0.16, 0.0, 1.02, "long", "buttons", "shirt", "badge"),
    "dress": Cut(-0.42, 0.0, 1.0, "short", "plain", "round"),
    "gown": Cut(-0.42, 0.0, 0.97, "none", "plain", "vee"),
    "sari": Cut(-0.30, 0.0, 0.98, "short", "plain", "round"),
    "swimsuit": Cut(0.10, -0.22, 0.94, "none", "plain", "vee"),
    "bare": Cut(0.05, 0.0, 0.96, "none", "plain", "none"),
    "spacesuit": Cut(0.30, 0.0, 1.20, "long", "pack", "none"),
    "wetsuit": Cut(0.20, -0.04, 0.95, "long", "zip", "stand"),
}
OVERS: dict[str, Cut] = {
    "coat": Cut(1.45, 0.14, 1.10, "long", "open", "lapel"),
    "lab coat": Cut(1.35, 0.12, 1.08, "long", "open", "lapel"),
    "trench": Cut(1.45, 0.20, 1.10, "long", "double", "lapel", "belt"),
    "raincoat": Cut(1.30, 0.24, 1.14, "long", "buttons", "shirt"),
    "turnout": Cut(0.75, 0.08, 1.18, "long", "zip", "stand", "bands"),
    "jacket": Cut(0.40, 0.03, 1.08, "long", "open", "lapel"),
    "suit": Cut(0.50, 0.03, 1.06, "long", "open", "lapel"),
    "leather": Cut(0.20, -0.02, 1.08, "long", "zip", "lapel"),
    "tunic": Cut(0.35, 0.02, 1.04, "long", "buttons", "stand", "badge"),
    "chef": Cut(0.36, 0.02, 1.08, "long", "double", "stand"),
    "vest": Cut(0.22, 0.0, 1.04, "none", "open", "vee"),
    "hi-vis": Cut(0.30, 0.02, 1.12, "none", "zip", "none", "bands"),
    "robe": Cut(2.30, 0.30, 1.14, "wide", "wrap", "vee"),
    "kimono": Cut(2.45, 0.10, 1.08, "wide", "wrap", "vee", "belt"),
    "cape": Cut(1.60, 0.50, 1.22, "cape", "plain", "stand"),
    "armour": Cut(0.18, 0.06, 1.08, "plates", "plates", "none"),
    "apron": Cut(1.25, 0.0, 1.0, "none", "bib"),
    "overalls": Cut(0.35, 0.0, 1.0, "none", "bib"),
}
_BARE_LEGS = ("skirt", "miniskirt", "long skirt", "shorts", "trunks", "swimsuit")
_SKIRTS: dict[str, tuple[float, float]] = {
    "skirt": (0.56, 0.30),
    "miniskirt": (0.36, 0.22),
    "long skirt": (0.88, 0.36),
    "dress": (0.62, 0.34),
    "gown": (0.97, 0.85),
    "sari": (0.93, 0.16),
}
"""Share of the leg a skirt covers, and how far it flares, in heads."""


def top_of(person: Person) -> tuple[Garment, Cut] | None:
    """The garment next to the upper body; bathing trunks are worn without one."""
    top, bottom = person.worn.get("top"), person.worn.get("bottom")
    if bottom is not None and bottom.cut == "trunks":
        top = Garment("bare", person.skin)
    return (top, TOPS.get(top.cut, TOPS["shirt"])) if top else None


def over_of(person: Person) -> tuple[Garment, Cut] | None:
    """The garment over it."""
    over = person.worn.get("over")
    return (over, OVERS.get(over.cut, OVERS["jacket"])) if over else None


def sleeve_of(person: Person) -> tuple[Garment, str]:
    """The garment that covers the arms, and its sleeve; sleeve "none" for bare arms."""
    for worn in (over_of(person), top_of(person)):
        if worn and worn[1].sleeve not in ("none", "cape"):
            garment, cut = worn
            if garment.cut == "dress" and not person.feminine:
                return garment, "long"
            return garment, cut.sleeve
    return Garment("", person.skin), "none"


def skirt_of(person: Person) -> tuple[Garment, float, float] | None:
    """A skirt or the skirt of a dress: the share of the leg it covers, and its flare in heads."""
    for slot in ("top", "bottom"):
        garment = person.worn.get(slot)
        if garment and garment.cut in _SKIRTS:
            return garment, *_SKIRTS[garment.cut]
    return None


def legs_bare(person: Person) -> bool:
    """Whether the lower leg shows skin."""
    top, bottom = person.worn.get("top"), person.worn.get("bottom")
    return (
        bottom is None
        or bottom.cut in _BARE_LEGS
        or (top is not None and top.cut in ("swimsuit", "dress", "gown", "sari"))
    )


def hem_of(person: Person, cut: Cut) -> float:
    """How far below the hips a garment reaches on this person, in heads; long ones are shorter on children."""
    young = person.age in ("child", "baby")
    return cut.hem * (0.72 if young and cut.hem > 0.5 else 1.0)

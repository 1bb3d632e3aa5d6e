"""How like themselves the illustrator's characters stay, from their sheet to every frame.

Run ``python -m dailies.adapters.providers.rehearsal.illustrator.consistency [--json]``.

Each character is drawn in its sheet and in frames of other places, sizes and times of day. Every picture is drawn
three times from the same scene: as it is; with the person painted in a flat code colour for each material (skin,
hair, hat, outfit), which tells what each pixel shows; and with the person painted grey all over, which is a grey
card standing in the same light. Colours are taken from the picture as it is, divided in linear light by the grey
card pixel by pixel (so tint, dimness and form shadow of the scene are undone), and compared as CIELAB distances
(1976) of medians. Shapes are head masks (skin, hair and hat about the largest head), scaled to a common box and
compared by intersection over union, the better of the mask and its mirror image.

The distance of two pictures is the mean colour distance of the materials both show, plus 40 times one minus the
shape overlap. *Within* is the distance of a character's frames to its own sheet, *between* that to the others' sheets.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import cv2
import numpy as np

from dailies.adapters.providers.rehearsal.illustrator.cast import Person
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour, srgb
from dailies.adapters.providers.rehearsal.illustrator.compose import Stage, draw_scene
from dailies.adapters.providers.rehearsal.illustrator.finish import finish
from dailies.adapters.providers.rehearsal.illustrator.light import Light
from dailies.adapters.providers.rehearsal.illustrator.painter import Painter, Pixels
from dailies.adapters.providers.rehearsal.illustrator.prompt import read_prompt
from dailies.adapters.providers.rehearsal.illustrator.scene import Scene, read_scene
from dailies.adapters.providers.rehearsal.illustrator.styles import LOOKS

CHARACTERS: tuple[str, ...] = (
    "Mia: a girl of nine in a yellow raincoat, short brown hair.",
    "Ilse Brandt: a violinist of sixty with silver hair in a bun, in a dark green dress and a red scarf.",
    "Tomas: a man of forty with a brown moustache, navy coat and navy captain's cap.",
    "Ada: a woman of thirty with long black hair, dark skin, in a coral jacket.",
    "Ben: a man of thirty, bald, with a ginger beard, glasses and a blue sweater.",
    "Noor: a woman of thirty in a teal headscarf and a cream coat.",
    "Max: a boy of six with messy ginger hair in a green sweater.",
    "Lin: a woman of twenty-five with a black bob in a red dress.",
    "Edvard: an old man with a white beard in a grey coat and a red beanie.",
    "Rosa: a stout woman of fifty with curly black hair, dark skin, in a purple sweater.",
)
"""Ten characters a casting would keep apart."""

FRAMES: tuple[str, ...] = (
    "Medium, eye level. {name} looks up.\nSetting: The kitchen, a small warm kitchen, morning, clear.",
    "Close-up, eye level. {name} listens.\nSetting: The rooftop, a flat roof over the city, dusk, clear.",
    "Full, eye level. {name} stands still.\nSetting: The beach, a wide beach, golden hour, clear.",
    "Medium close-up, eye level. {name} smiles.\nSetting: The office, an open office, night, clear.",
    "Medium wide, eye level. {name} waits.\nSetting: The forest, an old pine forest, noon, fog.",
    "Medium, eye level. {name} turns.\nSetting: The street, a street of shops, night, rain.",
)
"""Six frames of different places, sizes and times of day."""

_MATERIALS: dict[str, Colour] = {
    "skin": (0.62, 0.25, 330),
    "hair": (0.72, 0.22, 145),
    "hat": (0.80, 0.17, 95),
    "outfit": (0.52, 0.25, 264),
    "rest": (0.62, 0.0, 0),
}
_CARD: Colour = (0.62, 0.0, 0)
_SHAPE_WEIGHT = 40.0
_BOX = 48

Mask = np.ndarray[Any, np.dtype[np.bool_]]
Floats = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True)
class Likeness:
    """One picture of one character. ``colours``: CIELAB under neutral light, by material; ``head``: its mask."""

    colours: dict[str, tuple[float, float, float]]
    head: Mask


@dataclass(frozen=True)
class Row:
    """One character. ``within``: mean distance of its frames to its own sheet; ``between``: the smallest mean distance
    to another's sheet, that of ``nearest``; ``own``: share of frames nearest to their own sheet; ``colour``: mean
    CIELAB distance within, by material; ``overlap``: mean overlap of head masks within."""

    name: str
    within: float
    between: float
    nearest: str
    own: float
    colour: dict[str, float]
    overlap: float


def measure(
    characters: Sequence[str] = CHARACTERS,
    frames: Sequence[str] = FRAMES,
    width: int = 1280,
    height: int = 720,
    seed: int = 7,
) -> list[Row]:
    """Draw every character's sheet and frames at the given size and compare them."""
    names = [line.split(":")[0] for line in characters]
    sheets = [
        likeness(f"Reference sheet of a character.\n{line}\nStyle: gouache.", width, height, seed)
        for line in characters
    ]
    rows = []
    for i, line in enumerate(characters):
        prompts = [f"{frame.format(name=names[i])}\n{line}\nStyle: gouache." for frame in frames]
        seen = [likeness(prompt, width, height, seed + k) for k, prompt in enumerate(prompts)]
        table = np.array([[distance(each, sheet) for sheet in sheets] for each in seen])
        means = table.mean(axis=0)
        others = [k for k in range(len(names)) if k != i]
        nearest = min(others, key=lambda k: float(means[k]))
        shown = {m for each in seen for m in each.colours} & set(sheets[i].colours)
        rows.append(
            Row(
                names[i],
                round(float(means[i]), 2),
                round(float(means[nearest]), 2),
                names[nearest],
                float((table.argmin(axis=1) == i).mean()),
                {m: round(float(np.mean([_delta(each, sheets[i], m) for each in seen if m in each.colours])), 2)
                 for m in sorted(shown)},
                round(float(np.mean([_overlap(each.head, sheets[i].head) for each in seen])), 3),
            )
        )  # fmt: skip
    return rows


def likeness(prompt: str, width: int, height: int, seed: int) -> Likeness:
    """What one picture of one person shows of them. Raises ValueError when nobody is seen in it."""
    scene = read_scene(read_prompt(prompt))
    plain = _drawn(scene, width, height, seed)
    card, coded = (_drawn(_painted(scene, each), width, height, seed) for each in (None, _MATERIALS))
    neutral = _undone(plain, card)
    masks = _masks(coded, card, _undone(coded, card))
    head = _head(masks)
    if not head.any():
        raise ValueError(f"Nobody is seen in {prompt.splitlines()[0]!r}.")
    near = _around(head)
    lab = cv2.cvtColor(neutral, cv2.COLOR_RGB2LAB)
    colours = {}
    for material in ("skin", "hair", "hat", "outfit"):
        wanted = masks[material] & near if material == "outfit" else masks[material] & head
        if wanted.sum() > max(20, 0.01 * head.sum()):
            middle = np.median(lab[wanted], axis=0)
            colours[material] = (float(middle[0]), float(middle[1]), float(middle[2]))
    return Likeness(colours, _boxed(head))


def distance(first: Likeness, second: Likeness) -> float:
    """How unlike two pictures are: 0 the same; about 10 the same person; over 20 somebody else."""
    shared = set(first.colours) & set(second.colours)
    # A material only one of the two shows (a hat, hair under none) counts as a clear difference.
    odd = len(set(first.colours) ^ set(second.colours))
    total = sum(_delta(first, second, material) for material in shared) + 25.0 * odd
    return total / max(1, len(shared) + odd) + _SHAPE_WEIGHT * (1 - _overlap(first.head, second.head))


def _delta(first: Likeness, second: Likeness, material: str) -> float:
    return float(np.linalg.norm(np.subtract(first.colours[material], second.colours[material])))


def _drawn(scene: Scene, width: int, height: int, seed: int) -> Floats:
    """The picture in linear light, 0 to 1."""
    painter = Painter(width, height, LOOKS["gouache"], Light((0.96, 0.05, 85), (0.40, 0.056, 270)), seed)
    draw_scene(Stage(painter, scene, lambda: None))
    flat = replace(painter.look, grain=0.0, vignette=0.0, wobble=0.0, bloom=0.0)
    pixels: Pixels = finish(painter.pixels(), flat, scene.grade)
    values = pixels[..., :3].astype(np.float32) / 255
    return np.asarray(np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4), np.float32)


def _painted(scene: Scene, codes: dict[str, Colour] | None) -> Scene:
    """The scene with its people in code colours, or all in the grey of the card."""
    use = codes or dict.fromkeys(_MATERIALS, _CARD)

    def recoloured(who: Person) -> Person:
        worn = {
            slot: replace(
                garment,
                colour=use["hat" if slot == "hat" else "outfit" if slot in ("over", "top") else "rest"],
                pattern="",
            )
            for slot, garment in who.worn.items()
        }
        return replace(who, skin=use["skin"], hair=use["hair"], accent=use["rest"], worn=worn)

    actors = tuple(replace(a, who=recoloured(a.who)) if isinstance(a.who, Person) else a for a in scene.actors)
    return replace(scene, actors=actors)


def _undone(picture: Floats, card: Floats) -> Floats:
    """The picture under neutral light, as sRGB values 0 to 1."""
    grey = (srgb(_CARD)[0] / 255 + 0.055) / 1.055
    linear = np.clip(picture / np.maximum(card, 0.004) * grey**2.4, 0, 1)
    encoded = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.asarray(encoded, np.float32)


def _masks(coded: Floats, card: Floats, neutral: Floats) -> dict[str, Mask]:
    """Where each material shows: the code colour nearest to the pixel, where the coding changed it at all."""
    lab = cv2.cvtColor(neutral, cv2.COLOR_RGB2LAB)
    codes = np.array([[srgb(code) for code in _MATERIALS.values()]], np.float32) / 255
    wanted = cv2.cvtColor(codes, cv2.COLOR_RGB2LAB)[0]
    nearest = np.linalg.norm(lab[..., None, 1:] - wanted[None, None, :, 1:], axis=-1).argmin(axis=-1)
    changed = np.abs(coded - card).max(axis=-1) > 0.02
    return {name: changed & (nearest == i) for i, name in enumerate(_MATERIALS)}


def _head(masks: dict[str, Mask]) -> Mask:
    """The largest head: skin, hair and hat in one piece."""
    whole = (masks["skin"] | masks["hair"] | masks["hat"]).astype(np.uint8)
    closed = cv2.morphologyEx(whole, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(closed)
    covered = masks["hair"] | masks["hat"]
    best, most = 0, -1.0
    for label in range(1, count):
        inside = labels == label
        score = float(stats[label, cv2.CC_STAT_AREA]) * (1.0 + float((covered & inside).any()))
        if score > most:
            best, most = label, score
    return np.asarray((labels == best) & (best > 0), np.bool_)


def _around(head: Mask) -> Mask:
    """The box about a head and the chest under it."""
    ys, xs = np.nonzero(head)
    wide, tall = xs.max() - xs.min() + 1, ys.max() - ys.min() + 1
    box = np.zeros_like(head)
    box[ys.min() : ys.max() + int(1.2 * tall), max(0, xs.min() - wide) : xs.max() + wide] = True
    return box


def _boxed(head: Mask) -> Mask:
    """The head's mask in the common box, its proportions kept."""
    ys, xs = np.nonzero(head)
    cut = head[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1].astype(np.float32)
    scale = _BOX / max(cut.shape)
    size = (max(1, round(cut.shape[1] * scale)), max(1, round(cut.shape[0] * scale)))
    small = cv2.resize(cut, size, interpolation=cv2.INTER_AREA)
    box = np.zeros((_BOX, _BOX), np.float32)
    left = (_BOX - size[0]) // 2
    box[: size[1], left : left + size[0]] = small
    return np.asarray(box > 0.5, np.bool_)


def _overlap(first: Mask, second: Mask) -> float:
    return max(_union_share(first, second), _union_share(first, second[:, ::-1]))


def _union_share(first: Mask, second: Mask) -> float:
    return float((first & second).sum() / max(1, (first | second).sum()))


def main(arguments: list[str]) -> int:
    """Print the table, or JSON with ``--json``. Returns 1 when a character is nearer to another's sheet."""
    rows = measure()
    if "--json" in arguments:
        sys.stdout.write(json.dumps([asdict(row) for row in rows], indent=1) + "\n")
    else:
        sys.stdout.write(f"{'character':14}{'within':>8}{'between':>9}  {'nearest':14}{'own':>5}{'head':>7}  colours\n")
        for row in rows:
            colours = "  ".join(f"{name} {value:.1f}" for name, value in row.colour.items())
            sys.stdout.write(
                f"{row.name:14}{row.within:8.1f}{row.between:9.1f}  {row.nearest:14}{row.own:5.0%}"
                f"{row.overlap:7.2f}  {colours}\n"
            )
    return 0 if all(row.within < row.between for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""Uploaded pictures: a product cut out to be placed, a palette to be lent, the colours of an outfit.

Pictures that this artist drew carry the rehearsal mark and are left alone: what they show is drawn again from the same
description, which is the same record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import cv2
import numpy as np

from dailies.adapters.providers.rehearsal.illustrator.cast import Person
from dailies.adapters.providers.rehearsal.illustrator.colour import Colour
from dailies.adapters.providers.rehearsal.illustrator.colour_words import colours_in
from dailies.adapters.providers.rehearsal.illustrator.painter import Pixels
from dailies.adapters.providers.rehearsal.illustrator.records import Scene
from dailies.adapters.providers.rehearsal.label import SOFTWARE
from dailies.ports import ReferenceImage

_LARGEST = 640
_PLAIN = 16.0
_APART = 30.0
_STYLE_SHARE, _PRODUCT_SHARE = 0.40, 0.14

Floats = np.ndarray[Any, np.dtype[np.float32]]


def uploaded(references: Sequence[ReferenceImage]) -> list[tuple[ReferenceImage, Pixels]]:
    """The references that were not drawn here, with their pixels (RGB, at most 640 on the longer side). Unreadable
    ones are left out."""
    found = []
    for reference in references:
        if SOFTWARE.encode() in reference.image[:400]:
            continue
        data = np.frombuffer(reference.image, np.uint8)
        picture = cv2.imdecode(data, cv2.IMREAD_COLOR) if data.size else None
        if picture is None:
            continue
        scale = min(1.0, _LARGEST / max(picture.shape[:2]))
        small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture
        found.append((reference, np.ascontiguousarray(small[..., ::-1], np.uint8)))
    return found


def cut_out(picture: Pixels) -> Pixels:
    """A product without its plain background, cropped to it, RGBA; the whole picture where the ground isn't plain."""
    height, width = picture.shape[:2]
    lab = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB).astype(np.float32)
    border = np.concatenate([lab[:4].reshape(-1, 3), lab[-4:].reshape(-1, 3), lab[:, :4].reshape(-1, 3)])
    border = np.concatenate([border, lab[:, -4:].reshape(-1, 3)])
    ground = np.median(border, axis=0)
    solid = np.full((height, width), 255, np.uint8)
    spread = float(np.median(np.linalg.norm(border - ground, axis=1)))
    if spread < _PLAIN:
        far = (np.linalg.norm(lab - ground, axis=2) > _APART).astype(np.uint8)
        far = cv2.morphologyEx(far, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
        outlines, _ = cv2.findContours(far, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        large = [line for line in outlines if cv2.contourArea(line) > 0.01 * height * width]
        if large:
            mask = np.zeros((height, width), np.uint8)
            cv2.drawContours(mask, large, -1, 255, cv2.FILLED)
            solid = np.asarray(cv2.GaussianBlur(cv2.erode(mask, np.ones((3, 3), np.uint8)), (0, 0), 1.0), np.uint8)
    ys, xs = np.nonzero(solid > 40)
    cropped = np.dstack([picture, solid])[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1].astype(np.float32)
    cropped[..., :3] *= cropped[..., 3:] / 255.0
    return np.ascontiguousarray(cropped.astype(np.uint8))


def product_of(scene: Scene, found: Sequence[tuple[ReferenceImage, Pixels]]) -> tuple[str, Pixels] | None:
    """The first uploaded product that the scene has: the thing's name, and its picture to place."""
    names = {it.name.lower(): it.name for it in (*scene.things, *scene.missing)}
    names |= {a.held.name.lower(): a.held.name for a in scene.actors if a.held}
    for reference, picture in found:
        if reference.role == "product" and reference.name.lower() in names:
            return names[reference.name.lower()], cut_out(picture)
    return None


def put_down(scene: Scene, name: str) -> Scene:
    """The scene with the product whose picture is placed laid down where it can be seen, and drawn for certain."""
    actors, things = [], list(scene.things)
    for actor in scene.actors:
        if actor.held is not None and actor.held.name == name:
            things.insert(0, replace(actor.held, where="table", by=actor.who.name))
            actor = replace(actor, held=None)
        actors.append(actor)
    things.extend(replace(it, kind="box") for it in scene.missing if it.name == name)
    missing = tuple(it for it in scene.missing if it.name != name)
    return replace(scene, actors=tuple(actors), things=tuple(things), missing=missing)


def dressed_from(scene: Scene, found: Sequence[tuple[ReferenceImage, Pixels]]) -> Scene:
    """Outfits in the colours of uploaded pictures, where the description names no colour."""
    actors = list(scene.actors)
    for reference, picture in found:
        if reference.role != "character" or colours_in(reference.description):
            continue
        colour = outfit_colour(picture)
        for i, actor in enumerate(actors):
            if isinstance(actor.who, Person) and actor.who.name.lower() == reference.name.lower():
                slot = "over" if "over" in actor.who.worn else "top"
                worn = {**actor.who.worn, slot: replace(actor.who.worn[slot], colour=colour)}
                actors[i] = replace(actor, who=replace(actor.who, worn=worn))
    return replace(scene, actors=tuple(actors))


def outfit_colour(picture: Pixels) -> Colour:
    """The commonest strong colour of the middle of a picture, below its upper third (OKLCH)."""
    height, width = picture.shape[:2]
    middle = picture[height // 3 : height * 4 // 5, width // 4 : width * 3 // 4].reshape(-1, 3)
    lab = cv2.cvtColor(middle[None], cv2.COLOR_RGB2LAB)[0].astype(np.float32)
    chroma = np.hypot(lab[:, 1] - 128, lab[:, 2] - 128)
    strong = lab[chroma >= np.quantile(chroma, 0.6)]
    bins = (strong // 24).astype(np.int64) @ np.array([144, 12, 1])
    common = strong[bins == np.bincount(bins).argmax()].mean(0)
    lightness, a, b = float(common[0]) / 255, float(common[1]) - 128, float(common[2]) - 128
    hue = float(np.degrees(np.arctan2(b, a))) % 360
    return 0.12 + 0.86 * lightness, min(0.17, float(np.hypot(a, b)) / 380), hue


def tinted(pixels: Pixels, found: Sequence[tuple[ReferenceImage, Pixels]]) -> Pixels:
    """The picture (RGB) drawn gently towards the palette of uploaded style pictures, and a little of products'."""
    for reference, picture in found:
        share = {"style": _STYLE_SHARE, "product": _PRODUCT_SHARE}.get(reference.role, 0.0)
        if not share:
            continue
        source = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB).astype(np.float32).reshape(-1, 3)
        lab: Floats = cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).astype(np.float32)
        mean, spread = lab.reshape(-1, 3).mean(0), lab.reshape(-1, 3).std(0) + 1e-3
        wanted = (lab - mean) / spread * np.clip(source.std(0), 0.6 * spread, 1.5 * spread) + source.mean(0)
        weight = np.array([share * 0.4, share, share], np.float32)
        mixed = lab + (wanted - lab) * weight
        pixels = np.asarray(cv2.cvtColor(np.clip(mixed, 0, 255).astype(np.uint8), cv2.COLOR_LAB2RGB), np.uint8)
    return pixels

"""The timeline as Final Cut Pro XML 1.11, for Final Cut Pro and DaVinci Resolve."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from fractions import Fraction

from dailies.media.timeline.model import Span, Timeline, TimelineClip, spans

VERSION = "1.11"
DOCTYPE = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE fcpxml>\n'


def fcpxml(timeline: Timeline) -> str:
    """The timeline as FCPXML 1.11: other takes as auditions, stems below the pictures, a marker for every caption."""
    return _Document(timeline).text()


class _Document:
    """Collects resources while the story line is laid out."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._rate = timeline.fps
        self._root = ET.Element("fcpxml", version=VERSION)
        self._resources = ET.SubElement(self._root, "resources")
        self._count = 1
        ET.SubElement(
            self._resources,
            "format",
            id="r1",
            frameDuration=f"1/{self._rate}s",
            width=str(timeline.width),
            height=str(timeline.height),
            colorSpace="1-1-1 (Rec. 709)",
        )

    def text(self) -> str:
        placed = spans(self._timeline)
        total = sum(span.length for span in placed)
        event = ET.SubElement(ET.SubElement(self._root, "library"), "event", name=self._timeline.title)
        project = ET.SubElement(event, "project", name=self._timeline.title)
        facts = {"format": "r1", "duration": self._at(total), "tcStart": "0s", "tcFormat": "NDF"}
        sequence = ET.SubElement(project, "sequence", facts, audioLayout="stereo", audioRate="48k")
        spine = ET.SubElement(sequence, "spine")
        for index, (clip, span) in enumerate(zip(self._timeline.clips, placed, strict=True)):
            shown = self._shown(spine, clip, span)
            if index == 0:
                self._sounds(shown, span, total)
            self._words(shown, clip, span)
            if span.fade:
                offset = span.start + span.length - span.fade
                ET.SubElement(
                    spine,
                    "transition",
                    name="Cross Dissolve" if clip.transition == "crossfade" else clip.transition.capitalize(),
                    offset=self._at(offset),
                    duration=self._at(2 * span.fade),
                )
        ET.indent(self._root)
        return DOCTYPE + ET.tostring(self._root, encoding="unicode") + "\n"

    def _shown(self, spine: ET.Element, clip: TimelineClip, span: Span) -> ET.Element:
        """The clip in the story line; with other takes it is the first, and so the picked one, of an audition."""
        parent = spine
        if clip.takes:
            parent = ET.SubElement(spine, "audition", offset=self._at(span.start))
        shown = self._asset_clip(parent, clip, span, clip.name, self._asset(clip.name, clip.file, span.available))
        for take in clip.takes:
            available = max(span.first + 1, round(take.seconds * self._rate))
            self._asset_clip(parent, clip, span, take.name, self._asset(take.name, take.file, available))
        if not clip.takes:
            shown.set("offset", self._at(span.start))
        return shown

    def _asset_clip(self, parent: ET.Element, clip: TimelineClip, span: Span, name: str, asset: str) -> ET.Element:
        # Times inside a retimed clip are counted after the retiming.
        start = Fraction(span.first, self._rate) / Fraction(clip.speed).limit_denominator(1000)
        shown = ET.SubElement(parent, "asset-clip", ref=asset, name=name, start=_seconds(start))
        shown.set("duration", self._at(span.length))
        if clip.note:
            ET.SubElement(shown, "note").text = clip.note
        if clip.speed != 1:
            speed = Fraction(clip.speed).limit_denominator(1000)
            mapped = ET.SubElement(shown, "timeMap")
            for frame in (0, span.available):
                value = Fraction(frame, self._rate)
                point = {"time": _seconds(value / speed), "value": _seconds(value), "interp": "linear"}
                ET.SubElement(mapped, "timept", point)
        return shown

    def _words(self, shown: ET.Element, clip: TimelineClip, span: Span) -> None:
        if clip.caption:
            start = shown.get("start", "0s")
            ET.SubElement(shown, "marker", start=start, duration=f"1/{self._rate}s", value=clip.caption)

    def _sounds(self, first: ET.Element, span: Span, total: int) -> None:
        """Stems hang on the first clip, and run under the whole film."""
        for lane, sound in enumerate(self._timeline.sounds, 1):
            asset = self._asset(sound.name, sound.file, total, sound=True)
            hung = ET.SubElement(first, "asset-clip", ref=asset, lane=str(-lane), name=sound.name, start="0s")
            hung.set("offset", first.get("start", "0s"))
            hung.set("duration", self._at(total))
            hung.set("audioRole", sound.role)

    def _asset(self, name: str, file: str, frames: int, *, sound: bool = False) -> str:
        self._count += 1
        asset = ET.SubElement(self._resources, "asset", id=f"r{self._count}", name=name, start="0s")
        asset.set("duration", self._at(frames))
        facts = (
            {"hasAudio": "1", "audioSources": "1", "audioChannels": "2", "audioRate": "48000"}
            if sound
            else {"hasVideo": "1", "format": "r1", "videoSources": "1"}
        )
        asset.attrib.update(facts)
        ET.SubElement(asset, "media-rep", kind="original-media", src=f"./{file}")
        return f"r{self._count}"

    def _at(self, frames: int) -> str:
        return f"{frames}/{self._rate}s" if frames else "0s"


def _seconds(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}s" if value else "0s"

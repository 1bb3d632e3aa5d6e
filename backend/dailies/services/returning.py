"""A timeline that comes back from an editing program, as a plan the creator can take over."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dailies.domain.conversation import plan_base
from dailies.domain.cutting import FASTEST, LEAST_CLIP_S, SLOWEST, ClipEdit, CutSettings, with_clip
from dailies.domain.items import clip_id
from dailies.domain.project import CUT, Plan, PlanChange, Project
from dailies.media.timeline import EditedClip, read_changes
from dailies.services.cutting_room import cut_settings
from dailies.services.documents import clip_file, story_of, timeline_of


def returned_plan(project: Project, edited: str, plan_id: str, now: datetime) -> tuple[Plan | None, tuple[str, ...]]:
    """The changes of an edited ``.otio`` file as a plan, and as sentences; None where it changes nothing that can be
    taken over. Raises InvalidInput ``timeline_unreadable``, ``timeline_empty``; Conflict ``nothing_to_export``."""
    story = story_of(project)
    found = read_changes(timeline_of(project, story), edited)
    sentences = tuple(change.sentence for change in found.changes)
    edited_clips = {change.clip for change in found.changes if change.kind in ("trim", "retime")}
    settings = _settings(project, found.clips, edited_clips)
    picks = _picks(project, found.clips)
    if settings == project.cut and not picks:
        return None, sentences
    changes = (*picks, PlanChange(CUT, " ".join(sentences), kind="cut", cut=settings))
    summary = "Take over the cut as it was edited elsewhere"
    return Plan(plan_id, "", "video", summary, changes, plan_base(project, changes), now), sentences


def _settings(project: Project, clips: tuple[EditedClip, ...], edited: set[str]) -> CutSettings:
    story = story_of(project)
    once = list({clip.id: clip for clip in reversed(clips)}.values())[::-1]
    settings = cut_settings(project)
    for clip in (each for each in once if each.id in edited):
        settings = with_clip(settings, _edit(project, clip))
    usual = [shot.id for _, shot in story.shots()]
    order = tuple(clip.id for clip in once)
    left_out = tuple(shot for shot in usual if shot not in order)
    in_story_order = tuple(shot for shot in usual if shot in order) == order
    return replace(settings, order=() if in_story_order else order, left_out=left_out)


def _edit(project: Project, clip: EditedClip) -> ClipEdit:
    """What is shown of a clip so that it lasts as long as it does in the edited timeline. A clip that stands still
    there is held here."""
    found = story_of(project).find_shot(clip.id)
    whole = found[1].seconds if found else clip.seconds
    begin = clip.trim_in_s
    if clip.speed < SLOWEST:
        return ClipEdit(clip.id, begin, begin + LEAST_CLIP_S, 1.0, max(0.0, round(clip.seconds - LEAST_CLIP_S, 4)))
    speed = min(FASTEST, clip.speed)
    end = round(begin + clip.seconds * speed, 4)
    plain = begin == 0 and abs(end - whole) < 1 / 48
    return ClipEdit(clip.id, begin, None if plain else max(end, begin + LEAST_CLIP_S), speed)


def _picks(project: Project, clips: tuple[EditedClip, ...]) -> tuple[PlanChange, ...]:
    numbers = {shot.id: number for number, (_, shot) in enumerate(story_of(project).shots(), 1)}
    picks = []
    for clip in clips:
        item = clip_id(clip.id)
        for take in project.takes_of(item):
            chosen = take.media is not None and clip_file(numbers[clip.id], take).endswith(f"/{clip.file}")
            if chosen and take.id != project.selected.get(item):
                picks.append(PlanChange(item, "", take.number, "pick"))
    return tuple({change.item: change for change in picks}.values())

"""From a project to what the editor needs: its clips in the cut's order, lines, music, logo; and how it was cut."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dailies.domain.cutting import CutSettings, seconds_in_cut, shots_in_cut
from dailies.domain.errors import Conflict, ProviderError
from dailies.domain.items import clip_id, voice_id
from dailies.domain.project import CUT, Media, Project, Take
from dailies.domain.story import Shot, Story
from dailies.media.captions import Cue, Spoken, cues_of
from dailies.media.video import probe
from dailies.ports import Blobs, CutClip, CutRequest, CutResult, Editor, Progress


@dataclass(frozen=True)
class ShownShot:
    """A shot as the film shows it. ``number``: of its clip; ``take``: of the clip; ``seconds``: in the film."""

    shot: Shot
    number: int
    take: Take
    seconds: float


@dataclass(frozen=True)
class CuttingRoom:
    """Joins a project's clips."""

    editor: Editor
    blobs: Blobs

    async def cut(self, project: Project, blank: Take, progress: Progress) -> Take:
        """A new take of the cut, by the project's settings. Raises ProviderError ``clips_missing``, ``item_gone``."""
        with tempfile.TemporaryDirectory(prefix="dailies-") as folder:
            output = Path(folder) / "cut.mp4"
            result = await self.render(project, project.cut, output, progress)
            media = await kept_film(self.blobs, output)
        return replace(
            blank,
            media=media,
            cut=project.cut,
            model=self.editor.name,
            provider=self.editor.name,
            warnings=(*unsaid(project), *result.warnings),
            copied=result.copied,
        )

    async def render(
        self,
        project: Project,
        settings: CutSettings,
        output: Path,
        progress: Progress,
        size: tuple[int, int] | None = None,
    ) -> CutResult:
        """Write the film by these settings. ``size``: pixels, None for the project's own."""
        return await self.editor.assemble(await self.request(project, settings, output, size), progress)

    async def stems(
        self, project: Project, settings: CutSettings, folder: Path, progress: Progress
    ) -> tuple[Path, ...]:
        """The film's sound as WAV files."""
        return await self.editor.stems(await self.request(project, settings, folder / "unused.mp4"), folder, progress)

    async def request(
        self, project: Project, settings: CutSettings, output: Path, size: tuple[int, int] | None = None
    ) -> CutRequest:
        """What the editor is asked for. Raises ProviderError ``clips_missing``, ``item_gone``."""
        story = project.story
        if story is None:
            raise ProviderError("There is no story to cut.", code="item_gone", retryable=False)
        card, wanted = settings.end_card, size or project.brief.frame_size
        return CutRequest(
            tuple(self._clips(project, story, settings)),
            *wanted,
            output,
            settings,
            title=story.title if settings.title else "",
            end_card=(card.text or story.call_to_action) if settings.title and card.on else "",
            call_to_action=card.call_to_action if settings.title and card.on else "",
            logo=await self.blobs.read(card.logo) if card.logo and card.on and settings.title else None,
            music=self.blobs.path(settings.music_file) if settings.music_file else None,
            seed=project.seed,
        )

    def _clips(self, project: Project, story: Story, settings: CutSettings) -> Iterator[CutClip]:
        for shown in shown_shots(project, story, settings):
            shot, edit = shown.shot, settings.edit_of(shown.shot.id)
            assert shown.take.media is not None
            voice = project.selected_take(voice_id(shot.id)) if settings.narration.on and shot.line else None
            yield CutClip(
                self.blobs.path(shown.take.media.sha256),
                shown.seconds,
                shot.line or shot.caption,
                edit.trim_in_s,
                edit.trim_out_s if edit.hold_s == 0 else (edit.trim_out_s or shot.seconds),
                edit.speed,
                self.blobs.path(voice.media.sha256) if voice and voice.media else None,
                voice.words if voice else (),
                settings.join_after(shot.id),
                f"clip {shown.number}",
            )


def shown_shots(project: Project, story: Story, settings: CutSettings) -> tuple[ShownShot, ...]:
    """The shots of the film with their clips. Raises ProviderError ``clips_missing``."""
    numbers = {shot.id: number for number, (_, shot) in enumerate(story.shots(), 1)}
    shown = []
    for shot in shots_in_cut(story, settings):
        take = project.selected_take(clip_id(shot.id))
        if take is None or take.media is None:
            raise ProviderError(f"Clip {numbers[shot.id]} has no take.", code="clips_missing", retryable=False)
        shown.append(ShownShot(shot, numbers[shot.id], take, seconds_in_cut(shot, settings.edit_of(shot.id))))
    return tuple(shown)


def cut_settings(project: Project) -> CutSettings:
    """The settings the selected cut was made by; the project's where there is none."""
    take = project.selected_take(CUT)
    return take.cut if take is not None and take.cut is not None else project.cut


def film_cues(project: Project, story: Story) -> tuple[Cue, ...]:
    """When each line or caption is shown in the selected cut."""
    settings = cut_settings(project)
    shots = shots_in_cut(story, settings)
    return cues_of(
        [Spoken(seconds_in_cut(shot, settings.edit_of(shot.id)), shot.line or shot.caption) for shot in shots]
    )


def unsaid(project: Project) -> tuple[str, ...]:
    """A warning where narration is wished for and lines have no voice yet."""
    story = project.story
    if story is None or not project.cut.narration.on:
        return ()
    missing = [shot for _, shot in story.shots() if shot.line and voice_id(shot.id) not in project.selected]
    if not missing:
        return ()
    lines = "1 line has" if len(missing) == 1 else f"{len(missing)} lines have"
    return (f"{lines} no voice yet, and stand as captions. Have them spoken, then cut again.",)


def film_take(project: Project) -> Take:
    """The selected cut. Raises Conflict ``nothing_to_export``."""
    take = project.selected_take(CUT)
    if take is None or take.media is None:
        raise Conflict("There is no cut yet. Make the video first.", code="nothing_to_export")
    return take


async def kept_film(blobs: Blobs, path: Path) -> Media:
    """A film file, stored. Raises DailiesError ``film_unreadable``."""
    facts, size = probe(path), path.stat().st_size
    return Media(await blobs.put_file(path), "video/mp4", facts.width, facts.height, size, facts.seconds)

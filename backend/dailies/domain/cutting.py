"""How the clips become a film: their order, trims and speeds, what joins them, words, sound. Pure settings and
verbs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal, get_args

from dailies.domain.errors import InvalidInput
from dailies.domain.story import Shot, Story

Transition = Literal["cut", "dissolve", "dip to black", "dip to white", "wipe", "push"]
TRANSITIONS: tuple[Transition, ...] = get_args(Transition)
Direction = Literal["left", "right", "up", "down"]
Mood = Literal["warm", "bright", "calm", "tense", "sad"]
CaptionPlace = Literal["bottom", "middle", "top"]
CaptionGround = Literal["outline", "box"]
Rate = Literal[24, 25, 30, 60]

LONGEST_TRANSITION_S = 4.0
SLOWEST, FASTEST = 0.1, 10.0
LONGEST_HOLD_S = 30.0
LEAST_CLIP_S = 0.25
FIRST_SETTINGS = ("transition", "captions", "music", "title")
"""Settings that count in the digest at every value; those that came later only where they are not the usual."""


@dataclass(frozen=True)
class JoinChoice:
    """How one clip leads to the next, where it differs from the others. ``after``: the shot that ends; ``seconds``: of
    the transition, half before the cut and half after it; ``direction``: where a wipe or push moves to."""

    after: str
    transition: Transition = "cut"
    seconds: float = 0.5
    direction: Direction = "left"


@dataclass(frozen=True)
class ClipEdit:
    """What is shown of one clip. ``trim_in_s``, ``trim_out_s``: seconds of its file, None for what its shot needs;
    ``speed``: 0.1 to 10, 2 is twice as fast; ``hold_s``: seconds its last picture stands at its end."""

    shot: str
    trim_in_s: float = 0.0
    trim_out_s: float | None = None
    speed: float = 1.0
    hold_s: float = 0.0


@dataclass(frozen=True)
class CaptionLook:
    """How burned-in captions look. ``scale``: of their letters, 0.6 to 1.6; ``place``: always inside the title-safe
    area; ``ground``: an outline or a dark box; ``upper``: in capitals; ``by_word``: word after word, where speech gives
    the times."""

    scale: float = 1.0
    place: CaptionPlace = "bottom"
    ground: CaptionGround = "outline"
    upper: bool = False
    by_word: bool = False


@dataclass(frozen=True)
class NarrationChoice:
    """Whether lines are spoken. ``voice``: the vendor's name of it, "" for its usual; ``speed``: 0.5 to 2; ``stretch``:
    speak a line up to a fifth faster where it does not fit its scene."""

    on: bool = False
    voice: str = ""
    speed: float = 1.0
    stretch: bool = True


@dataclass(frozen=True)
class EndCardChoice:
    """The last words. ``text``, ``call_to_action``: "" for the story's own; ``logo``: sha256 of an uploaded picture, ""
    for none; ``seconds``: how long it stands."""

    on: bool = True
    text: str = ""
    call_to_action: str = ""
    logo: str = ""
    seconds: float = 2.2


@dataclass(frozen=True)
class CutSettings:
    """How the clips are joined. ``transition``, ``transition_s``, ``direction``: of every pair but those in ``joins``.
    ``captions``: burned in; files beside the film have them anyway. ``music``: whether there is any; ``music_file``:
    sha256 of an own file, "" for a bed composed to ``mood``. ``duck_db``: how much music gives way to speech.
    ``loudness``: LUFS. ``clips``: what is shown of each, whole where it is not listed. ``order``: shots that come
    first, in this order; those not listed follow in the story's. ``left_out``: shots not shown. ``fps``: frames a
    second."""

    transition: Transition = "cut"
    captions: bool = True
    music: bool = True
    title: bool = True
    transition_s: float = 0.5
    direction: Direction = "left"
    joins: tuple[JoinChoice, ...] = ()
    clips: tuple[ClipEdit, ...] = ()
    order: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    caption_look: CaptionLook = CaptionLook()
    end_card: EndCardChoice = EndCardChoice()
    match_colour: bool = False
    mood: Mood = "warm"
    music_file: str = ""
    duck_db: float = 11.0
    loudness: float = -14.0
    narration: NarrationChoice = field(default_factory=NarrationChoice)
    fps: Rate = 24

    def join_after(self, shot: str) -> JoinChoice:
        """How a shot's clip leads to the next."""
        usual = JoinChoice(shot, self.transition, self.transition_s, self.direction)
        return next((join for join in self.joins if join.after == shot), usual)

    def edit_of(self, shot: str) -> ClipEdit:
        """What is shown of a shot's clip."""
        return next((edit for edit in self.clips if edit.shot == shot), ClipEdit(shot))


def told_settings(settings: CutSettings) -> dict[str, Any]:
    """The settings that tell one cut from another: those added later only where they are not the usual."""
    usual = asdict(CutSettings())
    return {name: value for name, value in asdict(settings).items() if name in FIRST_SETTINGS or value != usual[name]}


def shots_in_cut(story: Story, settings: CutSettings) -> tuple[Shot, ...]:
    """The shots the film shows, in the cut's order."""
    shots = {shot.id: shot for _, shot in story.shots() if shot.id not in settings.left_out}
    first = [each for each in settings.order if each in shots]
    return tuple(shots[each] for each in dict.fromkeys((*first, *shots)))


def shown_range(shot: Shot, edit: ClipEdit) -> tuple[float, float]:
    """Seconds of the clip's file that are shown: from, to."""
    until = edit.trim_out_s if edit.trim_out_s is not None else max(edit.trim_in_s + LEAST_CLIP_S, shot.seconds)
    return edit.trim_in_s, until


def seconds_in_cut(shot: Shot, edit: ClipEdit) -> float:
    """How long a shot's clip lasts in the film."""
    begin, end = shown_range(shot, edit)
    return (end - begin) / edit.speed + edit.hold_s


def with_join(settings: CutSettings, join: JoinChoice) -> CutSettings:
    """Join one pair in its own way. Raises InvalidInput ``cut_setting_invalid``."""
    _check_join(join)
    others = tuple(each for each in settings.joins if each.after != join.after)
    return replace(settings, joins=(*others, join))


def with_transition(
    settings: CutSettings, transition: Transition, seconds: float | None = None, direction: Direction | None = None
) -> CutSettings:
    """Join every pair in the same way. Raises InvalidInput ``cut_setting_invalid``."""
    changed = replace(
        settings,
        transition=transition,
        transition_s=settings.transition_s if seconds is None else seconds,
        direction=direction or settings.direction,
        joins=(),
    )
    _check_join(JoinChoice("", changed.transition, changed.transition_s, changed.direction))
    return changed


def with_clip(settings: CutSettings, edit: ClipEdit) -> CutSettings:
    """Trim, retime or hold one clip; a plain edit shows it whole again. Raises InvalidInput ``cut_setting_invalid``."""
    _check_clip(edit)
    others = tuple(each for each in settings.clips if each.shot != edit.shot)
    return replace(settings, clips=others if edit == ClipEdit(edit.shot) else (*others, edit))


def with_music(settings: CutSettings, mood: Mood | None, *, keep_file: bool = False) -> CutSettings:
    """Play a bed of this mood, or None for no music. ``keep_file``: go on with an own file where there is one."""
    if mood is None:
        return replace(settings, music=False)
    return replace(settings, music=True, mood=mood, music_file=settings.music_file if keep_file else "")


def with_title(settings: CutSettings, on: bool) -> CutSettings:
    """Show the title and the end card, or not."""
    return replace(settings, title=on)


def with_narration(settings: CutSettings, on: bool, voice: str | None = None) -> CutSettings:
    """Have the lines spoken, or not; ``voice`` None keeps the one chosen."""
    chosen = settings.narration
    return replace(
        settings, narration=replace(chosen, on=on, voice=chosen.voice if voice is None else voice.strip()[:80])
    )


def with_captions(settings: CutSettings, on: bool, look: CaptionLook | None = None) -> CutSettings:
    """Burn captions in, or not; ``look`` None keeps how they look. Raises InvalidInput ``cut_setting_invalid``."""
    changed = replace(settings, captions=on, caption_look=look or settings.caption_look)
    _check_scale(changed.caption_look)
    return changed


def checked_cut(settings: CutSettings, files: Sequence[str]) -> CutSettings:
    """The settings, if a film can be made by them. ``files``: sha256 of what was uploaded for the cut.

    Raises InvalidInput ``cut_setting_invalid`` with a sentence that says what is wrong.
    """
    _check_join(JoinChoice("", settings.transition, settings.transition_s, settings.direction))
    for join in settings.joins:
        _check_join(join)
    for edit in settings.clips:
        _check_clip(edit)
    _check_scale(settings.caption_look)
    if len({join.after for join in settings.joins}) < len(settings.joins):
        raise _invalid("Each pair of clips is joined in one way.")
    if len({edit.shot for edit in settings.clips}) < len(settings.clips):
        raise _invalid("Each clip is trimmed in one way.")
    if not 0.5 <= settings.narration.speed <= 2:
        raise _invalid("A voice speaks at half to twice its speed.")
    if not 0 <= settings.duck_db <= 40:
        raise _invalid("Music gives way to speech by 0 to 40 dB.")
    if not -31 <= settings.loudness <= -9:
        raise _invalid("A film is mastered to between -31 and -9 LUFS.")
    if not 0.5 <= settings.end_card.seconds <= 10:
        raise _invalid("An end card stands for half a second to ten seconds.")
    for file in (settings.music_file, settings.end_card.logo):
        if file and file not in files:
            raise _invalid("That file was not uploaded to this project.")
    return settings


def _check_join(join: JoinChoice) -> None:
    if not 0.05 <= join.seconds <= LONGEST_TRANSITION_S:
        raise _invalid(f"A transition takes 0.05 to {LONGEST_TRANSITION_S:g} seconds.")


def _check_clip(edit: ClipEdit) -> None:
    if edit.trim_in_s < 0 or (edit.trim_out_s is not None and edit.trim_out_s - edit.trim_in_s < LEAST_CLIP_S):
        raise _invalid("A clip shows at least a quarter of a second of its file.")
    if not SLOWEST <= edit.speed <= FASTEST:
        raise _invalid("A clip runs at 0.1 to 10 times its speed.")
    if not 0 <= edit.hold_s <= LONGEST_HOLD_S:
        raise _invalid(f"A clip's last picture is held for up to {LONGEST_HOLD_S:g} seconds.")


def _check_scale(look: CaptionLook) -> None:
    if not 0.6 <= look.scale <= 1.6:
        raise _invalid("Captions are 0.6 to 1.6 times their usual size.")


def _invalid(sentence: str) -> InvalidInput:
    return InvalidInput(sentence, code="cut_setting_invalid")

"""Storyboards on disk, read back and checked before anything is made from them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, ValidationError

from workbench.arguments import read_bytes, read_picture
from workbench.films import Clip
from workbench.terminal import bad_argument

ENHANCED_FILE = "storyboard_enhanced_motion_prompts.json"


class BoardClip(BaseModel):
    """A clip of ``storyboard_metadata.json``; whatever else stands there is left alone."""

    clip: int = Field(ge=1)
    description: str = Field(min_length=1)
    seconds: float = Field(default=4.0, ge=0.5, le=60)
    motion: str = ""
    camera_movement: str = ""
    negative_prompt: str = ""
    start_frame: str = Field(min_length=1)
    end_frame: str | None = None


class BoardDocument(BaseModel):
    """``storyboard_metadata.json``, as far as clips are made from it."""

    aspect_ratio: str = "16:9"
    clips: list[BoardClip] = Field(min_length=1)


@dataclass(frozen=True)
class Board:
    """A storyboard whose frames are all there. ``pictures``: start and end frame by clip number."""

    document: BoardDocument
    pictures: dict[int, tuple[bytes, bytes | None]]

    def clips(self, motions: dict[int, tuple[str, str]] | None = None) -> list[Clip]:
        """What its clips are made from. ``motions``: motion and negative prompt by clip number, where the board's
        own are not to be used."""
        found = []
        for clip in self.document.clips:
            start, end = self.pictures[clip.clip]
            own = (clip.motion or clip.description, clip.negative_prompt)
            motion, negative = (motions or {}).get(clip.clip, own)
            found.append(Clip(f"clip_{clip.clip:03d}_video", motion, start, clip.seconds, negative, end))
        return found


def read_board(path: Path) -> Board:
    """A storyboard and its frames. Ends the tool with 2 where the file is none or a frame is missing."""
    document = read_document(path)
    pictures = {}
    for clip in document.clips:
        start = frame_of(path, clip.clip, clip.start_frame)
        end = frame_of(path, clip.clip, clip.end_frame) if clip.end_frame else None
        pictures[clip.clip] = (start, end)
    return Board(document, pictures)


def read_document(path: Path) -> BoardDocument:
    """The metadata alone. Ends the tool with 2 where the file is no storyboard."""
    try:
        found: Any = json.loads(read_bytes(path))
        return BoardDocument.model_validate(found)
    except (UnicodeDecodeError, json.JSONDecodeError):
        bad_argument(f"{path} is not JSON. Give a storyboard_metadata.json.")
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        bad_argument(f"{path} is not a storyboard: {where}: {first['msg']}.")


def frame_of(board: Path, clip: int, name: str) -> bytes:
    """A frame beside its storyboard."""
    path = board.parent / name
    if not path.is_file():
        bad_argument(f"Clip {clip} of {board} has no frame: there is no file {path}.")
    return read_picture(path)


def read_motions(board: Path) -> dict[int, tuple[str, str]] | None:
    """Enhanced motion prompts beside a storyboard, or None where there are none."""
    path = board.parent / ENHANCED_FILE
    if not path.is_file():
        return None
    try:
        clips = json.loads(read_bytes(path))["clips"]
        return {int(clip["clip"]): (str(clip["motion_prompt"]), str(clip["negative_prompt"])) for clip in clips}
    except (UnicodeDecodeError, ValueError, KeyError, TypeError):
        bad_argument(f"{path} has another form than enhance_video_prompt.py writes.")

"""The storyboard as a document: A4 landscape, one to nine frames a page, with what happens and what is said."""

from __future__ import annotations

import io
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from fontTools import subset  # type: ignore[import-untyped]
from fpdf import FPDF
from PIL import Image

PAGE = (297.0, 210.0)
"""Millimetres, as all lengths here."""
MARGIN = 14.0
GUTTER = 7.0
HEAD = 15.0
FOOT = 8.0
PICTURE_PIXELS = 900
"""Width at which pictures are stored: 270 dots an inch at the width of a column of three."""
TEXT_SHARE = 0.28
"""Least share of a panel's height that is left for words; of the small ones of nine a page, a little more."""
BESIDE = 34.0
"""Words stand beside an upright frame of full height where this much room is left for them."""
PerPage = Literal[1, 2, 4, 6, 9]
SCALES: dict[int, float] = {1: 1.35, 2: 1.15, 4: 1.05, 6: 1.0, 9: 0.86}
"""Size of letters by frames a page."""
LOGO = (40.0, 10.0)
"""Room for a logo at the head of each page."""
INK, GREY, HAIR, NOTE = (24, 24, 28), (112, 112, 120), (214, 214, 218), (150, 84, 20)


@dataclass(frozen=True)
class Panel:
    """One shot of the board. ``code``: "4A"; ``seconds``: its length; ``camera``: size and move; ``line``:
    what is said or shown; ``image``: an encoded picture, or None while there is none; ``notes``: what was noted
    about it."""

    number: int
    code: str
    seconds: float
    action: str
    camera: str = ""
    line: str = ""
    image: bytes | None = None
    notes: str = ""


@dataclass(frozen=True)
class Board:
    """A storyboard. ``aspect``: width over height of its frames; ``logo``: an encoded picture, or None."""

    title: str
    logline: str
    panels: tuple[Panel, ...]
    aspect: float = 16 / 9
    logo: bytes | None = None


def storyboard_pdf(board: Board, per_page: PerPage | None = None) -> bytes:
    """The board as a PDF whose text can be selected. Pictures that can't be read are shown as empty frames.

    ``per_page``: frames a page; None for what suits the frames' shape: six wide ones, four or eight upright ones.
    """
    each = per_page or (6 if board.aspect >= 1.2 else 4 if board.aspect < 0.7 else 8)
    columns, rows = _grid(each, board.aspect)
    document = _Document(board, columns, rows, SCALES.get(each, 1.0))
    for first in range(0, max(1, len(board.panels)), each):
        document.page(board.panels[first : first + each])
    return document.bytes()


def _grid(count: int, aspect: float) -> tuple[int, int]:
    """Columns and rows in which frames of this shape are largest."""

    def size(columns: int) -> float:
        width, height = _panel_size(columns, -(-count // columns))
        return min(width / aspect, height * (1 - _text_share(count)))

    columns = max(range(1, count + 1), key=size)
    return columns, -(-count // columns)


def _text_share(count: int) -> float:
    return TEXT_SHARE if count < 9 else 0.42


def _panel_size(columns: int, rows: int) -> tuple[float, float]:
    width = (PAGE[0] - 2 * MARGIN - GUTTER * (columns - 1)) / columns
    return width, (PAGE[1] - MARGIN - HEAD - FOOT - 6 - GUTTER * (rows - 1)) / rows


class _Document:
    """Lays panels on pages."""

    def __init__(self, board: Board, columns: int, rows: int, scale: float) -> None:
        self._board = board
        self._scale = scale
        self._logo = _stored_logo(board.logo)
        self._columns = columns
        self._rows = rows
        self._pdf = FPDF(orientation="landscape", unit="mm", format="A4")
        self._pdf.set_auto_page_break(False)
        self._pdf.c_margin = 0.0
        self._pdf.set_title(board.title)
        self._pdf.set_creator("Dailies")
        with TemporaryDirectory(prefix="dailies-") as folder:
            font = Path(folder) / "board.ttf"
            _write_font(font, _letters(board))
            for style, weight in (("", 400.0), ("B", 650.0)):
                self._pdf.add_font("Inter", style, font, variations={"wght": weight, "opsz": 14.0})

    def bytes(self) -> bytes:
        return bytes(self._pdf.output())

    def page(self, panels: tuple[Panel, ...]) -> None:
        self._pdf.add_page()
        self._head()
        width, height = _panel_size(self._columns, self._rows)
        for index, panel in enumerate(panels):
            row, column = divmod(index, self._columns)
            left = MARGIN + column * (width + GUTTER)
            self._panel(panel, left, MARGIN + HEAD + row * (height + GUTTER), width, height)

    def _head(self) -> None:
        pdf = self._pdf
        seconds = sum(panel.seconds for panel in self._board.panels)
        count = len(self._board.panels)
        self._ink("B", 13, INK)
        pdf.set_xy(MARGIN, MARGIN - 4)
        pdf.cell(200, 6, self._short(self._board.title, 200))
        self._ink("", 8, GREY)
        facts = f"{count} {'shot' if count == 1 else 'shots'}, {seconds:g} s"
        right = PAGE[0] - MARGIN
        if self._logo is not None:
            picture, wide, high = self._logo
            pdf.image(picture, right - wide, MARGIN - 5, wide, high)
            right -= wide + 5
        pdf.set_xy(right - 60, MARGIN - 4)
        pdf.cell(60, 6, facts, align="R")
        pdf.set_xy(MARGIN, MARGIN + 2)
        pdf.cell(215, 5, self._short(self._board.logline, 215))
        pdf.set_xy(PAGE[0] - MARGIN - 40, PAGE[1] - FOOT - 3)
        pdf.cell(40, 4, str(pdf.page_no()), align="R")

    def _panel(self, panel: Panel, left: float, top: float, width: float, height: float) -> None:
        pdf, scale = self._pdf, self._scale
        aspect = self._board.aspect
        beside = aspect < 1 and width - height * aspect >= BESIDE
        share = 0.0 if beside else _text_share(self._columns * self._rows)
        frame_height = min(width / aspect, height * (1 - share))
        frame_width = frame_height * aspect
        picture = _stored(panel.image, round(PICTURE_PIXELS * max(1.0, frame_width / 85)))
        if picture is not None:
            pdf.image(picture, left, top, frame_width, frame_height, keep_aspect_ratio=True)
        pdf.set_draw_color(*HAIR)
        pdf.set_line_width(0.2)
        pdf.rect(left, top, frame_width, frame_height)
        end = top + height
        words, wide = (left + frame_width + 5, width - frame_width - 5) if beside else (left, width)
        under = top if beside else top + frame_height + 1.6
        self._facts(panel, words, under, wide if beside else max(frame_width, min(width, 60.0)))
        self._ink("", 8 * scale, INK)
        below = under + 4.6 * scale
        texts = [(panel.action, INK), (_quoted(panel.line), GREY), (panel.notes and f"Note: {panel.notes}", NOTE)]
        for text, colour in texts:
            if text and below + 3.7 * scale <= end + 0.2:
                self._ink("", 8 * scale, colour)
                below = self._paragraph(text, words, below, wide, end) + 0.8

    def _facts(self, panel: Panel, left: float, top: float, width: float) -> None:
        """Number and code, size and move, seconds, in one line."""
        pdf, high = self._pdf, 4 * self._scale
        self._ink("B", 8.5 * self._scale, INK)
        pdf.set_xy(left, top)
        named = f"{panel.number}   {panel.code}"
        pdf.cell(width, high, named)
        used = pdf.get_string_width(named) + 4
        self._ink("", 7.5 * self._scale, GREY)
        seconds = f"{panel.seconds:g} s"
        pdf.set_xy(left, top)
        pdf.cell(width, high, seconds, align="R")
        room = width - used - pdf.get_string_width(seconds) - 3
        if panel.camera and room > 8:
            pdf.set_xy(left + used, top)
            pdf.cell(room, high, self._short(panel.camera, room))

    def _paragraph(self, text: str, left: float, top: float, width: float, end: float) -> float:
        """Set text down to ``end`` at most, with an ellipsis where it is longer; the height it ends at."""
        leading = 3.7 * self._scale
        pdf = self._pdf
        most = max(1, int((end - top) / leading + 0.2))
        lines = self._wrapped(text, width - 1)
        if len(lines) > most:
            lines = [*lines[: most - 1], self._short(" ".join(lines[most - 1 :]), width - 1)]
        for index, line in enumerate(lines):
            pdf.set_xy(left, top + index * leading)
            pdf.cell(width, leading, line)
        return top + len(lines) * leading

    def _wrapped(self, text: str, width: float) -> list[str]:
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._pdf.get_string_width(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _short(self, text: str, width: float) -> str:
        text = " ".join(text.split())
        if self._pdf.get_string_width(text) <= width:
            return text
        words = text.split(" ")
        while len(words) > 1 and self._pdf.get_string_width(" ".join(words) + "…") > width:
            words.pop()
        short = " ".join(words).rstrip(",;:.")
        while short and self._pdf.get_string_width(short + "…") > width:
            short = short[:-1]
        return short + "…"

    def _ink(self, style: str, size: float, colour: tuple[int, int, int]) -> None:
        self._pdf.set_font("Inter", style, size)
        self._pdf.set_text_color(*colour)


def _letters(board: Board) -> str:
    texts = [board.title, board.logline, "0123456789. s…“”,shotNote:"]
    for panel in board.panels:
        texts += [panel.code, panel.camera, panel.action, panel.line, panel.notes]
    return "".join(sorted(set("".join(texts))))


def _write_font(path: Path, letters: str) -> None:
    """The shipped typeface with these letters only: fixing the weight of the whole takes five seconds."""
    options = subset.Options(layout_features=["kern", "mark", "mkmk", "ccmp"], notdef_outline=True)
    with as_file(files("dailies.media").joinpath("fonts", "Inter.ttf")) as source:
        font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    subset.save_font(font, str(path), options)
    font.close()


def _quoted(line: str) -> str:
    return line if not line or line[:1] in "\"“'‘«„" else f"“{line}”"


def _stored_logo(logo: bytes | None) -> tuple[io.BytesIO, float, float] | None:
    """A logo with its transparency, and its width and height on the page; None where it can't be read."""
    if logo is None:
        return None
    try:
        with Image.open(io.BytesIO(logo)) as opened:
            picture = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError):
        # A board without its logo is better than no board.
        return None
    picture.thumbnail((round(LOGO[0] * 12), round(LOGO[1] * 12)), Image.Resampling.LANCZOS)
    scale = min(LOGO[0] / picture.width, LOGO[1] / picture.height)
    out = io.BytesIO()
    picture.save(out, "PNG")
    out.seek(0)
    return out, picture.width * scale, picture.height * scale


def _stored(image: bytes | None, most: int = PICTURE_PIXELS) -> io.BytesIO | None:
    if image is None:
        return None
    try:
        with Image.open(io.BytesIO(image)) as opened:
            picture = opened.convert("RGB")
    except (OSError, ValueError, SyntaxError):
        # An empty frame says that the picture is missing; the rest of the board is still of use.
        return None
    if picture.width > most:
        picture = picture.resize((most, round(picture.height * most / picture.width)), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    out.seek(0)
    return out

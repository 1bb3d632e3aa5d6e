"""The storyboard as a document: A4 landscape, six frames a page, with what happens and what is said."""

from __future__ import annotations

import io
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

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
"""Width at which pictures are stored: 270 dots an inch at the width of a column."""
INK, GREY, HAIR = (24, 24, 28), (112, 112, 120), (214, 214, 218)


@dataclass(frozen=True)
class Panel:
    """One shot of the board. ``code``: "4A"; ``seconds``: its length; ``camera``: size and move; ``line``:
    what is said or shown; ``image``: an encoded picture, or None while there is none."""

    number: int
    code: str
    seconds: float
    action: str
    camera: str = ""
    line: str = ""
    image: bytes | None = None


@dataclass(frozen=True)
class Board:
    """A storyboard. ``aspect``: width over height of its frames."""

    title: str
    logline: str
    panels: tuple[Panel, ...]
    aspect: float = 16 / 9


def storyboard_pdf(board: Board) -> bytes:
    """The board as a PDF. Pictures that can't be read are shown as empty frames."""
    columns, rows = (3, 2) if board.aspect >= 1.2 else (4, 1) if board.aspect < 0.7 else (4, 2)
    document = _Document(board, columns, rows)
    each = columns * rows
    for first in range(0, max(1, len(board.panels)), each):
        document.page(board.panels[first : first + each])
    return document.bytes()


class _Document:
    """Lays panels on pages."""

    def __init__(self, board: Board, columns: int, rows: int) -> None:
        self._board = board
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
        width = (PAGE[0] - 2 * MARGIN - GUTTER * (self._columns - 1)) / self._columns
        height = (PAGE[1] - MARGIN - HEAD - FOOT - 6 - GUTTER * (self._rows - 1)) / self._rows
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
        pdf.set_xy(PAGE[0] - MARGIN - 60, MARGIN - 4)
        pdf.cell(60, 6, facts, align="R")
        pdf.set_xy(MARGIN, MARGIN + 2)
        pdf.cell(240, 5, self._short(self._board.logline, 240))
        pdf.set_xy(PAGE[0] - MARGIN - 40, PAGE[1] - FOOT - 3)
        pdf.cell(40, 4, str(pdf.page_no()), align="R")

    def _panel(self, panel: Panel, left: float, top: float, width: float, height: float) -> None:
        pdf = self._pdf
        frame_height = min(width / self._board.aspect, height * 0.72)
        frame_width = frame_height * self._board.aspect
        picture = _stored(panel.image)
        if picture is not None:
            pdf.image(picture, left, top, frame_width, frame_height, keep_aspect_ratio=True)
        pdf.set_draw_color(*HAIR)
        pdf.set_line_width(0.2)
        pdf.rect(left, top, frame_width, frame_height)
        under = top + frame_height + 1.6
        self._ink("B", 8.5, INK)
        pdf.set_xy(left, under)
        pdf.cell(width, 4, f"{panel.number}   {panel.code}", new_x="LMARGIN", new_y="TOP")
        self._ink("", 7.5, GREY)
        pdf.set_xy(left, under)
        pdf.cell(width, 4, f"{panel.seconds:g} s", align="R")
        if panel.camera:
            pdf.set_xy(left + 17, under)
            pdf.cell(width - 30, 4, self._short(panel.camera, width - 30))
        self._ink("", 8, INK)
        below = self._paragraph(panel.action, left, under + 4.6, width, top + height)
        if panel.line:
            self._ink("", 8, GREY)
            quoted = panel.line if panel.line[:1] in "\"“'‘«„" else f"“{panel.line}”"
            self._paragraph(quoted, left, below + 0.8, width, top + height)

    def _paragraph(self, text: str, left: float, top: float, width: float, end: float) -> float:
        """Set text down to ``end`` at most, with an ellipsis where it is longer; the height it ends at."""
        leading = 3.7
        pdf = self._pdf
        pdf.set_xy(left, top)
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
    texts = [board.title, board.logline, "0123456789. s…“”,shot"]
    for panel in board.panels:
        texts += [panel.code, panel.camera, panel.action, panel.line]
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


def _stored(image: bytes | None) -> io.BytesIO | None:
    if image is None:
        return None
    try:
        with Image.open(io.BytesIO(image)) as opened:
            picture = opened.convert("RGB")
    except (OSError, ValueError, SyntaxError):
        # An empty frame says that the picture is missing; the rest of the board is still of use.
        return None
    if picture.width > PICTURE_PIXELS:
        height = round(picture.height * PICTURE_PIXELS / picture.width)
        picture = picture.resize((PICTURE_PIXELS, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    out.seek(0)
    return out

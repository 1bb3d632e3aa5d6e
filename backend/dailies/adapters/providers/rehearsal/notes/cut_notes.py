"""Notes on the cut: music, captions, title, transitions, in the grammar the cut's settings understand."""

from __future__ import annotations

import re

_ANY = re.IGNORECASE

SWITCHES = {
    "captions": r"captions?|subtitles?|subs",
    "music": r"music|soundtrack|score|sound(?!s like)|audio",
    "title": r"title(?: cards?)?|opening titles?|titles|end cards?",
}
OFF = re.compile(
    r"\b(?:off|no|not|without|remove|drop|lose|mute|kill|disable|hide|don't|do not|stop|cut|skip|delete|get "
    r"rid of|silent|turn down|out)\b",
    _ANY,
)
ON = re.compile(
    r"\b(?:on|add|with|enable|bring back|back|show|put|use|want|need|turn up|give|include|have|play)\b", _ANY
)
DISSOLVE = re.compile(r"\b(?:dissolves?|dissolving|cross-?fades?|fades?|smooth transitions?|soft transitions?)\b", _ANY)
HARD = re.compile(r"\b(?:hard cuts?|straight cuts?|jump cuts?|plain cuts?|just cuts?|simple cuts?|only cuts?)\b", _ANY)
ABOUT_CUT = re.compile(
    rf"\b(?:{'|'.join(SWITCHES.values())}|dissolv\w+|dissolves?|cross-?fades?|transitions?|(?:hard|straight|"
    rf"plain|simple) cuts?)\b",
    _ANY,
)
REJOIN = re.compile(
    r"\b(?:re-?assemble|rebuild|re-?join|re-?render|redo|renew|remake|update|refresh|make|join)\b[\w ]*\b(?:the |"
    r"a new )?cut\b(?! to)",
    _ANY,
)


def cut_instruction(text: str) -> str | None:
    """The settings a note asks for ("music: off; transition: dissolve"), or None when it asks for none."""
    parts: list[str] = []
    for piece in re.split(r"[,;.]|\band\b|\bbut\b", text, flags=_ANY):
        parts.extend(_setting(piece, parts))
    known: dict[str, str] = {}
    for part in parts:
        known[part.partition(":")[0]] = part
    return "; ".join(known.values()) or None


def _setting(piece: str, before: list[str]) -> list[str]:
    if HARD.search(piece):
        return ["transition: cut"]
    if DISSOLVE.search(piece):
        return [f"transition: {'cut' if OFF.search(piece) else 'dissolve'}"]
    named = [name for name, words in SWITCHES.items() if re.search(rf"\b(?:{words})\b", piece, _ANY)]
    if re.search(r"\b(?:keep|leave|stays?|hold)\b", piece, _ANY) and not OFF.search(piece):
        state = ""
    elif OFF.search(piece):
        state = "off"
    elif ON.search(piece):
        state = "on"
    elif before and named and len(piece.split()) <= 3:
        # "no captions or music, title": a bare name goes with the one before it.
        state = before[-1].rpartition(" ")[2] if before[-1].endswith((" on", " off")) else ""
    else:
        state = ""
    return [f"{name}: {state}" for name in named if state]


def summary_of_cut(instruction: str) -> str:
    """A line for the plan's head: "Cut: music off, dissolves"."""
    words = {"transition: dissolve": "dissolves", "transition: cut": "hard cuts"}
    parts = [words.get(part, part.replace(":", "")) for part in instruction.split("; ") if part]
    return f"Cut: {', '.join(parts)}" if parts else "Cut: joined again"

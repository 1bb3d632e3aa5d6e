"""Briefs written as a form: "Product: …. Audience: …. Key message: …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

KINDS = {
    "client": "product|brand|client|company|service|app|advertiser|organi[sz]ation|business|event|venue",
    "audience": "audience|target(?: group| audience)?|for whom|viewers?",
    "claim": "(?:key |core |main )?(?:message|claim|benefit|promise|usp|selling point|takeaway|insight)s?",
    "tone": "tone|mood|feel|feeling|voice|style|look|genre",
    "closing": "call to action|cta|end ?line|tagline|slogan|closing line|pack ?shot|sign-?off",
    "must": "must[- ]haves?|must (?:show|include)|mandator(?:y|ies)|include|requirements?",
    "cast": "(?:main |lead )?characters?|hero(?:ine)?|protagonist|cast|starring|who",
    "place": "place|setting|location|where|set in|scene",
    "time": "time(?: of day)?|when|season|weather",
    "dropped": "length|duration|format|music|sound|voice-?over|aspect(?: ratio)?|music style|deadline|budget|language",
    "story": "log ?line|story(?: ?line)?|plot|synopsis|idea|pain(?: point)?|problem|solution|situation|concept|what happens|script|action|treatment|brief|premise",  # noqa: E501
}
LABEL = re.compile(
    r"(?:^|(?<=[.;!?\n])\s*|(?<=[.;!?]\s))(?:[-•*]\s*)?(?P<label>"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in KINDS.items())
    + r")\s*(?::|\s[-–—]\s|=)\s*",
    re.IGNORECASE,
)
A_ROLE = re.compile(r"^(?P<who>[Aa]n? (?:[a-z-]+ ){1,2})(?=[a-z]+s\b)")


@dataclass(frozen=True)
class Form:
    """What the labels of a brief say. ``story``: what is left to read; ``sold``: whether a ware is named."""

    story: str
    client: str = ""
    audience: str = ""
    claim: str = ""
    tone: str = ""
    closing: str = ""
    must: str = ""

    @property
    def sold(self) -> bool:
        """Whether the form names what is advertised."""
        return bool(self.client)


def read_form(text: str) -> Form:
    """The labels of a brief taken out of its text; the whole text is the story where it has none."""
    found = list(LABEL.finditer(text))
    if not found or (len(found) == 1 and found[0].lastgroup not in {"label"} and _kind(found[0]) == "story"):
        return Form(text)
    values: dict[str, list[str]] = {}
    story = [text[: found[0].start()]]
    for at, match in enumerate(found):
        stop = found[at + 1].start() if at + 1 < len(found) else len(text)
        value = text[match.end() : stop].strip()
        kind = _kind(match)
        if kind == "story":
            story.append(value)
            continue
        said, _, rest = _first_sentence(value)
        values.setdefault(kind, []).append(said.strip(" .;"))
        story.append(_told(kind, said.strip(" .;")))
        story.append(rest)

    def joined(kind: str) -> str:
        return ", ".join(values.get(kind, ()))

    named = re.match(r"([A-Z][\w'-]+)(?:, \d+)?$", joined("cast"))
    first = next((at for at, each in enumerate(story) if A_ROLE.match(each.strip())), -1)
    if named and first >= 0 and named.group(1) not in story[first]:
        story[first] = A_ROLE.sub(
            lambda match: f"{named.group(1)}, {match.group('who').strip().lower()}, ", story[first].strip(), count=1
        )
        story = [each for each in story if not each.startswith(f"{named.group(1)}, a ") or each is story[first]]
    told = " ".join(each.strip() for each in story if each.strip())
    return Form(
        re.sub(r"\s+", " ", told).strip(),
        joined("client"),
        joined("audience"),
        joined("claim"),
        joined("tone"),
        joined("closing"),
        joined("must"),
    )


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in KINDS if match.group(kind))


def _first_sentence(value: str) -> tuple[str, str, str]:
    return value.partition("\n") if "\n" in value else _at_stop(value)


def _at_stop(value: str) -> tuple[str, str, str]:
    match = re.search(r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)[.;!?](?:\s+|$)", value)
    return (value[: match.start()], ".", value[match.end() :]) if match else (value, "", "")


def _told(kind: str, value: str) -> str:
    """What a label's value says in the story itself: who is in it, where and when it plays."""
    if kind == "cast":
        return re.sub(r"^([A-Z][\w'-]+), (\d+)$", r"\1, a \2-year-old,", value) + "."
    if kind in {"place", "time"}:
        said = value if re.match(r"(?:in|on|at|under|inside|near)\b", value, re.IGNORECASE) else f"In {value}"
        return f"{said}."
    return ""

"""From "clips 1-3 are too dark" to the instruction an artist follows: "brighter"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ANY = re.IGNORECASE

OPPOSITES = {
    "dark": "brighter",
    "dim": "brighter",
    "bright": "darker",
    "light": "darker",
    "overexposed": "darker",
    "underexposed": "brighter",
    "warm": "cooler",
    "orange": "cooler",
    "yellow": "cooler",
    "cold": "warmer",
    "cool": "warmer",
    "blue": "warmer",
    "fast": "slower",
    "quick": "slower",
    "hectic": "slower",
    "slow": "faster",
    "close": "wider",
    "tight": "wider",
    "far": "closer",
    "far away": "closer",
    "wide": "closer",
    "shaky": "steadier",
    "jerky": "steadier",
    "static": "more motion",
    "still": "more motion",
    "blurry": "sharper",
    "blurred": "sharper",
    "soft": "sharper",
    "sharp": "softer",
    "flat": "more contrast",
    "contrasty": "less contrast",
    "harsh": "softer light",
    "saturated": "less saturated",
    "colourful": "less saturated",
    "colorful": "less saturated",
    "dull": "more saturated",
    "pale": "more saturated",
    "grey": "more saturated",
    "gray": "more saturated",
    "busy": "simpler",
    "cluttered": "simpler",
    "crowded": "fewer people",
    "empty": "more in the frame",
    "long": "shorter",
    "short": "longer",
    "loud": "quieter",
    "sad": "happier",
    "serious": "funnier",
    "cheesy": "less cheesy",
    "noisy": "less grain",
    "grainy": "less grain",
}
"""What is asked for by "too …"."""

ALWAYS_A_FAULT = "dark|dim|blurry|blurred|shaky|jerky|overexposed|underexposed|grainy|noisy|dull|cluttered|harsh"
"""Words that complain without a "too": "clip 2 is blurred"."""

_DEGREE = (
    r"(?:a (?:little |tiny )?bit |a little |a touch |slightly |way |much |far |just |still |really |very |quite |all |"
    r"both )*"
)
COMPLAINT = re.compile(
    rf"(?:\b(?:is|are|was|were|looks?|feels?|seems?|comes? out|turned out|it's|they're|that's)\s+)?{_DEGREE}\btoo\s+"
    rf"(?P<fault>far away|{'|'.join(OPPOSITES)}|\w+)\b",
    _ANY,
)
FAULT = re.compile(
    rf"\b(?:is|are|looks?|feels?|seems?|came out|turned out|it's|they're)\s+{_DEGREE}(?P<fault>{ALWAYS_A_FAULT})\b",
    _ANY,
)
LACK = re.compile(
    r"(?:\b(?:is|are|it's|they're)\s+)?(?:\bnot|\bisn't|\baren't)\s+(?:really |quite )?(?P<lack>\w+) enough\b|"
    r"(?:\bthere(?:'s| is| are) )?\bnot enough (?P<want>\w+)",
    _ANY,
)
COMPARATIVES = {
    "bright": "brighter",
    "dark": "darker",
    "warm": "warmer",
    "cold": "colder",
    "cool": "cooler",
    "funny": "funnier",
    "close": "closer",
    "wide": "wider",
    "sharp": "sharper",
    "slow": "slower",
    "fast": "faster",
    "long": "longer",
    "short": "shorter",
    "big": "bigger",
    "scary": "scarier",
    "soft": "softer",
    "calm": "calmer",
    "tense": "tenser",
}

POLITE = re.compile(
    r"\b(?:please|pls|plz|kindly|thanks|thank you|thx|if (?:you can|possible|you could|you don't mind)|for me)\b", _ANY
)
OPENERS = re.compile(
    r"^(?:(?:hey|hi|hello|ok|okay|well|and|but|so|also|then|now|maybe|perhaps|yes|no,)[ ,]+)*(?:(?:can|could|will|"
    r"would)(?: (?:you|we|it|they|this|these))?(?: (?:be|look))?\b|would you mind|do you mind|is it possible to|"
    r"would it be possible to|i(?:'d| would) (?:like|love|prefer)(?: (?:you )?to (?:see|have)?)?|i (?:want|need|wish|"
    r"think)(?: you)?(?: to)?|we (?:want|need|should)(?: to)?|let's|let us|how about|what about|what if|why (?:don't|"
    r"not)(?: (?:we|you))?|try(?: to| and)?|just|maybe|perhaps|also|have|go for)?\s*",
    _ANY,
)
MAKING = re.compile(
    r"^(?:make|making|made|turn|turning|get|render|draw|redraw|redo|do|set|let|change|regenerate|give (?=it\b|"
    r"them\b|me\b)|have (?=it\b|them\b))\s*\b(?:(?:it|them|this|that|these|those|everything|things?|all|both|me|us|"
    r"him)\b\s*)?(?:one\s+)?(?:all\s+)?(?:to\s+)?(?:be\s+|look\s+|feel\s+|a\s+(?:little\s+)?bit\s+|a little\s+|"
    r"in\s+(?=a\b))*",
    _ANY,
)
STATES = re.compile(
    r"^(?:(?:it|they|this|that|these|those)\s+)?(?:should|must|could|needs?|has|have|ought)(?: to)?(?: be| "
    r"look| feel| have| get| become)?\s+|^(?:is|are|be|look|looks|feel|feels)\s+(?=[\w-]+(?:er)\b)|^(?:want|wants|"
    r"need|needs)\s+",
    _ANY,
)
DANGLING = re.compile(
    r"\s*\b(?:in|on|for|of|at|to|from|with|and|but|or|into|across|throughout|only)\s*(?=$|[.,;!?])", _ANY
)
LEADING = re.compile(
    r"^(?:(?:in|on|for|of|and|but|or|across|the|is|are|it|them|also|(?:clips?|frames?|shots?|pictures?|"
    r"images?|cut)(?!'))\s+(?!all\b))+",
    _ANY,
)
DUTY = re.compile(
    r"\bto (?:look|be|feel)\s+|\b(?:should|must|ought to|needs? to|ha(?:s|ve) to)\s+(?:be\s+|look\s+|become\s+)?",
    _ANY,
)


ASKING = re.compile(
    r",\s*(?:so |and |but )?(?:can|could|would|will) (?:you|we) (?:(?:make|turn|get|have|set) (?:it|them|this|"
    r"these)|please)\s+",
    _ANY,
)


def instruction_of(text: str, spans: Sequence[tuple[int, int]] = ()) -> str:
    """The change a note asks for, without the words that point ("clips 1-3") and without politeness.

    ``spans``: where the pointing words are in the text. "" when nothing is left: make it again as it is.
    """
    return _tidy(_without_frills(_once(_inverted(POLITE.sub(" ", _cut_out(text, spans))))))


def story_instruction(text: str) -> str:
    """The note for the writer: polite words go, the scenes it names stay."""
    bare = POLITE.sub(" ", text)
    bare = re.sub(
        r"^(?:\s*(?:hey|hi|hello|ok|okay|well|so|also|and|but|if (?:not|so|yes|no))[ ,]+)+", "", bare, flags=_ANY
    )
    bare = re.sub(
        r"^\s*(?:(?:can|could|will|would) (?:you|we)|would you mind|let's|i(?:'d| would) like you to|i want you to|"
        r"how about|what about|why (?:don't|not)(?: we| you)?)\s+",
        "",
        bare,
        flags=_ANY,
    )
    return _tidy(bare, drop_stop=True)


def _cut_out(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _inverted(text: str) -> str:
    text = LACK.sub(
        lambda match: f" {_more(match.group('lack') or match.group('want'), bool(match.group('want')))} ", text
    )
    text = COMPLAINT.sub(lambda match: f" {_opposite(match.group('fault'))} ", text)
    return FAULT.sub(lambda match: f" {_opposite(match.group('fault'))} ", text)


def _opposite(fault: str) -> str:
    word = fault.lower()
    return {"much": "less", "many": "fewer", "little": "more", "few": "more"}.get(word) or OPPOSITES.get(
        word, f"less {word}"
    )


def _more(word: str, noun: bool) -> str:
    lowered = word.lower()
    return COMPARATIVES.get(lowered, f"more {lowered}") if not noun else f"more {lowered}"


def _once(text: str) -> str:
    """ "warmer, can you make them warmer" -> "warmer"."""
    text = ASKING.sub(", ", text)
    parts = [part.strip(" ?.") for part in text.split(",")]
    return ", ".join(dict.fromkeys(part for part in parts if part)) if len(parts) > 1 else text


def _without_frills(text: str) -> str:
    text = re.sub(r"^[\s,.:;!–—-]+", "", POLITE.sub(" ", text))
    text = OPENERS.sub("", text).lstrip(" ,:")
    text = MAKING.sub("", text).lstrip(" ,:")
    text = STATES.sub("", text)
    return text.strip()


def _tidy(text: str, *, drop_stop: bool = True) -> str:
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([,.;:!?])", r"\1", text)
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text)
    before = ""
    while before != text:
        before = text
        text = text.strip(" ,;:–—-!" + (".?" if drop_stop else ""))
        text = DANGLING.sub("", text) if not text.lower().endswith(("push in", "zoom in", "fade in")) else text
    return text


def picture_instruction(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The instruction for an artist of pictures or clips; left-over small words at its start go too."""
    found = instruction_of(text, spans)
    return _tidy(DUTY.sub("", LEADING.sub("", found)))


TOPICS = {
    "Light": r"bright\w*|dark\w*|light\w*|shadows?|exposure|lit|dim\w*|contrast|glow\w*",
    "Time": r"sunset|sunrise|dawn|dusk|night|noon|morning|afternoon|evening|golden hour|midnight|daytime",
    "Weather": r"rain\w*|snow\w*|fog\w*|storm\w*|wind\w*|sunny|cloud\w*|overcast|mist\w*",
    "Colour": r"warm\w*|cool\w*|cold\w*|colou?r\w*|saturat\w*|palette|tint|black and white|monochrome|grain",
    "Motion": r"slow\w*|fast\w*|stead\w*|shak\w*|push(?:es)? in|pull out|pan\w*|tilt\w*|handheld|zoom\w*|motion|"
    r"move\w*|camera move|dolly|track\w*|static|still|speed\w*|drift",
    "Sharpness": r"sharp\w*|blur\w*|focus|soft\w*",
    "Framing": r"clos\w+|wid\w+|tight\w*|angle|crop\w*|frame\w*|framing|composition|low angle|high angle|overhead|"
    r"far\w*",
    "Look": r"outfit|costume|jacket|coat|dress|shirt|hat|hair|beard|wear\w*|clothes|scarf|shoes|eyes|face|"
    r"older|younger|apron|red|blue|green|yellow|orange|purple|pink|black|white|grey|brown|silver|gold",
    "Expression": r"smil\w*|frown\w*|laugh\w*|expression|happ\w+|sad\w*|angry|pose",
    "Length": r"\d+ ?s(?:ec\w*)?|shorter|longer|seconds|trim\w*|pace|pacing|minutes?",
    "Ending": r"ending|last scene|final scene|ends? (?:with|on)",
    "Opening": r"opening|beginning|first scene|opens? (?:with|on)",
    "Title": r"title|call it",
    "Lines": r"lines?|dialogue|says?|spoken|voice-?over|captions?|words",
    "Names": r"rename\w*|name\w*|called",
    "Order": r"swap|reorder|before scene|after scene|order",
    # In a story, warm and dark are moods; in a picture they are colour and light, and those come first there.
    "Story": r"warm\w*|cold\w*|dark\w*|light\w*",
    "Tone": r"funn\w+|tens\w+|calm\w*|poetic|scar\w+|bold\w*|tone|mood\w*|serious|playful|dramatic|emotional|touching",
}
ORDER = {
    "story": ("Title", "Names", "Lines", "Ending", "Opening", "Tone", "Order", "Length", "Story"),
    "references": ("Look", "Expression", "Light", "Colour"),
    "video": ("Motion", "Light"),
}


def topic_of(instruction: str, stage: str) -> str:
    """The one word a change is filed under: "Light", "Motion"."""
    first = ORDER.get(stage, ())
    for topic in (*first, *(each for each in TOPICS if each not in first)):
        if re.search(rf"\b(?:{TOPICS[topic]})\b", instruction, _ANY):
            return topic
    return "Story" if stage == "story" else "Picture" if stage != "video" else "Clip"


def summary_of(instruction: str, stage: str) -> str:
    """A line for the plan's head: "Light: brighter". At most 80 characters."""
    if not instruction:
        return "Another take"
    line = f"{topic_of(instruction, stage)}: {instruction}"
    return line if len(line) <= 80 else f"{line[:79].rstrip()}…"

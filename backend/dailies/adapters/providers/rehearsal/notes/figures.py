"""Numbers, prices, times and lists as people write them."""

from __future__ import annotations

from collections.abc import Sequence

SMALL = "no one two three four five six seven eight nine ten eleven twelve".split()


def counted(number: int, noun: str) -> str:
    """ "six clips", "one clip", "no clips", "14 clips"."""
    shown = SMALL[number] if number < len(SMALL) else str(number)
    return f"{shown} {noun if number == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """The plural of the studio's own nouns."""
    return "people" if noun == "person" else f"{noun}s"


def listed(words: Sequence[str], joint: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def numbered(noun: str, numbers: Sequence[int]) -> str:
    """ "frame 2", "frames 1 to 3", "frames 1, 3 and 5". ``numbers``: ascending."""
    if len(numbers) == 1:
        return f"{noun} {numbers[0]}"
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{plural(noun)} {numbers[0]} to {numbers[-1]}"
    return f"{plural(noun)} {listed([str(number) for number in numbers])}"


def dollars(millionths: int) -> str:
    """Millionths of a US dollar as "$0.12"; below a cent with more digits."""
    amount = millionths / 1_000_000
    return f"${amount:.2f}" if amount >= 0.01 or not amount else f"${amount:.4f}".rstrip("0")


def seconds(value: float) -> str:
    """ "3 s", "2.5 s", from two minutes on "3 min"."""
    return f"{round(value / 60)} min" if value >= 120 else f"{value:.1f}".removesuffix(".0") + " s"


def sentence(text: str) -> str:
    """The text with a capital at its start and a full stop at its end."""
    text = text.strip()
    if not text:
        return ""
    ended = text if text[-1] in ".?!”" else f"{text}."
    return ended[:1].upper() + ended[1:]

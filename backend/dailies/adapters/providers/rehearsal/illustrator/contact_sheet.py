"""A sheet of pictures to look at.

Run ``python -m dailies.adapters.providers.rehearsal.illustrator.contact_sheet OUT.png``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import cv2
import numpy as np

from dailies.adapters.providers.rehearsal.illustrator.artist import draw_now
from dailies.adapters.providers.rehearsal.illustrator.painter import Pixels
from dailies.ports import ImageRequest

MIA = "Mia: a girl of nine in a yellow raincoat, short brown hair."
VIOLINIST = "Ilse Brandt: a violinist of sixty with silver hair in a bun, in a dark green dress and a red scarf."
CONDUCTOR = "Tomas: a train conductor of forty with a brown moustache, navy coat and navy captain's cap."
TIN = "Norrhavn Coffee: a tin of coffee, blue with an orange band."
NIGHT_TRAIN = "Setting: The night train, a dining car with red curtains and small brass lamps, night, snow."

PROMPTS: tuple[str, ...] = (
    (
        "Medium close-up, eye level. Mia repots the basil on the sill.\n"
        "Setting: The kitchen, a small warm kitchen with a gas stove, dawn, rain.\n"
        f"{MIA}\n"
        "Mood: unhurried.\n"
        "Style: gouache."
    ),
    (
        "Medium wide, eye level. Ilse Brandt plays for the dining car.\n"
        f"{NIGHT_TRAIN}\n"
        f"{VIOLINIST}\n"
        "Mood: tender.\n"
        "Style: gouache."
    ),
    (
        "Wide, eye level. Mia runs along the pier with a red kite.\n"
        "Setting: The harbour, a fishing harbour with coloured houses, golden hour, wind.\n"
        f"{MIA}\n"
        "Mood: joyful.\n"
        "Style: gouache."
    ),
    (
        "Medium, eye level. Tomas listens. Ilse Brandt smiles.\n"
        f"{NIGHT_TRAIN}\n"
        f"{CONDUCTOR}\n"
        f"{VIOLINIST}\n"
        "Mood: warm.\n"
        "Style: gouache."
    ),
    (
        "Full, eye level. The fox walks through the snow with a lantern.\n"
        "Setting: The forest, an old pine forest, night, snow.\n"
        "Fox: a young fox in a blue scarf.\n"
        "Mood: quiet.\n"
        "Style: gouache."
    ),
    (
        "Insert, eye level. The tin stands on the counter.\n"
        "Setting: The cafe, a corner cafe, morning, clear.\n"
        f"{TIN}\n"
        "Style: gouache."
    ),
    (
        "Wide, eye level. The keeper walks along the shore with a lantern.\n"
        "Setting: The lighthouse, a white and red lighthouse on a cliff, night, storm.\n"
        "Edvard: an old lighthouse keeper with a white beard in a yellow raincoat.\n"
        "Style: gouache."
    ),
    (
        "Extreme wide, eye level. A courier crosses the square.\n"
        "Setting: The city, a street of shops, dusk, rain.\n"
        "Lena: a courier in an orange jacket, black ponytail.\n"
        "Style: gouache."
    ),
    (
        "Full, eye level. Old Aarne sits and reads a letter.\n"
        "Setting: The station, a railway station, morning, fog.\n"
        "Aarne: a man of seventy in a brown coat, grey beard, flat cap.\n"
        "Style: ink."
    ),
    (
        "Close-up, eye level. Ada looks up, amazed.\n"
        "Setting: The rooftop, a flat roof over the city, dusk, clear.\n"
        "Ada: a woman of thirty with long black hair, dark skin, in a coral jacket.\n"
        "Mood: awe.\n"
        "Style: gouache."
    ),
    (
        "Medium, eye level. The robot holds a flower.\n"
        "Setting: The greenhouse garden, morning, clear.\n"
        "Pip: a small round robot, mint green.\n"
        "Style: poster."
    ),
    f"Reference sheet of a character.\n{MIA}\nStyle: gouache.",
)
"""One picture of each kind of task."""


def sheet(prompts: tuple[str, ...], width: int, height: int, columns: int, seed: int = 7) -> Pixels:
    """The pictures side by side, RGB, with a narrow margin."""
    rows = -(-len(prompts) // columns)
    gap = 8
    board = np.full((rows * (height + gap) + gap, columns * (width + gap) + gap, 3), 245, np.uint8)
    for i, prompt in enumerate(prompts):
        data = draw_now(ImageRequest(prompt, width, height, seed), lambda share: None).image
        picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
        if picture is None:
            raise ValueError(f"The picture of prompt {i} can't be read.")
        y, x = gap + i // columns * (height + gap), gap + i % columns * (width + gap)
        board[y : y + height, x : x + width] = picture[..., ::-1]
    return board


def main(arguments: list[str]) -> int:
    """Write the sheet to the file named by the first argument."""
    if len(arguments) != 1:
        sys.stderr.write("usage: contact_sheet OUT.png\n")
        return 2
    board = sheet(PROMPTS, 1280, 720, 3)
    small = cv2.resize(board, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    cv2.imwrite(str(Path(arguments[0])), small[..., ::-1])
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""The words of a rehearsal cinematographer: lens by shot size, light by time and weather, and the like."""

from __future__ import annotations

from collections.abc import Mapping

LENSES: Mapping[str, tuple[str, ...]] = {
    "wide": (
        "A wide shot on a 24 mm lens at f/5.6, seen at eye level.",
        "A wide shot on a 28 mm lens at f/4, seen from a low angle at knee height.",
    ),
    "medium": (
        "A medium shot on a 35 mm lens at f/2.8, seen at eye level.",
        "A medium shot on a 50 mm lens at f/2, seen at eye level.",
    ),
    "close": (
        "A close-up on an 85 mm lens at f/2, seen at eye level.",
        "A close-up on a 100 mm lens at f/2.8, seen at eye level.",
    ),
}
DIRECTIONS: Mapping[str, tuple[str, ...]] = {
    "dawn": ("Pale blue light comes low from the left", "The first light comes low from behind"),
    "morning": ("Clear light comes from the left at half height", "Cool bright light comes from the right"),
    "noon": ("The light comes from high above", "White light comes steeply from above and behind"),
    "afternoon": ("Amber light comes from the right at half height", "Light comes from the left, a little behind"),
    "golden hour": ("Golden light comes low from the right", "Amber light comes low from behind, with a bright rim"),
    "dusk": ("The last blue light comes low from behind", "Violet light comes from the left, low"),
    "night": ("Amber light comes from the left, high", "Cold blue light comes from behind, with a thin rim"),
}
QUALITIES: Mapping[str, str] = {
    "clear": ", hard at the edges, with long dark shadows.",
    "wind": ", hard at the edges, with restless shadows.",
    "overcast": ", soft and even, with pale shadows.",
    "rain": ", soft in the wet air, with glossy reflections and dark shadows.",
    "snow": ", soft and even, thrown back from below, with pale blue shadows.",
    "fog": ", diffuse and soft, with almost no shadows.",
    "storm": ", hard and brief, with black shadows.",
}
COMPOSITIONS = (
    "Composed on the left third, with lead room to the right and depth from the foreground to the far end.",
    "Composed on the right third, with leading lines from the foreground inwards.",
    "A symmetrical composition with quiet negative space around the middle.",
)
STOCKS: Mapping[str, tuple[str, ...]] = {
    "dark": (
        "Graded as on tungsten film, 500T: teal shadows, amber highlights, fine grain.",
        "Graded as on soft tungsten film, 500T: muted, navy shadows, cream highlights.",
    ),
    "light": (
        "Graded as on daylight film, 250D: cream highlights, green-blue shadows, fine grain.",
        "Graded as on soft daylight film, 250D: muted, ochre midtones, soft highlights.",
    ),
}
MOODS: Mapping[str, str] = {
    "clear": "The mood is calm and hopeful.",
    "wind": "The mood is restless and playful.",
    "overcast": "The mood is quiet and plain.",
    "rain": "The mood is quiet and a little wistful.",
    "snow": "The mood is hushed and serene.",
    "fog": "The mood is lonely and intimate.",
    "storm": "The mood is tense.",
}
STYLE = "Cinematic, as a film still."
DETAILS = (
    "Every surface shows its texture, rough or polished or worn, in grey, brown and one accent of red.",
    "Every surface shows its texture, rough or smooth or wet, in blue, grey and one accent of yellow.",
)
FRAMING = "Framed for {aspect}."

MOVES: Mapping[str, tuple[str, str]] = {
    "wide": ("Pull out", "a wide shot at eye level, the ground steady"),
    "medium": ("Push in", "a medium shot at eye level, the subject on the left third"),
    "close": ("Drift", "a close-up at eye level, the eyes sharp"),
}
"""Camera move and framing by shot size."""

INTENSITIES = ("barely moving", "gentle", "steady", "brisk", "strong")
CONTINUITY = "The same face, clothes, place, light and weather from the first frame to the last."
NEGATIVE = "cuts, flicker, warping, extra limbs, melting faces, changing clothes, text, watermark"

"""What the drawing of each place shows by itself, so that it isn't drawn or reported again."""

from __future__ import annotations

_ROOM = "wall floor window"
_SHOWN: dict[str, str] = {
    "kitchen": f"{_ROOM} curtain oven shelf cupboard table worktop",
    "bakery": f"{_ROOM} bench oven shelf table rack",
    "cafe": f"{_ROOM} shelf table chair lamp machine",
    "bar": f"{_ROOM} shelf table lamp",
    "restaurant": f"{_ROOM} table chair lamp cloth tablecloth blanket",
    "dining car": f"{_ROOM} curtain table lamp chair cloth tablecloth blanket",
    "train": f"{_ROOM} curtain chair",
    "shop": f"{_ROOM} shelf",
    "bedroom": f"{_ROOM} bed curtain lamp",
    "living room": f"{_ROOM} sofa curtain lamp photograph",
    "office": f"{_ROOM} table laptop chair",
    "workshop": f"{_ROOM} bench workbench peg table hammer saw tool shelf",
    "classroom": f"{_ROOM} table chair blackboard chalkboard whiteboard board",
    "hospital": f"{_ROOM} bed curtain",
    "library": f"{_ROOM} shelf table lamp",
    "museum": f"{_ROOM} photograph",
    "theatre": "curtain floor chair",
    "bathroom": f"{_ROOM} mirror bathtub tub tile",
    "gym": f"{_ROOM} mirror ring punching-bag",
    "spaceship": "window screen panel console laptop control",
    "lighthouse": "lighthouse cliff lantern lamp tower house window door stone",
    "harbour": "pile window-light boat house pier post window crane",
    "street": "house window building car-free door lamp awning street-lamp bollard shop balcony",
    "village": "house window door fence roof chimney",
    "station": "window train engine clock pillar column bench roof door",
    "jungle": "tree bush log grass palm trunk branch leaf vine",
    "cave": "rock stone",
    "castle": "wall floor window stairs stone candle flag",
    "bridge": "bridge railing cable rope lamp rivet tree",
    "farm": "fence tree barn grass hay house",
    "playground": "swing slide tree bush fence bench",
    "forest": "tree bush log grass pine trunk branch",
    "park": "tree bush path lamp grass",
    "garden": "fence tree bush house",
    "mountains": "tree rock stone snow",
    "field": "tree grass fence hay",
    "beach": "shell wave stone boat",
    "lake": "tree reed",
    "river": "bridge tree reed stone bush",
    "desert": "dune rock stone cactus",
    "rooftop": "building window chimney skyscraper",
    "skyline": "building window skyscraper tower",
    "road": "tree line post",
    "space": "star planet moon",
    "sky": "cloud bird",
    "room": _ROOM,
}


def shown_by(place: str) -> frozenset[str]:
    """Words and kinds of things that the drawing of a place shows by itself."""
    return frozenset(_SHOWN.get(place, "").split())

"""How wide things are."""

from __future__ import annotations

WIDTHS: dict[str, float] = {
    "accordion": 1.4, "alien": 0.7, "anchor": 0.8, "apple": 0.95, "aquarium": 1.5, "axe": 0.55, "ball": 1.0,
    "balloon": 0.55, "banana": 2.0, "bandage": 1.8, "barrel": 0.8, "basket": 1.0, "bed": 3.4, "bee": 1.4, "bell": 0.8,
    "belt": 1.5, "bench": 3.0, "bicycle": 1.9, "bin": 0.75, "binoculars": 1.2, "biscuit": 1.7, "blanket": 1.8,
    "boat": 1.6, "bone": 2.4, "book": 1.5, "boot": 0.8, "bottle": 0.42, "bowl": 1.8, "box": 1.15, "bread": 1.8,
    "broom": 0.4, "brush": 0.22, "buckle": 1.3, "bulb": 0.62, "buoy": 1.0, "bus": 2.8, "bush": 1.6, "butterfly": 1.3,
    "button": 1.0, "cage": 0.75, "cake": 1.45, "calculator": 0.62, "camera": 1.5, "campfire": 0.95, "cannon": 1.8,
    "car": 3.0, "card": 1.1, "carousel": 1.1, "carrot": 2.4, "cart": 1.6, "chain": 2.4, "chair": 0.8, "cheese": 1.5,
    "chess": 2.6, "chess piece": 0.5, "chest": 1.4, "clock": 0.98, "coffin": 2.4, "coin": 1.0, "confetti": 1.6,
    "crane": 1.3, "crown": 1.3, "crumb": 4.5, "cup": 1.2, "cupboard": 0.75, "curtain": 1.2, "cushion": 1.5,
    "door": 0.55, "drill": 1.3, "drone": 2.6, "drum": 1.25, "dust": 1.8, "easel": 0.9, "egg": 0.72, "egg nest": 2.0,
    "fallen leaf": 3.0, "fan": 0.75, "feather": 0.4, "fence": 2.6, "fireplace": 1.3, "fish": 2.0, "fish dish": 2.8,
    "fishing rod": 0.9, "flag": 0.75, "flute": 4.0, "flower": 0.62, "flying leaf": 1.6, "footprint": 4.0, "fork": 0.2,
    "fridge": 0.55, "gem": 1.1, "glass": 0.6, "glasses": 2.6, "globe": 0.85, "glove": 0.75, "goal": 1.7,
    "grass tuft": 1.2, "gravestone": 0.75, "guitar": 0.42, "hand": 3.2, "hat": 1.85, "headphones": 1.15,
    "helicopter": 1.9,
    "helmet": 1.25, "hole": 4.0, "hot-air balloon": 0.75, "hourglass": 0.6, "ice cream": 0.5, "jar": 0.72,
    "joystick": 1.6, "jug": 0.85, "kettle": 1.1, "key": 0.5, "kite": 0.7, "knife": 0.2, "ladder": 0.36, "lamp": 0.75,
    "lantern": 0.56, "laptop": 1.7, "leaf": 1.2, "lemon": 1.35, "letter": 1.5, "lettuce": 1.15, "log": 2.4,
    "magnifying glass": 0.6, "mailbox": 0.5, "manhole": 3.4, "map": 1.7, "mask": 1.4, "match": 0.22, "microscope": 0.8,
    "microphone": 0.45, "mirror": 0.68, "motorcycle": 1.7, "mushroom": 0.9, "nail": 0.3, "necklace": 1.0,
    "needle": 0.25, "nest": 1.8, "net": 1.6, "newspaper": 0.85, "orange": 1.0, "oven": 0.9, "palm": 0.8, "pan": 2.2,
    "paper": 0.8, "paper boat": 2.0, "paper plane": 2.0, "pear": 0.72, "pencil": 0.2, "petal": 1.6, "phone": 0.52,
    "photograph": 1.25, "piano": 1.9, "pill": 0.62, "pizza": 1.0, "plane": 2.4, "plant": 0.8, "plate": 2.2,
    "pliers": 0.5, "post": 0.2, "potato": 1.5, "printer": 1.3, "puddle": 4.5, "pumpkin": 1.25, "radio": 1.7,
    "rainbow": 2.0, "ring": 0.75, "rocket": 0.65, "rolling pin": 4.5, "rope": 1.2, "rowing boat": 3.2, "rug": 4.0,
    "sack": 0.85, "sandcastle": 1.4, "sandwich": 1.5, "satellite": 2.6, "saucer": 3.6, "saw": 1.9, "scarf": 1.0,
    "scissors": 0.62, "scooter": 0.9, "screwdriver": 0.2, "seesaw": 2.6, "shard": 3.4, "shed": 1.1, "shelf": 2.2,
    "shell": 1.15, "shield": 0.8, "shirt": 1.1, "shoe": 2.0, "shovel": 0.28, "sign": 0.9, "skateboard": 3.4,
    "skis": 0.5, "skull": 0.9, "sled": 2.4, "smoke": 0.7, "soap": 1.7, "sock": 0.8, "sofa": 2.9, "splash": 2.4,
    "spoon": 0.28, "stain": 4.5, "stairs": 1.3, "star": 1.05, "starfish": 1.1, "statue": 0.45, "steam": 0.7,
    "stone": 1.5, "strawberry": 0.85, "street lamp": 0.4, "submarine": 2.4, "suitcase": 1.25, "sword": 0.25,
    "swing": 0.8, "syringe": 3.0, "table": 2.6, "telephone": 1.2, "telescope": 1.2, "television": 1.7, "tent": 1.8,
    "teapot": 1.4, "test tube": 0.6, "thermometer": 0.25, "thread": 0.8, "throne": 0.6, "ticket": 1.9, "tie": 0.3,
    "tin": 0.7, "torch": 2.4, "toy": 0.9, "toy car": 2.0, "tractor": 1.4, "traffic light": 0.3, "trail": 5.0,
    "train engine": 2.4, "tram": 2.3, "tray": 3.4, "tree": 0.75, "trophy": 0.95, "truck": 2.2, "trumpet": 2.6,
    "ufo": 2.2, "umbrella": 1.25, "vacuum": 0.6, "vending machine": 0.55, "violin": 0.34, "violin case": 2.6,
    "wallet": 1.35, "wand": 0.3, "washing line": 2.4, "washing machine": 0.75, "watch": 0.6, "watering can": 1.4,
    "well": 0.8, "wheel": 1.0, "wheelbarrow": 1.8, "windbreak": 2.4, "windmill": 0.8, "window": 0.85, "wine": 0.45,
    "wrench": 0.3,
}  # fmt: skip
"""By kind: the width as a share of the height, where it isn't about 1."""

LIFTED: dict[str, float] = {
    "fish": 0.15, "chain": 0.22, "flute": 0.2, "torch": 0.28, "scissors": 0.0, "thread": 0.0, "trumpet": 0.22,
    "bee": 0.05, "syringe": 0.1, "bandage": 0.18, "glasses": 0.0, "saw": 0.12, "paper plane": 0.05, "tray": 0.0,
}  # fmt: skip
"""By kind: how far above its base a drawing's lowest point is, as a share of the height."""

"""What is done: verb forms by the pose that shows them."""

from __future__ import annotations

_POSES = """
walk: walk step stroll cross enter leave arrive march wander approach pass pace trudge hike return follow come go
    stride limp wade sneak thread visit
run: run jog sprint chase race hurry rush dash flee escape gallop charge skate
jump: jump leap hop bounce skip somersault
sit: sit settle perch rest drive rock row
ride: ride cycle pedal
sleep: sleep nap doze snore dream
lie: lie sunbathe float
kneel: kneel dig plant
crouch: crouch squat bend stoop hide
read: read study
write: write draw sketch note sign
type: type code program
drink: drink sip taste swallow
eat: eat bite chew nibble munch
hold: hold take grab break clutch keep bring show raise unwrap open close fold catch wear
    find steal pick put place set wrap wind turn unfold lower press buy sell examine receive sniff smell
carry: carry haul
lift: lift heave
give: give offer hand pass deliver
hug: hug embrace cuddle
shake: shake
push: push shove
pull: pull drag tug
throw: throw toss hurl launch fling
climb: climb scramble
swim: swim dive snorkel
cook: cook fry stir bake boil
work: repot pot mix knead chop cut pour fix repair build make paint carve polish wash clean sew knit solder
    shape wipe fill serve brew assemble hammer sand mend tune grate roll plate adjust feed stack sort pack water weigh
play: play perform practise practice strum fiddle busk
bow: bow curtsy kowtow
wave: wave greet beckon
point: point
reach: reach stretch touch pat knock pet stroke ring release let switch pin
look: look watch stare gaze see notice observe glance peer listen search stop stand pause face wait
think: think wonder ponder consider decide
dance: dance twirl spin waltz
sing: sing
laugh: laugh giggle
cry: cry weep sob
folded: sulk
pray: pray meditate
salute: salute
cheer: cheer celebrate clap shout win
phone: call phone text scroll photograph film
"""


def _verbs() -> dict[str, str]:
    table: dict[str, str] = {}
    pose = ""
    for token in _POSES.split():
        if token.endswith(":"):
            pose = token[:-1]
            continue
        for form in _forms(token):
            table.setdefault(form, pose)
    table.update(_IRREGULAR)
    return table


def _forms(verb: str) -> tuple[str, ...]:
    stem = verb.removesuffix("e")
    doubled = verb + verb[-1]
    third = verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"
    return (
        verb,
        third,
        verb + "es",
        verb + "ing",
        stem + "ing",
        doubled + "ing",
        verb + "ed",
        stem + "ed",
        doubled + "ed",
    )


_IRREGULAR = {
    "ran": "run",
    "sat": "sit",
    "slept": "sleep",
    "asleep": "sleep",
    "lies": "lie",
    "lying": "lie",
    "wrote": "write",
    "drank": "drink",
    "ate": "eat",
    "held": "hold",
    "took": "hold",
    "gave": "give",
    "brought": "hold",
    "found": "hold",
    "stole": "hold",
    "caught": "hold",
    "cut": "work",
    "made": "work",
    "built": "work",
    "stood": "look",
    "saw": "look",
    "went": "walk",
    "came": "walk",
    "rode": "ride",
    "drove": "sit",
    "threw": "throw",
    "danced": "dance",
    "sang": "sing",
    "cries": "cry",
    "laughing": "laugh",
    "seated": "sit",
    "sitting": "sit",
    "standing": "look",
    "running": "run",
}

VERBS = _verbs()
"""Verb forms, by the pose in ``poses``."""

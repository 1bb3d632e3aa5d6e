"""Words of a wish that name no thing to draw."""

from __future__ import annotations

STOP_WORDS = frozenset(
    "a an the of in on at to into onto with without from by for and or but as is are was were be been it its his "
    "her their "
    "our my your this that these those there here over under up down out off through across along past between "
    "behind "
    "beside near under above below against around after before then than while when where who which one two three "
    "four "
    "five six seven eight nine ten first last next every each all no not very more most so too just only still "
    "again".split()
)

PLAIN_NOUNS = frozenset(
    "hand hands eye eyes face head hair shoulder shoulders arm arms finger fingers foot feet leg legs knee knees "
    "back elbow "
    "mouth lip lips nose ear ears breath voice smile tear tears body heart chest skin window windows wall walls "
    "floor "
    "ceiling door doors doorway gate sill ledge shelf shelves stairs step steps light lights lamplight shadow "
    "shadows dark "
    "round around away back aside apart together latch "
    "darkness sun sunlight sunrise sunset moon moonlight star stars sky cloud clouds rain snow fog mist wind storm "
    "air "
    "water wave waves foam sea river ground grass leaf leaves branch branches flower stone stones rock rocks sand "
    "dust earth "
    "soil mud ice flour steam smoke fire flame spark sparks glow corner edge end side top bottom middle centre "
    "center front "
    "way place spot point line row circle half piece part rest others other thing things nothing something "
    "everything time "
    "moment second minute hour day night morning evening dawn dusk noon week year winter summer spring autumn world "
    "life "
    "home city town story word words song music note notes sound silence noise tune name number colour color red "
    "blue green "
    "yellow white black brown warm cold empty same new old small big long short little tiny table counter desk "
    "chair stove "
    "oven sink cupboard drawer fridge curtain curtains roof chimney street road path track tracks bridge car train "
    "bus boat "
    "seat seats aisle carriage car platform view distance horizon frame camera picture scene shot left right person "
    "people "
    "man woman girl boy child children crowd passengers customers guests audience turn look step smile laugh kiss "
    "hug bow "
    "walk run work job idea plan dream hope fear joy love secret surprise truth answer question problem change "
    "chance game "
    "race day's other's friend friends stranger team pocket sleeve collar hem button buttons strings string wheel "
    "wheels "
    "handle lid rim cover label logo screen surface neck base foot dining night stop stops strand wall-clock rails "
    "roofs "
    "houses buildings lights mountains hills trees landscape weather reflection crumbs bubbles drop drops pool "
    "puddle bell "
    "bells mast sail hull deck net tide pier quay harbour lighthouse street-lamp crossing traffic rooftop "
    "rooftops".split()
)

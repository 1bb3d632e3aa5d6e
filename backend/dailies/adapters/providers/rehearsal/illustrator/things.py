"""Words for things, by the drawing in ``props``, and where each kind of thing is when nobody holds it."""

from __future__ import annotations

_SMALL = """
cup: mug, teacup, coffee, tea, espresso, latte, cappuccino, cocoa, coffee cup, tea cup, hot chocolate
saucer: cup and saucer
glass: tumbler, beer, juice, drink, lemonade, milk, water glass, cola
wine: wine glass, goblet, champagne
teapot: coffee pot
kettle: tea kettle
jug: pitcher, vase, urn, milk jug
tin: can, canister, coffee tin
jar: honey, jam, pot of honey, honey jar, spice, spice jar
bottle: swing top, perfume, thermos, vial, serum, shampoo, flask, water bottle, wine bottle
box: parcel, package, crate, carton, gift, present, delivery box, lunchbox, lunch box, mailer, toolbox
chest: treasure chest, trunk, treasure
bag: handbag, purse, satchel, tote, shopping bag
sack: flour sack, bag of flour, bag of beans, bag of soil, coffee bag
backpack: rucksack, pack, knapsack, school bag
suitcase: case, briefcase, luggage, valise
violin case: instrument case, guitar case
basket: hamper, picnic basket
plant: basil, house plant, flowerpot, flower pot, clay pot, potted fern, seedling, herb, sapling, basil plant
flower: bouquet, rose, tulip, sunflower, daisy, bunch of flowers, blossom, poppy, wildflower
bread: loaf, baguette, bun, croissant, roll, dough, pastry, slice, crust, toast
sandwich: burger, bagel, hot dog, hamburger
pizza: pizza slice
cake: birthday cake, cupcake, pie, tart, muffin
biscuit: cookie, biscuits, cracker, chip, crisp, pretzel
cheese: wedge of cheese
ice cream: ice-cream, cone, gelato
bowl: soup, porridge, cereal, salad, ramen, noodle, rice, stew, dish of soup
plate: dish, lunch, breakfast, dinner, meal, food, pancake, pasta, supper, cloche
tray: serving tray
fish dish: plate of fish
apple: fruit, core, peach, tomato
orange: orange fruit, mandarin, tangerine, clementine, mango
pear: pears
lemon: lime
banana: plantain
carrot: parsnip
lettuce: cabbage, salad head
pumpkin: squash
potato: spud
strawberry: cherry, berry, raspberry
mushroom: toadstool
egg: boiled egg
pan: frying pan, saucepan, pot, wok, cauldron, cooking pot
rolling pin: pin
spoon: ladle, whisk, spatula, teaspoon, wooden spoon
fork: pitchfork
knife: blade, dagger, cleaver, scalpel, pocketknife
book: novel, diary, notebook, manuscript, album, bible, textbook, logbook, sketchbook, passport
letter: envelope, postcard, note, mail, invitation, valentine
ticket: train ticket, label, tag, coupon, stamp, address label, price tag, receipt
paper: napkin, page, document, blueprint, drawing, sheet, sheet music, score, list, recipe, certificate, sketch
newspaper: magazine, paper news
map: chart, treasure map, sea chart
card: playing card, cards
photograph: photo, picture, portrait, snapshot, picture frame, painting
pencil: crayon, chalk, pen, quill
brush: paintbrush, toothbrush, hairbrush
scissors: shears, secateurs, clippers
laptop: computer, monitor, pc, screen
phone: smartphone, mobile, app, mobile phone
telephone: landline, receiver
tablet: e-reader
calculator: remote, remote control
camera: film camera, polaroid
radio: speaker, record player, cassette
microphone: mic
headphones: earphones, earbuds
watch: wristwatch, pocket watch, stopwatch
clock: alarm clock, alarm, timer
globe: world globe
glasses: spectacles, sunglasses, goggles
lamp: desk lamp, reading lamp, table lamp, bedside lamp
bulb: light bulb, lightbulb
lantern: oil lamp, storm lantern
torch: flashlight
candle: candlestick, candle flame, candle flames
match: matchstick
key: keys, house key
ring: wedding ring, lens ring
necklace: pendant, medal, medallion, amulet, chain necklace
gem: diamond, jewel, ruby, crystal, emerald stone
crown: tiara
coin: money, penny, euro, gold coin
shoe: sneaker, running shoe, trainer, slipper, sandal
boot: rubber boot, wellington, rain boot
sock: stocking
glove: mitten, gauntlet
hat: cap, fedora, beret, bonnet
scarf: shawl
shirt: t-shirt, jersey, sweater, jumper, blouse, uniform, dress, costume, jacket, coat, raincoat, apron, laundry
helmet: hard hat, bike helmet
mask: carnival mask
button: shirt button
buckle: clasp, belt buckle
belt: strap
tie: necktie
wallet: billfold
ribbon: bow ribbon
cushion: pillow
blanket: cloth, towel, rag, quilt, tablecloth, sheet of cloth, handkerchief, fabric
soap: bar of soap, sponge
violin: fiddle, viola
guitar: ukulele, banjo, lute
trumpet: saxophone, horn, trombone, bugle
flute: recorder, clarinet, whistle, harmonica
bell: handbell, doorbell, school bell
accordion: concertina
ball: snowball, football, basketball, beach ball, tennis ball, soccer ball
paper boat: origami boat
paper plane: paper airplane, paper aeroplane
toy: teddy, doll, teddy bear, toy bear, stuffed bear, plush
toy car: toy truck
dice: die
chess: chessboard, chess board, board, chess set, draughts, board game
chess piece: pawn, rook, bishop piece
yo-yo: spinning top
shell: seashell, conch, clam
feather: quill feather, plume
leaf: oak leaf, maple leaf, dry leaf
stone: pebble, rock, coal, lump
bone: dog bone
starfish: sea star
nest: bird's nest
log: firewood, stick, twig, driftwood
hammer: mallet, sledgehammer
wrench: spanner, tool
screwdriver: chisel, file
pliers: tongs, tweezers
nail: screw, bolt, peg, clothes peg, pin nail
gear: cog, cogwheel, gearwheel, clockwork
saw: handsaw, plane tool
drill: power drill
axe: hatchet, ax
paint can: paint, paint pot, tin of paint
bucket: pail
watering can: wateringcan
rope: cable, cord, mooring rope, lasso, hose
chain: bike chain, bicycle chain, links
thread: yarn, wool, ball of wool, string, twine
needle: sewing needle, knitting needle
net: fishing net, butterfly net
fishing rod: rod, fishing pole
telescope: spyglass
binoculars: field glasses
microscope: slide microscope
test tube: beaker, potion, flask of potion
magnifying glass: magnifier, lens, loupe
syringe: injection
stethoscope: stethoscopes
pill: pill bottle, medicine, tablet of medicine, capsule
bandage: plaster
wand: magic wand
sword: sabre, cutlass, rapier
shield: buckler
bow: bow and arrow, crossbow
trophy: prize, cup trophy
balloon: balloons
heart: heart shape, valentine heart
star: paper star, gold star, christmas star
umbrella: parasol
kite: paper kite
flag: banner, pennant
fan: ventilator, electric fan
thermometer: gauge
hourglass: sand timer, egg timer
drone: quadcopter
joystick: gamepad, controller, console
fish: trout, salmon, herring, sardine, cod, mackerel
skull: skulls
"""
"""Things of the hand: they stand on tables, sills and counters."""

_LARGE = """
bicycle: bike, cycle, courier bike
motorcycle: motorbike, moped
scooter: vespa, electric scooter
skateboard: longboard
skis: ski, snowboard
sled: sledge, toboggan, sleigh
car: taxi, cab, jeep, sports car, limousine, automobile
truck: van, lorry, fire engine, ambulance, delivery van, camper
tractor: harvester, combine
cart: wagon, trolley, handcart, pram, stroller, carriage
wheelbarrow: barrow
bus: coach bus, school bus, trolleybus
tram: streetcar, cable car
train engine: locomotive, train, night train, sleeper train, express, steam train
boat: sailboat, ferry, dinghy, ship, yacht, sailing boat, fishing boat, trawler
rowing boat: rowboat, canoe, kayak, raft, gondola
submarine: periscope
plane: aeroplane, airplane, jet, aircraft, airliner, biplane
helicopter: chopper
hot-air balloon: hot air balloon, airship, zeppelin
rocket: spacecraft, spaceship, space ship, missile
ufo: flying saucer
satellite: space probe
chair: stool, armchair, seat, rocking chair
throne: king's throne
bench: park bench, pew
table: desk, workbench, worktop
bed: bunk, cot, mattress, hammock
sofa: couch, settee
door: doorway, door frame, gate
window: window pane, windowpane
curtain: curtains, drape
fridge: refrigerator, freezer
oven: stove, cooker, oven door, range
washing machine: washer, dryer, dishwasher
cupboard: wardrobe, cabinet, closet, locker, chest of drawers, drawer, dresser
shelf: bookshelf, bookcase, rack, shelves
fireplace: hearth
rug: carpet, mat, doormat
stairs: staircase, stair, stone step, spiral stair
ladder: stepladder
mirror: looking glass
television: tv, tv set
piano: keyboard, organ, grand piano
drum: drums, drum kit
cello: double bass
broom: mop, rake
shovel: spade, hoe
vacuum: vacuum cleaner, hoover
easel: canvas
sign: departures board, arrivals board, menu board, signpost, billboard, notice, poster, noticeboard, placard, nameplate
mailbox: letterbox, postbox, post box, letter box
street lamp: lamppost, lamp post, street-lamp, streetlight, street light
traffic light: stop light, signal
bin: trash can, dustbin, rubbish bin, wastebasket
barrel: keg, cask, drum of oil
fence: railing, picket fence, fence post
post: pole, bollard, pile, bean pole, stake, mast
tent: camp
fire: campfire, bonfire
snowman: snow man
scarecrow: straw man
tree: pine, oak, christmas tree, birch, maple, fir, willow, chestnut tree, apple tree, pine tree
palm: palm tree, coconut tree
bush: shrub, hedge, bushes, fern
statue: monument, bust, sculpture
well: wishing well
swing: child's swing
goal: net goal, hoop
washing line: clothesline, clothes line, laundry line, washing
awning: market stall, stall, kiosk, booth
wheel: tyre, tire, steering wheel
anchor: ship's anchor
buoy: lifebuoy, life ring, lifebelt
windmill: wind turbine, turbine
robot arm: crane arm
printer: copier, photocopier
vending machine: ticket machine, coffee machine, espresso machine, machine
gravestone: tombstone, grave
coffin: sarcophagus
cage: birdcage
aquarium: fish tank, fishbowl
windbreak: screen of cloth
shed: hut, kennel, doghouse, dog house, birdhouse
"""
"""Things that stand on the ground beside people."""

_IN_AIR = """
smoke: fume, smog, smoke ring
steam: vapour, vapor
spark: ember, firework, fireworks
confetti: streamer
petal: petals
bubble: soap bubble
flying leaf: autumn leaf, leaves
snowflake: flake
butterfly: moth, dragonfly
bee: wasp, fly, insect, bumblebee
rainbow: rainbows
lightning: lightning bolt, thunderbolt
dust: dust cloud, flour, pollen
flame: flames
moth lamp: chandelier, candle ring, pendant lamp, lampshade
note sign: musical note
speech: speech bubble
"""
"""Things in the air."""

_ON_GROUND = """
crumb: crumbs
footprint: footprints, footstep, bootprint, paw print, pawprint, track in the snow
trail: wet trail, trace, snail trail, skid mark
puddle: pool of water, puddles, pool
splash: ripple, ring of water, drop, droplet, drip
stain: spill, patch of oil, blot
shard: splinter, broken glass, fragment, broken cup
fallen leaf: heap of leaves, leaf pile
grass tuft: weed, weeds, root
sandcastle: castle of sand
hole: molehill, burrow
manhole: drain
egg nest: clutch of eggs
"""
"""Marks and scatterings on a table or the ground."""


def _kinds(table: str) -> dict[str, tuple[str, ...]]:
    rows = (row.partition(":") for row in table.strip().splitlines())
    return {name.strip(): tuple(word.strip() for word in others.split(",") if word.strip()) for name, _, others in rows}


def _words() -> dict[str, str]:
    words: dict[str, str] = {}
    for table in (_SMALL, _LARGE, _IN_AIR, _ON_GROUND):
        for kind, others in _kinds(table).items():
            words.setdefault(kind, kind)
            for word in others:
                words.setdefault(word, kind)
    return words


PROPS = _words()
"""Words for things in the singular, by the drawing in ``props``."""

BIG_PROPS = frozenset(_kinds(_LARGE))
"""Things that stand on the ground beside a person."""

AIRBORNE = frozenset(_kinds(_IN_AIR)) | {"kite", "paper plane", "balloon", "plane", "helicopter", "hot-air balloon"} | {
    "ufo", "drone", "satellite", "rocket", "star",
}  # fmt: skip
"""Things seen in the air when nobody holds them."""

TRACES = frozenset(_kinds(_ON_GROUND))
"""Marks and scatterings."""

ON_WALL = frozenset({"window", "curtain", "clock", "mirror", "photograph", "shelf", "television"})
"""Things that hang on a wall or stand against it."""

"""The words the illustrator knows. To teach it a new word, add a row here; to teach it a new thing, add the
row and a drawing of the same name in ``props``, ``animals`` or ``places``."""

from __future__ import annotations


def _rows(table: str) -> dict[str, str]:
    """``name: word, word`` lines, as word -> name; the name is its own word."""
    words: dict[str, str] = {}
    for row in table.strip().splitlines():
        name, _, others = row.strip().partition(":")
        for word in (name, *others.split(",")):
            if word.strip():
                words[word.strip()] = name
    return words


PLACES = _rows(
    """
    dining car: restaurant car, buffet car
    train: carriage, train car, compartment, railway car, sleeper, wagon, metro car, tram
    station: platform, railway station, train station, metro, subway, terminal, bus stop, airport
    kitchen: galley, pantry
    bakery: baker's, patisserie
    cafe: café, coffee shop, coffee bar, tea room, diner, canteen, cafeteria, teahouse
    bar: pub, tavern, inn
    restaurant: bistro, dining room, trattoria
    shop: store, supermarket, grocery, market hall, boutique, bookshop, florist, pharmacy, kiosk, stall
    bedroom: nursery, dormitory, hotel room, cabin, attic
    living room: parlour, lounge, sitting room, apartment, flat, home, house, room, hallway, hall, lobby
    living room: stairwell, fireplace
    office: desk, newsroom, study, meeting room, boardroom, co-working, call centre, startup, control room
    workshop: garage, studio, shed, forge, smithy, workbench, factory, warehouse, lab, laboratory, atelier, barn
    workshop: stable
    classroom: school, lecture hall
    hospital: clinic, ward, waiting room, surgery, vet
    library: archive, reading room
    museum: gallery
    gym: fitness, boxing ring, sports hall, ring
    theatre: stage, opera, concert hall, theater, cinema, backstage, circus, arena, club
    spaceship: space station, cockpit, capsule, bridge of the ship
    bathroom: shower
    lighthouse: beacon
    harbour: harbor, pier, dock, quay, port, marina, jetty, wharf, ferry, deck, boat, ship
    beach: shore, seaside, coast, island, sand, dunes, cove
    sea: ocean, waves, open water, underwater
    river: stream, canal, brook, waterfall, riverbank, creek
    lake: pond, fjord, lakeside
    forest: wood, woods, jungle, woodland, trees, grove, rainforest
    mountains: mountain, peak, ridge, glacier, summit, cliff, valley, alps, pass, ski slope
    desert: dune, canyon, savanna, oasis, wasteland
    field: meadow, farm, wheat, prairie, pasture, vineyard, hill, hills, hillside, orchard, countryside, steppe
    village: hamlet, cottage, farmhouse
    park: playground, square, plaza, courtyard, promenade, fairground, campus, zoo, stadium, pitch
    garden: greenhouse, backyard, yard, allotment, patio, terrace, balcony, porch
    rooftop: roof, rooftops
    skyline: city, downtown, megacity, town, metropolis, cityscape
    street: avenue, alley, lane, sidewalk, pavement, crossing, intersection, market, corner, bridge, bazaar
    road: highway, motorway, crossroads, track, path, trail, parking lot, race track, petrol station, car
    space: moon, planet, orbit, galaxy, mars, stars, asteroid
    sky: clouds, air
    """
)
"""Words for places, by the drawing in ``places``."""

INDOOR_WORDS = frozenset(
    "room indoors inside interior wall walls floor ceiling table counter sofa stove oven shelf shelves lamp "
    "carpet".split()
)

PEOPLE = {
    **dict.fromkeys("girl daughter granddaughter schoolgirl niece sister".split(), ("child", True)),
    **dict.fromkeys("boy son grandson schoolboy nephew brother".split(), ("child", False)),
    **dict.fromkeys("child kid toddler pupil twin twins baby".split(), ("child", None)),
    **dict.fromkeys("teenager teen student intern apprentice".split(), ("teen", None)),
    **dict.fromkeys(
        "woman lady mother mum mom wife aunt queen actress waitress ballerina bride she".split(), ("adult", True)
    ),
    **dict.fromkeys(
        "man gentleman father dad husband uncle king actor waiter fisherman postman mailman fireman policeman groom "
        "he "
        "salesman businessman milkman handyman snowboarder".split(),
        ("adult", False),
    ),
    **dict.fromkeys("grandmother grandma granny gran nan widow".split(), ("old", True)),
    **dict.fromkeys("grandfather grandpa grandad granddad widower pensioner".split(), ("old", False)),
    **dict.fromkeys(
        "person people friend stranger neighbour neighbor violinist cellist pianist guitarist musician drummer "
        "singer dancer "
        "baker chef cook barista bartender nurse doctor surgeon scientist engineer mechanic carpenter painter "
        "artist potter "
        "teacher librarian farmer gardener sailor captain pilot driver conductor courier cyclist runner jogger "
        "hiker climber "
        "traveller traveler passenger tourist photographer writer author poet journalist reporter detective keeper "
        "guard "
        "astronaut cosmonaut worker builder florist tailor shopkeeper seller vendor customer clerk designer "
        "programmer "
        "developer founder manager boss colleague coach boxer athlete player skater surfer diver swimmer wizard "
        "witch knight "
        "pirate hero wanderer monk commuter guest owner host team crowd couple family partner electrician plumber "
        "clockmaker "
        "watchmaker beekeeper mayor judge officer firefighter porter trainer magician clown chemist inventor "
        "director "
        "someone somebody figure adult human".split(),
        ("adult", None),
    ),
}
"""Words for people: age, and whether feminine (None: not said)."""

TRADES: dict[str, str] = {
    "baker": "white apron, cream shirt, white chef hat",
    "chef": "white jacket, white chef hat",
    "cook": "white apron, blue shirt",
    "barista": "green apron, cream shirt",
    "bartender": "black vest, white shirt",
    "waiter": "black vest, white shirt, black bow tie",
    "waitress": "white apron, black dress",
    "nurse": "teal scrubs, white shoes",
    "doctor": "white lab coat, blue shirt",
    "surgeon": "green scrubs",
    "scientist": "white lab coat, grey sweater",
    "chemist": "white lab coat",
    "mechanic": "blue overalls, grey t-shirt",
    "engineer": "orange vest, navy shirt, yellow helmet",
    "builder": "orange vest, grey shirt, yellow helmet",
    "worker": "blue overalls, yellow helmet",
    "electrician": "blue overalls",
    "plumber": "blue overalls, red cap",
    "carpenter": "brown apron, checked shirt",
    "potter": "grey apron, cream shirt",
    "clockmaker": "brown apron, white shirt, glasses",
    "watchmaker": "brown vest, white shirt, glasses",
    "inventor": "brown apron, green shirt, glasses",
    "painter": "cream apron, blue shirt, red beret",
    "artist": "cream apron, blue shirt, black beret",
    "fisherman": "yellow raincoat, navy sweater, navy beanie",
    "sailor": "navy sweater, white cap",
    "captain": "navy coat, white captain's cap",
    "keeper": "yellow raincoat, navy sweater",
    "pilot": "brown jacket, white shirt, captain's cap",
    "conductor": "navy coat, navy captain's cap",
    "porter": "burgundy jacket, burgundy captain's cap",
    "courier": "orange jacket, grey trousers, red helmet",
    "cyclist": "red t-shirt, black shorts, white helmet",
    "postman": "blue jacket, blue captain's cap",
    "mailman": "blue jacket, blue captain's cap",
    "runner": "coral t-shirt, navy shorts, white sneakers",
    "jogger": "coral t-shirt, navy shorts, white sneakers",
    "athlete": "red t-shirt, black shorts",
    "boxer": "red shorts, white t-shirt",
    "farmer": "blue overalls, checked shirt, straw hat",
    "gardener": "green apron, cream shirt, straw hat",
    "beekeeper": "white jacket, straw hat",
    "detective": "tan trench coat, brown fedora",
    "violinist": "black jacket, white shirt",
    "cellist": "black dress",
    "pianist": "black jacket, white shirt",
    "musician": "burgundy jacket, white shirt",
    "singer": "red dress",
    "dancer": "lilac dress",
    "ballerina": "pink dress",
    "teacher": "green cardigan, white shirt",
    "librarian": "mustard cardigan, white shirt, glasses",
    "businessman": "charcoal suit, red tie",
    "boss": "charcoal suit, burgundy tie",
    "manager": "navy suit, blue tie",
    "founder": "grey blazer, black t-shirt",
    "guard": "navy jacket, navy captain's cap",
    "officer": "navy jacket, navy captain's cap",
    "policeman": "navy jacket, navy captain's cap",
    "firefighter": "mustard coat, red helmet",
    "fireman": "mustard coat, red helmet",
    "astronaut": "white spacesuit, space helmet",
    "cosmonaut": "white spacesuit, space helmet",
    "wizard": "purple robe, purple pointed hat",
    "witch": "black robe, black pointed hat",
    "pirate": "burgundy coat, black brimmed hat",
    "monk": "rust robe",
    "king": "burgundy robe, gold crown",
    "queen": "violet dress, gold crown",
    "knight": "steel vest, grey shirt, steel helmet",
    "hiker": "green jacket, brown boots",
    "climber": "red jacket, white helmet",
    "magician": "black jacket, white shirt, black top hat",
    "clown": "yellow overalls, red shirt",
}
"""What a trade wears where the description says nothing."""

GARMENTS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("coat", "overcoat", "trenchcoat", "trench", "parka", "lab coat", "duster"), ("over", "coat")),
    **dict.fromkeys(("raincoat", "oilskin", "oilskins", "mackintosh", "slicker", "poncho"), ("over", "raincoat")),
    **dict.fromkeys(
        ("jacket", "blazer", "anorak", "windbreaker", "bomber", "tuxedo", "suit", "tailcoat"), ("over", "jacket")
    ),
    **dict.fromkeys(("cardigan", "vest", "waistcoat", "gilet"), ("over", "vest")),
    **dict.fromkeys(("cloak", "cape", "robe", "gown", "kimono", "tunic"), ("over", "robe")),
    "apron": ("over", "apron"),
    **dict.fromkeys(("overalls", "dungarees", "boilersuit", "overall"), ("over", "overalls")),
    **dict.fromkeys(("sweater", "jumper", "pullover", "turtleneck", "hoodie", "cardi", "fleece"), ("top", "sweater")),
    **dict.fromkeys(
        ("shirt", "blouse", "uniform", "scrubs", "pyjamas", "pajamas", "tracksuit", "spacesuit"), ("top", "shirt")
    ),
    **dict.fromkeys(("t-shirt", "tee", "jersey", "singlet", "top"), ("top", "t-shirt")),
    **dict.fromkeys(("dress", "frock", "sundress", "nightgown"), ("top", "dress")),
    **dict.fromkeys(("trousers", "jeans", "pants", "leggings", "tights", "chinos"), ("bottom", "trousers")),
    "skirt": ("bottom", "skirt"),
    "shorts": ("bottom", "shorts"),
    **dict.fromkeys(
        ("boots", "shoes", "sneakers", "trainers", "sandals", "slippers", "wellingtons"), ("shoes", "shoes")
    ),
    **dict.fromkeys(("beanie", "woolly hat", "wool hat", "knit hat", "knitted hat", "bobble hat"), ("hat", "beanie")),
    **dict.fromkeys(("captain's cap", "peaked cap", "sailor's cap"), ("hat", "peaked")),
    **dict.fromkeys(("cap", "baseball cap", "flat cap"), ("hat", "cap")),
    **dict.fromkeys(
        ("hat", "fedora", "straw hat", "brimmed hat", "bowler", "sun hat", "sou'wester", "cowboy hat"),
        ("hat", "brim"),
    ),
    **dict.fromkeys(("chef hat", "chef's hat", "toque"), ("hat", "toque")),
    **dict.fromkeys(("top hat", "pointed hat"), ("hat", "tall")),
    "beret": ("hat", "beret"),
    **dict.fromkeys(("headscarf", "hijab", "kerchief", "bonnet", "turban"), ("hat", "headscarf")),
    **dict.fromkeys(("helmet", "hard hat"), ("hat", "helmet")),
    "space helmet": ("hat", "bubble"),
    "crown": ("hat", "crown"),
    "hood": ("hat", "hood"),
    **dict.fromkeys(("scarf", "shawl", "muffler"), ("neck", "scarf")),
    **dict.fromkeys(("tie", "necktie"), ("neck", "tie")),
    **dict.fromkeys(("bow tie", "bowtie"), ("neck", "bow")),
    **dict.fromkeys(("necklace", "medal", "pendant"), ("neck", "pendant")),
    **dict.fromkeys(("bandana", "collar", "neckerchief"), ("neck", "bandana")),
}
"""Words for clothes: where it is worn, and its cut."""

ANIMALS = _rows(
    """
    dog: puppy, hound, terrier, labrador, retriever, sheepdog, corgi, spaniel, collie, dachshund, poodle
    wolf: coyote, husky
    cat: kitten, tabby, tomcat, kitty
    lion: tiger, lioness, leopard, panther
    fox: foxes
    otter: weasel, ferret, marten, beaver, seal
    rabbit: hare, bunny
    bear: panda, cub
    horse: pony, mare, stallion, foal, donkey, unicorn
    deer: stag, reindeer, moose, elk, doe
    cow: bull, ox, calf
    sheep: lamb, goat
    pig: boar, piglet
    mouse: rat, hamster, hedgehog, squirrel
    elephant: mammoth
    bird: gull, seagull, sparrow, robin, pigeon, crow, raven, parrot, dove, swallow, seagulls, birds, gulls
    bird: pigeons, owl
    duck: goose, swan, ducks, chicken, hen, rooster, penguin
    fish: salmon, goldfish, trout, shark, whale, dolphin
    """
)
"""Words for animals, by the drawing in ``animals``."""

ROBOT_WORDS = frozenset("robot android droid automaton machine-being cyborg".split())

PROPS = _rows(
    """
    cup: mug, teacup, coffee, tea, espresso, latte, cappuccino, cups, coffees
    glass: tumbler, wine, goblet, beer, juice, drink
    teapot: kettle, coffee pot
    tin: can, canister, tins
    jar: honey, jam, pot of honey
    bottle: perfume, flask, thermos, vial, serum, shampoo, bottles
    box: parcel, package, crate, carton, gift, present, boxes, parcels, crates
    bag: backpack, satchel, handbag, sack, rucksack, suitcase, case, briefcase, luggage
    basket: hamper
    plant: basil, pot plant, flowerpot, fern, seedling, herb, cactus, sapling, tomato, tomatoes
    flower: flowers, bouquet, rose, tulip, sunflower, daisy
    bread: loaf, baguette, bun, croissant, roll, loaves, dough, pastry
    cake: birthday cake, cupcake, pie, tart
    bowl: soup, porridge, cereal, salad, ramen, noodles
    plate: dish, sandwich, lunch, breakfast, dinner, meal, food, tray, pizza, pancakes
    apple: pear, orange fruit, fruit, apples, lemon, peach, core
    egg: eggs
    pan: frying pan, saucepan, pot
    book: novel, diary, notebook, books, manuscript, album
    letter: envelope, postcard, note, mail, letters, ticket, invitation
    paper: page, document, blueprint, newspaper, drawing, sheet music, receipt, score, poster
    map: chart
    pencil: pen, brush, paintbrush, crayon
    laptop: computer, screen, monitor
    phone: smartphone, telephone, mobile, app
    tablet: e-reader
    camera: film camera
    radio: speaker, record player, cassette
    television: tv
    headphones: earphones, earbuds
    watch: wristwatch, pocket watch
    clock: alarm clock, alarm, cuckoo clock
    lamp: desk lamp, light bulb, bulb, reading lamp
    lantern: torch, flashlight, oil lamp
    candle: candles
    key: keys
    ring: necklace box
    umbrella: parasol, umbrellas
    shoe: sneaker, boot, shoes, sneakers, boots, running shoe, trainer
    hat: cap left behind
    glasses case: sunglasses
    violin: fiddle, viola
    cello: double bass
    guitar: ukulele, banjo
    piano: keyboard
    drum: drums
    trumpet: saxophone, horn, flute
    ball: football, basketball, globe, balloon ball
    balloon: balloons
    kite: paper kite
    paper boat: paper boats
    paper plane: paper airplane
    toy: teddy, doll, teddy bear
    bicycle: bike, cycle
    skateboard: scooter
    car: taxi, van, truck, cab, jeep
    bus: coach bus
    train engine: locomotive, train, night train, sleeper train, express
    boat: rowing boat, sailboat, ferry, dinghy, ship
    rocket: spacecraft
    chair: stool, armchair, seat
    bench: benches
    table: desk, counter
    bed: bunk, cot, mattress
    sofa: couch
    door: gate
    ladder: steps
    mirror: looking glass
    hammer: tool, tools, wrench, screwdriver, spanner
    spoon: ladle, whisk, spatula, fork
    knife: blade
    saw: plane tool
    broom: mop
    bucket: pail, watering can
    rope: ropes, cable, chain
    net: fishing net
    telescope: binoculars, spyglass
    microscope: test tube
    sign: signpost, billboard
    flag: banner
    snowman: snow man
    fire: campfire, bonfire
    tree: pine, oak, christmas tree
    tent: camp
    trophy: cup trophy
    coin: coins, money
    easel: canvas, painting, picture, photograph, photo
    heart: heart shape
    """
)
"""Words for things, by the drawing in ``props``."""

BIG_PROPS = frozenset(
    "bicycle car bus boat rocket bench table bed sofa door ladder mirror snowman fire tree tent easel piano cello "
    "chair sign "
    "television drum".split()
) | {"train engine"}
"""Things that stand on the ground beside a person."""

_POSES = """
walk: walk step stroll cross enter leave arrive march wander approach pass pace trudge hike climb return follow
come go
    stride limp deliver wade sneak thread
run: run jog sprint chase race hurry rush dash flee escape gallop charge skate
jump: jump leap hop bounce skip
sit: sit settle perch rest wait ride drive rock row
sleep: sleep nap doze snore dream lie
crouch: kneel crouch squat bend stoop dig plant hide
read: read study
write: write draw sketch type note sign
drink: drink sip taste swallow
eat: eat bite chew nibble munch
hold: hold carry take lift grab clutch keep bring show offer give hand pass receive raise unwrap open close fold
catch wear
    find steal pick put place set pull hug wrap wind turn unfold lower press buy sell examine
work: repot pot cook stir mix knead bake chop cut pour fix repair build make paint carve polish wash clean sew knit
solder
    shape wipe fill serve brew assemble hammer sand mend tune grate roll plate adjust feed stack sort pack water weigh
play: play perform practise practice bow strum fiddle busk
reach: reach point stretch touch press pat knock pet stroke ring wave beckon throw toss release let launch push
switch pin
look: look watch stare gaze see notice observe glance peer listen search wonder stop stand pause turn study face
cheer: cheer celebrate dance laugh clap sing shout win
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
    stem = verb[:-1] if verb.endswith("e") else verb
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
    "lies": "sleep",
    "lying": "sleep",
    "wrote": "write",
    "drank": "drink",
    "ate": "eat",
    "held": "hold",
    "took": "hold",
    "gave": "hold",
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
    "rode": "sit",
    "drove": "sit",
    "threw": "reach",
    "danced": "cheer",
    "sang": "cheer",
    "cries": "look",
    "laughing": "cheer",
    "seated": "sit",
    "sitting": "sit",
    "standing": "look",
    "running": "run",
}

VERBS = _verbs()
"""Verb forms, by the pose in ``poses``."""

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
"""Nouns that need no drawing of their own: a body, a place and its light already show them."""

MOODS: dict[str, str] = {
    **dict.fromkeys(
        "joy joyful happy cheerful delighted laughing laugh laughs proud triumphant playful celebrate cheers "
        "excited".split(),
        "joy",
    ),
    **dict.fromkeys(
        "warm smile smiles smiling content tender released hopeful hope gentle relieved kind fond".split(), "smile"
    ),
    **dict.fromkeys("sad lonely grief cry cries crying weeps melancholy tears lost heartbroken".split(), "sad"),
    **dict.fromkeys("angry furious rage shouts frowns tense stern annoyed determined fierce".split(), "angry"),
    **dict.fromkeys(
        "surprised surprise awe amazed astonished shock gasp gasps wonder wide-eyed startled".split(), "awe"
    ),
    **dict.fromkeys("tired weary exhausted sleepy yawns yawning".split(), "tired"),
    **dict.fromkeys("worried anxious nervous afraid scared fear uneasy held-breath".split(), "worried"),
    **dict.fromkeys("asleep sleeping sleeps dreaming calm serene peaceful meditates".split(), "calm"),
}
"""Words for feeling, by the expression in ``heads``."""

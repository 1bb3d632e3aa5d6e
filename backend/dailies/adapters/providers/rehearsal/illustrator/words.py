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
    train: carriage, train car, compartment, railway car, sleeper, wagon, metro car, inside a train
    bus: inside the bus, on the bus, coach, minibus, tram
    plane: aeroplane cabin, airplane, aircraft cabin, jet cabin, inside a plane, on a plane
    car: inside the car, in the car, car interior, taxi, back seat, driver's seat, passenger seat, van
    workshop: fire station
    office: police station
    station: platform, railway station, train station, metro, subway, tram stop
    bus stop: bus shelter, bus station, coach station
    airport: air terminal, airport terminal, departure lounge, departure hall, departure gate
    kitchen: galley, pantry
    bakery: baker's, patisserie
    cafe: café, coffee shop, coffee bar, tea room, diner, canteen, cafeteria, teahouse
    bar: pub, tavern, inn
    restaurant: bistro, dining room, trattoria
    shop: store, boutique, bookshop, florist, pharmacy, toy shop, corner shop
    supermarket: grocery, grocery store, hypermarket, supermarket aisle
    hairdresser: barber, barbershop, barber's, hair salon, beauty salon, salon
    swimming pool: pool, lido, baths, indoor pool
    church: chapel, cathedral, abbey, nave, monastery, temple
    courtroom: court, courthouse, tribunal, parliament
    laboratory: lab, clean room, research centre
    warehouse: depot, storeroom, stockroom, loading bay, fulfilment centre, hangar
    attic: loft, garret
    cellar: basement, wine cellar, vault, dungeon, crypt
    greenhouse: glasshouse, conservatory, orangery, hothouse, winter garden
    great hall: throne room, castle hall, banquet hall, ballroom
    underwater: under the sea, sea floor, seabed, coral reef, reef, deep sea, under water
    petrol station: gas station, filling station, service station, fuel station
    bedroom: nursery, dormitory, hotel room, cabin
    living room: parlour, lounge, sitting room, apartment, flat, home, house, room, hallway, hall, lobby
    living room: stairwell, fireplace
    office: desk, newsroom, study, meeting room, boardroom, co-working, call centre, startup, control room
    workshop: garage, studio, shed, forge, smithy, workbench, factory, atelier
    workshop: stable
    classroom: school, lecture hall
    hospital: clinic, ward, waiting room, surgery, vet
    library: archive, reading room
    museum: gallery
    gym: fitness, boxing ring, sports hall, ring
    theatre: stage, opera, concert hall, theater, cinema, backstage, circus, arena, club
    spaceship: space station, spacecraft, cockpit, capsule, bridge of the ship
    bathroom: shower
    lighthouse: beacon
    harbour: harbor, pier, dock, quay, port, marina, jetty, wharf, ferry, deck, boat, ship
    beach: shore, seaside, coast, island, sand, dunes, cove, tropical island
    sea: ocean, waves, open water
    river: stream, canal, brook, waterfall, riverbank, creek
    lake: pond, fjord, lakeside
    forest: wood, woods, woodland, trees, grove
    mountains: mountain, peak, ridge, glacier, summit, cliff, valley, alps, pass, ski slope
    desert: dune, canyon, savanna, oasis, wasteland
    field: meadow, wheat, prairie, pasture, vineyard, hill, hills, hillside, orchard, countryside, steppe
    village: hamlet, cottage, hut
    park: square, plaza, courtyard, promenade, fairground, campus, zoo, stadium, pitch
    garden: backyard, yard, allotment, patio, terrace, balcony, porch
    rooftop: roof, rooftops
    skyline: city, downtown, megacity, town, metropolis, cityscape
    street: avenue, alley, lane, sidewalk, pavement, crossing, intersection, market, corner, bazaar
    street: market square, market hall, kiosk, stall
    road: highway, motorway, crossroads, track, path, trail, parking lot, race track
    space: moon, planet, orbit, galaxy, mars, stars, asteroid
    sky: clouds, air
    """
)
"""Words for places, by the drawing in ``places``."""

INDOOR_WORDS = frozenset(
    (
        "room indoors inside interior wall walls floor ceiling table counter sofa stove oven shelf shelves lamp carpet"
    ).split()
)

PEOPLE = {
    **dict.fromkeys("girl daughter granddaughter schoolgirl niece sister".split(), ("child", True)),
    **dict.fromkeys("boy son grandson schoolboy nephew brother".split(), ("child", False)),
    **dict.fromkeys("child kid toddler pupil twin twins baby".split(), ("child", None)),
    **dict.fromkeys("teenager teen student intern apprentice".split(), ("teen", None)),
    **dict.fromkeys(
        "princess woman lady mother mum mom wife aunt queen actress waitress ballerina bride she".split(),
        ("adult", True),
    ),
    **dict.fromkeys(
        (
            "prince man gentleman father dad husband uncle king actor waiter fisherman postman mailman fireman "
            "policeman "
            "groom he salesman businessman milkman handyman snowboarder"
        ).split(),
        ("adult", False),
    ),
    **dict.fromkeys("grandmother grandma granny gran nan widow".split(), ("old", True)),
    **dict.fromkeys("grandfather grandpa grandad granddad widower pensioner".split(), ("old", False)),
    **dict.fromkeys(
        (
            "person people friend stranger neighbour neighbor violinist cellist pianist guitarist musician drummer "
            "singer dancer baker chef cook barista bartender nurse doctor surgeon scientist engineer mechanic "
            "carpenter painter artist potter teacher librarian farmer gardener sailor captain pilot driver conductor "
            "courier cyclist runner jogger hiker climber traveller traveler passenger tourist photographer writer "
            "author poet journalist reporter detective keeper guard astronaut cosmonaut worker builder florist tailor "
            "shopkeeper seller vendor customer clerk designer programmer developer founder manager boss colleague "
            "coach boxer athlete player skater surfer diver swimmer wizard witch knight pirate hero wanderer monk "
            "commuter guest owner host team crowd couple family partner electrician plumber clockmaker watchmaker "
            "beekeeper mayor judge officer firefighter porter trainer magician clown chemist inventor director "
            "someone somebody figure adult human samurai explorer acrobat"
        ).split(),
        ("adult", None),
    ),
}
"""Words for people: age, and whether feminine (None: not said)."""

ANIMALS = _rows(
    """
    dog: puppy, hound, terrier, labrador, retriever, sheepdog, corgi, spaniel, collie, dachshund, poodle
    wolf: coyote, husky
    cat: kitten, tabby, tomcat, kitty
    lion: tiger, lioness, leopard, panther
    fox: vixen, jackal
    otter: weasel, ferret, marten, beaver, seal
    rabbit: hare, bunny
    bear: panda, cub
    horse: pony, mare, stallion, foal, donkey, unicorn
    deer: stag, reindeer, moose, elk, doe
    cow: bull, ox, calf
    sheep: lamb, goat
    pig: boar, piglet
    mouse: rat, hamster
    hedgehog: porcupine
    squirrel: chipmunk
    elephant: mammoth
    bird: gull, seagull, sparrow, robin, pigeon, crow, raven, parrot, dove, swallow, eagle, hawk, finch, magpie
    bird: blackbird, stork, heron
    owl: owlet
    duck: goose, swan, duckling, gosling
    chicken: hen, rooster, chick, cockerel, turkey
    penguin: puffin
    fish: salmon, goldfish, trout, shark
    whale: dolphin, orca
    frog: toad
    turtle: tortoise
    snake: serpent, eel, worm
    crab: lobster
    octopus: squid, kraken
    monkey: ape, chimpanzee, gorilla, orangutan
    giraffe: okapi
    snail: slug
    dragon: wyvern, dinosaur
    ghost: spirit, phantom, spectre
    monster: troll, ogre, yeti, beast, creature, goblin, gremlin
    alien: martian, extraterrestrial
    """
)
"""Words for animals, by the drawing in ``animals``."""

ROBOT_WORDS = frozenset("robot android droid automaton machine-being cyborg".split())

SHOWN_BY_PLACE = frozenset(
    (
        "window wall floor ceiling sill windowsill ledge light lamplight shadow sun sunlight sunrise sunset moon "
        "moonlight sky cloud rain snow fog mist wind storm air water wave foam sea river ground grass sand earth "
        "soil mud ice edge corner horizon road path street pavement stone pavement track rails aisle platform "
        "carriage deck pier quay roof rooftop chimney facade front building house houses hill mountain valley "
        "landscape scenery view distance waterfall stream surface world sunbeam ray beam glow darkness night day "
        "star daylight gutter balcony railing kerb curb headland saddle ridge cliff coast shore seat room counter "
        "bar sink stage bridge cove bay panel brick rivet strap rail girder beam tile plank pipe strip vent corridor "
        "hallway shaft moss cobble"
    ).split()
)
"""Parts of a place, its ground, weather and light: its drawing shows them."""

NO_THINGS = frozenset(
    (
        "hand eye face head hair shoulder arm finger foot leg knee back elbow mouth lip nose ear breath voice "
        "smile tear body chest skin palm fingertip tooth teeth hoof paw wing tail fur claw beak whisker thumb "
        "fist chin cheek neck brow belly heel lap throat side top bottom middle centre center front end part half "
        "piece rest thing something nothing anything everything one other way spot point place line row circle "
        "kind sort lot bit couple pair group crowd set time turn look step stop walk run work job idea plan dream "
        "hope fear love secret name number colour color size shape width length height weight word story song "
        "music sound noise silence sleeve collar hem pocket handle lid rim cover logo base spoke frame camera "
        "shot scene view angle foreground background close-up focus left right home life kiss hug laugh bow game "
        "race chance trick moment work style cool warm cold flat small pale dark dry slack working whole deep "
        "full still next good slow sharp open pass save morning object inside outside upside frown grin nod "
        "glance stare shrug wink wave dance jump fall catch throw reach touch push pull lean sway drift roll "
        "slide fit wheelie rush hurry change space area structure surrounding matter stuff creation company "
        "business city town village country film movie picture-frame commercial product brand anybody anyone "
        "nobody lead find show dusk dawn noon portrait-format weather season winter summer "
        "spring autumn spirit ghostliness mooring lighting shade tone mood feeling palette gouache ink noir "
        "pencil-style poster-style hanging upright straight crack print gold heel corridor "
        "landing reflection crease dial system turn lapel cuff buttonhole"
    ).split()
)
"""Words that are no things of their own: bodies, parts, measures, acts and the terms of pictures."""

MOODS: dict[str, str] = {
    **dict.fromkeys("joy joyful happy cheerful delighted playful celebrate cheers excited".split(), "joy"),
    **dict.fromkeys("laugh laughs laughing laughter giggle giggles giggling hilarious".split(), "laugh"),
    **dict.fromkeys("proud proudly triumphant triumph victorious".split(), "proud"),
    **dict.fromkeys(
        "warm smile smiles smiling content released hopeful hope gentle relieved kind fond".split(), "smile"
    ),
    **dict.fromkeys("tender love loving adoring romantic affectionate kisses".split(), "love"),
    **dict.fromkeys("sad lonely grief melancholy lost heartbroken sorrow".split(), "sad"),
    **dict.fromkeys("cry cries crying weeps weeping sobs tears".split(), "cry"),
    **dict.fromkeys("angry furious rage frowns tense stern annoyed determined fierce".split(), "angry"),
    **dict.fromkeys("shouts shout shouting yells yelling screams screaming".split(), "shout"),
    **dict.fromkeys(
        "surprised surprise awe amazed astonished shock gasp gasps wonder wide-eyed startled".split(), "awe"
    ),
    **dict.fromkeys("scared afraid panic panics panicking terrified frightened fear horrified".split(), "scared"),
    **dict.fromkeys("tired weary exhausted sleepy yawns yawning".split(), "tired"),
    **dict.fromkeys("worried anxious nervous uneasy held-breath".split(), "worried"),
    **dict.fromkeys("thinking thoughtful pensive ponders puzzled curious".split(), "thinking"),
    **dict.fromkeys("sly cheeky mischievous smug cunning grins smirks winks".split(), "sly"),
    **dict.fromkeys("asleep sleeping sleeps dreaming calm serene peaceful meditates".split(), "calm"),
}
"""Words for feeling, by the expression in ``heads``."""

"""Briefs that sell without saying "ad": "Introducing …", "We're a …", "I run a … called …", "Sell my …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.writer.lexicon import class_of, names, table
from dailies.adapters.providers.rehearsal.writer.words import article, can_be, is_plural, known, singular

QUOTE = r"[\"'“‘”’]?"
NAME = r"[A-Z0-9][\w'’&-]*(?:(?: (?:&|and|of|the|de|la|von) | )[A-Z0-9&][\w'’&-]*)*"
WHERE = r"(?P<where>\s+(?:in|from|near|on) (?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)?"
STOP = r"(?=[.!?:;\n]|,\s|\s[-–—]\s|$)"
FILM_WANTED = re.compile(
    r"(?:^|(?<=[.!?;]\s))(?:so |and )?(?:i|we)(?:'d| would)? (?:want|need|like|are looking for|'re looking for|love)\s+(?:to (?:make|have) )?"  # noqa: E501
    r"(?:a|an|some|your)\s+(?:\w+[ -]){0,4}?(?:film|video|ad|advert|clip|spot|reel|commercial|trailer|promo|story)s?\b"
    r"\s*(?:that|which|to|about|for|of|with|where|showing)?\s*(?:makes? people|gets? people|people)?\s*",
    re.IGNORECASE,
)
PATTERNS = tuple(
    re.compile(each)
    for each in (
        # Introducing Loamy, the compost bin that fits under your sink.
        rf"^(?:Introducing|Presenting|Announcing|Say hello to|Meet|Discover|Welcome to|Here comes|This is)\s+(?:our |the |the new |new )?"  # noqa: E501
        rf"(?P<name>{NAME})(?:\s+(?P<noun>[a-z][\w -]*?))?(?:\s*[,:–—-]\s*(?P<what>[^.!?\n]+))?[.!?\n]\s*",
        # Our (new) app Larder tells you what to cook.
        rf"^(?:Our|My|The)\s+(?:new |little |small |own )?(?P<what>[a-z][\w-]*(?: [a-z][\w-]*){{0,3}}),?\s+(?:called |named )?"  # noqa: E501
        rf"(?P<name>{NAME}),?\s+(?P<does>(?:\w+s|can|will|helps?|lets?)\s[^.!?\n]+)[.!?\n]\s*",
        # We're a family olive oil producer in Crete (Elia & Sons).
        rf"^(?:We are|We're|I am|I'm)\s+(?:an?|the)\s+(?P<what>[a-z][^.!?(\n,]*?){WHERE}\s*[,(]\s*(?:called |named )?(?P<name>{NAME})\)?[.,!?\n]?\s*",  # noqa: E501
        # I run a small pottery studio in Porto called Barro.
        rf"^(?:We|I)\s+(?:run|own|have|sell|make|built|build|started|opened|just opened|are opening|offer|have made|designed)\s+(?:an?|the|our|my)?\s*"  # noqa: E501
        rf"(?P<what>[a-z][^.!?(\n,]*?){WHERE},?\s*(?:called|named|by the name of|:)\s+(?P<name>{NAME})[^.!?\n]*[.!?\n]\s*",  # noqa: E501
        # Sell my grandmother's plum jam! It is called Nonna Ida.
        rf"^(?:Please )?(?:[Ss]ell|[Pp]romote|[Aa]dvertise|[Ll]aunch|[Mm]arket|[Pp]itch|[Aa]nnounce)\s+(?:our |my |the |a |an )?(?:new )?"  # noqa: E501
        rf"(?P<what>[^.!?\n]+?)[.!?\n]+\s*(?:It is|It's|They are|They're|The name is|We call it)\s+(?:called|named)?\s*(?P<name>{NAME})[.!?\n]\s*",  # noqa: E501
        rf"^(?:Please )?(?:[Ss]ell|[Pp]romote|[Aa]dvertise|[Ll]aunch|[Mm]arket|[Pp]itch|[Aa]nnounce)\s+(?:our |my |the |a |an )?(?:new )?"  # noqa: E501
        rf"(?P<what>[a-z][\w' -]*?)?,?\s*(?:called |named )?(?P<name>{NAME})(?P<rest>[^.!?\n:]*)[.!?:\n]\s*",
        # We're launching "Blue Door".
        rf"^(?:(?:We are|We're|I'm|I am|Now|Finally|Soon)\s+)?(?:[Ll]aunching|[Oo]pening|[Rr]eleasing|[Pp]resenting|[Ss]elling|[Pp]romoting|[Cc]rowdfunding)\s+"  # noqa: E501
        rf"(?:today|soon|now|in \w+)?[:,]?\s*(?:our |my |the |a |an )?(?:new )?(?P<what>[a-z][\w' -]*?)?,?\s*(?:called |named )?{QUOTE}(?P<name>{NAME}){QUOTE}(?P<rest>[^.!?\n:]*)[.!?:\n]\s*",  # noqa: E501
        # Our bakery Blue Door has …, a verbless first sentence that ends with a name.
        rf"^(?:our |my |the |Our |My |The )?(?:new )?(?P<what>[a-z][\w'’-]*(?: [a-z][\w'’-]*){{0,4}}|[A-Z][a-z]+(?: [a-z][\w'’-]*){{1,4}}),?\s+(?:called |named )?{QUOTE}(?P<name>{NAME}){QUOTE}[.:]\s+",  # noqa: E501
        # Visit the Blue Door market.
        rf"^(?:[Vv]isit|[Jj]oin|[Tt]ry|[Ss]upport|[Dd]onate to|[Cc]ome to|[Bb]ook|[Tt]aste|[Bb]uy|[Oo]rder|[Cc]hoose|[Ss]witch to|[Ss]tay at|[Ee]xperience|[Ee]xplore|[Cc]elebrate)\s+"  # noqa: E501
        rf"(?:the |our |a |an )?(?:new )?{QUOTE}(?P<name>{NAME}){QUOTE}(?P<rest>[^.!?\n:]*)[.!?:\n]\s*",
        # Spring sale at Blue Door's.
        rf"^(?:[A-Z][\w'-]+|[a-z][\w'-]+)(?: [a-z][\w'-]*){{0,3}} (?:at|from|by|with) (?:the |our )?{QUOTE}(?P<name>{NAME})(?:'s)?{QUOTE}(?: [a-z][\w'-]*){{0,3}}[.:]\s+",  # noqa: E501
        # Get people to come to the Saltmarsh Jazz Festival.
        rf"^(?:Please )?(?:[Gg]et|[Mm]ake|[Ii]nvite|[Cc]onvince|[Pp]ersuade|[Ee]ncourage)\s+(?:more )?(?:people|families|everyone|everybody|kids|tourists|visitors|students|locals|neighbours)\s+"  # noqa: E501
        rf"(?:to )?(?:\w+ ){{1,4}}?(?:to |at |in |from |with |for )?(?:the |our )?(?P<name>{NAME})[^.!?\n]*[.!?\n]\s*",
        # Lumo is a night light shaped like a hedgehog that dims.
        rf"^(?P<name>{NAME})\s+(?:is|are)\s+(?:a|an|the|our)\s+(?:new )?(?P<what>[^.!?\n]+?)[.!?\n]\s*",
    )
)
IS_A = PATTERNS[-1]
NAMED_LAST = next(each for each in PATTERNS if each.pattern.startswith("^(?:our |my |the |Our "))
SHOPS = re.compile(
    r"\b(?:company|brand|shop|store|startup|firm|service|agency|shelter|charity|app|studio|school|museum|festival|restaurant|"
    r"caf[eé]|bar|hotel|bakery|brewery|clinic|club|library|farm|market|salon|gym|course|podcast|ferry|airline|bank|software|kit)\b"
)
FILMED = re.compile(
    r"\b(?:film|video|story|tale|trailer|documentary|song|scene|explainer|walk-?through|tutorial|is|are|has|waits|finds|and|who|that|in|of|at|on|with|from)\b",
    re.IGNORECASE,
)
LEADING = re.compile(
    rf"^(?P<client>(?:the )?{NAME}(?: [a-z][\w-]*){{0,3}}(?:, [^.:!?\n]*?\b(?:that|which|for|with|is|made)\b[^.:!?\n]*)?)[.:!\n]\s+"  # noqa: E501
)


CALLED_FOR = re.compile(
    FILM_WANTED.pattern.replace(
        "(?:makes? people|gets? people|people)?", "(?:makes?|gets?|invites?) (?:more )?people (?:to )?"
    )
    + r"(?P<call>[^.!?\n]+)[.!?\n]?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Offer:
    """``client``: the ware as a heading would say it ("Loamy, the compost bin that …"); ``rest``: the story;
    ``call``: what people should do, where the brief says so."""

    client: str
    rest: str
    call: str = ""


def offer_in(text: str) -> Offer | None:
    """What a brief without the word "ad" sells, or None when it sells nothing."""
    for pattern in PATTERNS[:-1]:
        match = pattern.match(text)
        if match is None:
            continue
        said = match.groupdict(default="")
        name, what = said["name"].strip(" ."), said.get("what", "") or said.get("noun", "")
        if re.search(r"\b(?:film|video|clip|ad|advert|spot|reel|trailer|teaser|campaign|story)\b", what):
            continue
        ours = text[:2] == "We" and pattern.pattern.startswith("^(?:We")
        if (
            somebody(name, what)
            and not ours
            or pattern is NAMED_LAST
            and (FILMED.search(what) or not (sold_as(what) or SHOPS.search(what)))
        ):
            continue
        does = said.get("does", "")
        what = f"{what} that {does}" if does else what
        where = said.get("where", "").strip().replace("from ", "in ", 1)
        rest = text[match.end() :]
        call = CALLED_FOR.search(rest)
        rest = FILM_WANTED.sub("", CALLED_FOR.sub("", rest))
        return Offer(
            f"{name}, {_with_article(what)}" if what else name,
            f"{where[:1].upper()}{where[1:]}. {rest}" if where else rest,
            f"{call.group('call')[:1].upper()}{call.group('call')[1:]}." if call else "",
        )
    named = IS_A.match(text)
    if named and sold_as(named.group("what")) and not somebody(named.group("name"), named.group("what")):
        return client_first(text)
    return None


def sold_as(what: str) -> bool:
    """Whether "a night light for …" names something one can buy."""
    klass = class_of(_head(what))
    return bool(product_class(what)) or klass not in {
        "",
        "person",
        "animal",
        "place",
        "abstract",
        "event",
        "body",
        "weather",
        "part",
    }


def client_first(text: str) -> Offer | None:
    """The ware an ad's own first words name ("Snorr mattress. A husband snores, …")."""
    named = IS_A.match(text)
    if named and not somebody(named.group("name"), named.group("what")):
        what = re.sub(
            r"^(.*?) (?:shaped|made|built|designed) (?:like|of|from|in) (.*?) that ",
            r"\1 like \2 that ",
            named.group("what"),
        )
        return Offer(f"{named.group('name')}, {_with_article(what)}", text[named.end() :])
    match = LEADING.match(f"{text} " if text.endswith(".") else text)
    if match is None:
        return None
    client = match.group("client")
    does = re.match(rf"(?P<name>{NAME}) (?P<verb>[a-z]+s) (?P<rest>.+)$", client)
    if does and can_be(does.group("verb"), "VERB") and not can_be(does.group("verb"), "NOUN"):
        client = f"{does.group('name')}, a service that {does.group('verb')} {does.group('rest')}"
    name, _, what = client.partition(", ")
    if somebody(name, what) or what and not re.match(r"(?:an?|the|our|\w+) ", what):
        return None
    return Offer(client, text[match.end() :])


def somebody(name: str, what: str) -> bool:
    """Whether the name is a person's or an animal's rather than a ware's."""
    first = name.split()[0].lower()
    if first.removesuffix("'s") in names() and (not what or class_of(_head(what)) in {"person", "animal"}):
        return True
    if not what and known(first) and len(name.split()) == 1 and class_of(first) in {"person", "animal"}:
        return True
    return bool(what) and class_of(_head(what)) in {"person", "animal"}


def product_class(text: str) -> str:
    """The class of product the words name, or "" when there is no row for it."""
    words = [singular(word) for word in re.findall(r"[a-z-]+", text.lower())]
    joined = " " + " ".join(words) + " "
    best, length = "", 0
    for name, row in table("products").items():
        for word in row["words"]:
            said = " ".join(singular(part) for part in word.split())
            if f" {said} " in joined and len(word) >= length:
                best, length = name, len(word)
    return best


def _head(what: str) -> str:
    """The head noun of "a retired nurse who …"."""
    short = re.split(r",| (?:that|which|who|with|for|in|of|from|like|made|shaped) ", what)[0]
    return short.split()[-1].lower() if short.split() else ""


def _with_article(what: str) -> str:
    what = what.strip(" ,")
    head = re.split(r",| (?:that|which|for|with|in|of|from|like) ", what)[0].split()[-1:]
    if head and is_plural(head[0]) and not re.match(r"(?:an?|the|our|my|your)\b", what, re.IGNORECASE):
        return what
    if re.match(r"(?:an?|the|our|my|your)\b", what, re.IGNORECASE):
        return article(re.sub(r"^(?:the|our|my|an?)\s+", "", what, flags=re.IGNORECASE))
    return article(what)

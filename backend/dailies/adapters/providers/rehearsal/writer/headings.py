"""What stands before the story in a brief: what kind of film it is, for whom, about which product."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dailies.adapters.providers.rehearsal.writer.lexicon import class_of
from dailies.adapters.providers.rehearsal.writer.offers import NAME, client_first, offer_in, somebody
from dailies.adapters.providers.rehearsal.writer.words import known, singular

Kind = Literal["story", "ad", "howto", "explainer", "walkthrough"]

FORM = (
    r"(?:ads?|adverts?|advertisements?|commercials?|spots?|promos?|teasers?|films?|movies?|clips?|videos?|shorts?|"
    r"stor(?:y|ies)|explainers?|trailers?|reels?|animations?|tutorials?|vignettes?|pieces?|scenes?|loops?|cartoons?|"
    r"documentar(?:y|ies)|walk-?throughs?|demos?|portraits?|fables?|tales?|comed(?:y|ies)|psas?|campaigns?|bumpers?|"
    r"tiktoks?|idents?|stings?|montages?|tours?|intros?|dramas?|thrillers?|sketch(?:es)?)"
)
GENRE = (
    r"(?:sports?|horror|public service|stop[- ]motion|recruit(?:ing|ment)|safety|onboarding|nike|real estate|b2b|kids?|"
    r"charity|music|recipe|exercise|training|workout|instructions|launch|kickstarter|crowdfunding|invitation|tv|tourism|travel|museum|game|wedding|corporate|christmas|noir|western|sci-?fi|romance|mystery|fairy tale|"  # noqa: E501
    r"bedtime|children'?s|product|brand|social|tiktok|instagram|youtube|food|fashion|announcement|launch|scenes?|shots?|"
    r"brief|idea|concept|synopsis|logline|story|pitch|script)"
)
HEADER = re.compile(
    r"^(?:please\s+|can you\s+|could you\s+|i want\s+|i need\s+|i'd like\s+|we need\s+|we want\s+|we'd like\s+|let's\s+)*"  # noqa: E501
    r"(?:to\s+)?(?:(?:make|create|write|produce|do|shoot|give|film|see)\b)?\s*(?:(?:me|us)\b)?\s*"
    r"(?P<before>(?:(?!\bthat\b|\bwho\b|\bwhere\b)[\w'&-]+[ ,]+){0,9}?)"
    rf"(?P<form>{FORM})\b(?P<after>[ ,]*(?:portrait|vertical|landscape|square)?)\s*"
    r"(?P<link>(?:for|about|of|in which|where|showing|on|with|starring|following|to)\b|:|,|-|–|—|\.|$)\s*",
    re.IGNORECASE,
)
COLON = re.compile(r"^(?P<head>[^:.!?\n\"]{2,90}):\s+(?P<rest>\S.*)$", re.DOTALL)
ORDERED = re.compile(
    r"^(?:step[- ]by[- ]step|instructions?|(?:fire drill |safety |user |short |quick |assembly )*instructions?|tutorial|recipe(?: video)?|exercise video|"  # noqa: E501
    r"workout(?: video)?|training (?:clip|video|film)|lesson)\b(?P<of>[^:.\n]{0,60})[:.\n]\s+|"
    r"^(?P<lead>[a-z][\w -]{2,40} instructions)\b[^:.\n]{0,60}[:.\n]\s+|"
    r"^(?:please )?(?:show|tell|teach)(?: me| us| people| users)?(?: step by step)? how (?P<what>[^:.\n]{3,60}?) works?\b[^:\n]{0,60}:\s+",  # noqa: E501
    re.IGNORECASE,
)
FOR_WARE = re.compile(
    r"^(?:please |can you |could you |i need |we need |we want |i want |i'd like |we'd like |let's )*(?:make|create|write|do|produce|film|shoot|build|think up)?\s*(?:me |us )?"  # noqa: E501
    r"(?P<head>(?:(?!(?:is|are|was|has|and|who|that|waits?|looks?|cooks?|builds?|makes?|bakes?|buys?|saves?|fights?|asks?|searches)\b)"
    r"[\w'’&-]+[ ,]+){1,7}?)(?i:for) (?=(?:(?:our|my|the|a|an) )?(?:[a-z][\w'’-]*,? ){0,5}[\"'“‘]?[A-Z])"
)
BRANDED = re.compile(
    rf"^(?P<head>(?:[\w'-]+ ){{0,4}}?{FORM}),? (?P<quote>[\"“'])?(?P<name>{NAME})[\"”']?(?P<what>, [a-z][^.:!?\n]*)?(?:[.:!]\s+|,\s+|\s+(?=[a-z]))"  # noqa: E501
)
OWN_FILM = re.compile(
    r"\b(?:short|animated|silent|student|feature|art|experimental|documentary|story|tale|trailer|fable)\b",
    re.IGNORECASE,
)
OCCASIONS = re.compile(
    r"\b(?:song|poem|letter|gift|present|cake|dress|birthday|wedding|story|tale|music|party|lullaby)\b", re.IGNORECASE
)
AD_FORM = re.compile(
    r"\b(?:(?:brand|image|company|corporate|tourism|product|fashion) (?:film|video|clip|reel|spot)|recruit(?:ing|ment)|campaign|launch|kickstarter|crowdfunding|announcement|real estate|invitation|fundraiser|fundraising|ad|ads|advert|adverts|advertisement|commercial|spot|promo|b2b|brand film|product (?:video|film))\b",  # noqa: E501
    re.IGNORECASE,
)
NO_CLIENT = re.compile(
    r"\b(?:music video|trailer|teaser|wedding|birthday|documentary|story|tale|song)\b", re.IGNORECASE
)
GROUPS = (
    r"people|parents|kids|children|toddlers|students|commuters|hikers|campers|climbers|runners|cyclists|gamers|"
    r"teenagers|teens|developers|designers|nurses|teachers|families|freelancers|travellers|travelers|beginners|seniors|"
    r"dog owners|cat owners|owners|gardeners|bakers|surfers|musicians|readers|photographers|drivers|athletes|cooks|chefs|"  # noqa: E501
    r"artists|teams|women|men|tourists|staff|workers|employees|founders|managers|customers|clients|adults|patients|"
    r"doctors|engineers|firms|companies|businesses|grandparents|homeowners|couples|newcomers|visitors|everyone|"
    r"refugees|survivors|orphans|members|volunteers|residents|citizens|youngsters|learners"
)
COMPANY = re.compile(
    r"\b(?:company|brand|shop|store|startup|firm|maker|service|agency|chain|shelter|charity|campaign|app|brand|studio|"
    r"school|museum|festival|restaurant|hotel|bakery|brewery|clinic|brigade|foundation|club|team|library|farm|scheme|network|program|programme|platform|council|city|charter|choir|salon|market|fund|union)\b",
    re.IGNORECASE,
)
UNBOXING = re.compile(
    r"^(?:an? )?unboxing(?: of| video of)?:?\s+(?:the |our |my |a )?(?:brand[- ]new |new )?", re.IGNORECASE
)


@dataclass(frozen=True)
class Heading:
    """``rest``: the brief without its heading; ``client``: what the film is for; ``name``: a film's own name
    ("Game trailer for Ashfall"); ``words``: the heading itself, for its tones and its place."""

    kind: Kind
    rest: str
    client: str = ""
    name: str = ""
    audience: str = ""
    words: str = ""
    call: str = ""


def _ware_of(said: str) -> str:
    """The named thing a heading of steps is about ("set up the Nook thermostat"), or ""."""
    match = re.search(r"\b(?:the|our|your|my|of|for)\s+(?:new )?([A-Z][\w'-]+(?: [a-z][\w-]*){0,2})", said)
    return match.group(1) if match else ""


def kind_of(head: str) -> Kind:
    """The kind of film a heading asks for."""
    lowered = head.lower()
    if re.search(
        r"\bwalk-?through|\bdemo\b|onboarding|safety|tutorial|instruction|training|recipe|exercise|workout", lowered
    ):
        return "walkthrough"
    if re.search("explain", lowered):
        return "explainer"
    return "ad" if AD_FORM.search(lowered) else "story"


def take_heading(text: str) -> Heading:
    """The heading of a brief and the rest of it; kind "story" and the whole text when it has none."""
    if match := UNBOXING.match(text):
        client, rest = client_of(text[match.end() :])
        return Heading("ad", rest, client.split(",")[0], words="unboxing")
    if re.match(r"(?:a )?how[ -]to\b", text, re.IGNORECASE):
        return Heading("story", text)
    if offer := offer_in(text):
        return Heading("ad", offer.rest, offer.client, call=offer.call)
    if ordered := ORDERED.match(text):
        client, rest = _ware_of(ordered.group("of") or ""), text[ordered.end() :]
        return Heading("walkthrough", rest, client, words=ordered.group().strip(" :.,"))
    branded = BRANDED.match(text)
    if branded and not OWN_FILM.search(branded.group("head")) and kind_of(branded.group("head")) in {"story", "ad"}:
        name, what = branded.group("name"), (branded.group("what") or "").strip(", ")
        if not somebody(name, what) and (branded.group("quote") or not re.match(r"[a-z]", text[branded.end() :])):
            return Heading(
                "ad", text[branded.end() :], ", ".join(filter(None, [name, what])), words=branded.group("head")
            )
    colon = COLON.match(text)
    if colon and re.search(rf"\b(?:{FORM}|{GENRE})\b", colon.group("head"), re.IGNORECASE):
        return _headed(colon.group("head"), colon.group("rest"))
    match = HEADER.match(text)
    if match is None:
        return _for_somebody(text) or Heading("story", text)
    head = match.group("before") + match.group("form")
    rest = text[match.end() :]
    unsaid = match.group("link") in {".", ":", ",", "-", "–", "—"} and not subject_of(match.group("before"))
    if unsaid and kind_of(head) == "ad" and (first := client_first(rest)):
        return Heading("ad", first.rest, first.client, words=head)
    if match.group("link").lower() == "of" and kind_of(head) == "walkthrough":
        client, rest = client_of(rest)
        return Heading("walkthrough" if rest else "ad", rest, client, words=head)
    if match.group("link").lower() != "for":
        heading = _headed(head, rest)
        alone = subject_of(match.group("before"))
        if heading.kind == "story" and alone and not rest:
            return Heading("story", alone, words=head)
        return heading
    if grouped := re.match(
        rf"((?:\w+ ){{0,2}}(?:{GROUPS}))\b[,.:]?\s*(?:about|of|where|in which)?\s*", rest, re.IGNORECASE
    ):
        return Heading(kind_of(head), rest[grouped.end() :], audience=grouped.group(1), words=head)
    client, rest = client_of(rest)
    return _for(head, client, rest)


def _for_somebody(text: str) -> Heading | None:
    """A heading whose form has no row ("Homepage loop for Brightwater"): words without a verb, and whom it is for."""
    match = FOR_WARE.match(text)
    if match is None or OCCASIONS.search(match.group("head")):
        return None
    client, rest = client_of(text[match.end("head") + 4 :])
    named = re.sub(r"^(?:our|my|the|a|an)\s+(?:new\s+)?", "", client)
    name, _, what = named.partition(", ")
    given = re.match(r"(?:an?|the|his|her|my)\b", text, re.IGNORECASE) is not None
    last = name.split()[-1]
    if last.islower() and class_of(last) in {"person", "animal"} or (given or what) and somebody(name, what):
        return None
    client = renamed_last(client)
    kind = kind_of(match.group("head"))
    return Heading("ad" if kind == "story" else kind, rest, client, words=match.group("head").strip(" ,"))


def _headed(head: str, rest: str) -> Heading:
    """A heading before a colon: "Christmas ad for Holm & Sons, a hardware store"."""
    head = re.sub(r",?\s*\b\d+\s*(?:s|sec|seconds?|minutes?)\b", "", head).strip(" ,")
    if kind_of(head) == "ad" and " for " not in head and (first := client_first(rest)):
        return Heading("ad", first.rest, first.client, words=head)
    before, _, client = head.partition(" for ")
    named = re.match(
        r"((?i:.*\b(?:walk-?through|demo|tour|tutorial|video))) of (?:our |the )?(?:new )?([A-Z].*)$", head
    )
    if not client and named:
        return _for(named.group(1), named.group(2), rest)
    someone = client.split()[-1].lower() if client else ""
    if client[:1].islower() and someone != singular(someone) and class_of(someone) == "person":
        return Heading(kind_of(before), rest, audience=client, words=head)
    if client and not re.match(rf"(?:\w+ ){{0,2}}(?:{GROUPS})\b", client, re.IGNORECASE):
        return _for(before, client, rest)
    kind = kind_of(before)
    found = subject_of(re.sub(rf"\b{FORM}\b.*$", "", before, flags=re.IGNORECASE))
    return Heading(kind, rest, found if kind == "ad" else "", audience=client, words=head)


def _for(head: str, client: str, rest: str) -> Heading:
    """A heading that says what the film is for: an ad, unless that is a song, a game or an occasion."""
    kind = kind_of(head)
    bare = client.split(",")[0].strip()
    last = bare.split()[-1].lower() if bare else ""
    if kind == "story" and rest and last != singular(last) and class_of(last) == "person":
        return Heading("story", rest, words=f"{head} {client}")
    works = re.search(r"\b(?:film|movie|feature|song)\b", client) is None and re.search(r"trailer|teaser", head, re.I)
    owned = re.match(r"(?:our|my)\b", client) or works and renamed_last(client) != client
    if NO_CLIENT.search(f"{head} {bare}") and kind != "ad" and not owned:
        proper = any(word[:1].isupper() for word in bare.split())
        return Heading("story", rest or client, name=bare if proper else "", words=f"{head} {client}")
    if kind in {"walkthrough", "explainer"} and rest:
        return Heading(kind, rest, client, words=head)
    return Heading("ad", rest, renamed_last(client), words=head)


def renamed_last(client: str) -> str:
    """A client whose name comes last, name first ("the dog grooming van Mucky Pup")."""
    said = re.sub(r"^(?:our|my|the|a|an)\s+(?:new\s+)?", "", client.strip())
    match = re.match(
        rf"(?P<what>[a-z][\w'’-]*(?: [a-z&][\w'’-]*){{0,5}}),?\s+(?:called |named )?[\"'“‘]?(?P<name>{NAME})[\"'”’]?(?P<rest>.*)$",  # noqa: E501
        said,
    )
    if match is None or re.search(r"\b(?:in|of|from|that|which|for|with|at|on|and|by)$", match.group("what")):
        return client
    return f"{match.group('name')}, a {match.group('what')}{match.group('rest')}"


def subject_of(before: str) -> str:
    """What a heading says besides its form, its tone and its length ("luxury watch" of "Luxury watch ad")."""
    text = re.sub(
        rf"\b\d+ ?-?(?:s|sec|secs|seconds?|minutes?|min)?\b|\b(?:a|an|the|short|social|brand|product|little|very|and|"
        rf"animated|tv|online|{GENRE}|portrait|vertical|landscape|square|\d+)\b|[,-]",
        " ",
        before,
        flags=re.IGNORECASE,
    )
    words = text.split()
    if words and words[0][:1].isupper() and known(words[0]) and not any(word[:1].isupper() for word in words[1:]):
        words[0] = words[0].lower()
    return " ".join(words)


def client_of(rest: str) -> tuple[str, str]:
    """Split "Norrhavn Coffee. Ingrid pours…" into the client and the story."""
    match = re.search(
        r":\s|(?<!\bNo)(?<!\bMr)(?<!\bDr)\.\s|(?<!\bNo)\.$|;\s|\s[-–—]+\s|\n| in which | where | showing ", rest
    )
    if match is None:
        return rest.strip(" ."), ""
    return rest[: match.start()].strip(), rest[match.end() :].strip()

"""What stands before the story in a brief: what kind of film it is, for whom, about which product."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dailies.adapters.providers.rehearsal.writer.lexicon import class_of
from dailies.adapters.providers.rehearsal.writer.words import known, singular

Kind = Literal["story", "ad", "howto", "explainer", "walkthrough"]

FORM = (
    r"(?:ads?|adverts?|advertisements?|commercials?|spots?|promos?|teasers?|films?|movies?|clips?|videos?|shorts?|"
    r"stor(?:y|ies)|explainers?|trailers?|reels?|animations?|tutorials?|vignettes?|pieces?|scenes?|loops?|cartoons?|"
    r"documentar(?:y|ies)|walk-?throughs?|demos?|portraits?|fables?|tales?|comed(?:y|ies)|psas?|campaigns?|bumpers?|"
    r"idents?|stings?|montages?|tours?|intros?|dramas?|thrillers?|sketch(?:es)?)"
)
GENRE = (
    r"(?:sports?|horror|public service|stop[- ]motion|recruit(?:ing|ment)|safety|onboarding|nike|real estate|b2b|kids?|"
    r"charity|music|travel|museum|game|wedding|corporate|christmas|noir|western|sci-?fi|romance|mystery|fairy tale|"
    r"bedtime|children'?s|product|brand|social|tiktok|instagram|youtube|food|fashion|announcement|launch|scenes?|shots?|"
    r"brief|idea|concept|synopsis|logline|story|pitch|script)"
)
HEADER = re.compile(
    r"^(?:please\s+|can you\s+|could you\s+|i want\s+|i need\s+|i'd like\s+|we need\s+|we want\s+|we'd like\s+|let's\s+)*"  # noqa: E501
    r"(?:to\s+)?(?:make|create|write|produce|do|shoot|give|film|see)?\s*(?:me|us)?\s*"
    r"(?P<before>(?:(?!\bthat\b|\bwho\b|\bwhere\b)[\w'&-]+[ ,]+){0,9}?)"
    rf"(?P<form>{FORM})\b(?P<after>[ ,]*(?:portrait|vertical|landscape|square)?)\s*"
    r"(?P<link>for|about|of|in which|where|showing|on|with|starring|following|:|,|-|–|—|\.|to|$)\s*",
    re.IGNORECASE,
)
COLON = re.compile(r"^(?P<head>[^:.!?\n\"]{2,90}):\s+(?P<rest>\S.*)$", re.DOTALL)
AD_FORM = re.compile(
    r"\b(?:ad|ads|advert|adverts|advertisement|commercial|spot|promo|b2b|brand film|product (?:video|film))\b",
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


def kind_of(head: str) -> Kind:
    """The kind of film a heading asks for."""
    lowered = head.lower()
    if re.search(r"\bwalk-?through|\bdemo\b|onboarding|safety|tutorial", lowered):
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
    colon = COLON.match(text)
    if colon and re.search(rf"\b(?:{FORM}|{GENRE})\b", colon.group("head"), re.IGNORECASE):
        return _headed(colon.group("head"), colon.group("rest"))
    match = HEADER.match(text)
    if match is None:
        return Heading("story", text)
    head = match.group("before") + match.group("form")
    rest = text[match.end() :]
    if match.group("link").lower() == "of" and kind_of(head) == "walkthrough":
        client, rest = client_of(rest)
        return Heading("walkthrough" if rest else "ad", rest, client, words=head)
    if match.group("link").lower() != "for":
        heading = _headed(head, rest)
        bare = subject_of(match.group("before"))
        if heading.kind == "story" and bare and not rest:
            return Heading("story", bare, words=head)
        return heading
    if grouped := re.match(
        rf"((?:\w+ ){{0,2}}(?:{GROUPS}))\b[,.:]?\s*(?:about|of|where|in which)?\s*", rest, re.IGNORECASE
    ):
        return Heading(kind_of(head), rest[grouped.end() :], audience=grouped.group(1), words=head)
    client, rest = client_of(rest)
    return _for(head, client, rest)


def _headed(head: str, rest: str) -> Heading:
    """A heading before a colon: "Christmas ad for Holm & Sons, a hardware store"."""
    head = re.sub(r",?\s*\b\d+\s*(?:s|sec|seconds?|minutes?)\b", "", head).strip(" ,")
    before, _, client = head.partition(" for ")
    someone = client.split()[-1].lower() if client else ""
    if client and someone != singular(someone) and class_of(someone) == "person":
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
    if NO_CLIENT.search(f"{head} {bare}") and kind != "ad":
        proper = any(word[:1].isupper() for word in bare.split())
        return Heading("story", rest or client, name=bare if proper else "", words=f"{head} {client}")
    if kind in {"walkthrough", "explainer"} and rest:
        return Heading(kind, rest, client, words=head)
    return Heading("ad", rest, client, words=head)


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

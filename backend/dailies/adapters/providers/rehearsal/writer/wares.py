"""The advertised thing: its name, its class, what the brief says it does, and whom it is for."""

from __future__ import annotations

import re

from dailies.adapters.providers.rehearsal.writer.asks import Asks
from dailies.adapters.providers.rehearsal.writer.figures import Figure
from dailies.adapters.providers.rehearsal.writer.lexicon import roles
from dailies.adapters.providers.rehearsal.writer.offers import product_class
from dailies.adapters.providers.rehearsal.writer.words import capital, is_plural, singular, slug


def read_ware(asks: Asks) -> tuple[Figure | None, str, tuple[str, ...], str]:
    """The product's figure, its class ("" when there is no row for it), its claims, and the audience named."""
    audience = asks.audience
    if not asks.client:
        return None, "", (), audience
    client = re.sub(r"^(?:a|an|the|our|my|new)\s+", "", asks.client, flags=re.IGNORECASE)
    client = re.sub(r"^(?:new|brand-new)\s+", "", client)
    claims: tuple[str, ...] = asks.claims
    if match := re.search(r",?\s+for\s+((?:[\w-]+ ){0,4}[\w-]+)$", client):
        audience = audience or match.group(1)
        client = client[: match.start()]
    if match := re.search(r"\s*,?\s+(?:that|which|who|with which)\s+(.+)$", client):
        claims = claims + tuple(
            capital(each.strip(" .")) + "."
            for each in re.split(r",\s+| and (?=\w+s\b)", match.group(1))
            if each.strip()
        )
        client = client[: match.start()]
    if match := re.match(r"(?:an? |the )?(?P<what>.+?) (?:called|named) (?P<name>[A-Z][\w'& -]*)$", client):
        client = f"{match.group('name')}, {match.group('what')}"
    name, _, extra = client.partition(", ")
    if match := re.search(r"\s+for\s+([\w -]+)$", name):
        audience = audience or match.group(1)
        name = name[: match.start()]
    klass = product_class(extra) or product_class(name)
    bare = re.sub(r"\s*\b(?:company|brand|startup|firm|maker|agency)\b", "", name, flags=re.IGNORECASE).strip()
    if not bare:
        return None, klass, claims, audience
    bare = re.sub(r"\s+(?:in|from|of) [A-Z]\w+$", "", bare)
    proper = bare[:1].isupper()
    figure = Figure(
        "product-" + slug(bare),
        "product",
        bare.split()[-1].lower(),
        bare if proper else f"the {bare}",
        klass,
        is_plural(bare.split()[-1]) and not proper,
        extra=extra,
        named=proper,
    )
    return figure, klass, claims, audience


def audience_role(group: str) -> str:
    """The role of somebody of the audience ("office workers" -> "worker"), or ""."""
    words = [singular(word) for word in re.findall(r"[a-z-]+", group.lower().split(" of ")[0])]
    spoken = {"staff": "worker", "firm": "builder", "kid": "child", "child": "child", "commuter": "commuter"}
    for size in (2, 1):
        for at in range(len(words) - size, -1, -1):
            said = " ".join(words[at : at + size])
            said = spoken.get(said, said)
            if said in roles() and said not in {"people", "crowd", "everyone"}:
                return said
    return ""

"""Answers to questions, from the facts of the project and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable

from dailies.adapters.providers.rehearsal.notes import fact_answers
from dailies.adapters.providers.rehearsal.notes.board import Board, small_article
from dailies.adapters.providers.rehearsal.notes.figures import (
    SMALL,
    counted,
    dollars,
    listed,
    numbered,
    seconds,
    sentence,
)
from dailies.domain.names_in_text import named_in
from dailies.domain.story import Scene, Shot, Story
from dailies.domain.targets import Resolution

_ANY = re.IGNORECASE

FRAMEWORKS = {
    "want": "somebody wants a thing, it fails, another way of seeing opens, and the first image comes back "
    "changed. It fits a brief with a person and an obstacle",
    "kisho": "a place, a build, an arrival that seems unrelated, and both in one frame. It fits a brief without a "
    "problem to solve",
    "try": "a try, a worse try, an absurd try, and a solution by accident. It fits a funny brief with little plot",
    "problem": "life without the product, the low point, the product, and proof in a picture. It fits an ad",
    "before": "how it was, how it is, and what came between. It fits an ad",
    "demonstration": "a tired thing, one picture for each step, and the thing done. It fits a how-to",
    "question": "a question, a closer look, an answer. It fits an explanation",
    "observ": "one place, still, stirred and changed. It fits a brief without people",
    "day": "one day from end to end. It fits a brief about a routine",
}
"""What each framework does and when it is chosen, by the beginning of its name."""

NEXT = {
    "story": "Next, approve the story. Then the references can be made: one picture for each character, place and "
    "product, and a style frame.",
    "references": "Next, approve the references. Then the storyboard can be made: one frame for each shot, "
    "drawn from them.",
    "storyboard": "Next, approve the storyboard. Then the clips can be made from its frames, one for each shot.",
    "video": "Next, approve the video and export the cut. Every clip and the cut can still be changed.",
}

ABILITIES = {
    "story": "a tone (“funnier”), a length (“20 seconds”), a scene (“scene 2 at night”), a name, a line or the ending",
    "references": "a look (“Mia's jacket blue”), an age, a place's light, or the style",
    "storyboard": "the light, the time of day, the weather, the framing, or what is in a frame (“frames 1-3 brighter”)",
    "video": "motion (“clip 2 slower”), brightness, or the cut (“music off”, “dissolves”)",
}

Answer = Callable[[str, Board, Resolution], str]


def answer(question: str, board: Board, resolution: Resolution) -> str:
    """The answer to one question. Where the project does not hold it, the reply says so."""
    for pattern, respond in ANSWERS:
        if pattern.search(question):
            found = respond(question, board, resolution)
            if found:
                return found
    return (
        "The project doesn't say. Ask about its shots, people, places, length, price or what comes next, "
        f"or say what should change: {ABILITIES.get(board.stage, 'the light')}."
    )


def _how_many(question: str, board: Board, resolution: Resolution) -> str:
    story = board.story
    if re.search(r"\bstale\b", question, _ANY):
        return _stale(question, board, Resolution((), False))
    if re.search(r"\bfail", question, _ANY):
        return _failed(question, board, Resolution((), False))
    if story is None:
        return "There is no story yet."
    kinds = {
        "character": r"characters?|people|persons?|actors?|roles?",
        "place": r"places?|locations?",
        "product": r"products?",
    }
    for kind, words in kinds.items():
        if re.search(rf"\b(?:{words})\b", question, _ANY):
            names = [entity.name for entity in story.entities if entity.kind == kind]
            tail = f": {listed([small_article(name) for name in names])}." if names else "."
            return sentence(f"{_there(len(names), kind)}{tail}")
    shots = len(list(story.shots()))
    if re.search(r"\breferences?\b", question, _ANY):
        return sentence(_there(len(story.entities) + 1, "reference") + ", the style frame among them.")
    if re.search(r"\bscenes?\b", question, _ANY):
        return f"{sentence(_there(len(story.scenes), 'scene'))} They hold {counted(shots, 'shot')}."
    if found := re.search(r"\b(clip|frame|shot|picture|image)s?\b", question, _ANY):
        noun = "frame" if found.group(1).lower() in ("picture", "image") else found.group(1).lower()
        lines = board.shots(resolution) if resolution.mentioned else []
        if lines and "scene" in question.lower():
            return (
                f"{counted(len(lines), noun)} there: {', '.join(str(number) for number, _, _ in lines)}.".capitalize()
            )
        return (
            f"{sentence(_there(shots, noun))} They come from {counted(len(story.scenes), 'scene')} and "
            f"last {seconds(story.seconds)}."
        )
    if re.search(r"\b(?:lines?|words)\b", question, _ANY):
        return sentence(_there(sum(bool(shot.line) for _, shot in story.shots()), "spoken line"))
    return ""


def _there(number: int, noun: str) -> str:
    return f"There {'is' if number == 1 else 'are'} {counted(number, noun)}"


def _how_long(question: str, board: Board, resolution: Resolution) -> str:
    if re.search(r"\b(?:take|takes|wait|until|render|ready|make|made|generate|done|left|work)\b", question, _ANY):
        return _work_time(board, resolution)
    if board.story is None:
        return f"The brief asks for {seconds(board.context.brief.duration_s)}. There is no story yet."
    pointed = board.shots(resolution) if resolution.mentioned else []
    if pointed:
        total = sum(shot.seconds for _, _, shot in pointed)
        verb = "lasts" if len(pointed) == 1 else "last"
        shown = numbered("shot", [number for number, _, _ in pointed])
        return sentence(f"{shown} {verb} {seconds(total)}")
    return f"The film lasts {seconds(board.story.seconds)}, in {counted(len(list(board.story.shots())), 'shot')}."


def _work_time(board: Board, resolution: Resolution) -> str:
    each = board.context.seconds_each
    items = len(resolution.ids) if resolution.mentioned and board.stage != "story" else max(1, len(board.items))
    if each <= 0:
        return "How long a take takes is not measured yet."
    if board.stage == "story":
        return f"A new take of the story takes about {seconds(each)}."
    return f"One take takes about {seconds(each)}, {counted(items, board.noun)} about {seconds(each * items)}."


def _cost(question: str, board: Board, resolution: Resolution) -> str:
    each = board.context.price_each
    if not each:
        return "It is free: the rehearsal artists cost nothing. Asking is free too."
    items = len(resolution.ids) if resolution.mentioned and board.stage != "story" else max(1, len(board.items))
    if items == 1:
        return f"One take costs {dollars(each)}. Asking is free."
    return f"One take costs {dollars(each)}, {counted(items, board.noun)} {dollars(each * items)}. Asking is free."


def _framework(question: str, board: Board, resolution: Resolution) -> str:
    if board.story is None:
        return "There is no story yet, so no framework was chosen."
    name = board.story.framework
    reason = next((text for start, text in FRAMEWORKS.items() if name.lower().lstrip("a ").startswith(start)), "")
    if not reason:
        reason = next((text for start, text in FRAMEWORKS.items() if start in name.lower()), "")
    return sentence(f"The story follows {name}: {reason}") if reason else f"The story follows {name}."


def _stale(question: str, board: Board, resolution: Resolution) -> str:
    pointed = [item for item in board.context.items if item.id in resolution.ids] if resolution.mentioned else []
    if pointed:
        fresh = [item.label for item in pointed if not item.stale_cause]
        lines = [f"{item.label} is stale: {item.stale_cause}." for item in pointed if item.stale_cause]
        if fresh:
            lines.append(f"{sentence(listed(fresh))[:-1]} {'is' if len(fresh) == 1 else 'are'} not stale.")
        return " ".join(lines) + (" Keeping it costs nothing." if len(lines) > len(fresh) else "")
    stale = [item for item in board.context.items if item.stale_cause]
    if not stale:
        return "Nothing in this stage is stale."
    told = "; ".join(f"{item.label}: {item.stale_cause}" for item in stale[:4])
    more = f", and {len(stale) - 4} more" if len(stale) > 4 else ""
    number = SMALL[len(stale)] if len(stale) < len(SMALL) else str(len(stale))
    return f"{sentence(f'{number} stale. {told}{more}')} Keeping {'it' if len(stale) == 1 else 'them'} costs nothing."


def _failed(question: str, board: Board, resolution: Resolution) -> str:
    pointed = [item for item in board.context.items if item.id in resolution.ids] if resolution.mentioned else []
    failed = [item for item in (pointed or board.context.items) if item.failure]
    if failed:
        return " ".join(f"{item.label} failed: {sentence(item.failure)}" for item in failed[:4])
    if pointed:
        return f"{sentence(listed([item.label for item in pointed]))[:-1]} did not fail."
    return "Nothing in this stage failed."


def _who(question: str, board: Board, resolution: Resolution) -> str:
    story = board.story
    if story is None:
        return "There is no story yet."
    pointed = board.shots(resolution) if resolution.mentioned and not resolution.by_name else []
    if pointed:
        return " ".join(_in_shot(story, number, scene, shot) for number, scene, shot in pointed[:3])
    if described := _described(question, story):
        return described
    people = [entity for entity in story.entities if entity.kind == "character"]
    if re.search(r"\b(?:characters?|people|cast|who(?:'s| is| are)? (?:in|the))\b", question, _ANY):
        if not people:
            return "The film has no people in it."
        return " ".join(sentence(f"{entity.name}: {entity.description}") for entity in people)
    return ""


def _in_shot(story: Story, number: int, scene: Scene, shot: Shot) -> str:
    names = [entity.name for each in shot.who if (entity := story.entity(each)) is not None]
    place = story.entity(scene.place)
    where = f", {small_article(place.name)}" if place else ""
    shown = listed([small_article(name) for name in names]) or "nobody"
    return f"Shot {number}{where}: {sentence(shot.action)} It shows {shown}."


def _described(question: str, story: Story) -> str:
    named = named_in(question, [entity.name for entity in story.entities])
    found = [entity for entity in story.entities if entity.name in named]
    lines = []
    for entity in found[:3]:
        shots = [
            number for number, (scene, shot) in enumerate(story.shots(), 1) if entity.id in (*shot.who, scene.place)
        ]
        seen = f" Seen in {numbered('shot', shots)}." if shots else ""
        lines.append(f"{sentence(f'{entity.name}: {entity.description}')}{seen}")
    return " ".join(lines)


def _what_happens(question: str, board: Board, resolution: Resolution) -> str:
    story = board.story
    if story is None:
        return "There is no story yet."
    if re.search(r"\bnext\b|\bafter (?:this|that|approv)", question, _ANY) and not re.search(
        r"\b(?:scene|shot)\b", question, _ANY
    ):
        return NEXT.get(board.stage, "")
    pointed = board.shots(resolution) if resolution.mentioned and not resolution.by_name else []
    if pointed:
        return " ".join(f"Shot {number}: {sentence(shot.action)}" for number, _, shot in pointed[:4])
    if re.search(r"\b(?:end|ends|ending|finish)\b", question, _ANY):
        return f"It ends on: {sentence(story.scenes[-1].shots[-1].action)}"
    if re.search(
        r"\b(?:story|film|video|it) (?:is )?about\b|\bstory\b|\bhappens\b|\bplot\b|\blogline\b", question, _ANY
    ):
        return sentence(story.logline)
    return _described(question, story)


def _next(question: str, board: Board, resolution: Resolution) -> str:
    return NEXT.get(board.stage, "")


def _abilities(question: str, board: Board, resolution: Resolution) -> str:
    return (
        f"Say what should change, in plain words: {ABILITIES.get(board.stage, 'the light')}. "
        "A change becomes a plan with its price; nothing runs until you apply it. Questions are answered from the "
        "project."
    )


def _setting(question: str, board: Board, resolution: Resolution) -> str:
    story = board.story
    if story is None:
        return "There is no story yet."
    pointed = board.shots(resolution) if resolution.mentioned and not resolution.by_name else []
    if pointed:
        return " ".join(
            f"Shot {number} is set in "
            f"{small_article(place.name if (place := story.entity(scene.place)) else scene.title)}, "
            f"{scene.time}, {scene.weather}."
            for number, scene, _ in pointed[:3]
        )
    places = [entity.name for entity in story.entities if entity.kind == "place"]
    return f"The film is set in {listed([small_article(name) for name in places])}."


def _words(question: str, board: Board, resolution: Resolution) -> str:
    story = board.story
    if story is None:
        return "There is no story yet."
    if re.search(r"\btitle\b|\bcalled\b", question, _ANY):
        return f"The film is called “{story.title}”."
    pointed = board.shots(resolution) if resolution.mentioned and not resolution.by_name else []
    shots = pointed or [(number, scene, shot) for number, (scene, shot) in enumerate(story.shots(), 1)]
    lines = []
    for number, _, shot in shots:
        speaker = story.entity(shot.speaker) if shot.speaker else None
        if shot.line:
            lines.append(f"Shot {number}, {small_article(speaker.name) if speaker else 'voice-over'}: “{shot.line}”")
        if shot.caption:
            lines.append(f"Shot {number}, caption: “{shot.caption}”")
    if not lines:
        return "Nothing is said there." if pointed else "Nothing is said in the film, and it has no captions."
    return " ".join(lines[:6])


def _style(question: str, board: Board, resolution: Resolution) -> str:
    brief, story = board.context.brief, board.story
    told = [f"The style is {story.style if story else brief.style}."]
    told.append(f"The picture is {brief.aspect_ratio}, {brief.frame_size[0]} by {brief.frame_size[1]} pixels.")
    if brief.tone:
        told.append(sentence(f"The brief asks for the tone {brief.tone}"))
    if brief.audience:
        told.append(sentence(f"It is for {brief.audience}"))
    return " ".join(told)


def _looks(question: str, board: Board, resolution: Resolution) -> str:
    """Why a picture is as it is: the director can't see pictures, and says what they were made from."""
    pointed = [item for item in board.context.items if item.id in resolution.ids]
    if not pointed or board.stage == "story":
        return ""
    told = [
        f"{item.label} failed: {sentence(item.failure)}"
        if item.failure
        else f"{item.label} was made from: {sentence(item.summary)}"
        for item in pointed[:3]
    ]
    unseen = "The director does not see pictures, so it can't say why."
    return f"{' '.join(told)} {unseen} A note such as “sharper” makes a plan for a new take."


def _made_by(question: str, board: Board, resolution: Resolution) -> str:
    return (
        "The rehearsal artists: a writer, an illustrator and an animator made of code. They need no key and "
        "cost nothing."
        if not board.context.price_each
        else "Each take names its model, prompt and seed under its picture."
    )


def _changed(question: str, board: Board, resolution: Resolution) -> str:
    if not board.context.history:
        return "No note came before this one. Notes change nothing until a plan is applied."
    text, reply = board.context.history[-1]
    return f"The last note was “{text}”. The reply: {sentence(reply)} The takes strip shows what was made."


def _judge(question: str, board: Board, resolution: Resolution) -> str:
    if board.stage == "story":
        return _described(question, board.story) if board.story else ""
    return (
        "That is yours to judge: the director does not see pictures. If it should change, say how, for example "
        f"{ABILITIES.get(board.stage, 'the light')}."
    )


def _advice(question: str, board: Board, resolution: Resolution) -> str:
    stale = sum(bool(item.stale_cause) for item in board.context.items)
    failed = sum(bool(item.failure) for item in board.context.items)
    told = (
        f"{stale} stale and {failed} failed in this stage."
        if stale or failed
        else "Nothing in this stage is stale or failed."
    )
    return f"{told} Whether it is right is yours to judge."


def _cut_settings(question: str, board: Board, resolution: Resolution) -> str:
    return (
        "Music, captions, title and dissolves are switches of the cut, beside the player in the video stage. "
        "There, a note such as “music on” plans a new cut."
    )


def _how_to(question: str, board: Board, resolution: Resolution) -> str:
    for pattern, told in HOW_TO:
        if re.search(pattern, question, _ANY):
            return told
    return ""


HOW_TO = (
    (
        r"\bundo|go back|earlier take|old (?:take|version)|revert",
        "Every take is kept. Pick the earlier one in the takes strip, free.",
    ),
    (
        r"\bexport|download|share|deliver",
        "The deliveries are in the video stage once there is a cut: MP4, PDF, subtitles, timelines.",
    ),
    (r"\bapprove", "With Approve above the stage, once every item has a take. It can be reopened."),
    (r"\bdelete", "A project is deleted from its menu on the home page. Takes are never deleted."),
    (
        r"\bupload|my own (?:picture|image|photo)",
        "Drop a picture on an item, or use Upload under it: it becomes a take.",
    ),
    (
        r"\bedit|change|fix|regenerate|renew",
        "Say what should change and apply the plan, or edit the story in place. Only what must change is made again.",
    ),
)

ANSWERS: tuple[tuple[re.Pattern[str], Answer], ...] = tuple(
    (re.compile(pattern, _ANY), respond)
    for pattern, respond in (
        (
            r"\b(?:scores?|scored|rating|how (?:sharp|bright|dark|good)|measured|sharpness|exposure)\b",
            fact_answers.scores,
        ),
        (r"\bprompts?\b|\bexact words\b", fact_answers.prompt),
        (
            r"\bmade (?:from|of|with)\b|\breferences? (?:does|did|do|was|were|are|is)\b|\buse[sd]? \w+'s reference",
            fact_answers.made_from,
        ),
        (r"\bhow many takes\b|\bwhich take\b", fact_answers.takes),
        (r"\block(?:s|ed)?\b", fact_answers.locks),
        (
            r"\b(?:what|which)\b.*\b(?:becomes?|goes|be|get|make|makes|made) (?:\w+ )?stale\b|\bwhat happens if i "
            r"(?:change|redo|regenerate|renew)\b",
            fact_answers.consequences,
        ),
        (r"\bwhat did (?:the )?last (?:note|plan|change)", fact_answers.last_change),
        (
            r"\b(?:which|what) (?:shots?|frames?|clips?|scenes?)\b.*\b(?:have|has|shows?|with|in|is|are|contains?)\b",
            fact_answers.shown_in,
        ),
        (r"\b(?:will|would|do|does)\b.*\bcost\b", fact_answers.stage_price),
        (r"\bshould (?:i|we) approve|\b(?:ready|good enough) to approve", _advice),
        (
            r"\b(?:music|soundtrack|subtitles|dissolves?|transitions?|title card)\b|\b(?:are|is) (?:there|"
            r"the) (?:no )?captions?\b|\bwhy\b.*\bcaptions\b",
            _cut_settings,
        ),
        (r"\bhow many\b|\bnumber of\b", _how_many),
        (r"\b(?:cost|costs|price|how much|charge[ds]?|expensive|free|pay|money|budget|spend|spent)\b", _cost),
        (r"\bstale\b|\bout ?dated\b|\bout of date\b", _stale),
        (r"\bfail(?:ed|ing|s|ure)?\b|\berrors?\b|\bbroken?\b|\bwent wrong\b", _failed),
        (
            r"\b(?:framework|structure|structured|arc|why this story|why (?:is|are) (?:it|the story|the "
            r"scenes) (?:told|in this))\b",
            _framework,
        ),
        (
            r"\bwhat(?:'s| is| comes| happens| should i do| do i do|) next\b|\bnext (?:step|stage)\b|\bwhat "
            r"now\b|\bnow what\b|\bthen what\b|\b(?:after|when|once|if) (?:i|we) approve\b",
            _next,
        ),
        (
            r"\bhow long\b|\bduration\b|\blength\b|\bhow many seconds\b|\bwhen (?:will|is) (?:it|this|that|"
            r"the \w+) (?:be )?(?:ready|done|finished)\b",
            _how_long,
        ),
        (r"\b(?:what can (?:you|i)|help|how does this work|what do you do|what are you able)\b", _abilities),
        (
            r"\bhow (?:do|can|could|would|should) (?:i|we)\b|\bcan (?:i|we)\b|\bwhere (?:do|can|is|are) (?:i|"
            r"we|the (?:export|download|takes?))\b",
            _how_to,
        ),
        (
            r"\b(?:which|what) (?:model|models|provider|artist)|\bwho (?:made|drew|wrote|draws|writes)\b|\brehearsal\b",
            _made_by,
        ),
        (
            r"\b(?:title|called|line|lines|caption|captions|say|says|said|spoken|speak|speaks|dialogue|voice-?over)\b",
            _words,
        ),
        (r"\bwhat (?:did|have|has) (?:you|i|we|it)?\s*(?:just )?(?:change|changed|do|done|differ)", _changed),
        (
            r"\bwhy (?:is|are|was|were|does|do|did)\b.*\b(?:blur\w*|dark|bright|grain\w*|red|blue|green|grey|"
            r"pale|shaky|off|different|missing|look\w*|like (?:this|that)|so|too|soft|dull|warm|cold|empty|\w+y|"
            r"\w+ed)\b",
            _looks,
        ),
        (r"\bwho\b|\bcharacters?\b|\bpeople\b|\bcast\b", _who),
        (r"\bstyle\b|\baspect\b|\bratio\b|\bformat\b|\bresolution\b|\btone\b|\baudience\b", _style),
        (
            r"\bwhere\b|\btime of day\b|\bweather\b|\bwhich place\b|\bwhat places?\b|\blocations?\b|\bset "
            r"in\b|\btakes? place\b",
            _setting,
        ),
        (r"\bwhat\b|\bhow does\b|\btell me\b|\bexplain\b|\bdescribe\b|\babout\b|\bshow(?:s|n)?\b", _what_happens),
        (r"^(?:\w+[ ,]+)?(?:is|are|does|do|should|would|was|isn't|aren't|which)\b", _judge),
        (r"^why\b|\bwhy\b", _looks),
    )
)

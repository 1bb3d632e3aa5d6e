"""What a creator thinks of a finished film, and whether they would recommend the studio."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dailies.domain.errors import Conflict, InvalidInput
from dailies.domain.project import CUT, Change, Event, Project, Rating

STARS = (1, 5)
RECOMMEND = (0, 10)
COMMENT_LENGTH = 500
"""Characters of a comment."""


def rate(project: Project, stars: int, recommend: int, comment: str, *, now: datetime) -> Change:
    """Rate a project that has a cut; rating it again replaces the earlier rating.

    Raises Conflict ``nothing_to_rate`` before the first cut, InvalidInput ``bad_rating`` outside STARS and
    RECOMMEND, ``comment_too_long``.
    """
    if not project.takes_of(CUT):
        raise Conflict("There is no cut to rate yet.", code="nothing_to_rate")
    if not STARS[0] <= stars <= STARS[1] or not RECOMMEND[0] <= recommend <= RECOMMEND[1]:
        raise InvalidInput("A rating has 1 to 5 stars, and 0 to 10 for a recommendation.", code="bad_rating")
    comment = " ".join(comment.split())
    if len(comment) > COMMENT_LENGTH:
        raise InvalidInput(f"A comment has at most {COMMENT_LENGTH} characters.", code="comment_too_long")
    rating = Rating(stars, recommend, comment, now)
    if project.rating is not None and replace(project.rating, at=now) == rating:
        return project, ()
    data = {"stars": stars, "recommend": recommend, "comment": comment}
    return replace(project, rating=rating, updated_at=now), (Event("project.rated", data),)

"""People and robots, from head to foot, in any pose and view. Unit space: heads (crown to chin), feet at y 0."""

from dailies.adapters.providers.rehearsal.illustrator.figures.body import Body, body_of, height_of
from dailies.adapters.providers.rehearsal.illustrator.figures.crowd import Crowd, draw_crowd
from dailies.adapters.providers.rehearsal.illustrator.figures.draw import draw_figure, draw_pair, seated_at
from dailies.adapters.providers.rehearsal.illustrator.figures.rig import Figure

__all__ = ["Body", "Crowd", "Figure", "body_of", "draw_crowd", "draw_figure", "draw_pair", "height_of", "seated_at"]

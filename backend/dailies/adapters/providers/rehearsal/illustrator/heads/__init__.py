"""Heads in four views. Unit box: x -.5 to .5 looking right, y -.5 crown to .5 chin, eye line at y .03."""

from dailies.adapters.providers.rehearsal.illustrator.heads.draw import draw_head, draw_neck
from dailies.adapters.providers.rehearsal.illustrator.heads.expressions import EXPRESSIONS, Expression

__all__ = ["EXPRESSIONS", "Expression", "draw_head", "draw_neck"]

"""Who stands beside the child: what it said, what is known, every step, and what others say and decide."""

from kring.rights.models.decided import Appointment, Limit, OwnPerson
from kring.rights.models.said import Feeling, Said, Transfer
from kring.rights.models.steps import ForWhat, OtherChoice, Question, Reached, Taken
from kring.rights.models.wishes import Condition, Factor, Serving, Servings, Wish, Wishes

__all__ = [
    "Appointment",
    "Condition",
    "Factor",
    "Feeling",
    "ForWhat",
    "Limit",
    "OtherChoice",
    "OwnPerson",
    "Question",
    "Reached",
    "Said",
    "Serving",
    "Servings",
    "Taken",
    "Transfer",
    "Wish",
    "Wishes",
]

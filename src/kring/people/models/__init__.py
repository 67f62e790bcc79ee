"""Rows of the room `people`: persons and accounts, the house, the ways in, stays, and messages."""

from kring.law.ways import WayKind
from kring.people.models.advice import Adviser, HouseRule
from kring.people.models.cards import A_CARD, RoleCard
from kring.people.models.dilemmas import Dilemma
from kring.people.models.house import Material, Organisation, Post, Posts, Role, Team
from kring.people.models.learning import Learning
from kring.people.models.messages import Channel, Message, MessageCode, Messages
from kring.people.models.peers import Coming, Gathering, PeerYes
from kring.people.models.persons import Person, User, Users, normalised
from kring.people.models.stays import LONGEST_TALK, Stay, StayKind
from kring.people.models.volunteers import Volunteer
from kring.people.models.ways import UNTIL_ASKED, Attempts, Device, Pin, Way, WayEnd

__all__ = [
    "A_CARD",
    "LONGEST_TALK",
    "UNTIL_ASKED",
    "Adviser",
    "Attempts",
    "Channel",
    "Coming",
    "Device",
    "Dilemma",
    "Gathering",
    "HouseRule",
    "Learning",
    "Material",
    "Message",
    "MessageCode",
    "Messages",
    "Organisation",
    "PeerYes",
    "Person",
    "Pin",
    "Post",
    "Posts",
    "Role",
    "RoleCard",
    "Stay",
    "StayKind",
    "Team",
    "User",
    "Users",
    "Volunteer",
    "Way",
    "WayEnd",
    "WayKind",
    "normalised",
]

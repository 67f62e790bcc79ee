"""Everything that the log can say, as codes.  The sentence of each stands in `kit/happened.py`."""

from enum import StrEnum

from kring.law.retention import Term

KEPT_APART = frozenset(
    {"apart", "viewing", "own_person", "leaving", "stance", "worry", "gains", "check", "suits", "own_state"}
)
"""What the child's own list of who looked does not tell: what others said, and what people tell it."""


class Event(StrEnum):
    """What happened, `noun.happened`.  A code, once used, is never given another meaning."""

    DOSSIER_OPENED = "dossier.opened"
    DOOR_VISITED = "door.visited"
    DESK_VISITED = "desk.visited"  # its codes are the ids of the dossiers that stood on the list
    DOOR_REFUSED = "door.refused"
    PEOPLE_ADDED = "people.added"
    PERSON_PLACED = "person.placed"
    PERSON_REMOVED = "person.removed"
    TIE_DRAWN = "tie.drawn"
    TIE_REMOVED = "tie.removed"
    CHANGE_UNDONE = "change.undone"
    CIRCLE_TAKEN_ALONG = "circle.taken_along"
    SESSION_STARTED = "session.started"
    SESSION_PAUSED = "session.paused"
    SESSION_RESUMED = "session.resumed"
    SESSION_ENDED = "session.ended"
    WISH_EXPRESSED = "wish.expressed"
    WISH_WITHDRAWN = "wish.withdrawn"
    CONDITION_LOOKED_AT = "condition.looked_at"
    CONDITION_NO_TOLD = "condition.no_told"  # a person told the child that the house says no for now
    CONDITION_ERASED = "condition.erased"
    FACTOR_TALKED_THROUGH = "factor.talked_through"
    SERVING_BEGAN = "serving.began"
    SERVING_ENDED = "serving.ended"
    QUESTION_PREPARED = "question.prepared"  # its codes: who will ask, and how (A226b)
    STEP_TAKEN = "step.taken"  # its codes: which step, in which meaning
    OTHER_CHOICE_TALKED_OF = "choice.talked_of"  # with the child, by who works with it; nothing follows from it (A118)
    NOTICE_GIVEN = "notice.given"  # the person got the notice on what is held about it (R9)
    APPOINTMENT_PREPARED = "appointment.prepared"  # by the organisation: what is known of it (R6)
    APPOINTMENT_DECIDED = "appointment.decided"  # by the director, with the attest
    APPOINTMENT_TELLER = "appointment.teller"  # who tells the child, agreed (R15)
    APPOINTMENT_TOLD = "appointment.told"  # and a person did
    APPOINTMENT_ENDED = "appointment.ended"
    LIMIT_DECIDED = "limit.decided"  # in an extreme situation, until a day
    LIMIT_ENDED = "limit.ended"
    OWN_PERSON_NAMED = "own_person.named"  # a parent named its own trust person (B123)
    OWN_PERSON_DENIED = "own_person.denied"  # that parent never said what was written down of the asking
    OWN_PERSON_CHANGED = "own_person.changed"  # its code: a step (and who asked), looked, began or ended
    PART_SAID = "part.said"  # what somebody is there for: its codes, and whose word it is (B47)
    SUBJECT_CHOSEN = "subject.chosen"  # for which subject the child turns to someone; it opens nothing
    PERSON_REACHED = "person.reached"  # without a yes of the child, in danger that night (R9)
    REACHING_TOLD = "person.reaching_told"  # and that was told to the child
    DAY_COPIED = "day.copied"
    ORGANISATION_FOUNDED = "organisation.founded"
    TEAM_FORMED = "team.formed"
    COLLEAGUE_ADDED = "colleague.added"
    LINK_MADE = "link.made"
    CONTACT_NAMED = "contact.named"
    POST_ENDED = "post.ended"
    POST_ENDS = "post.ends"  # its last day is said beforehand; a second code: that it goes on after all
    PACE_CHOSEN = "pace.chosen"  # its code: after how many months the right is explained again
    MATERIAL_ADDED = "material.added"
    MATERIAL_REMOVED = "material.removed"
    ADVISER_KEPT = "adviser.kept"  # a place to turn to, new or changed (A256)
    ADVISER_REMOVED = "adviser.removed"
    RULE_KEPT = "rule.kept"  # what the house does with a rule that was asked about; its code: the outcome (A248)
    CHECK_PLANNED = "check.planned"  # somebody will ask the person beside the child how it goes (A174)
    CHECK_HELD = "check.held"
    CONTACT_ERASED = "contact.erased"  # of a place that was closed: how somebody beside the child was reached (R27)
    CHECK_ERASED = (
        "check.erased"  # of who stands beside the child no more: how it went, when it suited, the letter (A124b)
    )
    SUITS_SAID = "suits.said"  # when it suits that person
    OWN_STATE_SAID = "own_state.said"  # how it is for the person itself, for nobody else (C55)
    OWN_STATE_ERASED = "own_state.erased"
    LETTER_WANTED = "letter.wanted"  # its codes: whose word it is, yes or no (C106)
    DILEMMA_WRITTEN = "dilemma.written"  # by a colleague, about its own work: it hangs on no dossier (B141)
    DILEMMA_TALKED_OF = "dilemma.talked_of"  # on the agenda of the team, or what came of it
    DILEMMA_ERASED = "dilemma.erased"
    GATHERING_PLANNED = "gathering.planned"  # of people who stand beside a child, by the fixed contact (C138)
    GATHERING_CHANGED = "gathering.changed"
    GATHERING_CALLED_OFF = "gathering.called_off"
    LEARNING_PLANNED = "learning.planned"  # with partners of the house; it hangs on no dossier (B175)
    LEARNING_CHANGED = "learning.changed"
    LEARNING_CALLED_OFF = "learning.called_off"
    LEARNING_NOTED = "learning.noted"  # what a colleague takes along from it
    PEERS_SAID = "peers.said"  # its code: yes or no; it hangs on no dossier
    PEERS_ANSWERED = "peers.answered"  # its code: comes or not
    AFTERCARE_AGREED = "aftercare.agreed"  # by the organisation: never somebody beside the child (C178)
    AFTERCARE_STOPPED = "aftercare.stopped"
    RULE_ASKED = "rule.asked"  # a question or a remark on a rule of the house (A246)
    RULE_ANSWERED = "rule.answered"
    LASTING_CHOSEN = "lasting.chosen"  # on whom one falls back after the case closes (C139)
    STAY_BEGAN = "stay.began"  # its code is the way in: account, device, card, link, one_link, pictures
    STAY_LOCKED = "stay.locked"
    STAY_UNLOCKED = "stay.unlocked"
    STAY_ENDED = "stay.ended"
    WAY_GIVEN = "way.given"
    WAY_OPENED = "way.opened"
    WAY_ENDED = "way.ended"
    WAY_CONFIRMED = "way.confirmed"  # the child said that it was itself who came in with a card
    PICTURES_CONFIRMED = "way.pictures"  # a colleague asked the child whether it chose its new pictures
    CARD_CONFIRMED = "way.card"  # a colleague asked the child whether it used the card and chose the digits
    WAY_REFUSED = (
        "way.refused"  # a wrong, late or forged card, link, PIN, answer of a provider, or page of who was here before
    )
    PIN_CHOSEN = "pin.chosen"
    PASSKEY_ADDED = "passkey.added"
    PASSKEY_REMOVED = "passkey.removed"
    PROVIDER_LINKED = "provider.linked"  # its code is the provider
    PROVIDER_UNLINKED = "provider.unlinked"
    DEVICE_KNOWN = "device.known"
    DEVICE_FORGOTTEN = "device.forgotten"
    ROLE_CARD_SHOWN = "role_card.shown"
    CHANNEL_CHOSEN = "channel.chosen"
    MESSAGE_SENT = "message.sent"
    MESSAGE_DROPPED = "message.dropped"
    ASKED = "person.asked"  # someone said or asked something of who works with the child
    HEARD = "person.heard"  # that was read, or answered
    RESTRICTION_RECORDED = "restriction.recorded"  # contact with someone is restricted (R28)
    RESTRICTION_PROLONGED = "restriction.prolonged"
    RESTRICTION_TOLD = "restriction.told"  # somebody told the child (R15)
    RESTRICTION_UNTOLD = "restriction.untold"  # the child says that nobody told it
    RESTRICTION_LIFTED = "restriction.lifted"  # somebody looked, and said that it is over
    STAND_IN_ASKED = "stand_in.asked"  # a colleague takes over for some days (R13)
    STAND_IN_ENDED = "stand_in.ended"
    GUIDE_NAMED = "guide.named"  # a colleague guides the network of this child, from a day until a day or open (B39b)
    GUIDE_ENDED = "guide.ended"
    NOTE_WRITTEN = "note.written"
    NOTE_CHANGED = "note.changed"
    APART_WRITTEN = "apart.written"  # under the agogic exception: never told to the child (R17, R24)
    APART_CHANGED = "apart.changed"
    PLAN_CHANGED = "plan.changed"  # its code: added, changed, looked or removed
    AGREEMENT_BEGUN = "agreement.begun"  # somebody began to write a version of what child and person agree on
    AGREEMENT_LEFT = "agreement.left"  # that was left, and what was typed is gone
    AGREEMENT_MADE = "agreement.made"  # it stands there, to say yes to
    AGREEMENT_AGREED = "agreement.agreed"  # its codes: whose yes, and how it was expressed
    AGREEMENT_DENIED = "agreement.denied"  # its code: who of the two never said the yes that was written down
    AGREEMENT_ANSWERED = "agreement.answered"  # the person said what it expects, or a remark
    CAPACITY_LOOKED_AT = "capacity.looked_at"  # its code is the right
    BIRTHDAY_WRITTEN = "birthday.written"  # the first, or another one: its code is how that is known
    BIRTHDAY_LOOKED_AT = "birthday.looked_at"  # by who leads the team, when it makes the child pass 12 or 18: yes or no
    TURNING_TOLD = "turning.told"  # a person told what changes at 12 or 18; its code: the age (R15)
    RECORD_TAKEN_OVER = "record.taken_over"  # its codes: yes or not yet, and how it was expressed (C54)
    AUTHORITY_WRITTEN = "authority.written"  # of one parent
    WALLS_BUILT = "walls.built"  # two networks of one child, apart (R16)
    SIDE_CHOSEN = "side.chosen"  # somebody was put on a side, or on none
    RIGHT_EXPLAINED = "right.explained"  # its code: to whom
    MOMENT_CAME = "moment.came"  # its code: what happened
    MOMENT_PUT_OFF = "moment.put_off"  # its code: why
    MOMENT_ASKED_AFTER = "moment.asked_after"  # by a team lead
    SPEECH_NOTED = "speech.noted"  # in which language somebody talks best (A35)
    REFERRER_TOLD = "referrer.told"  # what the referrer discussed comes along; its code: how the child said yes (A19)
    CHANCE_NOTED = "chance.noted"  # a good moment with somebody
    CHANCE_TALKED_OF = "chance.talked_of"
    LEAVING_HEARD = "leaving.heard"  # somebody will stop, and the child was not told yet: never told to the child (R15)
    LEAVING_ASKS_SECOND = "leaving.asks_second"  # somebody would not be there any more: a second human says so (R2)
    LEAVING_SAID_TOLD = "leaving.said_told"  # after the help who stops wrote down that a person told the child (C139)
    LEAVING_UNTOLD = (
        "leaving.untold"  # it was marked as told by a slip, and taken back that day; never told to the child
    )
    FAREWELL_BEGAN = "farewell.began"  # the child was told; its code: why
    FAREWELL_UNTOLD = "farewell.untold"  # the child says that nobody told it
    FAREWELL_TOLD_ANEW = "farewell.told_anew"  # another than who wrote so first
    FAREWELL_LOOKED_AFTER = "farewell.looked_after"
    ANSWER_DENIED = "answer.denied"  # who stands beside the child never said the yes that a worker wrote down
    CONDITION_DENIED = (
        "condition.denied"  # what a worker wrote of a condition of the law is not so, says who it is about
    )
    WISH_UNSAID = "wish.unsaid"  # the child never said what was written down as its word; its codes: which, as what
    WISH_UNSAID_TALKED_OF = "wish.unsaid_talked_of"  # who works with the child came back to that
    CHOICE_PASSED_ON = "choice.passed_on"  # the child chose otherwise, and a person told it to who was chosen
    PAUSE_PASSED_ON = "pause.passed_on"  # the child asked a pause, and a person told it to who was chosen
    GOING_ON_PASSED_ON = "going_on.passed_on"  # the child said that it goes on after it, and a person told that
    STILL_ASKED = "still.asked"  # its code: what the child said
    CHILD_MOVED = "child.moved"  # to another team of the house
    PLACE_CLOSED = "place.closed"  # nobody writes in it any more; it is still read
    PLACE_REOPENED = "place.reopened"  # by who leads the team, with a reason
    WORK_HANDED_OVER = "work.handed_over"  # its code: whether who handed over stays
    STANCE_HEARD = "stance.heard"  # what a parent said of whom the child chose; it changes nothing (A56)
    WORRY_HEARD = "worry.heard"  # of a parent (A81)
    WORRY_ANSWERED = "worry.answered"
    WORRY_FOLLOWED = "worry.followed"  # somebody came back to it
    GAINS_TALKED_OF = "gains.talked_of"  # with a parent (A67)
    HARD_TALK_HAD = "hard_talk.had"  # with the child: why it may be hard for a parent (A95)
    SEARCH_BEGAN = "search.began"  # nobody yet: child and worker begin to look (A182)
    SEARCH_TRIED = "search.tried"  # its code: where they looked
    REFERRAL_ASKED = "referral.asked"  # Lus, with the yes of the child (A184)
    REFERRAL_DENIED = "referral.denied"  # the child never said that Lus, or a volunteer, may be asked
    REFERRAL_MOVED = "referral.moved"  # its code: which stage
    VOLUNTEER_ADDED = "volunteer.added"  # to the pool of the house (A152)
    VOLUNTEER_WANTED = "volunteer.wanted"  # a child wants to get to know one of the house (A152)
    VOLUNTEER_CHANGED = "volunteer.changed"
    VOLUNTEER_REMOVED = "volunteer.removed"
    TRANSFER_MADE = "transfer.made"  # a page for a service or the court; its code is for which of the two (R29)
    VIEWING_ASKED = "viewing.asked"  # to look beside a worker at what is kept apart (R17)
    VIEWING_BEGAN = "viewing.began"
    VIEWING_ENDED = "viewing.ended"

    @property
    def is_kept_from_the_child(self) -> bool:
        """Whether the child's own list of who looked says nothing of it: what is kept apart has no trace (R24)."""
        return self.value.partition(".")[0] in KEPT_APART

    ANSWER_GIVEN = "answer.given"  # its codes: yes, no or ask, and about which topic, or one item
    ANSWER_WITHDRAWN = "answer.withdrawn"
    ANSWER_REFUSED = "answer.refused"  # its code: why it cannot be given now
    ANSWER_CONFIRMED = "answer.confirmed"  # given on a new device, confirmed on a known one
    PERSON_POINTED_OUT = "person.pointed_out"  # who came in is this one of the circle
    PERSON_POINTED_ELSEWHERE = "person.pointed_elsewhere"  # and it is another one than was said before
    PERSON_CONFIRMED = "person.confirmed"  # a worker said that it is so
    ITEM_DISCLOSED = "item.disclosed"  # an emergency: a human act, with a motive that is kept apart (R8)
    DISCLOSURE_ENDED = "item.disclosure_ended"
    DISCLOSURE_TOLD = "item.disclosure_told"  # a person told the child, that did not know beforehand (R8, R15)
    DAY_TIDIED = "day.tidied"  # what had fallen due went by itself; its code: a person said that it is that day
    DAY_WAITS = "day.waits"  # nothing goes by itself: the clock is too far from the last time (people.acts.days)

    @property
    def retention(self) -> Term:
        """How long an entry of this kind stays in the log."""
        return Term.LOG

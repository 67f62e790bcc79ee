"""Addresses of the room `portals`."""

from django.urls import path

from kring.portals.views import answering, birthdays, child, homes, looking, owning, pointing, starting, unsafe, work

app_name = "portals"
urlpatterns = [
    path("today/", homes.today, name="today"),
    path("own/", homes.own, name="own"),
    path("lead/", homes.lead, name="lead"),
    path("lead/birthdays/", birthdays.birthdays, name="birthdays"),
    path("tasks/", homes.tasks, name="tasks"),
    path("log/", homes.log, name="log"),
    path("children/", work.children, name="children"),
    path("children/talked/", starting.talked, name="talked"),
    path("children/closed/", starting.closed, name="closed"),
    path("children/new/", work.new_child, name="new_child"),
    path("d/<uuid:dossier>/", child.child, name="child"),
    path("d/<uuid:dossier>/home/", homes.home, name="home"),
    path("d/<uuid:dossier>/drawing/", child.drawing, name="drawing"),
    path("d/<uuid:dossier>/known/", answering.known, name="known"),
    path("d/<uuid:dossier>/known/copies/", looking.copied, name="copies"),
    path("d/<uuid:dossier>/known/<uuid:member>/", answering.about, name="about"),
    path("d/<uuid:dossier>/known/<uuid:member>/topic/<int:topic>/", answering.question, name="question"),
    path("d/<uuid:dossier>/known/<uuid:member>/thing/<uuid:item>/", answering.question, name="question_thing"),
    path("d/<uuid:dossier>/known/person/<uuid:other>/", pointing.who_is, name="who_is"),
    path("d/<uuid:dossier>/known/<uuid:member>/right/", pointing.is_so, name="is_so"),
    path("d/<uuid:dossier>/known/<uuid:member>/other/", pointing.someone_else, name="someone_else"),
    path("d/<uuid:dossier>/known/answer/<uuid:say>/stop/", answering.stop, name="stop_answer"),
    path("d/<uuid:dossier>/known/answer/<uuid:say>/confirm/", answering.confirm, name="confirm_answer"),
    path("d/<uuid:dossier>/known/along/<uuid:other>/", looking.along, name="along"),
    path("d/<uuid:dossier>/known/thing/<uuid:item>/", looking.thing, name="thing"),
    path("d/<uuid:dossier>/known/thing/<uuid:item>/why/", looking.why, name="why"),
    path("d/<uuid:dossier>/known/thing/<uuid:item>/emergency/", looking.emergency, name="emergency"),
    path(
        "d/<uuid:dossier>/known/thing/<uuid:item>/emergency/<uuid:told>/", looking.emergency_over, name="emergency_over"
    ),
    path("d/<uuid:dossier>/known/thing/<uuid:item>/parent/", looking.parents_yes, name="parents_yes"),
    path("d/<uuid:dossier>/known/mine/", looking.mine, name="mine"),
    path("d/<uuid:dossier>/known/mine/<uuid:say>/stop/", looking.take_back, name="take_back"),
    path("d/<uuid:dossier>/known/mine/<uuid:say>/yes/", looking.mine_yes, name="mine_yes"),
    path("d/<uuid:dossier>/known/parent/<uuid:say>/stop/", looking.parents_stop, name="parents_stop"),
    path("d/<uuid:dossier>/unsafe/", unsafe.unsafe, name="unsafe"),
    path("d/<uuid:dossier>/agreements/low/", unsafe.not_well, name="not_well"),
    path("d/<uuid:dossier>/stop/", child.stop, name="stop"),
    path("d/<uuid:dossier>/next/", child.ahead_of_me, name="ahead"),
    path("d/<uuid:dossier>/start/", starting.beginning, name="start"),
    path("d/<uuid:dossier>/yours/", owning.yours, name="yours"),
    path("d/<uuid:dossier>/day/", work.copy, name="copy"),
    path("d/<uuid:dossier>/day/copy.pdf", work.copy_pdf, name="copy_pdf"),
]

"""Addresses of the room `support` about a child; they say nothing of what somebody is (R26)."""

from django.urls import path

from kring.support.views import checking, lettering, meeting, mine, ruling, welcoming

app_name = "support"
urlpatterns = [
    path("hello/", welcoming.welcome, name="welcome"),
    path("hello/sheet.pdf", welcoming.welcome_pdf, name="welcome_pdf"),
    path("hello/<uuid:member>/sheet.pdf", welcoming.pack_pdf, name="pack_pdf"),
    path("around/", checking.around, name="around"),
    path("around/<uuid:member>/", checking.plan, name="plan"),
    path("around/<uuid:member>/left/", checking.left, name="left"),
    path("around/check/<uuid:check>/", checking.held, name="held"),
    path("around/asked/<uuid:asked>/", ruling.answer, name="answer"),
    path("mine/", mine.mine, name="mine"),
    path("mine/well/", mine.well, name="well"),
    path("mine/well/<uuid:state>/erased/", mine.erased, name="erased"),
    path("mine/others/", meeting.others, name="others"),
    path("mine/others/no-more/", meeting.no_more, name="no_more"),
    path("mine/others/<uuid:gathering>/", meeting.comes, name="comes"),
    path("rules/", ruling.rules, name="rules"),
    path("mine/cards/", mine.read, name="cards"),
    path("letter/<uuid:member>/", lettering.letter, name="letter"),
    path("letter/<uuid:member>/letter.pdf", lettering.letter_pdf, name="letter_pdf"),
]

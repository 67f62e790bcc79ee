"""Addresses of the room `endings` about a child; they say nothing of what stands there (R26)."""

from django.urls import path

from kring.endings.views import aftercare, appointed, asking, going, handing, itself, leaving

app_name = "endings"
urlpatterns = [
    path("stays/", leaving.endings, name="endings"),
    path("stays/again/", asking.due, name="due"),
    path("stays/new/", leaving.leave, name="leave"),
    path("stays/mine/", itself.itself, name="itself"),
    path("stays/<uuid:member>/on/", itself.goes_on, name="goes_on"),
    path("stays/<uuid:member>/heard/", leaving.pass_on, name="pass_on"),
    path("stays/<uuid:leaving>/told/", leaving.tell, name="tell"),
    path("stays/appointed/<uuid:appointment>/teller/", appointed.teller, name="appointed_teller"),
    path("stays/appointed/<uuid:appointment>/told/", appointed.told, name="appointed_told"),
    path("stays/look/<uuid:look>/", leaving.look, name="look"),
    path("stays/still/<uuid:wish>/", asking.still, name="still"),
    path("handing/", handing.hand_over, name="hand_over"),
    path("handing/team/", going.move, name="move"),
    path("last/", going.close, name="close"),
    path("stays/after/", aftercare.aftercare, name="aftercare"),
    path("stays/after/<uuid:care>/stopped/", aftercare.aftercare_stopped, name="aftercare_stopped"),
]

from django.urls import path

from kring.kit import views

app_name = "kit"
urlpatterns = [path("", views.gallery, name="gallery")]

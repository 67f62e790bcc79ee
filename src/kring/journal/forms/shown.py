"""A form that carries who was shown to read what is typed in it (R20)."""

from django import forms

from kring.kit.forms import OnceForm


class Shown(OnceForm):
    """`shown`: the mark of the names that stood on the page (`journal.shown`)."""

    shown = forms.CharField(required=False, widget=forms.HiddenInput)

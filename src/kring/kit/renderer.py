"""Forms speak through the kit's own templates: label, hint, error and ARIA stand in one place."""

from typing import Any

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest

from kring.kit.widgets import WRITERS


class KitRenderer(TemplatesSetting):
    """Renders forms with the project's template engine, so that kit templates override Django's."""

    form_template_name = "kit/forms/form.html"
    formset_template_name = "kit/forms/formset.html"
    field_template_name = "kit/forms/field.html"

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """The boxes of a form are written by `kit.widgets`; everything else is a template."""
        write = WRITERS.get(template_name)
        return write(context["widget"]) if write else super().render(template_name, context, request)

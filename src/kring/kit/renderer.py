"""Forms speak through the kit's own templates: label, hint, error and ARIA stand in one place."""

from django.forms.renderers import TemplatesSetting


class KitRenderer(TemplatesSetting):
    """Renders forms with the project's template engine, so that kit templates override Django's."""

    form_template_name = "kit/forms/form.html"
    formset_template_name = "kit/forms/formset.html"
    field_template_name = "kit/forms/field.html"

"""Static files: our bundle, with the imports between modules given their hashed names too."""

from kring.kit.bundle import BundledStorage


class Static(BundledStorage):
    """Hashed names for stylesheets, pictures and for modules that import each other."""

    support_js_module_import_aggregation = True

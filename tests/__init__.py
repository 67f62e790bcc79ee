"""A package, because one of the tools we install ships a package `tests` of its own, which would win otherwise."""

"""The hash of passwords, PINs and rows of pictures, with as little memory and as few rounds as it can have."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class LightArgon2(Argon2PasswordHasher):
    """A quarter of all the time of the tests of the rooms went into Argon2 as Django sets it: 100 MiB, eight lanes."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1

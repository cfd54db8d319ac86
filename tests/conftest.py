"""Settings that hold for all tests."""

from hypothesis import settings

# a busy machine is no fault of the code: no test measures time
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

"""Property tests run without a deadline: the first call of a torch function may take seconds on a busy machine."""

from hypothesis import settings

settings.register_profile("patient", deadline=None, derandomize=True)
settings.load_profile("patient")

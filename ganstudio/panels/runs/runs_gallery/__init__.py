"""RunsGallery with the model of the runs it lists, and the card that is painted for each."""

from ganstudio.panels.runs.runs_gallery.gallery import RunsGallery

__all__ = ["RunsGallery"]

"""Corners of the Explore page for the way between stops and for the style."""

from typing import Any

from ganstudio.app.explore.controllers import Controller
from ganstudio.app.explore.state import STRIP
from ganstudio.latent.point import Latent, Seed, words


class WalkController(Controller):
    def connect_all(self) -> None:
        walk = self.view.walk
        self.view.strip.picked.connect(self._strip_picked)
        walk.moved.connect(self._walked)
        walk.stopChosen.connect(self._go_to_stop)
        walk.seedChosen.connect(lambda index, seed: self.edit_stop(index, Seed(seed)))
        walk.dieThrown.connect(lambda index: self.edit_stop(index, self.here.new_seed()))
        walk.hereWanted.connect(lambda index: self.edit_stop(index, self.page.latent_here()))
        walk.stopRemoved.connect(self._remove_stop)
        walk.modeChosen.connect(self._mode_chosen)
        walk.loopChosen.connect(self._loop_chosen)

    def edit_stop(self, index: int, latent: Latent) -> None:
        """A stop changes (-1: one more at the end); the person goes there."""
        self.here.set_stop(index, latent)
        self._go_to_changed(latent)

    def lead_to(self, latent: Latent) -> None:
        """The way ends here from now on; the person goes there."""
        self.here.lead_to(latent)
        self._go_to_changed(latent)

    def show(self) -> None:
        """The stops, and where on the way between them one is."""
        here, walk = self.here, self.view.walk
        walk.setLoop(here.loop)
        walk.setStops([(stop.seed if isinstance(stop, Seed) else -1, words(stop)) for stop in here.stops], here.chosen)
        walk.setPlace(here.place)
        self.view.strip.setAt(round(here.place / here.legs * (STRIP - 1)))

    def _go_to_changed(self, latent: Latent) -> None:
        self.show()
        self.page.go_to(latent)
        self.page.draw_around()

    def _walked(self, place: float, done: bool) -> None:
        self.here.place = place
        self.view.strip.setAt(round(place / self.here.legs * (STRIP - 1)))
        self.page.show_point(self.here.on_way(place), done=done)

    def _strip_picked(self, index: int) -> None:
        place = self.here.legs * index / (STRIP - 1)
        self.view.walk.setPlace(place)
        self._walked(place, True)

    def _go_to_stop(self, index: int) -> None:
        self.here.chosen, self.here.place = index, float(min(index, self.here.legs))
        self.show()
        self.page.go_to(self.here.stops[index])

    def _remove_stop(self, index: int) -> None:
        self.here.remove_stop(index)
        self.show()
        self.page.draw_around()

    def _mode_chosen(self, mode: Any) -> None:
        self.here.mode = mode
        self._walked(self.here.place, True)
        self.page.draw_around()

    def _loop_chosen(self, loop: bool) -> None:
        self.here.loop = loop
        self.here.place = min(self.here.place, float(self.here.legs))
        self.show()
        self.page.draw_around()


class StyleController(Controller):
    def connect_all(self) -> None:
        page, style = self.page, self.view.style_
        style.psiMoved.connect(lambda psi, done: page.change(done, psi=psi))
        style.cutoffMoved.connect(lambda cutoff, done: page.change(done, cutoff=cutoff))
        style.classesMoved.connect(lambda weights, done: page.show_point(self.here.with_classes(weights), done=done))
        style.mixLayersChosen.connect(lambda layers: page.show_point(self.here.with_mix(layers)))
        style.mixSeedChosen.connect(lambda seed: page.show_point(self.here.mixed_with(Seed(seed))))
        style.mixDieThrown.connect(lambda: page.show_point(self.here.mixed_with(self.here.new_seed())))
        style.noiseChosen.connect(lambda noise: page.show_point(self.here.with_noise(noise)))

    def show(self) -> None:
        """Every control as the Point on show has it."""
        now, style = self.here.now, self.view.style_
        style.setPsi(now.psi)
        style.setCutoff(now.cutoff)
        style.setNoise(-2 if now.noise is None else now.noise)
        style.setClasses(dict(now.classes))
        mix = now.mix
        style.setMix(mix.latent.seed if mix and isinstance(mix.latent, Seed) else 0, mix.layers if mix else ())

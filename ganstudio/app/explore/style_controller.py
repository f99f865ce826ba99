"""StyleController: truncation, classes, mixing and noise."""

from dataclasses import replace

from PySide6.QtCore import QObject

from ganstudio.app.explore.controller import Controller, Draw
from ganstudio.app.explore.state import ExploreState
from ganstudio.app.runner.renderer import Drawn
from ganstudio.latent.point import Point, Seed
from ganstudio.panels.explore.style_panel import StylePanel


class StyleController(Controller):
    LANES = ("mix",)

    def __init__(self, state: ExploreState, panel: StylePanel, draw: Draw, parent: QObject | None = None) -> None:
        super().__init__(state, draw, parent)
        self._panel = panel
        panel.psiMoved.connect(lambda psi, done: self.moved.emit(replace(self.here.now, psi=psi), done))
        panel.cutoffMoved.connect(lambda cutoff, done: self.moved.emit(replace(self.here.now, cutoff=cutoff), done))
        panel.classesMoved.connect(lambda weights, done: self.moved.emit(self.here.with_classes(weights), done))
        panel.mixLayersChosen.connect(lambda layers: self._go(self.here.with_mix(layers)))
        panel.mixSeedChosen.connect(lambda seed: self._go(self.here.mixed_with(Seed(seed))))
        panel.mixDieThrown.connect(lambda: self._go(self.here.mixed_with(self.here.new_seed())))
        panel.noiseChosen.connect(lambda noise: self._go(self.here.with_noise(noise)))

    def show(self) -> None:
        """Every control as the Point on show has it."""
        now, panel = self.here.now, self._panel
        panel.setPsi(now.psi)
        panel.setCutoff(now.cutoff)
        panel.setNoise(-2 if now.noise is None else now.noise)
        panel.setClasses(dict(now.classes))
        mix = now.mix
        panel.setMix(mix.latent.seed if mix and isinstance(mix.latent, Seed) else 0, mix.layers if mix else ())

    def draw_mix(self) -> None:
        """The picture whose style is taken, if one is."""
        self.draw("mix", self.here.mix_points())

    def drawn(self, drawn: Drawn) -> None:
        self._panel.setMixPicture(drawn.pixels)

    def _go(self, point: Point) -> None:
        self.moved.emit(point, True)

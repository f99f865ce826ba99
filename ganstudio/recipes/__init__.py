"""Every kind of GAN the program knows: an explicit tuple, and nothing that imports torch."""

from ganstudio.core.recipe import Recipe
from ganstudio.core.settings import SettingError
from ganstudio.recipes.auto import Auto
from ganstudio.recipes.cgan import CGAN
from ganstudio.recipes.cut import CUT
from ganstudio.recipes.cyclegan import CycleGAN
from ganstudio.recipes.dcgan import DCGAN
from ganstudio.recipes.fastgan import FastGAN
from ganstudio.recipes.linear import Linear
from ganstudio.recipes.progan import ProGAN, StyleGAN
from ganstudio.recipes.r3gan import R3GAN
from ganstudio.recipes.stylegan import StyleGAN2
from ganstudio.recipes.upsample import Upsample
from ganstudio.recipes.wgan import WGAN, WGANGP

RECIPES: tuple[type[Recipe], ...] = (
    Linear,
    DCGAN,
    Upsample,
    CGAN,
    WGAN,
    WGANGP,
    ProGAN,
    StyleGAN,
    StyleGAN2,
    R3GAN,
    FastGAN,
    CycleGAN,
    CUT,
)


def by_name(name: str) -> type[Recipe]:
    """The recipe called `name`; 'auto' is one too, though a run is never trained with it.

    Raises:
        SettingError: there is none; the sentence lists those there are.
    """
    known: tuple[type[Recipe], ...] = (Auto, *RECIPES)
    for recipe in known:
        if recipe.name == name:
            return recipe
    raise SettingError("recipe", f"There is no recipe called {name}. There are: {', '.join(r.name for r in known)}.")

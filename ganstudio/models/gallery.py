"""Every kind of GAN the program knows: an explicit tuple, and nothing that imports torch.

The window stands before it is read: what only Auto needs does not ask for it.
"""

from ganstudio.core.recipe import Recipe
from ganstudio.core.settings import SettingError
from ganstudio.models.adain.recipe import AdaIN
from ganstudio.models.auto import Auto
from ganstudio.models.cgan.recipe import CGAN
from ganstudio.models.cut.recipe import CUT
from ganstudio.models.cyclegan.recipe import CycleGAN
from ganstudio.models.dcgan.recipe import DCGAN
from ganstudio.models.fastgan.recipe import FastGAN
from ganstudio.models.faststyle.recipe import FastStyle
from ganstudio.models.linear.recipe import Linear
from ganstudio.models.progan.recipe import ProGAN
from ganstudio.models.r3gan.recipe import R3GAN
from ganstudio.models.stylegan.recipe import StyleGAN2
from ganstudio.models.stylegan.recipe_2019 import StyleGAN
from ganstudio.models.superres.recipe import SuperRes
from ganstudio.models.upsample.recipe import Upsample
from ganstudio.models.wgan.recipe import WGAN, WGANGP

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
    FastStyle,
    AdaIN,
    SuperRes,
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

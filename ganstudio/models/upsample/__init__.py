"""DCGAN with upsampling in place of transposed convolutions: Odena et al. 2016."""

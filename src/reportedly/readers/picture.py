"""How a picture looks, so that it is known again when its bytes have changed."""

import warnings
from io import BytesIO

from dhash import dhash_row_col, format_hex
from PIL import Image, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
SIDE = 8  # a bit for each step to the right and each step down: 2 * 8 * 8 = 128
FLAT = 24  # of 256 levels of grey: a picture with less between its extremes has no looks
PIXELS = 64_000_000  # more are not decoded


def looks(raw: bytes) -> str | None:
    """Return 128 bits of how a picture looks as 32 hexadecimal digits, None where it has none.

    Difference hash (Krawetz 2013): which of two neighbours of a 9 x 9 thumbnail in grey is the
    lighter one. Another size, another format or a stronger compression changes few bits; two
    unlike pictures differ in about half of them. A picture all of one grey, a broken file and
    one of more than 64 million pixels have no looks.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(raw), formats=FORMATS) as picture:
                return _hash(picture) if picture.width * picture.height <= PIXELS else None
    except (
        OSError,
        ValueError,
        SyntaxError,  # what Pillow raises for some broken PNG files
        UnidentifiedImageError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ):
        return None


def _hash(picture: Image.Image) -> str | None:
    picture.draft("L", (16 * SIDE, 16 * SIDE))  # a large JPEG is decoded small
    if "transparency" in picture.info or picture.mode in ("RGBA", "LA", "PA"):
        seen = Image.new("RGBA", picture.size, "white")
        seen.alpha_composite(picture.convert("RGBA"))
        picture = seen
    small = picture.convert("L").resize((SIDE + 1, SIDE + 1), Image.Resampling.LANCZOS)
    grey = list(small.tobytes())
    if max(grey) - min(grey) < FLAT:
        return None
    return str(format_hex(*dhash_row_col(grey, SIDE), SIDE))

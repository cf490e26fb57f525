"""How much a reader takes in: input is hostile until shown otherwise."""

FILE = 512 * 2**20  # bytes of any file
MARKUP = 32 * 2**20  # bytes of a file that a parser turns into a tree
FEED = 8 * 2**20  # bytes of a feed: a hostile one takes seconds a MiB
ELEMENTS = 30_000  # of a page; finding the article in it can take time quadratic in them
ALBUM = 10  # messages: Telegram allows no more
TEXT = 2_000_000  # characters of one report
LINE = 16 * 2**20  # bytes of one JSON line
NAME = 512  # characters of a name, a handle, an id
ADDRESS = 4096  # characters of a URL
LINKS = 1000  # hyperlinks of one report

"""How much of anything the program takes in before it says so, in one place."""

from __future__ import annotations

MOST_BYTES = 50_000_000  # of any file
MOST_TEXT_BYTES = 5_000_000  # of plain text, Markdown and JSON; a long book has about one million
MOST_PAGE_CHARS = 8_000_000  # of an HTML page once its embedded pictures are cut out
MOST_PAGE_NODES = 60_000  # elements of an HTML page; news pages have some 3,000
MOST_EMBEDDED_CHARS = 512  # of one data: address that is left in a page
MOST_DEPTH = 250  # nested elements; libxml2 stops at 256 without a word
MOST_BULK_LINE_BYTES = 5_000_000  # of one line of JSON on the command line
MOST_LINES = 40_000  # of plain text, empty ones too
MOST_BLOCKS = 20_000  # of one article
MOST_BLOCK_CHARS = 20_000  # of one block; longer ones are cut in two
MOST_MARKDOWN_CHARS = 1_000_000
MOST_MARKDOWN_LINES = 1_000  # of one Markdown block; headings and tables take quadratic time
MOST_BRACKETS = 2_000  # "[" in one Markdown block; the library takes quadratic time
MOST_NESTED_LISTS = 40  # levels of Markdown lists and quotes; the library recurses
MOST_PACKAGE_PARTS = 5_000  # of a .docx or .odt
MOST_PACKAGE_BYTES = 40_000_000  # of their XML, unpacked
MOST_PACKAGE_TAGS = 150_000  # of one of their parts; the Word reader takes 25 s for a million
MOST_RTF_BYTES = 20_000_000
MOST_PDF_PAGES = 400
MOST_PDF_LINES = 40_000
MOST_MAIL_PARTS = 300
MOST_MAIL_HEADER_BYTES = 200_000
MOST_MAIL_DEPTH = 3  # mail attached to mail
MOST_PASTE_SLACK_BYTES = 1_000_000  # a paste is measured as text, and sent with its lone surrogates


# of notes and what else is kept, see briefing/store:
MOST_NOTE_BYTES = 64_000_000  # of a .briefing file; a note of 2,000 articles has 9 million
MOST_NOTE_VALUES = 2_500_000  # in it: texts, numbers, lists and objects, and the commas in its texts
MOST_NOTE_DEPTH = 64  # objects and lists inside each other
MOST_STORED_BYTES = 512_000_000  # of any file the program reads back, a journal too
MOST_SETTINGS_BYTES = 1_000_000
MOST_RECENT_BYTES = 1_000_000
MOST_LOCK_BYTES = 16_000

# of templates, see briefing/template and briefing/exporters/forms:
MOST_TEMPLATE_BYTES = 4_000_000  # with the Word file in it
MOST_TEMPLATE_CHARS = 200_000  # the Word file not counted
MOST_TEMPLATE_LINE_CHARS = 2_000  # a dotted key of 200,000 characters takes `tomllib` a minute
MOST_TEMPLATE_TEXT_CHARS = 900  # written with each character escaped it still fits a line
MOST_FORM_PARTS = 2_000  # of the organisation's own Word file
MOST_FORM_BYTES = 50_000_000  # unpacked

# of the web, see briefing/fetch.py:
MOST_FETCHED_BYTES = 20_000_000  # of a page, unpacked
MOST_REDIRECTS = 5
MOST_ADDRESS_CHARS = 2_000
FETCH_PATIENCE_S = 10.0  # without a single byte

MOST_TEXT_BESIDE_CHARS = 100_000  # of a paste that is read without a process of its own; some 16,000 words
MOST_LINES_BESIDE = 2_000  # of the same

# of the process that reads, see briefing/sandbox:
TOLD_EVERY_S = 0.2  # how far a long file is, by the process that reads it
READING_S = 4.0  # of one article, by the clock of the parent, which then ends the process
MOST_EXTENSIONS = 3  # times that wait, until the process has had its share of the processor:
LEAST_WORKED, MOST_WORKED = 0.1, 0.8  # of the wait and of the time; less of the wait is a process that hangs
WATCH_EVERY_S = 0.05  # the parent looks at what the process takes
MOST_READING_BYTES = 480_000_000  # of memory, as the parent sees it; on every system
READING_CPU_S = 60  # of the process in all, by the system: also when its parent has died
MOST_SPENT_S = 20.0  # of the processor, then a process that reads many files is followed by a fresh one
STARTING_S = 20.0  # of the process itself: a slow disk, a virus scanner
READING_MEMORY_BYTES = 420_000_000  # of the process; Python and the readers take some 30 of it
READING_ADDRESS_BYTES = 4_000_000_000  # of address space, shared libraries and reservations too
READING_HANDLES = 32  # open at once
MOST_ANSWER_BYTES = 64_000_000  # of one article as JSON

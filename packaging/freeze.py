"""One folder that runs without Python: `python packaging/freeze.py build_exe --build-exe OUT`. Needs cx_Freeze.

Linux: OUT/briefing. Windows: OUT/briefing.exe, and `bdist_msi` for an installer. macOS: `bdist_mac`, then
`bdist_dmg`. The shipped files travel as they do in a wheel, so `resources` finds them in the same place.
"""

from __future__ import annotations

import sys
from pathlib import Path

from cx_Freeze import Executable, setup

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from briefing import __version__  # noqa: E402 - of this checkout, not of an installed one

ICONS = ROOT / "resources" / "icons" / "app"
WINDOWS, MAC = sys.platform == "win32", sys.platform == "darwin"
# Late imports and data files that no import statement names.
PACKAGES = [
    "briefing", "trafilatura", "justext", "htmldate", "dateparser", "lxml", "lxml_html_clean", "markdown",
    "mammoth", "cobble", "pypdfium2", "pypdfium2_raw", "olefile", "psutil", "msgspec", "charset_normalizer",
    "tomli_w", "certifi",
]  # fmt: skip
UNUSED = ["tkinter", "unittest", "pydoc_data", "pytest", "hypothesis", "setuptools", "pip", "test"]

suffix = ".exe" if WINDOWS else ""
icon = ICONS / ("app.ico" if WINDOWS else "app.icns" if MAC else "256.png")
programs = [Executable(str(ROOT / "briefing" / "__main__.py"), target_name=f"briefing{suffix}", icon=str(icon))]
if WINDOWS:  # a window of its own without a console; the other one is for the command line
    programs.append(
        Executable(
            str(ROOT / "briefing" / "__main__.py"), base="gui", target_name="briefingw.exe", icon=str(icon)
        )
    )

setup(
    name="briefing",
    version=__version__,
    description="Turn news articles into official briefing notes",
    executables=programs,
    options={
        "build_exe": {
            "packages": PACKAGES,
            "excludes": UNUSED,
            "include_files": [(str(ROOT / "resources"), "lib/briefing/_resources")],
            "zip_include_packages": [],
            "optimize": 0,
        },
        "bdist_mac": {"bundle_name": "Briefing", "iconfile": str(ICONS / "app.icns")},
        "bdist_msi": {
            "upgrade_code": "{6F7C0C5B-7D0B-4C3C-9C53-1C2B6A0B5E21}",
            "all_users": False,
            "extensions": [
                {
                    "extension": "briefing",
                    "verb": "open",
                    "executable": "briefingw.exe",
                    "argument": '"%1"',
                    "mime": "application/x-briefing-note",
                    "context": "Open with Briefing",
                }
            ],
        },
    },
)

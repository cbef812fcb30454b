"""Renders the application's icon in every size a desktop asks for: `python -m tests.app_icons`."""

from __future__ import annotations

import os
import struct

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from briefing import resources

SIZES_PX = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def main() -> None:
    """Writes the PNG files, and one file each as Windows and macOS want it."""
    application = QGuiApplication([])
    folder = resources.path("icons", "app")
    for size in SIZES_PX:
        drawn(size).save(str(folder / f"{size}.png"))
    (folder / "app.ico").write_bytes(ico({s: (folder / f"{s}.png").read_bytes() for s in SIZES_PX if s <= 256}))
    drawn(512).save(str(folder / "app.icns"))
    application.processEvents()


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon that holds those PNG pictures by size (256 is written as 0)."""
    head, offset = [struct.pack("<HHH", 0, 1, len(pictures))], 6 + 16 * len(pictures)
    for size, data in pictures.items():
        head.append(struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), offset))
        offset += len(data)
    return b"".join((*head, *pictures.values()))


def drawn(size: int) -> QImage:
    """The icon, `size` pixels wide."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(resources.path("icons", "app.svg"))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


if __name__ == "__main__":
    main()

"""The look: colours by role, sizes, type and icons. Everything drawn in the window takes them from here.

Contrast against `surface` and `window` is at least 4.5 : 1 for every colour that carries text and 3 : 1 for `edge`.
The generator and the discriminator keep one colour and one line style each everywhere, so that those who see no
difference in colour still see one.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QDir, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QImage, QPainter, QPalette, QPen, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

UNIT = 8
HALF = 4
GAP = 16
PADDING = 16
MARGIN = 24
RADIUS = 8
CONTROL_RADIUS = 6
ICON = 18
"""Side of an icon in a button, in logical pixels."""

CAPTION, BODY, CARD_TITLE, PAGE_TITLE = 11, 13, 16, 20
"""Sizes of type in pixels."""

GENERATOR_LINE = Qt.PenStyle.SolidLine
DISCRIMINATOR_LINE = Qt.PenStyle.DashLine


@dataclass(frozen=True)
class Colours:
    """Colours by role, as #rrggbb."""

    window: str
    surface: str
    """Cards."""
    raised: str
    """What lies on a card and can be pressed or filled in."""
    line: str
    """Hairlines that part things; no information in them."""
    edge: str
    """Outlines of controls."""
    text: str
    muted: str
    accent: str
    on_accent: str
    good: str
    warn: str
    bad: str
    generator: str
    discriminator: str


LIGHT = Colours(
    window="#f3f3f6", surface="#ffffff", raised="#eeeef2", line="#dddee5", edge="#858894", text="#1b1c22",
    muted="#5a5d69", accent="#5b3fc4", on_accent="#ffffff", good="#17703a", warn="#835600", bad="#b3261e",
    generator="#1a5fc4", discriminator="#ad4b08",
)  # fmt: skip
DARK = Colours(
    window="#16171b", surface="#1e2025", raised="#2a2c33", line="#34373f", edge="#777b88", text="#ecedf1",
    muted="#a8abb8", accent="#b39dff", on_accent="#1a1033", good="#6fd08c", warn="#e9b949", bad="#ff8a80",
    generator="#78b2ff", discriminator="#f5a55a",
)  # fmt: skip


def colours(widget: QWidget) -> Colours:
    """The set that fits the widget's palette; ask again whenever painting, for palettes change while running."""
    return colours_of(widget.palette())


def colours_of(palette: QPalette) -> Colours:
    """The set that fits a palette."""
    return DARK if is_dark(palette) else LIGHT


def is_dark(palette: QPalette) -> bool:
    """Whether a palette is a dark one, read from Mid: the one role that no style sheet rule of a widget overrides."""
    return palette.color(QPalette.ColorRole.Mid).lightness() < 128


def apply(app: QApplication, dark: bool) -> None:
    """Give the whole program its look, at start-up and again when the system turns light or dark."""
    QDir.setSearchPaths("icons", [str(icon_folder())])
    known = DARK if dark else LIGHT
    if app.style().objectName() != "fusion" and not app.styleSheet():
        app.setStyle("Fusion")
    app.setPalette(palette(known))
    app.setStyleSheet(style_sheet(known, "dark" if dark else "light"))


def palette(known: Colours) -> QPalette:
    """The colours as Qt's own roles, for everything that no style sheet rule names."""
    role = QPalette.ColorRole
    made = QPalette(QColor(known.raised), QColor(known.window))
    for painted, colour in (
        (role.WindowText, known.text), (role.Text, known.text), (role.ButtonText, known.text),
        (role.Base, known.surface), (role.AlternateBase, known.raised), (role.Highlight, known.accent),
        (role.HighlightedText, known.on_accent), (role.PlaceholderText, known.muted), (role.Link, known.accent),
        (role.Accent, known.accent), (role.ToolTipBase, known.raised), (role.ToolTipText, known.text),
        (role.Mid, known.line), (role.BrightText, known.bad),
    ):  # fmt: skip
        made.setColor(painted, QColor(colour))
    for text in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, text, mixed(known.muted, known.surface, 0.35))
    return made


def mixed(first: str, second: str, share: float) -> QColor:
    """`first` with `share` (0 to 1) of `second` in it."""
    a, b = QColor(first), QColor(second)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


def contrast(first: str | QColor, second: str | QColor) -> float:
    """WCAG contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(QColor(first)), _luminance(QColor(second))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1: 0.2126 R + 0.7152 G + 0.0722 B of linear light (WCAG 2, from IEC 61966-2-1)."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def font(size: int = BODY, *, bold: bool = False, tabular: bool = False) -> QFont:
    """The platform's font at `size` pixels; `tabular` figures are all equally wide, so that numbers do not dance."""
    made = QFont(QApplication.font())
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def outline(painter: QPainter, area: QRectF | QRect, known: Colours, radius: float = 0.0) -> None:
    """A hairline around a picture, inside its edge: a white one on a white card would end nowhere."""
    painter.setPen(QPen(QColor(known.line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def focus_ring(painter: QPainter, area: QRectF | QRect, known: Colours) -> None:
    """Inside the edge of what has the keyboard, for what paints itself; the style sheet has that of the others."""
    painter.setPen(QPen(QColor(known.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), HALF, HALF)


def inside(area: QRect, picture: QImage) -> QRect:
    """The middle of `area` in the picture's shape: what is no square is not stretched into one."""
    size = picture.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRect(
        area.left() + (area.width() - size.width()) // 2, area.top() + (area.height() - size.height()) // 2,
        size.width(), size.height(),
    )  # fmt: skip


def draw_picture(painter: QPainter, area: QRectF | QRect, picture: QImage, palette: QPalette) -> None:
    """A picture that fills `area`; where it lets through, over a checkerboard."""
    if picture.hasAlphaChannel():
        lay_checks(painter, QRectF(area), palette)
    painter.drawImage(QRectF(area), picture)


def lay_checks(painter: QPainter, area: QRectF, palette: QPalette) -> None:
    """The ground that says: here is nothing. Its squares are as large on the screen whatever is laid over them."""
    light, dark = ("#5a5d63", "#45484d") if is_dark(palette) else ("#ffffff", "#dcdee1")
    tile = QPixmap(2 * UNIT, 2 * UNIT)
    tile.fill(QColor(light))
    with QPainter(tile) as squares:
        for corner in (0, UNIT):
            squares.fillRect(corner, corner, UNIT, UNIT, QColor(dark))
    painter.drawTiledPixmap(area, tile, area.topLeft())


@cache
def icon_folder() -> Path:
    """Beside the package when it is installed, at the root of a checkout otherwise."""
    package = Path(__file__).parents[1]
    inside = package / "resources" / "icons"
    return inside if inside.is_dir() else package.parent / "resources" / "icons"


def icon(name: str, colour: str, side: int = ICON) -> QIcon:
    """One of the program's icons in one colour (faded where disabled), sharp at `side` pixels and at twice that.

    Raises:
        FileNotFoundError: there is no icon of that name.
    """
    made = QIcon()
    for drawn in _drawn(name, colour, (side, 2 * side)):
        made.addPixmap(drawn, QIcon.Mode.Normal)
        made.addPixmap(_faded(drawn), QIcon.Mode.Disabled)
    return made


def _drawn(name: str, colour: str, sides: tuple[int, ...]) -> list[QPixmap]:
    """Drawn once for the whole program: a hundred buttons share thirty icons, and start-up waits for them."""
    pixmaps = {f"icon {name} {colour} {side}": QPixmap(side, side) for side in sides}
    if all(QPixmapCache.find(key, pixmap) for key, pixmap in pixmaps.items()):
        return list(pixmaps.values())
    drawing = (icon_folder() / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    for side, (key, pixmap) in zip(sides, pixmaps.items(), strict=True):
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        QPixmapCache.insert(key, pixmap)
    return list(pixmaps.values())


def _faded(drawn: QPixmap) -> QPixmap:
    pixmap = QPixmap(drawn.size())
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(0.4)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return pixmap


def style_sheet(known: Colours, scheme: str) -> str:
    """The one style sheet. Widgets choose among its looks by the property `look` (see `set_look`)."""
    hover = mixed(known.raised, known.text, 0.07).name()
    pressed = mixed(known.raised, known.text, 0.16).name()
    accent_hover = mixed(known.accent, known.text, 0.16).name()
    faded = mixed(known.muted, known.surface, 0.35).name()
    tint = mixed(known.surface, known.accent, 0.12).name()
    outline = mixed(known.edge, known.surface, 0.45).name()
    return f"""
QWidget {{ font-size: {BODY}px; }}
QToolTip {{ background: {known.raised}; color: {known.text}; border: 1px solid {known.line}; padding: 4px 6px; }}
QLabel {{ background: transparent; }}
QLabel[look="caption"] {{ color: {known.muted}; font-size: {CAPTION}px; }}
QLabel[look="muted"] {{ color: {known.muted}; }}
QLabel[look="strong"] {{ font-weight: 600; }}
QLabel[look="title"] {{ font-size: {CARD_TITLE}px; font-weight: 600; }}
QLabel[look="bad-title"] {{ color: {known.bad}; font-size: {CARD_TITLE}px; font-weight: 600; }}
QLabel[look="warn-title"] {{ color: {known.warn}; font-size: {CARD_TITLE}px; font-weight: 600; }}
QLabel[look="page"] {{ font-size: {PAGE_TITLE}px; font-weight: 600; }}
QLabel[look="good"] {{ color: {known.good}; }}
QLabel[look="warn"] {{ color: {known.warn}; }}
QLabel[look="bad"] {{ color: {known.bad}; }}
QFrame[look="card"] {{ background: {known.surface}; border-radius: {RADIUS}px; }}
QFrame[look="raised"] {{ background: {known.raised}; border-radius: {CONTROL_RADIUS}px; }}
QFrame[look="rule"] {{ background: {known.line}; border: none; max-height: 1px; min-height: 1px; }}
QScrollArea, QScrollArea > QWidget > QWidget[look="clear"] {{ background: transparent; border: none; }}

QPushButton, QToolButton {{ background: {known.raised}; color: {known.text}; border: 1px solid transparent;
  border-radius: {CONTROL_RADIUS}px; padding: 6px 12px; min-height: 18px; }}
QPushButton:hover, QToolButton:hover {{ background: {hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {pressed}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {faded}; }}
QPushButton, QToolButton, QCheckBox {{ outline: none; }}
QPushButton:focus, QToolButton:focus {{ border-color: {known.accent}; }}
QPushButton[look="main"] {{ background: {known.accent}; color: {known.on_accent}; font-weight: 600; }}
QPushButton[look="main"]:hover {{ background: {accent_hover}; }}
QPushButton[look="main"]:focus {{ border-color: {known.text}; }}
QPushButton[look="main"]:disabled {{ background: {known.raised}; color: {faded}; }}
QPushButton[look="quiet"], QToolButton[look="quiet"] {{ background: transparent; }}
QPushButton[look="quiet"] {{ border-color: {outline}; }}
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover {{ background: {known.raised}; }}
QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus {{ border-color: {known.accent}; }}
QPushButton[look="quiet"]:checked {{ background: {tint}; color: {known.accent}; }}
QPushButton[look="chip"] {{ background: {known.raised}; padding: 4px 10px; border-radius: 14px; }}
QPushButton[look="chip"]:hover {{ background: {hover}; }}
QPushButton[look="chip"]:focus {{ border-color: {known.accent}; }}
QPushButton[look="chip"]:checked {{ background: {tint}; color: {known.accent}; border-color: {known.accent}; }}
QPushButton[look="chip"]:checked:focus {{ border-color: {known.text}; color: {known.text}; }}
QPushButton[look="fold"] {{ background: transparent; text-align: left; padding: 6px 8px 6px 2px; }}
QPushButton[look="fold"]:hover {{ background: {known.raised}; }}
QPushButton[look="fold"]:focus {{ border-color: {known.accent}; }}
QPushButton[look="link"] {{ background: transparent; color: {known.accent}; padding: 2px 0; border-radius: 4px; }}
QPushButton[look="link"]:hover {{ text-decoration: underline; }}
QPushButton[look="link"]:disabled {{ color: {faded}; }}
QToolButton[look="quiet"], QToolButton[look="square"] {{ padding: 6px; }}
QToolButton[look="quiet"]:checked, QToolButton[look="square"]:checked {{ background: {tint}; }}
QFileDialog QToolButton {{ padding: 2px; min-height: 0; background: transparent; }}
QFileDialog QToolButton:hover {{ background: {hover}; }}
QFileDialog QTreeView::item {{ padding: 0 2px; }}
QToolButton::menu-indicator {{ image: none; }}
QFrame[look="rail"] {{ background: {known.surface}; }}
QToolButton[look="rail"] {{ background: transparent; color: {known.muted}; font-size: {CAPTION}px; padding: 4px 0; }}
QToolButton[look="rail"]:hover {{ background: {known.raised}; color: {known.text}; }}
QToolButton[look="rail"]:checked {{ background: {tint}; color: {known.text}; font-weight: 600; }}
QToolButton[look="rail"]:focus {{ border-color: {known.accent}; }}
QPushButton[look="segment"] {{ background: transparent; color: {known.muted}; padding: 4px 10px; border-radius: 4px; }}
QPushButton[look="segment"]:hover {{ color: {known.text}; }}
QPushButton[look="segment"]:focus {{ border-color: {known.accent}; }}
QPushButton[look="segment"]:checked {{ background: {known.surface}; color: {known.accent}; }}
QPushButton[look="segment"]:disabled {{ color: {faded}; }}
QFrame[look="segments"] {{ background: {known.raised}; border-radius: {CONTROL_RADIUS}px; }}

QLineEdit, QAbstractSpinBox, QComboBox {{ background: {known.surface}; color: {known.text};
  border: 1px solid {known.edge}; border-radius: {CONTROL_RADIUS}px; padding: 4px 8px; min-height: 20px;
  selection-background-color: {known.accent}; selection-color: {known.on_accent}; }}
QLineEdit {{ placeholder-text-color: {known.muted}; }}
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {{ border: 1px solid {known.accent}; }}
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {{ color: {faded}; border-color: {known.line}; }}
QLineEdit[wrong="true"], QAbstractSpinBox[wrong="true"], QComboBox[wrong="true"] {{ border-color: {known.bad}; }}
QAbstractSpinBox QLineEdit {{ border: none; padding: 0 0 0 7px; background: transparent; }}
QAbstractSpinBox {{ padding-right: 2px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ subcontrol-origin: border; width: 18px; border: none;
  background: transparent; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; margin: 2px 2px 0 0; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; margin: 0 2px 2px 0; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {known.raised}; }}
QAbstractSpinBox::up-arrow {{ image: url(icons:control-up.svg); width: 9px; height: 9px; }}
QAbstractSpinBox::down-arrow {{ image: url(icons:control-down.svg); width: 9px; height: 9px; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url(icons:control-down.svg); width: 10px; height: 10px; }}
QComboBox QAbstractItemView {{ background: {known.surface}; color: {known.text}; border: 1px solid {known.line};
  selection-background-color: {tint}; selection-color: {known.text}; outline: none; }}

QCheckBox {{ spacing: 8px; background: transparent; }}
QCheckBox::indicator, QTableView::indicator {{ width: 16px; height: 16px;
  border: 1px solid {known.edge}; border-radius: 4px; background: {known.surface}; }}
QCheckBox::indicator:focus, QCheckBox:focus::indicator {{ border-color: {known.accent}; }}
QCheckBox::indicator:checked, QTableView::indicator:checked {{ background: {known.accent}; border-color: {known.accent};
  image: url(icons:control-check-{scheme}.svg); }}
QCheckBox::indicator:checked:focus, QCheckBox:focus::indicator:checked {{ border-color: {known.text}; }}
QCheckBox:focus {{ color: {known.accent}; }}

QProgressBar {{ background: {known.raised}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {known.accent}; border-radius: 3px; }}
QSlider::groove:horizontal {{ background: {known.line}; height: 4px; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {known.accent}; height: 4px; border-radius: 2px; }}
QSlider::sub-page:horizontal:disabled {{ background: {known.line}; }}
QSlider::handle:horizontal {{ background: {known.accent}; width: 14px; height: 14px; margin: -5px 0;
  border-radius: 7px; }}
QSlider::handle:horizontal:focus {{ background: {known.surface}; border: 3px solid {known.accent}; width: 8px;
  height: 8px; }}
QSlider::handle:horizontal:disabled {{ background: {known.edge}; }}

QAbstractItemView {{ background: {known.surface}; border: 1px solid transparent; outline: none;
  selection-background-color: {tint};
  selection-color: {known.text}; alternate-background-color: {known.window}; }}
QAbstractItemView:focus {{ border-color: {known.accent}; }}
QTreeView::item {{ min-height: 26px; padding: 0 6px; }}
QTableView::item {{ padding: 0 6px; }}
QHeaderView {{ background: {known.surface}; }}
QHeaderView::section {{ background: {known.surface}; color: {known.muted}; font-size: {CAPTION}px; border: none;
  border-bottom: 1px solid {known.line}; padding: 6px 8px; }}
QTableCornerButton::section {{ background: {known.surface}; border: none; }}
QMenu {{ background: {known.surface}; color: {known.text}; border: 1px solid {known.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {tint}; }}
QMenu::item:disabled {{ color: {faded}; }}
QMenu::separator {{ height: 1px; background: {known.line}; margin: 4px 8px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {known.edge}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def set_look(widget: QWidget, look: str) -> None:
    """Choose one of the style sheet's looks for a widget, at any time."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)

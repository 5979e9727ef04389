"""How a paper looks: page, styles, language, fields. Black on white, in a font that everyone has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_FONT = "Arial"
_LONG, _SHORT, _MARGIN = 297, 210, 15
"""A4 across and its margins, in millimetres."""
WIDTH = _LONG - 2 * _MARGIN
_STYLES = {  # size in points, bold, space before and after
    "Normal": (10, False, 0, 5),
    "Title": (20, True, 0, 4),
    "Subtitle": (11, False, 0, 10),
    "Heading 1": (15, True, 16, 4),
    "Heading 2": (12, True, 12, 3),
    "Caption": (9, True, 6, 3),
    "List Bullet": (10, False, 0, 2),
    "Footer": (8, False, 0, 0),
}
TEXT_STYLE, HEAD_STYLE = "Tabelltekst", "Tabellhode"


def element(name: str, **attributes: str) -> Any:
    """Give an element of a Word file, with attributes of the same name space."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - only papers need it
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def add_field(paragraph: Any, instruction: str, shown: str) -> None:
    """Add a field that the word processor fills (a page number), with what it shows until then."""
    for kind in ("begin", "separate"):
        run = paragraph.add_run()
        run._r.append(element("w:fldChar", fldCharType=kind))  # noqa: SLF001 - python-docx knows no fields
        if kind == "begin":
            code = element("w:instrText")
            code.text = f" {instruction} "
            paragraph.add_run()._r.append(code)  # noqa: SLF001 - as above
    paragraph.add_run(shown)
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))  # noqa: SLF001 - as above


def _style(style: Any, size: float, *, bold: bool, before: float, after: float) -> None:
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - as above

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()  # the template's theme goes before a font otherwise
    style.font.name, style.font.size = _FONT, Pt(size)
    style.font.bold, style.font.italic, style.font.color.rgb = bold, False, RGBColor(0, 0, 0)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.1


def set_styles(document: Any) -> None:
    """Set the styles of text, and make those of a table's cells and heads."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - as above

    styles = document.styles
    for name, (size, bold, before, after) in _STYLES.items():
        _style(styles[name], size, bold=bold, before=before, after=after)
    for name, what in (("Title", "{*}pPr/{*}pBdr"), ("Subtitle", "{*}rPr/{*}spacing"), ("Title", "{*}rPr/{*}spacing")):
        for found in styles[name].element.findall(what):
            found.getparent().remove(found)
    for name, bold in ((TEXT_STYLE, False), (HEAD_STYLE, True)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _style(style, 8.5, bold=bold, before=1, after=1)
    for name in ("Caption", "Title", HEAD_STYLE):
        styles[name].paragraph_format.keep_with_next = True


def take_over(document: Any) -> None:
    """Empty a Word file of its text, keep its styles, page, head and foot, and add the styles that it has not."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - only papers need it

    body = document.element.body
    for found in [one for one in body if not one.tag.endswith("}sectPr")]:
        body.remove(found)
    styles, there = document.styles, {style.name for style in document.styles}
    for name, (size, bold, before, after) in _STYLES.items():
        if name not in there:
            _style(styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), size, bold=bold, before=before, after=after)
    for name, bold in ((TEXT_STYLE, False), (HEAD_STYLE, True)):
        if name not in there:
            _style(styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), 8.5, bold=bold, before=1, after=1)
    if "Table Grid" not in there:
        styles.add_style("Table Grid", WD_STYLE_TYPE.TABLE)


def set_language(document: Any, locale: str) -> None:
    """Say which language the paper is in, so that it is read aloud and spelt as that."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    tag = office_language(locale)
    for found in document.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), tag)
    settings = document.settings.element
    for found in settings.iter(qn("w:themeFontLang")):
        found.set(qn("w:val"), tag)
    for found in settings.iter(qn("w:compatSetting")):
        if found.get(qn("w:name")) == "compatibilityMode":
            found.set(qn("w:val"), "15")  # else Word says that the file is old


def office_language(locale: str) -> str:
    """Give a language as office files write it: nb-NO, nn-NO, en-GB."""
    return locale.replace("_", "-") if "_" in locale else f"{locale}-NO"


def set_up_page(section: Any, venstre: str, sidetall: Sequence[str]) -> None:
    """Turn the page, and put a text and «Side 1 av 9» at its foot; `sidetall` is what stands around the two numbers."""
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - as above
    from docx.enum.text import WD_TAB_ALIGNMENT  # noqa: PLC0415 - as above
    from docx.shared import Mm  # noqa: PLC0415 - as above

    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(_LONG), Mm(_SHORT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    section.footer_distance = Mm(8)
    foot = section.footer.paragraphs[0]
    foot.style.paragraph_format.tab_stops.clear_all()
    foot.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    before, between, after = sidetall
    foot.add_run(f"{venstre}\t{before}")
    add_field(foot, "PAGE", "1")
    foot.add_run(between)
    add_field(foot, "NUMPAGES", "1")
    foot.add_run(after)


def remove_picture(document: Any) -> None:
    """Take out the picture of the empty page that python-docx begins with."""
    links = document.part.package.rels
    for id_ in [id_ for id_, link in links.items() if link.reltype.endswith("/thumbnail")]:
        del links[id_]

package org.fairreview.document;

import static org.fairreview.document.TemplateXml.attribute;
import static org.fairreview.document.TemplateXml.child;
import static org.fairreview.document.TemplateXml.isNamed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a Word file of an official document says of its looks: the page, and each paragraph with the formatting of its
 * style. Tables and pictures are not read.
 *
 * <p>Lengths are in points.
 */
final class WordLayout {

    private static final String DOCUMENT = "word/document.xml";
    private static final String STYLES = "word/styles.xml";
    private static final float TWIP = 20;

    /** The page and its margins. */
    record Page(float width, float height, float top, float right, float bottom, float left) {}

    /** A line under or over a paragraph; null where there is none. */
    record Rule(float width, int color, float space) {}

    /** A piece of text with one formatting; a tab or a line break is a piece of its own. */
    record Piece(String text, String font, float size, int color, float spacing) {

        static final String TAB = "\t";
        static final String BREAK = "\n";
    }

    /** @param atFoot whether it stands at the foot of the page on which it comes */
    record Paragraph(
            List<Piece> pieces,
            String alignment,
            float before,
            float after,
            float line,
            boolean exact,
            float left,
            float right,
            float firstLine,
            @Nullable Rule top,
            @Nullable Rule bottom,
            boolean keepNext,
            boolean atFoot) {

        float size() {
            return pieces.stream().map(Piece::size).max(Float::compare).orElse(0f);
        }
    }

    private final Map<String, Element> styles = new HashMap<>();
    private final @Nullable Element defaultRun;
    private final Element body;
    private String normal = "";

    private WordLayout(SortedMap<String, byte[]> parts) throws IOException {
        Element root = TemplateXml.read(parts.get(STYLES)).getDocumentElement();
        for (Element style : children(root, "style")) {
            styles.put(attribute(style, "styleId"), style);
            if (attribute(style, "default").equals("1")
                    && attribute(style, "type").equals("paragraph")) {
                normal = attribute(style, "styleId");
            }
        }
        Element defaults = child(root, "docDefaults");
        Element run = defaults == null ? null : child(defaults, "rPrDefault");
        defaultRun = run == null ? null : child(run, "rPr");
        Element found = child(TemplateXml.read(parts.get(DOCUMENT)).getDocumentElement(), "body");
        if (found == null) {
            throw new IOException("a Word file without a body");
        }
        body = found;
    }

    static WordLayout of(byte[] file) throws IOException {
        return new WordLayout(TemplatePackage.parts(file));
    }

    /** Whether it holds what is not read here: a table, a picture. */
    boolean holdsMore() {
        return body.getElementsByTagNameNS("*", "tbl").getLength() > 0
                || body.getElementsByTagNameNS("*", "drawing").getLength() > 0;
    }

    Page page() {
        Element section = child(body, "sectPr");
        Element size = section == null ? null : child(section, "pgSz");
        Element margins = section == null ? null : child(section, "pgMar");
        return new Page(
                points(size, "w", 11906),
                points(size, "h", 16838),
                points(margins, "top", 2098),
                points(margins, "right", 1474),
                points(margins, "bottom", 1984),
                points(margins, "left", 1587));
    }

    List<Paragraph> paragraphs() {
        return children(body, "p").stream().map(this::paragraph).toList();
    }

    private Paragraph paragraph(Element paragraph) {
        Element own = child(paragraph, "pPr");
        Element named = own == null ? null : child(own, "pStyle");
        List<Element> formats = formats(named == null ? normal : attribute(named, "val"), "pPr");
        if (own != null) {
            formats.add(0, own);
        }
        List<Element> runFormats = formats(named == null ? normal : attribute(named, "val"), "rPr");
        List<Piece> pieces = new ArrayList<>();
        children(paragraph, "r").forEach(run -> pieces(run, runFormats, pieces));
        return new Paragraph(
                pieces,
                first(formats, "jc", "val", "left"),
                number(formats, "spacing", "before", 0) / TWIP,
                number(formats, "spacing", "after", 0) / TWIP,
                number(formats, "spacing", "line", 240) / TWIP,
                first(formats, "spacing", "lineRule", "auto").equals("exact"),
                number(formats, "ind", "left", 0) / TWIP,
                number(formats, "ind", "right", 0) / TWIP,
                number(formats, "ind", "firstLine", 0) / TWIP,
                rule(formats, "top"),
                rule(formats, "bottom"),
                formats.stream().anyMatch(format -> child(format, "keepNext") != null),
                formats.stream().anyMatch(format -> child(format, "framePr") != null));
    }

    private void pieces(Element run, List<Element> ofStyle, List<Piece> pieces) {
        List<Element> formats = new ArrayList<>(ofStyle);
        Element own = child(run, "rPr");
        if (own != null) {
            formats.add(0, own);
        }
        for (Node node = run.getFirstChild(); node != null; node = node.getNextSibling()) {
            String text = isNamed(node, "t")
                    ? node.getTextContent()
                    : isNamed(node, "tab") ? Piece.TAB : isNamed(node, "br") ? Piece.BREAK : "";
            if (!text.isEmpty()) {
                pieces.add(new Piece(
                        text,
                        first(formats, "rFonts", "eastAsia", ""),
                        number(formats, "sz", "val", 32) / 2,
                        color(first(formats, "color", "val", "000000")),
                        number(formats, "spacing", "val", 0) / TWIP));
            }
        }
    }

    /** The formatting of a style and of those on which it is based, the nearest first. */
    private List<Element> formats(String styleId, String kind) {
        List<Element> formats = new ArrayList<>();
        Element style = styles.get(styleId);
        while (style != null) {
            Element format = child(style, kind);
            if (format != null) {
                formats.add(format);
            }
            Element base = child(style, "basedOn");
            style = base == null ? null : styles.get(attribute(base, "val"));
        }
        if (kind.equals("rPr") && defaultRun != null) {
            formats.add(defaultRun);
        }
        return formats;
    }

    private static @Nullable Rule rule(List<Element> formats, String side) {
        for (Element format : formats) {
            Element borders = child(format, "pBdr");
            Element border = borders == null ? null : child(borders, side);
            if (border != null) {
                return new Rule(
                        whole(attribute(border, "sz"), 4) / 8f,
                        color(attribute(border, "color")),
                        whole(attribute(border, "space"), 0));
            }
        }
        return null;
    }

    private static String first(List<Element> formats, String name, String attribute, String otherwise) {
        for (Element format : formats) {
            Element found = child(format, name);
            String value = found == null ? "" : attribute(found, attribute);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return otherwise;
    }

    private static float number(List<Element> formats, String name, String attribute, int otherwise) {
        return whole(first(formats, name, attribute, ""), otherwise);
    }

    private static float points(@Nullable Element element, String attribute, int otherwise) {
        return whole(element == null ? "" : attribute(element, attribute), otherwise) / TWIP;
    }

    private static float whole(String text, int otherwise) {
        return text.matches("-?\\d+") ? Integer.parseInt(text) : otherwise;
    }

    private static int color(String hex) {
        return hex.matches("[0-9A-Fa-f]{6}") ? Integer.parseInt(hex, 16) : 0;
    }

    private static List<Element> children(Node parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (isNamed(node, name)) {
                found.add((Element) node);
            }
        }
        return found;
    }
}

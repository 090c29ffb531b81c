package org.fairreview.document;

import static org.fairreview.document.TemplateXml.ancestor;
import static org.fairreview.document.TemplateXml.child;
import static org.fairreview.document.TemplateXml.following;
import static org.fairreview.document.TemplateXml.isNamed;
import static org.fairreview.document.TemplateXml.moveWhatFollows;
import static org.fairreview.document.TemplateXml.splitRun;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.fairreview.document.TemplateRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The way of a text into a document: what could be taken for a placeholder, and every line end, travels through the
 * template engine as a Unicode non-character and becomes itself again only when the engine is done.
 */
final class TemplateText {

    private static final String HELD_BACK = "{}｛｝[]\n";
    private static final char FIRST_STAND_IN = '\uFDD0';
    private static final char LINE_END = (char) (FIRST_STAND_IN + HELD_BACK.indexOf('\n'));
    private static final String[] BRACES = {"{{", "}}", "｛｛", "｝｝"};
    private static final int DETAIL_LENGTH = 40;

    private TemplateText() {}

    /** Takes out what has no visible shape, blank lines, and blanks around lines; a line is a paragraph later. */
    static String prepare(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\f' || c == 0x0B || c == 0x85 || c == 0x2028 || c == 0x2029) {
                clean.append('\n');
            } else if (c == '\t') {
                clean.append(' ');
            } else if (isShown(c)) {
                clean.appendCodePoint(c);
            }
        });
        var lines = clean.toString()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        var prepared = new StringBuilder(String.join("\n", lines));
        for (int i = 0; i < prepared.length(); i++) {
            int heldBack = HELD_BACK.indexOf(prepared.charAt(i));
            if (heldBack >= 0) prepared.setCharAt(i, (char) (FIRST_STAND_IN + heldBack));
        }
        return prepared.toString();
    }

    /** A text for the inside of a plot, which the template engine does not see. */
    static String inOneLine(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(TemplateText::isShown)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    private static boolean isShown(int c) {
        boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return !nonCharacter
                && switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
                    default -> true;
                };
    }

    /** Refuses braces left in the document, makes lines paragraphs, and gives every stand-in its character back. */
    static void finish(String templateName, SortedMap<String, byte[]> parts) throws IOException {
        for (var part : parts.entrySet()) {
            if (!TemplateXml.isContent(part.getKey())) continue;
            var xml = TemplateXml.read(part.getValue());
            var root = xml.getDocumentElement();
            refuseBraces(templateName, root);
            makeParagraphs(root);
            giveCharactersBack(root);
            part.setValue(TemplateXml.write(xml));
        }
    }

    private static void refuseBraces(String templateName, Element root) {
        var textOfParagraphs = new LinkedHashMap<Node, StringBuilder>();
        for (Node node = root; node != null; node = following(node, root)) {
            if (isNamed(node, "t")) {
                var paragraph = ancestor(node, "p");
                textOfParagraphs
                        .computeIfAbsent(paragraph == null ? root : paragraph, p -> new StringBuilder())
                        .append(node.getTextContent());
            }
        }
        for (var text : textOfParagraphs.values()) {
            Stream.of(BRACES)
                    .map(text::indexOf)
                    .filter(at -> at >= 0)
                    .min(Comparator.naturalOrder())
                    .ifPresent(at -> {
                        var detail = text.substring(at, Math.min(text.length(), at + DETAIL_LENGTH));
                        throw new TemplateRefused(templateName, Reason.MISTYPED, detail);
                    });
        }
    }

    private static void makeParagraphs(Element root) {
        var texts = new ArrayList<Element>();
        for (Node node = root; node != null; node = following(node, root)) {
            if (isNamed(node, "t") && node.getTextContent().indexOf(LINE_END) >= 0) texts.add((Element) node);
        }
        for (var text : texts) {
            @Nullable Element rest = text;
            while (rest != null) rest = splitParagraph(rest);
        }
    }

    /** Gives what follows the first line end a paragraph of its own; returns the text there. */
    private static @Nullable Element splitParagraph(Element text) {
        int lineEnd = text.getTextContent().indexOf(LINE_END);
        var run = text.getParentNode();
        var paragraph = run == null ? null : run.getParentNode();
        if (lineEnd < 0) return null;
        if (paragraph == null || !isNamed(run, "r") || !isNamed(paragraph, "p")) {
            text.setTextContent(text.getTextContent().replace(LINE_END, ' '));
            return null;
        }
        var nextText = splitRun(text, lineEnd);
        nextText.setTextContent(nextText.getTextContent().substring(1));

        var nextParagraph = (Element) paragraph.cloneNode(false);
        var formatting = child(paragraph, "pPr");
        if (formatting != null) {
            nextParagraph.appendChild(formatting.cloneNode(true));
            remove(formatting, "sectPr");
            remove(child(nextParagraph, "pPr"), "numPr");
        }
        moveWhatFollows(run, nextParagraph);
        paragraph.getParentNode().insertBefore(nextParagraph, paragraph.getNextSibling());
        return nextText;
    }

    private static void giveCharactersBack(Element root) {
        for (Node node = root; node != null; node = following(node, root)) {
            if (node.getNodeType() == Node.TEXT_NODE) {
                var text = new StringBuilder(node.getNodeValue());
                for (int i = 0; i < text.length(); i++) {
                    int heldBack = text.charAt(i) - FIRST_STAND_IN;
                    if (heldBack >= 0 && heldBack < HELD_BACK.length()) text.setCharAt(i, HELD_BACK.charAt(heldBack));
                }
                node.setNodeValue(text.toString());
            } else if (isNamed(node, "p")) {
                removeIdentity((Element) node);
            }
        }
    }

    /** Word wants these numbers once in a document, and loops repeat paragraphs. */
    private static void removeIdentity(Element paragraph) {
        var attributes = paragraph.getAttributes();
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            var attribute = attributes.item(i);
            if ("paraId".equals(attribute.getLocalName()) || "textId".equals(attribute.getLocalName())) {
                paragraph.removeAttributeNode((Attr) attribute);
            }
        }
    }

    private static void remove(@Nullable Element parent, String name) {
        var child = parent == null ? null : child(parent, name);
        if (child != null) child.getParentNode().removeChild(child);
    }
}

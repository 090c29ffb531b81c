package org.fairreview.document;

import static org.fairreview.document.TemplateXml.isNamed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Gives each placeholder a run of its own. The template engine would do it too, but then copies only some of the
 * formatting, and the western font as the Chinese one.
 */
final class TemplateRuns {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^{}\n]*}}|\\[[^\\[\\]{}\n]*]");
    private static final String[] INVISIBLE = {"bookmarkStart", "bookmarkEnd", "proofErr", "pPr", "rPr"};

    private record Piece(Element text, int start) {
        int end() {
            return start + text.getTextContent().length();
        }
    }

    private TemplateRuns() {}

    static void separate(SortedMap<String, byte[]> parts) throws IOException {
        for (var part : parts.entrySet()) {
            if (!TemplateXml.isContent(part.getKey())) continue;
            var xml = TemplateXml.read(part.getValue());
            var root = xml.getDocumentElement();
            var paragraphs = new ArrayList<Node>();
            for (Node node = root; node != null; node = TemplateXml.following(node, root)) {
                if (isNamed(node, "p")) paragraphs.add(node);
            }
            paragraphs.forEach(TemplateRuns::separate);
            part.setValue(TemplateXml.write(xml));
        }
    }

    private static void separate(Node paragraph) {
        var content = new StringBuilder();
        var pieces = pieces(paragraph, content);
        var placeholders = PLACEHOLDER.matcher(content).results().toList();
        for (int i = placeholders.size() - 1; i >= 0; i--) separate(placeholders.get(i), pieces);
    }

    /** The texts of a paragraph; what stands between them and can be seen counts as a line end. */
    private static List<Piece> pieces(Node paragraph, StringBuilder content) {
        var pieces = new ArrayList<Piece>();
        for (var child = paragraph.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!isNamed(child, "r")) {
                if (!isNamed(child, INVISIBLE)) content.append('\n');
                continue;
            }
            for (var inRun = child.getFirstChild(); inRun != null; inRun = inRun.getNextSibling()) {
                if (isNamed(inRun, "t")) {
                    pieces.add(new Piece((Element) inRun, content.length()));
                    content.append(inRun.getTextContent());
                } else if (!isNamed(inRun, "rPr", "lastRenderedPageBreak")) {
                    content.append('\n');
                }
            }
        }
        return pieces;
    }

    private static void separate(MatchResult placeholder, List<Piece> pieces) {
        for (var piece : pieces) {
            if (piece.end() <= placeholder.start() || piece.start() >= placeholder.end()) continue;
            int until = Math.min(piece.end(), placeholder.end()) - piece.start();
            if (piece.start() > placeholder.start()) {
                var text = piece.text().getTextContent();
                TemplateXml.setText(piece.text(), text.substring(until));
            } else {
                TemplateXml.splitRun(piece.text(), until);
                var own = TemplateXml.splitRun(piece.text(), placeholder.start() - piece.start());
                TemplateXml.setText(own, placeholder.group());
            }
        }
    }
}

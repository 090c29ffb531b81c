package org.fairreview.document;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fairreview.document.TemplateRefused.Reason;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Keeps templates to what a sealed document may contain: no macros, nothing fetched or embedded from outside, no
 * comments or tracked changes, and no field that shows something else when the document is opened another day.
 */
final class TemplateGuard {

    private static final Set<String> FIELDS = Set.of(
            "PAGE",
            "NUMPAGES",
            "SECTION",
            "SECTIONPAGES",
            "HYPERLINK",
            "TOC",
            "PAGEREF",
            "REF",
            "NOTEREF",
            "STYLEREF",
            "SEQ");

    private static final Set<String> ELEMENTS = Set.of(
            "altChunk",
            "subDoc",
            "object",
            "control",
            "OLEObject",
            "ins",
            "del",
            "moveFrom",
            "moveTo",
            "commentReference");

    private final String templateName;

    TemplateGuard(String templateName) {
        this.templateName = templateName;
    }

    void check(Map<String, byte[]> parts) throws IOException {
        for (var part : parts.entrySet()) {
            var name = part.getKey();
            if (name.endsWith("vbaProject.bin")) throw forbidden(name);
            if (name.endsWith(".rels")) {
                checkRelations(TemplateXml.read(part.getValue()).getDocumentElement());
            } else if (TemplateXml.isContent(name)) {
                checkContent(TemplateXml.read(part.getValue()).getDocumentElement());
            }
        }
    }

    private void checkRelations(Element relations) {
        for (var node = relations.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element relation
                    && relation.getAttribute("TargetMode").equalsIgnoreCase("External")
                    && !relation.getAttribute("Type").endsWith("/hyperlink")) {
                throw forbidden(relation.getAttribute("Target"));
            }
        }
    }

    private void checkContent(Element root) {
        var openFields = new ArrayDeque<StringBuilder>();
        for (Node node = root; node != null; node = TemplateXml.following(node, root)) {
            if (!(node instanceof Element element) || element.getLocalName() == null) continue;
            if (ELEMENTS.contains(element.getLocalName())) throw forbidden(element.getNodeName());
            switch (element.getLocalName()) {
                case "fldSimple" -> checkField(TemplateXml.attribute(element, "instr"));
                case "instrText" -> {
                    if (openFields.isEmpty()) throw forbidden(element.getTextContent());
                    openFields.element().append(element.getTextContent());
                }
                case "fldChar" -> {
                    switch (TemplateXml.attribute(element, "fldCharType")) {
                        case "begin" -> openFields.push(new StringBuilder());
                        case "end" -> {
                            if (!openFields.isEmpty())
                                checkField(openFields.pop().toString());
                        }
                        default -> {}
                    }
                }
                default -> {}
            }
        }
    }

    private void checkField(String instruction) {
        var kind = instruction.strip();
        if (kind.startsWith("=")) return;
        if (!FIELDS.contains(kind.split("[\\s\\\\]", 2)[0].toUpperCase(Locale.ROOT))) {
            throw forbidden(kind);
        }
    }

    private TemplateRefused forbidden(String what) {
        return new TemplateRefused(templateName, Reason.FORBIDDEN, what);
    }
}

package org.fairreview.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Puts other texts into a document that was rendered from a template. */
public final class WordTexts {

    private WordTexts() {}

    /**
     * Replaces values that stand in the document as they were put in, whole.
     *
     * @param texts what comes in the place of each value
     */
    public static byte[] replaced(byte[] document, Map<String, String> texts) {
        Map<String, String> wanted = texts.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> TemplateText.inOneLine(each.getKey()), Map.Entry::getValue, (one, other) -> one));
        try {
            SortedMap<String, byte[]> parts = TemplatePackage.parts(document);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                if (TemplateXml.isContent(part.getKey())) {
                    part.setValue(replaced(TemplateXml.read(part.getValue()).getDocumentElement(), wanted));
                }
            }
            return TemplatePackage.file(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] replaced(Element root, Map<String, String> wanted) throws IOException {
        for (Node node = root; node != null; node = TemplateXml.following(node, root)) {
            if (TemplateXml.isNamed(node, "t")) {
                String other = wanted.get(TemplateText.inOneLine(node.getTextContent()));
                if (other != null) {
                    TemplateXml.setText((Element) node, other);
                }
            }
        }
        return TemplateXml.write(root.getOwnerDocument());
    }
}

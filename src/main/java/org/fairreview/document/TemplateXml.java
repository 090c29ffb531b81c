package org.fairreview.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The few steps through a part of a Word file, a run being a piece of text with one formatting. */
final class TemplateXml {

    private TemplateXml() {}

    static Document read(byte[] part) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            return builder.parse(new ByteArrayInputStream(part));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not readable as XML", e);
        }
    }

    static byte[] write(Document xml) throws IOException {
        try {
            var factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var writer = factory.newTransformer();
            xml.setXmlStandalone(true);
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            var bytes = new ByteArrayOutputStream();
            writer.transform(new DOMSource(xml), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IOException("not writable as XML", e);
        }
    }

    /** Whether a part holds text of the document, its headers, footers or notes. */
    static boolean isContent(String partName) {
        return partName.startsWith("word/") && partName.endsWith(".xml");
    }

    static boolean isNamed(@Nullable Node node, String... names) {
        return node != null
                && node.getNodeType() == Node.ELEMENT_NODE
                && Stream.of(names).anyMatch(name -> name.equals(node.getLocalName()));
    }

    static @Nullable Element child(Node parent, String name) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (isNamed(child, name)) return (Element) child;
        }
        return null;
    }

    static @Nullable Node ancestor(Node node, String name) {
        var ancestor = node.getParentNode();
        while (ancestor != null && !isNamed(ancestor, name)) ancestor = ancestor.getParentNode();
        return ancestor;
    }

    /** The next node in reading order, or nothing behind the last one in {@code root}. */
    static @Nullable Node following(Node node, Node root) {
        if (node.getFirstChild() != null) return node.getFirstChild();
        @Nullable Node next = node;
        while (next != null && next != root) {
            if (next.getNextSibling() != null) return next.getNextSibling();
            next = next.getParentNode();
        }
        return null;
    }

    /** The value of an attribute whatever the prefix of its name, or an empty text. */
    static String attribute(Element element, String localName) {
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (localName.equals(attributes.item(i).getLocalName()))
                return attributes.item(i).getNodeValue();
        }
        return "";
    }

    static void moveWhatFollows(Node node, Node newParent) {
        for (var next = node.getNextSibling(); next != null; next = node.getNextSibling()) {
            newParent.appendChild(next);
        }
    }

    /** Ends a run in one of its texts and goes on in a second run with all of its formatting; returns the text there. */
    static Element splitRun(Element text, int at) {
        var run = text.getParentNode();
        var nextRun = run.cloneNode(false);
        var formatting = child(run, "rPr");
        if (formatting != null) nextRun.appendChild(formatting.cloneNode(true));
        var nextText = (Element) text.cloneNode(false);
        nextRun.appendChild(nextText);
        moveWhatFollows(text, nextRun);
        run.getParentNode().insertBefore(nextRun, run.getNextSibling());

        var content = text.getTextContent();
        setText(text, content.substring(0, at));
        setText(nextText, content.substring(at));
        return nextText;
    }

    static void setText(Element text, String content) {
        text.setTextContent(content);
        text.setAttributeNS(XMLConstants.XML_NS_URI, "xml:space", "preserve");
    }
}

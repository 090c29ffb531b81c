package org.fairreview.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Makes Word's automatic numbers readable: 第一条 and 一、 that Word counts itself come out of Tika as 第1条 and 1、, and
 * not at all where a style counts. The package is given marks that survive Tika, and the marks are then spelled out.
 */
final class WordNumbering {

    private static final String NUMBERING = "word/numbering.xml";
    private static final String STYLES = "word/styles.xml";
    private static final char HAN = '\uFDD0';
    private static final char CIRCLED = '\uFDD1';
    private static final char END = '\uFDD2';
    private static final Pattern MARKED = Pattern.compile("([" + HAN + CIRCLED + "])(\\d+)" + END);

    /** Tika puts a blank behind every number; behind these marks none is written. */
    private static final Pattern BLANK = Pattern.compile("(?m)^((?:.{0,12}" + END + ")[、．.）)]) ");

    private static final Set<String> HAN_FORMATS = Set.of(
            "chineseCounting",
            "chineseCountingThousand",
            "chineseLegalSimplified",
            "ideographDigital",
            "japaneseCounting",
            "japaneseDigitalTenThousand",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
            "koreanDigital2");
    private static final Set<String> CIRCLED_FORMATS = Set.of("decimalEnclosedCircle", "decimalEnclosedCircleChinese");

    private final DocxPackage docx;

    WordNumbering(DocxPackage docx) {
        this.docx = docx;
    }

    DocxPackage written() throws IOException {
        try {
            Map<String, byte[]> changed = new HashMap<>();
            var numbering = docx.part(NUMBERING);
            if (numbering == null) {
                return docx;
            }
            var xml = parse(numbering);
            if (markLevels(xml)) {
                changed.put(NUMBERING, serialize(xml));
            }
            var styles = docx.part(STYLES);
            var document = docx.part(DocxPackage.DOCUMENT);
            if (document != null) {
                var counted = styles == null ? Map.<String, Counting>of() : countingStyles(parse(styles));
                var body = parse(document);
                if (numberParagraphs(body, counted)) {
                    changed.put(DocxPackage.DOCUMENT, serialize(body));
                }
            }
            return changed.isEmpty() ? docx : docx.with(changed);
        } catch (SAXException | ParserConfigurationException | TransformerException e) {
            throw new IOException(e);
        }
    }

    /** Spells out the marks in the text that Tika returned. */
    static String read(String text) {
        var compact = BLANK.matcher(text).replaceAll("$1");
        return MARKED.matcher(compact).replaceAll(match -> {
            int number = Integer.parseInt(match.group(2));
            boolean circled = match.group(1).charAt(0) == CIRCLED && number <= 20;
            return circled ? String.valueOf((char) ('①' + number - 1)) : HanNumber.of(number);
        });
    }

    private static boolean markLevels(Document numbering) {
        boolean marked = false;
        for (var definition : elements(numbering, "abstractNum")) {
            Map<Integer, Character> marks = new HashMap<>();
            var levels = children(definition, "lvl");
            for (var level : levels) {
                var format = value(level, "numFmt");
                if (format != null && HAN_FORMATS.contains(format)) {
                    marks.put(number(level) + 1, HAN);
                } else if (format != null && CIRCLED_FORMATS.contains(format)) {
                    marks.put(number(level) + 1, CIRCLED);
                }
            }
            for (var level : levels) {
                if (child(level, "isLgl") != null || child(level, "lvlText") == null) {
                    continue;
                }
                var text = child(level, "lvlText");
                for (var mark : marks.entrySet()) {
                    var place = "%" + mark.getKey();
                    setValue(text, value(text).replace(place, mark.getValue() + place + END));
                    marked = true;
                }
            }
        }
        return marked;
    }

    /** Paragraph styles that count, their own or inherited, as list and level. */
    private static Map<String, Counting> countingStyles(Document styles) {
        Map<String, Element> byId = new HashMap<>();
        elements(styles, "style").forEach(style -> byId.put(attribute(style, "styleId"), style));
        Map<String, Counting> counting = new HashMap<>();
        byId.forEach((id, style) -> {
            @Nullable String list = null;
            @Nullable String level = null;
            Set<Element> seen = new HashSet<>();
            for (var at = style; at != null && seen.add(at); at = byId.get(String.valueOf(value(at, "basedOn")))) {
                var properties = child(at, "pPr");
                var numbers = properties == null ? null : child(properties, "numPr");
                if (numbers != null) {
                    list = list == null ? value(numbers, "numId") : list;
                    level = level == null ? value(numbers, "ilvl") : level;
                }
            }
            if (list != null && !list.equals("0")) {
                counting.put(id, new Counting(list, level == null ? "0" : level));
            }
        });
        return counting;
    }

    /** Says list and level in every paragraph, where Word lets the style say them or leaves out the first level. */
    private static boolean numberParagraphs(Document body, Map<String, Counting> styles) {
        boolean changed = false;
        for (var properties : elements(body, "pPr")) {
            var numbers = child(properties, "numPr");
            var counting = styles.get(String.valueOf(value(properties, "pStyle")));
            if (numbers == null && counting != null) {
                var added = append(properties, "numPr");
                setValue(append(added, "ilvl"), counting.level);
                setValue(append(added, "numId"), counting.list);
                changed = true;
            } else if (numbers != null && child(numbers, "ilvl") == null) {
                setValue(append(numbers, "ilvl"), counting == null ? "0" : counting.level);
                changed = true;
            }
        }
        return changed;
    }

    private record Counting(String list, String level) {}

    private static int number(Element level) {
        return Integer.parseInt(attribute(level, "ilvl"));
    }

    private static Element append(Element parent, String name) {
        var prefix = parent.getPrefix();
        var child = parent.getOwnerDocument()
                .createElementNS(parent.getNamespaceURI(), prefix == null ? name : prefix + ":" + name);
        parent.appendChild(child);
        return child;
    }

    private static List<Element> elements(Document document, String name) {
        var found = document.getElementsByTagNameNS("*", name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<Element> children(Element parent, String name) {
        var children = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                children.add(element);
            }
        }
        return children;
    }

    private static @Nullable Element child(Element parent, String name) {
        var children = children(parent, name);
        return children.isEmpty() ? null : children.get(0);
    }

    private static @Nullable String value(Element parent, String name) {
        var child = child(parent, name);
        return child == null ? null : value(child);
    }

    private static String value(Element element) {
        return attribute(element, "val");
    }

    private static String attribute(Element element, String name) {
        return element.getAttributeNS(element.getNamespaceURI(), name);
    }

    private static void setValue(Element element, String value) {
        var prefix = element.getPrefix();
        element.setAttributeNS(element.getNamespaceURI(), prefix == null ? "val" : prefix + ":val", value);
    }

    private static Document parse(byte[] xml) throws SAXException, IOException, ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static byte[] serialize(Document document) throws TransformerException {
        var out = new ByteArrayOutputStream();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }
}

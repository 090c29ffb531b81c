package org.fairreview.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * JSON written in the one way that RFC 8785 (JCS) allows, so that its digest is the same wherever it is written: names
 * sorted by UTF-16 units, no space, shortest escapes.
 *
 * <p>Numbers are integers that a double holds exactly; others do not occur in the record and are refused.
 */
public final class CanonicalJson {

    private static final long LARGEST = (1L << 53) - 1;

    private CanonicalJson() {}

    /**
     * The canonical text.
     *
     * @throws IllegalArgumentException for a number that is no such integer, and for half a surrogate pair
     */
    public static String of(JsonNode node) {
        StringBuilder text = new StringBuilder();
        write(node, text);
        return text.toString();
    }

    /** A text as a JSON string. */
    public static String quote(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2);
        quote(value, text);
        return text.toString();
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            writeObject(node, text);
        } else if (node.isArray()) {
            writeArray(node.elements(), text);
        } else if (node.isTextual()) {
            quote(node.textValue(), text);
        } else if (node.isNull() || node.isBoolean()) {
            text.append(node.asText());
        } else if (node.canConvertToLong() && node.isIntegralNumber() && Math.abs(node.longValue()) <= LARGEST) {
            text.append(node.longValue());
        } else {
            throw new IllegalArgumentException("Not a value of the record: " + node);
        }
    }

    private static void writeObject(JsonNode object, StringBuilder text) {
        List<String> names = StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .sorted()
                .toList();
        text.append('{');
        for (int place = 0; place < names.size(); place++) {
            if (place > 0) {
                text.append(',');
            }
            quote(names.get(place), text);
            text.append(':');
            write(object.get(names.get(place)), text);
        }
        text.append('}');
    }

    private static void writeArray(Iterator<JsonNode> elements, StringBuilder text) {
        text.append('[');
        while (elements.hasNext()) {
            write(elements.next(), text);
            if (elements.hasNext()) {
                text.append(',');
            }
        }
        text.append(']');
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int place = 0; place < value.length(); place++) {
            char sign = value.charAt(place);
            switch (sign) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (sign < ' ') {
                        text.append("\\u00").append(Character.forDigit(sign >> 4, 16));
                        text.append(Character.forDigit(sign & 15, 16));
                    } else {
                        refuseHalfPair(value, place);
                        text.append(sign);
                    }
                }
            }
        }
        text.append('"');
    }

    private static void refuseHalfPair(String value, int place) {
        char sign = value.charAt(place);
        boolean half = Character.isHighSurrogate(sign)
                ? place + 1 == value.length() || !Character.isLowSurrogate(value.charAt(place + 1))
                : Character.isLowSurrogate(sign) && (place == 0 || !Character.isHighSurrogate(value.charAt(place - 1)));
        if (half) {
            throw new IllegalArgumentException("Half a surrogate pair in a text of the record");
        }
    }
}

package org.fairreview.standard;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One set of keys and values in a regime file; every complaint about it names file and line. */
final class RegimeEntry {

    private final String file;
    private final String kind;
    private final Node node;
    private final Map<String, Node> values = new HashMap<>();

    RegimeEntry(String file, String kind, Node node, Set<String> keys) {
        this.file = file;
        this.kind = kind;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw broken(node, "a %s must be a set of keys and values".formatted(kind));
        }
        for (NodeTuple tuple : mapping.getValue()) {
            Node keyNode = tuple.getKeyNode();
            String key = scalar(keyNode, "a key");
            if (!keys.contains(key)) {
                throw broken(keyNode, "unknown key '%s', a %s knows %s".formatted(key, kind, new TreeSet<>(keys)));
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw broken(keyNode, "key '%s' stands twice in this %s".formatted(key, kind));
            }
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        String text = scalar(value(key), "'" + key + "'").strip();
        if (text.isEmpty()) {
            throw broken(key, "'%s' of this %s is empty".formatted(key, kind));
        }
        return text;
    }

    boolean flag(String key) {
        if (!has(key)) {
            return false;
        }
        return switch (text(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw broken(key, "'%s' must be true or false".formatted(key));
        };
    }

    LocalDate date(String key) {
        try {
            return LocalDate.parse(text(key));
        } catch (DateTimeParseException e) {
            throw broken(key, "'%s' must be a date such as 2025-04-20".formatted(key));
        }
    }

    List<Node> children(String key) {
        if (value(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw broken(key, "'%s' must be a list".formatted(key));
    }

    /** A list of plain texts. */
    List<String> words(String key) {
        return children(key).stream()
                .map(child -> scalar(child, "'" + key + "'").strip())
                .toList();
    }

    /** A set of keys with one plain text each, in the order of the file. */
    Map<String, String> texts(String key) {
        if (!(value(key) instanceof MappingNode mapping)) {
            throw broken(key, "'%s' must be a set of keys and values".formatted(key));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            texts.put(
                    scalar(tuple.getKeyNode(), "a key"),
                    scalar(tuple.getValueNode(), "'" + key + "'").strip());
        }
        return texts;
    }

    void mustCount(String key, int found) {
        String declared = text(key);
        if (!declared.equals(Integer.toString(found))) {
            throw broken(key, "'%s' declares %s, found %d".formatted(key, declared, found));
        }
    }

    BrokenRegimeFile broken(String key, String reason) {
        return broken(values.getOrDefault(key, node), reason);
    }

    private Node value(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw broken(node, "'%s' is missing in this %s".formatted(key, kind));
        }
        return value;
    }

    private String scalar(Node candidate, String what) {
        if (candidate instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw broken(candidate, "%s must be a plain text".formatted(what));
    }

    private BrokenRegimeFile broken(Node place, String reason) {
        return new BrokenRegimeFile(file, place.getStartMark().getLine() + 1, reason);
    }
}

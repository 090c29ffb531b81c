package org.fairreview.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One set of keys and values in a file of rules; every complaint about it names file and line, in Chinese. */
final class RuleEntry {

    /** A text of the file, and the line where it stands. */
    record Written(String text, int line) {}

    private final String file;
    private final Node node;
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** @param known the keys that this entry may have; when empty, any */
    RuleEntry(String file, String kind, Node node, Set<String> known) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw broken(node, "“%s”应当由“名称：内容”组成".formatted(kind));
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode(), "键");
            if (!known.isEmpty() && !known.contains(key)) {
                throw broken(
                        tuple.getKeyNode(), "“%s”中没有“%s”这一项，可以写的有：%s".formatted(kind, key, String.join("、", known)));
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw broken(tuple.getKeyNode(), "“%s”写了两次".formatted(key));
            }
            keys.put(key, tuple.getKeyNode());
        }
    }

    Set<String> keys() {
        return keys.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        String text = scalar(value(key), "“" + key + "”").strip();
        if (text.isEmpty()) {
            throw broken(key, "“%s”是空的".formatted(key));
        }
        return text;
    }

    String oneOf(String key, String otherwise, Set<String> choices) {
        if (!has(key)) {
            return otherwise;
        }
        String text = text(key);
        if (!choices.contains(text)) {
            throw broken(key, "“%s”只能是：%s".formatted(key, String.join("、", choices)));
        }
        return text;
    }

    int number(String key, int otherwise, int least, int most) {
        if (!has(key)) {
            return otherwise;
        }
        String text = text(key);
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw broken(key, "“%s”应当是 %d 到 %d 的整数".formatted(key, least, most));
        }
        return Integer.parseInt(text);
    }

    /** A whole number for or against, from -999 to 999. */
    int points(String key) {
        String text = text(key);
        if (!text.matches("-?\\d{1,3}")) {
            throw broken(key, "“%s”应当是 -999 到 999 的整数".formatted(key));
        }
        return Integer.parseInt(text);
    }

    /** A list of texts, or one text alone; empty when the key is absent. */
    List<Written> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        List<Written> texts = new ArrayList<>();
        Node value = value(key);
        List<Node> nodes = value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
        for (Node child : nodes) {
            String text = scalar(child, "“" + key + "”的每一条").strip();
            if (text.isEmpty()) {
                throw broken(child, "“%s”中有空的一条".formatted(key));
            }
            texts.add(new Written(text, line(child)));
        }
        return texts;
    }

    List<Node> children(String key) {
        if (value(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw broken(key, "“%s”应当是列表，每条以“- ”开头".formatted(key));
    }

    Node value(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw broken(node, "缺少“%s”".formatted(key));
        }
        return value;
    }

    int line() {
        return line(node);
    }

    int line(String key) {
        return line(keys.getOrDefault(key, node));
    }

    BrokenRuleFile broken(String key, String reason) {
        return broken(keys.getOrDefault(key, node), reason);
    }

    BrokenRuleFile broken(int line, String reason) {
        return new BrokenRuleFile(file, line, reason);
    }

    private BrokenRuleFile broken(Node place, String reason) {
        return new BrokenRuleFile(file, line(place), reason);
    }

    private static int line(Node place) {
        return place.getStartMark().getLine() + 1;
    }

    private String scalar(Node candidate, String what) {
        if (candidate instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw broken(candidate, "%s应当是一段文字".formatted(what));
    }
}

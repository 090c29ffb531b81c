package org.fairreview.document;

import com.deepoove.poi.render.compute.EnvModel;
import com.deepoove.poi.render.compute.RenderDataCompute;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fairreview.document.TemplateRefused.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The data of one rendering: what a placeholder finds, and where it looks.
 *
 * <p>A name is looked up in the innermost block only, so that a value missing in a finding is never filled with one of
 * the same name from outside; {@code _root.name} reaches the outermost data. There is no expression language.
 */
final class TemplateData {

    /** A text, which also knows where it stands, so that {@code {{?reason}}{{reason}}{{/reason}}} works. */
    record Text(String value, Scope scope) {}

    /** A plot, which knows where it stands for the same reason. */
    record Drawing(WordChart chart, Scope scope) {}

    /** The values that one block sees, and its place in a loop. */
    record Scope(Map<String, Object> values, Map<String, Object> place) {}

    private static final String ROOT = "_root";
    private static final String ANY = "_any";
    private static final String SECTION = "_section";
    private static final String NUMBER = "_number";
    private static final String CHINESE_NUMBER = "_chineseNumber";

    private final String templateName;
    private final Scope root;
    private final AtomicInteger sections = new AtomicInteger();

    TemplateData(String templateName, Map<String, ? extends @Nullable Object> data) {
        this.templateName = templateName;
        this.root = new Scope(prepare(data), Map.of());
    }

    Scope root() {
        return root;
    }

    /** Called by the template engine for the whole document and once more for each block and each turn of a loop. */
    RenderDataCompute compute(EnvModel model) {
        var place = model.getEnv() == null ? Map.<String, Object>of() : model.getEnv();
        var scope = scopeOf(model.getRoot());
        var here = place.isEmpty() ? scope : new Scope(scope.values(), place);
        return placeholder -> find(here, placeholder);
    }

    private static Scope scopeOf(Object seen) {
        if (seen instanceof Text text) return text.scope();
        return seen instanceof Drawing drawing ? drawing.scope() : (Scope) seen;
    }

    /** Nothing means absent: a block is left out, a placeholder for text is refused. */
    private @Nullable Object find(Scope here, String placeholder) {
        var names = placeholder.split("\\.", -1);
        var builtIn = names.length == 1 ? builtIn(here, placeholder) : null;
        if (builtIn != null) return builtIn;

        boolean fromRoot = names[0].equals(ROOT);
        Object found = fromRoot ? root.values() : here.values();
        for (int i = fromRoot ? 1 : 0; i < names.length; i++) {
            if (found instanceof List<?> items && names[i].equals(ANY)) return !items.isEmpty();
            if (!(found instanceof Map<?, ?> values) || !values.containsKey(names[i])) throw noValue(placeholder);
            found = values.get(names[i]);
        }
        return present(found, here);
    }

    private @Nullable Object builtIn(Scope here, String name) {
        return switch (name) {
            case SECTION -> new Text(chinese(sections.incrementAndGet()), here);
            case NUMBER, CHINESE_NUMBER -> {
                if (!(here.place().get("_index") instanceof Integer index)) throw noValue(name);
                yield new Text(name.equals(NUMBER) ? Integer.toString(index + 1) : chinese(index + 1), here);
            }
            case "_is_first", "_is_last", "_has_next" -> here.place().get(name);
            default -> null;
        };
    }

    private @Nullable Object present(@Nullable Object value, Scope here) {
        if (value instanceof String text) return text.isEmpty() ? null : new Text(text, here);
        if (value instanceof WordChart chart) return new Drawing(chart, here);
        if (value instanceof List<?> items) {
            return items.isEmpty() ? null : items.stream().map(this::scope).toList();
        }
        return value instanceof Map<?, ?> ? scope(value) : value;
    }

    @SuppressWarnings("unchecked")
    private Scope scope(Object values) {
        return new Scope((Map<String, Object>) values, Map.of());
    }

    private TemplateRefused noValue(String placeholder) {
        return new TemplateRefused(templateName, Reason.NO_VALUE, "{{" + placeholder + "}}");
    }

    private static Map<String, Object> prepare(Map<?, ?> data) {
        var prepared = new LinkedHashMap<String, Object>();
        data.forEach((name, value) -> prepared.put((String) name, prepare((String) name, value)));
        return prepared;
    }

    private static @Nullable Object prepare(String name, @Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof WordChart) return value;
        if (value instanceof String text) return TemplateText.prepare(text);
        if (value instanceof BigDecimal number) return number.toPlainString();
        if (value instanceof Integer || value instanceof Long) return value.toString();
        if (value instanceof Map<?, ?> values) return prepare(values);
        if (value instanceof Iterable<?> items) {
            var prepared = new ArrayList<Map<String, Object>>();
            for (var item : items) {
                if (!(item instanceof Map<?, ?> values)) {
                    throw new IllegalArgumentException("Every item of the list '%s' must be a map".formatted(name));
                }
                prepared.add(prepare(values));
            }
            return prepared;
        }
        throw new IllegalArgumentException(
                "'%s' is a %s; a template takes texts, whole numbers, flags, maps, lists and plots"
                        .formatted(name, value.getClass().getSimpleName()));
    }

    /** A number from 1 to 9999 in Chinese characters. */
    static String chinese(int number) {
        var digits = "零一二三四五六七八九";
        var units = new String[] {"", "十", "百", "千"};
        var decimal = Integer.toString(number);
        var chinese = new StringBuilder();
        for (int i = 0; i < decimal.length(); i++) {
            int digit = decimal.charAt(i) - '0';
            if (digit > 0) {
                chinese.append(digits.charAt(digit)).append(units[decimal.length() - 1 - i]);
            } else if (chinese.charAt(chinese.length() - 1) != '零') {
                chinese.append('零');
            }
        }
        if (chinese.charAt(chinese.length() - 1) == '零') chinese.setLength(chinese.length() - 1);
        return chinese.indexOf("一十") == 0 ? chinese.substring(1) : chinese.toString();
    }
}

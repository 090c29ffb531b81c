package org.fairreview.kit.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A task's form, as far as its listener depends on it.
 *
 * @param key what the task's form key says
 * @param variables what the form sends to the engine
 * @param fields what a person fills in
 * @param rows the fields of each list of rows
 * @param choices the values that a field offers, as far as they stand in the form; a row's field as {@code list[].field}
 * @param optional the places that the page may keep for itself
 * @param types the types of its components
 */
record TaskForm(
        String path,
        String key,
        Set<String> variables,
        Set<String> fields,
        Map<String, Set<String>> rows,
        Map<String, Set<String>> choices,
        Set<String> optional,
        Set<String> types) {

    /** In an embedded form: a list of the answer, and the template of its rows. */
    private static final String LIST = "data-rows";

    private static final String ROW = "data-row-of";

    /** In the script of an embedded form: radio buttons that the kit makes, {@code form.radios(place, 'name', …)}. */
    private static final Pattern RADIOS = Pattern.compile("\\.radios\\([^,]+,\\s*'(\\w+)'");

    /** In the script of an embedded form: the hook that leaves out of the answer what the page keeps for itself. */
    private static final Pattern SHAPED_ANSWER = Pattern.compile("^\\s*answer(?::|\\()", Pattern.MULTILINE);

    boolean embedded() {
        return path.endsWith(".html");
    }

    static TaskForm read(String path, String text) {
        return path.endsWith(".html") ? html(path, text) : json(path, text);
    }

    private static TaskForm html(String path, String text) {
        var form = new TaskForm(
                path,
                "embedded:deployment:" + Models.fileName(path),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeSet<>());
        var page = Jsoup.parse(text);
        page.select("[cam-variable-name]").forEach(sent -> form.variables.add(sent.attr("cam-variable-name")));
        page.select("[" + LIST + "]").forEach(list -> form.rows.put(list.attr(LIST), new TreeSet<>()));
        page.select("[" + ROW + "]").forEach(row -> form.rows.putIfAbsent(row.attr(ROW), new TreeSet<>()));
        String script = page.select("script").stream().map(Element::data).collect(Collectors.joining("\n"));
        boolean shapesAnswer = SHAPED_ANSWER.matcher(script).find();
        RADIOS.matcher(script).results().forEach(made -> form.fields.add(made.group(1)));
        for (Element field : page.select("[name]")) {
            Element row = field.closest("[" + ROW + "]");
            String name = field.hasAttr("data-name") ? field.attr("data-name") : field.attr("name");
            String place = row == null ? name : row.attr(ROW) + "[]." + name;
            (row == null ? form.fields : form.rows.get(row.attr(ROW))).add(name);
            form.offer(place, field);
            if (shapesAnswer && field.is("input[type=hidden]")) {
                form.optional.add(place);
            }
        }
        form.fields.addAll(form.rows.keySet());
        return form;
    }

    private void offer(String place, Element field) {
        if (field.is("input[type=radio]")) {
            choices.computeIfAbsent(place, none -> new TreeSet<>()).add(field.attr("value"));
        }
        field.select("option[value]").stream()
                .map(choice -> choice.attr("value"))
                .filter(value -> !value.isEmpty())
                .forEach(value ->
                        choices.computeIfAbsent(place, none -> new TreeSet<>()).add(value));
    }

    private static TaskForm json(String path, String text) {
        var form = new TaskForm(
                path,
                "camunda-forms:deployment:" + Models.fileName(path),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeSet<>());
        try {
            form.collect(new ObjectMapper().readTree(text).path("components"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(path + " is no JSON", e);
        }
        return form;
    }

    private void collect(JsonNode components) {
        for (JsonNode component : components) {
            types.add(component.path("type").asText());
            if (component.has("key")) {
                String name = component.get("key").asText();
                variables.add(name);
                fields.add(name);
                component.path("values").forEach(choice -> choices.computeIfAbsent(name, none -> new TreeSet<>())
                        .add(choice.path("value").asText()));
            }
            collect(component.path("components"));
        }
    }
}

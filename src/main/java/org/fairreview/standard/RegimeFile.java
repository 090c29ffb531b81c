package org.fairreview.standard;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one regime from its YAML file and refuses, with file and line, whatever is not as declared. */
final class RegimeFile {

    private static final String SHIPPED = "classpath*:standard/regime-*.yaml";

    private final String file;
    private final Set<String> codes = new HashSet<>();

    private RegimeFile(String file) {
        this.file = file;
    }

    static List<Regime> readShipped() {
        List<Regime> regimes = new ArrayList<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
                try (Reader text = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    regimes.add(read("standard/" + resource.getFilename(), text));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + SHIPPED, e);
        }
        return regimes;
    }

    static Regime read(String file, Reader text) {
        return new RegimeFile(file).regime(root(file, text));
    }

    private static Node root(String file, Reader text) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(text);
            if (root == null) {
                throw new BrokenRegimeFile(file, 1, "the file is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new BrokenRegimeFile(file, line, "not readable as YAML: " + e.getProblem());
        }
    }

    private Regime regime(Node node) {
        RegimeEntry entry = new RegimeEntry(
                file,
                "regime",
                node,
                Set.of(
                        "id",
                        "name",
                        "inForceFrom",
                        "inForceUntil",
                        "template",
                        "itemCount",
                        "subItemCount",
                        "exceptions",
                        "outcomes",
                        "groups"));
        String id = entry.text("id");
        if (!file.endsWith("regime-" + id + ".yaml")) {
            throw entry.broken("id", "the file of regime %s must be named regime-%s.yaml".formatted(id, id));
        }
        LocalDate from = entry.date("inForceFrom");
        LocalDate until = entry.has("inForceUntil") ? entry.date("inForceUntil") : null;
        if (until != null && until.isBefore(from)) {
            throw entry.broken("inForceUntil", "the period of force ends before it begins");
        }
        List<StandardGroup> groups =
                entry.children("groups").stream().map(this::group).toList();
        List<Regime.ExceptionCase> exceptions =
                entry.children("exceptions").stream().map(this::exception).toList();
        Regime regime = new Regime(
                id,
                entry.text("name"),
                from,
                until,
                entry.text("template"),
                exceptions,
                entry.texts("outcomes"),
                groups);
        entry.mustCount("itemCount", regime.items().size());
        entry.mustCount(
                "subItemCount",
                groups.stream().mapToInt(StandardGroup::subItemCount).sum());
        return regime;
    }

    private Regime.ExceptionCase exception(Node node) {
        RegimeEntry entry = new RegimeEntry(file, "exception", node, Set.of("article", "label"));
        return new Regime.ExceptionCase(entry.text("article"), entry.text("label"));
    }

    private StandardGroup group(Node node) {
        RegimeEntry entry = new RegimeEntry(
                file,
                "group",
                node,
                Set.of("code", "article", "name", "legalBasisQuestion", "itemCount", "subItemCount", "items"));
        String code = newCode(entry);
        boolean legalBasisQuestion = entry.flag("legalBasisQuestion");
        List<StandardItem> items = new ArrayList<>();
        for (Node child : entry.children("items")) {
            items.add(item(child, "%s(%d)".formatted(code, items.size() + 1), legalBasisQuestion));
        }
        StandardGroup group =
                new StandardGroup(code, entry.text("article"), entry.text("name"), legalBasisQuestion, items);
        entry.mustCount("itemCount", items.size());
        entry.mustCount("subItemCount", group.subItemCount());
        return group;
    }

    private StandardItem item(Node node, String expectedCode, boolean legalBasisQuestion) {
        RegimeEntry entry = new RegimeEntry(
                file,
                "item",
                node,
                Set.of(
                        "code",
                        "article",
                        "label",
                        "measuresArticle",
                        "specificOperatorQuestion",
                        "becomes",
                        "subItems"));
        String code = codeInOrder(entry, expectedCode);
        @Nullable String measuresArticle = entry.has("measuresArticle") ? entry.text("measuresArticle") : null;
        List<SubItem> subItems = new ArrayList<>();
        if (entry.has("subItems")) {
            for (Node child : entry.children("subItems")) {
                subItems.add(subItem(child, "%s-%d".formatted(code, subItems.size() + 1)));
            }
        }
        return new StandardItem(
                code,
                entry.text("article"),
                entry.text("label"),
                measuresArticle,
                legalBasisQuestion,
                entry.flag("specificOperatorQuestion"),
                entry.has("becomes") ? entry.words("becomes") : List.of(),
                subItems);
    }

    private SubItem subItem(Node node, String expectedCode) {
        RegimeEntry entry = new RegimeEntry(file, "sub-item", node, Set.of("code", "citation", "label"));
        return new SubItem(codeInOrder(entry, expectedCode), entry.text("citation"), entry.text("label"));
    }

    private String codeInOrder(RegimeEntry entry, String expected) {
        String code = newCode(entry);
        if (!code.equals(expected)) {
            throw entry.broken("code", "expected code %s here, found %s".formatted(expected, code));
        }
        return code;
    }

    private String newCode(RegimeEntry entry) {
        String code = entry.text("code");
        if (!codes.add(code)) {
            throw entry.broken("code", "code %s stands twice in the file".formatted(code));
        }
        return code;
    }
}

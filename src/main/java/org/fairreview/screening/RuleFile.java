package org.fairreview.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fairreview.standard.Regime;
import org.fairreview.standard.StandardItem;
import org.fairreview.standard.Standards;
import org.fairreview.standard.SubItem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads a file of rules and refuses, with the line and in Chinese, whatever is not as it must be. */
final class RuleFile {

    static final String NAME = "screening-rules.yaml";

    private static final String SHIPPED = "screening/" + NAME;
    private static final int LARGEST = 4 << 20;
    private static final int MOST_WORDS = 20_000;
    private static final int MOST_WORDS_IN_ALL = 400_000;
    private static final int DEPTH_OF_LISTS = 8;
    private static final Set<String> KEYS =
            ordered("版本", "词表", "否定词", "近处否定词", "不算否定", "否定解除", "通用排除", "近处排除", "地名", "定义", "规则", "综合判断");
    private static final Set<String> RULE_KEYS =
            ordered("名称", "依据", "理由", "提问", "信号", "距离", "顺序", "范围", "否定", "排除", "把握", "违法示例", "合法示例");
    private static final Map<String, Integer> CONFIDENCE = Map.of("高", 90, "中", 70, "低", 50);
    private static final Pattern JOINT = Pattern.compile("\\s+\\+(?:(\\d{1,3})\\+)?\\s+");
    private static final Pattern LIST = Pattern.compile("<([^<>]*)>");

    private int wordsInAll;
    private final String file;
    private final Standards standards;
    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<String, RuleEntry.Written> listLines = new HashMap<>();
    private final Map<String, List<RuleEntry.Written>> lists = new LinkedHashMap<>();
    private final Map<String, SortedSet<String>> expanded = new HashMap<>();
    private final List<Signal> signals = new ArrayList<>();

    private RuleFile(String file, Standards standards) {
        this.file = file;
        this.standards = standards;
    }

    /** The office's own file in the data folder or, without one, the file that the product ships. */
    static RuleBook readIn(Path data, Standards standards) {
        Path own = data.resolve(NAME);
        if (!Files.exists(own)) {
            return readShipped(standards);
        }
        try {
            if (Files.size(own) > LARGEST) {
                throw new BrokenRuleFile(own.toString(), 1, "文件超过 4 MB");
            }
            return read(own.toString(), Files.readAllBytes(own), standards);
        } catch (IOException e) {
            throw new BrokenRuleFile(own.toString(), 1, "文件无法读取，请检查权限");
        }
    }

    /** The bytes of the office's own file or, without one, of the file that the product ships. */
    static byte[] bytesIn(Path data) {
        Path own = data.resolve(NAME);
        try {
            return Files.exists(own) ? Files.readAllBytes(own) : shipped();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RuleBook readShipped(Standards standards) {
        return read(SHIPPED, shipped(), standards);
    }

    private static byte[] shipped() {
        try (InputStream in = RuleFile.class.getClassLoader().getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("Missing on the class path: " + SHIPPED);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RuleBook read(String file, byte[] bytes, Standards standards) {
        RuleBook book = new RuleFile(file, standards).book(bytes);
        Examples.check(file, book);
        return book;
    }

    private RuleBook book(byte[] bytes) {
        RuleEntry root = new RuleEntry(file, "规则文件", root(bytes), KEYS);
        String version = root.text("版本") + "-" + digest(bytes);
        readLists(root);
        int negators = words(root, "否定词");
        int nearNegators = words(root, "近处否定词");
        int noNegators = words(root, "不算否定");
        int resets = words(root, "否定解除");
        int exclusions = words(root, "通用排除");
        int nearExclusions = words(root, "近处排除");
        Places places = places(root);
        List<Rule> rules = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (Node child : root.children("规则")) {
            rules.add(rule(new RuleEntry(file, "规则", child, RULE_KEYS), rules.size(), names));
        }
        if (rules.isEmpty()) {
            throw root.broken("规则", "没有任何规则");
        }
        List<RuleBook.Definition> definitions = definitions(root);
        Points points = root.has("综合判断") ? points(root, rules, names) : null;
        int placeWord = vocabulary.pseudoWord(Places.NAME);
        vocabulary.close();
        return new RuleBook(
                version,
                List.copyOf(rules),
                written(lists),
                List.copyOf(signals),
                vocabulary,
                RuleBook.anchored(signals, vocabulary),
                places,
                placeWord,
                negators,
                nearNegators,
                noNegators,
                resets,
                exclusions,
                nearExclusions,
                definitions,
                points);
    }

    private Node root(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(LARGEST);
            Node root = new Yaml(new SafeConstructor(options)).compose(new java.io.StringReader(text));
            if (root == null) {
                throw new BrokenRuleFile(file, 1, "文件是空的");
            }
            return root;
        } catch (CharacterCodingException e) {
            throw new BrokenRuleFile(file, 1, "文件不是 UTF-8 编码，请用记事本另存为 UTF-8");
        } catch (MarkedYAMLException e) {
            boolean unfinished = String.valueOf(e.getProblem()).contains("end of stream");
            Mark mark = unfinished && e.getContextMark() != null ? e.getContextMark() : e.getProblemMark();
            int line = mark == null ? 1 : mark.getLine() + 1;
            throw new BrokenRuleFile(file, line, "格式有误，请检查缩进、冒号后的空格和引号（%s）".formatted(e.getProblem()));
        } catch (ReaderException e) {
            throw new BrokenRuleFile(file, 1, "文件中有不能使用的字符");
        } catch (YAMLException e) {
            throw new BrokenRuleFile(file, 1, "嵌套太深，规则文件用不到这么多层");
        }
    }

    private void readLists(RuleEntry root) {
        RuleEntry entry = new RuleEntry(file, "词表", root.value("词表"), Set.of());
        for (String name : entry.keys()) {
            lists.put(name, entry.texts(name));
            listLines.put(name, new RuleEntry.Written(name, entry.line(name)));
        }
        for (String name : entry.keys()) {
            list(name, entry.line(name), 0);
        }
    }

    private int words(RuleEntry root, String key) {
        return vocabulary.group(expand(root.texts(key)));
    }

    private Places places(RuleEntry root) {
        RuleEntry entry = new RuleEntry(file, "地名", root.value("地名"), ordered("后缀", "前导", "不是地名"));
        Set<Character> suffixes = new LinkedHashSet<>();
        for (RuleEntry.Written suffix : entry.texts("后缀")) {
            if (suffix.text().length() != 1) {
                throw entry.broken(suffix.line(), "“后缀”的每一条只能是一个字");
            }
            suffixes.add(suffix.text().charAt(0));
        }
        return new Places(suffixes, Set.copyOf(texts(entry.texts("前导"))), List.copyOf(texts(entry.texts("不是地名"))));
    }

    private Rule rule(RuleEntry entry, int number, Map<String, Integer> names) {
        String name = entry.text("名称");
        Integer earlier = names.putIfAbsent(name, entry.line("名称"));
        if (earlier != null) {
            throw entry.broken("名称", "名称“%s”与第 %d 行的规则重复".formatted(name, earlier));
        }
        String citation = entry.text("依据");
        Standard standard = standard(entry, citation);
        List<RuleEntry.Written> written = entry.texts("信号");
        if (written.isEmpty()) {
            throw entry.broken("名称", "规则“%s”没有“信号”".formatted(name));
        }
        int excluded = entry.has("排除") ? vocabulary.group(expand(entry.texts("排除"))) : -1;
        for (RuleEntry.Written signal : written) {
            signals.add(signal(entry, signal, number, excluded));
        }
        List<String> violating = texts(entry.texts("违法示例"));
        List<String> lawful = texts(entry.texts("合法示例"));
        if (violating.isEmpty() || lawful.isEmpty()) {
            throw entry.broken("名称", "规则“%s”要有“违法示例”和“合法示例”各一条以上".formatted(name));
        }
        String confidence = entry.oneOf("把握", "中", ordered("高", "中", "低"));
        return new Rule(
                name,
                standard.item(),
                standard.subItem(),
                citation,
                entry.text("理由"),
                entry.text("提问"),
                texts(written),
                texts(entry.texts("排除")),
                violating,
                lawful,
                CONFIDENCE.getOrDefault(confidence, 70),
                entry.line("名称"));
    }

    private Signal signal(RuleEntry entry, RuleEntry.Written written, int rule, int excluded) {
        int distance = entry.number("距离", 20, 0, 500);
        List<Integer> groups = new ArrayList<>();
        List<Integer> distances = new ArrayList<>();
        Matcher joints = JOINT.matcher(written.text());
        while (joints.find()) {
            distances.add(joints.group(1) == null ? distance : Integer.parseInt(joints.group(1)));
        }
        for (String group : JOINT.split(written.text())) {
            List<RuleEntry.Written> alternatives = new ArrayList<>();
            for (String alternative : group.split("\\|")) {
                alternatives.add(new RuleEntry.Written(alternative.strip(), written.line()));
            }
            groups.add(vocabulary.group(expand(alternatives)));
        }
        return new Signal(
                rule,
                groups.stream().mapToInt(Integer::intValue).toArray(),
                distances.stream().mapToInt(Integer::intValue).toArray(),
                entry.oneOf("顺序", "固定", ordered("固定", "不限")).equals("固定"),
                entry.oneOf("范围", "句", ordered("句", "款")).equals("款"),
                entry.oneOf("否定", "除外", ordered("除外", "不论")).equals("除外"),
                excluded);
    }

    private List<RuleBook.Definition> definitions(RuleEntry root) {
        if (!root.has("定义")) {
            return List.of();
        }
        List<RuleBook.Definition> definitions = new ArrayList<>();
        for (Node child : root.children("定义")) {
            RuleEntry entry = new RuleEntry(file, "定义", child, ordered("视为", "信号", "距离", "顺序"));
            List<Signal> own = entry.texts("信号").stream()
                    .map(written -> signal(entry, written, -1, -1))
                    .toList();
            definitions.add(new RuleBook.Definition(own, vocabulary.pseudoWord(entry.text("视为"))));
        }
        return List.copyOf(definitions);
    }

    private Points points(RuleEntry root, List<Rule> rules, Map<String, Integer> names) {
        RuleEntry entry = new RuleEntry(file, "综合判断", root.value("综合判断"), ordered("提示线", "放行线", "用语", "归类"));
        List<Points.Kind> kinds = new ArrayList<>();
        for (Node child : entry.children("归类")) {
            RuleEntry kind = new RuleEntry(file, "归类", child, ordered("名称", "依据", "理由", "提问", "起点", "用语"));
            String name = kind.text("名称");
            Integer earlier = names.putIfAbsent(name, kind.line("名称"));
            if (earlier != null) {
                throw kind.broken("名称", "名称“%s”与第 %d 行的规则重复".formatted(name, earlier));
            }
            Standard standard = standard(kind, kind.text("依据"));
            kinds.add(new Points.Kind(rules.size(), kind.points("起点"), pointsOfWords(kind)));
            rules.add(new Rule(
                    name,
                    standard.item(),
                    standard.subItem(),
                    kind.text("依据"),
                    kind.text("理由"),
                    kind.text("提问"),
                    shownPoints(kind),
                    List.of(),
                    List.of(),
                    List.of(),
                    CONFIDENCE.getOrDefault("低", 50),
                    kind.line("名称")));
        }
        if (kinds.isEmpty()) {
            throw entry.broken("归类", "“归类”是空的");
        }
        return new Points(entry.points("提示线"), entry.points("放行线"), pointsOfWords(entry), List.copyOf(kinds));
    }

    private List<String> shownPoints(RuleEntry entry) {
        RuleEntry byPoints = new RuleEntry(file, "用语", entry.value("用语"), Set.of());
        return byPoints.keys().stream()
                .map(key -> "%s 分：%s".formatted(key, String.join(" | ", texts(byPoints.texts(key)))))
                .toList();
    }

    /** Words by their points, as 用语: {5: [指定, 定点]}. */
    private Map<Integer, Integer> pointsOfWords(RuleEntry entry) {
        RuleEntry byPoints = new RuleEntry(file, "用语", entry.value("用语"), Set.of());
        Map<Integer, Integer> points = new HashMap<>();
        for (String key : byPoints.keys()) {
            if (!key.matches("-?\\d{1,2}")) {
                throw byPoints.broken(key, "“%s”不是分数，应当是 -99 到 99 的整数".formatted(key));
            }
            for (RuleEntry.Written word : byPoints.texts(key)) {
                points.merge(vocabulary.group(expand(List.of(word))), Integer.parseInt(key), Integer::sum);
            }
        }
        return Map.copyOf(points);
    }

    private record Standard(String item, @Nullable String subItem) {}

    private Standard standard(RuleEntry entry, String citation) {
        for (StandardItem item : items()) {
            if (item.article().equals(citation)) {
                return new Standard(item.code(), null);
            }
            for (SubItem subItem : item.subItems()) {
                if (subItem.citation().equals(citation)) {
                    return new Standard(item.code(), subItem.code());
                }
            }
        }
        throw entry.broken("依据", "没有“%s”这一审查标准，应当写成“办法第十五条第三项”或者“条例第八条第五项”".formatted(citation));
    }

    /** Those in force, then those of the other regimes, the latest first: rules outlive the regime in whose words they cite. */
    private List<StandardItem> items() {
        List<StandardItem> items = new ArrayList<>();
        standards.groups().forEach(group -> items.addAll(group.items()));
        List<Regime> regimes = standards.all();
        for (int place = regimes.size() - 1; place >= 0; place--) {
            items.addAll(regimes.get(place).items());
        }
        return items;
    }

    private SortedSet<String> list(String name, int line, int depth) {
        SortedSet<String> known = expanded.get(name);
        if (known != null) {
            return known;
        }
        if (name.equals(Places.NAME)) {
            vocabulary.pseudoWord(name);
            return new TreeSet<>(Set.of("<" + name + ">"));
        }
        if (name.startsWith("定义:")) {
            vocabulary.pseudoWord(name);
            return new TreeSet<>(Set.of("<" + name + ">"));
        }
        List<RuleEntry.Written> written = lists.get(name);
        if (written == null) {
            throw new BrokenRuleFile(file, line, "没有名为“%s”的词表".formatted(name));
        }
        if (depth > DEPTH_OF_LISTS) {
            throw new BrokenRuleFile(file, line, "词表“%s”引用了自己，或者引用的层次过多".formatted(name));
        }
        SortedSet<String> words = expand(written, depth + 1);
        expanded.put(name, words);
        return words;
    }

    private SortedSet<String> expand(Collection<RuleEntry.Written> alternatives) {
        return expand(alternatives, 0);
    }

    private SortedSet<String> expand(Collection<RuleEntry.Written> alternatives, int depth) {
        SortedSet<String> words = new TreeSet<>();
        for (RuleEntry.Written alternative : alternatives) {
            words.addAll(expand(alternative, depth));
            if (words.size() > MOST_WORDS) {
                throw new BrokenRuleFile(file, alternative.line(), "组合出来的词超过 %d 个，请拆开".formatted(MOST_WORDS));
            }
            if (wordsInAll + words.size() > MOST_WORDS_IN_ALL) {
                throw new BrokenRuleFile(
                        file, alternative.line(), "全部规则组合出来的词超过 %d 个，请减少".formatted(MOST_WORDS_IN_ALL));
            }
        }
        wordsInAll += words.size();
        return words;
    }

    /** Every word that comes of an alternative such as 在<本地>注册. */
    private Set<String> expand(RuleEntry.Written alternative, int depth) {
        String text = alternative.text();
        Matcher matcher = LIST.matcher(text);
        if (matcher.matches()) {
            return list(matcher.group(1), alternative.line(), depth);
        }
        Set<String> words = new LinkedHashSet<>(Set.of(""));
        int from = 0;
        matcher.reset();
        while (matcher.find()) {
            String before = text.substring(from, matcher.start());
            SortedSet<String> inserted = list(matcher.group(1), alternative.line(), depth);
            words = words.stream()
                    .flatMap(word -> inserted.stream()
                            .filter(other -> !other.startsWith("<"))
                            .map(other -> word + before + other))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (words.size() > MOST_WORDS) {
                throw new BrokenRuleFile(file, alternative.line(), "组合出来的词超过 %d 个，请拆开".formatted(MOST_WORDS));
            }
            from = matcher.end();
        }
        String rest = text.substring(from);
        Set<String> normal = new LinkedHashSet<>();
        for (String word : words) {
            String normalised = NormalText.of(word + rest).toString();
            if (normalised.isEmpty() || normalised.indexOf('<') >= 0 || normalised.indexOf('>') >= 0) {
                throw new BrokenRuleFile(file, alternative.line(), "“%s”不成词，请检查 + 、| 和 < > 的写法".formatted(text));
            }
            normal.add(normalised);
        }
        return normal;
    }

    private static Map<String, List<String>> written(Map<String, List<RuleEntry.Written>> lists) {
        Map<String, List<String>> written = new LinkedHashMap<>();
        lists.forEach((name, words) -> written.put(name, texts(words)));
        return written;
    }

    private static List<String> texts(List<RuleEntry.Written> written) {
        return written.stream().map(RuleEntry.Written::text).toList();
    }

    private static Set<String> ordered(String... keys) {
        return new LinkedHashSet<>(List.of(keys));
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

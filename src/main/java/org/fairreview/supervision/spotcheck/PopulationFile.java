package org.fairreview.supervision.spotcheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairreview.cleanup.Draw;
import org.jspecify.annotations.Nullable;

/**
 * The list from which is drawn (总体名单), as text: UTF-8, one line each, fields between tabs, sorted; a line that begins
 * with {@code #} names the fields. Its digest is what {@code sha256sum} says of the file.
 *
 * <p>What is drawn is the first field of a line, which stands there once. A plain list has nothing else.
 */
public final class PopulationFile {

    static final String HEAD = "#编号\t政策措施名称\t文号\t单位\t层级\t领域\t地区\t印发日期";

    private static final String MARK = "\uFEFF";

    /** A line of the list. */
    public record Line(String number, List<String> cells, String text) {}

    /** The list cannot be drawn from; the message says why, in Chinese and English. */
    static final class Broken extends Exception {
        Broken(String message) {
            super(message, null, false, false);
        }
    }

    private final List<String> texts;
    private final Map<String, Line> lines;

    private PopulationFile(List<String> texts, Map<String, Line> lines) {
        this.texts = texts;
        this.lines = lines;
    }

    /**
     * Reads a list; blank lines, a byte-order mark and the line ends of Windows say nothing.
     *
     * @throws Broken where it holds nothing, or something twice
     */
    static PopulationFile parse(String text) throws Broken {
        List<String> texts = new ArrayList<>();
        Map<String, Line> lines = new LinkedHashMap<>();
        for (String line : (text.startsWith(MARK) ? text.substring(1) : text).split("\r?\n")) {
            if (line.isBlank()) {
                continue;
            }
            texts.add(line);
            if (line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split("\t", -1));
            if (lines.put(cells.get(0), new Line(cells.get(0), cells, line)) != null) {
                throw new Broken("“%s”在名单里有两行。 Twice in the list.".formatted(cells.get(0)));
            }
        }
        if (lines.isEmpty()) {
            throw new Broken("名单里什么也没有。 The list is empty.");
        }
        return new PopulationFile(texts, lines);
    }

    /** The text of a list: numbered in the order of the measures' own words, whatever the order in which they came. */
    static String write(List<ListedMeasure> sorted) {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        for (int place = 1; place <= sorted.size(); place++) {
            text.append(number(place))
                    .append('\t')
                    .append(sorted.get(place - 1).line())
                    .append('\n');
        }
        return text.toString();
    }

    /** The number of a place in the list, from 1. */
    static String number(int place) {
        return "%05d".formatted(place);
    }

    public int size() {
        return lines.size();
    }

    /** SHA-256 of its sorted lines, in hexadecimal. */
    public String digest() {
        return Draw.digest(texts);
    }

    /** How many of the list fall to each stratum where so many are drawn. */
    Map<String, Integer> shares(int size, Stratum by) throws Broken {
        return Draw.shares(
                strata(by).values().stream().collect(Collectors.toMap(Function.identity(), each -> 1, Integer::sum)),
                size);
    }

    /** Draws; all, where the list holds fewer than are wanted. In the order of the draw. */
    List<Line> draw(int size, String seed, @Nullable Stratum by) throws Broken {
        List<String> drawn =
                by == null ? Draw.first(lines.keySet(), size, seed) : Draw.stratified(strata(by), size, seed);
        return drawn.stream()
                .map(number -> Objects.requireNonNull(lines.get(number)))
                .toList();
    }

    private Map<String, String> strata(Stratum by) throws Broken {
        Map<String, String> strata = new LinkedHashMap<>();
        for (Line line : lines.values()) {
            if (line.cells().size() <= by.column()) {
                throw new Broken(
                        "名单没有第%d列，不能按%s分层。 The list has no such column.".formatted(by.column() + 1, by.word()));
            }
            strata.put(line.number(), line.cells().get(by.column()));
        }
        return strata;
    }
}

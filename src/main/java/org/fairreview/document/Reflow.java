package org.fairreview.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts the printed lines of pages together to paragraphs again, without page numbers and running heads. */
final class Reflow {

    private static final String HAN = "[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]";
    private static final Pattern PAGE_NUMBER = Pattern.compile("^[-—–－·\\s]*"
            + "(\\d{1,4}|第\\s?\\d{1,4}\\s?页([\\s,，/共]*\\d{1,4}\\s?页)?|\\d{1,4}\\s?/\\s?\\d{1,4})[-—–－·\\s]*$");

    /** The gap that is set between Chinese and western characters; nobody typed it. */
    private static final Pattern GAP_BETWEEN_SCRIPTS =
            Pattern.compile("(?<=" + HAN + ") (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%‰]) (?=" + HAN + ")");

    private final List<PrintedLine> lines;
    private final float left;
    private final float right;
    private final boolean indents;

    private Reflow(List<PrintedLine> lines) {
        this.lines = lines;
        this.left = mostCommonLeft(lines);
        var rights = lines.stream().map(PrintedLine::right).sorted().toList();
        this.right = rights.isEmpty() ? 0 : rights.get((rights.size() - 1) * 9 / 10);
        this.indents = lines.stream().filter(this::isIndented).count() * 10 > lines.size();
    }

    static String of(List<List<PrintedLine>> pages) {
        return new Reflow(withoutMargins(pages)).text();
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            var line = GAP_BETWEEN_SCRIPTS.matcher(lines.get(i).text()).replaceAll("");
            if (i > 0) {
                boolean joined = goesOn(lines.get(i - 1), lines.get(i));
                text.append(joined ? joint(text.charAt(text.length() - 1), line.charAt(0)) : "\n");
            }
            text.append(line);
        }
        return text.toString();
    }

    /**
     * The next line belongs to the same paragraph when this one is full and the next is not indented; where nothing is
     * indented, a number or the end of a sentence parts them.
     */
    private boolean goesOn(PrintedLine line, PrintedLine next) {
        boolean full = line.right() + firstWord(next) >= right - 2.5 * line.size();
        if (!full || isIndented(next)) {
            return false;
        }
        boolean ends = "。；：！？;!?".indexOf(line.text().charAt(line.text().length() - 1)) >= 0;
        boolean numbered = Marker.of(next.text()) != null;
        return indents ? !numbered || !ends : !numbered && !ends;
    }

    /** What could not be parted, and so went to the next line though there was room for some of it. */
    private static double firstWord(PrintedLine line) {
        int length = 0;
        while (length < line.text().length()
                && line.text().charAt(length) > ' '
                && line.text().charAt(length) < 0x2E80) {
            length++;
        }
        return length * line.size() * 0.5;
    }

    private boolean isIndented(PrintedLine line) {
        return line.left() > left + 0.8 * line.size();
    }

    private static String joint(char last, char next) {
        return isLatin(last) && isLatin(next) ? " " : "";
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    /** Lines that go on a paragraph begin at the edge of the column; where none do, the leftmost line tells. */
    private static float mostCommonLeft(List<PrintedLine> lines) {
        Map<Integer, Integer> counts = new HashMap<>();
        lines.forEach(line -> counts.merge(Math.round(line.left()), 1, Integer::sum));
        int leftmost = counts.entrySet().stream()
                .filter(entry -> entry.getValue() * 10 >= lines.size())
                .mapToInt(Map.Entry::getKey)
                .min()
                .orElse(0);
        return leftmost;
    }

    private static List<PrintedLine> withoutMargins(List<List<PrintedLine>> pages) {
        var running = running(pages);
        var lines = new ArrayList<PrintedLine>();
        for (var page : pages) {
            for (int i = 0; i < page.size(); i++) {
                var text = page.get(i).text();
                boolean edge = i == 0 || i == page.size() - 1;
                if (!(edge && (PAGE_NUMBER.matcher(text).matches() || running.contains(text)))) {
                    lines.add(page.get(i));
                }
            }
        }
        return lines;
    }

    /** Lines that stand at the edge of most pages. */
    private static Set<String> running(List<List<PrintedLine>> pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (var page : pages) {
            if (!page.isEmpty()) {
                new HashSet<>(List.of(
                                page.get(0).text(), page.get(page.size() - 1).text()))
                        .forEach(line -> counts.merge(line, 1, Integer::sum));
            }
        }
        var running = new HashSet<String>();
        counts.forEach((line, times) -> {
            if (times >= 3 && times * 2 > pages.size()) {
                running.add(line);
            }
        });
        return running;
    }
}

package org.fairreview.screening;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fairreview.standard.Standards;

/**
 * Measures the screening beside a loop of {@code java.util.regex} over the same rules, at 1, 10 and 100 times as many
 * rules, the loop at the first two of them; see docs/screening.md for the command.
 *
 * <p>The further rules are the shipped ones with other characters in their words, as the rules of other matters would
 * have; both sides get the same. Only signals and the words in them are multiplied: what denies or excludes, places,
 * definitions and points are those of the shipped rules, and so is the text, in which few of the further words stand.
 */
final class ScreeningBench {

    private static final int TEXT = 200_000;

    /** At 100 times the rules the loop would need hours. */
    private static final int LOOP_UP_TO = 10;

    /** So many runs over the whole text before anything is measured, or the first book would be measured cold. */
    private static final int WARMING_UP = 20;

    private ScreeningBench() {}

    public static void main(String[] arguments) {
        Standards standards = new Standards(Clock.systemUTC());
        String text = text(TEXT);
        System.out.printf("text %,d characters, best of several runs%n", text.length());
        Screening shipped = new Screening(RuleFile.readShipped(standards));
        best(WARMING_UP, () -> shipped.screen(text));
        long single = 0;
        for (int times : new int[] {1, 10, 100}) {
            KNOWN.clear();
            shippedWords = new String[0];
            RuleBook book = multiplied(RuleFile.readShipped(standards), times);
            Screening screening = new Screening(book);
            String part = text.substring(0, 20_000 / times);
            best(20, () -> screening.screen(text.substring(0, 20_000)));
            long own = best(10, () -> screening.screen(part));
            long naive = times > LOOP_UP_TO ? 0 : loop(book, part);
            long whole = best(5, () -> screening.screen(text));
            single = times == 1 ? whole : single;
            System.out.printf(
                    "%3dx: %,d signals, %,d words; %,d characters: screening %.1f ms%s%n",
                    times,
                    book.signals().size(),
                    book.vocabulary().size(),
                    part.length(),
                    own / 1e6,
                    naive == 0
                            ? ""
                            : ", regex loop %.1f ms, %.1f times as long".formatted(naive / 1e6, (double) naive / own));
            System.out.printf(
                    "      200,000 characters: screening %,d ms, %.1f times as long as at 1x%n",
                    whole / 1_000_000, (double) whole / single);
        }
        heap(shipped);
    }

    private static long loop(RuleBook book, String text) {
        List<Pattern> patterns = RegexLoop.of(book);
        return best(2, () -> RegexLoop.run(patterns, text));
    }

    private static RuleBook multiplied(RuleBook book, int times) {
        Vocabulary vocabulary = book.vocabulary();
        List<Signal> signals = new ArrayList<>(book.signals());
        for (int copy = 1; copy < times; copy++) {
            for (Signal signal : book.signals()) {
                signals.add(new Signal(
                        signal.rule(),
                        shifted(signal.groups(), copy, vocabulary),
                        signal.distances(),
                        signal.ordered(),
                        signal.wholeClause(),
                        signal.mindsNegation(),
                        signal.exclusions()));
            }
        }
        vocabulary.close();
        return new RuleBook(
                book.version(),
                book.rules(),
                book.lists(),
                signals,
                vocabulary,
                RuleBook.anchored(signals, vocabulary),
                book.places(),
                book.placeWord(),
                book.negators(),
                book.nearNegators(),
                book.noNegators(),
                book.resets(),
                book.exclusions(),
                book.nearExclusions(),
                book.definitions(),
                book.points());
    }

    /** Groups of the same build, each Chinese character replaced by one some places further on. */
    private static int[] shifted(int[] groups, int copy, Vocabulary vocabulary) {
        return Arrays.stream(groups)
                .map(group -> KNOWN.computeIfAbsent(copy * 100_000 + group, any -> {
                    String[] words = names(vocabulary);
                    return vocabulary.group(Arrays.stream(vocabulary.members(group))
                            .mapToObj(word -> words[word])
                            .filter(word -> word.charAt(0) != '<')
                            .map(word -> shifted(word, copy))
                            .collect(Collectors.toCollection(TreeSet::new)));
                }))
                .toArray();
    }

    private static final Map<Integer, Integer> KNOWN = new HashMap<>();
    private static String[] shippedWords = {};

    private static String[] names(Vocabulary vocabulary) {
        if (shippedWords.length == 0) {
            shippedWords = vocabulary.words();
        }
        return shippedWords;
    }

    private static String shifted(String word, int copy) {
        StringBuilder shifted = new StringBuilder();
        int han = '龥' - '一' + 1;
        word.chars()
                .map(c -> c >= '一' && c <= '龥' ? '一' + (c - '一' + 37 * copy) % han : c)
                .forEach(c -> shifted.append((char) c));
        return shifted.toString();
    }

    private static void heap(Screening screening) {
        String text = text(2_000);
        for (int i = 0; i <= 10_000; i++) {
            screening.screen(text);
            if (i % 2_500 == 0) {
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                System.out.printf(
                        "heap after %,6d texts: %,d MB%n", i, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
            }
        }
    }

    private static long best(int runs, Runnable work) {
        long best = Long.MAX_VALUE;
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    /** The rules' own examples in a fixed random order, with plain sentences between them. */
    private static String text(int length) {
        Screening shipped = new Screening(RuleFile.readShipped(new Standards(Clock.systemUTC())));
        List<String> sentences = new ArrayList<>();
        shipped.rules().forEach(rule -> {
            sentences.addAll(rule.lawful());
            sentences.addAll(rule.violating());
        });
        for (int i = 0; i < 400; i++) {
            sentences.add("各有关部门按照职责分工做好组织实施工作，及时总结经验，加强宣传引导，确保各项措施落到实处。");
        }
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(sentences.get(random.nextInt(sentences.size())));
        }
        return text.substring(0, length);
    }

    /** The same signals, each written as one regular expression and tried one after the other. */
    private static final class RegexLoop {

        static List<Pattern> of(RuleBook book) {
            String[] words = book.vocabulary().words();
            List<Pattern> patterns = new ArrayList<>();
            for (Signal signal : book.signals()) {
                StringBuilder pattern = new StringBuilder();
                for (int group = 0; group < signal.groups().length; group++) {
                    if (group > 0) {
                        pattern.append("[^。；;！？]{0,")
                                .append(signal.distances()[group - 1])
                                .append("}?");
                    }
                    pattern.append(Arrays.stream(book.vocabulary().members(signal.groups()[group]))
                            .mapToObj(word -> words[word])
                            .filter(word -> word.charAt(0) != '<')
                            .map(word -> Arrays.stream(word.split("#", -1))
                                    .map(Pattern::quote)
                                    .collect(Collectors.joining("[0-9一二三四五六七八九十百千万亿.]+")))
                            .collect(Collectors.joining("|", "(?:", ")")));
                }
                patterns.add(Pattern.compile(pattern.toString()));
            }
            return patterns;
        }

        static int run(List<Pattern> patterns, String text) {
            int found = 0;
            for (Pattern pattern : patterns) {
                var matcher = pattern.matcher(text);
                while (matcher.find()) {
                    found++;
                }
            }
            return found;
        }
    }
}

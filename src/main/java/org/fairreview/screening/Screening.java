package org.fairreview.screening;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairreview.document.Passage;
import org.fairreview.document.PassageKind;
import org.fairreview.standard.Standards;

/**
 * Screens a text under the rules of one file: points at the passages that deserve a look, and says why.
 *
 * <p>The same passages and rules always give the same hits; any number of threads may screen at once. No hit is never a
 * proof of no risk.
 */
public final class Screening {

    /** Is told before each passage how many are done, and may throw to stop the screening. */
    interface Watch {
        void done(int passages);
    }

    /** Longer clauses are matched sentence by sentence only. */
    private static final int LONGEST_WHOLE = 4_000;

    private static final int LONGEST_HEADING = 40;

    /** A rule of this confidence is never overruled by points. */
    private static final int SURE = 90;

    private static final int FEWEST_WORDS = 2;
    private static final int LOWEST_BY_POINTS = 20;
    private static final int HIGHEST_BY_POINTS = 45;
    private static final int DEEPEST_LEAD_IN = 4;
    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingInt(Hit::ordinal)
            .thenComparing(Comparator.comparingInt(Hit::score).reversed())
            .thenComparingInt(Hit::start)
            .thenComparing(Hit::rule);

    private static final Pattern TERM =
            Pattern.compile("(?:所称|所指|所述|所说)的?([^,。:;]{2,12}?),?(?:均|系|应|须|必须|应当|特)?(?:是指|指|为|是)");

    private final RuleBook book;
    private final Matching matching;

    Screening(RuleBook book) {
        this.book = book;
        this.matching = new Matching(book);
    }

    /** Screening without the product around it: the rules of a data folder, else those that the product ships. */
    static Screening in(Path data, Standards standards) {
        return new Screening(RuleFile.readIn(data, standards));
    }

    /**
     * Screening by a file of rules that is not in force yet, to try it.
     *
     * @throws BrokenRuleFile with line and reason, in Chinese, when the file cannot be accepted
     */
    public static Screening by(String fileName, byte[] ruleFile, Standards standards) {
        return new Screening(RuleFile.read(fileName, ruleFile, standards));
    }

    public String ruleVersion() {
        return book.version();
    }

    /** The rules in the order of their file. */
    public List<Rule> rules() {
        return book.rules();
    }

    /** The lists of words that the rules refer to, by their names, as written in the file. */
    public Map<String, List<String>> wordLists() {
        return book.lists();
    }

    /** Screens all passages of one text; lists and definitions reach from one passage to others. */
    public Screened screen(List<Passage> passages) {
        return screen(passages, done -> {});
    }

    Screened screen(List<Passage> passages, Watch watch) {
        List<Clause> clauses =
                passages.stream().map(passage -> Clause.of(passage, book)).toList();
        colourDefinedTerms(clauses);
        List<Hit> hits = new ArrayList<>();
        Deque<Clause> leadIns = new ArrayDeque<>();
        int done = 0;
        for (Clause clause : clauses) {
            watch.done(done++);
            while (!leadIns.isEmpty() && !belongsUnder(clause, leadIns.getLast())) {
                leadIns.removeLast();
            }
            if (!isHeading(clause.passage())) {
                screen(clause, leadIns(leadIns), hits);
            }
            if (clause.asLeadIn() != null) {
                leadIns.addLast(clause);
            }
        }
        hits.sort(BEST_FIRST);
        return new Screened(book.version(), hits);
    }

    /** Screens one piece of text that stands alone. */
    public Screened screen(String text) {
        return screen(List.of(new Passage(1, "", PassageKind.TEXT, 0, text.length(), text)));
    }

    /** A heading names a matter and orders nothing. */
    private static boolean isHeading(Passage passage) {
        boolean heading = passage.kind() == PassageKind.TITLE || passage.kind() == PassageKind.CHAPTER;
        return heading
                && passage.text().length() <= LONGEST_HEADING
                && passage.text().indexOf('。') < 0;
    }

    private static boolean belongsUnder(Clause clause, Clause leadIn) {
        return belongsUnder(clause.passage(), leadIn.passage());
    }

    /** Whether a passage is an item of the list that stands under the other. */
    static boolean belongsUnder(Passage passage, Passage leadIn) {
        String address = passage.address();
        String above = leadIn.address();
        return !above.isEmpty() && address.startsWith(above) && address.length() > above.length();
    }

    private static List<Sentence.LeadIn> leadIns(Deque<Clause> clauses) {
        List<Sentence.LeadIn> leadIns = new ArrayList<>();
        Iterator<Clause> from = clauses.iterator();
        for (int skip = clauses.size() - DEEPEST_LEAD_IN; skip > 0; skip--) {
            from.next();
        }
        from.forEachRemaining(clause -> {
            Clause.Span span = clause.asLeadIn();
            if (span != null) {
                leadIns.add(new Sentence.LeadIn(clause, span));
            }
        });
        return leadIns;
    }

    private void screen(Clause clause, List<Sentence.LeadIn> leadIns, List<Hit> hits) {
        int before = hits.size();
        for (Clause.Span span : clause.sentences()) {
            Sentence sentence = Sentence.of(leadIns, clause, span, book.vocabulary());
            add(surely(matching.in(sentence, false), sentence), clause, leadIns, span, hits);
        }
        if (clause.text().length() <= LONGEST_WHOLE) {
            Clause.Span whole = clause.whole();
            add(
                    matching.in(Sentence.of(leadIns, clause, whole, book.vocabulary()), true),
                    clause,
                    leadIns,
                    whole,
                    hits);
        }
        if (hits.size() == before) {
            addByPoints(clause, leadIns, hits);
        }
    }

    /** Without the matches of unsure rules where the sentence as a whole speaks against them. */
    private List<Match> surely(List<Match> matches, Sentence sentence) {
        Points points = book.points();
        if (points == null || matches.isEmpty() || points.sum(sentence) > points.harmless()) {
            return matches;
        }
        return matches.stream()
                .filter(match -> book.rules().get(match.signal().rule()).confidence() >= SURE)
                .toList();
    }

    /** Where no signal fits, the words that count for and against. */
    private void addByPoints(Clause clause, List<Sentence.LeadIn> leadIns, List<Hit> hits) {
        Points points = book.points();
        if (points == null) {
            return;
        }
        for (Clause.Span span : clause.sentences()) {
            Sentence sentence = Sentence.of(leadIns, clause, span, book.vocabulary());
            Predicate<Occurrence> denied = word -> matching.isDenied(word, sentence);
            int sum = points.sum(sentence) < points.line() ? 0 : points.sum(sentence, denied);
            List<Occurrence> words = sum < points.line() ? List.of() : points.strongest(sentence, denied);
            long own = words.stream().filter(sentence::isOwn).count();
            if (own < FEWEST_WORDS || sentence.has(book.exclusions())) {
                continue;
            }
            int score = Math.min(HIGHEST_BY_POINTS, LOWEST_BY_POINTS + sum - points.line());
            points.rules(sentence).forEach(rule -> hits.add(hit(rule, words, score, clause, sentence.own())));
        }
    }

    /** Of each rule the best match in a sentence. */
    private void add(
            List<Match> matches, Clause clause, List<Sentence.LeadIn> leadIns, Clause.Span span, List<Hit> hits) {
        if (matches.isEmpty()) {
            return;
        }
        int own = leadIns.stream()
                .mapToInt(leadIn -> leadIn.span().end() - leadIn.span().start())
                .sum();
        own += span.leadIn() == null ? 0 : span.leadIn().end() - span.leadIn().start();
        Map<Integer, Hit> best = new HashMap<>();
        for (Match match : matches) {
            best.merge(match.signal().rule(), hit(match, clause, own), Screening::better);
        }
        hits.addAll(best.values());
    }

    private static Hit better(Hit one, Hit other) {
        return BEST_FIRST.compare(one, other) <= 0 ? one : other;
    }

    private Hit hit(Match match, Clause clause, int own) {
        int number = match.signal().rule();
        int score = (int) Math.round(book.rules().get(number).confidence() * 0.9 + 10 * match.density());
        return hit(number, match.words(), score, clause, own);
    }

    private Hit hit(int number, List<Occurrence> found, int score, Clause clause, int own) {
        Rule rule = book.rules().get(number);
        int start = Integer.MAX_VALUE;
        int end = 0;
        List<HitWord> words = new ArrayList<>();
        for (Occurrence word : found) {
            int from = word.clause().text().originalStart(word.from());
            int to = word.clause().text().originalEnd(word.to());
            Passage passage = word.clause().passage();
            words.add(new HitWord(passage.ordinal(), passage.text().substring(from, to), from, to));
            if (word.start() >= own) {
                start = Math.min(start, from);
                end = Math.max(end, to);
            }
        }
        return new Hit(
                clause.passage().ordinal(),
                clause.passage().address(),
                start,
                end,
                rule.item(),
                rule.subItem(),
                rule.name(),
                rule.reason(),
                rule.question(),
                words,
                score,
                found.stream()
                        .flatMap(word -> word.clause().definedIn(word.word()).stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private void colourDefinedTerms(List<Clause> clauses) {
        for (RuleBook.Definition definition : book.definitions()) {
            for (Clause clause : clauses) {
                for (Clause.Span span : clause.sentences()) {
                    Sentence sentence = Sentence.of(List.of(), clause, span, book.vocabulary());
                    boolean defines = definition.signals().stream()
                            .anyMatch(signal ->
                                    !matching.holding(signal, sentence).isEmpty());
                    if (defines) {
                        colour(clause, span, definition.word(), clauses);
                    }
                }
            }
        }
    }

    private static void colour(Clause defining, Clause.Span span, int word, List<Clause> clauses) {
        Matcher term = TERM.matcher(new String(defining.text().chars(), span.start(), span.end() - span.start()));
        if (term.find()) {
            clauses.stream()
                    .filter(clause -> clause != defining)
                    .forEach(clause -> clause.addTerm(
                            term.group(1), word, defining.passage().ordinal()));
        }
    }
}

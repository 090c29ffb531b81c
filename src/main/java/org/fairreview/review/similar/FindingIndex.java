package org.fairreview.review.similar;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.fairreview.screening.NormalText;

/**
 * The passages of one region's findings, found again by the pairs of characters that they share; held in memory.
 *
 * <p>How alike two passages are is the share of their pairs that both have, each pair counting the more the fewer passages
 * have it (Dice); numbers are all one. Lucene finds the candidates, the share is ours: it means the same whatever stands
 * in the index.
 */
final class FindingIndex {

    /** A finding's passage. */
    record Entry(long id, String caseNumber, String quotation) {}

    /** A finding like the passage at hand; {@code share} from 0 to 1. */
    record Like(long id, double share) {}

    /** From this share on two passages are called similar. */
    static final double THRESHOLD = 0.4;

    /** A passage of fewer pairs, such as a heading, resembles too much. */
    private static final int FEWEST_PAIRS = 6;

    /** By so many of its rarest pairs candidates are looked for, of which they must have a few. */
    private static final int ASKED_PAIRS = 24;

    private static final int FEWEST_COMMON = 2;
    private static final int CANDIDATES = 30;
    private static final int LOADED_AT_ONCE = 1_000;

    private static final char ANY_NUMBER = '数';
    private static final Pattern SENTENCE_END = Pattern.compile("[。；;\n]");

    private static final String ID = "id";
    private static final String CASE = "case";
    private static final String PAIRS = "pairs";
    private static final String QUOTATION = "quotation";

    private static final Analyzer PAIRS_OF_CHARACTERS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            return new TokenStreamComponents(tokenizer, new CJKBigramFilter(tokenizer));
        }
    };

    private final Set<Long> ids = new HashSet<>();
    private final double threshold;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    FindingIndex() {
        this(THRESHOLD);
    }

    FindingIndex(double threshold) {
        this.threshold = threshold;
        try {
            writer = new IndexWriter(
                    new ByteBuffersDirectory(),
                    new IndexWriterConfig(PAIRS_OF_CHARACTERS).setMergeScheduler(new SerialMergeScheduler()));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes it hold these findings and no other: loads those that are new, forgets those that are gone.
     *
     * @param load the passages of findings by their ids; what it does not give is left out
     */
    synchronized void hold(Collection<Long> wanted, Function<List<Long>, List<Entry>> load) {
        try {
            Set<Long> kept = new HashSet<>(wanted);
            List<Long> gone = ids.stream().filter(id -> !kept.contains(id)).toList();
            List<Long> added = wanted.stream().filter(id -> !ids.contains(id)).toList();
            if (gone.isEmpty() && added.isEmpty()) {
                return;
            }
            for (long id : gone) {
                writer.deleteDocuments(term(id));
                ids.remove(id);
            }
            for (int from = 0; from < added.size(); from += LOADED_AT_ONCE) {
                for (Entry entry : load.apply(added.subList(from, Math.min(from + LOADED_AT_ONCE, added.size())))) {
                    writer.updateDocument(term(entry.id()), document(entry));
                    ids.add(entry.id());
                }
            }
            if (!gone.isEmpty()) {
                writer.forceMergeDeletes();
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The findings of other cases that are like the passage, or like one sentence of it, the likest first. */
    List<Like> like(String passage, String ownCase) {
        return like(Map.of(passage, passage), ownCase).get(passage);
    }

    /** The same for each of several passages, by whatever tells them apart. */
    <K> Map<K, List<Like>> like(Map<K, String> passages, String ownCase) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                Question question = new Question(searcher, ownCase, threshold);
                Map<K, List<Like>> likes = new LinkedHashMap<>();
                for (Map.Entry<K, String> passage : passages.entrySet()) {
                    likes.put(passage.getKey(), question.like(passage.getValue()));
                }
                return likes;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> readings(String passage) {
        Set<String> readings = new LinkedHashSet<>();
        Stream.concat(Stream.of(passage), SENTENCE_END.splitAsStream(passage))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(readings::add);
        return readings;
    }

    /** One look into the index: what it has read of a passage there it need not read again. */
    private static final class Question {

        private record Candidate(long id, Set<String> pairs) {}

        private final IndexSearcher searcher;
        private final String ownCase;
        private final double threshold;
        private final Weights weights;
        private final Map<Integer, Candidate> candidates = new HashMap<>();

        Question(IndexSearcher searcher, String ownCase, double threshold) {
            this.searcher = searcher;
            this.ownCase = ownCase;
            this.threshold = threshold;
            this.weights = new Weights(searcher.getIndexReader());
        }

        List<Like> like(String passage) throws IOException {
            Map<Long, Double> best = new HashMap<>();
            for (String text : readings(passage)) {
                for (Like like : likeAsItStands(text)) {
                    best.merge(like.id(), like.share(), Math::max);
                }
            }
            return best.entrySet().stream()
                    .map(each -> new Like(each.getKey(), each.getValue()))
                    .sorted(Comparator.comparingDouble(Like::share).reversed().thenComparing(Like::id))
                    .toList();
        }

        private List<Like> likeAsItStands(String text) throws IOException {
            Set<String> pairs = pairs(text);
            if (pairs.size() < FEWEST_PAIRS) {
                return List.of();
            }
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            for (String pair : weights.rarest(pairs)) {
                query.add(new TermQuery(new Term(PAIRS, pair)), Occur.SHOULD);
            }
            query.setMinimumNumberShouldMatch(FEWEST_COMMON);
            query.add(new TermQuery(new Term(CASE, ownCase)), Occur.MUST_NOT);
            List<Like> likes = new ArrayList<>();
            for (ScoreDoc found : searcher.search(query.build(), CANDIDATES).scoreDocs) {
                Candidate candidate = candidate(found.doc);
                double share = candidate.pairs().size() < FEWEST_PAIRS ? 0 : weights.share(pairs, candidate.pairs());
                if (share >= threshold) {
                    likes.add(new Like(candidate.id(), share));
                }
            }
            return likes;
        }

        private Candidate candidate(int place) throws IOException {
            Candidate known = candidates.get(place);
            if (known == null) {
                Document document = searcher.storedFields().document(place);
                known = new Candidate(Long.parseLong(document.get(ID)), pairs(document.get(QUOTATION)));
                candidates.put(place, known);
            }
            return known;
        }
    }

    /** How much each pair counts: the rarer, the more. */
    private static final class Weights {

        private final IndexReader reader;
        private final Map<String, Double> known = new HashMap<>();

        Weights(IndexReader reader) {
            this.reader = reader;
        }

        /** Of the pairs that stand in the index at all the rarest. */
        List<String> rarest(Set<String> pairs) throws IOException {
            Map<String, Integer> frequencies = new HashMap<>();
            for (String pair : pairs) {
                int frequency = reader.docFreq(new Term(PAIRS, pair));
                if (frequency > 0) {
                    frequencies.put(pair, frequency);
                }
            }
            return frequencies.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .limit(ASKED_PAIRS)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        double share(Set<String> one, Set<String> other) throws IOException {
            double common = 0;
            double all = 0;
            for (String pair : one) {
                double weight = of(pair);
                all += weight;
                common += other.contains(pair) ? weight : 0;
            }
            for (String pair : other) {
                all += of(pair);
            }
            return all == 0 ? 0 : 2 * common / all;
        }

        private double of(String pair) throws IOException {
            Double weight = known.get(pair);
            if (weight == null) {
                weight = Math.log(1 + (reader.numDocs() + 1.0) / (reader.docFreq(new Term(PAIRS, pair)) + 1.0));
                known.put(pair, weight);
            }
            return weight;
        }
    }

    private static Term term(long id) {
        return new Term(ID, String.valueOf(id));
    }

    private static Document document(Entry entry) {
        Document document = new Document();
        document.add(new StringField(ID, String.valueOf(entry.id()), Store.YES));
        document.add(new StringField(CASE, entry.caseNumber(), Store.NO));
        document.add(new TextField(PAIRS, normal(entry.quotation()), Store.NO));
        document.add(new StoredField(QUOTATION, entry.quotation()));
        return document;
    }

    private static String normal(String text) {
        return NormalText.of(text).toString().replace(NormalText.NUMBER, ANY_NUMBER);
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new LinkedHashSet<>();
        try (TokenStream tokens = PAIRS_OF_CHARACTERS.tokenStream(PAIRS, new StringReader(normal(text)))) {
            CharTermAttribute token = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                pairs.add(token.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pairs;
    }
}

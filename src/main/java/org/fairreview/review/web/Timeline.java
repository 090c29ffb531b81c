package org.fairreview.review.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fairreview.audit.ActingPerson;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.conference.Remits;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.review.Finding;
import org.fairreview.review.ReviewCase;
import org.fairreview.standard.Regime;
import org.fairreview.standard.StandardItem;
import org.fairreview.standard.Standards;
import org.fairreview.standard.SubItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The record of a case as people read it: who did what and when, and what was said, in words. */
@Component
class Timeline {

    /** One step of the case; {@code act} and the moment are for programs. */
    record Step(
            String at,
            String who,
            @Nullable String unit,
            boolean system,
            String what,
            List<Line> said,
            String act,
            Instant occurredAt) {}

    /**
     * A step with its place in the record of the case, counted from 1.
     *
     * @param task the task's id where the step is the completion of a task, otherwise empty
     * @param actorId who did it, empty for the system
     */
    record Entry(int place, String task, String actorId, Step step) {}

    /**
     * The answer to a task as it was recorded.
     *
     * @param words the same answer with words in place of codes and ids
     */
    record GivenAnswer(Entry entry, JsonNode answer, JsonNode words) {}

    /** A label and what was said; nested where the answer was a list. */
    record Line(String label, @Nullable String value, boolean isDigest, List<Line> lines) {

        static Line of(String label, String value) {
            return new Line(label, value, DIGEST.test(value), List.of());
        }

        static Line group(String label, List<Line> lines) {
            return new Line(label, null, false, lines);
        }
    }

    private static final Predicate<String> DIGEST =
            Pattern.compile("[0-9a-f]{64}").asMatchPredicate();

    /** What only machines need. */
    private static final Set<String> UNSAID =
            Set.of("task", "taskName", "id", "startOffset", "endOffset", "hit", "hits", "superseded", "advice");

    /** Labels that stand with the feature. */
    private static final Map<String, String> LABELS_OF = Map.ofEntries(
            Map.entry("conclusion", "review.conclusion"),
            Map.entry("disposition", "review.disposition"),
            Map.entry("justification", "review.justification"),
            Map.entry("legalBasis", "review.legalBasis"),
            Map.entry("way", "review.delivery"),
            Map.entry("role", "measure.file"),
            Map.entry("route", "review.route"),
            Map.entry("exceptionCase", "review.exceptionCase"),
            Map.entry("position", "consultation.position"),
            Map.entry("assessment", "advice.assessment"),
            Map.entry("adopted", "advice.adopted"),
            Map.entry("assignedBy", "advice.assignedBy"),
            Map.entry("use", "evaluation.use"));

    private final AuditTrail trail;
    private final ObjectMapper json;
    private final Labels labels;
    private final Moments moments;
    private final Directory directory;
    private final FileStore store;
    private final Standards standards;
    private final Units units;
    private final Remits remits;
    private final CanvassViews canvasses;

    Timeline(
            AuditTrail trail,
            ObjectMapper json,
            Labels labels,
            Moments moments,
            Directory directory,
            FileStore store,
            Standards standards,
            Units units,
            Remits remits,
            CanvassViews canvasses) {
        this.trail = trail;
        this.json = json;
        this.labels = labels;
        this.moments = moments;
        this.directory = directory;
        this.store = store;
        this.standards = standards;
        this.units = units;
        this.remits = remits;
        this.canvasses = canvasses;
    }

    /**
     * The steps of a case that the person may read, oldest first.
     *
     * @param files all files of the measure, by which an answer may name a text
     */
    List<Step> of(ReviewCase review, List<Finding> findings, List<ManifestEntry> files, CaseInsight insight) {
        return entries(review, findings, files, insight).stream()
                .map(Entry::step)
                .toList();
    }

    /** The same steps with their places in the record. */
    List<Entry> entries(ReviewCase review, List<Finding> findings, List<ManifestEntry> files, CaseInsight insight) {
        Words words = new Words(review, findings, files);
        List<AuditEntry> record = trail.of(review.number());
        return IntStream.range(0, record.size())
                .boxed()
                .flatMap(at -> entry(at + 1, record.get(at), insight, words).stream())
                .toList();
    }

    /** The answer that stands at a place of the record; empty where the entry there is no answer to a task. */
    Optional<GivenAnswer> answer(
            ReviewCase review, List<Finding> findings, List<ManifestEntry> files, CaseInsight insight, int place) {
        Words words = new Words(review, findings, files);
        List<AuditEntry> record = trail.of(review.number());
        if (place < 1 || place > record.size()) {
            return Optional.empty();
        }
        AuditEntry recorded = record.get(place - 1);
        JsonNode answer = read(recorded.details()).path("answer");
        return entry(place, recorded, insight, words)
                .filter(entry -> !entry.task().isEmpty() && answer.isObject())
                .map(entry -> new GivenAnswer(
                        entry, answer, words.underRegimeOf(answer).inWords("", answer)));
    }

    private Optional<Entry> entry(int place, AuditEntry entry, CaseInsight insight, Words words) {
        JsonNode details = read(entry.details());
        ActingPerson actor = entry.actor();
        String actorId = actor.userId() == null ? "" : actor.userId();
        String task = details.path("task").asText("");
        if (!insight.entry(entry.act(), task, actorId)) {
            return Optional.empty();
        }
        String what = details.hasNonNull("taskName")
                ? details.get("taskName").asText()
                : labels.find("act." + entry.act()).orElse(entry.act());
        JsonNode said = details.has("answer") ? details.get("answer") : details;
        Step step = new Step(
                moments.minute(entry.occurredAt()),
                actor.isSystem() ? labels.text("page.timeline.system") : String.valueOf(actor.name()),
                actor.unitName(),
                actor.isSystem(),
                what,
                words.underRegimeOf(said).lines(task, said),
                entry.act(),
                entry.occurredAt());
        return Optional.of(new Entry(place, task, actorId, step));
    }

    private JsonNode read(String details) {
        try {
            return json.readTree(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The details of an audit entry cannot be read", e);
        }
    }

    /** Turns the fields of one case's answers into words. */
    private final class Words {

        private final ReviewCase review;
        private final List<Finding> findings;
        private final List<ManifestEntry> files;
        private final Optional<Regime> regime;
        private final Map<String, String> known = new HashMap<>();

        Words(ReviewCase review, List<Finding> findings, List<ManifestEntry> files) {
            this(review, findings, files, standards.regime(review.regime()));
        }

        private Words(ReviewCase review, List<Finding> findings, List<ManifestEntry> files, Optional<Regime> regime) {
            this.review = review;
            this.findings = findings;
            this.files = files;
            this.regime = regime;
        }

        /** The words of the regime that an answer itself names; of an answer that names none the case's own. */
        Words underRegimeOf(JsonNode answer) {
            Optional<Regime> named = standards.regime(answer.path("regime").asText());
            return named.isEmpty() || named.equals(regime) ? this : new Words(review, findings, files, named);
        }

        List<Line> lines(String task, JsonNode object) {
            List<Line> lines = new ArrayList<>();
            object.properties().forEach(field -> {
                if (!UNSAID.contains(field.getKey())) {
                    line(task, field.getKey(), field.getValue()).ifPresent(lines::add);
                }
            });
            return lines;
        }

        private Optional<Line> line(String task, String field, JsonNode value) {
            String label = labels.find("said." + task + "." + field)
                    .or(() -> labels.find("said." + field))
                    .orElse(field);
            if (value.isNull() || (value.isTextual() && value.asText().isBlank())) {
                return Optional.empty();
            }
            if (value.isArray()) {
                return list(task, field, label, value);
            }
            if (value.isObject()) {
                return Optional.of(Line.group(label, lines(task, value)));
            }
            String word = word(field, value);
            return word.isBlank() ? Optional.empty() : Optional.of(Line.of(label, word));
        }

        private Optional<Line> list(String task, String field, String label, JsonNode values) {
            if (values.isEmpty()) {
                return labels.find("said." + field + ".none").map(none -> Line.of(label, none));
            }
            List<Line> lines = new ArrayList<>();
            List<String> plain = new ArrayList<>();
            for (int place = 0; place < values.size(); place++) {
                JsonNode value = values.get(place);
                if (value.isObject()) {
                    String number = findingNumber(field, value, place + 1);
                    lines.add(Line.group(
                            labels.find("said." + field + ".each", number).orElse(number), lines(task, value)));
                } else {
                    plain.add(word(field, value));
                }
            }
            return Optional.of(lines.isEmpty() ? Line.of(label, String.join("\n", plain)) : Line.group(label, lines));
        }

        /** A decision is about a finding that exists, whatever its place in the answer; each round counts anew. */
        private String findingNumber(String field, JsonNode value, int place) {
            if (field.equals("decisions")) {
                int round = 0;
                int number = 0;
                for (Finding finding : findings) {
                    number = finding.round() == round ? number + 1 : 1;
                    round = finding.round();
                    if (finding.id() != null && finding.id() == value.path("id").asLong(-1)) {
                        return String.valueOf(number);
                    }
                }
            }
            return String.valueOf(place);
        }

        /** The same values in words, in the same shape. */
        JsonNode inWords(String field, JsonNode value) {
            if (value.isObject()) {
                ObjectNode object = json.createObjectNode();
                value.properties().forEach(each -> object.set(each.getKey(), inWords(each.getKey(), each.getValue())));
                return object;
            }
            if (value.isArray()) {
                ArrayNode array = json.createArrayNode();
                value.forEach(each -> array.add(inWords(field, each)));
                return array;
            }
            boolean empty = value.isNull() || value.asText().isBlank();
            return empty ? value : json.getNodeFactory().textNode(word(field, value));
        }

        /** People, files and standards come again and again in one case. */
        private String word(String field, JsonNode value) {
            return known.computeIfAbsent(field + '\n' + value.asText(), key -> said(field, value));
        }

        /** What the regime says, or else the latest that says anything: the review may have begun under an earlier one. */
        private <T> Optional<T> inRegimes(Function<Regime, Optional<T>> found) {
            List<Regime> all = new ArrayList<>(standards.all());
            Collections.reverse(all);
            return Stream.concat(regime.stream(), all.stream())
                    .flatMap(each -> found.apply(each).stream())
                    .findFirst();
        }

        private String said(String field, JsonNode value) {
            String text = value.asText();
            if (field.equals("text")) {
                return store.find(text).map(StoredFile::name).orElseGet(() -> labels.text("said.fileGone"));
            }
            return switch (field) {
                case "reviewer",
                        "adviser",
                        "passedFrom",
                        "passedTo",
                        "told",
                        "handler",
                        "responsible",
                        "responsibleBefore" -> directory.nameOf(text);
                case "item" ->
                    inRegimes(known -> known.item(text)).map(Words::standard).orElse(text);
                case "subItem" ->
                    inRegimes(known -> known.subItem(text)).map(Words::standard).orElse(text);
                case "fileSha256" ->
                    files.stream()
                            .filter(file -> file.sha256().equals(text))
                            .findFirst()
                            .map(ManifestEntry::fileName)
                            .orElse(text);
                case "regime", "regimeBefore" ->
                    standards.regime(text).map(Regime::name).orElse(text);
                case "memberUnit", "evaluatorUnit", "unit", "units" -> units.name(text);
                case "question" -> remits.ask(text).orElse(text);
                case "consultation" -> canvasses.unitOf(text).orElse(text);
                case "evaluationPurpose" -> labels.text("evaluation.purpose." + text);
                case "fileId", "scan", "report" ->
                    store.find(text).map(StoredFile::name).orElseGet(() -> labels.text("said.fileGone"));
                case "sealedOn",
                        "deliveredOn",
                        "issuedOn",
                        "endsOn",
                        "servedOn",
                        "receivedOn",
                        "exceptionEndsOn",
                        "dueOn",
                        "taskDue",
                        "taskDueBefore" -> moments.day(LocalDate.parse(text));
                case "backTo" -> place(value.asInt());
                default ->
                    labels.find("said." + field + "." + text)
                            .or(() -> Optional.ofNullable(LABELS_OF.get(field))
                                    .flatMap(prefix -> labels.find(prefix + "." + text)))
                            .orElseGet(() -> value.isBoolean() ? labels.text("said." + text) : text);
            };
        }

        private String place(int step) {
            if (step < 0) {
                return labels.text("signing.toReviewer");
            }
            return step < review.chain().size() ? review.chain().get(step).label() : String.valueOf(step + 1);
        }

        private static String standard(StandardItem item) {
            return item.article() + " " + item.label();
        }

        private static String standard(SubItem subItem) {
            return subItem.citation() + " " + subItem.label();
        }
    }
}

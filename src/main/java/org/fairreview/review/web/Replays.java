package org.fairreview.review.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measure;
import org.fairreview.measure.MeasureVersion;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Finding;
import org.fairreview.review.ReviewCase;
import org.fairreview.workflow.CaseCourse;
import org.fairreview.workflow.CaseCourse.Run;
import org.fairreview.workflow.CaseCourse.Visit;
import org.fairreview.workflow.CaseCourse.Work;
import org.fairreview.workflow.CaseHistory;
import org.fairreview.workflow.DeployedModels;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers the replay of a case, for those who stand inside of its review and for auditors.
 *
 * <p>The number of queries does not grow with the length of the case.
 */
@Component
@Transactional(readOnly = true)
class Replays {

    private static final String USER_TASK = "userTask";

    private final CaseFile caseFile;
    private final CaseInsights insights;
    private final CaseHistory history;
    private final DeployedModels models;
    private final Timeline timeline;
    private final Measures measures;
    private final Directory directory;
    private final Labels labels;
    private final Moments moments;

    Replays(
            CaseFile caseFile,
            CaseInsights insights,
            CaseHistory history,
            DeployedModels models,
            Timeline timeline,
            Measures measures,
            Directory directory,
            Labels labels,
            Moments moments) {
        this.caseFile = caseFile;
        this.insights = insights;
        this.history = history;
        this.models = models;
        this.timeline = timeline;
        this.measures = measures;
        this.directory = directory;
        this.labels = labels;
        this.moments = moments;
    }

    /** Whether the person may replay the case, which the person may see: it tells all that is on record. */
    boolean mayReplay(ReviewCase review, Actor actor) {
        return insight(review, actor).isInside();
    }

    /** Empty where the person may not see the case, or not from inside. */
    Optional<Replay> find(String number, Actor actor) {
        return open(number, actor).map(review -> new Making(review, actor).replay());
    }

    /** A model on which the case ran, as XML. */
    Optional<String> model(String number, String model, Actor actor) {
        return open(number, actor)
                .filter(review -> history.of(number).visits().stream()
                        .anyMatch(visit -> visit.model().equals(model)))
                .flatMap(review -> models.xml(model));
    }

    /**
     * The form of the task whose answer stands at a place of the record.
     *
     * @param place as in {@link Timeline.Entry}
     */
    Optional<SubmittedForm> form(String number, int place, Actor actor) {
        return open(number, actor).flatMap(review -> new Making(review, actor).form(place));
    }

    private Optional<ReviewCase> open(String number, Actor actor) {
        return caseFile.find(number, actor).filter(review -> mayReplay(review, actor));
    }

    /** An auditor reads everything, also of a review that a unit does by itself and has not yet concluded. */
    private CaseInsight insight(ReviewCase review, Actor actor) {
        return caseFile.audits(actor, review)
                ? new CaseInsight(CaseInsight.Side.REGULATOR, actor.userId(), false, review.isConcluded())
                : insights.of(review, actor);
    }

    /** The work on one replay. */
    private final class Making {

        private final ReviewCase review;
        private final CaseInsight insight;
        private final List<MeasureVersion> versions;
        private final List<Finding> findings;
        private final Map<String, String> names = new HashMap<>();
        private final Instant now = moments.now();

        Making(ReviewCase review, Actor actor) {
            this.review = review;
            this.insight = insight(review, actor);
            this.versions = measures.versionsOf(review.measureId());
            this.findings = caseFile.allFindings(review.number());
        }

        Replay replay() {
            CaseCourse course = history.of(review.number());
            ReplayOrder order = ReplayOrder.of(entries(), course.visits());
            Map<String, Integer> runs = IntStream.range(0, course.runs().size())
                    .boxed()
                    .collect(Collectors.toMap(place -> course.runs().get(place).id(), place -> place));
            return new Replay(
                    review.number(),
                    measure().facts().title(),
                    review.caseEnd()
                            .map(end -> labels.of("review.end", end))
                            .orElseGet(() -> labels.of("review.stage", review.stage())),
                    versionViews(),
                    items(course, order, runs),
                    new Replay.Course(
                            runViews(course.runs(), runs),
                            modelViews(course),
                            visitViews(course, order, runs),
                            order.moments().stream()
                                    .map(moment -> new Replay.ItemPart(
                                            moment.hasVisit()
                                                    ? runs.get(course.visits()
                                                            .get(moment.visit())
                                                            .run())
                                                    : -1,
                                            moment.visit()))
                                    .toList()),
                    sums(course));
        }

        private Measure measure() {
            return measures.get(review.measureId());
        }

        private List<Timeline.Entry> entries() {
            return timeline.entries(review, findings, files(), insight);
        }

        private List<ManifestEntry> files() {
            return versions.stream()
                    .flatMap(version -> version.manifest().stream())
                    .toList();
        }

        private List<Replay.Version> versionViews() {
            return versions.stream()
                    .map(version -> new Replay.Version(
                            labels.text("page.version", version.number()),
                            moments.minute(version.submittedAt()),
                            version.number() == 1
                                    ? null
                                    : "/cases/%s/compare?from=%d&to=%d"
                                            .formatted(review.number(), version.number() - 1, version.number())))
                    .toList();
        }

        private List<Replay.Item> items(CaseCourse course, ReplayOrder order, Map<String, Integer> runs) {
            List<Replay.Item> items = new ArrayList<>();
            for (ReplayOrder.Moment moment : order.moments()) {
                Visit visit = moment.hasVisit() ? course.visits().get(moment.visit()) : null;
                Run run = visit == null ? null : course.runs().get(runs.get(visit.run()));
                String process = run == null || run.caller() == null ? null : run.name();
                items.add(
                        moment.entry() == null
                                ? stepItem(items.size(), visit, process)
                                : entryItem(items.size(), moment.entry(), visit, process));
            }
            return items;
        }

        private Replay.Item entryItem(
                int number, Timeline.Entry entry, @Nullable Visit visit, @Nullable String process) {
            Timeline.Step step = entry.step();
            boolean answered = !entry.task().isEmpty();
            return new Replay.Item(
                    number,
                    answered ? "done" : "act",
                    step.what(),
                    step.at(),
                    process,
                    step.who(),
                    step.unit(),
                    answered ? List.of() : step.said(),
                    answered ? "/cases/%s/replay/answers/%d".formatted(review.number(), entry.place()) : null,
                    visit == null || visit.work() == null ? null : times(visit.work()));
        }

        private Replay.Item stepItem(int number, @Nullable Visit visit, @Nullable String process) {
            Visit reached = Objects.requireNonNull(visit);
            boolean task = reached.type().equals(USER_TASK);
            Work open = reached.work() != null && reached.leftAt() == null ? reached.work() : null;
            return new Replay.Item(
                    number,
                    task ? "task" : "auto",
                    named(reached),
                    moments.minute(reached.enteredAt()),
                    process,
                    open == null || open.assignee() == null ? null : name(open.assignee()),
                    null,
                    List.of(),
                    null,
                    open == null ? null : times(open));
        }

        private String named(Visit visit) {
            String name = visit.name() == null
                    ? labels.find("replay.type." + visit.type()).orElse(visit.element())
                    : visit.name();
            return visit.cancelled() ? labels.text("replay.cancelled", name) : name;
        }

        private Replay.Times times(Work work) {
            return new Replay.Times(
                    moments.duration(work.waited(now)),
                    work.holds().isEmpty() ? null : moments.duration(work.worked(now)),
                    work.dueAt() == null ? null : moments.minute(work.dueAt()),
                    work.isLate(now));
        }

        private List<Replay.RunPart> runViews(List<Run> all, Map<String, Integer> runs) {
            Map<String, Integer> seen = new HashMap<>();
            return all.stream()
                    .map(run -> {
                        int count = seen.merge(run.name(), 1, Integer::sum);
                        return new Replay.RunPart(
                                count == 1 ? run.name() : labels.text("replay.run.again", run.name(), count),
                                run.caller() == null ? null : runs.get(run.caller()));
                    })
                    .toList();
        }

        private Map<String, Replay.ModelPart> modelViews(CaseCourse course) {
            Set<String> ids = new LinkedHashSet<>();
            course.visits().forEach(visit -> ids.add(visit.model()));
            Map<String, Replay.ModelPart> views = new LinkedHashMap<>();
            for (String id : ids) {
                models.find(id)
                        .ifPresent(model -> views.put(
                                id,
                                new Replay.ModelPart(
                                        "/cases/%s/replay/models/%s".formatted(review.number(), id), label(model))));
            }
            return views;
        }

        private List<Replay.VisitPart> visitViews(CaseCourse course, ReplayOrder order, Map<String, Integer> runs) {
            List<ReplayOrder.Span> spans = order.spans();
            List<Replay.VisitPart> views = new ArrayList<>();
            for (int place = 0; place < spans.size(); place++) {
                Visit visit = course.visits().get(place);
                ReplayOrder.Span span = spans.get(place);
                views.add(new Replay.VisitPart(
                        runs.get(visit.run()),
                        visit.model(),
                        visit.element(),
                        visit.via(),
                        span.from(),
                        span.until(),
                        visit.called() == null ? null : runs.get(visit.called()),
                        visit.work() == null ? null : note(visit.work())));
            }
            return views;
        }

        private String note(Work work) {
            String waited = moments.duration(work.waited(now));
            return work.assignee() == null
                    ? labels.text("replay.note.waiting", waited)
                    : labels.text("replay.note", name(work.assignee()), waited, moments.duration(work.worked(now)));
        }

        private String name(String userId) {
            return names.computeIfAbsent(userId, directory::nameOf);
        }

        /** The tasks of the case by their kind: how often, by whom, how long in all. */
        private List<Replay.Sum> sums(CaseCourse course) {
            Map<String, List<Visit>> tasks = course.visits().stream()
                    .filter(visit -> visit.work() != null)
                    .collect(Collectors.groupingBy(this::named, LinkedHashMap::new, Collectors.toList()));
            return tasks.entrySet().stream()
                    .map(task -> sum(
                            task.getKey(),
                            task.getValue().stream().map(Visit::work).toList()))
                    .toList();
        }

        private Replay.Sum sum(String name, List<Work> works) {
            Set<String> people = new TreeSet<>();
            works.forEach(work -> work.holds().forEach(hold -> people.add(name(hold.userId()))));
            return new Replay.Sum(
                    name,
                    works.size(),
                    String.join("、", people),
                    moments.duration(
                            works.stream().map(work -> work.waited(now)).reduce(Duration.ZERO, Duration::plus)),
                    moments.duration(
                            works.stream().map(work -> work.worked(now)).reduce(Duration.ZERO, Duration::plus)),
                    works.stream().anyMatch(work -> work.isLate(now)));
        }

        Optional<SubmittedForm> form(int place) {
            return timeline.answer(review, findings, files(), insight, place).map(this::form);
        }

        private SubmittedForm form(Timeline.GivenAnswer given) {
            Timeline.Entry entry = given.entry();
            CaseCourse course = history.of(review.number());
            Optional<Visit> visit = ReplayOrder.of(entries(), course.visits()).moments().stream()
                    .filter(moment -> moment.hasVisit()
                            && moment.entry() != null
                            && moment.entry().place() == entry.place())
                    .map(moment -> course.visits().get(moment.visit()))
                    .findFirst();
            Optional<DeployedModels.Form> form = visit.flatMap(each -> models.form(each.model(), each.element()));
            Timeline.Step step = entry.step();
            return new SubmittedForm(
                    step.what(),
                    labels.text("replay.form.line", step.who(), step.unit() == null ? "" : step.unit(), step.at()),
                    visit.flatMap(each -> models.find(each.model()))
                            .map(this::label)
                            .orElse(null),
                    form.map(DeployedModels.Form::text).orElse(null),
                    form.filter(DeployedModels.Form::isHtml).isPresent(),
                    given.answer(),
                    given.words(),
                    labelsOf(entry.task(), given.answer()),
                    Map.of(
                            "caseNumber",
                            review.number(),
                            "measureTitle",
                            measure().facts().title()),
                    findingsIn(given.answer()));
        }

        private String label(DeployedModels.Model model) {
            return labels.text("replay.model", model.name(), model.version());
        }

        private Map<String, String> labelsOf(String task, JsonNode answer) {
            Map<String, String> found = new HashMap<>();
            collectLabels(task, answer, found);
            return found;
        }

        private void collectLabels(String task, JsonNode answer, Map<String, String> found) {
            answer.properties().forEach(field -> {
                labels.find("said." + task + "." + field.getKey())
                        .or(() -> labels.find("said." + field.getKey()))
                        .ifPresent(label -> found.put(field.getKey(), label));
                field.getValue().forEach(each -> collectLabels(task, each, found));
            });
        }

        /** The findings that a list of the answer decides about, by their ids. */
        private Map<String, List<Timeline.Line>> findingsIn(JsonNode answer) {
            Set<Long> named = new LinkedHashSet<>();
            answer.path("decisions")
                    .forEach(decision -> named.add(decision.path("id").asLong()));
            return findings.stream()
                    .filter(finding -> named.contains(finding.id()))
                    .collect(Collectors.toMap(
                            finding -> String.valueOf(finding.id()),
                            finding -> List.of(
                                    Timeline.Line.of(labels.text("said.address"), finding.address()),
                                    Timeline.Line.of(labels.text("said.quotation"), finding.quotation()))));
        }
    }
}

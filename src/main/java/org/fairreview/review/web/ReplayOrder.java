package org.fairreview.review.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairreview.workflow.CaseCourse.Visit;
import org.fairreview.workflow.CaseCourse.Work;
import org.jspecify.annotations.Nullable;

/** Puts the entries of the record and the steps of the processes of one case into one order. */
final class ReplayOrder {

    /** A moment of the replay: an entry of the record, or a step that is reached; or an entry that tells that a step is done. */
    record Moment(Timeline.@Nullable Entry entry, int visit) {

        /** The moment belongs to no step. */
        static final int NO_VISIT = -1;

        boolean hasVisit() {
            return visit != NO_VISIT;
        }
    }

    /** During which moments a step is under way, the last one not included; none where it was passed without a halt. */
    record Span(int from, int until) {}

    /** Elements at which nothing happens that anybody would want to read. */
    private static final Set<String> QUIET = Set.of(
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "complexGateway",
            "subProcess");

    /** In one millisecond an answer comes before what it sets going. */
    private static final int ANSWER = 0;

    private static final int ENTRY = 1;
    private static final int STEP = 2;

    private record Key(Instant at, int rank, int sequence) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::at).thenComparing(Key::rank).thenComparing(Key::sequence);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Draft(Key key, Moment moment) {}

    private record Doing(String task, String actorId) {}

    private final List<Visit> visits;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Integer, Integer> answeredAt = new HashMap<>();
    private final Map<Integer, Integer> reachedAt = new HashMap<>();

    private ReplayOrder(List<Timeline.Entry> entries, List<Visit> visits) {
        this.visits = visits;
        Map<Doing, Deque<Integer>> done = doneTasks();
        for (Timeline.Entry entry : entries) {
            drafts.add(entry(entry, done.get(new Doing(entry.task(), entry.actorId()))));
        }
        for (int place = 0; place < visits.size(); place++) {
            if (!isQuiet(visits.get(place))) {
                drafts.add(new Draft(reached(place), new Moment(null, place)));
            }
        }
        drafts.sort(Comparator.comparing(Draft::key));
        for (int at = 0; at < drafts.size(); at++) {
            Moment moment = drafts.get(at).moment();
            if (moment.hasVisit()) {
                (moment.entry() == null ? reachedAt : answeredAt).put(moment.visit(), at);
            }
        }
    }

    /**
     * The order of one case.
     *
     * @param visits in the order in which they were reached
     */
    static ReplayOrder of(List<Timeline.Entry> entries, List<Visit> visits) {
        return new ReplayOrder(entries, visits);
    }

    List<Moment> moments() {
        return drafts.stream().map(Draft::moment).toList();
    }

    /** During which moments each of the steps was under way. */
    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (int place = 0; place < visits.size(); place++) {
            int from = from(place);
            spans.add(new Span(from, until(place, from)));
        }
        return spans;
    }

    private int from(int place) {
        Integer reached = reachedAt.get(place);
        return reached == null ? Math.min(firstAfter(reached(place)), drafts.size() - 1) : reached;
    }

    private int until(int place, int from) {
        Instant leftAt = visits.get(place).leftAt();
        if (leftAt == null) {
            return drafts.size();
        }
        Integer answered = answeredAt.get(place);
        if (answered != null) {
            return answered + 1;
        }
        int least = isQuiet(visits.get(place)) ? from : from + 1;
        return Math.max(least, firstAfter(new Key(leftAt, ENTRY, -1)));
    }

    private int firstAfter(Key key) {
        int at = 0;
        while (at < drafts.size() && drafts.get(at).key().compareTo(key) <= 0) {
            at++;
        }
        return at;
    }

    private Key reached(int place) {
        return new Key(visits.get(place).enteredAt(), STEP, place);
    }

    /** The engine's clock is the one by which an answer is placed: it says when the step was left. */
    private Draft entry(Timeline.Entry entry, @Nullable Deque<Integer> done) {
        Integer visit = done == null ? null : done.poll();
        if (visit == null) {
            Instant at = entry.step().occurredAt().truncatedTo(ChronoUnit.MILLIS);
            return new Draft(new Key(at, ENTRY, entry.place()), new Moment(entry, Moment.NO_VISIT));
        }
        Instant at = visits.get(visit).leftAt();
        return new Draft(new Key(at == null ? Instant.MAX : at, ANSWER, entry.place()), new Moment(entry, visit));
    }

    /** The tasks that were done, by task and person, in the order in which they were done: that of the record. */
    private Map<Doing, Deque<Integer>> doneTasks() {
        Map<Doing, Deque<Integer>> done = new HashMap<>();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < visits.size(); place++) {
            Work work = visits.get(place).work();
            if (work != null && work.completedAt() != null) {
                places.add(place);
            }
        }
        places.sort(Comparator.comparing(place -> visits.get(place).work().completedAt()));
        for (int place : places) {
            Visit visit = visits.get(place);
            String assignee = visit.work().assignee();
            done.computeIfAbsent(
                            new Doing(visit.element(), assignee == null ? "" : assignee), key -> new ArrayDeque<>())
                    .add(place);
        }
        return done;
    }

    private static boolean isQuiet(Visit visit) {
        return QUIET.contains(visit.type());
    }
}

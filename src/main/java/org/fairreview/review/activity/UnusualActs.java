package org.fairreview.review.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairreview.audit.ActingPerson;
import org.fairreview.audit.RecordedAct;
import org.fairreview.calendar.WorkingDays;
import org.springframework.stereotype.Component;

/** Picks out of what people did what an auditor will want to look at; it judges nobody. */
@Component
public class UnusualActs {

    /** Why something is picked out. */
    public enum Sort {
        /** On a day that is no working day. */
        OFF_DAY,
        /** On a working day outside of office hours. */
        OFF_HOURS,
        /** Many acts in a short time. */
        BULK,
        /** Something that was refused to the person. */
        REFUSED,
        /** Somebody tried to come in as somebody and failed, several times. */
        FAILED_LOGINS,
        /** The break-glass account: asked for, opened, used, closed. */
        BREAK_GLASS
    }

    /**
     * What counts as unusual: an office's way of working, to be set on the page.
     *
     * @param begins when office hours begin
     * @param ends when they end
     * @param many how many acts are a bulk
     * @param minutes within how many minutes
     */
    public record Bounds(LocalTime begins, LocalTime ends, int many, int minutes) {

        public static final Bounds USUAL = new Bounds(LocalTime.of(8, 0), LocalTime.of(18, 30), 20, 10);
    }

    /**
     * Acts of one person that are picked out together.
     *
     * @param subjects what they were about: cases, accounts, units
     */
    public record Unusual(
            Sort sort, ActingPerson who, Instant from, Instant until, List<RecordedAct> acts, Set<String> subjects) {

        static Unusual of(Sort sort, List<RecordedAct> acts) {
            List<RecordedAct> inOrder = acts.stream()
                    .sorted(Comparator.comparing(RecordedAct::occurredAt))
                    .toList();
            return new Unusual(
                    sort,
                    inOrder.get(0).actor(),
                    inOrder.get(0).occurredAt(),
                    inOrder.get(inOrder.size() - 1).occurredAt(),
                    inOrder,
                    inOrder.stream().map(RecordedAct::subject).collect(Collectors.toCollection(LinkedHashSet::new)));
        }
    }

    private record PersonDay(String userId, LocalDate day, Sort sort) {}

    private final WorkingDays workingDays;
    private final Clock clock;

    UnusualActs(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** From how many failures on a login is unusual. */
    private static final int MANY_FAILURES = 3;

    /** The refusals of what one person may not do twice, or not for the own unit. */
    private static final Set<String> CONFLICTS = Set.of("review.ownUnit", "signing.ownDraft", "signing.twice");

    /** What is unusual among the acts, the newest first. */
    public List<Unusual> among(List<RecordedAct> acts, Bounds bounds) {
        List<RecordedAct> ofPeople = acts.stream()
                .filter(act -> act.actorId() != null && act.isDeed())
                .toList();
        List<Unusual> found = new ArrayList<>();
        found.addAll(outsideOfHours(ofPeople, bounds));
        found.addAll(bulks(ofPeople, bounds));
        acts.stream().filter(UnusualActs::isTrespass).forEach(act -> found.add(Unusual.of(Sort.REFUSED, List.of(act))));
        acts.stream()
                .filter(act -> act.act().startsWith("sealed."))
                .forEach(act -> found.add(Unusual.of(Sort.BREAK_GLASS, List.of(act))));
        found.addAll(guesses(acts));
        found.sort(Comparator.comparing(Unusual::from).reversed());
        return found;
    }

    /** Failed logins at one account, or at accounts that do not exist, several in the period. */
    private static List<Unusual> guesses(List<RecordedAct> acts) {
        return acts.stream()
                .filter(act -> act.act().equals("login.failed") || act.act().equals("login.unknown"))
                .collect(Collectors.groupingBy(RecordedAct::subject, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(tried -> tried.size() >= MANY_FAILURES)
                .map(tried -> Unusual.of(Sort.FAILED_LOGINS, tried))
                .toList();
    }

    /** Something beyond the person's rights, or against the separation of duties; a slip in a form is neither. */
    private static boolean isTrespass(RecordedAct act) {
        return act.act().equals("refusal.forbidden")
                || act.act().equals("refusal.told")
                        && CONFLICTS.stream().anyMatch(rule -> act.beginning().contains("\"" + rule + "\""));
    }

    /** A line for each person and day. */
    private List<Unusual> outsideOfHours(List<RecordedAct> acts, Bounds bounds) {
        Map<PersonDay, List<RecordedAct>> days = new LinkedHashMap<>();
        for (RecordedAct act : acts) {
            ZonedDateTime at = act.occurredAt().atZone(clock.getZone());
            boolean off = !workingDays.isWorkingDay(at.toLocalDate());
            boolean late = at.toLocalTime().isBefore(bounds.begins())
                    || !at.toLocalTime().isBefore(bounds.ends());
            if (off || late) {
                days.computeIfAbsent(
                                new PersonDay(
                                        String.valueOf(act.actorId()),
                                        at.toLocalDate(),
                                        off ? Sort.OFF_DAY : Sort.OFF_HOURS),
                                day -> new ArrayList<>())
                        .add(act);
            }
        }
        return days.entrySet().stream()
                .map(day -> Unusual.of(day.getKey().sort(), day.getValue()))
                .toList();
    }

    /** Runs of acts in which each window of the given length holds at least so many. */
    private static List<Unusual> bulks(List<RecordedAct> acts, Bounds bounds) {
        Map<String, List<RecordedAct>> byPerson = acts.stream()
                .sorted(Comparator.comparing(RecordedAct::occurredAt))
                .collect(Collectors.groupingBy(
                        act -> String.valueOf(act.actorId()), LinkedHashMap::new, Collectors.toList()));
        List<Unusual> found = new ArrayList<>();
        byPerson.values().forEach(own -> addBulks(own, bounds, found));
        return found;
    }

    private static void addBulks(List<RecordedAct> own, Bounds bounds, List<Unusual> found) {
        Duration window = Duration.ofMinutes(bounds.minutes());
        int first = 0;
        int begun = -1;
        for (int last = 0; last < own.size(); last++) {
            while (Duration.between(own.get(first).occurredAt(), own.get(last).occurredAt())
                            .compareTo(window)
                    > 0) {
                first++;
            }
            boolean many = last - first + 1 >= bounds.many();
            if (many && begun < 0) {
                begun = first;
            }
            if (!many && begun >= 0) {
                found.add(Unusual.of(Sort.BULK, own.subList(begun, last)));
                begun = -1;
            }
        }
        if (begun >= 0) {
            found.add(Unusual.of(Sort.BULK, own.subList(begun, own.size())));
        }
    }
}

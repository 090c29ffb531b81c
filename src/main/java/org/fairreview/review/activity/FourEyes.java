package org.fairreview.review.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fairreview.identity.Actor;
import org.fairreview.review.CaseFile;
import org.fairreview.review.ReviewRoute;
import org.fairreview.workflow.CaseHistory;
import org.fairreview.workflow.CaseHistory.Doer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who drafted, reviewed and signed each concluded case, and whether two of them are one person (四眼核对). */
@Service
@Transactional(readOnly = true)
public class FourEyes {

    /** The most cases of one question. */
    public static final int MOST = 2_000;

    private static final Set<String> DRAFTING = Set.of(
            "Task_SupplementMaterials",
            "Task_SupplyHearing",
            "Task_AmendDraft",
            "Task_ReviseMeasure",
            "Task_AmendOwnDraft");
    private static final Set<String> REVIEWING =
            Set.of("Task_ReviewMeasure", "Task_DraftConclusion", "Task_ReviewOwnMeasure", "Task_DraftOwnConclusion");

    private static final String CONCLUDED =
            """
            select c.number, m.title, c.route, c.submitted_by, c.on_behalf, x.signed_off_at, x.document_number
            from review_case c
            join measure m on m.id = c.measure_id
            join (
              select number, signed_off_at, document_number from review_case where signed_off_at is not null
              union all
              select case_number, signed_off_at, document_number from case_conclusion) x on x.number = c.number
            where c.region_id in (:regions) and x.signed_off_at >= :from and x.signed_off_at < :until
            order by x.signed_off_at desc, c.number limit :most
            """;

    private static final String SIGNED =
            """
            select case_number, step, user_id from case_signature
            where agreed and valid and case_number in (:numbers) order by case_number, step
            """;

    /**
     * A conclusion, and who had a part in it. People are accounts.
     *
     * @param registered the clerk who registered it for a unit without accounts; absent where the unit submitted it
     * @param same those who appear in more than one part, or signed at two steps
     */
    public record Concluded(
            String number,
            String title,
            ReviewRoute route,
            Instant signedOffAt,
            @Nullable String documentNumber,
            @Nullable String registered,
            Set<String> drafted,
            Set<String> reviewed,
            List<String> signed,
            Set<String> same) {}

    private record Row(
            String number,
            String title,
            ReviewRoute route,
            String submittedBy,
            boolean onBehalf,
            Instant signedOffAt,
            @Nullable String documentNumber) {}

    private record Signed(String number, int step, String userId) {}

    private final CaseFile cases;
    private final CaseHistory history;
    private final JdbcClient jdbc;
    private final Clock clock;

    FourEyes(CaseFile cases, CaseHistory history, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The conclusions of the period in the regions that the auditor audits, the newest first. */
    public List<Concluded> find(Period period, Actor auditor) {
        List<Row> rows = jdbc.sql(CONCLUDED)
                .param("regions", cases.sightOf(auditor).audited())
                .param("from", period.start(clock.getZone()).atOffset(ZoneOffset.UTC))
                .param("until", period.end(clock.getZone()).atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query((row, line) -> new Row(
                        row.getString("number"),
                        row.getString("title"),
                        ReviewRoute.valueOf(row.getString("route")),
                        row.getString("submitted_by"),
                        row.getBoolean("on_behalf"),
                        row.getObject("signed_off_at", OffsetDateTime.class).toInstant(),
                        row.getString("document_number")))
                .list();
        Set<String> numbers = rows.stream().map(Row::number).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, List<Doer>> doers =
                history.doers(numbers).stream().collect(Collectors.groupingBy(Doer::caseNumber));
        Map<String, List<Signed>> signed = signed(numbers).stream().collect(Collectors.groupingBy(Signed::number));
        return rows.stream()
                .map(row -> concluded(
                        row, doers.getOrDefault(row.number(), List.of()), signed.getOrDefault(row.number(), List.of())))
                .toList();
    }

    private List<Signed> signed(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SIGNED)
                .param("numbers", numbers)
                .query((row, line) -> new Signed(row.getString(1), row.getInt(2), row.getString(3)))
                .list();
    }

    private static Concluded concluded(Row row, List<Doer> doers, List<Signed> signed) {
        Set<String> drafted = new LinkedHashSet<>();
        if (!row.onBehalf()) {
            drafted.add(row.submittedBy());
            drafted.addAll(those(doers, DRAFTING));
        }
        Set<String> reviewed = those(doers, REVIEWING);
        List<String> signers = signed.stream().map(Signed::userId).distinct().toList();
        return new Concluded(
                row.number(),
                row.title(),
                row.route(),
                row.signedOffAt(),
                row.documentNumber(),
                row.onBehalf() ? row.submittedBy() : null,
                drafted,
                reviewed,
                signers,
                same(row.route(), drafted, reviewed, signed));
    }

    /** Where the unit reviews by itself, its office drafts and reviews, as the law says (Reg. 13); signing stays apart. */
    static Set<String> same(ReviewRoute route, Set<String> drafted, Set<String> reviewed, Set<String> signed) {
        Set<String> same = new TreeSet<>();
        if (route != ReviewRoute.OWN) {
            drafted.stream().filter(reviewed::contains).forEach(same::add);
        }
        drafted.stream().filter(signed::contains).forEach(same::add);
        reviewed.stream().filter(signed::contains).forEach(same::add);
        return same;
    }

    private static Set<String> same(ReviewRoute route, Set<String> drafted, Set<String> reviewed, List<Signed> signed) {
        Map<String, Set<Integer>> steps = new LinkedHashMap<>();
        signed.forEach(each ->
                steps.computeIfAbsent(each.userId(), user -> new TreeSet<>()).add(each.step()));
        Set<String> same = same(route, drafted, reviewed, steps.keySet());
        steps.forEach((user, at) -> {
            if (at.size() > 1) {
                same.add(user);
            }
        });
        return same;
    }

    private static Set<String> those(List<Doer> doers, Set<String> tasks) {
        return doers.stream()
                .filter(doer -> tasks.contains(doer.task()))
                .map(Doer::userId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

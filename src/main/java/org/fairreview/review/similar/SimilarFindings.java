package org.fairreview.review.similar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Conclusion;
import org.fairreview.review.Disposition;
import org.fairreview.review.Justification;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.similar.FindingIndex.Entry;
import org.fairreview.review.similar.FindingIndex.Like;
import org.fairreview.review.similar.SimilarFinding.Beside;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds, for passages of a case, what was found before in passages like them: in concluded reviews of the same region that
 * the reader may open and whose findings it may know, never in a restricted one, never in the case itself.
 *
 * <p>The index is derived and in memory, one for each region that was asked about; every question first brings it to what
 * the tables hold, so that a finding of a destroyed or newly restricted case is gone from it before anything is found.
 */
@Service
@Transactional(readOnly = true)
public class SimilarFindings {

    /** No more than so many are shown of each passage. */
    private static final int MOST = 3;

    /** Findings whose fate is settled: on a version on which a conclusion was signed off. */
    private static final String CONCLUDED =
            """
            from finding f
            join review_case c on c.number = f.case_number
            join measure m on m.id = c.measure_id
            left join case_conclusion p on p.case_number = c.number and p.review_round = f.review_round
            where c.region_id = :region and m.circulation <> 'RESTRICTED' and c.destroyed_at is null
              and f.disposition <> 'OPEN'
              and (p.case_number is not null or (f.review_round = c.review_round and c.signed_off_at is not null))
            """;

    private static final String WITH_IDS = "and f.id in (:ids)";

    private static final String PASSAGES = "select f.id, f.case_number, f.quotation ";

    private static final String WHOLE =
            """
            select f.id, f.case_number, f.address, f.quotation, f.regime, f.item, f.required_change, f.disposition,
              f.justification, f.disposition_note,
              coalesce(p.conclusion, c.conclusion) as concluded, coalesce(p.signed_off_at, c.signed_off_at) as concluded_at
            """;

    private final JdbcClient jdbc;
    private final CaseFile cases;
    private final Map<String, FindingIndex> regions = new ConcurrentHashMap<>();

    SimilarFindings(JdbcClient jdbc, CaseFile cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /**
     * The earlier findings most like each passage, the likest first, one of each case; nothing for passages that resemble
     * none. Auditors get none: what they read of a case is recorded with that case.
     *
     * @param passages the texts, by whatever tells them apart
     * @param readable whether the reader may know all findings of an earlier case that is open to it
     */
    public <K> Map<K, List<Beside>> to(
            ReviewCase review, Map<K, String> passages, Actor reader, Predicate<ReviewCase> readable) {
        if (passages.isEmpty() || reader.holds(Role.AUDITOR)) {
            return Map.of();
        }
        String region = review.regionId();
        FindingIndex index = regions.computeIfAbsent(region, any -> new FindingIndex());
        index.hold(
                jdbc.sql("select f.id " + CONCLUDED)
                        .param("region", region)
                        .query(Long.class)
                        .list(),
                ids -> passages(region, ids));
        Map<K, List<Like>> likes = index.like(passages, review.number());
        Map<Long, SimilarFinding> found = whole(region, likes);
        Map<String, Boolean> open = new HashMap<>();
        Predicate<String> isOpen = number -> open.computeIfAbsent(
                number, asked -> cases.find(asked, reader).filter(readable).isPresent());
        Map<K, List<Beside>> similar = new LinkedHashMap<>();
        likes.forEach((key, each) -> {
            List<Beside> shown = best(each, found, isOpen);
            if (!shown.isEmpty()) {
                similar.put(key, shown);
            }
        });
        return similar;
    }

    private static List<Beside> best(List<Like> likes, Map<Long, SimilarFinding> found, Predicate<String> isOpen) {
        List<Beside> best = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (Like like : likes) {
            SimilarFinding finding = found.get(like.id());
            if (best.size() < MOST
                    && finding != null
                    && isOpen.test(finding.caseNumber())
                    && shown.add(finding.caseNumber())) {
                best.add(new Beside(finding, (int) Math.round(100 * like.share())));
            }
        }
        return best;
    }

    private List<Entry> passages(String region, List<Long> ids) {
        return jdbc.sql(PASSAGES + CONCLUDED + WITH_IDS)
                .param("region", region)
                .param("ids", ids)
                .query((row, place) ->
                        new Entry(row.getLong("id"), row.getString("case_number"), row.getString("quotation")))
                .list();
    }

    private Map<Long, SimilarFinding> whole(String region, Map<?, List<Like>> likes) {
        Set<Long> ids = new HashSet<>();
        likes.values().forEach(each -> each.forEach(like -> ids.add(like.id())));
        Map<Long, SimilarFinding> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(WHOLE + CONCLUDED + WITH_IDS)
                    .param("region", region)
                    .param("ids", ids)
                    .query((ResultSet row) -> {
                        found.put(row.getLong("id"), read(row));
                    });
        }
        return found;
    }

    private static SimilarFinding read(ResultSet row) throws SQLException {
        String justification = row.getString("justification");
        return new SimilarFinding(
                row.getString("case_number"),
                row.getString("address"),
                row.getString("quotation"),
                row.getString("regime"),
                row.getString("item"),
                row.getString("required_change"),
                Disposition.valueOf(row.getString("disposition")),
                justification == null ? null : Justification.valueOf(justification),
                row.getString("disposition_note"),
                Conclusion.valueOf(row.getString("concluded")),
                row.getObject("concluded_at", OffsetDateTime.class).toInstant());
    }
}

package org.fairreview.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fairreview.conference.OpenMatters;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Units;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cases in review that a meeting of the joint conference may have to talk about, those with a dissent or a member
 * that keeps silent first; restricted ones never.
 */
@Component
class OpenCaseMatters implements OpenMatters {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final ReviewCases cases;
    private final CaseFile caseFile;
    private final Units units;
    private final MessageSource messages;

    OpenCaseMatters(JdbcClient jdbc, ReviewCases cases, CaseFile caseFile, Units units, MessageSource messages) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.caseFile = caseFile;
        this.units = units;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Matter> of(String regionId) {
        return jdbc
                .sql(
                        """
                        select c.number, m.title, c.stage,
                          (select count(*) from consultation d where d.case_number = c.number
                            and d.position = 'DISAGREES' and not exists (select 1 from consultation n
                              where n.canvass_id = d.canvass_id and n.asked_unit_id = d.asked_unit_id
                              and n.opinion is not null and n.requested_at > d.requested_at)) dissents,
                          (select count(*) from consultation s where s.case_number = c.number
                            and s.silent_at is not null and s.opinion is null) silent
                        from review_case c join measure m on m.id = c.measure_id
                        where c.region_id = ? and m.circulation <> 'RESTRICTED'
                          and c.stage in ('ACCEPTED', 'IN_REVIEW', 'DRAFTING', 'AMENDING', 'SIGNING')
                        order by 4 desc, 5 desc, c.number
                        """)
                .param(regionId)
                .query((row, line) -> new Matter(
                        row.getString(1),
                        row.getString(2),
                        why(Stage.valueOf(row.getString(3)), row.getInt(4), row.getInt(5))))
                .list()
                .stream()
                .limit(MOST)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isRestricted(String caseNumber) {
        return !cases.restrictedAmong(List.of(caseNumber)).isEmpty();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isHidden(String caseNumber, Actor reader) {
        Optional<ReviewCase> review = cases.findById(caseNumber);
        if (review.isEmpty()) {
            return false;
        }
        boolean regulates = reader.belongsTo(units.inCharge(review.get().regulatorUnitId()));
        boolean drafts = reader.belongsTo(units.inCharge(review.get().draftingUnitId()));
        return caseFile.isClosedTo(caseNumber, reader)
                || (drafts && !regulates && !review.get().isConcluded());
    }

    private String why(Stage stage, int dissents, int silent) {
        if (dissents > 0) {
            return text("meeting.why.dissent", dissents);
        }
        return silent > 0 ? text("meeting.why.silent", silent) : text("review.stage." + stage);
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }
}

package org.fairreview.review;

import java.util.List;
import java.util.Locale;
import org.fairreview.conference.OpenMatters;
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
    private final MessageSource messages;

    OpenCaseMatters(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
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
                            and d.position = 'DISAGREES' and d.returned_at is null) dissents,
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

package org.fairreview.cleanup;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.notification.NoticedCases;
import org.fairreview.workflow.SubjectPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What notices say of clean-ups and of their cases, and where their pages stand. */
@Component
class CleanupMatters implements NoticedCases, SubjectPages {

    private final Campaigns campaigns;
    private final LegacyCases cases;
    private final JdbcClient jdbc;

    CleanupMatters(Campaigns campaigns, LegacyCases cases, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> titles(Collection<String> caseNumbers) {
        Map<String, String> titles = new HashMap<>();
        if (!caseNumbers.isEmpty()) {
            jdbc.sql(
                            "select c.number, m.title from legacy_case c join measure_in_force m on m.measure_id = c.measure_id"
                                    + " where c.number in (:numbers)"
                                    + " union all select number, title from campaign where number in (:numbers)")
                    .param("numbers", caseNumbers)
                    .query(row -> {
                        titles.put(row.getString(1), row.getString(2));
                    });
        }
        return titles;
    }

    @Override
    public boolean isClosedTo(String caseNumber, Actor actor) {
        return false;
    }

    @Override
    public Optional<String> pageOf(String number, Actor actor) {
        return campaigns
                .find(number, actor)
                .map(campaign -> "/cleanup/" + campaign.number())
                .or(() -> cases.find(number, actor).map(legacy -> "/cleanup/cases/" + legacy.number()));
    }
}

package org.fairreview.supervision.spotcheck;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Post;
import org.fairreview.notification.NoticedCases;
import org.fairreview.workflow.Separation;
import org.fairreview.workflow.SubjectPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What notices say of spot checks and where their pages stand, and whom the separation of duties keeps from their tasks. */
@Component
@Transactional(readOnly = true)
class SpotCheckMatters implements NoticedCases, SubjectPages, Separation {

    private static final String SIGN_PLAN = "Task_SignSpotCheckPlan";
    private static final String SIGN_REPORT = "Task_SignSpotCheckReport";

    private final SpotCheckRows checks;
    private final SpotItemRows items;
    private final CleanupPeople people;
    private final JdbcClient jdbc;

    SpotCheckMatters(SpotCheckRows checks, SpotItemRows items, CleanupPeople people, JdbcClient jdbc) {
        this.checks = checks;
        this.items = items;
        this.people = people;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> titles(Collection<String> numbers) {
        Map<String, String> titles = new HashMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql("select number, title from spot_check where number in (:numbers)"
                            + " union all select number, title from spot_item where number in (:numbers)")
                    .param("numbers", numbers)
                    .query(row -> {
                        titles.put(row.getString(1), row.getString(2));
                    });
        }
        return titles;
    }

    @Override
    public boolean isClosedTo(String number, Actor actor) {
        return false;
    }

    @Override
    public Optional<String> pageOf(String number, Actor actor) {
        return items.findById(number)
                .filter(item -> checks.findById(item.checkNumber())
                        .filter(check -> people.sightOf(actor).overlooks(check.regionId()))
                        .isPresent())
                .map(item -> "/spot-checks/%s/items/%d".formatted(item.checkNumber(), item.place()))
                .or(() -> checks.findById(number)
                        .filter(check -> people.sightOf(actor).overlooks(check.regionId()))
                        .map(check -> "/spot-checks/" + check.number()));
    }

    /** Nobody signs the own plan or report, nor inspects a measure twice or decides about the own record. */
    @Override
    public boolean bars(String number, String taskKey, Post post, String userId) {
        if (items.findById(number).filter(item -> item.hasRecordBy(userId)).isPresent()) {
            return true;
        }
        return checks.findById(number)
                .filter(check -> switch (taskKey) {
                    case SIGN_PLAN -> check.barsFromPlan(userId);
                    case SIGN_REPORT ->
                        check.writtenReport()
                                .filter(report -> userId.equals(report.draftedBy()))
                                .isPresent();
                    default -> false;
                })
                .isPresent();
    }
}

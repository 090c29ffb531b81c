package org.fairreview.review;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.legaladvice.Contracts;
import org.fairreview.notification.NoticedCases;
import org.fairreview.workflow.SubjectPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What notices may say of review cases, and to whom: a restricted one has no title, and is for its handlers. Where the page
 * of a contract stands, which bears a number like a case.
 */
@Component
class CaseNotices implements NoticedCases, SubjectPages {

    private final CaseFile cases;
    private final Evaluations evaluations;
    private final Contracts contracts;
    private final JdbcClient jdbc;

    CaseNotices(CaseFile cases, Evaluations evaluations, Contracts contracts, JdbcClient jdbc) {
        this.cases = cases;
        this.evaluations = evaluations;
        this.contracts = contracts;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> titles(Collection<String> caseNumbers) {
        Map<String, String> titles = new HashMap<>(contracts.titles(caseNumbers));
        if (!caseNumbers.isEmpty()) {
            jdbc.sql("select c.number, m.title from review_case c join measure m on m.id = c.measure_id"
                            + " where c.number in (:numbers) and m.circulation <> 'RESTRICTED'")
                    .param("numbers", caseNumbers)
                    .query(row -> {
                        titles.put(row.getString(1), row.getString(2));
                    });
        }
        return titles;
    }

    @Override
    public Optional<String> pageOf(String number, Actor actor) {
        return contracts.find(number, actor).map(contract -> "/advice/contracts/" + number);
    }

    /** An institution learns nothing of what it is no longer commissioned with. */
    private boolean isOverForInstitution(String caseNumber, Actor actor) {
        return !actor.posts().isEmpty()
                && actor.posts().stream().allMatch(post -> post.role() == Role.EVALUATOR)
                && evaluations.openFor(actor).stream()
                        .noneMatch(evaluation -> evaluation.caseNumber().equals(caseNumber));
    }

    @Override
    public boolean isClosedTo(String caseNumber, Actor actor) {
        return cases.isClosedTo(caseNumber, actor) || isOverForInstitution(caseNumber, actor);
    }
}

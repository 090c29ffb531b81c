package org.fairreview.procedure;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Post;
import org.fairreview.notification.NoticedCases;
import org.fairreview.workflow.Separation;
import org.fairreview.workflow.SubjectPages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What notices say of procedures and where their pages stand, and whom the separation of duties keeps from a task. */
@Component
@Transactional(readOnly = true)
class ProcedureMatters implements NoticedCases, SubjectPages, Separation {

    private final ProcedureRows rows;
    private final ProcedurePeople people;
    private final ProcedureHandling handling;

    ProcedureMatters(ProcedureRows rows, ProcedurePeople people, ProcedureHandling handling) {
        this.rows = rows;
        this.people = people;
        this.handling = handling;
    }

    @Override
    public Map<String, String> titles(Collection<String> numbers) {
        Map<String, String> titles = new HashMap<>();
        rows.findAllById(numbers).forEach(each -> titles.put(each.number(), each.title()));
        return titles;
    }

    @Override
    public boolean isClosedTo(String number, Actor actor) {
        return false;
    }

    @Override
    public Optional<String> pageOf(String number, Actor actor) {
        return rows.findById(number).filter(people.sightOf(actor)::covers).map(each -> "/procedures/" + each.number());
    }

    /** Nobody reviews the legality of the own draft, or of a unit with which a conflict is declared. */
    @Override
    public boolean bars(String number, String taskKey, Post post, String userId) {
        return taskKey.equals(ProcedureProcess.REVIEW_LEGALITY)
                && rows.findById(number)
                        .filter(each -> handling.isBarred(each, userId))
                        .isPresent();
    }
}

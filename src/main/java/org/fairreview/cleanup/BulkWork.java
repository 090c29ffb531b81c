package org.fairreview.cleanup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fairreview.cleanup.work.ItemWork;
import org.fairreview.cleanup.work.Job;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.fairreview.workflow.TaskDesk;
import org.springframework.stereotype.Component;

/** Does a bulk action case by case, as the person who asked for it: with that person's rights, and all rules on. */
@Component
class BulkWork implements ItemWork {

    static final String KIND = "BULK";

    private final LegacyCases cases;
    private final LegacyCaseRows rows;
    private final BulkActions actions;
    private final TaskDesk desk;
    private final Directory directory;
    private final RefusalTexts refusals;
    private final ObjectMapper json;

    BulkWork(
            LegacyCases cases,
            LegacyCaseRows rows,
            BulkActions actions,
            TaskDesk desk,
            Directory directory,
            RefusalTexts refusals,
            ObjectMapper json) {
        this.cases = cases;
        this.rows = rows;
        this.actions = actions;
        this.desk = desk;
        this.directory = directory;
        this.refusals = refusals;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<String> act(Job job, String number) {
        String[] parameter = job.parameter().split("\t", -1);
        BulkAction action = BulkAction.valueOf(parameter[0]);
        Actor actor = directory.actor(job.askedBy().orElseThrow()).orElse(null);
        LegacyCase legacy = rows.findById(number).orElse(null);
        if (actor == null || legacy == null || !legacy.campaignNumber().equals(job.campaignNumber())) {
            return Optional.of(refusals.of(Refusal.of("task.nobody")));
        }
        if (legacy.stage() != action.stage()) {
            return Optional.of(refusals.of(Refusal.of("task.doneByOther")));
        }
        Optional<Refusal> objection = actions.objection(legacy, action, actor);
        if (objection.isPresent()) {
            return objection.map(refusals::of);
        }
        desk.completeInNameOf(
                number, action.taskKey(), actor, Map.of(Answers.EMBEDDED, json(answer(action, legacy, parameter))));
        return Optional.empty();
    }

    @Override
    public String said(Refusal refusal) {
        return refusals.of(refusal);
    }

    private String json(Map<String, Object> answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> answer(BulkAction action, LegacyCase legacy, String[] parameter) {
        Map<String, Object> answer = new HashMap<>();
        switch (action) {
            case SIGN -> answer.put("agreed", true);
            case TAKE_OVER -> {
                answer.put("agreed", true);
                answer.put("inBulk", true);
            }
            case DECIDE -> {
                answer.put("act", "DECIDED");
                answer.put("outcome", Outcome.KEEP.name());
            }
            case REGISTER -> {
                answer.put("act", "DECIDED");
                answer.put("outcome", legacy.proposal().orElseThrow().name());
                answer.put("decisionNumber", parameter[1]);
                answer.put("decidedOn", parameter[2]);
                answer.put("decisionFile", parameter[3]);
            }
        }
        return answer;
    }
}

package org.fairreview.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.conference.Canvass;
import org.fairreview.conference.Canvasses;
import org.fairreview.conference.Consultation;
import org.fairreview.conference.JointConferences;
import org.fairreview.conference.Remit;
import org.fairreview.conference.Remits;
import org.fairreview.review.CaseFile;
import org.springframework.boot.test.context.TestComponent;

/** The office of the joint conference, and the members that it asks. */
@TestComponent
public class Members {

    public static final String CHOOSE = "Task_ChooseMembers";
    public static final String OPINION = "Task_GiveMemberOpinion";
    public static final String DECIDE = "Task_DecideQuorum";
    public static final String SUMMARISE = "Task_SummariseOpinions";
    public static final String OVERRULE = "Task_SignOverruling";

    public static final String OFFICE = "wuoffice";

    /** 财政局, whose remit has questions, and its member. */
    public static final String FINANCE = "u06";

    private final ProcessDriver process;
    private final Canvasses canvasses;
    private final JointConferences conferences;
    private final Remits remits;
    private final CaseFile cases;
    private final TaskService tasks;

    Members(
            ProcessDriver process,
            Canvasses canvasses,
            JointConferences conferences,
            Remits remits,
            CaseFile cases,
            TaskService tasks) {
        this.process = process;
        this.canvasses = canvasses;
        this.conferences = conferences;
        this.remits = remits;
        this.cases = cases;
        this.tasks = tasks;
    }

    /** The newest canvass of the case. */
    public Canvass canvass(String number) {
        List<Canvass> all = canvasses.of(number);
        return all.get(all.size() - 1);
    }

    /** The reviewer wants members to be asked. */
    public void want(String number, String question) {
        want(number, "zhaolei", question);
    }

    public void want(String number, String reviewer, String question) {
        process.answer(
                number,
                JointReview.REVIEW,
                reviewer,
                Map.of(
                        "findings",
                        List.of(),
                        "adviceWanted",
                        false,
                        "consultationWanted",
                        true,
                        "consultationQuestion",
                        question));
    }

    /** The office asks the units. */
    public void choose(String number, String... units) {
        process.answer(number, CHOOSE, OFFICE, chosen(units));
    }

    /** What the form says where the office chooses the units. */
    public static Map<String, Object> chosen(String... units) {
        return Map.of(
                "members",
                Arrays.stream(units)
                        .map(unit -> Map.of("unit", unit, "asked", true))
                        .toList(),
                "notNeeded",
                "");
    }

    /** The open task of a member unit. */
    public Task task(String number, String unit) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(OPINION)
                .processVariableValueEquals("askedUnit", unit)
                .singleResult();
    }

    /** What a member's form says: the position, and that nothing of its remit is touched. */
    public Map<String, Object> opinion(String number, String unit, String position, String text) {
        List<Map<String, Object>> answers = new ArrayList<>();
        String region = cases.get(number).regionId();
        for (Remit.Question question :
                remits.of(conferences.remitOf(region, unit)).questions()) {
            answers.add(Map.of("question", question.id(), "said", "NOT_CONCERNED", "note", ""));
        }
        return new HashMap<>(Map.of("position", position, "opinion", text, "passages", List.of(), "answers", answers));
    }

    /** Answers to all questions of a unit's remit in the city; the first has a problem. */
    public List<Map<String, Object>> questions(String unit, String problem) {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (Remit.Question question :
                remits.of(conferences.remitOf("r420600", unit)).questions()) {
            boolean first = answers.isEmpty();
            answers.add(Map.of(
                    "question", question.id(),
                    "said", first ? "PROBLEM" : "COMPLIES",
                    "note", first ? problem : ""));
        }
        return answers;
    }

    /** The answers that count. */
    public List<Consultation> standing(String number) {
        return canvasses.standing(canvass(number).id());
    }

    /** A member answers in Tasklist; whether all have answered is looked at behind it. */
    public void answer(String number, String unit, String userId, String position, String text) {
        process.answer(task(number, unit), userId, opinion(number, unit, position, text));
        process.runJobs(number);
    }

    /** The office adopts nothing, and says so. */
    public void summarise(String number, String treatment) {
        List<Map<String, String>> treatments = standing(number).stream()
                .filter(asked -> asked.position().orElseThrow() != Consultation.Position.AGREES)
                .map(asked -> Map.of("consultation", asked.id(), "treatment", treatment, "reason", "与上位法不一致。"))
                .toList();
        process.answer(number, SUMMARISE, OFFICE, Map.of("treatments", treatments, "summary", "各单位意见已汇总。"));
    }

    /** One member, 财政局, is asked, agrees, and the office sums up. */
    public void financeAgrees(String number) {
        finance(number, "AGREES", "");
    }

    /** 财政局 alone is asked and answers, and the office sums up and adopts it. */
    public void finance(String number, String position, String text) {
        choose(number, FINANCE);
        answer(number, FINANCE, "caocz", position, text);
        summarise(number, "ADOPTED");
    }
}

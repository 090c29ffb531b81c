package org.fairreview.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairreview.conference.Canvass;
import org.fairreview.conference.Canvasses;
import org.fairreview.conference.Consultation;
import org.fairreview.conference.JointConferences;
import org.fairreview.conference.Remit;
import org.fairreview.conference.Remits;
import org.fairreview.identity.Role;
import org.fairreview.replay.Scenario.Asked;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Members of the joint conference are asked in a review: they agree, one dissents, or one says nothing in time. */
@Component
@Profile("replay")
class MembersAsked {

    private static final List<String> MEMBERS = List.of("u06", "u31", "u33", "u34", "u32");
    private static final int ASKED = 3;

    /** Days after which the members' limit is over for sure. */
    private static final int OVER = 8;

    private final Cast people;
    private final Canvasses canvasses;
    private final JointConferences conferences;
    private final Remits remits;

    MembersAsked(Cast people, Canvasses canvasses, JointConferences conferences, Remits remits) {
        this.people = people;
        this.canvasses = canvasses;
        this.conferences = conferences;
        this.remits = remits;
    }

    void tell(Story story, MeasureCourse course, Set<Asked> asks) {
        List<String> asked = MEMBERS.stream()
                .filter(unit -> !unit.equals(course.unit))
                .limit(ASKED)
                .toList();
        story.then(1, "确定征求单位", () -> choose(course, asked));
        for (int place = 0; place < ASKED; place++) {
            String unit = asked.get(place);
            boolean first = place == 0;
            if (first && asks.contains(Asked.SILENCE)) {
                continue;
            }
            boolean dissents = first && asks.contains(Asked.DISSENT);
            story.then(place == 0 ? 1 : 0, "成员单位意见", () -> answer(course, unit, dissents));
        }
        story.then(asks.contains(Asked.SILENCE) ? OVER : 1, "汇总意见", () -> summarise(course));
        if (asks.contains(Asked.DISSENT)) {
            story.then(
                    1,
                    "审签不采纳的理由",
                    () -> people.answer(
                            course.number(), "Task_SignOverruling", Cast.LEADER, Map.of("agreed", true, "remark", "")));
        }
    }

    private void choose(MeasureCourse course, List<String> asked) {
        people.answer(
                course.number(),
                "Task_ChooseMembers",
                Cast.OFFICE,
                Map.of(
                        "members",
                        asked.stream()
                                .map(unit -> Map.of("unit", unit, "asked", true))
                                .toList(),
                        "notNeeded",
                        ""));
    }

    private void answer(MeasureCourse course, String unit, boolean dissents) {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (Remit.Question question :
                remits.of(conferences.remitOf(Cast.REGION, unit)).questions()) {
            answers.add(Map.of("question", question.id(), "said", "NOT_CONCERNED", "note", ""));
        }
        Map<String, Object> opinion = new HashMap<>();
        opinion.put("position", dissents ? "DISAGREES" : "AGREES");
        opinion.put("opinion", dissents ? "补助上限偏高，可能影响未获补助的经营者，建议降低。" : "");
        opinion.put("passages", List.of());
        opinion.put("answers", answers);
        people.answerAsMember(course.number(), "Task_GiveMemberOpinion", unit, people.in(unit, Role.MEMBER), opinion);
    }

    private void summarise(MeasureCourse course) {
        List<Canvass> all = canvasses.of(course.number());
        String canvass = all.get(all.size() - 1).id();
        List<Map<String, String>> treatments = canvasses.standing(canvass).stream()
                .filter(each -> each.position()
                        .filter(position -> position == Consultation.Position.DISAGREES)
                        .isPresent())
                .map(each -> Map.of(
                        "consultation", each.id(), "treatment", "NOT_ADOPTED", "reason", "补助面向所有符合条件的经营者，上限与项目投入相适应。"))
                .toList();
        people.answer(
                course.number(),
                "Task_SummariseOpinions",
                Cast.OFFICE,
                Map.of("treatments", treatments, "summary", "各成员单位意见已汇总。"));
    }
}

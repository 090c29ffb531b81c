package org.fairreview.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.identity.Role;
import org.fairreview.reminder.Letters;
import org.fairreview.reminder.Letters.Beginning;
import org.fairreview.reminder.Letters.Begun;
import org.fairreview.replay.Scenario.Answer;
import org.fairreview.workflow.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** 提示函: drafted, signed, sealed, delivered, answered in time or late, and judged. */
@Component
@Profile("replay")
class ReminderLetters {

    private static final int FIRST_DAY = 75;
    private static final int DAYS = 200;
    private static final String KIND = "reminder";

    /** Days after which the limit of a reply is over for sure. */
    private static final int OVER = 12;

    /** A letter on its way. */
    private static final class Course {
        private final String unit;
        private final String title;
        private String number = "";

        Course(String unit, String title) {
            this.unit = unit;
            this.title = title;
        }
    }

    private final Cast people;
    private final Words words;
    private final Letters letters;

    ReminderLetters(Cast people, Words words, Letters letters) {
        this.people = people;
        this.words = words;
        this.letters = letters;
    }

    List<Story> stories(Scenario scenario) {
        List<Answer> answers = new ArrayList<>();
        scenario.letters().forEach(group -> {
            for (int each = 0; each < group.many(); each++) {
                answers.add(group.answer());
            }
        });
        List<Story> stories = new ArrayList<>();
        LocalDate from = scenario.firstDay().plusDays(FIRST_DAY);
        for (int place = 0; place < answers.size(); place++) {
            String unit = words.units().get((place * 3 + 1) % words.units().size());
            Course course = new Course(unit, "襄阳市%s工作方案".formatted(words.topic(unit, place + 2)));
            Story story = new Story("提示函 " + course.title, Spread.over(from, DAYS, place, answers.size()));
            tell(story, course, answers.get(place));
            stories.add(story);
        }
        return stories;
    }

    private void tell(Story story, Course course, Answer answer) {
        story.then(0, "拟制", () -> begin(course));
        story.then(0, "起草", () -> people.answer(course.number, "Task_DraftLetter", Cast.REVIEWER, drafted(course)));
        story.then(1, "审核", () -> sign(course, Cast.SECTION_HEAD));
        story.then(1, "签发", () -> sign(course, Cast.LEADER));
        story.then(1, "用印", () -> people.answer(course.number, "Task_SealLetter", Cast.CLERK, sealed()));
        story.then(0, "送达", () -> people.answer(course.number, "Task_DeliverLetter", Cast.CLERK, delivered(course)));
        if (answer == Answer.OVERDUE) {
            story.then(
                    OVER,
                    "逾期未回复",
                    () -> people.answer(
                            course.number,
                            "Task_DecideOverdue",
                            Cast.REVIEWER,
                            Map.of(
                                    "decision",
                                    "WAIT",
                                    "waitUntil",
                                    people.today().plusDays(10).toString(),
                                    "reason",
                                    "已电话催办，该单位承诺十日内回复。")));
        }
        story.then(
                4,
                "回复",
                () -> people.answer(
                        course.number,
                        "Task_ReplyLetter",
                        people.in(course.unit, Role.DRAFTER),
                        Map.of("action", "REPLY", "reply", "已对照审查标准核查并补充审查程序，有关内容已修改。", "files", List.of())));
        story.then(
                2,
                "认定",
                () -> people.answer(
                        course.number,
                        "Task_JudgeRectification",
                        Cast.REVIEWER,
                        Map.of("whole", true, "reasons", "已核对修改后的全文和审查材料。", "findings", List.of())));
    }

    private void begin(Course course) {
        course.number = people.as(Cast.REVIEWER, () -> {
            Begun begun =
                    letters.begin(new Beginning(KIND, "DRAFTER", course.unit, "", "", ""), people.actor(Cast.REVIEWER));
            Refusal refusal = begun.refusal();
            if (refusal != null) {
                throw refusal;
            }
            return String.valueOf(begun.number());
        });
    }

    private Map<String, Object> drafted(Course course) {
        String unit = people.unitName(course.unit);
        Map<String, Object> draft = new HashMap<>();
        draft.put("kind", KIND);
        draft.put("addresseeAs", "DRAFTER");
        draft.put("addresseeUnit", course.unit);
        draft.put("title", "《" + course.title + "》公平竞争审查有关问题");
        draft.put("facts", "我局在工作中了解到，%s拟印发的《%s》尚未按规定开展公平竞争审查。".formatted(unit, course.title));
        draft.put("request", "请你单位对照公平竞争审查标准自行审查，发现问题的及时改正，并将情况书面反馈我局。");
        draft.put("measures", List.of(Map.of("measure", course.title, "drafter", unit)));
        draft.put("findings", List.of());
        return draft;
    }

    private void sign(Course course, String userId) {
        people.answer(course.number, "Task_SignLetter", userId, Map.of("agreed", true, "remark", ""));
    }

    private Map<String, Object> sealed() {
        return Map.of("sealedOn", people.today().toString(), "scan", people.scan(Cast.CLERK, Cast.REGULATOR));
    }

    private Map<String, Object> delivered(Course course) {
        return Map.of(
                "deliveredOn",
                people.today().toString(),
                "deliveredTo",
                people.nameOf(people.in(course.unit, Role.DRAFTER)),
                "way",
                "BY_HAND",
                "receipt",
                people.scan(Cast.CLERK, Cast.REGULATOR));
    }
}

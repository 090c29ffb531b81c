package org.fairreview.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fairreview.identity.Role;
import org.fairreview.replay.Scenario.Asked;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewRoute;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The reviews of new measures: in the unit's own review, or in a joint one on request. */
@Component
@Profile("replay")
class NewMeasures {

    private static final int FIRST_DAY = 5;
    private static final int DAYS = 270;

    /** What the public is asked about takes a quarter of a year longer. */
    private static final int DAYS_OF_DOCUMENTS = 150;

    private static final List<String> OF_THE_BUREAU = List.of("知识产权保护和运用", "食品小作坊和小餐饮管理", "质量强市建设", "市场监管信用管理");

    /** Days that let the limit of a signature pass. */
    private static final int TOO_LATE = 12;

    /** Days after which the limit of a supplement is over for sure. */
    private static final int SUPPLEMENT_OVER = 9;

    private final Cast people;
    private final Words words;
    private final ReviewSteps steps;
    private final MembersAsked members;
    private final DocumentSteps documents;

    NewMeasures(Cast people, Words words, ReviewSteps steps, MembersAsked members, DocumentSteps documents) {
        this.people = people;
        this.words = words;
        this.steps = steps;
        this.members = members;
        this.documents = documents;
    }

    List<Story> stories(Scenario scenario) {
        List<Scenario.NewMeasures> each = mixed(scenario.measures());
        List<Story> stories = new ArrayList<>();
        LocalDate from = scenario.firstDay().plusDays(FIRST_DAY);
        int documented = 0;
        for (int place = 0; place < each.size(); place++) {
            String unit = words.units().get(place % words.units().size());
            int turn = place / words.units().size();
            Scenario.Document document = each.get(place).document();
            MeasureCourse course = document == null
                    ? new MeasureCourse(
                            unit, words.title(unit, turn), words.topic(unit, turn), words.clause(place), place, null)
                    : documentOfTheBureau(documented++, place, document);
            int days = document == null ? DAYS : DAYS_OF_DOCUMENTS;
            Story story = new Story("新增 " + course.title, Spread.over(from, days, place, each.size()));
            tell(story, course, each.get(place));
            stories.add(story);
        }
        return stories;
    }

    /** What the bureau itself drafts, for the government or for itself. */
    private MeasureCourse documentOfTheBureau(int documented, int place, Scenario.Document document) {
        String topic = OF_THE_BUREAU.get(documented % OF_THE_BUREAU.size());
        int again = documented / OF_THE_BUREAU.size();
        String title = "襄阳市%s若干规定%s".formatted(topic, again == 0 ? "" : "（%d）".formatted(again + 1));
        return new MeasureCourse(Cast.REGULATOR, title, topic, words.clause(place), place, document);
    }

    /** One measure after the other, those of one kind spread over the year. */
    private static List<Scenario.NewMeasures> mixed(List<Scenario.NewMeasures> groups) {
        List<Scenario.NewMeasures> mixed = new ArrayList<>();
        int all = groups.stream().mapToInt(Scenario.NewMeasures::many).sum();
        int[] told = new int[groups.size()];
        for (int place = 1; place <= all; place++) {
            int next = 0;
            double behind = Double.NEGATIVE_INFINITY;
            for (int group = 0; group < told.length; group++) {
                double owed = (double) groups.get(group).many() * place / all - told[group];
                if (told[group] < groups.get(group).many() && owed > behind) {
                    behind = owed;
                    next = group;
                }
            }
            told[next]++;
            mixed.add(groups.get(next));
        }
        return mixed;
    }

    /** Lets a measure go its course, from its submission to its end. */
    void tell(Story story, MeasureCourse course, Scenario.NewMeasures asked) {
        boolean joint = asked.procedure() == ReviewRoute.JOINT;
        boolean clean = asked.conclusion() == null || (asked.conclusion() == Conclusion.CONFORMS && !asked.revised());
        Scenario.Document document = asked.document();
        if (document != null) {
            documents.before(story, course, document);
        }
        story.then(0, "送审", () -> steps.submit(course, asked.procedure(), !clean));
        if (document != null) {
            documents.link(story, course);
        }
        if (asked.end() == CaseEnd.WITHDRAWN) {
            story.then(2, "撤回", () -> steps.withdraw(course));
            return;
        }
        Round round = joint ? new JointRound(story, course) : new OwnRound(story, course);
        round.receive(asked.late());
        if (asked.revised()) {
            round.review(true, asked);
            round.conclude(Conclusion.DOES_NOT_CONFORM, false);
            story.then(
                    6,
                    "修改后重新送审",
                    () -> people.answer(
                            course.number(), "Task_ReviseMeasure", steps.drafter(course), steps.resubmission(course)));
            round.receive(false);
            round.reviewCarried();
            round.conclude(conclusion(asked), asked.late());
        } else {
            round.review(!clean, asked);
            if (asked.conclusion() == Conclusion.CONFORMS_AFTER_CHANGE) {
                round.change();
            }
            round.conclude(conclusion(asked), asked.late());
        }
        end(story, course, asked);
    }

    private static Conclusion conclusion(Scenario.NewMeasures asked) {
        if (asked.conclusion() == null) {
            throw new IllegalStateException("A measure that is withdrawn is not concluded");
        }
        return asked.conclusion();
    }

    private void end(Story story, MeasureCourse course, Scenario.NewMeasures asked) {
        if (asked.end() == CaseEnd.NOT_ISSUED) {
            story.then(
                    5,
                    "不再出台",
                    () -> people.answer(
                            course.number(), "Task_ReviseMeasure", steps.drafter(course), ReviewSteps.givenUp()));
            return;
        }
        Scenario.Document document = asked.document();
        if (document != null) {
            documents.decide(story, course, document);
        }
        boolean restricts = asked.conclusion() == Conclusion.EXCEPTION;
        story.then(
                document == null ? 4 + course.place % 8 : 0,
                "登记出台",
                () -> people.answer(
                        course.number(), "Task_RegisterIssue", steps.drafter(course), steps.issued(course, restricts)));
        if (document != null) {
            documents.file(story, course, document);
        }
    }

    /** One round of a review: the steps of both procedures, by whose hands they go. */
    private abstract class Round {

        final Story story;
        final MeasureCourse course;

        Round(Story story, MeasureCourse course) {
            this.story = story;
            this.course = course;
        }

        abstract void receive(boolean late);

        abstract void review(boolean restricts, Scenario.NewMeasures asked);

        abstract void reviewCarried();

        abstract void change();

        abstract void conclude(Conclusion conclusion, boolean late);

        final List<Map<String, Object>> findings(boolean restricts) {
            return restricts ? List.of(steps.found(course)) : List.of();
        }

        final Map<String, Object> reviewed(List<Map<String, Object>> findings) {
            return Map.of("findings", findings, "adviceWanted", false);
        }
    }

    /** 自我审查: the unit's office drafts, its own review body and its head sign. */
    private final class OwnRound extends Round {

        OwnRound(Story story, MeasureCourse course) {
            super(story, course);
        }

        @Override
        void receive(boolean late) {
            // a unit's own review begins with the review itself
        }

        @Override
        void review(boolean restricts, Scenario.NewMeasures asked) {
            story.then(
                    1 + course.place % 3, "逐条审查", () -> answer("Task_ReviewOwnMeasure", reviewed(findings(restricts))));
        }

        @Override
        void reviewCarried() {
            story.then(2, "再次审查", () -> answer("Task_ReviewOwnMeasure", reviewed(steps.carried(course))));
        }

        @Override
        void change() {
            story.then(0, "要求修改", () -> answer("Task_DraftOwnConclusion", steps.changeAsked(course)));
            story.then(3, "修改草案", () -> answer("Task_AmendOwnDraft", steps.nextVersion(course, false)));
            reviewCarried();
        }

        @Override
        void conclude(Conclusion conclusion, boolean late) {
            story.then(1, "提出初审意见", () -> answer("Task_DraftOwnConclusion", steps.draft(course, conclusion)));
            story.then(late ? TOO_LATE : 1, "复核", () -> sign(Role.UNITREVIEWER));
            story.then(1, "签署", () -> sign(Role.UNITHEAD));
            story.then(1, "盖章", () -> answer("Task_SealOwnForm", steps.sealed(steps.drafter(course), course.unit)));
        }

        private void sign(Role role) {
            people.answer(
                    course.number(),
                    "Task_SignOwnReview",
                    people.in(course.unit, role),
                    Map.of("agreed", true, "remark", ""));
        }

        private void answer(String task, Map<String, Object> answer) {
            people.answer(course.number(), task, steps.drafter(course), answer);
        }
    }

    /** 会审: the regulator reviews with the unit, and asks whom it needs. */
    private final class JointRound extends Round {

        JointRound(Story story, MeasureCourse course) {
            super(story, course);
        }

        private String reviewer() {
            return course.place % 2 == 0 ? Cast.REVIEWER : Cast.SECOND_REVIEWER;
        }

        @Override
        void receive(boolean late) {
            if (late) {
                story.then(1, "要求补正", () -> check("SUPPLEMENT", "请补充征求意见的范围和采纳情况。"));
                story.then(
                        SUPPLEMENT_OVER,
                        "延长补正期限",
                        () -> people.complete(
                                course.number(), "Task_DecideReturn", Cast.CLERK, Map.of("decision", "EXTEND")));
                story.then(
                        2,
                        "补正材料",
                        () -> people.answer(
                                course.number(),
                                "Task_SupplementMaterials",
                                steps.drafter(course),
                                steps.nextVersion(course, false)));
            }
            story.then(1, "收件", () -> check("ACCEPTED", ""));
            story.then(
                    0,
                    "分派",
                    () -> people.answer(
                            course.number(), "Task_AssignReviewer", Cast.SECTION_HEAD, Map.of("reviewer", reviewer())));
        }

        private void check(String decision, String missing) {
            people.complete(
                    course.number(),
                    "Task_CheckCompleteness",
                    Cast.CLERK,
                    Map.of("decision", decision, "missing", missing));
        }

        @Override
        void review(boolean restricts, Scenario.NewMeasures asked) {
            boolean adviser = asked.asks().contains(Asked.ADVISER);
            boolean consulted = asked.asks().stream().anyMatch(each -> each != Asked.ADVISER);
            story.then(
                    2 + course.place % 3,
                    "逐条审查",
                    () -> answer(
                            "Task_ReviewMeasure",
                            Map.of(
                                    "findings",
                                    findings(restricts),
                                    "adviceWanted",
                                    adviser,
                                    "adviser",
                                    adviser ? adviser() : "",
                                    "adviceQuestion",
                                    adviser ? "第三条、第四条的条件有无法律、行政法规依据？" : "",
                                    "consultationWanted",
                                    consulted,
                                    "consultationQuestion",
                                    consulted ? "第四条的补助条件是否影响外地经营者公平参与？" : "")));
            if (adviser) {
                story.then(
                        2,
                        "出具法律意见",
                        () -> people.answer(
                                course.number(),
                                "Task_GiveOpinion",
                                adviser(),
                                Map.of(
                                        "opinions",
                                        List.of(Map.of(
                                                "opinion",
                                                restricts ? "第三条的要求未查到法律、行政法规依据，建议删除。" : "有关条件面向各类经营者，与上位法不抵触。")),
                                        "assessment",
                                        restricts ? "WITH_CHANGES" : "NO_OBJECTION")));
            }
            if (consulted) {
                members.tell(story, course, asked.asks());
            }
        }

        private String adviser() {
            return course.place % 4 < 2 ? "gonglaw" : "xulaw";
        }

        @Override
        void reviewCarried() {
            story.then(2, "再次审查", () -> answer("Task_ReviewMeasure", reviewed(steps.carried(course))));
        }

        @Override
        void change() {
            story.then(1, "要求修改", () -> answer("Task_DraftConclusion", steps.changeAsked(course)));
            story.then(
                    3,
                    "修改草案",
                    () -> people.answer(
                            course.number(),
                            "Task_AmendDraft",
                            steps.drafter(course),
                            steps.nextVersion(course, false)));
            reviewCarried();
        }

        @Override
        void conclude(Conclusion conclusion, boolean late) {
            story.then(1, "拟写审查意见", () -> answer("Task_DraftConclusion", steps.draft(course, conclusion)));
            story.then(1, "审核", () -> sign(Cast.SECTION_HEAD));
            story.then(1, "签发", () -> sign(Cast.LEADER));
            story.then(
                    1,
                    "用印",
                    () -> people.answer(
                            course.number(),
                            "Task_SealConclusion",
                            Cast.CLERK,
                            steps.sealed(Cast.CLERK, Cast.REGULATOR)));
            story.then(
                    0,
                    "送达",
                    () -> people.complete(
                            course.number(),
                            "Task_DeliverConclusion",
                            Cast.CLERK,
                            Map.of(
                                    "deliveredOn",
                                    people.today().toString(),
                                    "deliveredTo",
                                    people.nameOf(steps.drafter(course)),
                                    "way",
                                    "DOCUMENT_EXCHANGE")));
        }

        private void sign(String userId) {
            people.answer(course.number(), "Task_SignConclusion", userId, Map.of("agreed", true, "remark", "同意。"));
        }

        private void answer(String task, Map<String, Object> answer) {
            people.answer(course.number(), task, reviewer(), answer);
        }
    }
}

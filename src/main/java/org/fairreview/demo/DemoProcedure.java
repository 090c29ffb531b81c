package org.fairreview.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fairreview.identity.Directory;
import org.fairreview.procedure.Decider;
import org.fairreview.procedure.ProcedureDraft;
import org.fairreview.procedure.ProcedureKind;
import org.fairreview.procedure.Procedures;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** An example procedure: the public has had its say, the lawyers look at the draft, its fair-competition review runs. */
@Component
@Profile("demo")
class DemoProcedure {

    private static final String DRAFTER = "linyue";
    private static final String UNIT = "u03";
    private static final String LEGAL_UNIT = "u01";
    private static final String TEXT = "night-market";

    private final DemoPeople people;
    private final Procedures procedures;
    private final Directory directory;
    private final Clock clock;

    DemoProcedure(DemoPeople people, Procedures procedures, Directory directory, Clock clock) {
        this.people = people;
        this.procedures = procedures;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param reviewCase the review of a measure of the same title */
    void make(String title, String reviewCase) {
        LocalDate today = LocalDate.now(clock);
        List<String> made = new ArrayList<>();
        DemoPeople.as(
                DRAFTER,
                () -> procedures.open(
                        new ProcedureDraft(
                                UNIT,
                                title,
                                ProcedureKind.NORMATIVE_DOCUMENT,
                                true,
                                Decider.GOVERNMENT,
                                "市人民政府常务会议",
                                LEGAL_UNIT),
                        directory.actor(DRAFTER).orElseThrow(),
                        made));
        String number = made.get(0);
        people.answer(
                number,
                "Task_OpenComment",
                DRAFTER,
                Map.of(
                        "startsOn",
                        today.minusDays(38).toString(),
                        "endsOn",
                        today.minusDays(5).toString(),
                        "place",
                        "市商务局门户网站意见征集栏目",
                        "link",
                        "",
                        "shortReason",
                        "",
                        "draft",
                        people.uploadText(DRAFTER, UNIT, title + "（征求意见稿）.docx", TEXT)));
        people.answer(
                number,
                "Task_SummariseComments",
                DRAFTER,
                Map.of(
                        "received",
                        12,
                        "summary",
                        "意见集中在场馆选择标准和补贴申领条件。",
                        "adoption",
                        "采纳九条，其余三条已说明理由并反馈。",
                        "comments",
                        people.uploadText(DRAFTER, UNIT, "意见采纳情况汇总表.docx", "explanation")));
        people.answer(number, "Task_LinkReview", DRAFTER, Map.of("reviewCase", reviewCase));
    }
}

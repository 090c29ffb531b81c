package org.fairreview.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fairreview.procedure.Decider;
import org.fairreview.procedure.ProcedureDraft;
import org.fairreview.procedure.Procedures;
import org.fairreview.replay.Scenario.Document;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How a measure is made that is a normative document or a major decision: what comes before and after its review. */
@Component
@Profile("replay")
class DocumentSteps {

    private static final int COMMENT_DAYS = 31;

    /** Working days after which the period of comment is over for sure. */
    private static final int COMMENTS_OVER = 25;

    private static final String JUSTICE_BUREAU = "u31";
    private static final String LAWYER_OF_THE_GOVERNMENT = "sflaw";
    private static final String LAWYER_OF_THE_BUREAU = "gonglaw";

    private final Cast people;
    private final ReviewSteps reviews;
    private final Procedures procedures;

    DocumentSteps(Cast people, ReviewSteps reviews, Procedures procedures) {
        this.people = people;
        this.reviews = reviews;
        this.procedures = procedures;
    }

    /** The public has its say, and the legality is reviewed. */
    void before(Story story, MeasureCourse course, Document document) {
        story.then(0, "新建制定程序", () -> course.procedure(open(course, document)));
        story.then(0, "公布征求意见稿", () -> comment(course));
        story.then(COMMENTS_OVER, "汇总公众意见", () -> summarise(course));
        story.then(3, "审查合法性", () -> reviewLegality(course, document));
    }

    /** The review that was submitted is the one of this document. */
    void link(Story story, MeasureCourse course) {
        story.then(
                0,
                "送公平竞争审查",
                () -> answer(
                        course, "Task_LinkReview", reviews.drafter(course), Map.of("reviewCase", course.number())));
    }

    /** Both reviews let it pass: it is deliberated and published. */
    void decide(Story story, MeasureCourse course, Document document) {
        story.then(5, "集体审议", () -> deliberate(course, document));
        story.then(3, "公布", () -> publish(course));
    }

    void file(Story story, MeasureCourse course, Document document) {
        story.then(6, "备案", () -> register(course, document));
    }

    private String open(MeasureCourse course, Document document) {
        String drafter = reviews.drafter(course);
        List<String> made = new ArrayList<>();
        var objections = people.as(
                drafter,
                () -> procedures.open(
                        new ProcedureDraft(
                                course.unit,
                                course.title,
                                document.kind(),
                                true,
                                document.decider(),
                                meeting(document),
                                legalUnit(document)),
                        people.actor(drafter),
                        made));
        if (!objections.isEmpty()) {
            throw new ReplayFailed("Not taken: " + objections);
        }
        return made.get(0);
    }

    private static String meeting(Document document) {
        return document.decider() == Decider.GOVERNMENT ? "市人民政府常务会议" : "局长办公会议";
    }

    private static String legalUnit(Document document) {
        return document.decider() == Decider.GOVERNMENT ? JUSTICE_BUREAU : Cast.REGULATOR;
    }

    private static String lawyer(Document document) {
        return document.decider() == Decider.GOVERNMENT ? LAWYER_OF_THE_GOVERNMENT : LAWYER_OF_THE_BUREAU;
    }

    private void comment(MeasureCourse course) {
        LocalDate today = people.today();
        answer(
                course,
                "Task_OpenComment",
                reviews.drafter(course),
                Map.of(
                        "startsOn",
                        today.toString(),
                        "endsOn",
                        today.plusDays(COMMENT_DAYS).toString(),
                        "place",
                        people.unitName(course.unit) + "门户网站",
                        "link",
                        "https://example.invalid/zqyj",
                        "shortReason",
                        "",
                        "draft",
                        paper(course, "征求意见稿", reviews.text(course, false))));
    }

    private void summarise(MeasureCourse course) {
        answer(
                course,
                "Task_SummariseComments",
                reviews.drafter(course),
                Map.of(
                        "received",
                        6 + course.place % 9,
                        "summary",
                        "企业和行业协会建议明确申报条件和补助标准，公众建议公开办理流程。",
                        "adoption",
                        "明确了申报条件和补助标准，增加了办理结果公开的内容。",
                        "comments",
                        paper(course, "公众意见汇总表", "收到的意见和采纳情况逐条列于本表。")));
    }

    private void reviewLegality(MeasureCourse course, Document document) {
        String lawyer = lawyer(document);
        answer(
                course,
                "Task_ReviewLegality",
                lawyer,
                Map.of(
                        "legality",
                        "LAWFUL",
                        "said",
                        "制定主体、权限、程序和内容符合法律、法规规定。",
                        "givenOn",
                        people.today().toString(),
                        "opinion",
                        people.upload(
                                lawyer,
                                legalUnit(document),
                                "合法性审查意见书",
                                "关于《%s》的合法性审查意见：合法。".formatted(course.title))));
    }

    private void deliberate(MeasureCourse course, Document document) {
        answer(
                course,
                "Task_RegisterDeliberation",
                reviews.drafter(course),
                Map.of(
                        "outcome", "ADOPTED",
                        "heldOn", people.today().toString(),
                        "meeting", meeting(document),
                        "dissent", "",
                        "minutes", paper(course, "会议纪要", "会议审议并通过《%s》。".formatted(course.title))));
    }

    private void publish(MeasureCourse course) {
        answer(
                course,
                "Task_RegisterPublication",
                reviews.drafter(course),
                Map.of(
                        "outcome",
                        "PUBLISHED",
                        "publishedOn",
                        people.today().toString(),
                        "place",
                        "市人民政府网站",
                        "link",
                        "https://example.invalid/gb",
                        "documentNumber",
                        reviews.documentNumber(course),
                        "text",
                        paper(course, course.title, reviews.text(course, false))));
    }

    private void register(MeasureCourse course, Document document) {
        answer(
                course,
                "Task_RegisterFiling",
                reviews.drafter(course),
                Map.of(
                        "filedWith", document.decider() == Decider.GOVERNMENT ? "湖北省人民政府" : "襄阳市人民政府",
                        "filedOn", people.today().toString(),
                        "receiptNumber", "备〔%d〕%d号".formatted(people.today().getYear(), course.place + 1),
                        "receipt", paper(course, "备案回执", "《%s》备案材料已收到。".formatted(course.title))));
    }

    private String paper(MeasureCourse course, String name, String text) {
        return people.upload(reviews.drafter(course), course.unit, name, text);
    }

    private void answer(MeasureCourse course, String task, String userId, Map<String, ?> answer) {
        people.answer(course.procedure(), task, userId, answer);
    }
}

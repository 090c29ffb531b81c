package org.fairreview.kit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.procedure.Decider;
import org.fairreview.procedure.ProcedureDraft;
import org.fairreview.procedure.ProcedureKind;
import org.fairreview.procedure.Procedures;
import org.springframework.boot.test.context.TestComponent;

/** How documents are made: Chen Yu of the development and reform commission drafts, Xu Zheng reviews the legality. */
@TestComponent
public class DocumentMaking {

    public static final String COMMENT = "Task_OpenComment";
    public static final String SUMMARISE = "Task_SummariseComments";
    public static final String LEGALITY = "Task_ReviewLegality";
    public static final String SUPPLEMENT = "Task_SupplementLegality";
    public static final String LINK = "Task_LinkReview";
    public static final String REVISE = "Task_ReviseDocument";
    public static final String DELIBERATE = "Task_RegisterDeliberation";
    public static final String PUBLISH = "Task_RegisterPublication";
    public static final String FILE = "Task_RegisterFiling";

    public static final String DRAFTER = "chenyu";
    public static final String UNIT = "u02";
    public static final String LAWYER = "xulaw";
    public static final String LEGAL_UNIT = "u05";

    private final ProcessDriver process;
    private final Submitting submitting;
    private final JointReview people;
    private final Procedures procedures;
    private final Clock clock;

    DocumentMaking(
            ProcessDriver process, Submitting submitting, JointReview people, Procedures procedures, Clock clock) {
        this.process = process;
        this.submitting = submitting;
        this.people = people;
        this.procedures = procedures;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A document of the commission, for the government; its title is that of the measures that Chen Yu submits. */
    public String opened(ProcedureKind kind, boolean business) {
        return opened(kind, business, Decider.GOVERNMENT);
    }

    private String opened(ProcedureKind kind, boolean business, Decider decider) {
        return opened(new ProcedureDraft(
                UNIT,
                SampleMeasure.TITLE,
                kind,
                business,
                decider,
                decider == Decider.UNIT ? "委主任办公会" : "市人民政府常务会议",
                LEGAL_UNIT));
    }

    public String opened(ProcedureDraft draft) {
        List<String> made = new ArrayList<>();
        var objections = process.as(DRAFTER, () -> procedures.open(draft, process.actor(DRAFTER), made));
        if (!objections.isEmpty()) {
            throw new AssertionError(objections.toString());
        }
        return made.get(0);
    }

    /** Opens the draft to comment on the days. */
    public void comment(String number, LocalDate from, LocalDate until, String shortReason) {
        process.answer(
                number,
                COMMENT,
                DRAFTER,
                Map.of(
                        "startsOn",
                        from.toString(),
                        "endsOn",
                        until.toString(),
                        "place",
                        "市发展和改革委员会门户网站",
                        "link",
                        "https://example.invalid/zqyj",
                        "shortReason",
                        shortReason,
                        "draft",
                        text("征求意见稿.txt")));
    }

    public void summarise(String number) {
        process.answer(
                number,
                SUMMARISE,
                DRAFTER,
                Map.of("received", 3, "summary", "建议明确补贴标准。", "adoption", "采纳两条。", "comments", text("汇总表.txt")));
    }

    /** A document on which the public has had its say; both reviews wait. */
    public String inReviews(ProcedureKind kind) {
        return inReviews(kind, Decider.GOVERNMENT);
    }

    public String inReviews(ProcedureKind kind, Decider decider) {
        String number = opened(kind, true, decider);
        comment(number, today().minusDays(60), today().minusDays(5), "");
        summarise(number);
        return number;
    }

    public void legality(String number, String conclusion) {
        Map<String, Object> answer =
                new HashMap<>(Map.of("legality", conclusion, "said", "已逐条核对。", "givenOn", today().toString()));
        if (!conclusion.equals("INCOMPLETE")) {
            answer.put("opinion", submitting.upload(LAWYER, LEGAL_UNIT, "意见书.txt", "合法性审查意见"));
        }
        process.answer(number, LEGALITY, LAWYER, answer);
        process.runJobs(number);
    }

    public void supplement(String number) {
        process.answer(number, SUPPLEMENT, DRAFTER, Map.of("supplied", "补充了制定依据。", "supplement", text("依据.txt")));
    }

    public void link(String number, String reviewCase) {
        process.answer(number, LINK, DRAFTER, Map.of("reviewCase", reviewCase));
        process.runJobs(number);
    }

    /** A review of Chen Yu's whose conclusion lets the measure pass. */
    public String passed() {
        String reviewCase = people.inSigning();
        people.toDelivery(reviewCase);
        return reviewCase;
    }

    /** Takes a review that waits for its signers to the drafting unit's hands, and the procedure on. */
    public void deliver(String number, String reviewCase) {
        people.toDelivery(reviewCase);
        process.runJobs(number);
    }

    /** Says in the review that the text was changed materially, and submits it again; the signers are to sign it. */
    public void resubmitted(String reviewCase) {
        process.answer(reviewCase, JointReview.ISSUE, DRAFTER, Map.of("outcome", "CHANGED", "reason", "审议时增加了补贴条款。"));
        people.resubmit(reviewCase, SampleMeasure.BODY);
        people.walkToSigning(reviewCase, "wangmin", "liufang", "zhaolei");
    }

    /** A document that both reviews let pass, and its review. */
    public String deliberable(ProcedureKind kind, String reviewCase) {
        String number = inReviews(kind);
        legality(number, "LAWFUL");
        link(number, reviewCase);
        return number;
    }

    public void revise(String number, boolean material) {
        process.answer(
                number,
                REVISE,
                DRAFTER,
                Map.of("step", "REVISED", "said", "按审查意见修改了第三条。", "material", material, "draft", text("修改稿.txt")));
    }

    public void giveUp(String number) {
        process.answer(number, REVISE, DRAFTER, Map.of("step", "GIVEN_UP", "said", "上级已作统一规定。"));
    }

    /** The drafting unit stops it, whoever's turn it is. */
    public void stop(String number) {
        process.as(DRAFTER, () -> procedures.stop(number, "上级已作统一规定。", process.actor(DRAFTER)))
                .ifPresent(refusal -> {
                    throw new AssertionError(refusal.toString());
                });
    }

    public void deliberate(String number, String outcome) {
        deliberate(number, outcome, today(), Map.of());
    }

    public void deliberate(String number, String outcome, LocalDate on, Map<String, Object> more) {
        Map<String, Object> answer = new HashMap<>(Map.of(
                "outcome",
                outcome,
                "heldOn",
                on.toString(),
                "meeting",
                "市人民政府常务会议",
                "dissent",
                "一名组成人员建议暂缓。",
                "minutes",
                text("会议纪要.txt")));
        answer.putAll(more);
        process.answer(number, DELIBERATE, DRAFTER, answer);
    }

    public void publish(String number) {
        process.answer(
                number,
                PUBLISH,
                DRAFTER,
                Map.of(
                        "outcome", "PUBLISHED",
                        "publishedOn", today().toString(),
                        "place", "市人民政府网站",
                        "link", "https://example.invalid/gb",
                        "documentNumber", "汉江政规〔2026〕3号",
                        "text", text("公布稿.txt")));
    }

    public void sendBack(String number) {
        process.answer(number, PUBLISH, DRAFTER, Map.of("outcome", "SENT_BACK", "reason", "公布前又增加了条款。"));
    }

    public void file(String number) {
        process.answer(
                number,
                FILE,
                DRAFTER,
                Map.of(
                        "filedWith",
                        "湖北省人民政府",
                        "filedOn",
                        today().toString(),
                        "receiptNumber",
                        "鄂备〔2026〕15号",
                        "receipt",
                        text("回执.txt")));
    }

    public String text(String name) {
        return submitting.upload(DRAFTER, UNIT, name, "冷链物流发展若干措施。" + name);
    }
}

package org.fairreview.kit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairreview.kit.TestClock.MovableClock;
import org.fairreview.supervision.complaint.Channel;
import org.fairreview.supervision.complaint.Complaint;
import org.fairreview.supervision.complaint.ComplaintAttachments;
import org.fairreview.supervision.complaint.ComplaintDraft;
import org.fairreview.supervision.complaint.ComplaintHandling;
import org.fairreview.supervision.complaint.Complaints;
import org.fairreview.supervision.complaint.Complaints.Filed;
import org.fairreview.supervision.complaint.Reporter;
import org.fairreview.supervision.complaint.Words;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who reports a measure, and the officers who look into it: Zhao Lei verifies, Liu Fang and Zhang Wei sign. */
@TestComponent
public class Reporting {

    public static final String ASSESS = "Task_AssessComplaint";
    public static final String SEND_ON = "Task_SendOnComplaint";
    public static final String STATE = "Task_GiveStatement";
    public static final String VERIFY = "Task_VerifyComplaint";
    public static final String SIGN = "Task_SignComplaint";
    public static final String EXTENSION = "Task_ApproveExtension";
    public static final String ANSWER = "Task_AnswerReporter";

    public static final String REGION = "r420600";
    public static final String MEASURE = "襄阳市智慧停车建设管理办法";
    public static final Reporter REPORTER =
            new Reporter("欧阳举证", "13971234567", "ouyang.juzheng@example.com", "襄城区檀溪路某号");

    private static final Reporter NOBODY = new Reporter("", "", "", "");

    private final ProcessDriver process;
    private final Complaints complaints;
    private final ComplaintHandling handling;
    private final ComplaintAttachments attachments;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    /** A complaint with what opens it. */
    public record Receipt(String number, String secret) {}

    Reporting(
            ProcessDriver process,
            Complaints complaints,
            ComplaintHandling handling,
            ComplaintAttachments attachments,
            JdbcClient jdbc,
            MovableClock clock) {
        this.process = process;
        this.complaints = complaints;
        this.handling = handling;
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The office opens or closes its public page. */
    public void open(boolean open) {
        jdbc.sql("update office_value set setting = :setting where name = 'complaint.public'")
                .param("setting", open ? "OPEN" : "CLOSED")
                .update();
    }

    public Complaint get(String number) {
        return handling.get(number);
    }

    /** Somebody files it on the public page. */
    public Receipt file(boolean realName) {
        return file(realName, true, "第三条要求投标人在本地设立分支机构。");
    }

    public Receipt file(boolean realName, boolean issued, String violation) {
        open(true);
        return receipt(complaints.file(draft(REGION, realName, issued, violation), key(), List.of()));
    }

    /** Somebody reports a measure of this name by name; two of one name are about one measure. */
    public String fileAbout(String measure) {
        open(true);
        ComplaintDraft usual = draft(REGION, true, true, "第三条要求投标人在本地设立分支机构。");
        return receipt(complaints.file(
                        new ComplaintDraft(
                                REGION,
                                usual.realName(),
                                usual.reporter(),
                                usual.words(),
                                measure,
                                "",
                                usual.drafterNamed(),
                                usual.issued(),
                                usual.receivedOn()),
                        key(),
                        List.of()))
                .number();
    }

    /** The county's clerk registers a letter. */
    public Receipt register(String clerk, boolean realName) {
        return process.as(
                clerk,
                () -> receipt(complaints.register(
                        draft(regionOf(clerk), realName, true, "来信反映第五条限定供应商。"),
                        Channel.LETTER,
                        key(),
                        List.of(),
                        process.actor(clerk))));
    }

    private String regionOf(String clerk) {
        return complaints.registeringUnit(process.actor(clerk)).orElseThrow().regionId();
    }

    public ComplaintDraft draft(String region, boolean realName, boolean issued, String violation) {
        return new ComplaintDraft(
                region,
                realName,
                realName ? REPORTER : NOBODY,
                new Words(violation, ""),
                MEASURE,
                "襄政办发〔2026〕1号",
                "市发展改革委",
                issued,
                LocalDate.now(clock));
    }

    private static Receipt receipt(Filed filed) {
        if (filed.number() == null || filed.secret() == null) {
            throw new AssertionError(filed.objections());
        }
        return new Receipt(filed.number(), filed.secret());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** Lets a file belong to the complaint as if it had come with it; gives back its id. */
    public String attach(String number) {
        String id = attachments
                .bring("材料.txt", "第三条 投标人应当在本市设立分支机构，具体办法另行规定。".getBytes(StandardCharsets.UTF_8))
                .file()
                .orElseThrow()
                .id();
        jdbc.sql("update complaint_attachment set complaint_number = ? where id = ?")
                .params(number, id)
                .update();
        return id;
    }

    public void assess(String number, String userId, Map<String, Object> answer) {
        process.answer(number, ASSESS, userId, answer);
    }

    /** Zhao Lei accepts it under the name that it was reported with: the commission drafted the measure. */
    public void accept(String number) {
        accept(number, "zhaolei", "u02");
    }

    public void accept(String number, String userId, String unit) {
        assess(
                number,
                userId,
                Map.of(
                        "decision",
                        "ACCEPT",
                        "draftingUnit",
                        unit,
                        "measure",
                        get(number).measureTitle(),
                        "matter",
                        "请说明第三条对投标人分支机构的要求及其依据。"));
    }

    public void askSupplement(String number, String userId) {
        assess(number, userId, Map.of("decision", "SUPPLEMENT", "reason", "请提供政策措施文本。"));
    }

    public void supplement(Receipt receipt) {
        complaints
                .supplement(receipt.number(), receipt.secret(), "文本见政府网站。", List.of())
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    public void sendOn(String number, String userId, String decision) {
        Map<String, Object> answer = new HashMap<>(Map.of("decision", decision, "reason", "经审查，依照办法第三十七条、第三十八条处理。"));
        if (List.of("NOT_COMPETENT", "TRANSFER", "REFER").contains(decision)) {
            answer.put("body", "有关机关");
        }
        assess(number, userId, answer);
        tell(number, SEND_ON, userId);
    }

    public void tell(String number, String task, String userId) {
        process.answer(
                number,
                task,
                userId,
                Map.of("toldOn", LocalDate.now(clock).toString(), "tellingWay", "ONLINE", "text", "已按规定办理，现予告知。"));
    }

    public void state(String number, String userId) {
        process.answer(number, STATE, userId, Map.of("text", "该办法未经公平竞争审查。", "files", List.of()));
    }

    public static Map<String, Object> violation() {
        return new HashMap<>(Map.of(
                "way", "IN_WRITING",
                "wholeMeasure", "已核查全文共十二条。",
                "procedure", "NOT_FULFILLED",
                "review", "NONE",
                "outcome", "VIOLATION",
                "conclusion", "第三条限制外地经营者参加招标投标。",
                "letter", "RECTIFICATION",
                "findings",
                        List.of(Map.of(
                                "item", "9(3)",
                                "address", "第三条",
                                "quotation", "投标人应当在本市设立分支机构。",
                                "reason", "以设立分支机构为投标条件。",
                                "requiredChange", "删除该要求。"))));
    }

    public static Map<String, Object> nothingFound() {
        return new HashMap<>(Map.of(
                "way", "BOTH",
                "wholeMeasure", "已核查全文共十二条，未发现问题。",
                "procedure", "FULFILLED",
                "review", "CORRECT",
                "outcome", "NO_VIOLATION",
                "conclusion", "未发现违反公平竞争审查规定的情形。",
                "letter", "NONE",
                "findings", List.of()));
    }

    public void verify(String number, String userId, Map<String, Object> found) {
        process.answer(number, VERIFY, userId, found);
    }

    public void sign(String number, String userId) {
        process.answer(number, SIGN, userId, Map.of("agreed", true));
    }

    public void askExtension(String number, String userId, int days) {
        LocalDate until = LocalDate.ofInstant(handling.concludeUntil(number), clock.getZone())
                .plusDays(days);
        process.as(userId, () -> handling.askExtension(number, until, "涉及单位多，情况复杂。", process.actor(userId)))
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    public void decideExtension(String number, String userId, boolean granted) {
        process.answer(number, EXTENSION, userId, Map.of("granted", granted, "note", "按程序办理。"));
    }

    /** Does something when every term is over. */
    public void afterTerm(Runnable act) {
        clock.advance(Duration.ofDays(120));
        try {
            act.run();
        } finally {
            clock.reset();
        }
    }

    /** Filed by name, found to violate, signed: what is left is the letter and the answer. */
    public Receipt concluded(boolean realName, Map<String, Object> found) {
        Receipt receipt = file(realName);
        accept(receipt.number());
        state(receipt.number(), "chenyu");
        verify(receipt.number(), "zhaolei", found);
        sign(receipt.number(), "liufang");
        sign(receipt.number(), "zhangwei");
        process.runJobs(receipt.number());
        return receipt;
    }
}

package org.fairreview.kit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fairreview.reminder.Letter;
import org.fairreview.reminder.Letters;
import org.fairreview.reminder.Letters.Beginning;
import org.fairreview.reminder.Letters.Begun;
import org.fairreview.workflow.ReminderWanted;
import org.fairreview.workflow.Reminders;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The people who write letters and answer them: Zhao Lei drafts, Gong Ping looks, Liu Fang and Zhang Wei sign. */
@TestComponent
public class Correspondence {

    public static final String DRAFT = "Task_DraftLetter";
    public static final String LOOK = "Task_LookLegally";
    public static final String SIGN = "Task_SignLetter";
    public static final String NUMBER = "Task_EnterNumber";
    public static final String SEAL = "Task_SealLetter";
    public static final String DELIVER = "Task_DeliverLetter";
    public static final String REPLY = "Task_ReplyLetter";
    public static final String EXTENSION = "Task_DecideExtension";
    public static final String OVERDUE = "Task_DecideOverdue";
    public static final String JUDGE = "Task_JudgeRectification";
    public static final String ESCALATE = "Task_DecideEscalation";

    public static final String MEASURE = "襄阳市智慧停车建设管理办法";
    public static final String DRAFTER = "襄阳市发展和改革委员会";

    public static final String COUNTY = "r420606";
    public static final String COUNTY_DRAFTER = "樊城区商务局";

    private final ProcessDriver process;
    private final Submitting submitting;
    private final Letters letters;
    private final Reminders reminders;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    Correspondence(
            ProcessDriver process,
            Submitting submitting,
            Letters letters,
            Reminders reminders,
            TransactionOperations transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.process = process;
        this.submitting = submitting;
        this.letters = letters;
        this.reminders = reminders;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Letter get(String number) {
        return letters.get(number);
    }

    /** Zhao Lei begins a letter of the kind to the commission that drafts, by hand. */
    public String begin(String kind, String as) {
        return begin("zhaolei", new Beginning(kind, as, "u02", "", "", ""));
    }

    public String begin(String userId, Beginning typed) {
        return process.as(userId, () -> {
            Begun begun = letters.begin(typed, process.actor(userId));
            if (begun.number() == null) {
                throw new AssertionError(begun.refusal());
            }
            return begun.number();
        });
    }

    /** A feature wants a letter about a case. */
    public String want(String regionId, String subject, String unitId, String kind) {
        return transaction.execute(
                status -> reminders.want(new ReminderWanted(regionId, "review", subject, unitId, kind, List.of())));
    }

    /** What Zhao Lei drafts: a measure of the commission with one problem. */
    public static Map<String, Object> drafted(String kind, String as) {
        return new HashMap<>(Map.of(
                "kind",
                kind,
                "addresseeAs",
                as,
                "addresseeUnit",
                "u02",
                "title",
                "《" + MEASURE + "》公平竞争审查有关问题",
                "facts",
                DRAFTER + "起草的《" + MEASURE + "》印发时尚未取得公平竞争审查结论。",
                "request",
                "请停止执行上述内容，按规定修订，并书面报送整改情况。",
                "measures",
                List.of(measure(MEASURE)),
                "findings",
                List.of(finding(MEASURE))));
    }

    public static Map<String, Object> measure(String title) {
        return Map.of("measure", title, "drafter", DRAFTER);
    }

    public static Map<String, Object> finding(String title) {
        return Map.of(
                "measureTitle", title,
                "quotation", "参与建设运营的企业应当在本市注册。",
                "standard", "限制外地经营者进入本地市场（条例第九条）",
                "reason", "对经营者的注册地提出要求。");
    }

    public void draft(String number, String kind, String as) {
        process.answer(number, DRAFT, "zhaolei", drafted(kind, as));
    }

    public void look(String number) {
        process.answer(number, LOOK, "gonglaw", Map.of("passed", true));
    }

    public void sign(String number, String userId) {
        process.answer(number, SIGN, userId, Map.of("agreed", true));
    }

    /** Both sign; number and document are made. */
    public void signOff(String number) {
        sign(number, "liufang");
        sign(number, "zhangwei");
        issue(number);
    }

    /** Lets the number be allotted and the document be frozen. */
    public void issue(String number) {
        process.runJobs(number);
        process.runJobs(number);
    }

    public void seal(String number, String clerk) {
        process.answer(number, SEAL, clerk, Map.of("sealedOn", today().toString(), "scan", submitting.scan(clerk)));
    }

    public void deliver(String number, String clerk) {
        process.answer(
                number,
                DELIVER,
                clerk,
                Map.of(
                        "deliveredOn",
                        today().toString(),
                        "deliveredTo",
                        "陈宇",
                        "way",
                        "BY_HAND",
                        "receipt",
                        submitting.scan(clerk)));
    }

    /** A rectification letter that the commission has in hand. */
    public String delivered() {
        return delivered("rectification", "DRAFTER");
    }

    public String delivered(String kind, String as) {
        String number = begin(kind, as);
        draft(number, kind, as);
        if (!kind.equals("reminder") && !kind.equals("report")) {
            look(number);
        }
        signOff(number);
        seal(number, "wangmin");
        deliver(number, "wangmin");
        return number;
    }

    /** The limit passes: the delay is noted, and the reviewer is asked. */
    public void letLapse(String number) {
        process.fireTimers(number);
        process.runJobs(number);
    }

    public void reply(String number, String userId, String text) {
        process.answer(number, REPLY, userId, Map.of("action", "REPLY", "reply", text, "files", List.of()));
    }

    public void judge(String number, boolean rectified) {
        process.answer(number, JUDGE, "zhaolei", judgement(number, rectified, rectified));
    }

    public Map<String, Object> judgement(String number, boolean whole, boolean each) {
        return Map.of(
                "whole",
                whole,
                "reasons",
                "已核对修订后的全文。",
                "findings",
                IntStream.range(0, get(number).findings().size())
                        .mapToObj(place -> Map.of("place", place, "done", each))
                        .toList());
    }

    public void escalate(String number, String head, String next) {
        process.answer(number, ESCALATE, head, Map.of("next", next, "note", "逾期未整改。"));
    }

    /** Lets the office of a region allot the 文号 of its letters. */
    public void numberByOffice(String regionId) {
        set(regionId, "letter.numbering", "BY_OFFICE");
    }

    /** The office of a region sets one of its values. */
    public void set(String regionId, String name, String setting) {
        unset(regionId, name);
        jdbc.sql("insert into office_value (region_id, name, valid_from, setting)"
                        + " values (?, ?, date '2025-04-20', ?)")
                .params(regionId, name, setting)
                .update();
    }

    /** The office of a region has set nothing of its own. */
    public void unset(String regionId, String name) {
        jdbc.sql("delete from office_value where name = ? and region_id = ?")
                .params(name, regionId)
                .update();
    }

    /** What 周岚 of the county drafts to its department of commerce: a measure of that one with one problem. */
    public static Map<String, Object> draftedInCounty(String kind) {
        Map<String, Object> draft = drafted(kind, "DRAFTER");
        draft.put("addresseeUnit", "u12");
        draft.put("measures", List.of(Map.of("measure", MEASURE, "drafter", COUNTY_DRAFTER)));
        return draft;
    }

    /** The interview to which Zhao Lei calls the county's department of commerce. */
    public static Map<String, Object> interview() {
        Map<String, Object> draft = draftedInCounty("interview");
        draft.put("appointment", "11月30日上午9时，本局三楼会议室，单位主要负责人");
        return draft;
    }

    /** A letter of the county's, signed and waiting for its 文号, which the office allots. */
    public String inNumbering(String kind) {
        numberByOffice(COUNTY);
        set(COUNTY, "letter.legal." + kind, "NO");
        String number = begin("fcclerk", new Beginning(kind, "DRAFTER", "u12", "", "", ""));
        process.answer(number, DRAFT, "fcclerk", draftedInCounty(kind));
        sign(number, "fchead");
        sign(number, "fcleader");
        return number;
    }

    /** A letter of the county's that its department of commerce has in hand. */
    public String ofCounty(String kind) {
        String number = inNumbering(kind);
        process.answer(number, NUMBER, "fcclerk", Map.of("documentNumber", "樊市监函" + number));
        process.runJobs(number);
        seal(number, "fcclerk");
        deliver(number, "fcclerk");
        return number;
    }

    /** A letter of the county to a unit of another region. */
    public String ofCountyTo(String unit) {
        numberByOffice(COUNTY);
        String number = begin("fcclerk", new Beginning("reminder", "OTHER", unit, "", "", ""));
        Map<String, Object> draft = drafted("reminder", "OTHER");
        draft.put("addresseeUnit", unit);
        process.answer(number, DRAFT, "fcclerk", draft);
        sign(number, "fchead");
        sign(number, "fcleader");
        process.answer(number, NUMBER, "fcclerk", Map.of("documentNumber", "樊市监函" + number));
        process.runJobs(number);
        seal(number, "fcclerk");
        deliver(number, "fcclerk");
        return number;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }
}

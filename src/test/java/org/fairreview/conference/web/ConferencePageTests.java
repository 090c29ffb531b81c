package org.fairreview.conference.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.conference.JointConferences;
import org.fairreview.conference.Meetings;
import org.fairreview.conference.Remits;
import org.fairreview.document.FileStore;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.Members;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.review.CaseFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of the joint conference: members and their forms, meetings and minutes, training and publicity. */
@ProductTest
class ConferencePageTests {

    private static final String CITY = "r420600";
    private static final Pattern FIELD = Pattern.compile("data-field=\"([^\"]+)\"");

    @Autowired
    Web web;

    @Autowired
    JointConferences conferences;

    @Autowired
    Remits remits;

    @Autowired
    Meetings meetings;

    @Autowired
    FileStore files;

    @Autowired
    JointReview people;

    @Autowired
    Members members;

    @Autowired
    AuditTrail trail;

    @Autowired
    CaseFile cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void every_member_has_its_form_and_no_two_remits_ask_the_same() {
        Visitor office = web.session("wuoffice");
        Map<String, Set<String>> byRemit = new HashMap<>();
        assertThat(conferences.members(CITY)).hasSizeGreaterThan(24);
        for (JointConferences.Member member : conferences.members(CITY)) {
            byRemit.computeIfAbsent(member.remit(), remit -> {
                Answer form = office.get("/conference/forms/" + remit);
                assertThat(form.status()).as(remit).isEqualTo(200);
                assertThat(form.body())
                        .as(remit)
                        .contains(remits.of(remit).label())
                        .doesNotContain("??");
                return FIELD.matcher(form.body())
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
            });
        }

        assertThat(byRemit).hasSizeGreaterThan(20);
        assertThat(new HashSet<>(byRemit.values())).as("field sets").hasSameSizeAs(byRemit.keySet());
        assertThat(byRemit.values())
                .allSatisfy(fields -> assertThat(fields).contains("position", "opinion", "passages"));
        assertThat(byRemit.get("common")).containsExactly("opinion", "passages", "position");
        assertThat(office.get("/conference/forms/nothing").status()).isEqualTo(404);
    }

    @Test
    void the_office_keeps_the_list_and_each_change_is_on_record() {
        Visitor office = web.session("wuoffice");
        assertThat(office.get("/conference").body())
                .contains("襄阳市公平竞争审查联席会议", "襄阳市财政局", "财政", "没有账号，由办公室登记书面答复")
                .doesNotContain("??");

        assertThat(post(office, "/members", Map.of("region", CITY, "unit", "u08", "remit", "audit"))
                        .status())
                .isEqualTo(302);
        Answer same = post(office, "/members", Map.of("region", CITY, "unit", "u08", "remit", "audit"));
        assertThat(same.status()).isEqualTo(422);
        assertThat(same.body()).contains("职责类别没有变化").containsPattern("value=\"u08\"[^>]*selected");
        assertThat(post(office, "/members", Map.of("region", CITY, "unit", "", "remit", ""))
                        .body())
                .contains("请选择本级的单位");
        JointConferences.Member added = conferences.members(CITY).stream()
                .filter(member -> member.unitId().equals("u08"))
                .findFirst()
                .orElseThrow();
        assertThat(added.remit()).isEqualTo("audit");
        assertThat(post(office, "/members/remove", Map.of("region", CITY, "member", String.valueOf(added.id())))
                        .status())
                .isEqualTo(302);
        assertThat(conferences.members(CITY))
                .extracting(JointConferences.Member::unitId)
                .doesNotContain("u08");
        JointConferences.Member withAccounts = member("u34");
        assertThat(post(office, "/members/remove", Map.of("region", CITY, "member", String.valueOf(withAccounts.id())))
                        .status())
                .isEqualTo(302);
        assertThat(conferences.members(CITY))
                .as("also one whose people hold the post")
                .extracting(JointConferences.Member::unitId)
                .doesNotContain("u34");
        assertThat(post(office, "/members", Map.of("region", CITY, "unit", "u34", "remit", "stateAssets"))
                        .status())
                .isEqualTo(302);
        assertThat(member("u34").remit()).isEqualTo("stateAssets");
        assertThat(trail.of(JointConferences.SUBJECT))
                .extracting(AuditEntry::act)
                .contains("conference.member", "conference.memberLeft");
        assertThat(post(web.session("zhaolei"), "/members", Map.of("region", CITY, "unit", "u08", "remit", "audit"))
                        .status())
                .isEqualTo(403);
        assertThat(post(web.session("fchead"), "/members", Map.of("region", CITY, "unit", "u08", "remit", "audit"))
                        .status())
                .as("of another region")
                .isEqualTo(403);
    }

    @Test
    void a_meeting_is_minuted_and_its_decision_stands_on_the_case() throws Exception {
        String number = people.inReview();
        members.want(number, "补贴是否可行？");
        members.choose(number, Members.FINANCE);
        members.answer(number, Members.FINANCE, "caocz", "DISAGREES", "没有预算。");
        Visitor office = web.session("wuoffice");
        assertThat(office.get("/conference/meetings").body())
                .contains(number, "有1个单位不同意")
                .doesNotContain("??");

        Map<String, String> typed = new HashMap<>(
                Map.of("region", CITY, "heldOn", "", "place", "三楼会议室", "chair", "副市长", "cases", number, "others", ""));
        Answer noDay = post(office, "/meetings", typed);
        assertThat(noDay.status()).isEqualTo(422);
        assertThat(noDay.body()).contains("请填写会议日期", "三楼会议室").containsPattern("value=\"" + number + "\"[^>]*checked");
        typed.put("heldOn", LocalDate.now(clock).toString());
        assertThat(post(office, "/meetings", typed).status()).isEqualTo(302);
        long id = meetings.of(CITY).get(0).id();

        Answer nobody = post(office, "/meetings/" + id + "/minutes", Map.of("decision0", "同意暂缓安排补贴。"));
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.body()).contains("请登记至少一个到会单位", "同意暂缓安排补贴。");
        assertThat(post(
                                office,
                                "/meetings/" + id + "/minutes",
                                Map.of("decision0", "同意暂缓安排补贴。", "present.u06", "on", "person.u06", "曹敏"))
                        .status())
                .isEqualTo(302);

        byte[] minutes = files.bytes(
                files.find(meetings.find(id).orElseThrow().minutesFileId().orElseThrow())
                        .orElseThrow()
                        .sha256());
        try (var document = new XWPFDocument(new ByteArrayInputStream(minutes));
                var words = new XWPFWordExtractor(document)) {
            assertThat(words.getText())
                    .contains("联席会议纪要", "三楼会议室", "襄阳市财政局曹敏", SampleMeasure.TITLE, number, "同意暂缓安排补贴。", "襄阳市司法局")
                    .doesNotContain("{{");
        }
        assertThat(trail.of(number))
                .filteredOn(entry -> entry.act().equals("conference.decided"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).contains("同意暂缓安排补贴。"));
        assertThat(web.session("zhaolei").get("/cases/" + number).body()).contains("同意暂缓安排补贴。");
        assertThat(post(office, "/meetings/" + id + "/minutes", Map.of("decision0", "改", "present.u06", "on"))
                        .body())
                .contains("会议纪要已经形成");
        assertThat(web.session("caocz")
                        .get("/conference/meetings/" + id + "/minutes")
                        .status())
                .as("a member reads the minutes")
                .isEqualTo(200);
        assertThat(web.session("chenyu").get("/conference/meetings/" + id).status())
                .isEqualTo(403);
        assertThat(web.session("fchead").get("/conference/meetings/" + id).status())
                .isEqualTo(404);
    }

    @Test
    void training_and_publicity_are_recorded_and_counted() {
        Visitor office = web.session("wuoffice");
        String title = "条例宣讲" + System.nanoTime();
        Map<String, String> typed = new HashMap<>(Map.of(
                "region",
                CITY,
                "kind",
                "TRAINING",
                "heldOn",
                LocalDate.now(clock).toString(),
                "title",
                title));
        typed.putAll(Map.of("audience", "市直部门联络员", "participants", "很多", "note", ""));
        Answer refused = post(office, "/trainings", typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("请填写1至", title, "很多");
        typed.put("participants", "120");
        String today = typed.put("heldOn", "0001-01-01");
        assertThat(post(office, "/trainings", typed).body()).contains("不能早于2000年");
        typed.put("heldOn", today);
        assertThat(post(office, "/trainings", typed).status()).isEqualTo(302);

        assertThat(web.session("zhaolei").get("/conference/trainings").body())
                .contains(title, "120", "市直部门联络员")
                .doesNotContain("??");
        assertThat(post(web.session("zhaolei"), "/trainings", typed).status()).isEqualTo(403);
    }

    private JointConferences.Member member(String unit) {
        return conferences.members(CITY).stream()
                .filter(member -> member.unitId().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private static Answer post(Visitor visitor, String act, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", visitor.csrf());
        return visitor.submit("/conference" + act, all);
    }
}

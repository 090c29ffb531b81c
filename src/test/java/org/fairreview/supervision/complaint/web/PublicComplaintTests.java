package org.fairreview.supervision.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.fairreview.audit.AuditTrail;
import org.fairreview.document.FileStore;
import org.fairreview.kit.Correspondence;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Reporting;
import org.fairreview.kit.Tables;
import org.fairreview.kit.TestClock;
import org.fairreview.kit.Web;
import org.fairreview.supervision.complaint.ComplaintState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The public page, as anybody meets it, and what it keeps to itself. */
@ProductTest
@ExtendWith(OutputCaptureExtension.class)
class PublicComplaintTests {

    private static final String PAGES = "/public/complaints";
    private static final Pattern RECEIPT =
            Pattern.compile("id=\"number\">([^<]+)<.*id=\"secret\">([^<]+)<", Pattern.DOTALL);

    @LocalServerPort
    int port;

    @Autowired
    Reporting reporting;

    @Autowired
    ProcessDriver process;

    @Autowired
    Correspondence letters;

    @Autowired
    FileStore files;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.MovableClock clock;

    @Autowired
    Web web;

    @Value("${fairreview.data}")
    Path data;

    @BeforeEach
    void open() {
        reporting.open(true);
    }

    @AfterEach
    void close() {
        clock.reset();
        reporting.open(false);
    }

    private static PublicPost filled(boolean realName) {
        PublicPost form = new PublicPost()
                .field("formKey", UUID.randomUUID().toString())
                .field("region", Reporting.REGION)
                .field("realName", String.valueOf(realName))
                .field("measureTitle", Reporting.MEASURE)
                .field("drafterNamed", "市发展改革委")
                .field("issued", "true")
                .field("violation", "第三条要求投标人在本地设立分支机构。")
                .field("truthful", "true");
        return realName
                ? form.field("name", Reporting.REPORTER.name())
                        .field("phone", Reporting.REPORTER.phone())
                        .field("email", Reporting.REPORTER.email())
                        .field("contact", Reporting.REPORTER.contact())
                : form;
    }

    @Test
    void anybody_files_without_an_account_and_sees_the_state_with_number_and_secret() {
        String page = filled(false).send(port, "127.0.1.1", PAGES);
        assertThat(page).startsWith("HTTP/1.1 200").contains("举报已收到");
        Matcher receipt = RECEIPT.matcher(page);
        assertThat(receipt.find()).isTrue();

        String state = look(
                "127.0.1.1", receipt.group(1), receipt.group(2).toLowerCase().replace("-", ""));

        assertThat(state).startsWith("HTTP/1.1 200").contains("已收到，正在审查是否受理", receipt.group(1));
        assertThat(jdbc.sql("select secret_hash from complaint where number = ?")
                        .param(receipt.group(1))
                        .query(String.class)
                        .single())
                .startsWith("$2")
                .doesNotContain(receipt.group(2));
    }

    private String look(String from, String number, String secret) {
        return new PublicPost().field("number", number).field("secret", secret).send(port, from, PAGES + "/state");
    }

    @Test
    void a_wrong_number_and_a_wrong_secret_are_told_the_same_and_tries_end() {
        var receipt = reporting.file(true);
        String wrongSecret = look("127.0.1.2", receipt.number(), "AAAA-BBBB-CCCC");
        String wrongNumber = look("127.0.1.2", "420600-JB-2020-9999", receipt.secret());
        assertThat(body(wrongSecret).replace(receipt.number(), ""))
                .isEqualTo(body(wrongNumber).replace("420600-JB-2020-9999", ""))
                .contains("编号或者查询码不正确");
        assertThat(wrongSecret).startsWith("HTTP/1.1 422");

        for (int at = 0; at < 30; at++) {
            look("127.0.1.2", receipt.number(), "AAAA-BBBB-CCCC");
        }

        assertThat(look("127.0.1.2", receipt.number(), receipt.secret()))
                .startsWith("HTTP/1.1 429")
                .contains("查询过于频繁");
        assertThat(look("127.0.1.3", receipt.number(), receipt.secret())).startsWith("HTTP/1.1 200");
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n"));
    }

    @Test
    void what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost() {
        String page = filled(true)
                .field("phone", "")
                .field("email", "")
                .field("contact", "")
                .field("violation", "")
                .field("drafterNamed", "起草单位\"><script>alert(1)</script>")
                .file("材料.txt", "第三条 投标人应当在本市设立分支机构，具体办法另行规定。".getBytes(StandardCharsets.UTF_8))
                .send(port, "127.0.1.4", PAGES);

        assertThat(page).startsWith("HTTP/1.1 422").contains("至少填写一种联系方式", "请填写具体问题和理由");
        assertThat(page).contains("id=\"violation-error\"", "href=\"#phone\"", "aria-invalid=\"true\"");
        assertThat(page).contains("value=\"" + Reporting.REPORTER.name() + "\"", "已收到：材料.txt", "name=\"attachment\"");
        assertThat(page).doesNotContain("<script>", "??").contains("&lt;script&gt;");
    }

    @Test
    void long_fields_wrong_words_and_wrong_files_are_refused_in_chinese() {
        String page = filled(false)
                .field("measureTitle", "长".repeat(201))
                .field("violation", "长".repeat(10_001))
                .field("issued", "maybe")
                .field("realName", "17")
                .field("region", "nowhere")
                .field("formKey", "' or 1=1")
                .file("程序.exe", new byte[] {'M', 'Z', 0, 1})
                .send(port, "127.0.1.5", PAGES);

        assertThat(page)
                .startsWith("HTTP/1.1 422")
                .contains("不得超过200字", "不得超过10000字", "请选择政策措施是否已经出台", "请选择实名举报还是匿名举报", "请选择受理机关", "程序.exe：");
        assertThat(List.of("region", "realName", "measureTitle", "issued", "violation", "files"))
                .allSatisfy(field -> assertThat(page).contains("id=\"" + field + "-error\""));
        assertThat(page).doesNotContain("Exception");
        assertThat(filled(false)
                        .file("盖章.docx", "不是文档".getBytes(StandardCharsets.UTF_8))
                        .send(port, "127.0.1.5", PAGES))
                .startsWith("HTTP/1.1 422")
                .contains("盖章.docx：");
    }

    @Test
    void the_same_form_is_filed_once_and_a_double_click_still_shows_number_and_a_secret_that_opens() {
        long before = count();
        String key = UUID.randomUUID().toString();
        assertThat(filled(false).field("formKey", key).send(port, "127.0.1.6", PAGES))
                .contains("举报已收到");
        assertThat(filled(false).field("formKey", key).send(port, "127.0.1.6", PAGES))
                .contains("举报已收到");
        assertThat(count() - before).isEqualTo(1);

        clock.advance(Duration.ofMinutes(11));
        try {
            assertThat(filled(false).field("formKey", key).send(port, "127.0.1.6", PAGES))
                    .startsWith("HTTP/1.1 422")
                    .contains("已经提交过");
        } finally {
            clock.reset();
        }
    }

    @Test
    void two_hundred_submissions_from_one_address_are_limited_and_another_address_is_not() {
        long before = count();
        String last = "";
        String tenth = "";
        for (int at = 1; at <= 200; at++) {
            last = filled(false).send(port, "127.0.1.7", PAGES, "X-Forwarded-For: 10.0.0." + at);
            tenth = at == 11 ? last : tenth;
        }

        assertThat(tenth).startsWith("HTTP/1.1 429").contains("提交举报过于频繁", Reporting.MEASURE);
        assertThat(last).startsWith("HTTP/1.1 429").contains("提交过于频繁，请一小时后再试").doesNotContain(Reporting.MEASURE);
        assertThat(count() - before).as("what was filed").isEqualTo(10);
        assertThat(filled(false).send(port, "127.0.1.8", PAGES)).startsWith("HTTP/1.1 200");
    }

    private long count() {
        return jdbc.sql("select count(*) from complaint").query(Long.class).single();
    }

    @Test
    void what_is_far_too_large_is_turned_away() {
        assertThat(filled(false).file("大.txt", new byte[60 << 20]).send(port, "127.0.1.9", PAGES))
                .startsWith("HTTP/1.1 413")
                .contains("提交的内容过大");
    }

    @Test
    void an_office_that_has_not_opened_its_page_takes_nothing_and_names_its_channels() {
        reporting.open(false);
        jdbc.sql("delete from office_value where name = 'complaint.phone'").update();
        jdbc.sql(
                        "insert into office_value (name, region_id, valid_from, setting) values ('complaint.phone', ?, date '2025-04-20', '0710-1234567')")
                .param(Reporting.REGION)
                .update();

        assertThat(web.anonymous().get(PAGES).body())
                .contains("网上举报没有开放", "0710-1234567", "襄阳市市场监督管理局")
                .doesNotContain("name=\"violation\"");
        assertThat(filled(false).send(port, "127.0.1.10", PAGES))
                .startsWith("HTTP/1.1 403")
                .contains("网上举报没有开放");
        jdbc.sql("delete from office_value where name = 'complaint.phone'").update();
    }

    @Test
    void who_is_logged_in_is_nobody_behind_the_public_door() {
        String session = web.session("chenyu").cookie("JSESSIONID").orElseThrow();
        String page = filled(false).send(port, "127.0.1.11", PAGES, "Cookie: JSESSIONID=" + session);
        Matcher receipt = RECEIPT.matcher(page);
        assertThat(receipt.find()).isTrue();

        assertThat(trail.of(receipt.group(1))).isNotEmpty().allSatisfy(entry -> assertThat(entry.toString())
                .doesNotContain("chenyu", "陈宇"));
        assertThat(Tables.engine(jdbc).whereAny("chenyu-" + receipt.group(1))).isEmpty();
        assertThat(jdbc.sql("select START_USER_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ?")
                        .param(receipt.group(1))
                        .query(String.class)
                        .optional())
                .isEmpty();
    }

    @Test
    void a_reporter_supplies_what_is_missing_with_number_and_secret() {
        String page = filled(true).send(port, "127.0.1.12", PAGES);
        Matcher receipt = RECEIPT.matcher(page);
        assertThat(receipt.find()).isTrue();
        reporting.askSupplement(receipt.group(1), "zhaolei");
        assertThat(look("127.0.1.12", receipt.group(1), receipt.group(2))).contains("需要您补充材料", "请提供政策措施文本。");

        String supplied = new PublicPost()
                .field("number", receipt.group(1))
                .field("secret", receipt.group(2))
                .field("text", "文本见附件。")
                .send(port, "127.0.1.12", PAGES + "/supplement");

        assertThat(supplied).startsWith("HTTP/1.1 200").contains("补充材料已收到", "正在审查是否受理");
        assertThat(reporting.get(receipt.group(1)).state()).isEqualTo(ComplaintState.REGISTERED);
    }

    /** A complete story, with the name also in the reporter's words, in an attachment and in its name. */
    @Test
    void the_reporter_is_found_nowhere_after_a_complete_story(CapturedOutput output) throws IOException {
        String name = Reporting.REPORTER.name();
        String page = filled(true)
                .field("violation", "我是" + name + "，电话" + Reporting.REPORTER.phone() + "，第三条限制外地企业。")
                .file(name + "的材料.txt", ("举报人" + name + "的情况说明，第三条限制外地企业参加投标。").getBytes(StandardCharsets.UTF_8))
                .send(port, "127.0.1.13", PAGES);
        Matcher receipt = RECEIPT.matcher(page);
        assertThat(receipt.find()).isTrue();
        String number = receipt.group(1);
        reporting.accept(number);
        assertThat(web.session("zhaolei")
                        .get("/complaints/" + number + "/words")
                        .body())
                .contains(name + "的材料.txt");
        assertThat(web.session("zhaolei")
                        .get("/complaints/" + number + "/reporter")
                        .body())
                .contains(name);
        reporting.state(number, "chenyu");
        reporting.verify(number, "zhaolei", Reporting.violation());
        reporting.sign(number, "liufang");
        reporting.sign(number, "zhangwei");
        process.runJobs(number);
        String letter = reporting.get(number).letterNumber().orElseThrow();
        Map<String, Object> drafted = Correspondence.drafted("rectification", "DRAFTER");
        process.answer(letter, Correspondence.DRAFT, "zhaolei", drafted);
        letters.look(letter);
        letters.signOff(letter);
        letters.seal(letter, "wangmin");
        letters.deliver(letter, "wangmin");
        reporting.tell(number, Reporting.ANSWER, "zhaolei");

        for (String secret :
                List.of(name, Reporting.REPORTER.phone(), Reporting.REPORTER.email(), "檀溪路某号", receipt.group(2))) {
            assertThat(Tables.ours(jdbc).whereAny(secret)).as(secret).isEmpty();
            assertThat(Tables.engine(jdbc).whereAny(secret)).as(secret).isEmpty();
            assertThat(dump()).as("the dump").doesNotContain(secret);
            assertThat(output.getAll()).as("the log").doesNotContain(secret);
            assertThat(filesWith(secret)).as("files, index, letters").isEmpty();
        }
    }

    /** The whole database as H2 writes it out. */
    private String dump() {
        return String.join("\n", jdbc.sql("script").query(String.class).list());
    }

    /** The files of the data folder that hold the text, in whatever encoding, packed ones unpacked. */
    private List<Path> filesWith(String text) throws IOException {
        List<byte[]> forms = Stream.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE,
                        Charset.forName("GBK"))
                .map(text::getBytes)
                .toList();
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> holds(read(file), forms))
                    .toList();
        }
    }

    private static boolean holds(byte[] bytes, List<byte[]> forms) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean here = forms.stream()
                .map(form -> new String(form, StandardCharsets.ISO_8859_1))
                .anyMatch(raw::contains);
        return here || (raw.startsWith("PK") && unpacked(bytes).anyMatch(part -> holds(part, forms)));
    }

    private static Stream<byte[]> unpacked(byte[] bytes) {
        Stream.Builder<byte[]> parts = Stream.builder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.add(zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts.build();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.fairreview.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.fairreview.audit.Checkpoints;
import org.fairreview.identity.Role;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.StoppableProduct;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.TestClock;
import org.fairreview.review.CaseReads;
import org.fairreview.review.destruction.Destructions;
import org.fairreview.workflow.CaseArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The commands about the record on the data folder of a product that has stopped: what is whole, what somebody changed, and
 * the package that goes to an outsider, who has another verifier.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditCommandsTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-01-01T08:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir
    static Path folder;

    private Path original;
    private Path data;
    private String number;
    private String destroyed;
    private String archived;
    private int round;

    /** What a command printed, and its exit code. */
    private record Said(int code, String text) {}

    @BeforeAll
    void a_product_has_carried_a_case_to_its_delivery_and_stopped() {
        original = folder.resolve("original");
        ConfigurableApplicationContext product = StoppableProduct.product()
                .run("--fairreview.data=" + original, "--server.port=0", "--camunda.bpm.process-engine-name=evidence");
        try {
            JointReview people = product.getBean(JointReview.class);
            number = people.inSigning();
            people.toDelivery(number);
            people.inReview();
            archived = ended(product);
            product.getBean(CaseArchive.class).archive(archived);
            destroyed = ended(product);
            read(product, destroyed);
            destroy(product, destroyed);
            read(product, destroyed);
            product.getBean(ProcessDriver.class).as("dengaudit", () -> {
                product.getBean(CaseReads.class).printed(number, "receipt");
                return product.getBean(Checkpoints.class).make();
            });
        } finally {
            StoppableProduct.close(product);
        }
    }

    private static String ended(ConfigurableApplicationContext product) {
        String ended = product.getBean(Submitting.class).measure();
        product.getBean(ProcessDriver.class)
                .complete(
                        ended,
                        JointReview.CHECK,
                        "wangmin",
                        Map.of("decision", "OUT_OF_SCOPE", "missing", "不涉及经营者经济活动。"));
        return ended;
    }

    private static void read(ConfigurableApplicationContext product, String caseNumber) {
        product.getBean(ProcessDriver.class).as("dengaudit", () -> {
            product.getBean(CaseReads.class).printed(caseNumber, "receipt");
            return caseNumber;
        });
    }

    private static void destroy(ConfigurableApplicationContext product, String caseNumber) {
        ProcessDriver process = product.getBean(ProcessDriver.class);
        Destructions destructions = product.getBean(Destructions.class);
        TestClock.MovableClock clock = product.getBean(TestClock.MovableClock.class);
        clock.advance(Duration.ofDays(32 * 366));
        try {
            long list = process.as(
                            "wangmin",
                            () -> destructions.draft(List.of(caseNumber), "期满，经鉴定不再保存。", process.actor("wangmin")))
                    .list()
                    .id();
            Map.of("liufang", Role.SECTIONHEAD, "zhangwei", Role.LEADER).entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .forEach(signer -> assertThat(process.as(
                                    signer.getKey(),
                                    () -> destructions.sign(
                                            list, signer.getValue(), true, "", process.actor(signer.getKey()))))
                            .isEmpty());
            assertThat(process.as("wangmin", () -> destructions.execute(list, process.actor("wangmin"))))
                    .isEmpty();
        } finally {
            clock.reset();
        }
    }

    @BeforeEach
    void a_copy_of_its_own() throws IOException {
        data = folder.resolve("copy" + ++round);
        copy(original, data);
    }

    @Test
    void a_record_to_which_nothing_was_done_is_whole() {
        Said said =
                run("verify-audit", "--checkpoints", data.resolve("checkpoints").toString());

        assertThat(said.text()).startsWith("完整 WHOLE\n核验了 ").contains("最新的检查点是第 1 号");
        assertThat(said.code()).isZero();
        assertThat(run("verify-audit").code()).isZero();
        assertThat(run("verify-audit", "--case", number).text()).contains("核验了 2 条记录链");
        assertThat(run("verify-audit", "--case", "420600-2026-9999").text()).contains("没有案件");
        assertThat(run("verify-audit", "--case").code()).isEqualTo(AuditCommands.WRONG_USE);
        assertThat(run("verify-audit", "--what", "x").code()).isEqualTo(AuditCommands.WRONG_USE);
    }

    @Test
    void the_key_was_made_at_the_first_start_for_its_owner_alone() throws IOException {
        try (Stream<Path> keys = Files.list(data.resolve("keys"))) {
            assertThat(keys.filter(file -> file.toString().endsWith(".key.pem")))
                    .singleElement()
                    .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                                    original.resolve("keys").resolve(file.getFileName()))))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void one_character_of_an_answer_is_changed() throws Exception {
        change("update audit_entry set details = replace(details, '理由如上', '理由如下') where details like '%理由如上%'"
                + " and subject = '" + number + "'");
        Said said = run("verify-audit");

        assertThat(said.text()).startsWith("不完整 BROKEN\n记录链 case:" + number).contains("内容被改动过");
        assertThat(said.code()).isEqualTo(AuditCommands.BROKEN);
        assertThat(run("verify-audit", "--case", number).code()).isEqualTo(AuditCommands.BROKEN);
        assertThat(export().text()).startsWith("记录核验未通过，没有导出");
    }

    @Test
    void a_foreign_deployment_stands_in_the_engines_tables() throws Exception {
        change(
                "insert into ACT_RE_DEPLOYMENT (ID_, NAME_, DEPLOY_TIME_) values ('foreign', '外来', timestamp '2020-01-01 00:00:00')");
        Said said = run("verify-audit");

        assertThat(said.text()).startsWith("不完整 BROKEN").contains("记录之外的部署或者模型“外来 foreign”");
        assertThat(said.code()).isEqualTo(AuditCommands.BROKEN);
    }

    @Test
    void a_model_is_added_to_a_deployment_that_is_on_record() throws Exception {
        change(
                "insert into ACT_GE_BYTEARRAY (ID_, NAME_, DEPLOYMENT_ID_, BYTES_) select 'added', 'more.bpmn', max(ID_), X'41'"
                        + " from ACT_RE_DEPLOYMENT");
        assertThat(run("verify-audit").text()).contains("记录之外的部署或者模型“more.bpmn”");
    }

    @Test
    void a_documents_bytes_are_changed_on_disk() throws Exception {
        Path blob = blob();
        Files.write(blob, new byte[] {'x'}, StandardOpenOption.APPEND);
        assertThat(run("verify-audit").text()).contains("不完整", "所记的文件“", "内容被改动过");
        Files.delete(blob);
        assertThat(run("verify-audit").text()).contains("不见了");
    }

    @Test
    void a_case_shows_another_document_than_was_recorded() throws Exception {
        change("update stored_file set sha256 = (select max(sha256) from stored_file where kind = 'EXPLANATION')"
                + " where kind = 'CONCLUSION'");
        assertThat(run("verify-audit").text()).contains("被换成了另一个");
    }

    @Test
    void a_stored_model_is_changed() throws Exception {
        change("update ACT_GE_BYTEARRAY set BYTES_ = BYTES_ || X'20' where NAME_ = 'measure-review.bpmn'");
        assertThat(run("verify-audit").text()).contains("流程模型“measure-review.bpmn”被改动过");
        change("delete from ACT_GE_BYTEARRAY where NAME_ = 'measure-review.bpmn'");
        assertThat(run("verify-audit").text()).contains("流程模型“measure-review.bpmn”不见了");
    }

    @Test
    void the_course_of_an_archived_case_is_changed() throws Exception {
        change("update case_course set course = course || ' ' where case_number = '" + archived + "'");
        assertThat(run("verify-audit", "--case", archived).text()).contains("不完整", "所记的流程历史归档不见了或者被改动过");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit_entry where act = 'destruction.signed' and actor_id = 'zhangwei'",
                "delete from audit_entry where act = 'destruction.drafted'",
                "update audit_entry set actor_id = 'wangmin' where act = 'destruction.signed' and actor_id = 'liufang'",
                "update audit_entry set details = replace(details, '420600-', '420700-') where act = 'destruction.drafted'",
                "update audit_entry set act = 'destruction.withdrawn' where act = 'destruction.executed'"
            })
    void a_case_was_destroyed_under_a_list_that_does_not_allow_it(String attack) throws Exception {
        assertThat(run("verify-audit", "--case", destroyed).text()).startsWith("完整 WHOLE");
        change(attack);

        Said said = run("verify-audit", "--case", destroyed);

        assertThat(said.code()).isEqualTo(AuditCommands.BROKEN);
        assertThat(said.text())
                .contains("记录链 case:" + destroyed, "记录链 reads:" + destroyed)
                .contains("登记的销毁没有相符的销毁清册");
    }

    @Test
    void yesterdays_database_stands_beside_todays_checkpoints() throws Exception {
        Path yesterday = folder.resolve("yesterday" + round);
        copy(data, yesterday);
        database(data)
                .sql("insert into audit_chain (id, length, head) values ('subject:today', 0, '')")
                .update();
        assertThat(run("checkpoint-audit").text()).startsWith("已生成第 2 号检查点");
        Path today = data.resolve("checkpoints");
        data = yesterday;

        Said said = run("verify-audit", "--checkpoints", today.toString());
        assertThat(said.code()).isEqualTo(AuditCommands.BROKEN);
        assertThat(said.text()).contains("数据库比检查点目录旧：目录中有第 2 号检查点");
        assertThat(run("verify-audit").code()).as("alone it fits").isZero();
    }

    @Test
    void chain_and_checkpoints_are_made_anew_with_another_key() throws Exception {
        Path outside = folder.resolve("outside" + round);
        copy(data.resolve("checkpoints"), outside);
        change("delete from audit_leaf");
        change("delete from audit_checkpoint");
        deleteFolder(data.resolve("keys"));
        deleteFolder(data.resolve("checkpoints"));
        assertThat(run("checkpoint-audit").code()).isZero();

        assertThat(run("verify-audit").code())
                .as("without the copies nobody can tell")
                .isZero();
        Said said = run("verify-audit", "--checkpoints", outside.toString());
        assertThat(said.code()).isEqualTo(AuditCommands.BROKEN);
        assertThat(said.text()).contains("第 1 号检查点在数据库和检查点目录中不一致");
    }

    @Test
    void a_checkpoint_is_changed_in_the_database() throws Exception {
        change("update audit_checkpoint set made_at = made_at + interval '1' hour");
        assertThat(run("verify-audit").text()).contains("第 1 号检查点的签名不符");
        data = folder.resolve("leaf" + round);
        copy(original, data);
        change("update audit_leaf set length = 3 where chain = 'case:" + number + "'");
        assertThat(run("verify-audit").text()).contains("与其签名的根不符");
    }

    @Test
    void the_folder_of_checkpoints_is_lost() throws Exception {
        deleteFolder(data.resolve("checkpoints"));
        Said said =
                run("verify-audit", "--checkpoints", data.resolve("checkpoints").toString());
        assertThat(said.code()).isEqualTo(AuditCommands.BROKEN);
        assertThat(said.text()).contains("请取回保存在别处的副本", "用 checkpoint-audit 重新写出检查点文件");

        assertThat(run("checkpoint-audit").text()).contains("缺少 1 个以前的检查点，已按数据库重新写出");
        assertThat(run(
                                "verify-audit",
                                "--checkpoints",
                                data.resolve("checkpoints").toString())
                        .code())
                .isZero();
    }

    @Test
    void a_checkpoint_in_the_middle_is_lost() throws Exception {
        run("checkpoint-audit");
        run("checkpoint-audit");
        Files.delete(data.resolve("checkpoints/checkpoint-00000002.json"));
        assertThat(run(
                                "verify-audit",
                                "--checkpoints",
                                data.resolve("checkpoints").toString())
                        .text())
                .contains("缺少第 2 号检查点");
    }

    @Test
    void a_new_key_is_announced_by_the_old_one() throws IOException {
        String before = Files.readString(data.resolve("keys/current"));
        Said rotated = run("rotate-audit-key");
        assertThat(database(data)
                        .sql("select act from audit_entry where chain = 'subject:checkpoints' and actor_id like 'os:%'"
                                + " order by seq")
                        .query(String.class)
                        .list())
                .containsExactly("checkpoint.ordered", "checkpoint.made", "checkpoint.keyRotated");
        assertThat(rotated.text()).contains("已由旧密钥签名公布并启用");
        assertThat(Files.readString(data.resolve("keys/current"))).isNotEqualTo(before);
        assertThat(data.resolve("keys/audit-%s.key.pem".formatted(before.strip())))
                .doesNotExist();
        assertThat(data.resolve("keys/audit-%s.pub.pem".formatted(before.strip())))
                .exists();
        assertThat(run("checkpoint-audit").code()).isZero();

        Said said =
                run("verify-audit", "--checkpoints", data.resolve("checkpoints").toString());
        assertThat(said.text()).startsWith("完整 WHOLE").contains("第 3 号");
        Path first = folder.resolve("first" + round);
        copy(data.resolve("checkpoints"), first);
        try (Stream<Path> files = Files.list(first)) {
            for (Path key : files.filter(file ->
                            file.toString().endsWith(".pem") && !file.toString().contains(before.strip()))
                    .toList()) {
                Files.delete(key);
            }
        }
        assertThat(run("verify-audit", "--checkpoints", first.toString()).code())
                .as("the first key leads to the others")
                .isZero();
    }

    @Test
    void a_rotation_whose_files_cannot_be_written_leaves_a_record_that_goes_on() throws Exception {
        Path copies = data.resolve("checkpoints");
        deleteFolder(copies);
        Files.writeString(copies, "no folder");

        assertThat(run("rotate-audit-key").text()).contains("文件没有写进目录");
        Files.delete(copies);
        assertThat(run("checkpoint-audit").code()).isZero();

        assertThat(run("verify-audit").text()).startsWith("完整 WHOLE");
        assertThat(copies.resolve("checkpoint-00000002.json")).exists();
    }

    @Test
    void without_the_key_that_has_to_sign_nothing_is_signed() throws Exception {
        Files.delete(data.resolve("keys/current"));
        String secret = lostSecret();

        Said said = run("checkpoint-audit");

        assertThat(said.code()).isEqualTo(AuditCommands.REFUSED);
        assertThat(said.text()).contains("应当由密钥 " + secret + " 签名", "请从备份取回");
        assertThat(run("verify-audit").text()).startsWith("完整 WHOLE");
    }

    @Test
    void beside_newer_copies_nothing_is_signed() throws Exception {
        Path earlier = folder.resolve("earlier" + round);
        copy(data.resolve("db"), earlier);
        run("checkpoint-audit");
        deleteFolder(data.resolve("db"));
        copy(earlier, data.resolve("db"));

        Said said = run("checkpoint-audit");

        assertThat(said.code()).isEqualTo(AuditCommands.REFUSED);
        assertThat(said.text()).contains("里已有第 2 号检查点，数据库却没有");
    }

    @Test
    void a_damaged_file_among_the_copies_is_named() throws Exception {
        run("checkpoint-audit");
        Path second = data.resolve("checkpoints/checkpoint-00000002.json");
        assertThat(second.toFile().setWritable(true)).isTrue();
        Files.writeString(second, "{");
        Files.writeString(data.resolve("checkpoints/foreign.pub.pem"), "no key");

        Said said = run("verify-audit");

        assertThat(said.code()).isEqualTo(AuditCommands.BROKEN);
        assertThat(said.text()).contains("第 2 号检查点的文件已损坏");
    }

    @Test
    void what_is_no_case_number_is_no_case() {
        Said said = run("verify-audit", "--case", "nix");

        assertThat(said.code()).isEqualTo(AuditCommands.REFUSED);
        assertThat(said.text()).contains("没有案件 nix 的记录");
    }

    /** Takes the secrets of all keys away; gives back the id of the one that has signed. */
    private String lostSecret() throws IOException {
        String id = null;
        try (Stream<Path> files = Files.list(data.resolve("keys"))) {
            for (Path secret :
                    files.filter(file -> file.toString().endsWith(".key.pem")).toList()) {
                id = secret.getFileName().toString().replaceAll("audit-(\\w+)\\.key\\.pem", "$1");
                Files.delete(secret);
            }
        }
        return id;
    }

    @Test
    void an_outsider_verifies_a_package_with_either_verifier() throws Exception {
        Said exported = export();
        assertThat(database(data)
                        .sql("select actor_id from audit_entry where chain = ? and act = 'read.packaged'")
                        .param("reads:" + number)
                        .query(String.class)
                        .list())
                .containsExactly("os:" + System.getProperty("user.name"));
        assertThat(exported.text()).contains("条记录已导出到");
        assertThat(exported.code()).isZero();
        Said said = verifyExport(packageFile(), key());
        assertThat(said.text()).startsWith("完整 WHOLE").contains("由第 1 号检查点签名证明");
        assertThat(said.code()).isZero();
        assertThat(python(packageFile(), key())).isEqualTo(new Said(0, "WHOLE"));
        try (ZipFile zip = new ZipFile(packageFile().toFile())) {
            String report =
                    new String(zip.getInputStream(zip.getEntry("report.html")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(report)
                    .contains("案件 " + number + " 的证据报告", "赵磊", "办理任务：", "审查意见书")
                    .doesNotContain("null");
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains(
                            "case.jsonl", "reads.jsonl", "models.jsonl", "personal.jsonl", "proof.json", "key.pub.pem")
                    .anyMatch(name -> name.startsWith("documents/"))
                    .anyMatch(name -> name.endsWith("/measure-review.bpmn"));
        }
        Path otherKey = folder.resolve("other" + round + ".pem");
        String current = run("rotate-audit-key").text();
        assertThat(current).contains("新密钥");
        Files.copy(key(), otherKey);
        assertThat(verifyExport(packageFile(), otherKey).text()).contains("签名不符");
        assertThat(python(packageFile(), otherKey)).isEqualTo(new Said(3, "BROKEN"));
        assertThat(export().text()).contains("已经存在");
    }

    @Test
    void a_package_is_exported_with_the_new_key_and_verified_with_that_of_its_checkpoint() throws Exception {
        Path before = key();
        run("rotate-audit-key");
        export();
        assertThat(verifyExport(packageFile(), before).code()).isZero();
        assertThat(python(packageFile(), before).code()).isZero();
    }

    @Test
    void from_a_database_that_takes_no_writing_a_package_is_made_and_it_is_said() throws Exception {
        Map<String, String> readOnly = new HashMap<>();
        readOnly.put("SPRING_DATASOURCE_URL", url(data) + ";ACCESS_MODE_DATA=r");
        readOnly.put("SPRING_DATASOURCE_USERNAME", "fairreview");
        readOnly.put("SPRING_DATASOURCE_PASSWORD", secret(data));

        Said said = run(
                readOnly,
                "export-audit",
                "--case",
                number,
                "--to",
                packageFile().toString());

        assertThat(said.text()).contains("数据库不可写，本次操作没有记入审计记录", "条记录已导出到");
        assertThat(said.code()).isZero();
        assertThat(packageFile()).exists();
    }

    @Test
    void what_cannot_be_recorded_for_another_reason_is_not_done() throws Exception {
        database(data)
                .sql(
                        "alter table audit_entry add constraint no_more check (act not in ('read.packaged', 'checkpoint.ordered'))")
                .update();

        Said exported = export();
        assertThat(exported.text()).startsWith("没有完成（");
        assertThat(exported.code()).isEqualTo(AuditCommands.REFUSED);
        assertThat(packageFile()).doesNotExist();
        Said made = run("checkpoint-audit");
        assertThat(made.text()).startsWith("没有完成（");
        assertThat(made.code()).isEqualTo(AuditCommands.REFUSED);
        assertThat(data.resolve("checkpoints/checkpoint-00000002.json")).doesNotExist();
    }

    @Test
    void a_checkpoint_that_was_made_and_not_recorded_is_said_to_be() throws Exception {
        database(data)
                .sql(
                        "alter table audit_entry add constraint no_more check (act <> 'checkpoint.made' or actor_id not like 'os:%')")
                .update();

        Said made = run("checkpoint-audit");

        assertThat(made.text()).contains("已生成第 2 号检查点", "没有记入审计记录");
        assertThat(made.code()).isEqualTo(AuditCommands.REFUSED);
    }

    @Test
    void erased_data_leave_a_package_whole() throws Exception {
        database(data)
                .sql("update audit_personal set salt = null, plain = null where chain = 'case:" + number
                        + "' and seq < 5")
                .update();
        assertThat(run("verify-audit").text()).contains("依法删除了", "完整 WHOLE");
        export();
        assertThat(verifyExport(packageFile(), key()).text()).contains("依法删除了");
        assertThat(python(packageFile(), key())).isEqualTo(new Said(0, "WHOLE"));
    }

    @Test
    void both_verifiers_find_the_same_packages_broken() throws Exception {
        export();
        Map<String, UnaryOperator<Map<String, byte[]>>> attacks = new LinkedHashMap<>();
        attacks.put("a word of an answer", edit("case.jsonl", text -> text.replaceFirst("理由如上", "理由如下")));
        attacks.put(
                "an actor",
                edit("case.jsonl", text -> text.replaceFirst("\"actor\":\"zhaolei\"", "\"actor\":\"sunqian\"")));
        attacks.put("a moment", edit("case.jsonl", text -> text.replaceFirst("\"at\":\"2", "\"at\":\"1")));
        attacks.put("a line taken out", edit("case.jsonl", text -> dropLine(text, 4)));
        attacks.put(
                "the last lines",
                edit("case.jsonl", text -> firstLines(text, text.lines().count() - 3)));
        attacks.put("two lines exchanged", edit("case.jsonl", AuditCommandsTests::exchange));
        attacks.put("a line twice", edit("case.jsonl", text -> text + lastLine(text) + "\n"));
        attacks.put("a name", edit("personal.jsonl", text -> text.replaceFirst("赵磊", "孙倩")));
        attacks.put(
                "a value nobody has",
                edit(
                        "personal.jsonl",
                        text -> text + lastLine(text).replaceFirst("\"seq\":\\d+", "\"seq\":999") + "\n"));
        attacks.put("the reads", edit("reads.jsonl", text -> ""));
        attacks.put("the report", edit("report.html", text -> text.replaceFirst("赵磊", "孙倩")));
        attacks.put("a model", editAny("/measure-review.bpmn", text -> text + " "));
        attacks.put("a document", editAny("documents/", text -> text + " "));
        attacks.put("the checkpoint", edit("proof.json", text -> text.replaceFirst("\"number\":1", "\"number\":2")));
        attacks.put("the root", edit("proof.json", text -> text.replaceFirst("\"path\":\\[\"", "\"path\":[\"00")));
        attacks.put(
                "the proofs",
                edit(
                        "proof.json",
                        text -> text.replaceFirst("\"proofs\":.*,\"signature\"", "\"proofs\":[],\"signature\"")));
        attacks.put("a file more", files -> {
            files.put("documents/x", new byte[] {1});
            return files;
        });
        attacks.put("no manifest", files -> {
            files.remove("manifest.json");
            return files;
        });
        attacks.forEach((name, attack) -> {
            Path attacked = folder.resolve("attacked%d.zip".formatted(round++));
            rewrite(packageFile(), attacked, attack);
            Said ours = verifyExport(attacked, key());
            assertThat(ours.code()).as(name + ": " + ours.text()).isEqualTo(AuditCommands.BROKEN);
            Said theirs = python(attacked, key());
            assertThat(theirs.code()).as(name).isEqualTo(3);
        });
    }

    @Test
    void both_verifiers_hold_the_package_of_a_destroyed_case_to_its_list() throws Exception {
        Said exported =
                run("export-audit", "--case", destroyed, "--to", packageFile().toString());
        assertThat(exported.code()).as(exported.text()).isZero();
        assertThat(verifyExport(packageFile(), key()).text()).startsWith("完整 WHOLE");
        assertThat(pythonText(packageFile(), key())).startsWith("WHOLE");
        try (ZipFile zip = new ZipFile(packageFile().toFile())) {
            assertThat(new String(
                            zip.getInputStream(zip.getEntry("list.jsonl")).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("destruction.drafted", "destruction.signed", "destruction.executed");
            assertThat(new String(
                            zip.getInputStream(zip.getEntry("report.html")).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("编制销毁清册", "签署销毁清册");
        }

        assertBothFind("内容不见了", "details are gone", edit("case.jsonl", AuditCommandsTests::emptyLast));
        assertBothFind("内容不见了", "details are gone", edit("reads.jsonl", AuditCommandsTests::emptyLast));
        assertBothFind("没有相符的销毁清册", "destroyed without a signed list", files -> edit(
                        "personal.jsonl", text -> text.replaceAll("[^\n]*\"subject:destruction-[^\n]*\n", ""))
                .apply(edit("list.jsonl", text -> "").apply(files)));
        assertBothFind("缺少第 1 条", "entry 1: missing", edit("list.jsonl", text -> lastLine(text) + "\n"));
    }

    /** Ours in Chinese, theirs in English. */
    private void assertBothFind(String ours, String theirs, UnaryOperator<Map<String, byte[]>> attack) {
        Path attacked = folder.resolve("attacked%d.zip".formatted(round++));
        rewrite(packageFile(), attacked, attack);
        assertThat(verifyExport(attacked, key()).text())
                .startsWith("不完整 BROKEN")
                .contains(ours);
        assertThat(pythonText(attacked, key())).startsWith("BROKEN").contains(theirs);
    }

    private static String emptyLast(String text) {
        return text.substring(0, text.length() - lastLine(text).length() - 1)
                + lastLine(text).replaceFirst("\"details\":\"(\\\\.|[^\"\\\\])*\"", "\"details\":null")
                + "\n";
    }

    private Said export() {
        return run("export-audit", "--case", number, "--to", packageFile().toString());
    }

    private Path packageFile() {
        return data.resolveSibling(data.getFileName() + ".zip");
    }

    private Path key() {
        try {
            return data.resolve("keys/audit-%s.pub.pem"
                    .formatted(Files.readString(data.resolve("keys/current")).strip()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Said verifyExport(Path file, Path key) {
        return run("verify-export", file.toString(), "--key", key.toString());
    }

    private Said run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private Said run(Map<String, String> settings, String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("FAIRREVIEW_DATA", data.toString());
        int code = new AuditCommands(environment, CLOCK, new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(arguments);
        return new Said(code, printed.toString(StandardCharsets.UTF_8));
    }

    /** The verdict of the verifier that shares no code with us. */
    private static Said python(Path file, Path key) {
        String text = pythonText(file, key);
        return new Said(text.startsWith("WHOLE") ? 0 : 3, text.split(":")[0]);
    }

    private static String pythonText(Path file, Path key) {
        try {
            Process process = new ProcessBuilder("python3", "docs/audit/verify.py", file.toString(), key.toString())
                    .redirectErrorStream(true)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            assertThat(text).doesNotContain("Traceback");
            assertThat(code).as(text).isEqualTo(text.startsWith("WHOLE") ? 0 : 3);
            return text;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void change(String sql) throws IOException {
        JdbcClient jdbc = database(data);
        for (String trigger : List.of(
                "audit_entry_kept",
                "audit_checkpoint_kept",
                "audit_leaf_kept",
                "audit_chain_grows",
                "audit_personal_erased")) {
            jdbc.sql("drop trigger if exists " + trigger).update();
        }
        assertThat(jdbc.sql(sql).update()).as(sql).isPositive();
    }

    private static JdbcClient database(Path data) throws IOException {
        return JdbcClient.create(new DriverManagerDataSource(url(data), "fairreview", secret(data)));
    }

    private static String url(Path data) {
        return "jdbc:h2:file:" + data.resolve("db/fairreview");
    }

    private static String secret(Path data) throws IOException {
        return Files.readString(data.resolve("db.secret")).strip();
    }

    private Path blob() throws IOException {
        String digest = database(data)
                .sql("select sha256 from stored_file where bound_to = ? and kind = 'CONCLUSION'")
                .param(number)
                .query(String.class)
                .single();
        return data.resolve("blobs").resolve(digest.substring(0, 2)).resolve(digest);
    }

    private static UnaryOperator<Map<String, byte[]>> edit(String name, UnaryOperator<String> change) {
        return editAny(name, change);
    }

    private static UnaryOperator<Map<String, byte[]>> editAny(String part, UnaryOperator<String> change) {
        return files -> {
            String name = files.keySet().stream()
                    .filter(each -> each.contains(part))
                    .findFirst()
                    .orElseThrow();
            String before = new String(files.get(name), StandardCharsets.ISO_8859_1);
            String text = new String(files.get(name), StandardCharsets.UTF_8);
            String after = change.apply(text);
            assertThat(after).as(part).isNotEqualTo(text);
            files.put(
                    name,
                    name.startsWith("documents/")
                            ? (before + "x").getBytes(StandardCharsets.ISO_8859_1)
                            : after.getBytes(StandardCharsets.UTF_8));
            return files;
        };
    }

    private static String dropLine(String text, int line) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.remove(line);
        return String.join("\n", lines) + "\n";
    }

    private static String firstLines(String text, long count) {
        return String.join("\n", text.lines().limit(count).toList()) + "\n";
    }

    private static String exchange(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        Collections.swap(lines, 2, 3);
        return String.join("\n", lines) + "\n";
    }

    private static String lastLine(String text) {
        return text.lines().reduce((one, next) -> next).orElseThrow();
    }

    private static void rewrite(Path from, Path to, UnaryOperator<Map<String, byte[]>> change) {
        try (ZipFile zip = new ZipFile(from.toFile(), StandardCharsets.UTF_8);
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to), StandardCharsets.UTF_8)) {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (ZipEntry entry : zip.stream().toList()) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
            for (Map.Entry<String, byte[]> file : change.apply(files).entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}

package org.fairreview.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.audit.Chains;
import org.fairreview.audit.Checkpoints;
import org.fairreview.audit.RecordCheck;
import org.fairreview.audit.Verdict;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The auditor verifies the running product, makes a checkpoint and takes a package of a case. */
@ProductTest
class AuditPageTests {

    @Autowired
    Web web;

    @Autowired
    JointReview people;

    @Autowired
    RecordCheck check;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    AuditTrail trail;

    @Test
    void the_auditor_sees_whether_the_record_is_whole_and_seals_it() {
        String number = people.inReview();
        Visitor auditor = web.session("dengaudit");

        Answer made = auditor.submit("/audit/checkpoint", Map.of("_csrf", auditor.csrf()));
        assertThat(made.location()).endsWith("/audit");
        assertThat(auditor.get("/audit").body()).contains("已生成第 ", "BEGIN PUBLIC KEY");
        assertThat(check.verifyCase(number).state()).isEqualTo(Verdict.State.WHOLE);
        assertThat(trail.everythingOf("checkpoints"))
                .last()
                .extracting(AuditEntry::act, entry -> entry.actor().userId())
                .containsExactly("checkpoint.made", "dengaudit");

        assertThat(auditor.submit("/audit/verify", Map.of("_csrf", auditor.csrf()))
                        .location())
                .endsWith("/audit");
        String page = auditor.get("/audit").body();
        assertThat(page).contains("记录核验", "核验结果", "tag-good", "最新检查点").doesNotContain("??", "tag-bad");
        JsonNode verification = web.basic("dengaudit").get("/api/audit/verify").json();
        assertThat(verification.path("faults")).isEmpty();
        assertThat(verification.path("whole").asBoolean()).isTrue();
        assertThat(verification.path("entries").asLong()).isGreaterThan(10);
        assertThat(verification.path("checkpoint").asLong()).isPositive();
        assertThat(trail.newestIn("reads:-", 1).get(0).act()).isEqualTo("read.verified");
    }

    @Test
    void a_checkpoint_file_that_somebody_took_away_is_missed() throws Exception {
        long number = checkpoints.make().number();
        Path file = checkpoints.folder().path().resolve("checkpoint-%08d.json".formatted(number));
        String content = Files.readString(file);
        Files.delete(file);
        try {
            checkpoints.makeDaily();

            assertThat(file).doesNotExist();
            assertThat(web.session("dengaudit").get("/audit").body()).contains("检查点文件不见了", "checkpoint-audit");
            assertThat(web.session("admin").get("/actuator/health").body()).contains("检查点文件不见了");
        } finally {
            Files.writeString(file, content);
            checkpoints.makeDaily();
        }
        assertThat(web.session("dengaudit").get("/audit").body()).doesNotContain("检查点文件不见了");
    }

    @Test
    void the_auditor_takes_the_package_of_a_case() {
        String number = people.inReview();
        Answer taken = web.session("dengaudit").get("/audit/packages/" + number);

        assertThat(taken.status()).isEqualTo(200);
        long made = checkpoints.newest().orElseThrow().number();
        web.session("dengaudit").get("/audit/packages/" + number);
        assertThat(checkpoints.newest().orElseThrow().number())
                .as("nothing new stands after the last")
                .isEqualTo(made);
        assertThat(taken.header("Content-Disposition")).contains("evidence-" + number + ".zip");
        assertThat(taken.body()).startsWith("PK");
        assertThat(trail.readsOf(number)).last().extracting(AuditEntry::act).isEqualTo("read.packaged");
        assertThat(check.verify(Chains.readsOf(number)).isBroken()).isFalse();
        assertThat(web.session("dengaudit")
                        .get("/audit/packages/420600-2020-0001")
                        .status())
                .isEqualTo(404);
        assertThat(web.session("zhaolei").get("/audit/packages/" + number).status())
                .isEqualTo(403);
    }
}

package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody leaves, and the tasks go to a successor. */
@ProductTest
class HandoverPageTests {

    @Autowired
    Web web;

    @Autowired
    JointReview people;

    @Autowired
    Submitting submitting;

    @Autowired
    ProcessDriver process;

    @Autowired
    Directory directory;

    @Autowired
    AuditTrail trail;

    @BeforeEach
    void a_reviewer_who_leaves_and_also_registers() {
        open("parting", "冯离", new Post("u01", Role.REVIEWER), new Post("u01", Role.CLERK));
        open("succeeding", "何承", new Post("u01", Role.REVIEWER));
        open("handunithead", "罗辉", new Post("u02", Role.UNITHEAD));
    }

    @Test
    void what_the_successor_may_do_goes_over_and_the_rest_is_listed() {
        String reviewed = submitting.measure();
        people.accept(reviewed);
        people.assign(reviewed, "parting");
        String received = submitting.measure();
        process.claim(process.task(received, JointReview.CHECK), "parting");

        Visitor liufang = web.session("liufang");
        assertThat(liufang.get("/handover?person=parting").body())
                .contains(reviewed, received, "何承", "王敏")
                .doesNotContain("??");
        Answer unsaid = send("liufang", "person", "parting", "successor", "succeeding");
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.body()).contains("请填写移交原因").containsPattern("value=\"succeeding\"[^>]*selected");
        Answer unfit = send("liufang", "person", "parting", "successor", "zhangwei", "reason", "调离");
        assertThat(unfit.status()).isEqualTo(422);
        assertThat(unfit.body()).contains("没有办理这些任务所需的岗位", "调离");

        Answer done = send("liufang", "person", "parting", "successor", "succeeding", "reason", "调往市人大");

        assertThat(done.status()).isEqualTo(302);
        String list = done.location().replaceFirst("https?://[^/]+", "");
        assertThat(liufang.get(list).body())
                .contains("工作移交清单", "已移交的任务共 1 件", reviewed, "没有移交的任务共 1 件", received, "调往市人大")
                .doesNotContain("??");
        assertThat(process.task(reviewed, JointReview.REVIEW).getAssignee()).isEqualTo("succeeding");
        assertThat(process.task(received, JointReview.CHECK).getAssignee()).isEqualTo("parting");
        assertThat(trail.of(reviewed))
                .filteredOn(entry -> entry.act().equals("task.handedOver"))
                .singleElement()
                .extracting(AuditEntry::details)
                .asString()
                .contains("parting", "succeeding", "调往市人大");
        assertThat(trail.of(received)).noneMatch(entry -> entry.act().equals("task.handedOver"));
        assertThat(web.session("succeeding").get("/cases/" + reviewed).body()).contains("移交任务", "何承");
        people.review(reviewed, "succeeding", List.of());

        assertThat(web.session("handunithead").get(list).status())
                .as("another unit")
                .isEqualTo(404);
        assertThat(web.session("admin").get(list).status()).isEqualTo(200);
    }

    @Test
    void nobody_hands_over_what_belongs_to_another_unit() {
        assertThat(web.session("wangmin").get("/handover").status()).isEqualTo(403);
        assertThat(web.session("handunithead").get("/handover").body())
                .contains("chenyu")
                .doesNotContain("zhaolei");

        Answer foreign = send("handunithead", "person", "zhaolei", "successor", "succeeding", "reason", "调离");

        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.body()).contains("只能移交本单位");
    }

    private void open(String userId, String name, Post... posts) {
        if (directory.actor(userId).isEmpty()) {
            directory.open(new Person(userId, name), Web.PASSWORD, List.of(posts));
        }
    }

    private Answer send(String userId, String... fields) {
        Visitor visitor = web.session(userId);
        Map<String, String> form = new HashMap<>(Map.of("_csrf", visitor.csrf()));
        for (int place = 0; place < fields.length; place += 2) {
            form.put(fields[place], fields[place + 1]);
        }
        return visitor.submit("/handover", form);
    }
}

package org.fairreview.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairreview.identity.Directory;
import org.fairreview.supervision.complaint.Channel;
import org.fairreview.supervision.complaint.ComplaintDraft;
import org.fairreview.supervision.complaint.Complaints;
import org.fairreview.supervision.complaint.Complaints.Filed;
import org.fairreview.supervision.complaint.Reporter;
import org.fairreview.supervision.complaint.Words;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** An example complaint that came as a letter and waits for its test by a reviewer. */
@Component
@Profile("demo")
class DemoComplaint {

    private static final String REGION = "r420600";
    private static final String CLERK = "wangmin";

    private final Complaints complaints;
    private final Directory directory;
    private final Clock clock;

    DemoComplaint(Complaints complaints, Directory directory, Clock clock) {
        this.complaints = complaints;
        this.directory = directory;
        this.clock = clock;
    }

    void make() {
        ComplaintDraft letter = new ComplaintDraft(
                REGION,
                true,
                new Reporter("田望舒", "0710-0000000", "", "襄阳市樊城区长虹路"),
                new Words("第四条规定只有在本市登记注册满两年的企业才能参加停车场特许经营招标，外地企业无法报名。", ""),
                "襄阳市公共停车场特许经营管理办法",
                "襄发改规〔2026〕2号",
                "襄阳市发展和改革委员会",
                true,
                LocalDate.now(clock));
        Filed filed = DemoPeople.as(
                CLERK,
                () -> complaints.register(
                        letter,
                        Channel.LETTER,
                        UUID.randomUUID().toString(),
                        List.of(),
                        directory.actor(CLERK).orElseThrow()));
        if (filed.number() == null) {
            throw new IllegalStateException("The demo's complaint is not taken: " + filed.objections());
        }
    }
}

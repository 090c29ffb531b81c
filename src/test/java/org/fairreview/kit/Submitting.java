package org.fairreview.kit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fairreview.document.Uploader;
import org.fairreview.document.Uploads;
import org.fairreview.measure.DraftersStatement;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureFacts;
import org.fairreview.measure.MeasureKind;
import org.fairreview.review.Submission;
import org.fairreview.review.Submissions;
import org.springframework.boot.test.context.TestComponent;

/** Submits a measure of our own as a drafter does on the portal. */
@TestComponent
public class Submitting {

    private final Submissions submissions;
    private final Uploads uploads;
    private final ProcessDriver process;

    Submitting(Submissions submissions, Uploads uploads, ProcessDriver process) {
        this.submissions = submissions;
        this.uploads = uploads;
        this.process = process;
    }

    /** Chen Yu of the development and reform commission submits; the case number comes back. */
    public String measure() {
        return measure("chenyu", "u02", Issuance.GOVERNMENT, SampleMeasure.BODY);
    }

    public String measure(String userId, String unitId, Issuance issuance, String body) {
        Submission submission = submission(userId, unitId, issuance, body);
        return process.as(userId, () -> submissions.submit(submission, process.actor(userId)));
    }

    /** A measure on which nobody was heard. */
    public String unheard() {
        return unheard(Issuance.GOVERNMENT);
    }

    public String unheard(Issuance issuance) {
        Submission heard = submission("chenyu", "u02", issuance, SampleMeasure.BODY);
        Submission unheard = new Submission(
                heard.draftingUnitId(),
                heard.facts(),
                new DraftersStatement(false, "时间紧，未征求意见", "", "经初审，未发现违反标准的内容"),
                heard.files());
        return process.as("chenyu", () -> submissions.submit(unheard, process.actor("chenyu")));
    }

    public Submission submission(String userId, String unitId, Issuance issuance, String body) {
        return new Submission(
                unitId,
                new MeasureFacts(
                        SampleMeasure.TITLE,
                        MeasureKind.NORMATIVE_DOCUMENT,
                        issuance,
                        "汉江市人民政府",
                        "",
                        "冷链物流",
                        "国家关于加快发展冷链物流的有关规定",
                        "陈宇",
                        "0710-0000000"),
                new DraftersStatement(true, "书面征求企业和协会意见", "采纳九条", "经初审,未发现违反标准的内容"),
                List.of(
                        new Submission.SubmittedFile(FileRole.BODY, upload(userId, unitId, "草案.txt", body)),
                        new Submission.SubmittedFile(
                                FileRole.EXPLANATION, upload(userId, unitId, "起草说明.txt", SampleMeasure.EXPLANATION))));
    }

    /** Stages a text file and gives its id. */
    public String upload(String userId, String unitId, String name, String text) {
        var upload =
                uploads.takeText(name, text.getBytes(StandardCharsets.UTF_8), new Uploader(userId, unitId, "r420600"));
        return ((Uploads.Upload.Taken) upload).file().id();
    }

    /** Stages a scan of a sealed paper and gives its id. */
    public String scan(String userId) {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0};
        var upload = uploads.takeScan("用印.png", png, new Uploader(userId, "u01", "r420600"));
        return ((Uploads.Upload.Taken) upload).file().id();
    }
}

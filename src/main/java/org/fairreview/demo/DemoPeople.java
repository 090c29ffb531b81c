package org.fairreview.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fairreview.document.Passage;
import org.fairreview.document.Texts;
import org.fairreview.document.Uploader;
import org.fairreview.document.Uploads;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.measure.DraftersStatement;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureFacts;
import org.fairreview.measure.MeasureKind;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Finding;
import org.fairreview.review.Submission;
import org.fairreview.review.Submissions;
import org.fairreview.workflow.TaskDesk;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Lets the demo's people do their steps. */
@Component
@Profile("demo")
class DemoPeople {

    private final Submissions submissions;
    private final Uploads uploads;
    private final CaseFile cases;
    private final Measures measures;
    private final Texts texts;
    private final Directory directory;
    private final Units units;
    private final TaskDesk desk;
    private final ObjectMapper json;

    DemoPeople(
            Submissions submissions,
            Uploads uploads,
            CaseFile cases,
            Measures measures,
            Texts texts,
            Directory directory,
            Units units,
            TaskDesk desk,
            ObjectMapper json) {
        this.submissions = submissions;
        this.uploads = uploads;
        this.cases = cases;
        this.measures = measures;
        this.texts = texts;
        this.directory = directory;
        this.units = units;
        this.desk = desk;
        this.json = json;
    }

    /** Whether there are cases younger than the saved year. */
    boolean haveCases() {
        return cases.latest(directory.actor("wangmin").orElseThrow(), 1).stream()
                .anyMatch(latest -> latest.submittedAt().isAfter(SavedYear.END));
    }

    String submit(
            String userId,
            String unitId,
            String title,
            MeasureKind kind,
            Issuance issuance,
            String issuingBody,
            String text) {
        Uploader uploader =
                new Uploader(userId, unitId, units.find(unitId).orElseThrow().regionId());
        Submission submission = new Submission(
                unitId,
                new MeasureFacts(
                        title,
                        kind,
                        issuance,
                        issuingBody,
                        "",
                        "",
                        "国家和省有关规定",
                        directory.nameOf(userId),
                        "0710-0000000"),
                new DraftersStatement(
                        true, "书面征求了相关企业、行业协会商会的意见,并公开征求社会公众意见三十日。", "收到意见十二条,采纳九条,其余三条已说明理由。", "经初审,认为草案未违反公平竞争审查标准。"),
                List.of(
                        new Submission.SubmittedFile(FileRole.BODY, upload(title + ".docx", text, uploader)),
                        new Submission.SubmittedFile(
                                FileRole.EXPLANATION, upload("起草说明.docx", "explanation", uploader))));
        return as(
                userId,
                () -> submissions.submit(submission, directory.actor(userId).orElseThrow()));
    }

    /** Sends a Camunda Form. */
    void send(String number, String taskKey, String userId, Map<String, Object> fields) {
        as(userId, () -> {
            desk.complete(number, taskKey, userId, fields);
            return null;
        });
    }

    /** Sends an embedded form. */
    void answer(String number, String taskKey, String userId, Map<String, Object> answer) {
        try {
            send(number, taskKey, userId, Map.of("answer", json.writeValueAsString(answer)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Map<String, Object> finding(String number, String words, Map<String, Object> more) {
        String file = measures.version(cases.get(number).versionId())
                .reviewedFiles()
                .get(0)
                .sha256();
        Passage passage = texts.passages(file).stream()
                .filter(candidate -> candidate.text().contains(words))
                .findFirst()
                .orElseThrow();
        int start = passage.start() + passage.text().indexOf(words);
        Map<String, Object> finding = new HashMap<>(more);
        finding.put("fileSha256", file);
        finding.put("address", passage.address());
        finding.put("startOffset", start);
        finding.put("endOffset", start + words.length());
        finding.put("quotation", words);
        return finding;
    }

    List<Map<String, Object>> requireChanges(String number) {
        return cases.findings(number).stream()
                .map(Finding::id)
                .map(id -> Map.<String, Object>of("id", id, "disposition", "CHANGE_REQUIRED"))
                .toList();
    }

    String nameOf(String unitId) {
        return units.name(unitId);
    }

    /** Stages an example text as a Word file of the person. */
    String uploadText(String userId, String unitId, String fileName, String text) {
        return upload(
                fileName,
                text,
                new Uploader(userId, unitId, units.find(unitId).orElseThrow().regionId()));
    }

    private String upload(String fileName, String text, Uploader uploader) {
        var upload = uploads.takeText(fileName, docx(text), uploader);
        if (upload instanceof Uploads.Upload.Taken taken) {
            return taken.file().id();
        }
        throw new IllegalStateException("The demo text '%s' is not taken: %s".formatted(text, upload));
    }

    private static byte[] docx(String text) {
        try (InputStream in = DemoPeople.class.getResourceAsStream("/demo/measures/" + text + ".txt");
                XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> document.createParagraph().createRun().setText(line));
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T as(String userId, Supplier<T> act) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(userId, null, List.of()));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}

package org.fairreview.evidence.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fairreview.audit.AuditTexts;
import org.fairreview.audit.CheckpointMail;
import org.fairreview.audit.CheckpointRefused;
import org.fairreview.audit.Checkpoints;
import org.fairreview.audit.Fault;
import org.fairreview.audit.WholeCheck;
import org.fairreview.evidence.LiveRecord;
import org.fairreview.identity.CurrentActor;
import org.fairreview.review.CaseFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The auditor's page about the record: whether it is whole, its checkpoints, its public key, and packages of cases. */
@Controller
class AuditController {

    private static final String PAGE = "redirect:/audit";

    /** The last verification as the page shows it. */
    record Seal(boolean whole, String at, List<String> words, List<String> faults) {}

    /** The newest checkpoint as the page shows it. */
    record Signed(long number, String at, String key, long chains, String digest) {}

    private final LiveRecord record;
    private final Checkpoints checkpoints;
    private final CheckpointMail mail;
    private final CaseFile cases;
    private final CurrentActor currentActor;

    AuditController(
            LiveRecord record,
            Checkpoints checkpoints,
            CheckpointMail mail,
            CaseFile cases,
            CurrentActor currentActor) {
        this.record = record;
        this.checkpoints = checkpoints;
        this.mail = mail;
        this.cases = cases;
        this.currentActor = currentActor;
    }

    @GetMapping("/audit")
    String page(Model model) {
        model.addAttribute("seal", record.last().map(this::seal).orElse(null));
        model.addAttribute("signed", signed());
        model.addAttribute("publicKey", checkpoints.publicKey());
        model.addAttribute(
                "unfiled",
                checkpoints.isFiled()
                        ? null
                        : AuditTexts.of(
                                "audit.page.unfiled", checkpoints.folder().path()));
        model.addAttribute("gone", checkpoints.goneFiles().orElse(null));
        CheckpointMail.Standing standing = mail.standing();
        model.addAttribute(
                "unmailed",
                standing.isTroubled()
                        ? AuditTexts.of("audit.page.unmailed", standing.problem(), standing.waiting())
                        : null);
        model.addAttribute(
                "mailed",
                standing.to() == null ? null : AuditTexts.of("audit.page.mailed", standing.to(), standing.sent()));
        return "evidence/audit";
    }

    @PostMapping("/audit/verify")
    String verify() {
        record.verify();
        return PAGE;
    }

    @PostMapping("/audit/checkpoint")
    String checkpoint(RedirectAttributes redirect) {
        try {
            redirect.addFlashAttribute(
                    "done", AuditTexts.of("audit.page.made", checkpoints.make().number()));
        } catch (CheckpointRefused refused) {
            redirect.addFlashAttribute("refused", refused.sentence());
        }
        return PAGE;
    }

    /** The evidence package of a case that the auditor may see. */
    @GetMapping("/audit/packages/{number}")
    ResponseEntity<StreamingResponseBody> evidence(@PathVariable String number) throws IOException {
        if (cases.findInRegister(number, currentActor.get()).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Path file = Files.createTempFile("evidence", ".zip");
        Optional<String> refusal;
        try (OutputStream target = Files.newOutputStream(file)) {
            refusal = record.export(number, target);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        if (refusal.isPresent()) {
            Files.deleteIfExists(file);
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .body(out -> out.write(refusal.get().getBytes(StandardCharsets.UTF_8)));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .contentLength(Files.size(file))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("evidence-" + number + ".zip")
                                .build()
                                .toString())
                .body(out -> {
                    try (InputStream in = Files.newInputStream(file)) {
                        in.transferTo(out);
                    } finally {
                        Files.deleteIfExists(file);
                    }
                });
    }

    private Seal seal(WholeCheck.Report report) {
        return new Seal(
                report.isWhole(),
                AuditTexts.minute(report.checkedAt()),
                record.words(report),
                report.faults().stream().map(Fault::sentence).toList());
    }

    private @Nullable Signed signed() {
        return checkpoints
                .newest()
                .map(made -> new Signed(
                        made.number(), AuditTexts.minute(made.at()), made.key(), made.treeSize(), made.digest()))
                .orElse(null);
    }
}

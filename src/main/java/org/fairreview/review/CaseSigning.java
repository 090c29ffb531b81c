package org.fairreview.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.fairreview.calendar.CaseClocks;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.NumberSeries;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the draft to the delivered document: signatures, number, the frozen document, seal, delivery. */
@Service
@Transactional
public class CaseSigning {

    private final ReviewCases cases;
    private final NumberSeries numbers;
    private final OfficeTable office;
    private final ConclusionDocuments conclusionDocuments;
    private final Standards standards;
    private final FileStore files;
    private final CaseAdvice advice;
    private final CaseClocks clocks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseSigning(
            ReviewCases cases,
            NumberSeries numbers,
            OfficeTable office,
            ConclusionDocuments conclusionDocuments,
            Standards standards,
            FileStore files,
            CaseAdvice advice,
            CaseClocks clocks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.numbers = numbers;
        this.office = office;
        this.conclusionDocuments = conclusionDocuments;
        this.standards = standards;
        this.files = files;
        this.advice = advice;
        this.clocks = clocks;
        this.events = events;
        this.clock = clock;
    }

    public SigningStep nextStep(String caseNumber) {
        return get(caseNumber).nextStep();
    }

    public Optional<Refusal> sign(String caseNumber, String userId, boolean agreed, String remark, int backTo) {
        Optional<Refusal> unanswered = agreed ? advice.maySign(caseNumber) : Optional.empty();
        if (unanswered.isPresent()) {
            return unanswered;
        }
        return get(caseNumber).sign(userId, agreed, remark, backTo, standards.regime(), clock.instant());
    }

    public SigningOutcome outcome(String caseNumber) {
        return get(caseNumber).signingOutcome();
    }

    public Conclusion conclusion(String caseNumber) {
        return get(caseNumber).conclusion().orElseThrow();
    }

    /** Allots the document number (文号), e.g. 襄市监公竞审〔2026〕1号; a second run changes nothing. */
    public void number(String caseNumber) {
        ReviewCase review = get(caseNumber);
        if (review.documentNumber().isPresent()) {
            return;
        }
        int year = LocalDate.now(clock).getYear();
        String number = "%s〔%d〕%d号"
                .formatted(
                        office.documentPrefix(review.regionId()),
                        year,
                        numbers.next("conclusion", review.regionId(), year));
        review.number(number);
        events.publishEvent(new CaseRecorded(caseNumber, "case.numbered", Map.of("documentNumber", number)));
    }

    /** Renders and freezes the conclusion document; a second run changes nothing. */
    public void freeze(String caseNumber) {
        ReviewCase review = get(caseNumber);
        if (review.documentFileId().isPresent()) {
            return;
        }
        var rendered = conclusionDocuments.render(review);
        StoredFile file = files.store(conclusionDocuments.fileName(review), rendered.bytes());
        files.bind(file.id(), caseNumber, "CONCLUSION");
        review.freeze(file.id(), file.sha256(), rendered.templateVersion());
        events.publishEvent(new CaseRecorded(
                caseNumber,
                "case.documentFrozen",
                Map.of("file", file.name(), "sha256", file.sha256(), "template", rendered.templateVersion())));
    }

    public Optional<Refusal> seal(String caseNumber, String userId, LocalDate on, String scanFileId) {
        if (files.takeStaged(scanFileId, userId).isEmpty()) {
            return Optional.of(Refusal.at("scan", "sealing.scanMissing"));
        }
        ReviewCase review = get(caseNumber);
        Optional<Refusal> refusal = review.seal(
                on,
                scanFileId,
                LocalDate.ofInstant(review.signedOffAt().orElseThrow(), clock.getZone()),
                LocalDate.now(clock));
        if (refusal.isEmpty()) {
            files.bind(scanFileId, caseNumber, "SEALED_SCAN");
            if (review.isConcluded()) {
                clocks.end(review.clockSubject(), on);
                events.publishEvent(new ConclusionInHand(caseNumber));
            }
        }
        return refusal;
    }

    public Optional<Refusal> deliver(String caseNumber, LocalDate on, String to, DeliveryWay way) {
        ReviewCase review = get(caseNumber);
        Optional<Refusal> refusal = review.deliver(on, to, way, LocalDate.now(clock));
        if (refusal.isEmpty()) {
            clocks.end(review.clockSubject(), on);
            events.publishEvent(new ConclusionInHand(caseNumber));
        }
        return refusal;
    }

    private ReviewCase get(String caseNumber) {
        return cases.findById(caseNumber).orElseThrow();
    }
}

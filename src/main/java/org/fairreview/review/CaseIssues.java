package org.fairreview.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fairreview.document.Comparison;
import org.fairreview.document.FileStore;
import org.fairreview.document.Passage;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Texts;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measures;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows a conclusion: the measure is issued and registered, given up, or changed so that it is reviewed again. */
@Service
@Transactional
public class CaseIssues {

    private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://\\S+");

    private final ReviewCases cases;
    private final Measures measures;
    private final FileStore files;
    private final Texts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseIssues(
            ReviewCases cases,
            Measures measures,
            FileStore files,
            Texts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.measures = measures;
        this.files = files;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Registers the issue, and compares the issued text with the reviewed one: what differs is a lead.
     *
     * @param fileId the issued text, staged by the person
     */
    public Optional<Refusal> issue(
            String caseNumber, String userId, String number, LocalDate issuedOn, String link, String fileId) {
        if (!link.isBlank() && !WEB_ADDRESS.matcher(link.strip()).matches()) {
            return Optional.of(Refusal.at("link", "issue.linkNotWeb"));
        }
        ReviewCase review = get(caseNumber);
        Optional<StoredFile> file = files.takeStaged(fileId, userId);
        if (file.isEmpty()) {
            return Optional.of(Refusal.at("text", "issue.textMissing"));
        }
        List<Passage> issued = texts.passages(file.get().sha256());
        if (issued.isEmpty()) {
            return Optional.of(Refusal.at("text", "issue.noText"));
        }
        int deviating = Comparison.of(reviewedText(review), issued).summary().changes();
        boolean tooEarly = review.renewalOf().isEmpty()
                && review.signedOffAt()
                        .map(at -> issuedOn.isBefore(LocalDate.ofInstant(at, clock.getZone())))
                        .orElse(false);
        Issue issue = new Issue(number, issuedOn, link.strip(), fileId, deviating, tooEarly);
        Optional<Refusal> refusal = review.issue(issue, LocalDate.now(clock), clock.instant());
        if (refusal.isPresent()) {
            return refusal;
        }
        files.bind(fileId, caseNumber, "ISSUED_TEXT");
        if (issue.isLead()) {
            events.publishEvent(new CaseRecorded(
                    caseNumber, "case.deviationFound", Map.of("passagesDeviating", deviating, "tooEarly", tooEarly)));
            events.publishEvent(new IssueDeviates(
                    caseNumber,
                    review.regionId(),
                    measures.get(review.measureId()).facts().title(),
                    number,
                    review.draftingUnitId(),
                    issue,
                    clock.instant()));
        }
        events.publishEvent(new CaseEnded(caseNumber));
        return Optional.empty();
    }

    public Optional<Refusal> giveUp(String caseNumber, @Nullable String reason) {
        Optional<Refusal> refusal = get(caseNumber).giveUp(reason, clock.instant());
        if (refusal.isEmpty()) {
            events.publishEvent(new CaseEnded(caseNumber));
        }
        return refusal;
    }

    /** The content is changed materially after the conclusion, which therefore holds no longer (Measures 27). */
    public Optional<Refusal> changeMaterially(String caseNumber, @Nullable String reason) {
        return get(caseNumber).changeMaterially(reason);
    }

    /** Whether the measure is issued under an exception. */
    public boolean isExcepted(String caseNumber) {
        return get(caseNumber).conclusion().orElseThrow() == Conclusion.EXCEPTION;
    }

    private List<Passage> reviewedText(ReviewCase review) {
        return measures.version(review.versionId()).manifest().stream()
                .filter(entry -> entry.role() == FileRole.BODY)
                .map(ManifestEntry::sha256)
                .findFirst()
                .map(texts::passages)
                .orElseThrow();
    }

    private ReviewCase get(String caseNumber) {
        return cases.findById(caseNumber).orElseThrow();
    }
}

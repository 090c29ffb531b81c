package org.fairreview.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.calendar.DueDates;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of exceptions in force, and what happens to each before and at its end (Measures 25). */
@Service
@Transactional
public class ExceptionTerms {

    /** A day that does not come, for what ends by its condition. */
    private static final LocalDate NEVER = LocalDate.of(2999, 12, 31);

    private final ExceptionTermRows terms;
    private final ReviewCases cases;
    private final CaseIntake intake;
    private final DueDates dueDates;
    private final StopNotices notices;
    private final FileStore files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExceptionTerms(
            ExceptionTermRows terms,
            ReviewCases cases,
            CaseIntake intake,
            DueDates dueDates,
            StopNotices notices,
            FileStore files,
            ApplicationEventPublisher events,
            Clock clock) {
        this.terms = terms;
        this.cases = cases;
        this.intake = intake;
        this.dueDates = dueDates;
        this.notices = notices;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    /** The exception of a measure begins with its issue. */
    public ExceptionTerm begin(String caseNumber) {
        ReviewCase review = cases.findById(caseNumber).orElseThrow();
        ExceptionTerm term = terms.save(new ExceptionTerm(
                review,
                review.renewalOf().isPresent()
                        ? review.deliveredOn().orElseThrow()
                        : review.issue().orElseThrow().issuedOn(),
                review.exception().orElseThrow()));
        events.publishEvent(new CaseRecorded(
                caseNumber,
                "exception.began",
                Map.of(
                        "exceptionEndsOn",
                                term.endsOn().map(LocalDate::toString).orElse(""),
                        "endCondition", term.endCondition())));
        return term;
    }

    public ExceptionTerm get(String caseNumber) {
        return terms.findById(caseNumber).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<ExceptionTerm> find(String caseNumber) {
        return terms.findById(caseNumber);
    }

    /** The exceptions within somebody's sight: those in force first, the next to end before the others. */
    @Transactional(readOnly = true)
    public List<ExceptionTerm> visible(CaseFile.Sight sight) {
        return terms.findVisible(
                sight.regulators(),
                sight.drafters(),
                sight.regions(),
                sight.user(),
                sight.heads(),
                sight.unitHeads(),
                sight.audited());
    }

    /** When the drafting unit is asked next: the office's notice before the last day, or its interval for a condition. */
    public Instant nextReassessment(String caseNumber) {
        ExceptionTerm term = get(caseNumber);
        LocalDate today = LocalDate.now(clock);
        LocalDate day = term.endsOn()
                .map(end -> end.minusDays(
                        dueDates.limit("exceptionNotice", term.regionId()).days()))
                .orElseGet(() -> today.plusDays(
                        dueDates.limit("exceptionCheck", term.regionId()).days()));
        return startOf(day);
    }

    /** When the exception ends by itself: after its last day. */
    public Instant end(String caseNumber) {
        return startOf(get(caseNumber).endsOn().map(day -> day.plusDays(1)).orElse(NEVER));
    }

    public Instant now() {
        return clock.instant();
    }

    public Optional<Refusal> reassess(String caseNumber, Reassessment decision, @Nullable String statement) {
        return get(caseNumber).state(decision, statement);
    }

    /** Opens the case in which the exception is reviewed again; none while an earlier one of them is not at its end. */
    public Optional<ReviewCase> renew(String caseNumber) {
        ExceptionTerm term = get(caseNumber);
        boolean running = term.successorCase()
                .flatMap(cases::findById)
                .filter(successor -> successor.caseEnd().isEmpty())
                .isPresent();
        if (running) {
            return Optional.empty();
        }
        ReviewCase renewal = intake.openAgain(caseNumber);
        term.renewedBy(renewal.number());
        return Optional.of(renewal);
    }

    /** What has become of the exception when its end is looked at; what has succeeded it is put on record. */
    public Succession succession(String caseNumber) {
        if (isSucceeded(caseNumber)) {
            return Succession.SUCCEEDED;
        }
        ExceptionTerm term = get(caseNumber);
        return term.endsOn().isEmpty() && term.isRenewed() ? Succession.UNDER_REVIEW : Succession.ENDED;
    }

    /** Whether a conclusion that allows the measure has taken the place of this exception. */
    private boolean isSucceeded(String caseNumber) {
        ExceptionTerm term = get(caseNumber);
        ReviewCase excepted = cases.findById(caseNumber).orElseThrow();
        boolean succeeded = term.successorCase()
                .flatMap(cases::findById)
                .filter(successor -> successor.holdsFor(excepted.versionId()))
                .isPresent();
        if (succeeded) {
            term.succeed();
            events.publishEvent(new CaseRecorded(
                    caseNumber,
                    "exception.succeeded",
                    Map.of("successorCase", term.successorCase().orElseThrow())));
        }
        return succeeded;
    }

    /** Renders the stop notice (停止执行告知书); a second run changes nothing. */
    public void makeNotice(String caseNumber) {
        ExceptionTerm term = get(caseNumber);
        if (term.noticeFileId().isPresent()) {
            return;
        }
        var rendered = notices.render(cases.findById(caseNumber).orElseThrow(), term);
        StoredFile file = files.store(notices.fileName(caseNumber), rendered.bytes());
        files.bind(file.id(), caseNumber, "STOP_NOTICE");
        term.notice(file.id());
        events.publishEvent(new CaseRecorded(
                caseNumber, "exception.noticeMade", Map.of("file", file.name(), "sha256", file.sha256())));
    }

    public Optional<Refusal> stop(String caseNumber, LocalDate servedOn, String remark) {
        return get(caseNumber).stop(servedOn, remark, LocalDate.now(clock));
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}

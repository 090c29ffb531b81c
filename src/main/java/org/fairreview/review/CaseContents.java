package org.fairreview.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.audit.ContentErasure;
import org.fairreview.conference.Consultations;
import org.fairreview.document.FileStore;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.measure.Measure;
import org.fairreview.measure.MeasureVersion;
import org.fairreview.measure.Measures;
import org.fairreview.screening.Screenings;
import org.fairreview.workflow.CaseErasure;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How long what a case holds is kept, and its end: texts, files, answers, history. */
@Service
@Transactional
public class CaseContents {

    /** What stands in place of the title of a restricted measure whose papers were destroyed. */
    public static final String RESTRICTED_TITLE = "（限制传阅案件，案卷已销毁）";

    /**
     * Until when a case is kept.
     *
     * @param endedOn when it came to its end
     * @param dueOn from which day on it may be destroyed; null where it is kept for ever
     */
    public record Term(RetentionClass retention, LocalDate endedOn, @Nullable LocalDate dueOn) {

        public boolean isOver(LocalDate today) {
            return dueOn != null && !today.isBefore(dueOn);
        }
    }

    private final ReviewCases cases;
    private final Findings findings;
    private final InstructionRows instructions;
    private final ExceptionTermRows exceptions;
    private final Measures measures;
    private final LegalAdvices advices;
    private final Consultations consultations;
    private final Evaluations evaluations;
    private final Screenings screenings;
    private final FileStore files;
    private final Retention retention;
    private final CaseErasure engine;
    private final ContentErasure record;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseContents(
            ReviewCases cases,
            Findings findings,
            InstructionRows instructions,
            ExceptionTermRows exceptions,
            Measures measures,
            LegalAdvices advices,
            Consultations consultations,
            Evaluations evaluations,
            Screenings screenings,
            FileStore files,
            Retention retention,
            CaseErasure engine,
            ContentErasure record,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.findings = findings;
        this.instructions = instructions;
        this.exceptions = exceptions;
        this.measures = measures;
        this.advices = advices;
        this.consultations = consultations;
        this.evaluations = evaluations;
        this.screenings = screenings;
        this.files = files;
        this.retention = retention;
        this.engine = engine;
        this.record = record;
        this.events = events;
        this.clock = clock;
    }

    /** Until when the case is kept; empty while it has not ended, or something still runs or holds from it. */
    @Transactional(readOnly = true)
    public Optional<Term> termOf(ReviewCase review) {
        boolean inForce = exceptions
                .findById(review.number())
                .filter(term -> term.state() == ExceptionTerm.State.IN_FORCE)
                .isPresent();
        if (review.caseEnd().isEmpty() || inForce || engine.isRunning(review.number())) {
            return Optional.empty();
        }
        LocalDate endedOn = dayOf(review.endedAt().orElseThrow());
        RetentionClass kept = retention.of(
                measures.get(review.measureId()).facts().kind(), review.regionId(), dayOf(review.submittedAt()));
        return Optional.of(new Term(kept, endedOn, kept.over(endedOn).orElse(null)));
    }

    /** Whether everything about the measure of the case may be destroyed today: no case of it has to be kept. */
    @Transactional(readOnly = true)
    public boolean isOver(ReviewCase review) {
        LocalDate today = LocalDate.now(clock);
        return cases.findByMeasureIdOrderByNumber(review.measureId()).stream()
                .allMatch(each -> each.destroyedAt().isPresent()
                        || termOf(each).filter(term -> term.isOver(today)).isPresent());
    }

    /** The cases of a measure that are not destroyed, of all regulators: each of them needs its texts. */
    @Transactional(readOnly = true)
    public List<String> remainingOf(String measureId) {
        return cases.findByMeasureIdOrderByNumber(measureId).stream()
                .filter(review -> review.destroyedAt().isEmpty())
                .map(ReviewCase::number)
                .toList();
    }

    /**
     * Destroys what the case holds; the chain of its record stays, with an entry that says so.
     *
     * @param list the subject under which the list is on record
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void destroy(ReviewCase found, String list, RetentionClass kept) {
        ReviewCase review = cases.findById(found.number()).orElseThrow();
        String number = review.number();
        findings.deleteByCaseNumber(number);
        instructions.deleteByCaseNumber(number);
        exceptions.findById(number).ifPresent(ExceptionTerm::destroy);
        advices.destroyOf(number);
        consultations.destroyOf(number);
        evaluations.destroyOf(number);
        int destroyed = files.destroy(number);
        review.destroy(clock.instant());
        Measure measure = measures.get(review.measureId());
        screenings.destroyOf(
                measure.id(),
                measures.versionsOf(measure.id()).stream()
                        .map(MeasureVersion::id)
                        .toList());
        measures.destroy(measure.id(), RESTRICTED_TITLE);
        engine.destroy(number);
        events.publishEvent(new CaseDestroyed(number));
        cases.flush();
        Map<String, Object> under = new LinkedHashMap<>();
        under.put("list", list);
        under.put("retention", kept.name());
        under.put("files", destroyed);
        record.destroy(number, under);
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}

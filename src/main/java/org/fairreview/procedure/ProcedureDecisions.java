package org.fairreview.procedure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Collective deliberation, publication and filing: only of a draft that both reviews let pass at that very moment. */
@Service
@Transactional
public class ProcedureDecisions {

    /** What somebody registers of a meeting. */
    public record Held(
            LocalDate on, String meeting, Resolution resolution, String changes, boolean material, String dissent) {}

    private final ProcedureRows rows;
    private final ProcedureLimits limits;
    private final FairReviews reviews;
    private final ProcedureFiles files;
    private final Clock clock;

    ProcedureDecisions(
            ProcedureRows rows, ProcedureLimits limits, FairReviews reviews, ProcedureFiles files, Clock clock) {
        this.rows = rows;
        this.limits = limits;
        this.reviews = reviews;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Registers a deliberation.
     *
     * @param minutesFileId the minutes, a file that the person staged
     */
    public Optional<Refusal> deliberate(String number, Held held, String minutesFileId, String by) {
        ProcedureCase procedure = hold(number);
        Deliberation deliberation = new Deliberation(
                procedure.round(),
                held.on(),
                held.meeting(),
                held.resolution(),
                held.changes(),
                held.material(),
                held.dissent(),
                minutesFileId,
                by,
                now());
        return files.missing("minutes", minutesFileId, by)
                .or(() -> procedure.deliberate(deliberation, live(procedure), today()))
                .or(() -> {
                    beginNext(procedure);
                    return files.keep(number, minutesFileId, "DELIBERATION_MINUTES");
                });
    }

    /** Sends a draft back that was changed since its reviews. */
    public Optional<Refusal> sendBack(String number, String reason, String by) {
        ProcedureCase procedure = hold(number);
        Optional<Refusal> refusal = procedure.sendBack(reason, by, now());
        if (refusal.isEmpty()) {
            beginNext(procedure);
        }
        return refusal;
    }

    /**
     * Registers the publication.
     *
     * @param fileId the text as it was published
     */
    public Optional<Refusal> publish(String number, Publication how, String fileId, String by) {
        ProcedureCase procedure = hold(number);
        return ProcedureFiles.webLink("link", how.link())
                .or(() -> files.missing("text", fileId, by))
                .or(() -> procedure.publish(how, fileId, live(procedure), by, today(), now()))
                .or(() -> {
                    beginNext(procedure);
                    return files.keep(number, fileId, "PUBLISHED_TEXT");
                });
    }

    /**
     * Registers the filing.
     *
     * @param fileId the receipt; absent where there is none on paper
     */
    public Optional<Refusal> file(String number, DocumentFiling filing, @Nullable String fileId, String by) {
        ProcedureCase procedure = hold(number);
        return (fileId == null ? Optional.<Refusal>empty() : files.missing("receipt", fileId, by))
                .or(() -> procedure.file(filing, fileId, by, today(), now()))
                .or(() -> fileId == null ? Optional.empty() : files.keep(number, fileId, "FILING_RECEIPT"));
    }

    private void beginNext(ProcedureCase procedure) {
        switch (procedure.state()) {
            case REVISING -> procedure.begin(StepKind.REVISE, now(), limits.dueFromNow(procedure, StepKind.REVISE));
            case PUBLISHING ->
                procedure.begin(
                        StepKind.PUBLISH,
                        now(),
                        limits.due(
                                procedure,
                                StepKind.PUBLISH,
                                procedure.adoptedOn().orElseThrow()));
            case FILING ->
                procedure.begin(
                        StepKind.FILE,
                        now(),
                        limits.due(
                                procedure,
                                StepKind.FILE,
                                procedure.publication().orElseThrow().publishedOn()));
            default -> {}
        }
    }

    private @Nullable Standing live(ProcedureCase procedure) {
        return procedure.reviewCase().map(reviews::standing).orElse(null);
    }

    private ProcedureCase hold(String number) {
        return rows.hold(number).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant now() {
        return clock.instant();
    }
}

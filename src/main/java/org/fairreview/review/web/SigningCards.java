package org.fairreview.review.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measure;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.ConclusionDraft;
import org.fairreview.review.ExceptionClaim;
import org.fairreview.review.Finding;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.web.CasePage.Fact;
import org.fairreview.review.web.CasePage.FileView;
import org.fairreview.review.web.CasePage.SignatureView;
import org.fairreview.standard.Regime;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.InboxTask;
import org.fairreview.workflow.TaskInbox;
import org.fairreview.workflow.TaskTransfers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what waits for a person's signature (签批), one card per case. */
@Component
@Transactional(readOnly = true)
class SigningCards {

    /** The tasks in which conclusions are signed: of a joint review, and of a unit's own. */
    static final Set<String> TASKS = Set.of("Task_SignConclusion", "Task_SignOwnReview");

    private static final Set<Role> SIGNERS =
            Set.of(Role.SECTIONHEAD, Role.LEADER, Role.UNITREVIEWER, Role.UNITHEAD, Role.OFFICE);

    /** A place or a person to choose, with its label. */
    record Choice(String value, String label) {}

    /** A finding as a signer reads it. */
    record Point(
            String address,
            String item,
            String quotation,
            String reason,
            String change,
            String disposition,
            @Nullable String note) {}

    /** One conclusion that waits for the person's signature. */
    record Card(
            String taskId,
            String step,
            String caseNumber,
            String title,
            String unit,
            @Nullable String due,
            boolean overdue,
            boolean taken,
            String conclusion,
            boolean allowsIssue,
            String reviewer,
            String reasoning,
            List<Fact> opinion,
            List<Point> points,
            List<SignatureView> signatures,
            List<FileView> drafts,
            List<Choice> backTo,
            List<Choice> colleagues) {}

    private final TaskInbox inbox;
    private final TaskTransfers transfers;
    private final CaseFile caseFile;
    private final Measures measures;
    private final Standards standards;
    private final Directory directory;
    private final Units units;
    private final Labels labels;
    private final Moments moments;

    SigningCards(
            TaskInbox inbox,
            TaskTransfers transfers,
            CaseFile caseFile,
            Measures measures,
            Standards standards,
            Directory directory,
            Units units,
            Labels labels,
            Moments moments) {
        this.inbox = inbox;
        this.transfers = transfers;
        this.caseFile = caseFile;
        this.measures = measures;
        this.standards = standards;
        this.directory = directory;
        this.units = units;
        this.labels = labels;
        this.moments = moments;
    }

    /** Whether the person holds a post to which conclusions come for signature. */
    static boolean signs(Actor actor) {
        return SIGNERS.stream().anyMatch(actor::holds);
    }

    /** The cards of the person, the most urgent first. */
    List<Card> of(Actor actor) {
        Instant now = moments.now();
        return inbox.waitingFor(actor, TASKS).stream()
                .filter(task -> !caseFile.isClosedTo(task.caseNumber(), actor))
                .flatMap(task -> card(task, actor, now).stream())
                .toList();
    }

    private Optional<Card> card(InboxTask task, Actor actor, Instant now) {
        ReviewCase review = caseFile.get(task.caseNumber());
        return review.draft().map(draft -> card(task, actor, now, review, draft));
    }

    private Card card(InboxTask task, Actor actor, Instant now, ReviewCase review, ConclusionDraft draft) {
        Measure measure = measures.get(review.measureId());
        return new Card(
                task.id(),
                task.name(),
                review.number(),
                measure.facts().title(),
                units.name(review.draftingUnitId()),
                Optional.ofNullable(task.dueAt()).map(moments::minute).orElse(null),
                task.isOverdueAt(now),
                task.assignee() != null,
                labels.of("review.conclusion", draft.conclusion()),
                draft.conclusion().allowsIssue(),
                review.reviewerId().map(directory::nameOf).orElse(""),
                draft.reasoning(),
                opinion(review, draft),
                points(review),
                signatures(review),
                measures.version(review.versionId()).reviewedFiles().stream()
                        .map(entry -> file(review, entry))
                        .toList(),
                earlierPlaces(review),
                transfers.colleagues(task.id(), actor).stream()
                        .filter(person -> !review.reviewerId()
                                .filter(person.userId()::equals)
                                .isPresent())
                        .map(person -> new Choice(person.userId(), person.name()))
                        .toList());
    }

    private List<Fact> opinion(ReviewCase review, ConclusionDraft draft) {
        Stream<Fact> texts = Stream.of(
                new Fact(labels.text("page.conclusion.reasoning"), draft.reasoning()),
                new Fact(labels.text("page.conclusion.workAdvice"), draft.workAdvice()),
                new Fact(labels.text("page.conclusion.hearing"), draft.hearing()),
                new Fact(labels.text("page.conclusion.firstOpinion"), draft.firstOpinion()));
        return Stream.concat(texts, review.exception().stream().flatMap(this::exception))
                .filter(fact -> !fact.value().isBlank())
                .toList();
    }

    private Stream<Fact> exception(ExceptionClaim claim) {
        return Stream.of(
                new Fact(
                        labels.text("said.exceptionCase"),
                        claim.exceptionCase() == null ? "" : labels.of("review.exceptionCase", claim.exceptionCase())),
                new Fact(labels.text("said.effect"), claim.effect()),
                new Fact(labels.text("said.ground"), claim.ground()),
                new Fact(labels.text("said.leastHarm"), claim.leastHarm()),
                new Fact(labels.text("said.endsOn"), claim.endsOn() == null ? "" : moments.day(claim.endsOn())),
                new Fact(labels.text("said.endCondition"), claim.endCondition()),
                new Fact(labels.text("said.periodReason"), claim.periodReason()),
                new Fact(labels.text("said.other"), claim.other()));
    }

    private List<Point> points(ReviewCase review) {
        Optional<Regime> regime = standards.regime(review.regime());
        return caseFile.findings(review.number()).stream()
                .map(finding -> point(finding, regime))
                .toList();
    }

    private Point point(Finding finding, Optional<Regime> regime) {
        return new Point(
                finding.address(),
                regime.flatMap(known -> known.item(finding.item()))
                        .map(item -> item.article() + " " + item.label())
                        .orElse(finding.item()),
                finding.quotation(),
                finding.reason(),
                finding.requiredChange(),
                labels.of("review.disposition", finding.disposition()),
                finding.dispositionNote());
    }

    private List<SignatureView> signatures(ReviewCase review) {
        return review.signatures().stream()
                .map(signature -> new SignatureView(
                        signature.label(),
                        directory.nameOf(signature.userId()),
                        signature.agreed(),
                        signature.remark(),
                        moments.minute(signature.signedAt()),
                        signature.valid()))
                .toList();
    }

    private FileView file(ReviewCase review, ManifestEntry entry) {
        return new FileView(
                labels.of("measure.file", entry.role()),
                entry.fileName(),
                FileSize.of(entry.size()),
                entry.sha256(),
                CaseFilesAddress.of(review.number(), entry.fileId()));
    }

    private List<Choice> earlierPlaces(ReviewCase review) {
        return IntStream.range(-1, review.signingStep())
                .mapToObj(place -> new Choice(
                        String.valueOf(place),
                        place < 0
                                ? labels.text("signing.toReviewer")
                                : review.chain().get(place).label()))
                .toList();
    }
}

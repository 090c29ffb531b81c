package org.fairreview.review.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.measure.MeasureVersion;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.ConclusionDraft;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.ReviewRoute;
import org.fairreview.review.Signature;
import org.fairreview.review.Stage;
import org.fairreview.review.web.CasePage.Fact;
import org.fairreview.workflow.TaskInbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The papers of a case for print: receipt, notice of what is asked, approval sheet; each for those whose side it is. */
@Component
@Transactional(readOnly = true)
class CasePapers {

    /** What the heads of all papers name. */
    record Head(String number, String title, String unit, String regulator, String today, boolean restricted) {}

    record File(String role, String name, String digest) {}

    /** The receipt for the files that were submitted (送审材料回执). */
    record Receipt(Head head, String receivedOn, String receivedBy, int version, String digest, List<File> files) {}

    /**
     * What the drafting unit is asked for, until when, and what follows otherwise (补正、中止通知).
     *
     * @param law by which (Measures 31); empty for a case of the rules before them
     */
    record Notice(Head head, boolean hearing, String asked, @Nullable String until, String askedOn, String law) {}

    /** One place of the signing chain, with what was said there. */
    record Approval(
            String place, @Nullable String name, boolean agreed, @Nullable String remark, @Nullable String at) {}

    /** The signing chain of a conclusion (审批单). */
    record Sheet(
            Head head,
            String reviewer,
            String conclusion,
            @Nullable String documentNumber,
            int findings,
            List<Fact> opinion,
            List<Approval> approvals) {}

    /** A paper that the page of a case offers. */
    record Link(String url, String label) {}

    private static final Set<String> ASKING = Set.of("Task_SupplementMaterials", "Task_SupplyHearing");
    private static final Set<String> RECEIVING = Set.of("Task_CheckCompleteness");
    private static final Set<String> DECIDING = Set.of("Task_CheckCompleteness", "Task_DecideReturn");
    private static final Set<String> BEFORE_THE_MEASURES = Set.of("2021", "2024");
    private static final int SHORT = 16;

    private final CaseFile caseFile;
    private final CaseInsights insights;
    private final Measures measures;
    private final TaskInbox inbox;
    private final AuditTrail trail;
    private final ObjectMapper json;
    private final Directory directory;
    private final Units units;
    private final Labels labels;
    private final Moments moments;

    CasePapers(
            CaseFile caseFile,
            CaseInsights insights,
            Measures measures,
            TaskInbox inbox,
            AuditTrail trail,
            ObjectMapper json,
            Directory directory,
            Units units,
            Labels labels,
            Moments moments) {
        this.caseFile = caseFile;
        this.insights = insights;
        this.measures = measures;
        this.inbox = inbox;
        this.trail = trail;
        this.json = json;
        this.directory = directory;
        this.units = units;
        this.labels = labels;
        this.moments = moments;
    }

    /** The papers that there are for the person. */
    List<Link> of(String number, Actor actor) {
        return caseFile.find(number, actor).stream()
                .flatMap(review -> Stream.of(
                                link(review, "receipt", mayHaveReceipt(review, actor)),
                                link(
                                        review,
                                        review.stage() == Stage.SUSPENDED ? "suspension" : "supplement-notice",
                                        mayHaveNotice(review, actor)),
                                link(review, "approval-sheet", mayHaveSheet(review, actor)),
                                link(
                                        review,
                                        "dossier",
                                        insights.of(review, actor).isInside()))
                        .flatMap(Optional::stream))
                .toList();
    }

    private Optional<Link> link(ReviewCase review, String paper, boolean there) {
        String page = paper.equals("suspension") ? "supplement-notice" : paper;
        return there
                ? Optional.of(new Link("/cases/%s/%s".formatted(review.number(), page), labels.text("paper." + paper)))
                : Optional.empty();
    }

    Optional<Receipt> receipt(String number, Actor actor) {
        return caseFile.find(number, actor)
                .filter(review -> mayHaveReceipt(review, actor))
                .map(this::receipt);
    }

    Optional<Notice> notice(String number, Actor actor) {
        return caseFile.find(number, actor)
                .filter(review -> mayHaveNotice(review, actor))
                .map(this::notice);
    }

    Optional<Sheet> sheet(String number, Actor actor) {
        return caseFile.find(number, actor)
                .filter(review -> mayHaveSheet(review, actor))
                .map(this::sheet);
    }

    /** A unit that reviews by itself sends nothing in. */
    private boolean mayHaveReceipt(ReviewCase review, Actor actor) {
        return review.route() != ReviewRoute.OWN && isParty(review, actor);
    }

    private boolean mayHaveNotice(ReviewCase review, Actor actor) {
        boolean asked = review.stage() == Stage.SUPPLEMENT_ASKED || review.stage() == Stage.SUSPENDED;
        return asked && isParty(review, actor);
    }

    private boolean mayHaveSheet(ReviewCase review, Actor actor) {
        return review.draft().isPresent() && insights.of(review, actor).draft();
    }

    private boolean isParty(ReviewCase review, Actor actor) {
        return insights.of(review, actor).side() != CaseInsight.Side.ADVISER;
    }

    private Receipt receipt(ReviewCase review) {
        MeasureVersion first = firstVersion(review);
        return new Receipt(
                head(review),
                moments.day(review.receivedOn().orElseGet(() -> moments.dayOf(review.submittedAt()))),
                receivedBy(review),
                first.number(),
                first.digest().substring(0, SHORT),
                first.manifest().stream()
                        .map(entry -> new File(
                                labels.of("measure.file", entry.role()),
                                entry.fileName(),
                                entry.sha256().substring(0, SHORT)))
                        .toList());
    }

    /** The version with which the case began; a case that goes on with an exception begins with the version of the earlier one. */
    private MeasureVersion firstVersion(ReviewCase review) {
        List<MeasureVersion> versions = measures.versionsOf(review.measureId()).stream()
                .sorted(Comparator.comparingInt(MeasureVersion::number))
                .toList();
        return versions.stream()
                .filter(version -> !version.submittedAt().isAfter(review.submittedAt()))
                .reduce((earlier, later) -> later)
                .orElse(versions.get(0));
    }

    private String receivedBy(ReviewCase review) {
        if (review.isOnBehalf()) {
            return labels.text("paper.receipt.registered", directory.nameOf(review.submittedBy()));
        }
        return done(review, RECEIVING)
                .findFirst()
                .map(entry -> labels.text(
                        "paper.receipt.checked", String.valueOf(entry.actor().name())))
                .orElseGet(() -> labels.text("paper.receipt.unchecked"));
    }

    private Notice notice(ReviewCase review) {
        return new Notice(
                head(review),
                review.stage() == Stage.SUSPENDED,
                review.supplementAsked().orElse(""),
                inbox.dueIn(review.number(), ASKING).map(moments::day).orElse(null),
                done(review, DECIDING)
                        .reduce((earlier, later) -> later)
                        .map(entry -> moments.day(entry.occurredAt()))
                        .orElseGet(() -> moments.day(moments.now())),
                BEFORE_THE_MEASURES.contains(review.regime()) ? "" : labels.text("paper.notice.law"));
    }

    private Sheet sheet(ReviewCase review) {
        ConclusionDraft draft = review.draft().orElseThrow();
        return new Sheet(
                head(review),
                review.reviewerId().map(directory::nameOf).orElse(""),
                labels.of("review.conclusion", draft.conclusion()),
                review.documentNumber().orElse(null),
                caseFile.findings(review.number()).size(),
                Stream.of(
                                new Fact(labels.text("page.conclusion.reasoning"), draft.reasoning()),
                                new Fact(labels.text("page.conclusion.workAdvice"), draft.workAdvice()),
                                new Fact(labels.text("page.conclusion.hearing"), draft.hearing()),
                                new Fact(labels.text("page.conclusion.firstOpinion"), draft.firstOpinion()))
                        .filter(fact -> !fact.value().isBlank())
                        .toList(),
                approvals(review));
    }

    /** What was said in the chain and still stands, and the places that have not spoken. */
    private List<Approval> approvals(ReviewCase review) {
        List<Signature> valid = review.signatures().stream()
                .filter(Signature::valid)
                .filter(Predicate.not(signature -> isOvertaken(signature, review)))
                .toList();
        return IntStream.range(0, review.chain().size())
                .boxed()
                .flatMap(place -> {
                    List<Approval> said = valid.stream()
                            .filter(signature -> signature.step() == place)
                            .map(this::approval)
                            .toList();
                    return said.isEmpty()
                            ? Stream.of(new Approval(review.chain().get(place).label(), null, false, null, null))
                            : said.stream();
                })
                .toList();
    }

    /** Whoever sent the draft back and agreed later is named with the agreement only. */
    private static boolean isOvertaken(Signature signature, ReviewCase review) {
        return !signature.agreed()
                && review.signatures().stream()
                        .anyMatch(later -> later.valid()
                                && later.agreed()
                                && later.step() == signature.step()
                                && later.signedAt().isAfter(signature.signedAt()));
    }

    private Approval approval(Signature signature) {
        return new Approval(
                signature.label(),
                directory.nameOf(signature.userId()),
                signature.agreed(),
                signature.remark(),
                moments.minute(signature.signedAt()));
    }

    private Head head(ReviewCase review) {
        return new Head(
                review.number(),
                measures.get(review.measureId()).facts().title(),
                units.name(review.draftingUnitId()),
                units.name(review.regulatorUnitId()),
                moments.day(moments.now()),
                measures.get(review.measureId()).circulation().isRestricted());
    }

    private Stream<AuditEntry> done(ReviewCase review, Set<String> tasks) {
        return trail.of(review.number()).stream()
                .filter(entry -> entry.act().equals("task.completed"))
                .filter(entry -> tasks.contains(taskOf(entry)));
    }

    private String taskOf(AuditEntry entry) {
        try {
            return json.readTree(entry.details()).path("task").asText("");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The details of an audit entry cannot be read", e);
        }
    }
}

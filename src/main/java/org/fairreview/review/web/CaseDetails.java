package org.fairreview.review.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fairreview.calendar.CaseClocks;
import org.fairreview.calendar.ClockReading;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.measure.Measure;
import org.fairreview.measure.MeasureFacts;
import org.fairreview.measure.MeasureVersion;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Conclusion;
import org.fairreview.review.Issue;
import org.fairreview.review.PastConclusion;
import org.fairreview.review.ReviewCase;
import org.fairreview.workflow.TaskInbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers a case for other systems, cut down to what its reader may know, by the rules of the page. */
@Component
@Transactional(readOnly = true)
class CaseDetails {

    private final CaseFile caseFile;
    private final CaseInsights insights;
    private final Measures measures;
    private final CaseClocks clocks;
    private final TaskInbox inbox;
    private final Timeline timeline;
    private final Directory directory;
    private final Units units;
    private final Labels labels;
    private final Moments moments;

    CaseDetails(
            CaseFile caseFile,
            CaseInsights insights,
            Measures measures,
            CaseClocks clocks,
            TaskInbox inbox,
            Timeline timeline,
            Directory directory,
            Units units,
            Labels labels,
            Moments moments) {
        this.caseFile = caseFile;
        this.insights = insights;
        this.measures = measures;
        this.clocks = clocks;
        this.inbox = inbox;
        this.timeline = timeline;
        this.directory = directory;
        this.units = units;
        this.labels = labels;
        this.moments = moments;
    }

    /** The case, of which the person sees what the page shows. */
    CaseDetail of(ReviewCase review, Actor actor) {
        CaseInsight insight = insights.of(review, actor);
        Measure measure = measures.get(review.measureId());
        MeasureFacts facts = measure.facts();
        List<MeasureVersion> versions = measures.versionsOf(review.measureId());
        Optional<Conclusion> conclusion = insight.conclusion() ? review.conclusion() : Optional.empty();
        Optional<ClockReading> clock = clocks.read(review.clockSubject());
        return new CaseDetail(
                review.number(),
                facts.title(),
                units.name(review.draftingUnitId()),
                units.name(review.regulatorUnitId()),
                review.route(),
                labels.of("review.route", review.route()),
                review.stage(),
                labels.of("review.stage", review.stage()),
                review.caseEnd().orElse(null),
                review.caseEnd().map(end -> labels.of("review.end", end)).orElse(null),
                review.endReason().filter(reason -> insight.course()).orElse(null),
                review.endedAt().orElse(null),
                review.regime(),
                review.round(),
                review.isOnBehalf(),
                directory.nameOf(review.submittedBy()),
                review.submittedAt(),
                review.receivedOn().orElse(null),
                review.reviewerId()
                        .filter(id -> insight.tasks())
                        .map(directory::nameOf)
                        .orElse(null),
                review.supplementAsked().orElse(null),
                review.changeAsked().orElse(null),
                facts(measure),
                clock.map(CaseDetails::clock).orElse(null),
                clock.flatMap(ClockReading::lastDay).orElse(null),
                tasks(review, actor, insight),
                versions.stream()
                        .sorted(Comparator.comparingInt(MeasureVersion::number).reversed())
                        .map(version -> version(review, version))
                        .toList(),
                conclusion.orElse(null),
                conclusion.map(value -> labels.of("review.conclusion", value)).orElse(null),
                conclusion.map(value -> concluded(review, value)).orElse(null),
                insight.conclusion() ? review.deliveredOn().orElse(null) : null,
                insight.course()
                        ? review.pastConclusions().stream().map(this::past).toList()
                        : List.of(),
                review.issue()
                        .filter(issue -> insight.course())
                        .map(CaseDetails::issued)
                        .orElse(null),
                timeline(review, versions, insight));
    }

    private CaseDetail.Facts facts(Measure measure) {
        MeasureFacts facts = measure.facts();
        return new CaseDetail.Facts(
                facts.kind(),
                labels.of("measure.kind", facts.kind()),
                facts.issuance(),
                labels.of("measure.issuance", facts.issuance()),
                facts.issuingBody(),
                facts.coDrafters(),
                facts.industries(),
                facts.legalBasis(),
                facts.contactName(),
                facts.contactPhone(),
                measure.circulation(),
                labels.of("measure.circulation.short", measure.circulation()),
                measure.hearingOtherwise());
    }

    private static CaseDetail.Clock clock(ClockReading reading) {
        return new CaseDetail.Clock(
                reading.startedOn(),
                reading.limitDays(),
                reading.countedDays(),
                reading.stoppedDays(),
                reading.isStanding(),
                reading.isOver(),
                reading.lastDay().orElse(null),
                reading.endedOn().orElse(null));
    }

    private List<CaseDetail.OpenStep> tasks(ReviewCase review, Actor actor, CaseInsight insight) {
        Instant now = moments.now();
        return inbox.ofCase(review.number()).stream()
                .filter(task ->
                        insight.tasks() || inbox.workable(task.id(), actor).isPresent())
                .map(task -> new CaseDetail.OpenStep(
                        task.name(),
                        task.assignee() == null ? null : directory.nameOf(task.assignee()),
                        task.dueAt(),
                        task.isOverdueAt(now)))
                .toList();
    }

    private CaseDetail.Version version(ReviewCase review, MeasureVersion version) {
        return new CaseDetail.Version(
                version.number(),
                version.id().equals(review.versionId()),
                directory.nameOf(version.submittedBy()),
                version.submittedAt(),
                version.digest(),
                version.statement().heard(),
                version.statement().hearing(),
                version.statement().adoption(),
                version.statement().firstOpinion(),
                version.manifest().stream()
                        .map(entry -> new CaseDetail.VersionFile(
                                entry.role(),
                                labels.of("measure.file", entry.role()),
                                entry.fileName(),
                                entry.size(),
                                entry.sha256(),
                                CaseFilesAddress.of(review.number(), entry.fileId())))
                        .toList());
    }

    private CaseDetail.Concluded concluded(ReviewCase review, Conclusion conclusion) {
        return new CaseDetail.Concluded(
                conclusion,
                labels.of("review.conclusion", conclusion),
                conclusion.allowsIssue(),
                review.documentNumber().orElse(null),
                review.documentSha256().orElse(null),
                review.documentFileId()
                        .map(file -> CaseFilesAddress.of(review.number(), file))
                        .orElse(null),
                review.signedOffAt().orElse(null),
                review.sealedOn().orElse(null),
                review.deliveredOn().orElse(null),
                review.deliveredTo().orElse(null),
                review.deliveryWay().orElse(null),
                review.deliveryWay()
                        .map(way -> labels.of("review.delivery", way))
                        .orElse(null));
    }

    private CaseDetail.Past past(PastConclusion past) {
        return new CaseDetail.Past(
                past.round(),
                past.conclusion(),
                labels.of("review.conclusion", past.conclusion()),
                past.documentNumber(),
                past.signedOffAt(),
                past.deliveredOn(),
                past.voided(),
                past.reason());
    }

    private static CaseDetail.Issued issued(Issue issue) {
        return new CaseDetail.Issued(
                issue.number(),
                issue.issuedOn(),
                issue.link(),
                issue.passagesDeviating(),
                issue.tooEarly(),
                issue.isLead());
    }

    private List<CaseDetail.Entry> timeline(ReviewCase review, List<MeasureVersion> versions, CaseInsight insight) {
        return timeline
                .of(
                        review,
                        caseFile.allFindings(review.number()),
                        versions.stream()
                                .flatMap(version -> version.manifest().stream())
                                .toList(),
                        insight)
                .stream()
                .map(step -> new CaseDetail.Entry(
                        step.occurredAt(),
                        step.act(),
                        step.what(),
                        step.who(),
                        step.unit(),
                        step.system(),
                        step.said().stream().map(CaseDetail.Said::of).toList()))
                .toList();
    }
}

package org.fairreview.review.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fairreview.calendar.CaseClocks;
import org.fairreview.calendar.ClockReading;
import org.fairreview.conference.Consultations;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Texts;
import org.fairreview.evaluation.Evaluation;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.measure.DraftersStatement;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measure;
import org.fairreview.measure.MeasureFacts;
import org.fairreview.measure.MeasureVersion;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.ConclusionDraft;
import org.fairreview.review.Disposition;
import org.fairreview.review.Finding;
import org.fairreview.review.OpinionRecalls;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.web.CasePage.AdviceView;
import org.fairreview.review.web.CasePage.ClockView;
import org.fairreview.review.web.CasePage.ConclusionView;
import org.fairreview.review.web.CasePage.EvaluationFindingView;
import org.fairreview.review.web.CasePage.EvaluationView;
import org.fairreview.review.web.CasePage.Fact;
import org.fairreview.review.web.CasePage.FileView;
import org.fairreview.review.web.CasePage.FindingView;
import org.fairreview.review.web.CasePage.ReturnedReportView;
import org.fairreview.review.web.CasePage.SignatureView;
import org.fairreview.review.web.CasePage.StopView;
import org.fairreview.review.web.CasePage.TaskView;
import org.fairreview.review.web.CasePage.TextView;
import org.fairreview.review.web.CasePage.VersionView;
import org.fairreview.review.web.ScreeningView.PassageHits;
import org.fairreview.screening.FoundHit;
import org.fairreview.standard.Regime;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.Recall;
import org.fairreview.workflow.TaskInbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the page of a case, cut down to what its reader may know. */
@Component
@Transactional(readOnly = true)
class CasePages {

    private final CaseFile caseFile;
    private final CaseList rows;
    private final CaseInsights insights;
    private final Measures measures;
    private final FileStore store;
    private final Texts texts;
    private final Standards standards;
    private final LegalAdvices advices;
    private final AdviceViews legalViews;
    private final Consultations consultations;
    private final Evaluations evaluations;
    private final OpinionRecalls recalls;
    private final CaseCourses courses;
    private final CaseClocks clocks;
    private final ScreeningViews screenings;
    private final SimilarViews similar;
    private final TaskInbox inbox;
    private final Timeline timeline;
    private final Directory directory;
    private final Units units;
    private final Labels labels;
    private final Moments moments;

    CasePages(
            CaseFile caseFile,
            CaseList rows,
            CaseInsights insights,
            Measures measures,
            FileStore store,
            Texts texts,
            Standards standards,
            LegalAdvices advices,
            AdviceViews legalViews,
            Consultations consultations,
            Evaluations evaluations,
            OpinionRecalls recalls,
            CaseCourses courses,
            CaseClocks clocks,
            ScreeningViews screenings,
            SimilarViews similar,
            TaskInbox inbox,
            Timeline timeline,
            Directory directory,
            Units units,
            Labels labels,
            Moments moments) {
        this.caseFile = caseFile;
        this.rows = rows;
        this.insights = insights;
        this.measures = measures;
        this.store = store;
        this.texts = texts;
        this.standards = standards;
        this.advices = advices;
        this.legalViews = legalViews;
        this.consultations = consultations;
        this.evaluations = evaluations;
        this.recalls = recalls;
        this.courses = courses;
        this.clocks = clocks;
        this.screenings = screenings;
        this.similar = similar;
        this.inbox = inbox;
        this.timeline = timeline;
        this.directory = directory;
        this.units = units;
        this.labels = labels;
        this.moments = moments;
    }

    Optional<CasePage> find(String number, Actor actor) {
        return caseFile.find(number, actor)
                .map(review -> page(review, actor, rows.find(number, actor).orElseThrow()));
    }

    private CasePage page(ReviewCase review, Actor actor, CaseRow row) {
        CaseInsight insight = insights.of(review, actor);
        Measure measure = measures.get(review.measureId());
        MeasureVersion version = measures.version(review.versionId());
        List<MeasureVersion> versions = measures.versionsOf(review.measureId());
        List<Finding> all = caseFile.findings(review.number());
        List<Finding> shown = all.stream()
                .filter(finding -> insight.finding(finding.disposition()))
                .toList();
        List<PassageHits> hits =
                screenings.of(review, actor).map(ScreeningView::passages).orElse(List.of());
        return new CasePage(
                row,
                insight.isInside(),
                insight.side() == CaseInsight.Side.DRAFTING_UNIT,
                units.name(review.regulatorUnitId()),
                directory.nameOf(review.submittedBy()),
                facts(measure),
                statement(measure, version.statement()),
                review.supplementAsked().orElse(null),
                review.changeAsked().orElse(null),
                clocks.read(review.clockSubject()).map(this::clock).orElse(null),
                tasks(review, actor, insight),
                version.reviewedFiles().stream()
                        .map(entry -> text(review, entry, shown, hits))
                        .toList(),
                insight.findings(),
                findings(review, version, shown, insight, actor),
                opinions(review, actor, insight),
                conclusion(review, insight),
                insight.draft() ? signatures(review) : List.of(),
                documents(review, insight),
                versions.stream()
                        .sorted(Comparator.comparingInt(MeasureVersion::number).reversed())
                        .map(each -> version(review, each))
                        .toList(),
                insight.course() ? courses.of(review, actor, versions) : CasePage.Course.NONE,
                timeline.of(
                        review,
                        caseFile.allFindings(review.number()),
                        versions.stream()
                                .flatMap(each -> each.manifest().stream())
                                .toList(),
                        insight));
    }

    private List<Fact> facts(Measure measure) {
        MeasureFacts facts = measure.facts();
        return filled(
                new Fact(
                        labels.text("submit.circulation"),
                        labels.of("measure.circulation.short", measure.circulation())),
                new Fact(labels.text("submit.kind"), labels.of("measure.kind", facts.kind())),
                new Fact(labels.text("submit.issuance"), labels.of("measure.issuance", facts.issuance())),
                new Fact(labels.text("submit.issuingBody"), facts.issuingBody()),
                new Fact(labels.text("submit.coDrafters"), facts.coDrafters()),
                new Fact(labels.text("submit.industries"), facts.industries()),
                new Fact(labels.text("submit.legalBasis"), facts.legalBasis()),
                new Fact(
                        labels.text("page.facts.contact"), (facts.contactName() + " " + facts.contactPhone()).strip()));
    }

    private List<Fact> statement(Measure measure, DraftersStatement statement) {
        return filled(
                new Fact(labels.text("said.heard"), labels.text("said.heard." + statement.heard())),
                new Fact(labels.text("said.hearing"), statement.hearing()),
                new Fact(labels.text("said.hearingOtherwise"), measure.hearingOtherwise()),
                new Fact(labels.text("said.adoption"), statement.adoption()),
                new Fact(labels.text("said.firstOpinion"), statement.firstOpinion()));
    }

    private static List<Fact> filled(Fact... facts) {
        return Stream.of(facts).filter(fact -> !fact.value().isBlank()).toList();
    }

    private ClockView clock(ClockReading reading) {
        return new ClockView(
                reading.countedDays(),
                reading.limitDays(),
                reading.stoppedDays(),
                reading.isStanding(),
                reading.isOver(),
                moments.day(reading.startedOn()),
                reading.lastDay().map(moments::day).orElse(null),
                reading.endedOn().map(moments::day).orElse(null),
                reading.stops().stream()
                        .map(stop -> new StopView(
                                moments.day(stop.from()),
                                stop.until().map(moments::day).orElse(null),
                                labels.find("clock.stop." + stop.reason()).orElse(stop.reason())))
                        .toList());
    }

    private List<TaskView> tasks(ReviewCase review, Actor actor, CaseInsight insight) {
        Instant now = moments.now();
        return inbox.ofCase(review.number()).stream()
                .map(task -> new TaskView(
                        task.name(),
                        task.assignee() == null ? null : directory.nameOf(task.assignee()),
                        task.dueAt() == null ? null : moments.minute(task.dueAt()),
                        task.isOverdueAt(now),
                        inbox.workable(task.id(), actor)
                                .map(open -> TasklistAddress.of(open.id()))
                                .orElse(null)))
                .filter(task -> insight.tasks() || task.url() != null)
                .toList();
    }

    private TextView text(ReviewCase review, ManifestEntry entry, List<Finding> findings, List<PassageHits> hits) {
        List<MarkedText.Mark> marks = IntStream.range(0, findings.size())
                .filter(place -> findings.get(place).fileSha256().equals(entry.sha256()))
                .mapToObj(place -> mark(place + 1, findings.get(place)))
                .toList();
        MarkedText marked = MarkedText.of(
                texts.passages(entry.sha256()),
                marks,
                hits.stream()
                        .filter(passage -> passage.fileSha256().equals(entry.sha256()))
                        .flatMap(CasePages::marks)
                        .toList());
        return new TextView(
                entry.sha256(),
                entry.fileName(),
                labels.of("measure.file", entry.role()),
                CaseFilesAddress.of(review.number(), entry.fileId()),
                marked.passages(),
                marked.lost());
    }

    /** The words of a passage's hits under the number of the best: where they overlap, as one. */
    private static Stream<MarkedText.Mark> marks(PassageHits passage) {
        List<FoundHit> hits = passage.hits()
                .map(ScreeningView.HitView::hit)
                .sorted(Comparator.comparingInt(FoundHit::start))
                .toList();
        List<MarkedText.Mark> marks = new ArrayList<>();
        int start = hits.get(0).start();
        int end = hits.get(0).end();
        for (FoundHit hit : hits) {
            if (hit.start() > end) {
                marks.add(new MarkedText.Mark(passage.best().number(), start, end, "", ""));
                start = hit.start();
            }
            end = Math.max(end, hit.end());
        }
        marks.add(new MarkedText.Mark(passage.best().number(), start, end, "", ""));
        return marks.stream();
    }

    private static MarkedText.Mark mark(int number, Finding finding) {
        return new MarkedText.Mark(
                number, finding.startOffset(), finding.endOffset(), finding.address(), finding.quotation());
    }

    private List<FindingView> findings(
            ReviewCase review, MeasureVersion version, List<Finding> findings, CaseInsight insight, Actor actor) {
        Map<Integer, List<SimilarView>> similar = insight.isInside() ? similar(review, findings, actor) : Map.of();
        return IntStream.range(0, findings.size())
                .mapToObj(place -> finding(
                        place + 1,
                        findings.get(place),
                        version,
                        standards.regime(findings.get(place).regime()),
                        insight.decisions(),
                        similar.getOrDefault(place, List.of())))
                .toList();
    }

    private Map<Integer, List<SimilarView>> similar(ReviewCase review, List<Finding> findings, Actor actor) {
        return similar.to(
                review,
                IntStream.range(0, findings.size())
                        .boxed()
                        .collect(Collectors.toMap(
                                place -> place, place -> findings.get(place).quotation())),
                actor);
    }

    private FindingView finding(
            int number,
            Finding finding,
            MeasureVersion version,
            Optional<Regime> regime,
            boolean decided,
            List<SimilarView> similar) {
        Disposition disposition = decided ? finding.disposition() : Disposition.OPEN;
        return new FindingView(
                number,
                version.manifest().stream()
                        .filter(entry -> entry.sha256().equals(finding.fileSha256()))
                        .findFirst()
                        .map(ManifestEntry::fileName)
                        .orElse(""),
                finding.address(),
                finding.quotation(),
                regime.flatMap(known -> known.item(finding.item()))
                        .map(item -> item.article() + " " + item.label())
                        .orElse(finding.item()),
                Optional.ofNullable(finding.subItem())
                        .filter(code -> !code.isBlank())
                        .map(code -> regime.flatMap(known -> known.subItem(code))
                                .map(subItem -> subItem.citation() + " " + subItem.label())
                                .orElse(code))
                        .orElse(null),
                finding.reason(),
                finding.requiredChange(),
                Optional.ofNullable(finding.legalBasis())
                        .map(basis -> labels.of("review.legalBasis", basis)
                                + Optional.ofNullable(finding.legalBasisSource())
                                        .filter(source -> !source.isBlank())
                                        .map(source -> labels.text("page.finding.source", source))
                                        .orElse(""))
                        .orElse(null),
                Optional.ofNullable(finding.specificOperator())
                        .map(specific -> labels.text("said.specificOperator." + specific))
                        .orElse(null),
                disposition.name(),
                labels.of("review.disposition", disposition),
                Optional.ofNullable(finding.justification())
                        .filter(kind -> decided)
                        .map(kind -> labels.of("review.justification", kind))
                        .orElse(null),
                decided ? finding.dispositionNote() : "",
                similar);
    }

    private List<AdviceView> opinions(ReviewCase review, Actor actor, CaseInsight insight) {
        boolean mayRecall = insight.isInside() && recalls.mayRecall(review, actor);
        Stream<AdviceView> legal = advices.of(review.number()).stream()
                .filter(advice -> insight.adviceBy(advice.adviserId().orElse("")))
                .map(advice -> new AdviceView(
                        labels.text("opinion.kind.LEGAL"),
                        null,
                        null,
                        legalViews.adviser(advice),
                        directory.nameOf(advice.requestedBy()),
                        moments.minute(advice.requestedAt()),
                        legalViews.question(advice),
                        legalViews.opinion(advice),
                        advice.givenAt().map(moments::minute).orElse(null),
                        advice.recall().map(this::recalled).orElse(null),
                        advice.recall().map(Recall::reason).orElse(null),
                        mayRecall && advice.isOpen() ? advice.id() : null,
                        legalViews.of(review, advice, actor),
                        null));
        Stream<AdviceView> consulted = consultations.of(review.number()).stream()
                .filter(consultation -> consultation.canvassId().isEmpty())
                .filter(consultation -> insight.opinionOf(actor.belongsTo(consultation.askedUnitId())))
                .map(consultation -> new AdviceView(
                        labels.of("consultation.kind", consultation.kind()),
                        consultation
                                .position()
                                .map(position -> labels.of("consultation.position", position))
                                .orElse(null),
                        null,
                        units.name(consultation.askedUnitId()),
                        directory.nameOf(consultation.requestedBy()),
                        moments.minute(consultation.requestedAt()),
                        consultation.question(),
                        consultation.opinion().orElse(null),
                        consultation.givenAt().map(moments::minute).orElse(null),
                        consultation.recall().map(this::recalled).orElse(null),
                        consultation.recall().map(Recall::reason).orElse(null),
                        mayRecall && consultation.recall().isEmpty() ? consultation.id() : null));
        Stream<AdviceView> evaluated = evaluations.of(review.number()).stream()
                .filter(evaluation -> insight.opinionOf(actor.belongsTo(evaluation.evaluatorUnitId())))
                .map(evaluation -> new AdviceView(
                        labels.text("opinion.kind.EVALUATION"),
                        null,
                        evaluation
                                .reportFileId()
                                .map(file -> CaseFilesAddress.of(review.number(), file))
                                .orElse(null),
                        units.name(evaluation.evaluatorUnitId()),
                        directory.nameOf(evaluation.requestedBy()),
                        moments.minute(evaluation.requestedAt()),
                        evaluation.question(),
                        evaluation.summary().orElse(null),
                        evaluation.givenAt().map(moments::minute).orElse(null),
                        evaluation.recall().map(this::recalled).orElse(null),
                        evaluation.recall().map(Recall::reason).orElse(null),
                        mayRecall && evaluation.recall().isEmpty() ? evaluation.id() : null,
                        null,
                        evaluations(review.number(), evaluation)));
        return Stream.of(legal, consulted, evaluated).flatMap(each -> each).toList();
    }

    private EvaluationView evaluations(String number, Evaluation evaluation) {
        return new EvaluationView(
                labels.text("evaluation.state." + stateOf(evaluation)),
                evaluation
                        .acceptedAt()
                        .map(at -> evaluation
                                .acceptedBy()
                                .map(by ->
                                        labels.text("evaluation.acceptedBy", directory.nameOf(by), moments.minute(at)))
                                .orElseGet(() -> labels.text("evaluation.acceptedAt", moments.minute(at))))
                        .orElse(null),
                evaluation.isLate(),
                evaluation.material().stream()
                        .flatMap(file -> store.find(file).stream())
                        .map(StoredFile::name)
                        .toList(),
                evaluation.findings().stream()
                        .map(finding -> new EvaluationFindingView(
                                finding.quotation(),
                                standards
                                        .regime(finding.regime())
                                        .flatMap(known -> known.item(finding.item()))
                                        .map(item -> item.article() + " " + item.label())
                                        .orElse(finding.item()),
                                finding.effect(),
                                finding.suggestion(),
                                finding.use()
                                        .map(use -> labels.of("evaluation.use", use))
                                        .orElse(null),
                                finding.useNote()))
                        .toList(),
                evaluation.returned().stream()
                        .map(report -> new ReturnedReportView(
                                moments.minute(report.givenAt())
                                        + (report.isLate() ? labels.text("evaluation.lateMark") : ""),
                                report.summary(),
                                labels.text(
                                        "evaluation.returnedBy",
                                        directory.nameOf(report.returnedBy()),
                                        moments.minute(report.returnedAt())),
                                report.reason(),
                                CaseFilesAddress.of(number, report.reportFileId())))
                        .toList());
    }

    private static String stateOf(Evaluation evaluation) {
        if (evaluation.recall().isPresent()) {
            return "RECALLED";
        }
        if (evaluation.acceptedAt().isPresent()) {
            return "ACCEPTED";
        }
        return evaluation.summary().isPresent() ? "GIVEN" : "WAITING";
    }

    private String recalled(Recall recall) {
        return labels.text("page.advice.recalled", directory.nameOf(recall.by()), moments.minute(recall.at()));
    }

    private @Nullable ConclusionView conclusion(ReviewCase review, CaseInsight insight) {
        boolean signedOff = review.signedOffAt().isPresent();
        return review.draft()
                .filter(draft -> signedOff ? insight.conclusion() : insight.draft())
                .map(draft -> new ConclusionView(
                        signedOff,
                        labels.of("review.conclusion", draft.conclusion()),
                        draft.conclusion().allowsIssue(),
                        review.documentNumber().orElse(null),
                        review.signedOffAt().map(moments::minute).orElse(null),
                        review.sealedOn().map(moments::day).orElse(null),
                        review.deliveredOn()
                                .map(day -> labels.text(
                                        "page.conclusion.delivered",
                                        moments.day(day),
                                        review.deliveryWay()
                                                .map(way -> labels.of("review.delivery", way))
                                                .orElse(""),
                                        review.deliveredTo().orElse("")))
                                .orElse(null),
                        texts(draft)))
                .orElse(null);
    }

    private List<Fact> texts(ConclusionDraft draft) {
        return filled(
                new Fact(labels.text("page.conclusion.hearing"), draft.hearing()),
                new Fact(labels.text("page.conclusion.firstOpinion"), draft.firstOpinion()),
                new Fact(labels.text("page.conclusion.reasoning"), draft.reasoning()),
                new Fact(labels.text("page.conclusion.workAdvice"), draft.workAdvice()));
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

    private List<FileView> documents(ReviewCase review, CaseInsight insight) {
        List<FileView> shown = new ArrayList<>();
        if (insight.conclusion()) {
            document(review, review.documentFileId(), "page.document.conclusion")
                    .ifPresent(shown::add);
            document(review, review.sealedFileId(), "page.document.scan").ifPresent(shown::add);
        }
        return shown;
    }

    private Optional<FileView> document(ReviewCase review, Optional<String> fileId, String role) {
        return fileId.flatMap(store::find).map(file -> file(review, labels.text(role), file));
    }

    private FileView file(ReviewCase review, String role, StoredFile file) {
        return new FileView(
                role,
                file.name(),
                FileSize.of(file.size()),
                file.sha256(),
                CaseFilesAddress.of(review.number(), file.id()));
    }

    private VersionView version(ReviewCase review, MeasureVersion version) {
        return new VersionView(
                version.number(),
                version.id().equals(review.versionId()),
                directory.nameOf(version.submittedBy()),
                moments.minute(version.submittedAt()),
                version.digest(),
                version.manifest().stream()
                        .map(entry -> new FileView(
                                labels.of("measure.file", entry.role()),
                                entry.fileName(),
                                FileSize.of(entry.size()),
                                entry.sha256(),
                                CaseFilesAddress.of(review.number(), entry.fileId())))
                        .toList());
    }
}

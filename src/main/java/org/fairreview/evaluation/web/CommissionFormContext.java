package org.fairreview.evaluation.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.evaluation.CommissionedCases;
import org.fairreview.evaluation.Evaluation;
import org.fairreview.evaluation.EvaluationFinding;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.evaluation.FindingUse;
import org.fairreview.evaluation.Plans;
import org.fairreview.evaluation.ReturnedReport;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.standard.StandardGroup;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.FormContext;
import org.fairreview.workflow.OpenTask;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of an evaluation show: to the institution its commission and nothing else, to whoever accepts the report. */
@Component
class CommissionFormContext implements FormContext {

    private static final String SUBMIT = "Task_SubmitReport";
    private static final Set<String> TASKS = Set.of(SUBMIT, "Task_AcceptReport");
    private static final String MATERIAL = "MATERIAL";

    record Choice(String value, String label) {}

    record FileView(String role, String name, long size, String url) {}

    record ReturnedView(String summary, String givenAt, String returnedAt, String reason, @Nullable String url) {}

    record FindingView(String quotation, String standard, String effect, String suggestion) {}

    /** The first fields bear the names by which the form of the first releases asks for them. */
    record Context(
            String caseNumber,
            String caseUrl,
            String title,
            String draftingUnit,
            String submittedBy,
            String submittedAt,
            @Nullable String kind,
            @Nullable String issuance,
            @Nullable String legalBasis,
            @Nullable String standardsChanged,
            List<Choice> fileRoles,
            List<FileView> files,
            String evaluationQuestion,
            String institution,
            List<StandardGroup> standards,
            List<ReturnedView> returned,
            @Nullable String summary,
            @Nullable String givenAt,
            boolean late,
            @Nullable String reportUrl,
            List<FindingView> findings,
            List<Choice> uses) {}

    private final Evaluations evaluations;
    private final Plans plans;
    private final ObjectProvider<CommissionedCases> cases;
    private final FileStore store;
    private final Standards standards;
    private final Directory directory;
    private final Units units;
    private final EvaluationTexts texts;
    private final CurrentActor currentActor;

    CommissionFormContext(
            Evaluations evaluations,
            Plans plans,
            ObjectProvider<CommissionedCases> cases,
            FileStore store,
            Standards standards,
            Directory directory,
            Units units,
            EvaluationTexts texts,
            CurrentActor currentActor) {
        this.evaluations = evaluations;
        this.plans = plans;
        this.cases = cases;
        this.store = store;
        this.standards = standards;
        this.directory = directory;
        this.units = units;
        this.texts = texts;
        this.currentActor = currentActor;
    }

    @Override
    public boolean serves(OpenTask task) {
        return TASKS.contains(task.key()) && find(task).isPresent();
    }

    private Optional<Evaluation> find(OpenTask task) {
        Actor actor = currentActor.get();
        Stream<Evaluation> seen = task.key().equals(SUBMIT)
                ? evaluations.openFor(actor).stream()
                : evaluations.of(task.caseNumber()).stream()
                        .filter(Evaluation::isOpen)
                        .filter(each -> cases.stream().noneMatch(open -> open.isClosedTo(each.caseNumber(), actor)));
        return seen.filter(each -> each.caseNumber().equals(task.caseNumber())).findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Object of(OpenTask task) {
        Evaluation evaluation = find(task).orElseThrow();
        boolean submits = task.key().equals(SUBMIT);
        boolean planned = plans.find(evaluation.caseNumber()).isPresent();
        String place = submits
                ? "/evaluations/commissions/" + evaluation.id()
                : planned ? "/evaluations/plans/" + evaluation.caseNumber() : "/cases/" + evaluation.caseNumber();
        return new Context(
                evaluation.caseNumber(),
                place,
                evaluation.title(),
                evaluation.evaluatedUnitId().map(units::name).orElse(""),
                directory.nameOf(evaluation.requestedBy()),
                texts.minute(evaluation.requestedAt()),
                null,
                null,
                null,
                null,
                List.of(new Choice(MATERIAL, texts.of("evaluation.material"))),
                evaluation.material().stream()
                        .flatMap(id -> store.find(id).stream())
                        .map(file -> file(file, place))
                        .toList(),
                evaluation.question(),
                units.name(evaluation.evaluatorUnitId()),
                submits ? standards.groups() : List.of(),
                evaluation.returned().stream()
                        .map(report -> returned(report, submits ? null : place))
                        .toList(),
                evaluation.summary().orElse(null),
                evaluation.givenAt().map(texts::minute).orElse(null),
                evaluation.isLate(),
                evaluation.reportFileId().map(id -> place + "/files/" + id).orElse(null),
                evaluation.findings().stream().map(this::finding).toList(),
                Stream.of(FindingUse.values())
                        .filter(use -> !planned || use != FindingUse.REVIEW)
                        .map(use -> new Choice(use.name(), texts.use(use)))
                        .toList());
    }

    private static FileView file(StoredFile file, String place) {
        return new FileView(MATERIAL, file.name(), file.size(), place + "/files/" + file.id());
    }

    private ReturnedView returned(ReturnedReport report, @Nullable String place) {
        return new ReturnedView(
                report.summary(),
                texts.minute(report.givenAt()),
                texts.minute(report.returnedAt()),
                report.reason(),
                place == null ? null : place + "/files/" + report.reportFileId());
    }

    private FindingView finding(EvaluationFinding found) {
        return new FindingView(
                found.quotation(), texts.standard(found.regime(), found.item()), found.effect(), found.suggestion());
    }
}

package org.fairreview.supervision.spotcheck.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fairreview.document.Texts;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.review.LegalBasis;
import org.fairreview.standard.Standards;
import org.fairreview.supervision.spotcheck.Inspections;
import org.fairreview.supervision.spotcheck.Populations;
import org.fairreview.supervision.spotcheck.ProcedureVerdict;
import org.fairreview.supervision.spotcheck.ReportAddressee;
import org.fairreview.supervision.spotcheck.SeedSource;
import org.fairreview.supervision.spotcheck.SpotCheck;
import org.fairreview.supervision.spotcheck.SpotChecks;
import org.fairreview.supervision.spotcheck.SpotFinding;
import org.fairreview.supervision.spotcheck.SpotItem;
import org.fairreview.supervision.spotcheck.SpotReport;
import org.fairreview.supervision.spotcheck.SpotReports;
import org.fairreview.supervision.spotcheck.web.SpotForm.AwaitedPart;
import org.fairreview.supervision.spotcheck.web.SpotForm.ChoicePart;
import org.fairreview.supervision.spotcheck.web.SpotForm.PassagePart;
import org.fairreview.supervision.spotcheck.web.SpotForm.RecordPart;
import org.fairreview.supervision.spotcheck.web.SpotForm.SpotText;
import org.fairreview.workflow.FormContext;
import org.fairreview.workflow.OpenTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of a spot check show: about the whole of it, or about one measure. */
@Component
class SpotFormContext implements FormContext {

    private static final String FIX = "Task_FixPopulation";
    private static final String DRAFT = "Task_DraftSpotCheckReport";
    private static final String SIGN_REPORT = "Task_SignSpotCheckReport";
    private static final String DELIVER = "Task_DeliverSpotCheckReport";
    private static final String PUBLISH = "Task_DecideSpotCheckPublication";
    private static final String INSPECT = "Task_InspectMeasure";
    private static final String DECIDE = "Task_DecideDisagreement";

    private static final Set<String> OF_A_CHECK =
            Set.of("Task_SignSpotCheckPlan", FIX, "Task_DrawSpotCheck", DRAFT, SIGN_REPORT, DELIVER, PUBLISH);
    private static final Set<String> OF_A_MEASURE = Set.of(INSPECT, DECIDE);
    private static final Set<String> WITH_FIGURES = Set.of(DRAFT, SIGN_REPORT, PUBLISH);

    private final SpotChecks checks;
    private final Populations populations;
    private final Inspections inspections;
    private final SpotReports reports;
    private final SpotLines lines;
    private final SpotFindingViews views;
    private final Texts documents;
    private final Standards standards;
    private final Directory directory;
    private final SpotTexts texts;
    private final CurrentActor currentActor;

    SpotFormContext(
            SpotChecks checks,
            Populations populations,
            Inspections inspections,
            SpotReports reports,
            SpotLines lines,
            SpotFindingViews views,
            Texts documents,
            Standards standards,
            Directory directory,
            SpotTexts texts,
            CurrentActor currentActor) {
        this.checks = checks;
        this.populations = populations;
        this.inspections = inspections;
        this.reports = reports;
        this.lines = lines;
        this.views = views;
        this.documents = documents;
        this.standards = standards;
        this.directory = directory;
        this.texts = texts;
        this.currentActor = currentActor;
    }

    @Override
    public boolean serves(OpenTask task) {
        return OF_A_CHECK.contains(task.key())
                ? checks.find(task.caseNumber(), currentActor.get()).isPresent()
                : OF_A_MEASURE.contains(task.key());
    }

    @Override
    @Transactional(readOnly = true)
    public Object of(OpenTask task) {
        return OF_A_CHECK.contains(task.key())
                ? ofCheck(task.key(), checks.get(task.caseNumber()))
                : ofMeasure(task.key(), inspections.get(task.caseNumber()));
    }

    private SpotForm ofCheck(String key, SpotCheck check) {
        List<SpotLine> facts = new ArrayList<>(lines.plan(check));
        facts.addAll(lines.population(check));
        facts.addAll(lines.draw(check));
        if (key.equals(PUBLISH) || key.equals(DELIVER)) {
            facts = new ArrayList<>(lines.report(check));
        }
        check.reportDocument()
                .map(document -> new SpotLine(
                        texts.of("spotcheck.line.report"),
                        document.documentNumber(),
                        SpotLines.address(check) + "/report"))
                .ifPresent(facts::add);
        return new SpotForm(
                check.number(),
                SpotLines.address(check),
                check.plan().title(),
                texts.today().toString(),
                facts,
                key.equals(SIGN_REPORT) ? lines.report(check) : List.of(),
                WITH_FIGURES.contains(key) ? lines.figures(check) : List.of(),
                key.equals(FIX) ? populations.count(check.number()) : null,
                check.plan().seedSource() == SeedSource.PUBLIC,
                key.equals(DRAFT) && check.writtenReport().isPresent() ? check.reportRemark() : null,
                key.equals(DRAFT) ? draft(check) : Map.of(),
                key.equals(DELIVER) ? awaited(check) : List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    private Map<String, String> draft(SpotCheck check) {
        SpotReports.Addressees to = reports.addressees(check.number());
        return Map.of(
                "situation", check.writtenReport().map(SpotReport::situation).orElse(""),
                "problems", check.writtenReport().map(SpotReport::problems).orElse(""),
                "nextSteps", check.writtenReport().map(SpotReport::nextSteps).orElse(""),
                "government", to.government(),
                "higher", to.higher());
    }

    private List<AwaitedPart> awaited(SpotCheck check) {
        SpotReport report = check.writtenReport().orElseThrow();
        return Stream.of(ReportAddressee.values())
                .filter(each -> check.deliveries().stream().noneMatch(delivery -> delivery.addressee() == each))
                .map(each -> each == ReportAddressee.GOVERNMENT
                        ? new AwaitedPart("government", report.government())
                        : new AwaitedPart("higher", report.higher()))
                .toList();
    }

    private SpotForm ofMeasure(String key, SpotItem item) {
        SpotCheck check = checks.get(item.checkNumber());
        boolean decides = key.equals(DECIDE);
        List<SpotFinding> found = decides ? inspections.findingsOf(item.number()) : List.of();
        List<SpotLine> facts = new ArrayList<>(lines.item(item));
        facts.add(new SpotLine(texts.of("spotcheck.line.check"), check.plan().title(), SpotLines.address(check)));
        facts.add(SpotLine.of(texts.of("spotcheck.line.focus"), check.plan().focus()));
        return new SpotForm(
                item.number(),
                SpotLines.address(item),
                item.title(),
                texts.today().toString(),
                facts,
                List.of(),
                List.of(),
                null,
                false,
                null,
                Map.of(),
                List.of(),
                choices("spotcheck.procedure", ProcedureVerdict.values()),
                decides ? records(item, found) : List.of(),
                views.of(found, check.regime()),
                decides
                        ? List.of()
                        : inspections.filesOf(item).stream().map(this::text).toList(),
                List.of(),
                noScreening(),
                decides
                        ? List.of()
                        : standards.regime(check.regime()).orElseThrow().groups(),
                choices("review.legalBasis", LegalBasis.values()));
    }

    private static @Nullable Object noScreening() {
        return null;
    }

    private List<RecordPart> records(SpotItem item, List<SpotFinding> found) {
        return item.records().stream()
                .map(record -> new RecordPart(
                        directory.nameOf(record.inspector()),
                        texts.of("spotcheck.procedure", record.procedure()),
                        record.opinion(),
                        (int) found.stream()
                                .filter(finding -> finding.inspector().equals(record.inspector()))
                                .count()))
                .toList();
    }

    private SpotText text(ManifestEntry file) {
        return new SpotText(
                file.sha256(),
                file.fileName(),
                documents.passages(file.sha256()).stream()
                        .map(passage ->
                                new PassagePart(passage.address(), passage.start(), passage.end(), passage.text()))
                        .toList());
    }

    private List<ChoicePart> choices(String prefix, Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> new ChoicePart(value.name(), texts.of(prefix, value)))
                .toList();
    }
}

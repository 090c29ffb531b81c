package org.fairreview.supervision.spotcheck;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairreview.document.RenderedDocument;
import org.fairreview.document.Templates;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.standard.Standards;
import org.fairreview.supervision.spotcheck.SpotFigures.Figures;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The document of a report: what the regulator wrote, and beside it figures that nobody types. */
@Component
@Transactional(readOnly = true)
class SpotReportPaper {

    private static final String TEMPLATE = "spot-check-report";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Templates templates;
    private final SpotFigures figures;
    private final SpotItemRows items;
    private final SpotFindingRows findings;
    private final Standards standards;
    private final Directory directory;
    private final Units units;
    private final MessageSource messages;
    private final Clock clock;

    SpotReportPaper(
            Templates templates,
            SpotFigures figures,
            SpotItemRows items,
            SpotFindingRows findings,
            Standards standards,
            Directory directory,
            Units units,
            MessageSource messages,
            Clock clock) {
        this.templates = templates;
        this.figures = figures;
        this.items = items;
        this.findings = findings;
        this.standards = standards;
        this.directory = directory;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    String fileName(String documentNumber) {
        return text("spotcheck.report.file", documentNumber);
    }

    /** The government of a region, as it is called. */
    String government(String regionName) {
        return text("spotcheck.government", regionName);
    }

    RenderedDocument render(SpotCheck check, String documentNumber, LocalDate signed) {
        Figures counted = figures.of(check);
        SpotReport report = check.writtenReport().orElseThrow();
        SpotPlan plan = check.plan();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("office", units.name(units.inCharge(check.regulatorUnitId())));
        data.put("documentNumber", documentNumber);
        data.put("signer", directory.nameOf(check.reportSignedBy().orElseThrow()));
        data.put("checkTitle", plan.title());
        data.put("checkNumber", check.number());
        data.put("government", report.government());
        data.put("higher", report.higher());
        data.put("situation", report.situation());
        data.put("problems", report.problems());
        data.put("nextSteps", report.nextSteps());
        data.put("period", text("spotcheck.report.period", DAY.format(plan.startsOn()), DAY.format(plan.endsOn())));
        data.put("population", String.valueOf(counted.population()));
        data.put("drawn", String.valueOf(counted.drawn()));
        data.put("named", String.valueOf(counted.named()));
        data.put("inspected", String.valueOf(counted.inspected()));
        data.put("withProblems", String.valueOf(counted.withProblems()));
        data.put("findingsTotal", String.valueOf(counted.findings()));
        data.put("procedureProblems", String.valueOf(counted.procedureProblems()));
        data.put("letters", String.valueOf(counted.letters()));
        data.put("byItem", byItem(check, counted));
        data.put("byUnit", byUnit(counted));
        data.put("sample", sample(check));
        data.put("method", method(plan));
        data.put("digest", check.population().map(FixedPopulation::digest).orElse(none()));
        data.put(
                "fixedAt",
                check.population()
                        .map(fixed -> DAY.format(fixed.fixedAt().atZone(clock.getZone())))
                        .orElse(none()));
        data.put("seed", check.seed().orElse(none()));
        data.put("seedSource", seedSource(plan));
        String command = SpotFigures.command(check);
        data.put("command", command.isEmpty() ? none() : command);
        data.put("issuedOn", DAY.format(signed));
        return templates.render(TEMPLATE, data);
    }

    /** How is drawn, in words. */
    String method(SpotPlan plan) {
        return plan.stratum() == null
                ? text("spotcheck.method.simple")
                : text(
                        "spotcheck.method.stratified",
                        text("spotcheck.stratum." + plan.stratum().name()));
    }

    private String seedSource(SpotPlan plan) {
        return plan.seedSource() == SeedSource.PRODUCT
                ? text("spotcheck.seedSource.PRODUCT")
                : text("spotcheck.report.publicSeed", plan.seedAnnouncement());
    }

    private List<Map<String, Object>> byItem(SpotCheck check, Figures counted) {
        List<Map<String, Object>> rows = new ArrayList<>();
        counted.byItem()
                .forEach((item, many) ->
                        rows.add(Map.of("standard", standard(check.regime(), item), "total", String.valueOf(many))));
        return rows;
    }

    private static List<Map<String, Object>> byUnit(Figures counted) {
        List<Map<String, Object>> rows = new ArrayList<>();
        counted.byUnit()
                .forEach(unit -> rows.add(Map.of(
                        "unit",
                        unit.unit().isBlank() ? "—" : unit.unit(),
                        "inspected",
                        String.valueOf(unit.inspected()),
                        "withProblems",
                        String.valueOf(unit.withProblems()),
                        "findings",
                        String.valueOf(unit.findings()))));
        return rows;
    }

    private List<Map<String, Object>> sample(SpotCheck check) {
        Map<String, Long> standing = new LinkedHashMap<>();
        findings.ofCheck(check.number()).stream()
                .filter(SpotFinding::isStanding)
                .forEach(finding -> standing.merge(finding.itemNumber(), 1L, Long::sum));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SpotItem item : items.findByCheckNumberOrderByPlace(check.number())) {
            rows.add(Map.of(
                    "place", String.valueOf(item.place()),
                    "listNumber", item.listNumber().orElseGet(() -> text("spotcheck.targeted")),
                    "title", item.title(),
                    "documentNumber", item.documentNumber().isBlank() ? none() : item.documentNumber(),
                    "unit", item.unitName().isBlank() ? none() : item.unitName(),
                    "result", result(item, standing.getOrDefault(item.number(), 0L))));
        }
        return rows;
    }

    private String result(SpotItem item, long findings) {
        String procedure = item.procedure()
                .filter(ProcedureVerdict::isProblem)
                .map(verdict -> text("spotcheck.procedure." + verdict.name()))
                .orElse("");
        if (findings == 0) {
            return procedure.isEmpty() ? text("spotcheck.noProblem") : procedure;
        }
        String found = text("spotcheck.problems", findings);
        return procedure.isEmpty() ? found : procedure + "；" + found;
    }

    private String standard(String regime, String item) {
        return standards
                .regime(regime)
                .flatMap(known -> known.item(item))
                .map(known -> known.article() + " " + known.label())
                .orElse(item);
    }

    private String none() {
        return text("spotcheck.none");
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }
}

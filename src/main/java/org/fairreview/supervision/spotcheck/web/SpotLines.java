package org.fairreview.supervision.spotcheck.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.supervision.spotcheck.SeedSource;
import org.fairreview.supervision.spotcheck.SpotCheck;
import org.fairreview.supervision.spotcheck.SpotFigures;
import org.fairreview.supervision.spotcheck.SpotFigures.Figures;
import org.fairreview.supervision.spotcheck.SpotItem;
import org.fairreview.supervision.spotcheck.SpotPlan;
import org.fairreview.supervision.spotcheck.SpotReport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of a spot check, line by line, what pages and forms show. */
@Component
@Transactional(readOnly = true)
class SpotLines {

    private final SpotFigures figures;
    private final Directory directory;
    private final Units units;
    private final SpotTexts texts;

    SpotLines(SpotFigures figures, Directory directory, Units units, SpotTexts texts) {
        this.figures = figures;
        this.directory = directory;
        this.units = units;
        this.texts = texts;
    }

    static String address(SpotCheck check) {
        return "/spot-checks/" + check.number();
    }

    static String address(SpotItem item) {
        return "/spot-checks/%s/items/%d".formatted(item.checkNumber(), item.place());
    }

    List<SpotLine> plan(SpotCheck check) {
        SpotPlan plan = check.plan();
        List<SpotLine> lines = new ArrayList<>();
        say(lines, "focus", plan.focus());
        say(
                lines,
                "regions",
                joined(plan.regions().stream().map(units::regionName).toList()));
        say(
                lines,
                "levels",
                joined(plan.levels().stream()
                        .map(level -> texts.of("spotcheck.level", level))
                        .toList()));
        say(lines, "fields", joined(plan.fields()));
        say(lines, "units", joined(plan.units().stream().map(units::name).toList()));
        if (plan.issuedFrom() != null || plan.issuedUntil() != null) {
            say(
                    lines,
                    "issued",
                    texts.of(
                            "spotcheck.span",
                            plan.issuedFrom() == null ? "" : texts.day(plan.issuedFrom()),
                            plan.issuedUntil() == null ? "" : texts.day(plan.issuedUntil())));
        }
        say(lines, "sampleSize", texts.of("spotcheck.pieces", plan.sampleSize()));
        say(lines, "method", method(plan));
        say(
                lines,
                "seedSource",
                plan.seedSource() == SeedSource.PRODUCT
                        ? texts.of("spotcheck.seedSource.PRODUCT")
                        : texts.of(
                                "spotcheck.seedSource.public",
                                plan.seedAnnouncement(),
                                plan.seedKnownOn() == null ? "" : texts.day(plan.seedKnownOn())));
        say(lines, "period", texts.of("spotcheck.span", texts.day(plan.startsOn()), texts.day(plan.endsOn())));
        say(
                lines,
                "inspectors",
                joined(plan.inspectors().stream().map(directory::nameOf).toList()));
        say(lines, "plannedBy", directory.nameOf(check.plannedBy()) + " " + texts.minute(check.plannedAt()));
        check.planSignedBy()
                .ifPresent(signer -> say(
                        lines,
                        check.state() == SpotCheck.State.REJECTED ? "refusedBy" : "signedBy",
                        directory.nameOf(signer) + " "
                                + texts.minute(check.planSignedAt().orElseThrow())));
        say(lines, "planRemark", check.planRemark());
        check.givenUpAt().ifPresent(moment -> {
            say(lines, "givenUpBy", check.givenUpBy().map(directory::nameOf).orElse("") + " " + texts.minute(moment));
            say(lines, "givenUpReason", check.givenUpReason().orElse(""));
        });
        return lines;
    }

    String method(SpotPlan plan) {
        return plan.stratum() == null
                ? texts.of("spotcheck.method.simple")
                : texts.of("spotcheck.method.stratified", texts.of("spotcheck.stratum", plan.stratum()));
    }

    List<SpotLine> population(SpotCheck check) {
        List<SpotLine> lines = new ArrayList<>();
        check.population().ifPresent(fixed -> {
            say(
                    lines,
                    "populationSize",
                    texts.of("spotcheck.population.of", fixed.size(), fixed.fromRegister(), fixed.fromList()));
            say(lines, "digest", fixed.digest());
            say(lines, "fixedBy", directory.nameOf(fixed.fixedBy()) + " " + texts.minute(fixed.fixedAt()));
        });
        return lines;
    }

    List<SpotLine> draw(SpotCheck check) {
        List<SpotLine> lines = new ArrayList<>();
        check.seed().ifPresent(seed -> {
            say(lines, "seed", seed);
            say(
                    lines,
                    "seededBy",
                    directory.nameOf(check.seededBy().orElseThrow()) + " "
                            + texts.minute(check.seededAt().orElseThrow()));
            say(lines, "witness", check.seedWitness());
        });
        return lines;
    }

    List<SpotLine> figures(SpotCheck check) {
        Figures counted = figures.of(check);
        List<SpotLine> lines = new ArrayList<>();
        say(lines, "figures.population", String.valueOf(counted.population()));
        say(lines, "figures.drawn", texts.of("spotcheck.figures.drawnOf", counted.drawn(), counted.named()));
        say(lines, "figures.inspected", String.valueOf(counted.inspected()));
        say(lines, "figures.withProblems", String.valueOf(counted.withProblems()));
        say(lines, "figures.findings", String.valueOf(counted.findings()));
        for (Map.Entry<String, Long> item : counted.byItem().entrySet()) {
            lines.add(SpotLine.of(texts.standard(check.regime(), item.getKey()), String.valueOf(item.getValue())));
        }
        counted.byProcedure()
                .forEach((verdict, many) ->
                        lines.add(SpotLine.of(texts.of("spotcheck.procedure", verdict), String.valueOf(many))));
        say(lines, "figures.letters", String.valueOf(counted.letters()));
        return lines;
    }

    List<SpotLine> report(SpotCheck check) {
        List<SpotLine> lines = new ArrayList<>();
        check.writtenReport().ifPresent(report -> {
            say(lines, "situation", report.situation());
            say(lines, "problems", report.problems());
            say(lines, "nextSteps", report.nextSteps());
            say(lines, "addressees", joined(List.of(report.government(), report.higher())));
            say(lines, "draftedBy", drafted(report));
        });
        check.reportSignedBy()
                .ifPresent(signer -> say(
                        lines,
                        "reportSignedBy",
                        directory.nameOf(signer) + " "
                                + texts.minute(check.reportSignedAt().orElseThrow())));
        check.reportDocument().ifPresent(document -> {
            say(lines, "documentNumber", document.documentNumber());
            say(lines, "reportDigest", document.sha256());
        });
        check.deliveries()
                .forEach(delivery -> lines.add(SpotLine.of(
                        texts.of("spotcheck.addressee", delivery.addressee()),
                        texts.of(
                                "spotcheck.deliveredTo",
                                delivery.addresseeName(),
                                texts.day(delivery.on()),
                                delivery.receivedBy()))));
        return lines;
    }

    private String drafted(SpotReport report) {
        return directory.nameOf(report.draftedBy()) + " " + texts.minute(report.draftedAt());
    }

    List<SpotLine> publication(SpotCheck check) {
        List<SpotLine> lines = new ArrayList<>();
        check.published().ifPresent(published -> {
            say(lines, "published", texts.of(published ? "spotcheck.published.yes" : "spotcheck.published.no"));
            check.publishedOn().ifPresent(day -> say(lines, "publishedOn", texts.day(day)));
            if (!check.publishedLink().isEmpty()) {
                lines.add(new SpotLine(label("publishedLink"), check.publishedLink(), check.publishedLink()));
            }
            say(lines, "publicationReason", check.publicationReason());
            say(
                    lines,
                    "publicationBy",
                    directory.nameOf(check.publicationBy().orElse("")) + " "
                            + texts.minute(check.closedAt().orElseThrow()));
        });
        return lines;
    }

    List<SpotLine> item(SpotItem item) {
        List<SpotLine> lines = new ArrayList<>();
        say(lines, "documentNumber.measure", item.documentNumber());
        say(lines, "unit", item.unitName());
        say(lines, "level", texts.of("spotcheck.level", item.level()));
        say(lines, "field", item.field());
        say(lines, "region", item.regionName());
        item.issuedOn().ifPresent(day -> say(lines, "issuedOn", texts.day(day)));
        item.listNumber().ifPresent(number -> say(lines, "listNumber", number));
        item.targetReason().ifPresent(reason -> say(lines, "targetReason", reason));
        item.measureId()
                .ifPresent(id -> lines.add(
                        new SpotLine(label("register"), texts.of("spotcheck.inRegister"), "/measures-in-force/" + id)));
        return lines;
    }

    private void say(List<SpotLine> lines, String term, String text) {
        if (!text.isBlank()) {
            lines.add(SpotLine.of(label(term), text));
        }
    }

    private String label(String term) {
        return texts.of("spotcheck.line." + term);
    }

    private String joined(List<String> each) {
        return String.join(texts.of("spotcheck.comma"), each);
    }
}

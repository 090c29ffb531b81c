package org.fairreview.cleanup.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.cleanup.CleanupSight;
import org.fairreview.cleanup.LegacyCase;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.LegacyStage;
import org.fairreview.cleanup.MeasureInForce;
import org.fairreview.cleanup.MeasuresInForce;
import org.fairreview.cleanup.ValidityExtension;
import org.fairreview.cleanup.ValidityExtensions;
import org.fairreview.cleanup.overview.RevisionLinks;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Texts;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the page of a measure in force shows to a person. */
@Component
@Transactional(readOnly = true)
class MeasurePages {

    record Fact(String label, String value, @Nullable String url, boolean alarming) {}

    record CaseRow(String number, String occasion, String stage, String outcome, String url) {}

    record ExtensionRow(String from, String until, String document, String documentOn, String reason, String who) {}

    record PassageView(String address, String text) {}

    record FileView(String name, String url) {}

    record Page(
            String measureId,
            String title,
            String state,
            boolean inForce,
            boolean expired,
            List<Fact> facts,
            List<CaseRow> cases,
            List<ExtensionRow> extensions,
            List<FileView> files,
            List<PassageView> passages,
            boolean mayExtend) {}

    private final MeasuresInForce register;
    private final LegacyCases cases;
    private final Campaigns campaigns;
    private final CleanupPeople people;
    private final ValidityExtensions extensions;
    private final RevisionLinks revisions;
    private final CaseFile reviews;
    private final Measures measures;
    private final Texts passages;
    private final FileStore store;
    private final Directory directory;
    private final Units units;
    private final CleanupTexts texts;

    MeasurePages(
            MeasuresInForce register,
            LegacyCases cases,
            Campaigns campaigns,
            CleanupPeople people,
            ValidityExtensions extensions,
            RevisionLinks revisions,
            CaseFile reviews,
            Measures measures,
            Texts passages,
            FileStore store,
            Directory directory,
            Units units,
            CleanupTexts texts) {
        this.register = register;
        this.cases = cases;
        this.campaigns = campaigns;
        this.people = people;
        this.extensions = extensions;
        this.revisions = revisions;
        this.reviews = reviews;
        this.measures = measures;
        this.passages = passages;
        this.store = store;
        this.directory = directory;
        this.units = units;
        this.texts = texts;
    }

    Page of(MeasureInForce measure, Actor actor) {
        return new Page(
                measure.measureId(),
                measure.title(),
                texts.of("cleanup.inForce", measure.state()),
                measure.isInForce(),
                measure.isExpired(texts.today()),
                facts(measure, actor),
                cases.ofMeasure(measure.measureId(), actor).stream()
                        .map(legacy -> row(legacy, actor))
                        .toList(),
                extensions.of(measure.measureId()).stream().map(this::row).toList(),
                entries(measure)
                        .map(entry -> new FileView(
                                entry.fileName(),
                                "/measures-in-force/%s/files/%s".formatted(measure.measureId(), entry.fileId())))
                        .toList(),
                passages(measure),
                extensions.mayExtend(measure, actor));
    }

    /** A file of the measure's text. */
    Optional<StoredFile> file(MeasureInForce measure, String fileId) {
        return entries(measure).anyMatch(entry -> entry.fileId().equals(fileId))
                ? store.find(fileId)
                : Optional.empty();
    }

    private Stream<ManifestEntry> entries(MeasureInForce measure) {
        return measure.versionId().map(measures::version).stream().flatMap(version -> version.manifest().stream());
    }

    private List<PassageView> passages(MeasureInForce measure) {
        return measure.versionId().map(measures::version).stream()
                .flatMap(version -> version.reviewedFiles().stream())
                .flatMap(entry -> passages.passages(entry.sha256()).stream())
                .map(passage -> new PassageView(passage.address(), passage.text()))
                .toList();
    }

    private List<Fact> facts(MeasureInForce measure, Actor actor) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "legacy.unit", units.name(measure.unitId()));
        add(facts, "legacy.issuer", measure.issuerUnitId().map(units::name).orElseGet(() -> measures.get(
                        measure.measureId())
                .facts()
                .issuingBody()));
        add(facts, "legacy.documentNumber", measure.documentNumber());
        add(facts, "legacy.issuedOn", measure.issuedOn().map(texts::day).orElse(""));
        measure.validUntil()
                .ifPresentOrElse(
                        until -> facts.add(new Fact(
                                texts.of("legacy.validUntil"),
                                texts.day(until),
                                null,
                                measure.isExpired(texts.today()))),
                        () -> add(facts, "legacy.validUntil", texts.of("register.noEnd.fact")));
        if (!measure.isInForce()) {
            add(facts, "register.stateSince", texts.day(measure.stateSince()));
        }
        add(facts, "register.evaluatedOn", measure.evaluatedOn().map(texts::day).orElse(""));
        add(
                facts,
                "register.nextEvaluation",
                measure.nextEvaluationOn().map(texts::day).orElse(""));
        exception(facts, measure, actor);
        origin(facts, measure, actor);
        revisions(facts, measure, actor);
        if (measure.link().startsWith("http")) {
            facts.add(new Fact(texts.of("legacy.link"), measure.link(), measure.link(), false));
        }
        return facts.stream().filter(fact -> !fact.value().isBlank()).toList();
    }

    private void exception(List<Fact> facts, MeasureInForce measure, Actor actor) {
        measure.exceptionCase().ifPresent(number -> {
            String end = measure.exceptionUntil()
                    .map(until -> texts.of("register.exceptionUntil", texts.day(until)))
                    .orElse("");
            String condition = measure.exceptionCondition().isBlank()
                    ? ""
                    : texts.of("register.exceptionCondition", measure.exceptionCondition());
            facts.add(new Fact(
                    texts.of("register.exception"),
                    Stream.of(end, condition)
                            .filter(part -> !part.isEmpty())
                            .reduce((one, other) -> one + " " + other)
                            .orElse(number),
                    cases.find(number, actor)
                            .map(legacy -> "/cleanup/cases/" + legacy.number())
                            .orElse(null),
                    false));
        });
    }

    /** How it came into the register; the case behind it only for who may see that. */
    private void origin(List<Fact> facts, MeasureInForce measure, Actor actor) {
        Optional<String> from = measure.originCase();
        String url = from.flatMap(number -> reviews.find(number, actor)
                        .map(review -> "/cases/" + review.number())
                        .or(() -> campaigns.find(number, actor).map(campaign -> "/cleanup/" + campaign.number())))
                .orElse(null);
        String origin = texts.of("cleanup.origin", measure.origin());
        facts.add(new Fact(
                texts.of("register.origin"), url == null ? origin : origin + " " + from.orElse(""), url, false));
    }

    private void revisions(List<Fact> facts, MeasureInForce measure, Actor actor) {
        linked(facts, "register.revisedBy", revisions.after(measure.measureId()), actor);
        linked(facts, "register.revises", revisions.before(measure.measureId()), actor);
    }

    private void linked(List<Fact> facts, String label, List<String> measureIds, Actor actor) {
        CleanupSight sight = people.sightOf(actor);
        measureIds.stream()
                .flatMap(id -> register.find(id).stream())
                .filter(sight::sees)
                .forEach(other -> facts.add(
                        new Fact(texts.of(label), other.title(), "/measures-in-force/" + other.measureId(), false)));
    }

    private void add(List<Fact> facts, String label, String value) {
        facts.add(new Fact(texts.of(label), value, null, false));
    }

    /** That a case is in the sample is not told to its unit. */
    private CaseRow row(LegacyCase legacy, Actor actor) {
        boolean hidden = legacy.stage() == LegacyStage.RECHECKING
                && !people.sightOf(actor).knowsSample(legacy);
        return new CaseRow(
                legacy.number(),
                texts.of("legacy.occasion", legacy.occasion()),
                texts.of("legacy.stage", hidden ? LegacyStage.REVIEWING : legacy.stage()),
                legacy.outcome()
                        .map(outcome -> texts.of("cleanup.outcome", outcome))
                        .orElse(""),
                "/cleanup/cases/" + legacy.number());
    }

    private ExtensionRow row(ValidityExtension extension) {
        return new ExtensionRow(
                texts.day(extension.endedOn()),
                texts.day(extension.validUntil()),
                extension.documentNumber(),
                texts.day(extension.documentOn()),
                extension.reason(),
                directory.nameOf(extension.extendedBy()));
    }
}

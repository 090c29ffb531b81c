package org.fairreview.review;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairreview.document.RenderedDocument;
import org.fairreview.document.Templates;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measure;
import org.fairreview.measure.MeasureVersion;
import org.fairreview.measure.Measures;
import org.fairreview.standard.Regime;
import org.fairreview.standard.StandardItem;
import org.fairreview.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The conclusion document (公平竞争审查意见) of a case: what the template of its regime is filled with (SAMR Q&A no. 15).
 * Refuses to start where a regime's template is not there.
 *
 * <p>The adviser's opinion and findings that the reviewer took back are inner matters and stay out of it.
 */
@Component
class ConclusionDocuments {

    private static final String OWN_REVIEW_FORM = "own-review-form";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final int DIGEST_SHOWN = 16;

    private final Findings findings;
    private final Measures measures;
    private final Standards standards;
    private final Units units;
    private final Directory directory;
    private final Templates templates;
    private final MessageSource messages;
    private final Clock clock;

    ConclusionDocuments(
            Findings findings,
            Measures measures,
            Standards standards,
            Units units,
            Directory directory,
            Templates templates,
            MessageSource messages,
            Clock clock) {
        this.findings = findings;
        this.measures = measures;
        this.standards = standards;
        this.units = units;
        this.directory = directory;
        this.templates = templates;
        this.messages = messages;
        this.clock = clock;
        standards.all().forEach(this::refuseMissingTemplate);
    }

    private void refuseMissingTemplate(Regime regime) {
        if (!templates.has(regime.template())) {
            throw new IllegalStateException(
                    "Regime %s names the template '%s', which is neither shipped nor in the templates of the data folder"
                            .formatted(regime.id(), regime.template()));
        }
    }

    String fileName(ReviewCase review) {
        return review.route() == ReviewRoute.OWN
                ? text("ownReview.fileName", review.number())
                : text("opinion.fileName", review.documentNumber().orElseThrow());
    }

    RenderedDocument render(ReviewCase review) {
        Measure measure = measures.get(review.measureId());
        MeasureVersion version = measures.version(review.versionId());
        ConclusionDraft draft = review.draft().orElseThrow();
        Regime regime = standards.regime(review.regime()).orElseThrow();
        List<Finding> all = findings.findByCaseNumberAndRoundOrderById(review.number(), review.round()).stream()
                .filter(finding -> finding.disposition() != Disposition.RESOLVED)
                .toList();
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("office", units.name(review.regulatorUnitId()));
        data.put("documentNumber", review.documentNumber().orElse(""));
        data.put("measureTitle", measure.facts().title());
        data.put("addressee", units.name(review.draftingUnitId()));
        data.put("receivedOn", receivedOn(review));
        data.put("issuedOn", day(review.signedOffAt().orElseThrow()));
        data.put("draftingUnit", units.name(review.draftingUnitId()));
        data.put("caseNumber", review.number());
        data.put("versionDigest", version.digest().substring(0, DIGEST_SHOWN));
        data.put("basis", underRegime(regime, "opinion.basis"));
        data.put("hearing", draft.hearing());
        data.put("preliminaryReview", draft.firstOpinion());
        data.put(
                "findingsSummary",
                all.isEmpty() ? text("opinion.noFindings") : text("opinion.findings", String.valueOf(all.size())));
        data.put(
                "findings",
                all.stream()
                        .map(finding -> finding(finding, place(finding, version), regime))
                        .toList());
        data.put(
                "exception",
                review.exception().map(claim -> exception(claim, regime)).orElse(null));
        data.put("adviser", null);
        data.put(
                "conclusion",
                underRegime(regime, "opinion.conclusion." + draft.conclusion().name()) + draft.reasoning());
        data.put(
                "requiredChanges",
                all.stream()
                        .filter(finding -> finding.disposition() == Disposition.CHANGE_REQUIRED)
                        .map(finding ->
                                Map.of("text", "%s：%s".formatted(place(finding, version), finding.requiredChange())))
                        .toList());
        data.put("workAdvice", draft.workAdvice().isBlank() ? List.of() : List.of(Map.of("text", draft.workAdvice())));
        data.put("closing", text("opinion.closing." + draft.conclusion().name()));
        if (review.route() == ReviewRoute.OWN) {
            return templates.render(OWN_REVIEW_FORM, ownReview(review, measure, data, all, regime));
        }
        return templates.render(regime.template(), data);
    }

    /** The form (公平竞争审查表) asks for the unit's particulars and its signers besides. */
    private Map<String, @Nullable Object> ownReview(
            ReviewCase review,
            Measure measure,
            Map<String, @Nullable Object> data,
            List<Finding> findings,
            Regime regime) {
        data.remove("documentNumber");
        data.remove("office");
        data.remove("addressee");
        data.remove("adviser");
        data.put(
                "items",
                regime.groups().stream()
                        .flatMap(group -> group.items().stream())
                        .map(item -> Map.of(
                                "article", item.article(),
                                "label", item.label(),
                                "answer", answer(item, findings)))
                        .toList());
        data.put(
                "exceptionSummary",
                text(review.exception().isPresent() ? "ownReview.excepted" : "ownReview.notExcepted"));
        data.put("measureKind", text("measure.kind." + measure.facts().kind()));
        data.put("issuance", text("measure.issuance." + measure.facts().issuance()));
        data.put("legalBasis", measure.facts().legalBasis());
        data.put(
                "coDrafters",
                measure.facts().coDrafters().isBlank()
                        ? text("ownReview.none")
                        : measure.facts().coDrafters());
        data.put(
                "contact",
                (measure.facts().contactName() + " " + measure.facts().contactPhone()).strip());
        data.put("reviewer", review.reviewerId().map(directory::nameOf).orElseThrow());
        data.put(
                "signatures",
                review.signatures().stream()
                        .filter(Signature::stands)
                        .map(signature -> Map.of(
                                "label", signature.label(),
                                "name", directory.nameOf(signature.userId()),
                                "date", day(signature.signedAt()),
                                "remark", signature.remark().isBlank() ? text("ownReview.agreed") : signature.remark()))
                        .toList());
        return data;
    }

    /** Whether the measure touches an item of the standards: the form answers for each of them. */
    private String answer(StandardItem item, List<Finding> findings) {
        long touched = findings.stream()
                .filter(finding -> finding.item().equals(item.code()))
                .count();
        return touched == 0 ? text("ownReview.untouched") : text("ownReview.touched", String.valueOf(touched));
    }

    private Map<String, Object> exception(ExceptionClaim claim, Regime regime) {
        return Map.of(
                "effect", claim.effect(),
                "ground", underRegime(regime, "opinion.exceptionCase." + claim.exceptionCase(), claim.ground()),
                "leastHarm", claim.leastHarm(),
                "period",
                        claim.endsOn() == null
                                ? text("opinion.exceptionCondition", claim.endCondition())
                                : claim.endCondition().isBlank()
                                        ? text("opinion.exceptionEndsOn", DAY.format(claim.endsOn()))
                                        : text(
                                                "opinion.exceptionEndsOnOr",
                                                DAY.format(claim.endsOn()),
                                                claim.endCondition()),
                "periodReason", claim.periodReason(),
                "other", claim.other());
    }

    private String receivedOn(ReviewCase review) {
        return review.receivedOn().map(DAY::format).orElseGet(() -> day(review.submittedAt()));
    }

    private Map<String, Object> finding(Finding finding, String place, Regime regime) {
        StandardItem item = regime.item(finding.item()).orElseThrow();
        String citation = item.article()
                + (finding.subItem() == null || finding.subItem().isBlank()
                        ? ""
                        : "、"
                                + item.subItem(finding.subItem())
                                        .map(subItem -> subItem.citation())
                                        .orElseThrow());
        return Map.of(
                "address", place,
                "quotation", finding.quotation(),
                "standard", item.label(),
                "citation", citation,
                "reason", finding.reason(),
                "disposition", disposition(finding, regime));
    }

    /** The address with the file in front of it, where the version has more than one text, e.g. 附件2 第三条. */
    private String place(Finding finding, MeasureVersion version) {
        List<ManifestEntry> files = version.reviewedFiles();
        return files.stream()
                .filter(file -> files.size() > 1 && file.sha256().equals(finding.fileSha256()))
                .findFirst()
                .map(file -> text("opinion.place." + file.role(), file.place(), finding.address()))
                .orElse(finding.address());
    }

    private String disposition(Finding finding, Regime regime) {
        return switch (finding.disposition()) {
            case CHANGE_REQUIRED -> text("opinion.disposition.CHANGE_REQUIRED", finding.requiredChange());
            case JUSTIFIED ->
                text(
                        "opinion.disposition.JUSTIFIED",
                        underRegime(regime, "review.justification." + finding.justification()),
                        finding.dispositionNote());
            case AMENDED -> text("opinion.disposition.AMENDED");
            case EXCEPTED -> text("opinion.disposition.EXCEPTED");
            case OPEN, RESOLVED ->
                throw new IllegalStateException("Finding %d does not belong into the document".formatted(finding.id()));
        };
    }

    private String day(Instant instant) {
        return DAY.format(ZonedDateTime.ofInstant(instant, clock.getZone()));
    }

    /** The words of the regime where it has its own: no document names a law that came later. */
    private String underRegime(Regime regime, String key, Object... arguments) {
        String own = messages.getMessage(key + "." + regime.id(), arguments, null, Locale.SIMPLIFIED_CHINESE);
        return own == null ? text(key, arguments) : own;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}

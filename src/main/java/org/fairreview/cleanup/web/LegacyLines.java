package org.fairreview.cleanup.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.LegacyCase;
import org.fairreview.cleanup.LegacyReturn;
import org.fairreview.cleanup.LegacyStage;
import org.fairreview.cleanup.MeasureInForce;
import org.fairreview.cleanup.MeasuresInForce;
import org.fairreview.cleanup.Occasion;
import org.fairreview.cleanup.web.LegacyForm.ReturnPart;
import org.fairreview.document.FileStore;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measure;
import org.fairreview.measure.Measures;
import org.fairreview.review.ExceptionClaim;
import org.fairreview.standard.Regime;
import org.fairreview.standard.Standards;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts into lines what is known of a case of a clean-up: the measure, and what each of those concerned said. */
@Component
@Transactional(readOnly = true)
class LegacyLines {

    private final Campaigns campaigns;
    private final MeasuresInForce register;
    private final Measures measures;
    private final FileStore files;
    private final Standards standards;
    private final Directory directory;
    private final Units units;
    private final CleanupTexts texts;

    LegacyLines(
            Campaigns campaigns,
            MeasuresInForce register,
            Measures measures,
            FileStore files,
            Standards standards,
            Directory directory,
            Units units,
            CleanupTexts texts) {
        this.campaigns = campaigns;
        this.register = register;
        this.measures = measures;
        this.files = files;
        this.standards = standards;
        this.directory = directory;
        this.units = units;
        this.texts = texts;
    }

    static String address(LegacyCase legacy) {
        return "/cleanup/cases/" + legacy.number();
    }

    private static String fileAddress(LegacyCase legacy, String fileId) {
        return address(legacy) + "/files/" + fileId;
    }

    String title(LegacyCase legacy) {
        return register.find(legacy.measureId()).orElseThrow().title();
    }

    /** The body that issued the measure: a unit known here, or as the ledger names it. */
    String issuingBody(LegacyCase legacy) {
        return legacy.issuerUnitId()
                .map(units::name)
                .orElseGet(() -> measures.get(legacy.measureId()).facts().issuingBody());
    }

    List<FormLine> facts(LegacyCase legacy) {
        MeasureInForce entry = register.find(legacy.measureId()).orElseThrow();
        Measure measure = measures.get(legacy.measureId());
        Campaign campaign = campaigns.get(legacy.campaignNumber());
        FormLines lines = new FormLines(texts)
                .say("documentNumber", entry.documentNumber())
                .say("kind", texts.of("measure.kind", measure.facts().kind()))
                .say("issuer", issuingBody(legacy))
                .say("unit", units.name(legacy.unitId()))
                .say("issuedOn", entry.issuedOn().map(texts::day))
                .say("validUntil", entry.validUntil().map(texts::day))
                .link("campaign", campaign.title(), "/cleanup/" + campaign.number());
        if (legacy.occasion() != Occasion.CAMPAIGN) {
            lines.say("occasion", texts.of("legacy.occasion", legacy.occasion()));
        }
        lines.say("standards", standards.regime(legacy.regime()).map(Regime::name))
                .say("dueOn", texts.day(legacy.dueOn()));
        legacy.versionId().map(measures::version).ifPresent(version -> {
            for (ManifestEntry file : version.manifest()) {
                lines.link("file", file.fileName(), fileAddress(legacy, file.fileId()));
            }
        });
        if (!entry.link().isBlank()) {
            lines.link("link", entry.link(), entry.link());
        }
        return lines.all();
    }

    /**
     * Why and by whom it was given back, the latest first.
     *
     * @param toUnit whether the unit reads it, which is not told that the case is of the sample
     */
    List<ReturnPart> returns(LegacyCase legacy, boolean toUnit) {
        List<ReturnPart> latestFirst = new ArrayList<>();
        legacy.returns().forEach(each -> latestFirst.add(0, returned(each, toUnit)));
        return latestFirst;
    }

    private ReturnPart returned(LegacyReturn each, boolean toUnit) {
        LegacyStage from = toUnit && each.stage() == LegacyStage.RECHECKING ? LegacyStage.REVIEWING : each.stage();
        return new ReturnPart(
                texts.of("legacy.stage", from),
                directory.nameOf(each.returnedBy()) + " " + texts.minute(each.returnedAt()),
                each.reason());
    }

    /** What the unit proposes, and who says so. */
    List<FormLine> check(LegacyCase legacy) {
        return new FormLines(texts)
                .say("proposal", legacy.proposal().map(proposal -> texts.of("cleanup.outcome", proposal)))
                .say("proposalReason", legacy.proposalReason())
                .say("checkedBy", person(legacy.checkedBy(), legacy.checkedAt().map(texts::minute)))
                .say("signedBy", person(legacy.signedBy(), legacy.signedAt().map(texts::minute)))
                .all();
    }

    List<FormLine> exception(LegacyCase legacy) {
        return legacy.exception().map(this::exception).orElse(List.of());
    }

    private List<FormLine> exception(ExceptionClaim claim) {
        return new FormLines(texts)
                .say(
                        "exceptionCase",
                        Optional.ofNullable(claim.exceptionCase())
                                .map(known -> texts.of("review.exceptionCase", known)))
                .say("effect", claim.effect())
                .say("ground", claim.ground())
                .say("leastHarm", claim.leastHarm())
                .say("endsOn", Optional.ofNullable(claim.endsOn()).map(texts::day))
                .say("endCondition", claim.endCondition())
                .say("periodReason", claim.periodReason())
                .say("other", claim.other())
                .all();
    }

    /** What the regulator said when it agreed. */
    List<FormLine> review(LegacyCase legacy) {
        return new FormLines(texts)
                .say(
                        "reviewedBy",
                        person(legacy.reviewedBy(), legacy.reviewedAt().map(texts::minute)))
                .say("reviewRemark", legacy.reviewRemark())
                .all();
    }

    /** What the issuing body decided. */
    List<FormLine> decision(LegacyCase legacy) {
        FormLines lines = new FormLines(texts)
                .say("outcome", legacy.outcome().map(outcome -> texts.of("cleanup.outcome", outcome)))
                .say("outcomeReason", legacy.outcomeReason())
                .say("decisionNumber", legacy.decisionNumber())
                .say("decidedOn", legacy.decidedOn().map(texts::day))
                .say("decidedBy", person(legacy.decidedBy(), legacy.decidedAt().map(texts::minute)));
        legacy.decisionFileId()
                .flatMap(files::find)
                .ifPresent(file -> lines.link("decisionFile", file.name(), fileAddress(legacy, file.id())));
        return lines.all();
    }

    /** How the decision was carried out. */
    List<FormLine> carriedOut(LegacyCase legacy) {
        FormLines lines = new FormLines(texts);
        legacy.revisionCase().ifPresent(review -> lines.link("revisionCase", review, "/cases/" + review));
        lines.say("announcementNumber", legacy.announcementNumber())
                .say("announcedOn", legacy.announcedOn().map(texts::day));
        if (!legacy.announcementLink().isBlank()) {
            lines.link("announcementLink", legacy.announcementLink(), legacy.announcementLink());
        }
        legacy.announcementFileId()
                .flatMap(files::find)
                .ifPresent(file -> lines.link("announcementFile", file.name(), fileAddress(legacy, file.id())));
        return lines.say(
                        "carriedOutBy",
                        person(legacy.carriedOutBy(), legacy.carriedOutAt().map(texts::minute)))
                .all();
    }

    private Optional<String> person(Optional<String> userId, Optional<String> at) {
        return userId.map(
                id -> directory.nameOf(id) + at.map(moment -> " " + moment).orElse(""));
    }
}

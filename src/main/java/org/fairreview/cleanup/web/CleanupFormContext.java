package org.fairreview.cleanup.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.LegacyCase;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.LegacyFinding;
import org.fairreview.cleanup.LegacyFinding.Finder;
import org.fairreview.cleanup.Outcome;
import org.fairreview.cleanup.web.LegacyForm.Choice;
import org.fairreview.cleanup.web.LegacyForm.DeciderPart;
import org.fairreview.cleanup.web.LegacyForm.WrittenPart;
import org.fairreview.cleanup.web.LegacyHits.HitPart;
import org.fairreview.document.Texts;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Role;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measures;
import org.fairreview.review.ExceptionCase;
import org.fairreview.review.Justification;
import org.fairreview.review.LegalBasis;
import org.fairreview.standard.Regime;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.FormContext;
import org.fairreview.workflow.OpenTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of a clean-up show: about one measure, or about the clean-up whose results are published. */
@Component
class CleanupFormContext implements FormContext {

    private static final String CHECK = "Task_CheckLegacyMeasure";
    private static final String SIGN = "Task_SignLegacyCheck";
    private static final String REVIEW = "Task_ReviewProposal";
    private static final String RECHECK = "Task_RecheckLegacyMeasure";
    private static final String DECIDE = "Task_DecideOutcome";
    private static final String REVISE = "Task_StartRevision";
    private static final String ANNOUNCE = "Task_RegisterAnnouncement";
    private static final String CONFIRM = "Task_ConfirmCleanup";
    private static final String PUBLISH = "Task_PublishCatalogue";

    private static final Set<String> OF_A_MEASURE =
            Set.of(CHECK, SIGN, REVIEW, RECHECK, DECIDE, REVISE, ANNOUNCE, CONFIRM);

    /** Tasks of the responsible unit, which is not told whether its measure is of the sample. */
    private static final Set<String> OF_THE_UNIT = Set.of(CHECK, SIGN, REVISE, ANNOUNCE);

    /** Tasks in which findings are written. */
    private static final Set<String> WITH_TEXT = Set.of(CHECK, RECHECK);

    private static final Set<String> AFTER_DECISION = Set.of(REVISE, ANNOUNCE, CONFIRM);
    private static final Set<String> AFTER_REVIEW = Set.of(DECIDE, REVISE, ANNOUNCE, CONFIRM);

    private static final int MOST_REVIEWS = 50;

    private final LegacyCases cases;
    private final Campaigns campaigns;
    private final LegacyLines lines;
    private final LegacyFindingViews findingViews;
    private final LegacyHitViews hits;
    private final Measures measures;
    private final Texts documents;
    private final Standards standards;
    private final CleanupTexts texts;
    private final CurrentActor currentActor;

    CleanupFormContext(
            LegacyCases cases,
            Campaigns campaigns,
            LegacyLines lines,
            LegacyFindingViews findingViews,
            LegacyHitViews hits,
            Measures measures,
            Texts documents,
            Standards standards,
            CleanupTexts texts,
            CurrentActor currentActor) {
        this.cases = cases;
        this.campaigns = campaigns;
        this.lines = lines;
        this.findingViews = findingViews;
        this.hits = hits;
        this.measures = measures;
        this.documents = documents;
        this.standards = standards;
        this.texts = texts;
        this.currentActor = currentActor;
    }

    @Override
    public boolean serves(OpenTask task) {
        return OF_A_MEASURE.contains(task.key())
                ? cases.find(task.caseNumber(), currentActor.get()).isPresent()
                : task.key().equals(PUBLISH)
                        && campaigns.find(task.caseNumber(), currentActor.get()).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Object of(OpenTask task) {
        return task.key().equals(PUBLISH)
                ? PublicationForm.of(campaigns.get(task.caseNumber()), texts)
                : ofMeasure(task.key(), cases.get(task.caseNumber()));
    }

    private LegacyForm ofMeasure(String key, LegacyCase legacy) {
        Regime regime = standards.regime(legacy.regime()).orElseThrow();
        List<LegacyFinding> found = cases.findings(legacy.number());
        List<LegacyFinding> ofUnit = by(Finder.UNIT, found);
        List<LegacyFindingView> unitFindings = views(ofUnit, regime);
        List<LegacyFindingView> regulatorFindings = views(by(Finder.REGULATOR, found), regime);
        boolean checks = key.equals(CHECK);
        boolean writes = WITH_TEXT.contains(key);
        List<LegacyText> files = writes ? texts(legacy) : List.of();
        return new LegacyForm(
                legacy.number(),
                LegacyLines.address(legacy),
                lines.title(legacy),
                texts.today().toString(),
                lines.facts(legacy),
                lines.returns(legacy, OF_THE_UNIT.contains(key)),
                checks ? List.of() : lines.check(legacy),
                checks ? List.of() : lines.exception(legacy),
                key.equals(REVIEW) ? screened(legacy, regime) : List.of(),
                AFTER_REVIEW.contains(key) ? lines.review(legacy) : List.of(),
                AFTER_DECISION.contains(key) ? lines.decision(legacy) : List.of(),
                AFTER_DECISION.contains(key) ? lines.carriedOut(legacy) : List.of(),
                checks ? List.of() : unitFindings,
                key.equals(RECHECK) ? List.of() : regulatorFindings,
                new WrittenPart(
                        legacy.proposal().map(Outcome::name).orElse(null),
                        legacy.proposalReason(),
                        checks ? legacy.exception().orElse(null) : null),
                legacy.versionId().isPresent(),
                files,
                checks ? unitFindings : writes ? regulatorFindings : List.of(),
                writes ? screening(key, legacy, regime, ofUnit) : null,
                writes ? regime.groups() : List.of(),
                choices("review.legalBasis", LegalBasis.values()),
                choices("review.justification", Justification.values()),
                choices("review.exceptionCase", ExceptionCase.values()),
                choices("cleanup.outcome", Outcome.values()),
                decider(legacy),
                key.equals(REVISE) ? reviews(legacy) : List.of());
    }

    private static List<LegacyFinding> by(Finder finder, List<LegacyFinding> found) {
        return found.stream().filter(finding -> finding.finder() == finder).toList();
    }

    private List<LegacyFindingView> views(List<LegacyFinding> findings, Regime regime) {
        return findings.stream()
                .map(finding -> findingViews.of(finding, regime))
                .toList();
    }

    private @Nullable LegacyHits screening(String key, LegacyCase legacy, Regime regime, List<LegacyFinding> ofUnit) {
        return hits.of(legacy, regime, key.equals(RECHECK) ? ofUnit : List.of()).orElse(null);
    }

    private List<FormLine> screened(LegacyCase legacy, Regime regime) {
        FormLines said = new FormLines(texts);
        hits.of(legacy, regime, List.of())
                .ifPresentOrElse(
                        screening -> {
                            said.say("screening", screening.said());
                            screening.unscreened().forEach(each -> said.say("unscreened", each));
                            screening.hits().stream()
                                    .filter(HitPart::dismissed)
                                    .forEach(hit -> said.say(
                                            "dismissed",
                                            texts.of(
                                                    "legacy.form.dismissedHit",
                                                    hit.address(),
                                                    hit.itemLabel(),
                                                    hit.dismissal())));
                        },
                        () -> said.say("screening", texts.of("legacy.form.noText")));
        return said.all();
    }

    private List<LegacyText> texts(LegacyCase legacy) {
        return legacy.versionId()
                .map(measures::version)
                .map(version -> version.reviewedFiles().stream().map(this::text).toList())
                .orElse(List.of());
    }

    private LegacyText text(ManifestEntry file) {
        return new LegacyText(
                file.sha256(),
                file.fileName(),
                documents.passages(file.sha256()).stream()
                        .map(passage -> new LegacyText.PassagePart(
                                passage.address(), passage.start(), passage.end(), passage.text()))
                        .toList());
    }

    private List<Choice> choices(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), texts.of(prefix, value)))
                .toList();
    }

    private DeciderPart decider(LegacyCase legacy) {
        return new DeciderPart(lines.issuingBody(legacy), cases.decider(legacy).role() == Role.UNITHEAD);
    }

    private List<Choice> reviews(LegacyCase legacy) {
        return cases.revisions(legacy, currentActor.get(), MOST_REVIEWS).stream()
                .map(review -> new Choice(
                        review.number(),
                        texts.of(
                                "legacy.form.review",
                                review.number(),
                                measures.get(review.measureId()).facts().title(),
                                texts.of("review.stage", review.stage()),
                                texts.day(review.submittedAt()))))
                .toList();
    }
}

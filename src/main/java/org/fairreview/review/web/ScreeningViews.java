package org.fairreview.review.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.measure.MeasureVersion;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Finding;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.ReviewRoute;
import org.fairreview.review.Stage;
import org.fairreview.review.web.ScreeningView.Fate;
import org.fairreview.review.web.ScreeningView.HitView;
import org.fairreview.review.web.ScreeningView.PassageHits;
import org.fairreview.screening.FoundHit;
import org.fairreview.screening.HitChoice;
import org.fairreview.screening.HitDecision;
import org.fairreview.screening.HitDecisions;
import org.fairreview.screening.RulesInForce;
import org.fairreview.screening.ScreeningSentences;
import org.fairreview.screening.Screenings;
import org.fairreview.screening.VersionScreening;
import org.fairreview.standard.Regime;
import org.fairreview.standard.StandardItem;
import org.fairreview.standard.Standards;
import org.fairreview.standard.SubItem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the screening found in a case's version, for those inside the review; for everybody else there is nothing. */
@Component
@Transactional(readOnly = true)
class ScreeningViews {

    private final Screenings screenings;
    private final HitDecisions decisions;
    private final ScreeningSentences sentences;
    private final RulesInForce rules;
    private final CaseFile caseFile;
    private final CaseInsights insights;
    private final Measures measures;
    private final Standards standards;
    private final Directory directory;
    private final Units units;
    private final Labels labels;
    private final Moments moments;

    ScreeningViews(
            Screenings screenings,
            HitDecisions decisions,
            ScreeningSentences sentences,
            RulesInForce rules,
            CaseFile caseFile,
            CaseInsights insights,
            Measures measures,
            Standards standards,
            Directory directory,
            Units units,
            Labels labels,
            Moments moments) {
        this.screenings = screenings;
        this.decisions = decisions;
        this.sentences = sentences;
        this.rules = rules;
        this.caseFile = caseFile;
        this.insights = insights;
        this.measures = measures;
        this.standards = standards;
        this.directory = directory;
        this.units = units;
        this.labels = labels;
        this.moments = moments;
    }

    /** What the reader of the case may know of its screening; empty for those outside the review. */
    Optional<ScreeningView> of(ReviewCase review, Actor actor) {
        return insights.of(review, actor).isInside()
                ? screenings.of(review.versionId()).map(screening -> view(review, screening, mayAsk(review, actor)))
                : Optional.empty();
    }

    /** Whether the person may ask for a new screening: a reviewer of the office that reviews. */
    boolean mayAsk(ReviewCase review, Actor actor) {
        boolean own = review.route() == ReviewRoute.OWN;
        String office = units.inCharge(own ? review.draftingUnitId() : review.regulatorUnitId());
        return review.caseEnd().isEmpty() && actor.holds(own ? Role.DRAFTER : Role.REVIEWER, office);
    }

    private ScreeningView view(ReviewCase review, VersionScreening screening, boolean mayAsk) {
        Numbered numbered = new Numbered(review);
        List<PassageHits> passages = numbered.passages(screening);
        int open = (int) passages.stream().filter(PassageHits::isOpen).count();
        boolean newRules = screening.ruleVersion() != null
                && !rules.current().ruleVersion().equals(screening.ruleVersion());
        return new ScreeningView(
                screening.state(),
                sentences.said(
                        screening,
                        (at, by) -> labels.text(
                                "screening.done",
                                at,
                                by,
                                passages.size(),
                                screening.hits().size(),
                                open)),
                sentences.done(screening).orElse(null),
                sentences.unscreened(screening),
                screening.hasResults(),
                open,
                mayAsk && screening.state().isOver(),
                newRules,
                passages);
    }

    /** Gives the hits of a case their numbers, names and fates. */
    private final class Numbered {

        private final ReviewCase review;
        private final Optional<Regime> regime;
        private final Map<String, HitDecision> decided;
        private final Map<String, Integer> findings;
        private final Map<String, Integer> versions;
        private final Map<String, String> fileNames;
        private int number;

        Numbered(ReviewCase review) {
            this.review = review;
            this.regime = standards.regime(review.stage() == Stage.IN_REVIEW ? standards.regime() : review.regime());
            this.decided = decisions.of(review.measureId());
            List<Finding> all = caseFile.findings(review.number());
            this.findings = new HashMap<>();
            for (int place = 0; place < all.size(); place++) {
                Finding finding = all.get(place);
                int shown = place + 1;
                finding.hitKey().ifPresent(key -> findings.putIfAbsent(key, shown));
                decided.values().stream()
                        .filter(decision -> decision.choice() == HitChoice.ACCEPTED)
                        .filter(decision -> decision.findingId().equals(Optional.ofNullable(finding.id())))
                        .forEach(decision -> findings.putIfAbsent(decision.key(), shown));
            }
            List<MeasureVersion> submitted = measures.versionsOf(review.measureId());
            this.versions = submitted.stream().collect(Collectors.toMap(MeasureVersion::id, MeasureVersion::number));
            this.fileNames = submitted.stream()
                    .flatMap(version -> version.reviewedFiles().stream())
                    .collect(Collectors.toMap(
                            entry -> entry.sha256(), entry -> entry.fileName(), (first, later) -> later));
        }

        List<PassageHits> passages(VersionScreening screening) {
            return screening.byPassage().stream().map(this::passage).toList();
        }

        private PassageHits passage(List<FoundHit> bestFirst) {
            List<HitView> views = bestFirst.stream().map(this::view).toList();
            FoundHit best = bestFirst.get(0);
            return new PassageHits(
                    best.fileSha256(),
                    fileNames.getOrDefault(best.fileSha256(), ""),
                    best.address(),
                    views.get(0),
                    views.subList(1, views.size()));
        }

        private HitView view(FoundHit hit) {
            Integer finding = findings.get(hit.key());
            Optional<HitDecision> dismissal = Optional.ofNullable(decided.get(hit.key()))
                    .filter(decision -> decision.choice() == HitChoice.DISMISSED)
                    .filter(decision -> finding == null);
            Fate fate = finding != null ? Fate.ACCEPTED : dismissal.isPresent() ? Fate.DISMISSED : Fate.OPEN;
            Optional<StandardItem> item = itemOf(hit);
            Optional<SubItem> subItem =
                    item.flatMap(known -> Optional.ofNullable(hit.subItem()).flatMap(known::subItem));
            return new HitView(
                    ++number,
                    hit,
                    item.map(StandardItem::code).orElse(""),
                    item.map(known -> known.article() + " " + known.label()).orElse(hit.item()),
                    subItem.map(SubItem::code).orElse(null),
                    subItem.map(known -> known.citation() + " " + known.label()).orElse(null),
                    fate,
                    finding != null
                            ? labels.text("screening.fate.ACCEPTED", finding)
                            : labels.of("screening.fate", fate),
                    finding,
                    dismissal.map(this::said).orElse(null),
                    dismissal.map(HitDecision::reason).orElse(""));
        }

        private String said(HitDecision dismissal) {
            String who = directory.nameOf(dismissal.decidedBy());
            String at = moments.day(dismissal.decidedAt());
            Integer version = versions.get(dismissal.versionId());
            return dismissal.versionId().equals(review.versionId()) || version == null
                    ? labels.text("screening.dismissed", who, at)
                    : labels.text("screening.dismissed.earlier", who, at, version);
        }

        /** The item in the regime by which the case was reviewed, or is just being reviewed; the rules speak of today's. */
        private Optional<StandardItem> itemOf(FoundHit hit) {
            return regime.flatMap(earlier -> standards.predecessor(earlier, hit.item()));
        }
    }
}

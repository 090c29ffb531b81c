package org.fairreview.cleanup.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.cleanup.LegacyCase;
import org.fairreview.cleanup.LegacyFinding;
import org.fairreview.cleanup.web.LegacyHits.HitPart;
import org.fairreview.identity.Directory;
import org.fairreview.screening.FoundHit;
import org.fairreview.screening.HitChoice;
import org.fairreview.screening.HitDecision;
import org.fairreview.screening.HitDecisions;
import org.fairreview.screening.ScreeningSentences;
import org.fairreview.screening.Screenings;
import org.fairreview.screening.VersionScreening;
import org.fairreview.standard.Regime;
import org.fairreview.standard.StandardItem;
import org.fairreview.standard.Standards;
import org.fairreview.standard.SubItem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the screening found in the text of a measure in a clean-up, by the standards of the clean-up. */
@Component
@Transactional(readOnly = true)
class LegacyHitViews {

    private final Screenings screenings;
    private final HitDecisions decisions;
    private final ScreeningSentences sentences;
    private final Standards standards;
    private final Directory directory;
    private final CleanupTexts texts;

    LegacyHitViews(
            Screenings screenings,
            HitDecisions decisions,
            ScreeningSentences sentences,
            Standards standards,
            Directory directory,
            CleanupTexts texts) {
        this.screenings = screenings;
        this.decisions = decisions;
        this.sentences = sentences;
        this.standards = standards;
        this.directory = directory;
        this.texts = texts;
    }

    /** The screening of the measure's text, where there is one. */
    Optional<VersionScreening> screening(LegacyCase legacy) {
        return legacy.versionId().flatMap(screenings::of);
    }

    /**
     * The screening as a form shows it.
     *
     * @param toRegulator findings of the unit, for a reader who is to know which hits they were made of
     */
    Optional<LegacyHits> of(LegacyCase legacy, Regime regime, List<LegacyFinding> toRegulator) {
        return screening(legacy)
                .map(screening -> new LegacyHits(
                        screening.state().isOver(),
                        said(screening),
                        sentences.done(screening).orElse(null),
                        sentences.unscreened(screening),
                        new Numbered(legacy, regime, toRegulator).all(screening)));
    }

    /** Where the screening stands, as one sentence. */
    String said(VersionScreening screening) {
        return sentences.said(
                screening,
                (at, by) -> texts.of(
                        "legacy.form.screened", at, by, screening.hits().size()));
    }

    /** Gives the hits of a text their numbers, names and fates. */
    private final class Numbered {

        private final Regime regime;
        private final Map<String, HitDecision> decided;
        private final Map<String, Integer> ofUnit = new HashMap<>();
        private int number;

        Numbered(LegacyCase legacy, Regime regime, List<LegacyFinding> toRegulator) {
            this.regime = regime;
            this.decided = decisions.of(legacy.measureId());
            for (int place = 0; place < toRegulator.size(); place++) {
                int shown = place + 1;
                toRegulator.get(place).hitKey().ifPresent(key -> ofUnit.putIfAbsent(key, shown));
            }
        }

        List<HitPart> all(VersionScreening screening) {
            List<HitPart> all = new ArrayList<>();
            screening.byPassage().forEach(bestFirst -> {
                all.add(part(bestFirst.get(0), bestFirst.size() - 1));
                bestFirst.stream().skip(1).forEach(other -> all.add(part(other, -1)));
            });
            return all;
        }

        private HitPart part(FoundHit hit, int others) {
            Optional<HitDecision> dismissal = Optional.ofNullable(decided.get(hit.key()))
                    .filter(decision -> decision.choice() == HitChoice.DISMISSED);
            Optional<StandardItem> item = standards.predecessor(regime, hit.item());
            Optional<SubItem> subItem =
                    item.flatMap(known -> Optional.ofNullable(hit.subItem()).flatMap(known::subItem));
            Integer finding = ofUnit.get(hit.key());
            return new HitPart(
                    hit.key(),
                    ++number,
                    others,
                    hit.fileSha256(),
                    hit.address(),
                    hit.start(),
                    hit.end(),
                    item.map(StandardItem::code).orElse(""),
                    item.map(known -> known.article() + " " + known.label()).orElse(hit.item()),
                    subItem.map(SubItem::code).orElse(null),
                    subItem.map(known -> known.citation() + " " + known.label()).orElse(null),
                    hit.rule(),
                    hit.reason(),
                    hit.question(),
                    hit.words(),
                    dismissal.isPresent(),
                    dismissal.map(HitDecision::reason).orElse(""),
                    dismissal
                            .map(decision -> texts.of(
                                    "screening.dismissed",
                                    directory.nameOf(decision.decidedBy()),
                                    texts.day(decision.decidedAt())))
                            .orElse(null),
                    finding == null ? null : texts.of("legacy.form.hitOfUnit", finding));
        }
    }
}

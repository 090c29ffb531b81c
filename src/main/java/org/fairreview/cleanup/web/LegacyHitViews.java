package org.fairreview.cleanup.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fairreview.cleanup.LegacyCase;
import org.fairreview.cleanup.LegacyFinding;
import org.fairreview.cleanup.web.LegacyHits.HitPart;
import org.fairreview.identity.Directory;
import org.fairreview.screening.FoundHit;
import org.fairreview.screening.HitChoice;
import org.fairreview.screening.HitDecision;
import org.fairreview.screening.HitDecisions;
import org.fairreview.screening.RunState;
import org.fairreview.screening.ScreenedFile;
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
    private final Standards standards;
    private final Directory directory;
    private final CleanupTexts texts;

    LegacyHitViews(
            Screenings screenings,
            HitDecisions decisions,
            Standards standards,
            Directory directory,
            CleanupTexts texts) {
        this.screenings = screenings;
        this.decisions = decisions;
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
                        screening.state() == RunState.DONE && !screening.hits().isEmpty()
                                ? texts.of("screening.done.by", at(screening), by(screening))
                                : null,
                        unscreened(screening),
                        new Numbered(legacy, regime, toRegulator).all(screening)));
    }

    /** Where the screening stands, as one sentence. */
    String said(VersionScreening screening) {
        return switch (screening.state()) {
            case PENDING -> texts.of("screening.pending");
            case RUNNING -> texts.of("screening.running", screening.passagesDone(), screening.passages());
            case FAILED ->
                texts.of(
                        "screening.failed",
                        Objects.requireNonNullElse(texts.ofAny("screening.problem", screening.problem()), ""));
            case DONE ->
                screening.hits().isEmpty()
                        ? texts.of("screening.done.none", at(screening), by(screening))
                        : texts.of(
                                "legacy.form.screened",
                                at(screening),
                                by(screening),
                                screening.hits().size());
        };
    }

    private String at(VersionScreening screening) {
        return Optional.ofNullable(screening.screenedAt()).map(texts::minute).orElse("");
    }

    private static String by(VersionScreening screening) {
        return String.valueOf(screening.ruleVersion());
    }

    private List<String> unscreened(VersionScreening screening) {
        List<String> said = new ArrayList<>();
        for (ScreenedFile file : screening.files()) {
            if (file.problem() != null) {
                said.add(texts.of(
                        "screening.file.problem", file.fileName(), texts.of("screening.problem", file.problem())));
            }
            if (!file.notice().isEmpty()) {
                said.add(texts.of("screening.file.notice", file.fileName(), file.notice()));
            }
        }
        return said;
    }

    /** Gives the hits of a text their numbers, names and fates. */
    private final class Numbered {

        private record Place(String fileSha256, int ordinal) {}

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
            Map<Place, List<FoundHit>> byPassage = new LinkedHashMap<>();
            screening.hits().forEach(hit -> byPassage
                    .computeIfAbsent(new Place(hit.fileSha256(), hit.ordinal()), any -> new ArrayList<>())
                    .add(hit));
            List<HitPart> all = new ArrayList<>();
            byPassage.values().forEach(bestFirst -> {
                all.add(part(bestFirst.get(0), bestFirst.size() - 1));
                bestFirst.stream().skip(1).forEach(other -> all.add(part(other, -1)));
            });
            return all;
        }

        private HitPart part(FoundHit hit, int others) {
            Optional<HitDecision> dismissal = Optional.ofNullable(decided.get(hit.key()))
                    .filter(decision -> decision.choice() == HitChoice.DISMISSED);
            Optional<StandardItem> item = itemOf(hit);
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

        /** The item in the standards of the clean-up; the rules speak of today's. */
        private Optional<StandardItem> itemOf(FoundHit hit) {
            String today = standards.regime();
            return regime.items().stream()
                    .filter(item -> standards.successors(regime.id(), item.code(), today).stream()
                            .anyMatch(later -> later.code().equals(hit.item())))
                    .findFirst();
        }
    }
}

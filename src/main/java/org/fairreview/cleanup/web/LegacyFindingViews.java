package org.fairreview.cleanup.web;

import java.util.Optional;
import org.fairreview.cleanup.LegacyFinding;
import org.fairreview.standard.Regime;
import org.fairreview.standard.StandardItem;
import org.fairreview.standard.SubItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts findings into words, by the standards of their clean-up. */
@Component
class LegacyFindingViews {

    private final CleanupTexts texts;

    LegacyFindingViews(CleanupTexts texts) {
        this.texts = texts;
    }

    LegacyFindingView of(LegacyFinding finding, Regime regime) {
        Optional<StandardItem> item = regime.item(finding.item());
        Optional<SubItem> subItem =
                item.flatMap(known -> Optional.ofNullable(finding.subItem()).flatMap(known::subItem));
        return new LegacyFindingView(
                finding.id(),
                finding.fileSha256(),
                finding.address(),
                finding.startOffset(),
                finding.endOffset(),
                finding.quotation(),
                finding.item(),
                finding.subItem(),
                finding.reason(),
                finding.requiredChange(),
                name(finding.legalBasis()),
                finding.legalBasisSource(),
                finding.specificOperator(),
                finding.hitKey().orElse(null),
                finding.disposition().name(),
                name(finding.justification()),
                finding.dispositionNote(),
                item.map(known -> known.article() + " " + known.label()).orElse(finding.item()),
                subItem.map(known -> known.citation() + " " + known.label()).orElse(null),
                texts.ofAny("review.legalBasis", finding.legalBasis()),
                texts.of("legacy.disposition", finding.disposition()),
                texts.ofAny("review.justification", finding.justification()));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}

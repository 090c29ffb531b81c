package org.fairreview.review;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.document.Templates;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.measure.Measure;
import org.fairreview.measure.MeasureVersion;
import org.fairreview.measure.Measures;
import org.fairreview.standard.Regime;
import org.fairreview.standard.Standards;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

/** From which template the conclusion of a case is made. */
class ConclusionDocumentsTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);

    private final Findings findings = mock(Findings.class);
    private final Measures measures = mock(Measures.class);
    private final Standards standards = mock(Standards.class);
    private final Units units = mock(Units.class);
    private final Templates templates = mock(Templates.class);

    @Test
    void each_conclusion_is_made_from_the_template_of_the_regime_of_its_case() {
        regimes(regime("2024", "opinion-of-before"), regime("2025", "opinion-of-today"));
        when(templates.has(anyString())).thenReturn(true);
        ConclusionDocuments documents = documents();

        documents.render(concludedUnder("2024"));
        verify(templates).render(eq("opinion-of-before"), any());
        documents.render(concludedUnder("2025"));
        verify(templates).render(eq("opinion-of-today"), any());
    }

    @Test
    void a_template_that_a_regime_names_and_nobody_has_is_said_at_the_start() {
        regimes(regime("2024", "opinion-of-before"), regime("2025", "opinion-of-today"));
        when(templates.has("opinion-of-today")).thenReturn(true);

        assertThatThrownBy(this::documents)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2024")
                .hasMessageContaining("opinion-of-before");
    }

    private ConclusionDocuments documents() {
        MessageSource messages = mock(MessageSource.class);
        when(messages.getMessage(anyString(), any(), any())).thenReturn("text");
        return new ConclusionDocuments(
                findings, measures, standards, units, mock(Directory.class), templates, messages, CLOCK);
    }

    private ReviewCase concludedUnder(String regime) {
        Measure measure = mock(Measure.class, RETURNS_DEEP_STUBS);
        MeasureVersion version = mock(MeasureVersion.class);
        when(version.digest()).thenReturn("ab".repeat(32));
        when(measures.get(any())).thenReturn(measure);
        when(measures.version(any())).thenReturn(version);
        when(findings.findByCaseNumberAndRoundOrderById(any(), anyInt())).thenReturn(List.of());
        ReviewCase review = mock(ReviewCase.class, RETURNS_DEEP_STUBS);
        when(review.route()).thenReturn(ReviewRoute.JOINT);
        when(review.regime()).thenReturn(regime);
        when(review.draft())
                .thenReturn(Optional.of(new ConclusionDraft(Conclusion.CONFORMS, "已征求", "已初审", "未发现问题", "")));
        when(review.exception()).thenReturn(Optional.empty());
        when(review.documentNumber()).thenReturn(Optional.of("1号"));
        when(review.receivedOn()).thenReturn(Optional.of(LocalDate.EPOCH));
        when(review.signedOffAt()).thenReturn(Optional.of(CLOCK.instant()));
        return review;
    }

    private void regimes(Regime... all) {
        when(standards.all()).thenReturn(List.of(all));
        for (Regime regime : all) {
            when(standards.regime(regime.id())).thenReturn(Optional.of(regime));
        }
    }

    private static Regime regime(String id, String template) {
        return new Regime(id, id, LocalDate.EPOCH, null, template, List.of(), Map.of(), List.of());
    }
}

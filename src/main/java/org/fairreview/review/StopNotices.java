package org.fairreview.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.fairreview.document.RenderedDocument;
import org.fairreview.document.Templates;
import org.fairreview.identity.Units;
import org.fairreview.measure.Measures;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The notice that an exception has ended and the measure is no longer carried out (停止执行告知书, Measures 25). */
@Component
class StopNotices {

    private static final String TEMPLATE = "exception-stop-notice";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Measures measures;
    private final Units units;
    private final Templates templates;
    private final MessageSource messages;
    private final Clock clock;

    StopNotices(Measures measures, Units units, Templates templates, MessageSource messages, Clock clock) {
        this.measures = measures;
        this.units = units;
        this.templates = templates;
        this.messages = messages;
        this.clock = clock;
    }

    String fileName(String caseNumber) {
        return text("stopNotice.fileName", caseNumber);
    }

    RenderedDocument render(ReviewCase review, ExceptionTerm term) {
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("office", units.name(review.regulatorUnitId()));
        data.put("addressee", units.name(review.draftingUnitId()));
        data.put("measureTitle", measures.get(review.measureId()).facts().title());
        data.put("issuedNumber", review.issue().orElseThrow().number());
        data.put("documentNumber", review.documentNumber().orElse(review.number()));
        data.put(
                "end",
                term.endsOn()
                        .map(day -> text("stopNotice.endsOn", DAY.format(day)))
                        .orElseGet(() -> text("stopNotice.endCondition", term.endCondition())));
        data.put("issuedOn", DAY.format(LocalDate.now(clock)));
        return templates.render(TEMPLATE, data);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}

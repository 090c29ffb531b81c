package org.fairreview.evaluation.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairreview.evaluation.FindingUse;
import org.fairreview.identity.Objection;
import org.fairreview.identity.ObjectionTexts;
import org.fairreview.standard.Standards;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese texts of the pages and forms of evaluations. */
@Component
class EvaluationTexts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final MessageSource messages;
    private final ObjectionTexts sentences;
    private final Standards standards;
    private final Clock clock;

    EvaluationTexts(MessageSource messages, ObjectionTexts sentences, Standards standards, Clock clock) {
        this.messages = messages;
        this.sentences = sentences;
        this.standards = standards;
        this.clock = clock;
    }

    String of(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }

    /** The objections by the field they are about; that they are told goes on record. */
    Map<String, String> of(List<Objection> objections) {
        return sentences.byField(objections);
    }

    String use(FindingUse use) {
        return of("evaluation.use." + use.name());
    }

    String standard(String regime, String item) {
        return standards
                .regime(regime)
                .flatMap(known -> known.item(item))
                .map(known -> known.article() + " " + known.label())
                .orElse(item);
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    String minute(Instant moment) {
        return MINUTE.format(moment.atZone(clock.getZone()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}

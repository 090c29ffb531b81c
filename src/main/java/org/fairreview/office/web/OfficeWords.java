package org.fairreview.office.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fairreview.identity.Objection;
import org.fairreview.identity.ObjectionTexts;
import org.fairreview.identity.Units;
import org.fairreview.office.OfficeValue;
import org.fairreview.office.OfficeValues;
import org.fairreview.office.ValueKind.Choice;
import org.fairreview.office.ValueKind.Line;
import org.fairreview.office.ValueKind.Steps;
import org.fairreview.office.ValueKind.Whole;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese words for the office's values: what they are, what is set, what is refused. */
@Component
class OfficeWords {

    private final MessageSource messages;
    private final ObjectionTexts sentences;
    private final Units units;

    OfficeWords(MessageSource messages, ObjectionTexts sentences, Units units) {
        this.messages = messages;
        this.sentences = sentences;
        this.units = units;
    }

    String of(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }

    private String or(String key, String otherwise) {
        return String.valueOf(messages.getMessage(key, null, otherwise, Locale.SIMPLIFIED_CHINESE));
    }

    String name(String value) {
        return or("office.value." + value, value);
    }

    /** The article that leaves it to the office, or that the office made the rule by itself. */
    String source(String value) {
        return or("office.source." + value, of("office.source"));
    }

    /** What may stand there. */
    String bounds(OfficeValue value) {
        if (value.kind() instanceof Whole whole) {
            return of("office.bounds.whole", whole.least(), whole.most(), of("office.unit." + whole.unit()));
        }
        if (value.kind() instanceof Choice choice) {
            return choice.options().stream().map(option -> word(choice, option)).collect(Collectors.joining("、"));
        }
        if (value.kind() instanceof Steps steps) {
            return of(
                    "office.bounds.steps",
                    steps.most(),
                    steps.roles().stream()
                            .map(role -> of("role." + role.name()))
                            .collect(Collectors.joining("、")));
        }
        return of("office.bounds.line", ((Line) value.kind()).longest());
    }

    /** What is set, as people read it. */
    String setting(OfficeValue value, String setting) {
        if (value.kind() instanceof Whole whole) {
            return of("office.setting.whole", setting, of("office.unit." + whole.unit()));
        }
        if (value.kind() instanceof Choice choice) {
            return word(choice, setting);
        }
        if (value.kind() instanceof Steps) {
            return Steps.read(setting).stream()
                    .map(step -> of(
                            "office.setting.step",
                            step.label(),
                            of("role." + step.role().name())))
                    .collect(Collectors.joining(" → "));
        }
        return setting;
    }

    String word(Choice choice, String option) {
        return or(choice.labels() + "." + option, option);
    }

    String region(String regionId) {
        return regionId.equals(OfficeValues.EVERYWHERE) ? of("office.everywhere") : units.regionName(regionId);
    }

    /** The objections by their field, those about the whole under an empty name; that they are told goes on record. */
    Map<String, String> refused(List<Objection> objections) {
        return sentences.byField(objections);
    }
}

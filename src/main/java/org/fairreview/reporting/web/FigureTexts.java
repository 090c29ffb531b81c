package org.fairreview.reporting.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.reminder.LetterKind;
import org.fairreview.reminder.LetterKinds;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Section;
import org.fairreview.standard.Regime;
import org.fairreview.standard.Standards;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese words of figures, and of the values by which they are told apart. */
@Component
class FigureTexts {

    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy年M月");

    /** Where the features keep the words of the values of a dimension. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("route", "review.route"),
            Map.entry("kind", "measure.kind"),
            Map.entry("conclusion", "review.conclusion"),
            Map.entry("case_end", "review.end"),
            Map.entry("outcome", "cleanup.outcome"),
            Map.entry("campaign_kind", "cleanup.kind"),
            Map.entry("disposition", "review.disposition"),
            Map.entry("legacy_disposition", "legacy.disposition"),
            Map.entry("exception_case", "review.exceptionCase"),
            Map.entry("assessment", "advice.assessment"),
            Map.entry("adopted", "advice.adopted"),
            Map.entry("stance", "consultation.position"),
            Map.entry("purpose", "evaluation.purpose"),
            Map.entry("letter_state", "letter.state"),
            Map.entry("training_kind", "training.kind"),
            Map.entry("complaint_state", "complaint.state"),
            Map.entry("complaint_outcome", "complaint.outcome"),
            Map.entry("channel", "complaint.channel"),
            Map.entry("point_kind", "monitoring.kind"),
            Map.entry("lead_decision", "lead.decision"),
            Map.entry("lead_outcome", "lead.outcome"),
            Map.entry("check_state", "spotcheck.state"),
            Map.entry("verdict", "spotcheck.procedure"),
            Map.entry("procedure_kind", "procedure.kind"),
            Map.entry("decider", "procedure.decider"),
            Map.entry("procedure_end", "procedure.end"),
            Map.entry("found_in", "lead.source"));

    private final MessageSource messages;
    private final Units units;
    private final LetterKinds letterKinds;
    private final Standards standards;
    private final Directory directory;
    private final Clock clock;

    FigureTexts(
            MessageSource messages,
            Units units,
            LetterKinds letterKinds,
            Standards standards,
            Directory directory,
            Clock clock) {
        this.messages = messages;
        this.units = units;
        this.letterKinds = letterKinds;
        this.standards = standards;
        this.directory = directory;
        this.clock = clock;
    }

    String of(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }

    String name(Figure figure) {
        return of("figure." + figure.id());
    }

    /** What is counted, out of which rows, by which day. */
    String means(Figure figure) {
        return of("figure." + figure.id() + ".means");
    }

    String countedBy(Figure figure) {
        return of("figure.countedBy." + figure.countedBy().name());
    }

    String section(Section section) {
        return of("figure.section." + section.name());
    }

    String dimension(String dimension) {
        return of("figure.by." + dimension);
    }

    /** The words of a value; those of an empty one say that there is none. */
    String value(String dimension, String value) {
        if (value.isEmpty()) {
            return of("figure.none");
        }
        return switch (dimension) {
            case "region" -> units.regionName(value);
            case "unit" -> units.name(value);
            case "month" -> MONTH.format(YearMonth.parse(value));
            case "item" -> item(value);
            case "exception_case" -> exceptionCase(value);
            case "letter_kind" -> letterKinds.find(value).map(LetterKind::label).orElse(value);
            default ->
                messages.getMessage(
                        PREFIXES.getOrDefault(dimension, "figure.value." + dimension) + "." + value,
                        null,
                        messages.getMessage(
                                "figure.value." + dimension + "." + value, null, value, Locale.SIMPLIFIED_CHINESE),
                        Locale.SIMPLIFIED_CHINESE);
        };
    }

    /** The item in the words of the newest rules that know it. */
    private String item(String item) {
        return standards.all().stream()
                .sorted(Comparator.comparing(Regime::id).reversed())
                .flatMap(regime -> regime.item(item).stream())
                .findFirst()
                .map(known -> known.article() + " " + known.label())
                .orElse(item);
    }

    /** Without the article: a year is told under laws that have each their own. */
    private String exceptionCase(String value) {
        return messages.getMessage("review.exceptionCase." + value, null, value, Locale.SIMPLIFIED_CHINESE)
                .replaceFirst("（[^（）]*条[^（）]*）$", "");
    }

    /** How long something took, in its two largest parts. */
    String duration(int minutes) {
        if (minutes >= MINUTES_OF_A_DAY) {
            return of(
                    "times.days",
                    String.valueOf(minutes / MINUTES_OF_A_DAY),
                    minutes % MINUTES_OF_A_DAY / MINUTES_OF_AN_HOUR);
        }
        return minutes >= MINUTES_OF_AN_HOUR
                ? of("times.hours", minutes / MINUTES_OF_AN_HOUR, minutes % MINUTES_OF_AN_HOUR)
                : of("times.minutes", minutes);
    }

    String person(String userId) {
        return directory.nameOf(userId);
    }

    String day(Instant moment) {
        return DAY.format(moment.atZone(clock.getZone()));
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }
}

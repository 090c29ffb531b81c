package org.fairreview.screening;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How a screening stands, and what it left out, as Chinese sentences; no hit is never a proof of no risk. */
@Component
public class ScreeningSentences {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final MessageSource messages;
    private final Clock clock;

    ScreeningSentences(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Where the screening stands, or what it found.
     *
     * @param found says what it found, where it found something, from when it was and the version of its rules
     */
    public String said(VersionScreening screening, BiFunction<String, String, String> found) {
        return switch (screening.state()) {
            case PENDING -> text("screening.pending");
            case RUNNING -> text("screening.running", screening.passagesDone(), screening.passages());
            case FAILED ->
                text(
                        "screening.failed",
                        Optional.ofNullable(screening.problem())
                                .map(problem -> text("screening.problem." + problem))
                                .orElse(""));
            case DONE ->
                screening.hits().isEmpty()
                        ? text("screening.done.none", at(screening), by(screening))
                        : found.apply(at(screening), by(screening));
        };
    }

    /** When and by which rules it was done; empty where it is not, or found nothing. */
    public Optional<String> done(VersionScreening screening) {
        return screening.state() == RunState.DONE && !screening.hits().isEmpty()
                ? Optional.of(text("screening.done.by", at(screening), by(screening)))
                : Optional.empty();
    }

    /** What was not screened, a sentence each. */
    public List<String> unscreened(VersionScreening screening) {
        List<String> said = new ArrayList<>();
        for (ScreenedFile file : screening.files()) {
            if (file.problem() != null) {
                said.add(text("screening.file.problem", file.fileName(), text("screening.problem." + file.problem())));
            }
            if (!file.notice().isEmpty()) {
                said.add(text("screening.file.notice", file.fileName(), file.notice()));
            }
        }
        return said;
    }

    private String at(VersionScreening screening) {
        return Optional.ofNullable(screening.screenedAt())
                .map(moment -> MINUTE.format(moment.atZone(clock.getZone())))
                .orElse("");
    }

    private static String by(VersionScreening screening) {
        return String.valueOf(screening.ruleVersion());
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }
}

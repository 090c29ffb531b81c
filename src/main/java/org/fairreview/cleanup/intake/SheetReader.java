package org.fairreview.cleanup.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.fairreview.document.NotTaken;
import org.fairreview.document.SheetLines;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reads the lines of a list of measures, one after the other. */
@Component
class SheetReader {

    static final int MOST_LINES = SheetLines.MOST_LINES;

    private final MessageSource messages;

    SheetReader(MessageSource messages) {
        this.messages = messages;
    }

    /** Gives the lines to the taker; says how many there were. */
    int read(Path file, String name, Consumer<SheetLine> taker) throws NotTaken {
        return new SheetLines<>(
                        List.of(IntakeColumn.values()),
                        IntakeColumn.TITLE,
                        IntakeColumn.SEQUENCE,
                        column ->
                                messages.getMessage("intake.column." + column.name(), null, Locale.SIMPLIFIED_CHINESE),
                        column -> Optional.ofNullable(messages.getMessage(
                                "intake.column.also." + column.name(), null, "", Locale.SIMPLIFIED_CHINESE)))
                .read(
                        file,
                        name,
                        line -> taker.accept(new SheetLine(
                                line.number(),
                                line.cells(),
                                line.problems().stream().map(Problem::of).toList())));
    }
}

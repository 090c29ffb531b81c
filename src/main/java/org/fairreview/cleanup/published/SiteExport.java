package org.fairreview.cleanup.published;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairreview.cleanup.intake.SpreadsheetTable;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reads what a website lists of its published texts: title, number, day, publisher, address. */
@Component
public class SiteExport {

    private static final int HEAD_WITHIN = 10;
    private static final int LONGEST_TITLE = 500;
    private static final Pattern DAY = Pattern.compile("(\\d{4})\\D{1,3}(\\d{1,2})\\D{1,3}(\\d{1,2}).*");

    private enum Column {
        TITLE(LONGEST_TITLE),
        NUMBER(100),
        DAY(50),
        PUBLISHER(200),
        LINK(500);

        private final int longest;

        Column(int longest) {
            this.longest = longest;
        }
    }

    /** The texts of the list, or why it is not taken. */
    public record Content(List<PublishedText> texts, @Nullable Refusal refusal) {}

    private final MessageSource messages;

    SiteExport(MessageSource messages) {
        this.messages = messages;
    }

    public Content read(Path file, String name) {
        SpreadsheetTable.Read read = SpreadsheetTable.of(file, name);
        if (read.refusal() != null) {
            return new Content(List.of(), read.refusal());
        }
        Map<Column, Integer> places = Map.of();
        List<PublishedText> texts = new ArrayList<>();
        for (int row = 0; row < read.rows().size(); row++) {
            List<String> cells = read.rows().get(row);
            if (places.isEmpty()) {
                places = row < HEAD_WITHIN ? places(cells) : Map.of();
            } else if (!cell(cells, places, Column.TITLE).isEmpty()) {
                texts.add(text(cells, places));
            }
        }
        if (places.isEmpty()) {
            return new Content(List.of(), Refusal.at("file", "published.headMissing"));
        }
        return texts.isEmpty()
                ? new Content(List.of(), Refusal.at("file", "published.empty"))
                : new Content(texts, null);
    }

    /** Where the columns stand, if the row is the head: at least the title and one more. */
    private Map<Column, Integer> places(List<String> cells) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            List<String> names = Arrays.asList(
                    messages.getMessage("published.head." + column.name(), null, Locale.SIMPLIFIED_CHINESE)
                            .split("、"));
            for (int place = 0; place < cells.size(); place++) {
                if (names.contains(cells.get(place).replaceAll("[\\s*＊]", ""))) {
                    places.putIfAbsent(column, place);
                }
            }
        }
        return places.containsKey(Column.TITLE) && places.size() > 1 ? places : Map.of();
    }

    private static PublishedText text(List<String> cells, Map<Column, Integer> places) {
        return new PublishedText(
                cell(cells, places, Column.TITLE),
                cell(cells, places, Column.NUMBER),
                day(cell(cells, places, Column.DAY)),
                cell(cells, places, Column.PUBLISHER),
                link(cell(cells, places, Column.LINK)),
                null);
    }

    private static String cell(List<String> cells, Map<Column, Integer> places, Column column) {
        Integer place = places.get(column);
        String value =
                place == null || place >= cells.size() ? "" : cells.get(place).strip();
        return value.length() > column.longest ? value.substring(0, column.longest) : value;
    }

    /** Only an address of the web is shown as a link. */
    private static String link(String address) {
        return address.matches("(?i)https?://\\S+") ? address : "";
    }

    private static @Nullable LocalDate day(String typed) {
        Matcher day = DAY.matcher(typed);
        try {
            return day.matches()
                    ? LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3)))
                    : null;
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}

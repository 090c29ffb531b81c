package org.fairreview.supervision.spotcheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fairreview.cleanup.BroughtTable;
import org.fairreview.cleanup.LedgerKeys;
import org.fairreview.identity.Region;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reads a list of measures that an office brings: a spreadsheet with named columns, or a text with a title in each line. */
@Component
class BroughtList {

    private static final int HEAD_WITHIN = 10;
    private static final int LONGEST = 500;
    private static final int LONGEST_SHORT = 100;
    private static final int LONGEST_NAME = 200;
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");

    /** A column that is read. */
    enum Column {
        TITLE,
        DOCUMENT_NUMBER,
        UNIT,
        LEVEL,
        FIELD,
        REGION,
        ISSUED_ON
    }

    /** What was read, or why it is not taken. */
    record Read(List<ListedMeasure> measures, @Nullable Refusal refusal) {}

    private final Units units;
    private final MessageSource messages;

    BroughtList(Units units, MessageSource messages) {
        this.units = units;
        this.messages = messages;
    }

    Read read(String name, byte[] bytes) {
        Path file = null;
        try {
            file = Files.createTempFile("spot-list", ".tmp");
            Files.write(file, bytes);
            BroughtTable table = BroughtTable.of(file, name);
            return table.refusal() == null
                    ? read(table.rows(), name.toLowerCase(Locale.ROOT).endsWith(".txt"))
                    : new Read(List.of(), table.refusal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Read read(List<List<String>> rows, boolean plain) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        int first = 0;
        for (int row = 0; row < Math.min(HEAD_WITHIN, rows.size()) && places.isEmpty(); row++) {
            places.putAll(places(rows.get(row)));
            first = row + 1;
        }
        if (places.isEmpty()) {
            if (!plain) {
                return refused("spotcheck.list.headMissing");
            }
            places.put(Column.TITLE, 0);
            first = 0;
        }
        Map<String, Unit> unitsByName = new HashMap<>();
        units.all().forEach(unit -> unitsByName.put(LedgerKeys.title(unit.name()), unit));
        List<ListedMeasure> measures = new ArrayList<>();
        for (int row = first; row < rows.size(); row++) {
            List<String> cells = rows.get(row);
            if (cell(cells, places, Column.TITLE).isEmpty()) {
                continue;
            }
            ListedMeasure measure = measure(cells, places, unitsByName);
            if (measure.title().length() > LONGEST
                    || measure.documentNumber().length() > LONGEST_SHORT
                    || measure.unitName().length() > LONGEST_NAME
                    || measure.field().length() > LONGEST
                    || measure.regionName().length() > LONGEST_NAME) {
                return refused("spotcheck.list.tooLong", row + 1);
            }
            measures.add(measure);
        }
        return measures.isEmpty() ? refused("spotcheck.list.empty") : new Read(measures, null);
    }

    private static Read refused(String key, Object... values) {
        return new Read(List.of(), Refusal.at("list", key, values));
    }

    private Map<Column, Integer> places(List<String> head) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            List<String> names =
                    Arrays.asList(text("spotcheck.list.head." + column.name()).split("、"));
            for (int place = 0; place < head.size(); place++) {
                String named = head.get(place).replaceAll("[\\s*＊]|[（(]必填[）)]", "");
                if (names.contains(named)) {
                    places.putIfAbsent(column, place);
                }
            }
        }
        return places.containsKey(Column.TITLE) ? places : Map.of();
    }

    private ListedMeasure measure(List<String> cells, Map<Column, Integer> places, Map<String, Unit> unitsByName) {
        String unitName = cell(cells, places, Column.UNIT);
        Optional<Unit> unit = Optional.ofNullable(unitsByName.get(LedgerKeys.title(unitName)));
        Level level = level(cell(cells, places, Column.LEVEL));
        String regionId = unit.map(Unit::regionId).orElse(null);
        String regionName = cell(cells, places, Column.REGION);
        return new ListedMeasure(
                cell(cells, places, Column.TITLE),
                cell(cells, places, Column.DOCUMENT_NUMBER),
                unit.map(Unit::id).orElse(null),
                unit.map(Unit::name).orElse(unitName),
                level,
                text("spotcheck.level." + level.name()),
                cell(cells, places, Column.FIELD),
                regionId == null ? regionId(regionName) : regionId,
                regionName.isEmpty() && regionId != null ? units.regionName(regionId) : regionName,
                day(cell(cells, places, Column.ISSUED_ON)),
                null,
                null);
    }

    private @Nullable String regionId(String name) {
        return units.regions().stream()
                .filter(region -> region.name().equals(name))
                .map(Region::id)
                .findFirst()
                .orElse(null);
    }

    private Level level(String typed) {
        return Stream.of(Level.values())
                .filter(level -> Arrays.asList(
                                text("spotcheck.list.level." + level.name()).split("、"))
                        .contains(typed))
                .findFirst()
                .orElse(Level.UNKNOWN);
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

    private static String cell(List<String> cells, Map<Column, Integer> places, Column column) {
        Integer place = places.get(column);
        return place == null || place >= cells.size() ? "" : cells.get(place).strip();
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}

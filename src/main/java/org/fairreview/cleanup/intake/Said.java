package org.fairreview.cleanup.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Cells and problems as they are written into a row. */
final class Said {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Said() {}

    static String cells(Map<IntakeColumn, String> cells) {
        return write(cells);
    }

    static Map<IntakeColumn, String> cells(String written) {
        Map<IntakeColumn, String> cells = new EnumMap<>(IntakeColumn.class);
        cells.putAll(read(written, new TypeReference<Map<IntakeColumn, String>>() {}));
        return cells;
    }

    static String problems(List<Problem> problems) {
        return write(problems);
    }

    static List<Problem> problems(String written) {
        return read(written, new TypeReference<List<Problem>>() {});
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String written, TypeReference<T> type) {
        try {
            return JSON.readValue(written, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

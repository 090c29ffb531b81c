package org.fairreview.reporting.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Numbers;
import org.fairreview.reporting.Period;
import org.fairreview.reporting.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody asks for in an address; what makes no sense narrows nothing.
 *
 * @param year as in {@code 2026}
 * @param part of the year: empty for the whole, {@code Q1} to {@code Q4}, or a month as in {@code 03}
 * @param region one region alone, where not null
 * @param unit one unit alone, where not null
 * @param only values of dimensions
 * @param page from 1
 */
record Asked(
        int year, String part, @Nullable String region, @Nullable String unit, Map<String, String> only, int page) {

    private static final int LONGEST = 200;
    private static final int FIRST_YEAR = 2000;

    static Asked of(Map<String, String> asked, LocalDate today) {
        Map<String, String> only = new LinkedHashMap<>();
        asked.forEach((name, value) -> {
            if (name.startsWith("by.") && value.length() <= LONGEST) {
                only.put(name.substring("by.".length()), value);
            }
        });
        int year = number(asked.get("year"), today.getYear());
        return new Asked(
                year < FIRST_YEAR || year > today.getYear() ? today.getYear() : year,
                part(asked.getOrDefault("part", "")),
                text(asked.get("region")),
                text(asked.get("unit")),
                only,
                Math.max(1, number(asked.get("page"), 1)));
    }

    /** A whole year or quarter, with nothing narrowed. */
    static Asked of(Period period) {
        boolean year = period.equals(Period.year(period.from().getYear()));
        return new Asked(
                period.from().getYear(),
                year ? "" : "Q" + (period.from().getMonthValue() + 2) / 3,
                null,
                null,
                Map.of(),
                1);
    }

    /** Without a region that the person does not see, and a unit that is not there. */
    Asked known(List<String> seen, Predicate<String> isUnit) {
        return new Asked(
                year,
                part,
                region != null && seen.contains(region) ? region : null,
                unit != null && isUnit.test(unit) ? unit : null,
                only,
                page);
    }

    /** The whole year of it. */
    Asked ofYear() {
        return new Asked(year, "", region, unit, only, page);
    }

    private static String part(String part) {
        return part.matches("Q[1-4]|0[1-9]|1[0-2]") ? part : "";
    }

    private static int number(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            return otherwise;
        }
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > LONGEST ? null : text;
    }

    Period period() {
        if (part.isEmpty()) {
            return Period.year(year);
        }
        return part.startsWith("Q")
                ? Period.quarter(year, Integer.parseInt(part.substring(1)))
                : Period.month(YearMonth.of(year, Integer.parseInt(part)));
    }

    /** Within the regions that the person sees; none where another one is asked for. */
    Slice slice(List<String> seen) {
        List<String> regions =
                region == null ? seen : seen.stream().filter(region::equals).toList();
        return new Slice(period(), regions, unit, Map.of());
    }

    /** As {@link #slice}, with those values that the figure knows. */
    Slice slice(List<String> seen, Figure figure) {
        Slice slice = slice(seen);
        for (Map.Entry<String, String> each : only.entrySet()) {
            if (knows(figure, each.getKey(), each.getValue())) {
                slice = slice.with(each.getKey(), each.getValue());
            }
        }
        return slice;
    }

    private static boolean knows(Figure figure, String dimension, String value) {
        if (dimension.equals("month") && !value.isEmpty()) {
            try {
                return YearMonth.parse(value).getYear() > 0;
            } catch (DateTimeException noMonth) {
                return false;
            }
        }
        return Stream.concat(Numbers.COMMON.stream(), figure.dimensions().stream())
                .anyMatch(dimension::equals);
    }

    String url(String path) {
        return url(path, Map.of());
    }

    /** An address with the same filters and some values of dimensions. */
    String url(String path, Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("year", String.valueOf(year));
        if (!part.isEmpty()) {
            parameters.put("part", part);
        }
        if (region != null) {
            parameters.put("region", region);
        }
        if (unit != null) {
            parameters.put("unit", unit);
        }
        more.forEach(parameters::put);
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> url.queryParam(name, "{" + name + "}"));
        return url.encode().buildAndExpand(parameters.values().toArray()).toUriString();
    }
}

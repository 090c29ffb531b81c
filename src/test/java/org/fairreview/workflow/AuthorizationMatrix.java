package org.fairreview.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.identity.Role;

/**
 * The table {@code authorization-matrix.txt}: one line per page, route and task, with the roles that are let through.
 *
 * <p>A line is {@code kind what : who}. Who is {@code anyone} (also without a login), {@code everybody} with an account,
 * {@code nobody}, or some roles; a task has its unit behind an {@code @}, as the variable that holds it, and behind an
 * {@code or} who does it in place of a unit without accounts.
 */
final class AuthorizationMatrix {

    /** A line without its last part: what it is about. */
    record Entry(String kind, String what) implements Comparable<Entry> {

        private static final Comparator<Entry> BY_TEXT = Comparator.comparing(Entry::kind)
                .thenComparing(entry -> entry.what().substring(entry.what().indexOf(' ') + 1))
                .thenComparing(Entry::what);

        @Override
        public int compareTo(Entry other) {
            return BY_TEXT.compare(this, other);
        }

        /** The first word of what: the method of a page or route. */
        String method() {
            return what.substring(0, what.indexOf(' '));
        }

        /** The rest of what: the path. */
        String path() {
            return what.substring(what.indexOf(' ') + 1);
        }

        @Override
        public String toString() {
            return kind + " " + what;
        }
    }

    /** A line of the table. */
    record Row(Entry entry, boolean withoutLogin, Set<Role> roles, List<Duty> duties) {}

    /** Who does a task: roles, and the variable that holds their unit. */
    record Duty(Set<Role> roles, String unit) {}

    private final List<Row> rows;

    private AuthorizationMatrix(List<Row> rows) {
        this.rows = rows;
    }

    static AuthorizationMatrix read() {
        try (InputStream in = AuthorizationMatrix.class.getResourceAsStream("/authorization-matrix.txt")) {
            return new AuthorizationMatrix(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(AuthorizationMatrix::row)
                    .toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Row> rows(String kind) {
        return rows.stream().filter(row -> row.entry().kind().equals(kind)).toList();
    }

    List<Entry> entries(String... kinds) {
        return rows.stream()
                .map(Row::entry)
                .filter(entry -> List.of(kinds).contains(entry.kind()))
                .toList();
    }

    /** Lines for what is there and has no row; nobody is let through until somebody decides. */
    static String linesFor(Stream<Entry> missing) {
        return missing.map(entry -> entry + " : nobody").collect(Collectors.joining("\n"));
    }

    private static Row row(String line) {
        int colon = line.lastIndexOf(" : ");
        if (colon < 0) {
            throw new IllegalArgumentException("No ' : ' in the line: " + line);
        }
        String[] start = line.substring(0, colon).strip().split("\\s+", 2);
        List<Duty> duties = Arrays.stream(line.substring(colon + 3).strip().split("\\s+or\\s+"))
                .map(AuthorizationMatrix::duty)
                .toList();
        return new Row(
                new Entry(start[0], start[1].replaceAll("\\s+", " ")),
                line.endsWith(" anyone"),
                duties.get(0).roles(),
                duties);
    }

    private static Duty duty(String words) {
        String[] who = words.split("\\s*@\\s*");
        return new Duty(roles(who[0]), who.length > 1 ? who[1] : "");
    }

    private static Set<Role> roles(String words) {
        return switch (words) {
            case "anyone", "everybody" -> Set.of(Role.values());
            case "nobody" -> Set.of();
            default ->
                Arrays.stream(words.toUpperCase(Locale.ROOT).split("\\s+"))
                        .map(Role::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new));
        };
    }
}

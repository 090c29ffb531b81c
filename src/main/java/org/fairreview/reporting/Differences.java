package org.fairreview.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fairreview.document.Sha256;
import org.fairreview.reporting.Difference.Entry;
import org.fairreview.reporting.Difference.Reason;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares closed figures with the ledger of today, line by line. */
@Service
@Transactional(readOnly = true)
public class Differences {

    private static final int PORTION = 500;

    private final JdbcClient jdbc;
    private final JdbcClient streaming;
    private final Books books;
    private final Counting counting;

    Differences(JdbcClient jdbc, DataSource dataSource, Books books, Counting counting) {
        this.jdbc = jdbc;
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(PORTION);
        this.streaming = JdbcClient.create(template);
        this.books = books;
        this.counting = counting;
    }

    /**
     * The figures whose lists are other ones today.
     *
     * @param most as many lines of each are named
     */
    public List<Difference> of(Closing closing, int most) {
        ClosedNumbers closed = books.closed(closing);
        Map<String, List<Reason>> reasons = reasons(closing);
        return Figures.all().stream()
                .filter(closed::knows)
                .flatMap(figure -> of(closing, closed, figure, 0, most, reasons).stream())
                .toList();
    }

    /** How the figure differs; empty where it does not, and where the product did not have it when the period was closed. */
    public Optional<Difference> of(Closing closing, Figure figure, int offset, int most) {
        ClosedNumbers closed = books.closed(closing);
        return closed.knows(figure) ? of(closing, closed, figure, offset, most, reasons(closing)) : Optional.empty();
    }

    private Optional<Difference> of(
            Closing closing,
            ClosedNumbers closed,
            Figure figure,
            int offset,
            int most,
            Map<String, List<Reason>> reasons) {
        Comparison comparison = new Comparison(offset, most);
        // read as they come, so that a long list of differing lines is not kept in memory
        String state = Sha256.of(
                out -> differing(closing, closed, figure).query((ResultSet row) -> comparison.take(entry(row), out)));
        if (comparison.isSame()) {
            return Optional.empty();
        }
        int kept = closed.count(figure, closing.compared());
        return Optional.of(new Difference(
                figure,
                kept,
                kept + comparison.more(),
                state,
                comparison.gone(),
                comparison.come(),
                comparison.entries(),
                reasons.getOrDefault(figure.id(), List.of())));
    }

    /** What was said about differences of the figures, by their ids, the newest first. */
    private Map<String, List<Reason>> reasons(Closing closing) {
        Map<String, List<Reason>> reasons = new HashMap<>();
        jdbc.sql("select figure, counted, state, reason, recorded_by, recorded_at from closed_difference"
                        + " where closing_id = ? order by id desc")
                .param(closing.id())
                .query(row -> {
                    reasons.computeIfAbsent(row.getString(1), figure -> new ArrayList<>())
                            .add(new Reason(
                                    row.getInt(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getObject(6, OffsetDateTime.class).toInstant()));
                });
        return reasons;
    }

    /** The newest reason of each figure that has one, by its id. */
    public Map<String, Reason> newest(Closing closing) {
        return reasons(closing).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                .get(0)));
    }

    /** The lines that are on one side only, or count for another amount there; those that are gone first. */
    private JdbcClient.StatementSpec differing(Closing closing, ClosedNumbers closed, Figure figure) {
        return streaming
                .sql(
                        """
                        select s.is_gone, d.subject, d.title, d.region_id, d.unit_id, d.on_day, d.url,
                          case when s.is_gone then d.closed_amount else d.counted_amount end as amount,
                          coalesce(d.subject in (%s), false) as restricted
                        from (
                          select b.subject, max(b.title) as title, b.region_id, b.unit_id, b.on_day, b.url,
                            sum(b.closed_amount) as closed_amount, sum(b.counted_amount) as counted_amount,
                            sum(b.closed_lines) as closed_lines, sum(b.counted_lines) as counted_lines
                          from (%s union all %s) b group by b.subject, b.region_id, b.unit_id, b.on_day, b.url
                          having sum(b.closed_amount) <> sum(b.counted_amount)
                            or sum(b.closed_lines) = 0 or sum(b.counted_lines) = 0
                        ) d join (select true as is_gone union all select false) s
                          on (s.is_gone and d.closed_lines > 0) or (not s.is_gone and d.counted_lines > 0)
                        order by s.is_gone desc, d.subject, d.on_day nulls first, d.region_id, d.unit_id nulls first,
                          d.url nulls first, amount
                        """
                                .formatted(
                                        Withheld.NUMBERS,
                                        side(closing, figure, closed, "x.amount", "0", "1", "0"),
                                        side(closing, figure, counting, "0", "x.amount", "0", "1")))
                .params(closing.compared().values());
    }

    private static String side(
            Closing closing,
            Figure figure,
            Reading reading,
            String closedAmount,
            String countedAmount,
            String closedLines,
            String countedLines) {
        return ("select x.subject, case when x.restricted then null else x.title end as title, x.region_id, x.unit_id,"
                        + " x.%s as on_day, x.url, %s as closed_amount, %s as counted_amount,"
                        + " %s as closed_lines, %s as counted_lines from (%s) x where %s")
                .formatted(
                        figure.countedBy().column(),
                        closedAmount,
                        countedAmount,
                        closedLines,
                        countedLines,
                        reading.source(figure),
                        reading.condition(figure, closing.compared()));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getBoolean("is_gone"),
                row.getString("subject"),
                row.getBoolean("restricted") ? null : row.getString("title"),
                row.getString("region_id"),
                row.getString("unit_id"),
                row.getString("on_day"),
                row.getInt("amount"),
                row.getString("url"),
                row.getBoolean("restricted"));
    }

    /** Adds differing lines up, and names some of them. */
    private static final class Comparison {

        private final int offset;
        private final int most;
        private final List<Entry> entries = new ArrayList<>();
        private int gone;
        private int come;
        private int more;

        Comparison(int offset, int most) {
            this.offset = offset;
            this.most = most;
        }

        void take(Entry entry, OutputStream state) {
            int place = gone + come;
            if (place >= offset && entries.size() < most) {
                entries.add(entry);
            }
            if (entry.isGone()) {
                gone++;
                more -= entry.amount();
            } else {
                come++;
                more += entry.amount();
            }
            try {
                state.write(((place == 0 ? "" : "\n") + key(entry)).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String key(Entry entry) {
            return (entry.isGone() ? "-" : "+")
                    + String.join(
                            "|",
                            String.valueOf(entry.subject()),
                            entry.regionId(),
                            String.valueOf(entry.unitId()),
                            String.valueOf(entry.on()),
                            String.valueOf(entry.amount()),
                            String.valueOf(entry.url()));
        }

        boolean isSame() {
            return gone + come == 0;
        }

        int gone() {
            return gone;
        }

        int come() {
            return come;
        }

        int more() {
            return more;
        }

        List<Entry> entries() {
            return entries;
        }
    }
}

package org.fairreview.reporting;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.document.Sha256;
import org.fairreview.reporting.Difference.Entry;
import org.fairreview.reporting.Difference.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares closed figures with the ledger of today, line by line. */
@Service
@Transactional(readOnly = true)
public class Differences {

    private final JdbcClient jdbc;
    private final Books books;
    private final Counting counting;

    Differences(JdbcClient jdbc, Books books, Counting counting) {
        this.jdbc = jdbc;
        this.books = books;
        this.counting = counting;
    }

    /** The figures whose lists are other ones today. */
    public List<Difference> of(Closing closing) {
        return Figures.all().stream()
                .flatMap(figure -> of(closing, figure).stream())
                .toList();
    }

    /** How the figure differs; empty where it does not, and where the product did not have it when the period was closed. */
    public Optional<Difference> of(Closing closing, Figure figure) {
        ClosedNumbers closed = books.closed(closing);
        if (!closed.knows(figure)) {
            return Optional.empty();
        }
        List<Entry> gone = without(closing, figure, closed, counting);
        List<Entry> come = without(closing, figure, counting, closed);
        if (gone.isEmpty() && come.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Difference(
                figure,
                closed.count(figure, closing.slice()),
                counting.count(figure, closing.slice()),
                state(gone, come),
                gone,
                come,
                reasons(closing, figure)));
    }

    /** What was said about differences of the figure, the newest first. */
    public List<Reason> reasons(Closing closing, Figure figure) {
        return jdbc.sql("select counted, state, reason, recorded_by, recorded_at from closed_difference"
                        + " where closing_id = ? and figure = ? order by id desc")
                .params(closing.id(), figure.id())
                .query((row, line) -> new Reason(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The newest reason of each figure that has one, by its id. */
    public Map<String, Reason> newest(Closing closing) {
        return Figures.all().stream()
                .flatMap(figure ->
                        reasons(closing, figure).stream().limit(1).map(reason -> Map.entry(figure.id(), reason)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Entry> without(Closing closing, Figure figure, Reading these, Reading those) {
        return jdbc.sql(
                        """
                        select d.subject, d.region_id, d.unit_id, d.on_day, d.amount, d.url,
                          exists (select 1 from review_case c join measure m on m.id = c.measure_id
                            where c.number = d.subject and m.circulation = 'RESTRICTED')
                          or exists (select 1 from legacy_case l join measure m on m.id = l.measure_id
                            where l.number = d.subject and m.circulation = 'RESTRICTED') as restricted
                        from (%s except %s) d order by d.subject, d.on_day, d.region_id, d.unit_id, d.url, d.amount
                        """
                                .formatted(keys(closing, figure, these), keys(closing, figure, those)))
                .params(closing.slice().values())
                .query((row, line) -> new Entry(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getString(6),
                        row.getBoolean(7)))
                .list();
    }

    private static String keys(Closing closing, Figure figure, Reading reading) {
        return ("select x.subject, x.region_id, x.unit_id, x.%1$s as on_day, x.url, cast(sum(x.amount) as integer) as amount"
                        + " from (%2$s) x where %3$s group by x.subject, x.region_id, x.unit_id, x.%1$s, x.url")
                .formatted(
                        figure.countedBy().column(),
                        reading.source(figure),
                        reading.condition(figure, closing.slice()));
    }

    private static String state(List<Entry> gone, List<Entry> come) {
        return Sha256.of(Stream.concat(
                        gone.stream().map(entry -> "-" + key(entry)),
                        come.stream().map(entry -> "+" + key(entry)))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String key(Entry entry) {
        return String.join(
                "|",
                entry.subject(),
                entry.regionId(),
                String.valueOf(entry.unitId()),
                String.valueOf(entry.on()),
                String.valueOf(entry.amount()),
                String.valueOf(entry.url()));
    }
}

package org.fairreview.reporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.fairreview.audit.CanonicalJson;
import org.fairreview.document.StoredFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The canonical writing of a closed period, over which its digest is taken: one line of canonical JSON (RFC 8785) for the
 * closing with the digests of its documents, one for each figure, one for each line of the lists, in a fixed order.
 */
@Component
class ClosedContent {

    private static final String FORM = "closed-period-1";

    private static final int PORTION = 500;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ClosedContent(DataSource dataSource, ObjectMapper json) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(PORTION);
        this.jdbc = JdbcClient.create(template);
        this.json = json;
    }

    /** @param papers the documents, in the order in which they were made */
    void write(Closing closing, List<StoredFile> papers, OutputStream out) {
        ObjectNode head = json.createObjectNode();
        head.put("form", FORM);
        head.put("region", closing.regionId());
        head.put("from", closing.period().from().toString());
        head.put("until", closing.period().until().toString());
        head.put("remark", closing.remark());
        closing.regions().forEach(head.putArray("regions")::add);
        ObjectNode documents = head.putObject("documents");
        papers.forEach(paper -> documents.put(paper.kind().orElseThrow(), paper.sha256()));
        line(out, head);
        List<String> figures = new ArrayList<>();
        jdbc
                .sql("select figure, amount, dimensions from closed_figure where closing_id = ?")
                .param(closing.id())
                .query((row, place) -> {
                    ObjectNode figure = json.createObjectNode();
                    figure.put("figure", row.getString("figure"));
                    figure.put("amount", row.getInt("amount"));
                    figure.put("by", row.getString("dimensions"));
                    return figure;
                })
                .list()
                .stream()
                .sorted(Comparator.comparing(figure -> figure.get("figure").asText()))
                .forEach(figure -> {
                    line(out, figure);
                    figures.add(figure.get("figure").asText());
                });
        figures.forEach(figure -> lines(closing, figure, out));
    }

    private void lines(Closing closing, String figure, OutputStream out) {
        jdbc.sql(
                        "select place, subject, title, url, region_id, unit_id, restricted, counted_on, amount, value1,"
                                + " value2, value3, minutes from closed_line where closing_id = ? and figure = ? order by place")
                .params(closing.id(), figure)
                .query(row -> {
                    ObjectNode line = json.createObjectNode();
                    line.put("of", figure);
                    line.put("place", row.getInt("place"));
                    put(line, "subject", row.getString("subject"));
                    put(line, "title", row.getString("title"));
                    put(line, "page", row.getString("url"));
                    put(line, "region", row.getString("region_id"));
                    put(line, "unit", row.getString("unit_id"));
                    line.put("restricted", row.getBoolean("restricted"));
                    put(line, "on", row.getString("counted_on"));
                    line.put("amount", row.getInt("amount"));
                    for (String value : List.of("value1", "value2", "value3")) {
                        put(line, value, row.getString(value));
                    }
                    int minutes = row.getInt("minutes");
                    if (!row.wasNull()) {
                        line.put("minutes", minutes);
                    }
                    line(out, line);
                });
    }

    private static void put(ObjectNode line, String name, @Nullable String value) {
        if (value != null) {
            line.put(name, value);
        }
    }

    private static void line(OutputStream out, ObjectNode node) {
        try {
            out.write((CanonicalJson.of(node) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.fairreview.supervision.complaint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a data folder that nobody works with another key for its reporters: what the old one has sealed is sealed anew, and the
 * old one is gone. Attachments and supplements are not taken along.
 */
public final class ReporterKeyExchange {

    private static final List<String> SEALED = List.of("reporter_sealed", "words_sealed");
    private static final List<String> LEFT_OUT = List.of("complaint_attachment", "complaint_supplement");

    private final ReporterKey key;
    private final Path file;
    private final Connection database;

    public ReporterKeyExchange(Path data, Connection database) {
        this.key = new ReporterKey(data);
        this.file = data.resolve("keys").resolve(ReporterKey.FILE);
        this.database = database;
    }

    /**
     * Exchanges the key, where there is one.
     *
     * @throws IllegalStateException where something is sealed that is not taken along
     */
    public void exchange() throws IOException, SQLException {
        for (String table : LEFT_OUT) {
            if (!column("select count(*), '' from " + table).containsKey("0")) {
                throw new IllegalStateException("Rows of %s would be lost with the key".formatted(table));
            }
        }
        Map<String, Map<String, String>> opened = new LinkedHashMap<>();
        for (String sealed : SEALED) {
            Map<String, String> texts =
                    column("select number, %s from complaint where %s is not null".formatted(sealed, sealed));
            texts.replaceAll((number, text) -> key.open(text, number));
            opened.put(sealed, texts);
        }
        Files.deleteIfExists(file);
        for (String sealed : SEALED) {
            seal(sealed, opened.get(sealed));
        }
    }

    private void seal(String sealed, Map<String, String> texts) throws SQLException {
        try (PreparedStatement update =
                database.prepareStatement("update complaint set %s = ? where number = ?".formatted(sealed))) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                update.setString(1, key.seal(text.getValue(), text.getKey()));
                update.setString(2, text.getKey());
                update.executeUpdate();
            }
        }
    }

    private Map<String, String> column(String select) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }
}

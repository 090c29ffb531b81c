package org.fairreview.screening;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reviewed texts of all stored versions, each once, with the newest version that has it. */
@Component
class StoredTexts {

    /** A text, and where it was submitted last. */
    record Text(String fileSha256, String measureId, int versionNumber, String fileName) {}

    private final JdbcClient jdbc;

    StoredTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The texts that were submitted last, the newest first. */
    List<Text> newest(int most) {
        return jdbc.sql(
                        """
                        select t.sha256, t.measure_id, t.number, t.file_name from (
                          select e.sha256, v.measure_id, v.number, e.file_name, v.submitted_at,
                            row_number() over (partition by e.sha256 order by v.submitted_at desc, v.id, e.line) as place
                          from manifest_entry e join measure_version v on v.id = e.version_id
                          where e.role in ('BODY', 'ATTACHMENT')) t
                        where t.place = 1 order by t.submitted_at desc, t.sha256 fetch first :most rows only
                        """)
                .param("most", most)
                .query((row, number) -> new Text(
                        row.getString("sha256"),
                        row.getString("measure_id"),
                        row.getInt("number"),
                        row.getString("file_name")))
                .list();
    }
}

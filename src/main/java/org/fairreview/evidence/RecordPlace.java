package org.fairreview.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the record is: the data folder, and the database that the product would use with these settings. */
record RecordPlace(Path data, @Nullable String url, String user, String password) {

    private static final String IN_USE = "90020";

    /** As the environment of the product says. */
    static RecordPlace of(Map<String, String> environment) {
        return new RecordPlace(
                Path.of(environment.getOrDefault("FAIRREVIEW_DATA", "./data"))
                        .toAbsolutePath()
                        .normalize(),
                environment.get("SPRING_DATASOURCE_URL"),
                environment.getOrDefault("SPRING_DATASOURCE_USERNAME", ""),
                environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""));
    }

    Connection openToRead() throws SQLException, IOException {
        return open(";ACCESS_MODE_DATA=r");
    }

    Connection openToWrite() throws SQLException, IOException {
        return open(";WRITE_DELAY=0");
    }

    private Connection open(String mode) throws SQLException, IOException {
        if (url != null) {
            return DriverManager.getConnection(url, user, password);
        }
        Path database = data.resolve("db/fairreview");
        if (!Files.exists(data.resolve("db/fairreview.mv.db"))) {
            throw new CommandRefused(
                    "数据目录 %s 里没有数据库，请检查环境变量 FAIRREVIEW_DATA（PostgreSQL 用 SPRING_DATASOURCE_URL）。 There is no database in the data folder."
                            .formatted(data));
        }
        try {
            return DriverManager.getConnection(
                    "jdbc:h2:file:" + database + ";IFEXISTS=TRUE" + mode,
                    "fairreview",
                    Files.readString(data.resolve("db.secret")).strip());
        } catch (SQLException e) {
            if (IN_USE.equals(String.valueOf(e.getErrorCode()))) {
                throw new CommandRefused("产品正在运行，数据库不能同时打开。请审计员在页面“记录核验”（/audit）上操作，或者先停止产品。 "
                        + "The product is running: use the page /audit, or stop it first.");
            }
            throw e;
        }
    }
}

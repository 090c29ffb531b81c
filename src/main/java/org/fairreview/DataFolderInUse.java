package org.fairreview;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/** Says in one sentence that the product runs on this data folder already: its H2 file is locked. */
class DataFolderInUse implements FailureAnalyzer {

    private static final int DATABASE_ALREADY_OPEN = 90020;

    private final Environment environment;

    DataFolderInUse(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == DATABASE_ALREADY_OPEN) {
                return new FailureAnalysis(
                        ("本产品已在数据目录 %s 上运行,不能再启动一个。 The product is already running on this data folder.")
                                .formatted(environment.getProperty("fairreview.data")),
                        null,
                        failure);
            }
        }
        return null;
    }
}

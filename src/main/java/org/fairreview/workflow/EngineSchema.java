package org.fairreview.workflow;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** The engine's tables, made by the engine itself where the product does not run. */
public final class EngineSchema {

    private EngineSchema() {}

    /** Makes the tables on a PostgreSQL that has none of them; the rows that the engine writes with them are its own start. */
    public static void create(String url, String user, String password) {
        ProcessEngine engine = new StandaloneProcessEngineConfiguration()
                .setProcessEngineName("schema")
                .setJdbcDriver("org.postgresql.Driver")
                .setJdbcUrl(url)
                .setJdbcUsername(user)
                .setJdbcPassword(password)
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setJobExecutorActivate(false)
                .setMetricsEnabled(false)
                .buildProcessEngine();
        engine.close();
    }
}

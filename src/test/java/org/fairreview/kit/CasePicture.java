package org.fairreview.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that the database holds about a case, in our tables and in the engine's, for comparison. */
public record CasePicture(Map<String, List<String>> rows) {

    private static final String INSTANCES = "(select id_ from act_ru_execution where business_key_ = :number)";

    private static final Map<String, String> QUERIES = queries();

    private static Map<String, String> queries() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put(
                "case",
                "select stage, revision, document_number, document_sha256, sealed_file_id, delivered_to from review_case"
                        + " where number = :number");
        queries.put(
                "signatures",
                "select place, step, user_id, agreed, valid from case_signature where case_number = :number order by place");
        queries.put(
                "findings", "select item, address, disposition from finding where case_number = :number order by id");
        queries.put("advice", "select adviser_id from legal_advice where case_number = :number");
        queries.put("clock", "select started_on, ended_on from case_clock where subject = :number");
        queries.put("record", "select act, actor_id from audit_entry where subject = :number order by id");
        queries.put("files", "select kind, sha256 from stored_file where bound_to = :number order by kind, sha256");
        queries.put(
                "tasks",
                "select task_def_key_, assignee_ from act_ru_task where proc_inst_id_ in " + INSTANCES
                        + " order by task_def_key_");
        queries.put(
                "tokens",
                "select act_id_ from act_ru_execution where proc_inst_id_ in " + INSTANCES + " order by act_id_");
        queries.put("jobs", "select handler_cfg_, retries_ from act_ru_job where process_instance_id_ in " + INSTANCES);
        queries.put(
                "steps",
                "select a.act_id_, count(*), count(a.end_time_) from act_hi_actinst a join act_hi_procinst p"
                        + " on a.proc_inst_id_ = p.proc_inst_id_ where p.business_key_ = :number"
                        + " group by a.act_id_ order by a.act_id_");
        queries.put("ended", "select end_act_id_ from act_hi_procinst where business_key_ = :number");
        return queries;
    }

    public static CasePicture of(JdbcClient jdbc, String number) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        QUERIES.forEach((name, sql) -> rows.put(
                name,
                jdbc.sql(sql)
                        .param("number", number)
                        .query((row, line) -> {
                            List<String> values = new ArrayList<>();
                            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                                values.add(row.getString(column));
                            }
                            return String.join(
                                    " ", values.stream().map(String::valueOf).toList());
                        })
                        .list()));
        return new CasePicture(rows);
    }

    public List<String> of(String name) {
        return rows.get(name);
    }

    /** A line for each kind of row. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        rows.forEach(
                (name, values) -> text.append(name).append(": ").append(values).append('\n'));
        return text.toString();
    }
}

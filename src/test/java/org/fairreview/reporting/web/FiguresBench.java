package org.fairreview.reporting.web;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.kit.Answer;
import org.fairreview.kit.StoppableProduct;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.reporting.Figures;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures the page of the figures and the list behind each of them over HTTP, in a ledger of 100,000 cases of five years in 40
 * units and two regions, on an embedded PostgreSQL; see docs/operations.md for the command.
 */
final class FiguresBench {

    private static final int WARM_UP = 8;
    private static final int MEASURED = 20;
    private static final String CAMPAIGN = "420600-QL-2022-9999";

    /**
     * 30,000 reviews with findings, opinions and views of members, 70,000 measures cleaned up with their stages and findings,
     * 300,000 steps of people, some letters, complaints, leads, points and visits. {@code on(n)} is a
     * day in 2022 to 2026, at noon.
     */
    private static final List<String> ROWS = List.of(
            """
            insert into unit (id, name, region_id, regulator)
            select 'bench' || n, '测评单位' || n, case when n % 4 = 0 then 'r420606' else 'r420600' end, false from generate_series(0, 39) n
            """,
            """
            insert into measure (id, drafting_unit_id, region_id, title, kind, issuance, issuing_body, co_drafters, industries,
              legal_basis, contact_name, contact_phone, created_by, created_at)
            select 'bench-' || n, 'bench' || n % 40, case when n % 4 = 0 then 'r420606' else 'r420600' end,
              '关于' || (array['支持', '规范', '促进', '加强', '优化'])[1 + n % 5] || '若干措施的通知（第' || n || '号）',
              (array['POLICY_DOCUMENT', 'NORMATIVE_DOCUMENT'])[1 + n / 3 % 2], 'DEPARTMENT', '襄阳市人民政府办公室', '', '', '', '', '', 'bench',
              now()
            from generate_series(1, 100000) n
            """,
            """
            insert into measure_version (id, measure_id, number, heard, hearing, adoption, first_opinion, digest, submitted_by, submitted_at)
            select 'benchv-' || n, 'bench-' || n, 1, false, '', '', '', 'x', 'bench', now() from generate_series(1, 100000) n
            """,
            """
            insert into review_case (number, revision, measure_id, version_id, region_id, drafting_unit_id, regulator_unit_id, submitted_by,
              submitted_at, stage, regime, conclusion, signing_step, signed_off_at, route, review_round, case_end, ended_at, on_behalf,
              issued_on, received_on)
            select '420600-SC-' || n, 0, m.id, 'benchv-' || n, m.region_id, m.drafting_unit_id, 'u01', 'chenyu', on(n), 'CLOSED', '2025',
              (array['CONFORMS', 'CONFORMS', 'CONFORMS', 'DOES_NOT_CONFORM'])[1 + n % 4], 2, on(n) + interval '12 days',
              (array['OWN', 'JOINT'])[1 + n % 2], 1, case when n % 20 > 0 then (array['ISSUED', 'ISSUED', 'ISSUED', 'DROPPED'])[1 + n % 4] end,
              case when n % 20 > 0 then on(n) + interval '20 days' end, false,
              case when n % 4 < 3 then cast(on(n) as date) + 18 end, cast(on(n) as date)
            from generate_series(1, 30000) n join measure m on m.id = 'bench-' || n
            """,
            """
            insert into finding (case_number, file_sha256, address, start_offset, end_offset, quotation, item, reason, required_change,
              disposition, disposition_note, review_round, regime)
            select '420600-SC-' || n, 's', '第一条', 0, 5, '引文', (array['8(1)', '8(2)', '9(1)', '9(2)', '10(1)', '10(2)', '11(1)'])[1 + n % 7],
              '理由', '删除', (array['CHANGE_REQUIRED', 'JUSTIFIED'])[1 + n % 2], '', 1, '2025'
            from generate_series(1, 30000) n
            """,
            """
            insert into legal_advice (id, case_number, kind, region_id, requested_by, requested_at, given_at, asking_unit_id, assessment,
              adopted, revision)
            select 'bench-' || n, '420600-SC-' || n, case when n % 3 = 0 then 'CONTRACT' else 'MEASURE' end, 'r420600', 'x', on(n),
              on(n) + interval '4 days', 'u01', 'LAWFUL', 'ADOPTED', 0
            from generate_series(1, 20000) n
            """,
            """
            insert into consultation (id, case_number, kind, asked_unit_id, question, requested_by, requested_at, position, given_at, version,
              late, on_paper)
            select 'bench-' || n || '-' || h, '420600-SC-' || n, 'MEMBER', 'bench' || (n + h) % 40, '问', 'x', on(n),
              (array['AGREES', 'AGREES', 'DISAGREES'])[1 + n % 3], on(n) + interval '5 days', 0, false, false
            from generate_series(1, 10000) n, generate_series(1, 2) h
            """,
            """
            insert into campaign (number, revision, region_id, regulator_unit_id, kind, routine, title, scope, cut_off,
              deadline, responsibility, regime, sampling_share, seed, notice_number, state, places, made_at, started_at)
            select '$C', 0, 'r420600', 'u01', 'FAIR_COMPETITION', false, '七万件清理', '全部', date '2022-01-01', date '2026-12-31',
              'DRAFTER', '2025', 10, 'x', '', 'RUNNING', 70000, timestamptz '2022-01-01', timestamptz '2022-01-02'
            """,
            """
            insert into measure_in_force (measure_id, revision, region_id, unit_id, title, title_key, document_number, number_key,
              link, version_id, state, state_since, origin, exception_condition, entered_at)
            select m.id, 0, m.region_id, m.drafting_unit_id, m.title, m.title, '襄测发〔2020〕' || n || '号', 'n' || n,
              '', 'benchv-' || n, 'IN_FORCE', current_date, 'IMPORTED', '', now()
            from generate_series(30001, 100000) n join measure m on m.id = 'bench-' || n
            """,
            """
            insert into legacy_case (number, revision, campaign_number, place, measure_id, version_id, region_id, unit_id,
              issuer_unit_id, regulator_unit_id, regime, occasion, due_on, stage, stage_since, sampled, proposal, proposal_reason,
              review_remark, taken_in_bulk, outcome, outcome_reason, decision_number, announcement_number, announcement_link, hits,
              opened_at, decided_at, closed_at)
            select '$C-' || n, 0, '$C', n, m.measure_id, m.version_id, m.region_id, m.unit_id, m.unit_id, 'u01', '2025',
              'CAMPAIGN', date '2026-12-31', case when n % 20 > 0 then 'CLOSED' else 'DECIDING' end, now(), n % 10 = 3,
              (array['KEEP', 'KEEP', 'REVISE', 'REPEAL'])[1 + n % 4], '理由', '', false,
              case when n % 20 > 0 then (array['KEEP', 'KEEP', 'REVISE', 'REPEAL'])[1 + n % 4] end, '', '', '', '', 2,
              on(n) + interval '4 days', case when n % 20 > 0 then on(n) + interval '20 days' end,
              case when n % 20 > 0 then on(n) + interval '30 days' end
            from generate_series(30001, 100000) n join measure_in_force m on m.measure_id = 'bench-' || n
            """,
            """
            insert into legacy_step (case_number, campaign_number, stage, since)
            select '$C-' || n, '$C', (array['WAITING', 'CHECKING', 'SIGNING', 'REVIEWING', 'DECIDING'])[s], on(n) + s * interval '2 days'
            from generate_series(1, 5) s, generate_series(30001, 100000) n
            """,
            """
            insert into legacy_finding (case_number, finder, file_sha256, address, start_offset, end_offset, quotation, item, reason,
              required_change, disposition, disposition_note)
            select '$C-' || n, 'UNIT', 's', '第一条', 0, 5, '引文', '9(1)', '理由', '删除',
              case when n % 2 = 0 then 'CHANGE_REQUIRED' else 'JUSTIFIED' end, ''
            from generate_series(30001, 100000, 4) n
            """,
            """
            insert into task_step (task_id, case_number, region_id, unit_id, step, begun_at, begun_on, due_at, done_on, minutes, late,
              overdue_at, overdue_on, left_on)
            select 'bench-' || n || '-' || s, t.number, t.region_id, t.unit_id, (array['审查：审查送审稿', '审查：签批结论', '审查：送达意见'])[s], t.begun,
              cast(t.begun as date), t.due, cast(t.done as date), (2 + n % 4) * 1440, case when t.done > t.due then 'LATE' else 'IN_TIME' end,
              case when t.done > t.due then t.due end, case when t.done > t.due then cast(t.due as date) end, cast(t.done as date)
            from generate_series(1, 100000) n, generate_series(1, 3) s, lateral (select
              case when n <= 30000 then '420600-SC-' || n else '$C-' || n end as number,
              case when n % 4 = 0 then 'r420606' else 'r420600' end as region_id, 'bench' || n % 40 as unit_id,
              on(n) + s * interval '3 days' as begun, on(n) + (s * 3 + 4) * interval '1 day' as due,
              on(n) + (s * 3 + 2 + n % 4) * interval '1 day' as done) t
            """,
            """
            insert into letter (number, revision, region_id, regulator_unit_id, source, restricted, begun_at, kind, state, addressee_unit_id,
              addressee_name, title, facts, ground_statement, appointment, request, contact, copy_to, attachments, signing_step, delivered_on,
              ended_at)
            select '420600-HZ-' || n, 0, 'r420600', 'u01', 'CASE', false, on(n), (array['reminder', 'rectification'])[1 + n % 2],
              (array['CLOSED', 'AWAITING_REPLY'])[1 + n % 2], 'bench' || n % 40, '', '函', '', '', '', '', '', '', '', 2,
              cast(on(n) as date) + 5, case when n % 2 = 0 then on(n) + interval '30 days' end
            from generate_series(1, 2000) n
            """,
            """
            insert into complaint (number, revision, region_id, regulator_unit_id, channel, real_name, words_sealed, secret_hash, measure_title,
              measure_number, drafter_named, issued, received_on, registered_at, state, statement_missing, signing_step, outcome, concluded_at)
            select '420600-JB-' || n, 0, 'r420600', 'u01', 'LETTER', n % 2 = 0, '', '', '', '', '', true, cast(on(n) as date), on(n), 'CONCLUDED',
              false, 2, (array['VIOLATION', 'NO_VIOLATION'])[1 + n % 2], on(n) + interval '40 days'
            from generate_series(1, 1000) n
            """,
            """
            insert into lead (number, revision, region_id, regulator_unit_id, title, title_key, document_number, number_key, issuer, issuer_key,
              state, opened_at, decide_until, decision, reason, decided_at)
            select '420600-XS-' || n, 0, 'r420600', 'u01', '线索' || n, '线索' || n, '', '', '', '', 'DISMISSED', on(n), on(n) + interval '10 days',
              'DISMISSED', '', on(n) + interval '4 days'
            from generate_series(1, 2000) n
            """,
            """
            insert into monitoring_point (revision, region_id, name, name_key, kind, address, contact, phone, opened_on, remark, registered_by,
              registered_at)
            select 0, 'r420600', '测评监测点' || n, 'bench' || n, 'ENTERPRISE', '', '', '', date '2021-06-01', '', 'x', now()
            from generate_series(1, 1000) n
            """,
            """
            insert into monitoring_visit (number, revision, point_id, region_id, regulator_unit_id, state, visited_on, first_visitor,
              second_visitor, received_by, remark, not_met, imported)
            select '420600-ZF-' || p.id || '-' || h, 0, p.id, 'r420600', 'u01', 'DONE', cast(on(cast(p.id as integer) * h) as date), '甲', '乙', '', '', '',
              false
            from monitoring_point p, generate_series(1, 20) h where p.name_key like 'bench%'
            """,
            "vacuum analyze");

    private FiguresBench() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Files.createTempDirectory("figures-bench");
        EmbeddedPostgres server = EmbeddedPostgres.start();
        ConfigurableApplicationContext product = StoppableProduct.product()
                .sources(Web.class)
                .run(
                        "--fairreview.data=" + data,
                        "--server.port=0",
                        "--logging.level.root=warn",
                        "--fairreview.register-check=PT24H",
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort()),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres");
        JdbcClient jdbc = product.getBean(JdbcClient.class);
        for (String rows : ROWS) {
            jdbc.sql(rows.replace("$C", CAMPAIGN)
                            .replace(
                                    "on(n)", "(timestamptz '2022-01-01 12:00+08' + n * 7919 % 1796 * interval '1 day')")
                            .replace(
                                    "on(cast(p.id as integer) * h)",
                                    "(timestamptz '2022-01-01 12:00+08' + p.id * h * 7919 % 1796 * interval '1 day')"))
                    .update();
            // a reference checked by the plan for an empty table would read all of the full one
            jdbc.sql("analyze").update();
        }
        Visitor officer = product.getBean(Web.class).login("wuoffice");
        Map<String, Long> first = new HashMap<>();
        for (int round = 0; round < WARM_UP; round++) {
            pages().forEach((name, path) -> first.putIfAbsent(name, took(officer, path)));
        }
        pages().forEach((name, path) -> measure(officer, name, path, first.get(name)));
        if (arguments.length > 0) {
            System.out.println("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres; enter ends");
            System.in.read();
        }
        System.exit(0);
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("figures of a year", "/figures?year=2025");
        pages.put("figures of a quarter", "/figures?year=2025&part=Q2");
        pages.put("figures of a region", "/figures?year=2025&region=r420606");
        pages.put("figures of a unit", "/figures?year=2025&unit=bench5");
        Figures.all().forEach(figure -> pages.put(figure.id(), "/figures/" + figure.id() + "?year=2025"));
        pages.put("reviewed, by a unit and month", "/figures/reviewed?year=2025&by.unit=bench5&by.month=2025-03");
        pages.put("cleaned-up, last page", "/figures/cleaned-up?year=2025&page=9999");
        return pages;
    }

    private static void measure(Visitor visitor, String name, String path, long first) {
        long[] took = new long[MEASURED];
        for (int each = 0; each < MEASURED; each++) {
            took[each] = took(visitor, path);
        }
        Arrays.sort(took);
        System.out.printf(
                "%-30s median %4d ms, slowest %4d ms; first call %5d ms%n",
                name, took[MEASURED / 2] / 1_000_000, took[MEASURED - 1] / 1_000_000, first / 1_000_000);
    }

    private static long took(Visitor visitor, String path) {
        long start = System.nanoTime();
        Answer answer = visitor.get(path);
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return System.nanoTime() - start;
    }
}

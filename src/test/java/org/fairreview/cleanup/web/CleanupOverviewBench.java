package org.fairreview.cleanup.web;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.kit.Answer;
import org.fairreview.kit.StoppableProduct;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures board, lists, search and register over HTTP with 100,000 measures in one clean-up of 40 units, on an embedded
 * PostgreSQL; see docs/operations.md for the command.
 */
final class CleanupOverviewBench {

    private static final int WARM_UP = 3;
    private static final int MEASURED = 30;
    private static final String CAMPAIGN = "420600-QL-2026-9999";

    /** Measures, versions, entries of the register, cases with their steps, screenings with two hits, some findings. */
    private static final List<String> ROWS = List.of(
            """
            insert into unit (id, name, region_id, regulator)
            select 'bench' || n, '测评单位' || n, 'r420600', false from generate_series(1, 39) n
            """,
            """
            insert into campaign (number, revision, region_id, regulator_unit_id, kind, routine, title, scope, cut_off,
              deadline, responsibility, regime, sampling_share, seed, notice_number, state, places, made_at, started_at)
            select '$C', 0, 'r420600', 'u01', 'FAIR_COMPETITION', false, '十万件清理', '全部', current_date - 90,
              current_date - 1, 'DRAFTER', '2025', 10, 'x', '', 'RUNNING', 100000, now() - interval '80 days', now() - interval '70 days'
            """,
            "insert into campaign_unit (campaign_number, unit_id) select '$C', id from unit where id like 'bench%' or id = 'u02'",
            """
            insert into measure (id, drafting_unit_id, region_id, title, kind, issuance, issuing_body, co_drafters, industries,
              legal_basis, contact_name, contact_phone, created_by, created_at)
            select 'bench-' || n, case when n % 40 = 0 then 'u02' else 'bench' || n % 40 end, 'r420600',
              '关于' || (array['支持', '规范', '促进', '加强', '优化'])[1 + n % 5]
                || (array['管网建设', '工程招标投标', '商业银行贷款', '出租汽车经营', '医药采购', '物业服务', '旅游发展'])[1 + n % 7]
                || '若干措施的通知（第' || n || '号）',
              'POLICY_DOCUMENT', 'DEPARTMENT', '襄阳市人民政府办公室', '', '', '', '', '', 'bench', now()
            from generate_series(1, 100000) n
            """,
            """
            insert into measure_version (id, measure_id, number, heard, hearing, adoption, first_opinion, digest, submitted_by, submitted_at)
            select 'benchv-' || n, 'bench-' || n, 1, false, '', '', '', 'x', 'bench', now() from generate_series(1, 100000) n
            """,
            """
            insert into measure_in_force (measure_id, revision, region_id, unit_id, title, title_key, document_number, number_key,
              issued_on, valid_until, link, version_id, text_fingerprint, state, state_since, origin, exception_condition,
              next_evaluation_on, entered_at)
            select m.id, 0, m.region_id, m.drafting_unit_id, m.title, m.title, '襄测发〔' || 2000 + n % 25 || '〕' || n || '号', 'n' || n,
              date '2000-01-01' + n % 9000, case when n % 3 = 0 then current_date + n % 2000 - 200 end, '', 'benchv-' || n, 'f' || n,
              case when n % 10 = 0 then 'REPEALED' else 'IN_FORCE' end, current_date, 'IMPORTED', '', current_date + n % 1000, now()
            from measure m join generate_series(1, 100000) n on m.id = 'bench-' || n
            """,
            """
            insert into legacy_case (number, revision, campaign_number, place, measure_id, version_id, region_id, unit_id,
              issuer_unit_id, regulator_unit_id, regime, occasion, due_on, stage, stage_since, sampled, proposal, proposal_reason,
              review_remark, taken_in_bulk, outcome, outcome_reason, decision_number, announcement_number, announcement_link, hits)
            select '$C-' || n, 0, '$C', n, 'bench-' || n, 'benchv-' || n, 'r420600', m.unit_id, m.unit_id, 'u01', '2025',
              'CAMPAIGN', current_date - 1,
              (array['CHECKING', 'SIGNING', 'REVIEWING', 'RECHECKING', 'DECIDING', 'REVISING', 'ANNOUNCING', 'CLOSED', 'CLOSED', 'CLOSED'])[1 + n / 7 % 10],
              now(), n % 10 = 3, case when n / 7 % 10 > 0 then (array['KEEP', 'KEEP', 'REVISE', 'REPEAL'])[1 + n % 4] end, '理由', '', false,
              case when n / 7 % 10 > 4 then (array['KEEP', 'KEEP', 'REVISE', 'REPEAL'])[1 + n % 4] end, '', '', '', '', 2
            from measure_in_force m join generate_series(1, 100000) n on m.measure_id = 'bench-' || n
            """,
            """
            insert into legacy_step (case_number, campaign_number, stage, since)
            select '$C-' || n, '$C', (array['WAITING', 'CHECKING', 'SIGNING', 'REVIEWING', 'DECIDING'])[s],
              now() - interval '70 days' + (s * 10 + n % 20) * interval '1 day' from generate_series(1, 5) s, generate_series(1, 100000) n
            """,
            """
            insert into screening_run (id, version_id, state, requested_at, passages, passages_done, attempts)
            select 'benchr-' || n, 'benchv-' || n, 'DONE', now(), 10, 10, 1 from generate_series(1, 100000) n
            """,
            """
            insert into screening_hit (run_id, hit_key, file_sha256, ordinal, address, start_offset, end_offset, item, rule_name,
              reason, question, words, score)
            select 'benchr-' || n, 'k', 's', 1, '第一条', 0, 5, (array['8(1)', '8(2)', '9(1)', '9(2)', '10(1)', '10(2)', '11(1)'])[1 + (n + h) % 7],
              'r', '理由', '问题', '词', 1 from generate_series(1, 2) h, generate_series(1, 100000) n
            """,
            """
            insert into legacy_finding (case_number, finder, file_sha256, address, start_offset, end_offset, quotation, item, reason,
              required_change, disposition, disposition_note)
            select '$C-' || n, 'UNIT', 's', '第一条', 0, 5, '引文', '9(1)', '理由', '删除', case when n % 2 = 0 then 'CHANGE_REQUIRED' else 'JUSTIFIED' end, ''
            from generate_series(1, 100000, 5) n
            """,
            "vacuum analyze");

    private CleanupOverviewBench() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Files.createTempDirectory("cleanup-overview-bench");
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
            jdbc.sql(rows.replace("$C", CAMPAIGN)).update();
            // a reference checked by the plan for an empty table would read all of the full one
            jdbc.sql("analyze").update();
        }
        Web web = product.getBean(Web.class);
        measure(web.login("wuoffice"), "regulator", pages());
        Map<String, String> ofAUnit = pages();
        ofAUnit.keySet().retainAll(List.of("board", "list", "search", "register", "register, search"));
        measure(web.login("chenyu"), "unit", ofAUnit);
        if (arguments.length > 0) {
            System.out.println("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres; enter ends");
            System.in.read();
        }
        System.exit(0);
    }

    private static Map<String, String> pages() {
        String cases = "/cleanup/" + CAMPAIGN + "/cases";
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("board", "/cleanup/" + CAMPAIGN);
        pages.put("list", cases);
        pages.put("list, last page", cases + "?page=2000");
        pages.put("list, unit and stage", cases + "?unit=u02&stage=REVIEWING");
        pages.put("list, late", cases + "?late=true");
        pages.put("list, with hits", cases + "?hits=true");
        pages.put("list, an item", cases + "?item=9(1)");
        pages.put("list, with open findings", cases + "?open=true");
        pages.put("list, outcome", cases + "?outcome=REVISE");
        pages.put("search", cases + "?q=招标投标");
        pages.put("search, two words", cases + "?q=促进 9999号");
        pages.put("search, nothing", cases + "?q=没有这样的词");
        pages.put("register", "/measures-in-force");
        pages.put("register, last page", "/measures-in-force?page=1800");
        pages.put("register, due soon", "/measures-in-force?concern=EVALUATION");
        pages.put("register, expired", "/measures-in-force?concern=EXPIRED");
        pages.put("register, search", "/measures-in-force?q=出租汽车");
        pages.put("register, a measure", "/measures-in-force/bench-4000");
        return pages;
    }

    private static void measure(Visitor visitor, String who, Map<String, String> pages) {
        pages.forEach((name, path) -> {
            long first = took(visitor, path);
            long[] took = new long[MEASURED];
            for (int each = -WARM_UP; each < MEASURED; each++) {
                long nanos = took(visitor, path);
                if (each >= 0) {
                    took[each] = nanos;
                }
            }
            Arrays.sort(took);
            System.out.printf(
                    "%-10s %-26s median %4d ms, slowest %4d ms; first call %5d ms%n",
                    who, name, took[MEASURED / 2] / 1_000_000, took[MEASURED - 1] / 1_000_000, first / 1_000_000);
        });
    }

    private static long took(Visitor visitor, String path) {
        long start = System.nanoTime();
        Answer answer = visitor.get(path.replace(" ", "%20"));
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return System.nanoTime() - start;
    }
}

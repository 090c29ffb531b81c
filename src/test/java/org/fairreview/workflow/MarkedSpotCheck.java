package org.fairreview.workflow;

import static org.fairreview.kit.SpotChecking.CLERK;
import static org.fairreview.kit.SpotChecking.DECIDE;
import static org.fairreview.kit.SpotChecking.DELIVER;
import static org.fairreview.kit.SpotChecking.DRAFT;
import static org.fairreview.kit.SpotChecking.DRAW;
import static org.fairreview.kit.SpotChecking.FIRST;
import static org.fairreview.kit.SpotChecking.FIX;
import static org.fairreview.kit.SpotChecking.INSPECT;
import static org.fairreview.kit.SpotChecking.LEADER;
import static org.fairreview.kit.SpotChecking.PLANNER;
import static org.fairreview.kit.SpotChecking.PUBLISH;
import static org.fairreview.kit.SpotChecking.SECOND;
import static org.fairreview.kit.SpotChecking.SIGN_PLAN;
import static org.fairreview.kit.SpotChecking.SIGN_REPORT;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.SpotChecking;
import org.fairreview.kit.TestClock.MovableClock;
import org.fairreview.workflow.MarkedCleanup.Marker;

/** A spot check in which every text that somebody writes is marked. */
record MarkedSpotCheck(ProcessDriver process, SpotChecking spots, MovableClock clock, Marker marker) {

    private static final int LONG = 20_000;

    void told() {
        String word = spots.word();
        spots.measures(word, 1);
        spots.giveUp(spots.listing(), marker.mark(FIX + ".giveUpReason", 4_000));
        String number = spots.planned(spots.plan(word, 0, null, spots.today().plusDays(1)));
        process.answer(
                number, SIGN_PLAN, LEADER, Map.of("agreed", true, "remark", marker.mark(SIGN_PLAN + ".remark", 4_000)));
        process.answer(
                number,
                FIX,
                PLANNER,
                Map.of("giveUp", false, "fromRegister", true, "fromList", false, "targets", List.of(target())));
        clock.advance(Duration.ofDays(1));
        try {
            process.answer(
                    number,
                    DRAW,
                    PLANNER,
                    Map.of("seed", "0312172533", "witness", marker.mark(DRAW + ".witness", 200), "once", true));
        } finally {
            clock.reset();
        }
        process.runJobs(number);
        inspect(spots.items(number).get(0).number());
        report(number);
    }

    private Map<String, Object> target() {
        return Map.of(
                "title", "关于网约车经营的通知",
                "documentNumber", marker.mark(FIX + ".targets.documentNumber", 100),
                "unitName", marker.mark(FIX + ".targets.unitName", 200),
                "reason", marker.mark(FIX + ".targets.reason", 2_000));
    }

    private void inspect(String item) {
        Map<String, Object> finding = new HashMap<>(Map.of(
                "fileSha256",
                "",
                "address",
                marker.mark(INSPECT + ".findings.address", 500),
                "startOffset",
                -1,
                "endOffset",
                -1,
                "quotation",
                marker.mark(INSPECT + ".findings.quotation", LONG),
                "item",
                "10(2)",
                "reason",
                marker.mark(INSPECT + ".findings.reason", LONG),
                "requiredChange",
                marker.mark(INSPECT + ".findings.requiredChange", LONG),
                "legalBasis",
                "LAW",
                "legalBasisSource",
                marker.mark(INSPECT + ".findings.legalBasisSource", 2_000)));
        finding.put("specificOperator", true);
        process.answer(
                spots.task(item, FIRST),
                FIRST,
                Map.of(
                        "findings", List.of(finding),
                        "hits", List.of(),
                        "procedure", "FOLLOWED",
                        "opinion", marker.mark(INSPECT + ".opinion", LONG)));
        spots.record(item, SECOND, "FOLLOWED", List.of());
        process.answer(
                item,
                DECIDE,
                PLANNER,
                Map.of(
                        "findings", List.of(),
                        "procedure", "FOLLOWED",
                        "reason", marker.mark(DECIDE + ".reason", 4_000)));
        process.runJobs(item);
    }

    private void report(String number) {
        process.answer(
                number,
                DRAFT,
                FIRST,
                Map.of(
                        "situation", marker.mark(DRAFT + ".situation", LONG),
                        "problems", marker.mark(DRAFT + ".problems", LONG),
                        "nextSteps", marker.mark(DRAFT + ".nextSteps", LONG),
                        "government", marker.mark(DRAFT + ".government", 200),
                        "higher", marker.mark(DRAFT + ".higher", 200)));
        process.answer(
                number,
                SIGN_REPORT,
                LEADER,
                Map.of("agreed", true, "remark", marker.mark(SIGN_REPORT + ".remark", 4_000)));
        process.runJobs(number);
        process.answer(
                number,
                DELIVER,
                CLERK,
                Map.of(
                        "governmentOn", spots.today().toString(),
                        "governmentBy", marker.mark(DELIVER + ".governmentBy", 200),
                        "higherOn", spots.today().toString(),
                        "higherBy", marker.mark(DELIVER + ".higherBy", 200)));
        process.answer(
                number,
                PUBLISH,
                PLANNER,
                Map.of(
                        "publish",
                        true,
                        "publishedOn",
                        spots.today().toString(),
                        "link",
                        "https://example.org/" + marker.mark(PUBLISH + ".link", 400),
                        "reason",
                        marker.mark(PUBLISH + ".reason", 4_000)));
    }
}

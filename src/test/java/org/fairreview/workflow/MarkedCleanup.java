package org.fairreview.workflow;

import static org.fairreview.kit.LegacyCampaign.ANNOUNCE;
import static org.fairreview.kit.LegacyCampaign.CHECK;
import static org.fairreview.kit.LegacyCampaign.CLERK;
import static org.fairreview.kit.LegacyCampaign.CONFIRM;
import static org.fairreview.kit.LegacyCampaign.DECIDE;
import static org.fairreview.kit.LegacyCampaign.DRAFTER;
import static org.fairreview.kit.LegacyCampaign.HEAD;
import static org.fairreview.kit.LegacyCampaign.OFFICE;
import static org.fairreview.kit.LegacyCampaign.PUBLISH;
import static org.fairreview.kit.LegacyCampaign.RECHECK;
import static org.fairreview.kit.LegacyCampaign.REVIEW;
import static org.fairreview.kit.LegacyCampaign.REVIEWER;
import static org.fairreview.kit.LegacyCampaign.SIGN;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.kit.LegacyCampaign;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Screened;
import org.fairreview.kit.Submitting;

/** Clean-ups in which every text that somebody writes is marked. */
record MarkedCleanup(
        ProcessDriver process,
        LegacyCampaign legacy,
        LegacyCases cases,
        Screened screened,
        Submitting submitting,
        Clock clock,
        Marker marker) {

    private static final int LONG = 20_000;

    /** Makes a text of a length for a field. */
    @FunctionalInterface
    interface Marker {
        String mark(String field, int length);
    }

    void told() {
        returnedRepealedAndPublished();
        checkedInFull();
    }

    private void returnedRepealedAndPublished() {
        String number = legacy.one(0, null, body(CHECK));
        legacy.check(number, "KEEP");
        process.answer(number, SIGN, HEAD, returned(SIGN));
        legacy.check(number, "KEEP");
        legacy.sign(number, true);
        process.answer(number, REVIEW, REVIEWER, returned(REVIEW));
        process.answer(number, CHECK, DRAFTER, check(number));
        legacy.sign(number, true);
        legacy.review(number, true);
        process.answer(
                number,
                DECIDE,
                CLERK,
                Map.of(
                        "act", "DECIDED",
                        "outcome", "REPEAL",
                        "outcomeReason", marker.mark(DECIDE + ".outcomeReason", 4_000),
                        "decisionNumber", marker.mark(DECIDE + ".decisionNumber", 100),
                        "decidedOn", today(),
                        "decisionFile", submitting.scan(CLERK)));
        process.answer(
                number,
                ANNOUNCE,
                DRAFTER,
                Map.of(
                        "announcementNumber", marker.mark(ANNOUNCE + ".announcementNumber", 100),
                        "announcedOn", today(),
                        "announcementLink", marker.mark(ANNOUNCE + ".announcementLink", 500)));
        process.answer(
                number, CONFIRM, REVIEWER, Map.of("done", false, "remark", marker.mark(CONFIRM + ".remark", 4_000)));
        process.answer(
                legacy.campaignOf(number).number(),
                PUBLISH,
                OFFICE,
                Map.of(
                        "publishedOn", today(),
                        "catalogueNumber", marker.mark(PUBLISH + ".catalogueNumber", 100),
                        "catalogueLink", marker.mark(PUBLISH + ".catalogueLink", 500)));
    }

    private void checkedInFull() {
        String number = legacy.one(100, LegacyCampaign.UNIT, body(RECHECK));
        legacy.check(number, "KEEP");
        legacy.sign(number, true);
        Map<String, Object> recheck = new HashMap<>(returned(RECHECK));
        recheck.put("findings", List.of(finding(number, RECHECK)));
        recheck.put("hits", List.of(dismissal(number, RECHECK)));
        process.answer(number, RECHECK, REVIEWER, recheck);
    }

    private Map<String, Object> check(String number) {
        Map<String, Object> check = new HashMap<>(Map.of(
                "findings", List.of(finding(number, CHECK)),
                "hits", List.of(dismissal(number, CHECK)),
                "proposal", "KEEP",
                "exceptionCase", "PUBLIC_INTEREST",
                "endCondition", marker.mark(CHECK + ".endCondition", 4_000)));
        for (String field : List.of("proposalReason", "effect", "ground", "leastHarm", "periodReason", "other")) {
            check.put(field, marker.mark(CHECK + "." + field, LONG));
        }
        return check;
    }

    private String body(String task) {
        return SampleMeasure.BODY + "\n第九条 " + marker.mark(task + ".findings.quotation", LONG) + "\n";
    }

    private Map<String, Object> finding(String number, String task) {
        Map<String, Object> finding = legacy.finding(number, SampleMeasure.REGISTERED_HERE, "EXCEPTED");
        finding.putAll(Map.of(
                "startOffset",
                -1,
                "endOffset",
                -1,
                "address",
                marker.mark(task + ".findings.address", 500),
                "quotation",
                marker.mark(task + ".findings.quotation", LONG),
                "item",
                "10(2)",
                "reason",
                marker.mark(task + ".findings.reason", LONG),
                "requiredChange",
                marker.mark(task + ".findings.requiredChange", LONG),
                "legalBasis",
                "LAW",
                "legalBasisSource",
                marker.mark(task + ".findings.legalBasisSource", 2_000),
                "specificOperator",
                true));
        finding.put("subItem", null);
        finding.put("dispositionNote", marker.mark(task + ".findings.dispositionNote", LONG));
        return finding;
    }

    private Map<String, Object> dismissal(String number, String task) {
        String version = cases.get(number).versionId().orElseThrow();
        return Map.of(
                "hit",
                screened.of(version).hits().get(0).key(),
                "number",
                1,
                "dismissed",
                true,
                "reason",
                marker.mark(task + ".hits.reason", 2_000));
    }

    private Map<String, Object> returned(String task) {
        return Map.of("agreed", false, "remark", marker.mark(task + ".remark", 4_000));
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }
}

package org.fairreview.workflow;

import static org.fairreview.kit.DocumentMaking.COMMENT;
import static org.fairreview.kit.DocumentMaking.DELIBERATE;
import static org.fairreview.kit.DocumentMaking.DRAFTER;
import static org.fairreview.kit.DocumentMaking.FILE;
import static org.fairreview.kit.DocumentMaking.LAWYER;
import static org.fairreview.kit.DocumentMaking.LEGALITY;
import static org.fairreview.kit.DocumentMaking.PUBLISH;
import static org.fairreview.kit.DocumentMaking.REVISE;
import static org.fairreview.kit.DocumentMaking.SUMMARISE;
import static org.fairreview.kit.DocumentMaking.SUPPLEMENT;

import java.util.Map;
import org.fairreview.kit.DocumentMaking;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.procedure.ProcedureKind;
import org.fairreview.workflow.MarkedCleanup.Marker;

/** A procedure in which every text that somebody writes is marked. */
record MarkedDocument(ProcessDriver process, DocumentMaking documents, Marker marker) {

    private static final int LONG = 20_000;

    void told() {
        String number = documents.opened(ProcedureKind.MAJOR_DECISION, false);
        process.answer(
                number,
                COMMENT,
                DRAFTER,
                Map.of(
                        "startsOn", documents.today().minusDays(10).toString(),
                        "endsOn", documents.today().minusDays(3).toString(),
                        "place", marker.mark(COMMENT + ".place", 200),
                        "link", "https://example.org/" + marker.mark(COMMENT + ".link", 400),
                        "shortReason", marker.mark(COMMENT + ".shortReason", 4_000),
                        "draft", documents.text("征求意见稿.txt")));
        process.answer(
                number,
                SUMMARISE,
                DRAFTER,
                Map.of(
                        "received",
                        3,
                        "summary",
                        marker.mark(SUMMARISE + ".summary", LONG),
                        "adoption",
                        marker.mark(SUMMARISE + ".adoption", LONG),
                        "comments",
                        documents.text("汇总表.txt")));
        reviews(number);
        decisions(number);
    }

    private void reviews(String number) {
        process.answer(
                number,
                LEGALITY,
                LAWYER,
                Map.of(
                        "legality", "INCOMPLETE",
                        "said", marker.mark(LEGALITY + ".said", LONG),
                        "givenOn", documents.today().toString()));
        process.answer(
                number,
                SUPPLEMENT,
                DRAFTER,
                Map.of(
                        "supplied", marker.mark(SUPPLEMENT + ".supplied", LONG),
                        "supplement", documents.text("依据.txt")));
        documents.legality(number, "LAWFUL");
    }

    private void decisions(String number) {
        String review = documents.passed();
        documents.link(number, review);
        process.answer(
                number,
                DELIBERATE,
                DRAFTER,
                Map.of(
                        "outcome", "ADOPTED_WITH_CHANGES",
                        "heldOn", documents.today().toString(),
                        "meeting", marker.mark(DELIBERATE + ".meeting", 200),
                        "changes", marker.mark(DELIBERATE + ".changes", 4_000),
                        "material", false,
                        "dissent", marker.mark(DELIBERATE + ".dissent", LONG),
                        "minutes", documents.text("会议纪要.txt")));
        process.answer(
                number,
                PUBLISH,
                DRAFTER,
                Map.of("outcome", "SENT_BACK", "reason", marker.mark(PUBLISH + ".reason", 4_000)));
        process.answer(
                number,
                REVISE,
                DRAFTER,
                Map.of(
                        "step",
                        "REVISED",
                        "said",
                        marker.mark(REVISE + ".said", 4_000),
                        "material",
                        true,
                        "draft",
                        documents.text("修改稿.txt")));
        documents.resubmitted(review);
        documents.link(number, review);
        documents.legality(number, "LAWFUL");
        documents.deliver(number, review);
        documents.deliberate(number, "ADOPTED");
        process.answer(
                number,
                PUBLISH,
                DRAFTER,
                Map.of(
                        "outcome", "PUBLISHED",
                        "publishedOn", documents.today().toString(),
                        "place", marker.mark(PUBLISH + ".place", 200),
                        "link", "https://example.org/" + marker.mark(PUBLISH + ".link", 400),
                        "documentNumber", marker.mark(PUBLISH + ".documentNumber", 100),
                        "text", documents.text("公布稿.txt")));
        process.answer(
                number,
                FILE,
                DRAFTER,
                Map.of(
                        "filedWith", marker.mark(FILE + ".filedWith", 200),
                        "filedOn", documents.today().toString(),
                        "receiptNumber", marker.mark(FILE + ".receiptNumber", 100),
                        "receipt", documents.text("回执.txt")));
    }
}

package org.fairreview.review.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.review.CaseFile;
import org.fairreview.review.CaseReads;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The cases for other systems, as JSON. */
@RestController
@RequestMapping("/api/cases")
class CaseApi {

    private static final int MOST = 200;

    /** A case as other systems read it; the conclusion only where the account may know it. */
    record CaseSummary(
            String number,
            String title,
            String draftingUnit,
            Stage stage,
            String stageLabel,
            @Nullable Conclusion conclusion,
            @Nullable String conclusionLabel,
            Instant submittedAt,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate deliveredOn) {

        static CaseSummary of(CaseRow row) {
            return new CaseSummary(
                    row.number(),
                    row.title(),
                    row.draftingUnit(),
                    row.stage(),
                    row.stageLabel(),
                    row.conclusion(),
                    row.conclusionLabel(),
                    row.submittedAt(),
                    row.lastDay(),
                    row.deliveredOn());
        }
    }

    private final CurrentActor currentActor;
    private final CaseList rows;
    private final CaseFile caseFile;
    private final CaseReads reads;
    private final CaseDetails details;

    CaseApi(CurrentActor currentActor, CaseList rows, CaseFile caseFile, CaseReads reads, CaseDetails details) {
        this.currentActor = currentActor;
        this.rows = rows;
        this.caseFile = caseFile;
        this.reads = reads;
        this.details = details;
    }

    @GetMapping
    List<CaseSummary> cases() {
        List<CaseRow> latest = rows.latest(currentActor.get(), MOST);
        reads.exported(latest.stream().map(CaseRow::number).toList());
        return latest.stream().map(CaseSummary::of).toList();
    }

    @GetMapping("/{number}")
    CaseDetail byNumber(@PathVariable String number) {
        Actor actor = currentActor.get();
        ReviewCase review =
                caseFile.find(number, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        reads.opened(review, actor, "api");
        return details.of(review, actor);
    }
}

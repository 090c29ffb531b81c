package org.fairreview.review.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.fairreview.document.FileStore;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.legaladvice.Contracts;
import org.fairreview.review.CaseFile;
import org.fairreview.review.CaseReads;
import org.fairreview.review.OpinionRecalls;
import org.fairreview.review.Submissions;
import org.fairreview.review.ledger.Ledger;
import org.fairreview.review.ledger.PastReviews;
import org.fairreview.review.ledger.SavedViews;
import org.fairreview.screening.RuleTrials;
import org.fairreview.workflow.CaseProgress;
import org.fairreview.workflow.Problems;
import org.fairreview.workflow.RefusalTexts;
import org.fairreview.workflow.TaskInbox;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** A test of the portal's pages as the browser gets them; what they show is given by the test. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebMvcTest({
    HomeController.class,
    SubmitController.class,
    CaseController.class,
    LedgerController.class,
    PastReviewController.class
})
@ActiveProfiles("test")
@WithMockUser("chenyu")
@Import({
    Labels.class,
    Moments.class,
    Problems.class,
    RefusalTexts.class,
    LedgerRows.class,
    LedgerWorkbook.class,
    PastWorkbook.class
})
@MockitoBean(
        types = {
            CurrentActor.class,
            Units.class,
            TaskInbox.class,
            FileStore.class,
            Submissions.class,
            OpinionRecalls.class,
            Contracts.class,
            CaseFile.class,
            CaseList.class,
            CasePages.class,
            Tombstones.class,
            CasePapers.class,
            CirculationView.Maker.class,
            CaseReads.class,
            ReadingViews.class,
            InstructionViews.class,
            CaseProgress.class,
            Replays.class,
            ScreeningViews.class,
            CanvassViews.class,
            CaseInsights.class,
            RuleTrials.class,
            Directory.class,
            Ledger.class,
            SavedViews.class,
            PastReviews.class,
            PastReviewImports.class
        })
@interface PageTest {}

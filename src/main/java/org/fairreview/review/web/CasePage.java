package org.fairreview.review.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that the page of a case shows to its reader. */
record CasePage(
        CaseRow row,
        boolean inside,
        boolean drafting,
        String regulator,
        String submittedBy,
        List<Fact> facts,
        List<Fact> statement,
        @Nullable String supplementAsked,
        @Nullable String changeAsked,
        @Nullable ClockView clock,
        List<TaskView> tasks,
        List<TextView> texts,
        boolean findingsShown,
        List<FindingView> findings,
        List<AdviceView> advices,
        @Nullable ConclusionView conclusion,
        List<SignatureView> signatures,
        List<FileView> documents,
        List<VersionView> versions,
        Course course,
        List<Timeline.Step> timeline) {

    record Fact(String label, String value) {}

    record ClockView(
            int counted,
            int limit,
            int stoppedDays,
            boolean standing,
            boolean over,
            String startedOn,
            @Nullable String lastDay,
            @Nullable String endedOn,
            List<StopView> stops) {}

    record StopView(String from, @Nullable String until, String reason) {}

    /** An open task; {@code url} only for those who may work on it. */
    record TaskView(
            String name, @Nullable String assignee, @Nullable String due, boolean overdue, @Nullable String url) {}

    record TextView(
            String sha256,
            String name,
            String role,
            String url,
            List<MarkedText.MarkedPassage> passages,
            Set<Integer> lost) {}

    record FindingView(
            int number,
            String file,
            String address,
            String quotation,
            String item,
            @Nullable String subItem,
            String reason,
            String requiredChange,
            @Nullable String legalBasis,
            @Nullable String specificOperator,
            String disposition,
            String dispositionLabel,
            @Nullable String justification,
            String dispositionNote,
            List<SimilarView> similar) {}

    /**
     * Where the case came from and how it went on.
     *
     * @param end how the case ended
     * @param issue how the measure was issued
     * @param lead what is wrong with the issue
     * @param past what was concluded on earlier versions
     * @param term the exception in force
     * @param mayWithdraw whether the reader may withdraw the measure
     */
    record Course(
            @Nullable String end,
            @Nullable String endReason,
            List<Fact> issue,
            @Nullable String lead,
            List<PastView> past,
            List<Fact> term,
            boolean mayWithdraw) {

        static final Course NONE = new Course(null, null, List.of(), null, List.of(), List.of(), false);
    }

    record PastView(
            String label,
            boolean allowsIssue,
            int version,
            @Nullable String documentNumber,
            String signedOffAt,
            boolean voided,
            String reason,
            List<FileView> files) {}

    /** An opinion asked for; {@code recallId} where the reader may take it back, {@code legal} of an adviser's alone. */
    record AdviceView(
            String kind,
            @Nullable String position,
            @Nullable String url,
            String adviser,
            String requestedBy,
            String requestedAt,
            String question,
            @Nullable String opinion,
            @Nullable String givenAt,
            @Nullable String recalled,
            @Nullable String recallReason,
            @Nullable String recallId,
            AdviceViews.@Nullable LegalView legal,
            @Nullable EvaluationView evaluation) {

        /** An opinion of a body that is no legal adviser. */
        AdviceView(
                String kind,
                @Nullable String position,
                @Nullable String url,
                String adviser,
                String requestedBy,
                String requestedAt,
                String question,
                @Nullable String opinion,
                @Nullable String givenAt,
                @Nullable String recalled,
                @Nullable String recallReason,
                @Nullable String recallId) {
            this(
                    kind,
                    position,
                    url,
                    adviser,
                    requestedBy,
                    requestedAt,
                    question,
                    opinion,
                    givenAt,
                    recalled,
                    recallReason,
                    recallId,
                    null,
                    null);
        }
    }

    /** What an institution was shown and found, and what became of it. */
    record EvaluationView(
            String state,
            @Nullable String accepted,
            boolean late,
            List<String> material,
            List<EvaluationFindingView> findings,
            List<ReturnedReportView> returned) {}

    record EvaluationFindingView(
            String quotation, String standard, String effect, String suggestion, @Nullable String use, String note) {}

    record ReturnedReportView(String given, String summary, String returned, String reason, String url) {}

    record ConclusionView(
            boolean signedOff,
            String label,
            boolean allowsIssue,
            @Nullable String documentNumber,
            @Nullable String signedOffAt,
            @Nullable String sealedOn,
            @Nullable String delivered,
            List<Fact> texts) {}

    record SignatureView(String label, String name, boolean agreed, String remark, String at, boolean valid) {}

    record FileView(String role, String name, String size, String sha256, String url) {}

    record VersionView(
            int number, boolean current, String submittedBy, String submittedAt, String digest, List<FileView> files) {}
}

package org.fairreview.review.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.document.FileStore;
import org.fairreview.identity.Actor;
import org.fairreview.measure.MeasureVersion;
import org.fairreview.review.ExceptionTerm;
import org.fairreview.review.ExceptionTerms;
import org.fairreview.review.Issue;
import org.fairreview.review.PastConclusion;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.Submissions;
import org.fairreview.review.web.CasePage.Course;
import org.fairreview.review.web.CasePage.Fact;
import org.fairreview.review.web.CasePage.FileView;
import org.fairreview.review.web.CasePage.PastView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells how a case went on: earlier conclusions, the issue, the exception in force, the end. */
@Component
class CaseCourses {

    private final Submissions submissions;
    private final ExceptionTerms terms;
    private final FileStore store;
    private final Labels labels;
    private final Moments moments;

    CaseCourses(Submissions submissions, ExceptionTerms terms, FileStore store, Labels labels, Moments moments) {
        this.submissions = submissions;
        this.terms = terms;
        this.store = store;
        this.labels = labels;
        this.moments = moments;
    }

    Course of(ReviewCase review, Actor actor, List<MeasureVersion> versions) {
        return new Course(
                review.caseEnd().map(end -> labels.of("review.end", end)).orElse(null),
                review.endReason().orElse(null),
                review.issue().map(issue -> issue(review, issue)).orElse(List.of()),
                review.issue().filter(Issue::isLead).map(this::lead).orElse(null),
                review.pastConclusions().stream()
                        .map(past -> past(review, past, versions))
                        .toList(),
                terms.find(review.number()).map(term -> term(review, term)).orElse(List.of()),
                submissions.mayWithdraw(review, actor));
    }

    private List<Fact> issue(ReviewCase review, Issue issue) {
        return Stream.of(
                        new Fact(labels.text("said.number"), issue.number()),
                        new Fact(labels.text("said.issuedOn"), moments.day(issue.issuedOn())),
                        new Fact(labels.text("said.link"), issue.link()))
                .filter(fact -> !fact.value().isBlank())
                .toList();
    }

    private String lead(Issue issue) {
        String text =
                issue.passagesDeviating() > 0 ? labels.text("page.issue.deviates", issue.passagesDeviating()) : "";
        return text + (issue.tooEarly() ? labels.text("page.issue.tooEarly") : "");
    }

    private PastView past(ReviewCase review, PastConclusion past, List<MeasureVersion> versions) {
        return new PastView(
                labels.of("review.conclusion", past.conclusion()),
                past.conclusion().allowsIssue(),
                versions.stream()
                        .filter(version -> version.id().equals(past.versionId()))
                        .findFirst()
                        .map(MeasureVersion::number)
                        .orElse(0),
                past.documentNumber(),
                moments.minute(past.signedOffAt()),
                past.voided(),
                past.reason(),
                Stream.of(
                                file(review, past.documentFileId(), "page.document.conclusion"),
                                file(review, past.sealedFileId(), "page.document.scan"))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<FileView> file(ReviewCase review, @Nullable String id, String role) {
        return Optional.ofNullable(id)
                .flatMap(store::find)
                .map(file -> new FileView(
                        labels.text(role),
                        file.name(),
                        FileSize.of(file.size()),
                        file.sha256(),
                        CaseFilesAddress.of(review.number(), file.id())));
    }

    private List<Fact> term(ReviewCase review, ExceptionTerm term) {
        return Stream.of(
                        new Fact(labels.text("page.term.state"), labels.of("exception.state", term.state())),
                        new Fact(
                                labels.text("page.term.endsOn"),
                                term.endsOn().map(moments::day).orElse("")),
                        new Fact(labels.text("page.term.endCondition"), term.endCondition()),
                        new Fact(
                                labels.text("page.term.statement"),
                                term.statement().orElse("")),
                        new Fact(
                                labels.text("page.term.successor"),
                                term.successorCase().orElse("")),
                        new Fact(
                                labels.text("page.term.stoppedOn"),
                                term.stoppedOn().map(moments::day).orElse("")),
                        new Fact(
                                labels.text("page.term.stopRemark"),
                                term.stopRemark().orElse("")))
                .filter(fact -> !fact.value().isBlank())
                .toList();
    }
}

package org.fairreview.review.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fairreview.document.FileStore;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.legaladvice.AdviceQuestion;
import org.fairreview.legaladvice.LegalAdvice;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.review.CaseAdvice;
import org.fairreview.review.ReviewCase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an adviser was asked and said in a case, in words, for its page and for the forms. */
@Component
class AdviceViews {

    /** A question and the opinion on it. */
    record QuestionView(String question, @Nullable String opinion) {}

    record FileLink(String name, String url) {}

    /**
     * What only a legal adviser's opinion has.
     *
     * @param declines who stood aside, and why
     * @param supersedes which opinion this one takes the place of
     * @param awaited whether somebody still has to say what becomes of it
     */
    record LegalView(
            String id,
            List<QuestionView> questions,
            @Nullable String assessment,
            List<FileLink> files,
            List<String> declines,
            boolean superseded,
            @Nullable String supersedes,
            @Nullable String supersedeReason,
            boolean awaited,
            @Nullable String adopted,
            @Nullable String extent,
            @Nullable String adoptionReason,
            @Nullable String adoptedBy,
            boolean mayAdopt,
            boolean maySupersede) {}

    private final LegalAdvices advices;
    private final CaseAdvice caseAdvice;
    private final FileStore store;
    private final Directory directory;
    private final Labels labels;
    private final Moments moments;

    AdviceViews(
            LegalAdvices advices,
            CaseAdvice caseAdvice,
            FileStore store,
            Directory directory,
            Labels labels,
            Moments moments) {
        this.advices = advices;
        this.caseAdvice = caseAdvice;
        this.store = store;
        this.directory = directory;
        this.labels = labels;
        this.moments = moments;
    }

    String adviser(LegalAdvice advice) {
        return advice.adviserId().map(directory::nameOf).orElseGet(() -> labels.text("page.advice.nobody"));
    }

    /** All questions as one text. */
    String question(LegalAdvice advice) {
        return numbered(
                advice.questions().stream().map(AdviceQuestion::question).toList());
    }

    /** All opinions as one text; null while none is given. */
    @Nullable
    String opinion(LegalAdvice advice) {
        return advice.isGiven()
                ? numbered(advice.questions().stream()
                        .map(each -> each.opinion() == null ? "" : each.opinion())
                        .toList())
                : null;
    }

    private static String numbered(List<String> texts) {
        return texts.size() == 1
                ? texts.get(0)
                : IntStream.range(0, texts.size())
                        .mapToObj(place -> (place + 1) + ". " + texts.get(place))
                        .collect(Collectors.joining("\n"));
    }

    LegalView of(ReviewCase review, LegalAdvice advice, Actor actor) {
        Optional<LegalAdvice> old = advice.supersedes().flatMap(advices::find);
        return new LegalView(
                advice.id(),
                advice.questions().stream()
                        .map(each -> new QuestionView(each.question(), each.opinion()))
                        .toList(),
                advice.assessment()
                        .map(value -> labels.of("advice.assessment", value))
                        .orElse(null),
                advice.files().stream()
                        .flatMap(file -> store.find(file).stream())
                        .map(file -> new FileLink(file.name(), CaseFilesAddress.of(review.number(), file.id())))
                        .toList(),
                advice.declines().stream()
                        .map(declined -> labels.text(
                                "page.advice.declined",
                                directory.nameOf(declined.adviserId()),
                                moments.minute(declined.declinedAt()),
                                declined.reason()))
                        .toList(),
                advice.isSuperseded(),
                old.map(each -> labels.text(
                                "page.advice.supersedes",
                                adviser(each),
                                moments.minute(each.givenAt().orElseThrow())))
                        .orElse(null),
                advice.supersedeReason().orElse(null),
                advice.awaitsAdoption(),
                advice.adoption()
                        .map(said -> labels.of("advice.adopted", said.extent()))
                        .orElse(null),
                advice.adoption().map(said -> said.extent().name()).orElse(null),
                advice.adoption().map(said -> said.reason()).orElse(null),
                advice.adoption()
                        .map(said -> labels.text(
                                "page.advice.adopted.by", directory.nameOf(said.by()), moments.minute(said.at())))
                        .orElse(null),
                caseAdvice.mayAdopt(review, advice, actor),
                caseAdvice.maySupersede(review, advice, actor));
    }
}

package org.fairreview.review.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Instruction;
import org.fairreview.review.Instructions;
import org.fairreview.review.ReviewCase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The instructions on a case as its page shows them, for those who stand inside of the review. */
@Component
class InstructionViews {

    /** From how many days before its day an instruction stands out. */
    private static final int SOON = 2;

    /** An instruction; the title only where it is listed outside of its case. */
    record View(
            long id,
            String caseNumber,
            @Nullable String title,
            String author,
            String at,
            String text,
            @Nullable String scanUrl,
            @Nullable String scanName,
            String responsible,
            String due,
            boolean open,
            boolean soon,
            boolean over,
            boolean mine,
            @Nullable String withdrawnBecause,
            @Nullable String answer,
            @Nullable String answeredAt) {}

    record Choice(String value, String label) {}

    /** What the page of a case needs. */
    record Panel(List<View> open, List<View> all, List<Choice> responsible, List<Choice> successors) {}

    private final Instructions instructions;
    private final CaseInsights insights;
    private final CaseFile caseFile;
    private final Measures measures;
    private final FileStore store;
    private final Directory directory;
    private final Moments moments;

    InstructionViews(
            Instructions instructions,
            CaseInsights insights,
            CaseFile caseFile,
            Measures measures,
            FileStore store,
            Directory directory,
            Moments moments) {
        this.instructions = instructions;
        this.insights = insights;
        this.caseFile = caseFile;
        this.measures = measures;
        this.store = store;
        this.directory = directory;
        this.moments = moments;
    }

    Panel of(ReviewCase review, Actor actor) {
        if (!insights.of(review, actor).isInside()) {
            return new Panel(List.of(), List.of(), List.of(), List.of());
        }
        List<View> all = instructions.of(review.number()).stream()
                .map(instruction -> view(instruction, null, actor))
                .toList();
        return new Panel(
                all.stream().filter(View::open).toList(),
                all,
                instructions.mayInstruct(review, actor) ? responsible(review, actor) : List.of(),
                instructions.mayChange(review, actor) ? responsible(review, actor) : List.of());
    }

    private List<Choice> responsible(ReviewCase review, Actor actor) {
        return instructions.responsible(review, actor).stream()
                .map(person -> new Choice(person.userId(), person.name()))
                .toList();
    }

    /** What waits for the person's answer. */
    List<View> waitingFor(Actor actor) {
        return instructions.waitingFor(actor).stream()
                .map(instruction -> view(
                        instruction,
                        measures.get(caseFile.get(instruction.caseNumber()).measureId())
                                .facts()
                                .title(),
                        actor))
                .toList();
    }

    private View view(Instruction instruction, @Nullable String title, Actor actor) {
        LocalDate today = moments.dayOf(moments.now());
        Optional<StoredFile> scan = instruction.scanFileId().flatMap(store::find);
        return new View(
                instruction.id() == null ? 0 : instruction.id(),
                instruction.caseNumber(),
                title,
                directory.nameOf(instruction.authorId()),
                moments.minute(instruction.givenAt()),
                instruction.text(),
                scan.map(file -> CaseFilesAddress.of(instruction.caseNumber(), file.id()))
                        .orElse(null),
                scan.map(StoredFile::name).orElse(null),
                directory.nameOf(instruction.responsibleId()),
                moments.day(instruction.dueOn()),
                instruction.isOpen(),
                instruction.isOpen() && !instruction.dueOn().isAfter(today.plusDays(SOON)),
                instruction.isOpen() && instruction.dueOn().isBefore(today),
                instruction.isOpen() && instruction.responsibleId().equals(actor.userId()),
                instruction.withdrawnBecause().orElse(null),
                instruction.answer().orElse(null),
                instruction.answeredAt().map(moments::minute).orElse(null));
    }
}

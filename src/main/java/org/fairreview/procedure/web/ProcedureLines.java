package org.fairreview.procedure.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fairreview.calendar.TimeLimit;
import org.fairreview.document.FileStore;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.procedure.CommentPeriod;
import org.fairreview.procedure.Deliberation;
import org.fairreview.procedure.DraftChange;
import org.fairreview.procedure.FairReview;
import org.fairreview.procedure.LegalityOpinion;
import org.fairreview.procedure.ProcedureCase;
import org.fairreview.procedure.ProcedureLimits;
import org.fairreview.procedure.ProcedureStep;
import org.fairreview.review.CaseFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of a procedure, as lines of a page or a form. */
@Component
class ProcedureLines {

    /** A label and what it says, with the way there where there is one. */
    record Line(String label, String text, @Nullable String url) {}

    /** One step in the order in which they came. */
    record StepRow(
            String step, int round, String since, String due, String done, String by, boolean late, boolean open) {}

    private final Units units;
    private final Directory directory;
    private final FileStore files;
    private final CaseFile cases;
    private final ProcedureLimits limits;
    private final ProcedureTexts texts;

    ProcedureLines(
            Units units,
            Directory directory,
            FileStore files,
            CaseFile cases,
            ProcedureLimits limits,
            ProcedureTexts texts) {
        this.units = units;
        this.directory = directory;
        this.files = files;
        this.cases = cases;
        this.limits = limits;
        this.texts = texts;
    }

    static String address(ProcedureCase procedure) {
        return "/procedures/" + procedure.number();
    }

    List<Line> facts(ProcedureCase procedure) {
        Lines lines = new Lines(procedure);
        lines.add("procedure.kind", texts.label("procedure.kind", procedure.kind()));
        lines.add("procedure.unit", units.name(procedure.draftingUnitId()));
        lines.add("procedure.business", texts.yesNo(procedure.isBusiness()));
        lines.add("procedure.decider", texts.label("procedure.decider", procedure.decider()));
        lines.add("procedure.decidingBody", procedure.decidingBody());
        lines.add("procedure.legalUnit", units.name(procedure.legalUnitId()));
        lines.add(
                "procedure.opened",
                texts.of("procedure.by", directory.nameOf(procedure.openedBy()), texts.minute(procedure.openedAt())));
        procedure.draftFileId().ifPresent(file -> lines.file("procedure.draft", file));
        procedure
                .end()
                .ifPresent(end -> lines.add(
                        "procedure.end",
                        texts.label("procedure.end", end)
                                + (procedure.endReason().isEmpty() ? "" : "：" + procedure.endReason())));
        return lines.all();
    }

    /** The rules about the public's time to comment, each with its source. */
    List<Line> rules(ProcedureCase procedure) {
        return limits.commentRules(procedure).stream()
                .map(rule -> new Line(days(rule), rule.source(), null))
                .toList();
    }

    String days(TimeLimit limit) {
        return texts.of("procedure.days." + limit.counting().name(), limit.days());
    }

    List<Line> comment(ProcedureCase procedure) {
        Lines lines = new Lines(procedure);
        procedure.comment().ifPresent(period -> comment(lines, period));
        procedure.comments().ifPresent(said -> {
            lines.add("procedure.received", texts.of("procedure.pieces", said.received()));
            lines.add("procedure.summary", said.summary());
            lines.add("procedure.adoption", said.adoption());
        });
        procedure.commentsFileId().ifPresent(file -> lines.file("procedure.commentsFile", file));
        return lines.all();
    }

    private void comment(Lines lines, CommentPeriod period) {
        lines.add(
                "procedure.period",
                texts.of("procedure.span", texts.day(period.startsOn()), texts.day(period.endsOn())));
        lines.add("procedure.place", period.place());
        lines.link("procedure.link", period.link());
        lines.add("procedure.shortReason", period.shortReason());
    }

    List<Line> legality(ProcedureCase procedure) {
        Lines lines = new Lines(procedure);
        for (LegalityOpinion opinion : procedure.opinions()) {
            lines.add(
                    texts.of("procedure.draftLegality", opinion.round()),
                    texts.of(
                            "procedure.legalityOn",
                            texts.label("procedure.legality", opinion.legality()),
                            directory.nameOf(opinion.givenBy()),
                            texts.day(opinion.givenOn())),
                    null);
            lines.add("procedure.said", opinion.said());
            Optional.ofNullable(opinion.fileId()).ifPresent(file -> lines.file("procedure.opinionFile", file));
            lines.add("procedure.supplied", opinion.supplied());
            Optional.ofNullable(opinion.suppliedFileId()).ifPresent(file -> lines.file("procedure.suppliedFile", file));
        }
        return lines.all();
    }

    /** What was asked to be supplied last. */
    List<Line> asked(ProcedureCase procedure) {
        List<LegalityOpinion> opinions = procedure.opinions();
        return opinions.isEmpty()
                ? List.of()
                : List.of(new Line(
                        texts.of("procedure.said"),
                        opinions.get(opinions.size() - 1).said(),
                        null));
    }

    List<Line> fairReview(ProcedureCase procedure, Actor actor) {
        Lines lines = new Lines(procedure);
        for (FairReview review : procedure.fairReviews()) {
            lines.add(
                    texts.of("procedure.draftFair", review.round()),
                    texts.of(
                            "procedure.fairOn",
                            texts.label("procedure.fair", review.outcome()),
                            texts.day(review.concludedOn())),
                    null);
            lines.add("procedure.fairReason", review.reason());
        }
        procedure
                .reviewCase()
                .ifPresent(number -> lines.add(
                        texts.of("procedure.reviewCase"),
                        number
                                + procedure
                                        .fairOutcome()
                                        .map(outcome -> "（" + texts.label("procedure.fair", outcome) + "）")
                                        .orElse(""),
                        cases.find(number, actor).isPresent() ? "/cases/" + number : null));
        return lines.all();
    }

    List<Line> changes(ProcedureCase procedure) {
        Lines lines = new Lines(procedure);
        for (DraftChange change : procedure.changes()) {
            lines.add(
                    texts.of("procedure.draftBack", change.round()),
                    texts.label("procedure.cause", change.cause())
                            + (change.causeReason().isEmpty() ? "" : "：" + change.causeReason()),
                    null);
            if (change.changedAt() != null) {
                lines.add("procedure.changed", change.said());
                lines.add("procedure.material", texts.yesNo(change.material()));
            }
        }
        return lines.all();
    }

    List<Line> deliberations(ProcedureCase procedure) {
        Lines lines = new Lines(procedure);
        for (Deliberation held : procedure.deliberations()) {
            lines.add(
                    texts.of("procedure.draftHeld", held.round()),
                    texts.of(
                            "procedure.heldOn",
                            texts.day(held.heldOn()),
                            held.meeting(),
                            texts.label("procedure.resolution", held.resolution())),
                    null);
            lines.add("procedure.changes", held.changes());
            lines.add("procedure.dissent", held.dissent());
            lines.file("procedure.minutes", held.minutesFileId());
        }
        return lines.all();
    }

    List<Line> publication(ProcedureCase procedure) {
        Lines lines = new Lines(procedure);
        procedure.publication().ifPresent(how -> {
            lines.add("procedure.publishedOn", texts.day(how.publishedOn()));
            lines.add("procedure.documentNumber", how.documentNumber());
            lines.add("procedure.place", how.place());
            lines.link("procedure.link", how.link());
        });
        procedure.publishedFileId().ifPresent(file -> lines.file("procedure.publishedText", file));
        procedure.filing().ifPresent(filing -> {
            lines.add("procedure.filedWith", filing.filedWith());
            lines.add("procedure.filedOn", texts.day(filing.filedOn()));
            lines.add("procedure.receiptNumber", filing.receiptNumber());
        });
        procedure.filingFileId().ifPresent(file -> lines.file("procedure.receipt", file));
        return lines.all();
    }

    List<StepRow> steps(ProcedureCase procedure) {
        Optional<Instant> ended = procedure.endedAt();
        return procedure.steps().stream().map(step -> step(step, ended)).toList();
    }

    /** @param ended when nobody's turn came any more */
    private StepRow step(ProcedureStep step, Optional<Instant> ended) {
        boolean left = step.isOpen() && ended.isPresent();
        return new StepRow(
                texts.label("procedure.step", step.step()),
                step.round(),
                texts.day(step.since()),
                step.dueAt() == null ? "" : texts.minute(step.dueAt()),
                left ? texts.of("procedure.steps.left") : step.doneAt() == null ? "" : texts.minute(step.doneAt()),
                step.doneBy() == null ? "" : directory.nameOf(step.doneBy()),
                step.isLate(ended.orElseGet(texts::now)),
                step.isOpen() && !left);
    }

    /** Lines in the making; what says nothing is left out. */
    private final class Lines {

        private final ProcedureCase procedure;
        private final List<Line> lines = new ArrayList<>();

        Lines(ProcedureCase procedure) {
            this.procedure = procedure;
        }

        void add(String key, String text) {
            add(texts.of(key), text, null);
        }

        void add(String label, String text, @Nullable String url) {
            if (!text.isEmpty()) {
                lines.add(new Line(label, text, url));
            }
        }

        void link(String key, String url) {
            add(texts.of(key), url, url);
        }

        void file(String key, String fileId) {
            files.find(fileId)
                    .ifPresent(file -> add(texts.of(key), file.name(), address(procedure) + "/files/" + fileId));
        }

        List<Line> all() {
            return List.copyOf(lines);
        }
    }
}

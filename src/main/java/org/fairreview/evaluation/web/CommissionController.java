package org.fairreview.evaluation.web;

import java.util.List;
import java.util.stream.Stream;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.evaluation.Evaluation;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What an institution sees of its commission, while it works on it: nothing else, and nothing afterwards. */
@Controller
class CommissionController {

    record FileView(String name, String url) {}

    record ReturnedView(String given, String summary, String returned, String reason) {}

    record CommissionView(
            String number,
            String title,
            String purpose,
            String unit,
            String asked,
            String question,
            List<FileView> material,
            @Nullable String given,
            @Nullable String summary,
            @Nullable FileView report,
            List<ReturnedView> returned) {}

    private final CurrentActor currentActor;
    private final Evaluations evaluations;
    private final Given given;
    private final FileStore store;
    private final Directory directory;
    private final Units units;
    private final EvaluationTexts texts;

    CommissionController(
            CurrentActor currentActor,
            Evaluations evaluations,
            Given given,
            FileStore store,
            Directory directory,
            Units units,
            EvaluationTexts texts) {
        this.currentActor = currentActor;
        this.evaluations = evaluations;
        this.given = given;
        this.store = store;
        this.directory = directory;
        this.units = units;
        this.texts = texts;
    }

    @GetMapping("/evaluations/commissions/{commission}")
    String page(@PathVariable String commission, Model model) {
        Evaluation found = find(commission);
        model.addAttribute(
                "commission",
                new CommissionView(
                        found.caseNumber(),
                        found.title(),
                        texts.of("evaluation.purpose." + found.purpose().name()),
                        found.evaluatedUnitId().map(units::name).orElse(""),
                        texts.of(
                                "evaluations.asked",
                                directory.nameOf(found.requestedBy()),
                                texts.minute(found.requestedAt())),
                        found.question(),
                        found.material().stream().map(id -> file(found, id)).toList(),
                        found.givenAt().map(texts::minute).orElse(null),
                        found.summary().orElse(null),
                        found.reportFileId().map(id -> file(found, id)).orElse(null),
                        found.returned().stream()
                                .map(report -> new ReturnedView(
                                        texts.minute(report.givenAt()),
                                        report.summary(),
                                        texts.minute(report.returnedAt()),
                                        report.reason()))
                                .toList()));
        return "evaluation/commission";
    }

    @GetMapping("/evaluations/commissions/{commission}/files/{fileId}")
    ResponseEntity<Resource> file(@PathVariable String commission, @PathVariable String fileId) {
        Evaluation found = find(commission);
        StoredFile file = Stream.concat(found.material().stream(), found.reportFileId().stream())
                .filter(fileId::equals)
                .findFirst()
                .flatMap(store::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return given.file(found.caseNumber(), file);
    }

    private FileView file(Evaluation evaluation, String id) {
        return new FileView(
                store.find(id).map(StoredFile::name).orElse(""),
                "/evaluations/commissions/" + evaluation.id() + "/files/" + id);
    }

    private Evaluation find(String id) {
        return evaluations
                .openFor(currentActor.get(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.document.SheetWriter;
import org.fairreview.document.SheetWriter.Column;
import org.fairreview.identity.Actor;
import org.fairreview.review.CaseReads;
import org.fairreview.review.activity.FourEyes;
import org.fairreview.review.activity.FourEyes.Concluded;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The four-eyes report: who drafted, reviewed and signed, and whether two of them are one person. */
@Controller
class FourEyesController {

    /** One conclusion. */
    record Line(
            String number,
            String title,
            String route,
            String signedOff,
            @Nullable String documentNumber,
            String drafted,
            String reviewed,
            String signed,
            String same) {}

    private final AuditDesk desk;
    private final FourEyes fourEyes;
    private final CaseReads reads;
    private final Labels labels;
    private final Moments moments;

    FourEyesController(AuditDesk desk, FourEyes fourEyes, CaseReads reads, Labels labels, Moments moments) {
        this.desk = desk;
        this.fourEyes = fourEyes;
        this.reads = reads;
        this.labels = labels;
        this.moments = moments;
    }

    @GetMapping("/activity/four-eyes")
    String page(
            PeriodForm form,
            @RequestParam(defaultValue = "false") boolean only,
            Model model,
            HttpServletResponse response) {
        Actor auditor = desk.auditor();
        model.addAttribute("form", form);
        model.addAttribute("only", only);
        model.addAttribute("period", form.period(desk.today()));
        form.mistake(desk.today())
                .ifPresentOrElse(
                        key -> {
                            model.addAttribute("mistakes", Map.of("period", labels.text(key)));
                            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                        },
                        () -> {
                            List<Line> lines = lines(form, auditor);
                            reads.looked(auditor, "four-eyes", conditions(form));
                            model.addAttribute("mistakes", Map.of());
                            model.addAttribute("total", lines.size());
                            model.addAttribute(
                                    "same",
                                    lines.stream()
                                            .filter(line -> !line.same().isEmpty())
                                            .count());
                            model.addAttribute("most", FourEyes.MOST);
                            model.addAttribute(
                                    "lines",
                                    lines.stream()
                                            .filter(line ->
                                                    !only || !line.same().isEmpty())
                                            .toList());
                        });
        return "review/four-eyes";
    }

    @GetMapping("/activity/four-eyes/export")
    Object export(PeriodForm form, Model model, HttpServletResponse response) {
        Actor auditor = desk.auditor();
        if (form.mistake(desk.today()).isPresent()) {
            return page(form, false, model, response);
        }
        List<Line> lines = lines(form, auditor);
        reads.took(auditor, "four-eyes", conditions(form), lines.size());
        reads.exported(lines.stream().map(Line::number).distinct().toList());
        return Downloads.of(
                labels.text("foureyes.export.name", desk.today().toString()),
                SheetWriter.MEDIA_TYPE,
                SheetWriter.write(labels.text("foureyes.title"), columns(), lines));
    }

    private List<Column<Line>> columns() {
        return List.of(
                new Column<>(labels.text("ledger.number"), 18, Line::number),
                new Column<>(labels.text("ledger.measure"), 46, Line::title),
                new Column<>(labels.text("ledger.route"), 26, Line::route),
                new Column<>(labels.text("foureyes.signedOff"), 22, Line::signedOff),
                new Column<>(labels.text("foureyes.documentNumber"), 24, Line::documentNumber),
                new Column<>(labels.text("foureyes.drafted"), 20, Line::drafted),
                new Column<>(labels.text("foureyes.reviewed"), 20, Line::reviewed),
                new Column<>(labels.text("foureyes.signed"), 24, Line::signed),
                new Column<>(labels.text("foureyes.same"), 20, Line::same));
    }

    private List<Line> lines(PeriodForm form, Actor auditor) {
        AuditDesk.Words words = desk.words();
        return fourEyes.find(form.period(desk.today()), auditor).stream()
                .map(concluded -> line(concluded, words))
                .toList();
    }

    private Line line(Concluded concluded, AuditDesk.Words words) {
        return new Line(
                concluded.number(),
                concluded.title(),
                labels.of("review.route", concluded.route()),
                moments.minute(concluded.signedOffAt()),
                concluded.documentNumber(),
                concluded.registered() == null
                        ? words.names(concluded.drafted())
                        : labels.text("foureyes.registered", words.name(concluded.registered())),
                words.names(concluded.reviewed()),
                words.names(concluded.signed()),
                words.names(concluded.same()));
    }

    private static Map<String, String> conditions(PeriodForm form) {
        Map<String, String> conditions = new HashMap<>();
        if (form.from() != null) {
            conditions.put("from", form.from());
        }
        if (form.until() != null) {
            conditions.put("until", form.until());
        }
        return conditions;
    }
}

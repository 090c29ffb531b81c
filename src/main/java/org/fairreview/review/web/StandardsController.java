package org.fairreview.review.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairreview.standard.Regime;
import org.fairreview.standard.StandardItem;
import org.fairreview.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The review standards (审查标准) of each regime, and which of today's items took the place of an earlier one. */
@Controller
class StandardsController {

    /** A regime to choose. */
    record Choice(String id, String name, String period, boolean chosen) {}

    private final Standards standards;
    private final Labels labels;
    private final Moments moments;

    StandardsController(Standards standards, Labels labels, Moments moments) {
        this.standards = standards;
        this.labels = labels;
        this.moments = moments;
    }

    @GetMapping("/standards")
    String standards(@RequestParam(required = false) @Nullable String regime, Model model) {
        String today = standards.regime();
        Regime shown = standards
                .regime(regime == null ? today : regime)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("regime", shown);
        model.addAttribute("inForce", shown.id().equals(today));
        model.addAttribute(
                "choices",
                standards.all().stream()
                        .sorted(Comparator.comparing(Regime::inForceFrom).reversed())
                        .map(each -> new Choice(each.id(), each.name(), period(each), each == shown))
                        .toList());
        model.addAttribute("successors", shown.id().equals(today) ? Map.of() : successors(shown, today));
        return "review/standards";
    }

    private Map<String, List<StandardItem>> successors(Regime earlier, String today) {
        return earlier.items().stream()
                .map(StandardItem::code)
                .collect(
                        Collectors.toMap(Function.identity(), code -> standards.successors(earlier.id(), code, today)));
    }

    private String period(Regime regime) {
        LocalDate until = regime.inForceUntil();
        return until == null
                ? labels.text("standards.since", moments.day(regime.inForceFrom()))
                : labels.text("standards.period", moments.day(regime.inForceFrom()), moments.day(until));
    }
}

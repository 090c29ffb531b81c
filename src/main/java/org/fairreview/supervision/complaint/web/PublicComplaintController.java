package org.fairreview.supervision.complaint.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairreview.identity.Objection;
import org.fairreview.supervision.complaint.Complaint;
import org.fairreview.supervision.complaint.ComplaintAttachments;
import org.fairreview.supervision.complaint.ComplaintOffice;
import org.fairreview.supervision.complaint.ComplaintOffice.Desk;
import org.fairreview.supervision.complaint.ComplaintState;
import org.fairreview.supervision.complaint.Complaints;
import org.fairreview.supervision.complaint.Complaints.Filed;
import org.fairreview.supervision.complaint.web.ComplaintUploads.Joined;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The public's pages about complaints: to file one, and to see with number and secret what became of it. */
@Controller
class PublicComplaintController {

    /** What a reporter may know of the own complaint. */
    record StateView(String number, String state, List<ComplaintViews.Fact> facts, boolean supplementWanted) {}

    private final Complaints complaints;
    private final ComplaintOffice office;
    private final ComplaintAttachments attachments;
    private final ComplaintUploads brought;
    private final RateLimits limits;
    private final ComplaintTexts texts;
    private final RefusalTexts refusals;
    private final Clock clock;

    PublicComplaintController(
            Complaints complaints,
            ComplaintOffice office,
            ComplaintAttachments attachments,
            ComplaintUploads brought,
            RateLimits limits,
            ComplaintTexts texts,
            RefusalTexts refusals,
            Clock clock) {
        this.complaints = complaints;
        this.office = office;
        this.attachments = attachments;
        this.brought = brought;
        this.limits = limits;
        this.texts = texts;
        this.refusals = refusals;
        this.clock = clock;
    }

    // ---- filing

    @GetMapping(PublicDoor.PAGES)
    String form(Model model) {
        List<Desk> open = office.desks().stream().filter(Desk::open).toList();
        String only = open.size() == 1 ? open.get(0).regionId() : "";
        return form(
                ComplaintForm.empty(only, UUID.randomUUID().toString(), LocalDate.now(clock)),
                List.of(),
                new LinkedHashMap<>(),
                model);
    }

    @PostMapping(PublicDoor.PAGES)
    String file(
            @ModelAttribute("typed") ComplaintForm typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        List<Desk> open = office.desks().stream().filter(Desk::open).toList();
        if (open.isEmpty()) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return form(typed, List.of(), new LinkedHashMap<>(Map.of("form", texts.of("complaint.closed"))), model);
        }
        Joined joined = brought.join(typed.kept(), files);
        Map<String, String> errors = new LinkedHashMap<>();
        joined.refused().ifPresent(why -> errors.put("files", why));
        if (!typed.isTruthful()) {
            errors.put("truthful", texts.of("complaint.truthfulMissing"));
        }
        Filed filed = errors.isEmpty() ? filed(typed, joined.ids(), request) : objected(typed);
        if (filed.number() != null) {
            model.addAttribute("number", filed.number());
            model.addAttribute("secret", filed.secret());
            model.addAttribute("desks", office.desks());
            return "supervision/complaint/public-receipt";
        }
        texts.at(filed.objections()).forEach(errors::putIfAbsent);
        boolean tooOften =
                filed.objections().stream().anyMatch(each -> each.key().equals("complaint.filedTooOften"));
        response.setStatus(tooOften ? HttpStatus.TOO_MANY_REQUESTS.value() : HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(typed, joined.ids(), errors, model);
    }

    /** Files it, unless the address has filed as many as it may; what is not in order costs nothing. */
    private Filed filed(ComplaintForm typed, List<String> ids, HttpServletRequest request) {
        Filed objected = objected(typed);
        if (!objected.objections().isEmpty()) {
            return objected;
        }
        if (!limits.file(request.getRemoteAddr())) {
            return new Filed(null, null, List.of(Objection.of("complaint.filedTooOften")));
        }
        return complaints.file(
                typed.draft(ComplaintForm.plain(typed.region()), LocalDate.now(clock)), formKey(typed), ids);
    }

    private Filed objected(ComplaintForm typed) {
        return complaints.check(typed.draft(ComplaintForm.plain(typed.region()), LocalDate.now(clock)));
    }

    /** What tells the form from others; one that was made up is replaced. */
    static String formKey(ComplaintForm typed) {
        String key = Objects.requireNonNullElse(typed.formKey(), "");
        return key.matches("[0-9a-f-]{36}") ? key : UUID.randomUUID().toString();
    }

    private String form(ComplaintForm typed, List<String> ids, Map<String, String> errors, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("formKey", formKey(typed));
        model.addAttribute("errors", errors);
        model.addAttribute("desks", office.desks());
        model.addAttribute("open", office.desks().stream().filter(Desk::open).toList());
        model.addAttribute("brought", attachments.brought(ids));
        model.addAttribute("mostFiles", ComplaintAttachments.MOST);
        return "supervision/complaint/public-form";
    }

    // ---- what became of it

    @GetMapping(PublicDoor.PAGES + "/state")
    String state(Model model) {
        return ask("", null, model);
    }

    @PostMapping(PublicDoor.PAGES + "/state")
    String state(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Complaint> found = open(number, secret, request, response, model);
        return found.map(complaint -> shown(complaint, secret, "", null, List.of(), model))
                .orElse("supervision/complaint/public-state");
    }

    @PostMapping(PublicDoor.PAGES + "/supplement")
    String supplement(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable List<String> attachment,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Complaint> found = open(number, secret, request, response, model);
        if (found.isEmpty()) {
            return "supervision/complaint/public-state";
        }
        Joined joined = brought.join(Objects.requireNonNullElse(attachment, List.of()), files);
        Optional<String> refused = joined.refused().or(() -> complaints
                .supplement(found.get().number(), secret, ComplaintForm.plain(text), joined.ids())
                .map(this::said));
        if (refused.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return shown(found.get(), secret, text, refused.get(), joined.ids(), model);
        }
        model.addAttribute("done", texts.of("complaint.public.supplemented"));
        return shown(complaints.open(number, secret).orElseThrow(), secret, "", null, List.of(), model);
    }

    /** Number and secret, tried as often as the address may; what does not fit is told the same, whatever it is. */
    private Optional<Complaint> open(
            String number, String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!limits.look(request.getRemoteAddr())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            ask(number, texts.of("complaint.lookedTooOften"), model);
            return Optional.empty();
        }
        Optional<Complaint> found = complaints.open(ComplaintForm.plain(number), ComplaintForm.plain(secret));
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            ask(number, texts.of("complaint.unknown"), model);
        }
        return found;
    }

    private String ask(String number, @Nullable String refused, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("refused", refused);
        model.addAttribute("desks", office.desks());
        return "supervision/complaint/public-state";
    }

    private String shown(
            Complaint complaint, String secret, String text, @Nullable String refused, List<String> ids, Model model) {
        model.addAttribute("complaint", view(complaint));
        model.addAttribute("secret", secret);
        model.addAttribute("text", text);
        model.addAttribute("supplementRefused", refused);
        model.addAttribute("brought", attachments.brought(ids));
        return ask(complaint.number(), null, model);
    }

    private StateView view(Complaint complaint) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("receivedOn", complaint.receivedOn().toString());
        complaint.supplementAsked().ifPresent(asked -> facts.put("supplementAsked", asked));
        complaint.supplementUntil().ifPresent(until -> facts.put("supplementUntil", texts.minute(until)));
        complaint.sentTo().ifPresent(to -> facts.put("sentTo", to));
        complaint.assessmentReason().ifPresent(reason -> facts.put("reason", reason));
        if (complaint.state().isVerified()) {
            complaint.concludeUntil().ifPresent(until -> facts.put("concludeUntil", texts.day(until)));
        }
        complaint.concludedAt().ifPresent(at -> {
            facts.put("concludedAt", texts.day(at));
            complaint
                    .verification()
                    .ifPresent(found -> facts.put("outcome", texts.of(found.outcome(), "complaint.outcome.")));
        });
        complaint.telling().ifPresent(told -> facts.put("told", told.text()));
        boolean wanted = complaint.state() == ComplaintState.AWAITING_SUPPLEMENT
                && complaint
                        .supplementUntil()
                        .filter(until -> clock.instant().isBefore(until))
                        .isPresent();
        return new StateView(
                complaint.number(),
                texts.of(complaint.state(), "complaint.public.state."),
                facts.entrySet().stream()
                        .map(fact ->
                                new ComplaintViews.Fact(texts.of("complaint.fact." + fact.getKey()), fact.getValue()))
                        .toList(),
                wanted);
    }

    private String said(Refusal refusal) {
        return refusals.of(refusal);
    }

    // ---- turned away

    @GetMapping(PublicDoor.TURNED_AWAY)
    String busy(@RequestAttribute(name = PublicDoor.REASON, required = false) @Nullable String reason, Model model) {
        model.addAttribute("reason", texts.of(Objects.requireNonNullElse(reason, "complaint.tooOften")));
        model.addAttribute("desks", office.desks());
        return "supervision/complaint/public-busy";
    }
}

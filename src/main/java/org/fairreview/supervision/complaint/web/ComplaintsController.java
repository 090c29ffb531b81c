package org.fairreview.supervision.complaint.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Unit;
import org.fairreview.supervision.complaint.Channel;
import org.fairreview.supervision.complaint.Complaint;
import org.fairreview.supervision.complaint.ComplaintAttachments;
import org.fairreview.supervision.complaint.ComplaintAttachments.Attachment;
import org.fairreview.supervision.complaint.ComplaintFile;
import org.fairreview.supervision.complaint.ComplaintHandling;
import org.fairreview.supervision.complaint.ComplaintLeads;
import org.fairreview.supervision.complaint.ComplaintState;
import org.fairreview.supervision.complaint.Complaints;
import org.fairreview.supervision.complaint.Complaints.Filed;
import org.fairreview.supervision.complaint.web.ComplaintUploads.Joined;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The officers' pages about complaints: the list, a complaint, its words and its reporter, and what comes on paper. */
@Controller
class ComplaintsController {

    private static final String OPEN = "OPEN";
    private static final String LATE = "LATE";
    private static final String OVER = "OVER";

    record Choice(String value, String label) {}

    private final CurrentActor currentActor;
    private final Complaints complaints;
    private final ComplaintHandling handling;
    private final ComplaintFile file;
    private final ComplaintAttachments attachments;
    private final ComplaintUploads brought;
    private final ComplaintLeads leads;
    private final ComplaintViews views;
    private final ComplaintTexts texts;
    private final RefusalTexts refusals;
    private final FileStore files;
    private final Clock clock;

    ComplaintsController(
            CurrentActor currentActor,
            Complaints complaints,
            ComplaintHandling handling,
            ComplaintFile file,
            ComplaintAttachments attachments,
            ComplaintUploads brought,
            ComplaintLeads leads,
            ComplaintViews views,
            ComplaintTexts texts,
            RefusalTexts refusals,
            FileStore files,
            Clock clock) {
        this.currentActor = currentActor;
        this.complaints = complaints;
        this.handling = handling;
        this.file = file;
        this.attachments = attachments;
        this.brought = brought;
        this.leads = leads;
        this.views = views;
        this.texts = texts;
        this.refusals = refusals;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/complaints")
    String list(@RequestParam(defaultValue = "") String state, Model model) {
        Actor actor = reader();
        file.looked(actor);
        Instant now = clock.instant();
        model.addAttribute("state", state);
        model.addAttribute("states", states());
        model.addAttribute(
                "rows",
                file.of(actor).stream()
                        .filter(complaint -> matches(complaint, state, now))
                        .sorted(Comparator.comparing((Complaint complaint) ->
                                        complaint.state().hasEnded())
                                .thenComparing(complaint -> complaint.state().hasEnded()
                                        ? Instant.MAX
                                        : complaint
                                                .concludeUntil()
                                                .or(complaint::supplementUntil)
                                                .orElse(Instant.MAX)))
                        .map(views::row)
                        .toList());
        model.addAttribute("mayRegister", complaints.registeringUnit(actor).isPresent());
        return "supervision/complaint/list";
    }

    private static boolean matches(Complaint complaint, String state, Instant now) {
        return switch (state) {
            case OPEN -> !complaint.state().hasEnded();
            case OVER -> complaint.state().hasEnded();
            case LATE -> complaint.isLate(now);
            default -> state.isEmpty() || complaint.state().name().equals(state);
        };
    }

    private List<Choice> states() {
        return Stream.concat(
                        Stream.of(OPEN, LATE, OVER).map(word -> new Choice(word, texts.of("complaint.filter." + word))),
                        Stream.of(ComplaintState.values())
                                .map(state -> new Choice(state.name(), texts.of(state, "complaint.state."))))
                .toList();
    }

    // ---- registering

    @GetMapping("/complaints/new")
    String form(Model model) {
        registering();
        return form(
                ComplaintForm.empty("", UUID.randomUUID().toString(), LocalDate.now(clock)),
                List.of(),
                new LinkedHashMap<>(),
                model);
    }

    @PostMapping("/complaints")
    String register(
            @ModelAttribute("typed") ComplaintForm typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response,
            Model model) {
        Unit unit = registering();
        Joined joined = brought.join(typed.kept(), files);
        Map<String, String> errors = new LinkedHashMap<>();
        joined.refused().ifPresent(why -> errors.put("files", why));
        Optional<Channel> channel = Stream.of(Channel.values())
                .filter(each -> each != Channel.WEB && each.name().equals(typed.channel()))
                .findFirst();
        if (channel.isEmpty()) {
            errors.put("channel", texts.of("complaint.channelMissing"));
        }
        Filed filed = errors.isEmpty()
                ? complaints.register(
                        typed.draft(unit.regionId(), typed.receivedDay()),
                        channel.orElseThrow(),
                        PublicComplaintController.formKey(typed),
                        joined.ids(),
                        currentActor.get())
                : complaints.checkRegistered(typed.draft(unit.regionId(), typed.receivedDay()));
        if (filed.number() != null) {
            model.addAttribute("number", filed.number());
            model.addAttribute("secret", filed.secret());
            return "supervision/complaint/registered";
        }
        texts.at(filed.objections()).forEach(errors::putIfAbsent);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(typed, joined.ids(), errors, model);
    }

    private String form(ComplaintForm typed, List<String> ids, Map<String, String> errors, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("formKey", PublicComplaintController.formKey(typed));
        model.addAttribute("errors", errors);
        model.addAttribute("brought", attachments.brought(ids));
        model.addAttribute("mostFiles", ComplaintAttachments.MOST);
        model.addAttribute(
                "channels",
                Stream.of(Channel.values())
                        .filter(each -> each != Channel.WEB)
                        .map(each -> new Choice(each.name(), texts.of(each, "complaint.channel.")))
                        .toList());
        return "supervision/complaint/new";
    }

    private Unit registering() {
        return complaints
                .registeringUnit(currentActor.get())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    // ---- a complaint

    @GetMapping("/complaints/{complaint}")
    String complaint(@PathVariable("complaint") String number, Model model) {
        Actor actor = reader();
        Complaint found = find(number, actor);
        file.looked(actor);
        return page(found, actor, model);
    }

    private String page(Complaint complaint, Actor actor, Model model) {
        model.addAttribute("number", complaint.number());
        model.addAttribute("row", views.row(complaint));
        model.addAttribute("heading", views.title(complaint));
        model.addAttribute("matter", views.matter(complaint));
        model.addAttribute("term", views.term(complaint));
        model.addAttribute("statement", views.statement(complaint));
        model.addAttribute(
                "statementFiles",
                complaint.statementFiles().stream()
                        .flatMap(id -> files.find(id).stream())
                        .map(each -> new Choice(each.id(), each.name()))
                        .toList());
        model.addAttribute("verification", views.verification(complaint));
        model.addAttribute("findings", views.findings(complaint));
        model.addAttribute("signatures", views.signatures(complaint));
        model.addAttribute("letter", complaint.letterNumber().orElse(null));
        model.addAttribute("lead", leads.of(complaint).orElse(null));
        model.addAttribute("telling", views.telling(complaint));
        model.addAttribute("mayReadWords", file.readsWords(complaint, actor));
        model.addAttribute("mayReadReporter", complaint.isRealName() && file.handles(complaint, actor));
        model.addAttribute("mayAskExtension", handling.mayAskExtension(complaint, actor));
        model.addAttribute("maySupplement", maySupplement(complaint, actor));
        model.addAttribute("today", LocalDate.now(clock).toString());
        Stream.of("text", "until", "reason", "receivedOn")
                .filter(name -> !model.containsAttribute(name))
                .forEach(name -> model.addAttribute(name, ""));
        return "supervision/complaint/complaint";
    }

    private boolean maySupplement(Complaint complaint, Actor actor) {
        return complaint.state() == ComplaintState.AWAITING_SUPPLEMENT
                && complaints
                        .registeringUnit(actor)
                        .filter(unit -> unit.regionId().equals(complaint.regionId()))
                        .isPresent();
    }

    /** What the reporter wrote; the look is recorded before it is given. */
    @GetMapping("/complaints/{complaint}/words")
    String words(@PathVariable("complaint") String number, Model model) {
        Actor actor = reader();
        Complaint found = find(number, actor);
        require(file.readsWords(found, actor));
        model.addAttribute("number", found.number());
        model.addAttribute("told", file.content(found));
        return "supervision/complaint/words";
    }

    /** Who reported; the look is recorded before it is given. */
    @GetMapping("/complaints/{complaint}/reporter")
    String reporter(@PathVariable("complaint") String number, Model model) {
        Actor actor = reader();
        Complaint found = find(number, actor);
        require(file.handles(found, actor));
        model.addAttribute("number", found.number());
        model.addAttribute("reporter", file.reporter(found).orElse(null));
        return "supervision/complaint/reporter";
    }

    @GetMapping("/complaints/{complaint}/attachments/{complaintFile}")
    ResponseEntity<Resource> attachment(
            @PathVariable("complaint") String number, @PathVariable("complaintFile") String id) {
        Actor actor = reader();
        Complaint found = find(number, actor);
        require(file.readsWords(found, actor));
        Map.Entry<Attachment, byte[]> attachment =
                file.attachment(found, id).orElseThrow(ComplaintsController::notFound);
        return download(
                attachment.getKey().name(),
                attachment.getValue().length,
                new ByteArrayInputStream(attachment.getValue()));
    }

    @GetMapping("/complaints/{complaint}/files/{statementFile}")
    ResponseEntity<Resource> statementFile(
            @PathVariable("complaint") String number, @PathVariable("statementFile") String id) {
        Complaint found = find(number, reader());
        StoredFile stored = file.statementFile(found, id).orElseThrow(ComplaintsController::notFound);
        file.downloaded(found, stored);
        return download(stored.name(), stored.size(), files.open(stored.sha256()));
    }

    private static ResponseEntity<Resource> download(String name, long size, InputStream bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(size)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(bytes));
    }

    /** The clerk registers what the reporter supplied on paper. */
    @PostMapping("/complaints/{complaint}/supplement")
    String supplement(
            @PathVariable("complaint") String number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String receivedOn,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Actor actor = reader();
        Complaint found = find(number, actor);
        require(complaints
                .registeringUnit(actor)
                .filter(unit -> unit.regionId().equals(found.regionId()))
                .isPresent());
        Joined joined = brought.join(List.of(), files);
        Optional<String> refused = joined.refused().or(() -> tried(() -> complaints.supplement(
                        number, ComplaintForm.plain(text), joined.ids(), ComplaintForm.day(receivedOn), actor))
                .map(refusals::of));
        model.addAttribute("text", text);
        model.addAttribute("receivedOn", receivedOn);
        return after(found, refused, "complaint.page.supplemented", actor, model, redirect, response);
    }

    /** The handler asks for more time. */
    @PostMapping("/complaints/{complaint}/extension")
    String extension(
            @PathVariable("complaint") String number,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Actor actor = reader();
        Complaint found = find(number, actor);
        require(handling.mayAskExtension(found, actor));
        Optional<String> refused = tried(() ->
                        handling.askExtension(number, ComplaintForm.day(until), ComplaintForm.plain(reason), actor))
                .map(refusals::of);
        model.addAttribute("until", until);
        model.addAttribute("reason", reason);
        return after(found, refused, "complaint.page.extensionAsked", actor, model, redirect, response);
    }

    private static Optional<Refusal> tried(Supplier<Optional<Refusal>> act) {
        try {
            return act.get();
        } catch (ConcurrencyFailureException e) {
            return Optional.of(Refusal.of("task.doneByOther"));
        }
    }

    private String after(
            Complaint complaint,
            Optional<String> refused,
            String done,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        if (refused.isEmpty()) {
            redirect.addFlashAttribute("done", texts.of(done));
            return "redirect:/complaints/" + complaint.number();
        }
        model.addAttribute("refused", refused.get());
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(find(complaint.number(), actor), actor, model);
    }

    private Actor reader() {
        Actor actor = currentActor.get();
        require(file.reads(actor));
        return actor;
    }

    private Complaint find(String number, Actor actor) {
        return file.find(number, actor).orElseThrow(ComplaintsController::notFound);
    }

    private static void require(boolean may) {
        if (!may) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

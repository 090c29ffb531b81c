package org.fairreview.reminder.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.reminder.Addressee;
import org.fairreview.reminder.Letter;
import org.fairreview.reminder.LetterFile;
import org.fairreview.reminder.LetterIssuing;
import org.fairreview.reminder.LetterKinds;
import org.fairreview.reminder.LetterLine;
import org.fairreview.reminder.LetterReads;
import org.fairreview.reminder.LetterState;
import org.fairreview.reminder.Letters;
import org.fairreview.reminder.Letters.Beginning;
import org.fairreview.reminder.Letters.Begun;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.fairreview.workflow.WrittenText;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of letters, a letter, and how one is begun by hand. */
@Controller
class LettersController {

    private static final String OPEN = "OPEN";
    private static final String OVERDUE = "OVERDUE";
    private static final String OVER = "OVER";

    record Choice(String value, String label) {}

    /** What narrows the register; blank for all. */
    record Filter(String kind, String state, String unit, String year) {}

    record Row(
            String number,
            @Nullable String documentNumber,
            String kind,
            String title,
            String addressee,
            String state,
            boolean overdue,
            boolean good,
            boolean waits,
            @Nullable String due,
            boolean voided) {}

    /** What was typed to begin a letter. */
    record NewForm(
            String kind, String addresseeAs, String addressee, String addresseeName, String subject, String follows) {}

    private final CurrentActor currentActor;
    private final Letters letters;
    private final LetterFile file;
    private final LetterIssuing issuing;
    private final LetterKinds kinds;
    private final LetterReads reads;
    private final LetterViews views;
    private final FileStore store;
    private final Units units;
    private final RefusalTexts refusals;
    private final LetterTexts texts;
    private final Clock clock;

    LettersController(
            CurrentActor currentActor,
            Letters letters,
            LetterFile file,
            LetterIssuing issuing,
            LetterKinds kinds,
            LetterReads reads,
            LetterViews views,
            FileStore store,
            Units units,
            RefusalTexts refusals,
            LetterTexts texts,
            Clock clock) {
        this.currentActor = currentActor;
        this.letters = letters;
        this.file = file;
        this.issuing = issuing;
        this.kinds = kinds;
        this.reads = reads;
        this.views = views;
        this.store = store;
        this.units = units;
        this.refusals = refusals;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/letters")
    String register(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String year,
            Model model) {
        Actor actor = reader();
        reads.looked(actor);
        List<LetterLine> all = file.of(actor);
        Filter filter = new Filter(kind, state, unit, year);
        boolean inside = file.regulates(actor);
        Instant now = clock.instant();
        model.addAttribute("filter", filter);
        model.addAttribute(
                "rows",
                all.stream()
                        .filter(letter -> matches(letter, filter, now))
                        .sorted(Comparator.comparing((LetterLine letter) -> !letter.isOverdue(now)))
                        .map(letter -> row(letter, inside, now))
                        .toList());
        model.addAttribute("kinds", kindChoices());
        model.addAttribute("states", stateChoices());
        model.addAttribute(
                "units",
                all.stream()
                        .map(this::addressee)
                        .filter(choice -> !choice.label().isEmpty())
                        .distinct()
                        .sorted(Comparator.comparing(Choice::label))
                        .toList());
        model.addAttribute(
                "years",
                all.stream()
                        .map(this::yearOf)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList());
        model.addAttribute("mayBegin", letters.beginningUnit(actor).isPresent());
        model.addAttribute("regulating", inside);
        return "reminder/letters";
    }

    private boolean matches(LetterLine letter, Filter filter, Instant now) {
        boolean state =
                switch (filter.state()) {
                    case "" -> true;
                    case OPEN -> !letter.state().hasEnded();
                    case OVER -> letter.state().hasEnded();
                    case OVERDUE -> letter.isOverdue(now);
                    default -> letter.state().name().equals(filter.state());
                };
        return state
                && (filter.kind().isEmpty() || filter.kind().equals(letter.kind()))
                && (filter.unit().isEmpty()
                        || filter.unit().equals(addressee(letter).value()))
                && (filter.year().isEmpty() || filter.year().equals(yearOf(letter)));
    }

    /** Who is written to: a unit under its name of today, whatever it was called when the letter went out. */
    private Choice addressee(LetterLine letter) {
        String unit = letter.addresseeUnitId();
        return unit == null
                ? new Choice(letter.addresseeName(), letter.addresseeName())
                : new Choice(unit, units.name(units.inCharge(unit)));
    }

    private String yearOf(LetterLine letter) {
        return String.valueOf(letter.begunAt().atZone(clock.getZone()).getYear());
    }

    private Row row(LetterLine letter, boolean inside, Instant now) {
        boolean overdue = letter.isOverdue(now);
        return new Row(
                letter.number(),
                letter.documentNumber(),
                kinds.get(letter.kind()).label(),
                letter.title(),
                addressee(letter).label(),
                texts.state(letter.state(), overdue, inside),
                overdue,
                letter.state() == LetterState.RECTIFIED || letter.state() == LetterState.DONE,
                !letter.state().hasEnded(),
                letter.state().hasEnded() || letter.replyUntil() == null ? null : texts.day(letter.replyUntil()),
                letter.isVoid());
    }

    private List<Choice> kindChoices() {
        return kinds.all().stream()
                .map(kind -> new Choice(kind.key(), kind.label()))
                .toList();
    }

    private List<Choice> stateChoices() {
        return Stream.concat(
                        Stream.of(
                                new Choice(OPEN, texts.of("letters.open")),
                                new Choice(OVERDUE, texts.of("letter.overdue")),
                                new Choice(OVER, texts.of("letters.over"))),
                        Stream.of(LetterState.values())
                                .map(state -> new Choice(state.name(), texts.of(state, "letter.state."))))
                .toList();
    }

    @GetMapping("/letters/new")
    String blank(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String follows,
            Model model) {
        Unit unit = writer();
        Optional<Letter> before = follows.isEmpty() ? Optional.empty() : file.find(follows, currentActor.get());
        return form(
                new NewForm(
                        kind,
                        before.isPresent() ? Addressee.DRAFTER.name() : "",
                        before.flatMap(Letter::addresseeUnitId).orElse(""),
                        before.filter(letter -> letter.addresseeUnitId().isEmpty())
                                .map(Letter::addresseeName)
                                .orElse(""),
                        subject,
                        follows),
                unit,
                null,
                model);
    }

    @PostMapping("/letters")
    String begin(@ModelAttribute("form") NewForm typed, Model model, HttpServletResponse response) {
        Unit unit = writer();
        NewForm form = new NewForm(
                plain(typed.kind()),
                plain(typed.addresseeAs()),
                plain(typed.addressee()),
                plain(typed.addresseeName()),
                plain(typed.subject()),
                plain(typed.follows()));
        Begun begun = letters.begin(
                new Beginning(
                        form.kind(),
                        form.addresseeAs(),
                        form.addressee(),
                        form.addresseeName(),
                        form.subject(),
                        form.follows()),
                currentActor.get());
        if (begun.refusal() == null) {
            return "redirect:/letters/" + begun.number();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(form, unit, begun.refusal(), model);
    }

    private String form(NewForm form, Unit unit, @Nullable Refusal refusal, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("refused", refusal == null ? null : refusals.of(refusal));
        model.addAttribute("kinds", kinds.all());
        model.addAttribute(
                "addressees",
                Stream.of(Addressee.values())
                        .map(as -> new Choice(as.name(), texts.of(as, "letter.addressee.")))
                        .toList());
        model.addAttribute(
                "units",
                units.all().stream()
                        .filter(each -> each.isAtWork() && !each.id().equals(unit.id()))
                        .map(each -> new Choice(each.id(), each.name()))
                        .toList());
        return "reminder/letter-new";
    }

    @GetMapping("/letters/{letter}")
    String letter(@PathVariable String letter, Model model) {
        Actor actor = reader();
        Letter found = find(letter, actor);
        reads.opened(found, actor);
        return page(found, actor, null, "", model);
    }

    private String page(Letter letter, Actor actor, @Nullable String refused, String withdrawReason, Model model) {
        model.addAttribute("letter", views.of(letter, actor));
        model.addAttribute("refused", refused);
        model.addAttribute("withdrawReason", withdrawReason);
        model.addAttribute("mayWithdraw", issuing.mayWithdraw(letter, actor));
        return "reminder/letter";
    }

    @PostMapping("/letters/{letter}/withdraw")
    String withdraw(
            @PathVariable String letter,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Actor actor = reader();
        Letter found = find(letter, actor);
        if (!issuing.mayWithdraw(found, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Optional<Refusal> refusal = withdraw(letter, plain(reason), actor);
        if (refusal.isEmpty()) {
            redirect.addFlashAttribute("done", texts.of("letterPage.done"));
            return "redirect:/letters/" + letter;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(find(letter, actor), actor, refusals.of(refusal.get()), reason, model);
    }

    private Optional<Refusal> withdraw(String letter, String reason, Actor actor) {
        try {
            return issuing.withdraw(letter, reason, actor);
        } catch (ConcurrencyFailureException e) {
            return Optional.of(Refusal.of("task.doneByOther"));
        }
    }

    @GetMapping("/letters/{letter}/files/{letterFile}")
    ResponseEntity<Resource> download(@PathVariable String letter, @PathVariable("letterFile") String fileId) {
        Actor actor = reader();
        Letter found = find(letter, actor);
        StoredFile stored =
                issuing.fileOf(found, fileId, file.isInside(found, actor)).orElseThrow(LettersController::notFound);
        reads.downloaded(found, stored);
        InputStream bytes = store.open(stored.sha256());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(stored.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(stored.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(bytes));
    }

    private Actor reader() {
        Actor actor = currentActor.get();
        if (!file.reads(actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }

    private Unit writer() {
        return letters.beginningUnit(currentActor.get())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private Letter find(String number, Actor actor) {
        return file.find(number, actor).orElseThrow(LettersController::notFound);
    }

    private static String plain(@Nullable String typed) {
        return typed == null ? "" : WrittenText.seen(typed).strip();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.review.CaseReads;
import org.fairreview.review.destruction.DestructionLine;
import org.fairreview.review.destruction.DestructionList;
import org.fairreview.review.destruction.Destructions;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Papers whose term of retention is over: clerks list them, section head and leader sign, clerks carry it out. */
@Controller
class DestructionController {

    private static final String PAGE = "redirect:/destruction/";

    /** A case as a line. */
    record LineRow(String number, @Nullable String title, String retention, String endedOn, String dueOn) {}

    /** A list in the list of lists. */
    record ListRow(long id, String unit, String state, int cases, String draftedBy, String draftedAt) {}

    /** What a signer said. */
    record SignatureRow(String role, String name, boolean agreed, String remark, String at) {}

    /**
     * A list as its page shows it; {@code may…} says what the reader can do with it.
     *
     * @param signsAs the role in which the reader is asked to sign; null for others
     * @param mayBeLeft how many cases the reader can leave undestroyed by closing the list
     */
    record Sheet(
            long id,
            String unit,
            String state,
            String reason,
            String draftedBy,
            String draftedAt,
            @Nullable String closedBy,
            @Nullable String closedAt,
            List<LineRow> lines,
            List<SignatureRow> signatures,
            @Nullable Role signsAs,
            @Nullable String signsAsName,
            boolean mayWithdraw,
            boolean mayExecute,
            int mayBeLeft) {}

    /** Why the form was refused, and the field that it is about. */
    record Refused(String field, String text) {}

    private final CurrentActor currentActor;
    private final Destructions destructions;
    private final CaseReads reads;
    private final Directory directory;
    private final Units units;
    private final RefusalTexts refusals;
    private final Labels labels;
    private final Moments moments;

    DestructionController(
            CurrentActor currentActor,
            Destructions destructions,
            CaseReads reads,
            Directory directory,
            Units units,
            RefusalTexts refusals,
            Labels labels,
            Moments moments) {
        this.currentActor = currentActor;
        this.destructions = destructions;
        this.reads = reads;
        this.directory = directory;
        this.units = units;
        this.refusals = refusals;
        this.labels = labels;
        this.moments = moments;
    }

    @GetMapping("/destruction")
    String page(Model model) {
        Actor reader = reader();
        looked(reader, "destruction", Map.of());
        return show(reader, Set.of(), "", model);
    }

    @PostMapping("/destruction")
    String draft(
            @RequestParam(defaultValue = "") Set<String> cases,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor clerk = clerk();
        Destructions.Drafted drafted = destructions.draft(cases, reason, clerk);
        if (drafted.list() != null) {
            redirect.addFlashAttribute("done", labels.text("destruction.drafted"));
            return PAGE + drafted.list().id();
        }
        refuse(
                drafted.refusal() == null ? Refusal.of("destruction.refused.nothing") : drafted.refusal(),
                model,
                response);
        return show(clerk, cases, reason, model);
    }

    @GetMapping("/destruction/{list}")
    String list(@PathVariable long list, Model model) {
        Actor reader = reader();
        DestructionList found = find(list, reader);
        looked(reader, "destruction-list", Map.of("list", found.subject()));
        return sheet(found, model);
    }

    /** What an auditor looks at is on record. */
    private void looked(Actor reader, String page, Map<String, String> conditions) {
        if (reader.holds(Role.AUDITOR)) {
            reads.looked(reader, page, conditions);
        }
    }

    @PostMapping("/destruction/{list}/signature")
    String sign(
            @PathVariable long list,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(defaultValue = "false") boolean agreed,
            @RequestParam(defaultValue = "") String remark,
            Model model,
            HttpServletResponse response) {
        Actor signer = holding(Role.SECTIONHEAD, Role.LEADER);
        find(list, signer);
        model.addAttribute("remark", remark);
        return answer(
                list, signer, attempt(() -> destructions.sign(list, role, agreed, remark, signer)), model, response);
    }

    @PostMapping("/destruction/{list}/withdrawal")
    String withdraw(@PathVariable long list, Model model, HttpServletResponse response) {
        Actor clerk = keeper(list);
        return answer(list, clerk, attempt(() -> destructions.withdraw(list, clerk)), model, response);
    }

    @PostMapping("/destruction/{list}/closing")
    String close(@PathVariable long list, Model model, HttpServletResponse response) {
        Actor clerk = keeper(list);
        return answer(list, clerk, attempt(() -> destructions.close(list, clerk)), model, response);
    }

    @PostMapping("/destruction/{list}/execution")
    String execute(
            @PathVariable long list,
            @RequestParam(defaultValue = "false") boolean checked,
            Model model,
            HttpServletResponse response) {
        Actor clerk = keeper(list);
        Optional<Refusal> refusal = checked
                ? attempt(() -> destructions.execute(list, clerk))
                : Optional.of(Refusal.at("checked", "destruction.refused.unchecked"));
        return answer(list, clerk, refusal, model, response);
    }

    /** Where somebody acted on the list at the same moment and was first, it is seen once more what that left to do. */
    private static Optional<Refusal> attempt(Supplier<Optional<Refusal>> act) {
        try {
            return act.get();
        } catch (ConcurrencyFailureException e) {
            return act.get();
        }
    }

    private String answer(
            long list, Actor actor, Optional<Refusal> refusal, Model model, HttpServletResponse response) {
        if (refusal.isEmpty()) {
            return PAGE + list;
        }
        refuse(refusal.get(), model, response);
        return sheet(find(list, actor), model);
    }

    private void refuse(Refusal refusal, Model model, HttpServletResponse response) {
        model.addAttribute(
                "refused", new Refused(refusal.field() == null ? "" : refusal.field(), refusals.of(refusal)));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    }

    private String show(Actor actor, Set<String> chosen, String reason, Model model) {
        boolean clerk = actor.holds(Role.CLERK);
        model.addAttribute("clerk", clerk);
        model.addAttribute(
                "due",
                clerk
                        ? rows(destructions.due(actor).stream()
                                .map(Destructions.Due::line)
                                .toList())
                        : List.of());
        model.addAttribute("chosen", chosen);
        model.addAttribute("reason", reason);
        model.addAttribute(
                "lists",
                destructions.lists(actor).stream()
                        .map(list -> new ListRow(
                                list.id(),
                                units.name(list.unitId()),
                                state(list),
                                list.lines().size(),
                                directory.nameOf(list.draftedBy()),
                                moments.minute(list.draftedAt())))
                        .toList());
        return "review/destruction";
    }

    private String sheet(DestructionList list, Model model) {
        Actor actor = currentActor.get();
        boolean keeps = destructions.keeps(list, actor);
        Optional<Role> signsAs = destructions.mayBeSignedBy(list, actor) ? list.nextSigner() : Optional.empty();
        boolean open = list.state() == DestructionList.State.DRAFTED || list.state() == DestructionList.State.SIGNED;
        model.addAttribute(
                "sheet",
                new Sheet(
                        list.id(),
                        units.name(list.unitId()),
                        state(list),
                        list.reason(),
                        directory.nameOf(list.draftedBy()),
                        moments.minute(list.draftedAt()),
                        list.closedBy().map(directory::nameOf).orElse(null),
                        list.closedAt().map(moments::minute).orElse(null),
                        rows(list.lines()),
                        list.signatures().stream()
                                .map(signature -> new SignatureRow(
                                        directory.roleName(signature.role()),
                                        directory.nameOf(signature.userId()),
                                        signature.agreed(),
                                        signature.remark(),
                                        moments.minute(signature.signedAt())))
                                .toList(),
                        signsAs.orElse(null),
                        signsAs.map(directory::roleName).orElse(null),
                        keeps && open,
                        keeps && (list.state() == DestructionList.State.SIGNED || list.isExecuting()),
                        keeps && list.isExecuting() ? destructions.left(list).size() : 0));
        return "review/destruction-list";
    }

    private String state(DestructionList list) {
        return list.nextSigner()
                .map(role -> labels.text("destruction.waits", directory.roleName(role)))
                .orElseGet(() -> labels.of("destruction.state", list.state()));
    }

    private List<LineRow> rows(List<DestructionLine> lines) {
        Map<String, String> titles = destructions.titles(
                lines.stream().map(DestructionLine::caseNumber).toList());
        return lines.stream()
                .map(line -> new LineRow(
                        line.caseNumber(),
                        titles.get(line.caseNumber()),
                        labels.of("review.retention", line.retention()),
                        moments.day(line.endedOn()),
                        moments.day(line.dueOn())))
                .toList();
    }

    private DestructionList find(long id, Actor actor) {
        return destructions.find(id, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Actor reader() {
        Actor actor = currentActor.get();
        if (!destructions.mayRead(actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }

    private Actor clerk() {
        return holding(Role.CLERK);
    }

    private Actor holding(Role... roles) {
        Actor actor = currentActor.get();
        if (List.of(roles).stream().noneMatch(actor::holds)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }

    private Actor keeper(long list) {
        Actor clerk = clerk();
        if (!destructions.keeps(find(list, clerk), clerk)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return clerk;
    }
}

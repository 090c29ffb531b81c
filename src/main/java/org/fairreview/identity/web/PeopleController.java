package org.fairreview.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.identity.Account;
import org.fairreview.identity.Accounts;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.DirectoryEntry;
import org.fairreview.identity.Objection;
import org.fairreview.identity.People;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.Scope;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The list of people and the page of a person: system administrators keep the account, security administrators the
 * posts.
 */
@Controller
class PeopleController {

    private static final int MOST = 200;

    /** A person as a line. */
    record Row(String userId, String name, List<String> posts, boolean disabled, boolean locked, boolean mustChange) {

        boolean contains(String text) {
            return Stream.concat(Stream.of(userId, name), posts.stream()).anyMatch(part -> part.contains(text));
        }
    }

    /** A post with the button that takes it away. */
    record Held(String unit, String role, String text, boolean withdrawable) {}

    /** A role to grant. */
    record Choice(String value, String label) {}

    private final AdministratorsDesk desk;
    private final Units units;
    private final People people;
    private final Accounts accounts;
    private final Directory directory;
    private final History history;
    private final LastBackup lastBackup;
    private final Texts texts;

    PeopleController(
            AdministratorsDesk desk,
            Units units,
            People people,
            Accounts accounts,
            Directory directory,
            History history,
            LastBackup lastBackup,
            Texts texts) {
        this.desk = desk;
        this.units = units;
        this.people = people;
        this.accounts = accounts;
        this.directory = directory;
        this.history = history;
        this.lastBackup = lastBackup;
        this.texts = texts;
    }

    @GetMapping("/admin/people")
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        return list(desk.administrator(), q, PersonForm.BLANK, Map.of(), model);
    }

    @PostMapping("/admin/people")
    String open(
            @ModelAttribute("form") PersonForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = desk.administrator(Role.SYSADMIN);
        String userId = UnitForm.text(form.userId()).strip();
        List<Objection> objections = people.open(
                userId,
                UnitForm.text(form.name()).strip(),
                UnitForm.text(form.unit()),
                UnitForm.text(form.password()),
                actor);
        if (objections.isEmpty()) {
            redirect.addFlashAttribute("done", texts.of("people.opened", userId));
            return "redirect:/admin/people/" + userId;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return list(actor, "", form, texts.of(objections), model);
    }

    @GetMapping("/admin/people/{userId}")
    String page(@PathVariable String userId, Model model) {
        Actor actor = desk.administrator();
        return page(entry(userId, actor), actor, Map.of(), model);
    }

    @PostMapping("/admin/people/{userId}/disable")
    String disable(
            @PathVariable String userId, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Actor actor = desk.administrator(Role.SYSADMIN);
        entry(userId, actor);
        return answer(people.disable(userId, actor), "people.disabled.done", userId, actor, model, response, redirect);
    }

    @PostMapping("/admin/people/{userId}/enable")
    String enable(@PathVariable String userId, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Actor actor = desk.administrator(Role.SYSADMIN);
        entry(userId, actor);
        return answer(people.enable(userId, actor), "people.enabled.done", userId, actor, model, response, redirect);
    }

    @PostMapping("/admin/people/{userId}/unlock")
    String unlock(@PathVariable String userId, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Actor actor = desk.administrator(Role.SYSADMIN);
        entry(userId, actor);
        return answer(people.unlock(userId, actor), "people.unlocked.done", userId, actor, model, response, redirect);
    }

    @PostMapping("/admin/people/{userId}/password")
    String resetPassword(
            @PathVariable String userId,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = desk.administrator(Role.SYSADMIN);
        entry(userId, actor);
        return answer(
                people.resetPassword(userId, password, actor),
                "people.reset.done",
                userId,
                actor,
                model,
                response,
                redirect);
    }

    @PostMapping("/admin/people/{userId}/posts")
    String grant(
            @PathVariable String userId,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String role,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = desk.administrator(Role.SECADMIN);
        entry(userId, actor);
        model.addAttribute("chosenUnit", unit);
        model.addAttribute("chosenRole", role);
        Optional<Objection> objection = post(unit, role)
                .map(post -> people.grant(userId, post, actor))
                .orElseGet(() -> Optional.of(new Objection("role", "people.grant.incomplete", List.of())));
        return answer(objection, "people.granted.done", userId, actor, model, response, redirect);
    }

    @PostMapping("/admin/people/{userId}/posts/withdraw")
    String withdraw(
            @PathVariable String userId,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String role,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = desk.administrator(Role.SECADMIN);
        entry(userId, actor);
        Optional<Objection> objection = post(unit, role)
                .map(post -> people.withdraw(userId, post, actor))
                .orElseGet(() -> Optional.of(new Objection(null, "people.withdraw.gone", List.of())));
        return answer(objection, "people.withdrawn.done", userId, actor, model, response, redirect);
    }

    private String answer(
            Optional<Objection> objection,
            String done,
            String userId,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (objection.isEmpty()) {
            redirect.addFlashAttribute("done", texts.of(done));
            return "redirect:/admin/people/" + userId;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(entry(userId, actor), actor, texts.of(List.of(objection.get())), model);
    }

    private static Optional<Post> post(String unit, String role) {
        return Arrays.stream(Role.values())
                .filter(known -> known.name().equals(role) && !unit.isEmpty())
                .findFirst()
                .map(known -> new Post(unit, known));
    }

    private String list(Actor actor, String q, PersonForm form, Map<String, String> errors, Model model) {
        Scope scope = desk.sight(actor);
        Map<String, Unit> byId = units.byId();
        List<DirectoryEntry> everybody = directory.everybody();
        Map<String, Account> states =
                accounts.of(everybody.stream().map(DirectoryEntry::userId).toList());
        List<Row> found = everybody.stream()
                .filter(entry -> scope.touches(entry, states.get(entry.userId()), byId))
                .map(entry -> row(entry, states.get(entry.userId()), byId))
                .filter(row -> row.contains(q.strip()))
                .toList();
        model.addAttribute("q", q);
        model.addAttribute("total", found.size());
        model.addAttribute("most", MOST);
        model.addAttribute("people", found.stream().limit(MOST).toList());
        model.addAttribute("units", openUnits(units.scopeOf(actor, Role.SYSADMIN)));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("mayOpen", actor.holds(Role.SYSADMIN));
        if (actor.holds(Role.SYSADMIN)) {
            model.addAttribute("backup", lastBackup.line());
        }
        return "identity/people";
    }

    private String page(DirectoryEntry entry, Actor actor, Map<String, String> errors, Model model) {
        Account account = accounts.of(entry.userId());
        Map<String, Unit> byId = units.byId();
        boolean oneself = entry.userId().equals(actor.userId());
        boolean keeps = !oneself && units.scopeOf(actor, Role.SYSADMIN).covers(entry, account, byId);
        boolean grants = !oneself && units.scopeOf(actor, Role.SECADMIN).covers(entry, account, byId);
        model.addAttribute("person", row(entry, account, byId));
        model.addAttribute("unit", account.unitId() == null ? null : units.name(account.unitId()));
        model.addAttribute("oneself", oneself);
        model.addAttribute("keeps", keeps);
        model.addAttribute("grants", grants);
        model.addAttribute("elsewhere", !oneself && !keeps && !grants);
        model.addAttribute(
                "held",
                entry.posts().stream()
                        .map(post -> new Held(post.unitId(), post.role().name(), text(post, byId), grants))
                        .toList());
        model.addAttribute("units", openUnits(units.scopeOf(actor, Role.SECADMIN)));
        model.addAttribute(
                "roles",
                Arrays.stream(Role.values())
                        .map(role -> new Choice(role.name(), directory.roleName(role)))
                        .toList());
        model.addAttribute("errors", errors);
        model.addAttribute("history", history.ofAccount(entry.userId()));
        return "identity/person";
    }

    private List<Unit> openUnits(Scope scope) {
        return units.all().stream()
                .filter(unit -> scope.contains(unit) && !unit.isDissolved())
                .toList();
    }

    private Row row(DirectoryEntry entry, Account account, Map<String, Unit> byId) {
        return new Row(
                entry.userId(),
                entry.person().name(),
                entry.posts().stream().map(post -> text(post, byId)).toList(),
                account.isDisabled(),
                entry.locked(),
                account.passwordMustChange());
    }

    private String text(Post post, Map<String, Unit> byId) {
        Unit unit = byId.get(post.unitId());
        return (unit == null ? post.unitId() : unit.name()) + " " + directory.roleName(post.role());
    }

    /** A person out of the administrator's sight is as if there were no such account. */
    private DirectoryEntry entry(String userId, Actor actor) {
        return directory
                .entry(userId)
                .filter(found -> desk.sight(actor).touches(found, accounts.of(userId), units.byId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

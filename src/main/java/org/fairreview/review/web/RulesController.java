package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Role;
import org.fairreview.screening.RuleTrial;
import org.fairreview.screening.RuleTrials;
import org.fairreview.screening.RuleTrials.Upload;
import org.fairreview.screening.RulesInForce;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/** The screening rules (筛查规则): reviewers, section heads and auditors read and try them, the topmost section head changes them. */
@Controller
class RulesController {

    private static final int LONGEST_TEXT = 20_000;
    private static final long MOST_BYTES = 4 << 20;
    private static final String YAML = "application/yaml";

    /** Where a trial stands, for a page that waits. */
    record Standing(boolean over, String said) {}

    private final CurrentActor currentActor;
    private final RulesPages pages;
    private final TrialPages trialPages;
    private final RuleTrials trials;
    private final RulesInForce rules;
    private final FileStore files;
    private final RefusalTexts refusals;

    RulesController(
            CurrentActor currentActor,
            RulesPages pages,
            TrialPages trialPages,
            RuleTrials trials,
            RulesInForce rules,
            FileStore files,
            RefusalTexts refusals) {
        this.currentActor = currentActor;
        this.pages = pages;
        this.trialPages = trialPages;
        this.trials = trials;
        this.rules = rules;
        this.files = files;
        this.refusals = refusals;
    }

    @GetMapping("/screening/rules")
    String rules(@RequestParam(defaultValue = "") String q, Model model) {
        Actor reader = reader();
        model.addAttribute("q", q.strip());
        model.addAttribute("page", pages.page(q.strip()));
        model.addAttribute("mayChange", trials.mayChange(reader));
        return "review/screening-rules";
    }

    @PostMapping("/screening/rules/try")
    String tryText(@RequestParam(defaultValue = "") String text, Model model, HttpServletResponse response) {
        reader();
        model.addAttribute("text", text);
        if (text.isBlank()) {
            return refusedText("rules.try.empty", model, response);
        }
        if (text.length() > LONGEST_TEXT) {
            return refusedText("rules.try.tooLong", model, response);
        }
        model.addAttribute("tried", pages.tried(text));
        return rules("", model);
    }

    private String refusedText(String key, Model model, HttpServletResponse response) {
        model.addAttribute("textRefused", refusals.of(Refusal.at("text", key)));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return rules("", model);
    }

    @GetMapping("/screening/rules/files/{rules}")
    ResponseEntity<Resource> file(@PathVariable("rules") long change) {
        reader();
        StoredFile file = rules.file(change).orElseThrow(RulesController::notFound);
        return Downloads.of(file.name(), YAML, files.bytes(file.sha256()));
    }

    @PostMapping("/screening/rules")
    String upload(HttpServletRequest request, Model model, HttpServletResponse response) throws IOException {
        Actor head = head();
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        MultipartFile file = multipart == null ? null : multipart.getFile("file");
        String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        if (file == null || name.isEmpty()) {
            return refusedFile(refusals.of(Refusal.at("file", "rules.fileMissing")), model, response);
        }
        if (file.getSize() > MOST_BYTES) {
            return refusedFile(refusals.of(Refusal.at("file", "rules.tooLarge")), model, response);
        }
        Upload upload = trials.upload(name, file.getBytes(), head);
        if (upload instanceof Upload.Taken taken) {
            return "redirect:/screening/rules/trials/" + taken.trial().id();
        }
        String why = upload instanceof Upload.Broken broken
                ? broken.reason()
                : refusals.of(((Upload.Refused) upload).reason());
        return refusedFile(why, model, response);
    }

    private String refusedFile(String why, Model model, HttpServletResponse response) {
        model.addAttribute("fileRefused", why);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return rules("", model);
    }

    /** What is far beyond the limit is refused before it is read. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<String> tooLarge() {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY)
                .body(refusals.of(Refusal.at("file", "rules.tooLarge")));
    }

    @GetMapping("/screening/rules/trials/{trial}")
    String trial(@PathVariable String trial, @RequestParam(defaultValue = "") String rule, Model model) {
        Actor actor = trialReader();
        model.addAttribute("trial", trialPages.page(find(trial), rule, actor));
        return "review/screening-trial";
    }

    @GetMapping("/screening/rules/trials/{trial}/standing")
    @ResponseBody
    Standing standing(@PathVariable String trial) {
        trialReader();
        RuleTrial found = find(trial);
        return new Standing(found.state().isOver(), trialPages.said(found));
    }

    @PostMapping("/screening/rules/trials/{trial}/force")
    String put(@PathVariable String trial, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Actor head = head();
        RuleTrial found = find(trial);
        Optional<Refusal> refusal = trials.put(found, head);
        if (refusal.isEmpty()) {
            redirect.addFlashAttribute("put", found.version());
            return "redirect:/screening/rules";
        }
        model.addAttribute("refused", refusals.of(refusal.get()));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return trial(trial, "", model);
    }

    private RuleTrial find(String trial) {
        return trials.find(trial).orElseThrow(RulesController::notFound);
    }

    private Actor reader() {
        return allowed(trials.mayRead(currentActor.get()));
    }

    private Actor head() {
        return allowed(trials.mayChange(currentActor.get()));
    }

    /** A trial quotes cases: it is for those who decide on it, and for the auditor. */
    private Actor trialReader() {
        Actor actor = currentActor.get();
        return allowed(trials.mayChange(actor) || actor.holds(Role.AUDITOR));
    }

    private Actor allowed(boolean may) {
        if (!may) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return currentActor.get();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

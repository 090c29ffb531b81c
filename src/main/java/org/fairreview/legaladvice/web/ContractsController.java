package org.fairreview.legaladvice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Uploader;
import org.fairreview.document.Uploads;
import org.fairreview.document.Uploads.Upload;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.legaladvice.Adoption.Extent;
import org.fairreview.legaladvice.Advisers;
import org.fairreview.legaladvice.Assessment;
import org.fairreview.legaladvice.Contract;
import org.fairreview.legaladvice.ContractDraft;
import org.fairreview.legaladvice.Contracts;
import org.fairreview.legaladvice.GivenOpinion;
import org.fairreview.legaladvice.LegalAdvice;
import org.fairreview.legaladvice.LegalAdvices;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.WebUtils;

/** Contracts on which advisers are asked: registered by the regulator's people, read by them and by who is asked. */
@Controller
class ContractsController {

    /** A contract in the list. */
    record Row(
            String number,
            String title,
            String counterparty,
            @Nullable String amount,
            String submitted,
            String adviser,
            String state,
            boolean waits) {}

    /** What was typed about a new contract. */
    record NewForm(
            String title,
            String counterparty,
            String amount,
            List<String> questions,
            String adviser,
            List<StagedFile> files) {}

    /** What an adviser typed who puts a new opinion in the place of one. */
    record SupersedingForm(
            String id, String reason, List<String> opinions, String assessment, List<StagedFile> files) {}

    record StagedFile(String id, String name) {}

    record FileLink(String name, String url) {}

    record Choice(String value, String label) {}

    record QuestionView(String question, @Nullable String opinion) {}

    /** An opinion on the contract. */
    record AdviceView(
            String id,
            String adviser,
            String asked,
            List<QuestionView> questions,
            @Nullable String given,
            @Nullable String assessment,
            List<FileLink> files,
            List<String> declines,
            boolean superseded,
            @Nullable String supersedeReason,
            @Nullable String recalled,
            @Nullable String adopted,
            @Nullable String adoptionReason,
            @Nullable String adoptedBy,
            boolean mayAdopt,
            boolean mayRecall,
            boolean maySupersede) {}

    private final CurrentActor currentActor;
    private final Contracts contracts;
    private final LegalAdvices advices;
    private final Advisers advisers;
    private final Uploads uploads;
    private final FileStore store;
    private final Directory directory;
    private final Units units;
    private final RefusalTexts refusals;
    private final AdviceWords words;

    ContractsController(
            CurrentActor currentActor,
            Contracts contracts,
            LegalAdvices advices,
            Advisers advisers,
            Uploads uploads,
            FileStore store,
            Directory directory,
            Units units,
            RefusalTexts refusals,
            AdviceWords words) {
        this.currentActor = currentActor;
        this.contracts = contracts;
        this.advices = advices;
        this.advisers = advisers;
        this.uploads = uploads;
        this.store = store;
        this.directory = directory;
        this.units = units;
        this.refusals = refusals;
        this.words = words;
    }

    @GetMapping("/advice/contracts")
    String list(Model model) {
        Actor actor = currentActor.get();
        model.addAttribute("rows", contracts.of(actor).stream().map(this::row).toList());
        model.addAttribute("mayAsk", contracts.askingUnit(actor).isPresent());
        return "legaladvice/contracts";
    }

    @GetMapping("/advice/contracts/new")
    String blank(Model model) {
        return form(new NewForm("", "", "", List.of(""), "", List.of()), asker(), null, "", model);
    }

    @PostMapping("/advice/contracts")
    String submit(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String counterparty,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String adviser,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Unit unit = asker();
        Actor actor = currentActor.get();
        List<String> questions = values(request, "question").stream()
                .map(ContractsController::plain)
                .filter(question -> !question.isEmpty())
                .toList();
        List<StagedFile> files = staged(request, actor);
        String refused = take(request, new Uploader(actor.userId(), unit.id(), unit.regionId()), files);
        String field = "files";
        if (refused == null) {
            ContractDraft draft = new ContractDraft(
                    title,
                    counterparty,
                    amount,
                    questions,
                    adviser.isBlank() ? null : adviser,
                    files.stream().map(StagedFile::id).toList());
            Contracts.Submitted made = contracts.submit(draft, actor);
            if (made.refusal() == null) {
                return "redirect:/advice/contracts/" + made.number();
            }
            refused = refusals.of(made.refusal());
            field = made.refusal().field();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        NewForm typed =
                new NewForm(title, counterparty, amount, questions.isEmpty() ? List.of("") : questions, adviser, files);
        return form(typed, unit, refused, field, model);
    }

    private String form(NewForm typed, Unit unit, @Nullable String refused, @Nullable String field, Model model) {
        model.addAttribute("form", typed);
        model.addAttribute("refused", refused);
        model.addAttribute("field", field == null ? "" : field);
        model.addAttribute("mostQuestions", LegalAdvice.MOST_QUESTIONS);
        List<Advisers.Adviser> all = advisers.of(unit.regionId());
        Map<String, Long> open = advisers.openRequests(all);
        model.addAttribute(
                "advisers",
                all.stream()
                        .map(adviser -> new Choice(
                                adviser.userId(),
                                words.of(
                                        "contracts.adviser.choice",
                                        adviser.name(),
                                        units.name(adviser.unitId()),
                                        open.getOrDefault(adviser.userId(), 0L))))
                        .toList());
        return "legaladvice/contract-new";
    }

    @GetMapping("/advice/contracts/{contract}")
    String contract(@PathVariable String contract, Model model) {
        Actor actor = currentActor.get();
        return page(find(contract, actor), actor, null, model);
    }

    @GetMapping("/advice/contracts/{contract}/files/{contractFile}")
    ResponseEntity<Resource> file(@PathVariable String contract, @PathVariable("contractFile") String fileId) {
        Actor actor = currentActor.get();
        Contract found = find(contract, actor);
        boolean mayRead =
                contracts.filesOf(found).stream().anyMatch(file -> file.id().equals(fileId))
                        || contracts.advicesOn(found, actor).stream()
                                .anyMatch(advice -> advice.files().contains(fileId));
        StoredFile file = Optional.of(fileId)
                .filter(id -> mayRead)
                .flatMap(store::find)
                .orElseThrow(ContractsController::notFound);
        InputStream bytes = store.open(file.sha256());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(bytes));
    }

    @PostMapping("/advice/contracts/{contract}/opinions/{contractAdvice}/adoption")
    String adopt(
            @PathVariable String contract,
            @PathVariable String contractAdvice,
            @RequestParam(defaultValue = "") String adopted,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        Actor actor = currentActor.get();
        Contract found = handled(contract, actor);
        LegalAdvice advice = advice(found, contractAdvice, actor);
        Extent extent = Stream.of(Extent.values())
                .filter(value -> value.name().equals(adopted))
                .findFirst()
                .orElse(null);
        Optional<Refusal> refusal = again(() -> contracts.adopt(found, advice.id(), extent, plain(reason), actor));
        return refusal.isEmpty()
                ? "redirect:/advice/contracts/" + contract
                : refused(found, actor, refusal.get(), Map.of("adopted", adopted, "reason", reason), model, response);
    }

    @PostMapping("/advice/contracts/{contract}/opinions/{contractAdvice}/recall")
    String recall(
            @PathVariable String contract,
            @PathVariable String contractAdvice,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        Actor actor = currentActor.get();
        Contract found = handled(contract, actor);
        LegalAdvice advice = advice(found, contractAdvice, actor);
        Optional<Refusal> refusal = again(() -> contracts.recall(found, advice.id(), plain(reason), actor));
        return refusal.isEmpty()
                ? "redirect:/advice/contracts/" + contract
                : refused(found, actor, refusal.get(), Map.of("recallReason", reason), model, response);
    }

    @PostMapping("/advice/contracts/{contract}/opinions/{contractAdvice}/superseding")
    String supersede(
            @PathVariable String contract,
            @PathVariable String contractAdvice,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String assessment,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Actor actor = currentActor.get();
        Contract found = find(contract, actor);
        LegalAdvice advice = advice(found, contractAdvice, actor);
        if (!advices.maySupersede(advice, actor.userId())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        List<String> opinions = values(request, "opinion").stream()
                .map(ContractsController::plain)
                .toList();
        List<StagedFile> files = staged(request, actor);
        String refused = take(
                request, new Uploader(actor.userId(), advice.adviserUnitId().orElse(""), found.regionId()), files);
        if (refused == null) {
            GivenOpinion said = new GivenOpinion(
                    opinions,
                    Stream.of(Assessment.values())
                            .filter(value -> value.name().equals(assessment))
                            .findFirst()
                            .orElse(null),
                    files.stream().map(StagedFile::id).toList());
            Optional<Refusal> refusal = again(() -> contracts.supersede(advice, said, plain(reason), actor));
            if (refusal.isEmpty()) {
                return "redirect:/advice/contracts/" + contract;
            }
            refused = refusals.of(refusal.get());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("refused", refused);
        return page(found, actor, new SupersedingForm(advice.id(), reason, opinions, assessment, files), model);
    }

    private String refused(
            Contract contract,
            Actor actor,
            Refusal refusal,
            Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("refused", refusals.of(refusal));
        model.addAttribute("typed", typed);
        return page(contract, actor, null, model);
    }

    private String page(Contract contract, Actor actor, @Nullable SupersedingForm superseding, Model model) {
        model.addAttribute("row", row(contract));
        model.addAttribute("unit", units.name(contract.unitId()));
        model.addAttribute("submittedBy", directory.nameOf(contract.submittedBy()));
        model.addAttribute(
                "files",
                contracts.filesOf(contract).stream()
                        .map(file -> link(contract, file))
                        .toList());
        model.addAttribute(
                "advices",
                contracts.advicesOn(contract, actor).stream()
                        .map(advice -> view(contract, advice, actor))
                        .toList());
        model.addAttribute("assessments", Assessment.values());
        model.addAttribute("superseding", superseding);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of());
        }
        return "legaladvice/contract";
    }

    private Row row(Contract contract) {
        Optional<LegalAdvice> current = advices.of(contract.number()).stream()
                .filter(advice -> !advice.isSuperseded())
                .findFirst();
        String state = current.map(ContractsController::state).orElse("ASKED");
        return new Row(
                contract.number(),
                contract.title(),
                contract.counterparty(),
                contract.amount().map(ContractsController::yuan).orElse(null),
                words.minute(contract.submittedAt()),
                current.flatMap(LegalAdvice::adviserId)
                        .map(directory::nameOf)
                        .orElseGet(() -> words.of("contracts.adviser.none")),
                words.of("contracts.state." + state),
                !state.equals("DONE") && !state.equals("RECALLED"));
    }

    private static String yuan(BigDecimal amount) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.SIMPLIFIED_CHINESE);
        format.setMinimumFractionDigits(2);
        return format.format(amount);
    }

    private static String state(LegalAdvice advice) {
        if (advice.recall().isPresent()) {
            return "RECALLED";
        }
        if (advice.isOpen()) {
            return advice.adviserId().isPresent() ? "ASKED" : "UNASSIGNED";
        }
        return advice.awaitsAdoption() ? "GIVEN" : "DONE";
    }

    private AdviceView view(Contract contract, LegalAdvice advice, Actor actor) {
        boolean handles = contracts.mayHandle(contract, actor);
        return new AdviceView(
                advice.id(),
                advice.adviserId().map(directory::nameOf).orElseGet(() -> words.of("contracts.adviser.none")),
                words.of("contracts.asked", directory.nameOf(advice.requestedBy()), words.minute(advice.requestedAt())),
                advice.questions().stream()
                        .map(each -> new QuestionView(each.question(), each.opinion()))
                        .toList(),
                advice.givenAt().map(words::minute).orElse(null),
                advice.assessment()
                        .map(value -> words.of("advice.assessment", value))
                        .orElse(null),
                advice.files().stream()
                        .flatMap(file -> store.find(file).stream())
                        .map(file -> link(contract, file))
                        .toList(),
                advice.declines().stream()
                        .map(declined -> words.of(
                                "page.advice.declined",
                                directory.nameOf(declined.adviserId()),
                                words.minute(declined.declinedAt()),
                                declined.reason()))
                        .toList(),
                advice.isSuperseded(),
                advice.supersedeReason().orElse(null),
                advice.recall()
                        .map(recall -> words.of(
                                "contracts.recalled",
                                directory.nameOf(recall.by()),
                                words.minute(recall.at()),
                                recall.reason()))
                        .orElse(null),
                advice.adoption()
                        .map(said -> words.of("advice.adopted", said.extent()))
                        .orElse(null),
                advice.adoption().map(said -> said.reason()).orElse(null),
                advice.adoption()
                        .map(said -> words.of(
                                "page.advice.adopted.by", directory.nameOf(said.by()), words.minute(said.at())))
                        .orElse(null),
                handles && advice.awaitsAdoption(),
                handles && advice.isOpen(),
                contracts.maySupersede(advice, actor));
    }

    private static FileLink link(Contract contract, StoredFile file) {
        return new FileLink(file.name(), "/advice/contracts/" + contract.number() + "/files/" + file.id());
    }

    private Unit asker() {
        return contracts
                .askingUnit(currentActor.get())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private Contract find(String number, Actor actor) {
        return contracts.find(number, actor).orElseThrow(ContractsController::notFound);
    }

    private Contract handled(String number, Actor actor) {
        Contract found = find(number, actor);
        if (!contracts.mayHandle(found, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return found;
    }

    private LegalAdvice advice(Contract contract, String id, Actor actor) {
        return contracts.advicesOn(contract, actor).stream()
                .filter(advice -> advice.id().equals(id))
                .findFirst()
                .orElseThrow(ContractsController::notFound);
    }

    /** Stages what was brought; gives back why a file is not taken. */
    private @Nullable String take(HttpServletRequest request, Uploader uploader, List<StagedFile> files)
            throws IOException {
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        String refused = null;
        for (MultipartFile brought : multipart == null ? List.<MultipartFile>of() : multipart.getFiles("attachment")) {
            String name = String.valueOf(brought.getOriginalFilename());
            if (name.isEmpty()) {
                continue;
            }
            Upload upload = uploads.takeEither(name, brought.getBytes(), uploader);
            if (upload instanceof Upload.Taken taken) {
                files.add(new StagedFile(taken.file().id(), taken.file().name()));
            } else {
                refused = name + "：" + words.of(((Upload.Refused) upload).reason());
            }
        }
        return refused;
    }

    /** What was brought with an earlier try. */
    private List<StagedFile> staged(HttpServletRequest request, Actor actor) {
        return new ArrayList<>(values(request, "file").stream()
                .flatMap(id -> store.find(id).stream())
                .filter(file -> file.isStagedBy(actor.userId()))
                .map(file -> new StagedFile(file.id(), file.name()))
                .toList());
    }

    /** The values of fields of one name, each whole: a comma does not part them. */
    private static List<String> values(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    /** Where somebody acted at the same moment and was first, it is seen once more what is left to do. */
    private static Optional<Refusal> again(Supplier<Optional<Refusal>> act) {
        try {
            return act.get();
        } catch (ConcurrencyFailureException e) {
            return act.get();
        }
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

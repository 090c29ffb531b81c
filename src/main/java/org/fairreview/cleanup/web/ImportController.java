package org.fairreview.cleanup.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.intake.ImportFiles;
import org.fairreview.cleanup.intake.Imports;
import org.fairreview.cleanup.intake.Imports.Part;
import org.fairreview.cleanup.intake.IntakeColumn;
import org.fairreview.cleanup.intake.IntakeTexts;
import org.fairreview.cleanup.intake.IntakeWorkbook;
import org.fairreview.cleanup.intake.LedgerImport;
import org.fairreview.cleanup.work.Job;
import org.fairreview.cleanup.work.Jobs;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

/** The import of a clean-up: the template, the dry run with its errors, and the valid lines taken over. */
@Controller
class ImportController {

    private static final int LINES_ON_A_PAGE = 50;
    private static final int LINES_AT_ONCE = 500;
    private static final int FILES_SHOWN = 200;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    record Row(String id, String sheet, String texts, String brought, String state, String said) {}

    record CellProblem(String column, String value, String said) {}

    record LineRow(int number, String title, String unit, List<CellProblem> problems, @Nullable String caseNumber) {}

    record FileRow(String name, String size, String note) {}

    record TextsChoice(String id, String name) {}

    private final CurrentActor currentActor;
    private final Imports imports;
    private final ImportFiles files;
    private final IntakeWorkbook workbook;
    private final IntakeTexts texts;
    private final CleanupTexts days;
    private final Jobs jobs;
    private final Units units;
    private final Directory directory;
    private final RefusalTexts refusals;

    ImportController(
            CurrentActor currentActor,
            Imports imports,
            ImportFiles files,
            IntakeWorkbook workbook,
            IntakeTexts texts,
            CleanupTexts days,
            Jobs jobs,
            Units units,
            Directory directory,
            RefusalTexts refusals) {
        this.currentActor = currentActor;
        this.imports = imports;
        this.files = files;
        this.workbook = workbook;
        this.texts = texts;
        this.days = days;
        this.jobs = jobs;
        this.units = units;
        this.directory = directory;
        this.refusals = refusals;
    }

    @GetMapping("/cleanup/{campaign}/import")
    String start(@PathVariable String campaign, Model model) {
        return start(importable(campaign), null, model);
    }

    private String start(Campaign campaign, @Nullable String refusal, Model model) {
        Actor actor = currentActor.get();
        List<LedgerImport> all = imports.of(campaign, actor);
        model.addAttribute("number", campaign.number());
        model.addAttribute("campaignTitle", campaign.title());
        model.addAttribute("open", campaign.takesMeasures());
        model.addAttribute("cutOff", days.day(campaign.cutOff()));
        model.addAttribute("refusal", refusal);
        model.addAttribute("imports", all.stream().map(this::row).toList());
        model.addAttribute("kept", kept(all));
        return "cleanup/import";
    }

    private List<TextsChoice> kept(List<LedgerImport> all) {
        return all.stream()
                .flatMap(each -> imports
                        .textsOf(each)
                        .map(kept -> new TextsChoice(
                                each.id(), texts.of("intake.texts.of", kept.name(), days.minute(each.broughtAt()))))
                        .stream())
                .limit(3)
                .toList();
    }

    private Row row(LedgerImport brought) {
        return new Row(
                brought.id(),
                brought.sheet().name(),
                brought.texts().map(LedgerImport.Brought::name).orElse(""),
                texts.of("intake.brought", directory.nameOf(brought.broughtBy()), days.minute(brought.broughtAt())),
                days.of("intake.state", brought.state()),
                brought.state() == LedgerImport.State.REFUSED
                        ? brought.refusal().map(texts::of).orElse("")
                        : texts.of(
                                "intake.counts",
                                String.valueOf(brought.lines()),
                                String.valueOf(brought.wrong()),
                                String.valueOf(brought.entered()),
                                String.valueOf(brought.taken())));
    }

    @GetMapping("/cleanup/{campaign}/import/template")
    ResponseEntity<Resource> template(@PathVariable String campaign) throws IOException {
        Campaign found = importable(campaign);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.template(unitNames(found), out);
        return download(texts.of("intake.template.name"), out.toByteArray());
    }

    private List<String> unitNames(Campaign campaign) {
        return imports.unitsFor(campaign, currentActor.get()).stream()
                .map(units::name)
                .sorted()
                .toList();
    }

    @PostMapping("/cleanup/{campaign}/import")
    String bring(@PathVariable String campaign, HttpServletRequest request, Model model, HttpServletResponse response)
            throws IOException {
        Campaign found = importable(campaign);
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        MultipartFile sheet = multipart == null ? null : multipart.getFile("file");
        MultipartFile archive = multipart == null ? null : multipart.getFile("texts");
        ImportFiles.Coming coming =
                new ImportFiles.Coming(name(sheet), sheet, name(archive), archive, request.getParameter("textsOf"));
        ImportFiles.Taken taken = files.take(coming, found, currentActor.get());
        if (taken.refusal() != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return start(found, refusals.of(taken.refusal()), model);
        }
        return "redirect:/cleanup/%s/import/%s".formatted(campaign, taken.importId());
    }

    private static String name(@Nullable MultipartFile file) {
        return file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    }

    /** What is far beyond the limit is refused before it is read. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<String> tooLarge() {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY)
                .body(refusals.of(Refusal.at("file", "intake.tooLarge")));
    }

    @GetMapping("/cleanup/{campaign}/import/{brought}")
    String trial(
            @PathVariable String campaign,
            @PathVariable String brought,
            @RequestParam(required = false) @Nullable Part show,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        LedgerImport found = find(campaign, brought);
        Campaign of = importable(campaign);
        Part part = show != null ? show : found.wrong() > 0 ? Part.WRONG : found.valid() > 0 ? Part.VALID : Part.KNOWN;
        int all = size(found, part);
        int pages = Math.max(1, (all + LINES_ON_A_PAGE - 1) / LINES_ON_A_PAGE);
        int shown = Math.min(Math.max(1, page), pages);
        model.addAttribute("number", campaign);
        model.addAttribute("campaignTitle", of.title());
        model.addAttribute("brought", row(found));
        model.addAttribute("found", found);
        model.addAttribute("checked", isChecked(found));
        model.addAttribute("progress", progress(found));
        model.addAttribute("stopped", isStopped(found));
        model.addAttribute(
                "left", String.valueOf(Math.max(0, found.valid() + found.known() - found.entered() - found.taken())));
        model.addAttribute("part", part.name());
        model.addAttribute("pageNumber", shown);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "lines",
                imports.lines(found, part, (shown - 1) * LINES_ON_A_PAGE, LINES_ON_A_PAGE).stream()
                        .map(this::line)
                        .toList());
        model.addAttribute(
                "leftOver",
                imports.leftOver(found, FILES_SHOWN).stream()
                        .map(file -> new FileRow(file.name(), kilobytes(file.size()), texts.of(file.note())))
                        .toList());
        model.addAttribute("leftOverMore", Math.max(0, found.leftOver() - FILES_SHOWN));
        return "cleanup/import-trial";
    }

    private static boolean isChecked(LedgerImport brought) {
        return brought.state() != LedgerImport.State.CHECKING && brought.state() != LedgerImport.State.REFUSED;
    }

    private static int size(LedgerImport brought, Part part) {
        return switch (part) {
            case WRONG -> brought.wrong();
            case VALID -> brought.valid();
            case KNOWN -> brought.known();
        };
    }

    private static String kilobytes(long size) {
        return "%,d KB".formatted((size + 1023) / 1024);
    }

    private LineRow line(Imports.Line line) {
        Stream<CellProblem> cells = Stream.of(IntakeColumn.values())
                .filter(column -> !texts.cell(line, column).isEmpty())
                .map(column -> new CellProblem(texts.label(column), line.cell(column), texts.cell(line, column)));
        Stream<CellProblem> whole = line.problems().stream()
                .filter(problem -> problem.column() == null)
                .map(problem -> new CellProblem("", "", texts.of(problem)));
        return new LineRow(
                line.number(),
                line.cell(IntakeColumn.TITLE),
                line.cell(IntakeColumn.UNIT),
                Stream.concat(cells, whole).toList(),
                line.caseNumber());
    }

    /** What the page asks for while the work goes on. */
    @GetMapping("/cleanup/{campaign}/import/{brought}/progress")
    @ResponseBody
    Map<String, Object> progressOf(@PathVariable String campaign, @PathVariable String brought) {
        return progress(find(campaign, brought));
    }

    private Map<String, Object> progress(LedgerImport brought) {
        Optional<Job> job = brought.jobId().flatMap(jobs::find);
        int done = job.map(Job::done).orElse(0);
        int total = job.map(Job::total).orElse(0);
        Job.State state = job.map(Job::state).orElse(Job.State.DONE);
        return Map.of(
                "over",
                state.isOver(),
                "total",
                total,
                "done",
                done,
                "said",
                days.of(
                        "intake.progress." + job.map(Job::kind).orElse("IMPORT_TRIAL") + "." + state.name(),
                        String.valueOf(done),
                        String.valueOf(total)));
    }

    private boolean isStopped(LedgerImport brought) {
        return brought.state() == LedgerImport.State.CHECKING
                && brought.jobId()
                        .flatMap(jobs::find)
                        .filter(job -> job.state().isOver())
                        .isPresent();
    }

    @GetMapping("/cleanup/{campaign}/import/{brought}/marked")
    ResponseEntity<Resource> marked(@PathVariable String campaign, @PathVariable String brought) throws IOException {
        LedgerImport found = find(campaign, brought);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.marked(unitNames(importable(campaign)), from -> imports.lines(found, from, LINES_AT_ONCE), out);
        return download(texts.of("intake.marked.name"), out.toByteArray());
    }

    @PostMapping("/cleanup/{campaign}/import/{brought}/entry")
    String enter(@PathVariable String campaign, @PathVariable String brought, RedirectAttributes redirect) {
        LedgerImport found = find(campaign, brought);
        return back(imports.enter(found.id(), currentActor.get()), found, redirect);
    }

    @PostMapping("/cleanup/{campaign}/import/{brought}/stop")
    String stop(@PathVariable String campaign, @PathVariable String brought, RedirectAttributes redirect) {
        LedgerImport found = find(campaign, brought);
        imports.stop(found);
        redirect.addFlashAttribute("done", days.of("job.stopWanted"));
        return back(Optional.empty(), found, redirect);
    }

    @PostMapping("/cleanup/{campaign}/import/{brought}/check")
    String goOn(@PathVariable String campaign, @PathVariable String brought, RedirectAttributes redirect) {
        LedgerImport found = find(campaign, brought);
        return back(imports.goOn(found.id(), currentActor.get()), found, redirect);
    }

    private String back(Optional<Refusal> refusal, LedgerImport brought, RedirectAttributes redirect) {
        refusal.ifPresent(each -> redirect.addFlashAttribute("refused", refusals.of(each)));
        return "redirect:/cleanup/%s/import/%s".formatted(brought.campaignNumber(), brought.id());
    }

    private static ResponseEntity<Resource> download(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .contentLength(bytes.length)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new ByteArrayResource(bytes));
    }

    private Campaign importable(String number) {
        return imports.importable(number, currentActor.get())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LedgerImport find(String campaign, String id) {
        return imports.find(campaign, id.toLowerCase(Locale.ROOT), currentActor.get())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

package org.fairreview.supervision.monitoring.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.supervision.lead.LeadPeople;
import org.fairreview.supervision.lead.LeadReads;
import org.fairreview.supervision.lead.LeadWording;
import org.fairreview.supervision.monitoring.ImportedLine;
import org.fairreview.supervision.monitoring.ImportedLine.State;
import org.fairreview.supervision.monitoring.MonitoringColumn;
import org.fairreview.supervision.monitoring.MonitoringImport;
import org.fairreview.supervision.monitoring.MonitoringImports;
import org.fairreview.supervision.monitoring.MonitoringImports.Brought;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists of monitoring points and visits: brought, looked at, taken over. */
@Controller
class MonitoringImportController {

    private static final int MOST_SHOWN = 200;

    record ImportRow(String id, String fileName, String brought, String entered) {}

    record LineRow(int number, String name, String said) {}

    private final CurrentActor currentActor;
    private final LeadPeople people;
    private final LeadReads reads;
    private final MonitoringImports imports;
    private final Directory directory;
    private final RefusalTexts refusals;
    private final LeadWording wording;

    MonitoringImportController(
            CurrentActor currentActor,
            LeadPeople people,
            LeadReads reads,
            MonitoringImports imports,
            Directory directory,
            RefusalTexts refusals,
            LeadWording wording) {
        this.currentActor = currentActor;
        this.people = people;
        this.reads = reads;
        this.imports = imports;
        this.directory = directory;
        this.refusals = refusals;
        this.wording = wording;
    }

    @GetMapping("/monitoring/import")
    String page(Model model) {
        return page(keeping(), Map.of(), model);
    }

    @PostMapping("/monitoring/import")
    String bring(
            @RequestParam(required = false) @Nullable MultipartFile file, Model model, HttpServletResponse response)
            throws IOException {
        Actor actor = keeping();
        if (file == null || file.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(actor, Map.of("file", wording.of("monitoring.import.fileMissing")), model);
        }
        Path kept = Files.createTempFile("monitoring", ".list");
        try {
            file.transferTo(kept);
            Brought brought = imports.bring(kept, String.valueOf(file.getOriginalFilename()), actor);
            if (brought.refusal().isPresent()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                return page(actor, Map.of("file", refusals.of(brought.refusal().get())), model);
            }
            return "redirect:/monitoring/import/" + brought.id();
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    @GetMapping("/monitoring/import/template")
    ResponseEntity<byte[]> template() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        imports.template(keeping(), out);
        return Downloads.workbook(wording.of("monitoring.import.template.file"), out.toByteArray());
    }

    @GetMapping("/monitoring/import/{monitoringImport}")
    String one(@PathVariable String monitoringImport, Model model) {
        return one(find(monitoringImport), Map.of(), model);
    }

    @GetMapping("/monitoring/import/{monitoringImport}/marked")
    ResponseEntity<byte[]> marked(@PathVariable String monitoringImport) throws IOException {
        MonitoringImport brought = find(monitoringImport);
        String name = wording.of("monitoring.import.marked.file");
        reads.exported("monitoring", name);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        imports.marked(brought.id(), out);
        return Downloads.workbook(name, out.toByteArray());
    }

    @PostMapping("/monitoring/import/{monitoringImport}/enter")
    String enter(
            @PathVariable String monitoringImport,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        MonitoringImport brought = find(monitoringImport);
        Optional<Refusal> refusal = imports.enter(brought.id(), currentActor.get());
        if (refusal.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return one(brought, Map.of("", refusals.of(refusal.get())), model);
        }
        MonitoringImport entered = find(monitoringImport);
        redirect.addFlashAttribute(
                "done", wording.of("monitoring.import.entered", entered.pointsEntered(), entered.visitsEntered()));
        return "redirect:/monitoring/import/" + brought.id();
    }

    private String page(Actor actor, Map<String, String> errors, Model model) {
        model.addAttribute("rows", imports.list(actor).stream().map(this::row).toList());
        model.addAttribute("errors", errors);
        return "supervision/monitoring/import";
    }

    private String one(MonitoringImport brought, Map<String, String> errors, Model model) {
        List<ImportedLine> lines = imports.lines(brought.id());
        model.addAttribute("brought", row(brought));
        model.addAttribute("total", lines.size());
        model.addAttribute("valid", count(lines, State.VALID));
        model.addAttribute("known", count(lines, State.KNOWN));
        model.addAttribute("wrong", count(lines, State.WRONG));
        model.addAttribute("enteredLines", count(lines, State.ENTERED));
        model.addAttribute("open", brought.enteredAt().isEmpty());
        model.addAttribute(
                "wrongLines",
                lines.stream()
                        .filter(line -> line.state() == State.WRONG)
                        .limit(MOST_SHOWN)
                        .map(line -> new LineRow(line.number(), line.cell(MonitoringColumn.NAME), imports.result(line)))
                        .toList());
        model.addAttribute("errors", errors);
        return "supervision/monitoring/import-one";
    }

    private static int count(List<ImportedLine> lines, State state) {
        return (int) lines.stream().filter(line -> line.state() == state).count();
    }

    private ImportRow row(MonitoringImport brought) {
        return new ImportRow(
                brought.id(),
                brought.fileName(),
                wording.of("lead.by", directory.nameOf(brought.broughtBy()), wording.minute(brought.broughtAt())),
                brought.enteredAt().isEmpty()
                        ? wording.of("monitoring.import.notEntered")
                        : wording.of("monitoring.import.entered", brought.pointsEntered(), brought.visitsEntered()));
    }

    private MonitoringImport find(String id) {
        return imports.find(id, keeping()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Actor keeping() {
        Actor actor = currentActor.get();
        if (people.broughtFor(actor).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }
}

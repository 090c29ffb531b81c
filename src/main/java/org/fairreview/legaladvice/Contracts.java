package org.fairreview.legaladvice;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fairreview.document.ClassificationMark;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Region;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contracts on which a regulator asks its advisers (合同审查): a second use of the process of legal advice. */
@Service
@Transactional
public class Contracts {

    /** Who may ask about a contract of the own regulator. */
    private static final Set<Role> ASKING = Set.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD);

    private static final Set<Role> READING =
            Set.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD, Role.LEADER, Role.OFFICE);
    private static final String FILE_KIND = "CONTRACT";
    private static final int LONGEST_LINE = 200;
    private static final int MOST_FILES = 10;
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,14}(\\.\\d{1,2})?");
    private static final String NONE = "-";

    /** A contract that was registered, or why it was not. */
    public record Submitted(@Nullable String number, @Nullable Refusal refusal) {

        private static Submitted refused(Refusal refusal) {
            return new Submitted(null, refusal);
        }
    }

    private final ContractRows rows;
    private final ContractNumbers numbers;
    private final LegalAdvices advices;
    private final FileStore files;
    private final CaseProcesses processes;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Contracts(
            ContractRows rows,
            ContractNumbers numbers,
            LegalAdvices advices,
            FileStore files,
            CaseProcesses processes,
            Units units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.advices = advices;
        this.files = files;
        this.processes = processes;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /** The regulator for which the person asks about contracts. */
    @Transactional(readOnly = true)
    public Optional<Unit> askingUnit(Actor actor) {
        return actor.posts().stream()
                .filter(post -> ASKING.contains(post.role()))
                .flatMap(post -> units.find(post.unitId()).stream())
                .filter(unit -> unit.isRegulator() && !unit.isDissolved())
                .findFirst();
    }

    /** Registers a contract and asks an adviser about it. */
    public Submitted submit(ContractDraft typed, Actor actor) {
        Unit unit = askingUnit(actor).orElseThrow();
        Optional<Refusal> refusal = check(typed, actor);
        if (refusal.isPresent()) {
            return Submitted.refused(refusal.get());
        }
        AdviceRequest trial = request("", typed, unit, actor);
        Optional<Refusal> unasked = advices.check(trial);
        if (unasked.isPresent()) {
            return Submitted.refused(unasked.get());
        }
        int year = LocalDate.now(clock).getYear();
        String number =
                "%s-HT-%d-%04d".formatted(Region.codeOf(unit.regionId()), year, numbers.next(unit.regionId(), year));
        Contract contract = rows.save(new Contract(
                number,
                unit.regionId(),
                unit.id(),
                typed.title().strip(),
                typed.counterparty().strip(),
                typed.amount().isBlank() ? null : new BigDecimal(typed.amount().strip()),
                actor.userId(),
                clock.instant()));
        typed.files().forEach(file -> files.bind(file, number, FILE_KIND));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("contractTitle", contract.title());
        details.put("counterparty", contract.counterparty());
        details.put("amount", typed.amount().strip());
        details.put("questions", typed.questions());
        events.publishEvent(AdviceRecorded.of(number, "advice.contractSubmitted", details));
        start(contract, advices.request(request(number, typed, unit, actor)));
        return new Submitted(number, null);
    }

    private static AdviceRequest request(String number, ContractDraft typed, Unit unit, Actor actor) {
        return new AdviceRequest(
                number,
                LegalAdvice.Kind.CONTRACT,
                unit.regionId(),
                unit.id(),
                Party.named(typed.counterparty().strip()),
                typed.questions().stream().map(String::strip).toList(),
                typed.wished(),
                actor.userId());
    }

    private void start(Contract contract, LegalAdvice advice) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(CaseVariables.REGION.name(), contract.regionId());
        variables.put(CaseVariables.MEASURE_TITLE.name(), contract.title());
        variables.put(LegalAdviceProcess.ADVICE_ID.name(), advice.id());
        processes.start(LegalAdviceProcess.CONTRACT, contract.number(), variables);
    }

    private Optional<Refusal> check(ContractDraft typed, Actor actor) {
        if (!isLine(typed.title())) {
            return Optional.of(Refusal.at("title", "contracts.title.missing", LONGEST_LINE));
        }
        if (!isLine(typed.counterparty())) {
            return Optional.of(Refusal.at("counterparty", "contracts.counterparty.missing", LONGEST_LINE));
        }
        if (!typed.amount().isBlank() && !AMOUNT.matcher(typed.amount().strip()).matches()) {
            return Optional.of(Refusal.at("amount", "contracts.amount.wrong"));
        }
        if (ClassificationMark.isIn(typed.title()) || typed.questions().stream().anyMatch(ClassificationMark::isIn)) {
            return Optional.of(Refusal.at("title", "contracts.classified"));
        }
        if (typed.files().isEmpty() || typed.files().size() > MOST_FILES) {
            return Optional.of(Refusal.at("files", "contracts.files.missing", MOST_FILES));
        }
        return typed.files().stream()
                        .allMatch(file -> files.takeStaged(file, actor.userId()).isPresent())
                ? Optional.empty()
                : Optional.of(Refusal.at("files", "advice.files.gone"));
    }

    private static boolean isLine(String text) {
        return !text.isBlank() && text.strip().length() <= LONGEST_LINE;
    }

    /** The contracts that the person may see, newest first. */
    @Transactional(readOnly = true)
    public List<Contract> of(Actor actor) {
        Set<String> regions = new HashSet<>(regionsOf(actor));
        regions.add(NONE);
        Set<String> asked = new HashSet<>(asked(actor));
        asked.add(NONE);
        return rows.findVisible(regions, asked);
    }

    /** The contract, where the person may see it. */
    @Transactional(readOnly = true)
    public Optional<Contract> find(String number, Actor actor) {
        return rows.findById(number)
                .filter(contract -> regionsOf(actor).contains(contract.regionId())
                        || asked(actor).contains(number));
    }

    /** The titles of those of the numbers that are contracts. */
    @Transactional(readOnly = true)
    public Map<String, String> titles(Collection<String> of) {
        return rows.findAllById(of).stream().collect(Collectors.toMap(Contract::number, Contract::title));
    }

    /** The contract's own files, without those that came with an opinion. */
    @Transactional(readOnly = true)
    public List<StoredFile> filesOf(Contract contract) {
        Set<String> ofOpinions = advices.of(contract.number()).stream()
                .flatMap(advice -> advice.files().stream())
                .collect(Collectors.toSet());
        return files.boundTo(contract.number()).stream()
                .filter(file -> !ofOpinions.contains(file.id()))
                .toList();
    }

    /** What was asked and said about it, as far as it is the person's: an adviser reads the own opinions only. */
    @Transactional(readOnly = true)
    public List<LegalAdvice> advicesOn(Contract contract, Actor actor) {
        boolean all = regionsOf(actor).contains(contract.regionId());
        return advices.of(contract.number()).stream()
                .filter(advice -> all || advice.isOf(actor.userId()))
                .toList();
    }

    /** Whether the person may say what becomes of the opinion, or take the question back: who asks for the regulator. */
    @Transactional(readOnly = true)
    public boolean mayHandle(Contract contract, Actor actor) {
        return ASKING.stream().anyMatch(role -> actor.holds(role, units.inCharge(contract.unitId())));
    }

    public Optional<Refusal> adopt(
            Contract contract, String adviceId, Adoption.@Nullable Extent extent, String reason, Actor actor) {
        return advices.adopt(adviceId, actor.userId(), extent, reason);
    }

    /** Whether the person may put a new opinion in the place of this one: its adviser, until it is said what becomes of it. */
    @Transactional(readOnly = true)
    public boolean maySupersede(LegalAdvice advice, Actor actor) {
        return advice.awaitsAdoption() && actor.holds(Role.ADVISER) && advices.maySupersede(advice, actor.userId());
    }

    public Optional<Refusal> supersede(LegalAdvice advice, GivenOpinion said, String reason, Actor actor) {
        return advices.get(advice.id()).awaitsAdoption()
                ? advices.supersede(advice.id(), actor.userId(), said, reason)
                : Optional.of(Refusal.of("advice.supersede.concluded"));
    }

    /** Takes the question back before it is answered. */
    public Optional<Refusal> recall(Contract contract, String adviceId, String reason, Actor actor) {
        if (reason.isBlank()) {
            return Optional.of(Refusal.at("reason", "recall.reasonMissing"));
        }
        if (reason.length() > LegalAdvice.LONGEST_REASON) {
            return Optional.of(Refusal.at("reason", "recall.reasonTooLong"));
        }
        LegalAdvice advice = advices.get(adviceId);
        String task = advice.adviserId().isPresent() ? "Task_GiveOpinion" : "Task_NameAdviser";
        if (!advice.isOpen()
                || !processes.passOver(contract.number(), task, LegalAdviceProcess.ADVICE_ID.name(), adviceId)) {
            return Optional.of(Refusal.of("recall.tooLate"));
        }
        advices.recall(adviceId, actor.userId(), reason.strip());
        events.publishEvent(AdviceRecorded.of(contract.number(), "advice.recalled", Map.of("reason", reason.strip())));
        return Optional.empty();
    }

    /** The regions whose contracts the person reads: those of the own regulator, an auditor's. */
    private Set<String> regionsOf(Actor actor) {
        Set<String> regions = new HashSet<>();
        actor.posts().forEach(post -> units.find(post.unitId())
                .filter(Unit::isRegulator)
                .ifPresent(unit -> {
                    if (READING.contains(post.role())) {
                        regions.add(unit.regionId());
                    }
                    if (post.role() == Role.AUDITOR) {
                        regions.addAll(units.visibleFrom(unit.regionId()));
                    }
                }));
        return regions;
    }

    private List<String> asked(Actor actor) {
        return actor.holds(Role.ADVISER) ? advices.casesOf(actor.userId()) : List.of();
    }
}

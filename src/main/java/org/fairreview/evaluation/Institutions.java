package org.fairreview.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fairreview.document.ClassificationMark;
import org.fairreview.document.FileStore;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of institutions (评估机构名录), kept by the regulators of their regions: who may be commissioned. */
@Service
@Transactional
public class Institutions {

    /** The field of a form in which an institution is chosen. */
    static final String FIELD = "evaluatorUnit";

    private static final int LONGEST = 4_000;
    private static final int LONGEST_REASON = 2_000;

    private final InstitutionRows rows;
    private final ConflictRows conflicts;
    private final Units units;
    private final Directory directory;
    private final FileStore files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Institutions(
            InstitutionRows rows,
            ConflictRows conflicts,
            Units units,
            Directory directory,
            FileStore files,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.conflicts = conflicts;
        this.units = units;
        this.directory = directory;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    /** The institutions of a region that may be commissioned today to evaluate what a unit drafts. */
    @Transactional(readOnly = true)
    public List<Unit> offered(String regionId, @Nullable String evaluatedUnitId) {
        return units.all().stream()
                .filter(unit -> unit.regionId().equals(regionId))
                .filter(unit -> objection(unit.id(), regionId, evaluatedUnitId).isEmpty())
                .toList();
    }

    /** Why the unit cannot be commissioned today for a region, to evaluate what another drafts. */
    @Transactional(readOnly = true)
    public Optional<Refusal> objection(String unitId, String regionId, @Nullable String evaluatedUnitId) {
        Optional<Institution> found =
                rows.findById(unitId).filter(each -> each.regionId().equals(regionId));
        if (found.isEmpty() || !directory.hasHolders(Role.EVALUATOR, unitId)) {
            return Optional.of(Refusal.at(FIELD, "evaluation.institution.unregistered"));
        }
        LocalDate today = LocalDate.now(clock);
        return found.get().objection(today).or(() -> conflict(unitId, evaluatedUnitId, today));
    }

    private Optional<Refusal> conflict(String unitId, @Nullable String evaluatedUnitId, LocalDate today) {
        if (evaluatedUnitId == null) {
            return Optional.empty();
        }
        String inCharge = units.inCharge(evaluatedUnitId);
        if (unitId.equals(inCharge)) {
            return Optional.of(Refusal.at(FIELD, "evaluation.institution.own"));
        }
        return conflicts.findByUnitIdOrderById(unitId).stream()
                .filter(conflict -> conflict.holdsOn(today))
                .filter(conflict -> units.inCharge(conflict.otherUnitId()).equals(inCharge))
                .findFirst()
                .map(conflict ->
                        Refusal.at(FIELD, "evaluation.institution.conflict", units.name(inCharge), conflict.reason()));
    }

    /** The regulators' people of a region keep its register: section head and office. */
    @Transactional(readOnly = true)
    public Optional<Unit> keptBy(Actor actor) {
        return actor.posts().stream()
                .filter(post -> post.role() == Role.SECTIONHEAD || post.role() == Role.OFFICE)
                .flatMap(post -> units.find(post.unitId()).stream())
                .filter(Unit::isRegulator)
                .findFirst();
    }

    @Transactional(readOnly = true)
    public List<Institution> of(Collection<String> regions) {
        return rows.findByRegionIdInOrderByUnitId(regions);
    }

    @Transactional(readOnly = true)
    public Optional<Institution> find(String unitId) {
        return rows.findById(unitId);
    }

    @Transactional(readOnly = true)
    public List<Conflict> conflictsOf(String unitId) {
        return conflicts.findByUnitIdOrderById(unitId);
    }

    /**
     * Puts an institution on the register, or changes what stands there.
     *
     * @param fileId the signed undertaking as a file that the person staged
     */
    public List<Objection> keep(
            String unitId, InstitutionFacts facts, @Nullable String fileId, Actor actor, boolean isNew) {
        List<Objection> objections = objectionsTo(unitId, facts, actor, isNew);
        if (fileId != null && files.takeStaged(fileId, actor.userId()).isEmpty()) {
            objections.add(Objection.at("secrecyFile", "evaluators.fileUnknown"));
        }
        if (!objections.isEmpty()) {
            return objections;
        }
        Institution institution = rows.findById(unitId).orElse(null);
        Map<String, Object> said = new LinkedHashMap<>();
        if (institution == null) {
            institution =
                    new Institution(unitId, units.find(unitId).orElseThrow().regionId(), facts);
        } else {
            said.put("before", told(institution.facts()));
            institution.take(facts);
        }
        if (fileId != null) {
            institution.secrecyFile(fileId);
            files.bind(fileId, unitId, "SECRECY_UNDERTAKING");
        }
        rows.save(institution);
        said.put("after", told(facts));
        events.publishEvent(new EvaluationRecorded(
                unitId, isNew ? "evaluation.institutionRegistered" : "evaluation.institutionChanged", said));
        return List.of();
    }

    private List<Objection> objectionsTo(String unitId, InstitutionFacts facts, Actor actor, boolean isNew) {
        List<Objection> objections = new ArrayList<>();
        Optional<String> region = keptBy(actor).map(Unit::regionId);
        boolean known = units.find(unitId)
                .filter(unit -> region.filter(unit.regionId()::equals).isPresent())
                .filter(unit -> directory.hasHolders(Role.EVALUATOR, unit.id()))
                .isPresent();
        if (!known || (isNew && rows.existsById(unitId))) {
            objections.add(Objection.at("unit", "evaluators.unitMissing"));
        }
        if (facts.qualification().isBlank()) {
            objections.add(Objection.at("qualification", "evaluators.qualificationMissing"));
        } else if (facts.qualification().length() > LONGEST) {
            objections.add(Objection.at("qualification", "evaluators.tooLong", LONGEST));
        } else if (ClassificationMark.isIn(facts.qualification())) {
            objections.add(Objection.at("qualification", "evaluators.classified"));
        }
        if (facts.leftOn() != null && facts.leftOn().isBefore(facts.since())) {
            objections.add(Objection.at("leftOn", "evaluators.leftBefore"));
        }
        return objections;
    }

    /** Puts down that the institution does not evaluate what another unit drafts. */
    public List<Objection> conflict(
            String unitId,
            String otherUnitId,
            String reason,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Actor actor) {
        List<Objection> objections = new ArrayList<>();
        if (units.find(otherUnitId).isEmpty() || otherUnitId.equals(unitId)) {
            objections.add(Objection.at("otherUnit", "evaluators.otherMissing"));
        }
        if (reason.isBlank()) {
            objections.add(Objection.at("conflictReason", "evaluators.reasonMissing"));
        } else if (reason.length() > LONGEST_REASON) {
            objections.add(Objection.at("conflictReason", "evaluators.tooLong", LONGEST_REASON));
        } else if (ClassificationMark.isIn(reason)) {
            objections.add(Objection.at("conflictReason", "evaluators.classified"));
        }
        if (from == null) {
            objections.add(Objection.at("from", "evaluators.noDay"));
        } else if (until != null && until.isBefore(from)) {
            objections.add(Objection.at("until", "evaluators.untilBefore"));
        }
        if (objections.isEmpty()) {
            conflicts.save(new Conflict(unitId, otherUnitId, reason, Objects.requireNonNull(from), until));
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("otherUnit", units.name(otherUnitId));
            said.put("reason", reason);
            said.put("from", String.valueOf(from));
            if (until != null) {
                said.put("until", until.toString());
            }
            events.publishEvent(new EvaluationRecorded(unitId, "evaluation.conflictRegistered", said));
        }
        return objections;
    }

    private static Map<String, Object> told(InstitutionFacts facts) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("qualification", facts.qualification());
        put(said, "independenceOn", facts.independenceOn());
        put(said, "secrecyOn", facts.secrecyOn());
        put(said, "validUntil", facts.validUntil());
        put(said, "since", facts.since());
        put(said, "leftOn", facts.leftOn());
        return said;
    }

    private static void put(Map<String, Object> said, String field, @Nullable LocalDate day) {
        if (day != null) {
            said.put(field, day.toString());
        }
    }
}

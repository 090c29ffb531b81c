package org.fairreview.supervision.spotcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairreview.cleanup.InForceLine;
import org.fairreview.cleanup.LedgerKeys;
import org.fairreview.cleanup.MeasuresInForce;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Region;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where a population comes from: the register of measures in force by the plan's conditions, and a list that was brought. */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class PopulationSource {

    private final MeasuresInForce register;
    private final BroughtList brought;
    private final FileStore files;
    private final Units units;
    private final MessageSource messages;

    PopulationSource(
            MeasuresInForce register, BroughtList brought, FileStore files, Units units, MessageSource messages) {
        this.register = register;
        this.brought = brought;
        this.files = files;
        this.units = units;
        this.messages = messages;
    }

    /** What of the register the plan means; without its conditions where {@code all}. */
    List<ListedMeasure> ofRegister(SpotPlan plan, boolean all) {
        Names names = new Names();
        return register.inForce(plan.regions()).stream()
                .filter(line -> all || isMeant(line, plan, names))
                .map(line -> listed(line, names))
                .toList();
    }

    private static boolean isMeant(InForceLine line, SpotPlan plan, Names names) {
        LocalDate issued = line.issuedOn();
        boolean inTime = (plan.issuedFrom() == null || (issued != null && !issued.isBefore(plan.issuedFrom())))
                && (plan.issuedUntil() == null || (issued != null && !issued.isAfter(plan.issuedUntil())));
        return inTime
                && (plan.levels().isEmpty() || plan.levels().contains(names.level(line)))
                && (plan.units().isEmpty() || plan.units().contains(names.inCharge(line.unitId())))
                && (plan.fields().isEmpty()
                        || plan.fields().stream()
                                .anyMatch(word -> line.industries().contains(word)
                                        || line.title().contains(word)));
    }

    private ListedMeasure listed(InForceLine line, Names names) {
        Level level = names.level(line);
        String unit = names.inCharge(line.unitId());
        return new ListedMeasure(
                line.title(),
                line.documentNumber(),
                unit,
                names.unit(unit),
                level,
                text("spotcheck.level." + level.name()),
                line.industries(),
                line.regionId(),
                names.region(line.regionId()),
                line.issuedOn(),
                line.measureId(),
                line.versionId());
    }

    /** The register of units and regions, asked once for a long list. */
    private final class Names {

        private final Map<String, Unit> unitsById = units.byId();
        private final Map<String, Region> regions =
                units.regions().stream().collect(Collectors.toMap(Region::id, Function.identity()));

        String inCharge(String unitId) {
            Unit unit = unitsById.get(unitId);
            return unit == null || unit.successorId() == null ? unitId : inCharge(unit.successorId());
        }

        String unit(String unitId) {
            Unit unit = unitsById.get(unitId);
            return unit == null ? unitId : unit.name();
        }

        String region(String regionId) {
            Region region = regions.get(regionId);
            return region == null ? regionId : region.name();
        }

        Level level(InForceLine line) {
            Region region = regions.get(line.regionId());
            return Level.of(line.issuance(), region != null && region.parentId() == null);
        }
    }

    /** What stands in the list that was brought; what the register knows, as the register knows it. */
    List<ListedMeasure> ofList(SpotCheck check) {
        Optional<StoredFile> file = check.listFileId().flatMap(files::find);
        if (file.isEmpty()) {
            return List.of();
        }
        Map<String, ListedMeasure> known = byKeys(ofRegister(check.plan(), true));
        return brought.read(file.get().name(), files.bytes(file.get().sha256())).measures().stream()
                .map(measure ->
                        find(known, measure.title(), measure.documentNumber()).orElse(measure))
                .toList();
    }

    /** A measure that somebody names: as the register knows it, or else by what was typed. */
    ListedMeasure named(Target target, List<ListedMeasure> register) {
        return find(byKeys(register), target.title(), target.documentNumber()).orElseGet(() -> {
            Optional<Unit> unit = units.all().stream()
                    .filter(each -> LedgerKeys.title(each.name()).equals(LedgerKeys.title(target.unitName())))
                    .findFirst();
            return new ListedMeasure(
                    target.title(),
                    target.documentNumber(),
                    unit.map(Unit::id).orElse(null),
                    unit.map(Unit::name).orElse(target.unitName()),
                    Level.UNKNOWN,
                    text("spotcheck.level." + Level.UNKNOWN.name()),
                    "",
                    unit.map(Unit::regionId).orElse(null),
                    unit.map(each -> units.regionName(each.regionId())).orElse(""),
                    null,
                    null,
                    null);
        });
    }

    /** Each measure once, in the order of the list. */
    static List<ListedMeasure> once(List<ListedMeasure> all) {
        Map<String, ListedMeasure> each = new LinkedHashMap<>();
        all.stream().sorted(ListedMeasure.IN_LIST).forEach(measure -> each.putIfAbsent(identity(measure), measure));
        return new ArrayList<>(each.values());
    }

    static String identity(ListedMeasure measure) {
        if (measure.measureId() != null) {
            return measure.measureId();
        }
        String number = LedgerKeys.number(measure.documentNumber());
        return number.isEmpty() ? LedgerKeys.title(measure.title() + measure.unitName()) : number;
    }

    private static Map<String, ListedMeasure> byKeys(List<ListedMeasure> measures) {
        Map<String, ListedMeasure> keys = new LinkedHashMap<>();
        for (ListedMeasure measure : measures) {
            String number = LedgerKeys.number(measure.documentNumber());
            if (!number.isEmpty()) {
                keys.putIfAbsent(number, measure);
            }
            keys.putIfAbsent(LedgerKeys.title(measure.title()), measure);
        }
        return keys;
    }

    private static Optional<ListedMeasure> find(Map<String, ListedMeasure> known, String title, String number) {
        String key = LedgerKeys.number(number);
        return Optional.ofNullable(known.get(key.isEmpty() ? LedgerKeys.title(title) : key));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}

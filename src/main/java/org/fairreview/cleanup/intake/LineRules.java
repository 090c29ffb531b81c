package org.fairreview.cleanup.intake;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fairreview.cleanup.CampaignKind;
import org.fairreview.cleanup.IssuedMeasures;
import org.fairreview.cleanup.LedgerKeys;
import org.fairreview.document.SheetDay;
import org.fairreview.identity.Unit;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.jspecify.annotations.Nullable;

/** Says of a line by itself what it means and what is wrong with it. */
final class LineRules {

    private static final Set<String> NO_END = Set.of("长期", "长期有效", "无", "无期限", "—", "——", "-", "/", "未规定");
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final Pattern SEVERAL = Pattern.compile("[、，,；;\\n]+");
    private static final Pattern TOWNSHIP = Pattern.compile(".*([乡镇]人民政府|街道办事处)$");
    private static final Pattern GOVERNMENT = Pattern.compile(".*人民政府(办公[厅室])?$");
    private static final Pattern PARTY = Pattern.compile("(中共|中国共产党).*委员会(办公[厅室])?|.*[市县区]委(办公[厅室])?");

    /**
     * The clean-up for which lines are judged.
     *
     * @param unitsByName all units, by their names without widths and blanks
     * @param units those of the clean-up
     * @param ownUnits those whose measures the person may bring; null where all of the clean-up's
     * @param kinds by name without widths and blanks
     */
    record Frame(
            CampaignKind campaignKind,
            LocalDate cutOff,
            Map<String, Unit> unitsByName,
            Map<String, Unit> unitsById,
            Set<String> units,
            @Nullable Set<String> ownUnits,
            Map<String, MeasureKind> kinds,
            Map<String, Issuance> issuances) {}

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s\"'<>]+");

    private final Frame frame;

    LineRules(Frame frame) {
        this.frame = frame;
    }

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]", "");
    }

    /** Reads a line; what is wrong stands in it afterwards. */
    ImportLine read(SheetLine read) {
        ImportLine line = new ImportLine(read.number(), read.cells(), read.problems());
        for (IntakeColumn column : IntakeColumn.values()) {
            if (column.isRequired() && line.cell(column).isEmpty() && !hasProblemAt(line, column)) {
                line.wrong(column, "intake.missing");
            }
        }
        line.title = line.cell(IntakeColumn.TITLE).replaceAll("\\s*\\n\\s*", "");
        line.numberKey = LedgerKeys.number(line.cell(IntakeColumn.DOCUMENT_NUMBER));
        line.fileName = line.cell(IntakeColumn.FILE).isEmpty() ? null : line.cell(IntakeColumn.FILE);
        keys(line);
        link(line);
        unit(line);
        kind(line);
        issuance(line);
        days(line);
        return line;
    }

    /** Some characters become several where texts are compared. */
    private static void keys(ImportLine line) {
        String title = LedgerKeys.title(line.title);
        if (!line.title.isEmpty() && title.isEmpty()) {
            line.wrong(IntakeColumn.TITLE, "intake.noTitle", line.title);
        }
        if (title.length() > IntakeColumn.TITLE.longest()) {
            line.wrong(IntakeColumn.TITLE, "intake.tooLong", String.valueOf(IntakeColumn.TITLE.longest()));
        }
        int longest = IntakeColumn.DOCUMENT_NUMBER.longest();
        if (line.numberKey.length() > longest) {
            line.wrong(IntakeColumn.DOCUMENT_NUMBER, "intake.tooLong", String.valueOf(longest));
            line.numberKey = line.numberKey.substring(0, longest);
        }
    }

    /** It is shown as a link: nothing but an address of a page may stand there. */
    private static void link(ImportLine line) {
        String link = line.cell(IntakeColumn.LINK);
        if (!link.isEmpty() && !ADDRESS.matcher(link).matches()) {
            line.wrong(IntakeColumn.LINK, "intake.link.none", link);
        }
    }

    private static boolean hasProblemAt(ImportLine line, IntakeColumn column) {
        return line.problems.stream().anyMatch(problem -> problem.column() == column);
    }

    private void unit(ImportLine line) {
        String name = line.cell(IntakeColumn.UNIT);
        if (name.isEmpty()) {
            return;
        }
        Unit unit = frame.unitsByName().get(folded(name));
        if (unit == null) {
            line.wrong(IntakeColumn.UNIT, "intake.unit.unknown", name);
        } else if (unit.isDissolved()) {
            Unit successor = successor(unit);
            if (successor == null) {
                line.wrong(IntakeColumn.UNIT, "intake.unit.dissolved", name);
            } else {
                line.wrong(IntakeColumn.UNIT, "intake.unit.succeeded", name, successor.name());
            }
        } else if (!frame.units().contains(unit.id())) {
            line.wrong(IntakeColumn.UNIT, "intake.unit.elsewhere", name);
        } else if (frame.ownUnits() != null && !frame.ownUnits().contains(unit.id())) {
            line.wrong(IntakeColumn.UNIT, "intake.unit.notYours", name);
        } else {
            line.unitId = unit.id();
        }
    }

    private @Nullable Unit successor(Unit unit) {
        Unit successor = unit;
        while (successor.successorId() != null && frame.unitsById().containsKey(successor.successorId())) {
            successor = frame.unitsById().get(successor.successorId());
        }
        return successor == unit ? null : successor;
    }

    private void kind(ImportLine line) {
        String said = line.cell(IntakeColumn.KIND);
        if (said.isEmpty()) {
            line.kind = frame.campaignKind() == CampaignKind.NORMATIVE_DOCUMENT
                    ? MeasureKind.NORMATIVE_DOCUMENT
                    : MeasureKind.POLICY_DOCUMENT;
            return;
        }
        MeasureKind kind = frame.kinds().get(folded(said));
        if (kind == null) {
            line.wrong(IntakeColumn.KIND, "intake.notInList", said);
        } else if (frame.campaignKind() == CampaignKind.NORMATIVE_DOCUMENT && kind != MeasureKind.NORMATIVE_DOCUMENT) {
            line.wrong(IntakeColumn.KIND, "intake.kind.other");
        } else {
            line.kind = kind;
        }
    }

    private void issuance(ImportLine line) {
        String issuer = line.cell(IntakeColumn.ISSUER);
        String said = line.cell(IntakeColumn.ISSUANCE);
        if (issuer.isEmpty()) {
            return;
        }
        List<Unit> known = Arrays.stream(SEVERAL.split(issuer))
                .map(name -> frame.unitsByName().get(folded(name)))
                .toList();
        if (!known.isEmpty() && known.get(0) != null) {
            line.issuerUnitId = known.get(0).id();
        }
        Optional<Issuance> derived = derived(folded(issuer), known, SEVERAL.split(issuer));
        if (said.isEmpty()) {
            if (derived.isEmpty()) {
                line.wrong(IntakeColumn.ISSUER, "intake.issuer.unclear", issuer);
            } else {
                line.issuance = derived.get();
            }
            return;
        }
        Issuance issuance = frame.issuances().get(folded(said));
        if (issuance == null) {
            line.wrong(IntakeColumn.ISSUANCE, "intake.notInList", said);
        } else if (derived.filter(LineRules::isAboveUnits).isPresent() && IssuedMeasures.isIssuedByItsUnit(issuance)) {
            line.wrong(IntakeColumn.ISSUANCE, "intake.issuance.contradicts", issuer, said);
        } else {
            line.issuance = issuance;
        }
    }

    private static boolean isAboveUnits(Issuance issuance) {
        return issuance == Issuance.GOVERNMENT
                || issuance == Issuance.CONGRESS
                || issuance == Issuance.PARTY_AND_GOVERNMENT;
    }

    private static Optional<Issuance> derived(String issuer, List<Unit> known, String[] names) {
        if (!known.isEmpty() && known.stream().allMatch(unit -> unit != null)) {
            return Optional.of(known.size() == 1 ? Issuance.DEPARTMENT : Issuance.SEVERAL_DEPARTMENTS);
        }
        if (issuer.contains("人民代表大会")) {
            return Optional.of(Issuance.CONGRESS);
        }
        List<String> folded = Arrays.stream(names).map(LineRules::folded).toList();
        boolean government =
                folded.stream().anyMatch(name -> GOVERNMENT.matcher(name).matches());
        if (folded.stream().anyMatch(name -> PARTY.matcher(name).matches())) {
            return government ? Optional.of(Issuance.PARTY_AND_GOVERNMENT) : Optional.empty();
        }
        if (folded.size() == 1 && TOWNSHIP.matcher(issuer).matches()) {
            return Optional.of(Issuance.TOWNSHIP);
        }
        return government ? Optional.of(Issuance.GOVERNMENT) : Optional.empty();
    }

    private void days(ImportLine line) {
        line.issuedOn = day(line, IntakeColumn.ISSUED_ON);
        String until = line.cell(IntakeColumn.VALID_UNTIL);
        line.validUntil = NO_END.contains(folded(until)) ? null : day(line, IntakeColumn.VALID_UNTIL);
        if (line.issuedOn == null) {
            return;
        }
        if (line.issuedOn.isAfter(frame.cutOff())) {
            line.wrong(
                    IntakeColumn.ISSUED_ON,
                    "intake.day.afterCutOff",
                    frame.cutOff().toString());
        } else if (line.issuedOn.isBefore(EARLIEST)) {
            line.wrong(IntakeColumn.ISSUED_ON, "intake.day.tooEarly");
        }
        if (line.validUntil != null && line.validUntil.isBefore(line.issuedOn)) {
            line.wrong(IntakeColumn.VALID_UNTIL, "intake.day.endsBeforeIssue");
        }
    }

    private static @Nullable LocalDate day(ImportLine line, IntakeColumn column) {
        String said =
                Normalizer.normalize(line.cell(column), Normalizer.Form.NFKC).strip();
        if (said.isEmpty()) {
            return null;
        }
        SheetDay day = SheetDay.of(said);
        if (day.wrong() != null) {
            line.wrong(column, day.wrong(), said);
        }
        return day.day();
    }
}

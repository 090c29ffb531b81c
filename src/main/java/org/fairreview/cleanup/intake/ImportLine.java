package org.fairreview.cleanup.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.jspecify.annotations.Nullable;

/** A line of an import: what stands in its cells, what it means, what is wrong, and what became of it. */
final class ImportLine {

    /** How it stands. */
    enum State {
        /** Its cells were read; its text and the register were not looked at. */
        READ,
        /** Its text was read; the register was not looked at. */
        TEXT_READ,
        /** 可导入. */
        VALID,
        /** 已在台账: it adds nothing to the register. */
        KNOWN,
        /** 有错误. */
        WRONG,
        /** 已导入. */
        ENTERED,
        /** 已在台账, and in this clean-up by now. */
        TAKEN
    }

    /** Its row; 0 where it is not written yet. */
    long id;

    final int number;
    final Map<IntakeColumn, String> cells;
    final List<Problem> problems;
    State state = State.READ;
    String title = "";
    String numberKey = "";

    @Nullable
    String unitId;

    @Nullable
    String issuerUnitId;

    @Nullable
    MeasureKind kind;

    @Nullable
    Issuance issuance;

    @Nullable
    LocalDate issuedOn;

    @Nullable
    LocalDate validUntil;

    @Nullable
    String fileName;

    @Nullable
    String fileId;

    @Nullable
    String fingerprint;

    @Nullable
    String measureId;

    @Nullable
    String caseNumber;

    ImportLine(int number, Map<IntakeColumn, String> cells, List<Problem> problems) {
        this.number = number;
        this.cells = cells;
        this.problems = new ArrayList<>(problems);
    }

    String cell(IntakeColumn column) {
        return cells.getOrDefault(column, "");
    }

    void wrong(IntakeColumn column, String key, String... values) {
        problems.add(Problem.at(column, key, values));
    }

    boolean isWrong() {
        return !problems.isEmpty();
    }
}

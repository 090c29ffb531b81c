package org.fairreview.reminder;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fairreview.identity.NumberSeries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The numbers of letters: of their files, and the 文号. Drawn in the transaction of the act, with which they fall back:
 * none twice in a region, no gap in a series, void ones on record.
 */
@Component
class LetterNumbers {

    private static final String FILES = "letter";

    /** A 文号 of a region, and whether it is void. */
    record Allotted(String documentNumber, String letterNumber, boolean voided) {}

    private final NumberSeries numbers;
    private final JdbcClient jdbc;
    private final Clock clock;

    LetterNumbers(NumberSeries numbers, JdbcClient jdbc, Clock clock) {
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The number of a letter's file, e.g. 420600-HJ-2026-0001. */
    @Transactional(propagation = Propagation.MANDATORY)
    String ofFile(String regionId) {
        int year = LocalDate.now(clock).getYear();
        return numbers.ofFile(FILES, "HJ", regionId, year);
    }

    /** Allots the next 文号 of the series; one that somebody entered by hand is passed over. */
    @Transactional(propagation = Propagation.MANDATORY)
    String allot(String series, String regionId, String letterNumber) {
        int year = LocalDate.now(clock).getYear();
        String allotted;
        do {
            allotted = "%s〔%d〕%d号".formatted(series, year, numbers.next(FILES + ":" + series, regionId, year));
        } while (isTaken(allotted, regionId));
        enter(allotted, regionId, letterNumber);
        return allotted;
    }

    /** Takes a 文号 that the office has allotted, as it is written; says whether it was free, however it was typed. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean take(String documentNumber, String regionId, String letterNumber) {
        numbers.await(regionId);
        if (isTaken(documentNumber, regionId)) {
            return false;
        }
        enter(documentNumber, regionId, letterNumber);
        return true;
    }

    /** The letter does not go out: its 文号 stays in the register as void. */
    @Transactional(propagation = Propagation.MANDATORY)
    void makeVoid(String documentNumber, String regionId) {
        jdbc.sql("update letter_document_number set voided_at = ? where region_id = ? and document_number = ?")
                .params(Timestamp.from(clock.instant()), regionId, documentNumber)
                .update();
    }

    /** All that were allotted in the region, in the order in which they were. */
    @Transactional(readOnly = true)
    List<Allotted> all(String regionId) {
        return jdbc.sql("select document_number, letter_number, voided_at from letter_document_number"
                        + " where region_id = ? order by allotted_at, document_number")
                .param(regionId)
                .query((row, line) -> new Allotted(row.getString(1), row.getString(2), row.getObject(3) != null))
                .list();
    }

    private boolean isTaken(String documentNumber, String regionId) {
        return jdbc.sql("select count(*) from letter_document_number where region_id = ? and number_key = ?")
                        .params(regionId, DocumentNumber.written(documentNumber))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void enter(String documentNumber, String regionId, String letterNumber) {
        jdbc.sql("insert into letter_document_number (region_id, document_number, number_key, letter_number,"
                        + " allotted_at) values (?, ?, ?, ?, ?)")
                .params(
                        regionId,
                        documentNumber,
                        DocumentNumber.written(documentNumber),
                        letterNumber,
                        Timestamp.from(clock.instant()))
                .update();
    }
}

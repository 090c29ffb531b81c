package org.fairreview.evaluation;

import java.time.LocalDate;
import org.fairreview.identity.Units;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Registers the institution of the example organisation, so that it can be commissioned at once. */
@Component
@ConditionalOnProperty("fairreview.example-institution")
@Order(50)
class ExampleInstitution implements ApplicationRunner {

    private static final LocalDate BEGINNING = LocalDate.of(2025, 4, 20);

    private final InstitutionRows rows;
    private final Units units;
    private final String unitId;

    ExampleInstitution(InstitutionRows rows, Units units, @Value("${fairreview.example-institution}") String unitId) {
        this.rows = rows;
        this.units = units;
        this.unitId = unitId;
    }

    @Override
    public void run(ApplicationArguments args) {
        units.find(unitId)
                .filter(unit -> !rows.existsById(unitId))
                .ifPresent(unit -> rows.save(new Institution(
                        unitId,
                        unit.regionId(),
                        new InstitutionFacts(
                                "从事政策评估研究，具备竞争法和产业经济研究能力。", BEGINNING, BEGINNING, null, BEGINNING, null))));
    }
}

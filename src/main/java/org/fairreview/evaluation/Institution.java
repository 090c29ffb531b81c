package org.fairreview.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/** An institution on the register (评估机构名录): its qualification, and its undertakings of independence and secrecy. */
@Entity
@Table(name = "evaluation_institution")
public class Institution {

    @Id
    private String unitId;

    @Version
    private int revision;

    private String regionId;

    @Column(length = 4000)
    private String qualification;

    private @Nullable LocalDate independenceOn;

    private @Nullable LocalDate secrecyOn;

    private @Nullable String secrecyFileId;

    private @Nullable LocalDate validUntil;

    private LocalDate since;

    private @Nullable LocalDate leftOn;

    protected Institution() {}

    Institution(String unitId, String regionId, InstitutionFacts facts) {
        this.unitId = unitId;
        this.regionId = regionId;
        take(facts);
    }

    void take(InstitutionFacts facts) {
        qualification = facts.qualification();
        independenceOn = facts.independenceOn();
        secrecyOn = facts.secrecyOn();
        validUntil = facts.validUntil();
        since = facts.since();
        leftOn = facts.leftOn();
    }

    void secrecyFile(String fileId) {
        secrecyFileId = fileId;
    }

    /** Why the institution cannot be commissioned on a day. */
    Optional<Refusal> objection(LocalDate day) {
        if (day.isBefore(since) || (leftOn != null && !day.isBefore(leftOn))) {
            return Optional.of(Refusal.at(Institutions.FIELD, "evaluation.institution.unregistered"));
        }
        if (isMissing(independenceOn, day)) {
            return Optional.of(Refusal.at(Institutions.FIELD, "evaluation.institution.noIndependence"));
        }
        if (isMissing(secrecyOn, day)) {
            return Optional.of(Refusal.at(Institutions.FIELD, "evaluation.institution.noSecrecy"));
        }
        if (validUntil != null && day.isAfter(validUntil)) {
            return Optional.of(Refusal.at(Institutions.FIELD, "evaluation.institution.over", validUntil.toString()));
        }
        return Optional.empty();
    }

    private static boolean isMissing(@Nullable LocalDate givenOn, LocalDate day) {
        return givenOn == null || givenOn.isAfter(day);
    }

    public String unitId() {
        return unitId;
    }

    public String regionId() {
        return regionId;
    }

    public Optional<String> secrecyFileId() {
        return Optional.ofNullable(secrecyFileId);
    }

    public InstitutionFacts facts() {
        return new InstitutionFacts(qualification, independenceOn, secrecyOn, validUntil, since, leftOn);
    }
}

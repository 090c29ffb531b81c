package org.fairreview.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the offices of the administrators forbid them. */
class AdministrationRulesTests {

    private static final Unit CITY = new Unit("u01", "市局", "r1", true);
    private static final Unit COUNTY = new Unit("u11", "区局", "r11", true);
    private static final Map<String, Unit> UNITS = Map.of("u01", CITY, "u11", COUNTY);

    @Test
    void a_security_administrator_grants_itself_nothing() {
        assertThat(keyOf(AdministrationRules.toGrant("secop", person("secop"), false, CITY, Role.LEADER)))
                .contains("people.grant.oneself");
        assertThat(keyOf(AdministrationRules.toWithdraw(
                        "secop", person("secop", Role.SECADMIN), new Post("u01", Role.SECADMIN))))
                .contains("people.grant.oneself");
    }

    @ParameterizedTest
    @CsvSource({
        "SYSADMIN, REVIEWER",
        "REVIEWER, SYSADMIN",
        "SECADMIN, SYSADMIN",
        "SYSADMIN, AUDITOR",
        "AUDITOR, LEADER",
        "DRAFTER, SECADMIN"
    })
    void those_who_administer_and_audit_do_nothing_else(Role held, Role wanted) {
        assertThat(keyOf(AdministrationRules.toGrant("secop", person("somebody", held), false, CITY, wanted)))
                .contains("people.grant.apart");
    }

    @Test
    void somebody_who_works_may_hold_several_posts() {
        assertThat(AdministrationRules.toGrant("secop", person("somebody", Role.CLERK), false, CITY, Role.REVIEWER))
                .isEmpty();
    }

    @Test
    void a_disabled_account_a_dissolved_unit_and_a_post_held_already_are_refused() {
        Unit dissolved = new Unit("u02", "某局", "r1", false);
        dissolved.dissolveInto(new Unit("u03", "另局", "r1", false), Instant.EPOCH);

        assertThat(keyOf(AdministrationRules.toGrant("secop", person("somebody"), true, CITY, Role.CLERK)))
                .contains("people.grant.disabled");
        assertThat(keyOf(AdministrationRules.toGrant("secop", person("somebody"), false, dissolved, Role.CLERK)))
                .contains("people.grant.dissolved");
        assertThat(keyOf(AdministrationRules.toGrant("secop", person("somebody", Role.CLERK), false, CITY, Role.CLERK)))
                .contains("people.grant.already");
    }

    @Test
    void a_successor_stands_in_the_same_region_and_is_there() {
        Unit other = new Unit("u02", "某局", "r1", false);

        assertThat(keyOf(AdministrationRules.toDissolve(CITY, COUNTY))).contains("units.dissolve.region");
        assertThat(keyOf(AdministrationRules.toDissolve(CITY, CITY))).contains("units.dissolve.successor");
        assertThat(AdministrationRules.toDissolve(CITY, other)).isEmpty();
    }

    @Test
    void the_office_of_the_regulator_passes_to_the_successor() {
        Unit old = new Unit("u21", "旧局", "r21", true);
        Unit successor = new Unit("u22", "新局", "r21", false);

        old.dissolveInto(successor, Instant.EPOCH);

        assertThat(successor.isRegulator()).isTrue();
        assertThat(old.isRegulator()).isFalse();
        assertThat(old.successorId()).isEqualTo("u22");
    }

    @Test
    void a_county_sees_but_does_not_keep_somebody_who_also_works_in_the_city() {
        DirectoryEntry both = new DirectoryEntry(
                new Person("both", "两处"), List.of(new Post("u01", Role.CLERK), new Post("u11", Role.CLERK)), false);
        Account account = new Account("both", "u11", false);
        Scope county = new Scope(Set.of("r11"));
        Scope city = new Scope(Set.of("r1", "r11"));

        assertThat(county.touches(both, account, UNITS)).isTrue();
        assertThat(county.covers(both, account, UNITS)).isFalse();
        assertThat(city.covers(both, account, UNITS)).isTrue();
    }

    @Test
    void somebody_without_any_unit_is_kept_by_the_installation() {
        DirectoryEntry nowhere = person("nowhere");
        Account account = new Account("nowhere", null, false);

        assertThat(new Scope(Set.of("r1", "r11")).touches(nowhere, account, UNITS))
                .isFalse();
        assertThat(new Scope(Set.of(Region.HOME, "r1")).covers(nowhere, account, UNITS))
                .isTrue();
    }

    private static DirectoryEntry person(String userId, Role... roles) {
        return new DirectoryEntry(
                new Person(userId, "某人"),
                List.of(roles).stream().map(role -> new Post("u01", role)).toList(),
                false);
    }

    private static Optional<String> keyOf(Optional<Objection> objection) {
        return objection.map(Objection::key);
    }
}

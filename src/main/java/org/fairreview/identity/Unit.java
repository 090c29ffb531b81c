package org.fairreview.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An organ, institution or firm whose people work in the system (单位). */
@Entity
@Table(name = "unit")
public class Unit {

    @Id
    private String id;

    private String name;

    private String regionId;

    private boolean regulator;

    private @Nullable String liaison;

    private @Nullable String deputy;

    private @Nullable String supervisingLeader;

    private @Nullable String successorId;

    private @Nullable Instant dissolvedAt;

    protected Unit() {}

    Unit(String id, String name, String regionId, boolean regulator) {
        this.id = id;
        this.name = name;
        this.regionId = regionId;
        this.regulator = regulator;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String regionId() {
        return regionId;
    }

    /** Whether this is the market-regulation department (市场监督管理部门) of its region. */
    public boolean isRegulator() {
        return regulator;
    }

    /** 联络员: whom the regulator calls. */
    public @Nullable String liaison() {
        return liaison;
    }

    /** Who stands in for the liaison. */
    public @Nullable String deputy() {
        return deputy;
    }

    /** 分管领导: the member of the unit's leadership in charge of fair-competition review. */
    public @Nullable String supervisingLeader() {
        return supervisingLeader;
    }

    /** The unit that took over what this one did, once it is dissolved. */
    public @Nullable String successorId() {
        return successorId;
    }

    public @Nullable Instant dissolvedAt() {
        return dissolvedAt;
    }

    public boolean isDissolved() {
        return dissolvedAt != null;
    }

    /** Whether others have to do with it today: it is not dissolved, and not the installation's own administration. */
    public boolean isAtWork() {
        return !isDissolved() && !regionId.equals(Region.HOME);
    }

    void describe(UnitFacts facts) {
        name = facts.name();
        liaison = facts.liaison();
        deputy = facts.deputy();
        supervisingLeader = facts.supervisingLeader();
    }

    /** The unit is dissolved; a regulator's office passes to the successor. */
    void dissolveInto(Unit successor, Instant now) {
        successorId = successor.id;
        dissolvedAt = now;
        if (regulator) {
            regulator = false;
            successor.regulator = true;
        }
    }
}

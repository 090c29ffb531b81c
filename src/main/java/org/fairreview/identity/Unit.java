package org.fairreview.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An organ, institution or firm whose people work in the system (单位). */
@Entity
@Table(name = "unit")
public class Unit {

    @Id
    private String id;

    private String name;

    private String regionId;

    private boolean regulator;

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
}

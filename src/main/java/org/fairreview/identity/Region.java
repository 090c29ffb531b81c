package org.fairreview.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A city or one of its counties (区划): a tenant of the engine. A region sees its own cases and those below it. */
@Entity
@Table(name = "region")
public class Region {

    /** The installation's own region: with it the first administrator begins, and it is above all others. */
    public static final String HOME = "home";

    @Id
    private String id;

    private String name;

    private @Nullable String parentId;

    protected Region() {}

    Region(String id, String name, @Nullable String parentId) {
        this.id = id;
        this.name = name;
        this.parentId = parentId;
    }

    /** What case numbers of a region begin with: its id without the letters in front, e.g. 420600 of r420600. */
    public static String codeOf(String regionId) {
        return regionId.replaceFirst("^[a-zA-Z]+", "");
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public @Nullable String parentId() {
        return parentId;
    }
}

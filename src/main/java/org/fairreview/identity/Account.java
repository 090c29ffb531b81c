package org.fairreview.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What we keep about an account beside the engine: its unit, whether it may log in, and which logins still hold. */
@Entity
@Table(name = "account")
public class Account {

    @Id
    private String userId;

    private @Nullable String unitId;

    private boolean passwordMustChange;

    private boolean disabled;

    private long generation;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(String userId, @Nullable String unitId, boolean passwordMustChange) {
        this.userId = userId;
        this.unitId = unitId;
        this.passwordMustChange = passwordMustChange;
    }

    public String userId() {
        return userId;
    }

    /** The unit for which the account was made; absent for accounts from the organisation file. */
    public @Nullable String unitId() {
        return unitId;
    }

    /** Whether the password was set by somebody else and gives nothing but the page on which it is changed. */
    public boolean passwordMustChange() {
        return passwordMustChange;
    }

    public boolean isDisabled() {
        return disabled;
    }

    /** Rises with everything that ends the account's logins: a login holds while it carries this number. */
    public long generation() {
        return generation;
    }

    void moveTo(String unitId) {
        this.unitId = unitId;
    }

    void disable() {
        disabled = true;
        endLogins();
    }

    void enable() {
        disabled = false;
    }

    /** The password is a new one; somebody else's choice has to be changed at the next login. */
    void passwordSet(boolean mustChange) {
        passwordMustChange = mustChange;
        endLogins();
    }

    void endLogins() {
        generation++;
    }
}

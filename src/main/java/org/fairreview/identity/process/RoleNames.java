package org.fairreview.identity.process;

import java.util.Locale;
import java.util.ResourceBundle;
import org.fairreview.identity.Role;

/** The Chinese names of roles and of the sealed account, for the names of groups. */
final class RoleNames {

    private static final ResourceBundle NAMES = ResourceBundle.getBundle("messages.identity", Locale.ROOT);

    private RoleNames() {}

    static String of(Role role) {
        return NAMES.getString("role." + role.name());
    }

    static String ofSealedAccount() {
        return NAMES.getString("account.sealed");
    }
}

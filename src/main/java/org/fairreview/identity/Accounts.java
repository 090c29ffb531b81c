package org.fairreview.identity;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which accounts may log in, and which of their logins still hold. */
@Service
@Transactional(readOnly = true)
public class Accounts {

    private final AccountRows rows;

    Accounts(AccountRows rows) {
        this.rows = rows;
    }

    /** The account; one about which nothing was ever decided may log in. */
    public Account of(String userId) {
        return rows.findById(userId).orElseGet(() -> new Account(userId, null, false));
    }

    /** The ids of the accounts that may not log in. */
    public Set<String> disabled() {
        return rows.findByDisabledTrue().stream().map(Account::userId).collect(Collectors.toUnmodifiableSet());
    }
}

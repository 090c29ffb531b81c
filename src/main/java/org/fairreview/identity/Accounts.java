package org.fairreview.identity;

import java.util.Collection;
import java.util.Map;
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

    /** Those of some people, by account. */
    public Map<String, Account> of(Collection<String> userIds) {
        Map<String, Account> found =
                rows.findAllById(userIds).stream().collect(Collectors.toMap(Account::userId, account -> account));
        return userIds.stream()
                .collect(Collectors.toMap(
                        userId -> userId, userId -> found.getOrDefault(userId, new Account(userId, null, false))));
    }

    /** The ids of the accounts that may not log in. */
    public Set<String> disabled() {
        return rows.findByDisabledTrue().stream().map(Account::userId).collect(Collectors.toUnmodifiableSet());
    }
}

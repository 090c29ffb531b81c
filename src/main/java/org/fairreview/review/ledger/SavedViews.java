package org.fairreview.review.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The queries that people keep, each for itself. */
@Service
@Transactional
public class SavedViews {

    public static final int MOST = 20;

    private static final String LEDGER = "cases";

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST = 4000;

    private final SavedViewRows rows;
    private final Clock clock;

    SavedViews(SavedViewRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<SavedView> of(String userId) {
        return of(userId, LEDGER);
    }

    /** The queries that the person keeps on another page of the same kind. */
    @Transactional(readOnly = true)
    public List<SavedView> of(String userId, String page) {
        return rows.findByUserIdAndPageOrderByName(userId, page);
    }

    /**
     * Keeps conditions of the ledger under a name of the person.
     *
     * @param conditions the address behind {@code /cases?}
     */
    public Optional<Refusal> save(String userId, @Nullable String name, String conditions) {
        return save(userId, LEDGER, name, conditions);
    }

    /** Keeps conditions of another page; a name is the person's own over all pages. */
    public Optional<Refusal> save(String userId, String page, @Nullable String name, String conditions) {
        String wanted = name == null ? "" : name.strip();
        if (wanted.isEmpty()) {
            return Optional.of(Refusal.at("name", "view.nameMissing"));
        }
        if (wanted.length() > LONGEST_NAME) {
            return Optional.of(Refusal.at("name", "view.nameTooLong", LONGEST_NAME));
        }
        if (conditions.isEmpty()) {
            return Optional.of(Refusal.at("name", "view.nothingToKeep"));
        }
        if (conditions.length() > LONGEST) {
            return Optional.of(Refusal.at("name", "view.tooLong"));
        }
        List<SavedView> present = rows.findByUserIdOrderByName(userId);
        if (present.stream().anyMatch(view -> view.name().equals(wanted))) {
            return Optional.of(Refusal.at("name", "view.nameTaken", wanted));
        }
        if (present.size() >= MOST) {
            return Optional.of(Refusal.at("name", "view.tooMany", MOST));
        }
        rows.save(new SavedView(userId, page, wanted, conditions, clock.instant()));
        return Optional.empty();
    }

    /** Forgets a view of the person; somebody else's stays. */
    public void forget(long id, String userId) {
        rows.deleteByIdAndUserId(id, userId);
    }
}

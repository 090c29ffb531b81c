package org.fairreview.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a chain whose details were destroyed, while the chain is read: they are its first ones, and a later entry
 * says how many. Details that are gone without such an entry were taken away by somebody.
 */
public final class EmptiedEntries {

    private static final Set<String> SAYING = Set.of(ContentErasure.CASE_DESTROYED, ContentErasure.READS_DESTROYED);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String chain;
    private long count;
    private boolean said = true;

    public EmptiedEntries(String chain) {
        this.chain = chain;
    }

    /** Takes the next entry; gives back what does not fit. */
    public Optional<Fault> accept(long seq, String act, @Nullable String details) {
        if (details == null) {
            if (seq != count + 1) {
                return Optional.of(Fault.at(chain, seq, Fault.Kind.ENTRY_EMPTIED));
            }
            count = seq;
            said = false;
        } else if (SAYING.contains(act)) {
            if (emptied(details) != count) {
                return Optional.of(Fault.at(chain, seq, Fault.Kind.ENTRY_NOT_EMPTIED, String.valueOf(count)));
            }
            said = true;
        }
        return Optional.empty();
    }

    /** What does not fit once all entries were read. */
    public Optional<Fault> end() {
        return said ? Optional.empty() : Optional.of(Fault.at(chain, 1, Fault.Kind.ENTRY_EMPTIED));
    }

    /** How many entries have no details any more. */
    public long count() {
        return count;
    }

    private static long emptied(String details) {
        try {
            JsonNode emptied = JSON.readTree(details).path(ContentErasure.EMPTIED);
            return emptied.isIntegralNumber() ? emptied.longValue() : -1;
        } catch (JsonProcessingException e) {
            return -1;
        }
    }
}

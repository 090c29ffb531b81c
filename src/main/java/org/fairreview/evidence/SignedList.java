package org.fairreview.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fairreview.audit.Chains;
import org.jspecify.annotations.Nullable;

/**
 * What stands on record about a destruction list, entry by entry: under which list a case may have been destroyed (ADR 0018).
 * One person drafted it, section head and then leader signed it, three persons, and nobody sent it back or took it back.
 */
final class SignedList {

    private static final List<String> SIGNING = List.of("SECTIONHEAD", "LEADER");

    private final Set<String> persons = new HashSet<>();
    private final Set<String> cases = new HashSet<>();
    private final Set<String> left = new HashSet<>();
    private final List<String> roles = new ArrayList<>();
    private int drafts;
    private boolean fits = true;

    /** The chain on which the list is that the entry about a destruction names. */
    static String chainOf(JsonNode destroyed) {
        return Chains.of(destroyed.path("list").asText());
    }

    /** The case whose acts or reads are on a chain. */
    static String caseOf(String chain) {
        return chain.substring(chain.indexOf(':') + 1);
    }

    /** Takes the next entry of the list. */
    void accept(String act, @Nullable String actor, JsonNode said) {
        switch (act) {
            case "destruction.drafted" -> {
                drafts++;
                fits &= roles.isEmpty() && actor != null && persons.add(actor);
                said.path("cases").forEach(number -> cases.add(number.asText()));
            }
            case "destruction.signed" -> {
                fits &= drafts > 0 && actor != null && persons.add(actor);
                roles.add(said.path("role").asText());
            }
            case "destruction.returned", "destruction.withdrawn" -> fits = false;
            case "destruction.closed" -> said.path("left").forEach(number -> left.add(number.asText()));
            default -> {}
        }
    }

    /** Whether the case may have been destroyed under it. */
    boolean allows(String caseNumber) {
        return fits && drafts == 1 && roles.equals(SIGNING) && cases.contains(caseNumber) && !left.contains(caseNumber);
    }
}

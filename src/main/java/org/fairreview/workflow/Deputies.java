package org.fairreview.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fairreview.identity.Absences;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who gets a task while people are away, unless the separation of duties keeps that one out. */
@Component
class Deputies {

    private final Absences absences;
    private final Directory directory;
    private final ObjectProvider<Separation> separations;

    Deputies(Absences absences, Directory directory, ObjectProvider<Separation> separations) {
        this.absences = absences;
        this.directory = directory;
        this.separations = separations;
    }

    /** The person, or while that one is away whoever stands in; empty where the task must stay open to the post. */
    Optional<String> inPlaceOf(String userId, String caseNumber, String taskKey, Post post) {
        return absences.inChargeFor(userId, post.role(), post.unitId())
                .filter(person -> person.equals(userId) || !isBarred(caseNumber, taskKey, post, person));
    }

    /**
     * Who is given an open task where all others of the post are away: the only one present, deputy or not. Empty where
     * nobody is away, several or none are present, or the separation of duties keeps that one out.
     */
    Optional<String> onlyOneLeft(String caseNumber, String taskKey, Post post) {
        Set<String> away = absences.away();
        if (away.isEmpty()) {
            return Optional.empty();
        }
        List<String> holders = directory.holdersOf(post.role(), post.unitId()).stream()
                .map(Person::userId)
                .toList();
        List<String> present =
                holders.stream().filter(holder -> !away.contains(holder)).toList();
        if (present.size() != 1 || present.size() == holders.size()) {
            return Optional.empty();
        }
        return Optional.of(present.get(0)).filter(person -> !isBarred(caseNumber, taskKey, post, person));
    }

    private boolean isBarred(String caseNumber, String taskKey, Post post, String userId) {
        return separations.stream().anyMatch(separation -> separation.bars(caseNumber, taskKey, post, userId));
    }
}

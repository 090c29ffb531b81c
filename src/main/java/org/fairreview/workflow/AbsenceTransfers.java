package org.fairreview.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fairreview.identity.Absence;
import org.fairreview.identity.Absences;
import org.fairreview.identity.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings what somebody who is away has taken to the deputy: at the start of the absence, and what comes there later. */
@Service
public class AbsenceTransfers {

    private static final Logger LOG = LoggerFactory.getLogger(AbsenceTransfers.class);

    private final Absences absences;
    private final Directory directory;
    private final TaskTransfers transfers;
    private final Deputies deputies;
    private final MessageSource messages;
    private final TransactionTemplate transactions;

    AbsenceTransfers(
            Absences absences,
            Directory directory,
            TaskTransfers transfers,
            Deputies deputies,
            MessageSource messages,
            PlatformTransactionManager transactions) {
        this.absences = absences;
        this.directory = directory;
        this.transfers = transfers;
        this.deputies = deputies;
        this.messages = messages;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Moves what is held by people who are away today; a second run finds nothing. A task that the deputy may not do, for
     * want of the post or for the separation of duties, stays.
     */
    public void carryOut() {
        for (Absence absence : absences.today()) {
            try {
                transactions.executeWithoutResult(status ->
                        directory.actor(absence.userId()).ifPresent(person -> move(absence, transfers.heldBy(person))));
            } catch (RuntimeException e) {
                LOG.error("What '{}' has taken could not go to the deputy", absence.userId(), e);
            }
        }
    }

    private void move(Absence absence, List<HeldTask> held) {
        Map<String, List<HeldTask>> byReceiver = held.stream()
                .flatMap(task -> receiver(absence, task).map(to -> Map.entry(to, task)).stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        String reason = messages.getMessage(
                "absence.handedOver",
                new Object[] {absence.from().toString(), absence.until().toString()},
                Locale.SIMPLIFIED_CHINESE);
        byReceiver.forEach((to, tasks) -> transfers.handOver(absence.userId(), to, tasks, reason));
    }

    private Optional<String> receiver(Absence absence, HeldTask task) {
        return task.posts().stream()
                .flatMap(post -> deputies.inPlaceOf(absence.userId(), task.caseNumber(), task.key(), post).stream())
                .filter(person -> !person.equals(absence.userId()))
                .findFirst();
    }
}

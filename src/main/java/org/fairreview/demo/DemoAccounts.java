package org.fairreview.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fairreview.identity.Directory;
import org.fairreview.identity.DirectoryEntry;
import org.fairreview.identity.Person;
import org.fairreview.identity.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the accounts of a saved year the demo's passwords, at the first start: nobody knows the one with which they were saved.
 *
 * <p>All but the administrator have the same published password, which is hashed once: sixty slow hashes would take longer than
 * everything else at the start.
 */
@Component
@Profile("demo")
@Order(60)
class DemoAccounts implements ApplicationRunner {

    private static final String ADMINISTRATOR = "admin";

    /** Is there while the accounts wait for their passwords. */
    private static final String WAITING = "accounts.part";

    private final Directory directory;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Path waiting;
    private final String administratorsPassword;
    private final String password;

    DemoAccounts(
            Directory directory,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            @Value("${fairreview.data}") Path data,
            @Value("${FAIRREVIEW_ADMIN_PASSWORD:}") String administratorsPassword,
            @Value("${fairreview.initial-password:}") String password) {
        this.directory = directory;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.waiting = data.resolve(WAITING);
        this.administratorsPassword = administratorsPassword;
        this.password = password;
    }

    /** Lets the accounts of a data folder wait for their passwords until the next start. */
    static void await(Path data) throws IOException {
        Files.createFile(data.resolve(WAITING));
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!Files.exists(waiting)) {
            return;
        }
        Map<Boolean, List<Person>> all = directory.everybody().stream()
                .map(DirectoryEntry::person)
                .collect(Collectors.partitioningBy(person -> person.userId().equals(ADMINISTRATOR)));
        check("FAIRREVIEW_ADMIN_PASSWORD", administratorsPassword, all.get(true));
        check("FAIRREVIEW_INITIAL_PASSWORD", password, all.get(false));
        List<String> people = all.get(false).stream().map(Person::userId).toList();
        transaction.executeWithoutResult(status -> {
            directory.setPassword(ADMINISTRATOR, administratorsPassword);
            directory.setPassword(people.get(0), password);
            jdbc.sql("update ACT_ID_USER set PWD_ = (select PWD_ from ACT_ID_USER where ID_ = :first),"
                            + " SALT_ = (select SALT_ from ACT_ID_USER where ID_ = :first) where ID_ in (:people)")
                    .param("first", people.get(0))
                    .param("people", people)
                    .update();
        });
        Files.delete(waiting);
    }

    private void check(String setting, String chosen, List<Person> people) {
        if (people.stream()
                .anyMatch(person -> !directory.objectionsTo(chosen, person).isEmpty())) {
            throw new StartRefused("%s 不符合口令规则:至少10位,含大小写字母、数字和符号,且不得包含账号名。 %s does not satisfy the password policy."
                    .formatted(setting, setting));
        }
    }
}

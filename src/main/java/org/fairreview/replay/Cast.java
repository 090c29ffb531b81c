package org.fairreview.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fairreview.document.Uploader;
import org.fairreview.document.Uploads;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.replay.process.OpenTasks;
import org.fairreview.workflow.TaskDesk;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Lets the people of the year do what they do in the portal and in Tasklist: with their rights, and all guards on. */
@Component
@Profile("replay")
class Cast {

    static final String REGION = "r420600";
    static final String REGULATOR = "u01";
    static final String CLERK = "wangmin";
    static final String REVIEWER = "zhaolei";
    static final String SECOND_REVIEWER = "sunqian";
    static final String SECTION_HEAD = "liufang";
    static final String LEADER = "zhangwei";
    static final String OFFICE = "wuoffice";

    private static final byte[] SCAN = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0};

    private final Directory directory;
    private final Units units;
    private final Uploads uploads;
    private final TaskDesk desk;
    private final OpenTasks tasks;
    private final ObjectMapper json;
    private final Clock clock;

    Cast(
            Directory directory,
            Units units,
            Uploads uploads,
            TaskDesk desk,
            OpenTasks tasks,
            ObjectMapper json,
            Clock clock) {
        this.directory = directory;
        this.units = units;
        this.uploads = uploads;
        this.desk = desk;
        this.tasks = tasks;
        this.json = json;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Actor actor(String userId) {
        return directory.actor(userId).orElseThrow();
    }

    String nameOf(String userId) {
        return directory.nameOf(userId);
    }

    String unitName(String unitId) {
        return units.name(unitId);
    }

    /** The first holder of a role in a unit. */
    String in(String unitId, Role role) {
        return directory.holdersOf(role, unitId).stream()
                .findFirst()
                .orElseThrow(() -> new ReplayFailed("Unit %s has no %s".formatted(unitId, role)))
                .userId();
    }

    boolean has(String unitId, Role role) {
        return directory.hasHolders(role, unitId);
    }

    /** Does something as the person who is logged in to the portal. */
    <T> T as(String userId, Supplier<T> act) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(userId, null, List.of()));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Sends a Camunda Form in Tasklist. */
    void complete(String caseNumber, String taskKey, String userId, Map<String, Object> fields) {
        if (!tasks.of(caseNumber).contains(taskKey)) {
            throw new ReplayFailed(
                    "%s has no open task %s but %s".formatted(caseNumber, taskKey, tasks.of(caseNumber)));
        }
        desk.completeInNameOf(caseNumber, taskKey, actor(userId), fields);
    }

    /** Sends an embedded form in Tasklist. */
    void answer(String caseNumber, String taskKey, String userId, Map<String, ?> answer) {
        complete(caseNumber, taskKey, userId, Map.of("answer", written(answer)));
    }

    /** Sends an embedded form of a member unit, of several that are asked at once. */
    void answerAsMember(String caseNumber, String taskKey, String unitId, String userId, Map<String, ?> answer) {
        String task = tasks.ofMember(caseNumber, taskKey, unitId);
        as(userId, () -> {
            desk.complete(task, actor(userId), Map.of("answer", written(answer)));
            return task;
        });
    }

    private String written(Map<String, ?> answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Stages a Word file; one paragraph for each line of the text. */
    String upload(String userId, String unitId, String title, String text) {
        return taken(uploads.takeText(title + ".docx", word(text), uploader(userId, unitId)));
    }

    /** Stages the scan of a sealed paper. */
    String scan(String userId, String unitId) {
        return taken(uploads.takeScan("用印扫描件.png", SCAN, uploader(userId, unitId)));
    }

    private Uploader uploader(String userId, String unitId) {
        return new Uploader(userId, unitId, units.find(unitId).orElseThrow().regionId());
    }

    private static String taken(Uploads.Upload upload) {
        if (upload instanceof Uploads.Upload.Taken taken) {
            return taken.file().id();
        }
        throw new ReplayFailed("A file is not taken: " + upload);
    }

    private static byte[] word(String text) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            text.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> document.createParagraph().createRun().setText(line));
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

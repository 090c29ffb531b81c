package org.fairreview.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.document.FileStore;
import org.fairreview.reminder.Letter.FindingJudged;
import org.fairreview.workflow.CaseDays;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the delivered letter to its end: the reply or its delay, the judgement, and what follows. */
@Service
@Transactional
public class LetterReplies {

    static final int MOST_FILES = 20;

    /** What is said of the finding at a place, counted from 0. */
    public record OfFinding(int place, boolean rectified, String note) {}

    private final LetterRows rows;
    private final LetterKinds kinds;
    private final Letters letters;
    private final FileStore files;
    private final CaseDays days;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final LocalTime officeCloses;

    LetterReplies(
            LetterRows rows,
            LetterKinds kinds,
            Letters letters,
            FileStore files,
            CaseDays days,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${fairreview.office-closes}") LocalTime officeCloses) {
        this.rows = rows;
        this.kinds = kinds;
        this.letters = letters;
        this.files = files;
        this.days = days;
        this.events = events;
        this.clock = clock;
        this.officeCloses = officeCloses;
    }

    /**
     * Takes the reply.
     *
     * @param onPaper whether the clerk registers what came on paper
     * @param cameOn the day on which the paper came
     */
    public Optional<Refusal> reply(
            String number,
            String userId,
            String text,
            List<String> fileIds,
            boolean onPaper,
            @Nullable LocalDate cameOn) {
        Letter letter = get(number);
        LocalDate today = LocalDate.now(clock);
        if (text.isBlank()) {
            return Optional.of(Refusal.at("reply", "letter.replyMissing"));
        }
        if (onPaper && cameOn == null) {
            return Optional.of(Refusal.at("repliedOn", "letter.replyDayMissing"));
        }
        LocalDate on = onPaper && cameOn != null ? cameOn : today;
        if (on.isAfter(today) || on.isBefore(letter.delivery().orElseThrow().on())) {
            return Optional.of(Refusal.at("repliedOn", "letter.replyDayWrong"));
        }
        if (fileIds.size() > MOST_FILES
                || !fileIds.stream().allMatch(id -> files.takeStaged(id, userId).isPresent())) {
            return Optional.of(Refusal.at("files", "letter.replyFilesGone"));
        }
        boolean late = on.isAfter(lastDay(letter));
        letter.reply(new Reply(on, text, late, onPaper, userId, clock.instant()), fileIds);
        fileIds.forEach(id -> files.bind(id, number, "LETTER_REPLY"));
        events.publishEvent(new LetterRecorded(number, "letter.replied", Map.of("late", late, "onPaper", onPaper)));
        return Optional.empty();
    }

    public Optional<Refusal> askExtension(String number, String userId, @Nullable LocalDate until, String reason) {
        if (until == null || reason.isBlank()) {
            return Optional.of(Refusal.at("extendReason", "letter.extensionUnsaid"));
        }
        Letter letter = get(number);
        Instant now = clock.instant();
        return letter.askExtension(
                new Extension(until, reason, userId, now, null, null, null, null), lastDay(letter), now);
    }

    /** @return when the reply is due now, where more time was granted */
    public Optional<Refusal> decideExtension(String number, String userId, boolean granted, String note) {
        Letter letter = get(number);
        LocalDate wished = letter.extensions().stream()
                .filter(Extension::isOpen)
                .map(Extension::wishedUntil)
                .findFirst()
                .orElseThrow();
        Optional<Refusal> refusal =
                letter.decideExtension(userId, granted ? endOf(wished) : null, note, clock.instant());
        if (refusal.isEmpty()) {
            events.publishEvent(new LetterRecorded(
                    number, "letter.extensionDecided", Map.of("granted", granted, "until", wished.toString())));
        }
        return refusal;
    }

    /** When the reply is due. */
    public Instant replyUntil(String number) {
        return get(number).replyUntil().orElseThrow();
    }

    /** The limit has passed and no reply has come; a second run changes nothing. */
    public void noteOverdue(String number) {
        Letter letter = get(number);
        if (letter.overdueAt().isEmpty() && letter.state() == LetterState.AWAITING_REPLY) {
            letter.noteOverdue(clock.instant());
            events.publishEvent(new LetterRecorded(
                    number, "letter.overdue", Map.of("due", lastDay(letter).toString())));
        }
    }

    /** The regulator waits on until a day. */
    public Optional<Refusal> waitOn(String number, @Nullable LocalDate until, String reason) {
        if (until == null || !until.isAfter(LocalDate.now(clock))) {
            return Optional.of(Refusal.at("waitUntil", "letter.waitUntilMissing"));
        }
        if (reason.isBlank()) {
            return Optional.of(Refusal.at("reason", "letter.waitReasonMissing"));
        }
        get(number).waitOn(endOf(until), reason);
        days.set(number, LetterProcess.EXTENDED_UNTIL, endOf(until), LetterProcess.REPLY_TASK);
        return Optional.empty();
    }

    /** The reply is overdue, and nobody waits on. */
    public void fail(String number) {
        get(number).fail();
    }

    public Optional<Refusal> judge(
            String number, String userId, boolean rectified, String reasons, List<OfFinding> each) {
        Map<Integer, FindingJudged> judged = new HashMap<>();
        each.forEach(said -> judged.put(said.place(), new FindingJudged(said.rectified(), said.note())));
        return get(number).judge(new Judgement(rectified, reasons, userId, clock.instant()), judged);
    }

    /** Says what follows; a letter that follows begins at once. */
    public Optional<Refusal> escalate(String number, String userId, @Nullable String nextKind, String note) {
        Letter letter = get(number);
        if (note.isBlank()) {
            return Optional.of(Refusal.at("note", "letter.escalationUnsaid"));
        }
        if (nextKind != null && !kinds.get(letter.kind()).next().contains(nextKind)) {
            return Optional.of(Refusal.at("next", "letter.nextNotAllowed"));
        }
        Instant now = clock.instant();
        String next = nextKind == null ? null : letters.beginAfter(letter, kinds.get(nextKind), userId);
        letter.escalate(new Escalation(nextKind, note, next, userId, now));
        events.publishEvent(new LetterRecorded(
                number,
                "letter.escalated",
                next == null ? Map.of() : Map.of("letterKind", String.valueOf(nextKind), "nextLetter", next)));
        return Optional.empty();
    }

    private LocalDate lastDay(Letter letter) {
        return LocalDate.ofInstant(letter.replyUntil().orElseThrow(), clock.getZone());
    }

    private Instant endOf(LocalDate day) {
        return day.atTime(officeCloses).atZone(clock.getZone()).toInstant();
    }

    private Letter get(String number) {
        return rows.findById(number).orElseThrow();
    }
}

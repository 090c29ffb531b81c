package org.fairreview.reminder.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.document.FileStore;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.reminder.Extension;
import org.fairreview.reminder.Letter;
import org.fairreview.reminder.LetterFile;
import org.fairreview.reminder.LetterFinding;
import org.fairreview.reminder.LetterIssuing;
import org.fairreview.reminder.LetterKind;
import org.fairreview.reminder.LetterKinds;
import org.fairreview.reminder.LetterMeasure;
import org.fairreview.reminder.LetterState;
import org.fairreview.reminder.LetterText;
import org.fairreview.reminder.Letters;
import org.fairreview.reminder.web.LetterView.Fact;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes of a letter what a person may read: the addressee what it was sent and what it answered, the regulator all. */
@Component
@Transactional(readOnly = true)
class LetterViews {

    private final LetterKinds kinds;
    private final LetterFile file;
    private final LetterIssuing issuing;
    private final Letters letters;
    private final FileStore store;
    private final LetterCourse course;
    private final LetterNames names;
    private final Directory directory;
    private final LetterTexts texts;
    private final Clock clock;

    LetterViews(
            LetterKinds kinds,
            LetterFile file,
            LetterIssuing issuing,
            Letters letters,
            FileStore store,
            LetterCourse course,
            LetterNames names,
            Directory directory,
            LetterTexts texts,
            Clock clock) {
        this.kinds = kinds;
        this.file = file;
        this.issuing = issuing;
        this.letters = letters;
        this.store = store;
        this.course = course;
        this.names = names;
        this.directory = directory;
        this.texts = texts;
        this.clock = clock;
    }

    LetterView of(Letter letter, Actor actor) {
        LetterKind kind = kinds.get(letter.kind());
        boolean inside = file.isInside(letter, actor);
        boolean overdue = letter.isOverdue(clock.instant());
        return new LetterView(
                letter.number(),
                letter.text().title().isEmpty() ? kind.label() : letter.text().title(),
                kind.label(),
                kind.article(),
                texts.state(letter.state(), overdue, inside),
                overdue,
                !letter.state().hasEnded(),
                letter.state() == LetterState.RECTIFIED || letter.state() == LetterState.DONE,
                inside,
                facts(letter, actor, inside),
                text(letter, kind),
                letter.measures().stream().map(this::measure).toList(),
                letter.findings().stream().map(LetterViews::finding).toList(),
                inside ? legal(letter) : List.of(),
                inside ? signatures(letter) : List.of(),
                files(letter, inside),
                letter.files().filter(made -> made.pdfFileId() == null).isPresent()
                        ? texts.of("letter.pdfMissing")
                        : null,
                inside ? letter.files().map(made -> made.templateVersion()).orElse(null) : null,
                delivery(letter),
                reply(letter),
                judgement(letter),
                inside ? next(letter, actor) : List.of(),
                inside ? withdrawal(letter) : List.of(),
                letters.mayInterview(letter, actor),
                inside ? course.of(letter.number()) : List.of());
    }

    private List<Fact> facts(Letter letter, Actor actor, boolean inside) {
        List<Fact> facts = new ArrayList<>();
        letter.documentNumber().ifPresent(said -> facts.add(new Fact(texts.of("letters.documentNumber"), said)));
        facts.add(new Fact(
                texts.of("letterPage.addressee"),
                letter.addresseeAs()
                        .map(as -> "%s（%s）".formatted(names.addressee(letter), texts.of(as, "letter.addressee.")))
                        .orElseGet(() -> names.addressee(letter))));
        facts.add(new Fact(texts.of("letterPage.regulator"), names.regulator(letter)));
        if (inside) {
            facts.addAll(said(
                    new Fact(texts.of("letterPage.cameBack"), sentBack(letter)),
                    new Fact(texts.of("letterPage.voidNumbers"), String.join("、", issuing.voidNumbers(letter)))));
        }
        if (inside) {
            facts.add(source(letter));
            Optional.ofNullable(letter.origin().follows())
                    .flatMap(number -> file.find(number, actor))
                    .ifPresent(before -> facts.add(link("letterPage.follows", before)));
            file.following(letter.number(), actor).forEach(after -> facts.add(link("letterPage.followed", after)));
        }
        return facts;
    }

    private String sentBack(Letter letter) {
        return letter.sentBack()
                .map(why -> texts.sentBack(
                        why,
                        Optional.ofNullable(why.by()).map(directory::nameOf).orElse("")))
                .orElse("");
    }

    private Fact source(Letter letter) {
        String word = texts.or(
                "letter.source." + letter.origin().source(), letter.origin().source());
        String subject = letter.origin().subject();
        return new Fact(
                texts.of("letterPage.source"),
                subject == null ? word : "%s %s".formatted(word, subject),
                subject == null ? null : "/cases/" + subject);
    }

    private Fact link(String label, Letter other) {
        return new Fact(
                texts.of(label),
                "%s %s"
                        .formatted(
                                kinds.get(other.kind()).label(),
                                other.documentNumber().orElse(other.number())),
                "/letters/" + other.number());
    }

    private List<Fact> text(Letter letter, LetterKind kind) {
        LetterText text = letter.text();
        return said(
                new Fact(texts.of("letterPage.reason"), text.facts()),
                new Fact(kind.statement(), text.statement()),
                new Fact(
                        texts.of("letterPage.discipline"),
                        text.disciplineCase() == null ? "" : texts.of(text.disciplineCase(), "letter.disciplineCase.")),
                new Fact(texts.of("letterPage.appointment"), text.appointment()),
                new Fact(texts.of("letterPage.request"), text.request()),
                new Fact(texts.of("letterPage.contact"), text.contact()),
                new Fact(texts.of("letterPage.attachments"), text.attachments()),
                new Fact(texts.of("letterPage.copyTo"), text.copyTo()));
    }

    private String measure(LetterMeasure measure) {
        String named = measure.issuedNumber().isBlank()
                ? texts.of("letter.measure", measure.title())
                : texts.of("letter.measure.issued", measure.title(), measure.issuedNumber());
        return named + " " + names.of(measure.drafter(), measure.drafterUnitId());
    }

    private static LetterView.Finding finding(LetterFinding finding) {
        return new LetterView.Finding(
                (finding.measureTitle() + " " + finding.address()).strip(),
                finding.quotation(),
                finding.standard(),
                finding.reason(),
                finding.asked(),
                finding.rectified().orElse(null),
                finding.rectificationNote());
    }

    private List<Fact> legal(Letter letter) {
        return letter.legalAgreed().stream()
                .map(agreed -> new Fact(
                        texts.of("letterPage.legal"),
                        texts.of(
                                        agreed ? "letterPage.legal.passed" : "letterPage.legal.refused",
                                        letter.legalBy().map(directory::nameOf).orElse(""))
                                + letter.legalOpinion().map(said -> "\n" + said).orElse("")))
                .toList();
    }

    private List<LetterView.Signature> signatures(Letter letter) {
        return letter.signatures().stream()
                .filter(each -> !each.isLook() || !each.valid())
                .map(each -> new LetterView.Signature(
                        each.label(),
                        directory.nameOf(each.userId()),
                        each.agreed(),
                        each.remark(),
                        texts.minute(each.signedAt()),
                        each.valid()))
                .toList();
    }

    private List<LetterView.File> files(Letter letter, boolean inside) {
        return store.boundTo(letter.number()).stream()
                .filter(each -> issuing.fileOf(letter, each.id(), inside).isPresent())
                .map(each -> new LetterView.File(
                        texts.or("letterPage.file." + each.kind().orElse(""), each.name()),
                        each.name(),
                        "/letters/%s/files/%s".formatted(letter.number(), each.id()),
                        each.sha256()))
                .toList();
    }

    private List<Fact> delivery(Letter letter) {
        return said(
                new Fact(
                        texts.of("letterPage.sealedOn"),
                        letter.sealedOn().map(String::valueOf).orElse("")),
                new Fact(
                        texts.of("letterPage.deliveredOn"),
                        letter.delivery().map(how -> how.on().toString()).orElse("")),
                new Fact(
                        texts.of("letterPage.deliveredTo"),
                        letter.delivery().map(how -> how.to()).orElse("")),
                new Fact(
                        texts.of("letterPage.way"),
                        letter.delivery()
                                .map(how -> texts.of(how.way(), "letter.way."))
                                .orElse("")));
    }

    private List<Fact> reply(Letter letter) {
        List<Fact> facts = new ArrayList<>(said(
                new Fact(
                        texts.of("letterPage.replyUntil"),
                        letter.replyUntil().map(texts::day).orElse("")),
                new Fact(
                        texts.of("letterPage.overdueAt"),
                        letter.overdueAt().map(texts::minute).orElse("")),
                new Fact(texts.of("letterPage.waited"), letter.waitReason().orElse(""))));
        letter.extensions().forEach(asked -> facts.add(new Fact(texts.of("letterPage.extension"), extension(asked))));
        letter.reply()
                .ifPresent(given -> facts.addAll(said(
                        new Fact(
                                texts.of("letterPage.replied"),
                                (given.late()
                                                ? texts.of(
                                                        "letterPage.replied.late",
                                                        given.on().toString())
                                                : given.on().toString())
                                        + (given.onPaper() ? " " + texts.of("letterPage.replied.onPaper") : "")),
                        new Fact(texts.of("letterPage.replyText"), given.text()))));
        return facts;
    }

    private String extension(Extension asked) {
        if (asked.granted() == null) {
            return texts.of(
                    "letterPage.extension.open",
                    asked.wishedUntil().toString(),
                    asked.reason(),
                    directory.nameOf(asked.askedBy()));
        }
        return texts.of(
                asked.granted() ? "letterPage.extension.granted" : "letterPage.extension.refused",
                asked.wishedUntil().toString(),
                asked.reason(),
                Optional.ofNullable(asked.decisionNote()).orElse(""));
    }

    private List<Fact> judgement(Letter letter) {
        return letter.judgement().stream()
                .flatMap(judged -> Stream.of(
                        new Fact(
                                texts.of("letterPage.judgement"),
                                texts.of(
                                        judged.rectified()
                                                ? "letterPage.judged.rectified"
                                                : "letterPage.judged.notRectified")),
                        new Fact(texts.of("letterPage.why"), judged.reasons())))
                .toList();
    }

    private List<Fact> next(Letter letter, Actor actor) {
        return letter.escalation().stream()
                .flatMap(what -> Stream.of(
                        what.nextNumber() == null
                                ? new Fact(texts.of("letterPage.next"), texts.of("letter.nextNone"))
                                : new Fact(
                                        texts.of("letterPage.next"),
                                        texts.of(
                                                "letter.nextLetter",
                                                kinds.get(String.valueOf(what.nextKind()))
                                                        .label()),
                                        "/letters/" + what.nextNumber()),
                        new Fact(texts.of("letterPage.why"), what.note())))
                .toList();
    }

    private List<Fact> withdrawal(Letter letter) {
        return letter.withdrawal().stream()
                .map(why -> new Fact(
                        texts.of("letterPage.withdrawn"),
                        "%s %s\n%s".formatted(texts.minute(why.at()), directory.nameOf(why.by()), why.reason())))
                .toList();
    }

    private static List<Fact> said(Fact... facts) {
        return Stream.of(facts).filter(fact -> !fact.value().isBlank()).toList();
    }
}

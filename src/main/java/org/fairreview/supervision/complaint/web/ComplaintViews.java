package org.fairreview.supervision.complaint.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.standard.Standards;
import org.fairreview.supervision.complaint.Complaint;
import org.fairreview.supervision.complaint.ComplaintExtension;
import org.fairreview.supervision.complaint.ComplaintFinding;
import org.fairreview.supervision.complaint.ComplaintState;
import org.fairreview.supervision.complaint.Verification;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A complaint in words, for its page and its forms: nothing of the reporter is in them. */
@Component
class ComplaintViews {

    record Fact(String label, String value) {}

    record FindingView(
            int place, String address, String quotation, String standard, String reason, String requiredChange) {}

    record SignatureView(String label, String name, boolean agreed, String remark, String at, boolean valid) {}

    /**
     * A complaint in the list.
     *
     * @param due what it waits for until when; absent where nothing runs
     */
    record Row(
            String number,
            String measure,
            String unit,
            String channel,
            boolean realName,
            String receivedOn,
            String state,
            @Nullable String due,
            boolean overdue,
            boolean open) {}

    private final Directory directory;
    private final Units units;
    private final Standards standards;
    private final ComplaintTexts texts;
    private final Clock clock;

    ComplaintViews(Directory directory, Units units, Standards standards, ComplaintTexts texts, Clock clock) {
        this.directory = directory;
        this.units = units;
        this.standards = standards;
        this.texts = texts;
        this.clock = clock;
    }

    Row row(Complaint complaint) {
        Instant now = clock.instant();
        return new Row(
                complaint.number(),
                complaint.measureTitle(),
                complaint.draftingUnitId().map(units::name).orElse(complaint.drafterNamed()),
                texts.of(complaint.channel(), "complaint.channel."),
                complaint.isRealName(),
                complaint.receivedOn().toString(),
                texts.of(complaint.state(), "complaint.state."),
                due(complaint).orElse(null),
                complaint.isLate(now),
                !complaint.state().hasEnded());
    }

    /** The limit that runs now. */
    Optional<String> due(Complaint complaint) {
        if (complaint.state() == ComplaintState.AWAITING_SUPPLEMENT) {
            return complaint.supplementUntil().map(until -> texts.of("complaint.due.supplement", texts.day(until)));
        }
        return complaint.state().isVerified()
                ? complaint.concludeUntil().map(until -> texts.of("complaint.due.conclusion", texts.day(until)))
                : Optional.empty();
    }

    /** What was reported, and what became of it until it was accepted. */
    List<Fact> matter(Complaint complaint) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "measure", title(complaint));
        add(facts, "drafter", drafter(complaint));
        add(facts, "issued", texts.of("complaint.issued." + complaint.isIssued()));
        add(
                facts,
                "channel",
                texts.of(complaint.channel(), "complaint.channel.") + " "
                        + texts.of("complaint.realName." + complaint.isRealName()));
        add(facts, "receivedOn", complaint.receivedOn().toString());
        complaint.registeredBy().ifPresent(by -> add(facts, "registeredBy", directory.nameOf(by)));
        complaint.handler().ifPresent(by -> add(facts, "handler", directory.nameOf(by)));
        complaint.supplementAsked().ifPresent(asked -> add(facts, "supplementAsked", asked));
        complaint.supplementUntil().ifPresent(until -> add(facts, "supplementUntil", texts.day(until)));
        complaint.assessment().ifPresent(found -> add(facts, "assessment", texts.of(found, "complaint.assessment.")));
        complaint.sentTo().ifPresent(to -> add(facts, "sentTo", to));
        complaint.assessmentReason().ifPresent(reason -> add(facts, "reason", reason));
        complaint.takenUpReason().ifPresent(reason -> add(facts, "takenUp", reason));
        complaint.matter().ifPresent(asked -> add(facts, "matter", asked));
        return facts;
    }

    /** The term of the conclusion, and how it was moved. */
    List<Fact> term(Complaint complaint) {
        List<Fact> facts = new ArrayList<>();
        complaint.conformingOn().ifPresent(on -> add(facts, "conformingOn", on.toString()));
        complaint.concludeUntil().ifPresent(until -> add(facts, "concludeUntil", texts.day(until)));
        complaint.extensions().forEach(extension -> add(facts, "extension", extension(extension)));
        complaint.lateAt().ifPresent(at -> add(facts, "lateAt", texts.minute(at)));
        complaint.concludedAt().ifPresent(at -> add(facts, "concludedAt", texts.minute(at)));
        return facts;
    }

    private String extension(ComplaintExtension extension) {
        String asked = texts.of(
                "complaint.extension.asked",
                directory.nameOf(extension.askedBy()),
                texts.minute(extension.askedAt()),
                extension.wishedUntil(),
                extension.reason());
        if (extension.isOpen()) {
            return asked + texts.of("complaint.extension.open");
        }
        return asked
                + texts.of(
                        "complaint.extension.decided",
                        Optional.ofNullable(extension.decidedBy())
                                .map(directory::nameOf)
                                .orElse(""),
                        Optional.ofNullable(extension.decidedAt())
                                .map(texts::minute)
                                .orElse(""),
                        texts.of("complaint.extension." + extension.granted()),
                        Optional.ofNullable(extension.decisionNote()).orElse(""));
    }

    List<Fact> statement(Complaint complaint) {
        List<Fact> facts = new ArrayList<>();
        complaint.statement().ifPresent(said -> {
            add(facts, "statement", said.text());
            add(facts, "statedBy", directory.nameOf(said.by()) + " " + texts.minute(said.at()));
        });
        if (complaint.isStatementMissing()) {
            add(facts, "statement", texts.of("complaint.statement.none"));
        }
        return facts;
    }

    List<Fact> verification(Complaint complaint) {
        return complaint.verification().map(this::verification).orElseGet(List::of);
    }

    private List<Fact> verification(Verification found) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "outcome", texts.of(found.outcome(), "complaint.outcome."));
        add(facts, "conclusion", found.conclusion());
        add(facts, "way", texts.of(found.way(), "complaint.way."));
        add(facts, "whole", found.wholeMeasure());
        add(
                facts,
                "procedure",
                texts.of(found.procedureResult(), "complaint.procedure.") + " " + found.procedureNote());
        add(facts, "review", texts.of(found.reviewResult(), "complaint.review.") + " " + found.reviewNote());
        add(facts, "verifiedBy", directory.nameOf(found.by()) + " " + texts.minute(found.at()));
        return facts;
    }

    List<Fact> telling(Complaint complaint) {
        List<Fact> facts = new ArrayList<>();
        complaint.telling().ifPresent(told -> {
            add(facts, "toldOn", told.on() + " " + texts.of(told.way(), "complaint.telling."));
            add(facts, "told", told.text());
            add(facts, "toldBy", directory.nameOf(told.by()));
        });
        return facts;
    }

    List<FindingView> findings(Complaint complaint) {
        List<ComplaintFinding> findings = complaint.findings();
        String regime = complaint.verification().map(Verification::regime).orElse("");
        return IntStream.range(0, findings.size())
                .mapToObj(place -> {
                    ComplaintFinding finding = findings.get(place);
                    return new FindingView(
                            place,
                            finding.address(),
                            finding.quotation(),
                            standard(regime, finding.item()),
                            finding.reason(),
                            finding.requiredChange());
                })
                .toList();
    }

    List<SignatureView> signatures(Complaint complaint) {
        return complaint.signatures().stream()
                .map(signature -> new SignatureView(
                        signature.label(),
                        directory.nameOf(signature.userId()),
                        signature.agreed(),
                        signature.remark(),
                        texts.minute(signature.signedAt()),
                        signature.valid()))
                .toList();
    }

    String title(Complaint complaint) {
        return complaint.measureNumber().isEmpty()
                ? texts.of("complaint.measure", complaint.measureTitle())
                : texts.of("complaint.measure.numbered", complaint.measureTitle(), complaint.measureNumber());
    }

    private String drafter(Complaint complaint) {
        return complaint.draftingUnitId().map(units::name).orElse(complaint.drafterNamed());
    }

    private String standard(String regime, String item) {
        return standards
                .regime(regime)
                .flatMap(known -> known.item(item))
                .map(known -> known.article() + " " + known.label())
                .orElse(item);
    }

    private void add(List<Fact> facts, String label, String value) {
        facts.add(new Fact(texts.of("complaint.fact." + label), value.strip()));
    }
}

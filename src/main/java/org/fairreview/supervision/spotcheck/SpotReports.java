package org.fairreview.supervision.spotcheck;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.document.FileStore;
import org.fairreview.document.RenderedDocument;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.office.OfficeValues;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The report of a spot check: written by the regulator itself, signed, frozen, given to both addressees; and its end. */
@Service
@Transactional
public class SpotReports {

    private static final List<Role> REPORTING =
            List.of(Role.REVIEWER, Role.SECTIONHEAD, Role.OFFICE, Role.CLERK, Role.LEADER);
    private static final int LONGEST_REMARK = 4_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LINK = 500;

    /** What somebody registers of the delivery to one addressee. */
    public record Delivered(
            ReportAddressee addressee, LocalDate on, String receivedBy, @Nullable String receiptFileId) {}

    /** To whom a report goes, as it is proposed. */
    public record Addressees(String government, String higher) {}

    private final SpotCheckRows rows;
    private final SpotReportPaper paper;
    private final SpotCheckNumbers numbers;
    private final FileStore files;
    private final OfficeValues office;
    private final Directory directory;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SpotReports(
            SpotCheckRows rows,
            SpotReportPaper paper,
            SpotCheckNumbers numbers,
            FileStore files,
            OfficeValues office,
            Directory directory,
            Units units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.paper = paper;
        this.numbers = numbers;
        this.files = files;
        this.office = office;
        this.directory = directory;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /** The own government and the next-higher regulator: as they were named last, or as the register knows them. */
    @Transactional(readOnly = true)
    public Addressees addressees(String number) {
        SpotCheck check = rows.findById(number).orElseThrow();
        Optional<SpotReport> last = check.writtenReport()
                .or(() -> rows.findByRegionIdInOrderByNumberDesc(List.of(check.regionId())).stream()
                        .flatMap(each -> each.writtenReport().stream())
                        .findFirst());
        Optional<String> above = units.regulatorAbove(check.regionId()).map(Unit::name);
        return new Addressees(
                last.map(SpotReport::government).orElse(paper.government(units.regionName(check.regionId()))),
                above.or(() -> last.map(SpotReport::higher)).orElse(""));
    }

    /** Takes the report down; it is the regulator's own (Measures 39), and goes to the regulator above where that is known. */
    public Optional<Refusal> draft(
            String number,
            String situation,
            String problems,
            String nextSteps,
            String government,
            String higher,
            String userId) {
        SpotCheck check = rows.hold(number).orElseThrow();
        Optional<String> above = units.regulatorAbove(check.regionId()).map(Unit::name);
        if (above.filter(name -> !name.equals(higher)).isPresent()) {
            return Optional.of(Refusal.at("higher", "spotcheck.higherIsOther", above.get()));
        }
        Optional<Refusal> refusal = check.report(
                new SpotReport(situation, problems, nextSteps, government, higher, userId, clock.instant()),
                isOfRegulator(check, userId));
        if (refusal.isEmpty()) {
            events.publishEvent(new SpotCheckRecorded(
                    number, "spotcheck.reported", Map.of("government", government, "higher", higher)));
        }
        return refusal;
    }

    private boolean isOfRegulator(SpotCheck check, String userId) {
        String regulator = units.inCharge(check.regulatorUnitId());
        return directory
                .actor(userId)
                .filter(actor -> REPORTING.stream().anyMatch(role -> actor.holds(role, regulator)))
                .isPresent();
    }

    public Optional<Refusal> sign(String number, boolean agreed, String remark, String userId) {
        if (remark.length() > LONGEST_REMARK) {
            return Optional.of(Refusal.at("remark", "spotcheck.tooLong", LONGEST_REMARK));
        }
        Optional<Refusal> refusal = rows.hold(number).orElseThrow().signReport(agreed, remark, userId, clock.instant());
        if (refusal.isEmpty()) {
            events.publishEvent(new SpotCheckRecorded(
                    number, agreed ? "spotcheck.reportSigned" : "spotcheck.reportReturned", Map.of("remark", remark)));
        }
        return refusal;
    }

    /** Gives the report its 文号 and makes its document, frozen with its digest; a second run changes nothing. */
    public void freeze(String number) {
        SpotCheck check = rows.hold(number).orElseThrow();
        if (check.reportDocument().isPresent()) {
            return;
        }
        LocalDate signed = LocalDate.ofInstant(check.reportSignedAt().orElseThrow(), clock.getZone());
        String series = office.inForce(SpotCheckOfficeValues.SERIES, check.regionId(), signed);
        String documentNumber = numbers.ofReport(series, check.regionId(), signed.getYear());
        RenderedDocument rendered = paper.render(check, documentNumber, signed);
        StoredFile file = files.store(paper.fileName(documentNumber), rendered.bytes());
        files.bind(file.id(), number, "SPOT_REPORT");
        check.freeze(new ReportDocument(documentNumber, file.id(), file.sha256(), rendered.templateVersion()));
        events.publishEvent(new SpotCheckRecorded(
                number,
                "spotcheck.reportFrozen",
                Map.of(
                        "documentNumber",
                        documentNumber,
                        "sha256",
                        file.sha256(),
                        "template",
                        rendered.templateVersion())));
    }

    /** Registers to whom the report went; one after the other, or both at once. */
    public Optional<Refusal> deliver(String number, List<Delivered> delivered, String userId) {
        SpotCheck check = rows.hold(number).orElseThrow();
        if (delivered.isEmpty()) {
            return Optional.of(Refusal.of("spotcheck.deliveryMissing"));
        }
        LocalDate signed = LocalDate.ofInstant(check.reportSignedAt().orElseThrow(), clock.getZone());
        SpotReport report = check.writtenReport().orElseThrow();
        List<String> said = new ArrayList<>();
        for (Delivered each : delivered) {
            if (each.receivedBy().isBlank() || each.receivedBy().length() > LONGEST_NAME) {
                return Optional.of(Refusal.at(each.addressee().field("By"), "spotcheck.receivedByMissing"));
            }
            boolean withReceipt =
                    each.receiptFileId() != null && !each.receiptFileId().isBlank();
            if (withReceipt && files.takeStaged(each.receiptFileId(), userId).isEmpty()) {
                return Optional.of(Refusal.at("receipt", "spotcheck.receiptUnknown"));
            }
            String name = each.addressee() == ReportAddressee.GOVERNMENT ? report.government() : report.higher();
            Optional<Refusal> refusal = check.deliver(
                    new ReportDelivery(
                            each.addressee(),
                            name,
                            each.on(),
                            each.receivedBy(),
                            withReceipt ? each.receiptFileId() : null,
                            userId,
                            clock.instant()),
                    signed,
                    LocalDate.now(clock));
            if (refusal.isPresent()) {
                return refusal;
            }
            if (withReceipt) {
                files.bind(each.receiptFileId(), number, "SPOT_RECEIPT");
            }
            said.add("%s %s".formatted(name, each.on()));
        }
        events.publishEvent(new SpotCheckRecorded(number, "spotcheck.delivered", Map.of("deliveries", said)));
        return Optional.empty();
    }

    /** Decides whether the results are published (Measures 39), and closes the spot check. */
    public Optional<Refusal> close(
            String number, boolean publish, @Nullable LocalDate on, String link, String reason, String userId) {
        if (link.length() > LONGEST_LINK || reason.length() > LONGEST_REMARK) {
            return Optional.of(Refusal.at("link", "spotcheck.tooLong", LONGEST_LINK));
        }
        if (!link.isEmpty() && !link.matches("https?://\\S+")) {
            return Optional.of(Refusal.at("link", "spotcheck.linkWrong"));
        }
        Optional<Refusal> refusal = rows.hold(number)
                .orElseThrow()
                .close(publish, on, link, reason, userId, LocalDate.now(clock), clock.instant());
        if (refusal.isEmpty()) {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("published", publish);
            said.put("link", link);
            said.put("reason", reason);
            events.publishEvent(new SpotCheckRecorded(number, "spotcheck.closed", said));
        }
        return refusal;
    }
}

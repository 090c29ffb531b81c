package org.fairreview.cleanup.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.EntryInForce;
import org.fairreview.cleanup.LegacyCase;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.MeasureInForce;
import org.fairreview.cleanup.MeasureInForce.Origin;
import org.fairreview.cleanup.MeasuresInForce;
import org.fairreview.cleanup.Occasion;
import org.fairreview.cleanup.SuppliedTexts;
import org.fairreview.cleanup.intake.ImportLine.State;
import org.fairreview.cleanup.work.Job;
import org.fairreview.cleanup.work.Work;
import org.fairreview.document.BulkTexts;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.MeasureFacts;
import org.fairreview.measure.MeasureVersion;
import org.fairreview.measure.Measures;
import org.fairreview.measure.Measures.InForce;
import org.fairreview.measure.Measures.Registered;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes over the valid lines of an import (导入有效行): measure, text, register and case of each, a portion at a time. */
@Component
class EntryWork implements Work {

    static final String KIND = "IMPORT_ENTRY";

    private static final int PORTION = 100;
    private static final List<State> WAITING = List.of(State.VALID, State.KNOWN);

    private final LedgerImportRows imports;
    private final ImportLines lines;
    private final KnownMeasures known;
    private final LineCheck check;
    private final Frames frames;
    private final Measures measures;
    private final MeasuresInForce register;
    private final LegacyCases cases;
    private final SuppliedTexts supplied;
    private final Campaigns campaigns;
    private final FileStore files;
    private final BulkTexts texts;
    private final Staging staging;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EntryWork(
            LedgerImportRows imports,
            ImportLines lines,
            KnownMeasures known,
            LineCheck check,
            Frames frames,
            Measures measures,
            MeasuresInForce register,
            LegacyCases cases,
            SuppliedTexts supplied,
            Campaigns campaigns,
            FileStore files,
            BulkTexts texts,
            Staging staging,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.imports = imports;
        this.lines = lines;
        this.known = known;
        this.check = check;
        this.frames = frames;
        this.measures = measures;
        this.register = register;
        this.cases = cases;
        this.supplied = supplied;
        this.campaigns = campaigns;
        this.files = files;
        this.texts = texts;
        this.staging = staging;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Portion next(Job job) {
        LedgerImport brought = imports.findById(job.parameter()).orElseThrow();
        Campaign campaign = campaigns.get(brought.campaignNumber());
        List<ImportLine> portion = lines.in(brought.id(), WAITING, 0, PORTION);
        if (portion.isEmpty() || !campaign.takesMeasures()) {
            return Portion.NOTHING_LEFT;
        }
        lockRegister(campaign.regionId());
        lookAgain(brought, campaign, portion);
        List<ImportLine> fresh =
                portion.stream().filter(line -> line.state == State.VALID).toList();
        String userId = job.askedBy().orElse(brought.broughtBy());
        List<MeasureInForce> all = new ArrayList<>(enterInRegister(campaign, fresh, userId));
        all.addAll(knownAlready(campaign, portion, userId));
        cases.enter(campaign.number(), all, Occasion.CAMPAIGN);
        Map<String, String> caseOfMeasure = cases.of(campaign.number(), all).stream()
                .collect(Collectors.toMap(LegacyCase::measureId, LegacyCase::number));
        int taken = 0;
        for (ImportLine line : portion) {
            if (line.state != State.WRONG) {
                line.caseNumber = caseOfMeasure.get(line.measureId);
                taken += line.state == State.KNOWN ? 1 : 0;
                line.state = line.state == State.VALID ? State.ENTERED : State.TAKEN;
            }
        }
        Map<String, String> owners = new LinkedHashMap<>();
        portion.stream()
                .filter(line -> line.fileId != null && line.caseNumber != null)
                .forEach(line -> owners.put(line.fileId, line.caseNumber));
        texts.bind(owners, FileRole.BODY.name());
        lines.update(portion);
        brought.portion(fresh.size(), taken);
        int wrong = portion.size() - fresh.size() - taken;
        return new Portion(portion.size(), wrong, false);
    }

    /**
     * Of two imports in a region one after the other looks at the register, or both would enter the same measure. They wait
     * at the numbers of the region's clean-ups, not at the region itself, where everybody draws numbers.
     */
    private void lockRegister(String regionId) {
        jdbc.sql("select last_number from number_series where series = 'cleanup' and region_id = ?"
                        + " order by series_year for update")
                .param(regionId)
                .query(Integer.class)
                .list();
    }

    /** What has come into the register since the dry run is known now. */
    private void lookAgain(LedgerImport brought, Campaign campaign, List<ImportLine> portion) {
        LineRules.Frame frame = frames.of(brought);
        KnownMeasures.Among present = known.of(campaign.regionId(), portion);
        for (ImportLine line : portion) {
            Optional<MeasureInForce> measure = present.find(line);
            measure.ifPresent(each -> check.objectTo(line, each, frame));
            if (line.unitId != null && !frame.units().contains(line.unitId)) {
                line.wrong(IntakeColumn.UNIT, "intake.unit.elsewhere", line.cell(IntakeColumn.UNIT));
            }
            if (line.isWrong()) {
                line.state = State.WRONG;
            } else if (measure.isPresent()) {
                line.state = State.KNOWN;
                line.measureId = measure.get().measureId();
            }
        }
    }

    private List<MeasureInForce> enterInRegister(Campaign campaign, List<ImportLine> fresh, String userId) {
        Map<String, StoredFile> stored =
                files
                        .all(fresh.stream()
                                .map(line -> line.fileId)
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(StoredFile::id, Function.identity()));
        List<Registered> registered = measures.registerAll(
                fresh.stream()
                        .map(line -> new InForce(
                                Objects.requireNonNull(line.unitId),
                                campaign.regionId(),
                                facts(line),
                                line.fileId == null ? List.of() : List.of(body(stored.get(line.fileId)))))
                        .toList(),
                userId);
        LocalDate today = LocalDate.now(clock);
        long months = monthsBetweenEvaluations(campaign.regionId(), today);
        List<MeasureInForce> entered = new ArrayList<>();
        for (int place = 0; place < fresh.size(); place++) {
            ImportLine line = fresh.get(place);
            Registered each = registered.get(place);
            line.measureId = each.measure().id();
            entered.add(register.enter(
                    new EntryInForce(
                            each.measure().id(),
                            campaign.regionId(),
                            Objects.requireNonNull(line.unitId),
                            line.issuerUnitId,
                            line.title,
                            line.cell(IntakeColumn.DOCUMENT_NUMBER),
                            line.issuedOn,
                            line.validUntil,
                            line.cell(IntakeColumn.LINK),
                            each.version().map(MeasureVersion::id).orElse(null),
                            line.fingerprint,
                            campaign.number(),
                            nextEvaluation(line.issuedOn, today, months),
                            userId),
                    Origin.IMPORTED));
        }
        return entered;
    }

    /** What stands in the register already; a text that it lacks is taken from the list. */
    private List<MeasureInForce> knownAlready(Campaign campaign, List<ImportLine> portion, String userId) {
        List<MeasureInForce> found = new ArrayList<>();
        for (ImportLine line : portion) {
            if (line.state != State.KNOWN) {
                continue;
            }
            MeasureInForce measure =
                    register.find(Objects.requireNonNull(line.measureId)).orElseThrow();
            Optional<StoredFile> text = Optional.ofNullable(line.fileId).flatMap(files::find);
            if (text.isPresent()
                    && line.fingerprint != null
                    && measure.versionId().isEmpty()) {
                supplied.takeFromList(measure, text.get(), line.fingerprint, campaign.number(), userId);
            }
            found.add(measure);
        }
        return found;
    }

    private long monthsBetweenEvaluations(String regionId, LocalDate today) {
        LocalDate first = today.withDayOfMonth(1);
        return ChronoUnit.MONTHS.between(first, register.nextEvaluation(regionId, first));
    }

    /** The next of the days on which whole periods since its issue are over: measures of many years do not all fall due at once. */
    static LocalDate nextEvaluation(@Nullable LocalDate issuedOn, LocalDate today, long months) {
        LocalDate from = issuedOn == null ? today : issuedOn;
        long periods = Math.max(1, ChronoUnit.MONTHS.between(from, today) / months + 1);
        return from.plusMonths(periods * months);
    }

    private static MeasureFacts facts(ImportLine line) {
        return new MeasureFacts(
                line.title,
                Objects.requireNonNull(line.kind),
                Objects.requireNonNull(line.issuance),
                line.cell(IntakeColumn.ISSUER),
                "",
                "",
                "",
                "",
                "");
    }

    private static ManifestEntry body(StoredFile file) {
        return new ManifestEntry(FileRole.BODY, 1, file.id(), file.name(), file.size(), file.sha256());
    }

    @Override
    public void ended(Job job, Job.State how) {
        LedgerImport brought = imports.findById(job.parameter()).orElseThrow();
        boolean all =
                how == Job.State.DONE && lines.in(brought.id(), WAITING, 0, 1).isEmpty();
        if (all) {
            brought.entered(clock.instant());
            staging.drop(brought.id(), Staging.TEXTS);
        } else {
            brought.stopped();
        }
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("sheet", brought.sheet().name());
        said.put("sheetSha256", brought.sheet().sha256());
        brought.texts().ifPresent(texts -> {
            said.put("texts", texts.name());
            said.put("textsSha256", texts.sha256());
        });
        said.put("askedBy", job.askedBy().orElse(""));
        said.put("enteredLines", brought.entered());
        said.put("takenLines", brought.taken());
        said.put("wrongLines", brought.wrong());
        said.put("whole", all);
        events.publishEvent(new IntakeRecorded(brought.campaignNumber(), "intake.entered", said));
        campaigns.openWaiting(brought.campaignNumber());
    }

    private void recount(LedgerImport brought) {
        Map<State, Integer> counts = lines.counts(brought.id());
        brought.recount(
                counts.getOrDefault(State.VALID, 0) + counts.getOrDefault(State.ENTERED, 0),
                counts.getOrDefault(State.KNOWN, 0) + counts.getOrDefault(State.TAKEN, 0),
                counts.getOrDefault(State.WRONG, 0));
    }
}

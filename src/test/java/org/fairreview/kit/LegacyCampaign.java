package org.fairreview.kit;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.fairreview.cleanup.CampaignDraft;
import org.fairreview.cleanup.CampaignKind;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.EntryInForce;
import org.fairreview.cleanup.LegacyCase;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.LegacyStage;
import org.fairreview.cleanup.MeasureInForce;
import org.fairreview.cleanup.MeasuresInForce;
import org.fairreview.cleanup.Occasion;
import org.fairreview.cleanup.ResponsibilityRule;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.measure.DraftersStatement;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measure;
import org.fairreview.measure.MeasureFacts;
import org.fairreview.measure.MeasureKind;
import org.fairreview.measure.Measures;
import org.fairreview.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** A clean-up of the city: Wu Jing arranges it, Chen Yu checks for the development and reform commission, Luo Hui signs. */
@TestComponent
public class LegacyCampaign {

    public static final String CHECK = "Task_CheckLegacyMeasure";
    public static final String SIGN = "Task_SignLegacyCheck";
    public static final String REVIEW = "Task_ReviewProposal";
    public static final String RECHECK = "Task_RecheckLegacyMeasure";
    public static final String DECIDE = "Task_DecideOutcome";
    public static final String REVISE = "Task_StartRevision";
    public static final String ANNOUNCE = "Task_RegisterAnnouncement";
    public static final String CONFIRM = "Task_ConfirmCleanup";
    public static final String PUBLISH = "Task_PublishCatalogue";

    private static final String REGION = "r420600";
    private static final String UNIT = "u02";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final ProcessDriver process;
    private final Submitting submitting;
    private final Campaigns campaigns;
    private final LegacyCases cases;
    private final MeasuresInForce register;
    private final Measures measures;
    private final FileStore files;
    private final Standards standards;
    private final Clock clock;

    LegacyCampaign(
            ProcessDriver process,
            Submitting submitting,
            Campaigns campaigns,
            LegacyCases cases,
            MeasuresInForce register,
            Measures measures,
            FileStore files,
            Standards standards,
            Clock clock) {
        this.process = process;
        this.submitting = submitting;
        this.campaigns = campaigns;
        this.cases = cases;
        this.register = register;
        this.measures = measures;
        this.files = files;
        this.standards = standards;
        this.clock = clock;
    }

    /** A measure in force that Chen Yu's commission drafted, which the city's government issued. */
    public MeasureInForce ofGovernment(String title, @Nullable String text) {
        return measure(title, text, Issuance.GOVERNMENT, null);
    }

    /** A measure in force that Chen Yu's commission issued itself. */
    public MeasureInForce ofDepartment(String title, @Nullable String text) {
        return measure(title, text, Issuance.DEPARTMENT, UNIT);
    }

    private MeasureInForce measure(String title, @Nullable String text, Issuance issuance, @Nullable String issuer) {
        return process.as("chenyu", () -> {
            Measure measure = measures.register(
                    UNIT,
                    REGION,
                    new MeasureFacts(
                            title,
                            MeasureKind.NORMATIVE_DOCUMENT,
                            issuance,
                            issuer == null ? "襄阳市人民政府" : "襄阳市发展和改革委员会",
                            "",
                            "",
                            "",
                            "",
                            ""),
                    "chenyu");
            String version = text == null ? null : version(measure.id(), text);
            return register.enter(
                    new EntryInForce(
                            measure.id(),
                            REGION,
                            UNIT,
                            issuer,
                            title,
                            "襄政办发〔2021〕18号",
                            LocalDate.of(2021, 6, 1),
                            null,
                            "",
                            version,
                            null,
                            null,
                            null,
                            "chenyu"),
                    MeasureInForce.Origin.IMPORTED);
        });
    }

    private String version(String measureId, String text) {
        StoredFile file = files.takeStaged(submitting.upload("chenyu", UNIT, "政策措施.txt", text), "chenyu")
                .orElseThrow();
        files.bind(file.id(), measureId, null);
        return measures.submit(
                        measureId,
                        new DraftersStatement(false, "", "", ""),
                        List.of(new ManifestEntry(
                                FileRole.BODY, 1, file.id(), file.name(), file.size(), file.sha256())),
                        "chenyu")
                .id();
    }

    /**
     * A clean-up of the measures that has begun; the cases come back, each with its first task.
     *
     * @param share percent of the cases that are drawn
     */
    public List<String> running(int share, MeasureInForce... present) {
        LocalDate today = LocalDate.now(clock);
        List<String> made = new ArrayList<>();
        process.as(
                "wuoffice",
                () -> campaigns.make(
                        new CampaignDraft(
                                CampaignKind.FAIR_COMPETITION,
                                "襄阳市妨碍统一市场和公平竞争的政策措施清理",
                                "市政府及其部门制定的涉及经营者经济活动的政策措施",
                                today.minusDays(1),
                                today.plusDays(60),
                                ResponsibilityRule.DRAFTER,
                                standards.regime(),
                                share,
                                List.of(UNIT),
                                "襄市监竞〔2026〕3号",
                                null),
                        process.actor("wuoffice"),
                        made));
        String campaign = made.get(0);
        return process.as("wuoffice", () -> {
            List<String> entered = cases.enter(campaign, List.of(present), Occasion.CAMPAIGN).stream()
                    .map(LegacyCase::number)
                    .toList();
            campaigns.start(campaign, process.actor("wuoffice"));
            entered.forEach(this::awaitOpened);
            return entered;
        });
    }

    private void awaitOpened(String number) {
        Awaitility.await().atMost(LONGEST).until(() -> cases.get(number).stage() == LegacyStage.CHECKING);
    }
}

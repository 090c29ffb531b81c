package org.fairreview.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fairreview.cleanup.CampaignDraft;
import org.fairreview.cleanup.CampaignKind;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.EntryInForce;
import org.fairreview.cleanup.LedgerKeys;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.MeasureInForce;
import org.fairreview.cleanup.MeasureInForce.Origin;
import org.fairreview.cleanup.MeasuresInForce;
import org.fairreview.cleanup.Occasion;
import org.fairreview.cleanup.ResponsibilityRule;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Texts;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
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
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** An example clean-up that has just begun: three units' measures, one of a government, one without text. */
@Component
@Profile("demo")
class DemoCleanup {

    private static final String REGION = "r420600";
    private static final String OFFICE = "wuoffice";
    private static final String CLERK = "wangmin";

    private final DemoPeople people;
    private final Campaigns campaigns;
    private final LegacyCases cases;
    private final MeasuresInForce register;
    private final Measures measures;
    private final FileStore files;
    private final Texts texts;
    private final Standards standards;
    private final Directory directory;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoCleanup(
            DemoPeople people,
            Campaigns campaigns,
            LegacyCases cases,
            MeasuresInForce register,
            Measures measures,
            FileStore files,
            Texts texts,
            Standards standards,
            Directory directory,
            TransactionTemplate transaction,
            Clock clock) {
        this.people = people;
        this.campaigns = campaigns;
        this.cases = cases;
        this.register = register;
        this.measures = measures;
        this.files = files;
        this.texts = texts;
        this.standards = standards;
        this.directory = directory;
        this.transaction = transaction;
        this.clock = clock;
    }

    void make() {
        LocalDate today = LocalDate.now(clock);
        Actor office = directory.actor(OFFICE).orElseThrow();
        List<String> made = new ArrayList<>();
        DemoPeople.as(
                OFFICE,
                () -> campaigns.make(
                        new CampaignDraft(
                                CampaignKind.FAIR_COMPETITION,
                                "%d年妨碍统一市场和公平竞争的政策措施清理".formatted(today.getYear()),
                                "市人民政府及其部门印发、现行有效的涉及经营者经济活动的政策措施",
                                today.minusMonths(1),
                                today.plusMonths(2),
                                ResponsibilityRule.DRAFTER,
                                standards.regime(),
                                20,
                                List.of("u02", "u03", "u06", "u07"),
                                "襄公竞联办〔%d〕2号".formatted(today.getYear()),
                                null),
                        office,
                        made));
        String campaign = made.get(0);
        transaction.executeWithoutResult(status -> cases.enter(
                campaign,
                List.of(
                        measure("u02", null, "关于支持现代物流业发展的若干政策", "襄政办发〔2020〕15号", "legacy-logistics"),
                        measure("u03", "u03", "关于规范便民服务网点设置的通知", "襄商务发〔2021〕8号", "legacy-convenience"),
                        measure("u06", "u06", "关于做好机关食堂食材采购工作的通知", "襄财采发〔2019〕22号", "legacy-procurement"),
                        measure("u02", "u02", "襄阳市产业项目前期工作管理办法", "襄发改发〔2018〕40号", null),
                        measure("u07", null, "襄阳市城镇老旧小区改造工作实施方案", "襄政办发〔2021〕3号", null)),
                Occasion.CAMPAIGN));
        DemoPeople.as(OFFICE, () -> campaigns.start(campaign, office));
    }

    private MeasureInForce measure(
            String unit, @Nullable String issuer, String title, String number, @Nullable String text) {
        LocalDate issued = LocalDate.of(Integer.parseInt(number.replaceAll(".*〔(\\d{4})〕.*", "$1")), 6, 1);
        Measure measure = measures.register(
                unit,
                REGION,
                new MeasureFacts(
                        title,
                        MeasureKind.POLICY_DOCUMENT,
                        issuer == null ? Issuance.GOVERNMENT : Issuance.DEPARTMENT,
                        issuer == null ? "襄阳市人民政府办公室" : people.nameOf(issuer),
                        "",
                        "",
                        "",
                        "",
                        ""),
                CLERK);
        StoredFile file = text == null
                ? null
                : files.find(people.uploadText(CLERK, unit, title + ".docx", text))
                        .orElseThrow();
        String version = file == null ? null : version(measure, file);
        return register.enter(
                new EntryInForce(
                        measure.id(),
                        REGION,
                        unit,
                        issuer,
                        title,
                        number,
                        issued,
                        null,
                        "",
                        version,
                        file == null
                                ? null
                                : LedgerKeys.text(texts.fullText(file.sha256()).orElse("")),
                        null,
                        null,
                        CLERK),
                Origin.IMPORTED);
    }

    private String version(Measure measure, StoredFile file) {
        files.bind(file.id(), measure.id(), "LEGACY_TEXT");
        return measures.submit(
                        measure.id(),
                        new DraftersStatement(false, "", "", ""),
                        List.of(new ManifestEntry(
                                FileRole.BODY, 1, file.id(), file.name(), file.size(), file.sha256())),
                        CLERK)
                .id();
    }
}

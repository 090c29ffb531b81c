package org.fairreview.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.intake.ImportFiles;
import org.fairreview.cleanup.intake.ImportFiles.Taken;
import org.fairreview.cleanup.intake.Imports;
import org.fairreview.cleanup.intake.LedgerImport;
import org.fairreview.cleanup.work.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;

/** Lists of measures that people bring into clean-ups. */
@TestComponent
public class LegacyImports {

    private final ProcessDriver process;
    private final Campaigns campaigns;
    private final ImportFiles files;
    private final Imports imports;
    private final Jobs jobs;

    LegacyImports(ProcessDriver process, Campaigns campaigns, ImportFiles files, Imports imports, Jobs jobs) {
        this.process = process;
        this.campaigns = campaigns;
        this.files = files;
        this.imports = imports;
        this.jobs = jobs;
    }

    /** Brings a list of so many measures of the unit with their texts, and waits for the dry run; the id of the import. */
    public String bring(String campaign, int measures) {
        List<List<String>> lines = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (int place = 1; place <= measures; place++) {
            String name = campaign + "第" + place + "件";
            lines.add(LegacyFiles.line("关于" + name + "的措施", "襄测〔2021〕" + name + "号", name + ".txt"));
            texts.put(name + ".txt", "第一条 " + name + "企业自主经营。\n第二条 本措施自印发之日起施行。");
        }
        Taken taken = take(
                campaign, LegacyCampaign.CLERK, "清单.xlsx", LegacyFiles.workbook(lines), LegacyFiles.zip(texts), null);
        LedgerImport trial = awaitOver(campaign, LegacyCampaign.CLERK, String.valueOf(taken.importId()));
        if (trial.valid() != measures) {
            throw new AssertionError(
                    imports.lines(trial, Imports.Part.WRONG, 0, 3).toString());
        }
        return trial.id();
    }

    public Taken take(
            String campaign,
            String person,
            String name,
            byte[] sheet,
            byte @Nullable [] archive,
            @Nullable String textsOf) {
        return take(
                campaign,
                person,
                new ImportFiles.Coming(
                        name,
                        new ByteArrayResource(sheet),
                        archive == null ? "" : "文本.zip",
                        archive == null ? null : new ByteArrayResource(archive),
                        textsOf));
    }

    public Taken take(String campaign, String person, InputStreamSource sheet, InputStreamSource archive) {
        return take(campaign, person, new ImportFiles.Coming("清单.xlsx", sheet, "文本.zip", archive, null));
    }

    private Taken take(String campaign, String person, ImportFiles.Coming coming) {
        return process.as(person, () -> {
            try {
                return files.take(coming, campaigns.get(campaign), process.actor(person));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Has the valid lines taken over. */
    public void enter(String importId) {
        process.as(LegacyCampaign.CLERK, () -> imports.enter(importId, process.actor(LegacyCampaign.CLERK)))
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    public LedgerImport awaitOver(String campaign, String person, String id) {
        LegacyCampaign.await(() -> isOver(campaign, person, id));
        return find(campaign, person, id);
    }

    /** Whether nothing is being done for it. */
    public boolean isOver(String campaign, String person, String id) {
        return find(campaign, person, id)
                .jobId()
                .flatMap(jobs::find)
                .filter(job -> job.state().isOver())
                .isPresent();
    }

    public LedgerImport find(String campaign, String person, String id) {
        return imports.find(campaign, id, process.actor(person)).orElseThrow();
    }
}

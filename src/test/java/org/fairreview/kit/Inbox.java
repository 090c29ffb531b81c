package org.fairreview.kit;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairreview.supervision.lead.Lead.Decided;
import org.fairreview.supervision.lead.LeadDecision;
import org.fairreview.supervision.lead.LeadFound;
import org.fairreview.supervision.lead.Leads;
import org.fairreview.supervision.lead.SourceKind;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Brings leads and decides them, as features and people do. */
@TestComponent
public class Inbox {

    public static final String CITY = "r420600";
    public static final String COUNTY = "r420606";
    public static final String CHECK = "Task_CheckLead";

    private final Leads leads;
    private final ProcessDriver process;
    private final Clock clock;

    Inbox(Leads leads, ProcessDriver process, Clock clock) {
        this.leads = leads;
        this.process = process;
        this.clock = clock;
    }

    public String bring(SourceKind kind, String region, String title, String number, String issuer) {
        return bring(kind, UUID.randomUUID().toString(), region, title, number, issuer, null, null);
    }

    public String bring(
            SourceKind kind,
            String key,
            String region,
            String title,
            String number,
            String issuer,
            @Nullable String fingerprint,
            @Nullable String caseNumber) {
        return leads.bring(new LeadFound(
                region,
                kind,
                key,
                null,
                null,
                title,
                number,
                issuer,
                null,
                fingerprint,
                "要求企业在本地注册。",
                caseNumber,
                "zhaolei",
                clock.instant()));
    }

    public Optional<Refusal> decide(String number, String userId, LeadDecision decision, String more) {
        return process.as(
                userId,
                () -> leads.decide(number, new Decided(decision, "已核对公布的文本。", more, more), process.actor(userId)));
    }

    /** A lead of the city that is to be checked. */
    public String checking(String title) {
        String number = bring(SourceKind.OTHER, CITY, title, "", "");
        decide(number, "liufang", LeadDecision.CHECK, "");
        return number;
    }

    public void check(String number, String userId, Map<String, ?> answer) {
        process.answer(number, CHECK, userId, answer);
    }
}

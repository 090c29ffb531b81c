package org.fairreview.cleanup.web;

import java.util.List;
import org.fairreview.cleanup.Campaign;

/** What the form shows with which the results of a clean-up are published. */
record PublicationForm(String caseNumber, String caseUrl, String title, String today, List<FormLine> facts) {

    static PublicationForm of(Campaign campaign, CleanupTexts texts) {
        return new PublicationForm(
                campaign.number(),
                "/cleanup/" + campaign.number(),
                campaign.title(),
                texts.today().toString(),
                new FormLines(texts)
                        .say("campaignKind", texts.of("cleanup.kind", campaign.kind()))
                        .say("scope", campaign.scope())
                        .say("cutOff", texts.day(campaign.cutOff()))
                        .say("noticeNumber", campaign.noticeNumber())
                        .link("catalogue", texts.of("legacy.form.catalogueOpen"), "/cleanup/" + campaign.number())
                        .all());
    }
}

package org.fairreview.cleanup.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.CampaignDraft;
import org.fairreview.cleanup.CampaignKind;
import org.fairreview.cleanup.CampaignUnit;
import org.fairreview.cleanup.ResponsibilityRule;
import org.fairreview.identity.Objection;
import org.jspecify.annotations.Nullable;

/** What is typed about a clean-up. */
record CampaignForm(
        @Nullable String kind,
        @Nullable String title,
        @Nullable String scope,
        @Nullable String cutOff,
        @Nullable String deadline,
        @Nullable String responsibility,
        @Nullable String regime,
        @Nullable String samplingShare,
        @Nullable List<String> units,
        @Nullable String noticeNumber,
        @Nullable String stagedId) {

    private static final int DAYS_TO_CHECK = 60;
    private static final int SHARE = 10;

    static CampaignForm empty(LocalDate today, String regime) {
        return new CampaignForm(
                CampaignKind.FAIR_COMPETITION.name(),
                "",
                "",
                LocalDate.of(today.getYear() - 1, 12, 31).toString(),
                today.plusDays(DAYS_TO_CHECK).toString(),
                ResponsibilityRule.DRAFTER.name(),
                regime,
                String.valueOf(SHARE),
                List.of(),
                "",
                "");
    }

    static CampaignForm of(Campaign campaign, List<CampaignUnit> units) {
        return new CampaignForm(
                campaign.kind().name(),
                campaign.title(),
                campaign.scope(),
                campaign.cutOff().toString(),
                campaign.deadline().toString(),
                campaign.responsibility().name(),
                campaign.regime(),
                String.valueOf(campaign.samplingShare()),
                units.stream().map(CampaignUnit::unitId).toList(),
                campaign.noticeNumber(),
                "");
    }

    CampaignForm with(String staged) {
        return new CampaignForm(
                kind,
                title,
                scope,
                cutOff,
                deadline,
                responsibility,
                regime,
                samplingShare,
                units,
                noticeNumber,
                staged);
    }

    /** The units ticked; the page reads them too. */
    public List<String> chosenUnits() {
        return units == null ? List.of() : units;
    }

    /** What was typed; null where a choice, a day or a number is none, with the objections to each. */
    @Nullable
    CampaignDraft draft(@Nullable String noticeFileId, List<Objection> objections) {
        Optional<CampaignKind> what = Typed.oneOf(CampaignKind.values(), kind);
        if (what.isEmpty()) {
            objections.add(Objection.at("kind", "campaign.kindMissing"));
        }
        Optional<ResponsibilityRule> whose = Typed.oneOf(ResponsibilityRule.values(), responsibility);
        if (whose.isEmpty()) {
            objections.add(Objection.at("responsibility", "campaign.responsibilityMissing"));
        }
        Optional<LocalDate> issuedUntil = required("cutOff", cutOff, objections);
        Optional<LocalDate> until = required("deadline", deadline, objections);
        int share = -1;
        try {
            share = Integer.parseInt(Typed.text(samplingShare));
        } catch (NumberFormatException noNumber) {
            objections.add(Objection.at("samplingShare", "campaign.shareOutside"));
        }
        if (!objections.isEmpty()) {
            return null;
        }
        return new CampaignDraft(
                what.orElseThrow(),
                Typed.text(title),
                Typed.text(scope),
                issuedUntil.orElseThrow(),
                until.orElseThrow(),
                whose.orElseThrow(),
                Typed.text(regime),
                share,
                chosenUnits(),
                Typed.text(noticeNumber),
                noticeFileId);
    }

    private static Optional<LocalDate> required(String field, @Nullable String typed, List<Objection> objections) {
        int before = objections.size();
        Optional<LocalDate> day = Typed.day(field, typed, objections);
        if (day.isEmpty() && objections.size() == before) {
            objections.add(Objection.at(field, "campaign." + field + "Missing"));
        }
        return day;
    }
}

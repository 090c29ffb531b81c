package org.fairreview.supervision.lead;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fairreview.identity.Actor;
import org.fairreview.notification.NoticedCases;
import org.fairreview.review.LetterMatter;
import org.fairreview.workflow.SubjectPages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What letters and notices may say of leads, and where the page of one stands. */
@Component
@Transactional(readOnly = true)
class LeadMatters implements LetterMatter, NoticedCases, SubjectPages {

    private final LeadInboxRows rows;
    private final LeadSourceRows sources;
    private final LeadDesk desk;
    private final LeadSight sight;
    private final MessageSource messages;

    LeadMatters(LeadInboxRows rows, LeadSourceRows sources, LeadDesk desk, LeadSight sight, MessageSource messages) {
        this.rows = rows;
        this.sources = sources;
        this.desk = desk;
        this.sight = sight;
        this.messages = messages;
    }

    @Override
    public Optional<Matter> about(String subject, String unitId) {
        return rows.findById(subject).map(lead -> matter(lead, unitId));
    }

    private Matter matter(Lead lead, String unitId) {
        List<LeadSource> found = sources.findByLeadNumberOrderById(lead.number());
        String kinds = found.stream()
                .map(source -> text("lead.source." + source.kind().name()))
                .distinct()
                .collect(Collectors.joining("、"));
        return new Matter(
                lead.title(),
                sight.isAnyRestricted(found),
                text(
                        "lead.letterFacts",
                        lead.number(),
                        kinds,
                        lead.title(),
                        lead.checkReport().orElse("")),
                List.of(new MeasureConcerned(
                        lead.title(), lead.documentNumber(), lead.unitId().orElse(unitId))),
                List.of(),
                "/leads/" + lead.number());
    }

    @Override
    public boolean isOpenTo(String subject, Actor actor) {
        return desk.find(subject, actor).isPresent();
    }

    @Override
    public Map<String, String> titles(Collection<String> caseNumbers) {
        Map<String, String> titles = new HashMap<>();
        rows.findAllById(caseNumbers).stream()
                .filter(lead -> !sight.isAnyRestricted(sources.findByLeadNumberOrderById(lead.number())))
                .forEach(lead -> titles.put(lead.number(), lead.title()));
        return titles;
    }

    @Override
    public boolean isClosedTo(String caseNumber, Actor actor) {
        List<LeadSource> found = sources.findByLeadNumberOrderById(caseNumber);
        return !found.isEmpty() && sight.open(found, actor).isEmpty();
    }

    @Override
    public Optional<String> pageOf(String number, Actor actor) {
        return desk.find(number, actor).map(seen -> "/leads/" + number);
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }
}

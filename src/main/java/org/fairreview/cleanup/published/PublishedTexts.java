package org.fairreview.cleanup.published;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairreview.cleanup.LedgerKeys;
import org.fairreview.cleanup.MeasuresInForce;
import org.fairreview.cleanup.published.PublishedLead.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares published texts with the register of measures in force and with earlier reviews: what is in neither is a lead. */
@Service
@Transactional
public class PublishedTexts {

    /** The record's subject of what is found. */
    static final String SUBJECT = "published";

    private static final int MOST_SHOWN = 500;

    private final PublishedLeadRows rows;
    private final MeasuresInForce register;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PublishedTexts(
            PublishedLeadRows rows,
            MeasuresInForce register,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.register = register;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** What came of a comparison: how many were known, how many were leads already, and how many are new ones. */
    public record Compared(int known, int again, int leads) {}

    /** Compares the texts of a region. The same text twice is one lead. */
    public Compared compare(
            String regionId, List<PublishedText> texts, Source source, String sourceName, @Nullable String userId) {
        Known knowledge = known(regionId, texts);
        int known = 0;
        int again = 0;
        int leads = 0;
        for (PublishedText text : texts) {
            if (knowledge.has(text)) {
                known++;
            } else if (rows.existsByRegionIdAndTitleKeyAndNumberKey(
                    regionId, LedgerKeys.title(text.title()), LedgerKeys.number(text.documentNumber()))) {
                again++;
            } else {
                PublishedLead lead = new PublishedLead(regionId, text, source, sourceName, userId, clock.instant());
                events.publishEvent(new PublishedLeadFound(rows.saveAndFlush(lead)));
                leads++;
            }
        }
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("file", sourceName);
        said.put("publishedKnown", known);
        said.put("publishedAgain", again);
        said.put("publishedLeads", leads);
        events.publishEvent(new PublishedRecorded(SUBJECT, "published.compared", said));
        return new Compared(known, again, leads);
    }

    private record Known(Set<String> numbers, Set<String> titles, Set<String> texts) {

        boolean has(PublishedText text) {
            return numbers.contains(LedgerKeys.number(text.documentNumber()))
                    || titles.contains(LedgerKeys.title(text.title()))
                    || (text.textFingerprint() != null && texts.contains(text.textFingerprint()));
        }
    }

    /** What the register, and reviews of earlier years, know of the texts. */
    private Known known(String regionId, List<PublishedText> texts) {
        Set<String> numbers = new HashSet<>();
        Set<String> titles = new HashSet<>();
        Set<String> prints = new HashSet<>();
        register.withNumbers(
                        regionId,
                        texts.stream().map(PublishedText::documentNumber).toList())
                .forEach(each -> numbers.add(LedgerKeys.number(each.documentNumber())));
        register.withTitles(regionId, texts.stream().map(PublishedText::title).toList())
                .forEach(each -> titles.add(LedgerKeys.title(each.title())));
        register.withTexts(
                        regionId,
                        texts.stream()
                                .map(PublishedText::textFingerprint)
                                .filter(print -> print != null)
                                .toList())
                .forEach(each -> each.textFingerprint().ifPresent(prints::add));
        jdbc.sql("select title, issued_number from past_review where region_id = ?")
                .param(regionId)
                .query(row -> {
                    titles.add(LedgerKeys.title(row.getString(1)));
                    if (row.getString(2) != null) {
                        numbers.add(LedgerKeys.number(row.getString(2)));
                    }
                });
        jdbc.sql("select m.title, c.issued_number from review_case c join measure m on m.id = c.measure_id"
                        + " where c.region_id = ? and c.case_end = 'ISSUED'")
                .param(regionId)
                .query(row -> {
                    titles.add(LedgerKeys.title(row.getString(1)));
                    if (row.getString(2) != null) {
                        numbers.add(LedgerKeys.number(row.getString(2)));
                    }
                });
        numbers.remove("");
        return new Known(numbers, titles, prints);
    }

    /** The leads of the regions, the newest first, at most 500. */
    @Transactional(readOnly = true)
    public List<PublishedLead> of(Collection<String> regions) {
        return rows.findByRegionIdInOrderByFoundAtDescIdDesc(regions, Limit.of(MOST_SHOWN));
    }

    /** All leads that were ever found, in the order in which they were. */
    @Transactional(readOnly = true)
    public List<PublishedLead> all() {
        return rows.findAllByOrderById();
    }
}

package org.fairreview.supervision.lead;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairreview.identity.Actor;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people read of leads: those of the regions that they see, without what comes from cases closed to them. */
@Service
@Transactional(readOnly = true)
public class LeadDesk {

    private static final int MOST = 5_000;

    /** A lead with the sources that the person may see, in the order in which they joined. */
    public record Seen(Lead lead, List<LeadSource> sources, boolean late) {

        public Seen {
            sources = List.copyOf(sources);
        }

        /** The measure as the first source calls it that the person may see. */
        public String title() {
            return sources.get(0).title();
        }

        public String documentNumber() {
            return sources.stream()
                    .map(LeadSource::documentNumber)
                    .filter(number -> !number.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        public String issuer() {
            return sources.stream()
                    .map(LeadSource::issuer)
                    .filter(issuer -> !issuer.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        /** Whether it is checked in a matter that the person may not open: what is known of that is not for the person. */
        public boolean isCheckedOutOfSight() {
            return lead.checkedIn()
                    .filter(matter ->
                            sources.stream().noneMatch(source -> source.matter().equals(Optional.of(matter))))
                    .isPresent();
        }

        public Set<SourceKind> kinds() {
            return sources.stream().map(LeadSource::kind).collect(Collectors.toSet());
        }
    }

    /**
     * What is looked for; an empty text, or null, is any.
     *
     * @param words in title, number or issuer of the measure, or the number of the lead
     */
    public record Query(String words, String region, String state, String source, String decision, boolean late) {

        boolean matches(Seen seen) {
            Lead lead = seen.lead();
            return contains(seen)
                    && (region.isEmpty() || region.equals(lead.regionId()))
                    && (state.isEmpty() || state.equals(lead.state().name()))
                    && (source.isEmpty()
                            || seen.kinds().stream()
                                    .anyMatch(kind -> kind.name().equals(source)))
                    && (decision.isEmpty()
                            || lead.decision()
                                    .filter(made -> made.name().equals(decision))
                                    .isPresent())
                    && (!late || seen.late());
        }

        private boolean contains(Seen seen) {
            String text = String.join(" ", seen.lead().number(), seen.title(), seen.documentNumber(), seen.issuer());
            return text.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
        }
    }

    private final LeadInboxRows rows;
    private final LeadSourceRows sources;
    private final LeadPeople people;
    private final LeadSight sight;
    private final Clock clock;

    LeadDesk(LeadInboxRows rows, LeadSourceRows sources, LeadPeople people, LeadSight sight, Clock clock) {
        this.rows = rows;
        this.sources = sources;
        this.people = people;
        this.sight = sight;
        this.clock = clock;
    }

    /** The leads that the person sees and that match, the newest first. */
    public List<Seen> list(Query query, Actor actor) {
        List<String> regions = people.regionsOf(actor);
        return seen(rows.findByRegionIdInOrderByOpenedAtDescNumberDesc(regions, Limit.of(MOST)), actor).stream()
                .filter(query::matches)
                .toList();
    }

    /** The lead, where the person sees its region and one of its sources at least. */
    public Optional<Seen> find(String number, Actor actor) {
        return rows.findById(number)
                .filter(lead -> people.regionsOf(actor).contains(lead.regionId()))
                .flatMap(lead -> seen(List.of(lead), actor).stream().findFirst());
    }

    /** Whether the lead is there for the person, but was found only in matters that are closed to the person. */
    public boolean isOutOfSight(String number, Actor actor) {
        return rows.findById(number)
                .filter(lead -> people.regionsOf(actor).contains(lead.regionId()))
                .filter(lead -> sight.isOutOfSight(
                        sources.findByLeadNumberInOrMergedFromInOrderById(List.of(number), List.of(number)), actor))
                .isPresent();
    }

    /** Leads that have not ended and may be about the same measure: its title is the same, or its number. */
    public List<Seen> alike(Seen seen, Actor actor) {
        MeasureKeys keys = seen.lead().keys();
        return seen(
                        rows
                                .alike(
                                        seen.lead().regionId(),
                                        keys.number().isEmpty() ? "-" : keys.number(),
                                        keys.title().isEmpty() ? "-" : keys.title(),
                                        keys.fingerprint())
                                .stream()
                                .filter(lead -> lead.state() != LeadState.ENDED)
                                .filter(lead ->
                                        !lead.number().equals(seen.lead().number()))
                                .toList(),
                        actor)
                .stream()
                .toList();
    }

    private List<Seen> seen(Collection<Lead> leads, Actor actor) {
        if (leads.isEmpty()) {
            return List.of();
        }
        List<String> numbers = leads.stream().map(Lead::number).toList();
        Map<String, List<LeadSource>> byLead = new HashMap<>();
        for (LeadSource source :
                sight.open(sources.findByLeadNumberInOrMergedFromInOrderById(numbers, numbers), actor)) {
            byLead.computeIfAbsent(source.leadNumber(), fresh -> new ArrayList<>())
                    .add(source);
            source.mergedFrom().ifPresent(from -> byLead.computeIfAbsent(from, fresh -> new ArrayList<>())
                    .add(source));
        }
        Instant now = clock.instant();
        return leads.stream()
                .filter(lead -> byLead.containsKey(lead.number()))
                .map(lead -> new Seen(lead, byLead.get(lead.number()), lead.isLate(now)))
                .toList();
    }
}

package org.fairreview.conference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The joint conferences of the regions (公平竞争审查联席会议): who convenes them, their member units and their remits.
 *
 * <p>A unit whose people hold the post of a member, and which nobody has ever put on the list, counts as a member with the
 * common form, so that an office can begin without a list.
 */
@Service
@Transactional
public class JointConferences {

    /** The subject of the entries about changes. */
    public static final String SUBJECT = "joint-conference";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NAMES = 1000;

    /**
     * A member unit.
     *
     * @param id of the row; null where the unit is not on the list
     * @param remit the key of its remit
     */
    public record Member(@Nullable Long id, String unitId, String remit, LocalDate joinedOn) {}

    /** Who convenes (召集人) and who stands in (副召集人), by name and office. */
    public record Chair(String convenor, String deputies) {}

    private final JdbcClient jdbc;
    private final Units units;
    private final Directory directory;
    private final Remits remits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JointConferences(
            JdbcClient jdbc,
            Units units,
            Directory directory,
            Remits remits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.directory = directory;
        this.remits = remits;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Chair chair(String regionId) {
        return jdbc.sql("select convenor, deputies from joint_conference where region_id = ?")
                .param(regionId)
                .query((row, line) -> new Chair(
                        Optional.ofNullable(row.getString(1)).orElse(""),
                        Optional.ofNullable(row.getString(2)).orElse("")))
                .optional()
                .orElse(new Chair("", ""));
    }

    /** The members on the list, in the order in which they joined. */
    @Transactional(readOnly = true)
    public List<Member> members(String regionId) {
        Map<String, Member> byUnit = new LinkedHashMap<>();
        jdbc.sql("select id, unit_id, remit, joined_on from conference_member"
                        + " where region_id = ? and (left_on is null or left_on > ?) order by id")
                .params(regionId, today())
                .query((row, line) -> new Member(
                        row.getLong(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class)))
                .list()
                .forEach(member -> byUnit.putIfAbsent(
                        units.inCharge(member.unitId()),
                        new Member(member.id(), units.inCharge(member.unitId()), member.remit(), member.joinedOn())));
        Set<String> everListed = Set.copyOf(jdbc.sql("select unit_id from conference_member where region_id = ?")
                .param(regionId)
                .query(String.class)
                .list());
        units.all().stream()
                .filter(unit -> unit.regionId().equals(regionId) && !unit.isDissolved())
                .filter(unit -> !everListed.contains(unit.id()) && directory.hasHolders(Role.MEMBER, unit.id()))
                .forEach(unit -> byUnit.putIfAbsent(unit.id(), new Member(null, unit.id(), Remit.COMMON, today())));
        return List.copyOf(byUnit.values());
    }

    /** Whom the office may ask about a measure: all members but the drafting unit and the regulator. */
    @Transactional(readOnly = true)
    public List<Member> askable(String regionId, String draftingUnit) {
        String drafter = units.inCharge(draftingUnit);
        String regulator = units.regulatorOf(regionId).map(Unit::id).orElse("");
        return members(regionId).stream()
                .filter(member ->
                        !member.unitId().equals(drafter) && !member.unitId().equals(regulator))
                .toList();
    }

    /** The key of the remit of a member. */
    @Transactional(readOnly = true)
    public String remitOf(String regionId, String unitId) {
        return members(regionId).stream()
                .filter(member -> member.unitId().equals(unitId))
                .findFirst()
                .map(Member::remit)
                .orElse(Remit.COMMON);
    }

    /** Whether the person keeps the list of a region: the office of the conference, or the section head. */
    @Transactional(readOnly = true)
    public boolean mayKeep(String regionId, Actor actor) {
        return units.regulatorOf(regionId)
                .filter(unit -> actor.holds(Role.OFFICE, unit.id()) || actor.holds(Role.SECTIONHEAD, unit.id()))
                .isPresent();
    }

    /** Whether anybody has ever put a unit on the list of the region. */
    @Transactional(readOnly = true)
    boolean hasList(String regionId) {
        return jdbc.sql("select count(*) from conference_member where region_id = ?")
                        .param(regionId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Takes over who convenes the conference, from the office's file. */
    void begin(String regionId, Chair chair) {
        write(regionId, chair);
    }

    /** Takes a member over from the office's file. */
    void join(String regionId, String unitId, String remit) {
        jdbc.sql("insert into conference_member (region_id, unit_id, remit, joined_on) values (?, ?, ?, ?)")
                .params(regionId, unitId, remit, today())
                .update();
    }

    private void write(String regionId, Chair chair) {
        int updated = jdbc.sql("update joint_conference set convenor = ?, deputies = ? where region_id = ?")
                .params(chair.convenor(), chair.deputies(), regionId)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into joint_conference (convenor, deputies, region_id) values (?, ?, ?)")
                    .params(chair.convenor(), chair.deputies(), regionId)
                    .update();
        }
    }

    /** Sets who convenes the conference. */
    public List<Objection> setChair(String regionId, String convenor, String deputies, Actor by) {
        List<Objection> objections = new ArrayList<>();
        if (!mayKeep(regionId, by)) {
            objections.add(Objection.of("conference.refused.notYours"));
        }
        if (convenor.strip().length() > LONGEST_NAME) {
            objections.add(Objection.at("convenor", "conference.refused.long", LONGEST_NAME));
        }
        if (deputies.strip().length() > LONGEST_NAMES) {
            objections.add(Objection.at("deputies", "conference.refused.long", LONGEST_NAMES));
        }
        if (!objections.isEmpty()) {
            return objections;
        }
        Chair before = chair(regionId);
        write(regionId, new Chair(convenor.strip(), deputies.strip()));
        record(
                "conference.chair",
                Map.of(
                        "region", regionId,
                        "before", before.convenor() + "；" + before.deputies(),
                        "after", convenor.strip() + "；" + deputies.strip()));
        return List.of();
    }

    /** Puts a unit of the region on the list, or gives a member another remit. */
    public List<Objection> put(String regionId, @Nullable String unitId, @Nullable String remit, Actor by) {
        if (!mayKeep(regionId, by)) {
            return List.of(Objection.of("conference.refused.notYours"));
        }
        Optional<Unit> unit = Optional.ofNullable(unitId)
                .flatMap(units::find)
                .filter(found -> found.regionId().equals(regionId) && !found.isDissolved());
        if (unit.isEmpty()) {
            return List.of(Objection.at("unit", "conference.refused.unit"));
        }
        if (remit == null || !remits.knows(remit)) {
            return List.of(Objection.at("remit", "conference.refused.remit"));
        }
        List<Member> known = members(regionId).stream()
                .filter(member ->
                        member.id() != null && member.unitId().equals(unit.get().id()))
                .toList();
        if (known.isEmpty()) {
            join(regionId, unit.get().id(), remit);
        } else if (known.get(0).remit().equals(remit)) {
            return List.of(Objection.at("remit", "conference.refused.same"));
        } else {
            jdbc.sql("update conference_member set remit = ? where id = ?")
                    .params(remit, known.get(0).id())
                    .update();
        }
        record(
                "conference.member",
                Map.of(
                        "region",
                        regionId,
                        "unit",
                        unit.get().id(),
                        "before",
                        known.isEmpty() ? "" : remits.of(known.get(0).remit()).label(),
                        "after",
                        remits.of(remit).label()));
        return List.of();
    }

    /** Takes a unit off the list; what it was asked stays. */
    public List<Objection> remove(String regionId, long memberId, Actor by) {
        if (!mayKeep(regionId, by)) {
            return List.of(Objection.of("conference.refused.notYours"));
        }
        List<String> unit = jdbc.sql("select unit_id from conference_member"
                        + " where id = ? and region_id = ? and (left_on is null or left_on > ?)")
                .params(memberId, regionId, today())
                .query(String.class)
                .list();
        if (unit.isEmpty()) {
            return List.of(Objection.of("conference.refused.gone"));
        }
        jdbc.sql("update conference_member set left_on = ? where id = ?")
                .params(today(), memberId)
                .update();
        record("conference.memberLeft", Map.of("region", regionId, "unit", unit.get(0)));
        return List.of();
    }

    private void record(String act, Map<String, ?> details) {
        events.publishEvent(new CanvassRecorded(SUBJECT, act, details));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

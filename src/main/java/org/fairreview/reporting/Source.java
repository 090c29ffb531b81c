package org.fairreview.reporting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.fairreview.workflow.StepTimes;

/**
 * What can be counted, as rows of the ledger. Each select gives the same columns: {@code subject} (the number of the case),
 * {@code title} (null where it is not written down), {@code url} of its page (null where it has none), {@code region_id},
 * {@code unit_id} (whose it is), {@code restricted}, {@code received_on}, {@code concluded_on}, {@code issued_on},
 * {@code ended_on} (when it stood no longer), {@code amount}
 * (what the row counts for, mostly 1), and one column for each dimension. {@code day(…)} is the day of a moment at the
 * office.
 */
enum Source {
    /** Reviews of new measures, those before the system and on paper too; not the re-reviews of exceptions. */
    REVIEWS(
            """
            select c.number as subject, m.title as title, '/cases/' || c.number as url, c.region_id as region_id,
              c.drafting_unit_id as unit_id, m.circulation = 'RESTRICTED' as restricted,
              coalesce(c.received_on, day(c.submitted_at)) as received_on, day(c.signed_off_at) as concluded_on,
              c.issued_on as issued_on, day(c.ended_at) as ended_on, 1 as amount, c.route as route,
              (select k.kind from measure k where k.id = c.measure_id) as kind,
              c.conclusion as conclusion,
              c.case_end as case_end
            from review_case c left join measure m on m.id = c.measure_id where c.renewal_of is null
            union all
            select coalesce(p.document_number, '—'), p.title, null, p.region_id, p.unit_id, false, p.received_on, p.concluded_on,
              p.issued_on, coalesce(p.issued_on, p.concluded_on), 1, 'JOINT', p.kind, p.conclusion,
              cast(case when p.issued_on is null then null else 'ISSUED' end as varchar(20))
            from past_review p
            union all
            select o.paper_number, null, null, o.region_id, o.unit_id, true, o.reviewed_on, o.reviewed_on, null,
              o.reviewed_on, 1, o.route,
              null, o.conclusion, 'OFFLINE'
            from offline_review o
            """,
            "route",
            "kind",
            "conclusion",
            "case_end"),

    /** What was found in drafts, in the newest round of each case. */
    FINDINGS(
            """
            select c.number as subject, m.title as title, '/cases/' || c.number as url, c.region_id as region_id,
              c.drafting_unit_id as unit_id, m.circulation = 'RESTRICTED' as restricted,
              coalesce(c.received_on, day(c.submitted_at)) as received_on, day(c.signed_off_at) as concluded_on,
              c.issued_on as issued_on, day(c.ended_at) as ended_on, 1 as amount, f.item as item, f.disposition as disposition
            from finding f join review_case c on c.number = f.case_number and c.review_round = f.review_round
            left join measure m on m.id = c.measure_id
            where c.renewal_of is null and f.disposition <> 'RESOLVED'
            """,
            "item",
            "disposition"),

    /** Measures in force that a clean-up decided on. */
    CLEANUPS(
            """
            select c.number as subject, m.title as title, '/cleanup/cases/' || c.number as url, c.region_id as region_id,
              c.unit_id as unit_id, m.circulation = 'RESTRICTED' as restricted, day(c.opened_at) as received_on,
              coalesce(c.decided_on, day(c.decided_at)) as concluded_on, day(c.closed_at) as issued_on,
              day(c.closed_at) as ended_on, 1 as amount,
              c.outcome as outcome, k.kind as campaign_kind
            from legacy_case c join campaign k on k.number = c.campaign_number left join measure m on m.id = c.measure_id
            where c.opened_at is not null
            """,
            "outcome",
            "campaign_kind"),

    /** What was found in measures in force. */
    LEGACY_FINDINGS(
            """
            select c.number as subject, m.title as title, '/cleanup/cases/' || c.number as url, c.region_id as region_id,
              c.unit_id as unit_id, m.circulation = 'RESTRICTED' as restricted, day(c.opened_at) as received_on,
              coalesce(c.decided_on, day(c.decided_at)) as concluded_on, day(c.closed_at) as issued_on,
              day(c.closed_at) as ended_on, 1 as amount,
              f.item as item, f.disposition as legacy_disposition
            from legacy_finding f join legacy_case c on c.number = f.case_number
            left join measure m on m.id = c.measure_id
            where c.opened_at is not null
            """,
            "item",
            "legacy_disposition"),

    /**
     * Exceptions under Article 12 while they run. Those of a review come in with the issue and go with the stop; those that a
     * clean-up granted come in when its case is closed, and go with their last day, with the next case that settles the
     * measure, or with the measure.
     */
    EXCEPTIONS(
            """
            select c.number as subject, m.title as title, '/cases/' || c.number as url, t.region_id as region_id,
              t.drafting_unit_id as unit_id, m.circulation = 'RESTRICTED' as restricted, t.began_on as received_on,
              t.stopped_on as concluded_on, t.began_on as issued_on,
              case when t.state = 'SUCCEEDED' then n.delivered_on
                else coalesce(t.stopped_on, cast(t.ends_on + interval '1' day as date)) end as ended_on, 1 as amount,
              c.exception_case as exception_case
            from exception_term t join review_case c on c.number = t.case_number join measure m on m.id = c.measure_id
            left join review_case n on n.number = t.successor_case
            union all
            select l.number, m.title, '/cleanup/cases/' || l.number, l.region_id, l.unit_id, m.circulation = 'RESTRICTED',
              day(l.closed_at), null, day(l.closed_at),
              nullif(least(coalesce(cast(l.exception_ends_on + interval '1' day as date), date '9999-12-31'),
                coalesce(case when f.state <> 'IN_FORCE' then f.state_since end, date '9999-12-31'),
                coalesce((select min(day(n.closed_at)) from legacy_case n where n.measure_id = l.measure_id
                  and n.closed_at > l.closed_at and n.outcome is not null), date '9999-12-31')), date '9999-12-31'),
              1, l.exception_case
            from legacy_case l join measure m on m.id = l.measure_id
            left join measure_in_force f on f.measure_id = l.measure_id
            where l.closed_at is not null and l.outcome = 'KEEP' and l.exception_case is not null
            """,
            "exception_case"),

    /** Opinions of legal advisers that stand: what was superseded is not counted. Titles of contracts are for those who asked. */
    ADVICE(
            """
            select a.case_number as subject, m.title as title,
              case when a.kind = 'CONTRACT' then '/advice/contracts/' else '/cases/' end || a.case_number as url,
              a.region_id as region_id, coalesce(a.party_unit_id, a.asking_unit_id) as unit_id,
              coalesce(m.circulation = 'RESTRICTED', false) as restricted, day(a.requested_at) as received_on,
              day(a.given_at) as concluded_on, day(a.given_at) as issued_on, day(a.given_at) as ended_on, 1 as amount,
              a.kind as advice_kind,
              a.assessment as assessment, a.adopted as adopted
            from legal_advice a
            left join review_case c on c.number = a.case_number left join measure m on m.id = c.measure_id
            where a.superseded_by is null and a.recalled_at is null
            """,
            "advice_kind",
            "assessment",
            "adopted"),

    /** Members of the joint conference asked for their view, one row for each. */
    CONSULTATIONS(
            """
            select q.case_number as subject, m.title as title, '/cases/' || q.case_number as url, c.region_id as region_id,
              q.asked_unit_id as unit_id, m.circulation = 'RESTRICTED' as restricted, day(q.requested_at) as received_on,
              day(coalesce(q.given_at, q.silent_at)) as concluded_on, day(q.given_at) as issued_on,
              day(coalesce(q.given_at, q.silent_at)) as ended_on, 1 as amount,
              case when q.given_at is null and q.silent_at is not null then 'SILENT' else q.position end as stance
            from consultation q join review_case c on c.number = q.case_number left join measure m on m.id = c.measure_id
            where q.kind = 'MEMBER' and q.recalled_at is null
            """,
            "stance"),

    EVALUATIONS(
            """
            select e.case_number as subject, e.title as title,
              case when c.number is null then '/evaluations/plans/' else '/cases/' end || e.case_number as url,
              e.region_id as region_id,
              coalesce(e.evaluated_unit_id, e.regulator_unit_id) as unit_id,
              coalesce(m.circulation = 'RESTRICTED', false) as restricted, day(e.requested_at) as received_on,
              day(e.accepted_at) as concluded_on, day(e.given_at) as issued_on, day(e.accepted_at) as ended_on,
              1 as amount, e.purpose as purpose
            from evaluation e left join review_case c on c.number = e.case_number left join measure m on m.id = c.measure_id
            where e.recalled_at is null
            """,
            "purpose"),

    LETTERS(
            """
            select l.number as subject, l.title as title, '/letters/' || l.number as url, l.region_id as region_id,
              coalesce(l.addressee_unit_id, l.regulator_unit_id) as unit_id, l.restricted as restricted,
              day(l.begun_at) as received_on, day(l.ended_at) as concluded_on, l.delivered_on as issued_on,
              day(l.ended_at) as ended_on, 1 as amount,
              l.kind as letter_kind, l.state as letter_state
            from letter l
            """,
            "letter_kind",
            "letter_state"),

    /** Complaints; what is reported, and of whom, is for the handling officers. */
    COMPLAINTS(
            """
            select c.number as subject, cast(null as varchar(500)) as title, '/complaints/' || c.number as url,
              c.region_id as region_id, c.regulator_unit_id as unit_id, false as restricted,
              c.received_on as received_on, day(c.concluded_at) as concluded_on, c.told_on as issued_on,
              day(c.ended_at) as ended_on, 1 as amount, c.state as complaint_state, c.outcome as complaint_outcome,
              c.channel as channel, case when c.real_name then 'REAL' else 'ANONYMOUS' end as reporter
            from complaint c
            """,
            "complaint_state",
            "complaint_outcome",
            "channel",
            "reporter"),

    POINTS(
            """
            select cast(p.id as varchar(20)) as subject, p.name as title, '/monitoring/points/' || p.id as url,
              p.region_id as region_id, r.id as unit_id, false as restricted,
              coalesce(p.opened_on, day(p.registered_at)) as received_on, p.closed_on as concluded_on, p.opened_on as issued_on,
              p.closed_on as ended_on, 1 as amount, p.kind as point_kind
            from monitoring_point p left join unit r on r.region_id = p.region_id and r.regulator
            """,
            "point_kind"),

    /** Visits that were made. */
    VISITS(
            """
            select v.number as subject, p.name as title, '/monitoring/visits/' || v.number as url, v.region_id as region_id,
              v.regulator_unit_id as unit_id, false as restricted, v.visited_on as received_on, v.visited_on as concluded_on,
              v.visited_on as issued_on, v.visited_on as ended_on, 1 as amount, p.kind as point_kind
            from monitoring_visit v join monitoring_point p on p.id = v.point_id where v.state = 'DONE'
            """,
            "point_kind"),

    /** Points that were visited: each once for the day of its first visit in a year. */
    VISITED_POINTS(
            """
            select cast(p.id as varchar(20)) as subject, p.name as title, '/monitoring/points/' || p.id as url,
              p.region_id as region_id, r.id as unit_id, false as restricted, f.first_on as received_on,
              f.first_on as concluded_on, f.first_on as issued_on, f.first_on as ended_on, 1 as amount, p.kind as point_kind
            from (select v.point_id, min(v.visited_on) as first_on from monitoring_visit v where v.state = 'DONE'
              group by v.point_id, extract(year from v.visited_on)) f
            join monitoring_point p on p.id = f.point_id left join unit r on r.region_id = p.region_id and r.regulator
            """,
            "point_kind"),

    /** What was found by complaints alone tells, as those, neither what is reported nor of whom. */
    LEADS(
            """
            select l.number as subject, case when f.of_complaints = 1 then null else l.title end as title,
              '/leads/' || l.number as url, l.region_id as region_id,
              case when f.of_complaints = 1 then l.regulator_unit_id else coalesce(l.unit_id, l.regulator_unit_id) end as unit_id,
              exists (select 1 from lead_source s
                join review_case c on c.number = s.case_number join measure m on m.id = c.measure_id
                where s.lead_number = l.number and m.circulation = 'RESTRICTED') as restricted,
              day(l.opened_at) as received_on, day(l.decided_at) as concluded_on, day(l.checked_at) as issued_on,
              day(l.ended_at) as ended_on, 1 as amount, l.decision as lead_decision, l.check_outcome as lead_outcome
            from lead l left join (select lead_number, min(case when kind = 'COMPLAINT' then 1 else 0 end) as of_complaints
              from lead_source group by lead_number) f on f.lead_number = l.number
            """,
            "lead_decision",
            "lead_outcome"),

    SPOT_CHECKS(
            """
            select s.number as subject, s.title as title, '/spot-checks/' || s.number as url, s.region_id as region_id,
              s.regulator_unit_id as unit_id, false as restricted, day(s.planned_at) as received_on,
              day(s.closed_at) as concluded_on, s.published_on as issued_on, day(s.closed_at) as ended_on, 1 as amount,
              s.state as check_state
            from spot_check s
            """,
            "check_state"),

    /** Measures that a spot check looked at, when both inspectors have recorded. */
    SPOT_ITEMS(
            """
            select i.number as subject, i.title as title, '/spot-checks/' || i.check_number as url, s.region_id as region_id,
              coalesce(i.unit_id, s.regulator_unit_id) as unit_id, false as restricted, day(s.seeded_at) as received_on,
              day(case when i.state = 'INSPECTED' then coalesce(i.decided_at, r.last_at) end) as concluded_on,
              day(case when i.state = 'INSPECTED' then coalesce(i.decided_at, r.last_at) end) as issued_on,
              day(case when i.state = 'INSPECTED' then coalesce(i.decided_at, r.last_at) end) as ended_on, 1 as amount,
              i.procedure_verdict as verdict
            from spot_item i join spot_check s on s.number = i.check_number left join (select item_number,
              max(recorded_at) as last_at
              from spot_record group by item_number) r on r.item_number = i.number
            """,
            "verdict"),

    /** What complaints and spot checks found in measures already issued. */
    SUPERVISION_FINDINGS(
            """
            select c.number as subject, cast(null as varchar(500)) as title, '/complaints/' || c.number as url,
              c.region_id as region_id, c.regulator_unit_id as unit_id, false as restricted,
              c.received_on as received_on, day(c.concluded_at) as concluded_on, c.told_on as issued_on,
              day(c.ended_at) as ended_on, 1 as amount, f.item as item, 'COMPLAINT' as found_in
            from complaint_finding f join complaint c on c.number = f.complaint_number
            union all
            select i.number, i.title, '/spot-checks/' || i.check_number, s.region_id,
              coalesce(i.unit_id, s.regulator_unit_id), false, day(s.seeded_at),
              day(case when i.state = 'INSPECTED' then coalesce(i.decided_at, r.last_at) end),
              day(case when i.state = 'INSPECTED' then coalesce(i.decided_at, r.last_at) end),
              day(case when i.state = 'INSPECTED' then coalesce(i.decided_at, r.last_at) end), 1, f.item, 'SPOT_CHECK'
            from spot_finding f join spot_item i on i.number = f.item_number join spot_check s on s.number = i.check_number
            left join (select item_number,
              max(recorded_at) as last_at from spot_record group by item_number) r on r.item_number = i.number
            where f.stands
            """,
            "item",
            "found_in"),

    TRAININGS(
            """
            select cast(t.held_on as varchar(10)) as subject, t.title as title, '/conference/trainings' as url,
              t.region_id as region_id, r.id as unit_id, false as restricted, t.held_on as received_on,
              t.held_on as concluded_on, t.held_on as issued_on, t.held_on as ended_on, 1 as amount, t.kind as training_kind
            from conference_training t left join unit r on r.region_id = t.region_id and r.regulator
            """,
            "training_kind"),

    /** How documents are made; issued on the day of the publication, concluded when it has ended, however. */
    PROCEDURES(
            """
            select p.number as subject, p.title as title, '/procedures/' || p.number as url, p.region_id as region_id,
              p.drafting_unit_id as unit_id, false as restricted, day(p.opened_at) as received_on,
              day(p.ended_at) as concluded_on, p.published_on as issued_on,
              day(p.ended_at) as ended_on, 1 as amount, p.kind as procedure_kind, p.decider as decider,
              p.procedure_end as procedure_end
            from procedure_case p
            """,
            "procedure_kind",
            "decider",
            "procedure_end"),

    /**
     * Steps that people have done, in all processes: whose turn it was, how long it took, and whether within its limit. Those of
     * a complaint are the regulator's: whom it is about is told by nothing here.
     */
    STEPS(
            """
            select s.number as subject, coalesce(m.title, lm.title) as title,
              case when k.number is not null then '/complaints/' else '/cases/' end || s.number as url, s.region as region_id,
              coalesce(k.regulator_unit_id, s.turn, (select d.drafting_unit_id from review_case d where d.number = s.number),
                (select d.unit_id from legacy_case d where d.number = s.number)) as unit_id,
              coalesce(m.circulation = 'RESTRICTED', lm.circulation = 'RESTRICTED', false) as restricted,
              s.begun_on as received_on, s.done_on as concluded_on, s.done_on as issued_on,
              s.done_on as ended_on, 1 as amount, s.step as step, s.late as step_late, s.minutes as minutes
            from (steps()) s left join review_case c on c.number = s.number left join measure m on m.id = c.measure_id
            left join legacy_case lc on lc.number = s.number left join measure lm on lm.id = lc.measure_id
            left join complaint k on k.number = s.number
            """,
            "step",
            "step_late"),

    /** Steps from their due date on until they are done, or no longer wanted. */
    OVERDUE(
            """
            select s.number as subject, coalesce(m.title, lm.title) as title,
              case when k.number is not null then '/complaints/' else '/cases/' end || s.number as url, s.region as region_id,
              coalesce(k.regulator_unit_id, s.turn, (select d.drafting_unit_id from review_case d where d.number = s.number),
                (select d.unit_id from legacy_case d where d.number = s.number)) as unit_id,
              coalesce(m.circulation = 'RESTRICTED', lm.circulation = 'RESTRICTED', false) as restricted,
              s.overdue_on as received_on, s.left_on as concluded_on, s.overdue_on as issued_on,
              s.left_on as ended_on, 1 as amount, s.step as step
            from (overdue()) s left join review_case c on c.number = s.number left join measure m on m.id = c.measure_id
            left join legacy_case lc on lc.number = s.number left join measure lm on lm.id = lc.measure_id
            left join complaint k on k.number = s.number
            """,
            "step"),

    /** Yearly summaries that were asked for from units; they belong to the year that they tell of. */
    SUMMARIES(
            """
            select concat('NDZJ-', s.summary_year, '-', s.unit_id) as subject, cast(null as varchar(500)) as title,
              concat('/summaries/', s.id) as url, s.region_id as region_id, s.unit_id as unit_id, false as restricted,
              cast(concat(s.summary_year, '-12-31') as date) as received_on, s.first_handed_in_on as concluded_on,
              s.first_handed_in_on as issued_on, s.first_handed_in_on as ended_on, 1 as amount,
              case when s.first_handed_in_on is null then 'MISSING' when s.first_handed_in_on > s.due_on then 'LATE'
                else 'IN_TIME' end as summary_state
            from yearly_summary s
            """,
            "summary_state"),

    /** Trainings again, each for as many as took part. */
    PARTICIPANTS(
            """
            select cast(t.held_on as varchar(10)) as subject, t.title as title, '/conference/trainings' as url,
              t.region_id as region_id, r.id as unit_id, false as restricted, t.held_on as received_on,
              t.held_on as concluded_on, t.held_on as issued_on, t.held_on as ended_on, t.participants as amount,
              t.kind as training_kind
            from conference_training t left join unit r on r.region_id = t.region_id and r.regulator
            """,
            "training_kind");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx");

    private final String select;
    private final Set<String> dimensions;

    Source(String select, String... dimensions) {
        this.select = select;
        this.dimensions = Set.of(dimensions);
    }

    /** The rows, at a moment of the office's clock. */
    String rows(OfficeDays days, Instant now) {
        return days.writtenOut(select.replace("steps()", StepTimes.ROWS)
                .replace("overdue()", StepTimes.OVERDUE)
                .replace(
                        "now()",
                        "timestamp with time zone '%s'".formatted(MOMENT.format(now.atOffset(ZoneOffset.UTC)))));
    }

    boolean has(String dimension) {
        return dimensions.contains(dimension);
    }
}

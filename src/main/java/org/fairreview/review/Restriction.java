package org.fairreview.review;

/**
 * The rule of restricted circulation (限制), in one place: of the cases that a person might see, a restricted one is open
 * to its handlers only.
 *
 * <p>They are: whoever submitted it; whoever holds or held a task of it, also as adviser, member, evaluator or reviewer of
 * the next-higher regulator; section heads and leaders of the regulator that handles it; the heads of a unit that reviews
 * by itself; auditors of the region. A task that waits for somebody of a post opens the case to nobody until it is taken.
 */
public final class Restriction {

    /**
     * The numbers of the cases that are closed to a person: a part of the queries that say who sees what. It needs the
     * parameters user, heads, unitHeads and audited, as {@link CaseFile.Sight} gives them.
     */
    public static final String CLOSED =
            """
            select x.number from review_case x
            join measure y on y.id = x.measure_id
            where y.circulation = 'RESTRICTED'
              and not (x.submitted_by = :user
                or x.regulator_unit_id in (:heads)
                or (x.route = 'OWN' and x.drafting_unit_id in (:unitHeads))
                or x.region_id in (:audited)
                or exists (select 1 from case_handler w where w.case_number = x.number and w.user_id = :user))
            """;

    private Restriction() {}
}

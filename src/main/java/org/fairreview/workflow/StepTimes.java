package org.fairreview.workflow;

/**
 * How long the steps of people took: a select for those who count. Cases whose history was archived (ADR 19) are no longer in
 * it.
 */
public final class StepTimes {

    /**
     * The tasks that were done: {@code number} (business key of their process), {@code region}, {@code turn} (the unit whose turn it
     * was; null where a person was named), {@code step} (process and task, in Chinese), {@code begun_at} and {@code done_at}
     * (moments), {@code minutes} between them, {@code late} ({@code LATE}, {@code IN_TIME}, null without a limit).
     */
    public static final String ROWS =
            """
            select p.BUSINESS_KEY_ as number, t.TENANT_ID_ as region,
              (select min(regexp_replace(l.GROUP_ID_, '[a-z]+$', '')) from ACT_HI_IDENTITYLINK l
                where l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate' and l.GROUP_ID_ is not null) as turn,
              concat(d.NAME_, '：', t.NAME_) as step,
              cast(t.START_TIME_ as timestamp with time zone) as begun_at,
              cast(t.END_TIME_ as timestamp with time zone) as done_at,
              cast(t.DURATION_ / 60000 as integer) as minutes,
              case when t.DUE_DATE_ is null then null when t.END_TIME_ > t.DUE_DATE_ then 'LATE' else 'IN_TIME' end as late
            from ACT_HI_TASKINST t join ACT_HI_PROCINST p on p.PROC_INST_ID_ = t.PROC_INST_ID_
            join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_
            where t.END_TIME_ is not null and t.DELETE_REASON_ = 'completed' and t.TENANT_ID_ is not null
            """;

    /**
     * The tasks that were, or are, not done by their due date: {@code number}, {@code region}, {@code turn}, {@code step} as in
     * {@link #ROWS}, {@code overdue_at} (the due date), {@code done_at} (null while they are open). {@code now()} stands for the
     * moment.
     */
    public static final String OVERDUE =
            """
            select p.BUSINESS_KEY_ as number, t.TENANT_ID_ as region,
              (select min(regexp_replace(l.GROUP_ID_, '[a-z]+$', '')) from ACT_HI_IDENTITYLINK l
                where l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate' and l.GROUP_ID_ is not null) as turn,
              concat(d.NAME_, '：', t.NAME_) as step,
              cast(t.DUE_DATE_ as timestamp with time zone) as overdue_at,
              cast(t.END_TIME_ as timestamp with time zone) as done_at
            from ACT_HI_TASKINST t join ACT_HI_PROCINST p on p.PROC_INST_ID_ = t.PROC_INST_ID_
            join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_
            where t.TENANT_ID_ is not null and t.DUE_DATE_ is not null
              and cast(t.DUE_DATE_ as timestamp with time zone)
                < coalesce(cast(t.END_TIME_ as timestamp with time zone), now())
            """;

    private StepTimes() {}
}

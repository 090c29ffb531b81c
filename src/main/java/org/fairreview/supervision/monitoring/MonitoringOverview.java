package org.fairreview.supervision.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many points, visits and leads there are, by region and by month: counted from the rows, kept nowhere. */
@Service
@Transactional(readOnly = true)
public class MonitoringOverview {

    /**
     * The figures of a region in a period.
     *
     * @param points that are none any more at the end of the period left out
     * @param visited of these points, how many were visited in it
     * @param visits made in the period
     * @param leads found by these visits
     * @param waiting visits that are planned and not made, whenever they are due
     * @param late of these, how many are overdue
     */
    public record Figures(String regionId, int points, int visited, int visits, int leads, int waiting, int late) {}

    /** The visits of a month of each region, and the leads found by them; months are 1 to 12. */
    public record Month(int month, int visits, int leads) {}

    private final JdbcClient jdbc;

    MonitoringOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The years in which there were visits, the newest first. */
    public List<Integer> years(Collection<String> regions) {
        return jdbc.sql("select distinct extract(year from visited_on) as y from monitoring_visit"
                        + " where region_id in (:regions) and visited_on is not null order by y desc")
                .param("regions", regions)
                .query(Integer.class)
                .list();
    }

    /** By the region of the point, in the order of the regions. */
    public List<Figures> byRegion(Collection<String> regions, int year, Instant now) {
        LocalDate from = LocalDate.of(year, 1, 1);
        LocalDate to = LocalDate.of(year, 12, 31);
        Map<String, Integer> points = count(
                "select region_id, count(*) from monitoring_point where region_id in (:regions)"
                        + " and (opened_on is null or opened_on <= :to) and (closed_on is null or closed_on > :to)"
                        + " group by region_id",
                regions,
                from,
                to);
        Map<String, Integer> visited = count(
                "select p.region_id, count(distinct p.id) from monitoring_point p"
                        + " join monitoring_visit v on v.point_id = p.id where p.region_id in (:regions)"
                        + " and v.state = 'DONE' and v.visited_on between :from and :to"
                        + " and (p.opened_on is null or p.opened_on <= :to)"
                        + " and (p.closed_on is null or p.closed_on > :to) group by p.region_id",
                regions,
                from,
                to);
        Map<String, Integer> visits = count(
                "select p.region_id, count(*) from monitoring_visit v join monitoring_point p on p.id = v.point_id"
                        + " where p.region_id in (:regions) and v.state = 'DONE' and v.visited_on between :from and :to"
                        + " group by p.region_id",
                regions,
                from,
                to);
        Map<String, Integer> leads = count(
                "select p.region_id, count(distinct l.lead_number) from monitoring_visit_lead l"
                        + " join monitoring_visit v on v.number = l.visit_number"
                        + " join monitoring_point p on p.id = v.point_id where p.region_id in (:regions)"
                        + " and v.visited_on between :from and :to group by p.region_id",
                regions,
                from,
                to);
        Map<String, Integer> waiting = new HashMap<>();
        Map<String, Integer> late = new HashMap<>();
        jdbc.sql("select p.region_id, v.due_at from monitoring_visit v join monitoring_point p on p.id = v.point_id"
                        + " where p.region_id in (:regions) and v.state = 'PLANNED'")
                .param("regions", regions)
                .query(row -> {
                    waiting.merge(row.getString(1), 1, Integer::sum);
                    if (row.getTimestamp(2).toInstant().isBefore(now)) {
                        late.merge(row.getString(1), 1, Integer::sum);
                    }
                });
        return regions.stream()
                .map(region -> new Figures(
                        region,
                        points.getOrDefault(region, 0),
                        visited.getOrDefault(region, 0),
                        visits.getOrDefault(region, 0),
                        leads.getOrDefault(region, 0),
                        waiting.getOrDefault(region, 0),
                        late.getOrDefault(region, 0)))
                .toList();
    }

    private Map<String, Integer> count(String sql, Collection<String> regions, LocalDate from, LocalDate to) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        JdbcClient.StatementSpec statement =
                jdbc.sql(sql).param("regions", regions).param("to", to);
        if (sql.contains(":from")) {
            statement = statement.param("from", from);
        }
        statement.query(row -> {
            counts.put(row.getString(1), row.getInt(2));
        });
        return counts;
    }

    /** The twelve months of a year, over the points of the regions. */
    public List<Month> byMonth(Collection<String> regions, int year) {
        int[] visits = new int[13];
        int[] leads = new int[13];
        jdbc.sql("select v.visited_on, (select count(*) from monitoring_visit_lead l where l.visit_number = v.number)"
                        + " from monitoring_visit v join monitoring_point p on p.id = v.point_id"
                        + " where p.region_id in (:regions) and v.state = 'DONE'"
                        + " and v.visited_on between :from and :to")
                .param("regions", regions)
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query(row -> {
                    int month = row.getObject(1, LocalDate.class).getMonthValue();
                    visits[month]++;
                    leads[month] += row.getInt(2);
                });
        List<Month> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(new Month(month, visits[month], leads[month]));
        }
        return months;
    }
}

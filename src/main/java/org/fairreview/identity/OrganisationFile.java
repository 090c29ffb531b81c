package org.fairreview.identity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The organisation as an office writes it down: regions, units and people, read from YAML at start.
 *
 * <p>A unit is written with its region; a person with posts of the form {@code unit:role}.
 */
record OrganisationFile(List<RegionLine> regions, List<UnitLine> units, List<PersonLine> people) {

    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9]{1,60}");

    record RegionLine(String id, String name, @Nullable String parent) {}

    record UnitLine(String id, String name, String region, @Nullable Boolean regulator) {}

    record PersonLine(String id, String name, @Nullable String password, List<String> posts) {

        PersonLine {
            posts = posts == null ? List.of() : List.copyOf(posts);
        }
    }

    /** What is left out is empty. */
    OrganisationFile {
        regions = regions == null ? List.of() : List.copyOf(regions);
        units = units == null ? List.of() : List.copyOf(units);
        people = people == null ? List.of() : List.copyOf(people);
    }

    /**
     * The first thing that is wrong with the file, in Chinese.
     *
     * @param knownRegions the regions that are registered already
     * @param knownUnits the units that are registered already
     */
    Optional<String> mistake(List<Region> knownRegions, List<Unit> knownUnits) {
        Set<String> regionIds = new HashSet<>();
        Map<String, String> regionOfCode = new HashMap<>();
        Map<String, String> regulatorOf = new HashMap<>();
        knownRegions.forEach(region -> {
            regionIds.add(region.id());
            regionOfCode.put(Region.codeOf(region.id()), region.id());
        });
        knownUnits.stream().filter(Unit::isRegulator).forEach(unit -> regulatorOf.put(unit.regionId(), unit.id()));
        for (RegionLine line : regions) {
            if (isNoLine(line.id(), line.name())) {
                return mistake("区划", line.id(), "编号须为字母和数字,并写明名称");
            }
            String code = Region.codeOf(line.id());
            if (code.isEmpty()
                    || !regionOfCode
                            .merge(code, line.id(), (first, second) -> first)
                            .equals(line.id())) {
                return mistake("区划", line.id(), "编号去掉开头的字母后不能为空,也不能与其他区划相同(案号以此开头)");
            }
            if (line.parent() != null && !regionIds.contains(line.parent())) {
                return mistake("区划", line.id(), "上级区划 %s 未登记(上级须写在前面)".formatted(line.parent()));
            }
            regionIds.add(line.id());
        }
        Set<String> unitIds = knownUnits.stream().map(Unit::id).collect(Collectors.toCollection(HashSet::new));
        for (UnitLine line : units) {
            if (isNoLine(line.id(), line.name())) {
                return mistake("单位", line.id(), "编号须为字母和数字,并写明名称");
            }
            if (line.region() == null || !regionIds.contains(line.region())) {
                return mistake("单位", line.id(), "所属区划 %s 未登记".formatted(line.region()));
            }
            if (Boolean.TRUE.equals(line.regulator())
                    && !unitIds.contains(line.id())
                    && !regulatorOf
                            .merge(line.region(), line.id(), (first, second) -> first)
                            .equals(line.id())) {
                return mistake("单位", line.id(), "区划 %s 已有市场监管部门,只能有一个".formatted(line.region()));
            }
            unitIds.add(line.id());
        }
        for (PersonLine line : people) {
            if (isNoLine(line.id(), line.name())) {
                return mistake("人员", line.id(), "账号须为字母和数字,并写明姓名");
            }
            for (String post : line.posts()) {
                if (!isPost(post, unitIds)) {
                    return mistake("人员", line.id(), "岗位 %s 须写成“单位:角色”,且单位和角色均已登记".formatted(post));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> mistake(String kind, @Nullable String id, String what) {
        return Optional.of("%s %s:%s".formatted(kind, id, what));
    }

    private static boolean isNoLine(@Nullable String id, @Nullable String name) {
        return id == null || !ID.matcher(id).matches() || name == null || name.isBlank();
    }

    private static boolean isPost(String post, Set<String> units) {
        String[] parts = post.split(":");
        return parts.length == 2
                && units.contains(parts[0])
                && Arrays.stream(Role.values()).anyMatch(role -> role.word().equals(parts[1]));
    }
}

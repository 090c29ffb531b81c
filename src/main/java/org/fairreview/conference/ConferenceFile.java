package org.fairreview.conference;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.fairreview.identity.StartRefused;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The list of members as an office writes it down for its first start ({@code fairreview.conference}, by default
 * {@code conference.yaml} in the data folder). A region that has a list keeps it; it is kept on the page from then on.
 */
@Component
@Order(15)
class ConferenceFile implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ConferenceFile.class);

    record ConferenceLine(
            String region, @Nullable String convenor, @Nullable String deputies, List<MemberLine> members) {

        ConferenceLine {
            members = members == null ? List.of() : List.copyOf(members);
        }
    }

    record MemberLine(String unit, @Nullable String remit) {}

    private final JointConferences conferences;
    private final Remits remits;
    private final Units units;
    private final ResourceLoader resources;
    private final ObjectMapper json;
    private final String location;

    ConferenceFile(
            JointConferences conferences,
            Remits remits,
            Units units,
            ResourceLoader resources,
            ObjectMapper json,
            @Value("${fairreview.data}") String dataFolder,
            @Value("${fairreview.conference:}") String location) {
        this.conferences = conferences;
        this.remits = remits;
        this.units = units;
        this.resources = resources;
        this.json = json.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.location = location.isEmpty() ? "file:" + dataFolder + "/conference.yaml" : location;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        for (ConferenceLine line : read()) {
            if (!conferences.hasList(line.region())) {
                add(line);
            }
        }
    }

    private List<ConferenceLine> read() {
        Resource file = resources.getResource(location);
        if (!file.exists()) {
            return List.of();
        }
        try (InputStream in = file.getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            List<ConferenceLine> lines = json.convertValue(tree, new TypeReference<>() {});
            return lines == null ? List.of() : lines;
        } catch (IOException | RuntimeException e) {
            String why = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
            throw new StartRefused("联席会议名单文件 %s 无法读取:%s".formatted(location, why));
        }
    }

    private void add(ConferenceLine line) {
        for (MemberLine member : line.members()) {
            if (units.find(member.unit())
                    .map(Unit::regionId)
                    .filter(line.region()::equals)
                    .isEmpty()) {
                throw new StartRefused(
                        "联席会议名单文件 %s 有误,成员单位 %s:不是区划 %s 的单位".formatted(location, member.unit(), line.region()));
            }
            if (member.remit() != null && !remits.knows(member.remit())) {
                throw new StartRefused(
                        "联席会议名单文件 %s 有误,成员单位 %s:没有职责类别 %s".formatted(location, member.unit(), member.remit()));
            }
        }
        conferences.begin(
                line.region(),
                new JointConferences.Chair(
                        line.convenor() == null ? "" : line.convenor(),
                        line.deputies() == null ? "" : line.deputies()));
        line.members()
                .forEach(member -> conferences.join(
                        line.region(), member.unit(), member.remit() == null ? Remit.COMMON : member.remit()));
        LOG.info(
                "Took over {} members of the joint conference of {}",
                line.members().size(),
                line.region());
    }
}

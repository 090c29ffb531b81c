package org.fairreview.identity;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fairreview.identity.MissingOrganisation.Part;
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
 * Sets the organisation up at start: the first administrator, and what the organisation file adds.
 *
 * <p>The file ({@code fairreview.organisation}, by default {@code organisation.yaml} in the data folder) only adds:
 * what is there already stays as people changed it. While there is neither file nor region, an example of it lies there. A
 * person's password is the one in the file or, without one, {@code fairreview.initial-password}, and is changed at the first
 * login.
 */
@Component
@Order(10)
class Organisation implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Organisation.class);
    static final String ADMINISTRATOR = "admin";
    private static final String HOME = Region.HOME;

    private final Directory directory;
    private final RegionRows regions;
    private final UnitRows units;
    private final AccountRows accounts;
    private final Units register;
    private final ResourceLoader resources;
    private final ObjectMapper json;
    private final MissingOrganisation missing;
    private final String location;
    private final String adminPassword;
    private final String initialPassword;
    private final boolean initialPasswordsChange;

    Organisation(
            Directory directory,
            RegionRows regions,
            UnitRows units,
            AccountRows accounts,
            Units register,
            ResourceLoader resources,
            ObjectMapper json,
            MissingOrganisation missing,
            @Value("${FAIRREVIEW_ADMIN_PASSWORD:}") String adminPassword,
            @Value("${fairreview.initial-password:}") String initialPassword,
            @Value("${fairreview.initial-passwords-change}") boolean initialPasswordsChange) {
        this.directory = directory;
        this.regions = regions;
        this.units = units;
        this.accounts = accounts;
        this.register = register;
        this.resources = resources;
        this.json = json.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.missing = missing;
        this.location = missing.location();
        this.adminPassword = adminPassword;
        this.initialPassword = initialPassword;
        this.initialPasswordsChange = initialPasswordsChange;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        if (directory.hasNoPeople()) {
            openFirstAdministrator();
        }
        directory.sealAdministration();
        read().ifPresent(this::add);
        if (missing.part().filter(Part.REGIONS::equals).isPresent()) {
            showTheWay();
        }
    }

    /** Nothing in the portal makes a region: the office has to be told of the file, with an example of it. */
    private void showTheWay() {
        Path example = Path.of(missing.example());
        try (InputStream text = resources
                .getResource("classpath:organisation/organisation.example.yaml")
                .getInputStream()) {
            if (!Files.exists(example)) {
                Files.copy(text, example);
            }
        } catch (IOException e) {
            throw new StartRefused("样例文件 %s 无法写入:%s".formatted(example, e.getMessage()));
        }
        LOG.warn(
                "尚未登记区划和单位:请参照 {} 写好 {} 后重新启动。 No regions and units yet: write the second file in the form of the first, "
                        + "and start again.",
                example,
                missing.file());
    }

    private void openFirstAdministrator() {
        if (adminPassword.isBlank()) {
            throw StartRefused.withoutAdministrator();
        }
        Region region = regions.save(new Region(HOME, "本级", null));
        Unit unit = units.save(new Unit(HOME, "系统管理", HOME, false));
        directory.establish(region);
        directory.establish(unit, List.of(Role.SYSADMIN), List.of(HOME));
        try {
            directory.open(new Person(ADMINISTRATOR, "系统管理员"), adminPassword, List.of(new Post(HOME, Role.SYSADMIN)));
        } catch (IllegalArgumentException e) {
            throw new StartRefused("FAIRREVIEW_ADMIN_PASSWORD 不符合口令规则:至少10位,含大小写字母、数字和符号,且不得包含账号名。 "
                    + "FAIRREVIEW_ADMIN_PASSWORD does not satisfy the password policy.");
        }
    }

    private Optional<OrganisationFile> read() {
        Resource file = resources.getResource(location);
        if (!file.exists()) {
            return Optional.empty();
        }
        try (InputStream in = file.getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return Optional.ofNullable(json.convertValue(tree, OrganisationFile.class));
        } catch (IOException | RuntimeException e) {
            String why = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
            throw new StartRefused("单位与人员文件 %s 无法读取:%s".formatted(location, why));
        }
    }

    private void add(OrganisationFile file) {
        file.mistake(regions.findAll(), units.findAll()).ifPresent(mistake -> {
            throw new StartRefused("单位与人员文件 %s 有误,%s".formatted(location, mistake));
        });
        for (var line : file.regions()) {
            if (!regions.existsById(line.id())) {
                directory.establish(regions.save(new Region(line.id(), line.name(), line.parent())));
            }
        }
        for (var line : file.units()) {
            if (!units.existsById(line.id())) {
                units.save(new Unit(line.id(), line.name(), line.region(), Boolean.TRUE.equals(line.regulator())));
            }
        }
        units.flush();
        for (var line : file.units()) {
            Unit unit = units.findById(line.id()).orElseThrow();
            directory.establish(
                    unit,
                    Arrays.asList(Role.values()),
                    List.copyOf(unit.isRegulator() ? register.visibleFrom(unit.regionId()) : List.of(unit.regionId())));
        }
        int opened = 0;
        for (var line : file.people()) {
            if (directory.actor(line.id()).isEmpty()) {
                String password = line.password() != null ? line.password() : initialPassword;
                open(line, password);
                opened++;
            }
        }
        if (opened > 0) {
            LOG.info("Opened {} accounts from {}", opened, location);
        }
    }

    private void open(OrganisationFile.PersonLine line, String password) {
        List<Post> posts = line.posts().stream().map(this::post).toList();
        try {
            directory.open(new Person(line.id(), line.name()), password, posts);
            String unit = posts.isEmpty() ? null : posts.get(0).unitId();
            accounts.save(new Account(line.id(), unit, initialPasswordsChange));
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "单位与人员文件 %s 有误,人员 %s:初始口令不符合口令规则(至少10位,含大小写字母、数字和符号,且不得包含账号名)".formatted(location, line.id()));
        }
    }

    private Post post(String text) {
        String[] parts = text.split(":");
        return new Post(register.inCharge(parts[0]), Role.of(parts[1]));
    }
}

package org.fairreview.supervision.spotcheck;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fairreview.document.ClassificationMark;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.workflow.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The population of a spot check, fixed with its digest before there is a seed, and the draw from it, done once. */
@Service
@Transactional
public class Populations {

    private static final int SEED_BYTES = 16;
    private static final int LONGEST_SEED = 200;
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_TARGETS = 100;
    private static final int BATCH = 500;

    /** How many measures there are to draw from. */
    public record Counted(int inRegister, int inList, @org.jspecify.annotations.Nullable String listName) {}

    private final SpotCheckRows rows;
    private final SpotItemRows items;
    private final PopulationSource source;
    private final BroughtList brought;
    private final FileStore files;
    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom lots = new SecureRandom();

    Populations(
            SpotCheckRows rows,
            SpotItemRows items,
            PopulationSource source,
            BroughtList brought,
            FileStore files,
            JdbcTemplate batches,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.items = items;
        this.source = source;
        this.brought = brought;
        this.files = files;
        this.batches = batches;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** What the register and the list that was brought hold at present. */
    @Transactional(readOnly = true)
    public Counted count(String number) {
        SpotCheck check = rows.findById(number).orElseThrow();
        return new Counted(
                source.ofRegister(check.plan(), false).size(),
                source.ofList(check).size(),
                check.listFileId().flatMap(files::find).map(StoredFile::name).orElse(null));
    }

    /** Takes a list that the office brings, where it can be read. */
    public Optional<Refusal> bring(String number, String fileName, byte[] bytes) {
        BroughtList.Read read = brought.read(fileName, bytes);
        if (read.refusal() != null) {
            return Optional.of(read.refusal());
        }
        SpotCheck check = rows.hold(number).orElseThrow();
        StoredFile file = files.store(fileName, bytes);
        Optional<Refusal> refusal = check.bring(file.id());
        if (refusal.isEmpty()) {
            files.bind(file.id(), number, "SPOT_LIST");
            events.publishEvent(new SpotCheckRecorded(
                    number,
                    "spotcheck.listBrought",
                    Map.of(
                            "file",
                            file.name(),
                            "sha256",
                            file.sha256(),
                            "lines",
                            read.measures().size())));
        }
        return refusal;
    }

    /** Fixes the population: what of the register, what of the list, and apart from both what is named with reasons. */
    public Optional<Refusal> fix(
            String number, boolean fromRegister, boolean fromList, List<Target> targets, String userId) {
        SpotCheck check = rows.hold(number).orElseThrow();
        Optional<Refusal> refusal = check(targets);
        if (refusal.isPresent()) {
            return refusal;
        }
        List<ListedMeasure> registered = source.ofRegister(check.plan(), true);
        List<ListedMeasure> named =
                targets.stream().map(target -> source.named(target, registered)).toList();
        Set<String> apart = named.stream().map(PopulationSource::identity).collect(Collectors.toSet());
        if (apart.size() < named.size()) {
            return Optional.of(Refusal.at("targets", "spotcheck.targetTwice"));
        }
        List<ListedMeasure> ofRegister = fromRegister ? source.ofRegister(check.plan(), false) : List.of();
        List<ListedMeasure> ofList = fromList ? source.ofList(check) : List.of();
        List<ListedMeasure> all = new ArrayList<>(ofRegister);
        all.addAll(ofList);
        List<ListedMeasure> population = PopulationSource.once(all).stream()
                .filter(measure -> !apart.contains(PopulationSource.identity(measure)))
                .toList();
        return fix(check, population, ofRegister.size(), ofList.size(), userId, targets, named);
    }

    private static Optional<Refusal> check(List<Target> targets) {
        if (targets.size() > MOST_TARGETS) {
            return Optional.of(Refusal.at("targets", "spotcheck.tooManyTargets", MOST_TARGETS));
        }
        for (int place = 1; place <= targets.size(); place++) {
            Target target = targets.get(place - 1);
            if (target.title().isBlank()
                    || target.title().length() > LONGEST_TITLE
                    || target.documentNumber().length() > LONGEST_NUMBER
                    || target.unitName().length() > LONGEST_NAME) {
                return Optional.of(Refusal.at("targets", "spotcheck.targetTitleMissing", place));
            }
            if (target.reason().isBlank() || target.reason().length() > LONGEST_REASON) {
                return Optional.of(Refusal.at("targets", "spotcheck.targetReasonMissing", place));
            }
            if (ClassificationMark.isIn(target.title()) || ClassificationMark.isIn(target.reason())) {
                return Optional.of(Refusal.at("targets", "spotcheck.classified"));
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> fix(
            SpotCheck check,
            List<ListedMeasure> population,
            int fromRegister,
            int fromList,
            String userId,
            List<Target> targets,
            List<ListedMeasure> named) {
        String text = PopulationFile.write(population);
        StoredFile file =
                files.store("population-%s.txt".formatted(check.number()), text.getBytes(StandardCharsets.UTF_8));
        Optional<Refusal> refusal = check.fix(
                new FixedPopulation(
                        population.size(),
                        file.sha256(),
                        file.id(),
                        fromList > 0 ? check.listFileId().orElse(null) : null,
                        fromRegister,
                        fromList,
                        userId,
                        clock.instant()),
                targets.size(),
                LocalDate.now(clock));
        if (refusal.isPresent()) {
            return refusal;
        }
        files.bind(file.id(), check.number(), "SPOT_POPULATION");
        list(check.number(), population);
        // those that are named come last; their places are given when the others have theirs
        int place = Math.min(check.plan().sampleSize(), population.size());
        for (int named0 = 0; named0 < named.size(); named0++) {
            items.save(new SpotItem(
                    check.number(), ++place, null, targets.get(named0).reason(), named.get(named0)));
        }
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("population", population.size());
        said.put("populationSha256", file.sha256());
        said.put("fromRegister", fromRegister);
        said.put("fromList", fromList);
        said.put(
                "targets",
                targets.stream()
                        .map(target -> target.title() + "：" + target.reason())
                        .toList());
        events.publishEvent(new SpotCheckRecorded(check.number(), "spotcheck.populationFixed", said));
        return Optional.empty();
    }

    private void list(String number, List<ListedMeasure> population) {
        List<Object[]> lines = IntStream.range(0, population.size())
                .mapToObj(place -> {
                    ListedMeasure measure = population.get(place);
                    return new Object[] {
                        number,
                        PopulationFile.number(place + 1),
                        measure.title(),
                        measure.documentNumber(),
                        measure.unitId(),
                        measure.unitName(),
                        measure.level().name(),
                        measure.field(),
                        measure.regionId(),
                        measure.regionName(),
                        measure.issuedOn() == null ? null : Date.valueOf(measure.issuedOn()),
                        measure.measureId(),
                        measure.versionId()
                    };
                })
                .toList();
        String insert =
                "insert into spot_listed (check_number, list_number, title, document_number, unit_id, unit_name,"
                        + " level, field, region_id, region_name, issued_on, measure_id, version_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        for (int from = 0; from < lines.size(); from += BATCH) {
            batches.batchUpdate(insert, lines.subList(from, Math.min(lines.size(), from + BATCH)));
        }
    }

    /** The frozen list. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> fileOf(SpotCheck check) {
        return check.population().flatMap(fixed -> files.find(fixed.fileId()));
    }

    /** Draws: the seed is there now and no sooner, and goes on record with who brought it, together with what it gave. */
    public Optional<Refusal> draw(String number, String typed, String witness, String userId) {
        SpotCheck check = rows.hold(number).orElseThrow();
        boolean ofProduct = check.plan().seedSource() == SeedSource.PRODUCT;
        // digits alone: the same number must not be another seed when it is written another way
        String seed = ofProduct ? lot() : typed.replaceAll("[\\s\\u3000]+", "");
        if (seed.length() > LONGEST_SEED || !ofProduct && !seed.matches("[0-9]+")) {
            return Optional.of(Refusal.at("seed", "spotcheck.seedMissing"));
        }
        if (witness.length() > LONGEST_NAME) {
            return Optional.of(Refusal.at("witness", "spotcheck.tooLong", LONGEST_NAME));
        }
        Optional<Refusal> refusal = check.seed(seed, witness.strip(), userId, LocalDate.now(clock), clock.instant());
        if (refusal.isPresent()) {
            return refusal;
        }
        List<String> drawn = drawn(check, seed);
        Map<String, ListedMeasure> listed = listed(number, drawn);
        for (int place = 1; place <= drawn.size(); place++) {
            String listNumber = drawn.get(place - 1);
            items.save(new SpotItem(number, place, listNumber, null, listed.get(listNumber)));
        }
        Map<String, Object> said = new LinkedHashMap<>();
        said.put(
                "populationSha256",
                check.population().map(FixedPopulation::digest).orElse(""));
        said.put("seed", seed);
        said.put("seedSource", check.plan().seedSource().name());
        said.put("witness", witness.strip());
        said.put("drawnNumbers", drawn);
        events.publishEvent(new SpotCheckRecorded(number, "spotcheck.drawn", said));
        return Optional.empty();
    }

    private String lot() {
        byte[] lot = new byte[SEED_BYTES];
        lots.nextBytes(lot);
        return HexFormat.of().formatHex(lot);
    }

    /** From the file itself, as an outsider draws. */
    private List<String> drawn(SpotCheck check, String seed) {
        FixedPopulation fixed = check.population().orElseThrow();
        if (fixed.size() == 0 || check.plan().sampleSize() == 0) {
            return List.of();
        }
        try {
            PopulationFile list = PopulationFile.parse(new String(files.bytes(fixed.digest()), StandardCharsets.UTF_8));
            return list.draw(check.plan().sampleSize(), seed, check.plan().stratum()).stream()
                    .map(PopulationFile.Line::number)
                    .toList();
        } catch (PopulationFile.Broken broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Map<String, ListedMeasure> listed(String number, List<String> listNumbers) {
        Set<String> wanted = new HashSet<>(listNumbers);
        Map<String, ListedMeasure> listed = new LinkedHashMap<>();
        jdbc.sql("select * from spot_listed where check_number = ?")
                .param(number)
                .query(row -> {
                    String place = row.getString("list_number");
                    if (wanted.contains(place)) {
                        Date issued = row.getDate("issued_on");
                        listed.put(
                                place,
                                new ListedMeasure(
                                        row.getString("title"),
                                        row.getString("document_number"),
                                        row.getString("unit_id"),
                                        row.getString("unit_name"),
                                        Level.valueOf(row.getString("level")),
                                        "",
                                        row.getString("field"),
                                        row.getString("region_id"),
                                        row.getString("region_name"),
                                        issued == null ? null : issued.toLocalDate(),
                                        row.getString("measure_id"),
                                        row.getString("version_id")));
                    }
                });
        return listed;
    }
}

package org.fairreview.identity;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What an installation still lacks before its administrators can go on, and the file in which it is written down. */
@Component
public class MissingOrganisation {

    /** What is missing: regions and units, or somebody who grants posts. */
    public enum Part {
        REGIONS,
        SECURITY_ADMINISTRATOR
    }

    private final RegionRows regions;
    private final Directory directory;
    private final String dataFolder;
    private final String location;

    MissingOrganisation(
            RegionRows regions,
            Directory directory,
            @Value("${fairreview.data}") String dataFolder,
            @Value("${fairreview.organisation:}") String location) {
        this.regions = regions;
        this.directory = directory;
        this.dataFolder = dataFolder;
        this.location = location.isEmpty() ? "file:" + dataFolder + "/organisation.yaml" : location;
    }

    /** The first thing that is missing. */
    public Optional<Part> part() {
        if (regions.count() <= 1) {
            return Optional.of(Part.REGIONS);
        }
        return directory.everybody().stream().anyMatch(entry -> entry.holds(Role.SECADMIN))
                ? Optional.empty()
                : Optional.of(Part.SECURITY_ADMINISTRATOR);
    }

    /** Where the organisation is read from, as a resource. */
    String location() {
        return location;
    }

    /** The path of the organisation file. */
    public String file() {
        return location.replaceFirst("^file:(//(?=/))?", "");
    }

    /** The path of the example that lies in the data folder as long as there is no organisation. */
    public String example() {
        return dataFolder + "/organisation.example.yaml";
    }
}

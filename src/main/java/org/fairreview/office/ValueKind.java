package org.fairreview.office;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fairreview.identity.Role;
import org.jspecify.annotations.Nullable;

/** What may stand in a value of the office, and why something typed may not. */
public sealed interface ValueKind {

    /** Says why the text cannot be the value; empty where it can. The text is without space around it. */
    Optional<Refused> check(String typed);

    /** Why: a message key under {@code office.refused.} and what its sentence names. */
    record Refused(String key, List<String> values) {

        static Optional<Refused> of(String key, Object... values) {
            return Optional.of(new Refused(
                    key, List.of(values).stream().map(String::valueOf).toList()));
        }
    }

    /**
     * A whole number.
     *
     * @param unit of what; the message {@code office.unit.<unit>}
     */
    record Whole(int least, int most, String unit) implements ValueKind {

        private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

        @Override
        public Optional<Refused> check(String typed) {
            boolean fits = DIGITS.matcher(typed).matches()
                    && Integer.parseInt(typed) >= least
                    && Integer.parseInt(typed) <= most;
            return fits ? Optional.empty() : Refused.of("whole", least, most);
        }
    }

    /**
     * One of some words.
     *
     * @param labels what comes before a word in the key of its message, such as {@code review.retention}
     */
    record Choice(List<String> options, String labels) implements ValueKind {

        public Choice {
            options = List.copyOf(options);
        }

        /** One of the constants of an enum. */
        public static Choice of(Class<? extends Enum<?>> options, String labels) {
            return new Choice(
                    List.of(options.getEnumConstants()).stream().map(Enum::name).toList(), labels);
        }

        @Override
        public Optional<Refused> check(String typed) {
            return options.contains(typed) ? Optional.empty() : Refused.of("choice");
        }
    }

    /**
     * A line of text.
     *
     * @param allowed what the line may consist of; the message {@code office.refused.line.<name of the value>} says it
     */
    record Line(int longest, @Nullable Pattern allowed) implements ValueKind {

        @Override
        public Optional<Refused> check(String typed) {
            if (typed.isEmpty() || typed.length() > longest) {
                return Refused.of("line", longest);
            }
            return allowed == null || allowed.matcher(typed).matches()
                    ? Optional.empty()
                    : Refused.of("line.characters");
        }
    }

    /**
     * Steps of a chain, each with its name and the role that does it; written as {@code 审核:SECTIONHEAD,签发:LEADER}.
     *
     * @param roles who may do a step
     */
    record Steps(List<Role> roles, int most) implements ValueKind {

        private static final int LONGEST_LABEL = 40;

        public Steps {
            roles = List.copyOf(roles);
        }

        /** A step of a chain. */
        public record Step(String label, Role role) {}

        /** The steps that a setting holds. */
        public static List<Step> read(String setting) {
            return List.of(setting.split(",")).stream()
                    .map(step -> step.split(":"))
                    .map(step -> new Step(step[0], Role.valueOf(step[1])))
                    .toList();
        }

        @Override
        public Optional<Refused> check(String typed) {
            String[] steps = typed.split(",", -1);
            if (typed.isEmpty() || steps.length > most) {
                return Refused.of("steps.count", most);
            }
            for (String step : steps) {
                String[] parts = step.split(":", -1);
                if (parts.length != 2 || parts[0].isBlank() || parts[0].length() > LONGEST_LABEL) {
                    return Refused.of("steps.label", LONGEST_LABEL);
                }
                if (roles.stream().noneMatch(role -> role.name().equals(parts[1]))) {
                    return Refused.of("steps.role");
                }
            }
            return Optional.empty();
        }
    }
}

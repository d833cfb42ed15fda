package io.tongban.sandbox.preflight;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ports from the first to the last, both included. */
public record PortRange(int first, int last) {

    /** Those that IANA leaves to be taken dynamically (RFC 6335, section 6). */
    static final PortRange DYNAMIC = new PortRange(49_152, 65_535);

    private static final Pattern TWO_NUMBERS = Pattern.compile("\\s*(\\d{1,5})\\s+(\\d{1,5})\\s*");

    /** Empty if the text is anything but two numbers. */
    static Optional<PortRange> parse(String text) {
        Matcher numbers = TWO_NUMBERS.matcher(text);
        return numbers.matches()
                ? Optional.of(new PortRange(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))))
                : Optional.empty();
    }

    public boolean containsAnyOf(Collection<Integer> ports) {
        return ports.stream().anyMatch(port -> first <= port && port <= last);
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}

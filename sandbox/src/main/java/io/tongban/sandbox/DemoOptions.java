package io.tongban.sandbox;

import io.tongban.sandbox.network.Part;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What {@code ./tongban demo} was asked for.
 *
 * @param once end after the story instead of staying up
 * @param portBase the first of the ports that the parts listen on
 * @param data where databases, secrets and logs are kept
 */
record DemoOptions(boolean once, int portBase, Path data) {

    static DemoOptions parse(List<String> arguments, Path root) {
        boolean once = false;
        int portBase = Part.DEFAULT_PORT_BASE;
        Path data = root.resolve(".tongban");
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--once" -> once = true;
                case "--port-base" -> portBase = portBase(value(option, rest));
                case "--data" -> data = Path.of(value(option, rest)).toAbsolutePath();
                default -> throw new Misunderstood("unknown option: " + option);
            }
        }
        return new DemoOptions(once, portBase, data);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Misunderstood(option + " needs a value");
        }
        return rest.next();
    }

    private static int portBase(String text) {
        try {
            int base = Integer.parseInt(text);
            if (base >= 1_024 && base <= 65_500) {
                return base;
            }
        } catch (NumberFormatException notANumber) {
            // said below, with the range
        }
        throw new Misunderstood("--port-base needs a number from 1024 to 65500, not " + text);
    }

    /** The command line does not say what to do. */
    static final class Misunderstood extends RuntimeException {

        private Misunderstood(String message) {
            super(message);
        }
    }
}

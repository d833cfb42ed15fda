package io.tongban.engine.standard;

import java.util.stream.Collectors;

/** There is no such item, version or route. */
public final class UnknownStandard extends RuntimeException {

    /**
     * For an item or a version.
     *
     * @param message says what there is instead
     */
    public UnknownStandard(String message) {
        super(message);
    }

    public UnknownStandard(Standard standard, String route) {
        super("There is no route " + route + " in " + standard.item() + " " + standard.version() + "; there are "
                + standard.routes().stream().map(Route::id).collect(Collectors.joining(", ")));
    }
}

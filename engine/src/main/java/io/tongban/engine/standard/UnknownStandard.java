package io.tongban.engine.standard;

/** There is no such item, version or route. */
public final class UnknownStandard extends RuntimeException {

    public UnknownStandard(String item, String version) {
        super("There is no version " + version + " of " + item);
    }

    public UnknownStandard(StandardReference standard, String route) {
        super("There is no route " + route + " in " + standard.item() + " " + standard.version());
    }
}

package io.tongban.platform;

/** A start that is refused because of its configuration, with what is wrong and what to do about it. */
public final class StartRefused extends RuntimeException {

    private final String remedy;

    public StartRefused(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    public StartRefused(String reason, String remedy, Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}

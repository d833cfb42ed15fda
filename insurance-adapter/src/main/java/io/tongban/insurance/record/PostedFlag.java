package io.tongban.insurance.record;

import java.util.Arrays;
import java.util.Optional;

/** Whether a contribution was paid in (AAE078). */
public enum PostedFlag {
    NOT_POSTED("0"),
    POSTED("1"),
    INTERRUPTED("2"),
    IN_TRANSIT("3");

    private final String code;

    PostedFlag(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static Optional<PostedFlag> of(String code) {
        return Arrays.stream(values()).filter(flag -> flag.code.equals(code)).findAny();
    }
}

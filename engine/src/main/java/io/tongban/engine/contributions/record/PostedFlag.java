package io.tongban.engine.contributions.record;

/** Whether a row's money has arrived (AAE078). */
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

    /**
     * The flag with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static PostedFlag ofCode(String code) {
        for (PostedFlag flag : values()) {
            if (flag.code.equals(code)) {
                return flag;
            }
        }
        throw new IllegalArgumentException("posted flag must be 0, 1, 2 or 3, was " + code);
    }
}

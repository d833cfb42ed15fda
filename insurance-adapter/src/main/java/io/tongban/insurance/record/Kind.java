package io.tongban.insurance.record;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A kind of social insurance by its two-digit code (AAE140). */
public enum Kind {
    PENSION("11"),
    UNEMPLOYMENT("21"),
    MEDICAL("31"),
    WORK_INJURY("41"),
    MATERNITY("51");

    private static final Map<String, Kind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Kind::code, Function.identity()));

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The kind of exactly this two-digit code; empty for any other text. */
    public static Optional<Kind> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}

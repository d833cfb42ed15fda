package io.tongban.platform.servicetoken;

import org.jspecify.annotations.Nullable;

/** No token can be had and none is valid any more. */
public final class ServiceTokenUnavailable extends RuntimeException {

    ServiceTokenUnavailable(String registration, @Nullable Throwable cause) {
        super("no token for the registration " + registration, cause);
    }
}

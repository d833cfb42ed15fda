package io.tongban.sandbox.story;

import java.time.Duration;

/** An access token and how long it lives from when it was issued. */
record AccessToken(String value, Duration life) {

    @Override
    public String toString() {
        return "AccessToken[" + life + "]";
    }
}

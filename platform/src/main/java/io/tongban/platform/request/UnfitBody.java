package io.tongban.platform.request;

import io.tongban.platform.problem.InvalidPlace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** A body is JSON and does not fit its type, at all of these places. */
final class UnfitBody extends HttpMessageNotReadableException {

    private final transient List<InvalidPlace> places;
    private final transient @Nullable Object rest;

    /** @param rest what the body says at all other places; null where they make nothing without these */
    UnfitBody(List<InvalidPlace> places, @Nullable Object rest, HttpInputMessage message) {
        super("the body does not fit its type", message);
        this.places = List.copyOf(places);
        this.rest = rest;
    }

    List<InvalidPlace> places() {
        return places;
    }

    @Nullable
    Object rest() {
        return rest;
    }
}

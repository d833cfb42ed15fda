package io.tongban.platform.database;

import feign.RequestInterceptor;
import feign.RequestTemplate;

/** Tells the service that a Feign client calls in which lane the call came. */
final class FeignLanePropagation implements RequestInterceptor {

    @Override
    public void apply(RequestTemplate request) {
        String lane = CurrentLane.name();
        if (lane != null) {
            request.header(CurrentLane.HEADER, lane);
        }
    }
}

package io.tongban.platform.correlation;

import feign.RequestInterceptor;
import feign.RequestTemplate;

/** Passes the trace context on to the service that a Feign client calls, where Feign does not observe itself. */
final class FeignTracePropagation implements RequestInterceptor {

    private final TracePropagation propagation;

    FeignTracePropagation(TracePropagation propagation) {
        this.propagation = propagation;
    }

    @Override
    public void apply(RequestTemplate request) {
        propagation.inject(request::header);
    }
}

package io.tongban.platform.correlation;

import feign.RequestInterceptor;
import feign.RequestTemplate;

/** Passes the request id on to the service that a Feign client calls. */
final class FeignRequestIdPropagation implements RequestInterceptor {

    @Override
    public void apply(RequestTemplate request) {
        String id = RequestId.current();
        if (id != null) {
            request.header(RequestId.HEADER, id);
        }
    }
}

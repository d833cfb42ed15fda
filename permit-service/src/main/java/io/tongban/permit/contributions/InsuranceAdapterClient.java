package io.tongban.permit.contributions;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/** The one call that is made to the insurance adapter. */
@FeignClient(name = "insurance-adapter", url = "${tongban.contributions.url}")
interface InsuranceAdapterClient {

    /** The answer as text: what counts in it is the signed part, which {@link SignedAnswer} reads. */
    @PostMapping(
            path = "/api/v1/contribution-queries",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    String query(@RequestHeader(HttpHeaders.AUTHORIZATION) String authorization, @RequestBody ContributionQuery query);
}

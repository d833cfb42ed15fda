package io.tongban.bench.fault;

import io.tongban.bench.fault.Wires.Way;
import io.tongban.sandbox.fault.Sources;
import io.tongban.sandbox.network.Part;
import java.util.List;

/**
 * A way between two parts that is cut, and what an operator sees of it.
 *
 * @param seconds for how long; behind the gateway longer than it waits for an answer, so that calls are sent again while the first ones are
 *     still on their way
 */
record CutWay(Way way, int seconds, Sources sources, String operator) {

    private static final String PROVISIONAL =
            "Cases are received provisionally, and settle by themselves once the network is mended.";
    private static final String AWAY = "503 unavailable for what needs the database until the network is mended.";

    static List<CutWay> all() {
        return List.of(
                behindTheGateway(
                        Part.PERMIT_SERVICE,
                        "504 service-timeout for acts on cases and pre-checks, then 503 service-not-reached; visits begin and end."),
                behindTheGateway(
                        Part.COMMUNITY_SERVICE,
                        "504 service-timeout where visits begin and end, then 503 service-not-reached; acts on cases go on."),
                behindTheGateway(
                        Part.INSURANCE_ADAPTER, "Nothing: `/openapi` shows the description that was read before."),
                silencing(Part.PERMIT_SERVICE, Part.INSURANCE_ADAPTER, PROVISIONAL),
                silencing(
                        Part.PERMIT_SERVICE,
                        Part.KEYCLOAK,
                        "Nothing while the service's token lasts (5 min). " + PROVISIONAL),
                silencing(Part.INSURANCE_ADAPTER, Part.POSTGRESQL, PROVISIONAL),
                silencing(Part.INSURANCE_ADAPTER, Part.BUREAUX, PROVISIONAL),
                other(
                        Part.PERMIT_SERVICE,
                        Part.COMMUNITY_SERVICE,
                        "Nothing while permit-service holds the keys of visit passes; one that was just started answers 503 visit-pass-not-checked."),
                other(
                        Part.COMMUNITY_SERVICE,
                        Part.PERMIT_SERVICE,
                        "Visits end with `compared: false` where criteria could not be read; permit-service is told of their ends afterwards."),
                other(
                        Part.COMMUNITY_SERVICE,
                        Part.KEYCLOAK,
                        "Nothing while the service's token lasts (5 min); then visits end as if permit-service could not be asked."),
                other(Part.PERMIT_SERVICE, Part.POSTGRESQL, AWAY),
                other(Part.COMMUNITY_SERVICE, Part.POSTGRESQL, AWAY));
    }

    private static CutWay behindTheGateway(Part to, String operator) {
        return new CutWay(new Way(Part.GATEWAY, to), 30, Sources.ANSWER, operator);
    }

    private static CutWay silencing(Part from, Part to, String operator) {
        return new CutWay(new Way(from, to), 12, Sources.MAY_BE_SILENT, operator);
    }

    private static CutWay other(Part from, Part to, String operator) {
        return new CutWay(new Way(from, to), 12, Sources.ANSWER, operator);
    }
}

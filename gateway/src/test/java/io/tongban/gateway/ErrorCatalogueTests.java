package io.tongban.gateway;

import io.tongban.platform.test.description.ErrorCatalogue;
import org.junit.jupiter.api.Test;

class ErrorCatalogueTests {

    @Test
    void pageAndCodeSayTheSame() throws ClassNotFoundException {
        ErrorCatalogue.check(
                Class.forName("io.tongban.gateway.edge.EdgeProblem"),
                Class.forName("io.tongban.gateway.lane.LaneProblem"),
                Class.forName("io.tongban.gateway.route.RouteProblem"));
    }
}

package io.tongban.gateway.description;

import java.net.URI;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A service whose description is part of the whole.
 *
 * @param routes which of its addresses the gateway leads to; none if it leads nowhere there
 */
record DescribedService(String name, URI address, List<PathPattern> routes) {

    DescribedService {
        routes = List.copyOf(routes);
    }

    static DescribedService routed(String name, URI address, List<String> paths) {
        return new DescribedService(
                name,
                address,
                paths.stream().map(PathPatternParser.defaultInstance::parse).toList());
    }

    /** A service that is called from inside the house only. */
    static DescribedService inside(String name, URI address) {
        return new DescribedService(name, address, List.of());
    }

    boolean isInside() {
        return routes.isEmpty();
    }

    boolean isRouted(String path) {
        return routes.stream().anyMatch(route -> route.matches(PathContainer.parsePath(path)));
    }
}

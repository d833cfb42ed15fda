package io.tongban.gateway.route;

import java.net.URI;
import java.util.List;

/** The services that the routes lead to. */
public record RoutedServices(List<RoutedService> all) {

    public RoutedServices {
        all = List.copyOf(all);
    }

    /**
     * A service behind the gateway.
     *
     * @param paths patterns of the addresses that it answers for
     */
    public record RoutedService(String name, URI address, List<String> paths) {

        public RoutedService {
            paths = List.copyOf(paths);
        }
    }
}

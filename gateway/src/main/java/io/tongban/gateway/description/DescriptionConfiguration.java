package io.tongban.gateway.description;

import io.tongban.gateway.route.RoutedServices;
import io.tongban.platform.problem.ProblemTexts;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {

    @Bean
    ServiceDescriptions serviceDescriptions(RoutedServices routed, DescriptionProperties properties) {
        List<DescribedService> services = new ArrayList<>();
        routed.all()
                .forEach(service ->
                        services.add(DescribedService.routed(service.name(), service.address(), service.paths())));
        if (properties.insuranceAdapter() != null) {
            services.add(DescribedService.inside("insurance-adapter", properties.insuranceAdapter()));
        }
        return new ServiceDescriptions(services, client(properties), properties.keepFor(), InstantSource.system());
    }

    @Bean
    FirstReading firstReading(ServiceDescriptions descriptions, DescriptionProperties properties) {
        return new FirstReading(descriptions, properties.firstWithin());
    }

    @Bean
    WholeDescription wholeDescription(ProblemTexts texts) {
        return new WholeDescription(texts);
    }

    /** Of its own: no observation, no pool that calls wait for. */
    static RestClient client(DescriptionProperties properties) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connect())
                .build());
        requests.setReadTimeout(properties.answer());
        return RestClient.builder().requestFactory(requests).build();
    }
}

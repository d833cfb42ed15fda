package io.tongban.permit.publication;

import io.tongban.engine.library.Standards;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.WorkingCalendar;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the published standards at start, and refuses the start if one of them is wrong. */
@Configuration(proxyBeanMethods = false)
class StandardConfiguration {

    static final String LOCATION = "tongban.standards.location";

    @Bean
    StandardsLibrary standardsLibrary(@Value("${" + LOCATION + ":}") String location) {
        return library(location);
    }

    /** The library in {@code tongban.standards.location}; where that is not set, the standards that were built in. */
    static StandardsLibrary library(String location) {
        return location.isBlank() ? StandardsLibrary.builtIn() : StandardsLibrary.in(Path.of(location));
    }

    @Bean
    Standards standards(StandardsLibrary library) {
        return library.standards();
    }

    @Bean
    WorkingCalendar workingCalendar(StandardsLibrary library) {
        return library.calendar();
    }
}

package io.tongban.permit.publication.guide;

import io.tongban.engine.guide.GuideLanguage;
import io.tongban.engine.guide.Guides;
import io.tongban.engine.guide.Surroundings;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.platform.security.EndpointRules;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GuideProperties.class)
class GuideConfiguration {

    @Bean
    WrittenGuides writtenGuides(GuideProperties properties, StandardsLibrary library, Clock systemClock) {
        return new WrittenGuides(
                new Guides(new Surroundings(properties.publicAddress(), library.remedy()))::write,
                properties.kept().toBytes(),
                properties.patience(),
                properties.writeWithin(),
                systemClock);
    }

    /** What {@code lang=} may say; anything else is an invalid request. */
    @Bean
    Converter<String, GuideLanguage> guideLanguages() {
        return new Converter<>() {
            @Override
            public GuideLanguage convert(String name) {
                return GuideLanguage.named(name).orElseThrow(() -> new IllegalArgumentException("zh or en"));
            }
        };
    }

    @Bean
    EndpointRules guideRules() {
        return requests -> requests.requestMatchers(HttpMethod.GET, GuideController.PATHS)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, GuideController.PATHS)
                .permitAll();
    }
}

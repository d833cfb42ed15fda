package io.tongban.permit.publication;

import io.tongban.engine.assessment.Assessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the case file its assessor. */
@Configuration(proxyBeanMethods = false)
class AssessmentConfiguration {

    @Bean
    Assessor assessor() {
        return new Assessor();
    }
}

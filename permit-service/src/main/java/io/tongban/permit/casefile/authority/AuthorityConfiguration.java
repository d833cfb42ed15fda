package io.tongban.permit.casefile.authority;

import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

@Configuration(proxyBeanMethods = false)
class AuthorityConfiguration {

    @Bean
    Authorities authorities(
            @Value("${tongban.authorities.location:classpath:standards/authorities.yaml}") Resource file)
            throws IOException {
        return new AuthoritiesFile(file).read();
    }
}

package io.tongban.permit.casefile.authority;

import io.tongban.division.Succession;
import io.tongban.engine.library.StandardsLibrary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuthorityConfiguration {

    @Bean
    Authorities authorities(StandardsLibrary library) {
        return AuthoritiesFile.read(library.authorities());
    }

    @Bean
    Holders holders(Authorities authorities) {
        return new Holders(authorities, Succession.published());
    }
}

package io.tongban.permit.publication.web;

import io.tongban.platform.security.EndpointRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may do what with standards: everybody reads what is published, two roles share what comes before. */
@Configuration(proxyBeanMethods = false)
class StandardsWebConfiguration {

    static final String ALL = "/api/v1/standards";

    static final String ITEM_NAME = "The name of the service item.";

    static final String VERSION_NAME = "The name of the version.";

    private static final String ITEM = ALL + "/{item}";
    private static final String VERSION = ITEM + "/{version}";
    private static final String EDITOR = "standards-editor";
    private static final String APPROVER = "standards-approver";

    @Bean
    EndpointRules standardsRules() {
        return requests -> requests.requestMatchers(HttpMethod.POST, ALL, VERSION + "/check", VERSION + "/test")
                .hasRole(EDITOR)
                .requestMatchers(HttpMethod.POST, VERSION + "/approval", VERSION + "/rejection")
                .hasRole(APPROVER)
                .requestMatchers(HttpMethod.POST, VERSION + "/publication")
                .hasAnyRole(EDITOR, APPROVER)
                .requestMatchers(HttpMethod.GET, ALL + "/drafts", VERSION + "/draft")
                .hasAnyRole(EDITOR, APPROVER)
                .requestMatchers(HttpMethod.GET, ALL, ITEM, VERSION, VERSION + "/document")
                .permitAll();
    }
}

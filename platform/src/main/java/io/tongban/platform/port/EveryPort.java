package io.tongban.platform.port;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** What a bean does to the server of each port; plain customizers reach the main port only. */
@FunctionalInterface
public interface EveryPort extends WebServerFactoryCustomizer<TomcatServletWebServerFactory> {}

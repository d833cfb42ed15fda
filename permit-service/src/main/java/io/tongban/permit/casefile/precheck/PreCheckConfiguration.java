package io.tongban.permit.casefile.precheck;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PreCheckProperties.class)
class PreCheckConfiguration {}

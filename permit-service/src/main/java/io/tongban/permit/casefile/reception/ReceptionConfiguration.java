package io.tongban.permit.casefile.reception;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CaseProperties.class)
class ReceptionConfiguration {}

package io.tongban.community.visitpass;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of visit passes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VisitPassProperties.class)
class VisitPassConfiguration {}

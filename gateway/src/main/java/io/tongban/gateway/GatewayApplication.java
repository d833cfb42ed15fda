package io.tongban.gateway;

import io.tongban.platform.TongbanApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

    public static void main(String[] arguments) {
        TongbanApplication.run(GatewayApplication.class, arguments);
    }
}

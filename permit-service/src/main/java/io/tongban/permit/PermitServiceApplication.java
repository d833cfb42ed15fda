package io.tongban.permit;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the permit service. */
@SpringBootApplication
public class PermitServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PermitServiceApplication.class, arguments);
    }
}

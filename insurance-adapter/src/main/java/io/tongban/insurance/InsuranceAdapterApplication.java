package io.tongban.insurance;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the insurance adapter. */
@SpringBootApplication
public class InsuranceAdapterApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(InsuranceAdapterApplication.class, arguments);
    }
}

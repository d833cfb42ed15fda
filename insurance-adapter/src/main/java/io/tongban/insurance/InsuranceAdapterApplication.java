package io.tongban.insurance;

import io.tongban.platform.TongbanApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the insurance adapter. */
@SpringBootApplication
public class InsuranceAdapterApplication {

    public static void main(String[] arguments) {
        TongbanApplication.run(InsuranceAdapterApplication.class, arguments);
    }
}

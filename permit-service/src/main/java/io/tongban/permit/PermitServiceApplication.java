package io.tongban.permit;

import io.tongban.platform.TongbanApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the permit service. */
@SpringBootApplication
public class PermitServiceApplication {

    public static void main(String[] arguments) {
        TongbanApplication.run(PermitServiceApplication.class, arguments);
    }
}

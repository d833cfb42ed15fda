package io.tongban.community;

import io.tongban.platform.TongbanApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the community service. */
@SpringBootApplication
public class CommunityServiceApplication {

    public static void main(String[] arguments) {
        TongbanApplication.run(CommunityServiceApplication.class, arguments);
    }
}

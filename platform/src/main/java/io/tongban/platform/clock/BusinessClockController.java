package io.tongban.platform.clock;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and sets the business clock, on the management port of a sandbox only. */
@RestController
@RequestMapping("${management.endpoints.web.base-path:/actuator}/businessclock")
class BusinessClockController {

    private static final Logger log = LoggerFactory.getLogger(BusinessClockController.class);

    private final BusinessClock clock;

    BusinessClockController(BusinessClock clock) {
        this.clock = clock;
    }

    @GetMapping
    Reading read() {
        return new Reading(clock.now().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Reading set(@RequestBody Setting setting) {
        clock.set(setting.now().atZoneSameInstant(BusinessClock.ZONE));
        log.info("The business clock was set to {}", clock.now());
        return read();
    }

    /** Where the clock is to go on from. */
    record Setting(OffsetDateTime now) {

        Setting {
            Objects.requireNonNull(now, "now");
        }
    }

    /** Where the clock stands. */
    record Reading(String now) {}
}

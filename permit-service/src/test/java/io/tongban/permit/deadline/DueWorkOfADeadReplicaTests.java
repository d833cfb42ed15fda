package io.tongban.permit.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestScheduler;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Due work that a replica had begun when it died, by the service's own settings of db-scheduler. */
@PermitServiceTest
class DueWorkOfADeadReplicaTests {

    private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(30);

    /** The library looks for dead work at every second heartbeat. */
    private static final int HEARTBEATS_BETWEEN_LOOKS = 2;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private RecurringTask<Void> waitedForTask;

    @Autowired
    private Environment environment;

    private DbSchedulerProperties settings;
    private JdbcClient jdbc;

    @BeforeEach
    void settings() {
        settings = TestScheduler.settings(environment);
        jdbc = JdbcClient.create(dataSource);
        forget();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from scheduled_tasks").update();
    }

    @Test
    void settingsLetItGoOnWithinHalfAMinute() {
        Duration latest = settings.getHeartbeatInterval()
                .multipliedBy(settings.getMissedHeartbeatsLimit() + HEARTBEATS_BETWEEN_LOOKS)
                .plus(settings.getPollingInterval());

        assertThat(latest).isLessThan(GOES_ON_WITHIN);
    }

    @Test
    void isTakenUpByAReplicaThatLives() {
        pickedByTheDead(settings.getHeartbeatInterval().multipliedBy(settings.getMissedHeartbeatsLimit() + 1L));

        Scheduler survivor = TestScheduler.survivor(dataSource, waitedForTask, environment);
        survivor.start();
        try {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(row())
                            .containsEntry("picked", false)
                            .containsEntry("done", true)
                            .containsEntry("due_later", true));
        } finally {
            survivor.stop();
        }
    }

    @Test
    void isLeftToAReplicaWhoseHeartbeatsAreNotMissing() {
        pickedByTheDead(settings.getHeartbeatInterval());

        Scheduler other = TestScheduler.survivor(dataSource, waitedForTask, environment);
        other.start();
        try {
            await().during(settings.getPollingInterval().multipliedBy(3))
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(row()).containsEntry("picked_by", "dead").containsEntry("done", false));
        } finally {
            other.stop();
        }
    }

    private Map<String, Object> row() {
        return jdbc.sql("""
                        select picked, picked_by, last_success is not null as done, execution_time > now() as due_later
                        from scheduled_tasks
                        where task_name = 'due-work'
                        """).query().singleRow();
    }

    private void pickedByTheDead(Duration silentFor) {
        jdbc.sql("""
                        insert into scheduled_tasks
                            (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                        values ('due-work', 'recurring', now() - interval '1 minute', true, 'dead',
                            now() - make_interval(secs => :silent), 1)
                        """).param("silent", silentFor.toSeconds()).update();
    }
}

package io.tongban.permit;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The scheduler of a replica that lives, by the service's own settings; a test starts and stops it. */
public final class TestScheduler {

    private TestScheduler() {}

    public static DbSchedulerProperties settings(Environment environment) {
        return Binder.get(environment)
                .bind("db-scheduler", DbSchedulerProperties.class)
                .get();
    }

    public static Scheduler survivor(DataSource dataSource, RecurringTask<Void> dueWork, Environment environment) {
        DbSchedulerProperties settings = settings(environment);
        return Scheduler.create(dataSource)
                .schedulerName(() -> "survivor")
                .startTasks(dueWork)
                .pollingInterval(settings.getPollingInterval())
                .heartbeatInterval(settings.getHeartbeatInterval())
                .missedHeartbeatsLimit(settings.getMissedHeartbeatsLimit())
                .alwaysPersistTimestampInUTC()
                .threads(settings.getThreads())
                .build();
    }
}

package io.tongban.permit.deadline;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.platform.clock.BusinessClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineProperties.class)
class DeadlineConfiguration {

    @Bean
    DueWorkRounds dueWorkRounds(ObjectProvider<DueWork> works, BusinessClock clock, MeterRegistry meters) {
        return new DueWorkRounds(works, clock, meters);
    }

    /** What an applicant waits for. Its row in the database is what keeps two replicas from running it at once. */
    @Bean
    RecurringTask<Void> waitedForTask(DueWorkRounds rounds, DeadlineProperties properties) {
        return Tasks.recurring("due-work", FixedDelay.of(properties.settleEvery()))
                .execute((instance, context) -> rounds.doWhatIsWaitedFor());
    }

    @Bean
    RecurringTask<Void> otherTask(DueWorkRounds rounds, DeadlineProperties properties) {
        return Tasks.recurring("other-due-work", FixedDelay.of(properties.otherEvery()))
                .execute((instance, context) -> rounds.doOther());
    }
}

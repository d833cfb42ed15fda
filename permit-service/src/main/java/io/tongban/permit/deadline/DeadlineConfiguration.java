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
    DueWorkRound dueWorkRound(ObjectProvider<DueWork> works, BusinessClock clock, MeterRegistry meters) {
        return new DueWorkRound(works, clock, meters);
    }

    /** Its row in the database is what keeps two replicas from running it at once. */
    @Bean
    RecurringTask<Void> dueWorkTask(DueWorkRound round, DeadlineProperties properties) {
        return Tasks.recurring("due-work", FixedDelay.of(properties.settleEvery()))
                .execute((instance, context) -> round.run());
    }
}

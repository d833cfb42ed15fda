package io.tongban.permit;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Each test begins on the day of the first visit, with twelve months paid, a way to the adapter that nothing is known against, and no
 * record of the day: what one test let clock and sources say is nothing to the next.
 */
final class FirstVisit implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext context) {
        ApplicationContext beans = context.getApplicationContext();
        beans.getBean(TestClock.class).reset();
        beans.getBean(CircuitBreakerRegistry.class)
                .circuitBreaker("insurance-adapter")
                .reset();
        TestNeighbours neighbours = beans.getBean(TestNeighbours.class);
        neighbours.reset();
        neighbours.monthsPaid(LocalDate.of(2017, 4, 6), YearMonth.of(2016, 4), YearMonth.of(2017, 3));
        beans.getBean(TestDatabase.class)
                .asOwner()
                .sql("delete from record_of_the_day")
                .update();
        TestCases.leaveOutLiveCases(beans.getBean(TestDatabase.class));
    }
}

package io.tongban.community;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

/** The work that comes due by itself, done when a test says so. */
public final class DueWork {

    private final List<RecurringTask<Void>> tasks;

    @Autowired
    DueWork(List<RecurringTask<Void>> tasks) {
        this.tasks = List.copyOf(tasks);
    }

    /** One round of all of it, as the scheduler would have done. */
    public void doWhatIsDue() {
        for (RecurringTask<Void> task : tasks) {
            task.executeRecurringly(
                    new TaskInstance<>(task.getName(), RecurringTask.INSTANCE),
                    new ExecutionContext(null, null, null, null)); // nothing of it is asked for
        }
    }

    int kinds() {
        return tasks.size();
    }
}

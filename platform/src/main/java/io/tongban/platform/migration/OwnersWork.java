package io.tongban.platform.migration;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;

/**
 * What the owner of a service's schema enters after the migrations, at every run of {@code migrate}; what is there stays.
 *
 * <p>Named in {@code META-INF/spring.factories}.
 */
public interface OwnersWork {

    /**
     * Does it, or nothing.
     *
     * @return what was done, a line each
     */
    List<String> enter(Environment settings, DataSource asOwner);
}

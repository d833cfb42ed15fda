package io.tongban.community.permitservice;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ended visits of which permit-service has not heard yet. */
@Repository
class UntoldEnds {

    private final JdbcClient jdbc;

    UntoldEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID visit) {
        jdbc.sql("insert into visit_end_untold (visit_id) values (:visit)")
                .param("visit", visit)
                .update();
    }

    List<UUID> oldest(int most) {
        return jdbc.sql("select visit_id from visit_end_untold order by visit_id limit :most")
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    void remove(List<UUID> told) {
        jdbc.sql("delete from visit_end_untold where visit_id in (:told)")
                .param("told", told)
                .update();
    }
}
